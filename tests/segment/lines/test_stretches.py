"""What the content stream draws one after the other is a stretch while it stays on its baseline, without a wide gap."""

import pytest

from pipeline.model import BoundingBox, Run
from pipeline.segment.lines.stretches import Stretch, around, stretches
from tests.segment.placed import run, sized, spaced

Pair = pytest.mark.parametrize


def found(*runs: Run) -> list[tuple[str, float, float]]:
    """The text of each stretch, where it begins and where it ends."""
    return [
        ("".join(part.text for part in stretch.runs), stretch.box.x0, stretch.box.x1) for stretch in stretches(runs)
    ]


@Pair(
    ("runs", "told"),
    [
        ([run(" ab ", 10)], ("ab", 15, 25)),
        ([run("  ab", 10), run("c  ", 30)], ("abc", 20, 35)),
        ([run("ab", 10), run("  ", 20)], ("ab", 10, 20)),
        ([run("  ", 0), run("  ", 10), run("a b", 20)], ("a b", 20, 35)),
        ([run("ab", 10), run(" ", 20), run("c", 25), run(" ", 30), run(" ", 35)], ("ab c", 10, 30)),
    ],
    ids=["blanks at both ends", "two runs", "a blank run behind", "blank runs before", "a blank run between"],
)
def test_a_stretch_has_no_blanks_at_its_ends(runs: list[Run], told: tuple[str, float, float]) -> None:
    stretch = Stretch.of(runs, 7)
    text = "".join(part.text for part in stretch.runs)
    assert (text, stretch.box.x0, stretch.box.x1) == told
    assert (stretch.length, stretch.gap, stretch.size) == (len(text), 7, 10)


def test_a_stretch_has_baseline_and_size_of_its_first_run() -> None:
    stretch = Stretch.of([run("ab", 0, 100), run("c", 10, 90, sized(8))], 0)
    assert (stretch.baseline, stretch.size, stretch.box) == (100, 10, BoundingBox(0, 83.6, 14, 102))


@Pair(
    ("x", "baseline", "size", "joined"),
    [
        (30, 100, 10, True),
        (30.5, 100, 10, False),
        (10, 100, 10, True),
        (9.5, 100, 10, False),
        (20, 100.2, 10, False),
        (20, 100.1875, 10, True),
        (20, 99.8125, 10, True),
        (20, 99.75, 10, False),
        (20, 100, 5, False),
        (20, 100, 5.5, True),
        (20, 100, 20, False),
        (20, 100, 19.5, True),
    ],
)
def test_the_next_stands_level_within_an_em_and_is_no_initial(
    x: float, baseline: float, size: float, joined: bool
) -> None:
    runs = run("wage", 0, 100), run("plan", x, baseline, sized(size))
    assert len(found(*runs)) == (1 if joined else 2)


def test_one_baseline_is_exact_to_a_fiftieth_of_an_em() -> None:
    large = sized(100)
    assert len(found(run("ab", 0, 0, large), run("c", 100, 2, large))) == 1
    assert len(found(run("ab", 0, 0, large), run("c", 100, 2.125, large))) == 2


def test_a_stretch_keeps_to_its_first_run() -> None:
    """Not to the last: a line may slope from letter to letter, and its em is that of its first."""
    assert [text for text, *_ in found(*(run("a", 5 * n, 100 + 0.15 * n) for n in range(3)))] == ["aa", "a"]
    assert [text for text, *_ in found(run("a"), run("b", 5, 8, sized(15)), run("c", 5 + 7.5 + 12))] == ["ab", "c"]


def test_after_a_wide_gap_all_is_measured_anew() -> None:
    low = [run("wage", 0, 100), run("plan", 0, 200), run("goes", 20, 200), run("on", 100, 200)]
    assert found(*low) == [("wage", 0, 20), ("plangoes", 0, 40), ("on", 100, 110)]


@Pair(
    ("runs", "told"),
    [
        ([run("  "), run("ab", 10)], [("ab", 10, 20)]),
        ([run("ab", 0), run(" ", 10), run("c", 15)], [("ab c", 0, 20)]),
        ([run("ab", 0), run(" ", 400), run("c", 10)], [("ab", 0, 10), ("c", 10, 15)]),
        ([run("ab  ", 0), run("c", 20)], [("ab  c", 0, 25)]),
        ([run("ab", 0), run("  c", 10.5)], [("ab", 0, 10), ("c", 20.5, 25.5)]),
        ([run("  ")], []),
        ([], []),
    ],
    ids=["before", "between", "elsewhere", "at an end", "wide", "only", "nothing"],
)
def test_blanks_are_no_text(runs: list[Run], told: list[tuple[str, float, float]]) -> None:
    assert found(*runs) == told


@Pair(
    ("parts", "told"),
    [
        ([("ab", 0), ("cd", 20)], ["abcd"]),
        ([("ab", 0), ("cd", 20.5)], ["ab", "cd"]),
        ([("ab", 0), (" ", 10), ("cd", 20)], ["ab cd"]),
        ([("ab", 0), (" ", 10), ("cd", 20.5)], ["ab", "cd"]),
        ([("ab", 100), ("cd", 100)], ["abcd"]),
        ([("ab", 100), ("cd", 99.5)], ["ab", "cd"]),
        ([("ab", 0), ("cd", 40), ("ef", 50), ("g", 90)], ["ab", "cdef", "g"]),
        ([("  ", 0), ("ab", 40)], ["ab"]),
        ([("a", 0)], ["a"]),
    ],
)
def test_a_run_is_cut_at_gaps_of_an_em(parts: list[tuple[str, float]], told: list[str]) -> None:
    assert [text for text, *_ in found(spaced(parts))] == told


@Pair(
    ("runs", "widest"),
    [
        ([run("a")], float("-inf")),
        ([run("ab")], 0),
        ([spaced([("a", 0), ("b", 8)])], 3),
        ([spaced([("a", 0), ("b", 8)]), run("c", 17), run("d", 23)], 4),
        ([spaced([("a", 0), ("b", 8)]), spaced([("c", 14), ("d", 25)])], 6),
        ([spaced([("a", 0), ("b", 14)]), run("c", 100, 100), run("d", 106, 100)], 1),
    ],
    ids=["a letter", "letters", "in a run", "between runs", "in the next", "after another"],
)
def test_the_widest_gap_is_told(runs: list[Run], widest: float) -> None:
    assert list(stretches(runs))[-1].gap == widest


def test_the_box_around_boxes_holds_them_all() -> None:
    assert around([BoundingBox(2, 3, 4, 9), BoundingBox(1, 5, 6, 7)]) == BoundingBox(1, 3, 6, 9)
