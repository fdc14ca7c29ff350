"""What the numbers of an amount of money come to, and what stays open: nothing that could be a thousand or a million
times off is given as sure.

Three things are decided here: a point or comma before three digits, by the decimal mark of the currency's home and by
the scale ("EUR 1.350" is 1350, "$2.174 trillion" is 2174000000000); the scale of a range that is written once
("400-500 million"); and a scale that may belong to a number further left ("US$ 2 and 3 million").
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.language.currencies import Currency
from pipeline.language.lexicon import word_set
from pipeline.language.numbers import GROUPS
from pipeline.language.spans import Number, plain
from pipeline.model import Doubt

CENTS = 2  # decimals of most currencies
LEAST_SUM = 10
PARTS = word_set("function_words", "decimal mark beside a scale")
SLIP = re.compile(r"\d,\d{3}\.\d{3}(?!\d)|(?<![\d.,])\d{4,}[.,]\d{3}(?!\d)")
SURELY_WHOLE = 1000  # an amount from here on needs no scale from its neighbour


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the scales beside it. `mark` is the one before its last digits, empty where it has both."""

    number: Number
    mark: str = ""
    scale: Decimal = Decimal(1)

    @classmethod
    def of(cls, number: Number, text: str, scale: Decimal = Decimal(1)) -> Amount:
        """A number as it is printed. Three digits after a point that follows groups of thousands ("2,749.820"), or a
        mark that follows more than three digits ("8293,589"), are as likely a group with a slip."""
        if SLIP.search(text) and len(number.readings) == 1:
            return cls(number._replace(readings=(*number.readings, number.readings[0] * 1000)), "", scale)
        return cls(number, "," if "," in text else ".", scale)

    def scaled(self, scale: Decimal) -> Amount:
        """The same number times a scale."""
        return replace(self, scale=self.scale * scale)

    @property
    def full_scale(self) -> Decimal:
        """The product of all scales."""
        return self.number.scale * self.scale

    def values(self, currency: Currency | None) -> tuple[Decimal, ...]:
        """In whole currency units: one value where it is sure, else the candidates."""
        return tuple(plain(reading * self.full_scale) for reading in self._readings(currency))

    def _readings(self, currency: Currency | None) -> tuple[Decimal, ...]:
        readings = self.number.readings
        if len(readings) == 1 or not self.mark:
            return readings
        decimal, grouped = sorted(readings)
        if self.mark == ",":
            sure = self._at_comma(currency, decimal, grouped)
        elif currency is None:
            sure = None
        elif self.full_scale > 1:
            sure = decimal if currency.decimal_mark == "." or readings[0] == decimal else None
            sure = None if self.mark in GROUPS() else sure
        else:
            sure = grouped if currency.decimal_mark == "," or not currency.decimals else None
            sure = None if readings[0] == decimal else sure
        return readings if sure is None else (sure,)

    def _at_comma(self, currency: Currency | None, decimal: Decimal, grouped: Decimal) -> Decimal | None:
        """The sure reading of a number whose comma may be either mark: no currency but a few has three decimals, and
        only rates ("1,135 dollars") are written with them."""
        if self.full_scale > 1:
            return decimal if self.mark in PARTS() else None
        if currency is None or currency.decimals > CENTS or grouped != decimal * 1000:
            return None
        shown = self.number.readings[0] == decimal
        groups = not currency.decimals or decimal >= LEAST_SUM or (currency.decimal_mark == "." and not shown)
        return grouped if groups else None


@dataclass(frozen=True, slots=True)
class Reading:
    """Amount and its upper end as far as they are sure, and the doubts where they are not."""

    amount: Decimal | None
    amount_max: Decimal | None = None
    doubts: tuple[Doubt, ...] = ()


def single(amount: Amount, currency: Currency | None, listed: Decimal, headed: Decimal) -> Reading:
    """One amount. `listed` is the scale of a number it may share it with ("US$ 2 and 3 million"), `headed` the scale
    that a heading of the text states ("in thousands of US$"); 1 where there is none."""
    values = amount.values(currency)
    if amount.full_scale == 1:
        beyond = max(headed, listed if max(values) < SURELY_WHOLE else Decimal(1))
        values = tuple(dict.fromkeys(plain(value * scale) for scale in (Decimal(1), beyond) for value in values))
    return Reading(_sure(values), doubts=_doubts("amount", values))


def total(whole: Amount, part: Amount, currency: Currency | None) -> Reading:
    """An amount and its cents."""
    values = tuple(plain(w + p) for w in whole.values(currency) for p in part.values(currency))
    return Reading(_sure(values), doubts=_doubts("amount", values))


def twice(one: Amount, other: Amount, currency: Currency | None) -> Reading:
    """One amount that is written in words and in digits: "quinientos mil (500.000) euros"."""
    ones, others = one.values(currency), other.values(currency)
    values = tuple(value for value in ones if value in others) or (*ones, *others)
    return Reading(_sure(values), doubts=_doubts("amount", values))


def with_hundredths(whole: Amount, part: Amount, of: Amount, currency: Currency | None) -> Reading:
    """An amount in words with its cents as a fraction: "mil doscientos con 50/100 soles"."""
    fraction = part.number.readings[0] / of.number.readings[0]
    values = tuple(plain(value + fraction) for value in whole.values(currency))
    return Reading(_sure(values), doubts=_doubts("amount", values))


def span(low: Amount, high: Amount, currency: Currency | None) -> Reading:
    """A range; a scale that is written once, at its end, holds for its beginning if that is the smaller number."""
    lows, highs = low.values(currency), high.values(currency)
    if low.full_scale == high.full_scale == 1:
        lows = _in_thousands(lows, highs)
    grows = max(low.number.readings) < min(high.number.readings)  # "1.500 a 2.000 millones"
    if low.full_scale == 1 < high.full_scale and (grows or max(lows) < SURELY_WHOLE):
        scaled = low.scaled(high.full_scale).values(currency)
        lows = scaled if max(scaled) < min(highs) else (*lows, *scaled)
    return Reading(_sure(lows), _sure(highs), (*_doubts("amount", lows), *_doubts("amount_max", highs)))


def _in_thousands(lows: tuple[Decimal, ...], highs: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """The beginning of a range that leaves its thousands to the end ("EUR 500-700,000"): sure where that end is no more
    than ten times as great, else one of two."""
    low, high = max(lows), min(highs)
    if low >= SURELY_WHOLE or low * 1000 >= high:
        return lows
    return (low * 1000,) if high <= low * 10_000 else (*lows, low * 1000)


def left_open(reading: Reading, factor: Decimal) -> Reading:
    """A reading of which the scale may be another, that many times as great."""
    if reading.amount is None:
        return reading
    values = (reading.amount, plain(reading.amount * factor))
    return Reading(None, doubts=(*reading.doubts, *_doubts("amount", values)))


def in_cell(amount: Amount, currency: Currency | None, stated: Set[Decimal]) -> Reading:
    """One amount in a table, with the scales that are stated for it; they and its own hold once. A point before three
    digits is left open where there is a scale: "1.350" thousands are as likely 1350."""
    scales = {amount.full_scale, *(stated - {1})} if amount.full_scale > 1 else stated
    bare = Amount(amount.number._replace(scale=Decimal(1)), amount.mark)
    homes = {scale: currency if scale == 1 else None for scale in sorted(scales)}
    values = tuple(dict.fromkeys(v for scale, home in homes.items() for v in bare.scaled(scale).values(home)))
    return Reading(_sure(values), doubts=_doubts("amount", values))


def range_in_cell(low: Amount, high: Amount, currency: Currency | None, stated: Set[Decimal]) -> Reading:
    """A range in a table; a scale that is written once, at its end, holds for its beginning."""
    if low.full_scale == 1 < high.full_scale:
        low = low.scaled(high.full_scale)
    first, last = in_cell(low, currency, stated), in_cell(high, currency, stated)
    of_last = (doubt._replace(field="amount_max") for doubt in last.doubts)
    return Reading(first.amount, last.amount, (*first.doubts, *of_last))


def negative(reading: Reading) -> Reading:
    """The same below zero; of a range the ends change places."""
    if reading.amount is None or reading.amount_max is None:
        return reading if reading.amount is None else replace(reading, amount=-reading.amount)
    return replace(reading, amount=-reading.amount_max, amount_max=-reading.amount)


def unsure(reading: Reading, reason: str) -> Reading:
    """The same with its amount left open."""
    if reading.amount is None:
        return reading
    return Reading(None, doubts=(*reading.doubts, Doubt("amount", reason, (str(reading.amount),))))


def falls(low: Amount, high: Amount) -> bool:
    """Whether what looks like a range ends below its beginning and so is none: "US$ 5 million to 12 countries"."""
    if low.full_scale == 1 < high.full_scale and max(low.number.readings) < SURELY_WHOLE:
        return False
    return min(low.values(None)) > max(high.values(None))


def _sure(values: Sequence[Decimal]) -> Decimal | None:
    return values[0] if len(values) == 1 else None


def _doubts(field: str, values: Sequence[Decimal]) -> tuple[Doubt, ...]:
    if len(values) == 1:
        return ()
    return (Doubt(field, "its marks or its scale can be read in more than one way", tuple(map(str, values))),)
