"""Luxembourg: landscape pages in three columns, headings inside the columns, one text that runs through all of them.

In the content stream the columns of a page stand from right to left, and the headings come after all the bodies. The
font draws `fi` and `fl` as one glyph, and a tab with rotated text marks each page.
"""

from collections.abc import Iterator
from dataclasses import replace

from tests.documents.flow import Line
from tests.documents.items import Document, Item, Label, Panel, Picture, Text, ruled_table
from tests.documents.planted import Fault
from tests.documents.styles import Frame, Paragraph, Style
from tests.documents.words import Section, sections

(
    LEAD,
    INTRODUCTION,
    MONEY,
    SHARES,
    HEALTH,
    SAHEL,
    CABO_VERDE,
    SENEGAL,
    AGREEMENT,
    RWANDA,
    KOSOVO,
    STATISTICS,
    BENIN,
    LABEL,
    SEA,
) = sections("luxembourg.md")
PROJECTS = (HEALTH, SAHEL, CABO_VERDE, SENEGAL, RWANDA, KOSOVO, STATISTICS, BENIN, LABEL, SEA)

TABLE = (
    ("Period", "Core", "Earmarked", "Total"),
    ("2013-2017", "3.2", "8.1", "11.3"),
    ("2018-2021", "3.6", "10.4", "14.0"),
    ("2022-2025", "4.4", "13.1", "17.5"),
)
TABLE_CAPTION = "Voluntary contributions in millions of euros"
BARS = (("West Africa", 46), ("South-East Asia", 28), ("Europe", 9), ("Global", 17))

SKY, NAVY, CORAL, INK, GREY, WHITE = "#0091c8", "#0d2747", "#e5484d", "#22303f", "#66788a", "#ffffff"
BANNER = ("#cfe8f4", "#8fcbe6", "#3fa7d3", CORAL, NAVY)
LAKE = ("#e3f2f9", "#a9d9ee", "#56b4da", CORAL, NAVY)
DUNES = ("#fdeedd", "#f3c58b", "#e5734d", "#7b3f61", NAVY)
CLIFFS = ("#fbe9e0", "#f3b9a0", "#e5734d", SKY, NAVY)

PAGE_WIDTH, PAGE_HEIGHT = 842.0, 595.0
LEFT, TOP, WIDTH, GUTTER = 40.0, 52.0, 762.0, 22.0

BODY = Style(
    font="Vera",
    size=9.8,
    leading=14.4,
    colour=INK,
    link_colour=SKY,
    space_before=5,
    stretch=92,
    hyphenated=True,
    ligatures=True,
)
HEADING = Style(font="Vera-Bold", size=11.8, leading=15, colour=SKY, stretch=92, space_before=18, kept_with_next=True)
TITLE = Style(font="Vera-Bold", size=27, leading=32, colour=WHITE, stretch=92)
LARGE = Style(font="Vera-Bold", size=12, leading=17.5, colour=WHITE, stretch=92)
ON_DARK = replace(BODY, colour=WHITE)
DARK_HEADING = replace(HEADING, colour=WHITE)
CHART_HEADING = Style(font="Vera-Bold", size=9.5, leading=12, colour=SKY, stretch=92)
CAPTION = Style(font="Vera-Italic", size=7.2, leading=9, colour=GREY)
CELL = Style(font="Vera", size=7.8, leading=10, colour=INK)
CELL_HEAD = replace(CELL, font="Vera-Bold", colour=SKY)
SHARE = replace(CELL, font="Vera-Bold")
TAB = Style(font="Vera-Bold", size=7.5, leading=9, colour=WHITE, letter_space=2)
PAGE_NUMBER = Style(font="Vera-Bold", size=8, leading=9, colour=GREY)


def _right_to_left_headings_last(line: Line) -> float:
    return -line.column + (100 if line.style.kept_with_next else 0)


def _columns(page: int, top: float = TOP, bottom: float = 552) -> tuple[Frame, ...]:
    return Frame(page, LEFT, top, WIDTH, bottom - top).columns(3, GUTTER)


def _flowing(parts: tuple[Section, ...], frames: list[Frame]) -> Text:
    """Headings and bodies, one after the other in the same columns."""
    paragraphs = [paragraph for part in parts for paragraph in (*part.title(HEADING), *part.body(BODY))]
    return Text(paragraphs, frames, stream=_right_to_left_headings_last)


def _page_1() -> Iterator[Item]:
    """A dark panel with the title and the lead, two columns of text, a table and a chart."""
    _, second, third = _columns(1, top=40)
    yield Panel(Frame(1, 0, 0, 276, PAGE_HEIGHT), NAVY)
    yield Picture(Frame(1, 0, 0, 276, 200), BANNER)
    yield _flowing((INTRODUCTION, MONEY), [second._replace(height=430), third])
    table = third._replace(top=168, height=66)
    yield from ruled_table(TABLE, table, lambda row: CELL if row else CELL_HEAD, SKY)
    chart = third._replace(top=306)
    yield from _bars(chart)
    yield Text(SHARES.title(CHART_HEADING), [chart._replace(top=chart.top - 24)])
    yield Text([Paragraph(CAPTION, TABLE_CAPTION)], [table._replace(top=table.top - 14)])
    yield Text(LEAD.body(LARGE), [Frame(1, LEFT, 300, 206, 240)])
    yield Text(LEAD.title(TITLE), [Frame(1, LEFT, 232, 206, 40)])


def _bars(frame: Frame) -> Iterator[Item]:
    """Bars that lie, the region before and the share after each."""
    for number, (region, share) in enumerate(BARS):
        top = frame.top + number * 24
        bar = Frame(frame.page, frame.x + 86, top, share * 2.4, 15)
        yield Panel(bar, CORAL if number % 2 else SKY)
        yield Label(frame.page, frame.x, top + 11, region, CELL)
        yield Label(frame.page, bar.x + bar.width + 5, top + 11, f"{share}%", SHARE)


def _pages_2_to_4() -> Iterator[Item]:
    """The projects, around a panel and between pictures."""
    first, second, third = _columns(2, top=164)
    panel = Frame(2, third.x - 4, 372, third.width + 8, 180)
    frames = [first, second, third._replace(height=176), *_columns(3, bottom=426), *_columns(4, bottom=202)]
    yield Picture(Frame(2, 0, 0, PAGE_WIDTH, 134), LAKE)
    yield Panel(panel, NAVY)
    yield Text([*AGREEMENT.title(DARK_HEADING), *AGREEMENT.body(ON_DARK)], [panel.inset(16, 18)])
    yield Picture(Frame(3, 0, 446, PAGE_WIDTH, 116), DUNES)
    yield Picture(Frame(4, 0, 236, PAGE_WIDTH, 326), CLIFFS)
    yield _flowing(PROJECTS, frames)


def _tab_and_number(page: int) -> Iterator[Item]:
    """A tab with rotated text at the right edge, and the page number."""
    yield Panel(Frame(page, 822, 60, 20, 150), SKY)
    yield Label(page, 835, 200, "LUXEMBOURG", TAB, rotation=90)
    yield Label(page, LEFT + WIDTH, 576, str(page), PAGE_NUMBER, "right")


DOCUMENT = Document(
    name="luxembourg",
    title="Luxembourg: cooperation with the ILO",
    size=(PAGE_WIDTH, PAGE_HEIGHT),
    pages=4,
    items=(*_page_1(), *_pages_2_to_4(), *(item for page in range(1, 5) for item in _tab_and_number(page))),
    links="quad points",
)

PLANTED = (
    Fault(
        "sum-mismatch",
        SAHEL.heading,
        ("12 communes", "five", "four", "two"),
        "12 communes are said to be five, four and two, which makes 11",
    ),
    Fault(
        "finished-before-start",
        KOSOVO.heading,
        ("launched in May 2021", "finished in March 2020"),
        "the mid-term review ended before the project began",
    ),
)
