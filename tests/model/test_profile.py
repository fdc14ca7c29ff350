"""Rows of a document: the page that each stands on, and the amount that a contribution states."""

from decimal import Decimal

import pytest

from pipeline.model import Contribution, Evidence, Finding, Money, Place, Project, Section, Span
from tests.places import places

TEXT = "Ports\n\nIreland gave EUR 7 million."
FIRST, SECOND = places(TEXT)[:1], places(TEXT, page=2)[1:]
SECTION = Section("s", 1, "project", "Ports", TEXT.partition("\n\n")[2], FIRST + SECOND)
SEVEN = Money(
    text="EUR 7 million",
    char_start=TEXT.index("EUR"),
    char_end=len(TEXT) - 1,
    rule="r",
    amount=Decimal(7_000_000),
    currency="EUR",
    qualifier="about",
)
FOUND = Finding("m", SECTION, SEVEN)


def words(section: Section, start: int, end: int) -> list[str]:
    return [section.content[place.start : place.end] for place in section.within(start, end)]


def test_pages_of_a_section_and_of_a_mention() -> None:
    assert SECTION.pages == (1, 2)
    assert FOUND.page == 2
    assert Finding("e", SECTION, Money(text="", char_start=0, char_end=0, rule="r")).page == 1  # stands nowhere


def test_words_of_a_section_are_cut_where_a_part_of_it_ends() -> None:
    start = TEXT.index("gave")
    assert words(SECTION, start, start + 4) == ["gave"]
    assert words(SECTION, start + 1, start + 6) == ["ave", "E"]
    assert words(SECTION, start - 1, start) == []  # the blank before it
    assert words(SECTION, 0, 8) == ["Ports", "I"]
    assert [place.first for place in SECTION.within(start + 1, start + 3)] == [1]


def test_the_page_of_a_project_is_that_of_its_title_unless_a_person_told_another() -> None:
    heading = Evidence("title", "Ports", "", "heading", SECTION, Span(0, 5))
    amount = Evidence("amount", Decimal(7), "m", "statement", SECTION, Span(SEVEN.char_start, SEVEN.char_end))
    title_below = heading._replace(span=Span(TEXT.index("gave"), TEXT.index("gave") + 4))
    row = {"id": "p", "section": SECTION, "title": "Ports"}
    assert Project(**row, evidence=(amount, heading)).stands_on == 1
    assert Project(**row, evidence=(amount, title_below)).stands_on == 2
    assert Project(**row, evidence=(amount, title_below), page=1).stands_on == 1
    assert Project(**row, evidence=(amount,)).stands_on == 1
    assert Project(**row, evidence=(heading._replace(span=None), title_below)).stands_on == 2


def test_a_contribution_states_its_own_figures_in_the_words_of_its_amount() -> None:
    row = {"id": "c", "section": SECTION, "kind": "total", "amount": Decimal(8), "currency": "USD"}
    read = Contribution(**row, money=FOUND)
    assert (read.stated.text, read.stated.amount, read.stated.currency) == ("EUR 7 million", 8, "USD")
    assert read.stated.qualifier == "exact"
    assert Contribution(**row, qualifier="about").stated.qualifier == "about"
    added = Contribution(**row, amount_max=Decimal(9))
    assert (added.stated.text, added.stated.amount, added.stated.amount_max) == ("USD 8", 8, 9)
    assert (read.stands_on, added.stands_on) == (2, 1)
    assert Contribution(**row, money=FOUND, page=1).stands_on == 1


def test_a_place_is_cut_to_what_is_asked_for() -> None:
    gave: Place = SECTION.places[2]
    assert TEXT[gave.start : gave.end] == "gave"
    assert gave.within(gave.start + 1, gave.end + 5).each().x0 == gave.boxes.x0[1:4]
    assert gave.within(0, gave.start + 2).each().x0 == gave.boxes.x0[:2]


@pytest.mark.parametrize(("offset", "passage"), [(0, "Ports"), (4, "Ports"), (5, None), (6, None)])
def test_the_heading_is_a_passage_of_its_own(offset: int, passage: str | None) -> None:
    found = SECTION.passage(offset)
    assert (found and TEXT[found.span.start : found.span.end]) == passage
