"""Whose the dollars of a document are that neither a word beside them nor a rule of the document tells.

People leave out whose dollar it is where it is their own, so the document's own country decides: the one that its
title names, if it is one that gives; a multilateral body in the title counts in US dollars. Where the text speaks of a
country with a dollar of its own clearly more often than of any other giver, the currency stays open. Else it is the US
dollar, and that is told: of each amount where such a country is named as often as any other giver, else of the first
where the text neither writes it out nor speaks of the United States.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import Final, NamedTuple

from pipeline.language.currencies import US, forms, table
from pipeline.language.giving import giving_countries
from pipeline.language.lexicon import by_language, rows
from pipeline.model import Country, Doubt, Mention, Money, Organisation, Reading
from pipeline.wording import country

DOMAIN = re.compile(r"(?:@|\bwww\.|://)[\w.-]+\.([a-z]{2})\b(?![.@-])")
ENOUGH: Final = 2  # times that a text names the country whose own it may be
CLEARLY: Final = 1.5  # times as often as any other giver


class Whose(NamedTuple):
    """Which dollars they are, None where that stays open; why it is doubted, None where it is sure; whether one doubt
    tells it of all."""

    currency: str | None
    reason: str | None = None
    rivals: tuple[str, ...] = ()
    once: bool = False


def settled(readings: Sequence[Reading], title: Reading, titled: Set[str]) -> tuple[Reading, ...]:
    """The readings with the dollars that were left open; `titled` are the countries that the title names."""
    if not any(_is_open(mention) for reading in readings for mention in reading.mentions):
        return tuple(readings)
    whose = _whose(readings, title, titled)
    doubts = _doubts(whose)
    return tuple(replace(r, mentions=tuple(_decided(m, whose, doubts) for m in r.mentions)) for r in readings)


def _is_open(mention: Mention) -> bool:
    return isinstance(mention, Money) and any(_is_of_dollars(doubt) for doubt in mention.doubts)


def _is_of_dollars(doubt: Doubt) -> bool:
    return doubt.field == "currency" and doubt.assumed and US in doubt.candidates


def _doubts(whose: Whose) -> Iterator[tuple[Doubt, ...]]:
    """What is told of the first of them, and then of each."""
    told = whose.reason and Doubt("currency", whose.reason, whose.rivals, assumed=whose.currency is not None)
    yield (told,) if told else ()
    while True:
        yield (told,) if told and not whose.once else ()


def _decided(mention: Mention, whose: Whose, doubts: Iterator[tuple[Doubt, ...]]) -> Mention:
    if not (isinstance(mention, Money) and _is_open(mention)):
        return mention
    others = tuple(doubt for doubt in mention.doubts if not _is_of_dollars(doubt))
    return replace(mention, currency=whose.currency, doubts=(*others, *next(doubts)))


@by_language
def _dollars() -> dict[str, str]:
    """The dollar of each country that has one of its own."""
    codes = [code for code in forms()["$"].codes if code != US and not table()[code].former]
    return {"USA": US, **{nation: code for code in codes for nation in table()[code].countries}}


def _whose(readings: Sequence[Reading], title: Reading, titled: Set[str]) -> Whose:
    own = [nation for nation in titled if nation in _dollars()]
    giving = [nation for nation in own if nation in giving_countries()]
    is_of_all = any(isinstance(m, Organisation) and m.kind == "multilateral" for m in title.mentions)
    if giving[1:] or (giving and is_of_all):
        return _open(giving, "“$” stands alone, and the title tells of more than one whose dollars they may be")
    if giving:
        others = _dollars()[giving[0]] != US and _writes_out_us(readings)
        return Whose(_dollars()[giving[0]], "“$” stands alone, and other amounts are in US dollars" if others else None)
    if is_of_all:
        return Whose(US)
    named = Counter(_named(readings))
    return _of_giver(readings, named) or _of_place(own, named) or _of_states(readings, named)


def _of_giver(readings: Sequence[Reading], named: Counter[str]) -> Whose | None:
    """The dollar of a country that gives, where the text's addresses are there, or it is open whether it is."""
    abroad = [nation for nation in giving_countries() & _dollars().keys() if _dollars()[nation] != US]
    leading = max(abroad, key=lambda nation: (named[nation], nation))
    others = (giver for giver in named if giver != leading and (giver in giving_countries() or not giver))
    most = max((named[giver] for giver in others), default=0)
    if named[leading] >= max(ENOUGH, most):
        reason = f"“$” stands alone, and the text tells much of {country(leading)}"
        is_clear = named[leading] >= CLEARLY * most
        return _open([leading], reason) if is_clear else Whose(US, reason, (US, _dollars()[leading]))
    at = _domains(readings)
    if len(at) == 1 and at <= set(abroad):
        [nation] = at
        return Whose(_dollars()[nation], f"“$” stands alone, and the text has addresses in {country(nation)}")
    return None


def _of_place(own: Sequence[str], named: Counter[str]) -> Whose | None:
    """The US dollar where most is told of a country that gets and has a dollar of its own; it may be that one."""
    most = own or [nation for nation, _ in named.most_common(1)]
    local = [nation for nation in most if nation in _dollars() and nation not in giving_countries()]
    reason = "“$” stands alone, and {} has a dollar of its own"
    return Whose(US, reason.format(country(local[0])), (US, _dollars()[local[0]])) if local else None


def _of_states(readings: Sequence[Reading], named: Counter[str]) -> Whose:
    """The US dollar; sure where the text writes it out, or speaks of the United States."""
    if named["USA"] >= ENOUGH or _writes_out_us(readings):
        return Whose(US)
    return Whose(US, "“$” is the sign of several currencies, here and in the rest of the document", once=True)


def _open(nations: Sequence[str], reason: str) -> Whose:
    return Whose(None, reason, tuple(sorted({US, *(_dollars()[nation] for nation in nations)})))


def _named(readings: Iterable[Reading]) -> Iterator[str]:
    """The countries that a text names, themselves, by their peoples, places or agencies, or by their dollars; nothing
    for a multilateral body."""
    own = {code: nation for nation, code in _dollars().items() if nation in giving_countries()}
    for mention in (mention for reading in readings for mention in reading.mentions):
        match mention:
            case Country(iso3=str(iso3)):
                yield iso3
            case Organisation(kind="donor_agency", iso3=str(iso3)):
                yield iso3
            case Organisation(kind="multilateral"):
                yield ""
            case Money(currency=str(code)) if code != US and code in own:
                yield own[code]


def _writes_out_us(readings: Iterable[Reading]) -> bool:
    """Whether an amount is told to be in US dollars."""
    money = (mention for reading in readings for mention in reading.of(Money))
    return any(m.currency == US and not any(doubt.field == "currency" for doubt in m.doubts) for m in money)


@by_language
def _homes() -> dict[str, str]:
    """The countries of the last parts of addresses, those that give and have a dollar of their own."""
    giving = giving_countries() & _dollars().keys()
    return {row["iso2"].lower(): row["iso3"] for row in rows("countries") if row["iso3"] in giving}


def _domains(readings: Iterable[Reading]) -> set[str]:
    """The countries in which the addresses of a text are."""
    texts = (text for r in readings for text in (r.section.content, *r.section.links))
    ends = (match[1] for text in texts for match in DOMAIN.finditer(text))
    return {_homes()[end] for end in ends if end in _homes()}
