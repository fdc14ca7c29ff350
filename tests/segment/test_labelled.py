"""Facts in two columns that nothing but white parts: labels, and their values level with them; facts without labels."""

from collections.abc import Sequence

import pytest

from pipeline.model import Facts
from pipeline.segment.lines.baselines import lines
from pipeline.segment.lines.stretches import stretches
from pipeline.segment.tables.labelled import labelled
from tests.segment.test_tables import BOLD, sections, tables
from tests.segment.typeset import HEADING, TYPE, Typeset, prose

ROWS = (
    ("Funded by", "Government of Norway"),
    ("Budget", "NOK 42.5 million"),
    ("Spent to date", "NOK 17.9 million"),
    ("Partners", "Ministry of Health and Family Welfare"),
    ("Start", "1 March 2021"),
)


def facts(page: Typeset) -> list[tuple[str, str]]:
    return [
        (section.content[slice(*fact.label)], section.content[slice(*fact.value)])
        for section in sections(page)
        for block in section.blocks
        if isinstance(block, Facts)
        for fact in block.facts
    ]


def rows(page: Typeset, told: Sequence[Sequence[str]] = ROWS, *, pitch: float = 17, gap: float = 10) -> Typeset:
    """Labels in bold that end at one edge, values in plain type."""
    page.line(40, 60, "Better health data", HEADING)
    for place, (label, text) in enumerate(told):
        page.line(120 - 5 * len(label), 80 + pitch * place, label, BOLD)
        page.line(120 + gap, 80 + pitch * place, text)
    page.column(40, 110 + pitch * len(told), 500, prose("nurse", 60))
    return page


def test_labels_that_end_at_one_edge_and_values_wider_than_the_amounts_among_them() -> None:
    page = rows(Typeset())
    assert facts(page) == list(ROWS)
    assert tables(page) == []


def test_labels_in_the_margin_of_each_project() -> None:
    page = Typeset()
    for place, (name, amount) in enumerate((("Mangroves for all", "USD 2,300,000"), ("Radio for all", "USD 480,000"))):
        top = 60 + 180 * place
        page.line(150, top, name, HEADING)
        for line, (label, value) in enumerate((("Amount", amount), ("Donor", "Gavi"), ("Period", "2021 to 2024"))):
            page.line(50, top + 20 + 13 * line, label, BOLD._replace(size=7.5))
            page.line(150, top + 20 + 13 * line, value, BOLD)
        page.column(150, top + 70, 400, prose(f"tree{place}", 60))
    assert [section.text.split("\n")[:3] for section in sections(page)] == [
        ["Amount\tUSD 2,300,000", "Donor\tGavi", "Period\t2021 to 2024"],
        ["Amount\tUSD 480,000", "Donor\tGavi", "Period\t2021 to 2024"],
    ]


def test_a_value_of_several_lines_and_one_that_stands_close_to_its_label() -> None:
    page = Typeset()
    page.line(40, 60, "Better health data", HEADING)
    for x, baseline, text in (
        (40, 80, "Donor:"),
        (110, 80, "Ministry of Foreign"),
        (110, 92, "Affairs of Denmark"),
        (40, 110, "Total budget:"),
        (110, 110, "DKK 12,000,000"),
        (40, 127, "Duration:"),
        (110, 127, "36 months"),
    ):
        page.line(x, baseline, text)
    page.column(40, 150, 500, prose("nurse", 60))
    assert facts(page) == [
        ("Donor:", "Ministry of Foreign Affairs of Denmark"),
        ("Total budget:", "DKK 12,000,000"),
        ("Duration:", "36 months"),
    ]


@pytest.mark.parametrize(("off", "column"), [(1, True), (2, False)])
def test_values_right_after_their_labels_are_a_column_if_they_begin_at_one_point(off: float, column: bool) -> None:
    page = Typeset()
    for place, (label, value) in enumerate((("Donor:", "Gavi"), ("Theme:", "Health"))):
        page.line(40, 80 + 14 * place, label)
        page.line(75 + off * place, 80 + 14 * place, value)
    assert bool(labelled(lines(stretches(page.page().runs)))) is column


def test_two_columns_of_facts_beside_each_other() -> None:
    page = rows(Typeset())
    for place, (label, value) in enumerate((("Region", "Southern Africa"), ("Status", "Ongoing"), ("Theme", "Health"))):
        page.line(360, 80 + 17 * place, label, BOLD)
        page.line(420, 80 + 17 * place, value)
    assert facts(page) == [*ROWS, ("Region", "Southern Africa"), ("Status", "Ongoing"), ("Theme", "Health")]


@pytest.mark.parametrize(("donors", "count"), [(("Sweden",), 4), (("Sweden", "Norway"), 0)])
def test_labels_side_by_side_over_one_row_of_values_are_facts_and_over_two_the_heads_of_a_table(
    donors: Sequence[str], count: int
) -> None:
    page = Typeset()
    page.line(40, 60, "Clean cooking for all", HEADING)
    told = (("Donor", "Budget", "Period", "Partner"), *((donor, "SEK 95 million", "2020", "Gavi") for donor in donors))
    for place, row in enumerate(told):
        for x, text in zip((40, 160, 280, 400), row, strict=True):
            page.line(x, 80 + 18 * place, text, TYPE if place else BOLD)
    page.column(40, 140, 500, prose("stove", 60))
    assert len(facts(page)) == count


def test_figures_with_their_total_stay_a_table() -> None:
    page = rows(Typeset(), (("Funding", "USD 300"), ("Cost", "USD 200"), ("Total", "USD 500")), gap=30)
    assert facts(page) == []
    assert tables(page) == [[["Funding", "USD 300"], ["Cost", "USD 200"], ["Total", "USD 500"]]]


@pytest.mark.parametrize(("known", "count"), [(2, 3), (1, 0)])
def test_most_labels_are_known(known: int, count: int) -> None:
    told = [("Donor", "Gavi"), ("Sector", "Health"), ("Colour", "Blue"), ("Manager", "Unnamed")]
    assert len(facts(rows(Typeset(), told[2 - known : 5 - known]))) == count


@pytest.mark.parametrize(("pitch", "count"), [(46, 5), (56, 4)])
def test_rows_are_no_further_apart_than_four_ems(pitch: float, count: int) -> None:
    assert len(facts(rows(Typeset(), pitch=pitch))) == count


@pytest.mark.parametrize(("value", "count"), [(170, 5), (230, 0)])
def test_values_are_no_further_from_their_labels_than_fourteen_ems(value: float, count: int) -> None:
    page = Typeset()
    for place, (label, text) in enumerate(ROWS):
        page.line(40, 80 + 17 * place, label, BOLD)
        page.line(value, 80 + 17 * place, text)
    page.column(40, 200, 500, prose("nurse", 60))
    assert len(facts(page)) == count


def test_a_line_in_other_type_that_ends_short_is_a_paragraph_of_its_own() -> None:
    page = Typeset()
    page.line(40, 60, "Safe harvests", HEADING)
    end = page.column(40, 70, 300, prose("wheat", 60))
    page.line(40, end + 30, "EUR 940,000 | 2020-2023 | FAO")
    page.line(40, end + 44, "LESOTHO", TYPE._replace(colour="#e07b00"))
    (section,) = sections(page)
    assert section.text.split("\n\n")[-2:] == ["EUR 940,000 | 2020-2023 | FAO", "LESOTHO"]
