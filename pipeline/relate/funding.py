"""Who funds a project and who works along, by the words around each organisation's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from pipeline.model import Organisation, Reading
from pipeline.relate.cues import cue

Part = Literal["funder", "partner"]

# Between two names of one list: "KOICA, the World Bank (US$ 2 million) and Irish Aid"
LISTED = re.compile(
    r"(?!.*\n\n)(?=.)(\s*\([^()]{1,40}\))?[\s,;]*(and|&|as well as)?[\s,]*(with )?(the )?", re.IGNORECASE | re.DOTALL
)
LAST_OF_LIST = re.compile(r"\b(and|as well as)\b|&", re.IGNORECASE)


class Involved(NamedTuple):
    """Who has a part in the work of a section, in text order, each name once: those who are said to pay for it, and
    those who are said to work along and do not pay."""

    funders: tuple[Organisation, ...]
    partners: tuple[Organisation, ...]


def involved(reading: Reading, donor: str | None) -> Involved:
    """The organisations that have a part in the work of a section."""
    parts = list(_parts(reading, donor))
    funders = _once(organisation for organisation, part in parts if part == "funder")
    paying = {organisation.name for organisation in funders}
    partners = (organisation for organisation, part in parts if part == "partner" and organisation.name not in paying)
    return Involved(funders, _once(partners))


def printed(organisation: Organisation) -> str:
    """An organisation's name as the page has it."""
    return " ".join(organisation.text.split())


def _once(organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
    return tuple({organisation.name: organisation for organisation in reversed([*organisations])}.values())[::-1]


def _parts(reading: Reading, donor: str | None) -> Iterator[tuple[Organisation, Part]]:
    """The part of every organisation that has one. The names of a list share it, but a country works along with
    nobody; an agency of the donor that a project names without saying why pays for it."""
    for names in lists(reading):
        parts = [part for part in (_part(organisation, donor) for organisation in names) if part]
        for organisation in names:
            if parts and (parts[0] == "funder" or organisation.kind != "country"):
                yield organisation, parts[0]
            elif is_donors(organisation, donor) and organisation.kind == "donor_agency":
                yield organisation, "funder"


def lists(reading: Reading) -> Iterator[list[Organisation]]:
    """The organisations in the lists that they are named in; one that stands alone is a list of its own. Two names
    with only a comma between them are none ("thanks to Ireland, the ILO …"), unless a label stands before them."""
    text, organisations = reading.section.content, reading.of(Organisation)
    first = 0
    for last, organisation in enumerate(organisations):
        between = (
            text[organisation.char_end : organisations[last + 1].char_start] if last + 1 < len(organisations) else ""
        )
        if not LISTED.fullmatch(between):
            names = list(organisations[first : last + 1])
            joined = text[names[0].char_end : names[-1].char_start]
            labelled = text[: names[0].char_start].rstrip().endswith(":")
            is_list = len(names) != 2 or labelled or LAST_OF_LIST.search(joined)
            yield from [names] if is_list else [[name] for name in names]
            first = last + 1


def _part(organisation: Organisation, donor: str | None) -> Part | None:
    """Funder: who is said to pay; of the donor's side also who is said to support. Partner: who is said to work
    along. A multilateral or a host country that merely supports is neither."""
    is_behind_it = cue("supports").fits(organisation) or cue("backs").fits(organisation)
    if (
        (cue("pays").fits(organisation) and not is_no_giver(organisation))
        or cue("gives").fits(organisation)
        or (is_donors(organisation, donor) and is_behind_it)
    ):
        return "funder"
    if cue("works_along").fits(organisation) and organisation.kind != "country":
        return "partner"
    return None


def is_donors(organisation: Organisation, donor: str | None) -> bool:
    """Whether it is the profile's donor, or one of its agencies or ministries."""
    return donor is not None and organisation.iso3 == donor


def is_no_giver(organisation: Organisation) -> bool:
    """Whether it follows a "from" or "by" of another kind: "refugees from Syria", "received by WHO"."""
    is_origin = organisation.kind == "country" and cue("origin").fits(organisation)
    return is_origin or cue("receives").fits(organisation)
