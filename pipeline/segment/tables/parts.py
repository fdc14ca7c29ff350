"""Tables of the same columns below each other -> one table, where the lower one has no heads and nothing stands between
them but the name of the rows below ("West Africa")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.words import SENTENCE_END
from pipeline.segment.tables.cells import Cell, Table, is_figure, joined
from pipeline.segment.typography import LARGER

# Columns of one table begin or end at the same places, give or take, in ems.
SAME_EDGE = 1.5
# A name has no more words than this, and is no further from the rows above and below it than this, in ems.
NAME_WORDS, NAME_GAP = 8, 2.5


def with_names(tables: Sequence[Table], lines: Sequence[Line]) -> list[Table]:
    """The tables of a page, those that go on below a name or right below another as one; `lines` are in none."""
    whole: list[Table] = []
    for part in sorted(tables, key=lambda part: part.box.top):
        for place, above in enumerate(whole):
            names = _between(above, part, lines)
            if names is not None and _goes_on(above, part):
                whole[place] = joined(above, names, part)
                break
        else:
            whole.append(part)
    return whole


def _goes_on(upper: Table, lower: Table) -> bool:
    """Whether the lower one has no heads, the upper one has or tells words beside its labels, and no row of one is
    called as one of the other, as in two accounts."""
    ours, theirs = (
        {cell.text for cell in part.cells if cell.kind == "cell" and cell.column == 0 and cell.lines}
        for part in (upper, lower)
    )
    lists = upper.heads or any(cell.column and cell.lines and not is_figure(cell.text) for cell in upper.cells)
    return bool(lists) and not lower.heads and not ours & theirs and line_up(upper, lower)


def in_columns(part: Table, whole: Table) -> Table:
    """A part of a table that has fewer columns, for some hold no words in it, with all columns of the whole; any other
    as it is."""
    if part.columns >= whole.columns or part.heads or any(cell.columns > 1 for cell in part.cells):
        return part
    nearest = [_nearest(edges, whole) for edges in part.edges()]
    places = [place for off, place in nearest if off < SAME_EDGE * whole.size]
    if len(places) < part.columns or places != sorted(set(places)):
        return part
    cells = [replace(cell, column=places[cell.column]) for cell in part.cells]
    empty = [Cell((), row, place) for row in range(part.rows) for place in {*range(whole.columns)} - {*places}]
    return replace(part, cells=tuple(sorted([*cells, *empty], key=lambda cell: (cell.row, cell.column))))


def _nearest(edges: tuple[float, float] | None, whole: Table) -> tuple[float, int]:
    """The column of a table that begins or ends nearest to where another does, and how far off (points)."""
    return min((_off(edges, its), place) for place, its in enumerate(whole.edges()))


def _off(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float:
    return min(abs(one[0] - other[0]), abs(one[1] - other[1])) if one and other else inf


def line_up(one: Table, other: Table) -> bool:
    """Whether tables have columns that begin or end at the same places."""
    if one.columns != other.columns:
        return False
    near = SAME_EDGE * one.size
    edges = zip(one.edges(), other.edges(), strict=True)
    return all(mine is None or its is None or _off(mine, its) < near for mine, its in edges)


def _between(upper: Table, lower: Table, lines: Sequence[Line]) -> list[Line] | None:
    """The line alone between two tables that may name the rows of the lower one, or none; None where something else
    stands there, or much white."""
    top, bottom = upper.box.bottom, lower.box.top
    between = [line for line in lines if top <= line.box.middle[1] <= bottom and line.box.shares_column(upper.box)]
    gaps = pairwise([top, *(y for line in between for y in (line.box.top, line.box.bottom)), bottom])
    near = top <= bottom and all(under - over < NAME_GAP * upper.size for over, under in gaps)
    return between if near and len(between) < 2 and all(_may_name(line, upper) for line in between) else None


def _may_name(line: Line, table: Table) -> bool:
    """Whether a line is short, no larger than what stands in a table, and begins at its left edge."""
    plain = len(line.words) <= NAME_WORDS and not SENTENCE_END.search(line.text)
    edge = abs(line.box.x0 - table.box.x0) < SAME_EDGE * table.size
    return plain and edge and line.size < LARGER * table.size
