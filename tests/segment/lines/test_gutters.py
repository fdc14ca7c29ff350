"""Gutters are upright strips of white with text on both sides, and cut what stands above, beside and below them."""

import pytest

from pipeline.segment.elements import Item
from pipeline.segment.lines.gutters import (
    Band,
    columns,
    ends_below,
    stretches,
    tallest_band,
    with_whole_paragraphs,
    without,
)
from tests.segment.placed import BOLD, divider, line, table, texts

Pair = pytest.mark.parametrize


def told(band: Band | None) -> tuple[object, ...] | None:
    return band and (band.height, *map(texts, band[1:]))


def columns_of(*, gap: float = 20, right: float = 0, size: float = 10) -> list[Item]:
    """Two lines of 50 points at 0 and what stands beside them."""
    return [
        line("wages plan", 0, 0, size),
        line("right", 5 * size + gap, right, size),
        line("wages goes", 0, 12, size),
    ]


def test_a_gutter_parts_what_stands_beside_each_other() -> None:
    items = [line("over all of it", 0, -20), *columns_of(), divider(0, 95, 30), line("below all of it", 0, 40)]
    assert told(tallest_band(items)) == (
        10,
        ["over all of it"],
        ["wages plan", "wages goes"],
        ["right"],
        ["---", "below all of it"],
    )


@Pair(
    ("gap", "found"),
    [(8, True), (7.75, True), (7.25, False), (7, False)],
)
def test_a_gutter_is_nearly_an_em_wide(gap: float, found: bool) -> None:
    """Nine points from a whole point on, of which boxes may take one."""
    assert (tallest_band(columns_of(gap=gap)) is not None) is found


def test_the_em_of_a_gutter_is_that_of_most_items() -> None:
    small = [line("wages plan", 0, 0, 10), line("right", 60, 0, 10), line("on", 0, 12, 30), line("to", 200, 12, 30)]
    assert told(tallest_band(small[:2])) == (10, [], ["wages plan"], ["right"], [])
    assert told(tallest_band([*small[:2], *small[2:]])) == (30, [], ["wages plan", "right", "on"], ["to"], [])
    assert tallest_band([line("wages plan", 0, 0, 10), line("right", 60, 0, 30), line("on", 60, 32, 30)]) is None


@Pair(("right", "found"), [(5, False), (4.75, True), (-5, False), (-4.75, True), (100, False)])
def test_both_sides_stand_beside_each_other_over_half_an_em(right: float, found: bool) -> None:
    items = sorted([line("left", 0, 0), line("right", 40, right)], key=lambda item: item.box.top)
    assert (tallest_band(items) is not None) is found


def test_all_that_stands_beside_each_other_counts() -> None:
    items = [line("a", 0, 0), line("b", 40, 8), line("c", 0, 40), line("d", 40, 48)]
    assert told(tallest_band(items)) is None
    items = [line("a", 0, 0), line("b", 40, 7), line("c", 0, 40), line("d", 40, 47)]
    assert told(tallest_band(items)) == (6, [], ["a", "c"], ["b", "d"], [])


def test_no_text_has_no_gutter() -> None:
    assert tallest_band([]) is None
    assert tallest_band([divider(0, 20, 0), divider(50, 70, 0)]) is None
    assert tallest_band([divider(0, 20, 3), line("right", 50, 0)]) is None


def test_the_tallest_gutter_counts_and_then_the_one_that_holds_most() -> None:
    short = [line("a", 0, 0), line("b", 20, 0), line("wide as both", 0, 20)]
    tall = [line(text, x, top) for top in (40, 52) for text, x in (("left", 0), ("right", 40))]
    assert told(tallest_band([*short, *tall])) == (
        22,
        ["a", "b", "wide as both"],
        ["left", "left"],
        ["right", "right"],
        [],
    )
    three = [line("a", 0, 0), line("b", 20, 0), line("c", 40, 0)]
    assert told(tallest_band(three)) == (10, [], ["a"], ["b", "c"], [])
    more = [line("a", 0, 0), line("b", 20, 0), line("c", 40, 0.25), line("wage", 0, 40)]
    assert told(tallest_band(more)) == (9.75, [], ["a", "b", "wage"], ["c"], [])
    assert told(tallest_band([more[0], more[1], line("c", 40, 0.75), more[3]])) == (10, [], ["a"], ["b", "c"], ["wage"])


@Pair(
    ("rule", "parts"),
    [
        (divider(0, 36.5, 11), (22, [], ["wholes", "---", "wholes"], ["right", "right"], [])),
        (divider(0, 36.75, 11), (10, [], ["wholes"], ["right"], ["---", "wholes", "right"])),
        (divider(34.5, 90, 11), (22, [], ["wholes", "wholes"], ["right", "---", "right"], [])),
        (divider(34.25, 90, 11), (10, [], ["wholes"], ["right"], ["---", "wholes", "right"])),
    ],
)
def test_rules_end_a_gutter_from_its_middle_on(rule: Item, parts: tuple[object, ...]) -> None:
    left, right = ([line(text, x, top) for top in (0, 12)] for text, x in (("wholes", 0), ("right", 40)))
    assert told(tallest_band([left[0], right[0], rule, left[1], right[1]])) == parts


@Pair(("end", "crosses"), [(32, False), (32.25, True)])
def test_lines_end_a_gutter_at_its_edge(end: float, crosses: bool) -> None:
    """The gutter begins at 31."""
    items = [line("left", 0, 0), line("right", 40, 0), line("four", end - 20, 12), line("right", 40, 12)]
    assert told(tallest_band(items))[0] == (10 if crosses else 22)  # type: ignore[index]


def test_of_many_edges_the_most_frequent_are_looked_at() -> None:
    """Sixty; a page with more is a map."""
    many = [line("x", 100 * place, 20 * place) for place in range(60)]
    rows = [[line("wages plan", 5940, top), line("last", 6000, top)] for top in (1300, 1312)]
    assert told(tallest_band([*many[:58], *rows[0]]))[0] == 10  # type: ignore[index]
    assert tallest_band([*many[:59], *rows[0]]) is None
    assert told(tallest_band([*many[:59], *rows[0], *rows[1]]))[0] == 22  # type: ignore[index]


@Pair(
    ("items", "heights"),
    [
        ([line("a", 0, 0), line("b", 0, 17.75)], [(0, 27.75)]),
        ([line("a", 0, 0), line("b", 0, 18)], [(0, 10), (18, 28)]),
        ([line("a", 0, 0), divider(0, 10, 12), line("b", 0, 18)], [(0, 10), (18, 28)]),
        ([line("a", 0, 0, 40), line("b", 0, 10)], [(0, 40)]),
        ([line("a", 0, 0), line("b", 0, 50), line("c", 0, 60), line("d", 0, 100)], [(0, 10), (50, 70), (100, 110)]),
        ([divider(0, 10, 12)], []),
    ],
)
def test_lines_of_a_paragraph_take_up_one_height(items: list[Item], heights: list[tuple[float, float]]) -> None:
    assert stretches(items) == heights


# ------------------------------------------------------------------------------------------------------ what bands hold


def test_items_that_are_moved_stand_below_the_band() -> None:
    left, moved, right, below = line("left"), line("moved", 0, 12), line("right", 40), line("below", 0, 30)
    band = without(Band(10, [], [left, moved], [right], [below]), [moved])
    assert told(band) == (10, [], ["left"], ["right"], ["moved", "below"])
    assert texts(columns(band)) == ["left", "right"]


def test_what_ends_below_a_side_begins_where_that_ends() -> None:
    side = [line("a", 0, 0), line("b", 0, 12), line("c", 0, 5)]
    assert [ends_below(line("x", 50, top), side) for top in (20.75, 21, 30)] == [False, True, True]


def whole(item: Item, *, upper: Item | None = None, other: float = 24.0) -> list[object]:
    """What stands above a band whose left side begins with an item, below a line at 0."""
    band = Band(
        30,
        [upper or line("upper", 0, 0)],
        [item, line("left", 0, 50)],
        [line("right", 60, other), line("on", 60, 70)],
        [],
    )
    found = with_whole_paragraphs(band)
    assert len(found.above) + len(found.left) == 3
    return texts(found.above[1:])


@Pair(
    ("item", "found"),
    [
        (line("end", 0, 12), ["end"]),
        (line("end", 0, 15), ["end"]),
        (line("end", 0, 15.25), []),
        (line("end", 0, 12, 9), []),
        (line("end", 0, 12, style=BOLD), []),
        (line("end", 32.75, 12), ["end"]),
        (line("end", 33, 12), []),
        (line("end", -22.75, 12), ["end"]),
        (line("end", -23, 12), []),
        (table([line("a", 0, 12), line("b", 20, 12)]), []),
    ],
    ids=["next", "level", "beside", "small", "bold", "near", "right", "left", "far left", "table"],
)
def test_the_last_lines_of_a_paragraph_stay_with_it(item: Item, found: list[object]) -> None:
    assert whole(item) == found


@Pair(("top", "found"), [(17.75, ["end"]), (18, [])])
def test_lines_of_a_paragraph_are_no_further_apart_than_their_leading(top: float, found: list[object]) -> None:
    assert whole(line("end", 0, top), other=40) == found


def test_what_is_no_line_has_no_next_one() -> None:
    assert whole(line("end", 0, 12), upper=table([line("a"), line("b", 20)])) == []


def test_paragraphs_end_on_both_sides() -> None:
    band = Band(
        30,
        [line("upper", 0, 0), line("upper", 60, 0)],
        [line("one", 0, 12), line("two", 0, 24), line("left", 0, 60)],
        [line("three", 60, 35), line("right", 60, 60)],
        [line("below", 0, 90)],
    )
    assert told(with_whole_paragraphs(band)) == (
        30,
        ["upper", "upper", "one", "two"],
        ["left"],
        ["three", "right"],
        ["below"],
    )
    right = [line("three", 60, 12), line("right", 60, 60)]
    assert told(with_whole_paragraphs(band._replace(left=band.left[2:], right=right))) == (
        30,
        ["upper", "upper", "three"],
        ["left"],
        ["right"],
        ["below"],
    )
