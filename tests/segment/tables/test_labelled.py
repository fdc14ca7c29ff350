"""Labels below each other with their values beside them: which lines are a label and its value, and which are facts."""

from collections.abc import Sequence

import pytest

from pipeline.model import Style
from pipeline.segment.lines.baselines import Line
from pipeline.segment.tables.labelled import (
    _apart,
    _blocks,
    _Fact,
    _facts,
    _goes_on,
    _one_edge,
    _rows,
    _sums_up,
    _type,
    labelled,
)
from tests.segment.records import BOLD, PLAIN, ending, joined, line, shown, texts


def fact(label: str, value: str, y: float = 100.0, x: float = 0.0, edge: float = 100.0) -> _Fact:
    return _Fact(line(label, x, y), line(value, edge, y))


def lines_of(*facts: tuple[str, str], pitch: float = 20.0, type_: Style = PLAIN) -> list[Line]:
    """Labels from 0 on, and values from 100 on, level by level."""
    return [
        each
        for place, (label, value) in enumerate(facts)
        for each in (line(label, 0, 100 + pitch * place, type_), line(value, 100, 100 + pitch * place))
    ]


def tables(lines: Sequence[Line]) -> list[list[str]]:
    return [shown(found) for found in labelled(lines)]


def told(found: Sequence[_Fact]) -> list[tuple[str, str]]:
    return [(each.label.text, each.value.text) for each in found]


# ------------------------------------------------------------------------------------------------- one label, one value


@pytest.mark.parametrize(
    ("one", "parts"),
    [
        pytest.param(line("Budget: 12 of 13"), ("Budget:", "12 of 13"), id="behind a colon"),
        pytest.param(
            joined(line("Budget", type_=BOLD), line("12 of 13", 40)), ("Budget", "12 of 13"), id="another type"
        ),
        pytest.param(line("Budget 12"), None, id="one type"),
        pytest.param(line("Budget:"), None, id="a label alone"),
    ],
)
def test_a_label_and_its_value_on_one_line(one: Line, parts: tuple[str, str] | None) -> None:
    found = _apart(one)
    assert (told([found])[0] if found else None) == parts


@pytest.mark.parametrize(
    ("level", "found"),
    [
        pytest.param([line("Size"), line("Mali", 100)], "Size", id="two lines"),
        pytest.param([line("Size")], "", id="one line"),
        pytest.param([line("Size"), line("Mali", 100), line("Chad", 200)], "Mali", id="three lines"),
        pytest.param([line("Size"), line("Mali", 100), line("Budget", 200)], "Size", id="a label behind them"),
        pytest.param([line("Budget:"), line("Mali", 100), line("Chad", 200)], "Budget: Mali", id="a known label"),
        pytest.param([line("Budget"), line("Mali", 100), line("Chad", 200)], "Mali", id="without colon"),
        pytest.param([line("Size:"), line("Mali", 100), line("Chad", 200)], "Mali", id="another with a colon"),
        pytest.param([line("Budget:"), line("Mali", 45), line("Chad", 200)], "Mali", id="an em before its value"),
        pytest.param([line("Budget:"), line("Mali", 45.5), line("Chad", 190)], "Budget: Mali", id="more than that"),
        pytest.param([line("Size"), line("Mali", 159.5)], "Size", id="less than fourteen ems apart"),
        pytest.param([line("Size"), line("Mali", 160)], "", id="fourteen ems apart"),
        pytest.param([line("Size"), line("Mali", 20)], "", id="not apart"),
        pytest.param([line("Size"), line("Mali", 20.5)], "Size", id="hardly apart"),
        pytest.param([line("A:B"), line("Mali", 100)], "", id="a colon before the last letter"),
        pytest.param(
            [line("Size"), line("Mali", 100), line("Budget", 200), line("12", 300)],
            "Size Budget",
            id="two beside each other",
        ),
        pytest.param([line("a b c d e f g h"), line("Mali", 100)], "a b c d e f g h", id="eight words"),
        pytest.param([line("a b c d e f g h i"), line("Mali", 100)], "", id="nine words"),
        pytest.param([line("12"), line("Mali", 100)], "", id="a figure"),
        pytest.param([line("Size: of"), line("Mali", 100)], "", id="a colon within"),
        pytest.param([line("Size"), line("Budget: 12", 100)], "", id="a fact for a value"),
    ],
)
def test_the_labels_on_a_level(level: list[Line], found: str) -> None:
    assert " ".join(each.label.text for each in _facts(level)) == found


@pytest.mark.parametrize(
    ("label", "value", "one"),
    [
        pytest.param(line("Size", 5.5), line("Mali", 105.5), True, id="that begin at one edge"),
        pytest.param(line("Size", 6), line("Mali", 100), False, id="labels at two edges"),
        pytest.param(line("Size"), line("Mali", 106), False, id="values at two edges"),
        pytest.param(ending("Budgets", 25.5), ending("Niger", 125.5), True, id="that end at one edge"),
        pytest.param(ending("Budgets", 26), ending("Niger", 120), False, id="labels that end at two edges"),
        pytest.param(ending("Size", 20), ending("Niger of it", 126), False, id="values that end at two edges"),
    ],
)
def test_facts_have_one_edge(label: Line, value: Line, one: bool) -> None:
    assert _one_edge(_Fact(line("Size"), line("Mali", 100)), _Fact(label, value)) is one


def test_a_fact_has_no_edge_with_itself_and_may_need_a_closer_one() -> None:
    one = fact("Size", "Mali")
    assert not _one_edge(one, one)
    assert _one_edge(one, fact("Size", "Chad", x=1, edge=101), 0.15)
    assert not _one_edge(one, fact("Size", "Chad", x=1.5, edge=101), 0.15)


@pytest.mark.parametrize(
    ("y", "goes_on"), [(110, False), (110.5, True), (149.5, True), (150, False)]
)  # its top 0 or 40 points below the end of the value above
def test_facts_go_on_within_four_ems(y: float, goes_on: bool) -> None:
    assert _goes_on(fact("Size", "Mali"), fact("Cost", "Chad", y)) is goes_on


def test_facts_go_on_in_one_type() -> None:
    lower = _Fact(line("Cost", 0, 120, BOLD), line("Chad", 100, 120))
    assert not _goes_on(fact("Size", "Mali"), lower)
    assert not _goes_on(fact("Size", "Mali"), fact("Cost", "Chad", 120, edge=110))


def test_facts_become_blocks() -> None:
    every = [fact("A", "1"), fact("B", "2", x=300, edge=400), fact("C", "3", 120), fact("D", "4", 120, x=300, edge=400)]
    assert [told(block) for block in _blocks(every)] == [[("A", "1"), ("C", "3")], [("B", "2"), ("D", "4")]]


def test_figures_with_a_total_sum_up() -> None:
    assert _sums_up([fact("A", "12"), fact("Total", "12")])
    assert not _sums_up([fact("A", "12"), fact("B", "12")])
    assert not _sums_up([fact("A", "Mali"), fact("Total", "12")])


def test_the_type_of_a_line_is_told_by_weight_colour_and_half_points() -> None:
    assert _type(line("A", type_=PLAIN._replace(size=9.8, italic=True))) == (False, "#000000", 20)
    assert _type(line("A", type_=BOLD._replace(size=9.7))) == (True, "#000000", 19)


# ----------------------------------------------------------------------------------------------------------- next lines


def rows(*more: Line) -> list[list[str]]:
    """Two facts, level at 100 and 130, and other lines."""
    facts = [fact("Size", "Mali"), fact("Cost", "Chad", 130)]
    return texts(_rows(facts, [*(each for pair in facts for each in pair), *more]))


PAIR = [["Size", "Mali"], ["Cost", "Chad"]]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        pytest.param([line("Gao", 100, 112)], [["Size", "Mali", "Gao"], PAIR[1]], id="below a value"),
        pytest.param([line("of it", 0, 112)], [["Size", "Mali", "of it"], PAIR[1]], id="below a label"),
        pytest.param([line("Gao", 105.5, 112)], [["Size", "Mali", "Gao"], PAIR[1]], id="at about its edge"),
        pytest.param([line("Gao", 106, 112)], [], id="at another edge"),
        pytest.param([line("Gao", 100, 112, BOLD)], [], id="in another type"),
        pytest.param([line("Budget: 12", 100, 112)], [], id="a fact of its own"),
        pytest.param([line("Gao", 100, 115.5)], [["Size", "Mali", "Gao"], PAIR[1]], id="less than six tenths of an em"),
        pytest.param([line("Gao", 100, 116)], [], id="further below"),
        pytest.param([line("Gao", 100, 142)], [PAIR[0], ["Cost", "Chad", "Gao"]], id="below the last"),
        pytest.param([line("Gao", 100, 150)], PAIR, id="far below the last"),
        pytest.param([line("Gao", 106, 142)], [], id="at another edge below the last"),
        pytest.param([line("It is given for two years", 0, 142)], [], id="below a label and its value"),
        pytest.param(
            [line("It is for two years.", 0, 142)], [PAIR[0], [*PAIR[1], "It is for two years."]], id="up to it"
        ),
        pytest.param([line("Gao", 120, 112)], PAIR, id="right of all"),
        pytest.param([line("Gao", 119.5, 112)], [], id="reaching over the values"),
        pytest.param([ending("Gao", 0, 112)], PAIR, id="left of all"),
        pytest.param([ending("Gao", 0.5, 112)], [], id="reaching into the labels"),
        pytest.param([line("Gao", 100, 100)], PAIR, id="level with the first"),
        pytest.param(
            [line("Gao", 100, 124), line("old", 100, 112)], [["Size", "Mali", "old", "Gao"], PAIR[1]], id="two"
        ),
    ],
)
def test_the_next_lines_of_facts(more: list[Line], found: list[list[str]]) -> None:
    assert rows(*more) == found


def test_labels_end_left_of_all_values() -> None:
    for x1, count in ((99, 2), (100, 0)):
        facts = [fact("Size", "Mali"), _Fact(ending("Cost", x1, 130), line("Chad", 100.5, 130))]
        assert len(_rows(facts, [])) == count


# ----------------------------------------------------------------------------------------------------------- the tables


@pytest.mark.parametrize(
    ("facts", "rows"),
    [
        pytest.param([("Budget", "12"), ("Period", "2019")], 2, id="two known labels"),
        pytest.param([("Budget", "12"), ("Size", "13")], 0, id="one known label"),
        pytest.param([("Budget", "12"), ("Period", "2019"), ("Size", "13")], 3, id="two of three"),
        pytest.param([("Budget", "12"), ("Period", "2019"), ("Size", "13"), ("Cut", "5")], 0, id="two of four"),
        pytest.param([("Budget", "12"), ("Total", "12")], 0, id="figures and their total"),
        pytest.param([("Budget", "12")], 0, id="one fact"),
    ],
)
def test_tables_of_known_labels(facts: list[tuple[str, str]], rows: int) -> None:
    assert sum(map(len, tables(lines_of(*facts)))) == rows


def test_values_on_the_line_of_their_label_are_apart_where_others_stand_at_their_edge() -> None:
    one = joined(line("Budget:"), line("12", 60))
    for edge, rows in ((61, 2), (61.5, 0)):
        assert sum(map(len, tables([one, joined(line("Period:", 0, 120), line("2019", edge, 120))]))) == rows


TYPED = [("Size", "Mali"), ("Weight", "12"), ("Height", "13")]


@pytest.mark.parametrize(
    ("facts", "type_", "count"),
    [
        pytest.param(TYPED, BOLD, 1, id="labels in bold"),
        pytest.param(TYPED, PLAIN, 0, id="labels in the type of their values"),
        pytest.param(TYPED, BOLD._replace(size=11.0), 1, id="somewhat larger labels"),
        pytest.param(TYPED, BOLD._replace(size=11.25), 0, id="larger labels"),
        pytest.param(TYPED[:2], BOLD, 0, id="two rows"),
        pytest.param([("Size", "11"), *TYPED[1:]], BOLD, 0, id="figures alone"),
        pytest.param([(label, "Mali") for label, _ in TYPED], BOLD, 0, id="words alone"),
    ],
)
def test_tables_of_labels_in_a_type_of_their_own(facts: list[tuple[str, str]], type_: Style, count: int) -> None:
    assert len(tables(lines_of(*facts, type_=type_))) == count


def test_labels_and_values_are_alone_on_their_level_and_all_in_one_type() -> None:
    lines = lines_of(*TYPED, type_=BOLD)
    assert tables([*lines, line("x", 200, 140)]) == []
    assert tables([*lines[:-1], line("13", 100, 140, PLAIN._replace(colour="#ff0000"))]) == []


def test_facts_of_both_kinds_are_found_and_none_twice() -> None:
    known = lines_of(("Budget", "12"), ("Period", "Mali"), type_=BOLD)
    typed = [
        each
        for y, (label, value) in zip((300, 320, 340), TYPED, strict=True)
        for each in (line(label, 0, y, BOLD), line(value, 100, y))
    ]
    assert tables([*known, *typed]) == [
        ["Budget | 12", "Period | Mali"],
        ["[Size] | [Mali]", "Weight | 12", "Height | 13"],
    ]


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("We help the people of six towns to build boats", True),
        ("in the towns along the river", True),
        ("Boats are built.", True),
        ("Six towns", False),
    ],
)
def test_facts_stay_facts_where_lines_of_a_text_beside_them_are_level(beside: str, told: bool) -> None:
    facts = lines_of(("Budget", "EUR 3 million"), ("Norway", "EUR 2 million"), ("Period", "2020"))
    text = [line(beside, 240, 100 + 20 * place) for place in range(3)]
    expected = ["Budget | EUR 3 million", "Norway | EUR 2 million", "Period | 2020"]
    assert tables([*facts, *text]) == ([expected] if told else [])
