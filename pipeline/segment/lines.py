"""Characters -> lines of words, whatever order the content stream has them in.

A run is a stretch of characters that the stream draws one after the other on one baseline. Runs that stand close
together on a baseline make a line; only then are words told apart, because a letter-spaced heading shows how wide its
blanks are only as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.model import BoundingBox, Character, Style

# A gap wider than this between two characters ends a line: no blank is as wide, every gutter is. In ems.
LINE_GAP = 1.0
# A gap wider than this, beyond the gaps between the line's letters, parts two words. In ems.
WORD_GAP = 0.15
# Characters of one line stand on one baseline, give or take. In ems.
BASELINE = 0.15
# A raised or lowered mark (³, CO₂) is smaller than its line by this factor at least, short, close to it, and off the
# baseline by no more than this (ems of the line).
MARK_SIZE, MARK_LETTERS, MARK_GAP, MARK_SHIFT = 0.8, 4, 0.3, 0.6
# Letters apart by more than this (ems) all along a line are letter-spaced; fewer gaps than this do not show it.
SPACED, SPACED_GAPS = 0.05, 4

# What stands before the items of a list; its text begins within this reach, in ems.
BULLETS = "•·‣▪■●○◦►▶✓✔*–—-"
MARKER = re.compile(rf"[{BULLETS}]$|\(?(?:\d{{1,2}}|[A-Za-z]|[ivxIVX]{{1,4}})[.)]$")
MARKER_LETTERS, MARKER_REACH = 5, 5.0
SENTENCE_END = re.compile(r"[.!?:…][\"”’)\]]*\d{0,2}$")


class Word(NamedTuple):
    """Characters without a blank between them."""

    text: str
    box: BoundingBox
    style: Style
    characters: tuple[Character, ...]


@dataclass(frozen=True)
class Line:
    """Words on one baseline with no gap wider than LINE_GAP. `bullet` says that an icon stood before it."""

    words: tuple[Word, ...]
    box: BoundingBox
    baseline: float
    bullet: bool = False

    @cached_property
    def text(self) -> str:
        """The words with one blank between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def style(self) -> Style:
        """The style that most letters have."""
        letters: dict[Style, int] = {}
        for word in self.words:
            letters[word.style] = letters.get(word.style, 0) + len(word.text)
        return max(letters, key=lambda style: letters[style])

    @property
    def size(self) -> float:
        """Points from line to line if set solid."""
        return self.style.size

    def joined(self, other: Line) -> Line:
        """This line with one that stands to the right of it on the same baseline."""
        return replace(self, words=self.words + other.words, box=self.box.union(other.box))


class Run(NamedTuple):
    """Characters as the content stream draws them along one baseline; blanks at both ends are left out."""

    characters: tuple[Character, ...]
    box: BoundingBox

    @property
    def baseline(self) -> float:
        """Points from the top edge."""
        return self.characters[0].baseline

    @property
    def size(self) -> float:
        """Size of the first character."""
        return self.characters[0].style.size


def runs(characters: Iterable[Character]) -> Iterator[Run]:
    """Cut the stream wherever the baseline or direction changes, or the next character stands elsewhere."""
    pending: list[Character] = []
    end = baseline = em = 0.0
    rotation = 0
    for character in characters:
        _, box, base, style = character
        left = box.x0
        along = abs(base - baseline) <= 0.02 * em and -LINE_GAP * em <= left - end <= LINE_GAP * em
        if not along or style.rotation != rotation:
            if pending:
                yield from _run(pending)
            pending, baseline, em, rotation = [], base, style.size, style.rotation
        pending.append(character)
        if character.text != " " or not along:
            end = box.x1
    if pending:
        yield from _run(pending)


def _run(characters: list[Character]) -> Iterator[Run]:
    visible = [index for index, character in enumerate(characters) if not character.text.isspace()]
    if visible:
        kept = tuple(characters[visible[0] : visible[-1] + 1])
        yield Run(kept, around(character.box for character in kept))


def around(boxes: Iterable[BoundingBox]) -> BoundingBox:
    """The smallest box that holds all the boxes (at least one)."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return BoundingBox(min(x0), min(top), max(x1), max(bottom))


def lines(parts: Iterable[Run]) -> list[Line]:
    """Join runs into lines, from left to right; the order in which they come makes no difference."""
    open_lines: list[list[Run]] = []
    for run in sorted(parts, key=lambda run: (run.box.x0, run.box.top, run.box.x1)):
        home = min(
            (line for line in open_lines if _goes_on(line, run)), key=lambda line: abs(_gap(line, run)), default=None
        )
        if home is None:
            open_lines.append([run])
        else:
            home.append(run)
    return _with_markers([_line(line) for line in open_lines])


def _with_markers(found: list[Line]) -> list[Line]:
    """Bullets, numbers and icons that hang before a line belong to it, however wide the gap."""
    for marker in [line for line in found if len(line.words) == 1 and len(line.text) <= MARKER_LETTERS]:
        after = [line for line in found if _hangs_before(marker, line)]
        if after:
            line = min(after, key=lambda line: line.box.x0)
            if MARKER.match(marker.text) or (len(marker.text) == 1 and marker.style.font != line.words[0].style.font):
                found.remove(marker)
                found[found.index(line)] = replace(
                    line, words=marker.words + line.words, box=marker.box.union(line.box)
                )
    return found


def _hangs_before(marker: Line, line: Line) -> bool:
    return abs(marker.baseline - line.baseline) < marker.size / 2 and (
        0 < line.box.x0 - marker.box.x1 <= MARKER_REACH * marker.size
    )


def _gap(line: list[Run], run: Run) -> float:
    return run.box.x0 - line[-1].box.x1


def _goes_on(line: list[Run], run: Run) -> bool:
    """Whether the run is the line's next: on its baseline, or a raised or lowered mark at its end, or it is such a
    mark's line."""
    first, last = line[0], line[-1]
    large, small = max(last.size, run.size, first.size), min(last.size, run.size)
    gap = _gap(line, run)
    if not -LINE_GAP * small <= gap <= LINE_GAP * large:
        return False
    shift = min(abs(run.baseline - last.baseline), abs(run.baseline - _main(line).baseline))
    if shift <= BASELINE * small:
        return gap <= LINE_GAP * max(last.size, run.size)
    mark = min((last, run), key=lambda part: part.size)
    return (
        small < MARK_SIZE * large
        and len(mark.characters) <= MARK_LETTERS
        and gap <= MARK_GAP * large
        and shift <= MARK_SHIFT * large
    )


def _main(line: list[Run]) -> Run:
    """The run that the baseline of a line is read from: the longest of the largest type."""
    return max(line, key=lambda run: (run.size, len(run.characters)))


def _line(parts: list[Run]) -> Line:
    words = tuple(_words([character for run in parts for character in run.characters]))
    return Line(words, around(word.box for word in words), _main(parts).baseline)


def _words(characters: list[Character]) -> Iterator[Word]:
    spacing = _letter_spacing(characters)
    pending: list[Character] = []
    for character in characters:
        text, box, _, style = character
        if text.isspace():
            if pending:
                yield word(pending)
                pending = []
            continue
        if pending and box.x0 - pending[-1].box.x1 > WORD_GAP * style.size + spacing:
            yield word(pending)
            pending = []
        pending.append(character)
    if pending:
        yield word(pending)


def word(characters: list[Character]) -> Word:
    """Characters without a blank between them as a word."""
    text = "".join(character.text for character in characters)
    return Word(text, around(character.box for character in characters), characters[0].style, tuple(characters))


def _letter_spacing(characters: list[Character]) -> float:
    """How far apart the letters of a line stand: 0 unless most are."""
    letters = [character for character in characters if character.text.strip()]
    if sum(character.text.isalpha() for character in letters) * 2 < len(letters):
        return 0.0
    gaps = [right.box.x0 - left.box.x1 for left, right in pairwise(letters)]
    if len(gaps) < SPACED_GAPS:
        return 0.0
    usual = median(gaps)
    return usual if usual > SPACED * letters[0].style.size else 0.0
