"""The cells below a heading that states currency and scale: "Contributions by year, in millions of euros".

Rows are the paragraphs after the heading whose cells are apart by a tab; the first cell of a row is its label. A table
is left alone whole where any of its other cells is no plain number, or where its rows differ in length: then the
heading may not hold for all of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple, get_args

from spacy.tokens import Doc, Span

from pipeline.find.numbers import Number
from pipeline.model import Flow

CELL_BREAK, PARAGRAPH_BREAK = "\t", "\n\n"
EMPTY: Final = frozenset({"", "-", "–", "—", ".."})
# Columns of which the heading does not speak.
OTHER_UNITS: Final = frozenset({"%", "per cent", "share", "number", "no", "no.", "projects", "people", "countries"})
TOTAL: Final = "total"


class Cell(NamedTuple):
    """A number in a table, and the head of its column."""

    span: Span
    number: Number
    head: str

    @property
    def flow(self) -> Flow | None:
        """The kind of contribution that the column is headed by."""
        return next((flow for flow in get_args(Flow) if flow == self.head), None)

    @property
    def is_total(self) -> bool:
        """Whether the column or row sums others up."""
        return self.head.startswith(TOTAL)


def cells_below(doc: Doc, heading_end: int) -> Iterator[Cell]:
    """The cells of the table below the heading that ends at that token; none where the table is not plain."""
    rows = _rows(doc, heading_end)
    numbers = {(number.start, number.end): number for number in doc._.numbers}
    heads: list[str] = []
    if rows and not any((cell.start, cell.end) in numbers for cell in rows[0][1:]):
        heads = [cell.text.strip().lower() for cell in rows.pop(0)]
    lengths = {len(row) for row in rows} | ({len(heads)} if heads else set())
    values = [(column, cell) for row in rows for column, cell in enumerate(row) if column]
    if len(lengths) != 1 or OTHER_UNITS & set(heads) or not all(_is_plain(cell, numbers) for _, cell in values):
        return
    for column, cell in values:
        if number := numbers.get((cell.start, cell.end)):
            yield Cell(cell, number, heads[column] if heads else "")


def _is_plain(cell: Span, numbers: dict[tuple[int, int], Number]) -> bool:
    return (cell.start, cell.end) in numbers or cell.text.strip() in EMPTY


def _rows(doc: Doc, heading_end: int) -> list[list[Span]]:
    """The cells of each row; tables end where a paragraph has no tab."""
    found: list[list[Span]] = []
    for start, end in _paragraphs_after(doc, heading_end):
        breaks = [token.i for token in doc[start:end] if CELL_BREAK in token.text]
        if not breaks:
            break
        edges = [start - 1, *breaks, end]
        found.append([doc[one + 1 : other] for one, other in pairwise(edges)])
    return found


def _paragraphs_after(doc: Doc, i: int) -> Iterator[tuple[int, int]]:
    """First token and the one after the last of every paragraph that begins after token `i`."""
    breaks = [token.i for token in doc[i:] if PARAGRAPH_BREAK in token.text]
    for place, at in enumerate(breaks):
        yield at + 1, breaks[place + 1] if place + 1 < len(breaks) else len(doc)
