"""The objects that a page draws, those within forms included: one walk for text, drawings and tags."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfMatrix

from pipeline.pull.pdfium_calls import ADDRESS, NUMBER, addresses, plain_call

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
        sides = (ctypes.c_float * 4)()
        found = BOUNDS(self.address, *addresses(sides))
        return _placed(Rectangle(*sides), self.matrix) if found else None


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
    place = (ctypes.c_float * 2)()
    POINT(segment, *addresses(place))
    return place[0], place[1]


def _matrix(form: PageObject) -> PdfMatrix:
    """What makes the coordinates within a form those of the page."""
    matrix = pdfium.FS_MATRIX()
    MATRIX(form.address, ctypes.addressof(matrix))
    inner = PdfMatrix.from_raw(matrix)
    return inner.multiply(form.matrix) if form.matrix else inner


def _placed(rectangle: Rectangle, matrix: PdfMatrix | None) -> Rectangle:
    return Rectangle(*matrix.on_rect(*rectangle)) if matrix else rectangle
