"""Runs that do not stand on the baseline of the line they belong to: raised and lowered marks, and initials."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.runs import Run, trimmed
from pipeline.segment.strips import Strips
from pipeline.segment.words import INITIAL

# A raised or lowered mark (³, CO₂) is smaller than its line by this factor at least, short, and off the baseline by no
# more than this (ems of the line).
SIZE, LETTERS, SHIFT = 0.8, 4, 0.6
# An initial has the lines beside it within this distance (ems of its own), over at least this much of its height.
INITIAL_GAP, INITIAL_HEIGHT = 0.5, 0.25


def is_mark(mark: Run, large: float, shift: float) -> bool:
    """Whether a run can be a mark in a line of the size `large`, off its baseline by `shift`."""
    return mark.size < SIZE * large and len(mark.characters) <= LETTERS and shift <= SHIFT * large


def cut_at_marks(runs: Sequence[Run]) -> list[Run]:
    """Runs in whose gaps a mark stands are cut there, so that it finds its place between them."""
    strips = Strips(runs)
    for mark in strips.all():
        if len(mark.characters) <= LETTERS:
            host = next((host for host in strips.near(mark) if _stands_in(mark, host)), None)
            if host:
                strips.remove(host)
                for part in _parts(host, mark.box.x0):
                    strips.add(part)
    return strips.all()


def _stands_in(mark: Run, host: Run) -> bool:
    inside = host.box.x0 < mark.box.x0 and mark.box.x1 < host.box.x1
    return inside and is_mark(mark, host.size, abs(mark.baseline - host.baseline))


def _parts(host: Run, x: float) -> list[Run]:
    left = [character for character in host.characters if character.box.x0 < x]
    right = list(host.characters[len(left) :])
    while right and right[0].text.isspace():
        right.pop(0)
    return [trimmed(part) for part in (left, right) if part]


def lift_initials(runs: Sequence[Run]) -> list[Run]:
    """An initial that is as high as several lines is put on the baseline of the first of them."""
    strips = Strips(runs)
    return [_lifted(run, strips) if _is_letter(run) else run for run in runs]


def _is_letter(run: Run) -> bool:
    return len(run.characters) == 1 and run.characters[0].text.isupper()


def _lifted(initial: Run, runs: Strips[Run]) -> Run:
    beside = [run.baseline for run in runs.near(initial) if _stands_beside(run, initial)]
    several = bool(beside) and max(beside) - min(beside) > INITIAL_HEIGHT * initial.size
    return initial._replace(baseline=min(beside)) if several else initial


def _stands_beside(run: Run, initial: Run) -> bool:
    return (
        run.size <= initial.size / INITIAL
        and -1 < run.box.x0 - initial.box.x1 < INITIAL_GAP * initial.size
        and initial.baseline - initial.size < run.baseline <= initial.baseline + run.size / 2
    )
