"""A project section as one row: its amount, funders, partners, times, countries and beneficiaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from pipeline.language.lexicon import RULES
from pipeline.model import Country, Finding, Mention, Project, Quantity, Reading, Time
from pipeline.relate.amounts import project_amount
from pipeline.relate.cues import cue
from pipeline.relate.funding import Involved, printed
from pipeline.relate.times import project_span

PEOPLE = frozenset((RULES / "people.txt").read_text(encoding="utf-8").split())


def project(
    id_: str, reading: Reading, who: Involved, donor: str | None, findings: Mapping[Mention, Finding]
) -> Project:
    """The row of a project section. Countries are those in which the text says that work takes place or people
    benefit, where it names none those of its places; the same for groups."""
    money, doubt = project_amount(reading, donor)
    span = project_span(reading.of(Time))
    benefiting = [country for country in reading.of(Country) if country.role == "beneficiary"]
    return Project(
        id=id_,
        section=reading.section,
        title=reading.section.heading,
        amount=money.amount if money else None,
        amount_max=money.amount_max if money else None,
        currency=money.currency if money else None,
        qualifier=money.qualifier if money else None,
        funders=tuple(map(printed, who.funders)),
        partners=tuple(map(printed, who.partners)),
        start=span.start,
        end=span.end,
        duration=span.duration,
        countries=_once(c.iso3 for c in benefiting if c.kind in ("country", "demonym"))
        or _once(c.iso3 for c in benefiting if c.kind == "place"),
        groups=_once(c.name for c in benefiting if c.kind == "group"),
        places=_once(c.name for c in benefiting if c.kind == "place"),
        beneficiaries=_once(_counted(quantity) for quantity in reading.of(Quantity) if _are_helped(quantity)),
        money=findings[money] if money else None,
        doubts=(*span.doubts, *((doubt,) if doubt else ())),
    )


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _are_helped(quantity: Quantity) -> bool:
    are_people = any(word in PEOPLE for word in re.findall(r"\w+", quantity.unit.lower()))
    return are_people and not cue("in_plight").fits(quantity)


def _counted(quantity: Quantity) -> str:
    numbers = [quantity.value] if quantity.value_max is None else [quantity.value, quantity.value_max]
    return f"{'-'.join(map(_plain, numbers))} {quantity.unit}"


def _plain(number: Decimal) -> str:
    return f"{number:f}"
