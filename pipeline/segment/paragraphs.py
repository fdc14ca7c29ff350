"""Lines of a section -> paragraphs.

A line begins a paragraph if it has a bullet, is a row of a table or begins with the label of a fact, and none if it is
the caption of a figure that is set large; otherwise only if it does not begin in lower case, and a sentence, a fact or
a point of a list has ended before it, or its weight, slope or colour is another, and the page shows it: a gap, an
indent, or a line before it that was broken although the next word would have found place on it. Across columns and
pages nothing of that shows, and the end of a sentence is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.language.function_words import AND
from pipeline.segment.facts import BAR, begins_fact, is_label, is_labelled, states_figure, tells_amount
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import level
from pipeline.segment.lines.words import BULLETS, HYPHENATED, MARKER, SENTENCE_END
from pipeline.segment.tables.cells import Table
from pipeline.segment.typography import small

# A gap between lines wider than the usual one by this many ems ends a paragraph, if a sentence ends there; a gap twice
# as much wider always does.
PARAGRAPH_GAP = 0.3
# A gap as wide as this (ems) may end a paragraph whatever is usual: of two lines, the space between them is.
WIDE = 0.8
# A line was broken early if the next word and a blank of this width (ems) would have found place on it.
BLANK = 0.5
# Type of another size than this factor begins a paragraph.
OTHER_SIZE = 1.12
# In the next column a text goes on in type of its size, give or take this factor.
ONE_SIZE = 1.04
# How wide a column is shows in this many lines above and below; lines of one column begin within so many ems.
NEIGHBOURS, SAME_EDGE = 4, 3.0
# The lines of an item of a list begin where its first words do, give or take (ems).
HANGING = 0.3
ITEM_ENDS = frozenset(".;,")
DASHES = frozenset("-–—")
# What is said of a large figure stands below it within this distance, in ems.
CAPTION_GAP = 1.0


class Piece(NamedTuple):
    """A line or table of a section on its page."""

    page: int
    item: Line | Table

    @property
    def lines(self) -> tuple[Line, ...]:
        """The line, or those of the table or rubric."""
        return (self.item,) if isinstance(self.item, Line) else self.item.lines


def paragraphs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each paragraph, in order."""
    gaps = [gap for upper, lower in pairwise(pieces) if (gap := _gap(upper, lower)) is not None]
    usual = median(gaps) if gaps else 0.0
    paragraph: list[Piece] = []
    for place, piece in enumerate(pieces):
        if paragraph and _begins(pieces, place, paragraph, usual):
            yield paragraph
            paragraph = []
        paragraph.append(piece)
    if paragraph:
        yield paragraph


def _gap(upper: Piece, lower: Piece) -> float | None:
    """The space between two lines in ems, None if the lower one is not below the upper one."""
    gap = (lower.item.box.top - upper.item.box.bottom) / lower.lines[0].size
    return gap if upper.page == lower.page and gap > -0.5 else None


def _right_edge(pieces: Sequence[Piece], place: int) -> float:
    """How far right the lines go that stand near a line in its column."""
    piece = pieces[place]
    reach = SAME_EDGE * piece.lines[0].size
    near = pieces[max(place - NEIGHBOURS, 0) : place + NEIGHBOURS + 1]
    return max(
        other.item.box.x1
        for other in near
        if other.page == piece.page and abs(other.item.box.x0 - piece.item.box.x0) < reach
    )


def _begins(pieces: Sequence[Piece], place: int, paragraph: Sequence[Piece], usual: float) -> bool:
    """Whether a piece begins a paragraph after the one at whose end it would stand."""
    before, piece = paragraph[-1], pieces[place]
    upper, lower = before.item, piece.item
    if not isinstance(upper, Line) or not isinstance(lower, Line) or _is_next_point(pieces, place, paragraph):
        return True
    same_size = 1 / OTHER_SIZE <= upper.size / lower.size <= OTHER_SIZE
    if _is_caption(lower, paragraph) or (same_size and (small(lower.text) or HYPHENATED.search(upper.text))):
        return False
    first, indent = paragraph[0].item, lower.box.x0 - _text_edge(upper)
    fact = _is_fact(first) and not is_label(upper.text)
    each_labelled = upper is first and is_labelled(upper.text) and is_labelled(lower.text) and indent < lower.size
    told_apart = not same_size or each_labelled or _are_bars_apart(upper, lower)
    if told_apart or (_is_fact(lower) and (":" in lower.text or lower.style != upper.style)):
        return True
    ended = bool(SENTENCE_END.search(upper.text)) or (is_point(first) and not _hangs_from(first, lower)) or fact
    gap = _gap(before, piece)
    if gap is None:
        ended |= max(upper.size, lower.size) > ONE_SIZE * min(upper.size, lower.size)
        return ended and not _goes_on(pieces, place, paragraph)
    ended |= _type(upper) != _type(lower)
    if gap > usual + PARAGRAPH_GAP and (ended or gap > usual + 2 * PARAGRAPH_GAP):
        return True
    may_begin = ended or indent < -lower.size / 2 or gap > WIDE
    beside = is_point(upper) and place > 1 and level(pieces[place - 2].lines[0], upper)  # one of several on one line
    elsewhere = (ended and indent > lower.size) or ((fact or beside) and indent < -SAME_EDGE * lower.size)
    return elsewhere or (may_begin and not _is_full(pieces, place - 1))


def _is_full(pieces: Sequence[Piece], place: int) -> bool:
    """Whether the first word of the next line would not have found place on a line."""
    line, first_word = pieces[place].lines[-1], pieces[place + 1].lines[0].words[0]
    with_next = line.box.x1 + BLANK * line.size + first_word.x1 - first_word.x0
    return with_next >= _right_edge(pieces, place)


def _goes_on(pieces: Sequence[Piece], place: int, paragraph: Sequence[Piece]) -> bool:
    """Whether an item of a list goes on in the next column: the one before it ends with a mark, and it does not yet, or
    its last line is full, and the list goes on after it."""
    first = place - len(paragraph)
    if not first or not is_point(paragraph[0].item):
        return False
    before, last = pieces[first - 1].lines[-1], paragraph[-1].lines[-1]
    if last.text.rstrip()[-1:] in ITEM_ENDS:
        return False
    mark = paragraph[0].lines[0].words[0].text
    following = (other.lines[0].words[0].text for other in pieces[place + 1 : place + 1 + 2 * NEIGHBOURS])
    return before.text.rstrip()[-1:] in ITEM_ENDS or (mark in following and _is_full(pieces, place - 1))


def _are_bars_apart(upper: Line, lower: Line) -> bool:
    """Whether bars part what one of two lines tells ("Mali | 2019-2022 | EUR 1.2 million"), and it is not broken within
    a list ("Chad and"/"Mali | 2019-2022") or at a bar."""
    has_bars = [any(word.text == BAR for word in line.words) for line in (upper, lower)]
    last = upper.words[-1].text
    is_broken = last.endswith(",") or last in {*AND(), BAR} or lower.words[0].text == BAR
    return has_bars[0] != has_bars[1] and not is_broken


def _type(line: Line) -> tuple[bool, bool, str]:
    return line.style.bold, line.style.italic, line.style.colour


def _text_edge(line: Line) -> float:
    """Where the words of a line begin after the bullet that they hang from, if any."""
    hangs = line.words[0].text in BULLETS and len(line.words) > 1
    return line.words[1].x0 if hangs else line.box.x0


def _hangs_from(item: Line | Table, line: Line) -> bool:
    """Whether a line begins where the words of a list's item do, right of its bullet."""
    edge = _text_edge(item) if isinstance(item, Line) else item.box.x0
    return edge > item.box.x0 and abs(line.box.x0 - edge) < HANGING * line.size


def is_point(item: Line | Table) -> bool:
    """Whether an item of a list begins here."""
    return isinstance(item, Line) and (item.bullet or bool(MARKER.match(item.words[0].text)))


def _is_next_point(pieces: Sequence[Piece], place: int, paragraph: Sequence[Piece]) -> bool:
    """Whether a piece begins an item of a list. A number that ends the sentence before it, or a dash within it, looks
    the same: that sentence has no end before it, and no item stands near, or it is an item with another mark, and the
    dash stands below that mark after a full line."""
    upper, lower = pieces[place - 1].item, pieces[place].item
    if not isinstance(upper, Line) or not isinstance(lower, Line) or not is_point(lower):
        return False
    mark = lower.words[0].text
    near = [piece.item for piece in pieces[max(place - NEIGHBOURS, 0) : place]]
    if mark in DASHES:
        item = paragraph[0].lines[0]
        has_other = item.words[0].text in BULLETS and item.words[0].text != mark
        if has_other and lower.box.x0 < item.box.x0 + lower.size / 2 and _is_full(pieces, place - 1):
            return False
        near += [piece.item for piece in pieces[place + 1 : place + 1 + 2 * NEIGHBOURS]]
    elif not mark[:-1].isdigit():
        return True
    return bool(SENTENCE_END.search(upper.text)) or any(is_point(item) for item in near)


def _is_caption(line: Line, paragraph: Sequence[Piece]) -> bool:
    """Whether a line is the smaller one right below a figure that is set large."""
    figure, upper = paragraph[0].item, paragraph[-1].item
    if not isinstance(figure, Line) or not isinstance(upper, Line) or not states_figure(figure.text):
        return False
    smaller = figure.size >= OTHER_SIZE * line.size and upper.size >= line.size
    return smaller and -0.5 < (line.box.top - upper.box.bottom) / line.size < CAPTION_GAP


def _is_fact(item: Line | Table) -> bool:
    """Whether the label of a fact begins here."""
    return isinstance(item, Line) and (begins_fact(item.text) or tells_amount(item.text))
