"""The tables of a section as rows of numbers below each other.

A row is a paragraph whose cells are apart by a tab. Its numbers are the cells after its last words, so columns are
counted from the right. Where rows have unlike counts of numbers nobody can tell from the text which one is missing, and
the table is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from pipeline.model import Finding, Money, Quantity, Section

CELL, PARAGRAPH = re.compile(r"[^\t]+"), re.compile(r"(?:[^\n]|\n(?!\n))+")
DIGITS: Final = r"\d+(?:[.,'’ ]\d+)*"
CURRENCY: Final = r"[A-Z]{0,3}[$€£¥]|[A-Z]{3}"
# A number alone in its cell, with the currency and the scale that may stand beside it, and a footnote's mark.
NUMBER: Final = re.compile(
    rf"(?:(?:{CURRENCY}) ?)?(?P<digits>{DIGITS}) ?(?P<unit>%|(?:thousand|million|billion|bn|mn|m|k)\b\.?)?"
    rf"(?: ?(?:{CURRENCY}))?[*†¹²³]?"
)
YEAR: Final = re.compile(r"(?:19|20)\d\d")
NIL: Final = frozenset({"-", "–", "—", "nil"})
LONGEST_LABEL: Final = 100  # characters of a caption, or of a line between the rows of a table ("Africa")


class Cell(NamedTuple):
    """A number in a table, from `start` to `end` of the section's content: its digits (none where a dash says nil), the
    scale or % behind it, and the figure that was read there, if one was."""

    text: str
    start: int
    end: int
    digits: str
    unit: str
    finding: Finding | None


class Row(NamedTuple):
    """The words of a row, and its numbers from left to right."""

    label: str
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """Rows of as many numbers each as there are heads (empty where none stands over the column), and the paragraph
    above them."""

    section: Section
    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(section: Section, findings: tuple[Finding, ...]) -> Iterator[Table]:
    """Every table of a section whose columns are sure; `findings` are the section's."""
    caption = section.heading
    for is_table, group in groupby(_paragraphs(section), key=lambda paragraph: "\t" in paragraph[0]):
        paragraphs = list(group)
        if is_table:
            table = _table(section, caption, [_row(*paragraph, findings) for paragraph in paragraphs])
            yield from [table] if table else []
        caption = paragraphs[-1][0] if len(paragraphs[-1][0]) <= LONGEST_LABEL else ""


def _paragraphs(section: Section) -> list[tuple[str, int]]:
    """The paragraphs of the text and where each begins; a short line between two rows of a table is left out."""
    below = len(section.content) - len(section.text)
    found = [(match[0], match.start() + below) for match in PARAGRAPH.finditer(section.text)]
    rows = ["\t" in text for text, _ in found]
    between = [0 < i < len(found) - 1 and rows[i - 1] and rows[i + 1] for i in range(len(found))]
    return [
        paragraph
        for paragraph, inside in zip(found, between, strict=True)
        if not inside or "\t" in paragraph[0] or len(paragraph[0]) > LONGEST_LABEL
    ]


def _row(text: str, start: int, findings: tuple[Finding, ...]) -> tuple[list[str], list[Cell]]:
    """The words of a row, cell by cell, and the numbers after the last of them."""
    words: list[str] = []
    cells: list[Cell] = []
    for match in CELL.finditer(text):
        cell = _cell(match[0].strip(), start + match.start(), start + match.end(), findings)
        if cell:
            cells.append(cell)
        else:
            words, cells = [*words, *(earlier.text for earlier in cells), match[0].strip()], []
    return words, cells


def _cell(text: str, start: int, end: int, findings: tuple[Finding, ...]) -> Cell | None:
    here = [
        finding
        for finding in findings
        if start <= finding.mention.char_start < end and isinstance(finding.mention, Money | Quantity)
    ]
    finding = here[0] if len(here) == 1 else None
    number = NUMBER.fullmatch(text)
    if text.lower() in NIL:
        return Cell(text, start, end, "", "", finding)
    if number is None or YEAR.fullmatch(text):
        return None
    return Cell(text, start, end, number["digits"], number["unit"] or "", finding)


def _table(section: Section, caption: str, rows: list[tuple[list[str], list[Cell]]]) -> Table | None:
    """The rows as a table, the last row without numbers before the first with numbers as its heads."""
    first = next((i for i, (_, cells) in enumerate(rows) if cells), None)
    if first is None:
        return None
    widths = {len(cells) for _, cells in rows[first:] if cells}
    if len(widths) > 1:
        return None
    width = widths.pop()
    heads = rows[first - 1][0] if first else []
    heads = heads[-width:] if len(heads) in (width, width + 1) else [""] * width
    body = tuple(Row(" ".join(words), tuple(cells)) for words, cells in rows[first:] if cells)
    return Table(section, caption, tuple(heads), body)
