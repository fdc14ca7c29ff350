"""Bands that are read across their gutter, because a heading or a grid of cards reaches over it.

- A heading reaches over the next column if nothing stands beside it there and the text below it begins level in both
  columns, after a gap in the next column that is no smaller than that in its own.
- What one heading does, others in the same type do: where one crosses a gutter, a short one reaches over the gutter
  that goes on above or below.
- A heading over the right column is one of all columns where it stands far above the text of each.
- What stands beside sections or side headings stays with them (beside.py), and so do tables beside a text that ends
  above the next heading.
- A grid of cards: the headings (or panels) of both sides stand level in pairs, although the texts above them end at
  different heights, or from first to last. Headings that are level once by chance are followed by others that are not.
  Two grounds of one height beside each other are the first row of a grid even if its last row has but a left one.
- A row of at least three grounds of one height, over columns that are not theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from pipeline.segment.elements import Item, bottom, level, size
from pipeline.segment.facts import begins_fact, is_label, tells_facts
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.gutters import TOLERANCE, Band, ends_below
from pipeline.segment.order.sidebars import begins_with_fact, facts_beside, sections_beside, side_headings
from pipeline.segment.regions import Divider, Panel
from pipeline.segment.tables.cells import Table
from pipeline.segment.typography import Typography

# The gap at a heading in the next column may be smaller than that in its own by this, in ems.
GAP_TOLERANCE = 0.5
# A title over the right column stands this far above the text of all columns, in ems of its own.
TITLE_GAP = 1.5
# So many grounds of one height beside each other are a row; the columns below it show in its next lines, so many.
ROW, NEXT = 3, 4


@dataclass(frozen=True)
class Headings:
    """Which lines stand out, and which of their types are known to cross gutters here."""

    typography: Typography
    crossing: frozenset[tuple[int, bool] | None] = frozenset()

    def stand_out(self, item: Item) -> bool:
        """Whether an item is a line whose type differs from the running text."""
        return isinstance(item, Line) and self.typography.stands_out(item) and not begins_fact(item.text)

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
        value = isinstance(before, Line) and is_label(before.text)
        if value or not (band.below and ends_below(item, band.right)):
            break
        if not (headings.stand_out(item) or _is_kicker(item, before, (moved or band.below)[0], headings)):
            break
        moved.insert(0, item)
    return moved


def _is_kicker(item: Item, above: Item, below: Item, headings: Headings) -> bool:
    """Whether a small line stands right above a larger one that stands out, further off from what is above it."""
    if not (isinstance(item, Line) and isinstance(below, Line) and headings.stand_out(below)):
        return False
    gap = below.box.top - item.box.bottom
    return gap < below.size > item.size and item.box.top - above.box.bottom > gap + item.size / 2


def row_of_panels(items: Sequence[Item]) -> list[list[Item]] | None:
    """What is above, in and below a row of panels, if what stands below is not set in their columns."""
    panels = [item for item in items if isinstance(item, Panel)]
    for first in panels:
        row: list[Item] = [other for other in panels if _of_one_height(first, other)]
        if len(row) < ROW:
            continue
        top, end = first.ground.top, first.ground.bottom
        rest = [item for item in items if item not in row]
        above = [item for item in rest if item.box.bottom <= top + TOLERANCE]
        below = [item for item in rest if item.box.top >= end - TOLERANCE]
        apart = any(_runs_under_several(item, row) for item in below[:NEXT]) or not below
        if rest and apart and len(above) + len(below) == len(rest):
            return [part for part in (above, row, below) if part]
    return None


def _runs_under_several(item: Item, row: Sequence[Item]) -> bool:
    return sum(item.box.shares_column(panel.box) for panel in row) > 1


def across(left: Sequence[Item], right: Sequence[Item], headings: Headings) -> tuple[Headings, list[list[Item]]] | None:
    """The parts of a band from top to bottom if it is read across its gutter, and what is then known of headings."""
    heads = _heads(left, headings)
    rights = _heads(right, headings)
    for mine, text, others, facts in ((heads, left, rights, right), (rights, right, heads, left)):
        own = [head for head in mine if not begins_with_fact(head)]  # the first of a strip may stand below its heading
        if all(isinstance(head[0], Panel) for head in others) and (parts := facts_beside(own, text, facts)):
            return headings, parts
    if parts := _tables_beside(heads, left, right):
        return headings, parts
    if parts := _title_on_the_right(rights, left, right):
        return headings, parts
    types = {_type(head[0]) for head in heads}
    if not any(_type(head[0]) in types for head in rights) and (parts := sections_beside(heads, left, right)):
        return headings, parts
    for head in heads:
        if parts := _reach(head, left, right, headings):
            return headings.cross(head), parts
    parts = _cards(heads, rights, left, right) or side_headings(heads, left, right)
    return (headings, parts) if parts else None


def _title_on_the_right(
    heads: Sequence[Sequence[Item]], left: Sequence[Item], right: Sequence[Item]
) -> list[list[Item]] | None:
    """A heading over the right column that stands far above all text of both columns, and then what is below."""
    if not heads or heads[0][0] is not right[0] or isinstance(right[0], Panel):
        return None
    rest = [item for item in (*left, *right) if item not in heads[0]]
    end = bottom(heads[0]) + TITLE_GAP * size(right[0])
    return [list(heads[0]), rest] if all(item.box.top > end for item in rest) else None


def _tables_beside(
    heads: Sequence[Sequence[Item]], left: Sequence[Item], right: Sequence[Item]
) -> list[list[Item]] | None:
    """The text above a heading with the tables beside it, and then what is below; None where the right side has more
    than tables."""
    below = (head[0] for head in heads if head[0].box.top >= bottom(right) - TOLERANCE and head[0] is not left[0])
    first = next(below, None)
    if first is None or not all(isinstance(item, Table) for item in right):
        return None
    upper = [item for item in left if item.box.top < first.box.top]
    return [upper, list(right), [item for item in left if item not in upper]]


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
    if not all(level(one, other) for one, other in rows):
        return None
    if len(rows_left) == 1 or (len(rows) == 1 and not _of_one_height(*rows[0])):
        return None
    uneven = len(rows) > 1 and len(rows_left) != len(rows_right)
    if uneven and _gap_above(rows[1][0], left) == _gap_above(rows[1][1], right):
        return None
    top = min(item.box.top for item in (*rows_left[1:], *rows_right[1:]))
    upper = [item for item in (*left, *right) if item.box.top < top - TOLERANCE]
    lower = [item for item in (*left, *right) if item.box.top >= top - TOLERANCE]
    return [upper, lower] if bottom(upper) <= top + TOLERANCE else None


def _of_one_height(one: Item, other: Item) -> bool:
    """Whether two panels have grounds that begin and end at the same heights."""
    if not isinstance(one, Panel) or not isinstance(other, Panel):
        return False
    return max(abs(one.ground.top - other.ground.top), abs(one.ground.bottom - other.ground.bottom)) < TOLERANCE


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
