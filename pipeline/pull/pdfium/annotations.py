"""What pdfium says of the annotations of a page: links, the fields of forms as they are filled in, and comments."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import wrap
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.model import BoundingBox, Dropped, Link, Run, Style
from pipeline.pull.coordinates import Frame, em_squares

COMMENT = "in a comment"
TEXT_FIELDS = {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}
UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
NO_COMMENTS = {pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_FREETEXT}
# Text of a field that fits itself to its box is as large as this share of it, and no larger than that (points).
OF_HEIGHT, LARGEST = 0.7, 12.0
# What is filled in has no places of its own for its characters: each is taken to be so wide (ems).
ADVANCE, LEADING = 0.5, 1.2
SIZE = re.compile(r"([\d.]+) +Tf")


def filled_in(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, frame: Frame
) -> tuple[list[Run], list[Dropped]]:
    """What is written into the fields of a form and into boxes on the page, line by line; and the comments, which a
    reader sees only on asking."""
    shown: list[Run] = []
    comments: list[Dropped] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        with _annotation(page, index) as annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind == pdfium.FPDF_ANNOT_LINK or pdfium.FPDFAnnot_GetFlags(annotation) & UNSEEN:
                continue
            if kind == pdfium.FPDF_ANNOT_WIDGET:
                shown += _written(_value(document, annotation), annotation, frame)
            elif kind == pdfium.FPDF_ANNOT_FREETEXT:
                shown += _written(_string(annotation, "Contents"), annotation, frame)
            elif kind not in NO_COMMENTS and (text := _string(annotation, "Contents").strip()):
                comments.append(Dropped(text, _box(annotation, frame), COMMENT))
    return shown, comments


@contextmanager
def _annotation(page: pypdfium2.PdfPage, index: int) -> Iterator[Any]:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _string(annotation: Any, key: str) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key.encode(), None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(
        annotation, key.encode(), ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length
    )
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\x00")


def _value(document: pypdfium2.PdfDocument, annotation: Any) -> str:
    """What a field is filled in with; nothing for boxes to tick and buttons."""
    form = document.formenv
    if form is None or pdfium.FPDFAnnot_GetFormFieldType(form, annotation) not in TEXT_FIELDS:
        return ""
    length = pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\x00")


def _box(annotation: Any, frame: Frame) -> BoundingBox:
    sides = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, sides)
    return frame.box(sides.left, sides.bottom, sides.right, sides.top)


def _written(text: str, annotation: Any, frame: Frame) -> Iterator[Run]:
    """The lines of a text in the box of its annotation: a single one in the middle, several from the top."""
    box = _box(annotation, frame)
    told = SIZE.search(_string(annotation, "DA"))
    size = float(told[1]) if told else 0.0
    size = size or min(OF_HEIGHT * box.height, LARGEST) or LARGEST
    letters = max(int(box.width / (ADVANCE * size)), 1)
    lines = [line for part in re.split(r"[\r\n]+", text) for line in wrap(part, letters)]
    if len(lines) * LEADING * size > box.height and len(text.splitlines()) == 1:
        lines = [text.strip()]
    middle = (box.top + box.bottom) / 2
    top = middle - size / 2 if len(lines) == 1 else box.top
    style = Style("", round(size, 2), bold=False, italic=False, colour="#000000")
    for number, line in enumerate(lines):
        advance = min(ADVANCE * size, box.width / len(line))
        x0 = [box.x0 + nth * advance for nth in range(len(line) + 1)]
        baseline = top + 0.76 * size + number * LEADING * size
        yield Run(line, em_squares(x0[:-1], x0[1:], baseline, size), baseline, style)


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
