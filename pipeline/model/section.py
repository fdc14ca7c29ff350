"""A document cut into sections: their words, and where each is printed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice, takewhile
from typing import Literal, NamedTuple

from pipeline.model.blocks import Block, Passage, Span
from pipeline.model.blocks import passages as passages_of
from pipeline.model.geometry import BoundingBox, Boxes, PlacedBox

SectionKind = Literal["project", "contributions", "priorities", "front", "other"]


class Place(NamedTuple):
    """Where the word content[start:end] of a section is printed: its characters have the boxes from `first` on. `line`
    is the number of its printed line within the section."""

    start: int
    end: int
    page: int
    line: int
    boxes: Boxes
    first: int

    def within(self, start: int, end: int) -> Place:
        """The part of it that is in content[start:end]."""
        cut = max(start - self.start, 0)
        return self._replace(start=self.start + cut, end=min(end, self.end), first=self.first + cut)

    def each(self) -> Boxes:
        """The boxes of its characters."""
        return self.boxes.part(self.first, self.first + self.end - self.start)


class Letter(NamedTuple):
    """A character of a section's content that is no blank, its offset there, and where it is printed."""

    text: str
    offset: int
    page: int
    box: BoundingBox


@dataclass(frozen=True)
class Section:
    """A heading and what belongs to it. Paragraphs of `text` are apart by a blank line; lines are joined.

    `places` has the words of `content` in order. All other characters of it are blanks. `parent` is the id of the
    section under whose heading it stands, empty at the top. `language` (ISO 639-1) is told where mentions are found,
    `rival`, the kind that it may be instead, where they are related.
    """

    id: str
    position: int
    kind: SectionKind
    heading: str
    text: str
    places: tuple[Place, ...]
    links: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    parent: str = ""
    language: str = ""
    rival: SectionKind | None = None

    @cached_property
    def content(self) -> str:
        """The text that character offsets index: heading, blank line, text; just the text where there is no heading."""
        return f"{self.heading}\n\n{self.text}" if self.heading else self.text

    @property
    def headline(self) -> Span:
        """Where its heading stands in its content."""
        return Span(0, len(self.heading))

    @property
    def pages(self) -> tuple[int, int]:
        """First and last page."""
        numbers = [place.page for place in self.places]
        return min(numbers), max(numbers)

    def passages(self) -> Iterator[Passage]:
        """Its heading, if it has one, and the passages of its blocks, in text order; empty cells among them."""
        if self.heading:
            yield Passage(self.headline, None)
        yield from passages_of(self.blocks)

    def passage(self, offset: int) -> Passage | None:
        """The passage that holds a character of its content; None between two."""
        place = bisect_right(self._filled, offset, key=lambda passage: passage.span.start) - 1
        return self._filled[place] if place >= 0 and self._filled[place].span.holds(offset) else None

    @cached_property
    def _filled(self) -> tuple[Passage, ...]:
        """Its passages without those of empty cells."""
        return tuple(passage for passage in self.passages() if passage.span)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """Where the words of its places end."""
        return tuple(place.end for place in self.places)

    def within(self, start: int = 0, end: int | None = None) -> Iterator[Place]:
        """The places of content[start:end], cut there."""
        end = len(self.content) if end is None else end
        first = bisect_right(self._ends, start)
        for place in takewhile(lambda place: place.start < end, islice(self.places, first, None)):
            yield place if start <= place.start and place.end <= end else place.within(start, end)

    def letters(self, start: int = 0, end: int | None = None) -> Iterator[Letter]:
        """The letters, figures and signs of content[start:end]."""
        content = self.content
        for place in self.within(start, end):
            for offset, box in enumerate(place.each().each(), place.start):
                yield Letter(content[offset], offset, place.page, box)

    def boxes(self, start: int = 0, end: int | None = None) -> tuple[PlacedBox, ...]:
        """One box for each printed line that content[start:end] runs over, in reading order."""
        if (start, end) not in self._boxes:
            lines = groupby(self.within(start, end), key=lambda place: (place.page, place.line))
            self._boxes[start, end] = tuple(PlacedBox(page, _around(line)) for (page, _), line in lines)
        return self._boxes[start, end]

    @cached_property
    def _boxes(self) -> dict[tuple[int, int | None], tuple[PlacedBox, ...]]:
        """The boxes told so far: the same words are asked for by several values, and by the checks."""
        return {}


def _around(places: Iterable[Place]) -> BoundingBox:
    """The smallest box that holds all characters of places, of which there is one at least; the columns are cut one by
    one, for each value of every table has its boxes written."""
    sides = [
        (min(boxes.x0[cut]), min(boxes.top[cut]), max(boxes.x1[cut]), max(boxes.bottom[cut]))
        for start, end, _, _, boxes, first in places
        for cut in [slice(first, first + end - start)]
    ]
    x0, top, x1, bottom = zip(*sides, strict=True)
    return BoundingBox(min(x0), min(top), max(x1), max(bottom))


class Furniture(NamedTuple):
    """Words of a page that belong to no section: a running head, a page number, a tab title."""

    page: int
    text: str
    box: BoundingBox
    reason: str


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A document cut into sections. Every word of every page is in one section or in the furniture. `title` is that of
    the document, empty where nothing tells it."""

    sections: tuple[Section, ...]
    furniture: tuple[Furniture, ...] = ()
    title: str = ""
