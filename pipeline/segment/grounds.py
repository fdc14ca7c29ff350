"""Filled areas and pictures -> panels: text on a ground of its own is read for itself, not across its edge."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.model import BoundingBox, Page
from pipeline.segment.lines import Line, lines
from pipeline.segment.runs import Run, around

# Grounds smaller than this (points) hold no panel: bars of charts, icons, cells of one word.
SMALLEST = 24.0
# A run lies on a ground if this share of its width does; a ground whose edge cuts a run elsewhere is no ground.
INSIDE = 0.8


@dataclass(frozen=True)
class Panel:
    """What stands on a ground of its own: lines, and panels within it; the box is that of its text. A page is the
    panel of all its lines."""

    box: BoundingBox
    lines: tuple[Line, ...]
    panels: tuple[Panel, ...] = ()

    def every(self) -> Iterator[Line]:
        """The panel's lines and those of the panels within it."""
        yield from self.lines
        for panel in self.panels:
            yield from panel.every()

    def changed(self, change: Callable[[Line], Line | None]) -> Panel:
        """The panel with each line replaced, or left out where `change` gives None."""
        kept = tuple(new for line in self.lines if (new := change(line)) is not None)
        inner = (panel.changed(change) for panel in self.panels)
        return Panel(self.box, kept, tuple(panel for panel in inner if panel.lines or panel.panels))


class _Ground(NamedTuple):
    box: BoundingBox
    runs: frozenset[int]


def page_panel(page: Page, runs: Sequence[Run]) -> Panel:
    """The page's tree of panels; each run is in the smallest ground that it lies on."""
    ordered = sorted(runs, key=lambda run: (run.baseline, run.box))
    grounds = sorted(_grounds(page, ordered), key=lambda ground: (-ground.box.width * ground.box.height, ground.box))
    for place, ground in enumerate(grounds):
        across = [other.runs for other in grounds[place + 1 :] if not _within(other.box, ground.box)]
        grounds[place] = ground._replace(runs=ground.runs.difference(*across))
    return _panel(frozenset(range(len(ordered))), grounds, ordered)


def _within(inner: BoundingBox, outer: BoundingBox) -> bool:
    return outer.holds(inner.x0 + 1, inner.top + 1) and outer.holds(inner.x1 - 1, inner.bottom - 1)


def _panel(held: frozenset[int], grounds: Sequence[_Ground], runs: Sequence[Run]) -> Panel:
    """`grounds` from large to small; one that holds all that its parent holds, or a single line, changes nothing."""
    free, inner = held, []
    for place, ground in enumerate(grounds, 1):
        mine = ground.runs & free
        if mine and mine != held and _lines_deep(mine, runs):
            free -= mine
            inner.append(_panel(mine, grounds[place:], runs))
    box = around(runs[index].box for index in held) if held else BoundingBox(0, 0, 0, 0)
    return Panel(box, tuple(lines(runs[index] for index in sorted(free))), tuple(inner))


def _lines_deep(held: frozenset[int], runs: Sequence[Run]) -> bool:
    first, last = runs[min(held)], runs[max(held)]
    return last.baseline - first.baseline > first.size / 2


def _grounds(page: Page, runs: Sequence[Run]) -> Iterator[_Ground]:
    baselines = [run.baseline for run in runs]
    boxes = {area.box for area in page.areas} | set(page.pictures)
    for box in boxes:
        if min(box.width, box.height) < SMALLEST:
            continue
        near = range(bisect_left(baselines, box.top), bisect_right(baselines, box.bottom))
        shares = [_share(runs[index].box, box) for index in near]
        if all(share >= INSIDE or share <= 1 - INSIDE for share in shares):
            held = frozenset(index for index, share in zip(near, shares, strict=True) if share >= INSIDE)
            if held and _lines_deep(held, runs):
                yield _Ground(box, held)


def _share(run: BoundingBox, ground: BoundingBox) -> float:
    """The share of a run's width that lies on a ground."""
    return max(0.0, min(run.x1, ground.x1) - max(run.x0, ground.x0)) / max(run.width, 0.1)
