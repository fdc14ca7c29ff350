"""Running heads, page numbers, leader dots and icons leave the text; what only looks so stays."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.model import BoundingBox, Page
from pipeline.segment import furniture as edges
from pipeline.segment.furniture import Sheet, cleaned, furniture
from pipeline.segment.lines.baselines import Line
from tests.segment.placed import BOLD, TYPE, line, panel, table, word

Pair = pytest.mark.parametrize
HEAD = "Profile 2019"


def sheet(*lines: Line, turned: Sequence[Line] = (), number: int = 1, **held: object) -> Sheet:
    """A page of 500 by 1000 points: its edges are 100 points high and 35 wide."""
    return Sheet(Page(number, 500, 1000, ()), panel(*lines, **held), turned)


def text(*more: Line) -> list[Line]:
    """Two lines amid a page, and more."""
    return [line("wages go on", 100, 400), line("and plans", 100, 412), *more]


def removed(*sheets: Sheet) -> list[str]:
    return [f"{held.text}: {reason}" for held, reason in furniture(sheets).items()]


# ------------------------------------------------------------------------------------------------------------- records


@Pair(
    ("held", "at_edge"),
    [
        (line("wage", 190, 94.75), True),
        (line("wage", 190, 95), False),
        (line("wage", 190, 895), False),
        (line("wage", 190, 895.25), True),
        (line("wage", 24.75, 400), True),
        (line("wage", 25, 400), False),
        (line("wage", 455, 400), False),
        (line("wage", 455.25, 400), True),
    ],
)
def test_edges_are_shares_of_the_page(held: Line, at_edge: bool) -> None:
    assert edges._at_edge(held, sheet(held)) is at_edge


# ------------------------------------------------------------------------------------------------------------ repeated


@Pair(
    ("first", "second", "count"),
    [
        (line(HEAD, 100, 20), line(HEAD, 100, 20), 2),
        (line(HEAD, 100, 20), line("Profile 2020", 100, 20), 2),
        (line(HEAD, 100, 20), line("Report 2019", 100, 20), 0),
        (line(HEAD, 100, 20), line(HEAD, 100, 23), 2),
        (line(HEAD, 100, 20), line(HEAD, 100, 23.25), 0),
        (line(HEAD, 100, 20), line(HEAD, 300, 20), 2),
        (line(HEAD, 100, 200), line(HEAD, 100, 200), 0),
        (line("Budget: Mali", 100, 20), line("Budget: Mali", 100, 20), 0),
        (line("Phase 1 on", 100, 20, 11), line("Phase 2 on", 100, 20, 11), 2),
        (line("Phase 1 on", 100, 20, 11.25), line("Phase 2 on", 100, 20, 11.25), 0),
        (line("Phase 1 on", 100, 20, 11.25), line("Phase 1 on", 100, 20, 11.25), 2),
    ],
)
def test_words_that_come_back_at_one_height_are_furniture(first: Line, second: Line, count: int) -> None:
    """Figures in them may differ, unless they are titles in larger type."""
    assert len(removed(sheet(*text(first)), sheet(*text(second)))) == count


def test_words_that_come_back_on_one_page_are_none() -> None:
    twice = [line(HEAD, 100, 20), line(HEAD, 300, 20)]
    assert removed(sheet(*text(*twice)), sheet(*text())) == []


@Pair(("count", "found"), [(2, 4), (3, 0)])
def test_words_that_stand_at_one_edge_three_times_are_cells(count: int, found: int) -> None:
    sheets = [sheet(*text(*(line(HEAD, 100 * n, 20) for n in range(count)))) for _ in range(2)]
    assert len(removed(*sheets)) == found


def test_the_usual_type_is_that_of_most_lines_and_of_two_the_larger() -> None:
    def titles_left(large: int, small: int) -> int:
        lines = [line("on", 100, 400 + 12 * n, 11 if n < large else 8) for n in range(large + small)]
        titles = [line(f"Phase {n} on", 100, 20, 12) for n in (1, 2)]
        return 2 - len(removed(sheet(titles[0], *lines[:3]), sheet(titles[1], *lines[3:])))

    assert (titles_left(3, 3), titles_left(3, 4), titles_left(4, 3)) == (0, 2, 0)


def test_turned_lines_come_back_too() -> None:
    tab = line("Niger", 5, 300)
    assert (
        removed(sheet(*text(), turned=[tab]), sheet(*text(), turned=[line("Niger", 5, 300)]))
        == ["Niger: repeated at the edge of pages"] * 2
    )


@Pair(
    ("upper", "runs_on"),
    [
        (line("goes", 100, 20), True),
        (line("goes", 104.75, 20), True),
        (line("goes", 105, 20), False),
        (line("goes", 95.25, 20), True),
        (line("goes", 95, 20), False),
        (line("goes", 100, 20, style=BOLD), False),
        (line("goes", 100, 12), False),
        (line("goes", 100, 12.25), True),
        (line("goes", 100, 26.75), True),
        (line("goes", 100, 27), False),
    ],
)
def test_the_next_line_of_a_text_is_none(upper: Line, runs_on: bool) -> None:
    lower = line("on", 100, 32)
    assert edges._runs_on(upper, lower, {}) is runs_on
    assert edges._runs_on(upper, lower, {"goes": [1]}) is runs_on
    assert not edges._runs_on(upper, lower, {"goes": [1, 2]})


def test_a_line_runs_on_in_the_type_that_the_one_before_it_ends_with() -> None:
    mixed = line("goes on", 100, 20)
    ends_bold = replace(mixed, words=(mixed.words[0], word("on", 125, 28, BOLD)))
    assert not edges._runs_on(ends_bold, line("plans", 100, 32), {})
    assert edges._runs_on(ends_bold, line("plans", 100, 32, style=BOLD), {})
    begins_bold = replace(mixed, words=(word("goes", 100, 28, BOLD), mixed.words[1]))
    assert edges._runs_on(line("plans", 100, 8), replace(begins_bold, words=mixed.words), {})
    assert not edges._runs_on(line("plans", 100, 8), begins_bold, {})


def test_a_text_that_goes_on_at_the_foot_of_pages_stays() -> None:
    feet = [text(line(f"of {name}", 100, 930), line("in all", 100, 942)) for name in ("Mali", "Chad")]
    assert removed(*(sheet(*foot) for foot in feet)) == []
    feet = [text(line("of Mali", 100, 930), line("in all", 100, 942)) for _ in range(2)]
    assert len(removed(*(sheet(*foot) for foot in feet))) == 4


@Pair(
    ("beside", "below", "found"),
    [
        (line("Budget", 135.25, 20), line("5", 100, 80), True),
        (line("Budget", 135, 20), line("5", 100, 80), False),
        (line("Wages", 200, 20), line("5", 100, 80), False),
        (line("Budget", 200, 34.75), line("5", 100, 80), True),
        (line("Budget", 200, 35), line("5", 100, 80), False),
        (line("Budget", 200, 5.25), line("5", 100, 80), True),
        (line("Budget", 200, 5), line("5", 100, 80), False),
        (line("Budget", 200, 20), line("5", 100, 35), True),
        (line("Budget", 200, 20), line("5", 100, 34.75), False),
    ],
)
def test_heads_of_columns_stand_beside_known_labels(beside: Line, below: Line, found: bool) -> None:
    """Over something: the last line of a page heads nothing."""
    held = line("Donor", 100, 20)
    assert edges._is_head(held, sheet(held, beside, below)) is found


def test_heads_of_columns_that_come_back_stay() -> None:
    heads = [line("Amounts", 100, 60), line("Budget", 200, 60)]
    assert removed(sheet(*text(*heads)), sheet(*text(*heads))) == []


# -------------------------------------------------------------------------------------------------------- page numbers


@Pair(
    ("row", "found"),
    [
        ([line("7", 190, 950)], ["7"]),
        ([line("Seven", 190, 950)], []),
        ([line("– 7 –", 190, 950)], []),
        ([line("–7–", 190, 950)], ["–7–"]),
        ([line("7/12", 190, 950)], ["7/12"]),
        ([line("xii", 190, 950)], ["xii"]),
        ([line("1234", 190, 950)], []),
        ([line("Profile of Mali 7", 190, 950)], ["Profile of Mali 7"]),
        ([line("7 Profile of Mali", 190, 950)], ["7 Profile of Mali"]),
        ([line("Profile 7 of Mali", 190, 950)], []),
        ([line("a b c d e f g 7", 190, 950)], ["a b c d e f g 7"]),
        ([line("a b c d e f g h 7", 190, 950)], []),
        ([line("Profile", 100, 950), line("7", 300, 950)], ["Profile", "7"]),
        ([line("7", 300, 950), line("Profile", 100, 954.75)], ["7", "Profile"]),
        ([line("Profile", 100, 945), line("7", 300, 950)], []),
        ([line("7", 190, 20)], ["7"]),
        ([line("7", 190, 96)], []),
        ([line("7", 190, 880)], []),
    ],
)
def test_the_row_of_a_page_number_is_short_and_at_the_edge(row: list[Line], found: list[str]) -> None:
    assert sorted(held.text for held in edges._page_number(sheet(*text(), *row))) == sorted(found)


@Pair(
    ("top", "found"),
    [(978, True), (977.75, False)],
)
def test_a_page_number_stands_apart(top: float, found: bool) -> None:
    """By one em for its own height, and 1.2 of white."""
    last = line("goes", 100, 955.75)
    number = line("7", 190, top)
    assert (number in list(edges._page_number(sheet(*text(last, number))))) is found
    first = line("7", 190, 1000 - 10 - top)
    assert (first in list(edges._page_number(sheet(first, line("goes", 100, 34.25), *text())))) is found


def test_the_em_of_a_row_is_that_of_its_largest_type() -> None:
    row = [line("Profile", 100, 960, 20), line("7", 300, 968, 10)]
    assert len(list(edges._page_number(sheet(*text(line("goes", 100, 920)), *row)))) == 2
    assert len(list(edges._page_number(sheet(*text(line("goes", 100, 925)), *row)))) == 0


def test_a_number_alone_on_its_page_is_its_text() -> None:
    assert removed(sheet(line("7", 190, 950))) == []
    assert removed(sheet(line("7", 190, 950), line("wages", 100, 400))) == ["7: page number"]
    held = table([line("a", 100, 300), line("b", 200, 300)])
    assert removed(sheet(line("7", 190, 950), tables=(held,))) == ["7: page number"]


def test_no_line_has_no_row() -> None:
    assert not edges._numbered([])


# ------------------------------------------------------------------------------------------------------------- cleaned


@Pair(
    ("words", "dots", "kept"),
    [
        ("Mali .... 5", ["...."], "Mali 5"),
        ("Mali .. .. 5", ["..", ".."], "Mali 5"),
        ("Mali ... 5", [], "Mali ... 5"),
        ("Mali ____", ["____"], "Mali"),
        ("Mali ....5", [], "Mali ....5"),
        ("Mali…·.… 5", [], "Mali…·.… 5"),
        ("Mali …·.… 5", ["…·.…"], "Mali 5"),
        ("....", ["...."], None),
    ],
)
def test_leader_dots_are_no_words(words: str, dots: list[str], kept: str | None) -> None:
    held = line(words)
    assert [found.text for found in edges._leaders(held)] == dots
    left = edges._without_leaders(held)
    assert (left and left.text) == kept
    assert left is held or not left or left.box == BoundingBox(0, 0, left.words[-1].x1, 10)


def test_what_leaves_the_text_is_told() -> None:
    dings = TYPE._replace(font="Dings")
    icon = line("x wages", 100, 500)
    icon = replace(icon, words=(word("x", 100, 508, dings), icon.words[1]))
    marked = replace(line("plans", 100, 520), marks=(word("1", 125, 525),))
    cell = replace(line("cell", 100, 600), marks=(word("2", 120, 605),))
    rows = (table([cell, line("b", 200, 600)]),)
    tabs = [line("Niger", 5, 300), line("other", 50, 300)]
    first = sheet(*text(icon, marked, line("Mali .... 5", 100, 540), line("7", 190, 950)), turned=tabs, tables=rows)
    panels, turned, told = cleaned([first, sheet(*text(), turned=tabs[:1], number=2)])
    assert [(piece.page, piece.text, piece.reason) for piece in told] == [
        (1, "x", "icon"),
        (1, "7", "page number"),
        (1, "Niger", "repeated at the edge of pages"),
        (2, "Niger", "repeated at the edge of pages"),
        (1, "....", "leader dots"),
        (1, "1", "mark of a note"),
        (1, "2", "mark of a note"),
    ]
    assert told[0].box == BoundingBox(100, 500, 105, 510)
    assert [held.text for held in panels[0].lines] == ["wages go on", "and plans", "wages", "plans", "Mali 5"]
    assert [[held.text for held in each] for each in turned] == [["other"], []]
    assert panels[0].lines[2].bullet
