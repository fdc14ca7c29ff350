"""Initials over several lines: each is put on the baseline of the first of them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.lines.stretches import Stretch
from pipeline.segment.lines.words import INITIAL
from pipeline.segment.strips import Strips

# An initial has the lines beside it within this distance (ems of its own), over at least this much of its height.
INITIAL_GAP, INITIAL_HEIGHT = 0.5, 0.25


def lift_initials(stretches: Sequence[Stretch]) -> list[Stretch]:
    """An initial that is as high as several lines is put on the baseline of the first of them."""
    strips = Strips(stretches)
    return [_lifted(stretch, strips) if is_letter(stretch) else stretch for stretch in stretches]


def is_letter(stretch: Stretch) -> bool:
    """Whether a stretch is a single capital, as initials are."""
    return stretch.length == 1 and stretch.runs[0].text.isupper()


def _lifted(initial: Stretch, strips: Strips[Stretch]) -> Stretch:
    beside = [stretch.baseline for stretch in strips.near(initial) if _stands_beside(stretch, initial)]
    several = bool(beside) and max(beside) - min(beside) > INITIAL_HEIGHT * initial.size
    return initial._replace(baseline=min(beside)) if several else initial


def _stands_beside(stretch: Stretch, initial: Stretch) -> bool:
    return (
        stretch.size <= initial.size / INITIAL
        and -1 < stretch.box.x0 - initial.box.x1 < INITIAL_GAP * initial.size
        and initial.baseline - initial.size < stretch.baseline <= initial.baseline + stretch.size / 2
    )
