"""Ireland: a title on dark ground with a drop shadow, two levels of headings, justified text, a ruled table.

Headings stand across two columns. On the pages of the projects the headings come first in the content stream, and then
the bodies from the last to the first.
"""

from collections.abc import Iterator
from dataclasses import replace

from tests.documents.items import Document, Item, Label, Panel, Picture, Rule, Text, balanced, ruled_table
from tests.documents.planted import Fault
from tests.documents.styles import Frame, Paragraph, Style
from tests.documents.words import Section, sections

(
    LEAD,
    PARTNERSHIP,
    PRIORITIES,
    MONEY,
    AFRICA,
    DISABILITY,
    ENTERPRISE,
    GARMENT,
    PENSION,
    CHILD,
    VOICE,
    WORLD,
    FISHING,
    ISLANDS,
    FORCED,
) = sections("ireland.md")

TABLE = (
    ("Year", "Assessed", "Voluntary", "Total"),
    ("2018", "1.4", "3.2", "4.6"),
    ("2019", "1.5", "3.6", "5.1"),
    ("2020", "1.5", "3.9", "5.4"),
    ("2021", "1.6", "4.4", "6.0"),
    ("2022", "1.7", "5.0", "6.7"),
    ("2018-2022", "7.7", "20.1", "27.8"),
)
TABLE_CAPTION = "Contributions by year, in millions of euros¹"
FOOTNOTE = "¹ Payments as booked by the Department of Foreign Affairs, rounded to the nearest hundred thousand."
PICTURE_CAPTION = "Hawassa, 2022: a new bus brings the late shift home."

GREEN, FOREST, ORANGE, INK, MIST, GREY, WHITE = (
    "#0b7a53",
    "#11382c",
    "#c96d1c",
    "#1f2624",
    "#e9f1ec",
    "#5d6b65",
    "#ffffff",
)
HILLS = (FOREST, "#1d5a45", "#2f8a63", "#7fb77e", "#e0832f")
EARTH = ("#f3e2c7", "#e0b06a", "#c9743f", "#7b4a3a", FOREST)
COAST = ("#d8e8f0", "#9cc3d6", "#5b97b5", "#2f8a63", FOREST)

LEFT, RIGHT, FOOT = 48.0, 547.0, 790.0
WIDTH = RIGHT - LEFT
GUTTER = 20.0
COLUMN = (WIDTH - GUTTER) / 2

BODY = Style(
    font="Times-Roman",
    size=11.6,
    leading=15.2,
    colour=INK,
    link_colour=GREEN,
    space_before=6,
    justified=True,
    hyphenated=True,
)
LARGE = Style(font="Times-Bold", size=15, leading=20, colour=FOREST)
ITALIC = replace(BODY, font="Times-Italic", size=12.2, leading=15.5)
TITLE = Style(font="Helvetica-Bold", size=40, leading=46, colour=WHITE)
SHADOW = replace(TITLE, colour="#06201a")
CHAPTER = Style(font="Helvetica-Bold", size=17, leading=21, colour=GREEN)
HEADING = Style(font="Helvetica-Bold", size=12.5, leading=15.5, colour=ORANGE)
DARK_HEADING = replace(HEADING, colour=WHITE, size=13)
ON_DARK = Style(font="Helvetica", size=10, leading=13.8, colour=WHITE, space_before=6, hyphenated=True)
DARK_POINT = replace(ON_DARK, bullet="•", indent=10, space_before=4)
QUOTED = Style(font="Times-Italic", size=13, leading=17, colour=WHITE, space_before=8)
SMALL = Style(font="Helvetica", size=7.6, leading=9.6, colour=GREY)
RUNNING_HEAD = replace(SMALL, letter_space=1.2)
CAPTION = replace(SMALL, font="Helvetica-Oblique", size=7.2)
CELL = Style(font="Helvetica", size=9, leading=11, colour=INK)


def _cell_style(row: int) -> Style:
    """The head is bold and green, the sums in the last row bold."""
    if row == 0:
        return replace(CELL, font="Helvetica-Bold", colour=GREEN)
    return replace(CELL, font="Helvetica-Bold") if row == len(TABLE) - 1 else CELL


def _chapter(section: Section, page: int, top: float) -> tuple[Panel, Text]:
    """A heading of the first level and the pale band that it stands on."""
    heading = Text(section.title(CHAPTER), [Frame(page, LEFT, top, WIDTH, 30)])
    return Panel(Frame(page, 0, top - 7, 595, 35), MIST), heading


def _heading(section: Section, page: int, top: float) -> Text:
    return Text(section.title(HEADING), [Frame(page, LEFT, top, WIDTH, 40)])


def _below(heading: Text, page: int, gap: float = 5) -> Frame:
    top = heading.bottom + gap
    return Frame(page, LEFT, top, WIDTH, FOOT - top)


def _in_columns(section: Section, heading: Text, page: int) -> Text:
    return balanced(section.body(BODY), _below(heading, page), gutter=GUTTER)


def _page_1() -> Iterator[Item]:
    """The title, the lead, two columns that go on at the top of page 2, and a panel."""
    priorities = Text(PRIORITIES.title(DARK_HEADING), [Frame(1, 405, 420, 160, 40)])
    yield Panel(Frame(1, 0, 0, 595, 290), FOREST)
    yield Picture(Frame(1, 330, 70, 265, 220), HILLS)
    yield Label(1, LEFT + 1.3, 171.3, LEAD.heading, SHADOW)
    yield Label(1, LEFT, 170, LEAD.heading, TITLE)
    yield Panel(Frame(1, 387, 400, 208, 392), GREEN)
    yield Text(
        PARTNERSHIP.body(replace(BODY, justified=False)),
        [*Frame(1, LEFT, 444, 322, 350).columns(2, 16), *Frame(2, LEFT, 52, WIDTH, 48).columns(2, GUTTER)],
    )
    yield Text(PRIORITIES.body(ON_DARK, DARK_POINT), [Frame(1, 405, priorities.bottom + 10, 160, 320)])
    yield priorities
    yield Text(PARTNERSHIP.title(CHAPTER), [Frame(1, LEFT, 412, 320, 30)])
    yield Text(LEAD.body(LARGE), [Frame(1, LEFT, 314, WIDTH, 80)])


def _page_2() -> Iterator[Item]:
    """The contributions beside a table with a footnote, and the first two projects."""
    money_band, money = _chapter(MONEY, 2, 118)
    africa_band, africa = _chapter(AFRICA, 2, 392)
    africa_body = Text(AFRICA.body(ITALIC), [_below(africa, 2, gap=16)])
    disability = _heading(DISABILITY, 2, africa_body.bottom + 14)
    disability_body = _in_columns(DISABILITY, disability, 2)
    enterprise = _heading(ENTERPRISE, 2, disability_body.bottom + 16)
    right = LEFT + COLUMN + GUTTER
    yield money_band
    yield africa_band
    yield disability
    yield enterprise
    yield africa
    yield _in_columns(ENTERPRISE, enterprise, 2)
    yield disability_body
    yield africa_body
    yield Text([Paragraph(CAPTION, TABLE_CAPTION)], [Frame(2, right, 158, COLUMN, 12)])
    yield Rule(2, right, right + COLUMN, 173, GREEN, 1.2)
    yield from ruled_table(TABLE, Frame(2, right, 173, COLUMN, 126), _cell_style, GREEN)
    yield Text(MONEY.body(BODY), [Frame(2, LEFT, 156, COLUMN, 240)])
    yield money
    yield Rule(2, LEFT, LEFT + 120, 788, GREY)
    yield Text([Paragraph(SMALL, FOOTNOTE)], [Frame(2, LEFT, 792, WIDTH, 12)])


def _page_3() -> Iterator[Item]:
    """A project beside a picture and below it, two more, and a panel across the page."""
    garment = _heading(GARMENT, 3, 54)
    around = _below(garment, 3)
    picture = around._replace(top=around.top + 3, width=174, height=124)
    beside = around._replace(x=LEFT + 190, width=WIDTH - 190, height=150)
    garment_body = Text(GARMENT.body(BODY), [beside, around._replace(top=beside.bottom + 2, height=120)])
    pension = _heading(PENSION, 3, garment_body.bottom + 18)
    pension_body = _in_columns(PENSION, pension, 3)
    child = _heading(CHILD, 3, pension_body.bottom + 18)
    panel = Frame(3, 0, 622, 595, 160)
    voice = Text(VOICE.title(DARK_HEADING), [panel.inset(LEFT, 22)])
    yield Panel(panel, FOREST)
    yield Text(VOICE.body(QUOTED), [_below(voice, 3, gap=10)])
    yield voice
    yield garment
    yield pension
    yield child
    yield _in_columns(CHILD, child, 3)
    yield pension_body
    yield garment_body
    yield Picture(picture, EARTH)
    yield Label(3, LEFT, picture.bottom + 11, PICTURE_CAPTION, CAPTION)


def _page_4() -> Iterator[Item]:
    """Three projects."""
    band, world = _chapter(WORLD, 4, 60)
    world_body = Text(WORLD.body(ITALIC), [_below(world, 4, gap=16)])
    fishing = _heading(FISHING, 4, world_body.bottom + 14)
    fishing_body = _in_columns(FISHING, fishing, 4)
    islands = _heading(ISLANDS, 4, fishing_body.bottom + 18)
    islands_body = _in_columns(ISLANDS, islands, 4)
    forced = _heading(FORCED, 4, islands_body.bottom + 18)
    yield band
    yield world
    yield fishing
    yield islands
    yield forced
    yield _in_columns(FORCED, forced, 4)
    yield islands_body
    yield fishing_body
    yield world_body
    yield Picture(Frame(4, 0, 640, 595, 160), COAST)


def _head_and_foot(page: int) -> Iterator[Item]:
    """The page number, and from page 2 a running head that changes sides."""
    yield Label(page, 297.5, 822, f"– {page} –", replace(SMALL, size=9), "centre")
    if page % 2 == 0:
        yield Label(page, LEFT, 30, "IRELAND AND THE ILO", RUNNING_HEAD)
    elif page > 1:
        yield Label(page, RIGHT, 30, "IRELAND AND THE ILO", RUNNING_HEAD, "right")


DOCUMENT = Document(
    name="ireland",
    title="Ireland and the ILO",
    size=(595, 842),
    pages=4,
    items=(
        *_page_1(),
        *_page_2(),
        *_page_3(),
        *_page_4(),
        *(item for page in range(1, 5) for item in _head_and_foot(page)),
    ),
    links="quad points",
)

PLANTED = (
    Fault(
        "two-amounts",
        GARMENT.heading,
        ("EUR 6.2 million", "EUR 6.4 million"),
        "the grant to the Ethiopian garment industry is told with two values",
    ),
    Fault(
        "duration-mismatch",
        FISHING.heading,
        ("30-month", "January 2019", "December 2021"),
        "from January 2019 to December 2021 are 36 months",
    ),
)
