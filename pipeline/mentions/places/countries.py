"""Countries, their peoples, groups of countries, regions and places of a text, as mentions.

names of the tables -> less those of lakes, companies, … -> which country -> places of these countries
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.language import lexicon, spans
from pipeline.language.names import Words, fold, words
from pipeline.mentions.places.bare_names import name_alone
from pipeline.mentions.places.coordination import enumerations
from pipeline.mentions.places.disambiguation import identify
from pipeline.mentions.places.gazetteer import Meaning, Named, names_in, nations, table
from pipeline.mentions.places.groups import members
from pipeline.mentions.places.namesakes import countries_only
from pipeline.mentions.places.subnational import with_places
from pipeline.model import Country, Doubt, Mention

NAME = "donor_profiles_countries"
AMBIGUOUS = "the name stands for several countries"
SHARED = "it lies in several countries"
PERSON = "it may be a person’s name"
SUCCEEDED = "the state is no more and several countries came after it"
NOUNS = lexicon.by_language(lambda: frozenset(map(fold, lexicon.words("function_words", "before its people"))))


@Language.component(NAME)
def countries(doc: Doc) -> Doc:
    """Leaves a mention for every country, people, group, region and place."""
    text = words(doc)
    donor = doc._.context.donor
    alone = name_alone(text)
    found = [alone] if alone else countries_only(text, names_in(text, table()))
    found = with_places(text, identify(text, found, donor))
    in_order = (named for row in enumerations(text, found) for named in row.names)
    return spans.leave(doc, [_mention(doc, text, named) for named in in_order])


def _mention(doc: Doc, text: Words, named: Named) -> Mention:
    """The record of a name; where it may stand for several countries, none is given and a doubt tells which."""
    span = Span(doc, text.tokens[named.start], text.tokens[named.end - 1] + 1)
    meaning = _adjective(text, named) or named.meanings[0]
    reason = _doubtful(named)
    nation = nations()[named.codes[0]] if len(named.codes) == 1 and not reason else None
    return Country(
        **spans.place(span),
        kind=meaning.kind,
        rule=meaning.kind,
        name=span.text if len(named.codes) > 1 and named.names > 1 else meaning.name,
        iso2=nation and nation.iso2,
        iso3=nation and nation.iso3,
        subdivision=meaning.subdivision or None,
        members=members(meaning.name, doc._.context.as_of) if meaning.kind == "group" else (),
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
