"""The rows of a list of projects, each a project of its own: its cells tell what the heads of their columns ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.ids import Register
from pipeline.model import Cell, Country, Doubt, Finding, Mention, Money, Project, Quantity, Span, Time
from pipeline.relate.actors import is_body
from pipeline.relate.evidence import Read
from pipeline.relate.grantors import grantors
from pipeline.relate.headed import Headed, countries_above
from pipeline.relate.projects import amount_reads, is_of_people, made, people, place_reads
from pipeline.relate.related import Related
from pipeline.relate.tables import WHEN, List, TableRow, name, names, projects_of
from pipeline.relate.times import edges

AMOUNTS = frozenset({"share", "portion", "total", "received", "none"})  # fields of what the donor's side gives
SEVERAL = 3  # names: with a comma and an "and" they are a list


class Above(NamedTuple):
    """What the rows of a list have from the heads and headings above them: who funds them, and where they are; the
    columns whose heads name the donor's side, with that name."""

    funders: Sequence[Read]
    headed: Headed | None
    donors: Mapping[int, Read]


def table_projects(section: Related, headed: Sequence[Related], ids: Register) -> Iterator[Project]:
    """The projects that the tables of a section list. Where no column names who funds them, the head of their amounts
    may, or the heading of one of the sections they stand under (`headed`, the nearest first); where none asks for
    places, such a heading may name the country."""
    for list_ in projects_of(section.reading.section):
        above = Above(
            () if list_.columns("funder") else _funders_above(list_, section, headed),
            None if list_.columns("country", "place") else countries_above(headed, ()),
            dict(_donors(list_, section)),
        )
        for row in list_.rows():
            if any(map(str.isalpha, name(section.reading.section, row.cells[list_.named].span))):
                yield _project(section, list_, row, above, ids)


def _funders_above(list_: List, section: Related, headed: Sequence[Related]) -> Sequence[Read]:
    heads = [cell for cell in list_.table.cells if cell.kind == "head" and cell.column in list_.columns("share")]
    places = [(section, cell.span) for cell in heads]
    places += [(part, part.reading.section.headline) for part in headed]
    named = (
        [Read("funders", who, part, where) for who, where in grantors(part.reading, span)] for part, span in places
    )
    return next(filter(None, named), ())


def _donors(list_: List, section: Related) -> Iterator[tuple[int, Read]]:
    """The columns whose heads name the donor's side and may tell its money ("Of which Norway"), with that name."""
    named = [(Span(p.start, p.end), who) for s in section.sentences for _, p in s.named for who in p.actors]
    for column, asked in list_.fields.items():
        if AMOUNTS.issuperset(asked):
            heads = list_.heads(column)
            for own, who in named:
                if any(head.span.holds(own.start) for head in heads) and section.donor.is_side(who):
                    yield column, Read("funders", who.name, section, own)


def without_lists(section: Related) -> Related:
    """The section without the rows that are projects of their own."""
    spans = [list_.span for list_ in projects_of(section.reading.section)]
    mentions = [m for m in section.reading.mentions if not any(span.holds(m.char_start) for span in spans)]
    return section._replace(
        reading=replace(section.reading, mentions=tuple(mentions)),
        sentences=[s for s in section.sentences if not any(span.holds(s.start) for span in spans)],
        amounts=[a for a in section.amounts if not any(span.holds(a.money.char_start) for span in spans)],
    )


def _project(section: Related, list_: List, row: TableRow, above: Above, ids: Register) -> Project:
    title = name(section.reading.section, row.cells[list_.named].span)
    money, doubt = _amount(section, list_, row, above)
    places = _places(section, list_, row)
    headed = None if places else above.headed
    reads = [
        Read("title", title, section, row.cells[list_.named].span),
        *(amount_reads(money, [section]) if money else ()),
        *above.funders,
        *(read for column, read in above.donors.items() if _found(section, row.cells.get(column), Money)),
        *_names(section, list_, row),
        *_times(section, list_, row),
        *place_reads(places or ([(headed.section, c) for c in headed.countries] if headed else ())),
        *_beneficiaries(section, list_, row),
    ]
    doubts = (*((doubt,) if doubt else ()), *((headed.doubt(()),) if headed else ()))
    return made(ids.of(section.document, section.reading.section.id, title), section, reads, money, doubts)


def _amount(section: Related, list_: List, row: TableRow, above: Above) -> tuple[Finding | None, Doubt | None]:
    """What the row tells in a column that names the donor, else the only share, else the only total; where its heads
    tell none, its only amount."""
    told = [[finding for column in above.donors for finding in _found(section, row.cells.get(column), Money)]]
    told += [
        [finding for cell in _cells(list_, row, field) for finding in _found(section, cell, Money)]
        for field in ("share", "received", "total", "spent")
    ]
    candidates = [f for f in next(filter(None, told), ()) or _untold(section, list_, row) if _is_own(f)]
    stated = {(f.mention.amount, f.mention.currency) for f in candidates if isinstance(f.mention, Money)}
    if len(stated) == 1:
        return candidates[0], None
    texts = tuple(dict.fromkeys(" ".join(f.mention.text.split()) for f in candidates))
    return None, Doubt("amount", "its row tells more than one amount", texts) if texts else None


def _is_own(finding: Finding) -> bool:
    """Whether an amount is not another one of its row told in another currency."""
    return isinstance(finding.mention, Money) and finding.mention.role != "same"


def _untold(section: Related, list_: List, row: TableRow) -> list[Finding]:
    """The amounts of columns whose heads ask for nothing."""
    cells = (cell for column, cell in row.cells.items() if not list_.fields.get(column))
    return [finding for cell in dict.fromkeys(cells) for finding in _found(section, cell, Money)]


def _names(section: Related, list_: List, row: TableRow) -> Iterator[Read]:
    for field, asked in (("funders", ("funder", "client")), ("partners", ("recipient", "partner"))):
        for cell in _cells(list_, row, *asked):
            is_title = cell == row.cells[list_.named] and "title" in list_.fields[list_.named]
            if not is_title and ":" not in section.reading.section.content[cell.span.start : cell.span.end]:
                for words, span in names(section.reading.section, cell.span):
                    for one, where in _listed(section, span) or [(words, span)]:
                        yield Read(field, one, section, where)


def _listed(section: Related, part: Span) -> list[tuple[str, Span]]:
    """The bodies that a part of a cell lists ("Port Guild, FAO and UNICEF"), with their places; none where what stands
    on both sides of an "and" may be one name."""
    named = (p for s in section.sentences for _, p in s.named if part.holds(p.start))
    phrase = next(named, None)
    if phrase is None or (phrase.start, phrase.end) != part or any("PLACE" in one.kinds for one in phrase.members):
        return []
    sure = all(actor.known or is_body(actor) for actor in phrase.actors)
    spans = [Span(member.start, member.end) for member in phrase.members]
    return [(name(section.reading.section, span), span) for span in spans] if sure or len(spans) >= SEVERAL else []


def _times(section: Related, list_: List, row: TableRow) -> Iterator[Read]:
    for column in list_.columns(*WHEN):
        asked = set(list_.fields[column])
        found = (finding.mention for finding in _found(section, row.cells.get(column), Time))
        for time in (mention for mention in found if isinstance(mention, Time)):
            span = Span(time.char_start, time.char_end)
            first, last = edges(time)
            is_range = time.kind == "range"
            if asked & {"start"} or (asked & WHEN and is_range):
                yield Read("start", first, section, span)
            if (asked & {"end"} and "start" not in asked) or is_range:
                yield Read("end", last, section, span)
            if time.duration and not is_range:
                yield Read("duration", time.duration, section, span)


def _places(section: Related, list_: List, row: TableRow) -> list[tuple[Related, Country]]:
    """The countries, groups and places of the columns that ask where; else those of the line that heads the row; else
    those of which its title and purpose say that work takes place there."""
    where = _cells(list_, row, "country", "place") or ([row.group] if row.group else [])
    found = [f.mention for cell in where for f in _found(section, cell, Country) if isinstance(f.mention, Country)]
    if not found:
        told = (f.mention for cell in _cells(list_, row, "title", "purpose") for f in _found(section, cell, Country))
        found = [m for m in told if isinstance(m, Country) and m.role == "beneficiary"]
    return [(section, country) for country in found]


def _beneficiaries(section: Related, list_: List, row: TableRow) -> Iterator[Read]:
    for cell in _cells(list_, row, "beneficiaries"):
        for finding in _found(section, cell, Quantity):
            if isinstance(finding.mention, Quantity) and is_of_people(finding.mention):
                span = Span(finding.mention.char_start, finding.mention.char_end)
                yield Read("beneficiaries", people(finding.mention), section, span)


def _cells(list_: List, row: TableRow, *asked: str) -> list[Cell]:
    cells = (row.cells[column] for column in list_.columns(*asked) if column in row.cells)
    return [cell for cell in dict.fromkeys(cells) if cell.span]


def _found(section: Related, cell: Cell | None, kind: type[Mention]) -> Sequence[Finding]:
    return [f for f in section.findings_in(cell.span) if isinstance(f.mention, kind)] if cell else []
