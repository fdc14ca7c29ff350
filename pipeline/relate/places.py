"""Where the work takes place: the role of every country and place, by what the frames tell of it or of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.language.fields import fields
from pipeline.language.function_words import AND, BUT
from pipeline.language.lexicon import word_set
from pipeline.model import Country, PlacedCell, Reading, Role, grids
from pipeline.relate.actors import Donor
from pipeline.relate.phrases import Actor, Phrase, Sentence
from pipeline.relate.statements import Statement, statements
from pipeline.relate.tables import facts_of, projects_of

WORD = re.compile(r"\w")
ONLY = word_set("function_words", "only")
GIVING = frozenset({"funder", "cofinancing"})  # what is asked for where countries give
REACH_OF_NEGATION = 7  # phrases: "does not work in the north of Mali"


def with_roles(reading: Reading, sentences: Sequence[Sentence], donor: Donor) -> Reading:
    """The reading with the role of each country: what is told of one member of a list is told of all."""
    of_several = any("SEVERAL" in s.kinds for s in sentences if s.in_heading)
    in_project = reading.section.kind == "project" or of_several or any(projects_of(reading.section))
    roles = dict(_roles(sentences, donor, in_project))
    if in_project:
        asked = [cell.span for cell in grids([reading.section]) if _asks_where(cell)]
        roles |= {m.char_start: "beneficiary" for m in reading.of(Country) if any(s.holds(m.char_start) for s in asked)}
        roles |= dict.fromkeys(_only_giving(sentences, roles), "mentioned")
    giving = [value for value, told in facts_of(reading.section) if GIVING.intersection(told)]
    roles = {start: role for start, role in roles.items() if not any(span.holds(start) for span in giving)}
    mentions = tuple(
        replace(m, role=roles.get(m.char_start, "donor" if donor.iso3 and m.iso3 == donor.iso3 else "mentioned"))
        if isinstance(m, Country)
        else m
        for m in reading.mentions
    )
    return replace(reading, mentions=mentions)


def _asks_where(cell: PlacedCell) -> bool:
    return any({"country", "place"} & {*fields(label)} for label in (cell.head, cell.label))


def _roles(sentences: Sequence[Sentence], donor: Donor, in_project: bool) -> Iterator[tuple[int, Role]]:
    for sentence in sentences:
        alone = _is_list_of_places(sentence)
        for place, phrase in sentence.named:
            members = [m for p in (phrase.members or (phrase,)) for m in _countries(p)]
            if not members:
                continue
            told = _told(sentence, place, phrase)
            role: Role = "beneficiary" if told and told.tells.startswith("there") else "mentioned"
            if role == "beneficiary" and not sentence.in_heading and _negated(sentence, place):
                role = "mentioned"
            if (
                told is None
                and in_project
                and (
                    alone
                    or (len({m.iso3 for m in members if m.kind == "country"}) > 2 and not _may_give(sentence, phrase))
                    or (sentence.in_heading and "DEMONYM" not in phrase.kinds and not {"LIST", "BODY"} <= phrase.kinds)
                )
            ):
                role = "beneficiary"
            for member in members:
                yield member.char_start, _own(member, members, role, told, donor)


def _only_giving(sentences: Sequence[Sentence], roles: Mapping[int, Role]) -> Iterator[int]:
    """The countries of a heading that the text tells to give for work in others: "Denmark – schools for girls"."""
    benefiting = {
        (sentence.in_heading, m.iso3): m.char_start
        for sentence in sentences
        for _, phrase in sentence.named
        for member in phrase.members or (phrase,)
        for m in _countries(member)
        if roles.get(m.char_start) == "beneficiary"
    }
    headed = {iso3 for in_heading, iso3 in benefiting if in_heading}
    others = {iso3 for in_heading, iso3 in benefiting if not in_heading}
    if headed and others - headed:
        giving = {actor.iso3 for sentence in sentences if not sentence.in_heading for actor in _givers(sentence)}
        yield from (benefiting[True, iso3] for iso3 in headed & giving - others)


def _givers(sentence: Sentence) -> Iterator[Actor]:
    for place, phrase in sentence.named:
        for told in statements(sentence, place, "MONEY") if "MONEY" in phrase.kinds else ():
            yield from told.slots["giver"].actors if "giver" in told.slots else ()
        if any(
            s.tells == "gives" for kind in phrase.kinds & {"WHO", "SUBJ"} for s in statements(sentence, place, kind)
        ):
            yield from phrase.actors


def open_countries(sentences: Sequence[Sentence], donor: Donor) -> Iterator[Country]:
    """The countries of a section's text of which nothing is told: neither that work takes place there nor that it does
    not, nor that they give, get or work along."""
    for sentence in sentences:
        for place, phrase in sentence.named:
            members = [m for p in (phrase.members or (phrase,)) for m in _countries(p)]
            is_open = not sentence.in_heading and members and not _told(sentence, place, phrase)
            if is_open and not any(statements(sentence, place, kind) for kind in phrase.kinds & {"WHO", "SUBJ"}):
                yield from (m for m in members if m.kind == "country" and m.iso3 not in (None, donor.iso3))


def _countries(phrase: Phrase) -> list[Country]:
    return [phrase.mention] if isinstance(phrase.mention, Country) else []


def _told(sentence: Sentence, place: int, phrase: Phrase) -> Statement | None:
    """What the pattern that asks for most tells."""
    kinds = phrase.kinds & {"PLACE", "DEMONYM", "NAMED"}
    told = [s for kind in kinds for s in statements(sentence, place, kind) if s.tells.startswith(("there", "away"))]
    return max(told, key=lambda s: (s.weight, s.tells == "away", -s.length), default=None)


def _own(member: Country, members: Sequence[Country], role: Role, told: Statement | None, donor: Donor) -> Role:
    if not donor.iso3 or member.iso3 != donor.iso3:
        return role
    others = any(m.iso3 != donor.iso3 for m in members)
    is_too = told is not None and (told.tells == "there!" or (told.tells == "there" and others))
    return "beneficiary" if is_too else "donor"


def _may_give(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a name may be a subject where others give: "Ireland paid in EUR 3 million, Norway and Sweden less"."""
    return "SUBJ" in phrase.kinds and sentence.kinds.issuperset({"MONEY", "ACTIVE"})


def _negated(sentence: Sentence, place: int) -> bool:
    for i in range(place - 1, max(place - 1 - REACH_OF_NEGATION, -1), -1):
        phrase = sentence.phrases[i]
        if phrase.text in BUT() | {",", ";", ".", ":", "("} or "BREAK" in phrase.kinds:
            return False
        if "NEGATION" in phrase.kinds:
            return sentence.phrases[i + 1].text not in ONLY()
    return False


def _is_list_of_places(sentence: Sentence) -> bool:
    rest = (p.text for p in sentence.phrases if "PLACE" not in p.kinds)
    return not any(WORD.search(text) and text not in AND() for text in rest)
