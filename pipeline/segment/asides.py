"""Draft -> the draft without the captions, footnotes and pull quotes in it, and a draft for each of those.

An aside is set in other type than the text that it stands in, and either
- interrupts a sentence: the text before it has not ended, and goes on in lower case after it (so do the captions of
  figures in a row, but figures are no asides);
- is a pull quote: larger, in quotation marks, with text before and after it, and whose words it has below it;
- is a footnote: smaller, and begins with a mark;
- is a caption: smaller, and right below, above or on a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, starmap
from statistics import median_high

from pipeline.language.expressions import cue
from pipeline.model import BoundingBox
from pipeline.segment.facts import states_figure
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.words import QUOTE, SENTENCE_END
from pipeline.segment.paragraphs import Piece
from pipeline.segment.sections import Draft
from pipeline.segment.tables.cells import Table
from pipeline.segment.typography import LARGER, small

# Footnotes and captions are smaller than the text by this factor at least.
SMALLER = 0.93
# The lines of a paragraph are no further apart than this (ems) and differ in size by less than this share.
LEADING, SAME_SIZE = 0.8, 0.03
# A caption stands within this distance of its picture (ems), and has no more lines than this.
NEAR, CAPTION_LINES = 2.0, 4
# Who has said a pull quote stands below it in no more lines than this.
SPEAKER_LINES = 2

NOTE_MARK = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹*†‡§]|\d{1,2} |[a-z] ", re.IGNORECASE)


def without_asides(drafts: Sequence[Draft], pictures: Mapping[int, Sequence[BoundingBox]]) -> Iterator[Draft]:
    """Each draft followed by what was an aside in it; `pictures` are those of each page."""
    for draft in drafts:
        stretches = [list(stretch) for _, stretch in groupby(draft.pieces, key=_type)]
        usual = _usual_size(stretches)
        aside = _interrupting(stretches) | {
            place
            for place, stretch in enumerate(stretches)
            if _is_note(stretch, usual) or _is_caption(stretch, usual, pictures)
        }
        quotes = {place for place, stretch in enumerate(stretches[1:-1], 1) if _is_pull_quote(stretch, usual)}
        aside |= quotes | {
            place + 1 for place in quotes if _names_speaker(stretches[place + 1], stretches[place], usual)
        }
        kept = [piece for place, stretch in enumerate(stretches) if place not in aside for piece in stretch]
        yield replace(draft, pieces=kept)
        yield from (Draft(stretches[place][0].page, "aside", pieces=stretches[place]) for place in sorted(aside))


def _type(piece: Piece) -> tuple[int, float, bool, bool]:
    """What keeps asides apart: page, size, weight and slope; tables are of another type than any text."""
    if not isinstance(piece.item, Line):
        return piece.page, 0.0, False, False
    style = piece.item.style
    return piece.page, round(style.size * 2), style.bold, style.italic


def _usual_size(stretches: Sequence[Sequence[Piece]]) -> float:
    """The size that most lines have."""
    sizes = [piece.item.size for stretch in stretches for piece in stretch if isinstance(piece.item, Line)]
    return median_high(sizes) if sizes else 0.0


def _interrupting(stretches: Sequence[Sequence[Piece]]) -> set[int]:
    """The places of the stretches between one that ends within a sentence and the next in its type, which goes on."""
    found: set[int] = set()
    for place, stretch in enumerate(stretches):
        before = stretch[-1]
        rest = range(place + 1, len(stretches))
        after = next((later for later in rest if _type(stretches[later][0])[1:] == _type(before)[1:]), place)
        between = stretches[place + 1 : after]
        lines = [piece.item for piece in (before, *(piece for part in between for piece in part), stretches[after][0])]
        if not between or any(map(_has_figure, between)) or all(starmap(_stands_below, pairwise(lines))):
            continue
        if all(_in_column(line, before.item) for line in lines[1:-1]):
            continue
        if _goes_on(before.item, lines[-1]):
            found.update(range(place + 1, after))
    return found


def _stands_below(upper: Line | Table, lower: Line | Table) -> bool:
    """Whether a line is the next one of a paragraph, whatever its weight: words of a text may be bold for a line."""
    if not isinstance(upper, Line) or not isinstance(lower, Line):
        return False
    same = abs(lower.size - upper.size) < SAME_SIZE * upper.size and abs(lower.box.x0 - upper.box.x0) < upper.size
    return same and upper.box.right_above(lower.box, LEADING * upper.size)


def _in_column(line: Line | Table, text: Line | Table) -> bool:
    """Whether a line begins below a text in its column and size, as the names in a list do whose texts have no full
    stop."""
    if not isinstance(line, Line) or not isinstance(text, Line) or line.style.italic:
        return False
    edge = abs(line.box.x0 - text.box.x0) < SAME_SIZE * text.size
    return edge and abs(line.size - text.size) < SAME_SIZE * text.size and line.box.top > text.box.top


def _has_figure(stretch: Sequence[Piece]) -> bool:
    """Whether a figure stands alone on a line: it begins a statement of its own."""
    return any(states_figure(line.text) for piece in stretch for line in piece.lines)


def _goes_on(upper: Line | Table, lower: Line | Table) -> bool:
    if not isinstance(upper, Line) or not isinstance(lower, Line):
        return False
    return not SENTENCE_END.search(upper.text) and small(lower.text)


def _is_note(stretch: Sequence[Piece], usual: float) -> bool:
    first = stretch[0].item
    if not isinstance(first, Line) or first.size >= SMALLER * usual:
        return False
    return bool(NOTE_MARK.match(first.text) or cue("note_line").match(first.text))


def _is_pull_quote(stretch: Sequence[Piece], usual: float) -> bool:
    lines = [piece.item for piece in stretch if isinstance(piece.item, Line)]
    quoted = QUOTE.fullmatch(" ".join(line.text for line in lines))
    return quoted is not None and lines[0].size >= LARGER * usual


def _names_speaker(stretch: Sequence[Piece], quote: Sequence[Piece], usual: float) -> bool:
    """Whether the lines right below a pull quote say whose words it has: few, and in other type than the text."""
    first, last, above = stretch[0].item, stretch[-1].item, quote[-1].item
    if not (isinstance(first, Line) and isinstance(last, Line) and isinstance(above, Line)):
        return False
    below = stretch[0].page == quote[0].page and above.box.right_above(first.box, LEADING * above.size)
    apart = first.size < SMALLER * usual or first.style.bold or first.style.italic
    return below and apart and len(stretch) <= SPEAKER_LINES and not SENTENCE_END.search(last.text)


def _is_caption(stretch: Sequence[Piece], usual: float, pictures: Mapping[int, Sequence[BoundingBox]]) -> bool:
    lines = [piece.item for piece in stretch if isinstance(piece.item, Line)]
    if not 0 < len(lines) <= CAPTION_LINES or lines[0].size >= SMALLER * usual:
        return False
    return any(_beside(lines[0], lines[-1], picture) for picture in pictures.get(stretch[0].page, ()))


def _beside(first: Line, last: Line, picture: BoundingBox) -> bool:
    """Whether the lines stand right above, below or on a picture, within its width."""
    near = NEAR * first.size
    across = picture.x0 - near <= first.box.x0 and first.box.x1 <= picture.x1 + near
    return across and first.box.top < picture.bottom + near and last.box.bottom > picture.top - near
