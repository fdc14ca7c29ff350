"""What each value of a row was read from: a mention, a cell, a heading, a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from pipeline.model import Basis, Cell, Country, Doubt, Evidence, Fact, Money, Quantity, Span, Time
from pipeline.model.csv_cells import Cell as Value
from pipeline.relate.phrases import Actor
from pipeline.relate.related import Related

# The mentions that tell a field; a name is told by a country, or stands for itself.
TOLD_BY = {
    **dict.fromkeys(("amount", "amount_max", "currency", "qualifier", "kind"), Money),
    **dict.fromkeys(("start", "end", "duration", "period", "period_start", "period_end"), Time),
    "beneficiaries": Quantity,
}
LISTS = frozenset({"countries", "funders", "partners"})  # a doubt of them is whether others belong there
UNTOLD = frozenset({"title", "partners"})  # fields that no mention tells


class Read(NamedTuple):
    """A value of a row, or of one of its items, and the words of a section that it was read from."""

    field: str
    value: Value
    part: Related
    span: Span


def evidence(reads: Iterable[Read], doubts: Iterable[Doubt]) -> tuple[Evidence, ...]:
    """The evidence of the values that are there, each value of a field once."""
    assumed = {doubt.field for doubt in doubts if doubt.assumed and doubt.field not in LISTS}
    told = {(read.field, read.value): read for read in reversed(list(reads)) if read.value is not None}
    return tuple(
        Evidence(field, value, _source(read), "assumed" if field in assumed else _basis(read), section, read.span)
        for (field, value), read in reversed(told.items())
        for section in [read.part.reading.section]
    )


def values(reads: Iterable[Read], field: str) -> tuple[str, ...]:
    """The values of a field, each once."""
    return tuple(dict.fromkeys(str(read.value) for read in reads if read.field == field and read.value))


def actor_span(actor: Actor, part: Related) -> Span | None:
    """Where a section names somebody; None where it does not."""
    phrases = (m for s in part.sentences for _, p in s.named if actor in p.actors for m in (p.members or (p,)))
    return next((Span(p.start, p.end) for p in phrases if actor in p.actors), None)


def part_with(actor: Actor, parts: Sequence[Related]) -> tuple[Related, Span]:
    """The first of several sections that names somebody, and where."""
    named = ((part, actor_span(actor, part)) for part in parts)
    return next(((part, span) for part, span in named if span), (parts[0], Span(actor.start, actor.start)))


def _source(read: Read) -> str:
    """The mention of the kind that tells the field, else the cell, else any mention that stands there."""
    kind = TOLD_BY.get(read.field, Country)
    here = read.part.findings_in(read.span) if read.field not in UNTOLD else ()
    passage = read.part.reading.section.passage(read.span.start)
    cell = read.part.cells.get(passage.span) if passage else None
    fitting = (f.id for f in here if isinstance(f.mention, kind))
    return next(chain(fitting, filter(None, [cell]), (f.id for f in here)), "")


def _basis(read: Read) -> Basis:
    section = read.part.reading.section
    if read.span.start < len(section.heading):
        return "heading"
    passage = section.passage(read.span.start)
    match passage.part if passage else None:
        case Cell():
            return "cell"
        case Fact():
            return "fact"
    return "statement"
