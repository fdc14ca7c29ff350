"""What pdfium says of the areas, rules, pictures, frames and links of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.model import Area, BoundingBox, Link, Rule
from pipeline.pull.geometry import Frame
from pipeline.pull.pdfium_calls import ADDRESS, NUMBER, addresses, plain_call
from pipeline.pull.pdfium_objects import PageObject, point

PICTURES = {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}
# A drawn area up to this thick (points) is a rule; pdfium counts a line of one point as two.
RULE_THICKNESS = 3.0
# Filled paths smaller than this (points) are parts of a picture, not grounds for text.
GROUND_SIZE = 6.0
# A rectangle is a start, at least so many drawn sides (the last may be but closed), and at most that many points: four
# sides and four round corners, which take three each.
SIDES, POINTS = 3, 18
# Points nearer to each other than this are at one place.
SAME_PLACE = 0.1

DRAW_MODE = plain_call(pdfium.FPDFPath_GetDrawMode, NUMBER, *[ADDRESS] * 3)
SEGMENT_COUNT = plain_call(pdfium.FPDFPath_CountSegments, NUMBER, ADDRESS)
SEGMENT = plain_call(pdfium.FPDFPath_GetPathSegment, ADDRESS, ADDRESS, NUMBER)
SEGMENT_KIND = plain_call(pdfium.FPDFPathSegment_GetType, NUMBER, ADDRESS)
FILL_COLOUR = plain_call(pdfium.FPDFPageObj_GetFillColor, NUMBER, *[ADDRESS] * 5)


class Drawings(NamedTuple):
    """What a page draws besides text. Frames are rectangles that are stroked and not filled."""

    areas: tuple[Area, ...]
    rules: tuple[Rule, ...]
    pictures: tuple[BoundingBox, ...]
    frames: tuple[BoundingBox, ...]


def drawings(drawn: Iterable[PageObject], frame: Frame) -> Drawings:
    """The filled areas, rules, pictures and frames among the objects of a page, as far as they are to be seen."""
    areas, rules, pictures, frames = [], [], [], []
    for each in drawn:
        box = _visible(each, frame) if each.kind in PICTURES or each.kind == pdfium.FPDF_PAGEOBJ_PATH else None
        if box is None:
            continue
        if each.kind in PICTURES:
            pictures.append(box)
        elif min(box.width, box.height) <= RULE_THICKNESS:
            rules.append(Rule(box))
        elif min(box.width, box.height) >= GROUND_SIZE:
            if colour := _fill(each.address):
                areas.append(Area(box, colour))
            elif _is_frame(each.address):
                frames.append(box)
    return Drawings(tuple(areas), tuple(rules), tuple(pictures), tuple(frames))


def _visible(drawn: PageObject, frame: Frame) -> BoundingBox | None:
    """The box around what is to be seen of an object; None where that is a dot or nothing."""
    bounds = drawn.bounds()
    box = frame.box(*bounds).shared(frame.page) if bounds else None
    if box is None or max(box.width, box.height) <= RULE_THICKNESS:
        return None
    for clip in drawn.clips:
        box = box and box.shared(frame.box(*clip))
    return box


def _fill(path: int) -> str:
    """The colour that a path is filled with, empty where it is not."""
    mode, colour = (ctypes.c_int * 2)(), (ctypes.c_uint * 4)()
    if not DRAW_MODE(path, *addresses(mode)) or mode[0] == pdfium.FPDF_FILLMODE_NONE:
        return ""
    if not FILL_COLOUR(path, *addresses(colour)) or colour[3] == 0:
        return ""
    red, green, blue, _ = colour
    return f"#{red:02x}{green:02x}{blue:02x}"


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


def links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, frame: Frame) -> Iterator[Link]:
    """The links of a page to addresses of the web, one box for each line."""
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        target = _target(document, link)
        boxes = tuple(_link_boxes(link, frame))
        if target and boxes:
            yield Link(boxes, target)


def _target(document: pypdfium2.PdfDocument, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace").strip()


def _link_boxes(link: Any, frame: Frame) -> Iterator[BoundingBox]:
    quad = pdfium.FS_QUADPOINTSF()
    count = pdfium.FPDFLink_CountQuadPoints(link)
    for index in range(count):
        if pdfium.FPDFLink_GetQuadPoints(link, index, quad):
            yield frame.box(quad.x1, quad.y1, quad.x4, quad.y4)
    rectangle = pdfium.FS_RECTF()
    if count == 0 and pdfium.FPDFLink_GetAnnotRect(link, rectangle):
        yield frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
