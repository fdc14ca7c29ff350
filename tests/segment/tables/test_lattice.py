"""Grids from rules, frames and grounds: which edges are one, which meet, and which cells they part."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest

from pipeline.model import Area, BoundingBox, Page, Rule
from pipeline.segment.tables.lattice import (
    Edge,
    Grid,
    Slot,
    _connected,
    _Crossings,
    _edges_of_pieces,
    _grid,
    _grids,
    _joined,
    _overlap,
    _pieced,
    _place,
    _places,
    edges,
    grids,
)
from tests.segment.records import box


def page(
    rules: Iterable[BoundingBox] = (), frames: Iterable[BoundingBox] = (), areas: Iterable[BoundingBox] = ()
) -> Page:
    grounds = tuple(Area(each, "#ddeeff") for each in areas)
    return Page(1, 600, 800, (), grounds, tuple(map(Rule, rules)), (), tuple(frames))


def lines(x: Sequence[float], y: Sequence[float]) -> list[BoundingBox]:
    """The rules of a whole grid with borders at these places."""
    level = [box(x[0], at - 0.5, x[-1], at + 0.5) for at in y]
    return [*level, *(box(at - 0.5, y[0], at + 0.5, y[-1]) for at in x)]


X, Y = (0.0, 100.0, 200.0), (100.0, 120.0, 140.0)
FOUR = (Slot(0, 0, 1, 1), Slot(0, 1, 1, 1), Slot(1, 0, 1, 1), Slot(1, 1, 1, 1))
WHOLE = Grid(X, Y, FOUR)

# ---------------------------------------------------------------------------------------------------------------- edges


def test_rules_are_level_or_upright_edges_in_their_middle() -> None:
    drawn = page([box(0, 99.5, 200, 100.5), box(99, 100, 101, 140), box(10, 10, 14, 12), box(10, 10, 12, 14)])
    assert edges(drawn, ()) == ([Edge(100, 0, 200), Edge(11, 10, 14)], [Edge(100, 100, 140), Edge(11, 10, 14)])


@pytest.mark.parametrize(
    ("rule", "count"), [((10, 10, 13.5, 11), (0, 0)), ((10, 10, 11, 13.5), (0, 0)), ((10, 10, 15, 15), (1, 0))]
)
def test_what_is_shorter_than_four_points_is_no_edge(rule: tuple[float, ...], count: tuple[int, int]) -> None:
    level, upright = edges(page([box(*rule)]), ())
    assert (len(level), len(upright)) == count


def test_frames_and_areas_have_four_edges() -> None:
    sides = ([Edge(10, 0, 50), Edge(40, 0, 50)], [Edge(0, 10, 40), Edge(50, 10, 40)])
    assert edges(page(frames=[box(0, 10, 50, 40)]), ()) == sides
    assert edges(page(), [box(0, 10, 50, 40)]) == sides


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        pytest.param([Edge(10, 0, 50), Edge(10, 50, 90)], [Edge(10, 0, 90)], id="that meet"),
        pytest.param([Edge(10, 0, 50), Edge(10, 52.5, 90)], [Edge(10, 0, 90)], id="that nearly meet"),
        pytest.param([Edge(10, 0, 50), Edge(10, 53, 90)], [Edge(10, 0, 50), Edge(10, 53, 90)], id="that do not"),
        pytest.param(
            [Edge(10, 0, 9), Edge(10, 20, 50), Edge(10, 50, 90)],
            [Edge(10, 0, 9), Edge(10, 20, 90)],
            id="behind another",
        ),
        pytest.param([Edge(10, 0, 90), Edge(10, 20, 50)], [Edge(10, 0, 90)], id="one within another"),
        pytest.param([Edge(10, 0, 50), Edge(12, 20, 90)], [Edge(11, 0, 90)], id="nearly on one line"),
        pytest.param([Edge(10, 0, 50), Edge(13, 0, 50)], [Edge(10, 0, 50), Edge(13, 0, 50)], id="on two lines"),
        pytest.param([Edge(12, 60, 90), Edge(10, 0, 50)], [Edge(11, 0, 50), Edge(11, 60, 90)], id="at one height"),
        pytest.param(
            [Edge(10, 0, 50), Edge(12.5, 0, 50), Edge(15, 0, 50)], [Edge(12.5, 0, 50)], id="one by one further"
        ),
        pytest.param(
            [Edge(10, 0, 9), Edge(12, 0, 9), Edge(14, 0, 9), Edge(16, 0, 9)],
            [Edge(12, 0, 9), Edge(16, 0, 9)],
            id="up to six points",
        ),
    ],
)
def test_edges_on_one_line_are_one(found: list[Edge], whole: list[Edge]) -> None:
    assert _joined(found) == whole


# ---------------------------------------------------------------------------------------------------------------- cells


def crossed(level: Sequence[Edge], upright: Sequence[Edge]) -> list[BoundingBox]:
    return list(_Crossings(level, upright).cells())


LEVEL = [Edge(at, 0, 200) for at in Y]
UPRIGHT = [Edge(at, 100, 140) for at in X]
LEFT_ABOVE, RIGHT_ABOVE = box(0, 100, 100, 120), box(100, 100, 200, 120)
LEFT_BELOW, RIGHT_BELOW = box(0, 120, 100, 140), box(100, 120, 200, 140)


@pytest.mark.parametrize(
    ("level", "upright", "told"),
    [
        pytest.param(LEVEL, UPRIGHT, [LEFT_ABOVE, RIGHT_ABOVE, LEFT_BELOW, RIGHT_BELOW], id="a whole grid"),
        pytest.param([*LEVEL[::2]], UPRIGHT, [box(0, 100, 100, 140), box(100, 100, 200, 140)], id="no middle rule"),
        pytest.param(LEVEL, UPRIGHT[::2], [box(0, 100, 200, 120), box(0, 120, 200, 140)], id="no middle upright"),
        pytest.param(
            [LEVEL[0], Edge(120, 100, 200), LEVEL[2]],
            UPRIGHT,
            [box(0, 100, 100, 140), RIGHT_ABOVE, RIGHT_BELOW],
            id="a cell over two rows",
        ),
        pytest.param(
            LEVEL,
            [UPRIGHT[0], Edge(100, 120, 140), UPRIGHT[2]],
            [box(0, 100, 200, 120), LEFT_BELOW, RIGHT_BELOW],
            id="a cell over two columns",
        ),
        pytest.param(
            [Edge(at, 3, 197) for at in Y],
            [Edge(at, 103, 137) for at in X],
            [LEFT_ABOVE, RIGHT_ABOVE, LEFT_BELOW, RIGHT_BELOW],
            id="edges that end three points before others",
        ),
        pytest.param(
            [LEVEL[0], LEVEL[1], Edge(140, 3.5, 200)], UPRIGHT, [LEFT_ABOVE, RIGHT_ABOVE, RIGHT_BELOW], id="a gap left"
        ),
        pytest.param(
            [LEVEL[0], LEVEL[1], Edge(140, 0, 196.5)], UPRIGHT, [LEFT_ABOVE, RIGHT_ABOVE, LEFT_BELOW], id="a gap right"
        ),
        pytest.param(
            LEVEL, [*UPRIGHT[:2], Edge(200, 103.5, 140)], [LEFT_ABOVE, LEFT_BELOW, RIGHT_BELOW], id="a gap above"
        ),
        pytest.param(
            LEVEL, [*UPRIGHT[:2], Edge(200, 100, 136.5)], [LEFT_ABOVE, RIGHT_ABOVE, LEFT_BELOW], id="a gap below"
        ),
        pytest.param(LEVEL, UPRIGHT[:1], [], id="one upright"),
    ],
)
def test_cells_have_a_crossing_at_each_corner_and_an_edge_along_each_side(
    level: Sequence[Edge], upright: Sequence[Edge], told: list[BoundingBox]
) -> None:
    assert crossed(level, upright) == told


def test_cells_that_share_a_corner_are_one_grid() -> None:
    def groups(*boxes: BoundingBox) -> list[list[BoundingBox]]:
        return sorted(sorted(group) for group in _connected(boxes))

    assert groups(LEFT_ABOVE, RIGHT_BELOW) == [[LEFT_ABOVE, RIGHT_BELOW]]
    assert groups(RIGHT_ABOVE, LEFT_BELOW) == [[LEFT_BELOW, RIGHT_ABOVE]]
    assert groups(LEFT_ABOVE, LEFT_BELOW, RIGHT_BELOW) == [[LEFT_ABOVE, LEFT_BELOW, RIGHT_BELOW]]
    assert groups(LEFT_ABOVE, box(0, 160, 100, 180)) == [[LEFT_ABOVE], [box(0, 160, 100, 180)]]
    assert groups(LEFT_ABOVE, box(100, 105, 200, 115)) == [[LEFT_ABOVE], [box(100, 105, 200, 115)]]


def test_cells_stand_in_the_rows_and_columns_of_their_grid() -> None:
    assert _grid([LEFT_BELOW, RIGHT_BELOW, box(0, 100, 200, 120)]) == Grid(
        X, Y, (Slot(0, 0, 1, 2), Slot(1, 0, 1, 1), Slot(1, 1, 1, 1))
    )
    tall = _grid([box(0, 100, 100, 140), RIGHT_ABOVE, RIGHT_BELOW])
    assert tall.slots == (Slot(0, 0, 2, 1), Slot(0, 1, 1, 1), Slot(1, 1, 1, 1))
    assert tall.box == box(0, 100, 200, 140)


@pytest.mark.parametrize(("width", "slots"), [(6.5, 3), (6, 2)])
def test_no_cell_is_narrower_than_a_letter(width: float, slots: int) -> None:
    across = _grid([box(0, 0, 100, 20), box(100, 0, 100 + width, 20), box(100 + width, 0, 200, 20)])
    assert len(across.slots) == slots
    down = _grid([box(0, 0, 20, 100), box(0, 100, 20, 100 + width), box(0, 100 + width, 20, 200)])
    assert len(down.slots) == slots


def rows_of(*rows: tuple[float, ...]) -> Grid:
    """The grid of rows whose cells end at these places."""
    return _grid([box(x0, 20 * row, x1, 20 * row + 20) for row, ends in enumerate(rows) for x0, x1 in pairwise(ends)])


@pytest.mark.parametrize(
    ("rows", "x"),
    [
        pytest.param([(0, 90, 200), (0, 100, 200), (0, 100, 200)], (0, 100, 200), id="that of the heads"),
        pytest.param([(0, 100, 200), (0, 90, 200), (0, 90, 200)], (0, 90, 200), id="on the other side"),
        pytest.param([(0, 84, 200), (0, 100, 200), (0, 100, 200)], (0, 84, 100, 200), id="too far off"),
        pytest.param([(0, 90, 200), (0, 90, 100, 200), (0, 100, 200)], (0, 90, 100, 200), id="round a narrow cell"),
    ],
)
def test_a_border_that_is_set_off_in_some_rows_is_one(rows: list[tuple[float, ...]], x: tuple[float, ...]) -> None:
    found = rows_of(*rows)
    assert found.x == x
    assert len(x) > 3 or found.slots == tuple(Slot(row, column, 1, 1) for row in range(3) for column in range(2))


def test_places_that_are_near_are_one() -> None:
    assert _places([6.5, 0, 13, 0]) == [0, 6.5, 13]
    assert _places([6, 0, 12]) == [0, 12]
    assert [_place([0, 10, 20], at) for at in (-5, 4, 6, 30)] == [0, 0, 1, 2]


# ---------------------------------------------------------------------------------------------------------------- grids


def test_a_grid_has_two_rows_and_two_columns_at_least() -> None:
    assert list(_grids(LEVEL, UPRIGHT)) == [WHOLE]
    assert list(_grids(LEVEL[:2], UPRIGHT)) == []
    assert list(_grids(LEVEL, UPRIGHT[:2])) == []


def test_on_a_page_of_more_edges_than_a_table_has_only_the_long_ones_count() -> None:
    short = [Edge(300 + 5.0 * place, 0, 50) for place in range(1494)]
    small = [Edge(at, 100, 160) for at in (110, 120, 130)], [Edge(at, 110, 130) for at in (100, 130, 160)]
    assert len(list(_grids(small[0] + short, small[1]))) == 1
    assert list(_grids(small[0] + short + short[:1], small[1])) == []
    level, upright = [Edge(at, 0, 61) for at in (10, 80, 150)], [Edge(at, 10, 150) for at in (0, 30, 61)]
    assert len(list(_grids([*level, *short, *short[:1]], upright))) == 1
    assert list(_grids([Edge(at, 0, 60) for at in (10, 80, 150)] + short + short[:1], upright)) == []


def pieces(y: float, *x: float) -> list[BoundingBox]:
    """A rule in pieces that end at these places."""
    return [box(start, y - 0.5, end, y + 0.5) for start, end in pairwise(x)]


def open_grids(*rules: BoundingBox) -> list[tuple[Sequence[float], Sequence[float], int]]:
    return [(grid.x, grid.y, len(grid.slots)) for grid in grids(page(rules)) if grid.open]


THREE_RULES = [*pieces(100, *X), *pieces(120, *X), *pieces(140, *X)]


def test_rules_in_pieces_make_a_grid_that_is_open() -> None:
    assert open_grids(*THREE_RULES) == [(X, Y, 4)]
    assert open_grids(*pieces(100, 0, 200), *pieces(120, 0, 200), *pieces(140, 0, 200)) == []


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        pytest.param(pieces(160, *X), 3, id="in the same pieces"),
        pytest.param(pieces(160, 0, 102.5, 200), 3, id="in about the same"),
        pytest.param(pieces(160, 0, 103, 200), 2, id="in others"),
        pytest.param([box(0, 159.5, 100, 160.5), box(102.5, 159.5, 200, 160.5)], 3, id="with a small gap"),
        pytest.param([box(0, 159.5, 100, 160.5), box(103, 159.5, 200, 160.5)], 2, id="with a gap"),
        pytest.param(pieces(160, 0, 200), 2, id="in one piece"),
    ],
)
def test_rules_of_one_table_have_their_pieces_at_the_same_places(rule: list[BoundingBox], rows: int) -> None:
    (found,) = open_grids(*THREE_RULES, *rule)
    assert len(found[1]) - 1 == rows


def test_a_rule_in_one_piece_parts_rows_where_it_goes_from_side_to_side() -> None:
    outer = [*pieces(100, *X), *pieces(140, *X)]
    for x0, x1, rows in ((0, 200, 2), (2.5, 197.5, 2), (3, 200, 1), (0, 197, 1), (0, 90, 1)):
        found = list(_pieced(page([*outer, box(x0, 119.5, x1, 120.5)])))
        assert sum(edge.at == 120 for level, _ in found for edge in level) == rows - 1
    found = list(_pieced(page([*outer, box(0, 159.5, 200, 160.5), box(0, 79.5, 200, 80.5)])))
    assert {edge.at for level, _ in found for edge in level} == {100, 140}


@pytest.mark.parametrize(("width", "count"), [(15.0, 0), (15.5, 1)])
def test_pieces_are_longer_than_a_word(width: float, count: int) -> None:
    x = (0, width, 2 * width)
    assert len(list(_pieced(page([*pieces(100, *x), *pieces(120, *x)])))) == count


def test_the_ends_of_pieces_make_uprights() -> None:
    lines = [[Edge(100, 0, 100), Edge(100, 101, 200)], [Edge(140, 0, 102), Edge(140, 102, 200)]]
    level, upright = _edges_of_pieces(lines, [Edge(120, 0, 200), Edge(100, 0, 200), Edge(140, 0, 200)])
    assert upright == [
        Edge(0, 100, 140),
        Edge(101.25, 100, 140),
        Edge(200, 100, 140),
        Edge(0, 100, 140),
        Edge(200, 100, 140),
    ]
    assert level == [*lines[0], *lines[1], Edge(120, 0, 200), Edge(140, 0, 200)]


def test_uprights_are_apart_where_ends_of_pieces_are() -> None:
    _, upright = _edges_of_pieces(
        [[Edge(100, 0, 100), Edge(100, 102, 200)], [Edge(140, 0, 104), Edge(140, 104, 200)]], []
    )
    assert [edge.at for edge in upright[:-2]] == [0, 102.5, 200]
    for x, count in ((103.0, 4), (102.5, 3)):
        _, upright = _edges_of_pieces(
            [[Edge(100, 0, 100), Edge(100, x, 200)], [Edge(140, 0, 100), Edge(140, x, 200)]], []
        )
        assert len(upright) - 2 == count


def test_two_tables_of_pieces_are_two_grids() -> None:
    other = [*pieces(200, 0, 60, 200), *pieces(220, 0, 60, 200), *pieces(240, 0, 60, 200)]
    assert open_grids(*THREE_RULES, *other) == [(X, Y, 4), ((0, 60, 200), (200, 220, 240), 4)]


@pytest.mark.parametrize(
    ("other", "overlaps"),
    [
        pytest.param(box(96.5, 0, 200, 100), True, id="by more than three points"),
        pytest.param(box(97, 0, 200, 100), False, id="by three points across"),
        pytest.param(box(0, 97, 100, 200), False, id="by three points down"),
        pytest.param(box(200, 0, 300, 100), False, id="not at all"),
    ],
)
def test_grids_overlap(other: BoundingBox, overlaps: bool) -> None:
    assert _overlap(box(0, 0, 100, 100), other) is overlaps


def test_grounds_are_cells_where_no_rules_part_them() -> None:
    grounds = [box(0, 100, 100, 120), box(100, 100, 200, 120), box(0, 120, 100, 140), box(100, 120, 200, 140)]
    assert grids(page(areas=grounds)) == [WHOLE]
    assert grids(page(lines(X, Y), areas=[box(0, 100, 50, 110)])) == [WHOLE]
    lower = [each._replace(top=each.top + 100, bottom=each.bottom + 100) for each in grounds]
    both = grids(page(lines(X, Y), areas=lower))
    assert [found.y for found in both] == [Y, (200, 220, 240)]
    upper = [each._replace(top=each.top - 60, bottom=each.bottom - 60) for each in grounds]
    assert [found.y for found in grids(page(lines(X, Y), areas=upper))] == [(40, 60, 80), Y]


def test_grounds_beside_a_grid_of_rules_take_nothing_of_it() -> None:
    beside = [box(200, 100, 300, 120), box(200, 120, 300, 140)]
    assert grids(page(lines(X, Y), areas=beside)) == [WHOLE]


def test_rules_in_pieces_within_a_grid_are_none_of_their_own() -> None:
    assert grids(page([*lines(X, Y), *pieces(110, 20, 60, 90), *pieces(130, 20, 60, 90)])) == [WHOLE]
