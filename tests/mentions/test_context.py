"""What a document tells about all its mentions."""

from datetime import date

import pytest

from pipeline.mentions.context import read_context
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


def test_groups_are_of_the_day_that_the_document_was_made() -> None:
    assert context().as_of == date(2024, 5, 1)
