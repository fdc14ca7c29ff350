"""Who gives money or works along: agencies by name, ministries and governments by their form, countries and groups.

Takes a Doc on which countries are found; gives Organisation records in text order. Says who they are, never what
they do: that is for the words around them to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from pipeline.language.function_words import AND, IN, OF, POSSESSIVE, THE
from pipeline.language.lexicon import by_language, listed, rows, word_set
from pipeline.language.names import APOSTROPHES, Entries
from pipeline.language.spans import Doc, Span, longest, place
from pipeline.language.topics import is_topic
from pipeline.mentions.nlp import doc_of
from pipeline.model import Country, Organisation, OrganisationKind

# "Ministry of Employment and Labour", "Department of Foreign Affairs, Trade and Development", "Government of Ireland"
OFFICES, GOVERNMENT, OF_OFFICES, ENDS = (
    word_set("function_words", role) for role in ("office", "government", "of an office", "ends an office")
)
LINKS = by_language(lambda: {",", "&", *AND()})  # between the names of an office
LONGEST_NAME, MOST_LINKS = 3, 2  # words with a capital; names and links of an office


def organisations(doc: Doc) -> list[Organisation]:
    """All of them; of names inside each other the longest."""
    found = longest([*_agencies(doc), *_offices(doc), *_countries(doc)])
    return [
        Organisation(
            **place(span := doc.span(start, end)),
            kind=kind,
            name=" ".join((name or span.text).split()),
            iso3=iso3 or None,
            rule="organisation",
        )
        for start, end, kind, iso3, name in sorted(found)
    ]


class Found(NamedTuple):
    """Who is named on tokens start to end: with no name of their own they are called as they are there."""

    start: int
    end: int
    kind: OrganisationKind
    iso3: str
    name: str = ""


def _agencies(doc: Doc) -> Iterator[Found]:
    """Those of lists; their own country before the name is part of it: "the United States Peace Corps"."""
    before = {m.char_end: m for m in doc.mentions if isinstance(m, Country) and m.kind == "country" and m.iso3}
    for start, end, (kind, iso3, name) in _agency_names().all(doc.texts):
        country = before.get(doc.starts[start] - 1)
        is_own = iso3 and country and country.iso3 == iso3
        begins = doc.covering(country.char_start, country.char_end).start if country and is_own else start
        yield Found(begins, end, kind, iso3, name)


@by_language
def _agency_names() -> Entries[tuple[OrganisationKind, str, str]]:
    agencies = Entries[tuple[OrganisationKind, str, str]]()
    own = {row["name"]: listed(row["aliases"]) for row in rows("agency_names")}
    for row in rows("agencies"):
        for name in (row["name"], *listed(row["aliases"]), *own.get(row["name"], ())):
            agency = cast(OrganisationKind, row["kind"]), row["iso3"], row["name"]
            agencies.enter(doc_of(name).texts, agency)
    return agencies


def _offices(doc: Doc) -> Iterator[Found]:
    """Ministries and governments; the people before the name ("Korean Ministry …") are part of it."""
    words, of = OFFICES(), OF_OFFICES()
    heads = [i for i, word in enumerate(doc.texts) if word in words and doc.text_at(i + 1).lower() in of]
    for office in longest(doc.span(i, end) for i in heads if (end := _furthest(doc, i + 2))):
        start, end = office.start, _own_end(doc, office.start, office.end)
        country = _whose(doc.span(start, end))
        begins_before = country is not None and country.char_end == doc.starts[start] - 1
        yield Found(start - begins_before, end, "office", (country and country.iso3) or "")


def _own_end(doc: Doc, start: int, end: int) -> int:
    """Where the name of an office ends that other countries follow: "Government of Ireland" and Norway."""
    spans = (doc.covering(m.char_start, m.char_end) for m in doc.mentions if isinstance(m, Country))
    countries = [span for span in spans if start < span.start and span.stop <= end]
    while countries and countries[-1].stop == end:
        if len(countries) == 1 and doc.texts[countries[0].start - 1] not in AND():
            break  # "Government of Ireland", "Ministry of Health, Chad"
        end = countries.pop().start
        while doc.texts[end - 1] in LINKS():
            end -= 1
    return end


def _whose(office: Span) -> Country | None:
    """The country in an office's name or just after it ("… of Tunisia"), the people just before it, or whose it is."""
    doc, start, end = office.doc, office.start_char, office.end_char
    for mention in doc.mentions:
        if isinstance(mention, Country):
            linked = _leads_to_country(doc.text[end : mention.char_start].split())
            follows = linked and not doc.parted(end, mention.char_start)
            if start <= mention.char_start < end or follows:
                return mention
            if _owns(doc.text[mention.char_end : start].strip()):
                return mention
            before = mention.char_end == start - 1
            if mention.kind == "demonym" and before and not doc.parted(mention.char_end, start):
                return mention
    return None


def _owns(between: str) -> bool:
    """Whether a name owns the next: "Tunisia’s Ministry of Health"."""
    return between[:1] in APOSTROPHES and between[1:] in {"", *POSSESSIVE()}


def _leads_to_country(words: Sequence[str]) -> bool:
    """ "… of Tunisia", "… of the Gambia", "… in Chad" """
    first, *rest = words or [""]
    return (first in OF() and all(word in THE() for word in rest)) or (first in IN() and not rest)


def _furthest(doc: Doc, start: int) -> int:
    """Where the longest name of an office ends that may begin on a token; 0 where none does."""
    begins = {start}
    while doc.text_at(start).lower() in THE():
        start += 1
        begins.add(start)
    ends = _after_names(doc, begins)
    found = set(ends)
    for _ in range(MOST_LINKS):
        linked = {end + 1 for end in ends if doc.text_at(end) in LINKS()}
        linked |= {end + 1 for end in linked if doc.text_at(end) in LINKS()}
        ends = _after_names(doc, linked)
        found |= {end for end in ends if _may_end(doc, end)}
    return max(found, default=0)


def _may_end(doc: Doc, end: int) -> bool:
    """Whether the last of linked names is one of what an office is for, or a country: no "Ministry of Land" and
    Oxfam."""
    last = doc.text_at(end - 1)
    countries = (doc.covering(m.char_start, m.char_end) for m in doc.mentions if isinstance(m, Country))
    is_last = not doc.text_at(end).istitle()
    return is_last and (is_topic(last) or last in ENDS() or any(span.stop == end for span in countries))


def _after_names(doc: Doc, begins: Iterable[int]) -> set[int]:
    """Where names of one word or more may end that begin on these tokens; an article begins another sentence."""
    return {
        start + length
        for start in begins
        for length in range(1, LONGEST_NAME + 1)
        if all(doc.text_at(i).istitle() for i in range(start, start + length))
        and THE().isdisjoint(doc.lower[start + 1 : start + length])
    }


def _countries(doc: Doc) -> Iterator[Found]:
    """Countries and groups; a people with its government is an office ("the Norwegian Government")."""
    for country in doc.mentions:
        if not isinstance(country, Country) or country.kind not in ("country", "group", "demonym"):
            continue
        on = doc.covering(country.char_start, country.char_end)
        if country.kind != "demonym":
            yield Found(on.start, on.stop, "country", country.iso3 or "")
        elif doc.text_at(on.stop) in GOVERNMENT():
            yield Found(on.start, on.stop + 1, "office", country.iso3 or "")
