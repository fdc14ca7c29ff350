"""What a row says in the words of people, and how soon it needs a look."""

import pytest

from pipeline.model import Check
from pipeline.review.rows import Row, Value
from pipeline.review.summaries import summary


def row(table: str, checks: tuple[Check, ...] = (), state: str = "open", basis: str = "cell", **values: str) -> Row:
    stated = tuple(Value(name, text, text, text, basis) for name, text in values.items())
    words = {"text": "", "heading": "", "sentence": ("", "", ""), "page": 1, "boxes": (), "quote": "", "rule": ""}
    none = {"decisions": (), "withdrawn": (), "sources": (), "order": (0, 0), "project": None}
    return Row(table=table, id="a", values=stated, state=state, checks=checks, **words, **none)  # type: ignore[arg-type]


def check(severity: str) -> Check:
    return Check(severity=severity, check="bare-project", message="No money.")  # type: ignore[arg-type]


MONEY = {"amount": "3100000", "currency": "EUR"}


@pytest.mark.parametrize(
    ("table", "values", "told"),
    [
        ("documents", {"donor": "Ireland", "language": "en"}, "Ireland · en"),
        ("documents", {"language": "en"}, "en"),
        (
            "projects",
            {**MONEY, "start": "2019", "end": "2021", "countries": "KEN;UGA"},
            "3,100,000 EUR · 2019 to 2021 · Kenya, Uganda",
        ),
        ("projects", {"countries": "KEN"}, "Kenya"),
        ("contributions", {**MONEY, "period": "2021", "qualifier": "nearly"}, "nearly 3,100,000 EUR · 2021"),
        ("money", {**MONEY, "amount_max": "3200000", "flow": "core"}, "3,100,000–3,200,000 EUR · core"),
        ("money", {"currency": "EUR", "flow": "core"}, "core"),
        ("dates", {"value": "2021-03", "duration": "P1M"}, "March 2021"),
        ("dates", {"duration": "P26M"}, "26 months"),
        ("countries", {"name": "Kenya", "iso3": "KEN", "role": "beneficiary"}, "Kenya (KEN) · beneficiary"),
        ("countries", {"name": "Mombasa", "iso3": "KEN", "subdivision": "KE-28"}, "Mombasa (KE-28)"),
        ("countries", {"name": "Congo"}, "Congo"),
        ("quantities", {"value": "1200", "unit": "people", "qualifier": "about"}, "about 1,200 people"),
        ("quantities", {"value": "2", "value_max": "3.5", "unit": "%"}, "2–3.5 %"),
    ],
)
def test_a_row_in_the_words_of_people(table: str, values: dict[str, str], told: str) -> None:
    assert summary(row(table, **values)) == told


@pytest.mark.parametrize(
    ("one", "urgency", "unsure"),
    [
        (row("projects", (check("info"), check("error"))), 0, 105),
        (row("money", (check("warning"), check("info"))), 1, 25),
        (row("projects"), 2, 0),
        (row("money", (check("info"),)), 3, 5),
        (row("money"), 3, 0),
        (row("projects", (check("error"),), state="accepted"), 4, 100),
        (row("projects", basis="", amount="5", currency="EUR", title=""), 2, 2),
        (row("projects", basis="assumed", amount="5"), 2, 1),
        (row("money", basis="", amount="5"), 3, 0),
        (row("contributions", basis="", amount="5", state="corrected"), 4, 0),
    ],
)
def test_how_soon_and_how_much_a_row_needs_a_look(one: Row, urgency: int, unsure: int) -> None:
    assert (one.urgency, one.unsure) == (urgency, unsure)
