"""A profile made by hand: two sections on two pages, one mention of each kind, a project and a check."""

from decimal import Decimal

import pytest

from pipeline.model import (
    Check,
    Contribution,
    Country,
    Document,
    Finding,
    Mention,
    Money,
    Profile,
    Project,
    Quantity,
    Section,
    Time,
)
from tests.places import places

FUNDING = "In 2021 the island gave US$ 1.5 million to 40 schools in Kenya."
GARDENS = "Fruit trees for two valleys."


def section(number: int, kind: str, heading: str, text: str) -> Section:
    """Every character is 5 points wide and 10 high; heading and text are a line each, 20 points apart."""
    printed = places(f"{heading}\n\n{text}", number, left=10, top=20, width=5)
    links = ("https://example.org/a;b",) if kind == "project" else ()
    return Section(f"island/{number}", number, kind, heading, text, printed, links)  # type: ignore[arg-type]


def placed(text: str) -> dict[str, object]:
    start = f"Funding\n\n{FUNDING}".index(text)
    return {"text": text, "char_start": start, "char_end": start + len(text), "rule": "by hand", "sentence": FUNDING}


@pytest.fixture
def profile() -> Profile:
    funding, gardens = section(1, "contributions", "Funding", FUNDING), section(2, "project", "=Gardens", GARDENS)
    money = Money(**placed("US$ 1.5 million"), amount=Decimal("1500000.00"), currency="USD", flow="voluntary")
    mentions: list[Mention] = [
        money,
        Time(**placed("2021"), kind="year", value="2021", start="2021-01-01", end="2021-12-31"),
        Country(**placed("Kenya"), kind="country", name="Kenya", iso2="KE", iso3="KEN", role="beneficiary"),
        Quantity(**placed("40 schools"), value=Decimal(40), unit="schools"),
    ]
    findings = tuple(Finding(f"m{number}", funding, mention) for number, mention in enumerate(mentions))
    given = {"amount": money.amount, "currency": money.currency, "qualifier": money.qualifier, "money": findings[0]}
    return Profile(
        document=Document(id="island", file="Island.pdf", sha256="0" * 64, status="ok", pages=2),
        sections=(funding, gardens),
        findings=findings,
        projects=(
            Project(id="p1", section=gardens, title="=Gardens", funders=("Irish Aid",), countries=("KEN", "UGA")),
        ),
        contributions=(Contribution(id="c1", section=funding, kind="voluntary", **given),),
        checks=(Check(severity="info", check="bare-project", message="No money.", section="island/2", page=2),),
    )
