"""What a reader sees of a PDF: pages with positioned text, areas, rules, pictures and links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from pipeline.model.geometry import BoundingBox, Boxes


class Style(NamedTuple):
    """How a run of characters is drawn. Colour is `#rrggbb`; rotation is degrees clockwise, 0 for upright text."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: str
    rotation: int = 0


class Tag(NamedTuple):
    """What the structure tree of a tagged PDF says of some text. `rank` is the place, in the order of the tree, of the
    paragraph, heading or cell that the text is part of; `heading` its level from 1 to 6 (0: none); `row` the number of
    its table row on the page (0: none), where rows of one table follow each other and those of two tables do not."""

    rank: int
    heading: int = 0
    row: int = 0


class Character(NamedTuple):
    """One drawn character: a letter, figure, sign or blank. The letters of a ligature share its width."""

    text: str
    box: BoundingBox
    baseline: float
    style: Style


class Run(NamedTuple):
    """Characters that are drawn one after the other on one baseline in one style, and the box of each. Turned text has
    a run for each character; its baseline is that on the page turned so that it is upright. `tag` is there in tagged
    PDFs."""

    text: str
    boxes: Boxes
    baseline: float
    style: Style
    tag: Tag | None = None

    def part(self, start: int, end: int | None = None) -> Run:
        """The characters text[start:end]."""
        return Run(self.text[start:end], self.boxes.part(start, end), self.baseline, self.style, self.tag)

    def characters(self) -> Iterator[Character]:
        """One by one."""
        for letter, box in zip(self.text, self.boxes.each(), strict=True):
            yield Character(letter, box, self.baseline, self.style)


class Area(NamedTuple):
    """A filled rectangle, or the bounding box of a filled path. Colour is `#rrggbb`."""

    box: BoundingBox
    colour: str


class Rule(NamedTuple):
    """A drawn straight line (or a filled rectangle at most 3 points thick)."""

    box: BoundingBox


class Link(NamedTuple):
    """A link annotation: one box for each line that it lies over, and its target."""

    boxes: tuple[BoundingBox, ...]
    target: str


class Dropped(NamedTuple):
    """Text that a reader found and left out, and the reason (`off the page`, `invisible`, `drawn twice`)."""

    text: str
    box: BoundingBox
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """What one page draws. `runs` keep the order of the content stream; `number` counts from 1; `frames` are rectangles
    that are stroked and not filled; `by_ocr` says that the runs were read from the image of the page, and `of_text` are
    the pictures in which text seems to stand that is none of the runs."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    areas: tuple[Area, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: tuple[BoundingBox, ...] = ()
    frames: tuple[BoundingBox, ...] = ()
    links: tuple[Link, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    by_ocr: bool = False
    of_text: tuple[BoundingBox, ...] = ()

    def characters(self) -> Iterator[Character]:
        """The characters of all runs."""
        return chain.from_iterable(run.characters() for run in self.runs)


@dataclass(frozen=True, slots=True)
class Source:
    """A PDF as a reader sees it: its pages and what its metadata say of it (nothing, where they are silent). `count` is
    the number of all pages of the file, of which `pages` may be some."""

    pages: tuple[Page, ...]
    title: str = ""
    language: str = ""
    created: date | None = None
    count: int = 0
