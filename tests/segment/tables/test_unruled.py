"""Rows of words that nothing but white parts."""

from collections.abc import Sequence

import pytest

from pipeline.model import Style
from pipeline.segment.lines.baselines import Line
from pipeline.segment.tables.unruled import _gap, _goes_on, _is_table, _rows, open_tables
from tests.segment.records import BOLD, PLAIN, line, shown, texts


def row(y: float, *words: str, type_: Style = PLAIN) -> list[Line]:
    """Words that begin at 0, 100, 200 …"""
    return [line(text, 100 * place, y, type_) for place, text in enumerate(words) if text]


HEADS = row(100, "Donor", "Valley", "Theme", type_=BOLD)
BODY = [row(120 + 20 * place, name, "Gao", "Aid") for place, name in enumerate(("Mali", "Chad", "Togo"))]


def told(*levels: list[Line]) -> list[list[str]]:
    return [shown(found) for found in open_tables([each for level in levels for each in level])]


def test_four_rows_of_three_columns_are_a_table() -> None:
    assert told(HEADS, *BODY) == [
        ["[Donor] | [Valley] | [Theme]", "Mali | Gao | Aid", "Chad | Gao | Aid", "Togo | Gao | Aid"]
    ]
    assert told(HEADS, *BODY[:2]) == []


def test_other_lines_end_a_table() -> None:
    rows = [row(80 + 20 * place, name, "Gao", "Aid") for place, name in enumerate("ABCDEFGHIJ")]
    assert [len(found) for found in told(*rows)] == [10]
    rows[5] = [line("Of all that", 50, 180)]
    assert [len(found) for found in told(*rows)] == [5, 4]


def test_a_table_begins_with_three_columns() -> None:
    assert [len(found) for found in told(row(60, "Of", "Us"), HEADS, *BODY)] == [4]


@pytest.mark.parametrize(
    ("level", "goes_on"),
    [
        pytest.param(row(120, "A", "B", "C"), True, id="at the same edges"),
        pytest.param([line("A", 4.5, 120)], True, id="at about one of them"),
        pytest.param([line("A", 5, 120)], False, id="at another edge"),
        pytest.param([*row(120, "A", "B"), line("C", 250, 120)], False, id="one of them at another edge"),
        pytest.param(row(139.5, "A", "B", "C"), True, id="less than three ems below"),
        pytest.param(row(140, "A", "B", "C"), False, id="three ems below"),
    ],
)
def test_levels_below_each_other_go_on_at_the_edges_of_the_first(level: list[Line], goes_on: bool) -> None:
    assert _goes_on([HEADS], level) is goes_on


def test_the_edges_are_those_of_the_first_level_and_the_white_that_below_the_last() -> None:
    assert _goes_on([HEADS, row(120, "A")], row(140, "", "B"))
    assert not _goes_on([row(100, "A"), row(120, "A", "B")], row(140, "", "B"))


def test_white_goes_from_the_lowest_line_to_the_highest_in_ems() -> None:
    assert _gap([line("A"), line("B", 50, 102)], [line("C", 0, 120), line("D", 50, 118)]) == 0.6
    assert _gap([line("A")], [line("C", 0, 124, PLAIN._replace(size=20.0))]) == 0.3


def test_lines_close_below_are_of_the_same_row() -> None:
    levels = [row(100, "A", "B", "C"), row(116, "", "b"), row(132.5, "D", "E", "F")]
    assert texts(_rows(levels)) == [["A", "B", "C", "b"], ["D", "E", "F"]]


def rows(*starts: Sequence[str], types: Sequence[Style] = (BOLD, PLAIN, PLAIN, PLAIN)) -> list[list[Line]]:
    return [row(100 + 100 * n, *words, type_=types[n]) for n, words in enumerate(starts)]


ABC = ("A", "B", "C")


@pytest.mark.parametrize(
    ("found", "is_table"),
    [
        pytest.param(rows(ABC, ABC, ABC, ABC), True, id="four rows"),
        pytest.param(rows(ABC, ABC, ABC), False, id="three rows"),
        pytest.param(rows(("Budget", "Period", "Donor"), ABC), True, id="known labels over a row"),
        pytest.param(rows(("Budget", "Period", "Donor")), False, id="known labels alone"),
        pytest.param(rows(("Budget", "Period", "C"), ABC), False, id="a label that nobody knows"),
        pytest.param(rows(ABC, ABC, ABC, ABC[:2]), False, id="a row of two cells"),
        pytest.param(rows(ABC, ABC, ABC, ABC, types=(PLAIN, PLAIN, BOLD, PLAIN)), False, id="rows in two types"),
        pytest.param(rows(ABC, ABC, ("and", "by", "C"), ("in", "B", "C")), False, id="a quarter begin small"),
        pytest.param(rows(ABC, ABC, ("and", "by", "C"), ABC), True, id="a sixth begin small"),
    ],
)
def test_rows_are_a_table(found: list[list[Line]], is_table: bool) -> None:
    assert _is_table(found) is is_table


def test_the_first_cells_of_rows_tell_their_type() -> None:
    found = rows(ABC, ABC, ABC, ABC)
    found[2][1] = line("B", 100, 300, BOLD)
    assert _is_table(found)


@pytest.mark.parametrize(("count", "is_table"), [(5, True), (6, False)])
def test_cells_of_a_table_have_six_lines_at_most(count: int, is_table: bool) -> None:
    found = rows(ABC, ABC, ABC, ABC)
    found[2] += [line("a", 0, 312 + 12 * n) for n in range(count)]
    assert _is_table(found) is is_table
