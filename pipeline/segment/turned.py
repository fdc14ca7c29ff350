"""Turned and curved text -> lines, read along their own direction.

The content stream draws such text letter after letter; a letter that stands next to the one before it, turned about as
much, goes on with it. Lines come out sorted by place, so the order in which the stream has them makes no difference.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from pipeline.model import Run
from pipeline.segment.lines import Line
from pipeline.segment.stretches import around
from pipeline.segment.words import Word

# The next letter stands within this distance from the middle of the one before it (ems) …
NEXT_WITHIN = 1.5
# … is turned by no more than this against it (degrees) …
BEND = 45
# … and belongs to the same word if no wider gap than this parts them (ems).
WORD_GAP = 0.3


def turned_lines(runs: Iterable[Run]) -> list[Line]:
    """The lines of all runs that are not upright (a character each), from the top of the page downwards."""
    return sorted(map(_line, _strings(runs)), key=lambda line: (line.box.top, line.box.x0))


def _strings(runs: Iterable[Run]) -> Iterator[list[Run]]:
    pending: list[Run] = []
    for run in runs:
        if pending and not _goes_on(pending[-1], run):
            if any(drawn.text.strip() for drawn in pending):
                yield pending
            pending = []
        pending.append(run)
    if any(drawn.text.strip() for drawn in pending):
        yield pending


def _goes_on(before: Run, run: Run) -> bool:
    bend = abs(before.style.rotation - run.style.rotation)
    return min(bend, 360 - bend) <= BEND and _distance(before, run) <= NEXT_WITHIN * before.style.size


def _distance(one: Run, other: Run) -> float:
    return math.dist(one.boxes.whole.middle, other.boxes.whole.middle)


def _line(string: list[Run]) -> Line:
    found: list[Word] = []
    before: Run | None = None
    for run in string:
        if not run.text.strip():
            before = None
            continue
        word = Word(run.text, run.style, run.boxes, 0)
        if before and _gap(before, run) <= WORD_GAP * run.style.size:
            found[-1] = found[-1].joined(word)
        else:
            found.append(word)
        before = run
    box = around(word.box for word in found)
    return Line(tuple(found), box, box.bottom)


def _gap(one: Run, other: Run) -> float:
    """The distance between two letters less half of what each measures along the line."""
    return _distance(one, other) - (_length(one) + _length(other)) / 2


def _length(run: Run) -> float:
    """How far a letter goes along its direction: its box is as long as that along the axis it is turned to."""
    upright = abs(math.cos(math.radians(run.style.rotation))) >= math.sqrt(0.5)
    return run.boxes.whole.width if upright else run.boxes.whole.height
