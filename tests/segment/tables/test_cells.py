"""Cells: what they tell, which head the others, which are totals, and how lines become cells of rows and columns."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.segment.lines.baselines import Line
from pipeline.segment.tables.cells import (
    Cell,
    _columns,
    _placed,
    _styles,
    _taken,
    apart,
    is_amount,
    is_broken,
    is_figure,
    is_nil,
    is_whole_figure,
    of_rows,
    table,
    without_rows,
)
from tests.segment.records import BOLD, PLAIN, box, cell, cells, centred, ending, joined, line, shown

RED = PLAIN._replace(colour="#ff0000")


def made(*rows: str) -> list[str]:
    return shown(table(cells(*rows)))


# ------------------------------------------------------------------------------------------------------ what cells tell


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1,250", True),
        ("(1,250)", True),
        ("-5", True),
        ("80%", True),
        ("US$ 1.2 million", True),
        ("US$ 1.2 thousand", True),  # ten letters
        ("EUR 1.2 thousand", False),  # eleven
        ("2 of June 2019", True),
        ("2023", False),
        ("2022-23", False),
        ("Norway", False),
        ("Phase 2", False),
        ("Q1", False),
        ("2. Ireland", False),
        ("12) Ireland", False),
        ("US$ 000", False),
        ("000s", False),
        ("", False),
    ],
)
def test_a_figure_has_digits_and_few_letters_and_is_no_name_year_or_unit(text: str, told: bool) -> None:
    assert is_figure(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [("-", True), ("–", True), ("EUR –", True), ("$-", True), ("..", True), ("Nil", True), ("n/a", True), ("0", False)],
)
def test_a_dash_or_a_word_stands_for_no_figure(text: str, told: bool) -> None:
    assert is_nil(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("US$ 5", True),
        ("5 €", True),
        ("EUR 1,250", True),
        ("ABC 1,250", False),  # no currency
        ("1,250", False),
        ("US$ of Norway", False),
    ],
)
def test_an_amount_is_a_figure_with_its_currency(text: str, told: bool) -> None:
    assert is_amount(text) is told


def test_a_table_tells_its_size_its_lines_and_where_its_columns_stand() -> None:
    made = table(
        [
            cell("Donor", type_=BOLD._replace(size=12.0)),
            cell("*All", 0, 1, columns=2),
            *cells("", "Mali\nNiger | 12,000 | 5", "Chad | 7 |"),
        ]
    )
    assert (made.rows, made.columns, made.heads, made.stub, made.size) == (3, 3, 1, 1, 12.0)
    assert [each.text for each in made.lines] == ["Donor", "All", "Mali", "Niger", "12,000", "5", "Chad", "7"]
    assert made.edges() == [(0.0, 30.0), (100.0, 130.0), (200.0, 205.0)]


def test_a_column_without_words_of_its_own_has_no_edges() -> None:
    assert table(cells("*Donor | *All →2", "Mali | 12 |")).edges() == [(0.0, 25.0), (100.0, 110.0), None]


def test_what_goes_on_has_no_heads_of_its_own_and_keeps_its_other_kinds() -> None:
    whole = table(cells("*Donor | *2022 | *Total", "*Mali | 1 | 1", "Chad | 2 | 2"))
    assert shown(without_rows(whole, 0)) == ["Donor | 2022 | Total", "Mali | 1 | (1)", "Chad | 2 | (2)"]
    assert shown(without_rows(whole, 1)) == ["Mali | 1 | (1)", "Chad | 2 | (2)"]


# ---------------------------------------------------------------------------------------------------- labels and values


def facts(*rows: str) -> list[tuple[str, str]]:
    return [(label.text, value.text) for label, value in table(cells(*rows)).facts()]


FIGURES_OF_KNOWN = ["Budget | 12", "Amount | 10", "Size of it | 3"]
EIGHT, NINE = "a b c d e f g h", "a b c d e f g h i"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(FIGURES_OF_KNOWN, id="most labels are known"),
        pytest.param(["Size of it: | 12", "Weight: | 10"], id="labels end with a colon"),
        pytest.param(["Budget: | 12", "Total: | see below"], id="a total of words"),
        pytest.param(["Place | Mali"], id="one row"),
        pytest.param(
            ["Height | 5", "Size | Mali", "Weight | Chad", "Width | 6", "Depth | 7"], id="three of five figures"
        ),
        pytest.param(["*Weight | 3", "*Size | Mali", "*Height | 5", "*Width | 6"], id="labels in a type of their own"),
        pytest.param([f"{EIGHT}: | Mali", "Weight: | 5"], id="labels of eight words"),
    ],
)
def test_two_columns_of_labels_and_values_are_facts(rows: Sequence[str]) -> None:
    assert [" | ".join(fact) for fact in facts(*rows)] == [row.replace("*", "") for row in rows]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([*FIGURES_OF_KNOWN, "Weight | 7"], id="half of the labels are known"),
        pytest.param(["Budget: | 12", "Total: | 12"], id="figures with a total"),
        pytest.param(["Mali | Norway", "Total | Sweden"], id="words with a total"),
        pytest.param(["Height | 5", "Size | Mali", "Weight | 4", "Width | 6"], id="three of four figures"),
        pytest.param(["*Size | 1", "*Weight | 3"], id="figures of labels in a type of their own"),
        pytest.param([f"{NINE}: | Mali", "Weight: | 5"], id="labels of nine words"),
        pytest.param(["US$ 5 | Mali", "Weight | Chad"], id="amounts before what they are for"),
        pytest.param(["*Size | *Place", "Mali | Chad"], id="heads"),
        pytest.param(["Size | Mali", "Weight |"], id="no value"),
        pytest.param(["Size | Mali", "| Chad"], id="no label"),
        pytest.param(["Place", "Mali", "Chad"], id="one column"),
        pytest.param(["Place | Mali →2", "Size | 5 | 6"], id="three columns"),
        pytest.param(["Place ↓2 | Mali", "Chad"], id="a label over two rows"),
    ],
)
def test_other_tables_of_two_columns_are_no_facts(rows: Sequence[str]) -> None:
    assert facts(*rows) == []


def test_known_labels_over_one_row_of_values_are_facts() -> None:
    assert facts("Budget | Period | Donor", "12 | 2019 | Norway") == [
        ("Budget", "12"),
        ("Period", "2019"),
        ("Donor", "Norway"),
    ]
    assert facts("Budget | Period | Donor", "12 | 2019 |") == []
    assert facts("Budget | Weight | Donor", "12 | 2019 | Norway") == []
    assert facts("Budget | Period | Donor", "12 | 2019 | Norway", "13 | 2020 | Mali") == []


def pairs(*values: str) -> list[str]:
    return [f"*{label} | {value} | *{other} | {value}s" for value, label, other in zip(values, "AC", "BD", strict=True)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param(["*A | Mali | *B | 5", "*C | 6 | *D | 7"], "A B C D", id="labels in a type of their own"),
        pytest.param(["*A | 4 | *B | 5", "*C | 6 | *D | 7"], "", id="of figures alone"),
        pytest.param(["*A | Mali | *B | Chad", "*C | Peru | *D | Togo"], "", id="of words alone"),
        pytest.param(["A | Mali | B | 5", "C | 6 | D | 7"], "", id="labels in the type of the values"),
        pytest.param(["Budget | 4 | Amount | 5", "Cost | 6 | D | 7"], "Budget Amount Cost D", id="known labels"),
        pytest.param(["Budget | 4 | Amount | 5", "C | 6 | D | 7"], "", id="half of the labels known"),
        pytest.param(["Budget | 4 | Amount | 5", "Cost | 6 | |"], "Budget Amount Cost", id="a place left free"),
        pytest.param(["Budget | 4 | Amount | 5", "Cost | 6 | End |"], "", id="a label without its value"),
        pytest.param(["Budget | 4 | Amount | 5", "Cost | 6 | | 7"], "", id="a value without its label"),
        pytest.param(["Budget | 4 | Amount | 5", "Cost | 6 | 12 | 7"], "", id="a figure for a label"),
        pytest.param(["Budget | 4 | Amount | 5", "Cost | 6 | End: | 7 | x |"], "", id="a column more"),
        pytest.param(
            ["Budget | 4 | Amount | 5", f"Cost | 6 | {EIGHT} | 7"], f"Budget Amount Cost {EIGHT}", id="eight words"
        ),
        pytest.param(["Budget | 4 | Amount | 5", f"Cost | 6 | {NINE} | 7"], "", id="nine words"),
        pytest.param(["Budget →2 | Amount | 5", "Cost | 6 | End | 7"], "", id="a label over two columns"),
    ],
)
def test_facts_beside_each_other(rows: Sequence[str], told: str) -> None:
    assert " ".join(label for label, _ in facts(*rows)) == told


# --------------------------------------------------------------------------------------------- heads, totals and labels


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["[Donor] | [Amount]", "Mali | 12"], id="words over a figure"),
        pytest.param(["Mali | 12", "Chad | 13"], id="a figure in the first row"),
        pytest.param(["Phase | Place", "12 | Mali", "13 | Chad"], id="a number before words"),
        pytest.param(["Mali | Norway"], id="one row of words"),
        pytest.param(["[*Donor] | [*Place]", "Mali | Norway"], id="words set apart"),
        pytest.param(["*Donor | *Place", "Mali | *Norway"], id="words set as the last column below"),
        pytest.param(["*Donor |", "Mali | Norway", "Chad | Togo"], id="a column without a head"),
        pytest.param(["*Donor | *Place", "Mali | *Norway", "Chad | Togo"], id="one word set as the first row"),
        pytest.param(["[] | [*2022] →2", "[Donor] | [Paid] | [Left]", "Mali | 1 | 2"], id="a head over two columns"),
        pytest.param(["[Donor] | [Sums] | []", "[all] | [Paid] | [Left]", "Mali | 1 | 2"], id="an empty head"),
        pytest.param(["[Donor] ↓2 | [Paid] | [Left]", "[Cash] | [Kind]", "Mali | 1 | 2"], id="a head over two rows"),
        pytest.param(["[*A] | [*B] | [*C]", "[*D] | [*E] | [*F]", "Mali | 1 | 2"], id="two rows in one type"),
        pytest.param(["[A] | [B] | [C]", "D | E | F", "Mali | 1 | 2"], id="two rows in the type of the rows below"),
        pytest.param(["[*A] | [*B] | [*C]", "D | E | F", "Mali | 1 | 2"], id="rows in two types"),
        pytest.param(["[*A] | [*B] | [*C]", "[D] | [2021] | [2022*]", "Mali | 1 | 2"], id="years in another type"),
        pytest.param(["[*A] | [*B] | [*C]", "[D] | [2021] | []", "Mali | 1 | 2"], id="a year alone"),
        pytest.param(["[*A] | [*B] | [*C]", "D | 2021 | F", "Mali | 1 | 2"], id="a year beside a word"),
        pytest.param(["[*A] | [*B] | [*C]", "*Revenue |  |", "Mali | 1 | 2"], id="a name of rows"),
        pytest.param(["[*Revenue] | [] | []", "[*A] | [*B] | [*C]", "Mali | 1 | 2"], id="a name over the heads"),
        pytest.param(["[*A] | [*B] | [*C]", "[] | [*D] | []", "Mali | 1 | 2"], id="one word of the second row"),
        pytest.param(["Paid: | none", "Left: | 5", "Given: | 6", "Kept: | 7"], id="labels with a colon"),
        pytest.param(["[*Paid:] | [*none]", "Left: | 5", "Given: | 6"], id="labels with a colon set apart"),
        pytest.param(["[Paid:] | [none]", "Left: | 5", "Given | 6", "Kept | 7"], id="half the labels with a colon"),
        pytest.param(["[A] | [B]", "Mali | 1", "Chad | 2", "Togo | 3", "Peru | x"], id="three of four figures"),
        pytest.param(["A | B", "Mali | 1", "Chad | 2", "Peru | x"], id="two of three figures"),
        pytest.param(["[A] | [B]", "Mali | 1", "Peru |"], id="a figure and an empty cell"),
        pytest.param(["[A] | [B]", "Mali |", "Peru |"], id="empty cells"),
        pytest.param(["[A] ↓2 | [B] →2", "[C] | [D]", "Mali | 1 | 2"], id="heads over rows and columns"),
        pytest.param(["[*A] ↓2 | [*B]", "[C]", "Mali | Chad"], id="words over two rows"),
    ],
)
def test_heads(rows: Sequence[str]) -> None:
    plain = [row.replace("[", "").replace("]", "") for row in rows]
    assert made(*plain) == [row.replace("*", "") if "2022*" not in row else "[D] | [2021] | [2022*]" for row in rows]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param(["Mali | 1", "Total | 2"], ["Mali | 1", "(Total) | (2)"], id="a row"),
        pytest.param(
            ["Mali | 1 | 5", "| Total | 2"], ["Mali | 1 | 5", "() | (Total) | (2)"], id="a label further right"
        ),
        pytest.param(["Mali | 1", "Totally | 2"], ["Mali | 1", "Totally | 2"], id="another word"),
        pytest.param(["12 | Total", "12 | Mali"], ["(12) | (Total)", "12 | Mali"], id="behind a figure"),
        pytest.param(["A | B | Total", "C | 1 | 2"], ["[A] | [B] | [Total]", "C | 1 | (2)"], id="a column"),
        pytest.param(["Total | B | C", "D | 1 | 2"], ["[Total] | [B] | [C]", "D | 1 | 2"], id="the head of the labels"),
        pytest.param(
            ["A | B | Total →2", "D | E | F | G", "C | 1 | 2 | 3"],
            ["[A] | [B] | [Total] →2", "[D] | [E] | [F] | [G]", "C | 1 | (2) | (3)"],
            id="several columns",
        ),
        pytest.param(
            ["A | Total | C", "D | 1 | 2", "Total | 1 | 2"],
            ["[A] | [Total] | [C]", "D | (1) | 2", "(Total) | (1) | (2)"],
            id="a row and a column",
        ),
    ],
)
def test_totals(rows: Sequence[str], told: Sequence[str]) -> None:
    assert made(*rows) == [*told]


@pytest.mark.parametrize(
    ("rows", "stub"),
    [
        pytest.param(["Mali | 1 | 2", "Chad | 3 | 4"], 1, id="words, then figures"),
        pytest.param(["1 | 2 | 3", "4 | 5 | 6"], 1, id="short numbers alone"),
        pytest.param(["1 | Mali | 3", "2 | Chad | 6"], 2, id="numbers of rows before words"),
        pytest.param(["123 | Mali | 3", "2 | Chad | 6"], 2, id="numbers of three digits"),
        pytest.param(["1234 | Mali | 3", "2 | Chad | 6"], 0, id="a number of four digits"),
        pytest.param(["TF0123 | Mali | 3", "TF0124 | Chad | 6"], 2, id="codes with letters"),
        pytest.param(["5 ABCD | Mali | 3", "6 ABCD | Chad | 6"], 2, id="figures with letters"),
        pytest.param(["$5 m | Mali | 3", "$6 m | Chad | 6"], 0, id="amounts"),
        pytest.param(["$5 m | Mali | 3", "6 | Chad | 6"], 2, id="half of them amounts"),
        pytest.param(["Mali ↓2 | Men | 1", "Women | 2"], 2, id="words over two rows"),
        pytest.param(["Mali ↓2 | 1 | Men", "2 | Women"], 1, id="words over two rows beside numbers"),
        pytest.param(["Mali ↓2 | 1234 | Men", "2345 | Women"], 1, id="words over two rows beside figures"),
        pytest.param(["61234 | 8", "Mali | Men", "51234 | 6"], 0, id="words of a third of the rows"),
        pytest.param(["51234 | 6", "Mali | Men"], 0, id="words of half the rows"),
        pytest.param(["Mali", "Chad"], 0, id="one column"),
        pytest.param(["Mali ↓2 | Men", "Women"], 1, id="no column is left"),
        pytest.param(["| Mali | 5", "| Chad | 6"], 2, id="an empty column"),
    ],
)
def test_columns_that_head_the_rows(rows: Sequence[str], stub: int) -> None:
    assert table(cells(*rows)).stub == stub


def test_the_type_of_a_row_is_told_by_weight_colour_and_size_without_fractions() -> None:
    found = [cell("*Mali"), cell(""), cell("Chad", type_=RED), cell("Togo", type_=PLAIN._replace(size=8.4))]
    assert _styles(found) == {(True, "#000000", 10), (False, "#ff0000", 10), (False, "#000000", 8)}


# -------------------------------------------------------------------------------------------------- heads on two levels

PAID = ((120.0, "Paid"), (170.0, "Left"), (220.0, "Paid"), (270.0, "Left"))  # each 20 points wide


def paid(row: int, *, y: float = 112.0) -> list[Cell]:
    return [Cell((ending(text, x1, y),), row, column) for column, (x1, text) in enumerate(PAID, 1)]


def figures(row: int, label: str = "Mali") -> list[Cell]:
    y = 112.0 + 20 * row
    return [
        Cell((line(label, 0, y),), row, 0),
        *(Cell((ending("12", x1, y),), row, n) for n, (x1, _) in enumerate(PAID, 1)),
    ]


def year(text: str, x: float, row: int, column: int, columns: int = 1) -> Cell:
    return Cell((centred(text, x, 100),), row, column, columns=columns)


YEARS = [year("2022", 135, 0, 1), year("2023", 235, 0, 3)]
EMPTY = [Cell((), 0, column) for column in (2, 4)]
OVER_TWO = [
    "[Donor] ↓2 | [2022] →2 | [2023] →2",
    "[Paid] | [Left] | [Paid] | [Left]",
    "Mali | 12 | 12 | 12 | 12",
]


def test_heads_on_two_levels_go_over_the_columns_that_they_are_centred_on() -> None:
    donor = Cell((line("Donor", 0, 112),), 1, 0)
    assert shown(table([Cell((), 0, 0), *YEARS, *EMPTY, donor, *paid(1), *figures(2)])) == OVER_TWO


def test_heads_of_one_row_on_two_levels_become_two_rows() -> None:
    tall = [
        replace(
            each, lines=(*(line for upper in YEARS if upper.column == each.column for line in upper.lines), *each.lines)
        )
        for each in paid(0)
    ]
    assert shown(table([Cell((line("Donor", 0, 112),), 0, 0), *tall, *figures(1), *figures(2, "Chad")])) == [
        *OVER_TWO,
        "Chad | 12 | 12 | 12 | 12",
    ]


def test_a_head_that_goes_over_columns_as_drawn_is_one_of_them() -> None:
    wide = [year("2022", 135, 0, 1, columns=2), year("2023", 235, 0, 3, columns=2)]
    assert shown(table([cell("Donor", rows=2), *wide, *paid(1), *figures(2)])) == OVER_TWO


def test_the_head_of_a_column_of_words_right_of_the_figures_stays_beside_them() -> None:
    notes = [Cell((line("Notes", 300, 112),), 1, 5), Cell((line("none", 300, 152),), 2, 5)]
    top = [Cell((), 0, 0), *YEARS, *EMPTY, Cell((), 0, 5), Cell((line("Donor", 0, 112),), 1, 0)]
    assert shown(table([*top, *paid(1), *figures(2), *notes])) == [
        "[Donor] ↓2 | [2022] →2 | [2023] →2 | [Notes] ↓2",
        "[Paid] | [Left] | [Paid] | [Left]",
        "Mali | 12 | 12 | 12 | 12 | none",
    ]


TWO_YEARS = ["[] | [2022] | [] | [2023] | []", "[] | [Paid] | [Left] | [Paid] | [Left]", "Mali | 12 | 12 | 12 | 12"]


@pytest.mark.parametrize(
    ("heads", "body", "told"),
    [
        pytest.param(
            [Cell((), 0, 0), year("2022", 110, 0, 1), year("2023", 235, 0, 3), *EMPTY, Cell((), 1, 0), *paid(1)],
            figures(2),
            TWO_YEARS,
            id="a head in the middle of one column",
        ),
        pytest.param(
            [cell("Donors", columns=2), *YEARS[1:], *EMPTY, Cell((), 1, 0), *paid(1)],
            figures(2),
            ["[Donors] →2 | [] | [2023] | []", *TWO_YEARS[1:]],
            id="a head over labels and figures",
        ),
        pytest.param(
            [Cell((), 0, 0), *YEARS, *EMPTY, Cell((), 1, 0), *paid(1)[:3], Cell((), 1, 4)],
            figures(2),
            [TWO_YEARS[0], "[] | [Paid] | [Left] | [Paid] | []", TWO_YEARS[2]],
            id="a column without a lower head",
        ),
        pytest.param(
            [Cell((), 0, 0), *YEARS, *EMPTY, Cell((), 1, 0), *paid(1), Cell((), 2, 0), *paid(2, y=124)],
            figures(3),
            [TWO_YEARS[0], *TWO_YEARS[1:2] * 2, TWO_YEARS[2]],
            id="three levels",
        ),
        pytest.param(
            [Cell((), 0, 0), *YEARS, *EMPTY, Cell((), 1, 0), *paid(1, y=103)],
            figures(2),
            TWO_YEARS,
            id="both rows on one level",
        ),
        pytest.param(
            [Cell((), 0, 0), *YEARS, *EMPTY, Cell((), 1, 0), *paid(1)],
            [*figures(2)[:2], Cell((line("x", 160, 152),), 2, 2), *figures(2)[3:]],
            [*TWO_YEARS[:2], "Mali | 12 | x | 12 | 12"],
            id="a column of words between the figures",
        ),
        pytest.param(
            [Cell((), 0, 0), *YEARS, *EMPTY, Cell((), 1, 0), *paid(1)],
            [*figures(2)[:2], *(Cell((line("x", 50 * n, 152),), 2, n) for n in (2, 3, 4))],
            [*TWO_YEARS[:2], "Mali | 12 | x | x | x"],
            id="one column of figures",
        ),
        pytest.param(
            [Cell((), 0, 0), *YEARS, *EMPTY, Cell((), 1, 0), *paid(1)],
            figures(2, "12"),
            [*TWO_YEARS[:2], "12 | 12 | 12 | 12 | 12"],
            id="figures for labels",
        ),
    ],
)
def test_heads_on_two_levels_stay_as_they_are(heads: list[Cell], body: list[Cell], told: list[str]) -> None:
    assert shown(table([*heads, *body])) == told


# ------------------------------------------------------------------------------------------------------- cells by white


def parts(one: Line) -> list[str]:
    return [part.text for part in apart(one)]


@pytest.mark.parametrize(
    ("one", "told"),
    [
        pytest.param(joined(line("12"), line("13", 14.5)), ["12 13"], id="figures as far apart as may be"),
        pytest.param(joined(line("12"), line("13", 14.6)), ["12", "13"], id="figures further apart"),
        pytest.param(joined(line("12"), line("-", 20), line("14", 40)), ["12", "-", "14"], id="a dash between them"),
        pytest.param(joined(line("-"), line("–", 20)), ["- –"], id="dashes alone"),
        pytest.param(joined(line("12"), line("Mali", 20)), ["12 Mali"], id="a word behind"),
        pytest.param(joined(line("$"), line("12", 40)), ["$ 12"], id="a sign apart from its figure"),
        pytest.param(joined(line("$"), line("12", 40), line("13", 60)), ["$ 12 13"], id="a sign and two figures"),
        pytest.param(joined(line("Mali"), line("12", 35.0)), ["Mali 12"], id="a label a dot's width before"),
        pytest.param(joined(line("Mali"), line("12", 35.1)), ["Mali", "12"], id="a label whose dots led further"),
        pytest.param(joined(line("Mali"), line("of", 40)), ["Mali of"], id="words far apart"),
        pytest.param(joined(line("A"), line("B", 30), line("12", 60)), ["A B 12"], id="words in three parts"),
        pytest.param(line("2022 2023*"), ["2022", "2023*"], id="years, however close"),
        pytest.param(line("2022 of"), ["2022 of"], id="a year and a word"),
        pytest.param(line("2022"), ["2022"], id="one year"),
        pytest.param(line("1,250"), ["1,250"], id="one figure"),
    ],
)
def test_figures_on_one_line_are_apart(one: Line, told: list[str]) -> None:
    assert parts(one) == told


def bands(*boxes: tuple[str, float, float]) -> list[tuple[float, float]]:
    """Of the lines of rows, each told by the name of its row, its beginning and its end."""
    rows: dict[str, list[Line]] = {}
    for name, x0, x1 in boxes:
        rows.setdefault(name, []).append(replace(line(name, x0), box=box(x0, 0, x1, 10)))
    return _columns(list(rows.values()))


@pytest.mark.parametrize(
    ("boxes", "told"),
    [
        pytest.param([("a", 0, 10), ("a", 20, 30)], [(0, 10), (20, 30)], id="beside each other"),
        pytest.param([("a", 0, 10), ("b", 5, 12), ("a", 20, 30)], [(0, 12), (20, 30)], id="one over another"),
        pytest.param([("a", 0, 10), ("b", 10, 20)], [(0, 20)], id="of two rows side by side"),
        pytest.param([("a", 0, 10), ("a", 10, 20)], [(0, 10), (10, 20)], id="of one row, touching"),
        pytest.param([("a", 0, 10), ("a", 20, 30), ("b", 0, 30)], [(0, 10), (20, 30)], id="one over two"),
        pytest.param([("a", 0, 10), ("a", 20, 30), ("b", 10, 25)], [(0, 10), (10, 30)], id="up to the first"),
        pytest.param([("a", 0, 10), ("a", 20, 30), ("b", 5, 20)], [(0, 20), (20, 30)], id="up to the second"),
        pytest.param([("a", 0, 4), ("b", 6, 10), ("a", 20, 30)], [(0, 10), (20, 30)], id="two never in one row"),
        pytest.param([("a", 0, 10), ("a", 12, 20), ("a", 22, 30)], [(0, 10), (12, 20), (22, 30)], id="three"),
        pytest.param([("a", 0, 10), ("b", 12, 20), ("a", 22, 30)], [(0, 20), (22, 30)], id="one between"),
    ],
)
def test_narrow_lines_tell_the_columns(boxes: list[tuple[str, float, float]], told: list[tuple[float, float]]) -> None:
    assert bands(*boxes) == told


THREE = [(0.0, 30.0), (40.0, 70.0), (80.0, 110.0)]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param([line("A"), line("B", 50)], {(0, 0): ["A"], (1, 1): ["B"]}, id="in one column each"),
        pytest.param([line("B", 0, 112), line("A")], {(0, 0): ["A", "B"]}, id="below each other"),
        pytest.param([line("abcdefghij")], {(0, 1): ["abcdefghij"]}, id="over two"),
        pytest.param([line("abcdefghi"), line("B", 60)], {(0, 0): ["abcdefghi"], (1, 1): ["B"]}, id="into another's"),
        pytest.param(
            [line("abcdefghi"), line("B", 60, 112)], {(0, 1): ["abcdefghi", "B"]}, id="over one below another's"
        ),
        pytest.param([line("A", 32)], {(0, 0): ["A"]}, id="between, nearer to the left"),
        pytest.param([line("A", 34)], {(1, 1): ["A"]}, id="between, nearer to the right"),
        pytest.param([line("A", 120)], {(2, 2): ["A"]}, id="right of all"),
        pytest.param(
            [line("A", 50), line("abcdefghij", 30, 112), line("C", 82, 124)],
            {(1, 1): ["A", "abcdefghij"], (2, 2): ["C"]},
            id="up to the edge of the next",
        ),
        pytest.param(
            [line("A", 50), line("abcdefghijkl", 20, 112)], {(0, 1): ["A", "abcdefghijkl"]}, id="the wider of two"
        ),
        pytest.param(
            [line("abcdefghijkl", 20), line("C", 80, 112), line("A", 50, 124)],
            {(0, 1): ["abcdefghijkl", "A"], (2, 2): ["C"]},
            id="a narrower one below",
        ),
        pytest.param(
            [line("abcdefghijkl", 20), line("A", 0, 112)],
            {(0, 1): ["abcdefghijkl", "A"]},
            id="a narrower one below on the left",
        ),
    ],
)
def test_lines_are_placed_in_the_columns_that_they_stand_in(
    row: list[Line], told: dict[tuple[int, int], list[str]]
) -> None:
    found = {place: [each.text for each in held] for place, held in _placed(row, THREE).items()}
    assert found == told


@pytest.mark.parametrize(
    ("other", "taken"),
    [
        pytest.param(line("B", 40), True, id="at its left edge"),
        pytest.param(line("B", 39.9), False, id="begins left of it"),
        pytest.param(ending("B", 70), True, id="at its right edge"),
        pytest.param(ending("B", 70.1), False, id="ends right of it"),
        pytest.param(line("B", 50, 103.5), True, id="level"),
        pytest.param(line("B", 50, 104), False, id="below"),
    ],
)
def test_a_column_is_taken_where_another_line_of_the_level_has_all_its_words(other: Line, taken: bool) -> None:
    assert _taken(line("abcdefgh"), [line("abcdefgh"), other], (40.0, 70.0)) is taken


def test_a_column_is_taken_by_what_stands_beside_a_line_only() -> None:
    one = line("abcdefghij", 0)
    assert not _taken(one, [one, line("B", 45)], (40.0, 70.0))
    assert _taken(one, [one, line("B", 50)], (40.0, 70.0))
    assert _taken(line("abcdefghij", 50), [line("B", 45)], (40.0, 70.0))
    assert not _taken(line("abcdefghij", 49), [line("B", 45)], (40.0, 70.0))
    assert not _taken(one, [one], (0.0, 50.0))


def test_rows_of_lines_become_cells() -> None:
    def row(y: float, label: str, *sums: str) -> list[Line]:
        return [line(label, 0, y), *(ending(text, 100 + 50 * place, y) for place, text in enumerate(sums))]

    assert shown(
        of_rows([row(120, "Mali", "12", "5"), row(140, "Total", "12", "5")], [row(100, "Donor", "Paid", "Left")])
    ) == [
        "[Donor] | [Paid] | [Left]",
        "Mali | 12 | 5",
        "(Total) | (12) | (5)",
    ]


def test_a_head_alone_over_several_columns_is_one_of_all_but_the_first() -> None:
    row = [line("Mali", 0, 120), ending("12", 100, 120), ending("13", 150, 120)]
    assert shown(of_rows([row], [[line("EUR million spent", 80)]])) == ["[] | [EUR million spent] →2", "Mali | 12 | 13"]
    assert shown(of_rows([row], [[ending("Paid", 100)]])) == ["[] | [Paid] | []", "Mali | 12 | 13"]
    two = [line("EUR million spent", 80), line("By", 0)]
    assert shown(of_rows([row], [two])) == ["[By] | [EUR million spent] →2", "Mali | 12 | 13"]
    assert shown(of_rows([[line("EUR million spent", 80)], row])) == ["[] | [EUR million spent] →2", "Mali | 12 | 13"]


def test_figures_that_stand_close_before_words_are_a_column_where_the_words_have_one_edge() -> None:
    def row(text: str, words: str, y: float, edge: float = 30.0) -> list[Line]:
        return [joined(ending(text, 25, y), line(words, edge, y)), line("Mali", 200, y)]

    assert shown(of_rows([row("1,250", "Wells", 100), row("12,500", "Roads", 120, 31)])) == [
        "1,250 | Wells | Mali",
        "12,500 | Roads | Mali",
    ]
    for other in (
        row("12,500", "Roads", 120, 31.1),  # at another edge
        row("12,500", "Roads", 120, 29.5),  # not further than a blank
        row("125", "Roads", 120),  # what may be the number of a row
        row("12,500", "(Roads)", 120),  # no word
        [line("12,500", 0, 120), line("Mali", 200, 120)],  # no words
    ):
        assert len(of_rows([row("1,250", "Wells", 100), other]).cells) == 4


@pytest.mark.parametrize(
    ("text", "whole"),
    [("12", True), ("12-", False), ("12 –", False), ("12,", False), ("12/", False), ("-", True), ("of", False)],
)
def test_a_figure_is_whole(text: str, whole: bool) -> None:
    assert is_whole_figure(text) is whole


@pytest.mark.parametrize(
    ("upper", "lower", "broken"),
    [
        ("£4,732,199.6", "3", True),
        ("4,732,19", "9", True),
        ("EUR 4.732.", "199,50", True),
        ("4,732,", "199", True),
        ("4,732,1", "99.50", True),
        ("4,732", ",199", True),
        ("732", ",199,500", True),
        ("4,732,199", ".50", True),
        ("12", ".50", False),
        ("4,732", ", of which 199", False),
        ("4,732,199", "3", False),
        ("4,732", "199", False),
        ("1.5", "20", False),
        ("4,732,199.6", "3 years", False),
        ("4,732,199.6", "£3", False),
        ("4,732,19", "95", False),
    ],
)
def test_a_figure_is_broken_where_only_both_lines_make_a_whole_one(upper: str, lower: str, broken: bool) -> None:
    assert is_broken(upper, lower) is broken
