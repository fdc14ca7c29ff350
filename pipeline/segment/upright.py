"""Pages whose text is turned, as that of wide tables: they are read upright; places are told as the page is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.model import BoundingBox, Page, Place, Run, Section, Segmentation

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
    degrees, most = letters.most_common(1)[0] if letters else (0, 0)
    return degrees if degrees % 90 == 0 and most > TURNED * letters.total() else 0


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
    return Segmentation(sections, tuple(furniture))


def _places(section: Section, turns: Mapping[int, tuple[int, float, float]]) -> Iterator[Place]:
    for place in section.places:
        turned = place.page in turns
        yield place._replace(boxes=place.boxes.turned(*turns[place.page])) if turned else place
