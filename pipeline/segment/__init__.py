"""Source -> Segmentation: sections in reading order, from the geometry of the page alone."""

from __future__ import annotations

from pipeline.model import Page, Segmentation, Source
from pipeline.segment.asides import without_asides
from pipeline.segment.compose import sections
from pipeline.segment.furniture import Sheet, cleaned
from pipeline.segment.grounds import page_panel
from pipeline.segment.headings import outlines
from pipeline.segment.order import flow
from pipeline.segment.runs import runs
from pipeline.segment.sections import Leaf, drafts
from pipeline.segment.text import vocabulary
from pipeline.segment.turned import turned_lines
from pipeline.segment.typography import typography


def segment(source: Source, document: str) -> Segmentation:
    """Cut a document into sections; `document` is its id, which the ids of the sections are made from."""
    panels, turned, furniture = cleaned([_sheet(page) for page in source.pages])
    every = [line for panel in panels for line in panel.every()]
    running = typography(every)
    outlined = outlines([flow(panel, running) for panel in panels])
    numbers = [page.number for page in source.pages]
    leaves = list(map(Leaf, numbers, outlined, turned))
    pictures = {page.number: page.pictures for page in source.pages}
    drafted = list(without_asides(drafts(leaves), pictures))
    return Segmentation(tuple(sections(document, source.pages, drafted, vocabulary(every))), tuple(furniture))


def _sheet(page: Page) -> Sheet:
    """The page's upright text on its grounds, and its turned text."""
    upright = [character for character in page.characters if character.style.rotation == 0]
    turned = [character for character in page.characters if character.style.rotation != 0]
    return Sheet(page, page_panel(page, list(runs(upright))), turned_lines(turned))
