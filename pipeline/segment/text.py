"""Lines of a section -> its heading and text, with the place of every character.

Paragraphs are apart by a blank line, lines joined by a blank. A line-end hyphen goes only on evidence: the document
has the joined word elsewhere and not the hyphenated one, or what follows the hyphen is no word but an ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.model import BoundingBox, Origin
from pipeline.segment.items import Row
from pipeline.segment.lines import MARKER, SENTENCE_END, Line, Word
from pipeline.segment.rules import rules
from pipeline.segment.typography import small

# A gap between lines wider than the usual one by this many ems ends a paragraph, if a sentence ends there; a gap twice
# as much wider always does.
PARAGRAPH_GAP = 0.3
# A line was broken early if the next word and a blank of this width (ems) would have found place on it.
BLANK = 0.5
# Type of another size than this factor begins a paragraph.
OTHER_SIZE = 1.12

HYPHENATED = re.compile(r"\w*\w-$")
WORDS = re.compile(r"\w+(?:-\w+)*")
# A word stands elsewhere in the document if it does so with another of these endings.
SUFFIXES = ("", "s", "es", "d", "ed", "ing", "ly")
SUFFIX = re.compile(rf"(?:{'|'.join(SUFFIXES[:0:-1])})$")


class Piece(NamedTuple):
    """A line or row of a section on its page."""

    page: int
    item: Line | Row


@dataclass
class Text:
    """A text that grows, and for every character of it where it stands."""

    parts: list[str] = field(default_factory=list)
    origins: list[Origin | None] = field(default_factory=list)
    lines: int = 0

    def glue(self, text: str) -> None:
        """Characters that no page holds."""
        self.parts.append(text)
        self.origins.extend([None] * len(text))

    def line(self, page: int, words: Sequence[Word]) -> None:
        """The words of one printed line; blanks between them lie in the gaps."""
        number, before = self.lines, None
        for word in words:
            if before is not None:
                x0, x1 = sorted((before.box.x1, word.box.x0))
                self.parts.append(" ")
                self.origins.append(Origin(page, number, BoundingBox(x0, word.box.top, x1, word.box.bottom)))
            self.parts.append(word.text)
            if len(word.text) == len(word.characters):
                self.origins += [Origin(page, number, character.box) for character in word.characters]
            else:
                for character in word.characters:
                    self.origins += [Origin(page, number, character.box)] * len(character.text)
            before = word
        self.lines += 1

    def without_last(self) -> None:
        """Take back the last character, which is part of the last word."""
        self.parts[-1] = self.parts[-1][:-1]
        self.origins.pop()

    def __str__(self) -> str:
        return "".join(self.parts)


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """Every word of the document in lower case, hyphenated ones whole, without what a line end has cut."""
    texts = (HYPHENATED.sub("", line.text.lower()) for line in lines)
    return frozenset(found for text in texts for found in WORDS.findall(text))


def write_heading(text: Text, page: int, lines: Sequence[Line], words: frozenset[str]) -> None:
    """Add the lines of a heading, joined."""
    for before, line in pairwise((None, *lines)):
        if before is not None and line is not None:
            join(text, before.words[-1], line.words[0], words)
        if line is not None:
            text.line(page, line.words)


def write(text: Text, pieces: Sequence[Piece], words: frozenset[str]) -> None:
    """Add lines and rows, paragraph by paragraph."""
    usual = _usual_gap(pieces)
    for before, piece in pairwise((None, *pieces)):
        if before is not None and piece is not None:
            if _new_paragraph(before, piece, usual, _right_edge(pieces, before)):
                text.glue("\n\n")
            else:
                join(text, _lines(before)[-1].words[-1], _lines(piece)[0].words[0], words)
        if piece is not None:
            for place, line in enumerate(_lines(piece)):
                if place:
                    text.glue(" ")
                text.line(piece.page, line.words)


def _lines(piece: Piece) -> tuple[Line, ...]:
    return piece.item.lines if isinstance(piece.item, Row) else (piece.item,)


def _gap(upper: Piece, lower: Piece) -> float | None:
    """The space between two lines in ems, None if the lower one is not below the upper one."""
    gap = (lower.item.box.top - upper.item.box.bottom) / _lines(lower)[0].size
    return gap if upper.page == lower.page and gap > -0.5 else None


def _right_edge(pieces: Sequence[Piece], piece: Piece) -> float:
    """How far right the lines go that stand in the same column as a line."""
    box = piece.item.box
    return max(
        other.item.box.x1 for other in pieces if other.page == piece.page and abs(other.item.box.x0 - box.x0) < 30
    )


def _usual_gap(pieces: Sequence[Piece]) -> float:
    return median([gap for upper, lower in pairwise(pieces) if (gap := _gap(upper, lower)) is not None] or [0.3])


def join(text: Text, last: Word, first: Word, words: frozenset[str]) -> None:
    """Join a line to the one before it: by a blank, by its hyphen, or by nothing where the hyphen is the line's."""
    if not HYPHENATED.search(last.text) or not first.text[0].isalnum():
        if not last.text.endswith("/"):
            text.glue(" ")
    elif _hyphen_of_line(last.text, first.text, words):
        text.without_last()


def _hyphen_of_line(last: str, first: str, words: frozenset[str]) -> bool:
    """Whether a hyphen is there for the line end only."""
    head, tail = WORDS.findall(last.lower())[-1], WORDS.findall(first.lower())[0]
    if f"{head}-{tail}" in words or not small(first):
        return False
    stem = SUFFIX.sub("", head + tail)
    return any(stem + suffix in words for suffix in SUFFIXES) or tail in rules().endings


def _new_paragraph(before: Piece, piece: Piece, usual: float, right: float) -> bool:
    upper, lower = before.item, piece.item
    if isinstance(upper, Row) or isinstance(lower, Row) or lower.bullet or MARKER.match(lower.words[0].text):
        return True
    if not 1 / OTHER_SIZE <= upper.size / lower.size <= OTHER_SIZE:
        return True
    if small(lower.text) or HYPHENATED.search(upper.text):
        return False
    ended = bool(SENTENCE_END.search(upper.text))
    gap = _gap(before, piece)
    if gap is None:
        return ended
    if gap > usual + PARAGRAPH_GAP:
        return ended or gap > usual + 2 * PARAGRAPH_GAP
    broken_early = upper.box.x1 + BLANK * upper.size + lower.words[0].box.width < right
    indented = lower.box.x0 - upper.box.x0 > lower.size
    outdented = upper.box.x0 - lower.box.x0 > lower.size / 2
    return (broken_early and (ended or outdented)) or (ended and indented)
