"""Gutters: upright strips of white that part columns.

A gutter is as wide as the gap that ends a line, is crossed by nothing, and has text on both sides. It reaches from one
item that crosses its strip to the next; how long text stands beside text along it tells which gutter to cut first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from statistics import median
from typing import NamedTuple

from pipeline.segment.elements import Item, bottom, size
from pipeline.segment.lines.baselines import Line
from pipeline.segment.regions import Divider

# A gutter is at least this wide, in ems of the text it parts.
GUTTER = 0.9
# Lines of one paragraph are no further apart than this, in heights of the line.
PARAGRAPH = 0.8
# Text stands beside text over at least this, in ems.
BESIDE = 0.5
# Only so many left edges are looked at, the most frequent: pages with more are maps.
STRIPS = 60
# Boxes may reach into a gutter by this (points).
TOLERANCE = 1.0


class Band(NamedTuple):
    """What a gutter cuts: all items from top to bottom in four groups; `height` is how long both sides stand beside
    each other."""

    height: float
    above: list[Item]
    left: list[Item]
    right: list[Item]
    below: list[Item]


def tallest_band(items: Sequence[Item]) -> Band | None:
    """The band of the tallest gutter of items from top to bottom; of equally tall ones, the one that holds most."""
    text = [item for item in items if not isinstance(item, Divider)]
    if not text:
        return None
    em = median(size(item) for item in text)
    bands = (band for x in _strips(items, GUTTER * em) for band in _bands(items, x, x + GUTTER * em))
    tall = (band for band in bands if band.height > BESIDE * em)
    return max(tall, key=lambda band: (round(band.height), len(band.left) + len(band.right)), default=None)


def _strips(items: Sequence[Item], width: float) -> list[int]:
    """Left edges of the strips that might be gutters: one ends at the left edge of an item."""
    edges = Counter(round(item.box.x0 - width) for item in items)
    return sorted(sorted(edges, key=lambda x: (-edges[x], x))[:STRIPS])


def _bands(items: Sequence[Item], x0: float, x1: float) -> Iterator[Band]:
    """The stretches of the strip from x0 to x1 that no item crosses, if both sides of them hold text."""
    start = 0
    left: list[Item] = []
    right: list[Item] = []
    for place, item in enumerate([*items, None]):
        side = _side(item, x0, x1, left, right) if item else None
        if item and side is not None:
            side.append(item)
            continue
        if left and right:
            yield Band(_beside(left, right), list(items[:start]), left, right, list(items[place:]))
        start, left, right = place + 1, [], []


def _side(item: Item, x0: float, x1: float, left: list[Item], right: list[Item]) -> list[Item] | None:
    """The side of the strip from x0 to x1 that an item is on, None if it crosses the strip. Rules and bars behind
    headings jut out from their column, but not over the middle of the white."""
    if isinstance(item, Divider):
        x0 = x1 = (x0 + x1) / 2
    return right if item.box.x0 >= x1 - TOLERANCE else left if item.box.x1 <= x0 + TOLERANCE else None


def _run_on(upper: Item, lower: Item) -> bool:
    """Whether two lines, one right below the other, are set in one type as those of one paragraph are."""
    if not isinstance(upper, Line) or not isinstance(lower, Line) or upper.size != lower.size:
        return False
    apart = max(upper.box.x0 - lower.box.x1, lower.box.x0 - upper.box.x1, lower.box.top - upper.box.bottom)
    return upper.style.bold == lower.style.bold and apart < PARAGRAPH * upper.size


def _beside(left: Sequence[Item], right: Sequence[Item]) -> float:
    """How long the two sides stand beside each other: text that only alternates with text on the other side, as that
    beside pictures, does not."""
    both = product(stretches(left), stretches(right))
    return sum(max(min(end, other_end) - max(top, other_top), 0.0) for (top, end), (other_top, other_end) in both)


def stretches(items: Sequence[Item]) -> list[tuple[float, float]]:
    """The heights that items from top to bottom take up, the lines of one paragraph as one."""
    stretches: list[tuple[float, float]] = []
    for item in items:
        if isinstance(item, Divider):
            continue
        _, top, _, end = item.box
        if stretches and top - stretches[-1][1] < PARAGRAPH * (end - top):
            top, last = stretches.pop()
            end = max(end, last)
        stretches.append((top, end))
    return stretches


def columns(band: Band) -> list[Item]:
    """What stands on both sides."""
    return [*band.left, *band.right]


def without(band: Band, moved: Sequence[Item]) -> Band:
    """The band with items at the end of its left side counted to what is below it."""
    left = [item for item in band.left if item not in moved]
    return band._replace(left=left, below=[*moved, *band.below])


def with_whole_paragraphs(band: Band) -> Band:
    """The band without the lines at its top that end a paragraph of the column above, with nothing beside them."""
    above = list(band.above)
    for side, other in ((band.left, band.right), (band.right, band.left)):
        for item in side:
            if item.box.bottom > other[0].box.top + TOLERANCE or not any(_run_on(upper, item) for upper in above):
                break
            above.append(item)
    moved = above[len(band.above) :]
    left, right = ([item for item in side if item not in moved] for side in (band.left, band.right))
    return band._replace(above=above, left=left, right=right)


def ends_below(item: Item, side: Sequence[Item]) -> bool:
    """Whether an item stands below all of the other side."""
    return item.box.top >= bottom(side) - TOLERANCE
