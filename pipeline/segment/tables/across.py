"""Tables: cells beside each other that are read row by row.

Three sorts are told (and tables without rules in unruled.py):
- ruled tables: rules of one width below each other, with cells beside each other between them;
- tables of figures, before any gutter is looked for, so that their columns are not taken for columns of text: rows
  with at least two figures side by side that line up below each other, with the labels before them and the heads above;
- cells on both sides of a gutter that begin level row by row and do not run on as text does: labels with figures, cards
  with a label and a value, rows that are spaced as no list is.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.language.expressions import says
from pipeline.model import Style
from pipeline.segment.elements import Item, bottom, from_top, level, size
from pipeline.segment.facts import is_figure
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.gutters import TOLERANCE, tallest_band
from pipeline.segment.lines.levels import by_level
from pipeline.segment.lines.stretches import around
from pipeline.segment.regions import Divider
from pipeline.segment.tables.cells import Cell, Table, is_nil, of_rows, table
from pipeline.segment.tables.figures import SAME_SIZE, interlocking
from pipeline.segment.tables.heads import CELL_LEADING, go_on
from pipeline.segment.tables.ruled import split
from pipeline.segment.typography import runs_on, small

# Rules of one table begin and end at the same points, give or take; a cell is narrower than this share of its table and
# has no more lines than this.
SAME_WIDTH, CELL_WIDTH, CELL_LINES = 6.0, 0.7, 6
# A rule no further than this (points) from the edge of a ground is drawn on it.
ON_EDGE = 1.0
# The heads of columns stand above a table within this distance, in ems, all their lines within that.
HEAD_GAP, HEADS_REACH = 2.0, 4.5
# Rows of cells without figures are rows only if they are spaced by more than this, in ems.
ROW_PITCH = 1.6
# The middles of cells of one line and of several beside them differ by no more than this, in ems.
CENTRED = 0.3
# Rows of figures are no further apart than this (ems), and a label has no more words than this.
FIGURE_PITCH, LABEL_WORDS = 3.0, 12
# The name of the rows below it has no more words than this; with the first of them it takes up so many levels.
NAME_WORDS, NAMED = 8, 2


# ------------------------------------------------------------------------------------------------------- ruled tables


def ruled_tables(lines: Sequence[Line], dividers: Sequence[Divider]) -> list[Table]:
    """The tables between rules that begin and end at the same edges. What is no table's row between two such rules
    (text under a heading, columns of text) ends a table, unless it names the rows below it."""
    tables: list[list[list[Line]]] = []
    ending: dict[Divider, list[list[Line]]] = {}  # the table whose last row so far is above a rule
    below_label: set[Line] = set()
    stacked = list(_stacked(dividers))
    within = {(upper, lower): _within(upper, lower, dividers, lines) for upper, lower in stacked}
    inner = {rule for rules in within.values() for rule in rules}
    between = {pair: [line for line in lines if _between(line, *pair)] for pair in stacked if inner.isdisjoint(pair)}
    sums = [upper for (upper, _), cells in between.items() if _is_of_sums(upper, cells, lines)]
    for (upper, lower), cells in between.items():
        rows = _rows_between(cells, upper, within[upper, lower])
        if rows is None or any(_one_width(upper, other) for other in sums):
            continue
        if upper not in ending:
            ending[upper] = []
            tables.append(ending[upper])
        ending[lower] = ending[upper]
        ending[lower] += rows
        if within[upper, lower]:
            below_label.update(line for row in rows[1:] for line in row)
    whole = (rows for rows in map(_without_titles, tables) if len(rows) > 1 and not _run_on(rows))
    return [_with_ends(rows, lines, below_label) for rows in whole]


def _within(upper: Divider, lower: Divider, dividers: Sequence[Divider], lines: Sequence[Line]) -> list[Divider]:
    """The rules between two that part all their columns but the first ones, in which a cell spans the rows."""
    top, bottom, x0, x1 = upper.box.bottom, lower.box.top, upper.box.x0, upper.box.x1
    rules = [
        rule
        for rule in dividers
        if top < rule.box.top < bottom and abs(rule.box.x1 - x1) < SAME_WIDTH < rule.box.x0 - x0
    ]
    labels = [line for line in lines if _between(line, upper, lower) and all(line.box.x1 <= r.box.x0 for r in rules)]
    return sorted(rules, key=from_top) if labels else []


def _rows_between(cells: Sequence[Line], rule: Divider, within: Sequence[Divider] = ()) -> list[list[Line]] | None:
    """The row between two rules, or those that rules `within` part, or the name and the row below it, as where every
    other row has a ground; None where what stands there is no row."""
    if within:
        edge = min(other.box.x0 for other in within)
        places = [sum(other.box.top < line.box.middle[1] for other in within) for line in cells]
        rows = [
            [
                line
                for line, at in zip(cells, places, strict=True)
                if (at if line.box.x0 >= edge - TOLERANCE else 0) == row
            ]
            for row in range(len(within) + 1)
        ]
        return rows if all(is_row(row, rule.box.width) for row in rows) else None
    levels = by_level(cells)
    parts = _parted(levels)
    if len(parts) > 1 and all(is_row(part, rule.box.width) or _is_name(part) for part in parts):
        return parts
    if not cells or is_row(cells, rule.box.width) or _is_name(cells):
        return [list(cells)] if cells else []
    if _ends_level(levels, rule.box.width):
        return [list(cells)]
    named = len(levels) == NAMED and _is_name(levels[0]) and is_row(levels[1], rule.box.width)
    return levels if named and any(is_figure(line.text) for line in levels[1]) else None


def _parted(levels: Sequence[list[Line]]) -> list[list[Line]]:
    """The rows of levels several of which end with figures, as where some rows have no ground: a level begins one that
    sums up, or that stands off from the one above, or is set otherwise."""
    figures = [level_[-1].box for level_ in levels if len(level_) > 1 and is_figure(level_[-1].text)]
    if len(figures) < 2 or not all(figures[0].shares_column(box) for box in figures):
        return []
    rows: list[list[Line]] = []
    for level_ in levels:
        sums_up = not rows or _sums_up(level_) or _sums_up(rows[-1])
        if not sums_up and all(any(_goes_on(upper, line) for upper in rows[-1]) for line in level_):
            rows[-1] += level_
        else:
            rows.append(list(level_))
    return rows


def _sums_up(level_: Sequence[Line]) -> bool:
    """Whether a level is one of totals: figures, and a label that says so."""
    label, *figures = level_
    return bool(figures and says("total").search(label.text)) and all(is_figure(line.text) for line in figures)


def _ends_level(levels: Sequence[Sequence[Line]], width: float) -> bool:
    """Whether lines are the cells of a row that end level: each line above the last ones goes on below it."""
    if not is_row(levels[-1], width):
        return False
    lower = list(levels[-1])
    for level_ in reversed(levels[:-1]):
        if not all(any(_goes_on(line, other) for other in lower) for line in level_):
            return False
        lower += level_
    return True


def _goes_on(line: Line, lower: Line) -> bool:
    edge, gap = abs(lower.box.x0 - line.box.x0) < TOLERANCE, lower.box.top - line.box.bottom
    return edge and lower.style == line.style and gap < CELL_LEADING * line.size


def _run_on(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether most of what stands in rows are words set apart of justified lines, which begin with small letters."""
    cells = [line for row in rows for line in row]
    return 2 * sum(small(line.text) for line in cells) > len(cells)


def _is_name(cells: Sequence[Line]) -> bool:
    """Whether a line alone between two rules may name the rows below it ("West Africa")."""
    return len(cells) == 1 and len(cells[0].words) <= NAME_WORDS and not cells[0].text.endswith(".")


def _without_titles(rows: list[list[Line]]) -> list[list[Line]]:
    """The rows of a table, names among them only if there are fewer of them and none is set in larger type."""
    while rows and len(rows[-1]) == 1:
        rows = rows[:-1]
    named, others = ([row for row in rows if (len(row) == 1) is alone] for alone in (True, False))
    cells = [line for row in others for line in row]
    small_enough = all(any(name.size <= line.size for line in cells) for (name,) in named)
    return rows if 2 * len(named) <= len(others) and small_enough else []


def _with_ends(rows: list[list[Line]], lines: Sequence[Line], below_label: Container[Line] = ()) -> Table:
    """The table with the heads of its columns above its first rule, its labels over the rows that they span
    (`below_label` has the lines of those after the first), and the rows above its first rule and below its last that
    have a cell for each of its own, or totals: where every other row has a ground, some have none."""
    boxes = [around(line.box for line in row) for row in rows]
    white = median(lower.top - upper.bottom for upper, lower in pairwise(boxes))
    full, whole = max(rows, key=len), [*_row_above(rows[0], lines), *rows]
    while last := _row_below(whole[-1], full, lines):
        whole.append(last)
    top = min(line.box.top for line in whole[0])
    return split(_spanned(of_rows([*_heads_over(top, full, lines, white), *whole]), below_label))


def _row_above(first: Sequence[Line], lines: Sequence[Line]) -> list[list[Line]]:
    """The row with figures right above the first, set as that is; none where there is none."""
    top, cells = min(line.box.top for line in first), [cells[0] for cells in by_column(first)]
    near = [line for line in lines if 0 <= top - line.box.bottom < HEAD_GAP * line.size]
    above = by_level([line for line in near if any(line.box.shares_column(cell.box) for cell in cells)])[-1:]
    return [row for row in above if _is_alike(row, cells) and any(is_figure(line.text) for line in row)]


def _row_below(last: Sequence[Line], full: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The row right below the last, or that of totals, each of its figures below one of a full row; nothing where there
    is none."""
    bottom, cells = max(line.box.bottom for line in last), [cells[0] for cells in by_column(last)]
    below = [line for line in lines if 0 <= line.box.top - bottom < HEAD_GAP * line.size]
    under = [line for line in below if any(line.box.shares_column(cell.box) for cell in cells)]
    first = next(iter(_parted(by_level(under))), under)
    if not _sums_up(cells) and _is_alike(first, cells):
        return first
    total = next((line for line in below if says("total").search(line.text)), None)
    row = [line for line in below if total and level(total, line)]
    under = [line for line in row if any(is_figure(cell.text) and line.box.shares_column(cell.box) for cell in full)]
    told = all(is_figure(line.text) or is_nil(line.text) for line in under)
    return sorted(row, key=lambda line: line.box.x0) if told and 0 < len(under) == len(row) - 1 else []


def _is_alike(row: Sequence[Line], cells: Sequence[Line]) -> bool:
    """Whether level lines are one for each of the cells, set as those are."""
    over = [[line for line in row if line.box.shares_column(cell.box)] for cell in cells]
    one_each = len(row) == len(cells) and all(len(lines) == 1 for lines in over)
    return (
        one_each
        and all(level(row[0], line) for line in row)
        and all(lines[0].style == cell.style for lines, cell in zip(over, cells, strict=True))
    )


def _spanned(whole: Table, below_label: Container[Line]) -> Table:
    """The table with the first cells of rows that a label spans, which are empty, taken into the label above."""
    kept: dict[tuple[int, int], Cell] = {}
    rows = {cell.row for cell in whole.cells if any(line in below_label for line in cell.lines)}
    for cell in whole.cells:
        above = next(
            (at for at, other in kept.items() if at[1] == cell.column and at[0] + other.rows == cell.row), None
        )
        leads = cell.row in rows and not cell.lines and not any(at[0] == cell.row for at in kept)
        if leads and above:
            kept[above] = replace(kept[above], rows=kept[above].rows + 1)
        else:
            kept[cell.row, cell.column] = cell
    return table(kept.values()) if rows else whole


def _heads_over(top: float, first: Sequence[Line], lines: Sequence[Line], white: float = 0) -> list[list[Line]]:
    """The rows of heads right above a row, over its cells, from the top: several beside each other, and what in their
    type stands over several of them or, centred on them, over a column that has none; a name of rows may stand below
    them. Rows with much `white` between them (points) have their heads as far above them."""
    over = [line for line in lines if any(line.box.shares_column(cell.box) for cell in first)]
    near = [line for line in over if 0 <= top - line.box.bottom < HEADS_REACH * line.size]
    heads: list[list[Line]] = []
    names: list[list[Line]] = []
    for group in reversed([part for some in interlocking(by_level(near)) for part in _in_levels(some)]):
        gap, cells = top - max(line.box.bottom for line in group), by_column(group)
        if gap >= max(HEAD_GAP * group[0].size, white + TOLERANCE) or (heads and not _alike(group, heads[0])):
            break
        beside = not heads or any(group[0].box.shares_column(line.box) for line in heads[0])
        if heads and ((not beside and gap < 0) or go_on(group, heads[0])):
            heads[0] = [*group, *heads[0]]
        elif len(cells) > 1 or (heads and _spans(group, heads[0])):
            heads.insert(0, group)
        elif not (heads or names) and _is_name(group) and group[0].box.x0 < min(line.box.x1 for line in first):
            names.insert(0, group)
        else:
            break
        top = min(line.box.top for line in group)
    if names and heads and any(is_figure(line.text) or line.style == first[0].style for line in heads[-1]):
        return []
    return [*heads, *names] if heads else []


def _in_levels(group: list[Line]) -> list[list[Line]]:
    """The lines of heads that overlap in height, those apart that are level with one that stands over several others:
    what is centred on both levels stays with the lower one."""
    spanning = [
        line
        for line in group
        if sum(line.box.shares_column(other.box) for other in group if not level(line, other)) > 1
    ]
    upper = [line for line in group if any(level(line, other) for other in spanning)]
    lower = [line for line in group if line not in upper]
    return [upper, lower] if upper and len(by_column(lower)) > 1 else [group]


def _alike(some: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether lines are set in one weight and colour, and in about one size."""
    ours, theirs = ({(line.style.bold, line.style.colour) for line in part} for part in (some, others))
    return ours == theirs and abs(some[0].size - others[0].size) < SAME_SIZE * others[0].size


def _spans(upper: Sequence[Line], lower: Sequence[Line]) -> bool:
    """Whether a line stands over several others, none of them the first, as the head of several columns does."""
    under = [cell for cell in by_column(lower) if any(upper[0].box.shares_column(line.box) for line in cell)]
    return len(upper) == 1 and len(under) > 1 and upper[0].box.x0 > min(line.box.x1 for line in lower)


def by_column(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a row cell by cell."""
    cells: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.x0):
        if cells and any(line.box.shares_column(other.box) for other in cells[-1]):
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _stacked(dividers: Sequence[Divider]) -> Iterator[tuple[Divider, Divider]]:
    """Each rule with the next one of its width below it; a rule on the edge of a ground is one with it."""
    ordered: list[Divider] = []
    near = 0
    for rule in sorted(dividers, key=from_top):
        while near < len(ordered) and rule.box.top - ordered[near].box.bottom >= ON_EDGE:
            near += 1
        if not any(_one_width(rule, other) for other in ordered[near:]):
            ordered.append(rule)
    for place, upper in enumerate(ordered):
        if lower := next((lower for lower in ordered[place + 1 :] if _one_width(upper, lower)), None):
            yield upper, lower


def _one_width(one: Divider, other: Divider) -> bool:
    return abs(other.box.x0 - one.box.x0) + abs(other.box.x1 - one.box.x1) < SAME_WIDTH


def _is_of_sums(upper: Divider, cells: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a rule is one that accounts have over sums: figures alone below it, their labels left of its end."""
    return all(is_figure(line.text) or is_nil(line.text) for line in cells) and any(
        line.box.x1 < upper.box.x0 + TOLERANCE and level(line, cell) for line in lines for cell in cells
    )


def _between(line: Line, upper: Divider, lower: Divider) -> bool:
    middle = (line.box.top + line.box.bottom) / 2
    inside = upper.box.x0 - TOLERANCE <= line.box.x0 and line.box.x1 <= upper.box.x1 + TOLERANCE
    return inside and upper.box.top < middle < lower.box.bottom


def is_row(lines: Sequence[Line], width: float = math.inf) -> bool:
    """Whether lines are the cells of a row: beside each other, narrow (of a table of that width), none of them a column
    of text, and none below two of the others."""
    if not lines:
        return False
    first = min(lines, key=from_top)
    beside = [line for line in lines if level(first, line)]
    beside = beside if len(beside) > 1 else _centred(lines)
    texts = [line for line in lines if not is_figure(line.text)]
    lowest = max((sum(line.box.shares_column(other.box) for other in texts) for line in beside), default=0)
    spans = any(sum(line.box.shares_column(cell.box) for cell in beside) > 1 for line in lines)
    narrow = all(line.box.width < CELL_WIDTH * width for line in lines)
    return len(beside) > 1 and lowest <= CELL_LINES and narrow and not spans


def _centred(lines: Sequence[Line]) -> list[Line]:
    """The first line of each cell, if the cells beside each other have one middle; none else."""
    cells = by_column(lines)
    middles = [around(line.box for line in cell).middle[1] for cell in cells]
    centred = max(middles) - min(middles) < CENTRED * lines[0].size
    return [min(cell, key=from_top) for cell in cells] if centred else []


# ----------------------------------------------------------------------------------------------- rows across a gutter


class Rows(NamedTuple):
    """A table, and what stands above and below it."""

    above: list[Item]
    table: Table
    below: list[Item]


def rows_across(left: Sequence[Item], right: Sequence[Item]) -> Rows | None:
    """The rows that a gutter runs through; None if its sides are columns."""
    strata = _strata(left, right)
    levels = [_begins_level(stratum, left, right) for stratum in strata]
    start = next((place for place, (one, other) in enumerate(pairwise(levels)) if one and other), None)
    if start is None:
        return None
    end = next((place for place in range(start, len(levels)) if not levels[place]), len(levels))
    if not all(isinstance(item, Line) for stratum in strata[start:end] for item in stratum):
        return None
    rows = _with_values([[item for item in stratum if isinstance(item, Line)] for stratum in strata[start:end]])
    lines = [line for row in rows for line in row]
    on_left, on_right = ([line for line in lines if line in side] for side in (left, right))
    if _are_cards(rows) or runs_on(on_left) or runs_on(on_right):
        return None
    pitch = median(lower[0].box.top - upper[0].box.top for upper, lower in pairwise(rows))
    if sum(is_figure(line.text) for line in on_right) * 2 <= len(on_right) and pitch <= ROW_PITCH * lines[0].size:
        return None
    above, below = ([item for stratum in part for item in stratum] for part in (strata[:start], strata[end:]))
    return Rows(above, of_rows([part for row in rows for part in _parts(row)]), below)


def _are_cards(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether rows of names in bold stand over rows of text, more than once: a table has bold heads and totals only."""
    bold = [all(line.style.bold for line in row if level(row[0], line)) for row in rows]
    whole = sum(name and not row[-1].style.bold for name, row in zip(bold, rows, strict=True))
    return whole + sum(upper and not lower for upper, lower in pairwise(bold)) > 1


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


def _with_values(rows: list[list[Line]]) -> list[list[Line]]:
    """Label and value of one card are one row: the value follows closely and is set in another style on both sides."""
    gaps = [lower[0].box.top - bottom(upper) for upper, lower in pairwise(rows)]
    whole = rows[:1]
    for cells, gap in zip(rows[1:], gaps, strict=True):
        if gap < max(gaps) / 2 and not _styles(cells) & _styles(whole[-1]):
            whole[-1] = whole[-1] + cells
        else:
            whole.append(cells)
    return whole


def _styles(cells: Sequence[Line]) -> set[Style]:
    return {line.style for line in cells}


def _parts(cells: Sequence[Item]) -> Iterator[list[Line]]:
    """A row of single lines as one; of cells with several lines each, one after the other."""
    lines = sorted((item for item in cells if isinstance(item, Line)), key=from_top)
    band = None if all(level(lines[0], line) for line in lines) else tallest_band(lines)
    if band and (band.above or band.below):
        for part in (band.above, [*band.left, *band.right], band.below):
            if part:
                yield from _parts(part)
    else:
        yield lines
