"""Money that the rules leave alone: tables whose heading may not hold for all of their bare numbers, and amounts whose
digits are no number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.check.figures import by_section
from pipeline.model import Check, Money, Profile

UNIT: Final = re.compile(
    r"\b(?i:in (?:thousands|millions|billions)(?: of)?)\b"
    r"|(?:US\$|[$€£]|\b[A-Z]{3}) ?(?:[’']?000|(?i:thousands?|millions?|bn|mn?))\b"
)
# A currency with digits; codes of three letters are common words as well, so only those of donors count.
AMOUNT: Final = re.compile(
    r"(?:\b[A-Z]{0,3}\$|[€£]|\b(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|CAD|AUD|NZD|JPY|KRW)) ?[1-9][\d.,]*(?<=\d)"
)
NUMBER: Final = re.compile(r"(?<![\w.,])\d[\d.,]*")
NUMBERS_IN_A_ROW: Final = 2
WORDS_IN_A_ROW: Final = 8  # besides its numbers


class UnreadTable(Checker):
    """A heading such as "in millions of euros" over rows of numbers."""

    id = "unread-table"
    severity = "info"
    title = "A table of amounts that was not read"
    template = "The numbers below {heading} are in no table of amounts; look whether they belong there."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each heading with a unit of money over numbers without any amount, and for each paragraph that
        states one over rows of numbers."""
        amounts = {(f.section.id, f.mention.sentence) for f in profile.findings if isinstance(f.mention, Money)}
        for section in profile.sections:
            read = {sentence for id_, sentence in amounts if id_ == section.id}
            if UNIT.search(section.heading) and not read and len(NUMBER.findall(section.text)) >= NUMBERS_IN_A_ROW:
                yield self.on_section(section, heading=quoted(section.heading))
            for above, *rows in _windows(section.text.split("\n\n")):
                if UNIT.search(above) and any(map(_is_row, rows)) and not any(row in read for row in (above, *rows)):
                    yield self.on_section(section, heading=quoted(above))


class UnreadAmount(Checker):
    """A currency with digits in which no rule sees a number: some are missing, or stand in a wrong place."""

    id = "unread-amount"
    title = "An amount that was not read"
    template = "{text} looks like an amount, but its digits were not read as a number."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each stretch of a section that looks so and holds no amount."""
        findings = by_section(profile.findings)
        for section in profile.sections:
            money = [f.mention for f in findings.get(section.id, ()) if isinstance(f.mention, Money)]
            for match in AMOUNT.finditer(section.content):
                if not any(m.char_start < match.end() and match.start() < m.char_end for m in money):
                    page = section.boxes(match.start(), match.end())[0].page
                    yield replace(self.on_section(section, field="text", text=quoted(match[0])), page=page)


def _windows(paragraphs: list[str]) -> Iterator[list[str]]:
    """Each paragraph with the two after it, of which the first may be a line of column heads."""
    return (paragraphs[place : place + 3] for place in range(len(paragraphs)))


def _is_row(paragraph: str) -> bool:
    numbers = NUMBER.findall(paragraph)
    words = re.findall(r"[^\W\d_]+", paragraph)
    return len(numbers) >= NUMBERS_IN_A_ROW and len(words) <= WORDS_IN_A_ROW
