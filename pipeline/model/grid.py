"""The tables and facts of a document as grids: each cell with its place, its heads and its label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from pipeline.ids import Register, one_spaced
from pipeline.model.blocks import Cell, CellName, Fact, Facts, Paragraph, Span, Table
from pipeline.model.section import Section

LEVELS = " › "


class PlacedCell(NamedTuple):
    """A cell of a table, or a fact with its label (one a row), in the grid of that number. Rows and columns count from
    1. `nth` tells cells of one row with the same words apart; `row_text` is the row as it stands in the section."""

    section: Section
    grid: int
    row: int
    column: int
    kind: CellName
    head: str
    label: str
    span: Span
    row_text: str
    nth: int
    part: Cell | Fact

    @property
    def text(self) -> str:
        """Its words."""
        return self.section.content[self.span.start : self.span.end]


def grids(sections: Iterable[Section]) -> Iterator[PlacedCell]:
    """All cells and facts of a document, grid by grid."""
    number = 0
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                continue
            number += 1
            yield from (
                _of_table(section, number, block) if isinstance(block, Table) else _of_facts(section, number, block)
            )


def identified(document: str, sections: Iterable[Section]) -> Iterator[tuple[str, PlacedCell]]:
    """All cells and facts of the document of that name with their ids, which are made of their row and their words."""
    register = Register("cells")
    for cell in grids(sections):
        row, words = map(one_spaced, (cell.row_text, cell.text))
        yield register.of(document, row, words, cell.nth), cell


def _of_table(section: Section, number: int, table: Table) -> Iterator[PlacedCell]:
    content = section.content
    heads: dict[int, list[str]] = {}
    labels: dict[int, list[str]] = {}
    for cell in table.cells:
        words = content[cell.span.start : cell.span.end]
        if words and cell.kind == "head":
            for column in range(cell.column, cell.column + cell.columns):
                heads.setdefault(column, []).append(words)
        elif words and cell.column < table.stub:
            for row in range(cell.row, cell.row + cell.rows):
                labels.setdefault(row, []).append(words)
    for row, group in groupby(table.cells, key=lambda cell: cell.row):
        cells = list(group)
        row_text = content[cells[0].span.start : cells[-1].span.end]
        seen: Counter[str] = Counter()
        for cell in cells:
            words = content[cell.span.start : cell.span.end]
            is_head, is_label = cell.kind == "head", cell.column < table.stub
            head = "" if is_head else LEVELS.join(heads.get(cell.column, ()))
            label = "" if is_head or is_label else LEVELS.join(labels.get(row, ()))
            place = (number, row + 1, cell.column + 1)
            yield PlacedCell(section, *place, cell.kind, head, label, cell.span, row_text, seen[words], cell)
            seen[words] += 1


def _of_facts(section: Section, number: int, facts: Facts) -> Iterator[PlacedCell]:
    content = section.content
    for row, fact in enumerate(facts.facts, 1):
        first, last = sorted((fact.label, fact.value))
        label = content[fact.label.start : fact.label.end]
        row_text = content[first.start : last.end]
        yield PlacedCell(section, number, row, 1, "fact", "", label, fact.value, row_text, 0, fact)
