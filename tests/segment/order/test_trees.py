"""When a page's structure tree is trusted, and what order, columns and tables it then decides."""

from collections.abc import Sequence

import pytest

from pipeline.model import Tag
from pipeline.segment.elements import Item
from pipeline.segment.lines.baselines import Line
from pipeline.segment.order import structure_tree
from pipeline.segment.order.structure_tree import in_tree_order, tagged_tables, trusted
from tests.segment.placed import divider, line, panel, table, texts

Pair = pytest.mark.parametrize


def tagged(text: str, rank: int, x: float = 0, top: float = 0, **told: int) -> Line:
    """A line with its place in the tree; none where that is 0."""
    return line(text, x, top, tag=Tag(rank, **told) if rank else None)


def trusts(*lines: Line) -> bool:
    return [held.tag for held in trusted(panel(*lines)).lines] == [held.tag for held in lines]


# ----------------------------------------------------------------------------------------------------------- agreement


@Pair(
    ("lines", "found"),
    [
        ([tagged("w" * 9, 1), tagged("w", 0, 0, 12)], True),
        ([tagged("w" * 8, 1), tagged("w", 0, 0, 12)], False),
        ([tagged("w" * 3, 1), tagged("w" * 3, 2, 0, 12, heading=1)], False),
        ([tagged("w" * 4, 1), tagged("w" * 3, 2, 0, 12, heading=1)], True),
        ([tagged("a", 2), tagged("b", 1, 0, 12)], False),
        ([tagged("a", 1), tagged("b", 1, 0, 12)], True),
        ([tagged("a", 2), tagged("b", 1, 4, 12)], True),
        ([tagged("a", 2), tagged("b", 1, 3.75, 12)], False),
        ([tagged("a", 2, 4), tagged("b", 1, 0, 12)], True),
        ([tagged("a", 2, 3.75), tagged("b", 1, 0, 12)], False),
        ([tagged("a", 2), tagged("b", 3, 0, 12), tagged("c", 1, 100, 24)], True),
        ([tagged("b", 1, 0, 12), tagged("a", 2)], False),
        ([tagged("w" * 30, 1), tagged("a", 3, 0, 12), tagged("b", 2, 50, 12)], True),
        ([tagged("w" * 30, 2), tagged("a", 3, 0, 12), tagged("b", 1, 50, 12)], False),
    ],
)
def test_a_tree_agrees_that_covers_the_text_and_reads_down(lines: list[Line], found: bool) -> None:
    assert trusts(*lines) is found


def test_grounds_are_asked_one_by_one() -> None:
    inner = panel(tagged("in", 1, 0, 12))
    outer = panel(tagged("out", 2), panels=(inner,))
    assert trusted(outer).panels[0].lines[0].tag == Tag(1)
    wrong = panel(tagged("a", 9), tagged("b", 8, 0, 12))
    changed = trusted(panel(tagged("out", 2), panels=(panel(tagged("x", 3), panels=(wrong,)),)))
    assert [held.tag for held in changed.every()] == [None, None, None, None]


def test_the_nearest_line_above_is_one_of_the_sixty_before() -> None:
    beside = [tagged("b", 5, 20 + 10 * n, 1) for n in range(60)]
    assert not trusts(tagged("a", 9), *beside[:59], tagged("c", 8, 0, 12))
    assert trusts(tagged("a", 9), *beside, tagged("c", 8, 0, 12))


# --------------------------------------------------------------------------------------------------------------- order


def side(*ranks: int, x: float = 0, width: int = 4, pitch: float = 12) -> list[Item]:
    """Lines of so many letters, known by their ranks."""
    return [tagged(f"{rank}".zfill(width), rank, x, pitch * n) for n, rank in enumerate(ranks)]


def order(left: Sequence[Item], right: Sequence[Item]) -> list[list[int]] | None:
    """The parts as the ranks of their lines."""
    parts = in_tree_order(left, right)
    return parts and [[rank for item in part for rank in structure_tree._ranks(item)] for part in parts]


@Pair(
    ("left", "right", "parts"),
    [
        (side(1, 2), side(3, 4, x=50), [[1, 2], [3, 4]]),
        (side(1, 3), side(3, 4, x=50), [[1, 3], [3, 4]]),
        (side(3, 4), side(1, 2, x=50), None),
        (side(3, 4, width=10), side(1, 2, x=80, width=6), [[1, 2], [3, 4]]),
        (side(3, 4, width=10), side(1, 2, x=80, width=7), None),
        (side(3, 4, width=6), side(1, 2, x=80, width=10), [[1, 2], [3, 4]]),
        (side(3, 4, width=10), side(1, 3, x=80, width=6), None),
        (side(0, 0), side(1, 2, x=50), None),
        (side(1, 2), side(0, 0, x=50), None),
        (side(2, 2), side(2, 2, x=50), None),
        (side(1, 1), side(2, 2, x=50), [[1, 1], [2, 2]]),
        (side(1, 3, pitch=40), side(2, 4, x=50, pitch=40), [[1, 2], [3, 4]]),
        (side(1, 3, pitch=12), side(2, 4, x=50, pitch=12), None),
        (side(2, 4, pitch=40), side(1, 3, x=50, pitch=40), [[2, 1], [4, 3]]),
        (side(1, 4, 5, pitch=40), side(2, 3, 6, x=50, pitch=40), [[1, 2], [4, 3], [5, 6]]),
        (side(1, 3, 6, pitch=40), side(2, 4, 5, x=50, pitch=40), [[1, 2], [3, 4], [6, 5]]),
    ],
)
def test_columns_rows_and_sidebars_come_as_the_tree_reads_them(
    left: list[Item], right: list[Item], parts: list[list[int]] | None
) -> None:
    assert order(left, right) == parts


def test_a_sentence_that_runs_over_keeps_its_columns() -> None:
    left = [tagged("goes on " + "w" * 20, 3)]
    assert order(left, [tagged("to the end", 1, 200)]) is None
    assert order(left, [tagged("To the end", 1, 200)]) == [[1], [3]]
    assert order([tagged("goes on " + "w" * 20 + ".", 3)], [tagged("to the end", 1, 200)]) == [[1], [3]]
    ends = [tagged("goes on " + "w" * 20, 3), tagged("and ends.", 4, 0, 12)]
    assert order(ends, [tagged("to the end", 1, 200)]) == [[1], [3, 4]]
    assert order(ends[::-1], [tagged("to the end", 1, 200)]) == [[1], [4, 3]]
    begins = [tagged("to the end", 2, 200, 12), tagged("Up", 1, 200)]
    assert order(left, begins) == [[2, 1], [3]]
    assert order([*left, panel(tagged("wages.", 4, 0, 12))], [tagged("to the end", 1, 200)]) is None
    assert order([panel(tagged("w" * 30, 3))], [tagged("to the end", 1, 200)]) == [[1], [3]]


def test_all_that_an_item_holds_has_its_place() -> None:
    held = panel(tagged("a", 1), panels=(panel(tagged("b", 4)),))
    rows = table([tagged("c", 2), tagged("d", 3, 50)])
    items: list[Item] = [tagged("e", 5), held, rows, divider(0, 9, 0), tagged("f", 0)]
    assert [list(structure_tree._ranks(item)) for item in items] == [[5], [1, 4], [2, 3], [], []]


def rows(left: Sequence[Item], right: Sequence[Item]) -> list[object]:
    return texts(list(structure_tree._rows(left, right)))


@Pair(
    ("lower", "parts"),
    [
        ([tagged("c", 3, 0, 40)], [["a", "b"], ["c"]]),
        ([tagged("c", 3, 0, 17.75)], [["a", "b", "c"]]),
        ([tagged("c", 3, 0, 18)], [["a", "b"], ["c"]]),
        ([tagged("c", 2, 0, 40)], [["a", "b", "c"]]),
        ([tagged("c", 3, 0, 40), tagged("d", 4, 0, 80)], [["a", "b"], ["c"], ["d"]]),
        ([tagged("c", 4, 0, 40), tagged("d", 3, 0, 80)], [["a", "b"], ["c", "d"]]),
        ([tagged("c", 0, 0, 40), tagged("d", 3, 0, 80)], [["a", "b"], ["c"], ["d"]]),
        ([tagged("c", 0, 0, 40), tagged("d", 2, 0, 80)], [["a", "b", "c", "d"]]),
    ],
)
def test_rows_end_where_white_goes_through_and_the_tree_goes_on(lower: list[Item], parts: list[object]) -> None:
    assert rows([tagged("a", 1), *lower], [tagged("b", 2, 50)]) == parts


def test_no_row_ends_within_what_stands_beside_it() -> None:
    tall = line("b", 50, 0, 30, tag=Tag(2))
    assert rows([tagged("a", 1), tagged("c", 3, 0, 28.75)], [tall]) == [["a", "b", "c"]]
    assert rows([tagged("a", 1), tagged("c", 3, 0, 29)], [tall]) == [["a", "b"], ["c"]]
    paragraph = [tagged("b", 2, 50), tagged("c", 2, 50, 17), tagged("d", 4, 50, 60)]
    assert rows([tagged("a", 1), tagged("e", 3, 0, 14), tagged("f", 5, 0, 70)], paragraph) == [
        ["a", "b", "e", "c"],
        ["d"],
        ["f"],
    ]
    level = line("b", 50, 20, 30, tag=Tag(3))
    assert rows([tagged("a", 1), tagged("c", 4, 0, 60)], [level]) == [["a"], ["b"], ["c"]]
    assert rows([tagged("a", 1), tagged("c", 2, 0, 21)], [level]) == [["a"], ["b", "c"]]
    assert rows([tagged("a", 1), tagged("e", 3, 0, 26)], paragraph[:2]) == [["a", "b", "c"], ["e"]]
    assert rows([tagged("a", 1), tagged("e", 3, 0, 25.75)], paragraph[:2]) == [["a", "b", "c", "e"]]


# -------------------------------------------------------------------------------------------------------------- tables


def cell(text: str, row: int, x: float = 0, top: float = 0, heading: int = 0) -> Line:
    return tagged(text, row, x, top, heading=heading, row=row)


TWO = [cell("a", 1), cell("b", 1, 50), cell("c", 2, 0, 12), cell("d", 2, 50, 12)]


@Pair(
    ("lines", "found"),
    [
        (TWO, [["table", "a", "b", "c", "d"]]),
        (TWO[:2], []),
        ([*TWO[:2], cell("c", 2, 0, 12)], []),
        ([*TWO, cell("e", 3, 0, 24)], [["table", "a", "b", "c", "d", "e"]]),
        ([*TWO[:2], cell("c", 2, 0, 9), cell("d", 2, 50, 9)], [["table", "a", "b", "c", "d"]]),
        ([*TWO[:2], cell("c", 2, 0, 8.75), cell("d", 2, 50, 9)], []),
        ([*TWO[:2], cell("c", 2, 0, 12), cell("d", 2, 0, 24)], []),
        ([*TWO[:3], cell("d", 2, 50, 12, heading=1)], []),
        ([*TWO[:2], cell("c", 3, 0, 12), cell("d", 3, 50, 12)], []),
        (
            [*TWO, cell("e", 4, 0, 24), cell("f", 4, 50, 24), cell("g", 5, 0, 36), cell("h", 5, 50, 36)],
            [["table", "a", "b", "c", "d"], ["table", "e", "f", "g", "h"]],
        ),
        ([TWO[3], TWO[1], TWO[2], TWO[0]], [["table", "a", "b", "c", "d"]]),
        ([*TWO, tagged("e", 3, 0, 24), line("f", 0, 36)], [["table", "a", "b", "c", "d"]]),
        ([], []),
    ],
)
def test_rows_of_the_tree_are_tables_that_geometry_can_see(lines: list[Line], found: list[object]) -> None:
    assert texts(tagged_tables(lines)) == found


def test_columns_of_text_are_no_rows() -> None:
    """A table that is there for the layout."""
    prose = [cell("and wages go on in the", 2, 200, 12 * n) for n in range(1, 8)]
    left = [cell("where plans go on with", 2, 0, 12 * n) for n in range(1, 8)]
    upper = [cell("a", 1), cell("b", 1, 200)]
    assert tagged_tables([*upper, *prose, *left]) == []
    assert len(tagged_tables([*upper, prose[0], left[0]])) == 1
