"""Amounts in running text that the rules leave alone: their digits are no number, or no currency stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from pipeline.check.checker import Checker, quoted
from pipeline.check.figures import by_section
from pipeline.check.tables import CELL, rows_of_tables
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
    advice = "Look at the page; add a money row with the amount as it is meant."
    pattern = AMOUNT
    kinds = (Money,)


class UnreadCurrency(Unread):
    """A fund, project or cost of so many millions, of which nobody says what: the currency may be told elsewhere."""

    id = "unread-currency"
    title = "A figure in millions that may be an amount"
    template = "{text} may be an amount, but no currency stands beside it."
    advice = "Look what the figure counts: where it is money, add a money row with its currency."
    pattern = WITHOUT_CURRENCY
    kinds = (Money, Quantity)


UNIT: Final = re.compile(
    r"\b(?i:in (?:thousands|millions|billions)(?: of)?)\b"
    r"|\b(?i:(?:thousands|millions|billions) of (?:\w+ )*(?:dollars|euros?|pounds|francs|yen|kron\w+|US\$|[$€£]))"
    r"|(?:US\$|[$€£]|\b[A-Z]{3}) ?(?:[’']?000|(?i:thousands?|millions?|bn|mn?))\b"
)
NUMBER: Final = re.compile(r"(?<![\w.,])\d[\d.,]*")
NUMBERS_IN_A_ROW: Final = 2
WORDS_IN_A_ROW: Final = 8  # besides its numbers


class UnreadTable(Checker):
    """A heading such as "in millions of euros" over rows of numbers, which stand for money that no row tells."""

    id = "unread-table"
    severity = "info"
    title = "A table of amounts that was not read"
    template = "The numbers below {heading} are in no table of amounts; look whether they belong there."
    advice = "Look at the table; add the amounts that are needed."

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


class UnreadCells(Checker):
    """Cells with figures in a row or column that states a unit of money, and that no rule has read."""

    id = "unread-cells"
    title = "Cells of a table of amounts that were not read"
    template = "The row or column of {cells} states a unit of money, but they were not read as amounts."
    advice = "Look at the cells; add the amounts that are needed."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each table with such cells."""
        findings = by_section(profile.findings)
        for section in profile.sections:
            mentions = [f.mention for f in findings.get(section.id, ())]
            for rows in rows_of_tables(section):
                table = [list(CELL.finditer(section.content, *row.span())) for row in rows]
                unread = [
                    cell
                    for cell in _of_money(table)
                    if NUMBER.search(cell[0])
                    and not any(m.char_start < cell.end() and cell.start() < m.char_end for m in mentions)
                ]
                if unread:
                    yield self.on_words(section, *unread[0].span(), cells=quoted(*(cell[0] for cell in unread)))


def _of_money(table: list[list[re.Match[str]]]) -> Iterator[re.Match[str]]:
    """The cells of which the first of their row or of their column states a unit of money."""
    heads = table[0]
    for row in table:
        for column, cell in enumerate(row[1:], start=1):
            of_column = row is not heads and len(row) == len(heads) and UNIT.search(heads[column][0])
            if of_column or UNIT.search(row[0][0]):
                yield cell


def _windows(paragraphs: list[str]) -> Iterator[list[str]]:
    """Each paragraph with the two after it, of which the first may be a line of column heads."""
    return (paragraphs[place : place + 3] for place in range(len(paragraphs)))


def _is_row(paragraph: str) -> bool:
    numbers = NUMBER.findall(paragraph)
    words = re.findall(r"[^\W\d_]+", paragraph)
    return len(numbers) >= NUMBERS_IN_A_ROW and len(words) <= WORDS_IN_A_ROW
