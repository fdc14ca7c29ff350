"""Tables as annual reports and appeals set them: rules under heads and over totals, bars of heads, cells in the middle
of their rows."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from pipeline.model import BoundingBox, Rule, Table
from pipeline.segment import segment
from pipeline.segment.tables.cells import is_amount
from tests.segment.drawn import drawn
from tests.segment.test_tables import BOLD, DONORS, cells, tables, whole
from tests.segment.typeset import HEADING, TYPE, Typeset, document, prose

AMOUNTS = (("Wells", "40,000", "1,820,000"), ("Cash", "25,000", "1,450,000"), ("Clinics", "125,000", "2,630,000"))


def pieced(page: Typeset, x: Sequence[float], at: float) -> None:
    """A level rule in pieces, one for each column."""
    page.rules += [Rule(BoundingBox(left, at, right, at + 0.5)) for left, right in pairwise(x)]


def figures(page: Typeset, rows: Sequence[Sequence[str]], top: float, right: Sequence[float] = (200, 300)) -> None:
    """Labels at the left edge and figures that end at these places."""
    for place, (label, *values) in enumerate(rows):
        baseline = top + 16 * place
        page.line(44, baseline, label)
        for edge, value in zip(right, values, strict=True):
            page.line(edge - 5 * len(value), baseline, value)


def test_tables_whose_rules_begin_and_end_alike_are_two_with_a_heading_between() -> None:
    page = Typeset()
    page.line(40, 80, "Gifts", HEADING)
    cells(page, DONORS, (44, 144, 244))
    for at in (118, 154):
        pieced(page, (40, 140, 240, 340), at)
    page.line(40, 200, "Grants of the year", HEADING)
    page.column(40, 210, 300, prose("birch", 20))
    cells(page, (("Grantee", "Amount"), ("Aasaman", "250"), ("Total", "250")), (44, 244), 260)
    for at in (278, 296):
        pieced(page, (40, 200, 340), at)
    found = tables(page)
    assert found == [[list(row) for row in DONORS], [["Grantee", "Amount"], ["Aasaman", "250"], ["Total", "250"]]]


def test_heads_centred_over_several_columns_stand_over_the_first_rule() -> None:
    page = Typeset()
    x = (40, 140, 200, 260, 320, 380)
    for middle, head in ((200, "Pledged"), (320, "Paid in")):
        page.line(middle - 2.5 * len(head), 96, head, BOLD)
    cells(
        page,
        (("Donor", "2022", "2023", "2022", "2023"), ("Norway", "20.0", "22.5", "20.0", "18.0")),
        tuple(place + 4 for place in x[:-1]),
    )
    pieced(page, x[1:], 100)
    for at in (118, 136):
        pieced(page, x, at)
    section, table = whole(page)
    assert [section.content[slice(*head.span)] for head in table.heads(table.cells[-1])] == ["Paid in", "2023"]


def test_a_bar_of_heads_of_two_lines_belongs_to_the_columns_below() -> None:
    page = Typeset()
    page.ground(40, 98, 340, 126, "#224466")
    white = BOLD._replace(colour="#ffffff")
    for x, baseline, text in (
        (44, 115, "Country"),
        (124, 115, "Grantee"),
        (270, 109, "Amount"),
        (275, 121, "(US$)"),
    ):
        page.line(x, baseline, text, white)
    for place, row in enumerate(
        (("Nepal", "Aasaman", "250,000"), ("", "Ministry", "3,400,000"), ("Ghana", "Afram", "180,000"))
    ):
        for x, text in zip((44, 124, 0), row, strict=True):
            if text:
                page.line(x or 300 - 5 * len(text), 142 + 16 * place, text)
    assert tables(page) == [
        [
            ["Country", "Grantee", "Amount (US$)"],
            ["Nepal", "Aasaman", "250,000"],
            ["", "Ministry", "3,400,000"],
            ["Ghana", "Afram", "180,000"],
        ]
    ]


def test_a_dash_for_no_figure_is_a_cell_and_no_bullet_of_the_figure_after_it() -> None:
    page = Typeset()
    figures(page, (*AMOUNTS, ("Staff", "-", "1,290,000")), 100, (200, 275))
    assert tables(page)[0][-1] == ["Staff", "-", "1,290,000"]


def test_labels_keep_their_figures_although_another_table_on_the_page_has_its_figures_between() -> None:
    page = Typeset()
    page.line(40, 60, "Funding", HEADING)
    figures(page, (("Operation", "People", "CHF"), *AMOUNTS), 84, (360, 460))
    page.line(40, 200, "Partners", HEADING)
    figures(page, (("Netherlands", "CHF 620,000"), ("Japan", "CHF 410,000")), 230, (260,))
    assert [table[0][0] for table in tables(page)] == ["Operation", "Netherlands"]


def test_units_in_the_second_line_of_heads_are_heads() -> None:
    page = Typeset()
    rows = (("Agency", "Sent\n(US$ 000)", "Spent\n(US$ 000)"), ("UNDP", "24,500", "21,310"), ("ILO", "10,000", "8,300"))
    for place, row in enumerate(rows):
        for x, cell in zip((44, 144, 244), row, strict=True):
            for line, text in enumerate(cell.split("\n")):
                page.line(x, 90 + 18 * bool(place) + 18 * place + 11 * line, text)
    for at in (106, 132, 150):
        page.rules.append(Rule(BoundingBox(40, at, 340, at + 0.5)))
    section, table = whole(page)
    heads = [section.content[slice(*cell.span)] for cell in table.cells if cell.kind == "head"]
    assert heads == ["Agency", "Sent (US$ 000)", "Spent (US$ 000)"]


def test_codes_at_the_edge_of_pages_and_heads_that_come_back_are_the_tables() -> None:
    pages = []
    for number in range(2):
        page = Typeset(width=400.0)
        rows = [("Grant", "Country", "Amount")]
        rows += [(f"EA/{20 + place + 10 * number}", "Mali", f"{place},000") for place in range(1, 9)]
        for place, row in enumerate(rows):
            for x, text in zip((10, 120, 220), row, strict=True):
                page.line(x, 40 + 16 * place, text, TYPE if place else BOLD)
        pages.append(page)
    segmentation = segment(document(*pages), "furniture")
    taken = {item.text for item in segmentation.furniture}
    assert not any(text.startswith("EA/") for text in taken)
    text = "\n".join(section.text for section in segmentation.sections)
    assert text.count("EA/") == 16


def left_of_names(amounts: Sequence[str], gap: float, edges: Sequence[float] = (0, 0, 0)) -> list[list[str]]:
    """A table with rules between its rows, whose amounts end so far (points) before the names, which begin at 108."""
    page = Typeset()
    rows = [("Grant", "Partner", "W"), *zip(amounts, ("Save Them", "Care", "Caritas"), "XYZ", strict=True)]
    for place, (amount, name, project) in enumerate(rows):
        baseline = 112 + 16 * place
        page.line(108 - gap - 5 * len(amount), baseline, amount)
        page.line(108 + ([0, *edges][place]), baseline, name)
        page.line(200, baseline, f"Project {project}")
        page.rules.append(Rule(BoundingBox(60, baseline + 4, 300, baseline + 4.5)))
    return next(iter(tables(page)), [])


def test_amounts_close_before_names_are_a_column() -> None:
    assert left_of_names(("12,400", "8,950", "3,000"), 8)[1:3] == [
        ["12,400", "Save Them", "Project X"],
        ["8,950", "Care", "Project Y"],
    ]
    assert left_of_names(("12,400", "8,950", "3,000"), 8)[0] == ["Grant", "Partner", "Project W"]


def test_amounts_a_blank_before_words_and_before_ragged_words_are_no_column() -> None:
    amounts = ("12,400", "8,950", "3,000")
    assert [row[0] for row in left_of_names(amounts, 4.6)][1:] == list(amounts)
    assert left_of_names(amounts, 4.4) == []
    assert [row[0] for row in left_of_names(amounts, 7, (0, 0, 1.0))][1:] == list(amounts)
    assert left_of_names(amounts, 7, (0, 0, 1.5)) == []


def test_amounts_before_what_they_are_for_head_no_rows() -> None:
    """They are amounts of the table as any other: what heads a row states none."""
    page = drawn("""
        EUR 300,000     Seeds for the north of Mali
        EUR 1,200,000   Wells and pumps
        EUR 40,000      Stoves
    """)
    (section,) = segment(page.source(), "page").sections
    (table,) = section.blocks
    assert isinstance(table, Table) and table.stub == 0


@pytest.mark.parametrize(
    ("text", "told"), [("EUR 300,000", True), ("$5", True), ("ESF 01.001", False), ("300,000", False), ("EUR", False)]
)
def test_amounts_have_the_sign_or_code_of_a_currency(text: str, told: bool) -> None:
    assert is_amount(text) is told
