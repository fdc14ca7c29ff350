"""Panel -> reading order: whitespace decides, the tallest gutter first.

A gutter is an upright strip of the width of a gap between lines, crossed by nothing, with text on both sides. The
gutter along which the two sides stand beside each other the longest cuts its panel into what is above the strip, left
of it, right of it and below it; each of these is cut again in the same way until no gutter is left. So a heading across
two columns ends their gutter and stands before both, and columns of any number and width come out from left to right.

Three layouts are read across a gutter instead (`_across`):
- a heading that reaches over the next column: nothing stands beside it there, and the text below it begins level in
  both columns;
- a grid of cards: the headings of both sides stand level in pairs;
- rows: the text on one side does not run on (cells, labels, figures), and the sides begin level row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.model import BoundingBox, Style
from pipeline.segment.grounds import Panel
from pipeline.segment.lines import Line
from pipeline.segment.runs import around
from pipeline.segment.typography import Typography, runs_on

# A gutter is at least this wide, in ems of the text it parts.
GUTTER = 0.9
# Lines are level if their baselines differ by no more than this, in ems.
LEVEL = 0.35
# Rows of cells without figures are rows only if they are spaced by more than this, in ems.
ROW_PITCH = 1.6
# The next line of a cell follows closer than this, in ems.
CELL_LEADING = 0.6
# Lines on one baseline in a column without gutters are a row if a gap between them is wider than this, in ems.
ROW_GAP = 2.0

Item = Line | Panel


class Row(NamedTuple):
    """Lines beside each other that are read across, as the cells of a table."""

    lines: tuple[Line, ...]
    box: BoundingBox


class _Band(NamedTuple):
    """What a gutter cuts: all items from top to bottom in four groups; `height` is how long both sides run beside
    each other."""

    height: float
    above: list[Item]
    left: list[Item]
    right: list[Item]
    below: list[Item]


@dataclass(frozen=True)
class Flow:
    """What stands on one ground, in reading order; a panel on it is a flow of its own."""

    box: BoundingBox
    typography: Typography
    items: tuple[Line | Row | Flow, ...]


def flow(panel: Panel, document: Typography) -> Flow:
    """The panel and the panels on it, each in reading order."""
    own = document.within(panel.lines)
    ordered = _ordered([*panel.lines, *panel.panels], own)
    return Flow(panel.box, own, tuple(flow(item, document) if isinstance(item, Panel) else item for item in ordered))


def _ordered(items: Sequence[Item], typography: Typography) -> Iterator[Item | Row]:
    items = sorted(items, key=_from_top)
    band = _tallest_band(items)
    if band is None:
        yield from _down(items)
        return
    band = _without_last_heading(band, typography)
    if band.above or band.below:
        for part in (band.above, [*band.left, *band.right], band.below):
            yield from _ordered(part, typography)
    elif table := _table(band.left, band.right):
        yield from _ordered(table.above, typography)
        for row in table.rows:
            yield from _cells(row)
        yield from _ordered(table.below, typography)
    else:
        for part in _across(band.left, band.right, typography) or (band.left, band.right):
            yield from _ordered(part, typography)


def _from_top(item: Item) -> tuple[float, float, float]:
    return item.box.top, item.box.x0, item.box.x1


def _down(items: Sequence[Item]) -> Iterator[Item | Row]:
    """The items of one column; lines on a shared baseline are parts of one line, or a row if they stand apart."""
    level: list[Line] = []
    for item in items:
        if level and not (isinstance(item, Line) and _level(level[-1], item)):
            yield _joined(level)
            level = []
        if isinstance(item, Line):
            level.append(item)
        else:
            yield item
    if level:
        yield _joined(level)


def _joined(level: Sequence[Line]) -> Line | Row:
    parts = sorted(level, key=lambda line: line.box.x0)
    if any(right.box.x0 - left.box.x1 > ROW_GAP * left.size for left, right in pairwise(parts)):
        return _row(parts)
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.joined(part)
    return whole


def _row(parts: Sequence[Line]) -> Row:
    return Row(tuple(parts), around(part.box for part in parts))


# ------------------------------------------------------------------------------------------------------------- gutters


def _tallest_band(items: Sequence[Item]) -> _Band | None:
    """`items` from top to bottom."""
    if len(items) < 2:
        return None
    em = median(_size(item) for item in items)
    best: _Band | None = None
    for x in _strips(items, GUTTER * em):
        for band in _bands(items, x, x + GUTTER * em):
            if band.height > em / 2 and (best is None or _rank(band) > _rank(best)):
                best = band
    return best


def _rank(band: _Band) -> tuple[float, int]:
    """The taller band, and of equal ones the one that holds more."""
    return round(band.height), len(band.left) + len(band.right)


def _size(item: Item) -> float:
    return item.size if isinstance(item, Line) else max((line.size for line in item.every()), default=10.0)


def _strips(items: Sequence[Item], width: float) -> list[float]:
    """Left edges of the strips that might be gutters: they end at an item's left edge or begin at a right edge, and
    have an item on either side."""
    first, last = min(item.box.x1 for item in items), max(item.box.x0 for item in items)
    edges = {round(item.box.x0 - width) for item in items} | {round(item.box.x1) for item in items}
    return sorted(x for x in edges if first - 1 <= x <= last - width + 1)


def _bands(items: Sequence[Item], x0: float, x1: float) -> Iterator[_Band]:
    """The stretches of the strip from x0 to x1 that no item crosses, if both sides of them hold items."""
    start = 0
    sides: list[bool] = []
    for place in range(len(items) + 1):
        if place < len(items):
            box = items[place].box
            right = box.x0 >= x1 - 1
            if right or box.x1 <= x0 + 1:
                sides.append(right)
                continue
        if any(sides) and not all(sides):
            yield _band(items, start, place, sides)
        start, sides = place + 1, []


def _band(items: Sequence[Item], start: int, end: int, sides: Sequence[bool]) -> _Band:
    inside = list(zip(items[start:end], sides, strict=True))
    left = [item for item, right in inside if not right]
    right = [item for item, right in inside if right]
    height = min(_bottom(left), _bottom(right)) - max(left[0].box.top, right[0].box.top)
    return _Band(height, list(items[:start]), left, right, list(items[end:]))


def _without_last_heading(band: _Band, typography: Typography) -> _Band:
    """A heading that ends the left column, with nothing beside it, is that of the text below the band."""
    kept = list(band.left)
    while len(kept) > 1 and band.below and kept[-1].box.top >= _bottom(band.right) - 1 and _head(kept[-1], typography):
        kept.pop()
    moved = band.left[len(kept) :]
    return band._replace(left=kept, below=[*moved, *band.below])


def _bottom(items: Sequence[Item]) -> float:
    return max(item.box.bottom for item in items)


# ------------------------------------------------------------------------------------------------- read across a gutter


def _across(left: Sequence[Item], right: Sequence[Item], typography: Typography) -> list[list[Item]] | None:
    """The parts of a band that are read one after the other although its gutter runs through them."""
    heads = _heads(left, typography)
    for head in heads:
        if parts := _reach(head, left, right):
            return parts
    return _cards(heads, _heads(right, typography), left, right)


def _head(item: Item, typography: Typography) -> bool:
    return isinstance(item, Line) and typography.stands_out(item)


def _heads(items: Sequence[Item], typography: Typography) -> list[list[Item]]:
    """Lines that stand out, consecutive ones together; a panel is a head of its own."""
    heads: list[list[Item]] = []
    before: Item | None = None
    for item in items:
        if isinstance(item, Panel):
            heads.append([item])
        elif _head(item, typography):
            if heads and before is heads[-1][-1] and isinstance(before, Line) and one_heading(before, item):
                heads[-1].append(item)
            else:
                heads.append([item])
        before = item
    return heads


def one_heading(upper: Line, lower: Line) -> bool:
    """Whether two lines that stand out are near enough to each other, and alike enough, to be one heading."""
    return lower.box.top - upper.box.bottom < upper.size and abs(upper.size - lower.size) < 0.2 * upper.size


def _reach(head: list[Item], left: Sequence[Item], right: Sequence[Item]) -> list[list[Item]] | None:
    """A heading reaches over the next column if nothing stands beside it there and both columns begin level below it,
    after a gap in the right column that is no smaller than that in its own."""
    top, bottom = head[0].box.top, _bottom(head)
    em = _size(head[0])
    before = [item for item in left if item.box.top < top]
    after = [item for item in left if item.box.top > top and item not in head]
    right_before = [item for item in right if item.box.bottom <= top + 1]
    right_after = [item for item in right if item.box.top >= bottom - em / 2]
    if not after or not right_after or len(right_before) + len(right_after) < len(right):
        return None
    if not _level(after[0], right_after[0]) or isinstance(head[0], Panel):
        return None
    if right_before:
        gap = right_after[0].box.top - _bottom(right_before)
        if not before or gap < after[0].box.top - _bottom(before) - em / 2:
            return None
    return [before + right_before, head, after + right_after]


def _cards(
    lefts: list[list[Item]], rights: list[list[Item]], left: Sequence[Item], right: Sequence[Item]
) -> list[list[Item]] | None:
    """A grid: both sides begin with a heading, and every further one on either side stands level with one on the
    other, as far as both go."""
    if len(lefts) < 2 or len(rights) < 2 or lefts[0][0] is not left[0] or rights[0][0] is not right[0]:
        return None
    if not all(_level(a[0], b[0]) for a, b in zip(lefts, rights, strict=False)):
        return None
    top = min(lefts[1][0].box.top, rights[1][0].box.top)
    items = [*left, *right]
    upper, lower = (
        [item for item in items if item.box.top < top - 1],
        [item for item in items if item.box.top >= top - 1],
    )
    return [upper, lower] if _bottom(upper) <= top + 1 else None


class _Table(NamedTuple):
    above: list[Item]
    rows: list[list[Item]]
    below: list[Item]


def _table(left: Sequence[Item], right: Sequence[Item]) -> _Table | None:
    """Rows of cells that both sides begin level, and what stands above and below them; None if the sides are columns.

    Sides that run on downwards are columns. Others are rows if they hold figures or are spaced as no list is."""
    strata = _strata(left, right)
    level = [_begins_level(stratum, left, right) for stratum in strata]
    start = next((place for place, (one, other) in enumerate(pairwise(level)) if one and other), None)
    if start is None:
        return None
    end = next((place for place in range(start, len(level)) if not level[place]), len(level))
    rows = _cards_whole(strata[start:end], left)
    cells = [item for row in rows for item in row]
    lines = [item for item in cells if isinstance(item, Line)]
    on_left, on_right = ([line for line in lines if line in side] for side in (left, right))
    if len(lines) < len(cells) or runs_on(on_left) or runs_on(on_right):
        return None
    pitch = median(lower[0].box.top - upper[0].box.top for upper, lower in pairwise(rows)) if rows[1:] else 0
    if not _figures(on_right) and pitch <= ROW_PITCH * lines[0].size:
        return None
    above, below = ([item for stratum in part for item in stratum] for part in (strata[:start], strata[end:]))
    return _Table(above, rows, below)


def _strata(left: Sequence[Item], right: Sequence[Item]) -> list[list[Item]]:
    """Cut both sides at every gap that goes through both; what follows closely and is not level is a cell's next
    line."""
    strata: list[list[Item]] = []
    bottom = 0.0
    for item in sorted([*left, *right], key=_from_top):
        if not strata or item.box.top >= bottom - 1:
            strata.append([])
        strata[-1].append(item)
        bottom = max(bottom, item.box.bottom)
    joined = strata[:1]
    for stratum in strata[1:]:
        close = stratum[0].box.top - _bottom(joined[-1]) < CELL_LEADING * _size(stratum[0])
        if close and not _begins_level(stratum, left, right):
            joined[-1] += stratum
        else:
            joined.append(stratum)
    return joined


def _begins_level(stratum: Sequence[Item], left: Sequence[Item], right: Sequence[Item]) -> bool:
    first_left = next((item for item in stratum if item in left), None)
    first_right = next((item for item in stratum if item in right), None)
    return first_left is not None and first_right is not None and _level(first_left, first_right)


def _cards_whole(rows: list[list[Item]], left: Sequence[Item]) -> list[list[Item]]:
    """Label and value of one card are one row: the value follows closely and is set in another style on both sides."""
    gaps = [lower[0].box.top - _bottom(upper) for upper, lower in pairwise(rows)]
    whole = rows[:1]
    for row, gap in zip(rows[1:], gaps, strict=True):
        if gap < max(gaps) / 2 and not _styles(row) & _styles(whole[-1]):
            whole[-1] = whole[-1] + row
        else:
            whole.append(row)
    return whole


def _styles(row: Sequence[Item]) -> set[Style]:
    return {item.style for item in row if isinstance(item, Line)}


def _cells(row: Sequence[Item]) -> Iterator[Row]:
    """A row of single lines is told as one; of cells with several lines each, one after the other."""
    lines = [item for item in row if isinstance(item, Line)]
    if all(_level(lines[0], line) for line in lines):
        yield _row(sorted(lines, key=lambda line: line.box.x0))
    elif band := _tallest_band(sorted(lines, key=_from_top)):
        for part in (band.above, band.left, band.right, band.below):
            if part:
                yield from _cells(part)
    else:
        yield _row(lines)


def _figures(lines: Sequence[Line]) -> bool:
    """Whether most lines hold more digits than letters."""
    return sum(sum(map(str.isdigit, line.text)) > sum(map(str.isalpha, line.text)) for line in lines) * 2 > len(lines)


def _level(one: Item, other: Item) -> bool:
    if isinstance(one, Line) and isinstance(other, Line):
        return abs(one.baseline - other.baseline) <= LEVEL * max(one.size, other.size)
    return abs(one.box.top - other.box.top) <= LEVEL * 10
