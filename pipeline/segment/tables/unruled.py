"""Lines -> tables without rules: rows of cells that begin at the same edges and are parted by white.

Columns of text begin at the same edges too, but no white goes through all of them row by row, and their lines run on.
Cards have a heading above each text, so that the type changes from row to row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.segment.facts import is_label
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import by_level
from pipeline.segment.tables.across import CELL_LINES, FIGURE_PITCH
from pipeline.segment.tables.cells import Table, of_rows
from pipeline.segment.tables.heads import CELL_LEADING
from pipeline.segment.typography import runs_on

# A table has no fewer rows, with the heads of its columns, and no fewer columns than this; known labels side by side
# are heads over any row.
ROWS, COLUMNS = 4, 3
# Cells of one column begin at the same edge, give or take this, in ems.
SAME_EDGE = 0.5


def open_tables(lines: Sequence[Line]) -> list[Table]:
    """The tables among lines."""
    return [of_rows(rows) for rows in map(_rows, _blocks(by_level(lines))) if _is_table(rows)]


def _blocks(levels: Sequence[list[Line]]) -> Iterator[list[list[Line]]]:
    """Levels below each other whose lines all begin at the edges of those of the first."""
    block: list[list[Line]] = []
    for level in levels:
        if block and not _goes_on(block, level):
            yield block
            block = []
        if block or len(level) >= COLUMNS:
            block.append(level)
    if block:
        yield block


def _goes_on(block: Sequence[Sequence[Line]], level: Sequence[Line]) -> bool:
    near = _gap(block[-1], level) < FIGURE_PITCH
    edges = [line.box.x0 for line in block[0]]
    return near and all(any(abs(line.box.x0 - x) < SAME_EDGE * line.size for x in edges) for line in level)


def _gap(upper: Sequence[Line], lower: Sequence[Line]) -> float:
    """The white between two levels, in ems."""
    return (min(line.box.top for line in lower) - max(line.box.bottom for line in upper)) / lower[0].size


def _rows(block: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of each row, those of its first level first."""
    rows = [list(block[0])]
    for upper, lower in pairwise(block):
        if _gap(upper, lower) > CELL_LEADING:
            rows.append([])
        rows[-1] += lower
    return rows


def _is_table(rows: Sequence[Sequence[Line]]) -> bool:
    firsts = [by_level(cells)[0] for cells in rows]
    low = all(len(by_level(cells)) <= CELL_LINES for cells in rows)
    wide = all(len(cells) >= COLUMNS for cells in firsts)
    one_type = len({cells[0].style for cells in firsts[1:]}) == 1
    enough = len(rows) >= ROWS or all(is_label(line.text) for line in firsts[0])
    return enough and low and wide and one_type and not runs_on([line for cells in firsts for line in cells])
