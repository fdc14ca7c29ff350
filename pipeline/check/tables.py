"""The tables of a section as rows of numbers below each other.

A row is a paragraph whose cells are apart by a tab. Its numbers are the cells after its last words, so columns are
counted from the right. Where rows have unlike counts of numbers nobody can tell from the text which one is missing, and
the table is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, takewhile
from typing import Final, NamedTuple

from pipeline.model import Finding, Money, Quantity, Section

CELL, PARAGRAPH = re.compile(r"[^\t]+"), re.compile(r".+")
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
    found: list[Table] = []
    caption, lines_between = section.heading, 0
    for is_table, paragraphs in _blocks(section):
        if not is_table:
            caption, lines_between = paragraphs[-1][0].strip(), len(paragraphs)
        elif table := _table(section, caption, [_row(paragraph, findings) for paragraph in paragraphs]):
            if found and lines_between == 1 and _goes_on(found[-1], table):
                table = _joined(found.pop(), table)
            found.append(table)
    yield from (table for table in found if table.rows)


def rows_of_tables(section: Section) -> Iterator[list[re.Match[str]]]:
    """The rows of each table, as they stand in the section's content."""
    return (rows for is_table, rows in _blocks(section) if is_table)


def _blocks(section: Section) -> Iterator[tuple[bool, list[re.Match[str]]]]:
    """The paragraphs of a section's content, rows of tables apart from what stands between tables."""
    paragraphs = PARAGRAPH.finditer(section.content)
    return ((is_table, list(group)) for is_table, group in groupby(paragraphs, key=lambda match: "\t" in match[0]))


def _goes_on(table: Table, below: Table) -> bool:
    """Whether rows below a short line ("Africa") go on with a table: as many numbers, no heads of their own."""
    fits = len(below.heads) == len(table.heads) or (not table.rows and len(below.heads) < len(table.heads))
    return fits and not any(below.heads) and len(below.caption) <= LONGEST_LABEL


def _joined(table: Table, below: Table) -> Table:
    return table._replace(heads=table.heads[-len(below.heads) :], rows=table.rows + below.rows)


def _row(row: re.Match[str], findings: tuple[Finding, ...]) -> tuple[list[str], list[Cell]]:
    """The words of a row, cell by cell, and the numbers after the last of them."""
    words: list[str] = []
    cells: list[Cell] = []
    for match in CELL.finditer(row.string, *row.span()):
        cell = _cell(match[0].strip(), *match.span(), findings)
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
    body = tuple(Row(" ".join(words), tuple(cells)) for words, cells in rows if cells)
    before = [words for words, _ in takewhile(lambda row: not row[1], rows)]
    heads = before[-1] if before else []
    if not body:
        return Table(section, caption, tuple(heads), ())
    width = len(body[0].cells)
    doubtful = any(re.search(r"\d", " ".join(words)) for words, cells in rows[len(before) :] if not cells)
    if doubtful or any(len(row.cells) != width for row in body):
        return None
    return Table(section, caption, tuple(heads[-width:] if len(heads) >= width else [""] * width), body)
