"""Gaps in lines -> gutters that are narrower than the gap that ends a line.

A gutter is straight: line by line the column after it begins at one edge, and nothing stands in its white. The blanks
of running text, wide as justifying may make them, are nowhere below each other in so many lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from pipeline.model import BoundingBox, Run
from pipeline.segment.lines.words import MARKER_LETTERS

# A narrow gutter is wider than this (ems), and goes through so many lines below each other.
NARROW, LINES = 0.6, 4
# The lines of a column begin within this of each other (points).
SAME_EDGE = 1.0


class Joined(Protocol):
    """What has been joined on a baseline, from left to right; no gap in it is wider than `widest`."""

    widest: float
    size: float
    baseline: float

    @property
    def runs(self) -> list[Run]:
        """All of it."""

    @property
    def box(self) -> BoundingBox:
        """Around all of it."""


class _Gap(NamedTuple):
    """A gap in the line of that number, and the edge at which it ends."""

    edge: float
    line: int


def gutters(lines: Sequence[Joined]) -> Iterator[tuple[int, float]]:
    """The numbers of the lines that a narrow gutter goes through, and the edge that follows it."""
    columns: list[list[_Gap]] = []
    for gap in sorted(_Gap(edge, number) for number, line in enumerate(lines) for edge in _edges(line)):
        if columns and gap.edge - columns[-1][0].edge <= SAME_EDGE:
            columns[-1].append(gap)
        else:
            columns.append([gap])
    for gaps in columns:
        if _straight(gaps, lines):
            yield from ((line, edge) for edge, line in gaps)


def _edges(line: Joined) -> Iterator[float]:
    """Where wide gaps of a line end, but the one after what hangs before it."""
    if line.widest <= NARROW * line.size:
        return
    letters = [
        (box.x0, box.x1)
        for run in line.runs
        for letter, box in zip(run.text, run.boxes.each(), strict=True)
        if letter != " "
    ]
    for place, ((_, end), (start, _)) in enumerate(pairwise(letters), 1):
        if start - end > NARROW * line.size and place > MARKER_LETTERS:
            yield start


def _straight(gaps: Iterable[_Gap], lines: Sequence[Joined]) -> bool:
    """Whether the gaps go through enough lines without one that crosses their white."""
    through = {gap.line: gap.edge for gap in gaps}
    edge = max(through.values())
    unbroken = 0
    for number in sorted(range(len(lines)), key=lambda number: lines[number].baseline):
        line = lines[number]
        if number in through:
            unbroken += 1
        elif line.box.x0 < edge - NARROW * line.size and line.box.x1 > edge:
            unbroken = 0
        if unbroken == LINES:
            return True
    return False
