"""Source -> what each page says, in reading order, before it is cut into sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.model import Furniture, Page
from pipeline.segment.furniture import Sheet, cleaned
from pipeline.segment.headings import Outline, outlines
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.rotation import turned_lines
from pipeline.segment.lines.stretches import stretches
from pipeline.segment.order.structure_tree import trusted
from pipeline.segment.order.xy_cut import flow
from pipeline.segment.regions import page_panel
from pipeline.segment.text import vocabulary
from pipeline.segment.typography import typography

# Where less than this share of the text in tables stands outside them, that is headings, and the cells are the text.
OUTSIDE = 0.1


@dataclass(frozen=True)
class Reading:
    """Page by page the upright text with its headings, and the turned lines; the furniture and the words of all."""

    outlines: list[Outline]
    turned: list[list[Line]]
    furniture: list[Furniture]
    words: frozenset[str]


def read(pages: Sequence[Page]) -> Reading:
    """Read all pages of a document."""
    panels, turned, furniture = cleaned([_sheet(page) for page in pages])
    panels = list(map(trusted, panels))
    lines = [line for panel in panels for line in panel.every()]
    cells = [line for panel in panels for table in panel.all_tables() for line in table.lines]
    running = typography(lines if _letters(lines) > OUTSIDE * _letters(cells) else [*lines, *cells])
    return Reading(
        outlines([flow(panel, running) for panel in panels]), turned, furniture, vocabulary([*lines, *cells])
    )


def _letters(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _sheet(page: Page) -> Sheet:
    upright = [run for run in page.runs if run.style.rotation == 0]
    turned = [run for run in page.runs if run.style.rotation != 0]
    return Sheet(page, *page_panel(page, list(stretches(upright)), turned_lines(turned)))
