"""What pdfium says of the areas, rules, pictures and links of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfMatrix

from pipeline.model import Area, BoundingBox, Link, Rule
from pipeline.pull.geometry import Frame

DRAWN = {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}
# A drawn area up to this thick (points) is a rule; pdfium counts a line of one point as two.
RULE_THICKNESS = 3.0
# Filled paths smaller than this (points) are parts of a picture, not grounds for text.
GROUND_SIZE = 6.0
# Forms may draw forms; deeper nesting than any layout program makes is an attack.
FORM_DEPTH = 8


def drawings(
    page: pypdfium2.PdfPage, frame: Frame
) -> tuple[tuple[Area, ...], tuple[Rule, ...], tuple[BoundingBox, ...]]:
    """The filled areas, rules and pictures of a page, cut at its edges."""
    areas, rules, pictures = [], [], []
    for drawn, box in _objects(page, frame):
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            pictures.append(box)
        elif min(box.width, box.height) <= RULE_THICKNESS < max(box.width, box.height):
            rules.append(Rule(box))
        elif min(box.width, box.height) >= GROUND_SIZE and (colour := _fill(drawn)):
            areas.append(Area(box, colour))
    return tuple(areas), tuple(rules), tuple(pictures)


def _objects(page: pypdfium2.PdfPage, frame: Frame) -> Iterator[tuple[Any, BoundingBox]]:
    """Every path, image and shading of a page with its box on the page, those inside forms included."""
    count = pdfium.FPDFPage_CountObjects(page)
    for drawn, corners in _corners((pdfium.FPDFPage_GetObject(page, index) for index in range(count)), FORM_DEPTH):
        box = frame.clip(frame.box(*corners))
        if box:
            yield drawn, box


def _corners(objects: Iterable[Any], depth: int) -> Iterator[tuple[Any, tuple[float, float, float, float]]]:
    """The objects with left, bottom, right and top in the coordinates of what holds them; forms opened."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for drawn in objects:
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
            placed = PdfMatrix.from_raw(matrix)
            count = pdfium.FPDFFormObj_CountObjects(drawn)
            inside = (pdfium.FPDFFormObj_GetObject(drawn, index) for index in range(count))
            yield from ((inner, placed.on_rect(*corners)) for inner, corners in _corners(inside, depth - 1))
        elif kind in DRAWN and pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            yield drawn, (left.value, bottom.value, right.value, top.value)


def _fill(drawn: Any) -> str:
    """The colour that a path is filled with, empty where it is not."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(drawn, mode, stroke) or mode.value == pdfium.FPDF_FILLMODE_NONE:
        return ""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha) or alpha.value == 0:
        return ""
    return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"


def links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, frame: Frame) -> Iterator[Link]:
    """The links of a page to addresses of the web, one box for each line."""
    """The filled areas, rules and pictures of a page, cut at its edges."""
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
