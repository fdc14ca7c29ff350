"""What pdfium says of the areas, rules, pictures and links of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.model import Area, BoundingBox, Link, Rule
from pipeline.pull.geometry import Frame
from pipeline.pull.pdfium_calls import ADDRESS, NUMBER, addresses, plain_call
from pipeline.pull.pdfium_objects import PageObject

PICTURES = {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}
# A drawn area up to this thick (points) is a rule; pdfium counts a line of one point as two.
RULE_THICKNESS = 3.0
# Filled paths smaller than this (points) are parts of a picture, not grounds for text.
GROUND_SIZE = 6.0

DRAW_MODE = plain_call(pdfium.FPDFPath_GetDrawMode, NUMBER, *[ADDRESS] * 3)
FILL_COLOUR = plain_call(pdfium.FPDFPageObj_GetFillColor, NUMBER, *[ADDRESS] * 5)


def drawings(
    drawn: Iterable[PageObject], frame: Frame
) -> tuple[tuple[Area, ...], tuple[Rule, ...], tuple[BoundingBox, ...]]:
    """The filled areas, rules and pictures among the objects of a page, as far as they are to be seen."""
    areas, rules, pictures = [], [], []
    for each in drawn:
        box = _visible(each, frame) if each.kind in PICTURES or each.kind == pdfium.FPDF_PAGEOBJ_PATH else None
        if box is None:
            continue
        if each.kind in PICTURES:
            pictures.append(box)
        elif min(box.width, box.height) <= RULE_THICKNESS:
            rules.append(Rule(box))
        elif min(box.width, box.height) >= GROUND_SIZE and (colour := _fill(each.address)):
            areas.append(Area(box, colour))
    return tuple(areas), tuple(rules), tuple(pictures)


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
