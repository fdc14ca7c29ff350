"""Tables of figures parted by white: which figures are a row, which rows a table, and what stands over and beside."""

from collections.abc import Sequence

import pytest

from pipeline.model import Style, Tag
from pipeline.segment.lines.baselines import Line
from pipeline.segment.tables.figures import (
    Block,
    Row,
    _above,
    _below,
    _beyond,
    _cut_at_text,
    _cut_before_figure,
    _ends_in_figure,
    _gap,
    _heads,
    _is_table,
    _leave_labels_beside,
    _leave_text_beside,
    _rows,
    _stands_alone,
    _stands_over,
    _table,
    _taken,
    _whole,
    aligned,
    figure_tables,
    interlocking,
    with_labels,
)
from tests.segment.records import BOLD, PLAIN, box, centred, ending, flat, joined, line, shown, texts

LARGE = PLAIN._replace(size=12.0)
WORDS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t"]


def row(y: float, label: str = "Mali", *figures: str, x: float = 0.0, ends: float = 100.0) -> Row:
    """A label from x on, and figures that end at 100, 150 …"""
    told = [ending(text, ends + 50 * place, y) for place, text in enumerate(figures or ("12",))]
    return Row([line(label, x, y)] if label else [], told)


def block(*ys: float, figures: Sequence[str] = ("12",)) -> Block:
    return Block([row(y, f"Mali {y}", *figures) for y in ys])


def all_of(*blocks: Block) -> list[Line]:
    return [each for part in blocks for each in flat([row.lines for row in part.rows])]


def told(rows: Sequence[Row]) -> list[str]:
    return [" | ".join(each.text for each in part.lines) for part in rows]


# --------------------------------------------------------------------------------------------------------- rows, blocks


def test_the_label_of_a_row_is_its_first_word_that_is_no_figure() -> None:
    assert Row([line("1"), line("Mali", 20), line("Gao", 60)], [line("12", 90)]).label.text == "Mali"
    assert Row([line("1"), line("2", 20)], [line("12", 90)]).label.text == "1"
    assert Row([], [line("12")]).label is None


def test_rows_and_blocks_have_boxes_around_all_that_they_hold() -> None:
    assert row(100, "Mali", "12", "13").box == box(0, 92, 150, 102)
    assert (row(100).baseline, block(100, 120).box) == (100, box(0, 92, 100, 122))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        pytest.param(ending("12", 100), ending("12,345", 105.5), True, id="right edges"),
        pytest.param(ending("12", 100), ending("12,345,678", 106), False, id="right edges apart"),
        pytest.param(line("12", 100), line("12,345", 94.5), True, id="left edges"),
        pytest.param(line("12", 100), line("12,345,678", 94), False, id="left edges apart"),
        pytest.param(centred("12", 100), centred("12,345,678", 105.5), True, id="middles"),
        pytest.param(centred("12", 100), centred("12,345,678", 106), False, id="middles apart"),
    ],
)
def test_figures_stand_below_each_other_at_an_edge_or_around_a_middle(one: Line, other: Line, told: bool) -> None:
    assert aligned(one, other) is told
    assert aligned(other, one) is told


@pytest.mark.parametrize(("y", "takes"), [(100, False), (100.5, True), (141.5, True), (142, False)])
def test_a_row_goes_on_close_below_the_last(y: float, takes: bool) -> None:
    assert block(80, 100).takes(row(y)) is takes


@pytest.mark.parametrize(
    ("ends", "takes"), [((100, 150), True), ((107, 150), False), ((100, 157), False), ((100, 127, 150), True)]
)
def test_the_first_and_the_last_figure_of_a_row_stand_below_others(ends: Sequence[float], takes: bool) -> None:
    figures = [ending("12", x1, 120) for x1 in ends]
    assert block(100, figures=("12", "13")).takes(Row([line("Chad", 0, 120)], figures)) is takes


def bars(*rows: tuple[float, float, float]) -> list[Row]:
    """Of each bar its height, where its label begins and where its figure ends."""
    return [row(y, "Chad", x=x, ends=ends) for y, x, ends in rows]


@pytest.mark.parametrize(
    ("rows", "takes"),
    [
        pytest.param([(100, 0, 100), (120, 0, 160)], True, id="two bars"),
        pytest.param([(100, 0, 100), (120, 5.5, 160)], True, id="labels that begin at one edge"),
        pytest.param([(100, 0, 100), (120, 6, 160)], False, id="labels at two edges"),
        pytest.param([(100, 0, 100), (120, 0, 160), (143, 0, 250)], True, id="about as far apart"),
        pytest.param([(100, 0, 100), (120, 0, 160), (143.5, 0, 250)], False, id="further apart"),
        pytest.param([(100, 0, 100), (120, 0, 160), (136.5, 0, 250)], False, id="closer"),
        pytest.param([(90, 0, 100), (120, 0, 160), (140, 0, 250), (160, 0, 70)], True, id="after the last two"),
    ],
)
def test_figures_at_the_ends_of_bars_are_rows(rows: Sequence[tuple[float, float, float]], takes: bool) -> None:
    *first, last = bars(*rows)
    assert Block(first).takes(last) is takes


def test_labels_of_bars_may_end_at_one_edge() -> None:
    upper = Row([ending("Chad", 50, 100)], [ending("12", 100, 100)])
    for x1, takes in ((55.5, True), (56, False)):
        assert Block([upper]).takes(Row([ending("Niger or so", x1, 120)], [ending("12", 160, 120)])) is takes


def test_a_bar_has_one_label_and_one_figure() -> None:
    bar, other = bars((100, 0, 100), (120, 0, 160))
    two_figures = Row(other.words, [*other.figures, ending("13", 220, 120)])
    two_words = Row([*other.words, line("x", 60, 120)], other.figures)
    assert not Block([bar]).takes(two_figures)
    assert not Block([bar]).takes(two_words)
    assert not Block([two_words]).takes(row(140, "Chad", ends=220))


# ------------------------------------------------------------------------------------------------------- whole accounts


def account(label: str, *between: Line, first: Row | None = None) -> bool:
    """Whether an account goes on whose last row has that label and stands at 120, the first of the next part at 200."""
    upper = Block([row(100, "Mali", "12", "12"), row(120, label)])
    lower = Block([first or row(200, "Chad"), row(220, "Togo")])
    return upper.goes_on(lower, [*all_of(upper, lower), *between])


NAME = line("Costs", 0, 160)


def test_a_part_of_an_account_goes_on_after_its_total() -> None:
    assert account("Total", NAME)
    assert account("", NAME)
    assert not account("Gao", NAME)
    assert account("Gao", NAME, first=row(200, "Chad", "12", "12"))  # several columns


@pytest.mark.parametrize(
    ("between", "goes_on"),
    [
        pytest.param([line("Costs", 0, 140)], False, id="a gap of six lines below it"),
        pytest.param([line("Costs", 0, 140.5)], True, id="a smaller gap"),
        pytest.param([line("Costs", 0, 180)], False, id="a gap of six lines above it"),
        pytest.param([], False, id="nothing between"),
        pytest.param([NAME, line("a b c d e f", 0, 170)], True, id="a name of six words"),
        pytest.param([NAME, line("a b c d e f g", 0, 170)], False, id="seven words"),
        pytest.param([line("Costs", 0, 160, PLAIN._replace(size=11.0))], True, id="somewhat larger"),
        pytest.param([line("Costs", 0, 160, PLAIN._replace(size=11.25))], False, id="larger"),
        pytest.param([line("Costs", 0, 160, PLAIN._replace(size=8.75))], False, id="smaller"),
        pytest.param([NAME, line(" ".join(WORDS), 150, 160)], True, id="text right of it"),
        pytest.param([NAME, line(" ".join(WORDS), 149, 160)], False, id="text that runs into it"),
        pytest.param([NAME, line(" ".join(WORDS), 0, 122)], True, id="text on the last row"),
        pytest.param([NAME, line(" ".join(WORDS), 0, 122.5)], False, id="text below the last row"),
        pytest.param([NAME, line(" ".join(WORDS), 0, 191.5)], False, id="text above the first row"),
        pytest.param([NAME, line(" ".join(WORDS), 0, 192)], True, id="text on the first row"),
    ],
)
def test_only_the_name_of_a_part_stands_between_parts_of_an_account(between: list[Line], goes_on: bool) -> None:
    assert account("Total", *between) is goes_on


def test_parts_of_an_account_have_other_labels_and_figures_below_those_of_others() -> None:
    assert not account("Total", NAME, first=row(200, "Mali"))
    assert not account("Total", NAME, first=row(200, "Chad", ends=107))
    assert account("Total", NAME, first=row(200, ""))


def test_parts_become_one_account() -> None:
    upper, lower = Block([row(100, "Mali"), row(120, "Total")]), block(140, 160)
    other = Block([row(100, "Togo", ends=300), row(120, "Peru", ends=300)])
    assert [told(part.rows) for part in _whole([upper, other, lower], [])] == [
        ["Mali | 12", "Total | 12", "Mali 140 | 12", "Mali 160 | 12"],
        ["Togo | 12", "Peru | 12"],
    ]


# ---------------------------------------------------------------------------------------------------- rows on one level


@pytest.mark.parametrize(
    ("level", "found"),
    [
        pytest.param([line("Mali"), ending("12", 100)], ["Mali | 12"], id="a label and a figure"),
        pytest.param([line("Mali"), ending("12", 100), ending("-", 150)], ["Mali | 12 | -"], id="a dash"),
        pytest.param([line("Mali"), ending("-", 100), ending("12", 150)], ["Mali | - | 12"], id="a dash first"),
        pytest.param([ending("12", 100), ending("-", 150)], ["12 | -"], id="a dash behind a figure without label"),
        pytest.param([line("-"), line("Mali", 50), ending("12", 150)], ["- | Mali | 12"], id="a dash before a label"),
        pytest.param([line("1"), line("Mali", 50), ending("12", 150)], ["1 | Mali | 12"], id="a number of the row"),
        pytest.param([line("1."), line("2", 20), line("Mali", 50)], [], id="numbers before words alone"),
        pytest.param([line("1,250"), line("Mali", 50), ending("12", 150)], ["1,250", "Mali | 12"], id="a sum first"),
        pytest.param([line("1"), line("9,5", 50), line("A", 90)], ["1 | 9,5"], id="a number and a sum"),
        pytest.param(
            [line("Mali"), ending("12", 100), line("Chad", 150), ending("13", 250)],
            ["Mali | 12", "Chad | 13"],
            id="two",
        ),
        pytest.param(
            [line("Mali"), line("1", 40), line("Chad", 150), ending("13", 250)], ["Mali | 1", "Chad | 13"], id="a 1"
        ),
        pytest.param([line("Mali"), line("Gao", 50)], [], id="words"),
        pytest.param([joined(line("12"), line("13", 50))], ["12 | 13"], id="figures of one line"),
    ],
)
def test_rows_on_a_level(level: list[Line], found: list[str]) -> None:
    assert told(list(_rows(level))) == found


def test_the_number_of_a_row_is_none_of_its_figures() -> None:
    (found,) = _rows([line("1."), line("Mali", 50), ending("12", 150)])
    assert texts([found.words, found.figures]) == [["1.", "Mali"], ["12"]]


def test_a_row_goes_on_with_the_last_block_that_takes_it_or_with_two() -> None:
    left, right = block(100), Block([row(100, "Togo", x=200, ends=300)])
    assert _taken(row(120), [left, right])[0][1] is left
    assert _taken(row(120), [left, block(100), Block([row(100, "Peru")])])[0][1].rows[0].label.text == "Peru"
    alone = Row([], [ending("12", 100, 120), ending("13", 300, 120)])
    assert [(told([part]), taken) for part, taken in _taken(alone, [left, right])] == [(["12"], left), (["13"], right)]
    assert _taken(alone, [left]) == [(alone, None)]
    three = Row([], [ending("12", 100, 120), ending("13", 260, 120), ending("14", 300, 120)])
    wide = Block([row(100, "Togo", "1", "2", x=200, ends=260), row(100, "Togo", ends=300)])
    assert [told([part]) for part, _ in _taken(three, [left, wide])] == [["12"], ["13 | 14"]]


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (line("12"), True),
        (joined(line("Mali"), line("12", 40)), True),
        (line("Mali 12"), False),
        (joined(line("Mali"), line("Gao", 40)), False),
    ],
)
def test_a_line_ends_in_a_figure_if_dots_led_to_it(one: Line, told: bool) -> None:
    assert _ends_in_figure(one) is told


# ------------------------------------------------------------------------------------------- what stands beside a table


def beside(*words: str, x: float = -200.0) -> tuple[Block, list[Line]]:
    """A block of labels and figures, level with lines left of them."""
    ys = [100 + 20 * place for place in range(len(words))]
    lines = [line(text, x, y) for text, y in zip(words, ys, strict=True)]
    rows = [Row([each, *row(y).words], row(y).figures) for each, y in zip(lines, ys, strict=True)]
    return Block(rows), [*lines, *flat([part.words[1:] + part.figures for part in rows])]


def test_running_text_left_of_labels_is_none_of_their_rows() -> None:
    made, lines = beside("and so", "Work is", "done by")
    _leave_text_beside(made, lines)
    assert told(made.rows) == ["Mali | 12"] * 3


@pytest.mark.parametrize(
    ("words", "left"),
    [
        pytest.param(("and so", "Work", "by"), True, id="two of three lines begin small"),
        pytest.param(("and so", "by", "A", "B", "C"), False, id="two of five"),
        pytest.param(("Work", "Some", "Of"), False, id="none"),
    ],
)
def test_text_runs_if_more_than_two_of_five_of_its_lines_begin_small(words: Sequence[str], left: bool) -> None:
    made, lines = beside(*words)
    _leave_text_beside(made, lines)
    assert (told(made.rows)[0] == "Mali | 12") is left


@pytest.mark.parametrize(
    ("y", "x", "counts"),
    [
        (60, -200, False),  # more than 3.2 ems above the first row, whose top is 92
        (60.5, -200, True),
        (153.5, -200, True),  # the last row ends at 122, and 32 points below it no more counts
        (154, -200, False),
        (90, -210, False),  # an em left of the text
        (90, -209, True),
        (90, -191, True),
        (90, -190, False),  # right of it
    ],
)
def test_lines_above_and_below_tell_whether_text_runs(y: float, x: float, counts: bool) -> None:
    made, lines = beside("Of", "By")
    more = [line(text, x, y) for text in ("and", "so")]
    _leave_text_beside(made, [*lines, *more])
    assert (told(made.rows) == ["Mali | 12"] * 2) is counts


def test_text_may_end_where_the_labels_begin() -> None:
    made, lines = beside("and so", "and so", x=-27.5)
    _leave_text_beside(made, lines)
    assert told(made.rows) == ["Mali | 12"] * 2


def test_words_left_of_the_labels_of_half_the_rows_stay() -> None:
    made, lines = beside("and so", "by")
    made.rows += [
        Row([line("in", -200, 140)], [ending("12", 100, 140)]),
        Row([line("a", -200, 160)], [line("1", 95, 160)]),
    ]
    _leave_text_beside(made, lines)
    assert told(made.rows)[0] == "and so | Mali | 12"
    made.rows.pop()
    _leave_text_beside(made, lines)
    assert told(made.rows)[0] == "Mali | 12"


def test_labels_of_a_table_on_the_left_are_none_of_the_one_on_the_right() -> None:
    def right(y: float) -> Row:
        return Row([line("Mali", 0, y), line("Togo", 120, y)], [ending("7", 300, y)])

    left = block(100, 120)
    for y, words in ((60, 2), (60.5, 1), (100, 1), (121.5, 1), (122, 2)):  # 3.2 ems above it to its end
        made = Block([right(y)])
        _leave_labels_beside(made, [left, made])
        assert [each.text for each in made.rows[0].words] == ["Mali", "Togo"][-words:], y
    made = Block([right(100)])
    _leave_labels_beside(made, [Block(left.rows[:1]), made])  # a row alone is no table
    assert len(made.rows[0].words) == 2
    over = Block([Row([line("Mali", 0, 100)], [ending("7", 100, 100)])])
    _leave_labels_beside(over, [left, over])  # figures no further right
    assert told(over.rows) == ["Mali | 7"]


def test_labels_end_left_of_the_figures_of_the_table_that_they_are_of() -> None:
    left = block(100, 120)
    for x1, words in ((90, 1), (91, 2)):
        made = Block([Row([ending("Mali", x1, 100), line("Togo", 120, 100)], [ending("7", 300, 100)])])
        _leave_labels_beside(made, [left, made])
        assert len(made.rows[0].words) == words


def cut(y: float, x0: float, x1: float) -> list[list[str]]:
    """Rows at 100, 120 and 140, and a line of text."""
    made = block(100, 120, 140)
    text = Line(line("a", x0, y).words, box(x0, y - 8, x1, y + 2), y)
    return [told(part.rows) for part in _cut_at_text(made, [*all_of(made), text])]


ROWS = ["Mali 100 | 12", "Mali 120 | 12", "Mali 140 | 12"]


@pytest.mark.parametrize(
    ("y", "x0", "x1", "parts"),
    [
        pytest.param(110, 0, 200, [ROWS[:1], ROWS[1:]], id="from the labels over the figures"),
        pytest.param(120, 0, 200, [ROWS[:2], ROWS[2:]], id="level with a row"),
        pytest.param(110, 0, 100, [ROWS], id="up to the figures"),
        pytest.param(110, 0, 100.5, [ROWS[:1], ROWS[1:]], id="a little further"),
        pytest.param(110, -10, 200, [ROWS], id="from further left"),
        pytest.param(110, -9, 200, [ROWS[:1], ROWS[1:]], id="from a little left"),
        pytest.param(110, 80, 200, [ROWS], id="from right before the figures"),
        pytest.param(110, 79, 200, [ROWS[:1], ROWS[1:]], id="from a little further"),
        pytest.param(90, 0, 200, [ROWS], id="above"),
    ],
)
def test_a_line_over_labels_and_figures_cuts_a_table(y: float, x0: float, x1: float, parts: list[list[str]]) -> None:
    assert cut(y, x0, x1) == parts


def test_a_label_under_which_no_figure_of_the_first_column_stands_cuts_nothing() -> None:
    wide = Row([line("a" * 22, 0, 120)], [ending("13", 150, 120)])
    made = Block([row(100), wide, row(140)])
    assert len(_cut_at_text(made, all_of(made))) == 1


# ----------------------------------------------------------------------------------------------------- which are tables


@pytest.mark.parametrize(
    ("label", "figure", "others", "alone"),
    [
        pytest.param(line("Mali"), line("$ 12", 50.5), [], True, id="an amount far beside its label"),
        pytest.param(line("Mali"), line("$ 12", 50), [], False, id="an amount near its label"),
        pytest.param(line("Mali"), line("12", 80), [], False, id="no currency"),
        pytest.param(
            line("Mali"), line("$ 12", 80), [line("Gao", 0, 114.5)], False, id="a line less than half an em below"
        ),
        pytest.param(line("Mali"), line("$ 12", 80), [line("Gao", 0, 115)], True, id="a line half an em below"),
        pytest.param(line("Mali"), line("$ 12", 80), [line("Gao", 0, 85.5)], False, id="a line close above"),
        pytest.param(line("Mali"), line("$ 12", 80), [line("Gao", 0, 85)], True, id="a line half an em above"),
        pytest.param(line("Mali"), line("$ 12", 80), [line("Gao", 300, 100)], True, id="a line level with it"),
        pytest.param(line("Mali"), line("$ 12", 80), [line("Gao", 300, 101)], False, id="a line nearly level with it"),
    ],
)
def test_a_row_alone(label: Line, figure: Line, others: list[Line], alone: bool) -> None:
    made = Block([Row([label], [figure])])
    assert _stands_alone(made, [*all_of(made), *others]) is alone


def test_a_row_alone_has_one_label_and_one_row() -> None:
    one = row(100, "Mali", "$ 12")
    assert _stands_alone(Block([one]), one.lines)
    assert not _stands_alone(Block([one, row(200, "Chad", "$ 12")]), [])
    assert not _stands_alone(Block([Row([], one.figures)]), [])
    assert not _stands_alone(Block([Row([*one.words, line("Gao", 40)], one.figures)]), [])


def labelled(*labels: str) -> Block:
    return Block([row(100 + 20 * place, label) for place, label in enumerate(labels)])


@pytest.mark.parametrize(
    ("labels", "is_table"),
    [
        pytest.param(["Mali", "Chad"], True, id="two rows"),
        pytest.param(["Mali"], False, id="one row"),
        pytest.param(["Mali", ""], True, id="half of them without a label"),
        pytest.param(["Mali", "", ""], False, id="more without a label"),
        pytest.param(["Mali", " ".join(["Gao", *WORDS[:15]])], True, id="a label of sixteen words"),
        pytest.param(["Mali", " ".join(["Gao", *WORDS[:16]])], False, id="a label of seventeen words"),
        pytest.param(["Mali:", "Chad"], True, id="half of them with a colon"),
        pytest.param(["Mali:", "Chad:", "Togo"], False, id="more with a colon"),
        pytest.param(["and", "so", "Togo", "Peru", "Chad"], True, id="two of five begin small"),
        pytest.param(["and", "so", "Togo", "Peru"], False, id="two of four begin small"),
        pytest.param(["a) and", "b) so", "c) by"], True, id="points of a list"),
    ],
)
def test_rows_are_a_table(labels: Sequence[str], is_table: bool) -> None:
    assert _is_table(labelled(*labels)) is is_table


def test_bullets_before_labels_are_the_keys_of_a_chart_and_headings_are_no_labels() -> None:
    keys = Block([Row([line("and", 0, y, bullet=True)], [ending("12", 100, y)]) for y in (100, 120)])
    assert _is_table(keys)
    headed = Block([Row([line("Mali", 0, y, tag=Tag(1, heading=2))], [ending("12", 100, y)]) for y in (100, 120)])
    assert not _is_table(headed)
    tagged = Block([Row([line("Mali", 0, y, tag=Tag(1))], [ending("12", 100, y)]) for y in (100, 120)])
    assert _is_table(tagged)


# ------------------------------------------------------------------------------------------------ what rows are made of


def test_rows_with_the_lines_between_them_and_the_heads_over_them_are_a_table() -> None:
    made = Block([row(120, "Mali", "12", "13"), row(152, "Chad", "7", "8"), row(172, "Total", "1,900", "2,100")])
    more = [
        *(ending(text, x1, 100) for text, x1 in (("Paid", 100), ("Left", 150))),
        line("and Gao", 0, 132),
        ending("EUR", 150, 88),
        line("Costs", 0, 240),
    ]
    assert shown(_table(made, [*all_of(made), *more])) == [
        "[] | [] | [EUR]",
        "[] | [Paid] | [Left]",
        "Mali and Gao | 12 | 13",
        "Chad | 7 | 8",
        "(Total) | (1,900) | (2,100)",
    ]


@pytest.mark.parametrize(
    ("one", "told"),
    [
        pytest.param(line("Gao", -19, 120), ["Mali 100 | 12", "Gao |", "Mali 140 | 12"], id="a label further left"),
        pytest.param(line("Gao", -20, 120), ["Mali 100 | 12", "Mali 140 | 12"], id="two ems further left"),
        pytest.param(
            ending("Gao Gao Gao", 90, 120), ["Mali 100 | 12", "Gao Gao Gao |", "Mali 140 | 12"], id="a long one"
        ),
        pytest.param(ending("Gao Gao Gao", 91, 120), [], id="a line into the figures"),
        pytest.param(line("Gao", 80, 120), [], id="a line from right before them"),
        pytest.param(ending("Gao", 119, 120), [], id="a line into the white behind them"),
        pytest.param(ending("Gao", 120, 120), ["Mali 100 | 12", "Mali 140 | 12"], id="a line behind it"),
        pytest.param(
            joined(line("Gao", 0, 120), ending("77", 100, 120)),
            ["Mali 100 | 12", "Gao | 77", "Mali 140 | 12"],
            id="a label and its figure on one line",
        ),
    ],
)
def test_what_stands_between_rows(one: Line, told: list[str]) -> None:
    made = block(100, 140)
    table = _table(made, [*all_of(made), one])
    assert (shown(table) if table else []) == told


@pytest.mark.parametrize(
    ("place", "words"),
    [(92.5, ["Gao"]), (92, []), (141.5, ["Gao"]), (142, [])],  # from the top of the first row to the end of the last
)
def test_labels_between_rows_stand_between_the_first_and_the_last(place: float, words: list[str]) -> None:
    made = block(100, 140)
    far = BOLD._replace(size=1.0)  # that is the next line of no label
    table = _table(made, [*all_of(made), line("Gao", 0, place, far)])
    assert [each.text for each in table.lines if each.text == "Gao"] == words


def test_the_next_lines_of_the_first_and_the_last_label_are_theirs() -> None:
    made = Block([row(120, "and Gao"), row(140, "Chad"), row(160, "Togo")])
    more = [line("Mali", 0, 108), line("of old", 0, 172), line("x", 95, 172)]
    assert shown(_table(made, [*all_of(made), *more]))[::2] == ["Mali and Gao | 12", "Togo of old | 12"]


def test_a_head_may_be_wider_than_its_figures_and_begin_left_of_the_labels() -> None:
    made = block(120, 140, figures=("12", "13"))
    wide, far = line("EUR million of 2019", 95, 100), line("EUR million of 2019", -19, 100)
    assert shown(_table(made, [*all_of(made), wide]))[0] == "[] | [EUR million of 2019] →2"
    assert shown(_table(made, [*all_of(made), line("EUR m", 149, 100)]))[0] == "[] | [] | [EUR m]"
    assert shown(_table(made, [*all_of(made), line("EUR m", 150, 100)]))[0] == "Mali 120 | 12 | 13"
    assert far.box.x1 < 90


def columns(
    *lines: Line, heads: Sequence[Line] = (), right: float = 100.0, ys: Sequence[float] = (100, 120, 140)
) -> list[str]:
    found = _beyond([row(y) for y in ys], right, [*lines, *heads])
    return [each.text for each in found]


OVER = [ending("Paid", 100, 80), line("Notes", 120, 80)]


@pytest.mark.parametrize(
    ("lines", "heads", "found"),
    [
        pytest.param([line("a", 120, 100), line("b", 120, 120), line("c", 120, 140)], OVER, "", id="text that runs"),
        pytest.param([line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)], OVER, "A B C", id="in each row"),
        pytest.param([line("A", 120, 100), line("B", 120, 120)], OVER, "", id="in two of three rows"),
        pytest.param([line("A", 120, 100), line("B", 120, 120), line("C", 126, 140)], OVER, "", id="at two edges"),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 125.5, 140)], OVER, "A B C", id="at nearly one edge"
        ),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 120, 140), line("D", 120, 130)], OVER, "", id="between"
        ),
        pytest.param([line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)], [], "", id="no heads"),
        pytest.param([line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)], OVER[1:], "", id="no other head"),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)], OVER[:1], "", id="no head over it"
        ),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)],
            [OVER[0], line("Notes", 125, 80)],
            "",
            id="a head right of it",
        ),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)],
            [OVER[0], line("Notes", 124, 80)],
            "A B C",
            id="a head that reaches over it",
        ),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)],
            [OVER[0], ending("Of", 120, 80)],
            "",
            id="a head left of it",
        ),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)],
            [ending("Paid", 101, 80), OVER[1]],
            "",
            id="another head that ends right of the figures",
        ),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)],
            [each for x, text in ((80, "Paid"), (120, "Notes")) for each in [line(text, x, 68)]],
            "",
            id="heads far above",
        ),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)],
            [each for x, text in ((80, "Paid"), (120, "Notes")) for each in [line(text, x, 68.5)]],
            "A B C",
            id="heads within two ems",
        ),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 120, 140)],
            [OVER[0], line("Notes", 120, 84)],
            "",
            id="heads on two levels",
        ),
        pytest.param(
            [line(text, x, y) for x in (120, 150) for text, y in (("A", 100), ("B", 120), ("C", 140))],
            [*OVER, line("Of", 150, 80)],
            "A B C A B C",
            id="two columns",
        ),
        pytest.param(
            [line(text, x, y) for x in (120, 150) for text, y in (("A", 100), ("B", 120), ("C", 140))],
            [OVER[0], line("Notes on it", 120, 80)],
            "",
            id="a head over two columns",
        ),
        pytest.param(
            [line("A", 120, 100), line("B", 120, 120), line("C", 120, 140), line("D", 120, 92), line("E", 120, 142)],
            OVER,
            "A B C",
            id="lines above and below the rows",
        ),
    ],
)
def test_words_of_columns_right_of_all_figures(lines: list[Line], heads: list[Line], found: str) -> None:
    assert " ".join(columns(*lines, heads=heads)) == found


def test_words_right_of_figures_stand_in_seven_of_ten_rows() -> None:
    ys = [100.0 + 20 * place for place in range(10)]
    for count in (7, 6):
        found = columns(*(line("A", 120, y) for y in ys[:count]), heads=OVER, ys=ys)
        assert len(found) == (count if count == 7 else 0)


def test_words_right_of_figures_begin_right_of_them() -> None:
    lines = [line("A", 100, y) for y in (100, 120, 140)]
    assert columns(*lines, heads=[ending("Paid", 90, 80), line("Notes", 100, 80)]) == []
    lines = [line("A", 101, y) for y in (100, 120, 140)]
    assert columns(*lines, heads=[ending("Paid", 90, 80), line("Notes", 101, 80)]) == ["A", "A", "A"]


@pytest.mark.parametrize(
    ("one", "parts"),
    [
        (joined(line("Mali"), ending("12", 105.5)), ["Mali", "12"]),
        (joined(line("Mali"), ending("12", 106)), []),
        (joined(line("Mali"), ending("12", 94)), []),
        (joined(line("Mali"), ending("of", 100)), []),
        (joined(line("In"), line("12", 20), ending("12", 100)), ["In", "12 12"]),
        (ending("12", 100), []),
    ],
)
def test_a_line_is_cut_before_the_figure_that_ends_where_its_column_does(one: Line, parts: list[str]) -> None:
    assert [part.text for part in _cut_before_figure(one, (90.0, 100.0))] == parts


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param([line("B", 0, 124), line("A", 0, 112)], "A B", id="line by line"),
        pytest.param([line("A", 0, 114.5)], "A", id="as far as may be"),
        pytest.param([line("A", 0, 115)], "", id="too far"),
        pytest.param([line("A", 0, 112, BOLD)], "", id="in another weight"),
        pytest.param([line("B", 0, 124, BOLD), line("A", 0, 112), line("C", 0, 136)], "A", id="up to another weight"),
        pytest.param([line("A", 40, 105)], "A", id="half an em lower"),
        pytest.param([line("A", 40, 104.5)], "", id="hardly lower"),
        pytest.param([line("A", 0, 88)], "", id="above"),
    ],
)
def test_the_next_lines_of_the_last_label(lines: list[Line], found: str) -> None:
    assert " ".join(each.text for each in _below(row(100), lines)) == found


def test_figures_without_label_have_next_lines_in_any_weight() -> None:
    assert texts([list(_below(row(100, ""), [line("A", 0, 112, BOLD)]))]) == [["A"]]


@pytest.mark.parametrize(
    ("label", "above", "goes_on"),
    [
        pytest.param(line("and so"), line("Mali", 0, 88), True, id="that begins small"),
        pytest.param(line("Chad"), line("Mali", 0, 88), False, id="that begins with a capital"),
        pytest.param(line("Chad"), line("Mali", 0, 88, bullet=True), True, id="below a bullet"),
        pytest.param(line("and so"), line("Mali", 0, 88, BOLD), False, id="of another type"),
        pytest.param(line("Chad", bullet=True), line("Mali", 0, 88, bullet=True), False, id="with a bullet of its own"),
        pytest.param(line("and so"), line("Mali", 0, 85.5), False, id="too far below"),
        pytest.param(line("and so"), line("Mali", 0, 86), True, id="as far below as may be"),
        pytest.param(line("and so"), line("Mali", 0, 92), True, id="that overlaps it"),
        pytest.param(line("and so"), line("Mali", 0, 92.5), False, id="nearly level with it"),
    ],
)
def test_the_first_label_may_go_on_from_the_line_above_it(label: Line, above: Line, goes_on: bool) -> None:
    assert bool(_above(Row([label], [ending("12", 100)]), [above])) is goes_on


def test_figures_without_label_go_on_from_nothing() -> None:
    assert _above(row(100, ""), [line("Mali", 0, 88, bullet=True)]) == []


# ------------------------------------------------------------------------------------------------------ lines of labels


def rows_with(*labels: Line, ys: Sequence[float] = (100, 140)) -> list[list[str]]:
    return texts(with_labels([[ending(str(place), 100, y)] for place, y in enumerate(ys)], labels))


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        pytest.param([line("A"), line("B", 0, 140)], [["A", "0"], ["B", "1"]], id="level with the figures"),
        pytest.param([line("A", 0, 103.5)], [["A", "0"], ["1"]], id="about level"),
        pytest.param([line("A"), line("b", 40)], [["A", "b", "0"], ["1"]], id="two on a level"),
        pytest.param([line("A"), line("b", 0, 112)], [["A", "0", "b"], ["1"]], id="a next line"),
        pytest.param([line("A"), line("b", 0, 114.25)], [["A", "0", "b"], ["1"]], id="a next line as far as may be"),
        pytest.param([line("A"), line("b", 0, 114.5)], [["A", "0"], ["b"], ["1"]], id="a line too far below"),
        pytest.param([line("A"), line("B", 0, 112, BOLD)], [["A", "0"], ["B"], ["1"]], id="a line in another weight"),
        pytest.param([line("A"), line("B", 40, 112, BOLD)], [["A", "0", "B"], ["1"]], id="a line beside the label"),
        pytest.param(
            [line("A", 0, 94), line("b", 0, 106)], [["0", "A", "b"], ["1"]], id="around figures level with none"
        ),
        pytest.param([line("B", 0, 128), line("C", 0, 140)], [["0"], ["C", "1", "B"]], id="above its own"),
        pytest.param([line("A", 0, 104)], [["0", "A"], ["1"]], id="not quite level"),
        pytest.param([line("A", 0, 120)], [["0"], ["A"], ["1"]], id="a label alone"),
    ],
)
def test_lines_of_labels_stand_in_the_rows_of_their_figures(labels: list[Line], rows: list[list[str]]) -> None:
    assert rows_with(*labels) == rows


@pytest.mark.parametrize(
    ("y", "rows"),
    [
        (111.5, [["A", "0", "b"], ["B", "1"]]),
        (112.0, [["A", "0"], ["b"], ["B", "1"]]),
        (115.0, [["A", "0"], ["b"], ["B", "1"]]),
    ],
)
def test_the_next_line_in_close_rows_is_clearly_nearer_to_the_one_above(y: float, rows: list[list[str]]) -> None:
    assert rows_with(line("A"), line("b", 0, y), line("B", 0, 126), ys=(100, 126, 139, 152)) == [*rows, ["2"], ["3"]]


@pytest.mark.parametrize(
    ("first", "y", "text", "row"),
    [
        pytest.param("B", 112, "x", 0, id="as near to both labels"),
        pytest.param("B", 113, "x", 0, id="somewhat nearer to the one below"),
        pytest.param("B", 113.25, "x", 1, id="a quarter of an em nearer to the one below"),
        pytest.param("b", 112, "X", 1, id="as near to one that begins small"),
        pytest.param("b", 110.75, "X", 1, id="a quarter of an em nearer to the one above it"),
        pytest.param("b", 110.5, "X", 0, id="nearer to the one above it"),
        pytest.param("b", 112, "x", 0, id="as near to one that begins small as it does"),
        pytest.param("", 113, "x", 1, id="nearer to figures without label"),
    ],
)
def test_a_line_between_labels_is_the_next_of_the_one_above(first: str, y: float, text: str, row: int) -> None:
    labels = [line("A"), *([line(first, 0, 124)] if first else [])]
    found = rows_with(*labels, line(text, 0, y), ys=(100, 124))
    assert [text in each for each in found] == [row == 0, row == 1]


@pytest.mark.parametrize(("y", "rows"), [(127.5, 2), (128, 3)])
def test_a_line_as_far_away_as_the_next_row_is_a_row_of_its_own(y: float, rows: int) -> None:
    assert len(rows_with(line("A"), line("B", 0, 116), line("C", 0, y), ys=(100, 116))) == rows
    assert len(rows_with(line("A"), line("C", 0, 112), ys=(100,))) == 1


def test_rows_come_from_top_to_bottom() -> None:
    assert rows_with(line("A", 0, 140), line("B", 0, 120), ys=(140, 100)) == [["1"], ["B"], ["A", "0"]]


def test_the_white_between_a_line_and_a_row_is_that_of_what_stands_above_or_below_it() -> None:
    row = [line("Mali"), ending("12", 100, 90)]
    assert _gap(line("Gao", 0, 114), row) == 4
    assert _gap(line("Gao", 0, 85), row) == 5
    assert _gap(line("Gao", 0, 114), [*row, line("x", 0, 110)]) == -6
    assert _gap(line("Gao", 200, 114), row) == 4


# -------------------------------------------------------------------------------------------------- heads over columns

COLUMNS = [(90.0, 100.0), (140.0, 150.0)]


def heads_over(*lines: Line) -> tuple[list[list[str]], list[list[str]]]:
    """The heads and names over columns of figures of 10 points whose first row has its top at 92."""
    heads, names = _heads(lines, 92, COLUMNS, 10.0)
    return texts(heads), texts(names)


def pair(y: float, type_: Style = PLAIN) -> list[Line]:
    return [ending("A", 100, y, type_), ending("B", 150, y, type_)]


AB = ["A", "B"]


@pytest.mark.parametrize(
    ("lines", "heads", "names"),
    [
        pytest.param(pair(80), [AB], [], id="right above"),
        pytest.param(pair(68), [AB], [], id="as far above as may be"),
        pytest.param(pair(67.5), [], [], id="too far above"),
        pytest.param([*pair(80), *pair(48)], [AB, AB], [], id="two rows"),
        pytest.param([*pair(80), *pair(47)], [AB], [], id="a row too far above heads"),
        pytest.param(pair(91), [AB], [], id="overlapping the first row by a point"),
        pytest.param(pair(91.5), [], [], id="overlapping the first row by more"),
        pytest.param([line("Donor", 0, 80), *pair(80)], [["Donor", *AB]], [], id="with the head of the labels"),
        pytest.param([ending("Donor", 89, 80), ending("B", 150, 80)], [["Donor", "B"]], [], id="up to the figures"),
        pytest.param([line("a" * 18, 0, 80), ending("B", 150, 80)], [], [], id="into the figures"),
        pytest.param([line("Costs", 0, 80), *pair(68)], [AB], [["Costs"]], id="over the name of the rows"),
        pytest.param([line("Costs", 0, 80)], [], [], id="the name of rows alone"),
        pytest.param([*pair(80), line("Costs", 0, 68)], [AB], [], id="below a line on the left"),
        pytest.param([*pair(80), line("Costs", 0, 68), *pair(56)], [AB], [], id="and heads above it"),
        pytest.param(
            [line("Costs", 0, 80), line("Of", 0, 68), *pair(56)], [AB], [["Of"], ["Costs"]], id="over two names"
        ),
        pytest.param([line("a b c d e f.", 60, 80)], [["a b c d e f."]], [], id="six words and a full stop"),
        pytest.param([line("a b c d e f g.", 60, 80)], [], [], id="a sentence of seven"),
        pytest.param([line("a b c d e f g", 60, 80)], [["a b c d e f g"]], [], id="seven words"),
        pytest.param(pair(80, PLAIN._replace(size=15.0)), [AB], [], id="half larger"),
        pytest.param(pair(80, PLAIN._replace(size=15.5)), [], [], id="larger"),
    ],
)
def test_heads_over_columns_of_figures(lines: list[Line], heads: list[list[str]], names: list[list[str]]) -> None:
    assert heads_over(*lines) == (heads, names)


LEFT_OF_IT = [line("Donor", -60)]


@pytest.mark.parametrize(
    ("one", "level", "over"),
    [
        pytest.param(line("A", 50.5), [], True, id="begins less than four ems left of the first"),
        pytest.param(line("A", 50), [], False, id="four ems left of it"),
        pytest.param(joined(line("A", 20), ending("B", 105.5)), LEFT_OF_IT, True, id="ends with a column"),
        pytest.param(joined(line("A", 20), ending("B", 105.5)), [], False, id="with nothing left of it"),
        pytest.param(joined(line("A", 20), ending("B", 106)), LEFT_OF_IT, False, id="ends further right"),
        pytest.param(joined(line("A", 20), ending("B", 94)), LEFT_OF_IT, False, id="ends further left"),
        pytest.param(joined(line("A", 20), ending("B", 159.5)), LEFT_OF_IT, True, id="has the middle of a column"),
        pytest.param(joined(line("A", 20), ending("B", 158)), LEFT_OF_IT, False, id="has its middle left of that"),
        pytest.param(joined(line("A", -35)), [line("A", -40)], False, id="beside something"),
        pytest.param(joined(line("A", -35), ending("B", 100)), [line("A", -40)], False, id="touching what is left"),
        pytest.param(joined(line("A", -34), ending("B", 100)), [line("A", -40)], True, id="right of what is left"),
    ],
)
def test_a_head_stands_over_columns(one: Line, level: list[Line], over: bool) -> None:
    assert _stands_over(one, COLUMNS, [one, *level]) is over


def test_levels_that_overlap_are_one() -> None:
    levels = [[line("A", 0, 100)], [line("B", 50, 107)], [line("C", 0, 114.5)], [line("D", 50, 126)]]
    assert texts(interlocking(levels)) == [["A", "B"], ["C"], ["D"]]
    assert texts(interlocking([[line("A", 0, 100)], [line("B", 50, 107.5)]])) == [["A"], ["B"]]
    tall = [line("A", 0, 100), line("b", 20, 103)]
    assert texts(interlocking([tall, [line("B", 50, 110), line("c", 80, 113)]])) == [["A", "b", "B", "c"]]
    assert interlocking([]) == []


# ------------------------------------------------------------------------------------------------------- whole tables


def tables(*rows: str, x: float = 0.0, pitch: float = 20.0) -> list[Line]:
    """A row a text, bars between its label and its figures."""
    found = []
    for place, text in enumerate(rows):
        label, *figures = (part.strip() for part in text.split("|"))
        found += row(100 + pitch * place, label, *figures, x=x, ends=x + 100).lines
    return found


def test_tables_of_figures_among_lines() -> None:
    left = tables("Mali | 12", "Chad | 13", "Total | 25")
    right = tables("Togo | 7", "Peru | 8", x=300)
    text = [line("Of all that", 0, 200)]
    assert [shown(found) for found in figure_tables([*text, *right, *left])] == [
        ["Mali | 12", "Chad | 13", "(Total) | (25)"],
        ["Togo | 7", "Peru | 8"],
    ]


def test_one_figure_is_no_table_and_two_may_be() -> None:
    assert figure_tables([line("Mali"), ending("$ 12", 100), line("Gao", 0, 130)]) == []
    alone = [line("Mali"), ending("$ 12", 100), ending("13", 100, 200)]
    assert [shown(found) for found in figure_tables(alone)] == [["Mali | $ 12"]]


def test_a_line_of_one_table_is_none_of_another() -> None:
    lines = [line("Paid", 75, 80), *tables("Mali | 12", "Chad | 13")]
    below = [each for y in (170, 190) for each in row(y, f"Togo {y}", "5").lines]
    assert [shown(found) for found in figure_tables([*lines, *below])] == [
        ["[] | [Paid]", "Mali | 12", "Chad | 13"],
        ["Togo 170 | 5", "Togo 190 | 5"],
    ]
