"""Republic of Korea: headings across two columns, side panels on dark ground, an icon before each heading.

In the content stream most bodies stand before their headings, and the two projects of page 2 in the opposite order.
"""

from collections.abc import Iterator
from dataclasses import replace

from tests.documents.items import Document, Item, Label, Panel, Picture, Rule, Text, balanced
from tests.documents.planted import Fault
from tests.documents.styles import Frame, Style
from tests.documents.words import Section, sections

(
    LEAD,
    INTRODUCTION,
    PRIORITIES,
    GIVEN,
    CHANNELS,
    TUNISIA,
    CAMEROON,
    INDIA,
    SAFETY,
    SOLIDARITY,
    BANGLADESH,
    FLOORS,
    SKILLS,
    ACCELERATOR,
) = sections("republic-of-korea.md")

BLUE, NAVY, RED, INK, GREY, WHITE = "#1c4fa3", "#12204d", "#d8314a", "#23283a", "#6b7285", "#ffffff"
SUNRISE = ("#bcd3ee", "#7ba3d6", "#4676b8", BLUE, NAVY)
EVENING = ("#fbe3d0", "#f2b48c", RED, "#7a2a5c", NAVY)
HARVEST = ("#dfe9f6", "#a9c3e6", "#6f98cf", "#f0b44c", BLUE)
DESERT = ("#f6ead2", "#e8b25c", "#d8734a", "#7a3b52")
RIVER = ("#d7ecea", "#8cc9bf", "#3f9d94", "#1f6f78", NAVY)

LEFT, RIGHT, FOOT = 40.0, 555.0, 792.0
WIDTH = RIGHT - LEFT
INDENT = 15.0

BODY = Style(
    font="Helvetica", size=9.8, leading=13.6, colour=INK, bold_font="Helvetica-Bold", link_colour=BLUE, space_before=6
)
LARGE = replace(BODY, font="Helvetica-Bold", size=14.5, leading=19, colour=NAVY)
HEADING = Style(
    font="Helvetica-Bold",
    size=12.5,
    leading=15.5,
    colour=BLUE,
    indent=INDENT,
    bullet="f",
    bullet_font="Icons",
    bullet_colour=RED,
)
ON_DARK = replace(BODY, colour=WHITE)
DARK_HEADING = replace(HEADING, colour=WHITE, indent=0, bullet="")
DARK_POINT = replace(ON_DARK, bullet="•", indent=10, space_before=3)
SMALL = Style(font="Helvetica", size=7.5, leading=9, colour=GREY)
YEAR = replace(SMALL, size=8, colour=INK)

BARS = ((2018, 92), (2019, 108), (2020, 84), (2021, 141), (2022, 158))


def _heading(section: Section, page: int, top: float, width: float = WIDTH) -> Text:
    return Text(section.title(HEADING), [Frame(page, LEFT, top, width, 60)])


def _below(heading: Text, page: int) -> Frame:
    top = heading.bottom + 8
    return Frame(page, LEFT + INDENT, top, WIDTH - INDENT, FOOT - top)


def _in_columns(section: Section, heading: Text, page: int, columns: int = 2) -> Text:
    return balanced(section.body(BODY), _below(heading, page), columns)


def _page_1() -> Iterator[Item]:
    """A picture, the lead, two columns and a panel."""
    panel = Frame(1, 397, 412, 198, 372)
    yield Picture(Frame(1, 0, 0, 595, 288), SUNRISE)
    yield Panel(Frame(1, 0, 288, 595, 5), RED)
    yield Panel(panel, NAVY)
    yield Text(PRIORITIES.body(ON_DARK, DARK_POINT), [panel.inset(18, 18)])
    yield balanced(INTRODUCTION.body(BODY), Frame(1, LEFT, 412, 338, 380), gutter=16)
    yield Text(LEAD.body(LARGE), [Frame(1, LEFT, 318, WIDTH - 30, 80)])


def _page_2() -> Iterator[Item]:
    """A chart beside a panel, and two projects."""
    panel = Frame(2, 375, 40, 220, 262)
    channels = Text(CHANNELS.title(DARK_HEADING), [panel.inset(18, 18)])
    tunisia = _heading(TUNISIA, 2, 334)
    tunisia_body = _in_columns(TUNISIA, tunisia, 2)
    cameroon = _heading(CAMEROON, 2, tunisia_body.bottom + 30)
    yield _in_columns(CAMEROON, cameroon, 2)
    yield tunisia_body
    yield _heading(GIVEN, 2, 46, 330)
    yield Panel(panel, NAVY)
    yield channels
    yield Text(CHANNELS.body(ON_DARK, DARK_POINT), [Frame(2, 393, channels.bottom + 10, 184, 200)])
    yield tunisia
    yield cameroon
    yield from _bars(Frame(2, LEFT + INDENT, 96, 290, 180))
    yield Picture(Frame(2, LEFT + INDENT, 694, WIDTH - INDENT, 90), HARVEST)


def _bars(frame: Frame) -> Iterator[Item]:
    """Bars with the year below each, the last in another colour."""
    page, base = frame.page, frame.bottom
    yield Rule(page, frame.x, frame.x + frame.width, base, GREY)
    for number, (year, height) in enumerate(BARS):
        x = frame.x + 14 + number * 56
        yield Panel(Frame(page, x, base - height, 34, height), RED if number == len(BARS) - 1 else BLUE)
        yield Label(page, x + 17, base + 12, str(year), YEAR, "centre")


def _pages_3_and_4() -> Iterator[Item]:
    """Three projects, of which the last goes on at the top of page 4, and four more."""
    india = _heading(INDIA, 3, 254)
    india_body = _in_columns(INDIA, india, 3)
    safety = _heading(SAFETY, 3, india_body.bottom + 28)
    safety_body = Text(SAFETY.body(BODY), [_below(safety, 3)._replace(width=300)])
    solidarity = _heading(SOLIDARITY, 3, safety_body.bottom + 28)
    rest = Frame(4, LEFT + INDENT, 40, WIDTH - INDENT, 30)
    solidarity_body = Text(SOLIDARITY.body(BODY), [*_below(solidarity, 3).columns(2, 18), *rest.columns(2, 18)])
    yield Picture(Frame(3, 0, 0, 595, 224), EVENING)
    yield india
    yield india_body
    yield Picture(Frame(3, 385, safety.bottom + 11, 170, safety_body.bottom - safety.bottom - 11), DESERT)
    yield solidarity_body
    yield safety_body
    yield safety
    yield solidarity
    yield from _page_4(solidarity_body.bottom + 28)


def _page_4(top: float) -> Iterator[Item]:
    bangladesh = _heading(BANGLADESH, 4, top)
    bangladesh_body = Text(BANGLADESH.body(BODY), [_below(bangladesh, 4)])
    floors = _heading(FLOORS, 4, bangladesh_body.bottom + 28)
    around = _below(floors, 4)
    picture = around._replace(width=156, height=118, top=around.top + 3)
    beside = around._replace(x=around.x + 172, width=around.width - 172, height=126)
    floors_body = Text(FLOORS.body(BODY), [beside, around._replace(top=beside.bottom, height=80)])
    skills = _heading(SKILLS, 4, floors_body.bottom + 28)
    skills_body = _in_columns(SKILLS, skills, 4, columns=3)
    accelerator = _heading(ACCELERATOR, 4, skills_body.bottom + 28)
    yield bangladesh
    yield bangladesh_body
    yield _in_columns(ACCELERATOR, accelerator, 4)
    yield skills_body
    yield Picture(picture, RIVER)
    yield floors_body
    yield floors
    yield skills
    yield accelerator


def _foot(page: int) -> Iterator[Item]:
    yield Rule(page, LEFT, RIGHT, 808, GREY)
    yield Label(page, LEFT, 821, "ILO development cooperation | Republic of Korea", SMALL)
    yield Label(page, RIGHT, 821, str(page), replace(SMALL, font="Helvetica-Bold"), "right")


DOCUMENT = Document(
    name="republic-of-korea",
    title="Republic of Korea: development cooperation with the ILO",
    size=(595, 842),
    pages=4,
    items=(
        *_page_1(),
        *_page_2(),
        *_pages_3_and_4(),
        *(item for page in range(1, 5) for item in _foot(page)),
    ),
    links="each line",
)

PLANTED = (
    Fault(
        "sum-mismatch",
        LEAD.heading,
        ("32 Conventions", "four", "three", "20"),
        "32 Conventions are said to be four, three and 20, which makes 27",
    ),
)
