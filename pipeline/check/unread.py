"""Amounts in running text that the rules leave alone: their digits are no number, or no currency stands beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar, Final

from pipeline.check.checker import Checker, quoted
from pipeline.check.figures import by_section
from pipeline.check.tables import blocks
from pipeline.language.expressions import cue
from pipeline.language.fields import MONEY as MONEY_FIELDS
from pipeline.language.fields import fields
from pipeline.model import Check, Mention, Money, Paragraph, Profile, Quantity, Section, Span, Table

# A currency with digits; codes of three letters are common words as well, so only those of donors count.
AMOUNT: Final = re.compile(
    r"(?:\b[A-Z]{0,3}\$|[€£]|\b(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|CAD|AUD|NZD|JPY|KRW)) ?[1-9][\d.,]*(?<=\d)"
)


class Unread(Checker):
    """Words that fit its pattern although no mention of one of `kinds` was read in them, or in its group that fits."""

    pattern: ClassVar[Callable[[], re.Pattern[str]]]
    kinds: ClassVar[tuple[type[Mention], ...]]

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such stretch of a section."""
        findings = by_section(profile.findings)
        for section in profile.sections:
            read = [f.mention for f in findings.get(section.id, ()) if isinstance(f.mention, self.kinds)]
            heads = [cell.span for table in blocks(section.blocks) for cell in table.cells if cell.kind == "head"]
            for match in type(self).pattern().finditer(section.content):
                start, end = match.span(match.lastindex or 0)
                in_head = any(head.holds(start) for head in heads)
                if not in_head and not any(m.char_start < end and start < m.char_end for m in read):
                    yield self.on_words(section, *match.span(), text=quoted(match[0]))


class UnreadAmount(Unread):
    """A currency with digits in which no rule sees a number: some are missing, or stand in a wrong place."""

    id = "unread-amount"
    title = "An amount that was not read"
    template = "{text} looks like an amount, but its digits were not read as a number."
    advice = "Look at the page; add a money row with the amount as it is meant."
    pattern = staticmethod(lambda: AMOUNT)
    kinds = (Money,)


class UnreadCurrency(Unread):
    """A fund, project or cost of so many millions, of which nobody says what: the currency may be told elsewhere."""

    id = "unread-currency"
    title = "A figure in millions that may be an amount"
    template = "{text} may be an amount, but no currency stands beside it."
    advice = "See what the figure counts: where it is money, add a money row with its currency."
    pattern = staticmethod(lambda: cue("without_currency"))
    kinds = (Money, Quantity)


# A sum as tables print it.
SUM: Final = re.compile(r"\(?\d{1,3}(?:[,.’' ]\d{3})+(?:[.,]\d\d?)?\)?")
NUMBER: Final = re.compile(r"(?<![\w.,])\d(?:[\d.,]*\d)?")
SHARE: Final = re.compile("%")
ZERO: Final = re.compile(r"\A[0.,\s]+\Z")  # is no amount
NUMBERS_IN_A_ROW: Final = 2
WORDS_IN_A_ROW: Final = 8  # besides its numbers
MOST_TOLD: Final = 6  # cells that a message names


class UnreadTable(Checker):
    """A heading or line such as "in millions of euros" over paragraphs of numbers, which stand for money that no row
    tells: a table that was not seen to be one."""

    id = "unread-table"
    title = "A table of amounts that was not read"
    template = "The numbers {numbers} below {heading} are in no table of amounts; look whether they belong there."
    advice = "Look at the table; add the amounts that are needed."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each heading or paragraph that states a unit of money over rows of numbers without any
        amount."""
        amounts = {(f.section.id, f.mention.sentence) for f in profile.findings if isinstance(f.mention, Money)}
        for section in profile.sections:
            read = {sentence for id_, sentence in amounts if id_ == section.id}
            under_heading = [] if read else NUMBER.findall(section.text)
            if cue("unit").search(section.heading) and len(under_heading) >= NUMBERS_IN_A_ROW:
                told = {"numbers": quoted(*under_heading[:MOST_TOLD]), "heading": quoted(section.heading)}
                yield self.on_section(section, **told)
                continue  # what its paragraphs head is among these
            texts = [section.content[span.start : span.end] for span in _texts(section)]
            for above, *rows in (texts[place : place + 3] for place in range(len(texts))):
                numbers = [number for row in rows if _is_row(row) for number in NUMBER.findall(row)]
                if cue("unit").search(above) and numbers and not any(row in read for row in (above, *rows)):
                    told = {"numbers": quoted(*numbers[:MOST_TOLD]), "heading": quoted(above)}
                    yield self.on_section(section, **told)


class UnreadCells(Checker):
    """Cells with figures in a row, column or table that states a currency, and that no rule has read."""

    id = "unread-cells"
    title = "Cells of a table of amounts that were not read"
    template = "The row, column or caption of {cells} states a unit of money, but they were not read as amounts."
    advice = "Look at the cells; add the amounts that are needed."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each table with such cells."""
        for section, table, mentions in _tables(profile):
            unread = [span for span in _of_money(section.content, table, mentions) if not _is_read(span, mentions)]
            if unread:
                yield self.on_words(section, *unread[0], cells=_shown(section, unread))


class CellsWithoutCurrency(Checker):
    """Columns of sums by their heads ("Budget"), or of years in a table of contributions, of which nothing beside or
    over them states a currency: it may stand elsewhere in the document."""

    id = "cells-without-currency"
    title = "Cells of a table that may be amounts"
    template = "{cells} may be amounts, but neither their table nor what stands around it states a currency."
    advice = "Look for the currency on the page and at the beginning of the document; add the amounts that are needed."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each table with such cells."""
        for section, table, mentions in _tables(profile):
            told = set(_of_money(section.content, table, mentions))
            cells = [span for span in _of_sums(section, table) if not _is_read(span, mentions) and span not in told]
            if len(cells) >= NUMBERS_IN_A_ROW:
                yield self.on_words(section, *cells[0], cells=_shown(section, cells))


def _tables(profile: Profile) -> Iterator[tuple[Section, Table, list[Mention]]]:
    """The tables of all sections, each with its section and what that mentions."""
    findings = by_section(profile.findings)
    for section in profile.sections:
        mentions = [finding.mention for finding in findings.get(section.id, ())]
        yield from ((section, table, mentions) for table in blocks(section.blocks))


def _shown(section: Section, cells: Sequence[Span]) -> str:
    return quoted(*(section.content[span.start : span.end] for span in cells[:MOST_TOLD]))


def _of_sums(section: Section, table: Table) -> Iterator[Span]:
    """The cells with thousands in columns whose heads ask for money, or of years and totals in a table that does."""
    heads: dict[int, str] = {}
    for cell in table.cells:
        if cell.kind == "head":
            for column in range(cell.column, cell.column + cell.columns):
                heads[column] = f"{heads.get(column, '')} {section.content[slice(*cell.span)]}".strip()
    caption = section.content[slice(*table.caption)] if table.caption else ""
    stub = " ".join(heads.get(column, "") for column in range(table.stub))
    of_money = _asks_for_money(f"{caption} {section.heading}") or "funder" in fields(stub)
    columns = {
        column
        for column in range(table.stub, max((cell.column for cell in table.cells), default=0) + 1)
        if _asks_for_money(head := heads.get(column, "")) or (of_money and not _own_words(head).strip())
    }
    for cell in table.cells:
        if cell.kind != "head" and cell.column in columns and SUM.fullmatch(section.content[slice(*cell.span)]):
            yield cell.span


def _asks_for_money(text: str) -> bool:
    return any(MONEY_FIELDS.intersection(fields(word)) for word in _own_words(text).split())


def _own_words(head: str) -> str:
    """The head of a column without what it says besides what it asks for."""
    return cue("beside_field").sub("", head)


def _of_money(content: str, table: Table, mentions: Sequence[Mention]) -> Iterator[Span]:
    """The cells with a figure whose column or row states a unit of money; all of a table whose caption does and in
    which no amount was read."""

    def states(span: Span | None, *patterns: re.Pattern[str]) -> bool:
        return span is not None and any(pattern.search(content[span.start : span.end]) for pattern in patterns)

    unit, money = cue("unit"), (cue("unit"), cue("unit_alone"))

    amounts = [mention for mention in mentions if isinstance(mention, Money)]
    whole = states(table.caption, unit) and not any(_is_read(cell.span, amounts) for cell in table.cells)
    heads: dict[int, bool] = {}
    labels: dict[int, bool] = {}
    for cell in table.cells:
        if cell.kind == "head":
            for column in range(cell.column, cell.column + cell.columns):
                heads[column] = heads.get(column, False) or states(cell.span, *money)
        elif cell.column < table.stub:
            labels[cell.row] = states(cell.span, *money)
        elif whole or heads.get(cell.column) or labels.get(cell.row):
            yield from [cell.span] * (states(cell.span, NUMBER) and not states(cell.span, SHARE, ZERO))


def _is_read(span: Span, mentions: Iterable[Mention]) -> bool:
    return any(mention.char_start < span.end and span.start < mention.char_end for mention in mentions)


def _texts(section: Section) -> list[Span]:
    """The heading and the paragraphs of a section; what is no paragraph parts them, as an empty text."""
    return [
        passage.span if passage.block is None or isinstance(passage.block, Paragraph) else Span(0, 0)
        for passage in section.passages()
    ]


def _is_row(paragraph: str) -> bool:
    numbers = NUMBER.findall(paragraph)
    words = re.findall(r"[^\W\d_]+", paragraph)
    return len(numbers) >= NUMBERS_IN_A_ROW and len(words) <= WORDS_IN_A_ROW
