"""What stands close together on a baseline is a line, with the marks, initials and markers that belong to it."""

from dataclasses import replace

import pytest

from pipeline.model import BoundingBox, Style, Tag
from pipeline.segment.lines import baselines
from pipeline.segment.lines.baselines import Line, lines
from pipeline.segment.lines.narrow_gutters import gutters
from pipeline.segment.lines.stretches import Stretch
from tests.segment.placed import BOLD, TYPE, line, run, sized, spaced, stretch, texts

Pair = pytest.mark.parametrize
LARGE, ITALIC = sized(20), TYPE._replace(italic=True)


def opened(*held: Stretch) -> baselines._Open:
    first, *others = held
    whole = baselines._Open(first)
    for other in others:
        whole.add(other)
    return whole


def told(*held: Stretch) -> list[str]:
    return sorted(found.text for found in lines(held))


# ------------------------------------------------------------------------------------------------------------ one line


def styled(*parts: tuple[str, Style]) -> Line:
    words = [line(text, 50 * place, 0, style.size, style=style).words[0] for place, (text, style) in enumerate(parts)]
    return Line(tuple(words), BoundingBox(0, 0, 50 * len(parts), 10), 8)


@Pair(
    ("parts", "style"),
    [
        ([("wages", BOLD), ("on", BOLD)], BOLD),
        ([("a", BOLD), ("plans", TYPE)], TYPE),
        ([("wages", BOLD), ("on", TYPE), ("to", TYPE)], BOLD),
        ([("wage", BOLD), ("onto", TYPE), ("to", TYPE)], TYPE),
        ([("wage", BOLD), ("onto", TYPE)], BOLD),
    ],
)
def test_the_style_of_a_line_is_that_of_most_letters(parts: list[tuple[str, Style]], style: Style) -> None:
    assert styled(*parts).style == style


def test_a_part_of_a_line_has_its_bullet_only_at_the_beginning() -> None:
    whole = replace(line("wages go on", 10), bullet=True)
    first, rest = whole.part(0, 1), whole.part(1, 3)
    assert (first.text, first.box, first.bullet) == ("wages", BoundingBox(10, 0, 35, 10), True)
    assert (rest.text, rest.box, rest.bullet) == ("go on", BoundingBox(40, 0, 65, 10), False)
    assert not line("wages go on").part(0, 1).bullet


def test_joined_lines_keep_words_and_marks_of_both() -> None:
    left, right = (replace(line(text, x), marks=line(mark).words) for text, x, mark in (("a", 0, "1"), ("b", 20, "2")))
    whole = left.joined(right)
    assert (whole.text, whole.box) == ("a b", BoundingBox(0, 0, 25, 10))
    assert [mark.text for mark in whole.marks] == ["1", "2"]


@Pair(
    ("tags", "tag"),
    [
        ([("wages", Tag(1)), ("on", Tag(1))], Tag(1)),
        ([("on", Tag(1)), ("wages", Tag(2))], Tag(2)),
        ([("wages", None), ("on", Tag(2))], None),
        ([("wages", Tag(2)), ("on", None)], Tag(2)),
        ([("a", Tag(1)), ("be", Tag(2)), ("a", Tag(1)), ("c", Tag(1))], Tag(1)),
    ],
)
def test_the_tag_of_a_line_is_that_of_most_letters(tags: list[tuple[str, Tag | None]], tag: Tag | None) -> None:
    runs, x = [], 0.0
    for text, mark in tags:
        runs.append(run(text, x, tag=mark))
        x += 5 * len(text)
    (found,) = lines([Stretch.of(runs, 0)])
    assert found.tag == tag


# ------------------------------------------------------------------------------------------------------ what it takes


@Pair(
    ("x", "baseline", "size", "taken"),
    [
        (60, 100, 20, True),
        (60.25, 100, 20, False),
        (20, 100, 20, True),
        (19.75, 100, 20, False),
        (50, 100, 10, True),
        (50.25, 100, 10, False),
        (30, 100, 10, True),
        (29.75, 100, 10, False),
        (60, 100, 40, True),
        (40, 103, 20, True),
        (40, 103.25, 20, False),
        (40, 97, 20, True),
        (40, 96.75, 20, False),
        (40, 101.5, 10, True),
        (40, 101.75, 18, True),
        (40, 103, 18, False),
    ],
)
def test_a_line_takes_what_stands_on_its_baseline_within_an_em(
    x: float, baseline: float, size: float, taken: bool
) -> None:
    """Ems are those of the smaller type."""
    text = "districts" if size < 18 else "that"  # no mark is so long
    assert opened(stretch("wage", 0, 100, LARGE)).takes(stretch(text, x, baseline, sized(size))) is taken


@Pair(
    ("mark", "x", "rise", "size", "taken"),
    [
        ("ab", 46, 8, 10, True),
        ("ab", 46.25, 8, 10, False),
        ("ab", 40, -8, 10, True),
        ("ab", 40, 12, 10, True),
        ("ab", 40, 12.25, 10, False),
        ("ab", 40, 8, 16.5, True),
        ("ab", 40, 8, 17, False),
        ("abcd", 40, 8, 10, True),
        ("abcde", 40, 8, 10, False),
        ("1, 2, 3", 40, 8, 10, True),
    ],
)
def test_a_line_takes_a_small_short_mark_right_at_its_end(
    mark: str, x: float, rise: float, size: float, taken: bool
) -> None:
    assert opened(stretch("wage", 0, 100, LARGE)).takes(stretch(mark, x, 100 - rise, sized(size))) is taken


@Pair(("x", "text", "size", "taken"), [(10, "age", 20, True), (20.25, "age", 20, False), (10, "age", 12, False)])
def test_a_line_takes_what_a_mark_stands_before(x: float, text: str, size: float, taken: bool) -> None:
    """The mark stands a line's length above the text that is as large as its own, and so is none of it."""
    assert opened(stretch("1", 5, 92)).takes(stretch(text, x, 100, sized(size))) is taken


def test_an_initial_takes_no_mark() -> None:
    assert not opened(stretch("W", 0, 100, sized(20))).takes(stretch("ab", 10, 92, sized(10)))
    assert opened(stretch("W", 0, 100, sized(19))).takes(stretch("ab", 9.5, 92, sized(10)))
    assert opened(stretch("w", 0, 100, sized(20))).takes(stretch("ab", 10, 92, sized(10)))


def test_after_a_mark_the_line_goes_on_at_its_own_baseline() -> None:
    whole = opened(stretch("wage", 0, 100, LARGE), stretch("2", 40, 92))
    assert whole.main.baseline == 100
    assert whole.takes(stretch("goes", 45, 98.5, sized(11)))
    assert not whole.takes(stretch("goes", 45, 98.25, sized(11)))
    assert not whole.takes(stretch("goes", 45, 101.75, sized(11)))
    assert whole.takes(stretch("districts", 45, 92))
    assert not whole.takes(stretch("districts", 45, 94))


@Pair(
    ("first", "second", "main"),
    [
        (stretch("ab", 0, 100), stretch("abc", 20, 101), 101),
        (stretch("abc", 0, 100), stretch("ab", 20, 101), 100),
        (stretch("abc", 0, 100), stretch("a", 20, 101, LARGE), 101),
        (stretch("a", 0, 100, LARGE), stretch("abc", 20, 101), 100),
    ],
    ids=["longer", "shorter", "larger", "smaller"],
)
def test_the_baseline_is_that_of_the_longest_of_the_largest_type(first: Stretch, second: Stretch, main: float) -> None:
    assert opened(first, second).whole().baseline == main


def test_the_widest_gap_is_that_within_and_between_stretches() -> None:
    wide = Stretch.of([run("ab")], 4)
    assert opened(wide, stretch("c", 13)).widest == 4
    assert opened(wide, stretch("c", 15)).widest == 5
    assert opened(stretch("c", 0), Stretch.of([run("ab", 7)], 4)).widest == 4


@Pair(
    ("x", "parts"),
    [
        (30, [["abcd"], ["efg"]]),
        (10, [["ab"], ["cd", "efg"]]),
        (35, [["abcd", "e"], ["fg"]]),
        (0, [["abcd", "efg"]]),
        (20, [["abcd"], ["efg"]]),
        (45, [["abcd", "efg"]]),
    ],
)
def test_a_line_is_cut_where_a_gutter_goes_through(x: float, parts: list[list[str]]) -> None:
    whole = opened(stretch("abcd", 0), stretch("efg", 30))
    cut = [[held.runs[0].text for held in part.stretches] for part in whole.cut(x)]
    assert cut == parts


# --------------------------------------------------------------------------------------------------------------- lines


@Pair(
    ("held", "found"),
    [
        ([stretch("b", 8), stretch("a", 0)], ["a b"]),
        ([stretch("a", 0), stretch("b", 20)], ["a", "b"]),
        ([stretch("wage", 0, 100), stretch("plan", 0, 112)], ["plan", "wage"]),
        ([stretch("ab", 0, 100), stretch("cd", 0, 102.75), stretch("ef", 11, 101.5)], ["ab", "cdef"]),
        ([stretch("ab", 0, 100.25), stretch("cd", 0, 103), stretch("ef", 11, 101.5)], ["abef", "cd"]),
        ([stretch("ab", 0, 100), stretch("cd", 0.5, 103), stretch("ef", 11, 101.5)], ["ab", "cdef"]),
        ([stretch("ab", 0.5, 100), stretch("cd", 0, 102.75), stretch("ef", 11, 101.5)], ["abef", "cd"]),
        ([stretch("T", 0, 100, LARGE), stretch("he", 10, 90), stretch("on", 10, 100)], ["The", "on"]),
        ([], []),
    ],
    ids=[
        "in any order",
        "apart",
        "below",
        "lower is nearer",
        "upper is nearer",
        "lower ends nearer",
        "upper ends nearer",
        "initial",
        "nothing",
    ],
)
def test_stretches_are_joined_from_left_to_right(held: list[Stretch], found: list[str]) -> None:
    assert told(*held) == found


def test_a_mark_between_words_stands_in_their_line() -> None:
    host = Stretch.of([spaced([("wage", 0), ("plan", 24)], 100)], 4)
    (found,) = lines([host, stretch("2", 20, 96, sized(6))])
    assert (found.text, [mark.text for mark in found.marks], found.box.x1) == ("wage plan", ["2"], 44)


def test_a_narrow_gutter_through_four_lines_cuts_them_all() -> None:
    held = [Stretch.of([spaced([("wages goes", 0), ("onward", 57)], 100 + 12 * n)], 7) for n in range(4)]
    assert told(*held) == ["onward"] * 4 + ["wages goes"] * 4
    assert told(*held[:3]) == ["wages goes onward"] * 3


def test_two_narrow_gutters_cut_a_line_in_three() -> None:
    held = [Stretch.of([spaced([("wagesx", 0), ("plans", 37), ("on", 69)], 100 + 12 * n)], 7) for n in range(4)]
    assert told(*held) == ["on"] * 4 + ["plans"] * 4 + ["wagesx"] * 4


# ------------------------------------------------------------------------------------------------------------- markers


@Pair(
    ("marker", "text", "hangs"),
    [
        (stretch("•"), "wages", True),
        (stretch("1."), "wages", True),
        (stretch("(iii)"), "wages", True),
        (stretch("(1.2)"), "wages", True),
        (stretch("(viii)"), "wages", False),
        (stretch("12"), "wages", False),
        (stretch("-"), "wages", True),
        (stretch("-"), "45", False),
        (stretch("•"), "45", True),
        (stretch("-"), "45 homes", True),
        (stretch("x"), "wages", False),
        (stretch("x", style=TYPE._replace(font="Dings")), "wages", True),
        (stretch("xy", style=TYPE._replace(font="Dings")), "wages", False),
        (stretch("1.2"), "Wages", True),
        (stretch("1.2"), "wages", False),
        (stretch("1.2", style=BOLD), "Wages", False),
        (stretch("a b"), "wages", False),
    ],
)
def test_markers_belong_to_their_line(marker: Stretch, text: str, hangs: bool) -> None:
    found = lines([marker, stretch(text, 50)])
    printed = marker.runs[0].text
    assert sorted(texts(found)) == ([f"{printed} {text}"] if hangs else sorted([printed, text]))


@Pair(
    ("x", "baseline", "hangs"),
    [
        (55, 8, True),
        (55.25, 8, False),
        (5, 11, False),
        (5.5, 11, True),
        (30, 12.75, True),
        (30, 13, False),
        (30, 3.25, True),
        (30, 3, False),
    ],
)
def test_a_marker_hangs_level_within_five_ems(x: float, baseline: float, hangs: bool) -> None:
    assert (len(lines([stretch("•", 0), stretch("wages", x, baseline)])) == 1) is hangs


def test_a_marker_is_told_by_the_first_word_behind_it() -> None:
    dings = TYPE._replace(font="Dings")
    mixed = Stretch.of([run("Wages ", 50), run("on", 80, style=dings)], 0)
    assert told(stretch("x", style=dings), mixed) == ["x Wages on"]
    assert told(stretch("x"), mixed) == ["Wages on", "x"]
    assert told(stretch("1.2"), mixed) == ["1.2 Wages on"]
    assert told(stretch("1.2", style=dings), mixed) == ["1.2", "Wages on"]


def test_a_marker_takes_the_nearest_line_behind_it() -> None:
    """Its own baseline and tag count for nothing, and what stands before it is none of it."""
    tagged = Stretch.of([run("wages", 30, 9, tag=Tag(7))], 0)
    found = lines([stretch("•", 0), tagged, stretch("plans", 48, 12.75, sized(9)), stretch("on", -40)])
    assert sorted(texts(found)) == ["on", "plans", "• wages"]
    (whole,) = (each for each in found if each.text == "• wages")
    assert (whole.baseline, whole.tag) == (9, Tag(7))


def test_markers_before_markers_belong_to_the_same_line() -> None:
    assert told(stretch("1."), stretch("a)", 30), stretch("wages", 60)) == ["1. a) wages"]


@Pair(
    ("numerals", "size", "first", "counts"),
    [
        ("123", 20, "Wages", True),
        ("12", 11.5, "Wages", True),
        ("12", 11, "Wages", False),
        ("1", 20, "Wages", False),
        ("13", 20, "Wages", False),
        ("122", 20, "Wages", False),
        ("123", 20, "wages", False),
    ],
)
def test_large_numerals_that_count_from_one_on_belong_to_the_lines_beside_them(
    numerals: str, size: float, first: str, counts: bool
) -> None:
    """Others are figures that are set large, over or beside what they count."""
    held = [
        part
        for place, numeral in enumerate(numerals)
        for part in (stretch(numeral, 0, 60 * place + 18, sized(size)), stretch(first, 40, 60 * place + 9))
    ]
    below = [stretch("goes on", 40, 60 * place + 22) for place in range(len(numerals))]
    found = [text for text in told(*held, *below) if text != "goes on"]
    assert found == sorted(
        [f"{numeral} {first}" for numeral in numerals] if counts else [*numerals, *[first] * len(numerals)]
    )


# ------------------------------------------------------------------------------------------------------ narrow gutters


def rows(*parts: list[tuple[str, float]], size: float = 10, pitch: float = 12) -> list[baselines._Open]:
    """Lines below each other, of parts that begin at their places."""
    return [opened(Stretch.of([spaced(row, 100 + pitch * n, sized(size))], 100)) for n, row in enumerate(parts)]


ROW = [("wages goes", 0.0), ("onward", 57.0)]


@Pair(
    ("found", "edges"),
    [
        (rows(*[ROW] * 4), [(0, 57), (1, 57), (2, 57), (3, 57)]),
        (rows(*[ROW] * 3), []),
        (rows(*[[("wages goes", 0), ("onward", 56)]] * 4), []),
        (rows(*[[("wages goes", 0), ("onward", 56.25)]] * 4), [(n, 56.25) for n in range(4)]),
        (rows(*[[("wages", 0), ("onward", 32)]] * 4), []),
        (rows(*[[("wagesx", 0), ("onward", 37)]] * 4), [(n, 37) for n in range(4)]),
        (rows(*[[("wa es", 0), ("onward", 32)]] * 4), []),
        (rows(ROW, ROW, ROW, [("wages goes", 0), ("onward", 58)]), [(0, 57), (1, 57), (2, 57), (3, 58)]),
        (rows(ROW, ROW, ROW, [("wages goes", 0), ("onward", 58.25)]), []),
        (rows(ROW, ROW, *[[("wages goes", 0), ("onward", x)] for x in (57.75, 58.5)]), []),
        (rows(ROW, [("wages goes on and on", 0)], ROW, ROW, ROW), []),
        (rows(*[ROW] * 4, [("wages goes on and on", 0)]), [(n, 57) for n in range(4)]),
        (rows(*[ROW] * 2, [("wages goes on and on", 0)], *[ROW] * 2), []),
        (rows(*[ROW] * 2, [("wages goes", 0)], *[ROW] * 2), [(n, 57) for n in (0, 1, 3, 4)]),
        (rows(*[ROW] * 2, [("on and on", 57)], *[ROW] * 2), [(n, 57) for n in (0, 1, 3, 4)]),
        (rows(*[ROW] * 2, [("on and on", 51)], *[ROW] * 2), [(n, 57) for n in (0, 1, 3, 4)]),
        (rows(*[ROW] * 2, [("on and on", 50.75)], *[ROW] * 2), []),
        (rows(*[ROW] * 2, [("wages", 32)], *[ROW] * 2), [(n, 57) for n in (0, 1, 3, 4)]),
        (rows(*[ROW] * 2, [("wages", 32.25)], *[ROW] * 2), []),
    ],
)
def test_a_narrow_gutter_is_straight_and_crossed_by_nothing(
    found: list[baselines._Open], edges: list[tuple[int, float]]
) -> None:
    assert list(gutters(found)) == edges


def test_lines_of_a_gutter_are_counted_from_the_top() -> None:
    crossing, *others = rows([("wages goes on and on", 0)], *[ROW] * 4)
    assert len(list(gutters([others[3], crossing, others[0], others[2], others[1]]))) == 4


def test_gutters_beside_each_other_are_found_one_by_one() -> None:
    row = [("wages goes", 0.0), ("onward", 57.0), ("plans", 94.0)]
    assert list(gutters(rows(*[row] * 4))) == [(n, x) for x in (57, 94) for n in range(4)]
    assert list(gutters(rows(row, row, ROW, row, row))) == [(n, 57) for n in range(5)] + [(n, 94) for n in (0, 1, 3, 4)]
