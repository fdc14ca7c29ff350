"""Tables as lists of projects or of givers: by what the heads of their columns ask for (fields.csv).

A table is a list of projects where a column names them and others tell money, time, places or people of each; it is one
of givers where a column names these and others have amounts. What heads ask for, their cells tell: the amounts of a
column "Total cost" are totals, those of a column "Paid" are spent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pipeline.language.cues import cue
from pipeline.language.fields import MONEY, fields
from pipeline.model import (
    Block,
    Cell,
    Country,
    Fact,
    Facts,
    MoneyRole,
    Organisation,
    Passage,
    Reading,
    Section,
    Span,
    Table,
    flat,
)
from pipeline.relate.phrases import Actor, classes, of_class

NAMING: Final = ("title", "purpose", "recipient")  # what names a project: the first of these that there is
WHEN: Final = frozenset({"start", "end", "period", "duration"})
TELLING: Final = MONEY | WHEN | {"country", "place", "partner", "beneficiaries"}
ROLES: Final[dict[str, MoneyRole]] = {
    "share": "share",
    "cofinancing": "share",
    "total": "total",
    "spent": "spent",
    "needed": "needed",
    "none": "none",
}
# What stands between slashes that have a blank beside them, or between semicolons.
NAMES: Final = re.compile(r"[^;/\s](?:[^;/]|(?<!\s)/(?!\s))*")
# An abbreviation in brackets, and the desk after it: "Government of Kenya (GoK) – CCD".
SHORT_NAME: Final = re.compile(r"\s*\((?=[^)]*[A-Z][^)]*[A-Z])\s*[A-Za-z0-9&.-]{2,10}\s*\).*$")
NOTE_MARKS: Final = "*†‡¹²³⁴⁵⁶⁷⁸⁹ "


class TableRow(NamedTuple):
    """A row that is neither of heads nor of totals: the cell of each column, those that span down to it included, and
    the line above it that heads it (none: no such line)."""

    cells: Mapping[int, Cell]
    group: Cell | None


class List(NamedTuple):
    """A table with the fields of its columns; `named` is the column that names the project or the giver of a row."""

    table: Table
    fields: Mapping[int, tuple[str, ...]]
    named: int

    @property
    def span(self) -> Span:
        """From its first cell to its last."""
        return Span(self.table.cells[0].span.start, self.table.cells[-1].span.end)

    def columns(self, *wanted: str) -> list[int]:
        """The columns that ask for one of these fields."""
        return [column for column, asked in self.fields.items() if not set(wanted).isdisjoint(asked)]

    def rows(self) -> Iterator[TableRow]:
        """Its rows, without those of heads and totals."""
        group: Cell | None = None
        for number in range(self.table.rows):
            cells = {
                column: cell
                for cell in self.table.cells
                if cell.row <= number < cell.row + cell.rows and cell.kind != "head"
                for column in range(cell.column, cell.column + cell.columns)
            }
            told = {cell for cell in cells.values() if cell.span}
            if len(told) == 1 and self.table.columns > 1 and all(cell.row == number for cell in told):
                group = next(iter(told))
            elif self.named in cells and cells[self.named].span and cells[self.named].kind != "total":
                yield TableRow(cells, group)


class Listed(NamedTuple):
    """What the amounts of a cell stand for, and who gives them where the row names somebody; `is_of_many` says that
    the row is one of others who are not named."""

    span: Span
    role: MoneyRole
    giver: Actor | None
    is_of_many: bool


def projects_of(section: Section) -> Iterator[List]:
    """The tables of a section that are lists of projects."""
    for table in _tables(section.blocks):
        asked = _fields(section, table)
        naming = next((name for name in NAMING if any(name in told for told in asked.values())), None)
        if naming is None or any("funder" in told for told in asked.values() if naming == "recipient"):
            continue
        told = {field for fields_ in asked.values() for field in fields_} - {naming}
        if told & TELLING if naming == "title" else told & MONEY and told & {*NAMING, *WHEN}:
            yield List(table, asked, next(column for column, told in asked.items() if naming in told))


def listed_titles(section: Section) -> Iterator[str]:
    """What the projects are called that the tables of a section list."""
    for list_ in projects_of(section):
        yield from (name(section, row.cells[list_.named]) for row in list_.rows())


def givers_of(section: Section) -> Iterator[List]:
    """The tables of a section that list who gives what."""
    for table in _tables(section.blocks):
        asked = _fields(section, table)
        named = next((column for column, told in asked.items() if "funder" in told), None)
        if named is not None and not any("title" in told for told in asked.values()):
            yield List(table, asked, named)


class AskedFact(NamedTuple):
    """A value and the fields that its label asks for."""

    value: Span
    fields: tuple[str, ...]


def facts_of(section: Section) -> Iterator[AskedFact]:
    """The facts of a section whose labels ask for a field; a value may hold facts with labels of their own ("Key dates:
    Start: May 2020 End: June 2022")."""
    content = section.content
    for block in flat(section.blocks):
        for fact in block.facts if isinstance(block, Facts) else ():
            value = fact.value
            inner = [
                (match, asked)
                for match in cue("inner_label").finditer(content, value.start, value.end)
                if set(asked := fields(match[1])) - {"other", "reference"}
            ]
            ends = [*(match.start() for match, _ in inner), value.end]
            asked = fields(content[fact.label.start : fact.label.end])
            counts = asked == ("title",) and not any(map(str.isalpha, content[value.start : value.end]))
            if asked and not counts:  # "12 projects" names none
                yield AskedFact(_stripped(content, value.start, ends[0]), asked)
            for (match, told), end in zip(inner, ends[1:], strict=True):
                yield AskedFact(_stripped(content, match.end(), end), told)


def _stripped(content: str, start: int, end: int) -> Span:
    return Span(start, start + len(content[start:end].rstrip()))


def asked_field(section: Section, passage: Passage | None) -> str | None:
    """The field of money that the label of a fact says that the amounts in its value tell."""
    if passage is None or not isinstance(passage.part, Fact) or passage.span != passage.part.value:
        return None
    label = passage.part.label
    return next((field for field in fields(section.content[label.start : label.end]) if field in MONEY), None)


def listed(reading: Reading) -> Iterator[Listed]:
    """What the cells of lists tell of the amounts in them."""
    section = reading.section
    for is_of_givers, list_ in (*((False, p) for p in projects_of(section)), *((True, g) for g in givers_of(section))):
        naming = list_.columns("funder")
        names = {row: cell for cell in list_.table.cells for row in _rows(cell) if cell.column in naming and cell.span}
        pays = is_of_givers and not any({"share", "total"} & {*told} for told in list_.fields.values())
        for cell in list_.table.cells:
            asked = list_.fields.get(cell.column, ())
            if cell.kind == "head" or not cell.span or cell.column in naming:
                continue
            named = names.get(cell.row)
            named = named if named and named.kind != "total" else None
            giver = _giver(reading, named) if named else None
            told: list[MoneyRole] = [ROLES[field] for field in asked if field in ROLES]
            role: MoneyRole = next(iter(told), "share")
            puts_in = role in ("share", "total") or (pays and role == "spent")
            if is_of_givers and puts_in:  # whatever its column is called
                role = "total" if cell.kind == "total" else "share"
            yield Listed(cell.span, role, giver, named is not None and (giver is None or is_many(giver)))


def is_many(giver: Actor) -> bool:
    """Whether a name is none: "Other donors"."""
    return "MANY" in classes().get(tuple(giver.name.lower().split()), ())


def _rows(cell: Cell) -> range:
    return range(cell.row, cell.row + cell.rows)


def _giver(reading: Reading, cell: Cell) -> Actor | None:
    """Who is named in a cell: of a country that fills it, the country; None where it names a kind of money without a
    known body ("Project funding")."""
    words = re.sub(SHORT_NAME, "", cue("giver_label").sub("", name(reading.section, cell)))
    known = [m for m in reading.mentions if isinstance(m, Organisation | Country) and cell.span.holds(m.char_start)]
    own = next((m for m in known if " ".join(m.text.split()) == words), None)
    if own is None and words.lower().rpartition(" ")[2] in of_class("GIFT"):
        own = next((m for m in known if m.char_start == cell.span.start), None)
        return Actor(own.text, own.iso3, cell.span.start, own.kind) if own else None
    return Actor(words, own.iso3 if own else None, cell.span.start, own.kind if own else "")


def name(section: Section, cell: Cell) -> str:
    """What a cell names, without the marks of notes."""
    return " ".join(section.content[cell.span.start : cell.span.end].split()).strip(NOTE_MARKS)


def names(section: Section, cell: Span) -> Iterator[tuple[str, Span]]:
    """What a cell or a heading names, each where it stands: "Port Guild / Ferry Trust" are two."""
    for match in NAMES.finditer(section.content, cell.start, cell.end):
        words = " ".join(match[0].split()).strip(NOTE_MARKS)
        if any(map(str.isalpha, words)):
            yield words, Span(*match.span())


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    return (block for block in flat(blocks) if isinstance(block, Table))


def _fields(section: Section, table: Table) -> dict[int, tuple[str, ...]]:
    """What the heads of each column ask for, the nearest first."""
    found: dict[int, tuple[str, ...]] = {}
    for column in range(table.columns):
        heads: Sequence[Cell] = [
            cell
            for cell in table.cells
            if cell.kind == "head" and cell.span and cell.column <= column < cell.column + cell.columns
        ]
        told = (fields(section.content[head.span.start : head.span.end]) for head in reversed(heads))
        found[column] = next((fields_ for fields_ in told if fields_), ())
    return found
