"""Turned and curved text -> lines, read along their own direction.

The content stream draws such text letter after letter; a letter that stands next to the one before it, turned about as
much, goes on with it. Lines come out sorted by place, so the order in which the stream has them makes no difference.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.model import BoundingBox, Page, Place, Run, Section, Segmentation
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.stretches import around
from pipeline.segment.lines.words import Word

# The next letter stands within this distance from the middle of the one before it (ems) …
NEXT_WITHIN = 1.5
# … is turned by no more than this against it (degrees) …
BEND = 45
# … and belongs to the same word if no wider gap than this parts them (ems).
WORD_GAP = 0.3


def turned_lines(runs: Iterable[Run]) -> list[Line]:
    """The lines of all runs that are not upright (a character each), from the top of the page downwards."""
    drawn = (string for string in _strings(runs) if any(run.text.strip() for run in string))
    return sorted(map(_line, drawn), key=lambda line: (line.box.top, line.box.x0))


def _strings(runs: Iterable[Run]) -> Iterator[list[Run]]:
    pending: list[Run] = []
    for run in runs:
        if pending and not _goes_on(pending[-1], run):
            yield pending
            pending = []
        pending.append(run)
    yield pending


def _goes_on(before: Run, run: Run) -> bool:
    bend = abs(before.style.rotation - run.style.rotation)
    return min(bend, 360 - bend) <= BEND and _distance(before, run) <= NEXT_WITHIN * before.style.size


def _distance(one: Run, other: Run) -> float:
    return math.dist(one.boxes.whole.middle, other.boxes.whole.middle)


def _line(string: list[Run]) -> Line:
    found: list[Word] = []
    before: Run | None = None
    for run in string:
        if not run.text.strip():
            before = None
            continue
        word = Word(run.text, run.style, run.boxes, 0)
        if before and _gap(before, run) <= WORD_GAP * run.style.size:
            found[-1] = found[-1].joined(word)
        else:
            found.append(word)
        before = run
    box = around(word.box for word in found)
    return Line(tuple(found), box, box.bottom)


def _gap(one: Run, other: Run) -> float:
    """The distance between two letters less half of what each measures along the line."""
    return _distance(one, other) - (_length(one) + _length(other)) / 2


def _length(run: Run) -> float:
    """How far a letter goes along its direction: its box is as long as that along the axis it is turned to."""
    upright = abs(math.cos(math.radians(run.style.rotation))) >= math.sqrt(0.5)
    return run.boxes.whole.width if upright else run.boxes.whole.height


# A page is turned if more than this share of its letters is, all of them in one direction.
TURNED = 0.5


def turned_pages(pages: Sequence[Page]) -> dict[int, int]:
    """How far the text of each page that is turned is turned clockwise, by the page's number."""
    return {page.number: turn for page in pages if (turn := _rotation(page))}


def _rotation(page: Page) -> int:
    """How far the text of a page is turned clockwise: a multiple of 90 degrees."""
    letters: Counter[int] = Counter()
    for run in page.runs:
        letters[run.style.rotation] += len(run.text)
    turned = (degrees for degrees in (90, 180, 270) if letters[degrees] > TURNED * letters.total())
    return next(turned, 0)


def upright(page: Page, turn: int) -> Page:
    """The page whose text is turned so far, turned back so that it is upright."""
    if turn == 0:
        return page

    def box(shown: BoundingBox) -> BoundingBox:
        return shown.turned(-turn, page.width, page.height)

    def run(shown: Run) -> Run:
        style = shown.style._replace(rotation=(shown.style.rotation - turn) % 360)
        return shown._replace(boxes=shown.boxes.turned(-turn, page.width, page.height), style=style)

    width, height = (page.width, page.height) if turn == 180 else (page.height, page.width)
    return replace(
        page,
        width=width,
        height=height,
        runs=tuple(map(run, page.runs)),
        areas=tuple(area._replace(box=box(area.box)) for area in page.areas),
        rules=tuple(rule._replace(box=box(rule.box)) for rule in page.rules),
        pictures=tuple(map(box, page.pictures)),
        frames=tuple(map(box, page.frames)),
        links=tuple(link._replace(boxes=tuple(map(box, link.boxes))) for link in page.links),
    )


def as_shown(found: Segmentation, pages: Sequence[Page], turned: Mapping[int, int]) -> Segmentation:
    """What was found on pages made upright, with its places on the pages as they are shown."""
    if not turned:
        return found
    turns = {page.number: (turned[page.number], page.width, page.height) for page in pages if page.number in turned}
    sections = tuple(replace(section, places=tuple(_places(section, turns))) for section in found.sections)
    furniture = (
        piece._replace(box=piece.box.turned(*turns[piece.page])) if piece.page in turns else piece
        for piece in found.furniture
    )
    return replace(found, sections=sections, furniture=tuple(furniture))


def _places(section: Section, turns: Mapping[int, tuple[int, float, float]]) -> Iterator[Place]:
    for place in section.places:
        turned = place.page in turns
        yield place._replace(boxes=place.boxes.turned(*turns[place.page])) if turned else place
