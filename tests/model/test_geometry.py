"""Boxes: what lies in them, between them, and where they are on a turned page."""

import pytest

from pipeline.model import BoundingBox, Boxes
from pipeline.model.geometry import columns_of

BOX = BoundingBox(10, 20, 40, 60)


def test_sides_and_middle() -> None:
    assert (BOX.width, BOX.height, BOX.middle) == (30, 40, (25, 40))


@pytest.mark.parametrize(("x", "y"), [(10, 20), (40, 60), (25, 40)])
def test_a_box_holds_its_inside_and_its_edges(x: float, y: float) -> None:
    assert BOX.holds(x, y)


@pytest.mark.parametrize(("x", "y"), [(9, 40), (41, 40), (25, 19), (25, 61)])
def test_a_box_holds_nothing_beside_it(x: float, y: float) -> None:
    assert not BOX.holds(x, y)


def test_union_is_the_smallest_box_around_both() -> None:
    assert BOX.union(BoundingBox(5, 30, 20, 80)) == BoundingBox(5, 20, 40, 80)
    assert BOX.union(BoundingBox(15, 10, 50, 30)) == BoundingBox(10, 10, 50, 60)


@pytest.mark.parametrize(
    ("other", "both"),
    [
        (BoundingBox(30, 50, 90, 90), BoundingBox(30, 50, 40, 60)),
        (BoundingBox(0, 0, 20, 30), BoundingBox(10, 20, 20, 30)),
        (BoundingBox(40, 20, 90, 60), BoundingBox(40, 20, 40, 60)),  # they touch
        (BoundingBox(10, 60, 40, 90), BoundingBox(10, 60, 40, 60)),
        (BoundingBox(41, 20, 90, 60), None),
        (BoundingBox(10, 61, 40, 90), None),
    ],
)
def test_what_two_boxes_share(other: BoundingBox, both: BoundingBox | None) -> None:
    assert BOX.shared(other) == both


@pytest.mark.parametrize(
    ("degrees", "turned"),
    [
        (0, BOX),
        (90, BoundingBox(140, 10, 180, 40)),
        (180, BoundingBox(60, 140, 90, 180)),
        (270, BoundingBox(20, 60, 60, 90)),
        (360, BOX),
        (-90, BoundingBox(20, 60, 60, 90)),
    ],
)
def test_a_page_100_wide_and_200_high_is_turned_clockwise(degrees: int, turned: BoundingBox) -> None:
    assert BOX.turned(degrees, 100, 200) == turned
    assert list(Boxes.of([BOX]).turned(degrees, 100, 200).each()) == [turned]


@pytest.mark.parametrize(
    ("x0", "x1", "shared"), [(0, 10, False), (0, 11, True), (19, 30, True), (20, 30, False), (12, 14, True)]
)
def test_boxes_share_a_column_if_some_of_each_is_over_the_other(x0: float, x1: float, shared: bool) -> None:
    one, other = BoundingBox(10, 0, 20, 5), BoundingBox(x0, 50, x1, 55)
    assert one.shares_column(other) is other.shares_column(one) is shared


def test_boxes_one_over_the_other_are_one_column() -> None:
    above, below, right = BoundingBox(10, 0, 40, 10), BoundingBox(20, 20, 60, 30), BoundingBox(60, 0, 90, 10)
    assert columns_of([right, below, above]) == [(10, 60), (60, 90)]
    assert columns_of([above, BoundingBox(15, 20, 30, 30), right]) == [(10, 40), (60, 90)]
    assert columns_of([above, right, BoundingBox(80, 20, 99, 30)]) == [(10, 40), (60, 99)]
    assert columns_of([above, right, BoundingBox(70, 20, 80, 30)]) == [(10, 40), (60, 90)]
    assert columns_of([]) == []


def test_boxes_as_columns_come_back_one_by_one() -> None:
    first, second, third = BoundingBox(1, 2, 3, 4), BoundingBox(5, 0, 7, 3), BoundingBox(0, 3, 1, 9)
    boxes = Boxes.of([first, second, third])
    assert list(boxes.each()) == [first, second, third]
    assert boxes.whole == BoundingBox(0, 0, 7, 9)
    assert list(boxes.part(1).each()) == [second, third]
    assert list(boxes.part(0, 1).joined(boxes.part(2)).each()) == [first, third]
    assert list(Boxes.of([]).each()) == []
