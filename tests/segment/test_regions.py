"""Which areas, pictures and frames are grounds of their own, which are bars and stripes, and what parts text."""

from typing import Any

import pytest

from pipeline.model import Area, BoundingBox, Page, Rule
from pipeline.segment import regions
from pipeline.segment.lines.stretches import Stretch
from pipeline.segment.regions import Panel
from tests.segment.placed import BOLD, TYPE, divider, line, panel, sized, stretch, table, texts

Pair = pytest.mark.parametrize
Box = BoundingBox


def page(**drawn: Any) -> Page:
    """A page of 600 by 800 points with what is drawn on it."""
    boxes = {
        "areas": tuple(Area(box, "#eeeeee") for box in drawn.get("areas", ())),
        "rules": tuple(map(Rule, drawn.get("rules", ()))),
    }
    return Page(1, 600, 800, (), **{key: tuple(value) for key, value in drawn.items()} | boxes)  # type: ignore[arg-type]


def words(*places: tuple[str, float, float], size: float = 10) -> list[Stretch]:
    """Texts that begin at x and the top of their line."""
    return [stretch(text, x, top + 0.8 * size, sized(size)) for text, x, top in places]


def tree(held: Panel) -> list[object]:
    """The lines of a panel, and the panels within it as lists."""
    return [*sorted(found.text for found in held.lines), *map(tree, held.panels)]


def read(runs: list[Stretch], **drawn: Any) -> list[object]:
    return tree(regions._tree(page(**drawn), runs, []))


TWO = words(("wage", 100, 100), ("goes", 100, 112))
OUT = words(("out", 100, 300))


# ------------------------------------------------------------------------------------------------------------- records


def test_a_panel_knows_all_that_is_on_it() -> None:
    inner = panel(line("in"), tables=(table([line("a"), line("b")]),))
    outer = panel(line("out"), panels=(inner,), tables=(table([line("c"), line("d")]),))
    assert texts(outer.every()) == ["out", "in"]
    assert texts(outer.all_tables()) == [["table", "c", "d"], ["table", "a", "b"]]


def test_a_panel_without_all_its_lines_is_gone() -> None:
    whole = panel(line("a"), line("b"), panels=(panel(line("b")), panel(line("c"))))
    changed = whole.changed(lambda held: None if held.text == "b" else held)
    assert tree(changed) == ["a", ["c"]]
    held = panel(line("b"), tables=(table([line("c"), line("d")]),))
    outer = panel(line("b"), panels=(panel(line("a")),))
    kept = panel(line("x"), panels=(held, outer)).changed(lambda held: None if held.text == "b" else held)
    assert [tree(each) for each in kept.panels] == [[], [["a"]]]


# ------------------------------------------------------------------------------------------------------------- grounds


@Pair(
    ("drawn", "told"),
    [
        ({"areas": [Box(90, 90, 150, 130)]}, ["out", ["goes", "wage"]]),
        ({"pictures": [Box(90, 90, 150, 130)]}, ["out", ["goes", "wage"]]),
        ({"frames": [Box(90, 90, 150, 130)]}, ["out", ["goes", "wage"]]),
        ({"areas": [Box(100, 90, 124, 130)]}, ["out", ["goes", "wage"]]),
        ({"areas": [Box(100, 90, 123.75, 130)]}, ["goes", "out", "wage"]),
        ({"areas": [Box(104, 90, 150, 130)]}, ["out", ["goes", "wage"]]),
        ({"areas": [Box(104.25, 90, 150, 130)]}, ["goes", "out", "wage"]),
        ({"areas": [Box(116, 90, 150, 130)]}, ["goes", "out", "wage"]),
        ({"areas": [Box(90, 108, 150, 120)]}, ["out", ["goes", "wage"]]),
        ({"areas": [Box(90, 108.25, 150, 120)]}, ["goes", "out", "wage"]),
        ({"areas": [Box(90, 90, 150, 119.75)]}, ["goes", "out", "wage"]),
        ({"areas": [Box(0, 0, 600, 800)]}, ["goes", "out", "wage"]),
        ({"frames": [Box(90, 90, 150, 111)]}, ["goes", "out", "wage"]),
        ({"frames": [Box(90, 90, 150, 130), Box(151, 90, 200, 130)]}, ["goes", "out", "wage"]),
        ({"frames": [Box(90, 90, 150, 130)], "rules": [Box(80, 130, 160, 130)]}, ["goes", "out", "wage"]),
    ],
)
def test_what_holds_lines_whole_is_a_panel(drawn: dict[str, Any], told: list[object]) -> None:
    assert read([*TWO, *OUT], **drawn) == told


def test_a_ground_that_cuts_a_run_is_none() -> None:
    long = words(("wages goes onto", 100, 124))
    assert read([*TWO, *long], areas=[Box(90, 90, 125, 140)]) == ["goes", "wage", "wages goes onto"]
    assert read([*TWO, *long], areas=[Box(90, 90, 115, 120), Box(90, 90, 160, 140)]) == [
        "goes",
        "wage",
        "wages goes onto",
    ]


def test_each_run_is_in_the_smallest_ground_that_it_lies_on() -> None:
    inner = words(("in", 300, 100), ("deep", 300, 112))
    found = read([*TWO, *inner, *OUT], areas=[Box(90, 90, 400, 130), Box(290, 95, 350, 125)])
    assert found == ["out", ["goes", "wage", ["deep", "in"]]]


def test_of_grounds_over_each_other_the_smaller_has_what_lies_on_both() -> None:
    runs = words(("a", 100, 100), ("b", 100, 120), ("c", 100, 140), ("d", 100, 160), ("e", 100, 300))
    found = read(runs, areas=[Box(90, 95, 200, 152), Box(90, 135, 150, 175)])
    assert found == ["e", ["a", "b"], ["c", "d"]]


def test_a_ground_as_its_parent_is_no_panel() -> None:
    assert read([*TWO, *OUT], areas=[Box(90, 90, 150, 130), Box(91, 91, 149, 129)]) == ["out", ["goes", "wage"]]


@Pair(("lower", "deep"), [(105.25, True), (105, False)])
def test_a_ground_of_one_line_is_none(lower: float, deep: bool) -> None:
    runs = words(("wage", 100, 100), ("goes", 200, lower), ("out", 100, 300))
    assert read(runs, areas=[Box(90, 90, 250, 130)]) == (["out", ["goes", "wage"]] if deep else ["goes", "out", "wage"])


def test_a_page_is_the_panel_of_all_its_lines() -> None:
    whole = regions._tree(page(), TWO, [])
    assert (whole.box, whole.ground) == (Box(100, 100, 120, 122), Box(0, 0, 600, 800))
    assert regions._tree(page(), [], []).box == Box(0, 0, 600, 800)
    inner = regions._tree(page(areas=[Box(90, 90, 150, 130)]), [*TWO, *OUT], []).panels[0]
    assert (inner.box, inner.ground) == (Box(100, 100, 120, 122), Box(90, 90, 150, 130))


def test_tables_and_rules_are_on_the_ground_that_they_lie_on() -> None:
    inner, outer = table([line("a", 100, 115), line("b", 130, 115)]), table([line("c", 300, 400), line("d", 330, 400)])
    drawn = page(areas=[Box(90, 90, 150, 130)], rules=[Box(95, 111, 145, 111), Box(300, 200, 400, 200)])
    whole = regions._tree(drawn, [*TWO, *OUT], [inner, outer])
    assert [list(held.tables) for held in (whole, whole.panels[0])] == [[outer], [inner]]
    assert [[rule.box.x0 for rule in held.dividers] for held in (whole, whole.panels[0])] == [[300], [95]]
    assert whole.panels[0].box == Box(100, 100, 135, 125)


@Pair(
    ("inner", "within"),
    [
        (Box(9, 9, 51, 51), True),
        (Box(8.75, 9, 51, 51), False),
        (Box(9, 8.75, 51, 51), False),
        (Box(9, 9, 51.25, 51), False),
        (Box(9, 9, 51, 51.25), False),
    ],
)
def test_what_lies_within_may_jut_out_by_a_point(inner: BoundingBox, within: bool) -> None:
    assert regions._within(inner, Box(10, 10, 50, 50)) is within


# ----------------------------------------------------------------------------------------------------- bars and stripes


def stripe(*runs: Stretch, tall: float = 20, others: tuple[BoundingBox, ...] = ()) -> bool:
    """Whether a ground 200 points wide, with all of the runs on it, is that of a row."""
    ground = regions._Ground(Box(100, 100, 300, 100 + tall), frozenset(range(len(runs))))
    return regions._is_stripe(ground, [ground, *(regions._Ground(box, frozenset()) for box in others)], runs)


BESIDE = words(("a", 110, 100), ("b", 210, 100))
TWIN = Box(100, 130, 300, 150)


@Pair(
    ("runs", "others", "found"),
    [
        (BESIDE, (TWIN,), True),
        (BESIDE, (), False),
        (BESIDE[:1], (TWIN,), False),
        (words(("a", 110, 100), ("b", 110, 112)), (TWIN,), False),
        (BESIDE, (Box(103, 130, 303, 150),), False),
        (BESIDE, (Box(102, 130, 303.75, 150),), True),
        (BESIDE, (Box(97, 130, 303, 150),), False),
        (BESIDE, (Box(97.25, 130, 303, 150),), True),
        ([*BESIDE, *words(("c", 110, 160))], (TWIN,), True),
        ([*BESIDE, *words(("c", 110, 160.25))], (TWIN,), False),
        (words(("a", 110, 100), ("b", 210, 104.75)), (TWIN,), True),
        (words(("a", 110, 100), ("b", 210, 105)), (TWIN,), False),
        (words(("a", 110, 100), ("b", 110, 112), ("c", 210, 112)), (TWIN,), True),
    ],
)
def test_the_ground_of_a_row_is_low_with_cells_and_as_wide_as_another(
    runs: list[Stretch], others: tuple[BoundingBox, ...], found: bool
) -> None:
    assert stripe(*runs, others=others) is found


def heads(*texts: str, style: Any = TYPE, second: Any = None) -> list[Stretch]:
    styles = [style, second or style, style, style]
    return [stretch(text, 110 + 60 * n, 108, styles[n]) for n, text in enumerate(texts)]


THREE, FIRST = heads("Donor", "Sum", "Day"), words(("Mali", 110, 120), ("Chad", 170, 120))


def holds(held: list[Stretch], below: list[Stretch]) -> bool:
    ground = regions._Ground(Box(100, 95, 300, 115), frozenset(range(len(held))))
    return regions._holds_heads(ground, held, [*held, *below])


@Pair(
    ("held", "below", "found"),
    [
        (THREE, FIRST, True),
        (THREE[:2], FIRST, False),
        (THREE, FIRST[:1], False),
        (heads("Donor", "Sum", "Day", second=BOLD), FIRST, False),
        (heads("Donor", "Sum", "Day", second=sized(12)), FIRST, False),
        (heads("Donor", "Sum", "Day", second=TYPE._replace(colour="#ff0000")), FIRST, False),
        (heads("Donor", "Sum", "Day", second=sized(10.25)), FIRST, True),
        (heads("Donor", "Sum", "2,500"), FIRST, False),
        (THREE, words(("Mali", 110, 115), ("Chad", 170, 115)), True),
        (THREE, words(("Mali", 110, 114.75), ("Chad", 170, 114.75)), False),
        (THREE, words(("Mali", 110, 129.75), ("Chad", 170, 129.75)), True),
        (THREE, words(("Mali", 110, 130), ("Chad", 170, 130)), False),
        (THREE, words(("Mali", 110, 120), ("Chad", 170, 124.75)), True),
        (THREE, words(("Mali", 110, 120), ("Chad", 170, 125)), False),
        (THREE, words(("Mali", 170, 120), ("Chad", 110, 125)), False),
        (THREE, words(("Mali", 110, 120), ("Ch", 125, 120)), False),
        (THREE, words(("Mali", 110, 120), ("Ch", 160, 120)), False),
        (THREE, words(("Mali", 110, 120), ("Ch", 160.25, 120)), True),
        (THREE, words(("Mali", 110, 120), ("Ch", 185, 120)), False),
        (THREE, words(("Mali", 110, 120), ("Ch", 184.75, 120)), True),
        (THREE, [], False),
    ],
)
def test_heads_of_columns_stand_on_a_ground_over_their_first_row(
    held: list[Stretch], below: list[Stretch], found: bool
) -> None:
    assert holds(held, below) is found


def test_the_ground_of_heads_is_no_panel() -> None:
    drawn = page(areas=[Box(100, 95, 300, 115)])
    assert tree(regions._tree(drawn, [*THREE, *FIRST], [])) == ["Chad", "Day", "Donor", "Mali", "Sum"]


# -------------------------------------------------------------------------------------------------------------- rules


def dividers(*rules: BoundingBox, bars: tuple[BoundingBox, ...] = ()) -> list[tuple[float, float, float]]:
    grounds = [regions._Ground(bar, frozenset()) for bar in bars]
    return [(rule.box.x0, rule.box.x1, rule.box.top) for rule in regions._dividers(page(rules=rules), grounds)]


@Pair(
    ("rules", "found"),
    [
        ([Box(0, 50, 24, 50)], [(0, 24, 50)]),
        ([Box(0, 50, 23.75, 50)], []),
        ([Box(0, 50, 30, 80)], []),
        ([Box(0, 50, 30, 79.75)], [(0, 30, 50)]),
        ([Box(0, 50, 20, 50), Box(26, 50, 46, 50)], [(0, 46, 50)]),
        ([Box(0, 50, 20, 50), Box(26.25, 50, 46, 50)], []),
        ([Box(26, 50, 46, 50), Box(0, 50.25, 20, 50.25)], [(0, 46, 50)]),
        ([Box(0, 50, 30, 50), Box(30, 51, 60, 51)], [(0, 30, 50), (30, 60, 51)]),
        ([Box(0, 50, 30, 50), Box(30, 50, 60, 50), Box(60, 50, 90, 50)], [(0, 90, 50)]),
        ([Box(0, 50, 30, 50), Box(100, 50, 130, 50), Box(133, 50, 160, 50)], [(0, 30, 50), (100, 160, 50)]),
    ],
)
def test_a_rule_drawn_in_pieces_is_one(rules: list[BoundingBox], found: list[tuple[float, float, float]]) -> None:
    assert dividers(*rules) == found


def test_the_edges_of_a_bar_part_as_rules_do() -> None:
    assert dividers(bars=(Box(10, 50, 90, 70),)) == [(10, 90, 50), (10, 90, 70)]


def test_bars_behind_single_lines_part_what_is_above_and_below() -> None:
    whole = regions._tree(page(areas=[Box(90, 90, 150, 111)]), [*TWO, *OUT], [])
    assert (tree(whole), [rule.box.top for rule in whole.dividers]) == (["goes", "out", "wage"], [90, 111])


@Pair(
    ("rule", "crosses"),
    [
        (divider(0, 50, 8), False),
        (divider(0, 50, 8.25), True),
        (divider(0, 50, 22), False),
        (divider(0, 50, 21.75), True),
        (divider(50, 90, 15), False),
        (divider(-20, 0, 15), False),
        (divider(-20, 1, 15), True),
    ],
)
def test_rules_over_a_table_are_its_own(rule: regions.Divider, crosses: bool) -> None:
    held = table([line("a", 0, 10), line("b", 45, 10)])
    assert regions._crosses(rule, held) is crosses


def test_rules_of_a_table_part_nothing_else() -> None:
    held, drawn = table([line("a", 0, 10), line("b", 45, 10)]), page(rules=[Box(0, 15, 50, 15), Box(0, 40, 50, 40)])
    assert [rule.box.top for rule in regions._tree(drawn, [], [held]).dividers] == [40]


@Pair(
    ("rule", "under"),
    [
        (divider(0, 20, 8), True),
        (divider(0, 20, 7.75), False),
        (divider(0, 20, 11), True),
        (divider(0, 20, 11.25), False),
        (divider(6, 20, 9), True),
        (divider(6.25, 20, 9), False),
        (divider(-6, 20, 9), True),
        (divider(-6.25, 20, 9), False),
        (divider(0, 26, 9), True),
        (divider(0, 26.25, 9), False),
    ],
)
def test_a_rule_underlines_a_line_from_end_to_end(rule: regions.Divider, under: bool) -> None:
    assert regions._underlines(rule.box, line("wage")) is under


def test_an_underlined_line_is_told() -> None:
    whole = regions._tree(page(rules=[Box(100, 109, 124, 109)]), TWO, [])
    assert {held.text: held.underlined for held in whole.lines} == {"wage": True, "goes": False}


# ------------------------------------------------------------------------------------------------------------- frames

FRAME = Box(100, 100, 200, 200)


@Pair(
    ("other", "touch"),
    [
        (Box(201.75, 100, 300, 200), True),
        (Box(202, 100, 300, 200), False),
        (Box(0, 100, 98.25, 200), True),
        (Box(0, 100, 98, 200), False),
        (Box(100, 201.75, 200, 300), True),
        (Box(100, 202, 200, 300), False),
        (Box(100, 0, 200, 98.25), True),
        (Box(100, 0, 200, 98), False),
        (Box(150, 150, 300, 300), True),
        (Box(110, 110, 190, 190), False),
        (Box(102, 110, 190, 190), True),
        (Box(110, 102, 190, 190), True),
        (Box(110, 110, 198, 190), True),
        (Box(110, 110, 190, 198), True),
        (Box(102.25, 102.25, 197.75, 197.75), False),
        (Box(90, 90, 210, 210), False),
        (Box(98, 90, 210, 210), True),
        (Box(97.75, 97.75, 202.25, 202.25), False),
        (FRAME, False),
        (Box(102, 98, 202, 198), False),
        (Box(102.25, 98, 202, 198), True),
        (Box(100, 100, 200, 202.25), True),
    ],
)
def test_frames_touch_where_their_sides_meet(other: BoundingBox, touch: bool) -> None:
    assert regions._touch(FRAME, other) is touch
    assert regions._touch(other, FRAME) is touch


@Pair(
    ("run", "share"),
    [
        (Box(0, 0, 20, 10), 0.0),
        (Box(80, 0, 120, 10), 0.5),
        (Box(180, 0, 220, 10), 0.5),
        (Box(120, 0, 160, 10), 1.0),
        (Box(50, 0, 250, 10), 0.5),
        (Box(250, 0, 260, 10), 0.0),
        (Box(150, 0, 150, 10), 0.0),
    ],
)
def test_the_share_of_a_run_on_a_ground(run: BoundingBox, share: float) -> None:
    assert regions._share(run, FRAME) == share
