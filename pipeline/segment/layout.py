"""What segmenting saw on each page, to be drawn over its picture by people who want to see why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import BoundingBox, Source
from pipeline.segment.headings import Heading, Outline
from pipeline.segment.reading import read


@dataclass(frozen=True)
class Layout:
    """The boxes of one page: its panels, its headings, and its blocks of text in reading order. A block is a stretch
    of lines that follow each other down a column."""

    page: int
    panels: tuple[BoundingBox, ...]
    headings: tuple[BoundingBox, ...]
    blocks: tuple[BoundingBox, ...]


def layouts(source: Source) -> list[Layout]:
    """The layout of every page."""
    return [
        Layout(
            page.number,
            tuple(_panels(outline)),
            tuple(item.box for item in outline.every() if isinstance(item, Heading)),
            tuple(_blocks(outline)),
        )
        for page, outline in zip(source.pages, read(source).outlines, strict=True)
    ]


def _panels(outline: Outline) -> Iterator[BoundingBox]:
    for item in outline.items:
        if isinstance(item, Outline):
            yield item.box
            yield from _panels(item)


def _blocks(outline: Outline) -> Iterator[BoundingBox]:
    block: BoundingBox | None = None
    for item in outline.items:
        if isinstance(item, Heading | Outline) or (block and not _below(block, item.box)):
            if block:
                yield block
            block = None
        if isinstance(item, Outline):
            yield from _blocks(item)
        elif isinstance(item, Heading):
            yield item.box
        else:
            block = block.union(item.box) if block else item.box
    if block:
        yield block


def _below(block: BoundingBox, box: BoundingBox) -> bool:
    beside = min(block.x1, box.x1) > max(block.x0, box.x0)
    return beside and box.top > block.top
