"""The first reader: pdfium, through pypdfium2's raw calls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.errors import DamagedDocument, EncryptedDocument
from pipeline.model import Page, Source
from pipeline.pull.coordinates import Frame
from pipeline.pull.pdfium.annotations import filled_in, links
from pipeline.pull.pdfium.graphics import drawings, objects
from pipeline.pull.pdfium.hidden_text import without_hidden
from pipeline.pull.pdfium.pictures import with_text
from pipeline.pull.pdfium.text import runs

PASSWORD_ERRORS = {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}


def read(path: Path, *, pages: Sequence[range], password: str, ocr: bool) -> Source:
    """All pages of a PDF, or those in the ranges of numbers, in order; with `ocr`, those without text by their image.

    Raises DamagedDocument or EncryptedDocument.
    """
    try:
        document = pypdfium2.PdfDocument(path, password=password or None)
    except pypdfium2.PdfiumError as error:
        raise _refusal(path, error, password=password) from error
    try:
        if pdfium.FPDF_GetFormType(document) != pdfium.FORMTYPE_NONE:
            document.init_forms()
        numbers = [n for n in range(1, len(document) + 1) if not pages or any(n in asked for asked in pages)]
        read_pages = tuple(_read_page(document, number - 1, ocr=ocr) for number in numbers)
        return Source(read_pages, _meta(document, "Title"), _language(document), _created(document), len(document))
    finally:
        document.close()


def _refusal(path: Path, error: pypdfium2.PdfiumError, *, password: str) -> DamagedDocument | EncryptedDocument:
    if error.err_code in PASSWORD_ERRORS:
        is_wrong = ", and the password that was given does not open it" if password else ""
        return EncryptedDocument(
            f"{path.name} is encrypted{is_wrong}: run again with --password, or remove its password, for example with "
            f"`qpdf --decrypt --password=… {path.name} open.pdf`, and run again."
        )
    return DamagedDocument(
        f"{path.name} is damaged or not a PDF, pdfium cannot open it: get the file again from its sender."
    )


def _meta(document: pypdfium2.PdfDocument, key: str) -> str:
    return str(document.get_metadata_value(key) or "").strip()


def _created(document: pypdfium2.PdfDocument) -> date | None:
    """The day in the metadata, which write it as D:YYYYMMDD…."""
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)", _meta(document, "CreationDate"))
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _language(document: pypdfium2.PdfDocument) -> str:
    length = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = (pdfium.FPDF_WCHAR * length)()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00")


def _read_page(document: pypdfium2.PdfDocument, index: int, *, ocr: bool) -> Page:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Page(number=index + 1, width=0, height=0, runs=())
    try:
        left, bottom, right, top = page.get_bbox()
        frame = Frame(left, bottom, right, top, turn=page.get_rotation())
        drawn = list(objects(page))
        drawing = drawings(drawn, frame)
        text, dropped = runs(page, drawn, frame)
        shown, hidden = without_hidden(page, text, drawn, drawing)
        written, comments = filled_in(document, page, frame)
        width, height = frame.size
        by_ocr = ocr and not shown and bool(drawing.pictures)
        if by_ocr:
            from pipeline.pull.ocr import runs as read_image

            shown = read_image(page)
        return Page(
            number=index + 1,
            width=width,
            height=height,
            runs=(*shown, *written),
            areas=drawing.areas,
            rules=drawing.rules,
            pictures=drawing.pictures,
            frames=drawing.frames,
            links=tuple(links(document, page, frame)),
            dropped=(*dropped, *hidden, *comments),
            by_ocr=by_ocr,
            of_text=with_text(drawing.covers, shown, width, height) if shown and not by_ocr else (),
        )
    finally:
        page.close()
