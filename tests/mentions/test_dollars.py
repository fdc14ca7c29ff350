"""Whose the dollars of a document are that stand alone."""

from datetime import date

import pytest

from pipeline.mentions import find
from pipeline.model import Document, Money, Section, Segmentation, Source

GIFT = "Norway gave $5 million for schools in 2020. It gave $3 million before."


def dollars(title: str, *texts: str, links: tuple[str, ...] = ()) -> list[tuple[str | None, int]]:
    """The currency of each amount with a bare dollar, and how many doubts tell of it."""
    sections = tuple(Section(f"s-{n}", n, "other", "", text, places=(), links=links) for n, text in enumerate(texts))
    segmentation = Segmentation(sections=sections, furniture=(), title=title)
    document = Document(id="x", file="scan.pdf", sha256="", status="ok")
    _, readings, _ = find(document, Source(pages=(), created=date(2024, 5, 1)), segmentation)
    money = [mention for reading in readings for mention in reading.of(Money)]
    return [(m.currency, len(m.doubts)) for m in money if m.text.startswith("$")]


@pytest.mark.parametrize(
    ("title", "currency"),
    [
        ("Australian Red Cross: Year in Review", "AUD"),
        ("Save the Children New Zealand", "NZD"),
        ("Global Affairs Canada: Projects", "CAD"),
        ("Canada – projects in Jamaica", "CAD"),
        ("Jamaica: programme of the United Nations Development Programme", "USD"),
        ("World Bank in Namibia", "USD"),
        ("The United States and Liberia", "USD"),
    ],
)
def test_dollars_are_those_of_a_giver_in_the_title_or_of_its_multilateral_body(title: str, currency: str) -> None:
    assert dollars(title, GIFT) == [(currency, 0), (currency, 0)]


@pytest.mark.parametrize("title", ["Australia and Canada", "The World Bank and Canada"])
def test_dollars_of_a_title_with_two_who_may_count_in_theirs_stay_open(title: str) -> None:
    assert dollars(title, GIFT) == [(None, 1), (None, 1)]


def test_dollars_beside_those_of_the_united_states_are_told() -> None:
    assert dollars("Canadian Foodgrains Bank", f"{GIFT} Togo needs US$ 7 million.") == [("CAD", 1), ("CAD", 1)]


@pytest.mark.parametrize("place", ["Jamaica", "Fiji: roads", "Liberian schools"])
def test_dollars_where_the_title_names_a_place_with_its_own_are_told_each(place: str) -> None:
    assert dollars(place, GIFT) == [("USD", 1), ("USD", 1)]


def test_dollars_stay_open_where_much_is_told_of_a_giver_with_its_own() -> None:
    told = "The Bank of Queensland helped. Australians gave time, and churches in Australia food."
    assert dollars("Our supporters", GIFT, told) == [(None, 1), (None, 1)]
    both = "Norway and Oslo gave tents."
    assert dollars("Our supporters", GIFT, told, both) == [("USD", 1), ("USD", 1)]
    states = "USAID, schools in Texas and California, and friends in Boston and the United States gave most."
    assert dollars("Our supporters", GIFT, told, states) == [("USD", 0), ("USD", 0)]


def test_dollars_of_a_section_in_a_known_language_are_read_in_a_document_of_another() -> None:
    german = "Die Stiftung fördert seit vielen Jahren Schulen, und die Kinder lernen wieder gern. " * 9
    document = Document(id="x", file="x.pdf", sha256="", status="ok", language="de")
    sections = tuple(Section(f"s-{n}", n, "other", "", text, places=()) for n, text in enumerate((german, GIFT)))
    source = Source(pages=(), language="de")
    _, readings, _ = find(document, source, Segmentation(sections=sections, furniture=(), title="Jahresbericht"))
    assert [money.currency for reading in readings for money in reading.of(Money)] == ["USD", "USD"]


def test_dollars_of_a_text_that_names_no_country_are_those_of_the_united_states_and_told_once() -> None:
    assert dollars("Our supporters", "The Rotary gave $5 million, the Ferry Union $3 million.") == [
        ("USD", 1),
        ("USD", 0),
    ]


def test_dollars_are_assumed_to_be_those_of_the_addresses() -> None:
    assert dollars("Our supporters", GIFT, "Write to us: office@schools.org.au") == [("AUD", 1), ("AUD", 1)]
    assert dollars("Our supporters", GIFT, links=("https://www.schools.org.nz/give",)) == [("NZD", 1), ("NZD", 1)]


@pytest.mark.parametrize("told", ["See www.schools.org.uk", "Australia, Canada, Norway, Norway and the EU give.", ""])
def test_dollars_of_which_nothing_speaks_are_told_once(told: str) -> None:
    assert dollars("Our supporters", GIFT, told) == [("USD", 1), ("USD", 0)]


@pytest.mark.parametrize("told", ["Togo needs US$ 7 million.", "Schools in Texas and in Washington, United States."])
def test_dollars_are_sure_where_the_text_speaks_of_those_of_the_united_states(told: str) -> None:
    assert dollars("Our supporters", GIFT, told) == [("USD", 0), ("USD", 0)]
