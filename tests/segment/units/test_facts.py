"""Words of facts and figures, condition by condition."""

import pytest

from pipeline.segment.facts import (
    begins_fact,
    is_figure,
    is_labelled,
    is_large_figure,
    parted,
    states_figure,
    states_unit,
    tells_amount,
    tells_facts,
)
from tests.segment.records import line

Cases = pytest.mark.parametrize


@Cases(
    ("text", "told"),
    [
        ("Budget: US$ 1.2 million", True),
        ("Period: 2019-2022", True),
        ("Wells: 2,500", True),
        ("Better Schools: 2019-2022", False),
        ("Better Schools: a review", False),
        ("Donor: Norway | Wells: many", True),
        ("Budget", False),
        ("Budget:2", False),
        ("2,500", False),
    ],
)
def test_words_that_are_facts(text: str, told: bool) -> None:
    assert tells_facts(text) is told


@Cases(
    ("text", "labelled"),
    [
        ("Completion date: 07/2019", True),
        ("Completion date:", False),
        ("Completion date", False),
        ("completion date: 07/2019", False),
        ("One Two Three Four Five: 6", True),
        ("One Two Three Four Five Six: 7", False),
        ("Wells (in Mali: 5)", True),
        ("Wells (Mali): 5)", True),
        ("Wells (Mali: 5", False),
        (": 5", False),
    ],
)
def test_words_with_what_may_be_a_label(text: str, labelled: bool) -> None:
    assert is_labelled(text) is labelled


@Cases(
    ("text", "told"),
    [
        ("Required resources: CHF 180,000", True),
        ("Required resources: 180 million CHF", True),
        ("Required resources: 180,000", True),
        ("Required resources: 180", False),
        ("Required resources: CHF 180,000 for wells", False),
        ("required resources: CHF 180,000", False),
        ("CHF 180,000", False),
    ],
)
def test_a_label_with_an_amount(text: str, told: bool) -> None:
    assert tells_amount(text) is told


@Cases(
    ("text", "unit"),
    [
        ("Income (EUR thousands)", True),
        ("Income (in US$ million)", True),
        ("Income (€)", True),
        ("Income (EUR ’000)", True),
        ("Income (ABC)", False),
        ("Income", False),
        ("Income (EUR) of all", False),
    ],
)
def test_the_unit_of_figures(text: str, unit: bool) -> None:
    assert states_unit(text) is unit


@Cases(("text", "figure"), [("12 km", False), ("12 k", True), ("1 k", False), ("km", False), ("2019", True)])
def test_more_digits_than_letters(text: str, figure: bool) -> None:
    assert is_figure(text) is figure


@Cases(
    ("text", "figure"),
    [
        ("US$ 41.8 million", True),
        ("343,559 children", True),
        ("343,559 Children", True),
        ("34 children", True),
        ("34 Children", False),
        ("34 children in Mali", False),
        ("34 children of all", True),
        ("34 children of all lands", False),
        ("34,000 Children Of Mali", True),
        ("34,000 Children Of Mali Now", False),
        ("5 Million", True),
        ("5 of Million", False),
        ("2019", False),
        ("2500", True),
        ("34", True),
        ("Wells", False),
        ("65%", True),
        ("$34 Wells", True),
    ],
)
def test_figures_set_large(text: str, figure: bool) -> None:
    assert is_large_figure(text) is figure


@Cases(
    ("text", "states"),
    [
        ("65%", True),
        ("US$ 41.8 million", True),
        ("5,000 people of Mali", True),
        ("5,000 people of Mali now", False),
        ("Mali 5", False),
    ],
)
def test_words_set_large_over_a_caption(text: str, states: bool) -> None:
    assert states_figure(text) is states


def told(text: str) -> list[tuple[str, str | None]]:
    return [(label.text, value.text if value else None) for label, value in parted(line(text))]


@Cases(
    ("text", "facts"),
    [
        ("Budget: EUR 2 million", [("Budget:", "EUR 2 million")]),
        ("Budget:", [("Budget:", None)]),
        ("Budget: 2 | Donor share: 1", [("Budget:", "2 |"), ("Donor share:", "1")]),
        ("Budget: 2 | Wells: many", [("Budget:", "2 |"), ("Wells:", "many")]),
        ("Budget: 2 | Wells", []),
        ("Budget: 2 | wells: many", []),
        ("Budget: 2 |", [("Budget:", "2 |")]),
        ("Budget: 2 | One Two Three Four Five: 6", [("Budget:", "2 |"), ("One Two Three Four Five:", "6")]),
        ("Budget: 2 | One Two Three Four Five Six: 7", []),
        ("Wells: many", []),
        ("Wells: CHF 180,000", [("Wells:", "CHF 180,000")]),
        ("Budget | Duration", []),
        ("It is so.", []),
    ],
)
def test_the_facts_of_a_line(text: str, facts: list) -> None:
    assert told(text) == facts


def test_a_label_begins_a_fact() -> None:
    assert begins_fact("Budget: 2") and not begins_fact("Budgets of all: 2")
