"""What the numbers of an amount come to, and where it stays open: numbers and scales made by hand."""

from decimal import Decimal

import pytest

from pipeline.language.currencies import Currency
from pipeline.language.lexicon import spoken
from pipeline.language.numbers import Number
from pipeline.mentions.money.values import (
    Amount,
    Reading,
    falls,
    in_cell,
    left_open,
    negative,
    single,
    span,
    total,
    unsure,
)

DOLLAR = Currency("USD", 2, ".", frozenset(), former=False)
EURO = Currency("EUR", 2, ",", frozenset(), former=False)
YEN = Currency("JPY", 0, ".", frozenset(), former=False)
ONE, THOUSAND, MILLION = Decimal(1), Decimal(1000), Decimal(1_000_000)


@pytest.fixture(autouse=True)
def english():
    with spoken("en"):
        yield


def amount(*readings: str, scale: Decimal = ONE, text: str = "") -> Amount:
    return Amount.of(Number(0, 1, tuple(map(Decimal, readings)), scale), text or readings[0])


def candidates(reading: Reading, field: str = "amount") -> list[int]:
    return [int(Decimal(value)) for doubt in reading.doubts if doubt.field == field for value in doubt.candidates]


@pytest.mark.parametrize(
    ("readings", "text", "scale", "currency", "values"),
    [
        (["1350", "1.350"], "1.350", ONE, EURO, [1350]),  # a point groups, at the home of the euro
        (["1350", "1.350"], "1.350", ONE, YEN, [1350]),  # a yen has no smaller unit
        (["1350", "1.350"], "1.350", ONE, DOLLAR, [1350, Decimal("1.35")]),
        (["1350", "1.350"], "1.350", ONE, None, [1350, Decimal("1.35")]),
        (["1.350", "1350"], "1.350", ONE, EURO, [Decimal("1.35"), 1350]),  # as the other numbers of the text are
        (["1350", "1.350"], "1.350", MILLION, DOLLAR, [1_350_000]),
        (["1350", "1.350"], "1.350", MILLION, EURO, [1_350_000_000, 1_350_000]),
        (["1.350", "1350"], "1.350", MILLION, EURO, [1_350_000]),
        (["1350", "1.350"], "1,350", MILLION, DOLLAR, [1_350_000_000, 1_350_000]),
        (["2749.820"], "2,749.820", ONE, DOLLAR, [Decimal("2749.82"), 2_749_820]),  # a group with a slip
        (["2749.82"], "2,749.82", ONE, DOLLAR, [Decimal("2749.82")]),
    ],
)
def test_values_of_an_amount(readings, text, scale, currency, values) -> None:
    assert list(amount(*readings, scale=scale, text=text).values(currency)) == values


@pytest.mark.parametrize(
    ("own", "listed", "headed", "values"),
    [
        (amount("2"), MILLION, ONE, [2, 2_000_000]),  # "US$ 2 and 3 million"
        (amount("999"), MILLION, ONE, [999, 999_000_000]),
        (amount("1000"), MILLION, ONE, [1000]),  # it needs no scale from its neighbour
        (amount("1000"), ONE, THOUSAND, [1000, 1_000_000]),  # "in thousands of US$"
        (amount("2", scale=MILLION), ONE, THOUSAND, [2_000_000]),
        (amount("2"), ONE, ONE, [2]),
    ],
)
def test_a_scale_that_an_amount_may_share(own: Amount, listed: Decimal, headed: Decimal, values: list[int]) -> None:
    reading = single(own, DOLLAR, listed, headed)
    assert (reading.amount, candidates(reading)) == ((values[0], []) if len(values) == 1 else (None, values))


@pytest.mark.parametrize(
    ("low", "high", "lows", "highs"),
    [
        (amount("4"), amount("5", scale=MILLION), [4_000_000], [5_000_000]),
        (amount("999"), amount("999.5", scale=MILLION), [999_000_000], [999_500_000]),
        (amount("1000"), amount("2", scale=MILLION), [1000], [2_000_000]),
        (amount("5"), amount("4", scale=MILLION), [5, 5_000_000], [4_000_000]),  # shared, it would lie above the end
        (amount("4"), amount("4", scale=MILLION), [4, 4_000_000], [4_000_000]),
        (amount("500"), amount("700000"), [500_000], [700_000]),
        (amount("70"), amount("700000"), [70_000], [700_000]),  # ten times as much is sure
        (amount("69"), amount("700000"), [69, 69_000], [700_000]),
        (amount("700"), amount("700000"), [700], [700_000]),  # a thousand times as much is the end itself
        (amount("701"), amount("700000"), [701], [700_000]),
        (amount("999"), amount("1000000"), [999_000], [1_000_000]),
        (amount("1000"), amount("2000000"), [1000], [2_000_000]),
        (amount("4", scale=MILLION), amount("5", scale=MILLION), [4_000_000], [5_000_000]),
    ],
)
def test_a_range_whose_scale_is_written_once(low: Amount, high: Amount, lows: list[int], highs: list[int]) -> None:
    reading = span(low, high, DOLLAR)
    assert (reading.amount, candidates(reading)) == ((lows[0], []) if len(lows) == 1 else (None, lows))
    assert reading.amount_max == highs[0]


def test_an_amount_and_its_cents() -> None:
    assert total(amount("5"), amount("0.50"), DOLLAR) == Reading(Decimal("5.5"))
    assert total(amount("1350", "1.350", text="1.350"), amount("0.50"), DOLLAR).amount is None


@pytest.mark.parametrize(
    ("own", "stated", "values"),
    [
        (amount("5"), {MILLION}, [5_000_000]),
        (amount("5"), {ONE}, [5]),
        (amount("5", scale=MILLION), {MILLION}, [5_000_000]),  # said twice, it holds once
        (amount("5", scale=MILLION), {ONE}, [5_000_000]),
        (amount("5", scale=MILLION), {THOUSAND}, [5000, 5_000_000]),
        (amount("5"), {ONE, THOUSAND}, [5, 5000]),
        (amount("1350", "1.350", text="1.350"), {ONE}, [1350]),
        (amount("1350", "1.350", text="1.350"), {THOUSAND}, [1_350_000, 1350]),
    ],
)
def test_scales_that_are_stated_for_a_cell(own: Amount, stated: set[Decimal], values: list[int]) -> None:
    reading = in_cell(own, EURO, stated)
    assert (reading.amount, candidates(reading)) == ((values[0], []) if len(values) == 1 else (None, values))


def test_sums_below_zero() -> None:
    assert negative(Reading(Decimal(2))) == Reading(Decimal(-2))
    assert negative(Reading(Decimal(2), Decimal(3))) == Reading(Decimal(-3), Decimal(-2))
    assert negative(Reading(None)) == Reading(None)


def test_a_reading_that_is_left_open() -> None:
    opened = left_open(Reading(Decimal(2)), THOUSAND)
    assert (opened.amount, candidates(opened)) == (None, [2, 2000])
    assert left_open(Reading(None), THOUSAND) == Reading(None)
    doubted = unsure(Reading(Decimal(2)), "it runs on")
    assert (doubted.amount, [(doubt.reason, doubt.candidates) for doubt in doubted.doubts]) == (
        None,
        [("it runs on", ("2",))],
    )
    assert unsure(Reading(None), "it runs on") == Reading(None)


@pytest.mark.parametrize(
    ("low", "high", "is_none"),
    [
        (amount("5", scale=MILLION), amount("12"), True),  # "US$ 5 million to 12 countries"
        (amount("5"), amount("4"), True),
        (amount("5"), amount("5"), False),
        (amount("5"), amount("6"), False),
        (amount("999"), amount("0.0005", scale=MILLION), False),  # it may share the scale
        (amount("1000"), amount("0.0005", scale=MILLION), True),
        (amount("1350", "1.350"), amount("2"), False),  # 1.35 does not lie above
    ],
)
def test_a_range_that_ends_below_its_beginning_is_none(low: Amount, high: Amount, is_none: bool) -> None:
    assert falls(low, high) is is_none
