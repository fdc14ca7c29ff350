"""Tables as lists of projects or of givers: by what the heads of their columns ask for (fields.csv).

A table is a list of projects where a column names them and others tell money, time, places or people of each; it is one
of givers where a column names these and others have amounts. What heads ask for, their cells tell: the amounts of a
column "Total cost" are totals, those of a column "Paid" are spent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pipeline.language.expressions import cue
from pipeline.language.fields import MONEY, fields
from pipeline.language.function_words import FROM, GRANT, TO
from pipeline.model import (
    Block,
    Cell,
    Fact,
    Facts,
    MoneyRole,
    Passage,
    Section,
    Span,
    Table,
)
from pipeline.relate.names import names_nobody

NAMING: Final = ("title", "purpose", "recipient", "country")  # what names a project: the first of these that there is
PLACED: Final = frozenset({"partner", "end"})  # what a list of grants tells beside their countries and amounts
WHEN: Final = frozenset({"start", "end", "period", "duration"})
TELLING: Final = MONEY | WHEN | {"country", "place", "partner", "beneficiaries"}
ROLES: Final[dict[str, MoneyRole]] = {
    "share": "share",
    "cofinancing": "share",
    "total": "total",
    "received": "share",
    "spent": "spent",
    "needed": "needed",
    "portion": "none",
    "none": "none",
}
# What stands between slashes that have a blank beside them, or between semicolons.
NAMES: Final = re.compile(r"[^;/\s](?:[^;/]|(?<!\s)/(?!\s))*")
NAMELESS: Final = frozenset({"none", "other", "reference"})  # fields that labels of other tables ask for, too
FEWEST: Final = 2  # known labels of a table of facts
LARGE: Final = 4  # letters of a word that begins large in a name
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
        return self.table.span

    def columns(self, *wanted: str) -> list[int]:
        """The columns that ask for one of these fields."""
        return [column for column, asked in self.fields.items() if not set(wanted).isdisjoint(asked)]

    def heads(self, column: int) -> list[Cell]:
        """The heads of a column that say something."""
        return [cell for cell in self.table.cells if cell.kind == "head" and cell.span and column in _columns(cell)]

    def rows(self) -> Iterator[TableRow]:
        """Its rows, without those of heads and totals."""
        group: Cell | None = None
        rows: dict[int, dict[int, Cell]] = {number: {} for number in range(self.table.rows)}
        for cell in self.table.cells:
            for number in range(cell.row, cell.row + cell.rows) if cell.kind != "head" else ():
                rows[number].update(dict.fromkeys(_columns(cell), cell))
        for number, cells in rows.items():
            told = {cell for cell in cells.values() if cell.span}
            if len(told) == 1 and all(cell.row == number for cell in told):
                group = next(iter(told))
            elif self.named in cells and cells[self.named].span and cells[self.named].kind != "total":
                yield TableRow(cells, group)


def projects_of(section: Section) -> Iterator[List]:
    """The tables of a section that are lists of projects."""
    for table in _tables(section.blocks):
        asked = column_fields(section, table)
        naming = next((name for name in NAMING if any(name in told for told in asked.values())), None)
        if naming is None or (naming != "title" and _lists_givers(asked, naming)):
            continue
        told = {field for fields_ in asked.values() for field in fields_} - {naming}
        is_worth = told & MONEY and told & {*NAMING, *WHEN} and (naming != "country" or told >= PLACED)
        if told & TELLING if naming == "title" else is_worth:
            yield List(table, asked, next(column for column, told in asked.items() if naming in told))


def _lists_givers(asked: Mapping[int, tuple[str, ...]], naming: str) -> bool:
    """Whether a table names who gives, and what for only behind that: "Donor, Amount, Purpose"; no recipient is what a
    giver's row is about."""
    giving = [column for column, told in asked.items() if "funder" in told]
    named = [column for column, told in asked.items() if naming in told]
    return bool(giving) and (naming == "recipient" or giving[0] < named[0])


def of_projects(section: Section) -> Iterator[Span]:
    """Where the tables of a section stand that tell of projects, row by row, whatever else they tell of them."""
    for table in _tables(section.blocks):
        if any("title" in told for told in column_fields(section, table).values()):
            yield table.span
    yield from (list_.span for list_ in projects_of(section))


def listed_titles(section: Section) -> Iterator[str]:
    """What the projects are called that the tables of a section list."""
    for list_ in projects_of(section):
        yield from (name(section, row.cells[list_.named].span) for row in list_.rows())


def givers_of(section: Section) -> Iterator[List]:
    """The tables of a section that list who gives what."""
    for table in _tables(section.blocks):
        asked = column_fields(section, table)
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
    for block in section.blocks:
        for fact in facts_in(section, block):
            value = fact.value
            inner = [
                (match, asked)
                for match in cue("inner_label").finditer(content, value.start, value.end)
                if set(asked := fields(match[1])) - {"other", "reference"}
            ]
            ends = [*(match.start() for match, _ in inner), value.end]
            asked = fields(content[fact.label.start : fact.label.end])
            if value < fact.label:  # the caption of a figure that is set large: "4" over "years"
                asked = tuple(field for field in asked if field in MONEY or field == "beneficiaries")
            counts = asked == ("title",) and not any(map(str.isalpha, content[value.start : value.end]))
            if asked and not counts:  # "12 projects" names none
                yield AskedFact(_stripped(content, value.start, ends[0]), asked)
            for (match, told), end in zip(inner, ends[1:], strict=True):
                yield AskedFact(_stripped(content, match.end(), end), told)


def facts_in(section: Section, block: Block) -> Sequence[Fact]:
    """The facts of a block: its own, or the rows of a table of two columns without heads that labels most of its values
    with known ones."""
    if isinstance(block, Facts):
        return block.facts
    if not isinstance(block, Table) or {cell.column for cell in block.cells} != {0, 1}:
        return ()
    cells = {(cell.row, cell.column): cell.span for cell in block.cells if cell.span and cell.kind != "head"}
    facts = [Fact(cells[row, 0], span) for (row, column), span in cells.items() if column and (row, 0) in cells]
    known = sum(bool(set(fields(section.content[slice(*fact.label)])) - NAMELESS) for fact in facts)
    is_whole = len(facts) == len({cell.row for cell in block.cells})
    return facts if is_whole and known >= FEWEST and 2 * known > len(facts) else ()


def _stripped(content: str, start: int, end: int) -> Span:
    return Span(start, start + len(content[start:end].rstrip()))


def asked_field(section: Section, passage: Passage | None) -> str | None:
    """The field of money that the label of a fact, or the head of a table's column, else the label of its row, says
    that the amounts in its value or cell tell."""
    match passage:
        case Passage(span, Facts(), Fact() as fact) if span == fact.value:
            spans = [fact.label]
        case Passage(_, Table() as table, Cell() as cell) if cell.kind != "head":
            spans = [head.span for head in (*reversed(table.heads(cell)), *reversed(table.labels(cell)))]
        case _:
            return None
    asked = (field for span in spans for field in fields(section.content[span.start : span.end]))
    return next((field for field in asked if field in ROLES), None)


def of_needs(section: Section) -> Iterator[Span]:
    """Where the tables of a section stand that tell what is needed beside what came in, from all together."""
    for table in _tables(section.blocks):
        asked = {field for told in column_fields(section, table).values() for field in told}
        if "needed" in asked and not asked & {"funder", "title"}:
            yield table.span


def named_cells(section: Section, passage: Passage | None) -> Iterator[Span]:
    """The cells of a table's row beside one of its cells whose heads name a partner, or are of no field."""
    match passage:
        case Passage(_, Table() as table, Cell() as own):
            asked = column_fields(section, table)
            headed = {column for cell in table.cells if cell.kind == "head" and cell.span for column in _columns(cell)}
            for cell in table.cells:
                in_row = cell.row <= own.row < cell.row + cell.rows and cell != own and cell.kind != "head"
                if in_row and cell.span and cell.column in headed and set(asked[cell.column]) <= {"partner", "other"}:
                    yield cell.span


def _columns(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.columns)


def name(section: Section, cell: Span) -> str:
    """What a cell names, without the marks of notes."""
    return " ".join(section.content[cell.start : cell.end].split()).strip(NOTE_MARKS)


def names(section: Section, cell: Span) -> Iterator[tuple[str, Span]]:
    """What a cell or a heading names, each where it stands: "Port Guild / Ferry Trust" are two."""
    for match in NAMES.finditer(section.content, cell.start, cell.end):
        words = " ".join(match[0].split()).strip(NOTE_MARKS)
        if any(map(str.isalpha, words)) and not names_nobody(words):
            yield words, Span(*match.span())


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    return (block for block in blocks if isinstance(block, Table))


def column_fields(section: Section, table: Table) -> dict[int, tuple[str, ...]]:
    """What the heads of each column ask for, the nearest first."""
    heads: dict[int, list[str]] = {column: [] for column in range(table.columns)}
    for cell in table.cells:
        for column in _columns(cell) if cell.kind == "head" and cell.span else ():
            heads[column].insert(0, section.content[cell.span.start : cell.span.end])
    asked = {
        column: _named_side(section, table, column, texts) or next(filter(None, map(fields, texts)), ())
        for column, texts in heads.items()
    }
    return asked | dict(_told_in_words(section, table, asked))


def _told_in_words(
    section: Section, table: Table, asked: Mapping[int, tuple[str, ...]]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The columns whose cells name what their heads seem to ask a figure of, beside one of money: "Grant" may head the
    names of grants, "Beneficiary" those of who gets them."""
    all_asked = {field for told in asked.values() for field in told}
    for column, told in asked.items():
        beside = {field for other, fields_ in asked.items() for field in fields_ if other != column}
        may_name = told == ("share",) and not all_asked & {"title", "funder"}
        may_get = told == ("beneficiaries",) and "recipient" not in all_asked
        if not beside & MONEY or not (may_name or may_get):
            continue
        texts = _texts(section, table, column)
        if may_name and _is_of_grants(section, table, column) and _are_words(texts):
            yield column, ("title",)
        elif may_get and _are_names(texts):
            yield column, ("recipient",)


def _is_of_grants(section: Section, table: Table, column: int) -> bool:
    """Whether the head of a column calls what stands below it grants."""
    heads = (cell.span for cell in table.cells if cell.kind == "head" and column in _columns(cell))
    return any(not GRANT().isdisjoint(section.content[head.start : head.end].lower().split()) for head in heads)


def _texts(section: Section, table: Table, column: int) -> list[str]:
    """What the cells of a column tell."""
    cells = (cell for cell in table.cells if cell.kind == "cell" and cell.column == column and cell.span)
    return [name(section, cell.span) for cell in cells]


def _are_words(texts: Sequence[str]) -> bool:
    """Whether most have no figure, and some of them several words."""
    words = [text for text in texts if not any(map(str.isdecimal, text))]
    return 2 * len(words) > len(texts) and any(" " in text for text in words)


def _are_names(texts: Sequence[str]) -> bool:
    """Whether most have several words that all begin large but for small ones, and no figure."""
    are_large = (all(word[:1].isupper() or len(word) < LARGE for word in text.split()) for text in texts)
    named = [text for text, is_large in zip(texts, are_large, strict=True) if is_large]
    return _are_words(named) and 2 * len(named) > len(texts)


def _named_side(section: Section, table: Table, column: int, heads: Sequence[str]) -> tuple[str, ...]:
    """Who gives or gets, where a column that is headed "From" or "To" has words in its cells and no figure."""
    head = heads[0].strip().lower() if heads else ""
    side = ("funder",) if head in FROM() else ("recipient",) if head in TO() else ()
    cells = (cell for cell in table.cells if side and cell.kind != "head" and cell.column == column)
    words = "".join(section.content[cell.span.start : cell.span.end] for cell in cells)
    return side if words and not any(map(str.isdecimal, words)) else ()
