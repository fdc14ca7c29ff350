"""Readings -> Profile: what the mentions of a section say together.

phrases what the grammar sees as one word, statements what the frames tell (rules/frames.csv, rules/classes.csv), roles
what each amount stands for, actors who gives, works along or gets, times, projects, contributions, identity the ids of
rows. Where the text does not tell, a field stays empty and a doubt names the candidates. Never looks at a page and
never changes what a mention says: it fills what mentions left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.model import Document, Finding, Money, Organisation, Profile, Reading
from pipeline.relate.actors import Donor
from pipeline.relate.donor import donor as donor_of
from pipeline.relate.contributions import contributions, flow, period
from pipeline.ids import findings, stable_id
from pipeline.relate.phrases import Sentence, sentences
from pipeline.relate.places import with_roles
from pipeline.relate.projects import item_projects, project
from pipeline.relate.roles import Played, of_known_scale, played
from pipeline.relate.section_kinds import kinds

__all__ = ["relate"]


def relate(document: Document, readings: Iterable[Reading], title: Reading | None = None) -> Profile:
    """The profile of a document without its checks."""
    complete, projects, given = [], [], []
    wholes: dict[tuple[str, int], tuple[str, int]] = {}  # of a part: where it stands, and where its whole does
    read = [(reading, list(sentences(reading))) for reading in readings]
    donor = donor_of(list(sentences(title)) if title else [], [found for _, found in read])
    document = replace(document, donor=donor.name, donor_iso3=donor.iso3)
    for (reading, in_sentences), kind in zip(read, kinds(read, donor), strict=True):
        section = replace(reading.section, kind=kind)
        reading = with_roles(replace(reading, section=section), in_sentences, donor)
        amounts = played(reading, in_sentences, donor)
        _complete(reading, in_sentences, amounts)
        for amount in amounts:
            if amount.of:
                wholes[reading.section.id, amount.money.char_start] = reading.section.id, amount.of.money.char_start
        complete.append(_told(reading, amounts, donor))
        if reading.section.kind == "project":
            id_ = stable_id("projects", document.id, reading.section.id)
            projects.append(project(id_, reading, in_sentences, amounts, donor))
        elif reading.section.kind == "other" and _lists_projects(in_sentences):
            projects += item_projects(document.id, reading, in_sentences, amounts, donor)
        elif reading.section.kind in ("contributions", "front"):
            for amount in amounts:
                amount.money = next(m for m in complete[-1].of(Money) if m.char_start == amount.money.char_start)

            def id_of(money: Money) -> str:
                return stable_id(
                    "contributions", document.id, money.sentence, money.text, money.char_start - money.sentence_start
                )

            given += contributions(reading, in_sentences, amounts, donor, id_of)
    return Profile(
        document=document,
        sections=tuple(reading.section for reading in complete),
        findings=_linked(findings(document.id, map(_tabled, complete)), wholes),
        projects=tuple(projects),
        contributions=tuple(given),
    )


def _lists_projects(in_sentences: Iterable[Sentence]) -> bool:
    """Whether a heading says that its section is about several projects."""
    return any("SEVERAL" in p.kinds for s in in_sentences if s.in_heading for p in s.phrases)


def _complete(reading: Reading, in_sentences: list[Sentence], amounts: list[Played]) -> None:
    """Fills flow and period of every amount."""
    heading = [s for s in in_sentences if s.in_heading]
    for n, amount in enumerate(amounts):
        paragraph = reading.section.content.rfind("\n\n", 0, amount.sentence.start)
        earlier = [s for s in in_sentences if paragraph < s.start < amount.sentence.start and not s.in_heading]
        amount.flow = amount.money.flow or flow(amount, earlier, heading if reading.section.kind != "project" else ())
        if amount.money.period:
            amount.period = amount.money.period
        else:
            if amount.role == "none":
                continue
            amount.time, amount.period, doubt = period(amount, amounts[:n], heading, reading.section.kind == "project")
            amount.doubts = (doubt,) if doubt else ()
    for amount in amounts:
        if amount.role == "same" and amount.of:
            whole = amount.of
            amount.flow = amount.flow or whole.flow
            whole.flow = whole.flow or amount.flow
            if not whole.period and amount.period:
                whole.time, whole.period = amount.time, amount.period
            amount.period = amount.period or whole.period
        if amount.role == "part" and amount.of and not amount.period and not amount.doubts:
            amount.time, amount.period = amount.of.time, amount.of.period


def _linked(found: Iterable[Finding], wholes: Mapping[tuple[str, int], tuple[str, int]]) -> tuple[Finding, ...]:
    """The findings, of which each part knows the id of its whole."""
    complete = tuple(found)
    ids = {(f.section.id, f.mention.char_start): f.id for f in complete if isinstance(f.mention, Money)}

    def linked(finding: Finding) -> Finding:
        whole = wholes.get((finding.section.id, finding.mention.char_start))
        if whole is None or not isinstance(finding.mention, Money):
            return finding
        return replace(finding, mention=replace(finding.mention, part_of=ids[whole]))

    return tuple(map(linked, complete))


def _told(reading: Reading, amounts: list[Played], donor: Donor) -> Reading:
    """The reading in which every amount carries what the text tells of it."""
    by_place = {amount.money.char_start: amount for amount in amounts}

    def filled(money: Money) -> Money:
        money = of_known_scale(money)
        amount = by_place.get(money.char_start)
        if amount is None:
            return money
        givers = amount.of.givers if amount.role == "same" and amount.of else amount.givers
        is_given = amount.role in ("share", "part", "total", "same", None)
        funder = givers[0].name if len(givers) == 1 and is_given else None
        own = "project" if reading.section.kind == "project" and amount.role in ("share", "total") else None
        return replace(
            money,
            role=amount.role,
            flow=amount.flow or own,
            period=amount.period,
            funder=funder,
            doubts=(*money.doubts, *amount.doubts),
        )

    mentions = tuple(filled(m) if isinstance(m, Money) else m for m in reading.mentions)
    return replace(reading, mentions=mentions)


def _tabled(reading: Reading) -> Reading:
    """The reading without what has no table of its own."""
    mentions = tuple(mention for mention in reading.mentions if not isinstance(mention, Organisation))
    return replace(reading, mentions=mentions)
