"""What sections are about: what they say, their form among their siblings and their heading together.

segment tells what a section may be by its form and the words of its heading; here tables and facts decide, else the
signs that section_signs weighs, else, where that is close, the sections of the same form.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from pipeline.language.document_words import rules
from pipeline.language.expressions import says
from pipeline.language.fields import MONEY, fields
from pipeline.language.plurals import ends_as_plural
from pipeline.model import Country, Organisation, Reading, Section, SectionKind, Table
from pipeline.relate.actors import Donor
from pipeline.relate.grants import grants
from pipeline.relate.headed import names_places
from pipeline.relate.phrases import Phrase, Sentence
from pipeline.relate.points import calling, listed_projects
from pipeline.relate.section_signs import Told, may_be_given, weighed
from pipeline.relate.statements import statements
from pipeline.relate.tables import TELLING, WHEN, facts_of, givers_of, listed_titles, projects_of

ENOUGH = 2  # kinds of evidence
# Numbers of a report's chapters: "9.3. ", "III. ", "(b) ", "A. "; projects are numbered "1." if at all.
CHAPTER = re.compile(r"(?:\d+(?:\.\d+)+\.?|[IVX]+\.|\([a-zA-Z]\)|[A-Z]\.)\s")

FOCI = frozenset({"MONEY", "TIME", "RANGE", "SINCE", "UNTIL", "DURATION", "YEAR", "WHO", "PLACE", "DEMONYM", "NAMED"})
SPEAKING = FOCI | {"PROJECT"}  # what may be a sign of a project
# A heading that comes back below so many others is a rubric.
SEVERAL = 2
UNNAMED = frozenset({"OUTLOOK", "EXPENDITURE"})  # words of headings that name neither work nor a giving
APART = UNNAMED | {"SEVERAL"}  # and of those that name no single project
FREE = frozenset({"project", "other", "front"})  # kinds that no word of a heading told
MOST, FEW = 2 / 3, 1 / 3  # of the sections of one form
REPORT = 8  # such sections are those of a report
RARELY, RARELY_WITH_AMOUNT = 2, 1  # by what a project has to be ahead where such sections rarely are one


def kinds(read: Sequence[tuple[Reading, Sequence[Sentence]]], donor: Donor) -> list[Told]:
    """The kind of each section of a document. Where most sections of the form that projects have tell of one, those
    of the same form do that tell only one thing of it, or nearly as much of it as of something else; where few sections
    of a report do, those do not that are not far ahead."""
    listed = {title.casefold() for reading, _ in read for title in listed_titles(reading.section)}
    read = _formed(read, donor)
    called = calling([(reading.section, sentences) for reading, sentences in read])
    facts = {reading.section.parent for reading, sentences in read if _tells_facts_of_project(reading, sentences)}
    headed = {
        reading.section.id
        for reading, sentences in read
        if reading.section.id in facts and _may_have_facts(reading, sentences, donor)
    }
    own = [
        Told("project")
        if _is_listed(reading.section, listed)
        or reading.section.id in headed
        or (reading.section.parent in headed and _tells_facts_of_project(reading, sentences))
        else kind(reading, sentences, donor, reading.section.id in called)
        for reading, sentences in read
    ]
    formed = [told.kind for told, (reading, sentences) in zip(own, read, strict=True) if _is_formed(reading, sentences)]
    most = formed.count("project") >= max(ENOUGH, MOST * len(formed))
    few = not donor.name and len(formed) >= REPORT and formed.count("project") <= FEW * len(formed)
    own = [
        Told("other", "project") if few and _is_unlikely(sentences, told) else told
        for told, (_, sentences) in zip(own, read, strict=True)
    ]
    return [
        Told("project", told.rival and told.kind)
        if most
        and _may_be(reading, sentences, told)
        and not listed_projects(reading.section, sentences, donor, reading.section.id in called)
        else told
        for told, (reading, sentences) in zip(own, read, strict=True)
    ]


def _formed(
    read: Sequence[tuple[Reading, Sequence[Sentence]]], donor: Donor
) -> list[tuple[Reading, Sequence[Sentence]]]:
    """The sections, of which those that tell amounts have the form of projects below the name of a place ("Serbia"),
    which has it no more, and where one of those that stand below the same heading, and not the first one of the
    document, tells of a project by itself. No heading that comes back is one."""
    repeats = Counter(reading.section.heading for reading, _ in read)
    siblings = defaultdict[str, list[tuple[Reading, Sequence[Sentence]]]](list)
    for reading, sentences in read:
        section = reading.section
        is_free = section.kind in FREE and section.parent and repeats[section.heading] == 1
        signs = _signs(sentences) if is_free and not _is_apart(reading, sentences) else set()
        if "amount" in signs or len(signs) >= ENOUGH:
            siblings[section.parent].append((reading, sentences))
    formed: dict[str, SectionKind] = {}
    for reading, sentences in read:
        below = siblings.get(reading.section.id, [])
        told = [one for one in below if kind(*one, donor).kind == "project"]
        is_placed = bool(below) and reading.section.kind != "front" and names_places(_heading(sentences))
        is_placed = is_placed and any("amount" in _signs(own) for _, own in below)
        if is_placed or (told and len(below) >= SEVERAL and reading is not read[0][0]):
            opening = [one.section.id for one, _ in told if one.section.kind == "front"]
            formed |= {one.section.id: "project" for one, _ in below if one.section.id not in opening}
            formed |= {reading.section.id: "other"} if is_placed else {}
    return [
        (replace(reading, section=replace(reading.section, kind=formed[reading.section.id])), sentences)
        if reading.section.id in formed and reading.section.kind in FREE
        else (reading, sentences)
        for reading, sentences in read
    ]


def rubrics(sections: Sequence[Section], told: Sequence[Told]) -> dict[int, int]:
    """The places of the sections that are rubrics of a project, each with the place of the project: their headings come
    back below several others (Background, Results), and tell no kind of their own, or head the facts of what they stand
    below (At a glance)."""
    places = {section.id: place for place, section in enumerate(sections)}
    parents: dict[str, set[str]] = defaultdict(set)
    for section in sections:
        if section.heading and section.parent:
            parents[section.heading].add(section.parent)
    owners: dict[int, int] = {}
    for place, section in enumerate(sections):
        above = places.get(section.parent)
        comes_back = told[place].kind in ("other", "project") and len(parents[section.heading]) >= SEVERAL
        if above is None or not (comes_back or rules().facts.fullmatch(section.heading)):
            continue
        owner = owners.get(above, above)
        if told[owner].kind == "project":
            owners[place] = owner
    return owners


def _is_listed(section: Section, titles: Collection[str]) -> bool:
    """Whether a list of the document's projects names the heading of a section."""
    return section.kind in ("front", "project", "other") and section.heading.casefold() in titles


def _may_be(reading: Reading, sentences: Sequence[Sentence], told: Told) -> bool:
    """Whether a section of the form that projects have is nearly told to be one, or tells one thing of one; a place has
    to stand in its heading."""
    if not _is_formed(reading, sentences):
        return False
    if told.rival == "project" or told.kind != "other":
        return told.rival == "project"
    is_placed = any("NAMED" in p.kinds for p in _heading(sentences))
    return bool(_signs(sentences) - (set() if is_placed else {"place"}))


def _is_unlikely(sentences: Sequence[Sentence], told: Told) -> bool:
    """Whether a project is not far ahead of something else, where few sections are one."""
    if told.kind != "project" or told.lead is None:
        return False
    return told.lead < (RARELY_WITH_AMOUNT if "amount" in _signs(sentences) else RARELY)


def _tells_facts_of_project(reading: Reading, sentences: Sequence[Sentence]) -> bool:
    """Whether a section tells the facts of the project that it stands below ("Project facts"), and none names it."""
    if not reading.section.parent or not rules().facts.fullmatch(reading.section.heading):
        return False
    asked = {field for fact in facts_of(reading.section) for field in fact.fields}
    is_project = _by_form(reading.section, sentences) == "project" or (asked & MONEY and asked & WHEN)
    return bool(is_project) and "title" not in asked


def _may_have_facts(reading: Reading, sentences: Sequence[Sentence], donor: Donor) -> bool:
    """Whether facts of a project may be those of a section: one of the form that projects have, or the title of the
    document, where that does not name the donor."""
    named = (p.mention for p in _heading(sentences) if isinstance(p.mention, Country | Organisation))
    is_title = reading.section.kind == "front" and not any(m.iso3 and m.iso3 == donor.iso3 for m in named)
    return _is_formed(reading, sentences) or (is_title and not _is_apart(reading, sentences))


def _is_formed(reading: Reading, sentences: Sequence[Sentence]) -> bool:
    """Whether a section has the form that projects have, and a heading that may name one."""
    return reading.section.kind == "project" and not _is_apart(reading, sentences)


def _is_apart(reading: Reading, sentences: Sequence[Sentence]) -> bool:
    """Whether a heading names no single project: a chapter, an outlook, several."""
    heading = _heading(sentences)
    return bool(CHAPTER.match(reading.section.heading)) or any(p.kinds & APART for p in heading) or _is_general(heading)


def _is_general(heading: Sequence[Phrase]) -> bool:
    """Whether a heading begins with words that name no work: "Lessons of the fund"; "Radio lessons" may be some."""
    named = (phrase for phrase in heading if phrase.kinds.isdisjoint({"FUNCTION", "NUM", "DEMONYM"}))
    return any("GENERAL" in phrase.kinds for phrase in (*heading[:1], *islice(named, 1)))


def _heading(sentences: Sequence[Sentence]) -> list[Phrase]:
    return [phrase for sentence in sentences if sentence.in_heading for phrase in sentence.phrases]


def kind(reading: Reading, sentences: Sequence[Sentence], donor: Donor, is_called: bool = False) -> Told:
    """The kind of a section by what it says alone, and whether a heading calls what stands in it projects."""
    section, heading = reading.section, _heading(sentences)
    named = {kind for p in heading for kind in p.kinds}
    given = "project" if _lists_grants(reading) else _by_form(section, sentences)
    may_list = section.kind != "front" or (is_called and section.parent)
    if given is None and may_list and listed_projects(section, sentences, donor, is_called):
        given = "other"
    if given is None and section.kind in ("project", "other") and _names_facts(section):
        return Told("other")
    spends = "EXPENDITURE" in named and not named & {"GIVING", "GIFT"}
    if spends and "contributions" in (given, section.kind):
        return Told("other")
    if given or section.kind not in ("project", "other"):
        opens = section.kind == "front" and _opens_as_project(heading, sentences, donor)
        return Told(given or ("project" if opens else section.kind))
    is_chapter = CHAPTER.match(section.heading) and not any("NAMED" in p.kinds for p in heading)
    is_unnamed = named & UNNAMED or _is_general(heading)
    return Told("other") if is_chapter or is_unnamed else weighed(reading, sentences, donor)


def _names_facts(section: Section) -> bool:
    """Whether a heading is one over facts ("In numbers"), or over a column of names ("Project"), and names nothing."""
    is_head = len(section.heading.split()) == 1 and fields(section.heading) == ("title",)
    return is_head or bool(rules().facts.fullmatch(section.heading))


def _opens_as_project(heading: Sequence[Phrase], sentences: Sequence[Sentence], donor: Donor) -> bool:
    """Whether front matter tells of a project whose phase or place its heading names: before the contributions a
    profile may begin with one."""
    named = {kind for p in heading for kind in p.kinds}
    places = [p.mention for p in heading if "NAMED" in p.kinds and isinstance(p.mention, Country)]
    elsewhere = any(place.iso3 != donor.iso3 for place in places)
    if named & (APART | {"AGREEMENT", "RELATION"}) or _is_general(heading) or not ("PHASE" in named or elsewhere):
        return False
    signs = _signs(sentences)
    return "amount" in signs and len(signs) > ENOUGH


def _lists_grants(reading: Reading) -> bool:
    return reading.section.kind in ("project", "other") and bool(grants(reading))


def _by_form(section: Section, sentences: Sequence[Sentence]) -> SectionKind | None:
    """The kind of a section that its tables or facts tell: the rows of a list of projects are the projects, a list of
    givers tells contributions, and facts that tell a project's money or time are one's."""
    asked = {field for fact in facts_of(section) for field in fact.fields}
    is_named = "title" in asked and bool(asked & TELLING)
    is_purposed = "purpose" in asked and bool(asked & MONEY)  # "Funding: EUR 3 million", "Project description: …"
    is_placed = section.kind == "project" and bool(asked & {"country", "place"}) and bool(asked & MONEY)
    decisive = {"project": WHEN, "other": MONEY | WHEN}.get(section.kind, frozenset())
    if is_named or is_purposed or is_placed or (asked & decisive and len(asked & TELLING) >= ENOUGH):
        return "project"
    if section.kind not in ("project", "other"):
        return None
    listed: SectionKind | None = (
        "other" if any(projects_of(section)) else "contributions" if any(givers_of(section)) else None
    )
    is_of_givers = listed == "contributions" and bool(says("givers").search(section.heading))
    return listed if listed and (is_of_givers or not _is_told(sentences, section)) else None


def _is_told(sentences: Sequence[Sentence], section: Section) -> bool:
    """Whether a section tells of a project outside its tables."""
    spans = [table.span for table in section.blocks if isinstance(table, Table) and table.cells]
    beside = [s for s in sentences if not any(span.holds(s.start) for span in spans)]
    signs = _signs(beside)
    return "amount" in signs and len(signs) >= ENOUGH


def _signs(sentences: Sequence[Sentence]) -> set[str]:
    """The kinds of evidence that a section is one of a project."""
    places = (
        (s, place, phrase)
        for s in sentences
        for place, phrase in (enumerate(s.phrases) if "PROJECT" in s.kinds else s.named)
        if not phrase.kinds.isdisjoint(SPEAKING)
    )
    return {sign for sentence, place, phrase in places for sign in _signs_of(sentence, place, phrase)}


def _signs_of(sentence: Sentence, place: int, phrase: Phrase) -> Iterator[str]:
    told = [s for kind in phrase.kinds & FOCI for s in statements(sentence, place, kind)]
    tells = {s.tells.rstrip("?") for s in told}
    if "PROJECT" in phrase.kinds and not ends_as_plural(phrase.text):
        yield "project"
    if "MONEY" in phrase.kinds and may_be_given(tells):
        yield "amount"
    if any("giver" in s.slots for s in told):
        yield "funder"
    if "TIME" in phrase.kinds and tells & {"starts", "ends", "runs", "lasts"} and not tells & {"apart", "event"}:
        yield "period"
    if not sentence.in_heading and tells & {"gives", "works"}:
        yield "funder"
    if "NAMED" in phrase.kinds and (sentence.in_heading or any(t.startswith("there") for t in tells)):
        yield "place"
