"""Percentages that cannot be parts of one whole: one above 100, or several that come to more together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.check.rounding import total
from pipeline.check.table_totals import Addend, is_total, readings
from pipeline.check.tables import Table, tables
from pipeline.language.expressions import cue, says
from pipeline.model import Check, Profile, Quantity

ALL: Final = Decimal(100)
RATES: Final = Decimal(150)  # percentages that come to more than this are rates, which nobody adds up
FEWEST: Final = 3  # of which shares are seen to be shares


class ShareOverAll(Checker):
    """A share of people or things cannot be more than all of them."""

    id = "share-over-all"
    title = "A share of more than 100 per cent"
    template = "{text} is more than the whole that it is a share of."
    advice = "Look at the page: correct the figure if it was misread, accept it if it is printed so."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such percentage."""
        for finding in profile.findings:
            match finding.mention:
                case Quantity(value=value, unit=unit, char_end=end) if unit.startswith("%") and value > ALL:
                    if cue("of_a_whole").match(finding.section.content, end):
                        yield self.on_finding(finding, "value", text=quoted(finding.mention.text))


class SharesOverAll(Checker):
    """The shares of a table whose caption says that they divide one whole; that they do not reach it may be meant."""

    id = "shares-over-all"
    title = "Shares that come to more than 100 per cent"
    template = "The shares {shares} come to {sum}%."
    advice = "Look at the table: correct a share that was misread, accept the rows if they are printed so."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each column of such shares, on the section that it stands in."""
        for section in profile.sections:
            for table in tables(section, ()):
                for shares in _columns_of_shares(table):
                    sum_ = sum(share.value for share in shares)
                    if total(share.meaning for share in shares).low > ALL and sum_ < RATES:
                        told = {"shares": quoted(*(share.cell.text for share in shares)), "sum": f"{sum_:f}"}
                        first = shares[0].cell
                        yield self.on_words(section, first.start, first.end, **told)


def _columns_of_shares(table: Table) -> Iterator[tuple[Addend, ...]]:
    """The columns of percentages below 100 that divide a whole and have no total."""
    if any(map(is_total, table.labels.values())):
        return
    for column, cells in table.columns.items():
        head = table.heads[column]
        labels = [table.labels.get(cell.row, "") for cell in cells]
        divides = any(says("shares").search(words) for words in (table.caption, head, table.section.heading))
        if divides and len(cells) >= FEWEST and all(cell.unit == "%" for cell in cells):
            shares = next(readings(labels, cells, exact=False), ())
            if all(share.value < ALL for share in shares):
                yield shares
