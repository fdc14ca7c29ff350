"""What the columns of a list of givers stand for: what came in, what was only promised or is left, what sums others up.

A list shows one gift in several columns: what was pledged and what was paid, each year and all years, in the giver's
currency and in another. Each is one contribution, and a column whose head does not say what it is makes none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final, NamedTuple

from pipeline.language.expressions import cue, says
from pipeline.language.fields import MONEY
from pipeline.language.function_words import COURTESY, ESTATE, FAMILY, THE
from pipeline.language.plurals import ends_as_plural
from pipeline.language.topics import is_topic
from pipeline.model import (
    Block,
    Cell,
    Country,
    Doubt,
    Facts,
    Money,
    MoneyRole,
    Organisation,
    Paragraph,
    Reading,
    Section,
    Span,
    Table,
    Time,
)
from pipeline.relate.actors import is_endowed, is_local
from pipeline.relate.names import names_nobody
from pipeline.relate.phrases import Actor
from pipeline.relate.tables import ROLES, List, column_fields, givers_of, name, projects_of
from pipeline.relate.words import classes, of_class

# What stands before the amount of a point: "Ireland – EUR 3 million", "Ada Moss, $3,000", "Moss & Co ($3,000)".
POINT: Final = re.compile(r"\W*(\w[^:;–—\t\n]*?)(?:\s+[–—-]+|[:,]|\s\()\s*")
YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ROUNDING: Final = Decimal("0.005")  # of a sum: what rounding makes of its parts
# An abbreviation in brackets, and the desk after it: "Government of Kenya (GoK) – CCD".
SHORT_NAME: Final = re.compile(r"\s*\((?=[^)]*[A-Z][^)]*[A-Z])\s*[A-Za-z0-9&.-]{2,10}\s*\).*$")
UNSAID: Final = 'the head of its column, "{}", does not say what the amounts below it stand for'


class Listed(NamedTuple):
    """What the amounts of a cell stand for, and who gives them where the row names somebody; `is_of_many` says that
    the row is one of others who are not named. `again` is the cell of the row that tells the same in another currency,
    `doubt` why the role is open."""

    span: Span
    role: MoneyRole | None
    giver: Actor | None
    is_of_many: bool
    again: Span | None = None
    doubt: Doubt | None = None


def listed(reading: Reading) -> Iterator[Listed]:
    """What the cells of lists tell of the amounts in them."""
    section = reading.section
    yield from _facts_of_givers(reading)
    yield from _points_of_givers(reading)
    givers = [*givers_of(section), *_under_givers(reading)]
    for is_of_givers, list_ in (*((False, p) for p in projects_of(section)), *((True, g) for g in givers)):
        naming = list_.columns("funder")
        names = {row: cell for cell in list_.table.cells for row in _rows(cell) if cell.column in naming and cell.span}
        columns = Columns(reading, list_)
        roles = columns.roles() if is_of_givers else {}
        for cell in list_.table.cells:
            if cell.kind == "head" or not cell.span or cell.column in naming:
                continue
            named = names.get(cell.row)
            named = named if named and named.kind != "total" else None
            giver = _giver(reading, named.span) if named else None
            role = roles.get(cell.column) if cell.column in roles else _asked_role(list_, cell)
            if is_of_givers and role in ("share", "total", None) and cell.kind == "total":
                role = "total"
            doubt = columns.doubt(cell) if role is None else None
            giver, is_of_many = _whose(giver) if named else (None, False)
            yield Listed(cell.span, role, giver, is_of_many, columns.again.get(cell.span), doubt)


def _facts_of_givers(reading: Reading) -> Iterator[Listed]:
    """What the values of facts tell that stand under a heading of givers ("Funding by donor"), each with its name."""
    content = reading.section.content
    for block, caption in _with_captions(reading.section):
        if isinstance(block, Facts) and says("givers").search(caption):
            totals = {f for f in block.facts if says("total").search(content[slice(*f.label)])}
            givers = {f: _giver(reading, f.label) for f in block.facts if f not in totals}
            if len(givers) > 1 and _are_named(givers.values()):
                for fact in block.facts:
                    giver, is_of_many = _whose(givers[fact]) if fact in givers else (None, False)
                    yield Listed(fact.value, "total" if fact in totals else "share", giver, is_of_many)


def _points_of_givers(reading: Reading) -> Iterator[Listed]:
    """What the points of a list tell that stand under a heading of givers, each a name, a mark and an amount."""
    content, section = reading.section.content, reading.section
    if not says("givers").search(section.heading):
        return
    points = [block.span for block in section.blocks if isinstance(block, Paragraph) and block.item]
    first = {span: next((m for m in reading.of(Money) if span.holds(m.char_start)), None) for span in points}
    named = {s: POINT.fullmatch(content, s.start, money.char_start) for s, money in first.items() if money}
    labels = {span: Span(*match.span(1)) for span, match in named.items() if match}
    givers = {span: _giver(reading, _without_article(content, label)) for span, label in labels.items()}
    if len(givers) > 1 and _are_named(givers.values()):
        yield from (Listed(span, "share", *_whose(giver)) for span, giver in givers.items())


def _whose(giver: Actor | None) -> tuple[Actor | None, bool]:
    """Who gives what a label stands beside, and whether these are many; one without a name is neither: "Anonymous"."""
    if giver is None or not names_nobody(giver.name):
        return giver, giver is None
    words, unnamed = giver.name.lower().split(), of_class("UNNAMED")
    are_many = words[-1] not in unnamed and ends_as_plural(words[-1])  # "Anonymous donors"
    return (giver, True) if are_many or unnamed.isdisjoint(words) else (None, False)


def _without_article(content: str, span: Span) -> Span:
    first, _, rest = content[slice(*span)].partition(" ")
    return Span(span.end - len(rest), span.end) if first.lower() in THE() else span


def _under_givers(reading: Reading) -> Iterator[List]:
    """The tables under a heading of givers whose first column has no head and names them."""
    for block, caption in _with_captions(reading.section):
        if isinstance(block, Table) and says("givers").search(caption) and block.stub:
            asked = column_fields(reading.section, block)
            first = [cell for cell in block.cells if cell.column == 0 and cell.span]
            givers = [_giver(reading, cell.span) for cell in first if cell.kind == "cell"]
            headed = any(cell.kind == "head" for cell in first) or any(
                {"funder", "title"} & {*f} for f in asked.values()
            )
            if not headed and _are_known(givers):
                yield List(block, {**asked, 0: ("funder",)}, 0)


def _are_known(givers: Collection[Actor | None]) -> bool:
    """Whether most names are those of countries and bodies that are known, or there to give."""
    return 2 * sum(giver is not None and _may_give(giver) for giver in givers) > len(givers)


def _are_named(givers: Collection[Actor | None]) -> bool:
    """Whether most labels are names of some kind: those of countries and bodies that are known, or there to give, or
    several words with capitals that end in no topic: "Ada K. Moss", "Ferry Riders of Lorne", not "Clean Water"."""
    return 2 * sum(giver is not None and (_may_give(giver) or _is_name(giver.name)) for giver in givers) > len(givers)


def _is_name(label: str) -> bool:
    words = [word for word in re.findall(r"\w+", label) if (word.lower(),) not in classes() or word[0].isupper()]
    return len(words) > 1 and all(word[0].isupper() or word.isdigit() for word in words) and not is_topic(words[-1])


def _may_give(giver: Actor) -> bool:
    """Whether somebody is a country or body that is known, a person, or there to give."""
    words = giver.name.lower().split()
    is_person = words[-1] in FAMILY() or words[0] in ESTATE() | COURTESY()
    return bool(giver.known) or is_endowed(giver) or is_local(giver) or is_person or names_nobody(giver.name)


def _with_captions(section: Section) -> Iterator[tuple[Block, str]]:
    """The blocks of a section with what stands over them: the heading, and the paragraph right above."""
    above = ""
    for block in section.blocks:
        yield block, f"{section.heading}\n{above}"
        above = section.content[slice(*block.span)] if isinstance(block, Paragraph) else ""


def _asked_role(list_: List, cell: Cell) -> MoneyRole:
    return next((ROLES[field] for field in list_.fields.get(cell.column, ()) if field in ROLES), "share")


def _rows(cell: Cell) -> range:
    return range(cell.row, cell.row + cell.rows)


def _giver(reading: Reading, cell: Span) -> Actor | None:
    """Who is named in a cell: of a country that fills it, the country; None where it names a kind of money without a
    known body ("Project funding")."""
    words = re.sub(SHORT_NAME, "", cue("giver_label").sub("", name(reading.section, cell)))
    known = [m for m in reading.mentions if isinstance(m, Organisation | Country)]
    own = next((m for m in known if " ".join(m.text.split()) == words), None)
    if own is None and words.lower().rpartition(" ")[2] in of_class("GIFT"):
        own = next((m for m in known if m.char_start == cell.start), None)
        return Actor(own.text, own.iso3, cell.start, own.kind) if own else None
    return Actor(words, own.iso3 if own else None, cell.start, own.kind if own else "")


class Columns:
    """The columns of a list that have amounts, by what stands in their heads. `again` has the cells that tell the
    amount of another cell of their row in another currency, with that cell."""

    def __init__(self, reading: Reading, list_: List) -> None:
        self.reading, self.list = reading, list_
        self.amounts: dict[int, list[tuple[Cell, Money]]] = {}
        for cell, money in money_of(reading, list_):
            self.amounts.setdefault(cell.column, []).append((cell, money))
        self.heads = {column: _head(reading, list_, column) for column in self.amounts}
        self.asked = {column: _money(list_.fields.get(column, ())) for column in self.amounts}
        self.again: dict[Span, Span] = {}
        for one, other in combinations(sorted(self.amounts), 2):
            if self._is_gloss(one, other) and (same := self._same(one, other)):
                self.again |= same
                self.asked[one] = self.asked[one] or self.asked.get(other) or "share"

    def roles(self) -> Mapping[int, MoneyRole | None]:
        """What the amounts of each column stand for; None where its head does not say it and others may be gifts."""
        return {column: self._role(column) for column in self.amounts}

    def doubt(self, cell: Cell) -> Doubt | None:
        """Why the role of its amounts is open, for the first of a column."""
        is_first = self.amounts[cell.column][0][0] == cell
        return Doubt("role", UNSAID.format(" ".join(self.heads[cell.column].split()))) if is_first else None

    def _role(self, column: int) -> MoneyRole | None:
        asked, others = self.asked[column], self._others(column)
        if any(cell.span in self.again for cell, _ in self.amounts[column]):
            return "share"
        if asked in ("spent", "received") and others & {"share", "total", *(["received"] if asked == "spent" else [])}:
            return "spent"  # what was paid of what was promised is no second gift
        if asked in ("needed", "portion", "none"):
            return ROLES[asked]
        if self._sums_up(column):
            return "total"
        is_only = not others & {None, "share", "total", "received", "spent"}
        return "share" if asked or is_only or self._is_understood(column) or self._adds_up() else None

    def _others(self, column: int) -> set[str | None]:
        """What the other columns ask for, without those that tell their amounts in another currency."""
        told_again = {cell.column for of in self.amounts.values() for cell, _ in of if cell.span in self.again}
        return {self.asked[other] for other in self.amounts if other != column and other not in told_again}

    def _sums_up(self, column: int) -> bool:
        """Whether its head says that it is of all years, or the total of columns that ask for the same, or of all the
        years that others are of."""
        head, asked = self.heads[column], self.asked[column]
        others = [other for other in self.heads if other != column]
        within = [years for other in others if (years := {*_years(self.heads[other])}) and years < {*_years(head)}]
        is_total = any(asked and self.asked[other] == asked for other in others) and says("total").search(head)
        return len(within) > 1 or bool(is_total or says("to_date").search(head))

    def _is_understood(self, column: int) -> bool:
        """Whether a head that asks for nothing tells a time, a place or the kind of what was given, or nothing at all
        but a currency."""
        spans = [cell.span for cell in self.list.heads(column)]
        named = (m for m in self.reading.mentions if isinstance(m, Time | Country))
        told = any(span.holds(m.char_start) for m in named for span in spans)
        kinds = any(money.flow or money.period for _, money in self.amounts[column])
        return told or kinds or not _words(self.heads[column], self.amounts[column])

    def _adds_up(self) -> bool:
        """Whether the columns come to what a column of totals says, row by row."""
        rows: dict[int, list[tuple[bool, Decimal]]] = {}
        for cell, money in (told for of in self.amounts.values() for told in of):
            is_total = cell.kind == "total" or self.asked[cell.column] == "total"
            rows.setdefault(cell.row, []).append((is_total, money.amount or Decimal(0)))
        return all(map(_is_sum, rows.values()))

    def _is_gloss(self, one: int, other: int) -> bool:
        """Whether heads ask for the same, of the same years, or one of them for nothing."""
        asked = self.asked[one], self.asked[other]
        years = _years(self.heads[one]), _years(self.heads[other])
        return (asked[0] == asked[1] or None in asked) and (years[0] == years[1] or () in years)

    def _same(self, one: int, other: int) -> dict[Span, Span]:
        """The cells of the second column with those of the first, where each row that has both tells two currencies,
        and no row has the one that fewer have alone."""
        rows = [
            {cell.row: told for told in self.amounts[at] for cell in told[:1] if cell.kind != "total"}
            for at in (one, other)
        ]
        both = sorted(rows[0].keys() & rows[1].keys())
        differ = all(rows[0][row][1].currency != rows[1][row][1].currency for row in both)
        is_whole = bool(both) and len(both) == min(map(len, rows))
        return {rows[1][row][0].span: rows[0][row][0].span for row in both} if differ and is_whole else {}


def money_of(reading: Reading, list_: List) -> Iterator[tuple[Cell, Money]]:
    """The amounts of a list with their cells, heads left out, in text order."""
    cells = {cell.span: cell for cell in list_.table.cells if cell.kind != "head" and cell.span}
    for money in reading.of(Money):
        passage = reading.section.passage(money.char_start)
        if passage and (cell := cells.get(passage.span)):
            yield cell, money


def _head(reading: Reading, list_: List, column: int) -> str:
    return " ".join(reading.section.content[slice(*head.span)] for head in list_.heads(column))


def _money(asked: Sequence[str]) -> str | None:
    return next((field for field in asked if field in MONEY or field in ROLES), None)


def _years(head: str) -> tuple[int, ...]:
    """The years that a head tells, those between the two of a range among them."""
    found = [int(year) for year in YEAR.findall(head)]
    return tuple(range(found[0], found[1] + 1)) if len(found) == 2 else tuple(found)


def _words(head: str, amounts: Sequence[tuple[Cell, Money]]) -> str:
    """The words of a head but for the code or sign of the currency of its amounts."""
    codes = "|".join({money.currency or "US" for _, money in amounts})
    return re.sub(rf"\b(?:{codes}|US)\b|[\W\d_]", "", head)


def _is_sum(row: Sequence[tuple[bool, Decimal]]) -> bool:
    """Whether a row has nothing but totals, or one that the others come to."""
    totals = [amount for is_total, amount in row if is_total]
    parts = sum((amount for is_total, amount in row if not is_total), Decimal(0))
    return len(totals) == len(row) or (len(totals) == 1 and abs(parts - sum(totals)) <= sum(totals) * ROUNDING)
