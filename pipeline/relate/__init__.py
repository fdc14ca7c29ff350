"""Readings -> Profile: what the mentions of a section say together.

One grammar: sentences are read as phrases (words, phrases, names, lists), and frames.csv tells what a phrase does in
its sentence, by the classes of words of classes.csv (statements). From that:

    donor, section_kinds     whom the document is a profile of, what each section is about (weighed by section_signs)
    tables, cells, points    which tables and lists are of projects or givers; what heads a cell or leads up to a list
    played, roles            what each amount stands for
    part_whole, givers       of which other amount it is a part, and who gives it
    clauses, flows, periods  whose words are whose; what kind of money it is and in which time it was given
    actors, places, times    who gives and works along, where, and when; asked: whom facts name, headed: where the
                             headings above say that work takes place
    projects, contributions  the rows; project_amounts: which amount is a project's; table_rows, grants, forms, points:
                             the rows of tables, of grants below a grantee's name, of forms and of points of a list
    evidence                 what each value of a row was read from

Where the text does not tell, a field stays empty and a doubt says why; where one candidate is left, it is given, and a
doubt says that it is assumed. Never looks at a page and never changes what a mention says: it fills what is open.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TypeVar

from pipeline.ids import Register
from pipeline.language.lexicon import OWN, spoken
from pipeline.model import Country, Document, Finding, Flow, Mention, Money, Profile, Project, Reading, Span, identified
from pipeline.relate.actors import Donor
from pipeline.relate.cells import heading_words, lead_in
from pipeline.relate.contributions import contributions
from pipeline.relate.donor import donor as donor_of
from pipeline.relate.flows import flow
from pipeline.relate.forms import form_projects, forms
from pipeline.relate.grants import grant_projects, grants
from pipeline.relate.lists import sentences
from pipeline.relate.named_again import named_again
from pipeline.relate.periods import Period, counted, period, shared
from pipeline.relate.phrases import Sentence
from pipeline.relate.places import with_roles
from pipeline.relate.played import Played
from pipeline.relate.points import calling, listed_projects
from pipeline.relate.projects import item_projects, merged, project
from pipeline.relate.related import Related, findings
from pipeline.relate.roles import of_known_scale, played
from pipeline.relate.section_kinds import kinds, rubrics
from pipeline.relate.section_signs import Told
from pipeline.relate.table_rows import table_projects, without_lists
from pipeline.relate.tables import projects_of

__all__ = ["relate"]

Made = TypeVar("Made")

PASSES_ON = ("share", "part", "total", "same", None)  # roles of money that somebody gives


def relate(document: Document, readings: Iterable[Reading], title: Reading | None = None) -> Profile:
    """The profile of a document without its checks; `title` is what the document's title mentions."""
    with spoken(document.language or OWN):
        return _profile(document, readings, title)


def _profile(document: Document, readings: Iterable[Reading], title: Reading | None) -> Profile:
    named = sentences(title) if title else []
    read = [(reading, _in_its_language(reading, sentences)) for reading in readings]
    read = [(reading, _in_its_language(reading, _named_again, own, named)) for reading, own in read]
    donor = donor_of(named, [own for _, own in read])
    hosts = tuple(actor.name for sentence in named for _, phrase in sentence.named for actor in phrase.actors)
    document = replace(document, donor=donor.name, donor_iso3=donor.iso3)
    told = kinds(read, donor)
    owners = rubrics([reading.section for reading, _ in read], told)
    related = [
        _in_its_language(_of_kind(reading, one), _related, own, donor, document.name, hosts)
        for (reading, own), one in zip(read, told, strict=True)
    ]
    registers: dict[str, Register] = {}
    cells: dict[str, dict[Span, str]] = {}
    for id_, cell in identified(document.name, [section.reading.section for section in related]):
        cells.setdefault(cell.section.id, {})[cell.span] = id_
    related = [
        section._replace(findings=_findings(section, registers), cells=cells.get(section.reading.section.id, {}))
        for section in related
    ]
    projects, gifts = Register("projects"), Register("contributions")
    called = calling([(section.reading.section, section.sentences) for section in related])
    return Profile(
        document=document,
        sections=tuple(section.reading.section for section in related),
        findings=tuple(finding for section in related for finding in section.findings),
        projects=merged(_all_projects(related, owners, called, projects)),
        contributions=tuple(
            row for place, section in enumerate(related) if place not in owners for row in contributions(section, gifts)
        ),
    )


def _all_projects(
    related: Sequence[Related], owners: Mapping[int, int], called: Set[str], ids: Register
) -> Iterator[Project]:
    """The projects of each section, those of its tables after its own; a rubric has none of its own."""
    by_id = {section.reading.section.id: section for section in related}
    for place, section in enumerate(related):
        headed = list(_above(section, by_id))
        if place not in owners:
            own = _with_rubrics(without_lists(section), place, owners, related)
            yield from _projects(own, headed, section.reading.section.id in called, ids)
        yield from table_projects(section, [section, *headed], ids)


def _named_again(_: Reading, own: Sequence[Sentence], title: Sequence[Sentence]) -> list[Sentence]:
    return named_again(own, title)


def _above(section: Related, by_id: Mapping[str, Related]) -> Iterator[Related]:
    """The sections under whose headings one stands, the nearest first."""
    while above := by_id.get(section.reading.section.parent):
        yield above
        section = above


def _in_its_language(reading: Reading, relates: Callable[..., Made], *told: object) -> Made:
    with spoken(reading.section.language):
        return relates(reading, *told)


def _of_kind(reading: Reading, told: Told) -> Reading:
    return replace(reading, section=replace(reading.section, kind=told.kind, rival=told.rival))


def _related(reading: Reading, own: Sequence[Sentence], donor: Donor, document: str, hosts: tuple[str, ...]) -> Related:
    reading = with_roles(reading, own, donor)
    amounts = played(reading, own, donor)
    heading = [sentence for sentence in own if sentence.in_heading]
    in_project, of_gifts = reading.section.kind == "project", reading.section.kind in ("contributions", "front")
    dated = [list_.span for list_ in projects_of(reading.section) if list_.columns("start", "end")]
    for n, amount in enumerate(amounts):
        paragraph = reading.section.content.rfind("\n", 0, amount.sentence.start)
        earlier = [s for s in own if paragraph < s.start < amount.sentence.start and not s.in_heading]
        amount.flow = amount.money.flow or flow(amount, earlier, () if in_project else heading)
        amount.period = amount.money.period
        of_row = any(span.holds(amount.money.char_start) for span in dated)  # whose columns tell when it runs
        if not amount.period and amount.role != "none" and not of_row:
            heads = heading_words(reading.section, own, amount.money.char_start)
            headed = () if in_project or any("EDITION" in one.kinds for one in heading) else heading
            above = (*lead_in(reading.section, own, amount.money.char_start), *headed)
            found = period(amount, amounts[:n], heads, above, () if in_project else earlier)
            found = counted(amount) if found == Period() and of_gifts else found
            amount.time, amount.period = found.time, found.time.value if found.time else None
            amount.doubts = (*amount.doubts, *([found.doubt] if found.doubt and amount.role != "rate" else ()))
    shared(amounts)
    _share_with_wholes(amounts)
    by_place = {amount.money.char_start: amount for amount in amounts}
    labels = {actor.start for amount in amounts if amount.role in PASSES_ON for actor in amount.givers}
    mentions = tuple(
        _filled(m, by_place, in_project) if isinstance(m, Money) else _as_giver(m, labels) for m in reading.mentions
    )
    return Related(document, donor, replace(reading, mentions=mentions), own, amounts, hosts=hosts)


def _as_giver(mention: Mention, labels: Container[int]) -> Mention:
    """A country whose name labels what it gives ("Norway: EUR 3 million; Togo: EUR 1 million") benefits by other words
    alone."""
    if isinstance(mention, Country) and mention.role == "beneficiary" and mention.char_start in labels:
        return replace(mention, role="mentioned")
    return mention


def _share_with_wholes(amounts: Iterable[Played]) -> None:
    """What is told of one of two amounts that are the same holds for the other; a part is given when the whole is."""
    for amount in amounts:
        whole = amount.of
        if whole and amount.role == "same":
            amount.flow = amount.flow or whole.flow
            whole.flow = whole.flow or amount.flow
            if not whole.period and amount.period:
                whole.time, whole.period = amount.time, amount.period
            amount.period = amount.period or whole.period
        is_own = not amount.period and not amount.doubts and not (whole and whole.is_told("sum"))
        if whole and amount.role == "part" and is_own:
            amount.time, amount.period = whole.time, whole.period


def _filled(money: Money, by_place: Mapping[int, Played], in_project: bool) -> Money:
    """The amount with what the text tells of it."""
    money = of_known_scale(money)
    amount = by_place.get(money.char_start)
    if amount is None:
        return money
    givers = amount.of.givers if amount.role == "same" and amount.of else amount.givers
    own_flow: Flow | None = "project" if in_project and amount.role in ("share", "total") else None
    return replace(
        money,
        role=amount.role,
        flow=amount.flow or own_flow,
        period=amount.period,
        funder=givers[0].name if len(givers) == 1 and amount.role in PASSES_ON else None,
        doubts=(*money.doubts, *amount.doubts),
    )


def _findings(section: Related, registers: dict[str, Register]) -> tuple[Finding, ...]:
    """The findings of a section; a part knows the id of its whole."""
    reading = section.reading
    found = list(findings(section.document, reading.section, reading.mentions, registers))
    ids = {f.mention.char_start: f.id for f in found if isinstance(f.mention, Money)}
    wholes = {a.money.char_start: ids[a.of.money.char_start] for a in section.amounts if a.of}
    return tuple(_linked(finding, wholes) for finding in found)


def _linked(finding: Finding, wholes: Mapping[int, str]) -> Finding:
    whole = wholes.get(finding.mention.char_start)
    if whole is None or not isinstance(finding.mention, Money):
        return finding
    return replace(finding, mention=replace(finding.mention, part_of=whole))


def _with_rubrics(section: Related, place: int, owners: Mapping[int, int], related: Sequence[Related]) -> Related:
    return section._replace(rubrics=tuple(related[rubric] for rubric, owner in owners.items() if owner == place))


def _projects(section: Related, headed: Sequence[Related], is_called: bool, ids: Register) -> Iterable[Project]:
    if section.reading.section.kind == "project":
        if grants(section.reading):
            yield from grant_projects(section, headed, ids)
        elif forms(section.reading.section):
            yield from form_projects(section, headed, ids)
        else:
            yield project(section, ids.of(section.document, section.reading.section.id), headed=headed)
    else:
        points = listed_projects(section.reading.section, section.sentences, section.donor, is_called)
        yield from item_projects(section, points, ids, headed)
