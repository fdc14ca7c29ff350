"""The objects that a page draws, those within forms included, and the areas, rules, pictures and frames among them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfMatrix

from pipeline.model import Area, BoundingBox, Rule
from pipeline.pull.coordinates import Frame
from pipeline.pull.pdfium.ffi import ADDRESS, NUMBER, addresses, plain_call

# Forms may draw forms; deeper nesting than any layout program makes is an attack.
FORM_DEPTH = 8

OBJECT = plain_call(pdfium.FPDFPage_GetObject, ADDRESS, ADDRESS, NUMBER)
KIND = plain_call(pdfium.FPDFPageObj_GetType, NUMBER, ADDRESS)
BOUNDS = plain_call(pdfium.FPDFPageObj_GetBounds, NUMBER, *[ADDRESS] * 5)
MATRIX = plain_call(pdfium.FPDFPageObj_GetMatrix, NUMBER, ADDRESS, ADDRESS)
FORM_OBJECTS = plain_call(pdfium.FPDFFormObj_CountObjects, NUMBER, ADDRESS)
FORM_OBJECT = plain_call(pdfium.FPDFFormObj_GetObject, ADDRESS, ADDRESS, ctypes.c_ulong)
CLIP = plain_call(pdfium.FPDFPageObj_GetClipPath, ADDRESS, ADDRESS)
CLIP_PATHS = plain_call(pdfium.FPDFClipPath_CountPaths, NUMBER, ADDRESS)
CLIP_SEGMENTS = plain_call(pdfium.FPDFClipPath_CountPathSegments, NUMBER, ADDRESS, NUMBER)
CLIP_SEGMENT = plain_call(pdfium.FPDFClipPath_GetPathSegment, ADDRESS, ADDRESS, NUMBER, NUMBER)
POINT = plain_call(pdfium.FPDFPathSegment_GetPoint, NUMBER, ADDRESS, ADDRESS, ADDRESS)
# Where pdfium writes the sides of an object and the points of its path: to make room for each costs more than the call.
ANSWER = (ctypes.c_float * 4)()
ANSWER_ADDRESSES = X, Y, *_ = addresses(ANSWER)


class Rectangle(NamedTuple):
    """Two corners in the PDF's own coordinates."""

    left: float
    bottom: float
    right: float
    top: float


class PageObject(NamedTuple):
    """An object by its address, its kind (an FPDF_PAGEOBJ_ number), and the address of the object of the page that it
    is or that holds it. `matrix` makes its coordinates the page's; `form_clips` are those of the forms around."""

    address: int
    kind: int
    outermost: int
    matrix: PdfMatrix | None = None
    form_clips: tuple[Rectangle, ...] = ()

    @property
    def clips(self) -> list[Rectangle]:
        """The rectangles around the paths that it is clipped to, in the coordinates of the page; pdfium keeps none
        that the whole object lies in."""
        path = CLIP(self.address)
        around = (_around(path, number) for number in range(CLIP_PATHS(path)))
        return [*self.form_clips, *(_placed(clip, self.matrix) for clip in around if clip)]

    def bounds(self) -> Rectangle | None:
        """Its place in the coordinates of the page."""
        found = BOUNDS(self.address, *ANSWER_ADDRESSES)
        return _placed(Rectangle(*ANSWER), self.matrix) if found else None

    def placed(self, part: Rectangle) -> Rectangle:
        """A rectangle in its own coordinates in those of the page."""
        return _placed(part, _matrix(self))


def objects(page: pypdfium2.PdfPage) -> Iterator[PageObject]:
    """Everything that a page draws but forms, in stream order."""
    handle = ctypes.cast(page.raw, ADDRESS)
    for address in map(OBJECT, repeat(handle), range(pdfium.FPDFPage_CountObjects(page))):
        yield from _within(PageObject(address, KIND(address), address), FORM_DEPTH)


def _within(drawn: PageObject, depth: int) -> Iterator[PageObject]:
    """The object itself, or what a form draws."""
    if drawn.kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield drawn
    elif depth:
        matrix, clips = _matrix(drawn), tuple(drawn.clips)
        for address in map(FORM_OBJECT, repeat(drawn.address), range(FORM_OBJECTS(drawn.address))):
            yield from _within(PageObject(address, KIND(address), drawn.outermost, matrix, clips), depth - 1)


def _around(path: int, number: int) -> Rectangle | None:
    points = [point(CLIP_SEGMENT(path, number, index)) for index in range(CLIP_SEGMENTS(path, number))]
    x, y = zip(*points, strict=True) if points else ((), ())
    return Rectangle(min(x), min(y), max(x), max(y)) if points else None


def point(segment: int) -> tuple[float, float]:
    """Where a segment of a path ends, in the coordinates of its object."""
    POINT(segment, X, Y)
    return ANSWER[0], ANSWER[1]


def _matrix(drawn: PageObject) -> PdfMatrix:
    """What makes the coordinates within an object those of the page."""
    matrix = pdfium.FS_MATRIX()
    MATRIX(drawn.address, ctypes.addressof(matrix))
    inner = PdfMatrix.from_raw(matrix)
    return inner.multiply(drawn.matrix) if drawn.matrix else inner


def _placed(rectangle: Rectangle, matrix: PdfMatrix | None) -> Rectangle:
    return Rectangle(*matrix.on_rect(*rectangle)) if matrix else rectangle


PICTURES = {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}
# A drawn area up to this thick (points) is a rule; pdfium counts a line of one point as two.
RULE_THICKNESS = 3.0
# Filled paths smaller than this (points) are parts of a picture, not grounds for text.
GROUND_SIZE = 6.0
# A rectangle is a start, at least so many drawn sides (the last may be but closed), and at most that many points: four
# sides and four round corners, which take three each.
SIDES, POINTS = 3, 18
# A path with more points than this is a drawing.
PARTS = 400
OPAQUE = 255
# Points nearer to each other than this are at one place.
SAME_PLACE = 0.1

DRAW_MODE = plain_call(pdfium.FPDFPath_GetDrawMode, NUMBER, *[ADDRESS] * 3)
SEGMENT_COUNT = plain_call(pdfium.FPDFPath_CountSegments, NUMBER, ADDRESS)
SEGMENT = plain_call(pdfium.FPDFPath_GetPathSegment, ADDRESS, ADDRESS, NUMBER)
SEGMENT_KIND = plain_call(pdfium.FPDFPathSegment_GetType, NUMBER, ADDRESS)
FILL_COLOUR = plain_call(pdfium.FPDFPageObj_GetFillColor, NUMBER, *[ADDRESS] * 5)


class Cover(NamedTuple):
    """What may cover what is drawn before it: a picture or an opaque area, and the address of the object."""

    box: BoundingBox
    drawn_by: int


class Drawings(NamedTuple):
    """What a page draws besides text. Frames are rectangles that are stroked and not filled."""

    areas: tuple[Area, ...]
    rules: tuple[Rule, ...]
    pictures: tuple[BoundingBox, ...]
    frames: tuple[BoundingBox, ...]
    covers: tuple[Cover, ...]


def drawings(drawn: Iterable[PageObject], frame: Frame) -> Drawings:
    """The filled areas, rules, pictures and frames among the objects of a page, as far as they are to be seen."""
    areas, rules, pictures, frames, covers = [], [], [], [], []
    for each in drawn:
        box = _visible(each, frame) if each.kind in PICTURES or each.kind == pdfium.FPDF_PAGEOBJ_PATH else None
        if box is None:
            continue
        if each.kind in PICTURES:
            pictures.append(box)
            covers.append(Cover(box, each.address))
        elif min(box.width, box.height) <= RULE_THICKNESS:
            rules.append(Rule(box))
        elif min(box.width, box.height) >= GROUND_SIZE:
            colour, opacity = _fill(each.address)
            parts = [part for bounds in _parts(each) if (part := _visible(each, frame, bounds))]
            rules += [Rule(part) for part in parts if min(part.width, part.height) <= RULE_THICKNESS]
            grounds = [part for part in parts if min(part.width, part.height) >= GROUND_SIZE] if parts else [box]
            if colour:
                areas += [Area(ground, colour) for ground in grounds]
            if opacity == OPAQUE:
                covers += [Cover(ground, each.address) for ground in grounds]
            if not colour and not parts and _is_frame(each.address):
                frames.append(box)
    return Drawings(tuple(areas), tuple(rules), tuple(pictures), tuple(frames), tuple(covers))


def _parts(drawn: PageObject) -> list[Rectangle]:
    """The rectangles and the level and upright lines that one path draws, the grounds or rules of a table's rows; none
    if it draws but one, or anything else."""
    count = SEGMENT_COUNT(drawn.address)
    if not 2 * SIDES - 2 <= count <= PARTS:
        return []
    parts: list[list[tuple[float, float]]] = []
    for index in range(count):
        segment = SEGMENT(drawn.address, index)
        kind = SEGMENT_KIND(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            parts.append([])
        elif kind != pdfium.FPDF_SEGMENT_LINETO or not parts:
            return []
        parts[-1].append(point(segment))
        if not _is_upright(parts[-1]):
            return []
    if len(parts) < 2:
        return []
    boxes = (tuple(zip(*part, strict=True)) for part in parts if len(part) > 1)
    return [drawn.placed(Rectangle(min(x), min(y), max(x), max(y))) for x, y in boxes]


def _is_upright(points: Sequence[tuple[float, float]]) -> bool:
    """Whether points that have been upright make, with the last, a rectangle or a line along its sides."""
    (x0, y0), (x1, y1) = points[-2:][0], points[-1]
    return len(points) <= SIDES + 2 and min(abs(x1 - x0), abs(y1 - y0)) < SAME_PLACE


def _visible(drawn: PageObject, frame: Frame, part: Rectangle | None = None) -> BoundingBox | None:
    """The box around what is to be seen of an object, or of a part of it; None where that is a dot or nothing."""
    bounds = part or drawn.bounds()
    box = frame.box(*bounds).shared(frame.page) if bounds else None
    if box is None or max(box.width, box.height) <= RULE_THICKNESS:
        return None
    for clip in drawn.clips:
        box = box and box.shared(frame.box(*clip))
    return box


def _fill(path: int) -> tuple[str, int]:
    """The colour that a path is filled with, empty where it is not, and how opaque that is."""
    mode, colour = (ctypes.c_int * 2)(), (ctypes.c_uint * 4)()
    if not DRAW_MODE(path, *addresses(mode)) or mode[0] == pdfium.FPDF_FILLMODE_NONE:
        return "", 0
    if not FILL_COLOUR(path, *addresses(colour)) or colour[3] == 0:
        return "", 0
    red, green, blue, opacity = colour
    return f"#{red:02x}{green:02x}{blue:02x}", opacity


def _is_frame(path: int) -> bool:
    """Whether a path is a stroked rectangle: its lines are level or upright, and all its points, those of the curves of
    round corners too, lie on the sides of the box around it."""
    mode = (ctypes.c_int * 2)()
    count = SEGMENT_COUNT(path)
    if not SIDES < count <= POINTS or not DRAW_MODE(path, *addresses(mode)) or not mode[1]:
        return False
    segments = [SEGMENT(path, index) for index in range(count)]
    points = [point(segment) for segment in segments]
    x, y = zip(*points, strict=True)
    on_sides = all(
        min(px - min(x), max(x) - px) < SAME_PLACE or min(py - min(y), max(y) - py) < SAME_PLACE for px, py in points
    )
    kinds = list(map(SEGMENT_KIND, segments))
    lines = [
        min(abs(end[0] - start[0]), abs(end[1] - start[1])) < SAME_PLACE
        for (start, end), kind in zip(pairwise(points), kinds[1:], strict=True)
        if kind == pdfium.FPDF_SEGMENT_LINETO
    ]
    return on_sides and len(lines) >= SIDES and all(lines) and kinds.count(pdfium.FPDF_SEGMENT_MOVETO) == 1
