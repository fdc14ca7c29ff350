"""Readings -> Profile: what the mentions of a section say together.

phrases what the grammar sees as one word, statements what the frames tell (rules/frames.csv, rules/classes.csv), roles
what each amount stands for, actors who gives, works along or gets, times, projects, contributions, identity the ids of
rows. Where the text does not tell, a field stays empty and a doubt names the candidates. Never looks at a page and
never changes what a mention says: it fills what mentions left open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.model import Document, Money, Organisation, Profile, Reading
from pipeline.relate.actors import Donor
from pipeline.relate.contributions import contributions, flow, period
from pipeline.ids import findings, stable_id
from pipeline.relate.phrases import Sentence, sentences
from pipeline.relate.places import with_roles
from pipeline.relate.projects import project
from pipeline.relate.roles import Played, played

__all__ = ["relate"]


def relate(document: Document, readings: Iterable[Reading]) -> Profile:
    """The profile of a document without its checks."""
    donor = Donor(document.donor, document.donor_iso3)
    complete, projects, given = [], [], []
    for reading in readings:
        in_sentences = list(sentences(reading))
        amounts = played(reading, in_sentences)
        reading = with_roles(reading, in_sentences, donor)
        _complete(reading, in_sentences, amounts)
        complete.append(_told(reading, amounts, donor))
        if reading.section.kind == "project":
            id_ = stable_id("projects", document.id, reading.section.id)
            projects.append(project(id_, reading, in_sentences, amounts, donor))
        elif reading.section.kind in ("contributions", "front"):
            for amount in amounts:
                amount.money = next(m for m in complete[-1].of(Money) if m.char_start == amount.money.char_start)

            def id_of(money: Money) -> str:
                return stable_id(
                    "contributions", document.id, money.sentence, money.text, money.char_start - money.sentence_start
                )

            given += contributions(reading, amounts, donor, id_of)
    return Profile(
        document=document,
        sections=tuple(reading.section for reading in complete),
        findings=tuple(findings(document.id, map(_tabled, complete))),
        projects=tuple(projects),
        contributions=tuple(given),
    )


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


def _told(reading: Reading, amounts: list[Played], donor: Donor) -> Reading:
    """The reading in which every amount carries what the text tells of it."""
    by_place = {amount.money.char_start: amount for amount in amounts}

    def filled(money: Money) -> Money:
        amount = by_place.get(money.char_start)
        if amount is None:
            return money
        funder = amount.givers[0].name if len(amount.givers) == 1 and amount.role in ("share", "part", "total", "same", None) else None
        return replace(money, flow=amount.flow, period=amount.period, funder=funder, doubts=(*money.doubts, *amount.doubts))

    mentions = tuple(filled(m) if isinstance(m, Money) else m for m in reading.mentions)
    return replace(reading, mentions=mentions)


def _tabled(reading: Reading) -> Reading:
    """The reading without what has no table of its own."""
    mentions = tuple(mention for mention in reading.mentions if not isinstance(mention, Organisation))
    return replace(reading, mentions=mentions)
