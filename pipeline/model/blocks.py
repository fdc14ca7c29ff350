"""The form of a section's text: paragraphs, tables, and facts, as spans of its content.

One number line for all: a span indexes `Section.content`. Between neighbouring passages stands nothing but a blank line
(blocks), a line end (rows of a table, facts) or a tab (cells of a row, a label and its value).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

CellKind = Literal["head", "cell", "total"]
CellName = Literal["head", "cell", "total", "fact"]  # as cells.csv has them, facts included


class Span(NamedTuple):
    """content[start:end]; of an empty cell start == end."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Whether anything stands there."""
        return self.end > self.start

    def holds(self, offset: int) -> bool:
        """Whether a character is one of it."""
        return self.start <= offset < self.end


class Paragraph(NamedTuple):
    """A paragraph; `item` says that it is a point of a list."""

    span: Span
    item: bool = False


class Cell(NamedTuple):
    """A cell of a table, where it begins and how many rows and columns it takes; rows and columns count from 0. `total`
    is the kind of every cell of a row or column of totals."""

    span: Span
    row: int
    column: int
    kind: CellKind = "cell"
    rows: int = 1
    columns: int = 1


class Table(NamedTuple):
    """Cells that tile a grid, row by row, head rows first; the first `stub` columns head the rows. The caption is the
    paragraph or heading over it that speaks of it."""

    caption: Span | None
    cells: tuple[Cell, ...]
    stub: int

    @property
    def span(self) -> Span:
        """From its first cell to its last; there is one."""
        return Span(self.cells[0].span.start, self.cells[-1].span.end)

    def heads(self, cell: Cell) -> tuple[Cell, ...]:
        """The cells of the head rows over a cell that are not empty, outermost first."""
        return tuple(
            head
            for head in self.cells
            if head.kind == "head"
            and head.row < cell.row
            and head.span
            and head.column < cell.column + cell.columns
            and cell.column < head.column + head.columns
        )

    def labels(self, cell: Cell) -> tuple[Cell, ...]:
        """The cells that head the rows of a cell and are not empty, those that span down to it among them, outermost
        first; none for a head, nor for a cell that is itself in the columns that do."""
        if cell.kind == "head" or cell.column < self.stub:
            return ()
        return tuple(
            label
            for label in self.cells
            if label.column < self.stub
            and label.kind != "head"
            and label.span
            and label.row < cell.row + cell.rows
            and cell.row < label.row + label.rows
        )

    def row(self, number: int) -> tuple[Cell, ...]:
        """The cells that begin in a row, from left to right."""
        return tuple(cell for cell in self.cells if cell.row == number)

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max(cell.row + cell.rows for cell in self.cells)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max(cell.column + cell.columns for cell in self.cells)


class Fact(NamedTuple):
    """A label and its value, in the order printed: the label of a large figure may stand below it."""

    label: Span
    value: Span


class Facts(NamedTuple):
    """Facts that stand together."""

    facts: tuple[Fact, ...]


Block: TypeAlias = Paragraph | Table | Facts


class Passage(NamedTuple):
    """One text of its own: no sentence runs over its end. The heading has no block; a cell, or the label or value of a
    fact, is part of one."""

    span: Span
    block: Block | None
    part: Cell | Fact | None = None

    @property
    def sums_up(self) -> bool:
        """Whether it is a cell of a row or column of totals."""
        return isinstance(self.part, Cell) and self.part.kind == "total"


def row_spans(blocks: Iterable[Block]) -> Iterator[Span]:
    """The rows of tables, and facts with their labels, in text order."""
    for block in blocks:
        match block:
            case Table():
                for _, row in groupby(block.cells, key=lambda cell: cell.row):
                    spans = [cell.span for cell in row]
                    yield Span(spans[0].start, spans[-1].end)
            case Facts():
                for fact in block.facts:
                    yield Span(min(fact.label.start, fact.value.start), max(fact.label.end, fact.value.end))


def passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    """The passages of blocks in text order, empty cells among them."""
    for block in blocks:
        match block:
            case Paragraph():
                yield Passage(block.span, block)
            case Table():
                for cell in block.cells:
                    yield Passage(cell.span, block, cell)
            case Facts():
                for fact in block.facts:
                    yield from (Passage(span, block, fact) for span in sorted((fact.label, fact.value)))
