"""The tables of a text: rows are paragraphs whose cells are apart by a tab, and the first cell of a row is its label.

The first row is one of heads where no number but years stands beside its label; so are rows of years right below it. A
short line between rows that go on without heads of their own ("Africa") leaves the heads above it in force. Heads hold
for rows of as many cells as they are; years may be one fewer, for the corner over the labels is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from spacy.tokens import Doc, Span

from pipeline.find.lines import CELL_END, ends_cell, parts

NOTE_MARKS: Final = "*†‡¹²³⁴⁵⁶⁷⁸⁹"
YEAR: Final = re.compile(rf"(?:19|20)\d\d ?[{NOTE_MARKS}]*")
LONGEST_LINE: Final = 8  # words of a line between rows that is no paragraph of its own

Row = Sequence[Span]


class Table(NamedTuple):
    """Rows below each other, the paragraph right above them, and their rows of heads: none where the table has no heads.
    `goes_on` where they are those of the table before it."""

    above: Span
    rows_of_heads: tuple[Row, ...]
    rows: tuple[Row, ...]
    goes_on: bool = False

    @property
    def heads(self) -> tuple[Row, ...]:
        """The heads of each column from the top; rows of heads that do not fit the first are left out."""
        if not self.rows_of_heads:
            return ()
        first = self.rows_of_heads[0]
        if self.rows and len(self.rows[0]) == len(first) + 1 and all(map(is_year, first)):
            first = [first[0][:0], *first]
        return tuple(zip(first, *(row for row in self.rows_of_heads[1:] if len(row) == len(first)), strict=True))

    def heads_over(self, row: Row, column: int) -> Row | None:
        """The heads of a cell, none of them where the table has none; None where the row does not fit the heads."""
        if not self.heads:
            return ()
        return self.heads[column] if len(row) == len(self.heads) else None

    def first_value(self) -> int:
        """The first column of values: after that of the labels, unless years head all columns."""
        return 0 if self.heads and any(map(is_year, self.heads[0])) else 1

    def year(self, column: int) -> str | None:
        """The year that a column is of, where each column of values is of one."""
        years = [{cell.text.strip()[:4] for cell in heads if is_year(cell)} for heads in self.heads]
        of_years = len(years) > 2 and all(len(each) == 1 for each in years[self.first_value() :])
        return next(iter(years[column])) if of_years else None


def tables(doc: Doc) -> list[Table]:
    """All tables in text order."""
    found: list[Table] = []
    last, rows = doc[:0], list[Row]()
    for paragraph in _paragraphs(doc) if any(ends_cell(token.text) for token in doc if token.is_space) else ():
        if row := _cells(paragraph):
            rows.append(row)
            continue
        found += _table(last, rows, found)
        last, rows = paragraph, []
    return [*found, *_table(last, rows, found)]


def in_row(doc: Doc, i: int) -> bool:
    """Whether token `i` is in a row of a table."""
    for way in (range(i, -1, -1), range(i, len(doc))):
        end = next((place for place in way if parts(doc[place].text)), None)
        if end is not None and ends_cell(doc[end].text):
            return True
    return False


def is_year(cell: Span) -> bool:
    """Whether a cell is a year in four digits."""
    return bool(YEAR.fullmatch(cell.text.strip()))


def has_digits(cell: Span) -> bool:
    """Whether a cell tells a number in digits."""
    return any(character.isdecimal() for character in cell.text)


def _table(above: Span, rows: Sequence[Row], before: Sequence[Table]) -> Iterator[Table]:
    if not rows:
        return
    of_heads = [*takewhile(_is_of_heads, rows[:1])]
    of_heads += takewhile(_is_of_years, rows[1:]) if of_heads else []
    goes_on = not of_heads and bool(before) and _goes_on(before[-1], above)
    rows_of_heads = before[-1].rows_of_heads if goes_on else tuple(of_heads)
    yield Table(above, rows_of_heads, tuple(rows[len(of_heads) :]), goes_on)


def _is_of_heads(row: Row) -> bool:
    return all(is_year(cell) or not has_digits(cell) for cell in row[1:])


def _is_of_years(row: Row) -> bool:
    return all(is_year(cell) for cell in row[1:])


def _goes_on(table: Table, line: Span) -> bool:
    """Whether a line right below a table leaves its heads in force for the rows below it."""
    last = [*table.rows_of_heads, *table.rows][-1][-1]
    is_next = last.end + 1 == line.start
    return is_next and len(line.text.split()) <= LONGEST_LINE and not line.text.rstrip().endswith(".")


def _paragraphs(doc: Doc) -> Iterator[Span]:
    edges = [-1, *(token.i for token in doc if token.text.count("\n") > 1), len(doc)]
    for before, after in pairwise(edges):
        yield doc[before + 1 : after]


def _cells(paragraph: Span) -> Row:
    """The cells of a row; none of a paragraph that is no row. Two tabs in a row are around an empty cell."""
    doc, start = paragraph.doc, paragraph.start
    cells: list[Span] = []
    for token in paragraph:
        if ends_cell(token.text):
            cells.append(doc[start : token.i])
            cells += [doc[token.i : token.i]] * (token.text.count(CELL_END) - 1)
            start = token.i + 1
    return [*cells, doc[start : paragraph.end]] if cells else []
