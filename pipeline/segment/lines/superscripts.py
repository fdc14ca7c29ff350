"""Stretches that do not stand on the baseline of the line they belong to: raised and lowered marks, and initials."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.lines.stretches import Stretch
from pipeline.segment.lines.words import INITIAL
from pipeline.segment.strips import Strips

# A raised or lowered mark (³, CO₂) is smaller than its line by this factor at least, short, and off the baseline by no
# more than this (ems of the line).
SIZE, LETTERS, SHIFT = 0.8, 4, 0.6
# An initial has the lines beside it within this distance (ems of its own), over at least this much of its height.
INITIAL_GAP, INITIAL_HEIGHT = 0.5, 0.25


def is_mark(mark: Stretch, host: Stretch, shift: float) -> bool:
    """Whether a stretch can be a mark in the line of another, off its baseline by `shift`; initials have none."""
    low = mark.size < SIZE * host.size and mark.length <= LETTERS and shift <= SHIFT * host.size
    return low and not (_is_letter(host) and host.size >= INITIAL * mark.size)


def cut_at_marks(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches in whose gaps a mark stands are cut there, so that it finds its place between them."""
    strips = Strips(stretches)
    for mark in strips.all():
        if mark.length <= LETTERS:
            host = next((host for host in strips.near(mark) if _stands_in(mark, host)), None)
            if host:
                strips.remove(host)
                for part in parted(host, mark.box.x0):
                    strips.add(part)
    return strips.all()


def _stands_in(mark: Stretch, host: Stretch) -> bool:
    inside = host.box.x0 < mark.box.x0 and mark.box.x1 < host.box.x1
    return inside and is_mark(mark, host, abs(mark.baseline - host.baseline))


def parted(host: Stretch, x: float) -> list[Stretch]:
    """What of a stretch begins to the left of x, and the rest."""
    left, right = [], []
    for run in host.runs:
        cut = sum(x0 < x for x0 in run.boxes.x0)
        left.append(run.part(0, cut))
        right.append(run.part(cut))
    return [Stretch.of(part, host.gap) for part in (left, right) if any(run.text.strip(" ") for run in part)]


def lift_initials(stretches: Sequence[Stretch]) -> list[Stretch]:
    """An initial that is as high as several lines is put on the baseline of the first of them."""
    strips = Strips(stretches)
    return [_lifted(stretch, strips) if _is_letter(stretch) else stretch for stretch in stretches]


def _is_letter(stretch: Stretch) -> bool:
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
