"""Turned and curved text -> lines, read along their own direction.

The content stream draws such text letter after letter; a letter that stands next to the one before it, turned about as
much, goes on with it. Lines come out sorted by place, so the order in which the stream has them makes no difference.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from pipeline.model import Character
from pipeline.segment.lines import Line
from pipeline.segment.runs import around
from pipeline.segment.words import word

# The next letter stands within this distance from the middle of the one before it (ems) …
NEXT_WITHIN = 1.5
# … is turned by no more than this against it (degrees) …
BEND = 45
# … and belongs to the same word if no wider gap than this parts them (ems).
WORD_GAP = 0.3


def turned_lines(characters: Iterable[Character]) -> list[Line]:
    """The lines of all characters that are not upright, from the top of the page downwards."""
    return sorted(map(_line, _strings(characters)), key=lambda line: (line.box.top, line.box.x0))


def _strings(characters: Iterable[Character]) -> Iterator[list[Character]]:
    pending: list[Character] = []
    for character in characters:
        if pending and not _goes_on(pending[-1], character):
            if any(drawn.text.strip() for drawn in pending):
                yield pending
            pending = []
        pending.append(character)
    if any(drawn.text.strip() for drawn in pending):
        yield pending


def _goes_on(before: Character, character: Character) -> bool:
    bend = abs(before.style.rotation - character.style.rotation)
    return min(bend, 360 - bend) <= BEND and _distance(before, character) <= NEXT_WITHIN * before.style.size


def _distance(one: Character, other: Character) -> float:
    return math.dist(_middle(one), _middle(other))


def _middle(character: Character) -> tuple[float, float]:
    box = character.box
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def _line(string: list[Character]) -> Line:
    words: list[list[Character]] = [[]]
    for character in string:
        if not character.text.strip():
            words.append([])
            continue
        if words[-1] and _gap(words[-1][-1], character) > WORD_GAP * character.style.size:
            words.append([])
        words[-1].append(character)
    told = tuple(word(characters) for characters in words if characters)
    return Line(told, around(part.box for part in told), max(part.box.bottom for part in told))


def _gap(one: Character, other: Character) -> float:
    """The distance between two letters less half of what each measures along the line."""
    return _distance(one, other) - (_length(one) + _length(other)) / 2


def _length(character: Character) -> float:
    """How far a letter goes along its direction: its box is as long as that along the axis it is turned to."""
    upright = abs(math.cos(math.radians(character.style.rotation))) >= math.sqrt(0.5)
    return character.box.width if upright else character.box.height
