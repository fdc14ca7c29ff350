"""The form of a section: cells with their heads and labels, rows and facts, and what each passage is."""

import pytest

from pipeline.ids import Register
from pipeline.model import Facts, Paragraph, Section, Span, Table
from pipeline.model.blocks import Cell, Fact, passages, row_spans
from pipeline.model.grid import grids, identified
from tests.places import places

# Two head rows, of which the first spans both years; Mali has two rows; Niger's cell for 2021 is empty.
TEXT = """\
Budget

\tYears\t
Country\t2020\t2021
Mali\t5\t6
\t7\t8
Niger\t9\t

Budget\tEUR 9
2 000 000\tLent"""


def spanned(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def empty(offset: int) -> Span:
    return Span(offset, offset)


ROW = {name: TEXT.index(name) for name in ("\tYears", "Country", "Mali", "\t7", "Niger")}
CAPTION = spanned("Budget")
YEARS = Cell(spanned("Years"), 0, 1, "head", columns=2)
CORNER = Cell(empty(ROW["\tYears"]), 0, 0, "head")
COUNTRY, Y2020, Y2021 = (Cell(spanned(text), 1, at, "head") for at, text in enumerate(("Country", "2020", "2021")))
MALI = Cell(spanned("Mali"), 2, 0, rows=2)
FIVE, SIX = (
    Cell(spanned(f"\t{text}")._replace(start=TEXT.index(f"\t{text}") + 1), 2, at) for at, text in ((1, "5"), (2, "6"))
)
SEVEN, EIGHT = (Cell(Span(ROW["\t7"] + at, ROW["\t7"] + at + 1), 3, (at + 1) // 2) for at in (1, 3))
NIGER = Cell(spanned("Niger"), 4, 0)
NINE = Cell(Span(NIGER.span.end + 1, NIGER.span.end + 2), 4, 1)
NONE = Cell(empty(NINE.span.end + 1), 4, 2)
CELLS = (CORNER, YEARS, COUNTRY, Y2020, Y2021, MALI, FIVE, SIX, SEVEN, EIGHT, NIGER, NINE, NONE)
TABLE = Table(CAPTION, CELLS, stub=1)
VALUE_FIRST = Fact(label=spanned("Lent"), value=spanned("2 000 000"))
FACTS = Facts((Fact(label=spanned("Budget", 1), value=spanned("EUR 9")), VALUE_FIRST))
BLOCKS = (Paragraph(CAPTION), TABLE, FACTS)
SECTION = Section("s", 1, "other", "", TEXT, places(TEXT), blocks=BLOCKS)


def words(*spans: Span) -> list[str]:
    return [TEXT[span.start : span.end] for span in spans]


def test_a_span_holds_its_first_character_and_not_the_one_after_its_last() -> None:
    span = Span(3, 5)
    assert [offset for offset in range(8) if span.holds(offset)] == [3, 4]
    assert span and not Span(3, 3)


@pytest.mark.parametrize(
    ("cell", "heads"),
    [(FIVE, ["Years", "2020"]), (EIGHT, ["Years", "2021"]), (Y2020, ["Years"]), (YEARS, []), (MALI, ["Country"])],
)
def test_heads_are_those_over_a_cell_outermost_first_and_not_empty(cell: Cell, heads: list[str]) -> None:
    assert words(*(head.span for head in TABLE.heads(cell))) == heads


@pytest.mark.parametrize(
    ("cell", "labels"),
    [(FIVE, ["Mali"]), (SEVEN, ["Mali"]), (NINE, ["Niger"]), (NONE, ["Niger"]), (NIGER, []), (Y2020, [])],
)
def test_labels_are_those_that_span_down_to_a_cell(cell: Cell, labels: list[str]) -> None:
    assert words(*(label.span for label in TABLE.labels(cell))) == labels


def test_rows_and_columns() -> None:
    assert (TABLE.rows, TABLE.columns) == (5, 3)
    assert TABLE.row(3) == (SEVEN, EIGHT)
    assert Table(None, (MALI,), 1).rows == 4
    assert Table(None, (YEARS,), 0).columns == 3


def test_rows_of_tables_and_facts() -> None:
    assert words(*row_spans(BLOCKS)) == [
        "\tYears",
        "Country\t2020\t2021",
        "Mali\t5\t6",
        "7\t8",
        "Niger\t9\t",
        "Budget\tEUR 9",
        "2 000 000\tLent",
    ]


def test_passages_are_in_text_order_whichever_of_label_and_value_comes_first() -> None:
    told = [words(passage.span)[0] for passage in passages(BLOCKS)]
    assert told[:4] == ["Budget", "", "Years", "Country"]
    assert told[-5:] == ["", "Budget", "EUR 9", "2 000 000", "Lent"]
    assert [passage.part for passage in passages(BLOCKS)][-1] == VALUE_FIRST


def test_each_cell_has_its_place_its_heads_and_its_label() -> None:
    told = [
        (cell.grid, cell.row, cell.column, cell.kind, cell.head, cell.label, cell.text) for cell in grids([SECTION])
    ]
    assert told[1:8] == [
        (1, 1, 2, "head", "", "", "Years"),
        (1, 2, 1, "head", "", "", "Country"),
        (1, 2, 2, "head", "", "", "2020"),
        (1, 2, 3, "head", "", "", "2021"),
        (1, 3, 1, "cell", "Country", "", "Mali"),
        (1, 3, 2, "cell", "Years › 2020", "Mali", "5"),
        (1, 3, 3, "cell", "Years › 2021", "Mali", "6"),
    ]
    assert told[8] == (1, 4, 2, "cell", "Years › 2020", "Mali", "7")
    assert told[-3:] == [
        (1, 5, 3, "cell", "Years › 2021", "Niger", ""),
        (2, 1, 1, "fact", "", "Budget", "EUR 9"),
        (2, 2, 1, "fact", "", "Lent", "2 000 000"),
    ]


FACTS_TOLD = [("Budget EUR 9", "EUR 9"), ("2 000 000 Lent", "2 000 000")]


def test_a_fact_has_the_id_of_its_words() -> None:
    told = [id_ for id_, cell in identified("ireland", [SECTION]) if cell.kind == "fact"]
    assert told == [Register("cells").of("ireland", row, text, 0) for row, text in FACTS_TOLD]


def test_cells_of_one_row_with_the_same_words_have_ids_of_their_own() -> None:
    text = "Mali\t5\t5"
    mali, first, second = (Cell(Span(*edges), 0, at) for at, edges in enumerate(((0, 4), (5, 6), (7, 8))))
    section = Section("s", 1, "other", "", text, places(text), blocks=(Table(None, (mali, first, second), 1),))
    found = list(identified("ireland", [section]))
    assert [cell.nth for _, cell in found] == [0, 0, 1]
    assert len({id_ for id_, _ in found}) == 3
    assert [cell.row_text for _, cell in found] == [text] * 3
