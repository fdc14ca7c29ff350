"""Amounts before what they are for."""

import pytest

from pipeline.segment.lines.baselines import Line
from pipeline.segment.tables.leading import _goes_on, _is_next_line, _row, led_by_amounts
from tests.segment.records import BOLD, ending, line, shown


def row(y: float, amount: str = "US$ 5", words: str = "Wells", edge: float = 100.0) -> list[Line]:
    return [ending(amount, 60, y), line(words, edge, y)]


THREE = [*row(100), *row(120), *row(140)]


def told(*lines: Line) -> list[list[str]]:
    return [shown(found) for found in led_by_amounts(lines)]


def test_three_rows_are_a_table() -> None:
    assert told(*THREE) == [["US$ 5 | Wells"] * 3]
    assert told(*THREE[:4]) == []


def test_the_next_lines_of_words_belong_to_them() -> None:
    assert told(*THREE, line("in Mali", 100, 112), line("of old", 100, 152)) == [
        ["US$ 5 | Wells in Mali", "US$ 5 | Wells", "US$ 5 | Wells of old"]
    ]


def test_other_lines_end_a_table() -> None:
    below = [each for y in (200, 220, 240) for each in row(y)]
    assert told(*THREE, line("Of all that", 0, 170), *below) == [["US$ 5 | Wells"] * 3] * 2
    assert told(*THREE[:4], line("Of all that", 0, 130), *row(150)) == []
    assert told(line("in Mali", 100, 88), *THREE) == [["US$ 5 | Wells"] * 3]
    assert told(*THREE[:4], line("in Mali", 100, 132), line("x", 300, 132), *row(150)) == []


@pytest.mark.parametrize(
    ("level", "found"),
    [
        pytest.param(row(100), True, id="an amount and words"),
        pytest.param([*row(100), line("x", 300)], False, id="a third line"),
        pytest.param(row(100)[:1], False, id="an amount alone"),
        pytest.param(row(100, amount="5"), False, id="a figure without currency"),
        pytest.param(row(100, words="wells"), False, id="words that begin small"),
        pytest.param(row(100, words="12"), False, id="a figure behind it"),
    ],
)
def test_a_row(level: list[Line], found: bool) -> None:
    assert bool(_row(level)) is found


@pytest.mark.parametrize(
    ("lower", "goes_on"),
    [
        pytest.param(row(120), True, id="below"),
        pytest.param(row(141.5), True, id="less than four ems and a fifth below"),
        pytest.param(row(142), False, id="further below"),
        pytest.param(row(120, edge=105.5), True, id="at about one edge"),
        pytest.param(row(120, edge=106), False, id="at another edge"),
        pytest.param([ending("US$ 5", 70, 120), line("Wells", 100, 120)], False, id="amounts not below each other"),
        pytest.param([ending("US$ 5", 60, 120), line("Wells", 100, 120, BOLD)], False, id="in another type"),
    ],
)
def test_a_row_goes_on_with_others(lower: list[Line], goes_on: bool) -> None:
    assert _goes_on(row(100), lower) is goes_on


def test_a_row_goes_on_below_the_last_line_of_the_one_above() -> None:
    assert _goes_on([*row(100), line("in Mali", 100, 112)], row(153.5))
    assert not _goes_on([*row(100), line("in Mali", 100, 112)], row(154))


@pytest.mark.parametrize(
    ("one", "is_next"),
    [
        pytest.param(line("in Mali", 100, 112), True, id="below"),
        pytest.param(line("in Mali", 100, 114), True, id="close below"),
        pytest.param(line("in Mali", 100, 114.5), False, id="further below"),
        pytest.param(line("in Mali", 105.5, 112), True, id="at about one edge"),
        pytest.param(line("in Mali", 106, 112), False, id="at another edge"),
        pytest.param(line("in Mali", 100, 112, BOLD), False, id="in another type"),
    ],
)
def test_the_next_line_of_words(one: Line, is_next: bool) -> None:
    assert _is_next_line(one, row(100)) is is_next
