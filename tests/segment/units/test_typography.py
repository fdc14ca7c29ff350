"""What type tells, condition by condition."""

from dataclasses import replace

import pytest

from pipeline.model import Tag
from pipeline.segment.elements import bottom, from_top, level, size
from pipeline.segment.icons import icon_fonts, without_icon
from pipeline.segment.regions import Divider, Panel
from pipeline.segment.tables.cells import Table
from pipeline.segment.typography import (
    LARGER,
    RUNNING_LETTERS,
    SMALLER,
    Typography,
    _capitals,
    _common,
    _fainter,
    runs_on,
    small,
    typography,
)
from tests.segment.records import BOLD, PLAIN, box, cells, joined, line, lines

Cases = pytest.mark.parametrize
RED, GREY = PLAIN._replace(colour="#cc0000"), PLAIN._replace(colour="#666666")
RUNNING = Typography(PLAIN, PLAIN)


@Cases(
    ("found", "stands_out"),
    [
        (line("Wells"), False),
        (line("Wells", tag=Tag(1, 2)), True),
        (line("Wells", tag=Tag(1)), False),
        (line("Budget: 2", type_=BOLD), False),
        (line("Budget: 2", type_=BOLD, tag=Tag(1, 2)), True),
        (line("Wells", type_=PLAIN._replace(size=10 * LARGER)), True),
        (line("Wells", type_=PLAIN._replace(size=11)), False),
        (line("Wells", type_=BOLD), True),
        (line("Wells", type_=BOLD._replace(size=10 * SMALLER)), True),
        (line("Wells", type_=BOLD._replace(size=8.4)), False),
        (joined(line("Wells", type_=BOLD), line("dug", 40)), False),
        (line("Wells", type_=RED), True),
        (line("Wells", type_=RED._replace(size=9.8)), True),
        (line("Wells", type_=RED._replace(size=9.7)), False),
        (line("Wells", type_=GREY), False),
        (line("WELLS"), True),
        (line("Wells", underlined=True), True),
        (line("Wells.", underlined=True), False),
        (line("Wells", type_=GREY, underlined=True), False),
    ],
    ids=[
        "plain",
        "tagged as heading",
        "tagged",
        "a fact",
        "a fact tagged as heading",
        "large",
        "little larger",
        "bold",
        "small and bold",
        "smaller and bold",
        "partly bold",
        "coloured",
        "small and coloured",
        "smaller and coloured",
        "fainter",
        "capitals",
        "underlined",
        "underlined sentence",
        "underlined link",
    ],
)
def test_what_stands_out(found, stands_out: bool) -> None:
    assert RUNNING.stands_out(found) is stands_out


def test_what_stands_out_of_other_text() -> None:
    assert not Typography(BOLD, PLAIN).stands_out(line("Wells", type_=BOLD))
    assert not Typography(PLAIN, PLAIN, frozenset({"#cc0000"})).stands_out(line("Wells", type_=RED))


def test_the_running_text_of_a_document() -> None:
    link = joined(
        line("Wells of", type_=PLAIN), line("Mali", 60, type_=RED), line("Now", 90, type_=GREY._replace(bold=True))
    )
    found = typography([link, line("It is so."), line("Roads", type_=BOLD)])
    assert found == Typography(PLAIN, PLAIN, frozenset({"#cc0000"}))
    assert typography([]) == Typography(PLAIN._replace(font=""), PLAIN._replace(font=""))


@Cases(("letters", "own"), [(RUNNING_LETTERS, True), (RUNNING_LETTERS - 1, False)])
def test_a_part_has_a_running_text_of_its_own(letters: int, own: bool) -> None:
    part = [line("w" * letters, type_=BOLD), line("It is.", y=112)]
    assert RUNNING.within(part) == Typography(BOLD if own else PLAIN, PLAIN)
    assert RUNNING.within([]) == RUNNING


def test_a_part_in_another_colour() -> None:
    white = PLAIN._replace(colour="#ffffff")
    heading = line("Wells of all the people here", type_=white._replace(bold=True))
    assert RUNNING.within([heading, line("It is so.", type_=white)]) == Typography(white, PLAIN)
    assert RUNNING.within([heading, line("It is so.", type_=white), line("Now.")]) == RUNNING
    assert RUNNING.within([heading]) == RUNNING


def test_the_most_common_style() -> None:
    assert _common([line("Wells", type_=BOLD), line("dug"), line("dug")], 6) == PLAIN
    assert _common([line("Wells", type_=BOLD), line("dug"), line("dug")], 7) is None
    assert _common([line("dug"), line("dug", type_=BOLD)]) == PLAIN
    assert _common([line("dug", type_=BOLD), line("dug")]) == PLAIN
    assert _common([]) is None


@Cases(
    ("colour", "than", "fainter"),
    [
        ("#666666", "#000000", True),
        ("#bfbfbf", "#000000", True),
        ("#c0c0c0", "#000000", False),
        ("#000000", "#666666", False),
        ("#666666", "#666666", False),
        ("#666667", "#000000", False),
        ("#676666", "#000000", False),
        ("#666666", "#000001", False),
        ("#666666", "#010000", False),
    ],
)
def test_a_paler_grey(colour: str, than: str, fainter: bool) -> None:
    assert _fainter(colour, than) is fainter


@Cases(("text", "capitals"), [("AIDS", True), ("AID", False), ("AID 1234", False), ("Wells", False)])
def test_capitals(text: str, capitals: bool) -> None:
    assert _capitals(text) is capitals


@Cases(
    ("texts", "on"),
    [
        (("Wells", "dug", "Roads", "Rails"), True),
        (("Wells", "dug", "Roads", "Rails", "Mines"), False),
        (("Wells", "• Dug", "Roads", "Rails"), True),
        (("Wells", "2. Dug", "Roads", "Rails"), True),
        (("Wells", "dug"), True),
        (("dug",), False),
        ((), False),
    ],
)
def test_columns_that_run_on(texts: tuple[str, ...], on: bool) -> None:
    assert runs_on(lines(*texts)) is on


def test_an_icon_makes_a_list() -> None:
    assert runs_on([line("Wells", bullet=True), *lines("Roads", "Rails", "Mines")])


@Cases(
    ("text", "is_small"),
    [("dug", True), ("a well", True), ("Wells", False), ("5 wells", False), ("", False), ("工作", True)],
)
def test_a_small_letter(text: str, is_small: bool) -> None:
    assert small(text) is is_small


# ---------------------------------------------------------------------------------------------------------------- icons

ICONS = PLAIN._replace(font="Icons")


def pointed(*icons: str):
    return [
        joined(line(icon, 0, 100 + 12 * place, ICONS), line("Wells", 20, 100 + 12 * place))
        for place, icon in enumerate(icons)
    ]


@Cases(
    ("found", "fonts"),
    [
        (pointed("n"), {"Icons"}),
        (pointed("n", "o", "p", "n"), {"Icons"}),
        (pointed("n", "o", "p", "q"), set()),
        (pointed("1"), set()),
        (pointed("•"), set()),
        (pointed("no"), set()),
        ([*pointed("n"), line("n", type_=ICONS)], set()),
        ([*pointed("n"), line("n wells", type_=ICONS)], set()),
        ([*pointed("n"), joined(line("n o", type_=ICONS), line("Wells", 20))], set()),
        ([*pointed("n"), joined(line("A"), line("n", 20, type_=ICONS))], set()),
        ([], set()),
    ],
    ids=[
        "one",
        "three",
        "four",
        "digit",
        "bullet",
        "two letters",
        "alone",
        "before its own",
        "before its own and others",
        "within a line",
        "none",
    ],
)
def test_fonts_of_icons(found, fonts: set[str]) -> None:
    assert icon_fonts(found) == fonts


def test_a_line_without_its_icon() -> None:
    found = without_icon(pointed("n")[0])
    assert (found.text, found.box, found.bullet) == ("Wells", box(20, 92, 45, 102), True)


# ------------------------------------------------------------------------------------------------------------- elements

TABLE = Table(tuple(cells("Mali | 5")), box(0, 50, 200, 70))
PANEL = Panel(box(0, 40, 50, 90), box(0, 40, 50, 90), (line("Wells", type_=BOLD._replace(size=14)), line("dug")))


def test_the_size_and_place_of_what_a_page_holds() -> None:
    empty = replace(PANEL, lines=())
    assert [size(item) for item in (line("dug"), PANEL, empty, TABLE)] == [10, 14, 10, TABLE.size]
    assert from_top(TABLE) == (50, 0, 200)
    assert bottom([TABLE, PANEL, line("dug", y=60)]) == 90
    assert size(Divider(box(0, 0, 9, 1))) == 0


@Cases(("y", "is_level"), [(103.5, True), (103.6, False), (96.5, True), (96.4, False)])
def test_lines_on_one_level(y: float, is_level: bool) -> None:
    assert level(line("dug"), line("wells", 50, y)) is is_level


@Cases(("top", "is_level"), [(44.9, True), (45, False), (35.2, True), (35, False)])
def test_others_on_one_level(top: float, is_level: bool) -> None:
    other = replace(PANEL, box=box(60, top, 90, 90), lines=())
    assert level(PANEL, other) is is_level
