"""Amounts and ranges that a table cannot use as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.model import Check, Money, Profile, Quantity

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
        """One check for each such mention, unless a doubt of its own tells why the currency is open."""
        for finding in profile.findings:
            match finding.mention:
                case Money(amount=Decimal(), currency=None, doubts=doubts) if not any(
                    d.field == "currency" for d in doubts
                ):
                    yield self.on_finding(finding, "currency", text=quoted(finding.mention.text))


class ReversedRange(Checker):
    """A range whose upper end is below its lower end was misprinted or misread."""

    id = "reversed-range"
    title = "A range that ends below its start"
    template = "The range {text} ends below its start."
    advice = "Look at the page: correct both ends, or leave the upper one empty where the print is wrong."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such amount or quantity."""
        for finding in profile.findings:
            match finding.mention:
                case Money(amount=Decimal() as low, amount_max=Decimal() as high) if high < low:
                    yield self.on_finding(finding, "amount_max", text=quoted(finding.mention.text))
                case Quantity(value=low, value_max=Decimal() as high) if high < low:
                    yield self.on_finding(finding, "value_max", text=quoted(finding.mention.text))


class OddNumber(Checker):
    """A comma before two digits or four, where others stand before three: a digit may be missing or too many."""

    id = "odd-number"
    title = "A number that is written unlike the others"
    template = "The comma in {text} does not part thousands as those of the document's other numbers do."
    advice = "Look at the number on the page; correct the value if the comma stands for a point, or a digit is missing."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such amount or quantity where commas part thousands in the sections of its language."""
        grouped = {section.language for section in profile.sections if GROUPED.search(section.content)}
        for finding in profile.findings:
            mention = finding.mention
            if finding.section.language not in grouped:
                continue
            if isinstance(mention, Money | Quantity) and UNGROUPED.search(mention.text):
                yield self.on_finding(
                    finding, "amount" if isinstance(mention, Money) else "value", text=quoted(mention.text)
                )
