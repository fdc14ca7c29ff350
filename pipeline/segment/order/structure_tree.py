"""What the structure tree of a tagged PDF decides: order that geometry leaves open, plain headings, rows of tables.

Trees are made by programs that often know little of the page, so a page's tree counts only where it agrees with the
geometry, and then never against it. It agrees if it covers nearly all of the text, does not call most of it headings,
and on every ground never reads a line before the nearest one above it, as a reversed order and bodies before their
headings do. Lines of a page whose tree does not agree lose their tags (`trusted`), so that no later rule need ask.

What a tree that agrees decides:
- order: whether the columns along a gutter are read one after the other or, where white goes through both, row by
  row, and whether a sidebar comes before or after what it stands beside (`in_tree_order`). Columns of one width are
  read from left to right in any case, and neither a paragraph nor a sentence that runs over is cut.
- headings: a line that is tagged as one need not stand out by its type (typography.py); everything else that is asked
  of a heading (headings.py) is asked of it too. A line that is tagged as a paragraph may still be a heading: many
  documents have their headings tagged so.
- tables: the lines of a table row are a row (`tagged_tables`), unless headings or columns of text stand in it: then
  the table is there for the layout.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import inf

from pipeline.segment.elements import Item, bottom, from_top, level
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.gutters import TOLERANCE, stretches
from pipeline.segment.lines.words import SENTENCE_END
from pipeline.segment.regions import Divider, Panel
from pipeline.segment.tables.across import is_row
from pipeline.segment.tables.cells import Table, of_rows
from pipeline.segment.typography import small

# A tree covers a page if this share of its letters is tagged; it tells headings only if they are less than this share.
COVERED, HEADINGS = 0.9, 0.5
# A sidebar is narrower than this share of what it stands beside.
SIDEBAR = 0.7
# The nearest line above is looked for among so many: pages with more beside each other are maps.
NEAR = 60


# ----------------------------------------------------------------------------------------------------------- agreement


def trusted(page: Panel) -> Panel:
    """The page with its tags if they agree with its geometry, else without."""
    lines = list(page.every())
    if not any(line.tag for line in lines) or (_covers(lines) and all(map(_reads_down, _grounds(page)))):
        return page
    return page.changed(lambda line: replace(line, tag=None))


def _covers(lines: Sequence[Line]) -> bool:
    letters = sum(len(line.text) for line in lines)
    tagged = sum(len(line.text) for line in lines if line.tag)
    headings = sum(len(line.text) for line in lines if line.tag and line.tag.heading)
    return tagged >= COVERED * letters and headings < HEADINGS * letters


def _grounds(panel: Panel) -> Iterator[Sequence[Line]]:
    yield panel.lines
    for inner in panel.panels:
        yield from _grounds(inner)


def _reads_down(lines: Sequence[Line]) -> bool:
    """Whether every line comes no earlier in the tree than the nearest line above it."""
    ordered = [(line, line.tag.rank) for line in sorted(lines, key=from_top) if line.tag]
    for place, (line, rank) in enumerate(ordered):
        before = reversed(ordered[max(place - NEAR, 0) : place])
        if next((other > rank for upper, other in before if _overlap(upper, line)), False):
            return False
    return True


def _overlap(upper: Line, lower: Line) -> bool:
    return min(upper.box.x1, lower.box.x1) - max(upper.box.x0, lower.box.x0) > TOLERANCE


# --------------------------------------------------------------------------------------------------------------- order


def in_tree_order(left: Sequence[Item], right: Sequence[Item]) -> list[list[Item]] | None:
    """The two sides of a gutter, or the rows that white parts them into, as the tree reads them; None if it does not
    tell, or reads them in a way that no cut of the page does."""
    first, second = (sorted({rank for item in side for rank in _ranks(item)}) for side in (left, right))
    if not first or not second or len({*first, *second}) == 1:
        return None
    if first[-1] <= second[0]:
        return [list(left), list(right)]
    if second[-1] < first[0]:
        return [list(right), list(left)] if _beside_main(left, right) and not _runs_over(left, right) else None
    rows = list(_rows(left, right))
    return rows if len(rows) > 1 else None


def _ranks(item: Item) -> Iterator[int]:
    """The places in the tree of all that an item holds."""
    match item:
        case Line():
            lines: Iterator[Line] = iter((item,))
        case Panel():
            lines = item.every()
        case Table():
            lines = iter(item.lines)
        case Divider():
            return
    yield from (line.tag.rank for line in lines if line.tag)


def _beside_main(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether one side is a sidebar of the other."""
    narrow, wide = sorted(max(item.box.width for item in side) for side in (left, right))
    return narrow < SIDEBAR * wide


def _runs_over(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether a sentence goes on from the end of one column to the top of the next."""
    last = max((item for item in left if isinstance(item, Line)), key=lambda line: line.box.bottom, default=None)
    first = min((item for item in right if isinstance(item, Line)), key=from_top, default=None)
    return bool(last and first and not SENTENCE_END.search(last.text) and small(first.text))


def _rows(left: Sequence[Item], right: Sequence[Item]) -> Iterator[list[Item]]:
    """Both sides cut wherever white goes through both, no paragraph does, and the tree reads all above it before all
    below it."""
    items = sorted([*left, *right], key=from_top)
    ranks = [list(_ranks(item)) for item in items]
    upper = accumulate((max(held, default=-inf) for held in ranks), max, initial=-inf)
    lower = list(accumulate((min(held, default=inf) for held in reversed(ranks)), min))[::-1]
    blocks = [*stretches(left), *stretches(right)]
    row: list[Item] = []
    end = -inf
    for item, last, first in zip(items, upper, lower, strict=False):
        top = item.box.top
        white = end <= top + TOLERANCE and not any(
            one < top - TOLERANCE and top + TOLERANCE < two for one, two in blocks
        )
        if row and white and last < first:
            yield row
            row = []
        row.append(item)
        end = max(end, item.box.bottom)
    yield row


# -------------------------------------------------------------------------------------------------------------- tables


def tagged_tables(lines: Sequence[Line]) -> list[Table]:
    """The tables of the tree that geometry can see as tables."""
    rows: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.tag and line.tag.row:
            rows[line.tag.row].append(line)
    tables: list[list[list[Line]]] = []
    for number in sorted(rows):
        if number - 1 in rows:
            tables[-1].append(rows[number])
        else:
            tables.append([rows[number]])
    return [of_rows(table) for table in tables if _is_table(table)]


def _is_table(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether rows stand below each other, at least two of them have cells beside each other, and none has columns of
    text or headings."""
    below = all(bottom(upper) <= min(line.box.top for line in lower) + TOLERANCE for upper, lower in pairwise(rows))
    wide = [row for row in rows if any(level(one, other) for one, other in pairwise(sorted(row, key=from_top)))]
    headings = any(line.tag and line.tag.heading for row in rows for line in row)
    return below and len(wide) > 1 and not headings and all(is_row(row) for row in wide)
