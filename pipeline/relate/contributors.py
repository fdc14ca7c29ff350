"""Who gave a contribution: whom its sentence says, else the donor of the document where the words speak for it."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.model import Country, Document, Doubt, Money, Organisation, Reading
from pipeline.relate.clauses import in_one_clause
from pipeline.relate.cues import cue
from pipeline.relate.funding import is_no_giver, lists, printed


class Contributor(NamedTuple):
    """The name of the funder, and why it was left open or is only assumed."""

    name: str | None
    doubt: Doubt | None = None


def contributor(amount: Money, reading: Reading, document: Document) -> Contributor:
    """Who gave an amount. That it stands in a profile of the donor is not enough: another whom its sentence names may
    have given it, or many together."""
    if amount.funder or not document.donor:  # a document without a donor is told of once
        return Contributor(amount.funder)
    if cue("anybodys").fits(amount):
        return _open("it is what many gave, or what somebody raised")
    is_own = _names_donor(reading, document, amount.sentence_start, amount.sentence_start + len(amount.sentence))
    beside = _names_beside(amount, reading)
    if others := _others(beside, document, is_own):
        return _open("another than the donor may have given it", document.donor, *others)
    if not is_own:
        return _presumed(amount, reading, document)
    is_joint = any(0 < sum(_is_donors(name, document) for name in names) < len(names) for names in beside)
    return Contributor(
        document.donor, Doubt("funder", "it is named together with others", assumed=True) if is_joint else None
    )


def _presumed(amount: Money, reading: Reading, document: Document) -> Contributor:
    """Who gave an amount whose sentence names no giver: the donor, if the heading is about its gifts alone; it is only
    assumed, if the sentence speaks of a gift and the text before of the donor or of nobody."""
    heading = len(reading.section.heading)
    is_gift = cue("as_gift").fits(amount) or cue("as_gift").leads_up(reading.section.heading)
    if cue("lent").fits(amount) or not is_gift:
        return _open("the text does not say who gave it", document.donor)
    in_heading = [names for names in lists(reading) if names[0].char_end <= heading]
    if _names_donor(reading, document, 0, heading) and not _others(in_heading, document):
        return Contributor(document.donor)
    end = amount.sentence_start + len(amount.sentence)
    if _names_donor(reading, document, 0, end) or not _names_anybody(reading, end):
        return Contributor(document.donor, Doubt("funder", "its sentence does not name who gives", assumed=True))
    return _open("the text does not say who gave it", document.donor)


def _open(reason: str, *candidates: str) -> Contributor:
    return Contributor(None, Doubt("funder", reason, tuple(dict.fromkeys(candidates))))


def _names_donor(reading: Reading, document: Document, start: int, end: int) -> bool:
    """Whether the section's content from start to end names the donor, its people or one of its agencies."""
    named: tuple[Organisation | Country, ...] = (*reading.of(Organisation), *reading.of(Country))
    return any(start <= mention.char_start < end and _is_donors(mention, document) for mention in named)


def _is_donors(mention: Organisation | Country, document: Document) -> bool:
    return mention.name == document.donor or (mention.iso3 is not None and mention.iso3 == document.donor_iso3)


def _names_anybody(reading: Reading, end: int) -> bool:
    """Whether the section's content up to there names anybody who may give."""
    return any(organisation.char_start < end for organisation in reading.of(Organisation))


def _names_beside(amount: Money, reading: Reading) -> list[list[Organisation]]:
    """The names in the amount's clause, those of a list together."""
    return [
        names
        for names in lists(reading)
        if names[0].sentence_start == amount.sentence_start and in_one_clause(names[0], amount, reading)
    ]


def _others(named: list[list[Organisation]], document: Document, is_own: bool = False) -> list[str]:
    """The names that may be those of the givers. Beside the donor's own name only of those who are said to pay; without
    it of all but those to whom, for whom or where it was given."""
    receiving = {name.name for names in named if any(cue("gets_it").fits(o) for o in names) for name in names}
    return [
        printed(organisation)
        for names in named
        if not is_own or any(_pays(organisation) for organisation in names)
        for organisation in names
        if not _is_donors(organisation, document) and organisation.name not in receiving
    ]


def _pays(organisation: Organisation) -> bool:
    return cue("gives").fits(organisation) or (cue("pays").fits(organisation) and not is_no_giver(organisation))
