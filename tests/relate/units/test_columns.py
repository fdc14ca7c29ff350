"""What the columns of lists stand for, and what their heads ask for, cell by cell."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.language.fields import fields
from pipeline.language.lexicon import spoken
from pipeline.mentions.passages import read_section
from pipeline.model import Cell, Context, Fact, Facts, Passage, Reading, Section, Span, Table
from pipeline.relate.cells import _heads, _within, lead_in, leads, table_words
from pipeline.relate.columns import (
    Columns,
    _are_known,
    _giver,
    _is_sum,
    _money,
    _rows,
    _words,
    _years,
    listed,
    money_of,
)
from pipeline.relate.lists import sentences
from pipeline.relate.tables import (
    List,
    _named_side,
    asked_field,
    column_fields,
    facts_of,
    givers_of,
    listed_titles,
    name,
    named_cells,
    names,
    of_needs,
    of_projects,
    projects_of,
)
from tests.relate.records import actors, money, sentence
from tests.relate.test_tables import Part, section_of


def reading_of(*parts: Part, heading: str = "Annex") -> Reading:
    with spoken("en"):
        return read_section(section_of(*parts, heading=heading), Context())


@pytest.mark.parametrize(
    ("head", "years"),
    [
        ("", ()),
        ("2020", (2020,)),
        ("2020–2022", (2020, 2021, 2022)),
        ("2020, 2021, 2022", (2020, 2021, 2022)),
        ("1999", (1999,)),
        ("12020", ()),
        ("20201", ()),
        ("1899", ()),
    ],
)
def test_the_years_of_a_head(head: str, years: tuple[int, ...]) -> None:
    assert _years(head) == years


@pytest.mark.parametrize(
    ("head", "currencies", "words"),
    [
        ("EUR 2020", ("EUR",), ""),
        ("US $", ("EUR",), ""),
        ("EUR", ("USD",), "EUR"),
        ("Gifts (EUR)", ("EUR",), "Gifts"),
        ("EUR / USD", ("EUR", "USD"), ""),
    ],
)
def test_the_words_of_a_head_but_for_its_currency(head: str, currencies: tuple[str, ...], words: str) -> None:
    cell = Cell(Span(0, 1), 0, 0)
    assert _words(head, [(cell, money("1", currency)) for currency in currencies]) == words


@pytest.mark.parametrize(
    ("row", "is_sum"),
    [
        (((False, "3"), (False, "4"), (True, "7")), True),
        (((False, "3"), (False, "4"), (True, "8")), False),
        (((False, "3"), (False, "4")), False),
        (((True, "3"), (True, "4")), True),
        (((True, "3"), (True, "3"), (False, "3")), False),
        (((False, "995"), (True, "1000")), True),
        (((False, "994"), (True, "1000")), False),
        (((False, "1005"), (True, "1000")), True),
        (((False, "1006"), (True, "1000")), False),
        ((), True),
    ],
)
def test_a_row_comes_to_its_total(row: Sequence[tuple[bool, str]], is_sum: bool) -> None:
    assert _is_sum([(is_total, Decimal(amount)) for is_total, amount in row]) is is_sum


def test_most_givers_are_known() -> None:
    known, unknown = actors("ada", known="country"), actors("leo")
    assert _are_known([*known, *known, *unknown])
    assert not _are_known([*known, *unknown])
    assert not _are_known([*known, None])
    assert _are_known(known)
    assert _are_known(actors("Steiner family", "estate of Ada", "Mr Leo Moss"))
    assert not _are_known(actors("Family of ports", "Ada estate"))
    assert not _are_known([])


def test_what_money_a_column_asks_for() -> None:
    assert _money(("title", "share")) == "share"
    assert _money(("received", "total")) == "received"
    assert _money(("title", "start")) is None


def test_the_rows_of_a_cell() -> None:
    assert list(_rows(Cell(Span(0, 1), 2, 0, rows=2))) == [2, 3]


@pytest.mark.parametrize(
    ("words", "giver"),
    [
        ("Norway", ("Norway", "NOR", "country")),
        ("Government of Kenya (GoK) – CCD", ("Government of Kenya", "KEN", "office")),
        ("Port Guild", ("Port Guild", None, "")),
        ("Norway Port Guild", ("Norway Port Guild", None, "")),
        ("Norway grant", ("Norway", "NOR", "country")),
        ("Port grant", None),
        ("Project funding", None),
        ("Grant of Norway", ("Grant of Norway", None, "")),
    ],
)
def test_who_is_named_in_a_cell(words: str, giver: tuple[str, str | None, str] | None) -> None:
    reading = reading_of([["Donor", "Amount"], [words, "EUR 3 million"], ["Chad", "EUR 2 million"]])
    (block,) = reading.section.blocks
    assert isinstance(block, Table)
    cell = block.cells[2].span
    with spoken("en"):
        found = _giver(reading, cell)
    assert (found and (found.name, found.iso3, found.known)) == giver
    assert found is None or found.start == cell.start


def columns_of(*rows: Sequence[str]) -> Columns:
    reading = reading_of("Gifts in US$", rows)
    table = reading.section.blocks[-1]
    assert isinstance(table, Table)
    with spoken("en"):
        return Columns(reading, List(table, column_fields(reading.section, table), 0))


def roles_of(*rows: Sequence[str]) -> list[str | None]:
    with spoken("en"):
        found = columns_of(*rows).roles()
    return [found[column] for column in sorted(found)]


@pytest.mark.parametrize(
    ("heads", "amounts", "roles"),
    [
        (["Donor", "Amount"], ["Norway", "100"], ["share"]),
        (["Donor", "Amount", "Balance"], ["Norway", "100", "20"], ["share", "none"]),
        (["Donor", "Pledged", "Paid"], ["Norway", "100", "80"], ["share", "spent"]),
        (["Donor", "Paid"], ["Norway", "80"], ["share"]),
        (["Donor", "2021", "2022", "Total"], ["Norway", "100", "200", "300"], ["share", "share", "share"]),
        (["Donor", "2021", "2022", "2021–2022"], ["Norway", "100", "200", "300"], ["share", "share", "total"]),
        (["Donor", "2021", "2021–2022"], ["Norway", "100", "300"], ["share", "share"]),
        (["Donor", "Core 2021", "Soft 2021", "Other 2021"], ["Norway", "100", "200", "300"], ["share"] * 3),
        (["Donor", "Harbours", "Ferries"], ["Norway", "100", "200"], [None, None]),
        (["Donor", "Harbours", "Balance"], ["Norway", "100", "200"], ["share", "none"]),
        (["Donor", "Required", "Harbours"], ["Norway", "100", "200"], ["needed", "share"]),
    ],
)
def test_what_the_columns_of_a_list_stand_for(heads: list[str], amounts: list[str], roles: list[str | None]) -> None:
    assert roles_of(heads, [words if words.isalpha() else f"{words},000" for words in amounts]) == roles


def test_a_column_in_another_currency_tells_the_other_again() -> None:
    same = columns_of(
        ["Donor", "Amount", "US$"], ["Norway", "NOK 100,000", "USD 10,000"], ["Chad", "XAF 900,000", "USD 1,500"]
    )
    content = same.reading.section.content
    told_again = {content[slice(*other)]: content[slice(*one)] for other, one in same.again.items()}
    assert told_again == {"USD 10,000": "NOK 100,000", "USD 1,500": "XAF 900,000"}
    one_alone = columns_of(
        ["Donor", "Amount", "US$"], ["Norway", "NOK 100,000", "USD 10,000"], ["Chad", "XAF 900,000", ""]
    )
    assert len(one_alone.again) == 1
    each_alone = columns_of(["Donor", "Amount", "US$"], ["Norway", "NOK 100,000", ""], ["Chad", "", "USD 10,000"])
    assert each_alone.again == {}
    of_one_currency = columns_of(["Donor", "Amount", "US$"], ["Norway", "USD 100,000", "USD 10,000"])
    assert of_one_currency.again == {}
    apart = columns_of(
        ["Donor", "Amount", "US$"],
        ["Norway", "NOK 100,000", "USD 10,000"],
        ["Chad", "XAF 900,000", ""],
        ["Togo", "", "USD 1,500"],
    )
    assert apart.again == {}
    of_other_years = columns_of(["Donor", "2020", "2021"], ["Norway", "NOK 100,000", "USD 10,000"])
    assert of_other_years.again == {}


def test_the_doubt_of_a_column_is_told_once() -> None:
    columns = columns_of(["Donor", "Harbours", "Ferries"], ["Norway", "100,000", "200,000"], ["Chad", "1,000", "2,000"])
    first, second = (cell for cell in columns.list.table.cells if cell.column == 1 and cell.kind == "cell")
    doubt = columns.doubt(first)
    assert doubt
    assert "Harbours" in doubt.reason
    assert columns.doubt(second) is None
    assert [money.text for _, money in money_of(columns.reading, columns.list)] == [
        "100,000",
        "200,000",
        "1,000",
        "2,000",
    ]


def told(*parts: Part, heading: str = "Annex") -> list[tuple[str, str | None, str | None, bool]]:
    reading = reading_of(*parts, heading=heading)
    with spoken("en"):
        return [
            (reading.section.content[slice(*one.span)], one.role, one.giver.name if one.giver else None, one.is_of_many)
            for one in listed(reading)
            if any(one.span.holds(money.char_start) for money in reading.mentions)
        ]


def test_what_the_cells_of_a_list_of_givers_tell() -> None:
    rows = [["Donor", "Amount (EUR)"], ["Norway", "3,000"], ["Other donors", "2,000"], ["Total", "5,000"]]
    assert told(rows) == [
        ("3,000", "share", "Norway", False),
        ("2,000", "share", "Other donors", True),
        ("5,000", "total", None, False),
    ]


def test_what_the_cells_of_a_list_of_projects_tell() -> None:
    rows = [["Project", "Donor", "Total cost (EUR)", "Paid (EUR)"], ["Ports", "Norway", "9,000", "3,000"]]
    assert told(rows) == [("9,000", "total", "Norway", False), ("3,000", "spent", "Norway", False)]


def test_what_facts_under_a_heading_of_givers_tell() -> None:
    facts = {"Norway": "EUR 3,000", "Other donors": "EUR 2,000", "Total": "EUR 5,000", "Chad": "EUR 1,000"}
    assert told(facts, heading="Funding by donor") == [
        ("EUR 3,000", "share", "Norway", False),
        ("EUR 2,000", "share", "Other donors", True),
        ("EUR 5,000", "total", None, False),
        ("EUR 1,000", "share", "Chad", False),
    ]
    assert told(facts) == []
    assert told({"Norway": "EUR 3,000"}, heading="Funding by donor") == []
    assert told({"Ports": "EUR 3,000", "Tugs": "EUR 2,000"}, heading="Funding by donor") == []


def test_a_table_under_a_heading_of_givers_names_them_in_its_first_column() -> None:
    rows = [["", "Amount (EUR)"], ["Norway", "3,000"], ["Chad", "2,000"]]
    assert told(rows, heading="Funding by donor") == [
        ("3,000", "share", "Norway", False),
        ("2,000", "share", "Chad", False),
    ]
    assert told(rows) == []
    assert told("Contributions by donor", rows) == told(rows, heading="Funding by donor")
    assert told("Contributions by donor", "These are theirs.", rows) == []
    headed = [["Port", "Amount (EUR)"], ["Norway", "3,000"], ["Chad", "2,000"]]
    assert told(headed, heading="Funding by donor") == []
    unknown = [["", "Amount (EUR)"], ["Ports", "3,000"], ["Tugs", "2,000"]]
    assert told(unknown, heading="Funding by donor") == []


# ------------------------------------------------------------------------------------- lists of projects and givers


def table_of(*rows: Sequence[str], before: str = "Annex 1") -> tuple[Section, Table]:
    section = section_of(before, rows)
    table = section.blocks[-1]
    assert isinstance(table, Table)
    return section, table


@pytest.mark.parametrize(
    ("heads", "is_of_projects", "is_of_givers"),
    [
        (["Project", "Budget"], True, False),
        (["Project", "Start"], True, False),
        (["Project", "Country"], True, False),
        (["Project", "Notes"], False, False),
        (["Purpose", "Grant"], False, False),
        (["Purpose", "Grant", "Start"], True, False),
        (["Grantee", "Grant", "Purpose"], True, False),
        (["Grantee", "Grant"], False, False),
        (["Grantee", "Donor", "Grant", "Start"], False, True),
        (["Donor", "Grant"], False, True),
        (["Donor", "Project", "Grant"], True, False),
        (["Port", "Notes"], False, False),
    ],
)
def test_which_tables_are_lists(heads: list[str], is_of_projects: bool, is_of_givers: bool) -> None:
    section, _ = table_of(heads, ["a"] * len(heads))
    with spoken("en"):
        assert [bool(list(projects_of(section))), bool(list(givers_of(section)))] == [is_of_projects, is_of_givers]
        for list_ in (*projects_of(section), *givers_of(section)):
            assert list_.span == Span(list_.table.cells[0].span.start, list_.table.cells[-1].span.end)


def test_the_rows_of_a_list() -> None:
    rows = [["Project", "Budget"], ["Asia", ""], ["Ports", "3"], ["", "4"], ["Tugs", "5"], ["Total", "12"]]
    section, _ = table_of(*rows)
    with spoken("en"):
        (list_,) = projects_of(section)
        found = list(list_.rows())
        assert list(listed_titles(section)) == ["Ports", "Tugs"]
    assert [section.content[slice(*row.cells[1].span)] for row in found] == ["3", "5"]
    assert [row.group and section.content[slice(*row.group.span)] for row in found] == ["Asia", "4"]
    assert (list_.columns("title"), list_.columns("total", "share", "start")) == ([0], list_.columns("total", "share"))


def test_rows_and_columns_that_a_cell_spans() -> None:
    content = "Project\tBudget\tStart\nPorts\t3\t2020\n4\t2021"
    spans = [Span(*match.span()) for match in re.finditer(r"\w+", content)]
    cells = [
        Cell(spans[0], 0, 0, "head"),
        Cell(spans[1], 0, 1, "head"),
        Cell(spans[2], 0, 2, "head"),
        Cell(spans[3], 1, 0, rows=2),
        Cell(spans[4], 1, 1),
        Cell(spans[5], 1, 2),
        Cell(spans[6], 2, 1),
        Cell(spans[7], 2, 2),
    ]
    table = Table(None, tuple(cells), 1)
    section = Section("s", 1, "other", "", content, (), blocks=(table,))
    with spoken("en"):
        (list_,) = projects_of(section)
        assert [section.content[slice(*row.cells[0].span)] for row in list_.rows()] == ["Ports", "Ports"]
        assert column_fields(section, table)[2] == ("start",)
        wide = table._replace(cells=(Cell(spans[0], 0, 0, "head", columns=2), *table.cells[2:]))
        assert column_fields(section, wide)[1] == ("title",)
        below = Cell(spans[1], 1, 2, "head")
        rest = (cell._replace(row=cell.row + 1) for cell in cells[3:])
        assert column_fields(section, table._replace(cells=(*cells[:3], below, *rest)))[2] == fields("Budget")
        assert column_fields(section, wide)[2] == ("start",)


def test_where_tables_of_projects_stand() -> None:
    with spoken("en"):
        section, table = table_of(["Project", "Notes"], ["Ports", "none"])
        assert list(of_projects(section)) == [List(table, {}, 0).span]
        section, _ = table_of(["Port", "Notes"], ["Ports", "none"])
        assert list(of_projects(section)) == []


def test_tables_of_needs_are_those_of_all_donors() -> None:
    with spoken("en"):
        assert len(list(of_needs(table_of(["Sector", "Required", "Received"], ["Water", "9", "3"])[0]))) == 1
        assert list(of_needs(table_of(["Donor", "Required", "Received"], ["Chad", "9", "3"])[0])) == []
        assert list(of_needs(table_of(["Project", "Required", "Received"], ["Ports", "9", "3"])[0])) == []
        assert list(of_needs(table_of(["Sector", "Received"], ["Water", "3"])[0])) == []


@pytest.mark.parametrize(
    ("heads", "row", "column", "named"),
    [
        (["Year", "Partner", "Amount"], ["2020", "Port Guild", "3"], 2, ["Port Guild"]),
        (["Year", "Amount", "Partner"], ["2020", "3", "Port Guild"], 1, ["Port Guild"]),
        (["Year", "Notes", "Amount"], ["2020", "Port Guild", "3"], 2, ["Port Guild"]),
        (["Year", "", "Amount"], ["2020", "Port Guild", "3"], 2, []),
        (["Year", "Partner", "Amount"], ["2020", "", "3"], 2, []),
        (["Year", "Donor", "Amount"], ["2020", "Port Guild", "3"], 2, []),
    ],
)
def test_the_cells_of_a_row_that_name_somebody(heads: list[str], row: list[str], column: int, named: list[str]) -> None:
    section, table = table_of(heads, ["2019", "Ferry Trust", "1"], row)
    own = table.cells[-len(row) + column]
    with spoken("en"):
        found = list(named_cells(section, Passage(own.span, table, own)))
    words = [section.content[slice(*span)] for span in found]
    assert [word for word in words if word not in ("2020", "2019")] == named


def test_the_field_that_a_label_or_a_head_asks_for() -> None:
    section, table = table_of(["Item", "Total cost"], ["Paid", "3"], ["Ports", "4"])
    facts = section_of({"Total budget": "EUR 3 million"})
    (block,) = facts.blocks
    with spoken("en"):
        cells = {cell.span: cell for cell in table.cells}
        asked = [asked_field(section, Passage(span, table, cell)) for span, cell in cells.items()]
        assert asked == [None, None, None, "total", None, "total"]
        (fact,) = block.facts  # type: ignore[union-attr]
        assert asked_field(facts, Passage(fact.value, block, fact)) == "total"
        assert asked_field(facts, Passage(fact.label, block, fact)) is None
        assert asked_field(facts, None) is None


def facts(**told_: str) -> list[tuple[str, tuple[str, ...]]]:
    section = section_of({label.replace("_", " "): value for label, value in told_.items()})
    with spoken("en"):
        return [(section.content[slice(*fact.value)], fact.fields) for fact in facts_of(section)]


def test_what_facts_ask_for() -> None:
    assert facts(Start="May 2020") == [("May 2020", ("start",))]
    assert facts(Colour="blue") == []
    assert facts(Project="Safe ports") == [("Safe ports", ("title",))]
    assert facts(Project="12") == []
    assert facts(Key_dates="Start: May 2020 End: June 2022") == [
        ("", ("period",)),
        ("May 2020", ("start",)),
        ("June 2022", ("end",)),
    ]
    assert facts(Duration="2 years Start: May 2020") == [("2 years", ("duration",)), ("May 2020", ("start",))]


@pytest.mark.parametrize(
    ("content", "asked"),
    [
        ("400\nBeneficiaries", ("beneficiaries",)),
        ("EUR 3 million\nGrant", ("share",)),
        ("2020\nStart", None),
    ],
)
def test_a_figure_that_is_set_large_over_its_label(content: str, asked: tuple[str, ...] | None) -> None:
    end = content.index("\n")
    block = Facts((Fact(Span(end + 1, len(content)), Span(0, end)),))
    with spoken("en"):
        found = list(facts_of(Section("s", 1, "other", "", content, (), blocks=(block,))))
    assert found == ([(Span(0, end), asked)] if asked else [])


def test_an_amount_in_a_head_is_none_of_its_column() -> None:
    columns = columns_of(["Donor", "Gifts over US$ 500"], ["Norway", "100,000"])
    assert [money.text for _, money in money_of(columns.reading, columns.list)] == ["100,000"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Port Guild / Ferry Trust", ["Port Guild", "Ferry Trust"]),
        ("Port Guild; Ferry Trust", ["Port Guild", "Ferry Trust"]),
        ("Port/Ferry Trust", ["Port/Ferry Trust"]),
        ("Port Guild*", ["Port Guild"]),
        ("12 / Ferry Trust", ["Ferry Trust"]),
        ("", []),
    ],
)
def test_the_names_in_a_cell(text: str, named: list[str]) -> None:
    section = Section("s", 1, "other", "", text, ())
    found = list(names(section, Span(0, len(text))))
    assert [words for words, _ in found] == named
    assert all(section.content[slice(*span)].startswith(words[:4]) for words, span in found)
    assert name(section, Span(0, len(text))) == text.strip("*")


@pytest.mark.parametrize(
    ("head", "cells", "side"),
    [
        ("From", ["Norway", "Chad"], ("funder",)),
        ("To", ["Norway", "Chad"], ("recipient",)),
        (" from ", ["Norway"], ("funder",)),
        ("From", ["2020", "2021"], ()),
        ("From", ["Norway", "2021"], ()),
        ("From", ["", ""], ()),
        ("With", ["Norway"], ()),
    ],
)
def test_a_column_from_or_to_names_who_gives_or_gets(head: str, cells: list[str], side: tuple[str, ...]) -> None:
    section, table = table_of(["Year", head], *(["2020", words] for words in cells))
    with spoken("en"):
        assert _named_side(section, table, 1, [head]) == side
        assert _named_side(section, table, 0, [head, "From"]) == ()
        assert _named_side(section, table, 1, []) == ()


# ------------------------------------------------------------------------------------------- what heads a cell, a list


def test_what_heads_a_cell() -> None:
    section, table = table_of(["Item", "Paid"], ["Ports", "EUR 3"], before="All gifts:")
    content = section.content
    heads = [content[slice(*span)] for span in _heads(section, content.index("EUR"))]
    assert heads == ["Ports", "Paid", "All gifts:"]
    assert list(_heads(section, 0)) == []
    bare = section_of([["Item", "Paid"], ["Ports", "EUR 3"]])
    assert len(list(_heads(bare, bare.content.index("EUR")))) == 2
    of_facts = section_of({"Budget": "EUR 3"})
    (label,) = _heads(of_facts, of_facts.content.index("EUR"))
    assert of_facts.content[slice(*label)] == "Budget"
    assert table.caption


def test_the_phrases_within_a_span() -> None:
    own = sentence("a b c", start=10)
    assert [phrase.text for phrase in _within(own, Span(12, 13))] == ["b"]
    assert [phrase.text for phrase in _within(own, Span(10, 15))] == ["a", "b", "c"]
    assert [phrase.text for phrase in _within(own, Span(14, 15))] == ["c"]
    assert _within(own, Span(15, 20)) == []
    assert _within(own, Span(0, 10)) == []
    assert _within(replace(own, phrases=()), Span(0, 20)) == []


def test_the_words_of_a_row_and_of_all_heads() -> None:
    reading = reading_of("All gifts:", [["Item", "Paid"], ["Ports", "EUR 3"], ["Tugs", "EUR 4"]])
    content = reading.section.content
    with spoken("en"):
        own = sentences(reading)
        words = [phrase.text for phrase in table_words(reading.section, own, content.index("EUR 4"))]
        assert "ports" not in words
        assert {"tugs", "item", "paid", "gifts"} <= set(words)
        assert list(table_words(reading.section, own, 0)) == []


def above(*parts: Part, at: str) -> list[str]:
    section = section_of(*parts)
    return [section.content[slice(*span)] for span in leads(section, section.content.index(at))]


def test_what_leads_up_to_a_table_or_a_point() -> None:
    rows = [["Item", "Paid"], ["Ports", "EUR 3"]]
    assert above("They gave:", rows, at="EUR 3") == ["They gave:"]
    assert above(rows, at="EUR 3") == []
    assert above("They gave:", "1. Ports.", at="Ports") == ["They gave:"]
    assert above("They gave:", "1. Ports.", "2. Tugs.", at="Tugs") == ["They gave:"]
    assert above("They gave:", "1. Ports.", "Then:", "2. Tugs.", at="Tugs") == ["They gave:"]
    assert above("They gave:", "1. Ports.", "Then:", "1. Tugs.", at="Tugs") == ["Then:"]
    assert above("They gave:", "1. Ports.", rows, at="EUR 3") == ["1. Ports.", "They gave:"]
    assert above("They gave:", {"Budget": "9"}, "1. Ports.", at="Ports") == []
    assert above("They gave:", rows, "1. Quays.", at="Quays") == []
    assert above("They gave:", "Ports.", at="Ports") == []


def test_the_sentence_that_leads_up_to_a_list() -> None:
    rows = [["Item", "Paid"], ["Ports", "EUR 3"]]
    for before, found in (
        ("It is so. They gave:", ["they gave :"]),
        ("They gave.", []),
        ("They gave: yes", []),
    ):
        reading = reading_of(before, rows)
        with spoken("en"):
            own = lead_in(reading.section, sentences(reading), reading.section.content.index("EUR"))
        assert [" ".join(phrase.text for phrase in one.phrases) for one in own] == found
