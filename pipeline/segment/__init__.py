"""Source -> Segmentation: sections in reading order, from the geometry of the page and, where it agrees, its tags.

Takes the positioned characters of a document; gives sections (heading, text, kind, links, and the place of every
character) and the furniture of the pages. Every word of every page is in exactly one of them. Never reads a file, never
asks what language a text is in, and never uses the order in which the content stream draws the lines.

The evidence, in this order (each file tells its own rules and names its few thresholds, which are measured in the type
size at hand, the em):

1. lines/          Characters that stand next to each other on a baseline make a line (stretches, baselines, words); a
                   gap wider than one em ends it, because most gutters are wider and no blank is; narrower ones show by
                   their straight edge (narrow_gutters). Raised marks (superscripts), initials over several lines
                   (drop_caps), bullets and numbers that hang before a line belong to it. A page of turned text is read
                   upright; other turned text is read along its own direction (rotation).
2. regions         A filled area, picture or frame that holds lines whole is a panel; what is on it is read for itself.
                   Bars behind a heading and the grounds of table rows part what is above and below, as rules do.
3. furniture       Words that come back at the edge of several pages, page numbers in the margin, and icons, which
                   their font shows to be icons (icons), leave the text.
4. order/          Whitespace cuts each region into columns, the tallest gutter first (xy_cut). Before that, tables are
                   taken out whole (tables/) and loose lines of justified text joined (lines/justification); and where a
                   short heading, a grid of cards or what stands beside a section reaches over a gutter, the page is
                   read across it (bands, sidebars). The structure tree of a tagged PDF counts where it agrees with the
                   geometry: it decides order that whitespace leaves open, headings in the type of the text, and the
                   rows of tables (structure_tree).
5. headings        A heading stands out from the running text around it (typography), is short and no sentence, and has
                   text below it; a style that is so somewhere is a heading's everywhere in the document. Facts with
                   their labels (facts, pairs) and figures set large (statistics) are none.
6. sections        A heading owns what follows it in reading order up to the next heading: down its column, at the top
                   of the next one, under a picture, on the next page. It stands below the last larger one. Panels
                   in between are sections of their own unless they tell facts; footnotes, captions and pull quotes
                   that interrupt a text are set apart from it (asides), and facts that stand over each heading are
                   those of the section below (overlines).
7. paragraphs,     Lines become paragraphs, and line-end hyphens go where the document shows that the word has none.
   text            Rows of a table are paragraphs, their cells apart by a tab.
8. kinds,          Words of headings, the type that project headings share, and the place in the document. Link
   compose         annotations go to the section whose line they lie on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.model import Furniture, Page, Segmentation, Source
from pipeline.segment.asides import without_asides
from pipeline.segment.compose import sections
from pipeline.segment.furniture import Sheet, cleaned
from pipeline.segment.headings import Outline, outlines
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.rotation import as_shown, turned_lines, turned_pages, upright
from pipeline.segment.lines.stretches import stretches
from pipeline.segment.order.structure_tree import trusted
from pipeline.segment.order.xy_cut import flow
from pipeline.segment.overlines import with_overlines
from pipeline.segment.regions import page_panel
from pipeline.segment.sections import Leaf, drafts
from pipeline.segment.tables.continued import with_whole_tables
from pipeline.segment.text import vocabulary
from pipeline.segment.title import title
from pipeline.segment.typography import typography

__all__ = ["segment"]

# Where less than this share of the text in tables stands outside them, that is headings, and the cells are the text.
OUTSIDE = 0.1


def segment(source: Source, document: str) -> Segmentation:
    """Cut a document into sections; `document` is its id, which the ids of the sections are made from."""
    turned = turned_pages(source.pages)
    pages = [upright(page, turned.get(page.number, 0)) for page in source.pages]
    reading = _read(pages)
    drafted = drafts(list(map(Leaf, (page.number for page in pages), reading.outlines, reading.turned)))
    drafted = list(without_asides(drafted, {page.number: page.pictures for page in pages}))
    drafted, repeated = with_whole_tables(with_overlines(drafted))
    found = Segmentation(
        tuple(sections(document, pages, drafted, reading.words)),
        (*reading.furniture, *repeated),
        title(source.title, reading.outlines),
    )
    return as_shown(found, pages, turned)


@dataclass(frozen=True)
class _Pages:
    """Page by page the upright text with its headings, and the turned lines; the furniture and the words of all."""

    outlines: list[Outline]
    turned: list[list[Line]]
    furniture: list[Furniture]
    words: frozenset[str]


def _read(pages: Sequence[Page]) -> _Pages:
    """What each page says, in reading order, before it is cut into sections."""
    panels, turned, furniture = cleaned([_sheet(page) for page in pages])
    panels = list(map(trusted, panels))
    lines = [line for panel in panels for line in panel.every()]
    cells = [line for panel in panels for table in panel.all_tables() for line in table.lines]
    running = typography(lines if _letters(lines) > OUTSIDE * _letters(cells) else [*lines, *cells])
    return _Pages(outlines([flow(panel, running) for panel in panels]), turned, furniture, vocabulary([*lines, *cells]))


def _letters(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _sheet(page: Page) -> Sheet:
    upright = [run for run in page.runs if run.style.rotation == 0]
    turned = [run for run in page.runs if run.style.rotation != 0]
    return Sheet(page, *page_panel(page, list(stretches(upright)), turned_lines(turned)))
