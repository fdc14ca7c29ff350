"""Lines -> lines, those whole that gaps have torn: blanks that justified text has made as wide as gutters, and scales.

Justifying makes all blanks of a line equally wide, so wide that in a narrow column the line looks like cells beside
each other. Unlike those, its words stand at equal gaps from edge to edge of the lines around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

from pipeline.language.document_words import rules
from pipeline.segment.facts import is_figure, is_large_figure
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import by_level
from pipeline.segment.tables.cells import SIGN

# The blanks of a line differ by no more than this; its ends and those of a line near it by no more than that. In ems.
SAME_BLANK, SAME_EDGE = 0.25, 0.3
# Figures are set large from this factor on.
LARGER = 1.3
# What the sign of a currency is joined to, and how far from it that may be, in ems.
FIGURE, APART = re.compile(r"[-−–(]?\d[\d.,’ ]*\)?|[-–—]"), 8.0
# A line near it is no further away than this, in ems.
NEAR = 6.0


def whole_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those that justifying has torn apart joined again."""
    found: list[Line] = []
    for level in by_level(lines):
        for stretch in _evenly_spaced(level):
            pieces = _of_one_line(stretch, lines) if len(stretch) > 1 else []
            found += [line for line in stretch if line not in pieces]
            if pieces:
                found.append(reduce(Line.joined, pieces))
    return found


def with_scales(lines: Sequence[Line]) -> list[Line]:
    """The lines, a scale in smaller type joined to the figure set large before it: "US$ 41.8" and "million"."""
    found = list(lines)
    for scale in lines:
        if scale.text.lower() in rules().scales:
            large = (line for line in found if is_large_figure(line.text) and line.size >= LARGER * scale.size)
            near = [line for line in large if 0 < scale.box.x0 - line.box.x1 < line.size and _stand_level(line, scale)]
            if near:
                found.remove(scale)
                found[found.index(near[0])] = near[0].joined(scale)
    return found


def with_signs(lines: Sequence[Line]) -> list[Line]:
    """The lines, the sign of a currency joined to the figure right of it, from which accounts set it apart."""
    if not any(SIGN.fullmatch(line.text) for line in lines):
        return list(lines)
    found: list[Line] = []
    for level in by_level(lines):
        for line in level:
            before = found[-1] if found and found[-1] in level else None
            sign = before if before and SIGN.fullmatch(before.text) else None
            if sign and FIGURE.fullmatch(line.text) and line.box.x0 - sign.box.x1 < APART * line.size:
                found[-1] = sign.joined(line)
            else:
                found.append(line)
    return found


def _stand_level(large: Line, small: Line) -> bool:
    return large.box.top <= small.box.middle[1] <= large.box.bottom


def _evenly_spaced(level: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines on one baseline from left to right, together while all their blanks are equally wide."""
    stretch: list[Line] = []
    for line in level:
        if stretch and not _equal([*stretch, line]):
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _equal(pieces: Sequence[Line]) -> bool:
    words = [word for line in pieces for word in line.words]
    blanks = [right.x0 - left.x1 for left, right in pairwise(words)]
    return max(blanks) - min(blanks) <= SAME_BLANK * pieces[0].size


def _of_one_line(stretch: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The pieces, as many as possible, that together reach from the left to the right edge of a line near by in the
    same type; a word and a figure beside it may be a label and its value."""
    first = stretch[0]
    edge = SAME_EDGE * first.size
    longest: list[Line] = []
    for line in lines:
        if line.size == first.size and abs(line.baseline - first.baseline) <= NEAR * first.size:
            x0, x1 = line.box.x0 - edge, line.box.x1 + edge
            pieces = [piece for piece in stretch if x0 <= piece.box.x0 and piece.box.x1 <= x1]
            fills = pieces and pieces[0].box.x0 <= x0 + 2 * edge and pieces[-1].box.x1 >= x1 - 2 * edge
            if fills and (len(pieces) > 2 or (len(pieces) == 2 and not is_figure(pieces[1].text))):
                longest = max(longest, pieces, key=len)
    return longest
