"""Amounts in running text that the rules leave alone: their digits are no number, or no currency stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from pipeline.check.checker import Checker, quoted
from pipeline.check.figures import by_section
from pipeline.model import Check, Mention, Money, Profile, Quantity

# A currency with digits; codes of three letters are common words as well, so only those of donors count.
AMOUNT: Final = re.compile(
    r"(?:\b[A-Z]{0,3}\$|[€£]|\b(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|CAD|AUD|NZD|JPY|KRW)) ?[1-9][\d.,]*(?<=\d)"
)
# "the 5.3 million fund", "a budget of 12 million", but not "a 2 million hectare project"
SCALED: Final = r"(?<![\w.,])\d[\d.,]*[ -]?(?:million|billion|mn|bn)\b"
FUND: Final = (
    "(?:funds?|facility|grants?|loans?|credits?|donations?|budget|contributions?|commitments?|pledges?|investments?"
    "|packages?|appeal|programmes?|programs?|projects?|initiatives?)"
)
COST: Final = f"(?:{FUND}|costs?|funding|financing|aid|support|assistance|worth|value)"
UNIT_OF_ANOTHER: Final = (
    "(?:hectare|acre|tonne|ton|lit[re]{2}|gallon|barrel|met[re]{2}|mile|square|cubic|watt|kilowatt|dose|meal|tree|share"
    "|user|person|people|child|strong|year)"
)
WITHOUT_CURRENCY: Final = re.compile(
    rf"({SCALED})[ -](?!{UNIT_OF_ANOTHER}\b)(?:[a-z]+[ -]){{0,2}}{FUND}\b"
    rf"|\b{COST}:?(?: (?:of|is|was|at|to|totall?ing|worth|amounts to|stands at))?(?: \w+)?? ({SCALED})"
)


class Unread(Checker):
    """Words that fit `pattern` although no mention of one of `kinds` was read in them, or in its group that fits."""

    pattern: ClassVar[re.Pattern[str]]
    kinds: ClassVar[tuple[type[Mention], ...]]

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such stretch of a section."""
        findings = by_section(profile.findings)
        for section in profile.sections:
            read = [f.mention for f in findings.get(section.id, ()) if isinstance(f.mention, self.kinds)]
            for match in self.pattern.finditer(section.content):
                start, end = match.span(match.lastindex or 0)
                if not any(m.char_start < end and start < m.char_end for m in read):
                    yield self.on_words(section, *match.span(), text=quoted(match[0]))


class UnreadAmount(Unread):
    """A currency with digits in which no rule sees a number: some are missing, or stand in a wrong place."""

    id = "unread-amount"
    title = "An amount that was not read"
    template = "{text} looks like an amount, but its digits were not read as a number."
    pattern = AMOUNT
    kinds = (Money,)


class UnreadCurrency(Unread):
    """A fund, project or cost of so many millions, of which nobody says what: the currency may be told elsewhere."""

    id = "unread-currency"
    title = "A figure in millions that may be an amount"
    template = "{text} may be an amount, but no currency stands beside it."
    pattern = WITHOUT_CURRENCY
    kinds = (Money, Quantity)
