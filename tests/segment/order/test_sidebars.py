"""What stands beside headings and their text stays with them: sections, facts, statistics, panels, side headings."""

from collections.abc import Sequence

import pytest

from pipeline.segment.elements import Item
from pipeline.segment.lines.baselines import Line
from pipeline.segment.order import sidebars
from pipeline.segment.order.sidebars import (
    begins_statistic,
    facts_beside,
    sections_beside,
    side_headings,
    side_panels,
)
from tests.segment.placed import BOLD, divider, line, panel, table, texts

Pair = pytest.mark.parametrize


def told(parts: Sequence[Sequence[Item]] | None) -> list[object] | None:
    return parts and [texts(part) for part in parts]


# ------------------------------------------------------------------------------------------------------------ sections

SUBTITLE = line("subtitle", 0, 500, 5)
ALDER, GOES = line("Alder", 0, 0), line("goes", 0, 12)
BIRCH, WAGE = line("Birch", 0, 40), line("wage", 0, 52)
LEFT: list[Item] = [ALDER, GOES, BIRCH, WAGE]


def beside(*tops: float, size: float = 10) -> list[Item]:
    """Lines of the right side, each known by its height."""
    return [line(str(top), 100, top, size) for top in tops]


@Pair(
    ("right", "parts"),
    [
        (beside(0, 12, 40, 52), [["Alder", "goes", "0", "12"], ["Birch", "wage", "40", "52"]]),
        (beside(0, 40), [["Alder", "goes", "0"], ["Birch", "wage", "40"]]),
        (beside(-30, -20, 40), [["Alder", "goes", "-30", "-20"], ["Birch", "wage", "40"]]),
        (beside(0, 40, 65.75), [["Alder", "goes", "0"], ["Birch", "wage", "40", "65.75"]]),
        (beside(0, 40, 68), None),
        (beside(-10, 17, 40), None),
        (beside(0, 80), [["Alder", "goes", "0"], ["Birch", "wage", "80"]]),
        (beside(0, 80.25), None),
        (beside(0, 25, 40), None),
        (beside(0), None),
        (beside(40), None),
        ([*beside(0), line("large", 100, 32, 20)], None),
    ],
    ids=[
        "beside both",
        "short",
        "above",
        "gap",
        "gap as wide as the white",
        "gap above",
        "low",
        "too low",
        "nothing white",
        "nothing beside the second",
        "nothing beside the first",
        "narrow",
    ],
)
def test_what_stands_between_strips_of_white_is_of_one_section(
    right: list[Item], parts: list[list[object]] | None
) -> None:
    assert told(sections_beside([[BIRCH, SUBTITLE]], LEFT, right)) == parts


def test_every_strip_of_white_parts_both_sides() -> None:
    cedar = line("Cedar", 0, 90)
    found = sections_beside([[ALDER], [BIRCH], [cedar]], [*LEFT, cedar], beside(0, 40, 90, 95))
    assert told(found) == [["Alder", "goes", "0"], ["Birch", "wage", "40"], ["Cedar", "90", "95"]]
    narrow = sections_beside([[BIRCH], [cedar]], [*LEFT, cedar], beside(0, 20, 40, 90))
    assert narrow is None
    low = sections_beside([[BIRCH], [cedar]], [*LEFT, cedar], beside(0, 40, 130))
    assert told(low) == [["Alder", "goes", "0"], ["Birch", "wage", "40"], ["Cedar", "130"]]
    assert sections_beside([[BIRCH], [cedar]], [*LEFT, cedar], beside(0, 40, 130.25)) is None
    assert sections_beside([[BIRCH], [cedar]], [*LEFT, cedar], beside(0, 81, 130)) is None


@Pair(
    ("head", "left", "right", "strip"),
    [
        (BIRCH, LEFT, beside(0, 40), (22, 40)),
        (BIRCH, LEFT, beside(0, 39), (22, 39)),
        (BIRCH, LEFT, beside(0, 38.75, 60), None),
        (BIRCH, LEFT, beside(20, 40), (30, 40)),
        (BIRCH, LEFT, beside(24.75, 40), (34.75, 40)),
        (BIRCH, LEFT, beside(25, 40), None),
        (line("Birch", 0, 40, 30), [ALDER, GOES, line("Birch", 0, 40, 30)], beside(0, 40), (22, 40)),
        (line("Birch", 0, 40, 36), [ALDER, GOES, line("Birch", 0, 40, 36)], beside(0, 40), None),
        (ALDER, LEFT, beside(0, 40), None),
        (BIRCH, LEFT, beside(40), None),
        (BIRCH, LEFT, beside(0), None),
        (BIRCH, [BIRCH, WAGE], beside(0, 40), None),
        (panel(BIRCH), [ALDER, panel(BIRCH)], beside(0, 40), None),
    ],
)
def test_the_white_over_a_heading_is_half_its_em_high(
    head: Item, left: list[Item], right: list[Item], strip: tuple[float, float] | None
) -> None:
    assert sidebars._white_strip(head, left, right) == strip


@Pair(("tops", "gap"), [((0, 12, 40), 18), ((0, 22, 30), 12), ((0, 8), -2)])
def test_the_widest_gap(tops: tuple[float, ...], gap: float) -> None:
    assert sidebars._widest_gap(beside(*tops)) == gap


# --------------------------------------------------------------------------------------------------------------- facts

BUDGET, PERIOD, DONOR = "Budget: US$ 5 million", "Period: 2019-2022", "Donor: Ireland"


def fact(top: float, text: str = BUDGET, size: float = 10) -> Line:
    return line(text, 200, top, size)


def heading(text: str, top: float, size: float = 10) -> Line:
    return line(text, 0, top, size)


class Sides:
    """Two headings with their text, a hundred points apart, after lines of their own if any."""

    def __init__(self, first: float = 10, second: float = 10, above: Line | None = None, last: bool = True) -> None:
        self.heads: list[list[Item]] = [[heading("Alder", 0, first)], [heading("Birch", 100, second)]]
        self.text: list[Item] = [self.heads[0][0], line("goes", 0, 30), self.heads[1][0]]
        self.text += [line("wage", 0, 130)] if last else []
        self.text = [above, *self.text] if above else self.text

    def read(self, *facts: Item) -> list[object] | None:
        return told(facts_beside([[*head, SUBTITLE] for head in self.heads], self.text, facts))


def test_facts_stand_beside_their_headings() -> None:
    found = Sides().read(fact(0), fact(12, PERIOD), fact(100), fact(112, DONOR))
    assert found == [["Alder", "goes"], [BUDGET, PERIOD], ["Birch", "wage"], [BUDGET, DONOR]]


@Pair(
    ("upper", "lower", "found"),
    [
        (-10, 100, True),
        (-10.25, 100, False),
        (39.75, 100, True),
        (40, 100, False),
        (0, 90, True),
        (0, 89.75, False),
        (0, 139.75, True),
        (0, 140, False),
    ],
)
def test_facts_begin_within_four_ems_of_their_heading(upper: float, lower: float, *, found: bool) -> None:
    """From one em above it on."""
    expected = [["Alder", "goes"], [BUDGET], ["Birch", "wage"], [PERIOD]] if found else None
    assert Sides().read(fact(upper), fact(lower, PERIOD)) == expected


@Pair(
    ("others", "found"),
    [
        (["for all"] * 3, True),
        (["for all"] * 4, False),
    ],
)
def test_a_quarter_of_the_lines_of_facts_begin_one(others: list[str], *, found: bool) -> None:
    sides = Sides(first=20)
    facts = [fact(0), *(fact(12 + 11 * place, text) for place, text in enumerate(others))]
    assert (sides.read(*facts) is not None) is found


def test_each_list_of_facts_begins_with_one() -> None:
    assert Sides().read(fact(0), fact(100, "for all")) is None
    assert Sides().read(fact(0, "for all"), fact(100)) is None


def test_without_headings_or_facts_nothing_stands_beside() -> None:
    assert facts_beside([], [line("goes")], [fact(0)]) is None
    assert Sides().read() is None


@Pair(
    ("sides", "facts", "parts"),
    [
        (Sides(), [fact(0)], None),
        (Sides(), [fact(100)], None),
        (Sides(first=12), [fact(0)], [["Alder", "goes"], [BUDGET], ["Birch", "wage"]]),
        (Sides(first=11), [fact(0)], None),
        (Sides(first=11.2), [fact(0)], None),
        (Sides(first=12), [fact(100)], None),
        (Sides(first=12, last=False), [fact(0)], None),
        (Sides(), [panel(fact(0))], [["Alder", "goes"], [["panel", BUDGET]], ["Birch", "wage"]]),
        (Sides(), [panel(fact(100))], [["Alder", "goes"], ["Birch", "wage"], [["panel", BUDGET]]]),
        (Sides(last=False), [panel(fact(0))], None),
        (
            Sides(above=line("Title", 0, -40)),
            [fact(-40)],
            [["Title"], [BUDGET], ["Alder", "goes"], ["Birch", "wage"]],
        ),
        (Sides(above=line("Title", 0, -40)), [fact(0)], None),
        (
            Sides(above=line("Title", 0, -40)),
            [fact(-40), fact(100, PERIOD)],
            [["Title"], [BUDGET], ["Alder", "goes"], ["Birch", "wage"], [PERIOD]],
        ),
    ],
    ids=[
        "first of two",
        "second of two",
        "the largest",
        "hardly larger",
        "as large as a title must be",
        "below the largest",
        "the last without a text",
        "a panel",
        "a panel below",
        "a panel in the next column",
        "a title",
        "below a title",
        "a title and a heading",
    ],
)
def test_facts_beside_one_heading_are_a_panel_or_those_of_a_title(
    sides: Sides, facts: list[Item], parts: list[object] | None
) -> None:
    assert sides.read(*facts) == parts


@Pair(("lower", "whole"), [(39.75, True), (40, False)])
def test_a_list_beside_a_title_is_all_its_own(lower: float, whole: bool) -> None:
    """While its facts are no further apart than three ems, here of a fact that stands beside the next heading."""
    sides = Sides(first=12)
    sides.heads = [sides.heads[0], [heading("Birch", 45)]]
    sides.text = [sides.heads[0][0], line("goes", 0, 30), sides.heads[1][0], line("wage", 0, 60)]
    facts = [BUDGET, PERIOD]
    expected = [["Alder", "goes"], facts, ["Birch", "wage"]]
    apart = [["Alder", "goes"], facts[:1], ["Birch", "wage"], facts[1:]]
    assert sides.read(fact(0), fact(lower, PERIOD)) == (expected if whole else apart)


def test_a_title_has_no_facts_that_begin_lower() -> None:
    assert Sides(first=12).read(fact(100), fact(112, PERIOD)) is None
    assert Sides(first=12, second=9).read(fact(0), fact(100)) == [
        ["Alder", "goes"],
        [BUDGET],
        ["Birch", "wage"],
        [BUDGET],
    ]


def test_one_heading_has_all_the_facts_beside_it() -> None:
    head = heading("Alder", 0)
    assert told(facts_beside([[head]], [head, line("goes", 0, 12)], [fact(0)])) == [["Alder", "goes"], [BUDGET]]
    assert told(facts_beside([[head]], [head], [fact(0)])) == [["Alder"], [BUDGET]]


def test_what_stands_above_the_first_heading_stays_above() -> None:
    head, kicker = heading("Alder", 20), line("Title", 0, 0)
    two = [[kicker, head], [heading("Birch", 100)]]
    text = [kicker, head, line("goes", 0, 32), two[1][0], line("wage", 0, 112)]
    assert told(facts_beside(two, text, [fact(0), fact(100)])) == [
        ["Title", "Alder", "goes"],
        [BUDGET],
        ["Birch", "wage"],
        [BUDGET],
    ]


@Pair(
    ("items", "found"),
    [
        ([fact(0)], True),
        ([fact(0, "for all")], False),
        ([fact(0, "for all"), fact(12)], False),
        ([panel(fact(0), fact(12, "for all"))], True),
        ([panel(fact(12, "for all"), fact(0))], True),
        ([panel(fact(0, "At a glance"), fact(12))], True),
        ([panel(fact(0, "For all"), fact(12))], False),
        ([panel(fact(0, "At a glance"), fact(12, "for all"), fact(24))], False),
        ([panel(fact(0, "At a glance"))], False),
        ([panel(fact(0, "Budget"))], True),
        ([fact(0, "At a glance"), fact(12)], False),
        ([table([fact(0), fact(12)])], False),
        ([], False),
    ],
)
def test_a_panel_of_facts_may_have_a_heading(items: list[Item], found: bool) -> None:
    assert sidebars.begins_with_fact(items) is found


# ---------------------------------------------------------------------------------------------------------- statistics


def statistic(figure: str = "65%", size: float = 12, caption: str = "of homes", **told: object) -> list[Item]:
    return [line(figure, 0, 0, size, **told), line(caption, 0, 14, 10), line("in all", 0, 26, 10)]


@Pair(
    ("items", "found"),
    [
        (statistic(), True),
        (statistic(size=11), False),
        (statistic(size=11.25), True),
        (statistic(size=10), False),
        (statistic(size=10, style=BOLD), True),
        ([*statistic(size=10, style=BOLD), line("of all", 0, 40, style=BOLD)], False),
        (statistic(figure="homes"), False),
        (statistic(caption="1,250"), False),
        (statistic()[:1], False),
        ([*statistic(), line("for some", 0, 40, 11.5)], True),
        ([*statistic(), line("12", 60, 4, 10)], True),
        ([*statistic(), line("12", 60, 2.25, 12)], True),
        ([*statistic(), line("homes", 60, 2.25, 12)], False),
        ([*statistic(), panel(line("on", 60, 40))], False),
        ([], False),
    ],
)
def test_a_statistic_is_a_large_figure_over_its_caption(items: list[Item], found: bool) -> None:
    assert begins_statistic(items) is found


# -------------------------------------------------------------------------------------------------------------- panels


@Pair(
    ("items", "found"),
    [
        ([panel(line("left", 0)), line("text", 100)], (["left"], [])),
        ([panel(line("left", 81)), line("text", 100)], (["left"], [])),
        ([panel(line("left", 81.25)), line("text", 100)], None),
        ([panel(line("right", 150)), line("text", 100)], ([], ["right"])),
        ([panel(line("right", 119)), line("text", 100)], ([], ["right"])),
        ([panel(line("right", 118.75)), line("text", 100)], None),
        ([panel(line("right", 150)), line("text", 100), line("texts", 130, 20)], None),
        ([panel(line("left", 60)), line("text", 100), line("text", 70, 20)], None),
        ([panel(line("left", 0)), panel(line("right", 150)), line("text", 100)], (["left"], ["right"])),
        ([panel(line("left", 0)), panel(line("in", 100)), line("text", 100)], None),
        ([panel(line(BUDGET, 150)), line("text", 100)], None),
        ([panel(line("left", 0)), panel(line(BUDGET, 150)), line("text", 100)], None),
        ([line("text", 100)], None),
        ([panel(line("left", 0)), divider(100, 120, 0)], None),
        ([panel(line("left", 0)), line("text", 100), divider(0, 300, 0)], (["left"], [])),
    ],
)
def test_panels_in_the_margins_of_a_text(items: list[Item], found: tuple[list[str], list[str]] | None) -> None:
    sides = side_panels(items)
    parts = sides and tuple([line.text for side in part for line in side.every()] for part in (sides.left, sides.right))
    assert parts == found
    if sides:
        assert sides.text == [item for item in items if item not in (*sides.left, *sides.right)]


# ------------------------------------------------------------------------------------------------------- side headings


def test_side_headings_stand_before_the_text_beside_them() -> None:
    heads: list[list[Item]] = [[heading("Alder", 0)], [heading("Birch", 100)]]
    right: list[Item] = [line(text, 100, top) for text, top in (("wage", 0), ("goes", 12), ("plan", 100), ("on", 112))]
    left = [head[0] for head in heads]
    assert told(side_headings(heads, left, right)) == [["Alder"], ["wage", "goes"], ["Birch"], ["plan", "on"]]
    above = line("over", 100, -30)
    assert told(side_headings(heads, left, [above, *right])) == [
        ["over"],
        ["Alder"],
        ["wage", "goes"],
        ["Birch"],
        ["plan", "on"],
    ]
    assert side_headings(heads[:1], left[:1], right) is None
    assert side_headings(heads, [*left, line("goes", 0, 130)], right) is None
    assert side_headings(heads, left, right[:2]) is None
    assert side_headings(heads, left, [*right[:2], line("before", 100, 90), *right[2:]]) is None


def test_side_headings_that_stand_close_are_parted_at_paragraphs() -> None:
    alder, birch = heading("Alder", 0), heading("Birch", 40)
    right: list[Item] = [line("wage", 100, 0), line("goes", 100, 40)]
    assert told(side_headings([[alder, birch]], [alder, birch], right)) == [["Alder"], ["wage"], ["Birch"], ["goes"]]
    close = [heading(text, top) for text, top in (("Alder", 0), ("in", 12), ("Mali", 24), ("Birch", 60))]
    right = [line("wage", 100, 0), line("goes", 100, 24.25), line("on", 100, 60)]
    assert told(side_headings([close], close, right)) == [["Alder", "in", "Mali"], ["wage", "goes"], ["Birch"], ["on"]]


@Pair(
    ("top", "right", "parts"),
    [
        (15.25, 15.25, [["Alder"], ["Birch"]]),
        (15, 15.25, [["Alder", "Birch"]]),
        (20, 20, [["Alder"], ["Birch"]]),
        (20, 25, [["Alder", "Birch"]]),
        (20, 13, [["Alder", "Birch"]]),
    ],
    ids=["apart", "close", "level", "not level", "no paragraph"],
)
def test_lines_of_a_head_are_apart_where_a_paragraph_begins(top: float, right: float, parts: list[list[str]]) -> None:
    side = [line("wage", 100, 0), line("goes", 100, right)]
    assert told(list(sidebars._parted_at_paragraphs([heading("Alder", 0), heading("Birch", top)], side))) == parts


@Pair(
    ("item", "side", "begins"),
    [
        (line("on", 0, 0), [], True),
        (line("on", 0, 15), [line("goes", 0, 0)], False),
        (line("on", 0, 15.25), [line("goes", 0, 0)], True),
        (line("on", 0, 15), [line("goes.", 0, 0)], True),
        (line("on", 0, 15), [line("goes.", 0, -20), line("goes", 0, 0)], False),
        (line("on", 0, 15), [line("goes", 0, 0), line("goes.", 0, -20)], False),
        (line("on", 0, 15), [line("goes.", 0, 0), line("goes", 0, 15)], True),
        (line("on", 0, 15), [panel(line("goes.", 0, 0))], False),
    ],
)
def test_a_paragraph_begins_after_a_gap_or_a_sentence(item: Item, side: list[Item], begins: bool) -> None:
    assert sidebars._begins(item, side) is begins
