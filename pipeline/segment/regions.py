"""Filled areas, pictures and frames -> panels: text on a ground of its own is read for itself, not across its edge.

A frame is a ground if it stands apart: one that touches others or rules is a table's cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from pipeline.model import BoundingBox, Page, columns_of
from pipeline.segment.lines.baselines import Line, lines
from pipeline.segment.lines.stretches import Stretch, around
from pipeline.segment.tables.cells import Table, is_figure
from pipeline.segment.tables.lattice import grids
from pipeline.segment.tables.ruled import ruled

# Grounds and rules less wide than this (points) part nothing: bars of charts, icons, underlined words.
SMALLEST = 24.0
# The ground of a table's row is no higher than so many lines.
STRIPE_LINES = 6
# So many heads of columns stand on a ground of their own, and the first row this close below it, in ems.
HEADS, HEADS_GAP = 3, 1.5
# Pieces of one rule are no further apart than this (points).
PIECES_APART = 6.0
# A run lies on a ground if this share of its width does; a ground whose edge cuts a run elsewhere is no ground.
INSIDE = 0.8
# A rule underlines a line if it is no further below its baseline than this, and ends where it does give or take (ems).
UNDERLINE, UNDERLINE_ENDS = 0.3, 0.6
# Frames and rules nearer to each other than this touch (points).
TOUCH = 2.0


@dataclass(frozen=True, eq=False)
class Divider:
    """A level rule between texts."""

    box: BoundingBox


@dataclass(frozen=True, eq=False)
class Panel:
    """What stands on a ground of its own: lines, and panels within it; the box is that of its text. A page is the
    panel of all its lines."""

    box: BoundingBox
    ground: BoundingBox
    lines: tuple[Line, ...]
    panels: tuple[Panel, ...] = ()
    dividers: tuple[Divider, ...] = ()
    tables: tuple[Table, ...] = ()

    def every(self) -> Iterator[Line]:
        """The panel's lines and those of the panels within it, but for those in tables."""
        yield from self.lines
        for panel in self.panels:
            yield from panel.every()

    def all_tables(self) -> Iterator[Table]:
        """The panel's tables and those of the panels within it."""
        yield from self.tables
        for panel in self.panels:
            yield from panel.all_tables()

    def changed(self, change: Callable[[Line], Line | None]) -> Panel:
        """The panel with each line replaced, or left out where `change` gives None."""
        kept = tuple(new for line in self.lines if (new := change(line)) is not None)
        inner = (panel.changed(change) for panel in self.panels)
        return replace(
            self, lines=kept, panels=tuple(panel for panel in inner if panel.lines or panel.panels or panel.tables)
        )


class _Ground(NamedTuple):
    box: BoundingBox
    runs: frozenset[int]


def page_panel(page: Page, runs: Sequence[Stretch], turned: Sequence[Line] = ()) -> tuple[Panel, list[Line]]:
    """The page's tree of panels; each run is in the smallest ground that it lies on, and so is each table that the page
    draws. Gives the turned lines, too, that are in no table."""
    tables: list[Table] = []
    for grid in grids(page):
        if found := ruled(grid, runs, turned):
            tables.append(found.table)
            runs, turned = found.outside, found.turned
    return _tree(page, runs, tables), list(turned)


def _tree(page: Page, runs: Sequence[Stretch], tables: Sequence[Table]) -> Panel:
    ordered = sorted(runs, key=lambda run: (run.baseline, run.box))
    found = sorted(_grounds(page, ordered), key=lambda ground: (-ground.box.width * ground.box.height, ground.box))
    bars = [ground for ground in found if not _lines_deep(ground.runs, ordered) or _is_stripe(ground, found, ordered)]
    grounds = [ground for ground in found if ground not in bars]
    for place, ground in enumerate(grounds):
        across = [other.runs for other in grounds[place + 1 :] if not _within(other.box, ground.box)]
        grounds[place] = ground._replace(runs=ground.runs.difference(*across))
    whole = _Ground(BoundingBox(0, 0, page.width, page.height), frozenset(range(len(ordered))))
    dividers = [line for line in _dividers(page, bars) if not any(_crosses(line, table) for table in tables)]
    return _panel(whole, grounds, ordered, dividers, tables)


def _is_stripe(ground: _Ground, grounds: Sequence[_Ground], runs: Sequence[Stretch]) -> bool:
    """Whether a ground is that of a table's row: low, with cells beside each other, and either as wide as another one
    or with the heads of columns on it."""
    held = [runs[index] for index in sorted(ground.runs)]
    if held[-1].baseline - held[0].baseline > STRIPE_LINES * held[0].size:
        return False
    beside = max(sum(abs(run.baseline - first.baseline) < first.size / 2 for run in held) for first in held)
    x0, _, x1, _ = ground.box
    twins = (other for other in grounds if abs(other.box.x0 - x0) + abs(other.box.x1 - x1) < PIECES_APART)
    return (beside > 1 and sum(1 for _ in twins) > 1) or _holds_heads(ground, held, runs)


def _holds_heads(ground: _Ground, held: Sequence[Stretch], runs: Sequence[Stretch]) -> bool:
    """Whether all on a ground is set in one type, and the next words below it stand on one line under several of its
    columns."""
    columns = columns_of(run.box for run in held)
    under = [run for run in runs if 0 <= run.box.top - ground.box.bottom < HEADS_GAP * run.size]
    first = min((run.baseline for run in under), default=inf)
    level = [run for run in under if run.baseline - first < run.size / 2]
    below = {place for place, (x0, x1) in enumerate(columns) for run in level if run.box.x0 < x1 and x0 < run.box.x1}
    styles = {(round(run.size), run.runs[0].style.bold, run.runs[0].style.colour) for run in held}
    return len(columns) >= HEADS and len(styles) == 1 and len(below) > 1 and not any(map(_is_figure, held))


def _is_figure(run: Stretch) -> bool:
    return is_figure("".join(part.text for part in run.runs))


def _within(inner: BoundingBox, outer: BoundingBox) -> bool:
    return outer.holds(inner.x0 + 1, inner.top + 1) and outer.holds(inner.x1 - 1, inner.bottom - 1)


def _crosses(divider: Divider, table: Table) -> bool:
    beside = table.box.top - TOUCH < divider.box.middle[1] < table.box.bottom + TOUCH
    return beside and divider.box.shares_column(table.box)


def _panel(
    ground: _Ground,
    grounds: Sequence[_Ground],
    runs: Sequence[Stretch],
    dividers: Sequence[Divider],
    tables: Sequence[Table],
) -> Panel:
    """`grounds` from large to small; one that holds all that its parent holds, or a single line, is no panel."""
    free, inner = ground.runs, []
    for place, other in enumerate(grounds, 1):
        mine = other.runs & free
        if mine and mine != ground.runs and _lines_deep(mine, runs):
            free -= mine
            on_it = [divider for divider in dividers if _within(divider.box, other.box)]
            dividers = [divider for divider in dividers if divider not in on_it]
            held = [table for table in tables if _within(table.box, other.box)]
            tables = [table for table in tables if table not in held]
            inner.append(_panel(_Ground(other.box, mine), grounds[place:], runs, on_it, held))
    boxes = [*(runs[index].box for index in ground.runs), *(table.box for table in tables)]
    box = around(boxes) if boxes else ground.box
    free_lines = tuple(_with_underlines(lines(runs[index] for index in sorted(free)), dividers))
    return Panel(box, ground.box, free_lines, tuple(inner), tuple(dividers), tuple(tables))


def _with_underlines(found: Iterable[Line], dividers: Sequence[Divider]) -> Iterator[Line]:
    """The lines, those told that a rule underlines from end to end."""
    for line in found:
        under = any(_underlines(divider.box, line) for divider in dividers)
        yield replace(line, underlined=True) if under else line


def _underlines(rule: BoundingBox, line: Line) -> bool:
    below = 0 <= rule.top - line.baseline <= UNDERLINE * line.size
    ends = max(abs(rule.x0 - line.box.x0), abs(rule.x1 - line.box.x1))
    return below and ends <= UNDERLINE_ENDS * line.size


def _dividers(page: Page, bars: Sequence[_Ground]) -> list[Divider]:
    """The level rules of a page, those drawn in pieces as one, and the edges of bars, which part as rules do."""
    pieces = [rule.box for rule in page.rules if rule.box.width > rule.box.height]
    for bar in bars:
        x0, top, x1, bottom = bar.box
        pieces += [BoundingBox(x0, top, x1, top), BoundingBox(x0, bottom, x1, bottom)]
    whole: list[BoundingBox] = []
    for piece in sorted(pieces, key=lambda box: (round(box.top), box.x0)):
        if whole and round(whole[-1].top) == round(piece.top) and piece.x0 - whole[-1].x1 <= PIECES_APART:
            whole[-1] = whole[-1].union(piece)
        else:
            whole.append(piece)
    return [Divider(box) for box in whole if box.width >= SMALLEST]


def _lines_deep(held: frozenset[int], runs: Sequence[Stretch]) -> bool:
    first, last = runs[min(held)], runs[max(held)]
    return last.baseline - first.baseline > first.size / 2


def _grounds(page: Page, runs: Sequence[Stretch]) -> Iterator[_Ground]:
    baselines = [run.baseline for run in runs]
    frames = {box for box in page.frames if _stands_apart(box, page)}
    for box in {area.box for area in page.areas} | set(page.pictures) | frames:
        if box.width < SMALLEST:
            continue
        near = range(bisect_left(baselines, box.top), bisect_right(baselines, box.bottom))
        shares = [_share(runs[index].box, box) for index in near]
        if all(share >= INSIDE or share <= 1 - INSIDE for share in shares):
            held = frozenset(index for index, share in zip(near, shares, strict=True) if share >= INSIDE)
            if held and (box not in frames or _lines_deep(held, runs)):
                yield _Ground(box, held)


def _stands_apart(frame: BoundingBox, page: Page) -> bool:
    """Whether no other frame and no rule touches a frame or crosses it; one drawn twice is one frame."""
    return not any(_touch(frame, other) for other in (*page.frames, *(rule.box for rule in page.rules)))


def _touch(one: BoundingBox, other: BoundingBox) -> bool:
    """Whether the sides of two boxes meet: not if they lie apart, one well within the other, or at one place."""
    apart = max(one.x0 - other.x1, other.x0 - one.x1, one.top - other.bottom, other.top - one.bottom)
    inwards = (one.x0 - other.x0, one.top - other.top, other.x1 - one.x1, other.bottom - one.bottom)
    within = min(inwards) > TOUCH or max(inwards) < -TOUCH
    return apart < TOUCH and not within and max(map(abs, inwards)) > TOUCH


def _share(run: BoundingBox, ground: BoundingBox) -> float:
    """The share of a run's width that lies on a ground."""
    shared = max(0.0, min(run.x1, ground.x1) - max(run.x0, ground.x0))
    return shared / run.width if run.width else 0.0
