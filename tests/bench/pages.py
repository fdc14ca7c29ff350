"""Pages a second of pull and segment together, beside pdfplumber's text and pdfium's characters alone."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from pathlib import Path

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.pull import read
from pipeline.segment import segment
from tests.bench.measuring import Row, seconds, show


def main(pdfs: Sequence[Path]) -> None:
    """Prints the table."""
    pages = sum(len(read(path).pages) for path in pdfs)
    taken = seconds(
        {
            "pull and segment": lambda: [segment(read(path), path.stem) for path in pdfs],
            "pull": lambda: list(map(read, pdfs)),
            "pdfplumber extract_text": lambda: list(map(_plumber_text, pdfs)),
            "pdfium characters alone": lambda: list(map(_pdfium_characters, pdfs)),
        }
    )
    ours = taken["pull and segment"]
    rows = [Row(name, f"{pages / each:,.1f} pages/s", f"{each / ours:.2f} x our time") for name, each in taken.items()]
    show(f"Pages: {pages} of {len(pdfs)} files (wanted: pdfplumber at least 8, pdfium at least 0.4)", rows)


def _plumber_text(path: Path) -> list[str]:
    with pdfplumber.open(path) as document:
        return [page.extract_text() for page in document.pages]


def _pdfium_characters(path: Path) -> list[tuple[int, float, float, float, float]]:
    """Code point and box of every character of a file."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    found = []
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            code = pdfium.FPDFText_GetUnicode(text, index)
            found.append((code, left.value, bottom.value, right.value, top.value))
        text.close()
        page.close()
    document.close()
    return found
