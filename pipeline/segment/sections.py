"""Outlines -> drafts of sections: a heading owns what follows it in reading order, up to the next heading.

What stands on a ground of its own does not run into the text around it, nor that text into it: a panel is read for
itself, and the section around it goes on after it and on the next page. A panel belongs to the section around it only
if it is a bar behind a heading, carries most of the page's text, or is all that its heading has for a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pipeline.segment.headings import Heading, Outline
from pipeline.segment.items import Row
from pipeline.segment.lines import Line
from pipeline.segment.paragraphs import Piece

Place = Literal["text", "panel", "turned", "aside"]
# A panel with more than this share of the words on a page is the page's ground.
MOST = 0.5


@dataclass(eq=False)
class Draft:
    """A section that grows while its pages are read. `place` tells where it began."""

    page: int
    place: Place
    heading: Heading | None = None
    pieces: list[Piece] = field(default_factory=list)


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
    for item in outline.items:
        if isinstance(item, Outline):
            if _belongs(item, outline, current):
                current = _read(item, page, place, current, found)
            else:
                _read(item, page, "panel", None, found)
        elif isinstance(item, Heading):
            current = Draft(page, place, item)
            found.append(current)
        else:
            if current is None:
                current = Draft(page, place)
                found.append(current)
            current.pieces.append(Piece(page, item))
    return current


def _belongs(panel: Outline, around: Outline, current: Draft | None) -> bool:
    inside = list(panel.every())
    headings = [item for item in inside if isinstance(item, Heading)]
    if len(headings) == len(inside) or _words(panel) > MOST * _words(around):
        return True
    return not headings and current is not None and current.heading is not None and not current.pieces


def _words(outline: Outline) -> int:
    return sum(len(line.words) for line in _all_lines(outline))


def _all_lines(outline: Outline) -> Iterator[Line]:
    for item in outline.every():
        yield from (item,) if isinstance(item, Line) else item.lines


def lines_of(draft: Draft) -> Iterator[tuple[int, Line]]:
    """The printed lines of a draft with their pages, heading first."""
    for line in draft.heading.lines if draft.heading else ():
        yield draft.page, line
    for page, item in draft.pieces:
        for line in item.lines if isinstance(item, Row) else (item,):
            yield page, line
