"""Runs -> stretches: what the content stream draws one after the other along one baseline, with no wide gap in it.

Stretches are as small as the stream makes them, so what is made of them must not depend on their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from pipeline.model import BoundingBox, Run
from pipeline.segment.lines.words import INITIAL

# A gap wider than this between two letters ends a line: no blank is as wide, every gutter is. In ems.
LINE_GAP = 1.0
# Characters of one stretch stand on one baseline to within this. In ems.
ONE_BASELINE = 0.02
BLANKS = re.compile(" +")


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
        while not (text := kept[-1].text).strip(" "):
            kept.pop()
        if text[-1] == " ":
            kept[-1] = kept[-1].part(0, len(text.rstrip(" ")))
        while not (text := kept[0].text).strip(" "):
            kept.pop(0)
        if text[0] == " ":
            kept[0] = kept[0].part(len(text) - len(text.lstrip(" ")))
        first = kept[0]
        box = first.boxes.whole if len(kept) == 1 else around(run.boxes.whole for run in kept)
        return cls(tuple(kept), box, first.baseline, first.style.size, sum(len(run.text) for run in kept), gap)


def stretches(runs: Iterable[Run]) -> Iterator[Stretch]:
    """Join runs until the baseline changes or the next does not stand next to the last."""
    pending: list[Run] = []
    end = baseline = widest = 0.0
    size = em = 1.0
    for run in runs:
        for part, inside in _without_wide_gaps(run):
            text = part.text
            first, last = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
            gap = part.boxes.x0[first if last else 0] - end
            # An initial stands on the baseline of its last line and belongs to its first.
            initial = not 1 / INITIAL < part.style.size / size < INITIAL
            if pending and (abs(gap) > em or abs(part.baseline - baseline) > ONE_BASELINE * em or initial):
                yield Stretch.of(pending, widest)
                pending = []
            if not pending:
                baseline, size, widest = part.baseline, part.style.size, inside
                em = LINE_GAP * size
            else:
                widest = max(widest, inside, gap)
            if last:
                end = part.boxes.x1[last - 1]
            if pending or last:
                pending.append(part)
    if pending:
        yield Stretch.of(pending, widest)


def _without_wide_gaps(run: Run) -> Iterator[tuple[Run, float]]:
    """The parts of a run that a line may hold, each with the widest gap between neighbours in it (or a wider one)."""
    text, x0, x1, reach = run.text, run.boxes.x0, run.boxes.x1, LINE_GAP * run.style.size
    gaps = list(map(sub, x0[1:], x1))
    widest = max(gaps, default=0.0)
    cuts = [
        after
        for before, after in (blank.span() for blank in BLANKS.finditer(text, 1, len(text.rstrip(" "))))
        if abs(x0[after] - x1[before - 1]) > reach
    ]
    if gaps and (widest > reach or min(gaps) < -reach):
        cuts += [
            index for index, gap in enumerate(gaps, 1) if abs(gap) > reach and " " not in text[index - 1 : index + 1]
        ]
    if not cuts:
        yield run, widest
    else:
        for start, end in pairwise([0, *sorted(cuts), len(text)]):
            yield run.part(start, end), widest


def around(boxes: Iterable[BoundingBox]) -> BoundingBox:
    """The smallest box that holds all the boxes (at least one)."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return BoundingBox(min(x0), min(top), max(x1), max(bottom))
