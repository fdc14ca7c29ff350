"""Characters of a line -> words.

Words are told apart only in a whole line: a letter-spaced heading shows only as a whole how wide its blanks are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.model import BoundingBox, Character, Style
from pipeline.segment.runs import around_characters

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
HYPHENATED = re.compile(r"\w*\w-$")


class Word(NamedTuple):
    """Characters without a blank between them."""

    text: str
    box: BoundingBox
    style: Style
    characters: tuple[Character, ...]


def words(characters: Sequence[Character]) -> tuple[Word, ...]:
    """The words of a line, from its characters in order."""
    found = list(_parted(characters))
    if len(found) > 1:
        first, second = found[:2]
        # An initial belongs to the word after it, unless it is a word itself.
        if first.style.size >= INITIAL * second.style.size and len(first.text) == 1 and first.text not in LETTER_WORDS:
            found[:2] = [word(first.characters + second.characters)]
    return tuple(found)


def _parted(characters: Sequence[Character]) -> Iterator[Word]:
    sample = characters[:SAMPLE]
    em = sorted(character.style.size for character in sample)[len(sample) // 2]
    blank = WORD_GAP * em + _letter_spacing(sample)
    start, end = -1, 0.0
    for place, (text, box, *_) in enumerate(characters):
        if text.isspace():
            if start >= 0:
                yield word(characters[start:place])
            start = -1
            continue
        if start < 0:
            start = place
        elif box.x0 - end > blank:
            yield word(characters[start:place])
            start = place
        end = box.x1
    if start >= 0:
        yield word(characters[start:])


def word(characters: Sequence[Character]) -> Word:
    """Characters without a blank between them as a word."""
    text = "".join([character.text for character in characters])
    return Word(text, around_characters(tuple(characters)), characters[0].style, tuple(characters))


def _letter_spacing(characters: Sequence[Character]) -> float:
    """How far apart the letters of a line stand: 0 unless most are."""
    boxes = [character.box for character in characters if character.text.isalpha()]
    gaps = [right.x0 - left.x1 for left, right in pairwise(boxes)]
    if len(gaps) < SPACED_GAPS or len(boxes) * 2 < len(characters):
        return 0.0
    usual = median(gaps)
    return usual if usual > SPACED * characters[0].style.size else 0.0
