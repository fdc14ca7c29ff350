"""A project section as one row: its amount, funders, partners, times, countries and beneficiaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.ids import Register
from pipeline.language.lexicon import RULES
from pipeline.model import Country, Doubt, Paragraph, Project, Quantity
from pipeline.relate.actors import Donor, involved
from pipeline.relate.phrases import Actor, Sentence
from pipeline.relate.places import open_countries
from pipeline.relate.related import Related
from pipeline.relate.roles import Played
from pipeline.relate.statements import statements
from pipeline.relate.times import project_span, told_times

PEOPLE = frozenset((RULES / "people.txt").read_text(encoding="utf-8").split())
NEAR = Decimal("0.25")  # of the donor's share: what is less may be a part or a fund of it
FUNDING = ("share", "total", "part", None)


def item_projects(section: Related, ids: Register) -> Iterator[Project]:
    """The points of a list of projects that tell an amount or a period, each a project of its own."""
    reading = section.reading
    for block in reading.section.blocks:
        if not isinstance(block, Paragraph) or not block.item:
            continue
        sentences = [s for s in section.sentences if block.span.holds(s.start)]
        amounts = [p for p in section.amounts if p.sentence in sentences]
        title = item_title(reading.section.content[block.span.start : block.span.end])
        if title and (amounts or any("TIME" in p.kinds for s in sentences for p in s.phrases)):
            mentions = tuple(m for m in reading.mentions if block.span.holds(m.char_start))
            item = section._replace(reading=replace(reading, mentions=mentions), sentences=sentences, amounts=amounts)
            yield replace(project(item, ids.of(section.document, reading.section.id, title)), title=title)


def item_title(text: str) -> str:
    """What names the point of a list: what stands in quotes before all else, else what stands before its first mark."""
    text = " ".join(text.split()).lstrip("•-–*▪◦·> ")
    quoted = re.match(r"[“\"']([^”\"]+)[”\"']", text)
    return (quoted[1] if quoted else re.split(r" [–—-] |: |; | \(|, |\. |\t", text)[0]).strip(" .")


def project(section: Related, id_: str) -> Project:
    """The row of a project section. Countries are those in which the text says that work takes place or people
    benefit, where it names none those of its places; the same for groups."""
    reading, donor = section.reading, section.donor
    parts = (section, *section.rubrics)
    sentences = [sentence for part in parts for sentence in part.sentences]
    played = [amount for part in parts for amount in part.amounts]
    who = involved(sentences, [a for p in played if p.role in FUNDING for a in p.givers], donor)
    chosen, doubt = project_amount(played, donor)
    span = project_span(told_times(sentences))
    money = chosen.money if chosen else None
    benefiting = [c for part in parts for c in part.reading.of(Country) if c.role == "beneficiary"]
    return Project(
        id=id_,
        section=reading.section,
        title=reading.section.heading,
        amount=money.amount if money else None,
        amount_max=money.amount_max if money else None,
        currency=money.currency if money else None,
        qualifier=money.qualifier if money else None,
        funders=tuple(a.name for a in who.funders),
        partners=tuple(a.name for a in who.partners),
        start=span.start,
        end=span.end,
        duration=span.duration,
        countries=_once(c.iso3 for c in benefiting if c.kind in ("country", "demonym"))
        or _once(c.iso3 for c in benefiting if c.kind == "place"),
        groups=_once(c.name for c in benefiting if c.kind == "group"),
        places=_once(c.name for c in benefiting if c.kind == "place"),
        beneficiaries=_beneficiaries(sentences),
        money=section.finding(chosen) if chosen else None,
        doubts=(*span.doubts, *((doubt,) if doubt else ()), *_other_countries(parts, benefiting, who.funders)),
    )


def project_amount(played: Sequence[Played], donor: Donor) -> tuple[Played | None, Doubt | None]:
    """The donor's share, else the only share, else the total; where none of them is told, the only amount that is left,
    told as assumed. Nothing is added up."""
    shares = [p for p in played if p.role == "share"]
    totals = [p for p in played if p.role == "total"]
    own = [p for p in shares if any(map(donor.is_side, p.givers))]
    if own:
        found, doubt = _within(_only(own), totals, played)
        more = [p for p in shares if found and not p.givers and not _is_others(p) and _is_near(p, found)]
        if more and not doubt:
            doubt = Doubt("amount", "the text does not say who gives another sum", _texts(more), True)
        return found, doubt
    shares = [p for p in shares if not (totals and _is_others(p))]
    told = [p for p in shares if not p.givers] or shares
    if told and (len(_values(told)) == 1 or not totals or told is not shares):
        found, doubt = _only(told)
        if found and len(told) < len(shares):
            doubt = Doubt("amount", "others give, too, and the text does not say who gives this", _texts(shares), True)
        elif found and totals and found.givers and (donor.name or donor.iso3):
            doubt = Doubt("amount", "it is what another gives; the whole may be the project's", _texts(totals), True)
        return found, doubt
    if totals:
        return _only(totals)
    left = [p for p in played if p.role is None]
    if len(_values(left)) == 1:
        return left[0], Doubt("amount", "it is the only amount that may be the project's funding", (), True)
    if left:
        return None, Doubt("amount", "the text does not say whether this is the project's funding", _texts(left))
    return None, None


def _is_near(other: Played, share: Played) -> bool:
    """Whether an amount is large enough to be told as the project's instead."""
    own, size = share.money, other.money.amount or 0
    return other.money.currency == own.currency and size >= (own.amount or 0) * NEAR


def _is_others(share: Played) -> bool:
    """Whether another puts it into what the donor pays for: "of which Finland pays EUR 2 million", a counterpart."""
    return any(s.tells == "others" or (s.tells == "part" and share.givers) for s in share.told)


def _values(amounts: Iterable[Played]) -> set[object]:
    return {amount.value for amount in amounts}


def _within(
    found: tuple[Played | None, Doubt | None], totals: Sequence[Played], played: Sequence[Played]
) -> tuple[Played | None, Doubt | None]:
    """The share, left open where it is more than all is said to cost."""
    share = found[0]
    costs = [
        p for p in played if share and p.money.currency == share.money.currency and (p in totals or p.of in totals)
    ]
    if share and costs and all((p.money.amount_max or p.money.amount or 0) < (share.money.amount or 0) for p in costs):
        return None, Doubt("amount", "more is given than all is said to cost", _texts([share, *costs]))
    return found


def _only(amounts: Sequence[Played]) -> tuple[Played | None, Doubt | None]:
    if len(_values(amounts)) == 1:
        return amounts[0], None
    return None, Doubt("amount", "more than one amount is told as the project's funding", _texts(amounts))


def _texts(amounts: Iterable[Played]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(p.money.text.split()) for p in amounts))


def _other_countries(
    parts: Sequence[Related], benefiting: Sequence[Country], funders: Sequence[Actor]
) -> Iterator[Doubt]:
    """That the text names more countries and does not say what they have to do with the work."""
    told = {country.iso3 for country in benefiting} | {funder.iso3 for funder in funders}
    named = [c for part in parts for c in open_countries(part.sentences, part.donor) if c.iso3 not in told]
    if named and benefiting:
        names = tuple(dict.fromkeys(" ".join(country.text.split()) for country in named))
        reason = "the text does not say whether work takes place in the others that it names"
        yield Doubt("countries", f"{reason}: {', '.join(names)}", names, True)


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _beneficiaries(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    return _once(
        _counted(phrase.mention)
        for sentence in sentences
        for place, phrase in enumerate(sentence.phrases)
        if isinstance(phrase.mention, Quantity)
        and any(w in PEOPLE for w in re.findall(r"\w+", phrase.mention.unit.lower()))
        and not any(s.tells == "plight" for s in statements(sentence, place, "COUNT"))
    )


def _counted(quantity: Quantity) -> str:
    numbers = [quantity.value] if quantity.value_max is None else [quantity.value, quantity.value_max]
    return f"{'-'.join(map(_plain, numbers))} {quantity.unit}"


def _plain(number: Decimal) -> str:
    return f"{number:f}"
