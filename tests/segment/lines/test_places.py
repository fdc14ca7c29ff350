"""What stands near each other, on one baseline, and beside an initial."""

import pytest

from pipeline.segment.lines.drop_caps import is_letter, lift_initials
from pipeline.segment.lines.levels import by_level, level
from pipeline.segment.strips import Strips
from tests.segment.placed import line, sized, stretch, texts

Pair = pytest.mark.parametrize


def test_what_is_near_stands_in_a_strip_or_next_to_it() -> None:
    """Strips are as high as the largest type: 20 points."""
    things = [line(str(top), 0, top, 10) for top in (-20, 0, 20, 40, 60)] + [line("large", 0, 76, 20)]
    strips = Strips(things)
    assert strips.height == 20
    assert texts(strips.near(line("x", 0, 20))) == ["0", "20", "40"]
    assert texts(strips.near(line("x", 0, 39))) == ["20", "40", "60"]
    assert texts(strips.all()) == ["-20", "0", "20", "40", "60", "large"]
    strips.remove(things[2])
    assert texts(strips.near(line("x", 0, 20))) == ["0", "40"]


def test_strips_are_as_high_as_what_is_to_come() -> None:
    assert Strips([line("a")], to_come=[line("b", size=25)]).height == 25
    assert list(Strips([]).near(line("a"))) == []


@Pair(("lower", "are_level"), [(7, True), (7.125, False), (-7, True), (-7.125, False)])
def test_lines_are_level_within_a_third_of_the_larger_em(lower: float, are_level: bool) -> None:
    small, large = line("small", 0, 100 + 8 + lower, 10), line("large", 50, 100, 20)
    assert (small.baseline, large.baseline) == (116 + lower, 116)
    assert level(small, large) is level(large, small) is are_level


def test_lines_on_one_baseline_come_from_left_to_right() -> None:
    lines = [
        line("d", 40, 2),
        line("c", 60, 20),
        line("b", 20, 0),
        line("a", 0, 3),
        line("e", 0, 23.75),
        line("f", 9, 24),
    ]
    assert [texts(together) for together in by_level(lines)] == [["a", "b", "d"], ["c"], ["e", "f"]]


def test_a_line_is_level_with_the_first_of_its_level() -> None:
    """Not with the last, or lines that slope down would make one level of all."""
    assert [texts(together) for together in by_level([line("a", 0, 0), line("b", 9, 3), line("c", 18, 6)])] == [
        ["a", "b"],
        ["c"],
    ]


# ------------------------------------------------------------------------------------------------------------- initials


@Pair(("text", "initial"), [("T", True), ("t", False), ("Th", False), ("5", False)])
def test_an_initial_is_a_capital(text: str, initial: bool) -> None:
    assert is_letter(stretch(text)) is initial


def lifted(gap: float = 0, size: float = 10, upper: float = 90, lower: float = 100, letter: str = "T") -> float:
    """The baseline of an initial of 20 points that stands at 100, of lines beside it at two heights."""
    initial = stretch(letter, 0, 100, sized(20))
    beside = [stretch("he", 10 + gap, baseline, sized(size)) for baseline in (upper, lower)]
    return lift_initials([initial, *beside])[0].baseline


def test_an_initial_is_lifted_to_the_first_of_its_lines() -> None:
    assert lifted() == 90
    assert lift_initials([stretch("T", 0, 100, sized(20))])[0].baseline == 100


@Pair(
    ("changed", "baseline"),
    [
        ({"size": 10.5}, 100),
        ({"size": 9.5}, 90),
        ({"gap": -1}, 100),
        ({"gap": -0.75}, 90),
        ({"gap": 9.75}, 90),
        ({"gap": 10}, 100),
        ({"upper": 95}, 100),
        ({"upper": 94.75}, 94.75),
        ({"upper": 80}, 100),
        ({"upper": 80.25}, 80.25),
        ({"lower": 105}, 90),
        ({"lower": 105.25}, 100),
        ({"letter": "t"}, 100),
    ],
)
def test_an_initial_stands_close_before_lines_half_as_high_that_reach_over_its_height(
    changed: dict[str, float], baseline: float
) -> None:
    assert lifted(**changed) == baseline  # type: ignore[arg-type]


def test_lines_beside_an_initial_reach_half_a_line_below_its_baseline() -> None:
    assert lifted(upper=100, lower=104, size=8) == 100
    assert lifted(upper=98, lower=104, size=8) == 98
    assert lifted(upper=98, lower=104.25, size=8) == 100
