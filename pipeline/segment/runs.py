"""Characters -> runs: stretches that the content stream draws one after the other along one baseline.

Runs are as small as the stream makes them, so what is made of them must not depend on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.model import BoundingBox, Character

# A gap wider than this between two characters ends a line: no blank is as wide, every gutter is. In ems.
LINE_GAP = 1.0
# Characters of one run stand on one baseline to within this. In ems.
ONE_BASELINE = 0.02


class Run(NamedTuple):
    """Characters along one baseline, without blanks at the ends; size is that of the first."""

    characters: tuple[Character, ...]
    box: BoundingBox
    baseline: float
    size: float


def runs(characters: Iterable[Character]) -> Iterator[Run]:
    """Cut the stream wherever the baseline changes or the next character does not stand next to the last."""
    pending: list[Character] = []
    end = baseline = em = 0.0
    for character in characters:
        text, box, base, style, _ = character
        gap = box.x0 - end
        if pending and (gap > em or gap < -em or abs(base - baseline) > ONE_BASELINE * em):
            yield trimmed(pending)
            pending = []
        if not text.isspace():
            end = box.x1
        elif not pending:
            continue
        if not pending:
            baseline, em = base, LINE_GAP * style.size
        pending.append(character)
    if pending:
        yield trimmed(pending)


def trimmed(characters: Sequence[Character]) -> Run:
    """A run of characters that does not begin with a blank; blanks at its end are left out."""
    last = len(characters)
    while characters[last - 1].text.isspace():
        last -= 1
    kept = tuple(characters[:last])
    return Run(kept, around_characters(kept), kept[0].baseline, kept[0].style.size)


def around(boxes: Iterable[BoundingBox]) -> BoundingBox:
    """The smallest box that holds all the boxes (at least one)."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return BoundingBox(min(x0), min(top), max(x1), max(bottom))


def around_characters(characters: tuple[Character, ...]) -> BoundingBox:
    """The box of characters along a baseline; boxes of one style and baseline differ only from left to right."""
    first, last = characters[0], characters[-1]
    if first.style is last.style and first.box.x0 <= last.box.x0 and first.box.top == last.box.top:
        return BoundingBox(first.box.x0, first.box.top, last.box.x1, first.box.bottom)
    return around(character.box for character in characters)
