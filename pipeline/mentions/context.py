"""What a document tells about all its mentions: whose currency a bare "kr" is, the day its groups are of.

A name that several currencies share is that of the one country that the title names, "in" and "with" others aside, else
of the one in the headings about contributions; a rule may tell what its dollars are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.language.currencies import forms
from pipeline.language.expressions import cue
from pipeline.language.function_words import FOR, IN, THE, TO, WITH
from pipeline.language.lexicon import OWN
from pipeline.mentions.organisations import organisations
from pipeline.mentions.passages import read, read_places
from pipeline.model import Context, Country, Document, Money, Section, Source

NUMERIC_DATE = re.compile(r"(?<![\w/.])(\d\d?)(?:/(\d\d?)/(?:19|20)?|\.(\d\d?)\.(?:19|20))\d\d(?![\w/])")
MONTHS = 12


def read_context(document: Document, source: Source, sections: Iterable[Section]) -> Context:
    """The context of a document."""
    contributions = "\n\n".join(section.heading for section in sections if section.kind == "contributions")
    named = (titled(evidence) for evidence in (document.title, contributions))
    donor = next((countries.pop() for countries in named if len(countries) == 1), None)
    texts = [section.content for section in sections]
    return Context(donor, _dollar(texts), _day_first(texts), as_of=source.created, language=document.language or OWN)


def titled(text: str) -> set[str]:
    """ISO alpha-3 code of every country that a title names, itself, by its people or by one of its agencies."""
    doc = read_places(text)
    named = [m for m in doc.mentions if isinstance(m, Country) and m.iso3 and m.kind == "country"]
    giving = [m for m in named if not _is_partner(text, m)]
    peoples = [m for m in doc.mentions if isinstance(m, Country) and m.kind == "demonym"]
    return {m.iso3 for m in giving or peoples or named or organisations(doc) if m.iso3}


def _is_partner(text: str, country: Country) -> bool:
    """Whether a country is one where work takes place or with whom it does: "Canada – projects in Mali"."""
    words = text[: country.char_start].lower().split()
    words = words[:-1] if words and words[-1] in THE() else words
    return bool(words) and words[-1] in IN() | WITH() | TO() | FOR()


def _day_first(texts: Iterable[str]) -> bool | None:
    """Whether numeric dates have the day before the month, by those that can be read in one way only."""
    found = (match.groups() for text in texts for match in NUMERIC_DATE.finditer(text))
    pairs = [(int(first), int(slashed or dotted)) for first, slashed, dotted in found]
    shown = {first > MONTHS for first, second in pairs if (first > MONTHS) != (second > MONTHS)}
    return shown.pop() if len(shown) == 1 else None


def _dollar(texts: Iterable[str]) -> str | None:
    """ISO 4217 code of the dollars that the document says all its amounts are in."""
    signs = [form.text for form in forms().values() if form.is_dollar and form.scale == 1]
    telling = (text for text in texts if any(map(text.lower().__contains__, signs)))
    rules = {match["name"] for text in telling for match in cue("dollar_rule").finditer(text)}
    currencies = {m.currency for rule in rules for m in read(f"1 {rule}").mentions if isinstance(m, Money)}
    return currencies.pop() if len(currencies) == 1 else None
