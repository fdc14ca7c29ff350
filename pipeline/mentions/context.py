"""What a document tells about all its mentions: its donor, the currency of a bare dollar, the day its groups are of.

Donor, by the first evidence that names exactly one country: the file's name, the title, the headings about
contributions. Where none does, the donor stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pipeline.language.lexicon import rows
from pipeline.mentions.organisations import organisations
from pipeline.mentions.passages import read
from pipeline.model import Context, Country, Document, Section, Source

SMALL_WORDS = {"of", "and", "the"}
ABBREVIATION = 3
NUMERIC_DATE = re.compile(r"\b(\d\d?)[/.](\d\d?)[/.](?:19|20)\d\d\b")
MONTHS = 12
# "All dollar amounts are in Canadian dollars", "$ refers to US dollars"
DOLLAR_RULE = re.compile(
    r"(?i:\$|\bdollars?|\bamounts|\bfigures|\bsums)\W+(?:\w+\W+){0,4}?(?:in|to|means?|denotes?)\W+(?:the\W+)?"
    r"(?P<name>[A-Z][\w.]*(?:\s[A-Z]\w+)?)\s+dollars?\b"
)


def read_context(document: Document, source: Source, sections: Iterable[Section]) -> tuple[Context, str]:
    """The context of a document, and the donor's name (empty where it stays open)."""
    donor, name = "", ""
    for evidence in _donor_evidence(document, sections):
        countries = _countries(evidence)
        if len(countries) == 1:
            donor, name = countries.popitem()
            break
    texts = [section.content for section in sections]
    return Context(donor or None, _dollar(texts), _day_first(texts), as_of=source.created), name


def _donor_evidence(document: Document, sections: Iterable[Section]) -> Iterator[str]:
    yield " ".join(map(_as_in_a_name, re.split(r"[-_\s]+", Path(document.file).stem)))
    yield document.title
    yield "\n\n".join(section.heading for section in sections if section.kind == "contributions")


def _as_in_a_name(word: str) -> str:
    """A word of a file's name as a text writes it: Korea, of, USA."""
    if word in SMALL_WORDS:
        return word
    return word.upper() if len(word) <= ABBREVIATION else word[:1].upper() + word[1:]


def _countries(text: str) -> dict[str, str]:
    """ISO alpha-3 code and name of every country that a text names, itself or by one of its agencies, and of which it
    does not say that work takes place there or people there benefit."""
    doc = read(text)
    mentions = [mention for mention in doc._.mentions if isinstance(mention, Country) and mention.iso3]
    helped = {mention.iso3 for mention in mentions if mention.role == "beneficiary"}
    named = {m.iso3: m.name for m in mentions if m.iso3 and m.kind == "country" and m.iso3 not in helped}
    return named or {o.iso3: _country_names()[o.iso3] for o in organisations(doc) if o.iso3 and o.iso3 not in helped}


@cache
def _country_names() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in rows("countries.csv")}


def _day_first(texts: Iterable[str]) -> bool | None:
    """Whether numeric dates have the day before the month, by those that can be read in one way only."""
    pairs = [tuple(map(int, pair)) for text in texts for pair in NUMERIC_DATE.findall(text)]
    shown = {first > MONTHS for first, second in pairs if (first > MONTHS) != (second > MONTHS)}
    return shown.pop() if len(shown) == 1 else None


def _dollar(texts: Iterable[str]) -> str | None:
    """ISO 4217 code of the dollars that the document says all its amounts are in."""
    rules = {match["name"] for text in texts for match in DOLLAR_RULE.finditer(text)}
    currencies = {m.currency for rule in rules for m in read(f"1 {rule} dollar")._.mentions if m.table == "money"}
    return currencies.pop() if len(currencies) == 1 else None
