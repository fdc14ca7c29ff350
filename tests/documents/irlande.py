"""Irlande: the facts of the Irish profile in French, on upright pages with a broad margin, one column of serif type
beside it, and a table across the column.
"""

from collections.abc import Iterator
from dataclasses import replace

from tests.documents import ireland
from tests.documents.items import Document, Item, Label, Panel, Picture, Rule, Text, ruled_table
from tests.documents.styles import Frame, Paragraph, Style
from tests.documents.words import Section, sections

LEAD, PARTNERSHIP, PRIORITIES, MONEY, AFRICA, *REST = sections("irlande.md")
AFRICAN, (WORLD, *WIDER) = REST[:5], REST[5:]

TABLE = (
    ("Année", "Statutaires", "Volontaires", "Total"),
    *((year, *(figure.replace(".", ",") for figure in figures)) for year, *figures in ireland.TABLE[1:]),
)
TABLE_CAPTION = "Contributions en millions d’euros"

WINE, ROSE, GOLD, INK, GREY, WHITE = "#6d1a36", "#f4e6ea", "#b8862b", "#2a2226", "#7d6f74", "#ffffff"
DUSK = ("#f6dfe4", "#e3a9b5", "#b65a72", GOLD, WINE)
SHORE = ("#f7ecd9", "#e6c88f", "#c98f52", "#8f3b4f", WINE)

LEFT, RIGHT, FOOT = 150.0, 553.0, 790.0
WIDTH = RIGHT - LEFT

BODY = Style(font="Times-Roman", size=11.4, leading=15.4, colour=INK, link_colour=WINE, space_before=6)
POINT = replace(BODY, bullet="•", indent=12, space_before=2)
LARGE = Style(font="Times-Bold", size=15, leading=20, colour=WHITE)
TITLE = Style(font="Times-Bold", size=36, leading=40, colour=WHITE)
HEADING = Style(font="Times-Bold", size=14, leading=17.5, colour=WINE, space_before=18, kept_with_next=True)
CHAPTER = replace(HEADING, size=19, leading=24, colour=GOLD, space_before=24)
SMALL = Style(font="Helvetica", size=7.6, leading=9.6, colour=GREY)
CAPTION = replace(SMALL, font="Helvetica-Oblique")
CELL = Style(font="Times-Roman", size=10.5, leading=12, colour=INK)


def _cell_style(row: int) -> Style:
    """The head and the sums in the last row are bold."""
    return replace(CELL, font="Times-Bold", colour=INK if row else WINE) if row in {0, len(TABLE) - 1} else CELL


def _set(part: Section, heading: Style = HEADING) -> tuple[Paragraph, ...]:
    return (*part.title(heading), *part.body(BODY, POINT))


def _page_1() -> Iterator[Item]:
    """The title and the lead on a dark ground, the partnership and the priorities below."""
    yield Panel(Frame(1, 0, 0, 595, 300), WINE)
    yield Picture(Frame(1, 0, 210, 595, 90), DUSK)
    yield Text(LEAD.title(TITLE), [Frame(1, LEFT, 56, WIDTH, 50)])
    yield Text(LEAD.body(LARGE), [Frame(1, LEFT, 116, WIDTH, 90)])
    yield Text([*_set(PARTNERSHIP), *_set(PRIORITIES)], [Frame(1, LEFT, 322, WIDTH, FOOT - 322)])


def _pages_2_to_4() -> Iterator[Item]:
    """The contributions with their table, then the projects."""
    money = Text(_set(MONEY), [Frame(2, LEFT, 52, WIDTH, 300)])
    table = Frame(2, LEFT, money.bottom + 34, WIDTH, 126)
    below = table.bottom + 26
    yield money
    yield Text([Paragraph(CAPTION, TABLE_CAPTION)], [table._replace(top=table.top - 14, height=12)])
    yield Rule(2, LEFT, RIGHT, table.top, WINE, 1.2)
    yield from ruled_table(TABLE, table, _cell_style, WINE)
    projects = [
        *_set(AFRICA, CHAPTER),
        *(paragraph for part in AFRICAN for paragraph in _set(part)),
        *_set(WORLD, CHAPTER),
        *(paragraph for part in WIDER for paragraph in _set(part)),
    ]
    frames = [Frame(page, LEFT, 52, WIDTH, FOOT - 52) for page in (3, 4)]
    flowing = Text(projects, [Frame(2, LEFT, below, WIDTH, FOOT - below), *frames])
    yield flowing
    yield Picture(Frame(4, 0, flowing.bottom + 20, 595, 812 - flowing.bottom - 20), SHORE)


def _margin(page: int) -> Iterator[Item]:
    """A pale margin with the running head and the page number."""
    if page > 1:
        yield Panel(Frame(page, 0, 0, 110, 812), ROSE)
        yield Label(page, 16, 60, "L’IRLANDE ET L’OIT", replace(SMALL, colour=WINE, letter_space=0.2))
    yield Label(page, RIGHT, 826, str(page), replace(SMALL, size=9), "right")


DOCUMENT = Document(
    name="irlande",
    title="L’Irlande et l’OIT",
    size=(595, 842),
    pages=4,
    items=(*(item for page in range(1, 5) for item in _margin(page)), *_page_1(), *_pages_2_to_4()),
    links="each line",
)
