"""Outlines -> drafts of sections: a heading owns what follows it in reading order, up to the next heading.

What stands on a ground of its own does not run into the text around it, nor that text into it: a panel is read for
itself, and the section around it goes on after it and on the next page. A panel belongs to the section around it only
if it is a bar behind a heading, carries most of the page's text, tells facts with their labels (Budget, Period), or is
all that its heading has for a text.

A section stands below the last one with a larger heading: a project's background, budget and results below the project.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Literal, NamedTuple

from pipeline.model import BoundingBox
from pipeline.segment.facts import begins_fact, is_labelled
from pipeline.segment.headings import Heading, Outline, Part
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.stretches import around
from pipeline.segment.lines.words import SENTENCE_END
from pipeline.segment.pairs import are_pairs
from pipeline.segment.paragraphs import Piece

Place = Literal["text", "panel", "turned", "aside"]
# A panel with more than this share of the words on a page is the page's ground.
MOST = 0.5
# Headings of one type differ in size by less than this factor.
SAME_SIZE = 1.08
# A small line above a heading has no more words than this and is no further above it than this (ems of the heading).
KICKER_WORDS, KICKER_GAP = 6, 1.0


@dataclass(eq=False)
class Draft:
    """A section that grows while its pages are read. `place` tells where it began."""

    page: int
    place: Place
    heading: Heading | None = None
    pieces: list[Piece] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The words of the heading."""
        return self.heading.text if self.heading else ""


class Leaf(NamedTuple):
    """A page in reading order, and its turned lines."""

    page: int
    outline: Outline
    turned: Sequence[Line]


def drafts(leaves: Sequence[Leaf]) -> list[Draft]:
    """The sections of a document in reading order; the turned lines of each page are one at its end."""
    found: list[Draft] = []
    current: Draft | None = None
    for page, outline, turned in leaves:
        current = _read(outline, page, "text", current, found)
        if turned:
            found.append(Draft(page, "turned", pieces=[Piece(page, line) for line in turned]))
    return found


def _read(outline: Outline, page: int, place: Place, current: Draft | None, found: list[Draft]) -> Draft | None:
    """Add what stands on one ground to the section that is open, and open new ones; gives the one left open."""
    bare = current is not None and not current.pieces
    for number, item in enumerate(outline.items):
        if isinstance(item, Outline):
            if _belongs(item, outline, current, bare) or _heads(item, outline.items[number:]):
                around = current if _tells_several(item) else None
                current = _read(item, page, place, current, found)
                current = around if around and around.page == page else current
            else:
                _read(item, page, "panel", None, found)
        elif isinstance(item, Heading):
            kicker = _kicker(current, page, item)
            if current is not None and kicker:
                _take_back(kicker, current, found)
            current, bare = Draft(page, place, item, [kicker] if kicker else []), True
            found.append(current)
        else:
            if current is None:
                current = Draft(page, place)
                found.append(current)
            current.pieces.append(Piece(page, item))
            bare = False
    return current


def _belongs(panel: Outline, around: Outline, current: Draft | None, bare: bool) -> bool:
    """`bare` says that the heading above has no text but that of panels."""
    inside = list(panel.every())
    headings = [item for item in inside if isinstance(item, Heading)]
    if len(headings) == len(inside) or _words(panel) > MOST * _words(around):
        return True
    lines = list(_all_lines(panel))
    is_text = bare or begins_fact(lines[0].text) or are_pairs(lines)
    return not headings and current is not None and is_text


def _tells_several(panel: Outline) -> bool:
    """Whether a panel has several sections of its own, after which the one around it goes on."""
    inside = list(panel.every())
    headings = sum(isinstance(item, Heading) for item in inside)
    return 1 < headings < len(inside)


def _heads(panel: Outline, following: Sequence[Part]) -> bool:
    """Whether a panel is the head of what stands below it: a heading, with nothing but facts, as wide as its text."""
    if not isinstance(panel.items[0], Heading):
        return False
    facts = [line for item in panel.items[1:] if not isinstance(item, Heading) for line in _lines(item)]
    if not facts or sum(is_labelled(line.text) for line in facts) * 2 < len(facts):
        return False
    below = next((item for item in following if item.box.top >= panel.box.bottom), None)
    return below is not None and below.box.shares_column(panel.box)


def _kicker(current: Draft | None, page: int, heading: Heading) -> Piece | None:
    """The small line right above a heading that belongs to what follows (a country, a programme): it stands nearer to
    the heading than to what is above it, in other type than that, and is no sentence. What stands beside both may be
    read between them."""
    if current is None or heading.run_in:
        return None
    pieces = [piece for piece in current.pieces if piece.page == page]
    for place, piece in reversed(list(enumerate(pieces))):
        line = piece.item
        if isinstance(line, Line) and _may_be_kicker(line, heading):
            above = _above(line, pieces[:place], current, page)
            below = heading.box.top - line.box.bottom
            if above is None or (line.box.top - above.box.bottom > below + line.size / 2 and above.style != line.style):
                return piece
    return None


def _may_be_kicker(line: Line, heading: Heading) -> bool:
    size = heading.first.size
    near = line.box.right_above(heading.box, KICKER_GAP * size)
    plain = not (line.bullet or SENTENCE_END.search(line.text) or begins_fact(line.text))
    return near and line.size < size and plain and len(line.words) <= KICKER_WORDS


def _above(line: Line, pieces: Sequence[Piece], current: Draft, page: int) -> Line | None:
    """The last line of a section above a line, in its column; None where it is the first on its page."""
    heading = current.heading.lines if current.heading and current.page == page else ()
    lines = [*heading, *(other for piece in pieces for other in piece.lines)]
    column = (other for other in lines if other.box.shares_column(line.box))
    return max(column, key=lambda other: other.box.bottom, default=None)


def _take_back(kicker: Piece, current: Draft, found: list[Draft]) -> None:
    """Take the kicker of the next section out of the one above, which goes if nothing is left of it."""
    current.pieces.remove(kicker)
    if not current.pieces and current.heading is None:
        found.remove(current)


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the place of the one under whose heading it stands: the last one with a larger heading before it,
    for panels and asides the last one with any, but for the one that a panel stands beside if that begins below it;
    None at the top."""
    found: list[int | None] = []
    outer: list[tuple[float, int | None]] = [(inf, None)]
    headed: list[int] = []
    for place, draft in enumerate(drafts):
        if draft.place in ("panel", "aside"):
            last = headed[-1] if headed else None
            if last is not None and _begins_below(drafts[last], draft):
                last = next((above for above in reversed(headed) if _stands_beside(draft, drafts[above])), last)
            found.append(last)
            continue
        size = draft.heading.first.size if draft.heading else inf
        while outer[-1][0] < SAME_SIZE * size:
            outer.pop()
        found.append(outer[-1][1])
        if draft.heading:
            outer.append((size, place))
            headed.append(place)
        else:
            headed.clear()
    return found


def _begins_below(section: Draft, panel: Draft) -> bool:
    """Whether a section that is read before a panel begins below it, in other columns of its page."""
    box, here = _around(panel, panel.page), _around(section, panel.page)
    return box is not None and here is not None and here.top > box.bottom and not box.shares_column(here)


def _stands_beside(panel: Draft, section: Draft) -> bool:
    """Whether a panel begins beside what a section holds on its page."""
    box, here = _around(panel, panel.page), _around(section, panel.page)
    return box is not None and here is not None and here.top <= box.top < here.bottom


def _around(draft: Draft, page: int) -> BoundingBox | None:
    boxes = [line.box for at, line in lines_of(draft) if at == page]
    return around(boxes) if boxes else None


def _words(outline: Outline) -> int:
    return sum(len(line.words) for line in _all_lines(outline))


def _all_lines(outline: Outline) -> Iterator[Line]:
    for item in outline.every():
        yield from _lines(item)


def _lines(item: Part) -> Iterator[Line]:
    if isinstance(item, Outline):
        yield from _all_lines(item)
    else:
        yield from (item,) if isinstance(item, Line) else item.lines


def lines_of(draft: Draft) -> Iterator[tuple[int, Line]]:
    """The printed lines of a draft with their pages, heading first."""
    for line in draft.heading.lines if draft.heading else ():
        yield draft.page, line
    for piece in draft.pieces:
        for line in piece.lines:
            yield piece.page, line
