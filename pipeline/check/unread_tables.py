"""Tables of money that the rules leave alone: a heading or a cell states a unit, and numbers below or beside it were
not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.check.figures import by_section
from pipeline.check.tables import CELL, rows_of_tables
from pipeline.model import Check, Money, Profile

UNIT: Final = re.compile(
    r"\b(?i:in (?:thousands|millions|billions)(?: of)?)\b"
    r"|\b(?i:(?:thousands|millions|billions) of (?:\w+ )*(?:dollars|euros?|pounds|francs|yen|kron\w+|US\$|[$€£]))"
    r"|(?:US\$|[$€£]|\b[A-Z]{3}) ?(?:[’']?000|(?i:thousands?|millions?|bn|mn?))\b"
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


class UnreadCells(Checker):
    """Cells with figures in a row or column that states a unit of money, and that no rule has read."""

    id = "unread-cells"
    title = "Cells of a table of amounts that were not read"
    template = "The row or column of {cells} states a unit of money, but they were not read as amounts."

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
