"""Ruled tables: which words stand in which cell of a grid, which cells are no part of it, which rows hold several."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.stretches import Stretch
from pipeline.segment.tables.cells import Cell, table
from pipeline.segment.tables.lattice import Grid, Slot
from pipeline.segment.tables.ruled import (
    _by_row,
    _compact,
    _cut,
    _is_gap,
    _is_table,
    _joined,
    _parts,
    _slot,
    _spanned,
    _spanning_heads,
    _tiles,
    _titles_and_notes,
    _with_ends,
    ruled,
    split,
)
from tests.segment.records import BOLD, PLAIN, box, cell, cells, line, run, shown, stretch


def grid(columns: int = 3, rows: int = 2, *slots: Slot, open: bool = False) -> Grid:
    """Cells of 100 by 20 points from 0 across and 100 down."""
    x, y = range(0, 100 * columns + 1, 100), range(100, 100 + 20 * rows + 1, 20)
    every = tuple(Slot(row, column, 1, 1) for row in range(rows) for column in range(columns))
    return Grid(tuple(map(float, x)), tuple(map(float, y)), slots or every, open)


def words(*rows: str, x: float = 10.0, y: float = 112.0) -> list[Stretch]:
    """In each cell of a grid its words, bars between the cells."""
    return [
        stretch(text.strip(), x + 100 * column, y + 20 * row)
        for row, part in enumerate(rows)
        for column, text in enumerate(part.split("|"))
        if text.strip()
    ]


def read(made: Grid, stretches: Sequence[Stretch], turned: Sequence[Line] = ()) -> list[str]:
    found = ruled(made, stretches, turned)
    return shown(found.table) if found else []


FOUR = ["Mali | 12 | 5", "Chad | 13 | 6"]

# ------------------------------------------------------------------------------------------------------ text into cells


def test_words_stand_in_the_cells_of_a_grid() -> None:
    outside = [stretch("Of old", 310, 112), stretch("Notes", 10, 170)]
    found = ruled(grid(), [*words(*FOUR), *outside])
    assert (shown(found.table), found.outside, found.turned) == (FOUR, outside, [])


def test_several_lines_of_a_cell_come_from_the_top_and_those_on_one_baseline_are_one() -> None:
    more = [stretch("of old", 10, 124), stretch("and", 60, 124), stretch("new", 60, 112)]
    assert read(
        grid(rows=2)._replace(y=(100.0, 130.0, 150.0)), [*words("Mali | 12 | 5"), *more, *words("Chad | 13 | 6", y=142)]
    ) == [
        "Mali new of old and | 12 | 5",
        "Chad | 13 | 6",
    ]


def test_turned_lines_stand_in_their_cells_behind_the_others() -> None:
    turned = [line("Men", 30, 112), line("Women", 310, 112)]
    found = ruled(grid(), words(*FOUR), turned)
    assert (shown(found.table), found.turned) == (["Mali Men | 12 | 5", FOUR[1]], turned[1:])


def test_a_turned_line_in_a_title_is_no_part_of_the_table() -> None:
    titled = grid(3, 3, Slot(0, 0, 1, 3), *(Slot(row, column, 1, 1) for row in (1, 2) for column in range(3)))
    title, turned = stretch("Aid", 10, 112), line("Men", 200, 112)
    found = ruled(titled, [title, *words(*FOUR, y=132)], [turned])
    assert (shown(found.table), found.outside, found.turned) == (FOUR, [title], [turned])


@pytest.mark.parametrize(
    ("point", "slot"),
    [
        ((0, 100), (0, 0)),
        ((99, 119), (0, 0)),
        ((100, 120), (1, 1)),
        ((-5, 90), (0, 0)),
        ((300, 140), (1, 2)),
        ((350, 190), (1, 2)),
    ],
)
def test_a_point_lies_in_the_cell_that_begins_before_it(point: tuple[float, float], slot: tuple[int, int]) -> None:
    places = {(row, column): Slot(row, column, 1, 1) for row in range(2) for column in range(3)}
    assert _slot(point, grid(), places)[:2] == slot


def test_places_that_no_cell_covers_are_cells() -> None:
    told = list(_tiles(grid(3, 2, Slot(0, 0, 1, 2), Slot(0, 1, 2, 1), Slot(1, 1, 1, 2))))
    assert told == [Slot(0, 0, 1, 2), Slot(1, 1, 1, 2), Slot(0, 2, 1, 1), Slot(1, 0, 1, 1)]


def parts(one: Stretch, *slots: Slot) -> list[str]:
    made = grid(3, 1, *slots)
    places = {
        (row, column): slot
        for slot in _tiles(made)
        for row in range(1)
        for column in range(slot.column, slot.column + slot.columns)
    }
    return ["".join(each.text for each in part.runs) for part in _cut(one, made, places)]


@pytest.mark.parametrize(
    ("text", "x", "told"),
    [
        pytest.param("Mali    Chad", 75, ["Mali", "Chad"], id="in a gap"),
        pytest.param("Mali Chad", 85, ["Mali Chad"], id="on a letter"),
        pytest.param("Mali    Chad", 0, ["Mali    Chad"], id="in one cell"),
        pytest.param("Mali" + " " * 36 + "Gao" + " " * 36 + "Chad", 75, ["Mali", "Gao", "Chad"], id="over three cells"),
        pytest.param("Mali", 97, ["Mali"], id="right of a border"),
    ],
)
def test_words_that_run_over_a_border_are_cut_there(text: str, x: float, told: list[str]) -> None:
    assert parts(stretch(text, x, 112)) == told


def test_words_in_a_cell_over_two_columns_are_not_cut() -> None:
    assert parts(stretch("Mali    Chad", 75, 112), Slot(0, 0, 1, 2)) == ["Mali    Chad"]


@pytest.mark.parametrize(
    ("text", "x", "gap"),
    [
        ("ab cd", 11.5, True),  # the border within the blank, which goes from 10 to 12.5
        ("ab cd", 14.0, True),  # a letter may begin 1.5 points before it
        ("ab cd", 14.1, False),
        ("ab cd", 6.6, True),
        ("ab cd", 6.5, False),  # after the first letter, which the second touches
        ("abcd", 10.0, False),
        ("ab", 11.0, False),
        ("ab", 1.5, False),
        ("ab", 0.0, False),
    ],
)
def test_a_border_lies_in_a_gap_between_letters(text: str, x: float, gap: bool) -> None:
    assert _is_gap(stretch(text, 0, 100), x) is gap


def test_letters_of_several_runs_have_gaps_between_them() -> None:
    two = Stretch.of([run("ab", 0, 100), run("cd", 13, 100)], 3.0)
    assert _is_gap(two, 11)
    close = Stretch.of([run("ab", 0, 100), run("cd", 10.5, 100)], 0.5)
    assert not _is_gap(close, 10.5)


# ------------------------------------------------------------------------------------------ what the grid does not show


def joined(held: dict[Slot, list[Stretch]], *slots: Slot, upright: Sequence[Slot] = ()) -> list[Slot]:
    turned = {slot: [line("a")] for slot in upright}
    return _joined(slots, held, turned, grid(4, 2))


A, B, C, D = (Slot(0, column, 1, 1) for column in range(4))
WIDE = stretch("a" * 30, 60, 112)  # to 210


@pytest.mark.parametrize(
    ("x", "length", "told"),
    [
        pytest.param(10, 17, [A, B, C, D], id="in one cell"),
        pytest.param(60, 8, [A, B, C, D], id="up to its border"),
        pytest.param(61.4, 8, [A, B, C, D], id="hardly over it"),
        pytest.param(61.5, 8, [Slot(0, 0, 1, 2), C, D], id="over it"),
        pytest.param(60, 30, [Slot(0, 0, 1, 3), D], id="over two borders"),
    ],
)
def test_a_cell_takes_in_those_that_its_words_run_over(x: float, length: int, told: list[Slot]) -> None:
    assert joined({A: [stretch("a" * length, x, 112)]}, A, B, C, D) == told


def test_a_cell_takes_in_those_left_of_it_too() -> None:
    assert joined({B: [stretch("a" * 30, 60, 112)]}, A, B, C, D) == [Slot(0, 0, 1, 3), D]
    assert joined({B: [stretch("a" * 8, 98.5, 112)]}, A, B, C, D) == [A, B, C, D]


def test_a_cell_takes_in_none_with_words_or_of_other_rows() -> None:
    assert joined({A: [WIDE], B: [stretch("b", 110, 112)]}, A, B, C, D) == [A, B, C, D]
    assert joined({A: [WIDE]}, A, B, C, D, upright=[C]) == [A, B, C, D]
    tall = Slot(0, 1, 2, 1)
    assert joined({A: [WIDE]}, A, tall, C, D) == [A, tall, C, D]
    below = [Slot(1, column, 1, 1) for column in range(4)]
    assert joined({A: [WIDE]}, A, B, C, D, *below) == [Slot(0, 0, 1, 3), D, *below]


def test_words_of_cells_that_are_joined_stay_in_them() -> None:
    held, upright = {A: [WIDE]}, {A: [line("a")], B: []}
    whole, *_ = _joined([A, B, C, D], held, upright, grid(4, 1))
    assert (held[whole], [each.text for each in upright[whole]]) == ([WIDE], ["a"])


def test_cells_as_wide_as_the_grid_at_its_ends_are_titles_and_notes() -> None:
    rows = [
        Slot(0, 0, 1, 2),
        Slot(1, 0, 1, 2),
        Slot(2, 0, 1, 1),
        Slot(2, 1, 1, 1),
        Slot(3, 0, 1, 2),
        Slot(4, 0, 1, 1),
        Slot(4, 1, 1, 1),
    ]
    assert list(_titles_and_notes(rows, 2, {*rows})) == rows[:2]
    assert list(_titles_and_notes(rows, 2, {*rows[1:5]})) == [rows[1], rows[4]]
    assert list(_titles_and_notes(rows[:5], 2, {rows[0], rows[2], rows[3], rows[4]})) == [rows[0], rows[4]]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param(["A | B", "|", "C | D"], ["A | B", "C | D"], id="an empty row"),
        pytest.param(["A | | B", "C | | D"], ["A | B", "C | D"], id="an empty column"),
        pytest.param(["A | B →2", "C | D |"], ["A | B", "C | D"], id="a head over an empty column"),
        pytest.param(["A ↓2 | B", "", "C | D"], ["A | B", "C | D"], id="a label over an empty row"),
        pytest.param(["A | B →2", "C | D | E"], ["A | B →2", "C | D | E"], id="a head over two columns"),
        pytest.param(["| B", "C | D"], ["| B", "C | D"], id="an empty cell"),
        pytest.param([" →2 | B", "A | | C"], ["| B", "A | C"], id="an empty head over an empty column"),
    ],
)
def test_rows_and_columns_without_words_go(rows: Sequence[str], told: Sequence[str]) -> None:
    plain = [each.replace("[]", "").strip() for each in shown(_compact(cells(*rows)))]
    assert plain == [*told]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param(["A ↓2 | B", "C", "| D"], ["A ↓3 | B", "C", "D"], id="below a cell that spans rows"),
        pytest.param(["A | B", "C | D", "| E"], ["A | B", "C | D", "| E"], id="below one that spans none"),
        pytest.param(["A ↓2 | B", "C", "F | D"], ["A ↓2 | B", "C", "F | D"], id="with words"),
        pytest.param(["A ↓2 | B", "C", "| D", "F | G"], ["A ↓2 | B", "C", "| D", "F | G"], id="above the last row"),
        pytest.param(["A →2 ↓2 | B", "C", "| D | E"], ["A →2 ↓2 | B", "C", "| D | E"], id="below a wider one"),
        pytest.param(["A ↓2 | B", "C", "F | D", "| E"], ["A ↓2 | B", "C", "F | D", "| E"], id="further down"),
    ],
)
def test_an_empty_cell_of_the_last_row_belongs_to_the_one_above(rows: Sequence[str], told: Sequence[str]) -> None:
    assert shown(sorted(_spanned(cells(*rows)), key=lambda each: (each.row, each.column))) == [*told]


# ----------------------------------------------------------------------------------- heads above, cells below the rules


def ends(made: Grid, *stretches: Stretch) -> tuple[float, float, int]:
    """Where a grid begins and ends then, and how many rows it has."""
    whole = _with_ends(made, stretches)
    return whole.y[0], whole.y[-1], len(whole.y) - 1


@pytest.mark.parametrize(
    ("stretches", "told"),
    [
        pytest.param(words("Donor | Paid", y=90), (80.5, 140, 3), id="right above"),
        pytest.param(words("Donor | Paid", y=98), (88.5, 140, 3), id="touching the rule"),
        pytest.param(words("Donor | Paid", y=98.5), (100, 140, 2), id="over the rule"),
        pytest.param(words("Donor | Paid", y=83.5), (74, 140, 3), id="within an em and a half"),
        pytest.param(words("Donor | Paid", y=83), (100, 140, 2), id="further above"),
        pytest.param(words("Donor", y=90), (100, 140, 2), id="one alone"),
        pytest.param(
            [*words("Donor | Paid", y=90), stretch("x", 310, 90)], (100, 140, 2), id="with one beside the grid"
        ),
        pytest.param([*words("Donor | Paid", y=90), stretch("x", -20, 90)], (100, 140, 2), id="with one left of it"),
        pytest.param(words("Donor | Paid", "Of | In", y=70)[:4], (80.5, 140, 3), id="two lines of which one is near"),
    ],
)
def test_heads_above_the_first_rule_are_a_row(stretches: list[Stretch], told: tuple[float, float, int]) -> None:
    assert ends(grid(), *stretches) == told


def test_heads_may_not_run_over_a_border_by_more_than_its_width() -> None:
    for x0, x1, rows in ((98.5, 180, 3), (98.4, 180, 2), (110, 201.4, 3), (110, 201.5, 2)):
        wide = stretch("Paid", 110, 90)._replace(box=box(x0, 82, x1, 92))
        assert ends(grid(), stretch("Donor", 10, 90), wide)[2] == rows


BELOW = words("Togo | 7", y=152)


@pytest.mark.parametrize(
    ("stretches", "told"),
    [
        pytest.param(BELOW, (100, 155.5, 3), id="right below"),
        pytest.param(words("Togo | 7", y=146.5), (100, 150, 3), id="touching the rule"),
        pytest.param(words("Togo | 7", y=146), (100, 140, 2), id="over the rule"),
        pytest.param(words("Togo | 7", y=168), (100, 171.5, 3), id="two ems below"),
        pytest.param(words("Togo | 7", y=168.5), (100, 140, 2), id="further below"),
        pytest.param([*BELOW, stretch("x", 10, 182)], (100, 185.5, 3), id="and two ems further"),
        pytest.param([*BELOW, stretch("x", 10, 182.5)], (100, 155.5, 3), id="and more further"),
        pytest.param([*BELOW, stretch("x", 10, 172), stretch("y", 10, 192)], (100, 195.5, 3), id="line by line"),
        pytest.param(BELOW[:1], (100, 140, 2), id="one alone"),
        pytest.param([*BELOW, stretch("a" * 30, 10, 164)], (100, 155.5, 3), id="above text over several columns"),
        pytest.param([*BELOW, stretch("x", 400, 150)], (100, 155.5, 3), id="beside other text"),
        pytest.param([*BELOW, stretch("x", -100, 150)], (100, 155.5, 3), id="right of other text"),
        pytest.param([*BELOW, stretch("xy", 296, 150)], (100, 140, 2), id="with text over the edge of the grid"),
    ],
)
def test_cells_below_the_last_rule_are_a_row_where_only_rules_between_rows_are_drawn(
    stretches: list[Stretch], told: tuple[float, float, int]
) -> None:
    assert ends(grid(open=True), *stretches) == told
    assert ends(grid(), *stretches) == (100, 140, 2)


def test_rows_above_and_below_are_read() -> None:
    found = read(grid(open=True), [*words("Donor | Paid | Left", y=90), *words(*FOUR), *words("Togo | 7 | 8", y=152)])
    assert found == ["[Donor] | [Paid] | [Left]", *FOUR, "Togo | 7 | 8"]


def spanning(*stretches: Stretch) -> list[Slot]:
    line_, slots = _spanning_heads(stretches, grid(4, 2))
    assert bool(line_) is bool(slots)
    return slots


def over(x: float, y: float = 90.0, width: int = 24) -> Stretch:
    """A head of 120 points, or so many letters, with its middle at x."""
    return stretch("a" * width, x - 2.5 * width, y)


HEADS = [Slot(0, 1, 1, 2)]


@pytest.mark.parametrize(
    ("heads", "slots"),
    [
        pytest.param([over(200)], HEADS, id="over two columns"),
        pytest.param([over(209.5)], HEADS, id="nearly centred"),
        pytest.param([over(210)], [], id="an em off the middle"),
        pytest.param([over(190)], [], id="an em off it to the left"),
        pytest.param([over(100)], [], id="over the first column"),
        pytest.param([over(50, width=8)], [], id="over one column"),
        pytest.param([over(200), over(50, width=8)], [*HEADS, Slot(0, 0, 1, 1)], id="beside the head of the first"),
        pytest.param([over(200), over(200, 78)], HEADS, id="below another line"),
        pytest.param([over(200), over(100, 85)], HEADS, id="below one half an em higher"),
        pytest.param([over(200), over(100, 85.5)], [], id="about level with another"),
        pytest.param([over(200, width=40)], HEADS, id="from border to border"),
        pytest.param([over(250, width=50)], [Slot(0, 1, 1, 3)], id="over three columns"),
        pytest.param([], [], id="none"),
    ],
)
def test_heads_centred_on_several_columns(heads: list[Stretch], slots: list[Slot]) -> None:
    assert spanning(*heads) == slots


def test_heads_that_go_over_columns_are_read() -> None:
    found = read(
        grid(),
        [
            stretch("EUR million spent", 158, 90),
            *words("Donor | Paid | Left", "Mali | 12 | 5"),
        ],
    )
    assert found == ["[Donor] ↓2 | [EUR million spent] →2", "[Paid] | [Left]", "Mali | 12 | 5"]


# ----------------------------------------------------------------------------------------------- rows that hold several


def several(*row: Cell) -> list[str]:
    return [" | ".join(each.text for each in part) for part in _parts(row)]


LABELS = cell("Mali\nChad", 0, 0)


def apart(one: str, other: str, column: int) -> Cell:
    """Two figures that have a line between them."""
    return Cell((line(one, 100 * column, 100), line(other, 100 * column, 124)), 0, column)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param([LABELS, cell("12\n13", 0, 1)], ["Mali | 12", "Chad | 13"], id="labels and figures"),
        pytest.param([LABELS, cell("12", 0, 1)], [], id="one level of figures"),
        pytest.param([cell("Mali", 0, 0), cell("12\n13", 0, 1)], [], id="a label for two figures"),
        pytest.param([LABELS, cell("12\nof", 0, 1)], [], id="a word below a figure"),
        pytest.param([LABELS, cell("12\n-", 0, 1)], ["Mali | 12", "Chad | -"], id="a dash below a figure"),
        pytest.param([LABELS, cell("12-\n13", 0, 1)], [], id="a figure that goes on"),
        pytest.param([LABELS, cell("1,204,19\n6", 0, 1), cell("5", 0, 2)], [], id="a broken figure"),
        pytest.param([cell("12\n13", 0, 0), cell("Mali\nChad", 0, 1)], [], id="figures first"),
        pytest.param(
            [cell("", 0, 0), cell("Mali\nChad", 0, 1), cell("12\n13", 0, 2)],
            ["| Mali | 12", "| Chad | 13"],
            id="an empty cell",
        ),
        pytest.param([LABELS, cell("12\n13", 0, 1, rows=2)], [], id="a cell over two rows"),
        pytest.param(
            [LABELS, cell("12\n13", 0, 1), cell("of\nin", 0, 2)],
            ["Mali | 12 | of", "Chad | 13 | in"],
            id="words behind",
        ),
        pytest.param([LABELS, cell("12\n13", 0, 1), cell("of", 0, 2)], [], id="a word behind one of them"),
        pytest.param(
            [cell("Aid", 0, 0), cell("Mali\nChad", 0, 1), cell("12\n13", 0, 2)],
            ["Aid | Mali | 12", "Chad | 13"],
            id="what heads all rows",
        ),
        pytest.param(
            [cell("Mali\nof old\nChad", 0, 0), apart("12", "13", 1), apart("5", "6", 2)],
            ["Mali of old | 12 | 5", "Chad | 13 | 6"],
            id="figures in two columns beside labels of more lines",
        ),
    ],
)
def test_a_row_of_labels_and_figures_line_by_line_holds_several(row: list[Cell], told: list[str]) -> None:
    assert [each.strip() for each in several(*row)] == told


def test_labels_beside_one_column_of_figures_have_a_line_on_each_level() -> None:
    labels = cell("Mali\nof old", 0, 0)
    assert several(labels, apart("12", "13", 1)) == []
    assert [each.strip() for each in several(labels, apart("12", "13", 1), apart("5", "6", 2))] == [
        "Mali | 12 | 5",
        "of old | 13 | 6",
    ]


def test_rows_cut_into_several_push_those_below_down() -> None:
    found = [cell("Aid", 0, 0), cell("Mali\nChad", 0, 1), cell("12\n13", 0, 2), *cells("", "Of | Togo | 7")[1:]]
    assert [(part[0].row, part[0].rows, len(part)) for part in _by_row(found)] == [(0, 2, 3), (1, 1, 2), (2, 1, 3)]
    assert shown(split(table(found))) == ["Aid ↓2 | Mali | 12", "Chad | 13", "Of | Togo | 7"]


# ----------------------------------------------------------------------------------------------------- which are tables

LONG, LONGER = " ".join(["word"] * 40), " ".join(["word"] * 41)


@pytest.mark.parametrize(
    ("rows", "is_table"),
    [
        pytest.param(["A | B", "C | D"], True, id="two rows"),
        pytest.param(["A | B", "C |"], False, id="one row with cells beside each other"),
        pytest.param(["A | B | C | D"], True, id="one row of four cells"),
        pytest.param(["A | B | C"], False, id="one row of three cells"),
        pytest.param(["|", "|"], False, id="nothing"),
        pytest.param(["A | B | | | | | |", "C | D | | | | | |"], True, id="a quarter of its cells filled"),
        pytest.param(["A | B | | | | | | |", "C | D | | | | | | |"], False, id="fewer filled"),
        pytest.param([f"A | {LONGER}", f"C | {LONGER}"], True, id="half of it text"),
        pytest.param([f"A | {LONGER}", f"{LONGER} | {LONGER}"], False, id="most of it text"),
        pytest.param([f"A | {LONG}", f"{LONG} | {LONG}"], True, id="cells of forty words"),
    ],
)
def test_a_table_has_cells_beside_each_other_that_are_no_text(rows: Sequence[str], is_table: bool) -> None:
    assert _is_table(cells(*rows)) is is_table


def headed(words: int, first: Line) -> Cell:
    return Cell((first, line(" ".join(["word"] * (words - 1)), 0, 112)), 0, 0)


@pytest.mark.parametrize(
    ("words", "first", "is_table"),
    [
        pytest.param(9, line("Aid", type_=BOLD), False, id="bold over text of eight words"),
        pytest.param(8, line("Aid", type_=BOLD), True, id="bold over seven words"),
        pytest.param(9, line("Aid"), True, id="plain over text"),
    ],
)
def test_cells_with_a_heading_over_text_are_cards(words: int, first: Line, is_table: bool) -> None:
    assert (
        _is_table(
            [
                headed(words, first),
                *(
                    replace(headed(9, line("Aid", type_=BOLD)), row=row, column=column)
                    for row, column in ((0, 1), (1, 0))
                ),
                cell("A", 1, 1),
            ]
        )
        is is_table
    )


def test_bold_text_is_no_card() -> None:
    bold = [
        Cell((line("Aid", type_=BOLD), line("word " * 9, 0, 112, BOLD)), row, column)
        for row in (0, 1)
        for column in (0, 1)
    ]
    assert _is_table(bold)


@pytest.mark.parametrize(("words", "size", "is_table"), [(41, 11.25, False), (40, 11.25, True), (41, 11.0, True)])
def test_a_long_text_with_a_heading_in_larger_type_is_a_panel(words: int, size: float, is_table: bool) -> None:
    panel = headed(words, line("Aid", type_=PLAIN._replace(size=size)))
    assert _is_table([panel, *cells("| A", "B | C")[1:]]) is is_table
