"""Which columns a head is centred on, where no word below it shows it: "2022" over "Pledged" and "Paid"; and which
lines are the next ones of heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from pipeline.model import BoundingBox
from pipeline.segment.lines.baselines import Line

# The middle of a head is no further from that of its columns than this share of their width: of runs of one length, and
# of others, for figures set to the right are off the middle of their columns.
OFF_CENTRE, UNEQUAL = 0.25, 0.1
# A head that has an edge or its middle where one column has it is that column's own (ems).
SAME_EDGE = 0.3
# The next line of a cell follows closer than this, in ems.
CELL_LEADING = 0.6

Columns = Sequence[tuple[float, float]]


def spans(heads: Sequence[BoundingBox], columns: Columns, size: float) -> list[tuple[int, int]] | None:
    """For each head from left to right the places of its first and last column, so that all columns have one: runs of
    one length if the heads are centred on these, else the only runs that they are centred on; None where that is not to
    be told. `columns` are where each begins and ends (points), `size` is that of the type."""
    if not 0 < len(heads) < len(columns):
        return None
    each, rest = divmod(len(columns), len(heads))
    equal = [(place * each, (place + 1) * each - 1) for place in range(len(heads))]
    if not rest and _fit(heads, equal, columns, OFF_CENTRE, size):
        return equal
    fitting = [runs for runs in _runs(len(heads), len(columns)) if _fit(heads, runs, columns, UNEQUAL, size)]
    return fitting[0] if len(fitting) == 1 else None


def _runs(heads: int, columns: int) -> Iterator[list[tuple[int, int]]]:
    for cuts in combinations(range(1, columns), heads - 1):
        yield [(start, end - 1) for start, end in pairwise([0, *cuts, columns])]


def _fit(
    heads: Sequence[BoundingBox], runs: Sequence[tuple[int, int]], columns: Columns, off: float, size: float
) -> bool:
    parts = (columns[first : last + 1] for first, last in runs)
    return all(_is_centred(head, part, off, size) for head, part in zip(heads, parts, strict=True))


def _is_centred(head: BoundingBox, columns: Columns, off: float, size: float) -> bool:
    start, end = columns[0][0], columns[-1][1]
    own = any(_has_edge(head, *column, SAME_EDGE * size) for column in columns)
    if len(columns) == 1:
        return own
    return abs(head.middle[0] - (start + end) / 2) <= off * (end - start) and not own


def _has_edge(head: BoundingBox, x0: float, x1: float, near: float) -> bool:
    return min(abs(head.x0 - x0), abs(head.x1 - x1), abs(head.middle[0] - (x0 + x1) / 2)) < near


def go_on(upper: Sequence[Line], lower: Sequence[Line]) -> bool:
    """Whether the lower lines are the next of the upper ones: close below, each under one, none beside another."""
    gap = min(line.box.top for line in lower) - max(line.box.bottom for line in upper)
    one_each = all(sum(line.box.shares_column(other.box) for other in upper) == 1 for line in lower) and all(
        sum(line.box.shares_column(other.box) for other in lower) <= 1 for line in upper
    )
    return one_each and gap < CELL_LEADING * lower[0].size
