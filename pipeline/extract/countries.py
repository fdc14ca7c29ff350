"""Countries, their peoples, groups of countries, regions and places of a text, as mentions."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.extract import spans
from pipeline.extract.gazetteer import Meaning, nations, table
from pipeline.extract.groups import members
from pipeline.extract.names import Words, rows, words
from pipeline.extract.phrases import PhraseBook
from pipeline.model import Country, Doubt, Mention

NAME = "donor_profiles_countries"


class Named(NamedTuple):
    """A name found in a text: its words, from `start` up to `end`, and what it may stand for."""

    start: int
    end: int
    meanings: list[Meaning]


@Language.component(NAME)
def countries(doc: Doc) -> Doc:
    """Leaves a mention for every country, people, group, region and place."""
    text = words(doc)
    found = [named for named in names_in(text) if not no_country(text, named)]
    return spans.leave(doc, [mention(doc, text, named) for named in found])


def names_in(text: Words) -> list[Named]:
    """The longest names of the tables, left to right, written as names are: with a capital, abbreviations in capitals."""
    known = table()
    found: list[Named] = []
    index = 0
    while index < len(text.folded):
        length, meanings = known.longest(text.folded, index)
        fitting = [meaning for meaning in meanings if written_as_name(text.written[index], meaning.spelling)]
        if fitting:
            found.append(Named(index, index + length, fitting))
        index += length if fitting else 1
    return found


def written_as_name(first: str, spelling: str) -> bool:
    """Whether the first word of a name is written as a name of that spelling begins."""
    if spelling.isupper():
        return first.isupper()
    return first[0].isupper() or spelling.startswith(first)


def no_country(text: Words, named: Named) -> bool:
    """Whether the words around say that a name is none of a country: a lake, a company, a currency, a person."""
    return not_countries().around(text, named.start, named.end, named.meanings[0].kind) is not None


@cache
def not_countries() -> PhraseBook[str]:
    """The phrases in which a name is none of a country."""
    return PhraseBook((row["phrase"], row["phrase"]) for row in rows("not_countries.csv"))


def mention(doc: Doc, text: Words, named: Named) -> Mention:
    """The record of a name; where it may stand for several countries, none is given and a doubt tells which."""
    span = Span(doc, text.tokens[named.start], text.tokens[named.end - 1] + 1)
    meaning = named.meanings[0]
    codes = sorted({meaning.iso3 for meaning in named.meanings if meaning.iso3})
    nation = nations()[codes[0]] if len(codes) == 1 else None
    donor = bool(nation and nation.iso3 == doc._.context.donor)
    return Country(
        **spans.place(span),
        kind=meaning.kind,
        rule=meaning.kind,
        name=meaning.name if nation or not codes else span.text,
        iso2=nation and nation.iso2,
        iso3=nation and nation.iso3,
        members=members(meaning.name, doc._.context.as_of) if meaning.kind == "group" else (),
        role="donor" if donor else "mentioned",
        doubts=() if nation or not codes else (Doubt("iso3", "the name stands for several countries", tuple(codes)),),
    )
