"""Rows of cells between rules, the heads over them, and rows on both sides of a gutter."""

from collections.abc import Sequence

import pytest

from pipeline.model import Style
from pipeline.segment.elements import Item
from pipeline.segment.lines.baselines import Line
from pipeline.segment.regions import Divider
from pipeline.segment.tables.across import (
    _alike,
    _are_cards,
    _begins_level,
    _between,
    _centred,
    _heads_over,
    _in_levels,
    _is_name,
    _is_of_sums,
    _one_width,
    _parts,
    _rows_between,
    _run_on,
    _spans,
    _stacked,
    _strata,
    _with_ends,
    _with_values,
    _without_titles,
    by_column,
    is_row,
    rows_across,
    ruled_tables,
)
from pipeline.segment.tables.heads import go_on
from tests.segment.records import BOLD, PLAIN, box, ending, joined, line, shown, texts

LARGE = PLAIN._replace(size=12.0)


def rule(y: float, x0: float = 0, x1: float = 300) -> Divider:
    return Divider(box(x0, y - 0.5, x1, y + 0.5))


def row(y: float, *words: str, type_: Style = PLAIN) -> list[Line]:
    """Words that begin at 0, 100, 200 …"""
    return [line(text, 100 * place, y, type_) for place, text in enumerate(words) if text]


def wide(text: str, x0: float, x1: float, y: float = 100.0) -> Line:
    """A line whose box goes from edge to edge."""
    one = line(text, x0, y)
    return Line(one.words, one.box._replace(x1=x1), y)


# ------------------------------------------------------------------------------------------------------------ the rules


def test_a_rule_is_followed_by_the_next_of_its_width() -> None:
    first, other, second, third = rule(100), rule(120, 50), rule(140), rule(160)
    assert list(_stacked([third, other, second, first])) == [(first, second), (second, third)]


def test_rules_that_touch_do_not_follow_each_other() -> None:
    upper, touching, lower = rule(100), rule(101), rule(102)
    assert list(_stacked([upper, touching, lower])) == [(upper, lower)]


def test_rows_go_on_below_a_rule_that_is_drawn_on_the_edge_of_a_ground() -> None:
    rules = [rule(100), rule(120), rule(120.4), rule(140), rule(160)]
    lines = [*row(115, "Gansu", "40"), *row(135, "North"), *row(155, "Hebei", "50")]
    (table,) = ruled_tables(lines, rules)
    assert shown(table) == ["Gansu | 40", "North |", "Hebei | 50"]


@pytest.mark.parametrize(
    ("x0", "x1", "one"), [(3, 302.5, True), (3, 303, False), (-5.5, 300, True), (0, 294, False), (0, 294.5, True)]
)
def test_rules_of_one_width_begin_and_end_at_about_the_same_points(x0: float, x1: float, one: bool) -> None:
    assert _one_width(rule(100), rule(120, x0, x1)) is one


@pytest.mark.parametrize(
    ("x0", "x1", "y", "between"),
    [
        pytest.param(-1, 301, 120, True, id="to a point beside them"),
        pytest.param(-1.5, 200, 120, False, id="left of them"),
        pytest.param(0, 301.5, 120, False, id="right of them"),
        pytest.param(0, 200, 102.5, False, id="its middle on the upper edge of the upper one"),
        pytest.param(0, 200, 103, True, id="its middle below that"),
        pytest.param(0, 200, 143, True, id="its middle above the lower edge of the lower one"),
        pytest.param(0, 200, 143.5, False, id="its middle on that"),
    ],
)
def test_a_line_stands_between_two_rules(x0: float, x1: float, y: float, between: bool) -> None:
    assert _between(wide("A", x0, x1, y), rule(100), rule(140)) is between


def test_rules_over_sums_have_figures_alone_below_them_and_a_label_left_of_them() -> None:
    over = rule(100, 100, 200)
    sums = [line("12", 120, 112), line("-", 160, 112)]
    assert _is_of_sums(over, sums, [*sums, ending("Total", 100.5, 112)])
    assert not _is_of_sums(over, sums, [*sums, ending("Total", 101, 112)])
    assert not _is_of_sums(over, sums, [*sums, ending("Total", 100, 116)])
    assert not _is_of_sums(over, [*sums, line("Paid", 180, 112)], [ending("Total", 90, 112)])
    assert not _is_of_sums(over, [], [ending("Total", 90, 112)])


# ------------------------------------------------------------------------------------------------------------- the rows


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param(row(100, "A", "B"), True, id="two beside each other"),
        pytest.param(row(100, "A"), False, id="one"),
        pytest.param([], False, id="none"),
        pytest.param([*row(100, "A", "B"), *row(112, "C", "D")], True, id="lines below them"),
        pytest.param([*row(100, "A"), *row(112, "", "D")], False, id="not level"),
        pytest.param([line("A"), line("a", 0, 112), line("B", 100, 106)], True, id="around one middle"),
        pytest.param([line("A"), line("a", 0, 112), line("B", 100, 108.5)], True, id="nearly around one middle"),
        pytest.param([line("A"), line("a", 0, 112), line("B", 100, 109)], False, id="beside the second"),
        pytest.param([*row(100, "A", "B"), *(line("x", 0, 112 + 12 * n) for n in range(5))], True, id="six lines"),
        pytest.param([*row(100, "A", "B"), *(line("x", 0, 112 + 12 * n) for n in range(6))], False, id="seven lines"),
        pytest.param([*row(100, "A", "B"), *(line("12", 0, 112 + 12 * n) for n in range(6))], True, id="figures"),
        pytest.param([*row(100, "A", "B"), wide("x", 0, 110, 112)], False, id="a line below both"),
        pytest.param([wide("A", 0, 139.5), line("B", 150)], True, id="less than seven tenths of the width"),
        pytest.param([wide("A", 0, 140), line("B", 150)], False, id="seven tenths of the width"),
    ],
)
def test_cells_are_a_row(lines: list[Line], told: bool) -> None:
    assert is_row(lines, 200) is told


def test_the_first_lines_of_cells_that_have_one_middle() -> None:
    assert texts([_centred([line("a", 0, 112), line("A"), line("B", 100, 106)])]) == [["A", "B"]]
    assert _centred([line("A"), line("a", 0, 112), line("B", 100, 109.25)]) == []


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(row(100, "A", "B"), [["A", "B"]], id="a row"),
        pytest.param(row(100, "West Africa"), [["West Africa"]], id="a name"),
        pytest.param([line("a b c d e f g h")], [["a b c d e f g h"]], id="a name of eight words"),
        pytest.param([line("a b c d e f g h i")], None, id="nine words"),
        pytest.param([line("In all.")], None, id="a sentence"),
        pytest.param([*row(100, "Africa"), *row(120, "A", "12")], [["Africa"], ["A", "12"]], id="a name and a row"),
        pytest.param([*row(100, "Africa"), *row(120, "A", "B")], None, id="a name and words"),
        pytest.param([*row(100, "Africa."), *row(120, "A", "12")], None, id="a sentence and a row"),
        pytest.param([*row(100, "Africa"), *row(120, "A")], None, id="two lines"),
        pytest.param([*row(100, "Africa"), *row(120, "A"), *row(140, "B", "12")], None, id="two names and a row"),
    ],
)
def test_rows_between_two_rules(cells: list[Line], rows: list[list[str]] | None) -> None:
    found = _rows_between(cells, rule(90))
    assert (None if found is None else texts(found)) == rows


def test_a_name_is_one_line() -> None:
    assert _is_name([line("Africa")])
    assert not _is_name(row(100, "A", "B"))


def test_words_of_justified_lines_are_no_rows() -> None:
    assert _run_on([row(100, "and", "so"), row(120, "By")])
    assert not _run_on([row(100, "and", "so"), row(120, "By", "12")])


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        pytest.param([row(100, "A", "B"), row(120, "C")], 1, id="a name at the end"),
        pytest.param([row(100, "A", "B"), row(120, "C"), row(140, "D")], 1, id="names at the end"),
        pytest.param([row(100, "Africa"), row(120, "A", "B"), row(140, "C", "D")], 3, id="a name for two rows"),
        pytest.param([row(100, "Africa"), row(120, "A", "B")], 0, id="a name for one row"),
        pytest.param([row(100, "Africa", type_=LARGE), row(120, "A", "B"), row(140, "C", "D")], 0, id="a larger name"),
        pytest.param(
            [row(100, "Africa", type_=LARGE), [*row(120, "A"), line("B", 100, 120, LARGE)], row(140, "C", "D")],
            3,
            id="a name as large as a cell",
        ),
        pytest.param([row(100, "A")], 0, id="a name alone"),
    ],
)
def test_names_are_rows_where_there_are_few_of_them(rows: list[list[Line]], count: int) -> None:
    assert len(_without_titles(rows)) == count


def test_tables_between_rules() -> None:
    rules = [rule(80), rule(106), rule(126), rule(146)]
    lines = [*row(94, "Donor", "Paid"), *row(120, "Mali", "12"), *row(140, "Chad", "13"), line("Of old", 0, 200)]
    assert [shown(found) for found in ruled_tables(lines, rules)] == [["[Donor] | [Paid]", "Mali | 12", "Chad | 13"]]
    assert ruled_tables(lines, rules[:2]) == []  # one row
    assert ruled_tables(row(94, "and", "so") + row(120, "by", "it") + row(140, "of", "us"), rules) == []


def test_what_is_no_row_ends_a_table() -> None:
    rules = [rule(80 + 20 * place) for place in range(6)]
    lines = [each for place, name in enumerate("ABCDE") for each in row(94 + 20 * place, name, "12")]
    lines[4:6] = [line("a b c d e f g h i j", 0, 134)]
    assert [shown(found) for found in ruled_tables(lines, rules)] == [["A | 12", "B | 12"], ["D | 12", "E | 12"]]


def test_rules_over_sums_make_no_table() -> None:
    rules = [rule(80, 100), rule(106, 100), rule(126, 100)]
    lines = [*row(94, "Mali", "12", "13"), *row(120, "All", "12", "13")]
    assert ruled_tables(lines, rules) == []
    assert len(ruled_tables(lines, [rule(80), rule(106), rule(126)])) == 1


# ------------------------------------------------------------------------------------------------ heads, and a last row

ROWS = [row(100, "Mali", "12", "5"), row(120, "Chad", "13", "6")]


def with_ends(*more: Line) -> list[str]:
    return shown(_with_ends(ROWS, [*more, *(each for part in ROWS for each in part)]))


PLAIN_ROWS = ["Mali | 12 | 5", "Chad | 13 | 6"]


@pytest.mark.parametrize(
    ("more", "last"),
    [
        pytest.param(row(140, "Togo", "7", "8"), ["Togo | 7 | 8"], id="a row"),
        pytest.param(row(149.5, "Togo", "7", "8"), ["Togo | 7 | 8"], id="a row less than two ems below"),
        pytest.param(row(150, "Togo", "7", "8"), [], id="two ems below"),
        pytest.param(row(130, "Togo", "7", "8"), ["Togo | 7 | 8"], id="right below"),
        pytest.param(row(129.5, "Togo", "7", "8"), [], id="over the last row"),
        pytest.param(row(140, "Togo", "7"), [], id="two cells of three"),
        pytest.param([*row(140, "Togo", "7", "8"), line("x", 0, 145)], [], id="two lines in a column"),
        pytest.param([*row(140, "Togo", "7"), line("8", 200, 144)], [], id="not level"),
        pytest.param([wide("Of old", 0, 120, 140), line("8", 200, 140)], [], id="a note over two columns"),
        pytest.param([*row(140, "Togo", "7", "8"), line("x", 300, 140)], ["Togo | 7 | 8"], id="beside other text"),
    ],
)
def test_a_row_below_the_last_rule(more: list[Line], last: list[str]) -> None:
    assert with_ends(*more) == [*PLAIN_ROWS, *last]


def test_a_row_below_the_last_rule_has_the_cells_of_the_last_row() -> None:
    rows = [row(100, "Mali", "12", "5"), row(120, "Chad", "13")]
    made = _with_ends(rows, [*row(140, "Togo", "7"), *(each for part in rows for each in part)])
    assert shown(made) == ["Mali | 12 | 5", "Chad | 13 |", "Togo | 7 |"]


def test_heads_stand_over_the_first_row_or_over_the_one_below_its_name() -> None:
    assert with_ends(*row(80, "Donor", "Paid", "Left")) == ["[Donor] | [Paid] | [Left]", *PLAIN_ROWS]
    named = [
        row(100, "Africa"),
        row(120, "Mali", "12"),
        row(140, "Chad", "13"),
    ]
    made = _with_ends(named, [*row(80, "Donor", "Paid"), *(each for part in named for each in part)])
    assert shown(made)[0] == "[Donor] | [Paid]"


def test_heads_stand_over_the_fullest_row_where_the_first_sums_up() -> None:
    rows = [row(100, "Subtotal", "", "12"), row(120, "Mali", "Wells", "13"), row(140, "Chad", "Seeds", "14")]
    found = _with_ends(rows, [*row(80, "Place", "What", "Paid"), *(each for part in rows for each in part)])
    assert shown(found)[0] == "[Place] | [What] | [Paid]"


FIRST = row(100, "Mali", "12", "5")  # its top at 92


def heads(*more: Line) -> list[list[str]]:
    return [sorted(part) for part in texts(_heads_over(92, FIRST, more))]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        pytest.param(row(80, "A", "B"), [["A", "B"]], id="two beside each other"),
        pytest.param(row(80, "A"), [], id="one"),
        pytest.param(row(70.5, "A", "B"), [["A", "B"]], id="less than two ems above"),
        pytest.param(row(70, "A", "B"), [], id="two ems above"),
        pytest.param(row(90, "A", "B"), [["A", "B"]], id="right above"),
        pytest.param(row(90.5, "A", "B"), [], id="over the row"),
        pytest.param([*row(80, "A", "B"), line("x", 300, 80)], [["A", "B"]], id="beside other text"),
        pytest.param([*row(80, "A", "B"), *row(60, "C", "D")], [["C", "D"], ["A", "B"]], id="two rows"),
        pytest.param([*row(80, "A", "B"), *row(68, "C", "D")], [["A", "B", "C", "D"]], id="two lines of each"),
        pytest.param([*row(80, "A", "B"), *row(50, "C", "D")], [["A", "B"]], id="the second row far above"),
        pytest.param(
            [*row(80, "A", "B"), *row(60, "C", "D", type_=BOLD)], [["A", "B"]], id="the second in another type"
        ),
        pytest.param(
            [*row(80, "A", "B", "C"), wide("D", 100, 205, 62)], [["D"], ["A", "B", "C"]], id="one over two others"
        ),
        pytest.param([*row(80, "A", "B", "C"), wide("D", 0, 105, 62)], [["A", "B", "C"]], id="one over the first"),
        pytest.param(
            [*row(80, "", "B", "C"), line("A", 0, 76)], [["A", "B", "C"]], id="one centred on two lines beside"
        ),
        pytest.param(
            [*row(80, "", "B", "C"), *row(68, "", "b", "c"), line("A", 0, 74)],
            [["A", "B", "C", "b", "c"]],
            id="and on both",
        ),
        pytest.param([*row(80, "A", "B"), *row(62, "", "", "C")], [["A", "B"]], id="one over a column without"),
        pytest.param(
            [*row(80, "A", "B"), *row(69, "C", "D"), *row(57, "E", "F"), *row(45, "G", "H")],
            [["E", "F"], ["A", "B", "C", "D"]],
            id="lines four ems and a half above",
        ),
        pytest.param(
            [*row(80, "A", "B"), *row(69, "C", "D"), *row(57, "E", "F"), *row(45.5, "G", "H")],
            [["E", "F", "G", "H"], ["A", "B", "C", "D"]],
            id="lines within four ems and a half",
        ),
    ],
)
def test_heads_right_above_a_row(more: list[Line], told: list[list[str]]) -> None:
    assert heads(*more) == told


@pytest.mark.parametrize(
    ("pitch", "above", "headed"), [(20, 24, True), (20, 36, False), (48, 48, True), (48, 52, False)]
)
def test_heads_stand_as_far_above_the_first_row_as_rows_do_above_each_other(
    pitch: float, above: float, headed: bool
) -> None:
    rows = [row(100 + pitch * place, name, "12") for place, name in enumerate(("Mali", "Chad", "Togo"))]
    found = shown(_with_ends(rows, row(100 - above, "Place", "Paid")))
    assert found == [*(["[Place] | [Paid]"] if headed else []), "Mali | 12", "Chad | 12", "Togo | 12"]


def test_the_first_lines_of_a_cell_name_no_row_where_all_cells_end_level() -> None:
    cells = [line("Ropes", 100, 89), line("and nets", 100, 100), *row(111, "Mali", "for boats", "12")]
    (table,) = ruled_tables([*cells, *row(140, "Chad", "Oars", "13")], [rule(79), rule(120), rule(150)])
    assert shown(table) == ["Mali | Ropes and nets for boats | 12", "Chad | Oars | 13"]


@pytest.mark.parametrize(
    ("last", "taken"),
    [
        ([line("Total", 40, 160), line("25", 100, 160), line("29", 200, 160)], True),
        ([line("Total", 40, 160), line("–", 100, 160), line("29", 200, 160)], True),
        ([line("Ports", 40, 160), line("25", 100, 160), line("29", 200, 160)], False),
        ([line("Total", 40, 160), line("25", 100, 160)], True),
        ([line("Total", 40, 160), line("25", 260, 160)], False),
        ([line("Total", 40, 160), line("all", 100, 160), line("29", 200, 160)], False),
    ],
)
def test_totals_go_on_below_the_last_rule_whatever_columns_they_leave_out(last: list[Line], taken: bool) -> None:
    rows = [
        [line(str(rank), 0, y), line(name, 40, y), line("12", 100, y), line("14", 200, y)]
        for rank, name, y in ((1, "Mali", 100), (2, "Chad", 120), (3, "Togo", 140))
    ]
    assert (len(shown(_with_ends(rows, last))) == 4) is taken


def test_a_label_spans_the_rows_that_shorter_rules_beside_it_part() -> None:
    rows = [
        *row(100, "Mali", "Boats", "12"),
        *row(120, "", "Ropes", "13"),
        line("and nets", 100, 131),
        *row(150, "Chad", "Oars", "14"),
    ]
    rules = [rule(90), rule(110, 95), rule(140), rule(160)]
    (table,) = ruled_tables(rows, rules)
    assert shown(table) == ["Mali ↓2 | Boats | 12", "Ropes and nets | 13", "Chad | Oars | 14"]


def test_heads_that_overlap_are_apart_where_one_stands_over_several() -> None:
    over, under = wide("A", 100, 250, 72), [line("B", 100, 80), line("C", 200, 80)]
    assert texts(_in_levels([over, *under])) == [["A"], ["B", "C"]]
    assert texts(_in_levels([over, *under, line("D", 0, 76)])) == [["A"], ["B", "C", "D"]]
    assert texts(_in_levels([over, under[0]])) == [["A", "B"]]
    assert texts(_in_levels([over, *under, line("E", 300, 72)])) == [["A", "E"], ["B", "C"]]
    assert texts(_in_levels([over, line("B", 100, 80), line("C", 102, 90)])) == [["A", "B", "C"]]


@pytest.mark.parametrize(
    ("type_", "alike"),
    [
        (PLAIN, True),
        (BOLD, False),
        (PLAIN._replace(colour="#ff0000"), False),
        (PLAIN._replace(italic=True), True),
        (PLAIN._replace(size=11.0), True),
        (PLAIN._replace(size=11.25), False),
        (PLAIN._replace(size=8.75), False),
    ],
)
def test_heads_are_alike_in_weight_colour_and_size(type_: Style, alike: bool) -> None:
    assert _alike(row(80, "A", "B", type_=type_), row(100, "C", "D")) is alike


def test_the_first_of_the_heads_tells_their_size() -> None:
    mixed = [line("A", 0, 80), line("B", 100, 80, LARGE)]
    assert _alike(mixed, row(100, "C", "D"))
    assert _alike(row(80, "A", "B"), mixed)
    assert not _alike(mixed[::-1], row(100, "C", "D"))


@pytest.mark.parametrize(
    ("upper", "spans"),
    [
        pytest.param([wide("D", 100, 205)], True, id="over two"),
        pytest.param([wide("D", 5, 205)], False, id="from the end of the first"),
        pytest.param([wide("D", 6, 205)], True, id="from right of the first"),
        pytest.param([wide("D", 100, 200)], False, id="over one"),
        pytest.param([wide("D", 100, 205), line("E", 300)], False, id="beside another"),
    ],
)
def test_a_head_spans_several_below_it(upper: list[Line], spans: bool) -> None:
    assert _spans(upper, row(80, "A", "B", "C")) is spans


@pytest.mark.parametrize(
    ("upper", "lower", "goes_on"),
    [
        pytest.param(row(80, "A", "B"), row(92, "C", "D"), True, id="each under one"),
        pytest.param(row(80, "A", "B"), row(92, "C"), True, id="one under one"),
        pytest.param(row(80, "A"), row(92, "C", "D"), False, id="one under none"),
        pytest.param([wide("A", 0, 150, 80)], row(92, "C", "D"), False, id="two under one"),
        pytest.param(row(80, "A", "B"), [wide("C", 0, 150, 92)], False, id="one under two"),
        pytest.param(row(80, "A", "B"), row(95.5, "C", "D"), True, id="less than six tenths of an em below"),
        pytest.param(row(80, "A", "B"), row(96, "C", "D"), False, id="further below"),
    ],
)
def test_lines_of_heads_go_on(upper: list[Line], lower: list[Line], goes_on: bool) -> None:
    assert go_on(upper, lower) is goes_on


def test_the_lines_of_a_row_cell_by_cell() -> None:
    found = by_column([line("B", 100), line("A"), wide("a", 0, 50, 112), line("b", 104, 112), wide("x", 45, 60, 124)])
    assert texts(found) == [["A", "a", "x"], ["B", "b"]]


# ------------------------------------------------------------------------------------------------- rows across a gutter


def across(left: Sequence[Item], right: Sequence[Item]) -> tuple[list[str], list[str], list[str]] | None:
    found = rows_across(left, right)
    if found is None:
        return None
    above, below = ([each.text for each in part if isinstance(each, Line)] for part in (found.above, found.below))
    return above, shown(found.table), below


def column(x: float, *words: str, pitch: float = 20.0, y: float = 100.0, type_: Style = PLAIN) -> list[Line]:
    return [line(text, x, y + pitch * place, type_) for place, text in enumerate(words) if text]


def test_labels_and_figures_on_both_sides_of_a_gutter_are_rows() -> None:
    left, right = column(0, "Aid", "Mali", "Chad", "In all"), column(200, "", "12", "13", "")
    assert across(left, right) == (["Aid"], ["Mali | 12", "Chad | 13"], ["In all"])
    assert across(left[:2], right[:1]) is None  # one row
    assert across(left, []) is None


def test_columns_of_text_are_no_rows() -> None:
    right = ["12", "13", "14", "15"]
    assert across(column(0, "Of", "and", "By", "In"), column(200, *right)) is None
    assert across(column(0, "Of", "Or", "By", "In"), column(200, "12", "and", "14", "15")) is None
    assert across(column(0, "Of", "Or", "By", "In"), column(200, *right)) is not None


@pytest.mark.parametrize(
    ("pitch", "right", "rows"),
    [
        pytest.param(16.0, ("A", "B", "C", "D"), False, id="words below each other as lines are"),
        pytest.param(16.5, ("A", "B", "C", "D"), True, id="words further apart"),
        pytest.param(16.0, ("1", "2", "C", "D"), False, id="half figures"),
        pytest.param(16.0, ("1", "2", "3", "D"), True, id="more figures"),
    ],
)
def test_rows_of_words_are_further_apart_than_lines(pitch: float, right: Sequence[str], rows: bool) -> None:
    left = column(0, "Mali", "Chad", "Togo", "Peru", pitch=pitch)
    assert (across(left, column(200, *right, pitch=pitch)) is not None) is rows


def test_what_is_no_line_makes_no_row() -> None:
    left, right = column(0, "Mali", "Chad"), column(200, "12", "13")
    assert across([*left, rule(112, 0, 50)], right) is None


@pytest.mark.parametrize(
    ("rows", "cards"),
    [
        pytest.param(
            [row(100, "*A", "*B"), row(120, "a", "b"), row(140, "*C", "*D"), row(160, "c", "d")], True, id="twice"
        ),
        pytest.param([row(100, "*A", "*B"), row(120, "a", "b"), row(140, "c", "d")], False, id="once"),
        pytest.param([row(100, "*A", "*B"), row(120, "a", "b"), row(140, "*C", "*D")], False, id="heads and totals"),
        pytest.param(
            [row(100, "*A", "*B") + row(112, "a", "b"), row(140, "*C", "*D") + row(152, "c", "d")], True, id="whole"
        ),
        pytest.param(
            [row(100, "*A", "B") + row(112, "a", "b"), row(140, "*C", "D") + row(152, "c", "d")], False, id="half bold"
        ),
        pytest.param([row(100, "*A", "*B"), row(120, "*a", "*b"), row(140, "*C", "*D")], False, id="all bold"),
        pytest.param([row(100, "*A", "*B") + row(112, "a"), row(140, "c", "d")], True, id="one of each"),
    ],
)
def test_names_in_bold_over_text_are_cards(rows: list[list[Line]], cards: bool) -> None:
    plain = [[bold(each) for each in part] for part in rows]
    assert _are_cards(plain) is cards


def bold(one: Line) -> Line:
    """The line, in bold if it begins so."""
    return line(one.text[1:], one.box.x0, one.baseline, BOLD) if one.text[0] == "*" else one


def strata(left: Sequence[Line], right: Sequence[Line]) -> list[list[str]]:
    return texts(_strata(left, right))  # type: ignore[arg-type]


def test_both_sides_are_cut_at_gaps_that_go_through_both() -> None:
    assert strata(column(0, "A", "B"), column(200, "C", "D")) == [["A", "C"], ["B", "D"]]
    assert strata([line("A"), line("B", 0, 109)], [line("C", 200, 104.5)]) == [["A", "C", "B"]]
    assert strata([line("A"), line("B", 0, 108.5)], [line("C", 200, 100)]) == [["A", "C", "B"]]


@pytest.mark.parametrize(
    ("y", "told"),
    [
        pytest.param(112, [["A", "C", "B"]], id="a next line"),
        pytest.param(115.5, [["A", "C", "B"]], id="less than six tenths of an em below"),
        pytest.param(116, [["A", "C"], ["B"]], id="further below"),
    ],
)
def test_the_next_line_of_a_cell_belongs_to_its_row(y: float, told: list[list[str]]) -> None:
    assert strata([line("A"), line("B", 0, y)], [line("C", 200)]) == told


def test_the_first_of_what_overlaps_tells_how_close_it_follows() -> None:
    assert strata([line("A"), line("B", 0, 112), line("C", 0, 120)], [line("D", 200)]) == [["A", "D", "B", "C"]]


def test_what_begins_level_on_both_sides_is_a_row_however_close() -> None:
    assert strata([line("A"), line("B", 0, 112)], [line("C", 200), line("D", 200, 112)]) == [["A", "C"], ["B", "D"]]
    assert strata([line("A"), line("B", 0, 109)], [line("C", 200), line("D", 200, 109)]) == [["A", "C"], ["B", "D"]]
    assert strata([line("A"), line("B", 0, 108.5)], [line("C", 200), line("D", 200, 108.5)]) == [["A", "C", "B", "D"]]


def test_a_level_begins_with_a_line_on_each_side() -> None:
    left, right = [line("A"), line("B", 0, 112)], [line("C", 200, 103.5), line("D", 200, 104)]
    assert _begins_level([left[0], right[0]], left, right)
    assert not _begins_level([left[0], right[1]], left, right)
    assert not _begins_level(left, left, right)
    assert not _begins_level(right, left, right)


def test_a_value_in_another_type_that_follows_closely_is_of_its_label() -> None:
    def rows(*told: tuple[float, bool]) -> list[list[str]]:
        return texts(
            _with_values([row(y, str(n), str(n), type_=BOLD if heavy else PLAIN) for n, (y, heavy) in enumerate(told)])
        )

    assert rows((100, False), (112, True), (142, False), (154, True)) == [["0", "0", "1", "1"], ["2", "2", "3", "3"]]
    assert rows((100, False), (112, False), (142, False)) == [["0", "0"], ["1", "1"], ["2", "2"]]
    assert rows((100, False), (112, True), (126, False)) == [["0", "0"], ["1", "1"], ["2", "2"]]
    assert rows((100, False), (111.5, True), (125.5, False)) == [["0", "0", "1", "1"], ["2", "2"]]
    assert rows((100, False), (120, True)) == [["0", "0"], ["1", "1"]]


def test_cells_of_several_lines_are_one_row_and_what_stands_over_them_another() -> None:
    assert texts(_parts([line("B", 200), line("A")])) == [["A", "B"]]
    assert texts(_parts([line("A"), line("a", 0, 112), line("B", 200, 106)])) == [["A", "B", "a"]]
    head = joined(line("Of all that was paid"), line("x", 120), line("by them", 190))
    assert texts(_parts([head, line("A", 0, 112), line("B", 200, 112), line("a", 0, 124), line("b", 200, 124)])) == [
        ["Of all that was paid x by them"],
        ["A", "B", "a", "b"],
    ]
