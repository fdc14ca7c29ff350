"""Amounts and ranges that a table cannot use as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.check.checker import Checker, quoted
from pipeline.model import Check, Money, Profile, Quantity


class MissingCurrency(Checker):
    """An amount without a currency cannot be compared with any other."""

    id = "missing-currency"
    title = "An amount without a currency"
    template = "{text} is an amount without a currency."

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

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such amount or quantity."""
        for finding in profile.findings:
            match finding.mention:
                case Money(amount=Decimal() as low, amount_max=Decimal() as high) if high < low:
                    yield self.on_finding(finding, "amount_max", text=quoted(finding.mention.text))
                case Quantity(value=low, value_max=Decimal() as high) if high < low:
                    yield self.on_finding(finding, "value_max", text=quoted(finding.mention.text))
