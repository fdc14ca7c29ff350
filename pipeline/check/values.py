"""Amounts and ranges that a table cannot use as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pipeline.check.checker import Checker, Row, called, quoted, rows, stated
from pipeline.language.lexicon import OWN, spoken
from pipeline.language.numbers import GROUPS
from pipeline.model import Check, Doubt, Finding, Money, Profile, Quantity

# A comma that parts thousands, and one that parts nothing of the kind: "600,00", "1,2345", but not "12,34,567".
GROUPED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
UNGROUPED: Final = re.compile(r"(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d,])")


class MissingCurrency(Checker):
    """An amount without a currency cannot be compared with any other."""

    id = "missing-currency"
    title = "An amount without a currency"
    template = "{text} is an amount without a currency."
    advice = "Look for the currency on the page or in the document's notes, and correct the row."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such row, unless a doubt tells why the currency is open."""
        for row in rows(profile):
            match stated(row):
                case Money(amount=Decimal() as amount, currency=None):
                    if not any(doubt.field == "currency" for doubt in _doubts(row)):
                        yield self.on_row(row, "currency", text=_named(row, f"{amount:,f}"))


class ReversedRange(Checker):
    """A range whose upper end is below its lower end was misprinted or misread."""

    id = "reversed-range"
    title = "A range that ends below its start"
    template = "The range {text} ends below its start."
    advice = "Look at the page: correct both ends, or leave the upper one empty where the print is wrong."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such amount or quantity."""
        for row in rows(profile):
            match stated(row):
                case Money(amount=Decimal() as low, amount_max=Decimal() as high) if high < low:
                    yield self.on_row(row, "amount_max", text=_named(row, f"{low:,f} to {high:,f}"))
                case Quantity(value=low, value_max=Decimal() as high) if high < low:
                    yield self.on_row(row, "value_max", text=_named(row, ""))


def _named(row: Row, figures: str) -> str:
    """A mention by its words, another row by its figures, which stand in no place of the text."""
    return called(row) if isinstance(row, Finding) else f"{figures} of {called(row)}"


def _doubts(row: Row) -> Iterator[Doubt]:
    """Those of a row, and of the amount that it was read from."""
    mentions = [row] if isinstance(row, Finding) else [row.money] if row.money else []
    yield from () if isinstance(row, Finding) else row.doubts
    for finding in mentions:
        yield from finding.mention.doubts


class OddNumber(Checker):
    """A comma before two digits or four, where others stand before three: a digit may be missing or too many."""

    id = "odd-number"
    title = "A number that is written unlike the others"
    template = "The comma in {text} does not part thousands as those of the document's other numbers do."
    advice = "Look at the number on the page; correct the value if the comma stands for a point, or a digit is missing."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such amount or quantity in a language whose commas part thousands, where others do."""
        grouped = {
            section.language
            for section in profile.sections
            if GROUPED.search(section.content) and _parts_thousands(section.language)
        }
        for finding in profile.findings:
            mention = finding.mention
            if finding.section.language not in grouped:
                continue
            if isinstance(mention, Money | Quantity) and UNGROUPED.search(mention.text):
                yield self.on_finding(
                    finding, "amount" if isinstance(mention, Money) else "value", text=quoted(mention.text)
                )


def _parts_thousands(language: str) -> bool:
    """Whether the comma parts thousands in a language, and not decimals."""
    with spoken(language or OWN):
        return "," in GROUPS()
