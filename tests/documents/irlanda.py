"""Irlanda: the facts of the Irish profile in Spanish, as a broad folder with two columns of cards, each project with
labelled facts before its text.
"""

from collections.abc import Iterator
from dataclasses import replace

from tests.documents import irlande
from tests.documents.items import Document, Item, Label, Panel, Picture, Rule, Text, ruled_table
from tests.documents.styles import Frame, Paragraph, Style
from tests.documents.words import Section, sections

LEAD, ALLIANCE, PRIORITIES, MONEY, AFRICA, *REST = sections("irlanda.md")
AFRICAN, (WORLD, *WIDER) = REST[:5], REST[5:]

TABLE = (("Año", "Obligatorias", "Voluntarias", "Total"), *irlande.TABLE[1:])
TABLE_CAPTION = "Contribuciones en millones de euros"

TEAL, SAND, BRICK, INK, GREY, WHITE = "#0f5e63", "#f3efe4", "#c4532d", "#20302f", "#6f7a78", "#ffffff"
BAY = ("#dff0ee", "#9fd0cb", "#4b9c98", BRICK, TEAL)
FIELDS = ("#f7efdc", "#e7d29a", "#c8a253", "#7f8a4a", TEAL)

PAGE_WIDTH, PAGE_HEIGHT = 792.0, 612.0
LEFT, TOP, FOOT = 44.0, 56.0, 566.0
WIDTH, GUTTER = PAGE_WIDTH - 2 * LEFT, 30.0

BODY = Style(
    font="Helvetica",
    size=9.6,
    leading=13,
    colour=INK,
    bold_font="Helvetica-Bold",
    link_colour=BRICK,
    space_before=5,
)
FACT = replace(BODY, leading=12.4, space_before=1)
POINT = replace(BODY, bullet="•", indent=10, space_before=2)
LARGE = Style(font="Helvetica", size=13, leading=18, colour=WHITE)
TITLE = Style(font="Helvetica-Bold", size=32, leading=36, colour=WHITE)
HEADING = Style(font="Helvetica-Bold", size=11.5, leading=14, colour=TEAL, space_before=14, kept_with_next=True)
CHAPTER = replace(HEADING, size=16, leading=20, colour=BRICK, space_before=20)
SMALL = Style(font="Helvetica", size=7.4, leading=9, colour=GREY)
CAPTION = replace(SMALL, font="Helvetica-Oblique")
CELL = Style(font="Helvetica", size=8.6, leading=10, colour=INK)


def _cell_style(row: int) -> Style:
    """The head and the sums in the last row are bold."""
    return replace(CELL, font="Helvetica-Bold", colour=INK if row else BRICK) if row in {0, len(TABLE) - 1} else CELL


def _set(part: Section, heading: Style = HEADING) -> Iterator[Paragraph]:
    """Heading and body; the label of a fact is bold."""
    yield from part.title(heading)
    for paragraph in part.body(BODY, POINT):
        label, tab, value = paragraph.text.partition("\t")
        yield Paragraph(FACT, f"**{label}** {value}") if tab else paragraph


def _columns(page: int, top: float = TOP, bottom: float = FOOT) -> tuple[Frame, ...]:
    return Frame(page, LEFT, top, WIDTH, bottom - top).columns(2, GUTTER)


def _page_1() -> Iterator[Item]:
    """The title on a dark band, the alliance beside the contributions, and their table across the page."""
    yield Panel(Frame(1, 0, 0, PAGE_WIDTH, 122), TEAL)
    yield Picture(Frame(1, 560, 0, 232, 122), BAY)
    yield Text(LEAD.title(TITLE), [Frame(1, LEFT, 22, 500, 40)])
    yield Text(LEAD.body(LARGE), [Frame(1, LEFT, 68, 490, 50)])
    left, right = _columns(1, top=140, bottom=430)
    money = Text(list(_set(MONEY)), [right])
    table = Frame(1, LEFT, 452, WIDTH, 108)
    yield Text([*_set(ALLIANCE), *_set(PRIORITIES)], [left])
    yield money
    yield Text([Paragraph(CAPTION, TABLE_CAPTION)], [right._replace(top=table.top - 13, height=11)])
    yield Rule(1, table.x, table.x + table.width, table.top, TEAL, 1.2)
    yield from ruled_table(TABLE, table, _cell_style, TEAL)


def _projects(page: int, chapter: Section, parts: list[Section], picture: float) -> Iterator[Item]:
    """A chapter's projects in two columns over a picture that begins at `picture`."""
    paragraphs = [*_set(chapter, CHAPTER), *(paragraph for part in parts for paragraph in _set(part))]
    yield Panel(Frame(page, LEFT - 14, TOP - 14, WIDTH + 28, picture - TOP), SAND)
    yield Text(paragraphs, _columns(page, bottom=picture - 24))
    yield Picture(Frame(page, 0, picture, PAGE_WIDTH, 576 - picture), FIELDS)


def _foot(page: int) -> Iterator[Item]:
    """The running title and the page number."""
    yield Label(page, LEFT, 596, "Irlanda y la OIT", SMALL)
    yield Label(page, LEFT + WIDTH, 596, str(page), SMALL, "right")


DOCUMENT = Document(
    name="irlanda",
    title="Irlanda y la OIT",
    size=(PAGE_WIDTH, PAGE_HEIGHT),
    pages=3,
    items=(
        *_page_1(),
        *_projects(2, AFRICA, AFRICAN, 530),
        *_projects(3, WORLD, WIDER, 400),
        *(item for page in range(1, 4) for item in _foot(page)),
    ),
    links="quad points",
)
