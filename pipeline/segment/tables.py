"""Tables: cells beside each other that are read row by row.

Three sorts are told (and tables without rules in open_tables.py):
- ruled tables: rules of one width below each other, with cells beside each other between them;
- tables of figures, before any gutter is looked for, so that their columns are not taken for columns of text: rows
  with at least two figures side by side that line up below each other, with the labels before them and the heads above;
- cells on both sides of a gutter that begin level row by row and do not run on as text does: labels with figures, cards
  with a label and a value, rows that are spaced as no list is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from pipeline.model import Style
from pipeline.segment.elements import Item, Row, Table, bottom, by_level, from_top, level, row, size
from pipeline.segment.facts import is_figure
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.gutters import TOLERANCE, tallest_band
from pipeline.segment.lines.stretches import around
from pipeline.segment.regions import Divider
from pipeline.segment.typography import runs_on

# Rules of one table begin and end at the same points, give or take; a cell is narrower than this share of its table and
# has no more lines than this.
SAME_WIDTH, CELL_WIDTH, CELL_LINES = 6.0, 0.7, 6
# The heads of columns stand above a table within this distance, in ems.
HEAD_GAP = 2.0
# Rows of cells without figures are rows only if they are spaced by more than this, in ems.
ROW_PITCH = 1.6
# The next line of a cell follows closer than this, in ems.
CELL_LEADING = 0.6
# Rows of figures are no further apart than this (ems), and a label has no more words than this.
FIGURE_PITCH, LABEL_WORDS = 3.0, 12


# ------------------------------------------------------------------------------------------------------- ruled tables


def ruled_tables(lines: Sequence[Line], dividers: Sequence[Divider]) -> list[Table]:
    """The tables between rules that begin and end at the same edges. What is no table's row between two such rules
    (text under a heading, columns of text) ends a table."""
    tables: list[list[Row]] = []
    stack: Divider | None = None
    for upper, lower in _stacked(dividers):
        cells = [line for line in lines if _between(line, upper, lower)]
        if not is_row(cells, upper.box.width):
            stack = None
            continue
        if stack is not upper:
            tables.append([])
        tables[-1].append(row_of_cells(cells))
        stack = lower
    return [_with_ends(rows, lines) for rows in tables if len(rows) > 1]


def _with_ends(rows: list[Row], lines: Sequence[Line]) -> Table:
    """The table with the row above its first rule, if that has cells beside each other over its own, and the row below
    its last one, if that has a cell below each of the last: where every other row has a ground, one may have none."""
    table = around(row.box for row in rows)
    above = [line for line in lines if 0 <= table.top - line.box.bottom < HEAD_GAP * line.size]
    heads = [line for line in above if any(_overlap(line, cell) for cell in rows[0].lines)]
    below = [line for line in lines if 0 <= line.box.top - table.bottom < HEAD_GAP * line.size]
    last = [line for line in below if any(_overlap(line, cell) for cell in rows[-1].lines)]
    if len(heads) > 1 and all(level(heads[0], line) for line in heads):
        rows = [row(heads), *rows]
    one_each = all(sum(_overlap(line, cell) for line in last) == 1 for cell in rows[-1].lines)
    if len(last) == len(rows[-1].lines) and one_each and all(level(last[0], line) for line in last):
        rows = [*rows, row(last)]
    return Table.of(rows)


def _stacked(dividers: Sequence[Divider]) -> Iterator[tuple[Divider, Divider]]:
    """Each rule with the next one of its width below it."""
    ordered = sorted(dividers, key=from_top)
    for place, upper in enumerate(ordered):
        below = (
            lower
            for lower in ordered[place + 1 :]
            if abs(lower.box.x0 - upper.box.x0) + abs(lower.box.x1 - upper.box.x1) < SAME_WIDTH
            and lower.box.top > upper.box.bottom
        )
        if lower := next(below, None):
            yield upper, lower


def _between(line: Line, upper: Divider, lower: Divider) -> bool:
    middle = (line.box.top + line.box.bottom) / 2
    inside = upper.box.x0 - TOLERANCE <= line.box.x0 and line.box.x1 <= upper.box.x1 + TOLERANCE
    return inside and upper.box.top < middle < lower.box.bottom


def is_row(lines: Sequence[Line], width: float = math.inf) -> bool:
    """Whether lines are the cells of a row: beside each other, narrow (of a table of that
    width), and none of them a column of text."""
    if not lines:
        return False
    first = min(lines, key=from_top)
    beside = [line for line in lines if level(first, line)]
    lowest = max(sum(_overlap(line, other) for other in lines) for line in beside)
    return len(beside) > 1 and lowest <= CELL_LINES and all(line.box.width < CELL_WIDTH * width for line in lines)


def row_of_cells(lines: Sequence[Line]) -> Row:
    """The lines of a row, cell by cell."""
    return Row(tuple(_cell_by_cell(lines)), around(line.box for line in lines))


def _cell_by_cell(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of each cell from top to bottom, cells from left to right."""
    band = tallest_band(sorted(lines, key=from_top))
    if band is None:
        yield from sorted(lines, key=from_top)
        return
    for part in (band.above, band.left, band.right, band.below):
        if part:
            yield from _cell_by_cell([line for line in part if isinstance(line, Line)])


# --------------------------------------------------------------------------------------------------- tables of figures


def figure_tables(lines: Sequence[Line]) -> list[Table]:
    """The tables of figures among lines."""
    if sum(is_figure(line.text) for line in lines) < 4:
        return []
    levels = by_level(lines)
    found: list[list[tuple[int, list[Line]]]] = []
    for place, cells in ((place, cells) for place, line in enumerate(levels) for cells in _figures_in(line)):
        table = next((table for table in found if _goes_on(table[-1][1], cells) and table[-1][0] < place), None)
        if table:
            table.append((place, cells))
        else:
            found.append([(place, cells)])
    return [_whole(table, levels) for table in found if len(table) > 1]


def _figures_in(level: Sequence[Line]) -> Iterator[list[Line]]:
    """Stretches of at least two figures beside each other."""
    for figure, cells in groupby(level, key=lambda line: is_figure(line.text)):
        stretch = list(cells)
        if figure and sum(len(cell.words) for cell in stretch) > 1:
            yield stretch


def _goes_on(upper: Sequence[Line], lower: Sequence[Line]) -> bool:
    near = lower[0].box.top - upper[0].box.bottom < FIGURE_PITCH * lower[0].size
    return near and sum(any(_overlap(cell, above) for above in upper) for cell in lower) * 2 > len(lower)


def _overlap(one: Line, other: Line) -> bool:
    return one.box.x0 < other.box.x1 and other.box.x0 < one.box.x1


def _whole(table: Sequence[tuple[int, list[Line]]], levels: Sequence[Sequence[Line]]) -> Table:
    """The rows of figures with their labels and heads."""
    labels = [_label(cells, levels[place]) for place, cells in table]
    found = [label for label in labels if label]
    aligned = len(found) * 2 > len(labels) and all(
        abs(label.box.x0 - found[0].box.x0) < 2 * label.size for label in found
    )
    rows = [
        row([label, *cells] if label and aligned else cells) for label, (_, cells) in zip(labels, table, strict=True)
    ]
    heads = _heads(levels[table[0][0] - 1], rows[0]) if table[0][0] else []
    rows = [row(heads), *rows] if heads else rows
    return Table.of(rows)


def _label(cells: Sequence[Line], level: Sequence[Line]) -> Line | None:
    place = level.index(cells[0])
    label = level[place - 1] if place else None
    return label if label and not is_figure(label.text) and len(label.words) <= LABEL_WORDS else None


def _heads(above: Sequence[Line], first: Row) -> list[Line]:
    """The cells of the line above that stand over those of the first row, if they are heads of columns."""
    heads = [line for line in above if any(_overlap(line, cell) for cell in first.lines)]
    near = bool(heads) and first.box.top - heads[0].box.bottom < FIGURE_PITCH * heads[0].size
    return heads if near and len(heads) > 1 and all(len(head.words) <= 3 for head in heads) else []


# ----------------------------------------------------------------------------------------------- rows across a gutter


class Rows(NamedTuple):
    """Rows of cells, and what stands above and below them."""

    above: list[Item]
    rows: list[Row]
    below: list[Item]


def rows_across(left: Sequence[Item], right: Sequence[Item]) -> Rows | None:
    """The rows that a gutter runs through; None if its sides are columns."""
    strata = _strata(left, right)
    levels = [_begins_level(stratum, left, right) for stratum in strata]
    start = next((place for place, (one, other) in enumerate(pairwise(levels)) if one and other), None)
    if start is None:
        return None
    end = next((place for place in range(start, len(levels)) if not levels[place]), len(levels))
    rows = _with_values(strata[start:end])
    cells = [item for row in rows for item in row]
    lines = [item for item in cells if isinstance(item, Line)]
    on_left, on_right = ([line for line in lines if line in side] for side in (left, right))
    if len(lines) < len(cells) or runs_on(on_left) or runs_on(on_right):
        return None
    pitch = median(lower[0].box.top - upper[0].box.top for upper, lower in pairwise(rows)) if rows[1:] else 0.0
    if sum(is_figure(line.text) for line in on_right) * 2 <= len(on_right) and pitch <= ROW_PITCH * lines[0].size:
        return None
    above, below = ([item for stratum in part for item in stratum] for part in (strata[:start], strata[end:]))
    return Rows(above, [part for row in rows for part in _parts(row)], below)


def _strata(left: Sequence[Item], right: Sequence[Item]) -> list[list[Item]]:
    """Both sides cut at every gap that goes through both; what follows closely and does not begin level is the next
    line of a cell."""
    strata: list[list[Item]] = []
    end = 0.0
    for item in sorted([*left, *right], key=from_top):
        if not strata or item.box.top >= end - TOLERANCE:
            strata.append([])
        strata[-1].append(item)
        end = max(end, item.box.bottom)
    joined = strata[:1]
    for stratum in strata[1:]:
        close = stratum[0].box.top - bottom(joined[-1]) < CELL_LEADING * size(stratum[0])
        if close and not _begins_level(stratum, left, right):
            joined[-1] = joined[-1] + stratum
        else:
            joined.append(stratum)
    return joined


def _begins_level(stratum: Sequence[Item], left: Sequence[Item], right: Sequence[Item]) -> bool:
    first_left = next((item for item in stratum if item in left), None)
    first_right = next((item for item in stratum if item in right), None)
    return first_left is not None and first_right is not None and level(first_left, first_right)


def _with_values(rows: list[list[Item]]) -> list[list[Item]]:
    """Label and value of one card are one row: the value follows closely and is set in another style on both sides."""
    gaps = [lower[0].box.top - bottom(upper) for upper, lower in pairwise(rows)]
    whole = rows[:1]
    for cells, gap in zip(rows[1:], gaps, strict=True):
        if gap < max(gaps) / 2 and not _styles(cells) & _styles(whole[-1]):
            whole[-1] = whole[-1] + cells
        else:
            whole.append(cells)
    return whole


def _styles(cells: Sequence[Item]) -> set[Style]:
    return {item.style for item in cells if isinstance(item, Line)}


def _parts(cells: Sequence[Item]) -> Iterator[Row]:
    """A row of single lines as one; of cells with several lines each, one after the other."""
    lines = sorted((item for item in cells if isinstance(item, Line)), key=from_top)
    if all(level(lines[0], line) for line in lines):
        yield row(lines)
    elif band := tallest_band(lines):
        for part in (band.above, band.left, band.right, band.below):
            if part:
                yield from _parts(part)
    else:
        yield Row(tuple(lines), around(line.box for line in lines))
