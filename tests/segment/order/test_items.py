"""What reading order is made of: where items begin and end, how large their type is, and which are level."""

import pytest

from pipeline.segment.elements import Item, bottom, from_top, level, size
from tests.segment.placed import divider, line, panel, table

Pair = pytest.mark.parametrize
ROWS = table([line("a", 0, 0, 12), line("b", 50, 0, 12)])


def test_items_are_sorted_by_top_and_left_and_right_edge() -> None:
    items = [line("abc", 5, 0), line("ab", 5, 0), line("a", 9, 0), line("a", 0, 4)]
    assert sorted(items, key=from_top) == [items[1], items[0], items[2], items[3]]


def test_items_go_down_to_the_lowest_of_them() -> None:
    assert bottom([line("a", 0, 5), line("b", 0, 20), line("c", 0, 2, 24)]) == 30


@Pair(
    ("item", "em"),
    [
        (line("a", size=8), 8),
        (panel(line("a", size=8), line("b", 0, 20, 14), panels=(panel(line("c", size=9)),)), 14),
        (panel(line("a", size=8), panels=(panel(line("c", size=16)),)), 16),
        (panel(line("a")).changed(lambda _: None), 10),
        (ROWS, 12),
        (divider(0, 90, 5), 0),
    ],
)
def test_the_size_of_an_item_is_that_of_its_largest_type(item: Item, em: float) -> None:
    assert size(item) == em


@Pair(
    ("one", "other", "are_level"),
    [
        (line("a", 0, 0), line("b", 50, 3.5), True),
        (line("a", 0, 0), line("b", 50, 3.75), False),
        (line("a", 0, 0), line("b", 50, -8, 20), True),
        (panel(line("a", 0, 0)), line("b", 50, 3.5), True),
        (panel(line("a", 0, 0)), line("b", 50, 3.75), False),
        (line("a", 0, 3.5), panel(line("b", 50, 0)), True),
        (line("a", 0, 3.75), panel(line("b", 50, 0)), False),
        (panel(line("a", 0, 0)), line("b", 50, -8, 20), False),
        (panel(line("a", 0, 0)), line("b", 50, -7, 20), True),
        (line("b", 50, -7, 20), panel(line("a", 0, 0)), True),
        (ROWS, divider(0, 90, 4), True),
        (panel(line("a", 0, 100)), line("b", 50, 103), True),
    ],
    ids=[
        "lines",
        "lines apart",
        "one baseline",
        "tops",
        "tops apart",
        "tops, the other way",
        "tops apart, the other way",
        "baselines count for lines alone",
        "em of the larger",
        "em of the larger, the other way",
        "rule",
        "further down",
    ],
)
def test_lines_are_level_on_one_baseline_and_others_at_one_top(one: Item, other: Item, are_level: bool) -> None:
    assert level(one, other) is are_level
