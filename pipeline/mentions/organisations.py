"""Who gives money or works along: agencies by name, ministries and governments by their form, countries and groups.

Takes a Doc on which countries are found; gives Organisation records in text order. Says who they are, never what
they do: that is for the words around them to tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.language.function_words import AND, IN, OF, THE
from pipeline.language.lexicon import by_language, listed, rows, word_set
from pipeline.language.lines import parted
from pipeline.language.spans import place, texts, written
from pipeline.mentions.nlp import load
from pipeline.model import Country, Mention, Organisation, OrganisationKind

# "Ministry of Employment and Labour", "Department of Foreign Affairs, Trade and Development", "Government of Ireland"
OFFICES, GOVERNMENT, OF_OFFICES = (
    word_set("function_words", role) for role in ("office", "government", "of an office")
)
LINKS = by_language(lambda: {",", "&", *AND()})  # between the names of an office
NAME: list[dict[str, Any]] = [{"IS_TITLE": True, "OP": "{1,3}"}]


def organisations(doc: Doc) -> list[Organisation]:
    """All of them; of names inside each other the longest."""
    spans = filter_spans([*_agencies(doc), *_offices(doc), *_countries(doc)])
    return [
        Organisation(
            **place(span),
            kind=cast(OrganisationKind, span.label_),
            name=" ".join((span.id_ or span.text).split()),
            iso3=span.kb_id_ or None,
            rule="organisation",
        )
        for span in spans
    ]


def _agencies(doc: Doc) -> Iterator[Span]:
    matcher, agencies = _agency_names()
    for key, start, end in matcher(doc):
        name, kind, iso3 = agencies[doc.vocab.strings[key]]
        yield Span(doc, start, end, label=kind, kb_id=iso3, span_id=name)


@by_language
def _agency_names() -> tuple[PhraseMatcher, dict[str, tuple[str, str, str]]]:
    nlp = load()
    matcher, agencies = PhraseMatcher(nlp.vocab), {}
    own = {row["name"]: listed(row["aliases"]) for row in rows("agency_names")}
    for row in rows("agencies"):
        agencies[row["name"]] = (row["name"], row["kind"], row["iso3"])
        names = (row["name"], *listed(row["aliases"]), *own.get(row["name"], ()))
        matcher.add(row["name"], [nlp.make_doc(name) for name in names])
    return matcher, agencies


def _offices(doc: Doc) -> Iterator[Span]:
    """Ministries and governments; the people before the name ("Korean Ministry …") are part of it."""
    if OFFICES().isdisjoint(texts(doc)):
        return
    for _, start, longest in _office_forms()(doc):
        end = _own_end(doc, start, longest)
        country = _whose(doc[start:end], doc._.mentions)
        begins_before = country is not None and country.char_end <= doc[start].idx
        yield Span(doc, start - begins_before, end, label="office", kb_id=(country and country.iso3) or "")


def _own_end(doc: Doc, start: int, end: int) -> int:
    """Where the name of an office ends that other countries follow: "Government of Ireland" and Norway."""
    spans = (doc.char_span(m.char_start, m.char_end) for m in doc._.mentions if isinstance(m, Country))
    countries = [span for span in spans if span is not None and start < span.start and span.end <= end]
    while countries and countries[-1].end == end:
        if len(countries) == 1 and doc[countries[0].start - 1].text not in AND():
            break  # "Government of Ireland", "Ministry of Health, Chad"
        end = countries.pop().start
        while doc[end - 1].text in LINKS():
            end -= 1
    return end


def _whose(office: Span, mentions: tuple[Mention, ...]) -> Country | None:
    """The country in an office's name or just after it ("… of Tunisia"), or the people just before it."""
    doc, text, start = office.doc, written(office.doc), office.end_char
    for mention in mentions:
        if isinstance(mention, Country):
            after = text[office.end_char : mention.char_start]
            linked = _leads_to_country(after.split())
            follows = linked and not parted(doc, start, mention.char_start)
            if office.start_char <= mention.char_start < start or follows:
                return mention
            before = mention.char_end == office.start_char - 1
            if mention.kind == "demonym" and before and not parted(doc, mention.char_end, office.start_char):
                return mention
    return None


def _leads_to_country(words: Sequence[str]) -> bool:
    """ "… of Tunisia", "… of the Gambia", "… in Chad" """
    first, *rest = words or [""]
    return (first in OF() and all(word in THE() for word in rest)) or (first in IN() and not rest)


@by_language
def _office_forms() -> Matcher:
    office: list[dict[str, Any]] = [
        {"TEXT": {"IN": sorted(OFFICES())}},
        {"LOWER": {"IN": sorted(OF_OFFICES())}},
        {"LOWER": {"IN": sorted(THE())}, "OP": "*"},
    ]
    link: list[dict[str, Any]] = [{"TEXT": {"IN": sorted(LINKS())}, "OP": "{1,2}"}, *NAME]
    matcher = Matcher(load().vocab)
    matcher.add("office", [office + NAME + link * links for links in range(3)], greedy="LONGEST")
    return matcher


def _countries(doc: Doc) -> Iterator[Span]:
    """Countries and groups; a people with its government is an office ("the Norwegian Government")."""
    for country in doc._.mentions:
        if not isinstance(country, Country):
            continue
        span = doc.char_span(country.char_start, country.char_end, label="country", kb_id=country.iso3 or "")
        if span is not None and country.kind in ("country", "group"):
            yield span
        elif span is not None and country.kind == "demonym" and doc[span.end : span.end + 1].text in GOVERNMENT():
            yield Span(doc, span.start, span.end + 1, label="office", kb_id=country.iso3 or "")
