"""What printed figures can mean: precision by the last printed digit, bounds by the qualifier."""

from decimal import Decimal

import pytest

from pipeline.check.rounding import INFINITE, Interval, meaning, printed_unit, total
from pipeline.model import Money, Quantity


def money(text, amount, qualifier="exact", amount_max=None):
    values = {"amount": Decimal(amount), "amount_max": Decimal(amount_max) if amount_max else None}
    return Money(text=text, char_start=0, char_end=len(text), rule="", qualifier=qualifier, **values)


def count(text, value, qualifier="exact"):
    values = {"value": Decimal(value), "unit": "people"}
    return Quantity(text=text, char_start=0, char_end=len(text), rule="", qualifier=qualifier, **values)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("US$ 41.8 million", "41800000", "100000"),
        ("US$ 2.40 million", "2400000", "10000"),
        ("EUR 2,5 million", "2500000", "100000"),
        ("CHF 1 350 000", "1350000", "1"),
        ("SEK 400-500 million", "500000000", "1000000"),
        ("INR 5 crore", "50000000", "10000000"),
        ("50 cents", "0.50", "0.01"),
        ("half a million dollars", "500000", "100000"),
        ("twenty", "20", "1"),
        ("5,000 refugees", "5000", "1"),
        ("nine hundred", "900", "1"),  # in words, below a thousand: from one
        ("a thousand", "1000", "1000"),
        ("minus nine hundred", "-900", "1"),
        ("0 refugees", "0", "1"),
    ],
)
def test_the_last_printed_digit(text, value, unit):
    assert printed_unit(text, Decimal(value)) == Decimal(unit)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (money("US$ 41.8 million", 41_800_000), money("US$ 41,815,332", 41_815_332), True),
        (money("US$ 41.8 million", 41_800_000), money("US$ 41.7 million", 41_700_000), False),
        (money("US$ 41.8 million", 41_800_000), money("US$ 42 million", 42_000_000), True),
        (money("US$ 41.8 million", 41_800_000), money("US$ 42 million", 42_000_000, "nearly"), True),
        (money("US$ 41.8 million", 41_800_000), money("US$ 40 million", 40_000_000, "more_than"), True),
        (money("US$ 41.8 million", 41_800_000), money("US$ 42 million", 42_000_000, "more_than"), True),
        (money("US$ 41.8 million", 41_800_000), money("US$ 43 million", 43_000_000, "at_least"), False),
        (money("US$ 41.8 million", 41_800_000), money("US$ 50 million", 50_000_000, "at_most"), True),
        (money("US$ 2 million", 2_000_000), money("US$ 3 million", 3_000_000), False),
        (money("US$ 2-3 million", 2_000_000, "between", 3_000_000), money("US$ 2.6 million", 2_600_000), True),
        (count("32", 32), count("32", 32), True),
        (count("32", 32), count("31", 31), False),
        (count("5,000", 5000), count("4,999", 4999), False),
        (count("5,000", 5000, "about"), count("4,999", 4999), True),
    ],
)
def test_two_figures(one, other, agree):
    assert meaning(one).meets(meaning(other)) is agree
    assert meaning(other).meets(meaning(one)) is agree


@pytest.mark.parametrize(
    ("whole", "parts", "agree"),
    [
        (money("US$ 41.8 million", 41_800_000), ("20.9", "20.8"), True),
        (money("US$ 41.8 million", 41_800_000), ("20.9", "20.7"), False),
        (money("US$ 42 million", 42_000_000), ("20.9", "20.9"), True),
    ],
)
def test_parts_and_whole(whole, parts, agree):
    intervals = [meaning(money(f"US$ {part} million", Decimal(part) * 1_000_000)) for part in parts]
    assert total(intervals).meets(meaning(whole)) is agree


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        (money("US$ 50 million", 50), 49.5, 50.5),
        (money("US$ 50 million", 50, "about"), 44.5, 55.5),  # a tenth
        (money("US$ 5 million", 5, "about"), 3.5, 6.5),  # one unit of its last digit
        (money("US$ 50 million", 50, "nearly"), 44.5, 50.5),
        (money("US$ 50 million", 50, "more_than"), 49.5, 55.5),
        (money("US$ 50 million", 50, "at_least"), 49.5, INFINITE),
        (money("US$ 50 million", 50, "at_most"), 0, 50.5),
        (money("US$ 50 million", 50, "less_than"), 0, 50.5),
        (money("US$ 20-30 million", 20, "between", 30), 19.5, 30.5),
        (count("32", 32), 32, 32),
        (count("twenty", 20, "about"), 18, 22),
    ],
)
def test_what_a_figure_can_mean(figure, low, high):
    """In the unit of its digits: a figure of money is given here in millions, a count in ones."""
    assert meaning(figure) == Interval(Decimal(str(low)), Decimal(str(high)))


def interval(low, high):
    return Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (interval(1, 3), interval(2, 4), True),
        (interval(1, 2), interval(2, 3), False),  # a bound at which two roundings part
        (interval(1, 2), interval(2, 2), True),  # a count lies on it
        (interval(2, 2), interval(2, 2), True),
        (interval(1, 2), interval(3, 3), False),
        (interval(1, 1), interval(2, 3), False),
    ],
)
def test_two_intervals_meet(one, other, agree):
    assert one.meets(other) is agree
    assert other.meets(one) is agree


def test_the_sum_of_intervals():
    assert total([interval(1, 2), interval(3, 5)]) == interval(4, 7)
    assert total([]) == interval(0, 0)
