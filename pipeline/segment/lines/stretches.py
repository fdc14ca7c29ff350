"""Runs -> stretches: what the content stream draws one after the other along one baseline, with no wide gap in it.

Stretches are as small as the stream makes them, so what is made of them must not depend on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, pairwise
from math import inf
from operator import sub
from typing import NamedTuple

from pipeline.model import BoundingBox, Run
from pipeline.segment.lines.words import INITIAL

# A gap wider than this between two letters ends a line: no blank is as wide, every gutter is. In ems.
LINE_GAP = 1.0
# Characters of one stretch stand on one baseline to within this. In ems.
ONE_BASELINE = 0.02


class Stretch(NamedTuple):
    """Runs along one baseline, without blanks at the ends. `size` is that of the first, `length` the number of all
    characters, and no two that stand next to each other are further apart than `gap` (points)."""

    runs: tuple[Run, ...]
    box: BoundingBox
    baseline: float
    size: float
    length: int
    gap: float

    @classmethod
    def of(cls, runs: Iterable[Run], gap: float) -> Stretch:
        """A stretch of runs of which not all are blank; `gap` is the widest between neighbours."""
        kept = list(runs)
        while not kept[-1].text.strip(" "):
            kept.pop()
        while not kept[0].text.strip(" "):
            kept.pop(0)
        kept[-1] = kept[-1].part(0, len(kept[-1].text.rstrip(" ")))
        kept[0] = kept[0].part(len(kept[0].text) - len(kept[0].text.lstrip(" ")))
        first, box = kept[0], around(run.boxes.whole for run in kept)
        return cls(tuple(kept), box, first.baseline, first.style.size, sum(len(run.text) for run in kept), gap)


def stretches(runs: Iterable[Run]) -> Iterator[Stretch]:
    """Join runs until the baseline changes or the next does not stand next to the last."""
    pending: list[Run] = []
    end = widest = -inf
    for run in runs:
        for part, inside in _without_wide_gaps(run):
            letters = part.text.strip(" ")
            gap = part.boxes.x0[part.text.index(letters)] - end
            if pending and not _goes_on(pending[0], part, gap):
                yield Stretch.of(pending, widest)
                pending = []
            if letters:
                widest = max(widest, inside, gap) if pending else inside
                end = part.boxes.x1[len(part.text.rstrip(" ")) - 1]
            if letters or pending:
                pending.append(part)
    if pending:
        yield Stretch.of(pending, widest)


def _goes_on(first: Run, part: Run, gap: float) -> bool:
    """Whether a part stands so near behind runs on the baseline of the first. An initial stands on the baseline of its
    last line and belongs to its first."""
    size = first.style.size
    level = abs(part.baseline - first.baseline) <= ONE_BASELINE * size
    return level and abs(gap) <= LINE_GAP * size and 1 / INITIAL < part.style.size / size < INITIAL


def _without_wide_gaps(run: Run) -> Iterator[tuple[Run, float]]:
    """The parts of a run that a line may hold, each with the widest gap between neighbours in the run."""
    x0, x1, reach = run.boxes.x0, run.boxes.x1, LINE_GAP * run.style.size
    widest = max(map(sub, x0[1:], x1), default=-inf)
    starts, ends = (list(compress(sides, map(" ".__ne__, run.text))) for sides in (x0, x1))
    if max(map(abs, map(sub, starts[1:], ends)), default=0) <= reach:
        yield run, widest
        return
    letters = [place for place, letter in enumerate(run.text) if letter != " "]
    cuts = [after for before, after in pairwise(letters) if abs(x0[after] - x1[before]) > reach]
    for start, end in pairwise([0, *cuts, len(run.text)]):
        yield run.part(start, end), widest


def around(boxes: Iterable[BoundingBox]) -> BoundingBox:
    """The smallest box that holds all the boxes (at least one)."""
    first, *others = boxes
    if not others:
        return first
    x0, top, x1, bottom = zip(first, *others, strict=True)
    return BoundingBox(min(x0), min(top), max(x1), max(bottom))
