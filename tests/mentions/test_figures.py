"""A figure is read whole or left open: nothing is cut off a number that goes on in another way."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.mentions import find_mentions
from pipeline.model import Mention, Money, Quantity


def amounts(text: str) -> list[Money]:
    return [mention for mention in find_mentions(text) if isinstance(mention, Money)]


def is_open(mention: Mention) -> bool:
    return any(doubt.field in {"amount", "value"} for doubt in mention.doubts)


@pytest.mark.parametrize(
    "text",
    [
        "The dam took US$ 2.7† million.",
        "The dam took US$ 2.7 ** million.",
        "The dam took EUR 310 '000.",
        "The dam took US$ 3,\n250,000.",
        "The dam took US$ 3, 250, 000.",
        "The dam took US$ 2 .7 million.",
        "The dam took US$ 2 . 7 million.",
        "The dam took US$ 2. 7 million.",
        "The dam took US$ 2..7 million.",
        "The dam took US$ 2.O million.",
        "The dam took US$ 1O.",
        "The dam took EUR 2 ,750,000.",
        "The dam took EUR 2 7 million.",
        "The dam took EUR 2 mil-\nlion.",
        "The dam took EUR 2 M illion.",
        "The dam took EUR 2 millon.",
        "The dam took EUR 2 bilion.",
        "The dam took 2 millon euros.",
        "The dam took 2 .7 million euros.",
        "The dam took 3,\n250,000 euros.",
        "The dam took EUR 45,000/50,000.",
        "The dam took EUR 2 –million.",
        "The meal costs $19 99 a week.",
    ],
)
def test_an_amount_that_goes_on_beside_its_figure_is_left_open(text: str) -> None:
    [amount] = amounts(text)
    assert amount.amount is None
    assert is_open(amount)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam took £2·7 million.", 2_700_000),
        ("The dam took US$ .7 million.", 700_000),
        ("The dam took US$ 300¹ in all.", 300),
        ("The dam took US$ 300, and 20 men.", 300),
        ("In 2017, 250,000 euros were lent.", 250_000),
        ("It lent EUR 40 military police.", 40),
        ("Of EUR 700 (300 of them lent).", 700),
        ("It lent EUR 2,500,000.-", 2_500_000),
        ("It lent US$ 2.7 million. 30 men came.", 2_700_000),
        ("two point seven million dollars", 2_700_000),
        ("two million and a half euros", 2_500_000),
        ("seven thousand, four hundred euros", 7_400),
        ("a hundred and thirty thousand euros", 130_000),
    ],
)
def test_what_ends_where_it_seems_to_is_read(text: str, value: int) -> None:
    assert [amount.amount for amount in amounts(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a balance of -EUR 9 million", -9_000_000),
        ("a balance of minus EUR 9 million", -9_000_000),
        ("a balance of –EUR 9 million", None),
        ("-EUR 9 million", None),
        ("- EUR 9 million", 9_000_000),
    ],
)
def test_the_sign_of_an_amount_holds_and_a_dash_or_bullet_leaves_it_open(text: str, value: int | None) -> None:
    assert [amount.amount for amount in amounts(text)] == [value]


def test_what_is_taken_from_an_amount_is_no_sum_below_zero() -> None:
    assert [amount.amount for amount in amounts("EUR 9 million minus EUR 2 million")] == [9_000_000, 2_000_000]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("EUR 300-450,000", 300_000, 450_000),
        ("EUR 2-9,000", 2_000, 9_000),
        ("EUR 300–3,000", 300, 3_000),
    ],
)
def test_a_range_shares_the_thousands_of_its_end(text: str, low: int, high: int) -> None:
    [amount] = amounts(text)
    assert (amount.amount, amount.amount_max) == (low, high)


def test_a_range_whose_beginning_may_be_a_thousand_times_greater_is_left_open() -> None:
    [amount] = amounts("EUR 3-450,000")
    assert amount.amount is None
    assert amount.doubts[0].candidates == ("3", "3000")


@pytest.mark.parametrize(
    "text",
    ["US$ 7 million in constant 2014 US$", "US$ 7 million (2014 dollars)", "US$ 7 million at 2014 prices"],
)
def test_the_year_of_prices_is_neither_an_amount_nor_a_date(text: str) -> None:
    assert [(mention.table, mention.text) for mention in find_mentions(text)] == [("money", "US$ 7 million")]


def test_a_sum_in_brackets_after_one_in_another_currency_is_no_year() -> None:
    assert [amount.amount for amount in amounts("NOK 20,000 (2000 euros)")] == [20_000, 2_000]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Debts rose by EUR 2 million to EUR 9 million.", ["2000000 EUR", "9000000 EUR"]),
        ("Loans of 3, 4 and 9 million euros", ["3000000 EUR", "4000000 EUR", "9000000 EUR"]),
        ("for 2018 and 9 million euros", ["9000000 EUR"]),
        ("Sri Lankan Rs 3 million", ["3000000 LKR"]),
        ("Swedish kr 3 million", ["3000000 SEK"]),
        ("Tanzania adds Sh3 billion", ["3000000000 TZS"]),
        ("R9 million", ["9000000 ZAR"]),
        ("DOP$ 3 million", ["3000000 DOP"]),
        ("Usd 3 million", ["3000000 USD"]),
        ("Tanzanian shillings 3,600,000", ["3600000 TZS"]),
        ("a fare of 40p", ["0.4 GBP"]),
    ],
)
def test_currencies_as_people_write_them(text: str, values: list[str]) -> None:
    assert [f"{amount.amount} {amount.currency}" for amount in amounts(text)] == values


@pytest.mark.parametrize("text", ["1,\n500 people", "3 milion people"])
def test_a_count_that_goes_on_is_told(text: str) -> None:
    [count] = [mention for mention in find_mentions(text) if isinstance(mention, Quantity)]
    assert is_open(count)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Farmers trained: 1,250 (40% women)", [(1250, "farmers"), (40, "%")]),
        ("Project number: 1,250", []),
        ("SDG targets 5 and 6", []),
        ("1.2M trees, 3 m families, 3 m wells", [(1_200_000, "trees"), (3_000_000, "families")]),
        ("1500-2500 families", [(1500, "families")]),
        ("It lost -3% of them", [(-3, "%")]),
    ],
)
def test_counts_as_people_write_them(text: str, values: list[tuple[int, str]]) -> None:
    found = [(m.value, m.unit) for m in find_mentions(text) if isinstance(m, Quantity)]
    assert found == [(Decimal(value), unit) for value, unit in values]
