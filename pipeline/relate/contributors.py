"""Who gave a contribution: whom its sentence says, else the donor of the document where the words speak for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model import Country, Document, Doubt, Money, Organisation, Reading
from pipeline.relate.clauses import in_one_clause
from pipeline.relate.cues import cue
from pipeline.relate.funding import is_donors, is_no_giver, lists, printed


class Contributor(NamedTuple):
    """The name of the funder, and why it was left open or is only assumed."""

    name: str | None
    doubt: Doubt | None = None


def contributor(amount: Money, reading: Reading, document: Document) -> Contributor:
    """Who gave an amount. That it stands in a profile of the donor is not enough: another whom its sentence names may
    have given it, or many together."""
    if amount.funder or not document.donor:  # a document without a donor is told of once
        return Contributor(amount.funder)
    sentence = amount.sentence_start, amount.sentence_start + len(amount.sentence)
    is_own = _names_donor(reading, document, *sentence)
    others = _others(amount, reading, document, is_own)
    if cue("anybodys").fits(amount):
        return _open("it is what many gave, or what somebody raised")
    if others:
        return _open("another than the donor may have given it", document.donor, *others)
    if is_own:
        return Contributor(document.donor)
    if cue("lent").fits(amount):
        return _open("the text does not say who lends it", document.donor)
    speaks_of_giving = cue("as_gift").fits(amount) or cue("as_gift").leads_up(reading.section.heading)
    if speaks_of_giving and _names_donor(reading, document, 0, amount.char_start):
        return Contributor(document.donor)
    if speaks_of_giving and not any(o.sentence_start == amount.sentence_start for o in reading.of(Organisation)):
        return Contributor(document.donor, Doubt("funder", "the section has not named who gives"))
    return _open("the text does not say who gave it", document.donor)


def _open(reason: str, *candidates: str) -> Contributor:
    return Contributor(None, Doubt("funder", reason, tuple(dict.fromkeys(candidates))))


def _names_donor(reading: Reading, document: Document, start: int, end: int) -> bool:
    """Whether the section's content from start to end names the donor, its people or one of its agencies."""
    return any(
        mention.name == document.donor or (mention.iso3 is not None and mention.iso3 == document.donor_iso3)
        for mention in (*reading.of(Organisation), *reading.of(Country))
        if start <= mention.char_start < end
    )


def _others(amount: Money, reading: Reading, document: Document, is_own: bool) -> Sequence[str]:
    """The names in the amount's clause that may be those of its givers. Beside the donor's own name only of those who
    are said to pay; without it of all but those to whom, for whom or where it was given."""
    here = [
        names
        for names in lists(reading)
        if names[0].sentence_start == amount.sentence_start and in_one_clause(names[0], amount, reading)
    ]
    receiving = {name.name for names in here if any(cue("gets_it").fits(o) for o in names) for name in names}
    return [
        printed(organisation)
        for names in here
        if not is_own or any(_pays(organisation) for organisation in names)
        for organisation in names
        if not is_donors(organisation, document.donor_iso3 or None)
        and organisation.name not in {document.donor, *receiving}
    ]


def _pays(organisation: Organisation) -> bool:
    return cue("gives").fits(organisation) or (cue("pays").fits(organisation) and not is_no_giver(organisation))
