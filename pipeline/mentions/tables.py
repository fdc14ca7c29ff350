"""The tables of a text: rows are paragraphs whose cells are apart by a tab, and the first cell of a row is its label.

The first row is one of heads where no number but years stands beside its label; so are rows of years right below it. A
short line between rows that go on without heads of their own ("Africa") leaves the heads above it in force. Heads hold
for rows of as many cells as they are; where the first is a year, the corner over the labels is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from spacy.tokens import Doc, Span

from pipeline.language.lines import CELL_END, ends_cell, parts

NOTE_MARKS: Final = "*†‡¹²³⁴⁵⁶⁷⁸⁹"
YEAR: Final = re.compile(r"(?:19|20)\d\d")
# "2021*", "2021 (€ million)"
COLUMN_OF_YEAR: Final = re.compile(rf"({YEAR.pattern}) ?[{NOTE_MARKS}]*(?:$| ?[(,])")
# Digits that heads have: "2019/20", "€’000"
IN_HEADS: Final = re.compile(
    rf"(?<![\d.,]){YEAR.pattern}(?:[-–/](?:\d\d)?\d\d)?(?![\d.,]*\d)|(?<!\d[., ])(?<![\d.,])000(?!\d)"
)
LONGEST_LINE: Final = 8  # words of a line between rows that is no paragraph of its own

Row = Sequence[Span]


class Table(NamedTuple):
    """Rows below each other, with the rows of heads over them and the paragraphs right above, the nearest first: more
    than one where lines part them from their heads."""

    above: tuple[Span, ...]
    rows_of_heads: tuple[Row, ...]
    rows: tuple[Row, ...]

    @property
    def corner(self) -> Row:
        """The heads of the column of labels."""
        return () if self._has_empty_corner else [row[0] for row in self.rows_of_heads]

    def values(self, row: Row) -> range:
        """The columns of a row beside its label; all of them where years head even the first and it has no label."""
        has_label = not self._has_empty_corner or not row[0].text.strip() or any(map(str.isalpha, row[0].text))
        return range(int(has_label), len(row))

    def heads_over(self, row: Row, column: int) -> Row | None:
        """The heads of a cell, from the top; None where the row does not fit the heads."""
        missing = int(self._has_empty_corner and self.values(row).start == 1)
        fitting = [heads[column - missing] for heads in self.rows_of_heads if len(heads) + missing == len(row)]
        return fitting if fitting or not self.rows_of_heads else None

    def year(self, heads: Row) -> str | None:
        """The year that a column is of, in a table with columns of several years."""
        years = {match[1] for row in self.rows_of_heads for cell in row if (match := _of_year(cell))}
        own = {match[1] for cell in heads if (match := _of_year(cell))}
        return own.pop() if len(years) > 1 and len(own) == 1 else None

    @property
    def _has_empty_corner(self) -> bool:
        return bool(self.rows_of_heads) and bool(_of_year(self.rows_of_heads[0][0]))


def tables(doc: Doc) -> list[Table]:
    """All tables in text order."""
    found: list[Table] = []
    last, rows = doc[:0], list[Row]()
    for paragraph in _paragraphs(doc):
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
    return bool(YEAR.fullmatch(cell.text.strip().rstrip(NOTE_MARKS).rstrip()))


def has_digits(text: str) -> bool:
    """Whether a text tells a number in digits."""
    return any(map(str.isdecimal, text))


def _of_year(cell: Span) -> re.Match[str] | None:
    return COLUMN_OF_YEAR.match(cell.text.strip())


def _table(above: Span, rows: Sequence[Row], before: Sequence[Table]) -> Iterator[Table]:
    if not rows:
        return
    of_heads = [*takewhile(_is_of_heads, rows[:1])]
    of_heads += takewhile(_is_of_years, rows[1:]) if of_heads else []
    if not of_heads and before and _goes_on(before[-1], above):
        yield Table((above, *before[-1].above), before[-1].rows_of_heads, tuple(rows))
    else:
        yield Table((above,), tuple(of_heads), tuple(rows[len(of_heads) :]))


def _is_of_heads(row: Row) -> bool:
    return not any(has_digits(IN_HEADS.sub("", cell.text)) for cell in row[1:])


def _is_of_years(row: Row) -> bool:
    return all(map(is_year, row[1:]))


def _goes_on(table: Table, line: Span) -> bool:
    """Whether a line right below a table leaves its heads in force for the rows below it."""
    last = [*table.rows_of_heads, *table.rows][-1][-1]
    is_next = bool(table.rows_of_heads) and last.end + 1 == line.start
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
