"""Cells of tables that pdfplumber reads whole, and how many of them stand in ours, beside the same neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pdfplumber

from pipeline.model import Facts, Section, Span, Table
from pipeline.pull import read
from pipeline.segment import segment
from tests.bench.measuring import Row, show

# A cell with more words than this is running text, and a table has at least so many rows and columns, and this share of
# its cells filled.
RUNNING_WORDS, FEWEST, FILLED = 40, 2, 0.5


def main(pdfs: Sequence[Path]) -> None:
    """Prints the table."""
    rows, ours, all_cells = [], 0, 0
    for path in pdfs:
        cells, found = _compared(path)
        ours, all_cells = ours + found, all_cells + cells
        if cells:
            rows.append(Row(path.stem, f"{found} of {cells}", f"{found / cells:.3f}"))
    rows.append(Row("all", f"{ours} of {all_cells}", f"{ours / max(all_cells, 1):.3f}"))
    show(f"Cells of tables that pdfplumber reads whole, in {len(pdfs)} files (wanted: 0.99)", rows)


def _compared(path: Path) -> tuple[int, int]:
    """The cells of pdfplumber's tables that stand beside another, and those that do so in ours, too."""
    pairs: dict[int, set[tuple[str, str]]] = {}
    for section in segment(read(path), path.stem).sections:
        for page, row in _rows(section):
            pairs.setdefault(page, set()).update((one, other) for one in row for other in row)
    cells = found = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            ours = pairs.get(page.page_number, set())
            for row in (row for table in page.find_tables() if _is_whole(page, table) for row in table.extract()):
                told = [text for cell in row if (text := _letters(cell or ""))]
                beside = [*pairwise(told), *pairwise(told[::-1])]
                right = {one for one, other in beside if (one, other) in ours}
                cells += len(told) if told[1:] else 0
                found += sum(text in right for text in told)
    return cells, found


def _is_whole(page: Any, table: Any) -> bool:
    """Whether a table of pdfplumber has rows and columns, words in most cells, and no word on the border of one."""
    rows = table.extract()
    cells = [cell or "" for row in rows for cell in row]
    if len(rows) < FEWEST or len(rows[0]) < FEWEST or sum(map(bool, cells)) < FILLED * len(cells):
        return False
    words = page.crop(table.bbox, strict=False).extract_words()
    inside = sum(
        any(x0 <= w["x0"] and w["x1"] <= x1 and t <= (w["top"] + w["bottom"]) / 2 <= b for x0, t, x1, b in table.cells)
        for w in words
    )
    return inside == len(words) and all(len(cell.split()) <= RUNNING_WORDS for cell in cells)


def _rows(section: Section) -> Iterator[tuple[int, list[str]]]:
    """The words of each row of a section's tables and of each of its facts, with the page."""
    for block in section.blocks:
        spans: list[list[Span]] = []
        match block:
            case Table():
                rows = groupby(sorted(block.cells, key=lambda cell: cell.row), key=lambda cell: cell.row)
                spans = [[cell.span for cell in row] for _, row in rows]
            case Facts():
                spans = [[fact.label, fact.value] for fact in block.facts]
        for row in spans:
            filled = [span for span in row if span]
            if filled:
                page = next(place.page for place in section.places if place.start >= filled[0].start)
                yield page, [_letters(section.content[span.start : span.end]) for span in filled]


def _letters(text: str) -> str:
    """The letters and digits alone: blanks and hyphens at line ends are read in several ways. Digits behind words go:
    they may be marks of notes, which are no part of our cells."""
    letters = re.sub(r"\W", "", text).lower()
    return re.sub(r"(?<=[^\W\d])\d{1,2}$", "", letters)
