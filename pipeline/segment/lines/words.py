"""Runs of a line -> words.

Words are told apart only in a whole line: a letter-spaced heading shows only as a whole how wide its blanks are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
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
# What stands before the items of a list has no more characters than this, and looks so.
MARKER_LETTERS = 5
DASHES = "–—-"
BULLETS = f"•·‣▪■●○◦►▶✓✔*{DASHES}"
MARKER = re.compile(rf"[{BULLETS}]$|\(?(?:\d{{1,3}}|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}|[A-Za-z]|[ivxIVX]{{1,4}})[.)]$")
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,3}\.")
NUMERAL = re.compile(r"[1-9]|0[1-9]|1\d")
CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}$")
SENTENCE_END = re.compile(r"[.!?:…][\"”’)\]]*\d{0,2}$")
QUOTE = re.compile(r"[“”„«\"].*[”“»\"]")
LETTERS = re.compile("[^ ]+")
GOES_ON = ",0123456789"
# The pieces of a number that a gap has cut: groups of three digits; the first digits of an amount, and what follows.
GROUPS, NEXT_DIGITS = re.compile(r"(?:,\d{3})+(?!\d)"), re.compile(r"(\d{1,2})(?:,\d{3})+(?!\d)")
FIRST_DIGITS, CURRENCY = (
    re.compile(r"[(-]*((?:[A-Z]{1,3})?[$€£¥])?(\d{1,2})"),
    re.compile(r"(?:^|\W)[A-Z]{0,3}[$€£¥]$|^[A-Z]{3}$"),
)
HYPHENATED = re.compile(r"\w*\w-$")


class Word(NamedTuple):
    """Characters without a blank between them; theirs are the boxes from `first` on."""

    text: str
    style: Style
    boxes: Boxes
    first: int

    @property
    def box(self) -> BoundingBox:
        """The box of all its characters."""
        return self._own().whole

    @property
    def x0(self) -> float:
        """Where its first character begins."""
        return self.boxes.x0[self.first]

    @property
    def x1(self) -> float:
        """Where its last character ends."""
        return self.boxes.x1[self.first + len(self.text) - 1]

    def part(self, start: int, end: int) -> Word:
        """The characters text[start:end]."""
        return self._replace(text=self.text[start:end], first=self.first + start)

    def joined(self, other: Word) -> Word:
        """One word of both, in the style of this one."""
        return Word(self.text + other.text, self.style, self._own().joined(other._own()), 0)

    def _own(self) -> Boxes:
        return self.boxes.part(self.first, self.first + len(self.text))


def words(runs: Sequence[Run], widest: float) -> tuple[Word, ...]:
    """The words of a line, from its runs from left to right, between which no gap is wider than `widest` (points)."""
    found = _parted(runs, widest)
    if len(found) > 1:
        first, second = found[:2]
        # An initial belongs to the word after it, unless it is a word itself and so may be what comes after it.
        a_word = first.text in LETTER_WORDS and not (len(second.text) == 1 and second.text.islower())
        if first.style.size >= INITIAL * second.style.size and len(first.text) == 1 and not a_word:
            found[:2] = [first.joined(second)._replace(style=second.style)]
    for place in range(len(found) - 1, 0, -1):
        if found[place - 1].text[-1].isdigit() and found[place].text[0] in GOES_ON and _one_number(found, place):
            found[place - 1 : place + 1] = [found[place - 1].joined(found[place])]
    return tuple(found)


def _one_number(found: Sequence[Word], place: int) -> bool:
    """Whether a gap before a word lies within a number: a comma never begins one, and an amount of which one or two
    digits stand apart from others that fill up its first group ($1 70,049,508) is none of its own."""
    left, right = found[place - 1].text, found[place].text
    if right[0] == ",":
        return bool(GROUPS.match(right))
    before = found[place - 2].text if place > 1 else ""
    amount = FIRST_DIGITS.fullmatch(left)
    first = NEXT_DIGITS.match(right)
    if not amount or not first or not (amount[1] or CURRENCY.search(before)):
        return False
    return len(amount[2]) + len(first[1]) <= 3


def _parted(runs: Sequence[Run], widest: float) -> list[Word]:
    """The words of runs; one may begin in a run and end in another."""
    blank = _blank(runs, widest)
    found: list[Word] = []
    before: Run | None = None
    for run in runs:
        words = list(_words(run, blank))
        if before and words and _touch(before, run, blank) and not _ends_number(found[-1].text, words[0].text):
            found[-1] = found[-1].joined(words.pop(0))
        found += words
        before = run
    return found


def _touch(run: Run, following: Run, blank: float) -> bool:
    """Whether there is no blank between two runs."""
    apart = following.boxes.x0[0] - run.boxes.x1[-1] > blank
    return not apart and run.text[-1] != " " != following.text[0]


def _ends_number(word: str, following: str) -> bool:
    """Whether a word is the number of a chapter, however near its title stands (9.3.Financial management)."""
    return following[0].isupper() and word[0].isdigit() and bool(NUMBERED.fullmatch(word))


def _words(run: Run, blank: float) -> Iterator[Word]:
    """The words of one run, or parts of them; they end at blanks and at gaps that are wider than one."""
    text, boxes, style = run.text, run.boxes, run.style
    for letters in LETTERS.finditer(text):
        first, last = letters.span()
        if blank < math.inf:
            for place, gap in enumerate(map(sub, boxes.x0[first + 1 : last], boxes.x1[first:last]), first + 1):
                if gap > blank:
                    yield Word(text[first:place], style, boxes, first)
                    first = place
        yield Word(text[first:last], style, boxes, first)


def _blank(runs: Sequence[Run], widest: float) -> float:
    """A gap wider than this parts two words of the line; infinite where no gap does."""
    sizes = sorted(islice((run.style.size for run in runs for _ in run.text), SAMPLE))
    blank = WORD_GAP * sizes[len(sizes) // 2]
    if widest <= blank:
        return math.inf
    edges = ((letter, box.x0, box.x1) for run in runs for letter, box in zip(run.text, run.boxes.each(), strict=True))
    letters = [(left, right) for letter, left, right in islice(edges, SAMPLE) if letter.isalpha()]
    spacing = _letter_spacing(letters, len(sizes))
    return blank + (spacing if spacing > SPACED * runs[0].style.size else 0.0)


def _letter_spacing(letters: Sequence[tuple[float, float]], sample: int) -> float:
    """How far apart the letters of a line usually stand; 0 where there are not enough of them in a sample."""
    gaps = [following[0] - letter[1] for letter, following in pairwise(letters)]
    return median(gaps) if len(gaps) >= SPACED_GAPS and len(letters) * 2 >= sample else 0.0
