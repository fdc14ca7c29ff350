"""Bands that are read across their gutter, because a heading or a grid of cards reaches over it.

- A heading reaches over the next column if nothing stands beside it there and the text below it begins level in both
  columns, after a gap in the next column that is no smaller than that in its own.
- What one heading does, others in the same type do: where one crosses a gutter, a short one reaches over the gutter
  that goes on above or below.
- A grid of cards: the headings (or panels) of both sides stand level in pairs.
- Side headings: the left side has nothing but headings, each level with the beginning of a paragraph on the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.segment.grounds import Divider, Panel
from pipeline.segment.gutters import TOLERANCE, Band, ends_below
from pipeline.segment.items import Item, bottom, level, size
from pipeline.segment.lines import Line
from pipeline.segment.typography import Typography
from pipeline.segment.words import SENTENCE_END

# The gap at a heading in the next column may be smaller than that in its own by this, in ems.
GAP_TOLERANCE = 0.5


@dataclass(frozen=True)
class Headings:
    """Which lines stand out, and which of their types are known to cross gutters here."""

    typography: Typography
    crossing: frozenset[tuple[int, bool]] = frozenset()

    def stand_out(self, item: Item) -> bool:
        """Whether an item is a line whose type differs from the running text."""
        return isinstance(item, Line) and self.typography.stands_out(item)

    def cross(self, items: Iterable[Item]) -> Headings:
        """The same, knowing that those of the items that stand out cross a gutter."""
        seen = {_type(item) for item in items if isinstance(item, Line) and self.stand_out(item)}
        return replace(self, crossing=self.crossing | seen) if seen else self


def _type(line: Line) -> tuple[int, bool]:
    return round(line.size), line.style.bold


def last_headings(band: Band, headings: Headings) -> list[Item]:
    """Headings that end the left column with nothing beside them: they are those of the text below the band."""
    moved: list[Item] = []
    for item in reversed(band.left[1:]):
        if not (band.below and headings.stand_out(item) and ends_below(item, band.right)):
            break
        moved.insert(0, item)
    return moved


def across(left: Sequence[Item], right: Sequence[Item], headings: Headings) -> tuple[Headings, list[list[Item]]] | None:
    """The parts of a band from top to bottom if it is read across its gutter, and what is then known of headings."""
    heads = _heads(left, headings)
    for head in heads:
        if parts := _reach(head, left, right, headings):
            return headings.cross(head), parts
    parts = _cards(heads, _heads(right, headings), left, right) or _beside_text(heads, left, right)
    return (headings, parts) if parts else None


def _heads(items: Sequence[Item], headings: Headings) -> list[list[Item]]:
    """Lines that stand out, consecutive ones together; a panel is a head of its own."""
    heads: list[list[Item]] = []
    before: Item | None = None
    for item in items:
        if isinstance(item, Panel):
            heads.append([item])
        elif isinstance(item, Line) and headings.stand_out(item):
            if heads and before is heads[-1][-1] and isinstance(before, Line) and one_heading(before, item):
                heads[-1].append(item)
            else:
                heads.append([item])
        before = item
    return heads


def one_heading(upper: Line, lower: Line) -> bool:
    """Whether two lines that stand out are near enough to each other, and alike enough, to be one heading."""
    return lower.box.top - upper.box.bottom < upper.size and abs(upper.size - lower.size) < 0.2 * upper.size


def _reach(
    head: list[Item], left: Sequence[Item], right: Sequence[Item], headings: Headings
) -> list[list[Item]] | None:
    first = head[0]
    top, end, em = first.box.top, bottom(head), size(first)
    before = [item for item in left if item.box.top < top]
    after = [item for item in left if item.box.top > top and item not in head]
    right_before = [item for item in right if item.box.bottom <= top + TOLERANCE]
    right_after = [item for item in right if item.box.top >= end - em / 2]
    if not isinstance(first, Line) or not after or len(right_before) + len(right_after) < len(right):
        return None
    known = _type(first) in headings.crossing and bool(before or right_before)
    if right_after:
        if not level(_first_text(after), _first_text(right_after)):
            return None
        if right_before and not known:
            gap = right_after[0].box.top - bottom(right_before)
            if not before or gap < after[0].box.top - bottom(before) - GAP_TOLERANCE * em:
                return None
    elif not known:
        return None
    return [before + right_before, head, after + right_after]


def _first_text(items: Sequence[Item]) -> Item:
    return next((item for item in items if not isinstance(item, Divider)), items[0])


def _cards(
    lefts: list[list[Item]], rights: list[list[Item]], left: Sequence[Item], right: Sequence[Item]
) -> list[list[Item]] | None:
    """The first row of a grid and the rest of it, if both sides begin with a heading and every further one on either
    side stands level with one on the other, as far as both go."""
    if not lefts or not rights or lefts[0][0] is not left[0] or rights[0][0] is not right[0]:
        return None
    rows = list(zip(_levels(lefts), _levels(rights), strict=False))
    if len(rows) < 2 or not all(level(one, other) for one, other in rows):
        return None
    top = min(item.box.top for item in rows[1]) - TOLERANCE
    upper = [item for item in (*left, *right) if item.box.top < top]
    lower = [item for item in (*left, *right) if item.box.top >= top]
    return [upper, lower] if bottom(upper) <= top + 2 * TOLERANCE else None


def _levels(heads: Sequence[Sequence[Item]]) -> list[Item]:
    """The first item of each head, of those that are level only one."""
    firsts: list[Item] = []
    for head in heads:
        if not firsts or not level(firsts[-1], head[0]):
            firsts.append(head[0])
    return firsts


def _beside_text(heads: list[list[Item]], left: Sequence[Item], right: Sequence[Item]) -> list[list[Item]] | None:
    """Each side heading followed by the text beside it."""
    if len(heads) < 2 or sum(map(len, heads)) < len(left):
        return None
    starts = [next((item for item in right if level(head[0], item)), None) for head in heads]
    if not all(start and _begins(start, right) for start in starts):
        return None
    tops = [start.box.top for start in starts if start] + [float("inf")]
    parts = [[item for item in right if item.box.top < tops[0]]]
    for head, top, end in zip(heads, tops, tops[1:], strict=False):
        parts += [head, [item for item in right if top <= item.box.top < end]]
    return [part for part in parts if part]


def _begins(item: Item, side: Sequence[Item]) -> bool:
    """Whether a paragraph begins with an item of a side, as far as a gap or the end of a sentence tells."""
    before = max(
        (other for other in side if other.box.top < item.box.top), key=lambda other: other.box.top, default=None
    )
    if before is None or item.box.top - before.box.bottom > size(item) / 2:
        return True
    return isinstance(before, Line) and bool(SENTENCE_END.search(before.text))
