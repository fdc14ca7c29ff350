"""A project section as one row: its amount, funders, partners, times, countries and beneficiaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, cast

from pipeline.ids import Register
from pipeline.language.lexicon import word_set
from pipeline.model import Country, Doubt, Finding, Money, Project, Quantity, Span, Time
from pipeline.relate.actors import Involved, alike, gives_by_trade, involved
from pipeline.relate.asked import asked_actors
from pipeline.relate.evidence import Read, evidence, part_with, values
from pipeline.relate.headed import countries_above
from pipeline.relate.phrases import Actor, sentences_in
from pipeline.relate.places import open_countries
from pipeline.relate.points import Point
from pipeline.relate.project_amounts import section_amount
from pipeline.relate.related import Related
from pipeline.relate.statements import Statement, statements
from pipeline.relate.tables import facts_of
from pipeline.relate.times import Span as ProjectSpan
from pipeline.relate.times import project_span, told_times
from pipeline.relate.words import of_class

PEOPLE = word_set("people", "beneficiary")
FUNDING = ("share", "total", "part", None)


def item_projects(
    section: Related, points: Iterable[Point], ids: Register, headed: Sequence[Related] = ()
) -> Iterator[Project]:
    """The points of a list of projects, each a project of its own. Whoever is named above the list gives for all; where
    a point names no country, work takes place in those of the words above or of the heading, or of one `headed`."""
    reading, length = section.reading, len(section.reading.section.heading)
    own = tuple(
        replace(m, role="beneficiary") for m in reading.of(Country) if m.char_start < length and m.role != "donor"
    )
    for point in points:
        who = involved(sentences_in(section.sentences, point.above), (), section.donor)
        also = [Read("funders", actor.name, *part_with(actor, [section])) for actor in who.funders]
        also += [Read("partners", _words(section, whom), section, whom) for whom in point.whom]
        item = _placed(_alone(section.within(point.span)), point)
        if not any(country.role == "beneficiary" for country in item.reading.of(Country)):
            above = [m for m in reading.of(Country) if point.above.holds(m.char_start) and m.role == "beneficiary"]
            mentions = (*item.reading.mentions, *(above or own))
            item = item._replace(reading=replace(item.reading, mentions=mentions))
        title = Read("title", _words(section, point.title), section, point.title)
        yield project(item, ids.of(section.document, reading.section.id, str(title.value)), title, also, headed)


def _alone(item: Related) -> Related:
    """A point with its amounts as they stand there: one that is a part of the sum below the list is a share of its own
    project."""
    amounts = [
        replace(a, role="share", of=None)
        if a.role == "part" and a.of and not any(a.of is other for other in item.amounts)
        else a
        for a in item.amounts
    ]
    return item._replace(amounts=amounts)


def _placed(item: Related, point: Point) -> Related:
    """A point in which work takes place where it names a place by itself: "Dry docks – Togo"."""
    mentions = [
        replace(m, role="beneficiary")
        if isinstance(m, Country) and m.role != "donor" and any(span.holds(m.char_start) for span in point.where)
        else m
        for m in item.reading.mentions
    ]
    return item._replace(reading=replace(item.reading, mentions=tuple(mentions)))


def _words(section: Related, span: Span) -> str:
    return " ".join(section.reading.section.content[span.start : span.end].split())


def _title(section: Related) -> Read:
    """What names a project: a fact that tells it, else the heading."""
    facts = [value for value, asked in facts_of(section.reading.section) if asked == ("title",) and value]
    if len(facts) == 1:
        return Read("title", _words(section, facts[0]), section, facts[0])
    return Read("title", section.reading.section.heading, section, section.reading.section.headline)


def project(
    section: Related, id_: str, title: Read | None = None, also: Sequence[Read] = (), headed: Sequence[Related] = ()
) -> Project:
    """The row of a project section, or of a point of a list by its `title`. Countries are those in which the text says
    that work takes place or people benefit, where it names none those of its places, and where there are none of these
    either those of the sections under whose headings it stands (`headed`, the nearest first); the same for groups."""
    donor = section.donor
    parts = (section, *section.rubrics)
    sentences = [sentence for part in parts for sentence in part.sentences]
    played = [amount for part in parts for amount in part.amounts]
    givers = [actor for p in played if p.role in FUNDING for actor in p.givers]
    payers, clients = list(asked_actors(parts, "funder")), list(asked_actors(parts, "client"))
    helpers = list(asked_actors(parts, "partner", "recipient"))
    # a client pays where no other does
    paying, helping = (payers, clients) if payers else (clients, [])
    given = {p.sentence.start for p in played if p.role in FUNDING}
    elsewhere = {p.sentence.start for p in played if p.role == "other"} - given
    who = involved(sentences, [*givers, *paying], donor, [*helpers, *helping], elsewhere)
    chosen, doubt = section_amount(section, played, donor)
    asked = list(_asked_times(parts))
    span = project_span(told_times(section.sentences if asked else sentences, asked))
    money = section.finding(chosen) if chosen else None
    places, placed = _places(parts, headed, who.funders)
    reads = [
        title or _title(section),
        *also,
        *(amount_reads(money, parts) if money else ()),
        *(Read("funders", a.name, *part_with(a, parts)) for a in who.funders),
        *(
            Read("partners", a.name, *part_with(a, parts))
            for a in who.partners
            if a in helpers or not _is_host(a, section)
        ),
        *_times(span, parts),
        *places,
        *_beneficiaries(parts),
    ]
    doubts = (
        *span.doubts,
        *((doubt,) if doubt else ()),
        *placed,
        *(() if placed else _other_countries(parts, who.funders)),
        *_countries_of_rubrics(parts),
        *_countries_that_give(parts, who.funders),
        *_unnamed_countries(parts),
        *_open_names(parts),
        *_other_bodies(section, who),
    )
    return made(id_, section, reads, money, doubts)


def made(
    id_: str, section: Related, reads: Sequence[Read], money: Finding | None, doubts: tuple[Doubt, ...]
) -> Project:
    """The row of what was read."""
    stated = money.mention if money and isinstance(money.mention, Money) else None
    first = {read.field: read.value for read in reversed(reads)}
    return Project(
        id=id_,
        section=section.reading.section,
        title=str(first["title"]),
        amount=stated.amount if stated else None,
        amount_max=stated.amount_max if stated else None,
        currency=stated.currency if stated else None,
        qualifier=stated.qualifier if stated else None,
        start=cast("str | None", first.get("start")),
        end=cast("str | None", first.get("end")),
        duration=cast("str | None", first.get("duration")),
        funders=values(reads, "funders"),
        partners=values(reads, "partners"),
        countries=values(reads, "countries"),
        groups=values(reads, "groups"),
        places=values(reads, "places"),
        beneficiaries=values(reads, "beneficiaries"),
        money=money,
        evidence=evidence(reads, doubts),
        doubts=doubts,
    )


# Fields that are told together.
TOGETHER: Final = (
    ("amount", "amount_max", "currency", "qualifier", "money"),
    ("start", "end", "duration"),
    ("countries", "groups", "places"),
    ("funders",),
    ("partners",),
    ("beneficiaries",),
)


def merged(projects: Iterable[Project]) -> tuple[Project, ...]:
    """The projects, each once: one that has a section of its own and stands in a list, too, has of the list what its
    section does not tell. Two amounts are two projects, and a check tells them."""
    found = list(projects)
    own = {p.title.casefold(): p for p in found if p.title == p.section.heading}
    kept = dict.fromkeys(project.id for project in found)
    for row in found:
        project = own.get(row.title.casefold()) if row.title != row.section.heading else None
        if project and not _differ(project, row):
            own[row.title.casefold()] = _filled(project, row)
            del kept[row.id]
    by_id = {project.id: project for project in (*found, *own.values())}
    return tuple(by_id[id_] for id_ in kept)


def _differ(one: Project, other: Project) -> bool:
    return None not in (one.amount, other.amount) and (one.amount, one.currency) != (other.amount, other.currency)


def _filled(project: Project, row: Project) -> Project:
    empty = [fields for fields in TOGETHER if not any(getattr(project, field) for field in fields)]
    told = {field: getattr(row, field) for fields in empty for field in fields if getattr(row, field)}
    doubts = (*(d for d in project.doubts if d.field not in told), *(d for d in row.doubts if d.field in told))
    from_row = (e for e in row.evidence if e.field in told)
    return replace(project, **told, evidence=(*project.evidence, *from_row), doubts=doubts)


def amount_reads(money: Finding, parts: Sequence[Related]) -> Iterator[Read]:
    """An amount and what is told with it."""
    stated = cast("Money", money.mention)
    part = next(part for part in parts if part.reading.section.id == money.section.id)
    for field in ("amount", "amount_max", "currency", "qualifier"):
        yield Read(field, getattr(stated, field), part, Span(stated.char_start, stated.char_end))


def _asked_times(parts: Sequence[Related]) -> Iterator[tuple[Time, tuple[str, ...]]]:
    """The times that facts tell, with what their labels ask for."""
    for part in parts:
        for value, asked in facts_of(part.reading.section):
            yield from ((time, asked) for time in part.reading.of(Time) if value.holds(time.char_start))


def _times(span: ProjectSpan, parts: Sequence[Related]) -> Iterator[Read]:
    for field, value, time in (
        ("start", span.start, span.starts),
        ("end", span.end, span.ends),
        ("duration", span.duration, span.lasts),
    ):
        if value and time:
            part = next(part for part in parts if any(m is time for m in part.reading.mentions))
            yield Read(field, value, part, Span(time.char_start, time.char_end))


def _places(
    parts: Sequence[Related], headed: Sequence[Related], funders: Iterable[Actor]
) -> tuple[Sequence[Read], Sequence[Doubt]]:
    """Where the work takes place, by the text; by a heading above it where the text names no country, or only others
    than a heading that names nothing else, and none in a fact of its own."""
    own = [(part, c) for part in parts for c in part.reading.of(Country) if c.role == "beneficiary"]
    states = [c for _, c in own if c.iso3]
    above = countries_above(headed, {funder.iso3 for funder in funders})
    if above is None or any(c.kind == "group" for _, c in own) or any(c.iso3 and _is_of_fact(p, c) for p, c in own):
        return list(place_reads(own)), ()
    is_other = {c.iso3 for c in states}.isdisjoint(c.iso3 for c in above.countries)
    if states and not (is_other and above.is_alone):
        return list(place_reads(own)), (above.against,) if is_other else ()
    kept = [(part, c) for part, c in own if not c.iso3]
    return list(place_reads([*((above.section, c) for c in above.countries), *kept])), (above.doubt(states),)


def _is_of_fact(part: Related, country: Country) -> bool:
    """Whether a label asks for the country that its value names: "Country: Mali"."""
    asked = (fact for fact in facts_of(part.reading.section) if {"country", "place"} & {*fact.fields})
    return any(fact.value.holds(country.char_start) for fact in asked)


def place_reads(benefiting: Sequence[tuple[Related, Country]]) -> Iterator[Read]:
    """The countries, groups and places that benefit, with their sections; where no country is named, those of the
    places. A place is called what the page calls it first."""
    is_named = any(c.kind in ("country", "demonym") and c.iso3 for _, c in benefiting)
    called = {c.name: " ".join(c.text.split()) for _, c in reversed(benefiting)}
    for part, country in benefiting:
        span = Span(country.char_start, country.char_end)
        if country.kind in ("country", "demonym") or (country.kind == "place" and not is_named):
            yield Read("countries", country.iso3, part, span)
        if country.kind == "group":
            yield Read("groups", country.name, part, span)
        if country.kind == "place":
            yield Read("places", called[country.name], part, span)


def _counted(parts: Sequence[Related]) -> Iterator[tuple[Related, Quantity, tuple[Statement, ...]]]:
    """What is counted, each with its section and what the frames tell of it."""
    for part in parts:
        for sentence in part.sentences:
            for place, phrase in sentence.named:
                if isinstance(phrase.mention, Quantity):
                    yield part, phrase.mention, statements(sentence, place, "COUNT")


def _beneficiaries(parts: Sequence[Related]) -> Iterator[Read]:
    for part, counted, told in _counted(parts):
        if is_of_people(counted) and not any(s.tells == "plight" for s in told):
            yield Read("beneficiaries", people(counted), part, Span(counted.char_start, counted.char_end))


def _other_countries(parts: Sequence[Related], funders: Sequence[Actor]) -> Iterator[Doubt]:
    """That the text names more countries, or places in more, and does not say what they have to do with the work."""
    benefiting = [c for part in parts for c in part.reading.of(Country) if c.role == "beneficiary"]
    states = {c.iso3 for c in benefiting if c.kind in ("country", "demonym")} or {c.iso3 for c in benefiting}
    told = states | {funder.iso3 for funder in funders}
    elsewhere = [c for c in benefiting if c.kind == "place"]
    others = [c for part in parts for c in open_countries(part.sentences, part.donor)]
    named = [c for c in (*others, *elsewhere) if c.iso3 not in told]
    if named and benefiting:
        names = tuple(dict.fromkeys(" ".join(country.text.split()) for country in named))
        reason = "the text does not say whether work takes place in the others that it names"
        yield Doubt("countries", f"{reason}: {', '.join(names)}", names, True)


def _countries_of_rubrics(parts: Sequence[Related]) -> Iterator[Doubt]:
    """That a section names countries, and only what stands below its rubrics names more: the "Highlights of the year"
    may be those of other projects, too."""
    own, *below = ([c for c in part.reading.of(Country) if c.role == "beneficiary" and c.iso3] for part in parts)
    states = {country.iso3 for country in own}
    more = [country for part in below for country in part if country.iso3 not in states]
    if states and more:
        names = tuple(dict.fromkeys(" ".join(country.text.split()) for country in more))
        yield Doubt("countries", f"only what stands below its rubrics names {', '.join(names)}", names, True)


def _countries_that_give(parts: Sequence[Related], funders: Iterable[Actor]) -> Iterator[Doubt]:
    """That of several countries in which work takes place one is whose bodies pay: "worldwide, also in the UK"."""
    benefiting = [c for part in parts for c in part.reading.of(Country) if c.role == "beneficiary" and c.iso3]
    giving = {funder.iso3 for funder in funders}
    own = [country for country in benefiting if country.iso3 in giving]
    if own and any(country.iso3 not in giving for country in benefiting):
        names = tuple(dict.fromkeys(" ".join(country.text.split()) for country in own))
        yield Doubt(
            "countries", f"whoever pays is of {', '.join(names)}, and work may take place elsewhere", names, True
        )


def _open_names(parts: Sequence[Related]) -> Iterator[Doubt]:
    """That a name of a country where work takes place may be another's."""
    benefiting = [c for part in parts for c in part.reading.of(Country) if c.role == "beneficiary"]
    named = [c for c in benefiting if c.kind in ("country", "demonym") and not c.iso3]
    codes = {code for c in named for doubt in c.doubts for code in doubt.candidates}
    if named and len(named) < len(benefiting) and codes.isdisjoint(c.iso3 for c in benefiting):
        names = tuple(dict.fromkeys(" ".join(c.text.split()) for c in named))
        yield Doubt("countries", f"the text does not say which country it means by {', '.join(names)}", (), True)


def _is_host(actor: Actor, section: Related) -> bool:
    """Whether the document's title names a body: the work is its own, and it no partner."""
    return any(alike(actor.name, host) for host in section.hosts)


def _other_bodies(section: Related, who: Involved) -> Iterator[Doubt]:
    """That the text names more bodies, other than those of the document's title, and does not say whether they give or
    work along; those that are there to give may give."""
    named = [actor for actor in who.open if not _is_host(actor, section)]
    givers = [actor.name for actor in named if gives_by_trade(actor) and actor.known != "office"]
    others = [actor.name for actor in named if actor.name not in givers]
    for field, part, names in (("funders", "give", givers), ("partners", "work along", others)):
        if names:
            reason = f"the text does not say whether others {part} that it names: {', '.join(names)}"
            yield Doubt(field, reason, tuple(names), True)


def _unnamed_countries(parts: Sequence[Related]) -> Iterator[Doubt]:
    """That the text counts more countries than its list names: "nine countries, among them Tonga and Samoa"."""
    for _, counted, told in _counted(parts):
        lists = [s.slots["some"] for s in told if s.tells == "lists"]
        listed = [member.mention for phrase in lists for member in (phrase.members or (phrase,))]
        named = {mention.iso3 for mention in listed if isinstance(mention, Country)}
        counts_countries = not of_class("NATIONS").isdisjoint(counted.unit.lower().split()[-1:])
        if counts_countries and 0 < len(named) < counted.value:
            yield Doubt("countries", "the text counts more countries than it names", (), True)


def is_of_people(quantity: Quantity) -> bool:
    """Whether people are counted."""
    return any(word in PEOPLE() for word in re.findall(r"\w+", quantity.unit.lower()))


def people(quantity: Quantity) -> str:
    """How many of whom."""
    numbers = [quantity.value] if quantity.value_max is None else [quantity.value, quantity.value_max]
    return f"{'-'.join(map(_plain, numbers))} {quantity.unit}"


def _plain(number: Decimal) -> str:
    return f"{number:f}"
