"""What a document tells about all its mentions."""

from datetime import date

import pytest

from pipeline.language.lexicon import spoken
from pipeline.mentions.context import _day_first, read_context, titled
from pipeline.model import Context, Document, Section, Source


def context(title: str = "", heading: str = "", text: str = "") -> Context:
    document = Document(id="x", file="scan.pdf", sha256="", status="ok", title=title)
    section = Section("s-1", 1, "contributions", heading, text, places=())
    return read_context(document, Source(pages=(), created=date(2024, 5, 1)), [section])


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("All dollar amounts are in Canadian dollars.", "CAD"),
        ("In this brochure $ refers to US dollars.", "USD"),
        ("It gave $5 million.", None),
        ("Amounts are in Canadian dollars. Other figures are in US dollars.", None),
    ],
)
def test_rule_for_a_bare_dollar(text: str, currency: str | None) -> None:
    assert context(text=text).dollar == currency


@pytest.mark.parametrize(
    ("text", "day_first"),
    [
        ("It opened on 25/03/2021 and closed on 05/04/2021.", True),
        ("It opened on 03/25/2021.", False),
        ("It opened on 03/04/2021.", None),
        ("It opened on 25/03/2021 and closed on 04/26/2021.", None),
    ],
)
def test_day_before_month(text: str, day_first: bool | None) -> None:
    assert context(text=text).day_first is day_first


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Malawi and Norway", {"MWI", "NOR"}),
        ("The Netherlands", {"NLD"}),
        ("Canada – projects in Mali", {"CAN"}),
        ("Canada – projects in the Philippines", {"CAN"}),
        ("Support for the Gambia from Norway", {"NOR"}),
        ("Aid to the Gambia of the Netherlands", {"NLD"}),
        ("Projects with Mali", {"MLI"}),  # where all are partners, one of them may be the donor
        ("In Mali", {"MLI"}),
        ("Irish Aid", {"IRL"}),  # by its agency
        ("EU and ILO", set()),
        ("", set()),
    ],
)
def test_countries_of_a_title_partners_aside(text: str, countries: set[str]) -> None:
    with spoken("en"):
        assert titled(text) == countries


@pytest.mark.parametrize(
    ("text", "day_first"),
    [
        ("12/12/2021", None),
        ("13/12/2021", True),
        ("12/13/2021", False),
        ("13/13/2021", None),
        ("25.03.2021, 03/04/2021", True),
        ("25/03/21", True),
        ("25/03/1821", None),
        ("1/25/03/2021", None),
        ("", None),
    ],
)
def test_the_order_of_numeric_dates(text: str, day_first: bool | None) -> None:
    assert _day_first([text]) is day_first


def test_groups_are_of_the_day_that_the_document_was_made() -> None:
    assert context().as_of == date(2024, 5, 1)
