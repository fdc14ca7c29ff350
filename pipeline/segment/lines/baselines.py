"""Stretches -> lines of words: what stands close together on a baseline, with the marks that hang in or before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from pipeline.model import BoundingBox, Run, Style, Tag
from pipeline.segment.lines.drop_caps import lift_initials
from pipeline.segment.lines.narrow_gutters import gutters as narrow_gutters
from pipeline.segment.lines.stretches import LINE_GAP, Stretch, around
from pipeline.segment.lines.superscripts import cut_at_marks, is_mark, parted, without_note_marks
from pipeline.segment.lines.words import CHAPTER, DASHES, MARKER, MARKER_LETTERS, NUMERAL, Word
from pipeline.segment.strips import Strips

T = TypeVar("T")

# Characters of one line stand on one baseline, give or take. In ems.
BASELINE = 0.15
# A raised or lowered mark stands this close to what it is a mark of, in ems of the line.
MARK_GAP = 0.3
# A numeral that counts sections is larger than their headings by this factor.
LARGER = 1.12
# The text of a list's item begins within this reach of its marker. In ems.
MARKER_REACH = 5.0


@dataclass(frozen=True, eq=False)
class Line:
    """Words on one baseline with no gap wider than LINE_GAP. `bullet` says that an icon stood before it, `tag` is that
    of most of its letters; `marks` refer to notes, and are none of its words."""

    words: tuple[Word, ...]
    box: BoundingBox
    baseline: float
    bullet: bool = False
    tag: Tag | None = None
    marks: tuple[Word, ...] = ()
    underlined: bool = False

    @cached_property
    def text(self) -> str:
        """The words with one blank between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def style(self) -> Style:
        """The style that most letters have."""
        return _of_most((word.style, word.text) for word in self.words)

    @cached_property
    def size(self) -> float:
        """Points from line to line if set solid."""
        return self.style.size

    def part(self, start: int, end: int) -> Line:
        """The words from start to before end."""
        words = self.words[start:end]
        return replace(self, words=words, box=around(word.box for word in words), bullet=self.bullet and start == 0)

    def joined(self, other: Line) -> Line:
        """This line with one that stands to the right of it on the same baseline."""
        return replace(
            self,
            words=self.words + other.words,
            box=self.box.union(other.box),
            marks=self.marks + other.marks,
        )


class _Open:
    """A line that stretches are still added to, from left to right."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretches, self.last, self.main, self.widest = [stretch], stretch, stretch, stretch.gap
        self.baseline, self.size = stretch.baseline, stretch.size

    def add(self, stretch: Stretch) -> None:
        self.widest = max(self.widest, stretch.gap, self.gap(stretch))
        self.stretches.append(stretch)
        self.last = stretch
        # The baseline of a line is that of the longest stretch of its largest type.
        self.main = max(self.main, stretch, key=lambda stretch: (stretch.size, stretch.length))

    def gap(self, stretch: Stretch) -> float:
        return stretch.box.x0 - self.last.box.x1

    def takes(self, stretch: Stretch) -> bool:
        """Whether the stretch is the next: on the line's baseline, or a raised or lowered mark right at its end, or
        what such a mark stands before."""
        gap, (small, large) = self.gap(stretch), sorted((stretch.size, self.last.size))
        if abs(gap) > LINE_GAP * small:
            return False
        shift = min(abs(stretch.baseline - self.last.baseline), abs(stretch.baseline - self.main.baseline))
        if shift <= BASELINE * small:
            return True
        if stretch.size < self.last.size:
            return gap <= MARK_GAP * large and is_mark(stretch, self.last, shift)
        return is_mark(self.last, stretch, shift)

    @property
    def runs(self) -> list[Run]:
        return [run for stretch in self.stretches for run in stretch.runs]

    @property
    def box(self) -> BoundingBox:
        return around(stretch.box for stretch in self.stretches)

    def whole(self) -> Line:
        """The line of all its stretches."""
        found, marks = without_note_marks(self.stretches, self.widest)
        return Line(
            found, self.box, self.main.baseline, tag=_of_most((run.tag, run.text) for run in self.runs), marks=marks
        )

    def cut(self, x: float) -> Iterator[_Open]:
        """What begins to the left of x, and the rest."""
        parts = [part for stretch in self.stretches for part in parted(stretch, x)]
        for _, side in groupby(parts, key=lambda part: part.box.x0 < x):
            first, *rest = side
            whole = _Open(first)
            for part in rest:
                whole.add(part)
            yield whole


def _of_most(parts: Iterable[tuple[T, str]]) -> T:
    """What most letters have, of things with their texts; of two that equally many have, the first."""
    letters: dict[T, int] = {}
    for thing, text in parts:
        letters[thing] = letters.get(thing, 0) + len(text)
    return max(letters, key=letters.__getitem__)


def lines(stretches: Iterable[Stretch]) -> list[Line]:
    """Join stretches into lines, from left to right; the order in which they come makes no difference."""
    parts = lift_initials(cut_at_marks(list(stretches)))
    pending: Strips[_Open] = Strips([], to_come=parts)
    for part in sorted(parts, key=lambda part: part.box):
        near = [line for line in pending.near(part) if line.takes(part)]
        if near:
            min(near, key=lambda line: (abs(line.gap(part)), abs(line.main.baseline - part.baseline))).add(part)
        else:
            pending.add(_Open(part))
    opened = pending.all()
    gutters = sorted(narrow_gutters(opened))
    for number, x in reversed(gutters):
        opened[number : number + 1] = opened[number].cut(x)
    return _with_markers([line.whole() for line in opened])


def _with_markers(found: Sequence[Line]) -> list[Line]:
    """Bullets, numbers and icons that hang before a line belong to it, however wide the gap."""
    strips = Strips(found)
    for numeral in _counting(found):
        beside = (line for line in strips.near(numeral) if _counts(numeral, line))
        if line := min(beside, key=lambda line: (line.baseline, line.box.x0), default=None):
            strips.remove(numeral)
            strips.remove(line)
            box = line.box._replace(x0=numeral.box.x0)
            strips.add(replace(numeral.joined(line), box=box, baseline=line.baseline, tag=line.tag))
    # From right to left, so that a marker before another one finds what that has become.
    for marker in sorted(strips.all(), key=lambda line: -line.box.x0):
        if len(marker.text) > MARKER_LETTERS:
            continue
        after = (line for line in strips.near(marker) if _hangs_before(marker, line))
        line = min(after, key=lambda line: line.box.x0, default=None)
        if line and _is_marker(marker, line):
            strips.remove(marker)
            strips.remove(line)
            strips.add(replace(marker.joined(line), baseline=line.baseline, tag=line.tag))
    return strips.all()


def _counting(found: Sequence[Line]) -> list[Line]:
    """The numerals of one type that stand alone and count from one on."""
    numerals: dict[Style, list[Line]] = defaultdict(list)
    for line in found:
        if NUMERAL.fullmatch(line.text):
            numerals[line.style].append(line)
    return [
        line
        for same in numerals.values()
        if same[1:] and sorted(int(line.text) for line in same) == list(range(1, len(same) + 1))
        for line in same
    ]


def _counts(numeral: Line, line: Line) -> bool:
    """Whether a numeral, which is set larger, stands before a line, on whose baseline it begins, ends or in between."""
    gap, (_, top, _, _) = line.box.x0 - numeral.box.x1, numeral.box
    larger = numeral.size >= LARGER * line.size and line.text[0].isupper()
    return larger and 0 < gap <= MARKER_REACH * line.size and top < line.baseline <= numeral.baseline + 1


def _is_marker(marker: Line, line: Line) -> bool:
    """Whether it looks like one, is a single letter in another font, as icons are, or the number of a chapter. A dash
    before a bare figure stands for none in the column before it."""
    if marker.text in DASHES and not any(map(str.isalpha, line.text)):
        return False
    alone = len(marker.text) == 1 and marker.style.font != line.words[0].style.font
    chapter = CHAPTER.match(marker.text) and line.text[0].isupper() and marker.style == line.words[0].style
    return alone or bool(MARKER.match(marker.text) or chapter)


def _hangs_before(marker: Line, line: Line) -> bool:
    level = abs(marker.baseline - line.baseline) < marker.size / 2
    return level and 0 < line.box.x0 - marker.box.x1 <= MARKER_REACH * marker.size
