"""PDF file -> Source: the pages of a PDF with all drawn text, every filled area, picture and link.

Takes a path; gives records of pipeline.model. Two readers stand behind the same call: `read` uses pdfium, which is
fast and sturdy, `reread` uses pdfplumber, which shares no code with it, so that what both see can be trusted. Never
orders, joins or interprets text: it comes in the order of the content stream, and what a page does not show is set
apart with the reason. Readers may be stopped by a damaged file in ways that only the operating system can bound: call
them in a process of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from pipeline.errors import DamagedDocument, EncryptedDocument, TextlessDocument, UnreadableDocument
from pipeline.model import BoundingBox, Source

__all__ = ["DamagedDocument", "EncryptedDocument", "TextlessDocument", "UnreadableDocument", "read", "reread"]

# Readers accept junk before the header up to this many bytes. Without the check, a file of NUL bytes keeps pdfminer
# in C code for minutes.
HEADER_WITHIN = 1024
NOTHING: Mapping[int, Sequence[BoundingBox]] = {}


def read(path: Path, *, pages: Sequence[range] = (), password: str = "", ocr: bool = False) -> Source:
    """All pages through pdfium, or those in the ranges of numbers; with `ocr`, those without a text layer by their
    image, which needs the extra `ocr`.

    Raises DamagedDocument, EncryptedDocument or TextlessDocument; UnreadableDocument where none of `pages` is there.
    """
    from pipeline.pull.pdfium import reader

    _look_at_header(path)
    source = reader.read(path, pages=pages, password=password, ocr=ocr)
    if not source.pages and source.count:
        raise UnreadableDocument(f"{path.name} has {source.count} pages, and none of those that --pages asks for.")
    if not any(page.runs for page in source.pages):
        raise TextlessDocument(_without_text(path, len(source.pages), ocr=ocr))
    return source


def _without_text(path: Path, pages: int, *, ocr: bool) -> str:
    if ocr:
        return f"{path.name} has no text layer on its {pages} pages, and OCR found no words on them."
    return (
        f"{path.name} has no text layer on its {pages} pages: run again with --ocr, or add one with OCR, for example "
        f"`ocrmypdf {path.name} {path.name}`, and run again."
    )


def reread(
    path: Path,
    pages: Collection[int],
    *,
    around: Mapping[int, Sequence[BoundingBox]] = NOTHING,
    password: str = "",
) -> Source:
    """The pages with the given numbers through pdfplumber; a page that it cannot read is left out. Of the pages in
    `around`, only what is level with one of their boxes: half of the second reading's time goes to the characters.

    Raises DamagedDocument or EncryptedDocument.
    """
    from pipeline.pull import pdfplumber_reader

    _look_at_header(path)
    return pdfplumber_reader.read(path, pages, around=around, password=password)


def _look_at_header(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(HEADER_WITHIN)
    if not start:
        raise DamagedDocument(f"{path.name} is empty (0 bytes): get the file again from its sender.")
    if b"%PDF-" not in start:
        raise DamagedDocument(f"{path.name} is not a PDF: it does not begin with %PDF-.")
