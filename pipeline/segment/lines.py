"""Runs -> lines of words.

Runs that stand close together on a baseline make a line, and raised or lowered marks join the line that they stand in;
only then are words told apart, because a letter-spaced heading shows how wide its blanks are only as a whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.model import BoundingBox, Character, Style
from pipeline.segment.runs import LINE_GAP, Run, around, around_characters, trimmed

# A gap wider than this, beyond the gaps between the line's letters, parts two words. In ems.
WORD_GAP = 0.15
# Characters of one line stand on one baseline, give or take. In ems.
BASELINE = 0.15
# A raised or lowered mark (³, CO₂) is smaller than its line by this factor at least, short, close to it, and off the
# baseline by no more than this (ems of the line).
MARK_SIZE, MARK_LETTERS, MARK_GAP, MARK_SHIFT = 0.8, 4, 0.3, 0.6
# Letters apart by more than this (ems) are letter-spaced; fewer gaps than this do not show it, and so many characters
# at the beginning of a line do.
SPACED, SPACED_GAPS, SPACED_SAMPLE = 0.05, 4, 20

# A line-end hyphen stands within this distance from its word, in ems.
HYPHEN_GAP = 0.4
# What stands before the items of a list; its text begins within this reach, in ems.
BULLETS = "•·‣▪■●○◦►▶✓✔*–—-"
MARKER = re.compile(rf"[{BULLETS}]$|\(?(?:\d{{1,2}}|[A-Za-z]|[ivxIVX]{{1,4}})[.)]$")
MARKER_LETTERS, MARKER_REACH = 5, 5.0
SENTENCE_END = re.compile(r"[.!?:…][\"”’)\]]*\d{0,2}$")
HYPHENATED = re.compile(r"\w*\w-$")


class Word(NamedTuple):
    """Characters without a blank between them."""

    text: str
    box: BoundingBox
    style: Style
    characters: tuple[Character, ...]


@dataclass(frozen=True, eq=False)
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


class _Open:
    """A line that runs are still added to, from left to right."""

    def __init__(self, run: Run) -> None:
        self.runs, self.last, self.main = [run], run, run

    def add(self, run: Run) -> None:
        self.runs.append(run)
        self.last = run
        # The baseline of a line is that of the longest run of its largest type.
        self.main = max(self.main, run, key=lambda run: (run.size, len(run.characters)))

    def gap(self, run: Run) -> float:
        return run.box.x0 - self.last.box.x1

    def takes(self, run: Run) -> bool:
        """Whether the run is the next: on the line's baseline, or a raised or lowered mark right at its end, or what
        such a mark stands before."""
        gap, size, other = self.gap(run), run.size, self.last.size
        small, large = (size, other) if size < other else (other, size)
        if not -LINE_GAP * small <= gap <= LINE_GAP * large:
            return False
        shift = min(abs(run.baseline - self.last.baseline), abs(run.baseline - self.main.baseline))
        if shift <= BASELINE * small:
            return True
        mark, reach = (run, MARK_GAP) if size < other else (self.last, LINE_GAP)
        return gap <= reach * large and _is_mark(mark, large, shift)


def lines(runs: Iterable[Run]) -> list[Line]:
    """Join runs into lines, from left to right; the order in which they come makes no difference."""
    parts = _cut_at_marks(list(runs))
    # Only lines in the same or the next strip of the page are near enough to take a run.
    strip = max((run.size for run in parts), default=1.0)
    strips: dict[int, list[_Open]] = defaultdict(list)
    for run in sorted(parts, key=lambda run: run.box):
        place = int(run.baseline // strip)
        near = [line for at in (place - 1, place, place + 1) for line in strips[at] if line.takes(run)]
        if near:
            min(near, key=lambda line: (abs(line.gap(run)), abs(line.main.baseline - run.baseline))).add(run)
        else:
            strips[place].append(_Open(run))
    return _with_markers([_line(line) for lines in strips.values() for line in lines])


def _is_mark(mark: Run, large: float, shift: float) -> bool:
    small = mark.size < MARK_SIZE * large and len(mark.characters) <= MARK_LETTERS
    return small and shift <= MARK_SHIFT * large


def _cut_at_marks(runs: list[Run]) -> list[Run]:
    """Runs in whose gaps a mark stands are cut there, so that it finds its place between them."""
    marks = [mark for mark in runs if len(mark.characters) <= MARK_LETTERS]
    for mark in marks:
        for place, host in enumerate(runs):
            inside = host.box.x0 < mark.box.x0 and mark.box.x1 < host.box.x1
            if inside and _is_mark(mark, host.size, abs(mark.baseline - host.baseline)):
                left = [character for character in host.characters if character.box.x0 < mark.box.x0]
                rest = host.characters[len(left) :]
                start = next(at for at, character in enumerate(rest) if not character.text.isspace())
                runs[place : place + 1] = [trimmed(left), trimmed(rest[start:])]
                break
    return runs


def _line(line: _Open) -> Line:
    words = _with_hyphen(list(_words([character for run in line.runs for character in run.characters])))
    return Line(words, around(word.box for word in words), line.main.baseline)


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


def _with_hyphen(words: list[Word]) -> tuple[Word, ...]:
    """A hyphen at the end of a line, which some layout programs set at a distance, belongs to its word."""
    if (
        len(words) > 1
        and words[-1].text == "-"
        and words[-1].box.x0 - words[-2].box.x1 < HYPHEN_GAP * words[-1].style.size
    ):
        words[-2:] = [word([*words[-2].characters, *words[-1].characters])]
    return tuple(words)


def _words(characters: Sequence[Character]) -> Iterator[Word]:
    spacing = _letter_spacing(characters[:SPACED_SAMPLE])
    start, end = -1, 0.0
    for place, (text, box, _, style) in enumerate(characters):
        if text.isspace():
            if start >= 0:
                yield word(characters[start:place])
            start = -1
            continue
        if start < 0:
            start = place
        elif box.x0 - end > WORD_GAP * style.size + spacing:
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
