"""The values that checks say a row might have."""

import pytest

from pipeline.decisions.fields import FIELDS
from pipeline.model import Check
from pipeline.review.candidates import Candidate, candidates


def doubt(message: str, field: str = "amount") -> Check:
    return Check(severity="warning", check="conflict", message=message, field=field)


@pytest.mark.parametrize(
    ("table", "field", "message", "values"),
    [
        pytest.param(
            "projects",
            "amount",
            "It was left empty: two amounts; it may be EUR 3 million or EUR 4 million.",
            [
                {"amount": "3000000", "currency": "EUR", "qualifier": "exact"},
                {"amount": "4000000", "currency": "EUR", "qualifier": "exact"},
            ],
            id="two amounts",
        ),
        pytest.param(
            "projects",
            "amount",
            'The project "Ports" has the amount EUR 3, but "US$ 5" is told of it in "Some US$ 5 went."',
            [{"amount": "5", "currency": "USD", "qualifier": "exact"}],
            id="an amount told elsewhere",
        ),
        pytest.param("money", "amount", "Open; it may be 3 or 3.", [{"amount": "3"}], id="the same twice"),
        pytest.param("money", "role", "Open; it may be share or nonsense.", [{"role": "share"}], id="not allowed"),
        pytest.param("money", "amount", "Open; it may be many.", [], id="no amount"),
        pytest.param("money", "amount", "Open; it may be 2021.", [{"amount": "2021"}], id="a number"),
        pytest.param("dates", "start", "Open; it may be 4 May 2021.", [{"start": "2021-05-04"}], id="as people write"),
        pytest.param("money", "boxes", "Open; it may be 3.", [], id="no field that people decide on"),
        pytest.param("money", "amount", "It may be 3.", [], id="nothing named"),
    ],
)
def test_values_that_a_message_names(table: str, field: str, message: str, values: list[dict[str, str]]) -> None:
    found = [
        {name: text for name, text in candidate.values.items() if text}
        for candidate in candidates(table, [doubt(message, field)])
    ]
    assert found == values


def test_a_value_that_two_checks_name_is_offered_once_in_the_words_of_the_first() -> None:
    found = candidates("money", [doubt("Open; it may be 3."), doubt("Open; it may be 3 or 4.")])
    assert [candidate.text for candidate in found] == ["3", "4"]


def test_a_candidate_is_told_in_the_words_of_people() -> None:
    candidate = Candidate("EUR 3 million", {"amount": "3000000", "amount_max": "", "currency": "EUR"})
    assert candidate.told(FIELDS["money"]) == "3,000,000, EUR"
