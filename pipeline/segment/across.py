"""Bands that are read across their gutter, because a heading or a grid of cards reaches over it.

- A heading reaches over the next column if nothing stands beside it there and the text below it begins level in both
  columns, after a gap in the next column that is no smaller than that in its own.
- What one heading does, others in the same type do: where one crosses a gutter, a short one reaches over the gutter
  that goes on above or below.
- What stands beside a section: a strip of white above its heading goes on through the next column, which has no headings
  there and no gap as wide within: facts, text beside side headings.
- A grid of cards: the headings (or panels) of both sides stand level in pairs, although the texts above them end at
  different heights, or from first to last. Headings that are level once by chance are followed by others that are not.
- Side headings: the left side has nothing but headings, each level with the beginning of a paragraph on the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from math import inf

from pipeline.segment.grounds import Divider, Panel
from pipeline.segment.gutters import TOLERANCE, Band, ends_below
from pipeline.segment.items import Item, bottom, level, size
from pipeline.segment.lines import Line
from pipeline.segment.rules import rules
from pipeline.segment.typography import Typography, tells_facts
from pipeline.segment.words import SENTENCE_END

# The gap at a heading in the next column may be smaller than that in its own by this, in ems.
GAP_TOLERANCE = 0.5
# The white strip over a section is at least this tall, in ems of its heading.
STRIP = 0.5
# What stands beside a section begins no further below its top than this, in ems.
BESIDE = 4.0


@dataclass(frozen=True)
class Headings:
    """Which lines stand out, and which of their types are known to cross gutters here."""

    typography: Typography
    crossing: frozenset[tuple[int, bool] | None] = frozenset()

    def stand_out(self, item: Item) -> bool:
        """Whether an item is a line whose type differs from the running text."""
        return isinstance(item, Line) and self.typography.stands_out(item) and not rules().label.match(item.text)

    def cross(self, items: Iterable[Item]) -> Headings:
        """The same, knowing that those of the items that stand out cross a gutter."""
        seen = {_type(item) for item in items if isinstance(item, Line) and self.stand_out(item)}
        return replace(self, crossing=self.crossing | seen) if seen else self


def _type(item: Item) -> tuple[int, bool] | None:
    """What headings of one level have in common; panels have nothing."""
    return (round(item.size), item.style.bold) if isinstance(item, Line) else None


def last_headings(band: Band, headings: Headings) -> list[Item]:
    """Headings that end the left column with nothing beside them: they are those of the text below the band."""
    moved: list[Item] = []
    for before, item in reversed(list(pairwise(band.left))):
        value = isinstance(before, Line) and rules().label.fullmatch(before.text)
        if value or not (band.below and headings.stand_out(item) and ends_below(item, band.right)):
            break
        moved.insert(0, item)
    return moved


def across(left: Sequence[Item], right: Sequence[Item], headings: Headings) -> tuple[Headings, list[list[Item]]] | None:
    """The parts of a band from top to bottom if it is read across its gutter, and what is then known of headings."""
    heads = _heads(left, headings)
    if parts := _sections_beside(heads, left, right, headings):
        return headings, parts
    for head in heads:
        if parts := _reach(head, left, right, headings):
            return headings.cross(head), parts
    parts = _cards(heads, _heads(right, headings), left, right) or _beside_text(heads, left, right)
    return (headings, parts) if parts else None


def _heads(items: Sequence[Item], headings: Headings) -> list[list[Item]]:
    """Lines that stand out, those near each other together; a panel is a head of its own."""
    heads: list[list[Item]] = []
    for item in items:
        if isinstance(item, Panel):
            heads.append([item])
        elif isinstance(item, Line) and headings.stand_out(item):
            if heads and any(isinstance(upper, Line) and one_heading(upper, item) for upper in heads[-1]):
                heads[-1].append(item)
            else:
                heads.append([item])
    return heads


def one_heading(upper: Line, lower: Line) -> bool:
    """Whether two lines that stand out are near enough to each other, and alike enough, to be one heading."""
    return lower.box.top - upper.box.bottom < upper.size and abs(upper.size - lower.size) < 0.2 * upper.size


def _reach(
    head: list[Item], left: Sequence[Item], right: Sequence[Item], headings: Headings
) -> list[list[Item]] | None:
    first = head[0]
    top, em = first.box.top, size(first)
    head = head + _subtitle(head, left, right)
    end = bottom(head)
    before = [item for item in left if item.box.top < top]
    after = [item for item in left if item.box.top > top and item not in head]
    if any(item.box.bottom > top + TOLERANCE for item in before) or any(item.box.top < end - em / 2 for item in after):
        return None  # the left side has columns itself
    right_before = [item for item in right if item.box.bottom <= top + TOLERANCE]
    right_after = [item for item in right if item.box.top >= end - em / 2]
    if not isinstance(first, Line) or not after or len(right_before) + len(right_after) < len(right):
        return None
    known = _type(first) in headings.crossing and bool(before or right_before)
    if right_after:
        beside = _first_text(right_after)
        has_its_own = headings.stand_out(beside) and size(beside) >= em
        if has_its_own or not level(_first_text(after), beside):
            return None
        if right_before and not known:
            gap = right_after[0].box.top - bottom(right_before)
            if not before or gap < after[0].box.top - bottom(before) - GAP_TOLERANCE * em:
                return None
    elif not known:
        return None
    return [before + right_before, head, after + right_after]


def _subtitle(head: Sequence[Item], left: Sequence[Item], right: Sequence[Item]) -> list[Item]:
    """The lines right below a heading that are not set as the text on the right is and end above it: facts, a
    subtitle."""
    text = next((item for item in right if item.box.top > bottom(head)), None)
    below = [item for item in left if item.box.top > head[0].box.top and item not in head]
    if not isinstance(text, Line):
        return []
    return list(takewhile(lambda item: _is_subtitle(item, text), below))


def _is_subtitle(item: Item, text: Line) -> bool:
    apart = item.box.bottom <= text.box.top + TOLERANCE
    return isinstance(item, Line) and apart and (item.style != text.style or tells_facts(item.text))


def _first_text(items: Sequence[Item]) -> Item:
    return next((item for item in items if not isinstance(item, Divider)), items[0])


def _cards(
    lefts: list[list[Item]], rights: list[list[Item]], left: Sequence[Item], right: Sequence[Item]
) -> list[list[Item]] | None:
    """The first row of a grid and the rest of it, if both sides begin with a heading and every further one in its type
    stands level with one on the other side, as far as both go."""
    if not lefts or not rights or lefts[0][0] is not left[0] or rights[0][0] is not right[0]:
        return None
    rows_left, rows_right = _levels(lefts), _levels(rights)
    rows = list(zip(rows_left, rows_right, strict=False))
    if len(rows) < 2 or not all(level(one, other) for one, other in rows):
        return None
    if len(rows_left) != len(rows_right) and _gap_above(rows[1][0], left) == _gap_above(rows[1][1], right):
        return None
    top = min(item.box.top for item in rows[1]) - TOLERANCE
    upper = [item for item in (*left, *right) if item.box.top < top]
    lower = [item for item in (*left, *right) if item.box.top >= top]
    return [upper, lower] if bottom(upper) <= top + 2 * TOLERANCE else None


def _gap_above(item: Item, side: Sequence[Item]) -> int:
    """How far an item stands below what is above it, in half ems."""
    return round((item.box.top - bottom([other for other in side if other.box.top < item.box.top])) / size(item) * 2)


def _levels(heads: Sequence[Sequence[Item]]) -> list[Item]:
    """The first item of each head that is of the type of the first head, of those that are level only one."""
    firsts: list[Item] = []
    for first in (head[0] for head in heads):
        if _type(first) == _type(heads[0][0]) and not (firsts and level(firsts[-1], first)):
            firsts.append(first)
    return firsts


def _sections_beside(
    heads: list[list[Item]], left: Sequence[Item], right: Sequence[Item], headings: Headings
) -> list[list[Item]] | None:
    """What is between the white strips over headings, if they part the right side too."""
    kinds = {_type(head[0]) for head in heads}
    if any(_type(head[0]) in kinds for head in _heads(right, headings)):
        return None
    strips = [strip for head in heads if (strip := _white_strip(head[0], left, right))]
    tops = [0.0, *(bottom for _, bottom in strips), inf]
    blocks = [[item for item in right if top <= item.box.top < end] for top, end in pairwise(tops)]
    narrowest = min((bottom - top for top, bottom in strips), default=0.0)
    if not strips or max(map(_widest_gap, blocks)) >= narrowest:
        return None
    if any(_top(block) > end + BESIDE * size(block[0]) for end, block in zip(tops[1:], blocks[1:])):
        return None
    return [
        [item for item in left if top <= item.box.top < end] + block
        for (top, end), block in zip(pairwise(tops), blocks, strict=True)
    ]


def _white_strip(head: Item, left: Sequence[Item], right: Sequence[Item]) -> tuple[float, float] | None:
    """Where the white over a heading, which goes on through the right side, begins and ends."""
    above = [[item for item in side if item.box.top < head.box.top - TOLERANCE] for side in (left, right)]
    below = [[item for item in side if item not in part] for side, part in zip((left, right), above, strict=True)]
    if isinstance(head, Panel) or not all(above) or not all(below):
        return None
    top, end = max(map(bottom, above)), min(map(_top, below))
    return (top, end) if end - top > STRIP * size(head) else None


def _top(items: Sequence[Item]) -> float:
    return min(item.box.top for item in items)


def _widest_gap(items: Sequence[Item]) -> float:
    """The widest gap between items from top to bottom."""
    return max((lower.box.top - upper.box.bottom for upper, lower in pairwise(items)), default=0.0)


def _beside_text(heads: list[list[Item]], left: Sequence[Item], right: Sequence[Item]) -> list[list[Item]] | None:
    """Each side heading followed by the text beside it."""
    heads = [part for head in heads for part in _parted_at_paragraphs(head, right)]
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


def _parted_at_paragraphs(head: Sequence[Item], right: Sequence[Item]) -> Iterator[list[Item]]:
    """The lines of a head, apart where one stands off and is level with the beginning of a paragraph on the right."""
    part: list[Item] = []
    for line in head:
        apart = part and line.box.top - part[-1].box.bottom > size(line) / 2
        if apart and any(level(line, item) and _begins(item, right) for item in right):
            yield part
            part = []
        part.append(line)
    yield part


def _begins(item: Item, side: Sequence[Item]) -> bool:
    """Whether a paragraph begins with an item of a side, as far as a gap or the end of a sentence tells."""
    before = max(
        (other for other in side if other.box.top < item.box.top), key=lambda other: other.box.top, default=None
    )
    if before is None or item.box.top - before.box.bottom > size(item) / 2:
        return True
    return isinstance(before, Line) and bool(SENTENCE_END.search(before.text))
