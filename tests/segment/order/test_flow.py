"""A panel in reading order: columns, rows over their gutters, lines and rows of one column."""

from collections.abc import Sequence

import pytest

from pipeline.model import Tag
from pipeline.segment.elements import Item
from pipeline.segment.lines.baselines import Line
from pipeline.segment.order import xy_cut
from pipeline.segment.order.bands import Headings
from pipeline.segment.order.xy_cut import Flow, flow
from pipeline.segment.tables.cells import Table
from pipeline.segment.typography import Typography
from tests.segment.placed import BOLD, TYPE, divider, line, panel, table, texts

Pair = pytest.mark.parametrize
PLAIN = Typography(TYPE, TYPE)


def told(items: Sequence[object]) -> list[object]:
    return [["flow", *told(item.items)] if isinstance(item, Flow) else texts([item])[0] for item in items]


def ordered(*items: Item) -> list[object]:
    return texts(list(xy_cut._ordered(items, Headings(PLAIN))))


def column(*words: str, x: float = 0, top: float = 0) -> list[Line]:
    return [line(text, x, top + 12 * n) for n, text in enumerate(words)]


LEFT = column("wages go on", "in the north", "and so on.")
RIGHT = column("Plans go on", "in the south", "and so on.", x=100)


@Pair(
    ("gap", "told"),
    [(20, ["a b"]), (20.25, [["table", "a", "b"]])],
)
def test_lines_beside_each_other_are_a_row_if_they_stand_two_ems_apart(gap: float, told: list[object]) -> None:
    parts = [line("b", 5 + gap), line("a")]
    assert texts([xy_cut._joined(parts)]) == told
    assert isinstance(xy_cut._joined(parts), Table) is (gap > 20)
    large = [line("a", 0, 0, 20), line("b", 10 + 2 * gap, 8)]
    assert isinstance(xy_cut._joined(large), Table) is (gap > 20)


def test_what_is_joined_goes_from_left_to_right() -> None:
    assert texts([xy_cut._joined([line("c", 40), line("a"), line("b", 20)])]) == ["a b c"]


def test_the_items_of_a_column_come_from_top_to_bottom() -> None:
    rows, ground = table([line("d", 0, 40), line("e", 50, 40)]), panel(line("f", 0, 60))
    items = [line("a"), line("b", 15), divider(0, 90, 11), line("c", 0, 20), rows, ground, line("g", 0, 90)]
    assert texts(list(xy_cut._down(items))) == ["a b", "c", ["table", "d", "e"], ["panel", "f"], "g"]
    assert texts(list(xy_cut._down([line("a"), line("b", 0, 12)]))) == ["a", "b"]
    assert list(xy_cut._down([])) == []
    assert texts(list(xy_cut._down([line("a"), line("b", 15, 3), line("c", 30, 6)]))) == ["a b c"]


@Pair(
    ("items", "one"),
    [
        ([line("a"), line("b", 25)], True),
        ([line("a"), line("b", 25.25)], False),
        ([line("b", 25), line("a")], True),
        ([line("a"), line("b", 25, 3.5)], True),
        ([line("a"), line("b", 25, 3.75)], False),
        ([line("a"), panel(line("b", 25))], False),
        ([line("a"), divider(0, 90, 5), line("b", 25)], True),
        ([line("a"), line("b", 25), line("c", 50)], True),
        ([line("a"), line("b", 25), line("c", 50.25)], False),
        ([line("a"), line("b", 25, 2), line("c", 50, 4)], False),
        ([line("a", 0, 2), line("b", 25), line("c", 50, 4)], True),
    ],
)
def test_parts_of_one_line_that_stands_alone(items: list[Item], one: bool) -> None:
    assert xy_cut._is_one_line(items) is one


def test_columns_come_one_after_the_other() -> None:
    assert ordered(*RIGHT, *LEFT) == [held.text for held in (*LEFT, *RIGHT)]
    over, under = line("w" * 40, 0, -20), line("w" * 40, 0, 60)
    assert ordered(*RIGHT, *LEFT, under, over) == [held.text for held in (over, *LEFT, *RIGHT, under)]
    assert ordered() == []


@Pair(
    ("above", "below", "crosses"),
    [
        (["Alder"], [], True),
        (["wages", "Alder"], [], True),
        (["Alder", "wages"], [], False),
        (["wages"], [], False),
        ([], ["Alder"], True),
        ([], ["Alder", "wages"], True),
        ([], ["wages", "Alder"], False),
    ],
)
def test_a_short_heading_crosses_a_gutter_where_another_does(above: list[str], below: list[str], crosses: bool) -> None:
    """Right above or below the band; the words beside the band are read before it, or after all of the left side."""

    def wide(texts: list[str], top: float) -> list[Line]:
        style = {"Alder": BOLD, "wages": TYPE}
        return [line(f"{text} {'w' * 40}", 0, top + 20 * n, 10, style=style[text]) for n, text in enumerate(texts)]

    left = [*column("goes."), line("Birch", 0, 20, 10, style=BOLD), *column("left", top=40)]
    found = ordered(*wide(above, -50), *left, line("over.", 100, 0), *wide(below, 70))
    told = [text for text in found if " " not in str(text)]
    assert told == (["goes.", "over.", "Birch", "left"] if crosses else ["goes.", "Birch", "left", "over."])


def test_rows_of_panels_and_side_panels_are_read_for_themselves() -> None:
    row = [panel(line(text, x, 20)) for text, x in (("one", 0), ("two", 100), ("three", 200))]
    text = line("w" * 60, 0, 50)
    assert ordered(*row, text) == [["panel", "one"], ["panel", "two"], ["panel", "three"], "w" * 60]
    left, right = panel(line("left", -100)), panel(line("right", 300))
    assert ordered(right, *LEFT, *RIGHT, left) == [
        ["panel", "left"],
        *(held.text for held in (*LEFT, *RIGHT)),
        ["panel", "right"],
    ]


def test_a_sidebar_comes_as_the_tree_reads_it() -> None:
    side = [line(text, 0, top, tag=Tag(9)) for text, top in (("aside", 0), ("on.", 12))]
    main = [line(text, 100, top, tag=Tag(1)) for text, top in (("Wages go on and on", 0), ("in the north.", 12))]
    assert ordered(*side, *main) == ["Wages go on and on", "in the north.", "aside", "on."]


def test_a_grid_is_read_across() -> None:
    heads = [
        line(text, x, top, 12, style=BOLD)
        for text, x, top in (("A", 0, 0), ("B", 0, 60), ("C", 100, 0), ("D", 100, 60))
    ]
    body = [
        line(text, x, top)
        for text, x, top in (("a.", 0, 20), ("b.", 0, 80), ("c.", 100, 20), ("c.", 100, 32), ("d.", 100, 80))
    ]
    assert ordered(*heads, *body) == ["A", "a.", "C", "c.", "c.", "B", "b.", "D", "d."]


def test_a_panel_is_a_flow_with_flows_and_tables_in_it() -> None:
    inner = panel(line("In a panel.", 0, 100))
    rows = table([line("a", 0, 60), line("b", 150, 60)])
    found = flow(panel(*LEFT, *RIGHT, panels=(inner,), tables=(rows,)), PLAIN)
    assert told(found.items) == [
        *(held.text for held in (*LEFT, *RIGHT)),
        ["table", "a", "b"],
        ["flow", "In a panel."],
    ]
    assert found.box == panel(*LEFT, *RIGHT).box


def test_lines_of_tables_are_outside_the_text() -> None:
    rows = table([line("a"), line("b", 50)])
    rest = line("goes", 0, 40)
    assert xy_cut._outside([*rows.lines, rest], [rows]) == [rest]
    assert xy_cut._outside([*rows.lines, rest], []) == [*rows.lines, rest]


def test_statistics_are_grounds_of_their_own() -> None:
    """Read column by column, and not again as lines."""
    figures = [line("65%", 0, 0, 20), line("41%", 100, 0, 20)]
    captions = [line("of homes", 0, 24), line("of schools", 100, 24)]
    found = flow(panel(*figures, *captions, *column("Wages go on in the north", "and so on.", top=80)), PLAIN)
    assert told(found.items)[:2] == [["flow", "65%", "of homes"], ["flow", "41%", "of schools"]]
    assert len(found.items) == 4


def test_tables_of_every_kind_leave_the_text() -> None:
    tags = [line(text, x, top, tag=Tag(n, 0, n)) for n, top in ((1, 0), (2, 12)) for text, x in (("a", 0), ("b", 100))]
    assert told(flow(panel(*tags), PLAIN).items) == [["table", "a", "b", "a", "b"]]
    open_rows = [
        line(text, x, 14 * n)
        for n, row in enumerate(
            (("Crop", "2022", "2023"), ("Wheat", "120", "150"), ("Rice", "80", "95"), ("Maize", "60", "75"))
        )
        for text, x in zip(row, (0, 100, 150), strict=True)
    ]
    (found,) = flow(panel(*open_rows), PLAIN).items
    assert isinstance(found, Table)
    assert (found.rows, found.columns) == (4, 3)
