"""Source -> Segmentation: sections in reading order, from the geometry of the page alone."""

from __future__ import annotations

from pipeline.model import Page, Segmentation, Source
from pipeline.segment.compose import sections
from pipeline.segment.furniture import cleaned
from pipeline.segment.grounds import Panel, page_panel
from pipeline.segment.headings import outlines
from pipeline.segment.lines import Line, runs
from pipeline.segment.order import flow
from pipeline.segment.sections import Leaf, drafts
from pipeline.segment.text import vocabulary
from pipeline.segment.turned import turned_lines
from pipeline.segment.typography import typography


def segment(source: Source, document: str) -> Segmentation:
    """Cut a document into sections; `document` is its id, which the ids of the sections are made from."""
    read = [_read(page) for page in source.pages]
    panels, furniture = cleaned(source.pages, [panel for panel, _ in read])
    every = [line for panel in panels for line in panel.every()]
    running = typography(every)
    leaves = zip(source.pages, outlines([flow(panel, running) for panel in panels]), read, strict=True)
    drafted = drafts([Leaf(page.number, outline, turned) for page, outline, (_, turned) in leaves])
    return Segmentation(tuple(sections(document, source.pages, drafted, vocabulary(every))), tuple(furniture))


def _read(page: Page) -> tuple[Panel, list[Line]]:
    """The page's upright text on its grounds, and its turned text."""
    upright = [character for character in page.characters if character.style.rotation == 0]
    turned = [character for character in page.characters if character.style.rotation != 0]
    return page_panel(page, list(runs(upright))), turned_lines(turned)
