"""Runs of a line -> words.

Words are told apart only in a whole line: a letter-spaced heading shows only as a whole how wide its blanks are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from operator import sub
from statistics import median
from typing import NamedTuple

from pipeline.model import BoundingBox, Boxes, Run, Style

# A gap wider than this, beyond the gaps between the line's letters, parts two words. In ems.
WORD_GAP = 0.15
# So many characters at the beginning of a line show its em and its spacing.
SAMPLE = 20
# Letters apart by more than this (ems) are letter-spaced; fewer gaps than this do not show it.
SPACED, SPACED_GAPS = 0.05, 4
# An initial over several lines is larger than they are by this factor; one of these letters may be a word of its own.
INITIAL, LETTER_WORDS = 2.0, "AIO"
# What stands before the items of a list.
BULLETS = "•·‣▪■●○◦►▶✓✔*–—-"
MARKER = re.compile(rf"[{BULLETS}]$|\(?(?:\d{{1,2}}|[A-Za-z]|[ivxIVX]{{1,4}})[.)]$")
SENTENCE_END = re.compile(r"[.!?:…][\"”’)\]]*\d{0,2}$")
LETTERS = re.compile("[^ ]+")
HYPHENATED = re.compile(r"\w*\w-$")


class Word(NamedTuple):
    """Characters without a blank between them, the box of all and that of each."""

    text: str
    box: BoundingBox
    style: Style
    boxes: Boxes

    def joined(self, other: Word) -> Word:
        """One word of both, in the style of this one."""
        return Word(self.text + other.text, self.box.union(other.box), self.style, self.boxes.joined(other.boxes))


def words(runs: Sequence[Run]) -> tuple[Word, ...]:
    """The words of a line, from its runs from left to right."""
    found = list(_parted(runs))
    if len(found) > 1:
        first, second = found[:2]
        # An initial belongs to the word after it, unless it is a word itself.
        if first.style.size >= INITIAL * second.style.size and len(first.text) == 1 and first.text not in LETTER_WORDS:
            found[:2] = [first.joined(second)]
    return tuple(found)


def _parted(runs: Sequence[Run]) -> Iterator[Word]:
    blank, end = _blank(runs), 0.0
    pending: Word | None = None
    for run in runs:
        text, boxes, _, style = run
        if pending and (text[0] == " " or boxes.x0[0] - end > blank):
            yield pending
            pending = None
        for first, last in _spans(run, blank):
            part = boxes.part(first, last)
            word = Word(text[first:last], part.whole, style, part)
            if pending:
                word = pending.joined(word)
            # What reaches to the end of its run may go on in the next.
            pending = word if last == len(text) else None
            if not pending:
                yield word
        end = boxes.x1[-1]
    if pending:
        yield pending


def _spans(run: Run, blank: float) -> Iterator[tuple[int, int]]:
    """Where words, or parts of them, begin and end in a run."""
    for letters in LETTERS.finditer(run.text):
        first, last = letters.span()
        if blank < math.inf:
            gaps = map(sub, run.boxes.x0[first + 1 : last], run.boxes.x1[first:last])
            for place, gap in enumerate(gaps, first + 1):
                if gap > blank:
                    yield first, place
                    first = place
        yield first, last


def _blank(runs: Sequence[Run]) -> float:
    """A gap wider than this parts two words of the line; infinite where none does."""
    x0, x1 = (list(chain.from_iterable(side)) for side in zip(*((run.boxes.x0, run.boxes.x1) for run in runs), strict=True))
    sizes = sorted(islice((run.style.size for run in runs for _ in run.text), SAMPLE))
    blank = WORD_GAP * sizes[len(sizes) // 2]
    if max(map(sub, x0[1:], x1), default=0.0) <= blank:
        return math.inf
    edges = zip("".join(run.text for run in runs)[:SAMPLE], x0, x1, strict=False)
    spacing = _letter_spacing([(left, right) for letter, left, right in edges if letter.isalpha()], len(sizes))
    return blank + (spacing if spacing > SPACED * runs[0].style.size else 0.0)


def _letter_spacing(letters: Sequence[tuple[float, float]], sample: int) -> float:
    """How far apart the letters of a line usually stand; 0 where there are not enough of them in a sample."""
    gaps = [following[0] - letter[1] for letter, following in pairwise(letters)]
    return median(gaps) if len(gaps) >= SPACED_GAPS and len(letters) * 2 >= sample else 0.0
