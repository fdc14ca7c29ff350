"""The values that a printed figure can mean.

"US$ 41.8 million" stands for anything that rounds to it, "nearly US$ 8 million" for somewhat less, "32 Conventions" for
32. Two figures agree where their intervals meet, and parts agree with a whole where the sum of their intervals does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pipeline.model import Money, Qualifier, Quantity

INFINITE = Decimal("Infinity")
NUMBER = re.compile(r"\d(?:[\d.,'’\s]*\d)?")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from low to high, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Whether the two have values in common; a bound at which two roundings part ("2 million", "3 million") is
        none."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and (self.low == self.high or other.low == other.high))


def total(intervals: Iterable[Interval]) -> Interval:
    """The interval of the sum."""
    intervals = tuple(intervals)
    return Interval(sum((i.low for i in intervals), Decimal()), sum((i.high for i in intervals), Decimal()))


def amount_of(figure: Money | Quantity) -> Decimal | None:
    """The value in whole units: currency units or things counted."""
    return figure.amount if isinstance(figure, Money) else figure.value


def meaning(figure: Money | Quantity) -> Interval:
    """The interval that a figure with a value can mean, by its last printed digit and its qualifier."""
    low = amount_of(figure) or Decimal()
    high = (figure.amount_max if isinstance(figure, Money) else figure.value_max) or low
    unit = printed_unit(figure.text, high)
    counted_exactly = isinstance(figure, Quantity) and unit == 1
    rounding = Decimal() if counted_exactly else unit / 2
    return _qualified(figure.qualifier, Interval(low - rounding, high + rounding), max(high / 10, unit))


def _qualified(qualifier: Qualifier, rounded: Interval, slack: Decimal) -> Interval:
    """`slack` is how far an approximate figure may lie off: a tenth, or one unit of its last digit if that is more."""
    match qualifier:
        case "about":
            return Interval(rounded.low - slack, rounded.high + slack)
        case "nearly":
            return Interval(rounded.low - slack, rounded.high)
        case "more_than":
            return Interval(rounded.low, rounded.high + slack)
        case "at_least":
            return Interval(rounded.low, INFINITE)
        case "at_most" | "less_than":
            return Interval(Decimal(), rounded.high)
        case _:
            return rounded


def printed_unit(text: str, value: Decimal) -> Decimal:
    """What one step of the last printed digit is worth: 100000 in "US$ 41.8 million", whatever the scale is called.

    A number in words counts from its last digit that is not zero ("half a million": 100000), below a thousand from one.
    """
    numbers = NUMBER.findall(text)
    digits = int(re.sub(r"\D", "", numbers[-1])) if numbers else 0
    if digits and (value / digits).normalize().as_tuple().digits == (1,):
        return value / digits
    if abs(value) < 1000:
        return Decimal(1)
    return Decimal(10) ** int(value.normalize().as_tuple().exponent)
