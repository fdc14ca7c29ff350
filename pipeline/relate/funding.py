"""Who funds a project and who works along, by the cues around each organisation's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from pipeline.model import Mention, Organisation, Reading
from pipeline.relate.cues import cue

Part = Literal["funder", "partner"]

# Between two names of one list: "KOICA, the World Bank and Irish Aid"
LISTED = re.compile(r"[\s,;]*(and|&|as well as)?[\s,]*(with )?(the )?", re.IGNORECASE)


def funders(reading: Reading, donor: str | None) -> tuple[Organisation, ...]:
    """The organisations that a section says pay for the work, in text order, each name once."""
    return _once(organisation for organisation, part in _parts(reading, donor) if part == "funder")


def partners(reading: Reading, donor: str | None) -> tuple[Organisation, ...]:
    """The organisations that a section says work along, those that pay left out."""
    paying = {organisation.name for organisation in funders(reading, donor)}
    named = (organisation for organisation, part in _parts(reading, donor) if part == "partner")
    return _once(organisation for organisation in named if organisation.name not in paying)


def _once(organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
    return tuple({organisation.name: organisation for organisation in reversed([*organisations])}.values())[::-1]


def _parts(reading: Reading, donor: str | None) -> Iterator[tuple[Organisation, Part]]:
    """The part of every organisation that has one; the names of a list share that of the first."""
    previous: Organisation | None = None
    part: Part | None = None
    for organisation in reading.of(Organisation):
        if not (previous and part and _same_list(previous, organisation, reading.section.content)):
            part = _part(organisation, donor)
        if part:
            yield organisation, part
        previous = organisation


def _same_list(one: Mention, other: Mention, text: str) -> bool:
    between = text[one.char_end : other.char_start]
    return "\n\n" not in between and bool(LISTED.fullmatch(between))


def _part(organisation: Organisation, donor: str | None) -> Part | None:
    """Funder: who is said to pay; of the donor's side also who is said to support. Partner: who is said to work
    along. A multilateral or a host country that merely supports is neither."""
    of_donor = donor is not None and organisation.iso3 == donor
    if cue("gives_money").fits(organisation) or (of_donor and cue("supports").fits(organisation)):
        return "funder"
    if cue("works_along").fits(organisation) and organisation.kind != "country":
        return "partner"
    return None
