"""Drafts -> sections: heading, text, kind, links and an id that stays when other sections change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.ids import Register
from pipeline.model import Block, BoundingBox, Page, Section
from pipeline.segment.kinds import kinds
from pipeline.segment.sections import Draft, lines_of, parents
from pipeline.segment.text import BLOCK_END, Text, write, write_lines

# A section without a heading is known by its first words, this many.
NAMING_WORDS = 8


def sections(document: str, pages: Sequence[Page], drafts: Sequence[Draft], words: frozenset[str]) -> Iterator[Section]:
    """The sections of the document of that name; `words` are those that decide about hyphens."""
    contents = [_content(draft, words) for draft in drafts]
    texts = [text for _, text, *_ in contents]
    ids = list(_ids(document, contents))
    around = parents(drafts)
    for position, ((heading, text, content, blocks), kind, targets) in enumerate(
        zip(contents, kinds(drafts, texts), _links(pages, drafts), strict=True), 1
    ):
        parent = around[position - 1]
        yield Section(
            id=ids[position - 1],
            position=position,
            kind=kind,
            heading=heading,
            text=text,
            places=tuple(content.places),
            links=targets,
            blocks=blocks,
            parent="" if parent is None else ids[parent],
        )


def _ids(document: str, contents: Iterable[tuple[str, str, Text, tuple[Block, ...]]]) -> Iterator[str]:
    """The id of each section: made of its heading, or of its first words."""
    register = Register()
    for heading, text, *_ in contents:
        name = heading or " ".join(text.split()[:NAMING_WORDS])
        yield register.of(f"{document}\n{name}\n1")


def _content(draft: Draft, words: frozenset[str]) -> tuple[str, str, Text, tuple[Block, ...]]:
    """The heading, the text, both with the places of their words, and the blocks of the text."""
    content = Text()
    if draft.heading:
        write_lines(content, [(draft.page, line) for line in draft.heading.lines], words)
    heading = str(content)
    if heading:
        content.add(BLOCK_END)
    blocks = write(content, draft.pieces, words)
    return heading, str(content)[len(heading) + 2 if heading else 0 :], content, blocks


def _links(pages: Sequence[Page], drafts: Sequence[Draft]) -> list[tuple[str, ...]]:
    """For each draft the targets of the links on its lines in reading order, one for each run of boxes with the same
    target."""
    found: list[list[tuple[int, float, str]]] = [[] for _ in drafts]
    for page in pages:
        if not page.links:
            continue
        places = [
            (line.box, number, order)
            for number, draft in enumerate(drafts)
            for order, (at, line) in enumerate(lines_of(draft))
            if at == page.number
        ]
        for link in page.links:
            for box in link.boxes if places else ():
                _, number, order = min(places, key=lambda place: _distance(place[0], box))
                found[number].append((order, box.x0, link.target))
    return [tuple(target for target, _ in groupby(target for *_, target in sorted(places))) for places in found]


def _distance(line: BoundingBox, link: BoundingBox) -> float:
    """How far a line is from the middle of a link's box; the one that shares most of it where several are near."""
    x, y = link.middle
    beside = max(line.x0 - x, 0, x - line.x1)
    return beside + max(line.top - y, 0, y - line.bottom) * 4 + abs((line.top + line.bottom) / 2 - y) / 100
