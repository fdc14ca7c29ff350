"""Countries, their peoples, groups of countries, regions and places of a text, as mentions.

names of the tables -> less those of lakes, companies, … -> which country -> places of these countries

A text that is a name and nothing else, as the cell of a table, may have it in any case or language. A group has the
members of the document's day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from pipeline.language import lexicon
from pipeline.language.currencies import forms, is_sign
from pipeline.language.function_words import THE
from pipeline.language.lexicon import listed, rows
from pipeline.language.names import NOTE_MARKS, Words, fold, words
from pipeline.language.numbers import HYPHENS
from pipeline.language.spans import Doc, place
from pipeline.mentions.places.coordination import enumerations
from pipeline.mentions.places.disambiguation import identify
from pipeline.mentions.places.gazetteer import ALSO_WORDS, Meaning, Named, names_in, nations, table
from pipeline.mentions.places.namesakes import countries_only
from pipeline.mentions.places.subnational import with_places
from pipeline.model import Country, Doubt, Mention

AMBIGUOUS = "the name stands for several countries"
SHARED = "it lies in several countries"
PERSON = "it may be a person’s name"
SUCCEEDED = "the state is no more and several countries came after it"
NOUNS = lexicon.by_language(lambda: frozenset(map(fold, lexicon.words("function_words", "before its people"))))
MOST_WORDS = 16  # of a text that is a name alone


def countries(doc: Doc) -> None:
    """Leaves a mention for every country, people, group, region and place."""
    text = words(doc)
    alone = name_alone(text)
    found = [alone] if alone else countries_only(text, names_in(text, table()))
    found = [named for named in found if not _is_of_sign(doc, text, named)]
    found = with_places(text, identify(text, found, doc.context.donor))
    found = [named for named in found if not _is_half(doc, text, named, found)]
    in_order = (named for row in enumerations(text, found) for named in row.names)
    doc.leave([_mention(doc, text, named) for named in in_order])


def _is_of_sign(doc: Doc, text: Words, named: Named) -> bool:
    """Whether a name is that of a sign of money after it: "US $ 3", "Fiji$ 3", not "Chad $ 3"."""
    if named.end == len(text.tokens):
        return False
    last, sign = text.tokens[named.end - 1], text.tokens[named.end]
    is_glued = last + 1 == sign and not doc.spaced(last)
    return is_sign(doc.texts[sign]) and (is_glued or f"{doc.lower[last]} {doc.texts[sign]}" in forms())


def _is_half(doc: Doc, text: Words, named: Named, found: Sequence[Named]) -> bool:
    """Whether a hyphen joins a place to a name that is none ("Yukon-Kuskokwim Delta"), and nothing else names its
    country."""
    hyphen = text.tokens[named.end - 1] + 1
    is_tight = doc.text_at(hyphen) in HYPHENS and not (doc.spaced(hyphen - 1) or doc.spaced(hyphen))
    if named.kind != "place" or not is_tight or not doc.text_at(hyphen + 1).istitle():
        return False
    is_named = any(other.kind != "place" and set(other.codes) & set(named.codes) for other in found)
    return not is_named and all(other.start != named.end for other in found)


def _mention(doc: Doc, text: Words, named: Named) -> Mention:
    """The record of a name; where it may stand for several countries, none is given and a doubt tells which."""
    span = doc.span(text.tokens[named.start], text.tokens[named.end - 1] + 1)
    meaning = _adjective(text, named) or named.meanings[0]
    reason = _doubtful(named)
    nation = nations()[named.codes[0]] if len(named.codes) == 1 and not reason else None
    return Country(
        **place(span),
        kind=meaning.kind,
        rule=meaning.kind,
        name=span.text if len(named.codes) > 1 and named.names > 1 else meaning.name,
        iso2=nation and nation.iso2,
        iso3=nation and nation.iso3,
        subdivision=meaning.subdivision or None,
        members=members(meaning.name, doc.context.as_of) if meaning.kind == "group" else (),
        doubts=(Doubt("iso3", reason, named.codes),) if reason else (),
    )


def _adjective(text: Words, named: Named) -> Meaning | None:
    """The people of a name that a country has too, right after a noun: "la Agencia Suiza", not "en Suiza"."""
    peoples = (meaning for meaning in named.meanings if meaning.kind == "demonym")
    return next(peoples, None) if text.folded[named.start - 1] in NOUNS() and named.start else None


def _doubtful(named: Named) -> str:
    """Why a name leaves its country open, empty where it does not."""
    if named.is_person:
        return PERSON
    if len(named.codes) < 2:
        return ""
    if named.names > 1:
        return AMBIGUOUS
    return SHARED if named.kind == "place" else SUCCEEDED


# ------------------------------------------------------------------------------------------ a text that is a name


def name_alone(text: Words) -> Named | None:
    """The name that the text is, without its article and note marks; None where it is more."""
    if len(text.folded) > MOST_WORDS:
        return None
    start, end = int(not THE().isdisjoint(text.folded[:1])), len(text.folded)
    if text.folded[-2:-1] == [","] and text.folded[-1] in THE():
        end -= 2
    while end > start and text.folded[end - 1] in NOTE_MARKS:
        end -= 1
    name = tuple(text.folded[start:end])
    meanings = tuple(table().values.get(name, ())) or _foreign(" ".join(name))
    if not meanings or (len(name) == 1 and name[0].upper() in ALSO_WORDS() and not text.written[start].isupper()):
        return None
    return Named(start, end, meanings)


def _foreign(name: str) -> tuple[Meaning, ...]:
    iso3 = _names_of_all_languages().get(name)
    return (Meaning("country", nations()[iso3].name, name, iso3),) if iso3 else ()


@cache
def _names_of_all_languages() -> dict[str, str]:
    return {name: row["iso3"] for row in rows("names_alone") for name in listed(row["names"])}


# --------------------------------------------------------------------------------------------- members of a group


class Membership(NamedTuple):
    """Countries (ISO 3166-1 alpha-3) that joined a group on one day; `left` is their last day in it."""

    members: tuple[str, ...]
    joined: date
    left: date


@cache
def memberships() -> dict[str, list[Membership]]:
    """All memberships by the name of the group; a group without founding day always had its members."""
    found: dict[str, list[Membership]] = {}
    for row in rows("group_members"):
        joined = date.fromisoformat(row["joined"]) if row["joined"] else date.min
        left = date.fromisoformat(row["left"]) if row["left"] else date.max
        found.setdefault(row["group"], []).append(Membership(tuple(listed(row["members"])), joined, left))
    return found


def members(group: str, day: date | None = None) -> tuple[str, ...]:
    """The members of a group on a day, else those that the table knows last, in alphabetical order of their codes."""
    day = day or date.max
    inside = (entry.members for entry in memberships().get(group, ()) if entry.joined <= day <= entry.left)
    return tuple(sorted({code for codes in inside for code in codes}))
