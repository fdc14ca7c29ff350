"""Source -> Segmentation: sections in reading order, from the geometry of the page and, where it agrees, its tags.

Takes the positioned characters of a document; gives sections (heading, text, kind, links, and the place of every
character) and the furniture of the pages. Every word of every page is in exactly one of them. Never reads a file, never
asks what language a text is in, and never uses the order in which the content stream draws the lines.

The evidence, in this order (each file tells its own rules and names its few thresholds, which are measured in the type
size at hand, the em):

1. stretches,      Characters that stand next to each other on a baseline make a line; a gap wider than one em ends it,
   lines, words,   because most gutters are wider and no blank is; narrower ones show by their straight edge (straight).
   marks           Raised marks, initials over several lines, bullets and numbers that hang before a line belong to it.
                   A page of turned text is read upright (upright); other turned text is read along its own direction
                   (turned).
2. grounds         A filled area, picture or frame that holds lines whole is a panel; what is on it is read for itself.
                   Bars behind a heading and the grounds of table rows part what is above and below, as rules do.
3. furniture       Words that come back at the edge of several pages, page numbers in the margin, and icons, which
                   their font shows to be icons, leave the text.
   tags            The structure tree of a tagged PDF counts where it agrees with the geometry: it decides order that
                   whitespace leaves open, headings in the type of the text, and the rows of tables.
4. order           Whitespace cuts each ground into columns, the tallest gutter first (gutters). Before that, tables are
                   taken out whole (tables, open_tables) and loose lines of justified text joined (justified); and
                   where a short heading, a grid of cards or what stands beside a section reaches over a gutter, the
                   page is read across it (across, beside).
5. headings        A heading stands out from the running text around it (typography), is short and no sentence, and has
                   text below it; a style that is so somewhere is a heading's everywhere in the document. Facts with
                   their labels and figures set large are none (facts).
6. sections        A heading owns what follows it in reading order up to the next heading: down its column, at the top
                   of the next one, under a picture, on the next page. It stands below the last larger one. Panels
                   in between are sections of their own unless they tell facts; footnotes, captions and pull quotes
                   that interrupt a text are set apart from it (asides).
7. paragraphs,     Lines become paragraphs, and line-end hyphens go where the document shows that the word has none.
                   Rows of a table are paragraphs, their cells apart by a tab.
   text, links     Link annotations go to the section whose line they lie on.
8. kinds           Words of headings, the type that project headings share, and the place in the document.
"""

from __future__ import annotations

from pipeline.model import Segmentation, Source
from pipeline.segment.asides import without_asides
from pipeline.segment.compose import sections
from pipeline.segment.lines.rotation import as_shown, turned_pages, upright
from pipeline.segment.order.page import read
from pipeline.segment.sections import Leaf, drafts
from pipeline.segment.tables.continued import with_whole_tables
from pipeline.segment.title import title


def segment(source: Source, document: str) -> Segmentation:
    """Cut a document into sections; `document` is its id, which the ids of the sections are made from."""
    turned = turned_pages(source.pages)
    pages = [upright(page, turned.get(page.number, 0)) for page in source.pages]
    reading = read(pages)
    drafted = drafts(list(map(Leaf, (page.number for page in pages), reading.outlines, reading.turned)))
    drafted = list(without_asides(drafted, {page.number: page.pictures for page in pages}))
    drafted, repeated = with_whole_tables(drafted)
    found = Segmentation(
        tuple(sections(document, pages, drafted, reading.words)),
        (*reading.furniture, *repeated),
        title(source.title, reading.outlines),
    )
    return as_shown(found, pages, turned)
