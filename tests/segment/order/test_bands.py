"""Bands are read across their gutter where a heading, tables, or a row or grid of cards reach over it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from pipeline.segment.elements import Item
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.gutters import Band
from pipeline.segment.order import bands
from pipeline.segment.order.bands import Headings, across, last_headings, one_heading, row_of_panels
from pipeline.segment.regions import Panel
from pipeline.segment.typography import Typography
from tests.segment.placed import BOLD, TYPE, divider, line, panel, table, texts

Pair = pytest.mark.parametrize
HEADINGS = Headings(Typography(TYPE, TYPE))
X = 100.0  # where the right side begins


LAST = [line("last", 0, 200)]


def head(text: str, x: float = 0, top: float = 0, size: float = 12) -> Line:
    return line(text, x, top, size, style=BOLD)


def told(parts: Sequence[Sequence[Item]] | None) -> list[object] | None:
    return parts and [texts(part) for part in parts]


# ------------------------------------------------------------------------------------------------------------ headings


@Pair(
    ("item", "found"),
    [
        (head("Alder"), True),
        (line("goes"), False),
        (head("Budget: US$ 5 million"), False),
        (panel(head("Alder")), False),
        (divider(0, 10, 0), False),
    ],
)
def test_lines_in_other_type_stand_out_unless_they_begin_facts(item: Item, found: bool) -> None:
    assert HEADINGS.stand_out(item) is found


def test_types_of_headings_that_cross_gutters_are_known() -> None:
    known = HEADINGS.cross([head("Alder"), line("goes"), panel(head("Birch", size=20))])
    assert known.crossing == {(12, True)}
    assert known.cross([head("Alder", size=14.25)]).crossing == {(12, True), (14, True)}
    assert known.cross([line("goes")]) is known


@Pair(
    ("left", "right", "below", "moved"),
    [
        ([line("goes"), head("Alder", 0, 40)], [line("on", X)], [line("plan", 0, 60)], ["Alder"]),
        ([line("goes"), head("Alder", 0, 40)], [line("on", X)], [], []),
        ([line("goes"), head("Alder", 0, 40)], [line("on", X, 31)], [line("plan", 0, 60)], ["Alder"]),
        ([line("goes"), head("Alder", 0, 40)], [line("on", X, 31.25)], [line("plan", 0, 60)], []),
        ([line("Budget"), head("Alder", 0, 40)], [line("on", X)], [line("plan", 0, 60)], []),
        ([panel(line("Budget")), head("Alder", 0, 40)], [line("on", X)], [line("plan", 0, 60)], ["Alder"]),
        ([head("Alder", 0, 40)], [line("on", X)], [line("plan", 0, 60)], []),
        ([line("goes"), line("plan", 0, 40)], [line("on", X)], [line("plan", 0, 60)], []),
        (
            [line("goes"), head("Alder", 0, 30), head("Birch", 0, 44)],
            [line("on", X)],
            [line("plan", 0, 60)],
            ["Alder", "Birch"],
        ),
        (
            [head("Alder", 0, 30), line("goes", 0, 44), head("Birch", 0, 56)],
            [line("on", X)],
            [line("plan", 0, 70)],
            ["Birch"],
        ),
        (
            [line("goes"), line("PROJECT", 0, 30, 8), head("Alder", 0, 40)],
            [line("on", X)],
            [line("plan", 0, 60)],
            ["PROJECT", "Alder"],
        ),
        ([line("goes"), line("PROJECT", 0, 30, 8)], [line("on", X)], [head("Alder", 0, 40)], ["PROJECT"]),
        ([line("goes"), line("PROJECT", 0, 30, 8)], [line("on", X)], [line("plan", 0, 40)], []),
    ],
)
def test_headings_at_the_end_of_the_left_column_are_those_of_the_text_below(
    left: list[Item], right: list[Item], below: list[Item], moved: list[str]
) -> None:
    assert texts(last_headings(Band(10, [], left, right, [*below, *LAST[: len(below)]]), HEADINGS)) == moved


KICKER, UPPER = line("project", 0, 30), line("goes", 0, 0)


@Pair(
    ("kicker", "above", "below", "found"),
    [
        (KICKER, UPPER, head("Alder", 0, 42), True),
        (KICKER, UPPER, line("plan", 0, 42, 11), False),
        (KICKER, UPPER, head("Alder", 0, 51.75), True),
        (line("project", 0, 35), UPPER, head("Alder", 0, 56.75), True),
        (line("project", 0, 35), UPPER, head("Alder", 0, 57), False),
        (KICKER, UPPER, head("Alder", 0, 42, 10), False),
        (KICKER, UPPER, head("Alder", 0, 42, 10.25), True),
        (KICKER, line("goes", 0, 12.75), head("Alder", 0, 42), True),
        (KICKER, line("goes", 0, 13), head("Alder", 0, 42), False),
        (panel(KICKER), UPPER, head("Alder", 0, 42), False),
        (KICKER, UPPER, panel(head("Alder", 0, 42)), False),
    ],
)
def test_a_small_line_right_above_a_heading_is_part_of_it(kicker: Item, above: Item, below: Item, found: bool) -> None:
    assert bands._is_kicker(kicker, above, below, HEADINGS) is found


@Pair(
    ("lower", "found"),
    [
        (head("Birch", 0, 19.75, 10), True),
        (head("Birch", 0, 20, 10), False),
        (head("Birch", 0, 12, 8), False),
        (head("Birch", 0, 12, 8.25), True),
        (head("Birch", 0, 12, 12), False),
        (head("Birch", 0, 12, 11.75), True),
    ],
)
def test_a_heading_has_lines_of_about_one_size_near_each_other(lower: Line, found: bool) -> None:
    assert one_heading(head("Alder", 0, 0, 10), lower) is found


def test_lines_of_one_heading_are_together() -> None:
    items: list[Item] = [
        head("Alder"),
        head("goes", 0, 14),
        line("text", 0, 30),
        head("Birch", 0, 80),
        head("on", 0, 94),
        panel(head("Cedar", 0, 120)),
        head("Dogwood", 0, 133),
    ]
    assert told(bands._heads(items, HEADINGS)) == [
        ["Alder", "goes"],
        ["Birch", "on"],
        [["panel", "Cedar"]],
        ["Dogwood"],
    ]
    assert told(bands._heads([head("Alder"), line("text", 0, 12), head("Birch", 0, 22)], HEADINGS)) == [
        ["Alder", "Birch"]
    ]


# ------------------------------------------------------------------------------------------------------- rows of panels


def card(text: str, x: float, top: float = 0, height: float = 0) -> Panel:
    found = panel(line(text, x, top))
    return replace(found, ground=found.ground._replace(bottom=found.ground.bottom + height))


ROW = [card("one", 0), card("two", 100), card("three", 200)]
ROW_TOLD = [["panel", "one"], ["panel", "two"], ["panel", "three"]]


@Pair(
    ("items", "parts"),
    [
        ([*ROW, line("w" * 30, 0, 30)], [ROW_TOLD, ["w" * 30]]),
        ([line("above", 0, -20), *ROW], [["above"], ROW_TOLD]),
        ([line("above", 0, -20), *ROW, line("w" * 30, 0, 30)], [["above"], ROW_TOLD, ["w" * 30]]),
        (ROW, None),
        ([*ROW[:2], line("w" * 30, 0, 30)], None),
        ([*ROW, line("goes", 0, 30)], None),
        ([*ROW, line("w" * 20, 0, 30)], None),
        ([*ROW, line("w" * 21, 0, 30)], [ROW_TOLD, ["w" * 21]]),
        (
            [*ROW, *(line("on", 0, 30 + 12 * n) for n in range(3)), line("w" * 30, 0, 90)],
            [ROW_TOLD, [*["on"] * 3, "w" * 30]],
        ),
        ([*ROW, *(line("on", 0, 30 + 12 * n) for n in range(4)), line("w" * 30, 0, 90)], None),
        ([*ROW, line("w" * 30, 0, 14)], [ROW_TOLD, ["w" * 30]]),
        ([*ROW, line("w" * 30, 0, 13.75)], None),
        ([line("above", 0, -14), *ROW], [["above"], ROW_TOLD]),
        ([line("above", 0, -13.75), *ROW], None),
        ([*ROW[:2], card("three", 200, 0.75), line("w" * 30, 0, 30)], [ROW_TOLD, ["w" * 30]]),
        ([*ROW[:2], card("three", 200, 1), line("w" * 30, 0, 30)], None),
        ([*ROW[:2], card("three", 200, 0, 0.75), line("w" * 30, 0, 30)], [ROW_TOLD, ["w" * 30]]),
        ([*ROW[:2], card("three", 200, 0, 1), line("w" * 30, 0, 30)], None),
        ([card("low", 300, 40), *ROW, line("w" * 30, 0, 60)], [ROW_TOLD, [["panel", "low"], "w" * 30]]),
    ],
)
def test_three_grounds_of_one_height_are_a_row_over_columns_that_are_not_theirs(
    items: list[Item], parts: list[object] | None
) -> None:
    assert told(row_of_panels(items)) == parts


# ------------------------------------------------------------------------------------------- headings over the gutter


ALDER, GOES, ON = head("Alder", 0, 40), line("goes", 0, 60), line("on", 0, 72)
WAGE = line("wage", X, 60)
LOW_TEXT: list[object] = [[], ["Alder"], ["low", "goes", "wage"]]
UP, RIGHT_UP = line("up", 0, 20), line("over", X, 20)


def reach(
    left: Sequence[Item] = (ALDER, GOES, ON),
    right: Sequence[Item] = (WAGE,),
    heads: Sequence[Item] = (ALDER,),
    **known: Any,
) -> list[object] | None:
    crossing = frozenset({(12, True)}) if known else frozenset()
    return told(bands._reach(list(heads), left, right, replace(HEADINGS, crossing=crossing)))


def test_a_heading_reaches_over_text_that_begins_level_on_both_sides() -> None:
    assert reach() == [[], ["Alder"], ["goes", "on", "wage"]]


@Pair(
    ("changed", "parts"),
    [
        ({"left": [ALDER]}, None),
        ({"left": [line("high", 0, 32), ALDER, GOES]}, None),
        ({"left": [line("high", 0, 31), ALDER, GOES]}, [["high"], ["Alder"], ["goes", "wage"]]),
        ({"left": [ALDER, line("low", 30, 46), GOES], "right": [line("wage", X, 46)]}, LOW_TEXT),
        ({"left": [ALDER, line("low", 30, 45.75), GOES], "right": [line("wage", X, 46)]}, None),
        ({"left": [ALDER, line("low", 30, 46), GOES], "right": [line("wage", X, 45.75)]}, None),
        ({"right": [line("over", X, 31), WAGE], "known": True}, [["over"], ["Alder"], ["goes", "on", "wage"]]),
        ({"right": [line("over", X, 31.25), WAGE], "known": True}, None),
        ({"right": [line("over", X, 32), WAGE]}, None),
        ({"right": [line("beside", X, 45.75), WAGE]}, None),
        ({"right": [head("Birch", X, 60)]}, None),
        ({"right": [head("Birch", X, 60, 11.75)]}, [[], ["Alder"], ["goes", "on", "Birch"]]),
        ({"right": [line("wage", X, 63.5)]}, [[], ["Alder"], ["goes", "on", "wage"]]),
        ({"right": [line("wage", X, 63.75)]}, None),
        ({"right": [divider(X, 200, 58), WAGE]}, [[], ["Alder"], ["goes", "on", "---", "wage"]]),
        ({"left": [ALDER, divider(0, 90, 56), GOES]}, [[], ["Alder"], ["---", "goes", "wage"]]),
        ({"right": []}, None),
        ({"right": [RIGHT_UP]}, None),
        ({"right": [RIGHT_UP], "known": True}, [["over"], ["Alder"], ["goes", "on"]]),
        ({"right": [], "known": True}, None),
        ({"left": [UP, ALDER, GOES], "right": [], "known": True}, [["up"], ["Alder"], ["goes"]]),
        ({"right": [RIGHT_UP, WAGE]}, None),
        ({"right": [RIGHT_UP, WAGE], "known": True}, [["over"], ["Alder"], ["goes", "on", "wage"]]),
    ],
)
def test_a_heading_reaches_over_the_gutter(changed: dict[str, Any], parts: list[object] | None) -> None:
    assert reach(**changed) == parts


@Pair(
    ("over", "found"),
    [(20, True), (26, True), (26.25, False), (31, False)],
)
def test_the_white_at_a_heading_is_no_less_in_the_next_column(over: float, found: bool) -> None:
    """It is 30 points in its own, and may be less by half an em."""
    right = [line("over", X, over), WAGE, line("plan", X, 72)]
    expected = [["up", "over"], ["Alder"], ["goes", "on", "wage", "plan"]] if found else None
    assert reach(left=[UP, ALDER, GOES, ON], right=right) == expected


def test_headings_may_have_several_lines_and_subtitles() -> None:
    second = head("Birch", 0, 54)
    below, beside = line("goes", 0, 80), line("wage", X, 80)
    assert reach([ALDER, second, below], [beside], [ALDER, second]) == [[], ["Alder", "Birch"], ["goes", "wage"]]
    subtitle = line("in Mali", 0, 60, style=TYPE._replace(italic=True))
    assert reach([ALDER, subtitle, below], [beside]) == [[], ["Alder", "in Mali"], ["goes", "wage"]]
    assert reach([ALDER, line("in Mali", 0, 60), below], [beside]) is None


def test_no_panel_reaches_over_a_gutter() -> None:
    bar = panel(ALDER)
    assert reach([bar, GOES], [WAGE], [bar]) is None


@Pair(
    ("item", "found"),
    [
        (line("in Mali", 0, 12, 8), True),
        (line("in Mali", 0, 12), False),
        (line("Budget: US$ 5 million", 0, 12), True),
        (line("in Mali", 0, 33, 8), True),
        (line("in Mali", 0, 33.25, 8), False),
        (panel(line("in Mali", 0, 12, 8)), False),
    ],
)
def test_a_subtitle_is_set_otherwise_and_ends_above_the_text(item: Item, found: bool) -> None:
    assert bands._is_subtitle(item, line("text", X, 40)) is found


@Pair(
    ("left", "right", "found"),
    [
        ([line("in Mali", 0, 14, 8), line("goes", 0, 40)], [line("text", X, 40)], ["in Mali"]),
        ([line("a", 0, 14, 8), line("b", 0, 24, 8), line("goes", 0, 40)], [line("text", X, 40)], ["a", "b"]),
        ([line("a", 0, 14, 8), line("b", 0, 24), line("c", 0, 40, 8)], [line("text", X, 60)], ["a"]),
        ([line("up", 0, -20, 8), line("in Mali", 0, 14, 8)], [line("text", X, 40)], ["in Mali"]),
        ([line("level", 30, 0, 8), line("in Mali", 0, 14, 8)], [line("text", X, 40)], ["in Mali"]),
        ([line("in Mali", 0, 14, 8)], [line("over", X, 0), line("text", X, 40)], ["in Mali"]),
        ([line("in Mali", 0, 14, 8)], [line("over", X, 12, 8), line("text", X, 40)], ["in Mali"]),
        ([line("in Mali", 0, 14, 8)], [line("over", X, 12.25, 8), line("text", X, 40)], []),
        ([line("in Mali", 0, 14, 8)], [panel(line("text", X, 40))], []),
        ([line("in Mali", 0, 14, 8)], [], []),
    ],
)
def test_subtitles_follow_each_other_below_their_heading(left: list[Item], right: list[Item], found: list[str]) -> None:
    alder = head("Alder")
    assert texts(bands._subtitle([alder], [alder, *left], right)) == found


# --------------------------------------------------------------------------------------------------------------- tables


TABLE = table([line("a", X, 0), line("1", 150, 0)])


@Pair(
    ("heads", "right", "found"),
    [
        ([[ALDER]], [TABLE], True),
        ([[ALDER]], [TABLE, line("on", X, 12)], False),
        ([[ALDER]], [table([line("a", X, 31), line("1", 150, 31)])], True),
        ([[ALDER]], [table([line("a", X, 31.25), line("1", 150, 31.25)])], False),
        ([[UP], [ALDER]], [TABLE], True),
        ([[head("Alder", 0, 8), head("Birch", 0, 22)]], [TABLE], False),
        ([[UP]], [TABLE], False),
        ([], [TABLE], False),
    ],
)
def test_tables_stay_with_the_text_above_the_next_heading(
    heads: list[list[Item]], right: list[Item], found: bool
) -> None:
    last = heads[-1] if heads and heads[-1] != [UP] else [ALDER]
    parts = told(bands._tables_beside(heads, [UP, *last, GOES], right))
    assert parts == ([["up"], texts(right), ["Alder", "goes"]] if found else None)


# ---------------------------------------------------------------------------------------------------------------- cards


def cards(
    lefts: Sequence[float], rights: Sequence[float], *, extra: Sequence[Item] = (), size: float = 12
) -> list[object] | None:
    """Headings at those heights, each with a line 14 points below it."""
    sides, heads = [], []
    for x, tops in ((0.0, lefts), (X, rights)):
        firsts = [head(f"{'LR'[x > 0]}{place}", x, top, size) for place, top in enumerate(tops)]
        items = [item for first in firsts for item in (first, line("text", x, first.box.top + 14))]
        sides.append(
            sorted([*items, *(item for item in extra if (item.box.x0 >= X) == (x > 0))], key=lambda i: i.box.top)
        )
        heads.append([[first] for first in firsts])
    return told(bands._cards([[*each, line("subtitle")] for each in heads[0]], heads[1], sides[0], sides[1]))


@Pair(
    ("lefts", "rights", "upper"),
    [
        ((0, 50), (0, 50), ["L0", "text", "R0", "text"]),
        ((0, 50, 90), (0, 50, 90), ["L0", "text", "R0", "text"]),
        ((0, 50), (4, 54), ["L0", "text", "R0", "text"]),
        ((0, 50), (4.25, 50), None),
        ((0, 50), (0, 54.25), None),
        ((0,), (0,), None),
        ((0, 50), (0,), None),
        ((0, 50), (), None),
        ((), (0, 50), None),
    ],
)
def test_headings_that_are_level_in_pairs_are_those_of_a_grid(
    lefts: tuple[float, ...], rights: tuple[float, ...], upper: list[str] | None
) -> None:
    found = cards(lefts, rights)
    assert (found and found[0]) == upper


def test_a_grid_is_parted_above_its_second_row() -> None:
    assert cards((0, 50), (0, 50)) == [["L0", "text", "R0", "text"], ["L1", "text", "R1", "text"]]
    assert cards((0, 54), (0, 50)) == [["L0", "text", "R0", "text"], ["L1", "text", "R1", "text"]]
    assert cards((0, 50), (0, 54)) == [["L0", "text", "R0", "text"], ["L1", "text", "R1", "text"]]
    tail = [line("tail", X, 41)]
    assert cards((0, 50), (0, 50), extra=tail) == [
        ["L0", "text", "R0", "text", "tail"],
        ["L1", "text", "R1", "text"],
    ]
    assert cards((0, 50), (0, 50), extra=[line("tail", X, 41.25)]) is None
    assert cards((0, 50), (0, 50), extra=[line("tail", X, 49)]) == [
        ["L0", "text", "R0", "text"],
        ["L1", "text", "tail", "R1", "text"],
    ]
    assert cards((0, 50), (0, 50), extra=[line("tail", X, 48.75)]) is None


def test_a_grid_begins_with_headings_on_both_sides() -> None:
    assert cards((0, 50), (0, 50), extra=[line("up", 0, -20)]) is None
    assert cards((0, 50), (0, 50), extra=[line("up", X, -20)]) is None


def test_an_uneven_grid_has_texts_that_end_at_different_heights() -> None:
    assert cards((0, 50, 100), (0, 50)) is None
    upper = ["L0", "text", "R0", "text", "tail"]
    lower = [["L1", "text", "L2", "text", "R1", "text"], ["L1", "text", "R1", "text", "R2", "text"]]
    assert cards((0, 50, 100), (0, 50), extra=[line("tail", X, 30)]) == [upper, lower[0]]
    assert cards((0, 50), (0, 50, 100), extra=[line("tail", X, 30)]) == [upper, lower[1]]
    assert cards((0, 50, 100), (0,)) is None


def grounds(*, height: float = 0, lower: bool = True) -> list[object] | None:
    """Two panels beside each other, and one below the left one."""
    left: list[Item] = [card("L0", 0, 0), *([card("L1", 0, 50)] if lower else [])]
    right: list[Item] = [card("R0", X, 0, height)]
    return told(bands._cards([[each] for each in left], [[each] for each in right], left, right))


def test_two_grounds_of_one_height_are_the_first_row_of_a_grid() -> None:
    assert grounds() == [[["panel", "L0"], ["panel", "R0"]], [["panel", "L1"]]]
    assert grounds(height=1) is None
    assert grounds(lower=False) is None


@Pair(("lower", "gap"), [(20, 2), (22.25, 2), (22.75, 3), (25, 3), (10, 0)])
def test_gaps_are_measured_in_half_ems(lower: float, gap: int) -> None:
    item = line("x", 0, lower)
    assert bands._gap_above(item, [line("up", 0, -30), line("over", 0, 0), item, line("on", 0, 60)]) == gap


def test_levels_are_those_of_headings_of_the_first_type() -> None:
    heads = [[head("A"), head("Z", size=13)], [head("B", 40, 4)], [head("C", 0, 40, 14)]]
    heads += [[head("D", 0, 60), head("E", 0, 74, 13)], [head("F", 0, 62)]]
    assert texts(bands._levels(heads)) == ["A", "D"]
    assert texts(bands._levels([[head("A")], [head("B", 40, 4.25)]])) == ["A", "B"]


@Pair(
    ("one", "other", "found"),
    [
        (card("a", 0), card("b", X), True),
        (card("a", 0), card("b", X, 0.75), True),
        (card("a", 0), card("b", X, 1), False),
        (card("a", 0), card("b", X, 0, -1), False),
        (card("a", 0), line("b", X), False),
        (line("a", 0), card("b", X), False),
    ],
)
def test_grounds_of_one_height(one: Item, other: Item, found: bool) -> None:
    assert bands._of_one_height(one, other) is found


# --------------------------------------------------------------------------------------------------------------- across


def read(left: Sequence[Item], right: Sequence[Item]) -> list[object] | None:
    found = across(left, right, HEADINGS)
    return found and told(found[1])


def test_what_reaches_over_a_gutter_is_found() -> None:
    assert read([ALDER, GOES, ON], [WAGE]) == [[], ["Alder"], ["goes", "on", "wage"]]
    found = across([ALDER, GOES, ON], [WAGE], HEADINGS)
    assert found is not None
    assert found[0].crossing == {(12, True)}
    assert read([line("goes", 0, 0), ON], [WAGE]) is None


def test_facts_stand_beside_headings_on_either_side() -> None:
    budget, period = line("Budget: US$ 5 million", X, 40), line("Period: 2019-2022", X, 52)
    assert read([ALDER, line("goes", 0, 60)], [budget, period]) == [
        ["Alder", "goes"],
        [budget.text, period.text],
    ]
    left = [line(budget.text, 0, 40), line(period.text, 0, 52)]
    assert read(left, [head("Alder", X, 40), line("goes", X, 60)]) == [
        ["Alder", "goes"],
        [budget.text, period.text],
    ]


def test_facts_below_headings_of_their_own_side_stand_beside_nothing() -> None:
    budget = line("Budget: US$ 5 million", X, 40)
    found = read([ALDER, line("goes", 0, 60)], [budget, head("Birch", X, 80), line("Period: 2019-2022", X, 100)])
    assert found is None
    found = read([ALDER, line("goes", 0, 60)], [panel(budget)])
    assert found == [["Alder", "goes"], [["panel", budget.text]]]


def test_tables_text_and_side_headings_stay_with_sections() -> None:
    assert read([UP, ALDER, GOES], [TABLE]) == [["up"], [["table", "a", "1"]], ["Alder", "goes"]]
    upper = [line("up", 0, 0), line("goes", 0, 12)]
    right: list[Item] = [line("one", X, 0), line("two", X, 15), line("three", X, 46), line("four", X, 61)]
    assert read([*upper, head("Alder", 0, 40), line("on", 0, 55)], right) == [
        ["up", "goes", "one", "two"],
        ["Alder", "on", "three", "four"],
    ]
    assert read([*upper, head("Alder", 0, 40), line("on", 0, 55)], [*right[:2], head("Birch", X, 46), right[3]]) is None
    second = [head("Birch", X, 46), head("Cedar", X, 60, 13)]
    assert read([*upper, head("Alder", 0, 40), line("on", 0, 55)], [*right[:2], *second]) is None
    heads = [head("Alder", 0, 0, 10), head("Birch", 0, 40, 10)]
    sides = [line("wage", X, 0), line("plan", X, 12), line("goes", X, 40), line("on", X, 70)]
    assert read(heads, sides) == [["Alder"], ["wage", "plan"], ["Birch"], ["goes", "on"]]


def test_cards_are_read_row_by_row() -> None:
    left = [head("A", 0, 0), line("text", 0, 14), head("B", 0, 50), line("text", 0, 64)]
    right = [head("C", X, 0), line("text", X, 14), line("more", X, 26), head("D", X, 50), line("text", X, 64)]
    assert read(left, right) == [["A", "text", "C", "text", "more"], ["B", "text", "D", "text"]]
    assert read([head("A"), head("Z", 0, 14), *left[2:]], right) == [
        ["A", "Z", "C", "text", "more"],
        ["B", "text", "D", "text"],
    ]
