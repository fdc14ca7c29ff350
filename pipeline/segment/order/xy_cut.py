"""Panel -> reading order: whitespace decides, the tallest gutter first.

The gutter along which text stands beside text the longest cuts a panel into what is above its strip, left of it, right
of it and below it; each of these is cut again in the same way until no gutter is left. So a heading across two columns
ends their gutter and stands before both, and columns of any number and width come out from left to right. Rules across
a gutter end it as headings do. Tables, grids and short headings over two columns are read across their gutters
(tables.py, across.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from pipeline.model import BoundingBox
from pipeline.segment.elements import Item, from_top, level, size
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.gutters import columns, tallest_band, with_whole_paragraphs, without
from pipeline.segment.lines.justification import whole_lines, with_scales, with_signs
from pipeline.segment.order.bands import Headings, across, last_headings, row_of_panels
from pipeline.segment.order.sidebars import begins_statistic, side_panels
from pipeline.segment.order.structure_tree import in_tree_order, tagged_tables
from pipeline.segment.regions import Divider, Panel
from pipeline.segment.statistics import statistics
from pipeline.segment.tables.across import rows_across, ruled_tables
from pipeline.segment.tables.cells import Table, of_rows
from pipeline.segment.tables.figures import figure_tables
from pipeline.segment.tables.labelled import labelled
from pipeline.segment.tables.leading import led_by_amounts
from pipeline.segment.tables.parts import with_names
from pipeline.segment.tables.unruled import open_tables
from pipeline.segment.typography import Typography

# Lines on one baseline in a column without gutters are a row if a gap between them is wider than this, in ems.
ROW_GAP = 2.0


@dataclass(frozen=True)
class Flow:
    """What stands on one ground, in reading order; a panel on it is a flow of its own."""

    box: BoundingBox
    typography: Typography
    items: tuple[Line | Table | Flow, ...]


def flow(panel: Panel, document: Typography) -> Flow:
    """The panel and the panels on it, each in reading order."""
    typography = document.within(panel.lines)
    lines = with_signs(with_scales(whole_lines(panel.lines)))
    tables = tagged_tables(lines)
    ruled = partial(ruled_tables, dividers=panel.dividers)
    for found in (ruled, labelled, led_by_amounts, figure_tables, open_tables):
        tables += found(_outside(lines, tables))
    tables = with_names(tables, _outside(lines, tables))
    loose = _outside(lines, tables)
    bands = statistics(loose)
    held = {line for band in bands for line in band.lines}
    loose = [line for line in loose if line not in held]
    items: list[Item] = [*loose, *bands, *tables, *panel.tables, *panel.panels, *panel.dividers]
    ordered = _ordered(items, Headings(typography))
    return Flow(
        panel.box, typography, tuple(flow(item, document) if isinstance(item, Panel) else item for item in ordered)
    )


def _outside(lines: Sequence[Line], tables: Sequence[Table]) -> list[Line]:
    inside = {word for table in tables for line in table.lines for word in map(id, line.words)}
    return [line for line in lines if id(line.words[0]) not in inside]


def _ordered(items: Sequence[Item], headings: Headings) -> Iterator[Line | Table | Panel]:
    items = sorted(items, key=from_top)
    band = tallest_band(items)
    if band is None or _is_one_line(items):
        yield from _down(items)
        return
    if parts := row_of_panels(items):
        for part in parts:
            yield from _ordered(part, headings)
        return
    if beside := side_panels(items):
        yield from beside.left
        yield from _ordered(beside.text, headings)
        yield from beside.right
        return
    band = with_whole_paragraphs(without(band, last_headings(band, headings)))
    if band.above or band.below:
        known = headings.cross([*band.above[-1:], *band.below[:1]])
        for part in (band.above, columns(band), band.below):
            yield from _ordered(part, known)
    elif not (begins_statistic(band.left) and begins_statistic(band.right)) and (
        rows := rows_across(band.left, band.right)
    ):
        yield from _ordered(rows.above, headings)
        yield rows.table
        yield from _ordered(rows.below, headings)
    elif parts := in_tree_order(band.left, band.right):
        for part in parts:
            yield from _ordered(part, headings)
    else:
        known, parts = across(band.left, band.right, headings) or (headings, [band.left, band.right])
        for part in parts:
            yield from _ordered(part, known)


def _is_one_line(items: Sequence[Item]) -> bool:
    """Whether items are parts of one line that stands alone: level and no further apart than those of a row."""
    parts = sorted((item for item in items if not isinstance(item, Divider)), key=lambda item: item.box.x0)
    near = all(right.box.x0 - left.box.x1 <= ROW_GAP * size(left) for left, right in pairwise(parts))
    return near and all(isinstance(part, Line) and level(parts[0], part) for part in parts)


def _down(items: Sequence[Item]) -> Iterator[Line | Table | Panel]:
    """The items of one column; lines on a shared baseline are parts of one line, or a row if they stand apart."""
    beside: list[Line] = []
    for item in items:
        if beside and not (isinstance(item, Line) and level(beside[-1], item)):
            yield _joined(beside)
            beside = []
        match item:
            case Line():
                beside.append(item)
            case Table() | Panel():
                yield item
            case Divider():
                pass
    if beside:
        yield _joined(beside)


def _joined(beside: Sequence[Line]) -> Line | Table:
    parts = sorted(beside, key=lambda line: line.box.x0)
    if any(right.box.x0 - left.box.x1 > ROW_GAP * left.size for left, right in pairwise(parts)):
        return of_rows([parts])
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.joined(part)
    return whole
