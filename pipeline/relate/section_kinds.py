"""What sections are about: what they say, their form among their siblings and their heading together.

segment tells what a section may be by its form and the words of its heading; here what it says decides: a project is
told with money given for it, a period, somebody who funds it, a place of work, or a word for a project.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.language.document_words import rules
from pipeline.language.fields import MONEY, fields
from pipeline.language.function_words import AND, FOR, IN, OF, THE, TO, WITH
from pipeline.language.lexicon import word_set
from pipeline.language.plurals import ends_as_plural
from pipeline.model import Country, Paragraph, Reading, Section, SectionKind
from pipeline.relate.actors import Donor, alike
from pipeline.relate.grants import grants
from pipeline.relate.phrases import Actor, Phrase, Sentence
from pipeline.relate.statements import Statement, statements
from pipeline.relate.tables import TELLING, WHEN, facts_of, givers_of, listed_titles, projects_of

ENOUGH = 2  # kinds of evidence
# Numbers of a report's chapters: "9.3. ", "III. ", "(b) ", "A. "; projects are numbered "1." if at all.
CHAPTER = re.compile(r"(?:\d+(?:\.\d+)+\.?|[IVX]+\.|\([a-zA-Z]\)|[A-Z]\.)\s")

FOCI = frozenset({"MONEY", "TIME", "RANGE", "SINCE", "UNTIL", "DURATION", "YEAR", "WHO", "PLACE", "DEMONYM", "NAMED"})
SPEAKING = FOCI | {"PROJECT"}  # what may be a sign of a project
# A heading that comes back below so many others is a rubric.
SEVERAL = 2
OURS, DEFINITE = word_set("function_words", "ours"), word_set("function_words", "definite")
BESIDE_NAME = word_set("function_words", "beside a name")
OF_GIFTS = frozenset({"GIVING", "AGREEMENT", "DONORS", "CORE", "ASSESSED", "VOLUNTARY"})  # nouns of headings
APART = frozenset({"OUTLOOK", "SEVERAL", "GENERAL", "EXPENDITURE"})  # words of headings that name no single project
NOT_OWN = frozenset({"part", "same", "none", "rate"})  # what is told of a sum that is none of its own
MOST = 2 / 3  # of the sections of one form


def kinds(read: Sequence[tuple[Reading, Sequence[Sentence]]], donor: Donor) -> list[SectionKind]:
    """The kind of each section of a document. Where most sections of the form that projects have tell of one, those
    of the same form do that tell only one thing of it."""
    listed = {title.casefold() for reading, _ in read for title in listed_titles(reading.section)}
    own = [
        "project" if _is_listed(reading.section, listed) else kind(reading, sentences, donor)
        for reading, sentences in read
    ]
    formed = [
        k
        for k, (reading, sentences) in zip(own, read, strict=True)
        if reading.section.kind == "project" and k in ("project", "other") and not _is_apart(reading, sentences)
    ]
    most = formed.count("project") >= max(ENOUGH, MOST * len(formed))
    return [
        "project" if most and k == "other" and _may_be(reading, sentences) else k
        for k, (reading, sentences) in zip(own, read, strict=True)
    ]


def rubrics(sections: Sequence[Section], told: Sequence[SectionKind]) -> dict[int, int]:
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
        comes_back = told[place] in ("other", "project") and len(parents[section.heading]) >= SEVERAL
        if above is None or not (comes_back or rules().facts.fullmatch(section.heading)):
            continue
        owner = owners.get(above, above)
        if told[owner] == "project":
            owners[place] = owner
    return owners


def _is_listed(section: Section, titles: Collection[str]) -> bool:
    """Whether a list of the document's projects names the heading of a section."""
    return section.kind in ("front", "project", "other") and section.heading.casefold() in titles


def _may_be(reading: Reading, sentences: Sequence[Sentence]) -> bool:
    """Whether a section of the form that projects have tells one thing of one; a place has to stand in its heading."""
    if reading.section.kind != "project" or _is_apart(reading, sentences):
        return False
    is_placed = any("NAMED" in p.kinds for p in _heading(sentences))
    return bool(_signs(sentences) - (set() if is_placed else {"place"}))


def _is_apart(reading: Reading, sentences: Sequence[Sentence]) -> bool:
    """Whether a heading names no single project: a chapter, an outlook, several."""
    return bool(CHAPTER.match(reading.section.heading)) or any(p.kinds & APART for p in _heading(sentences))


def _heading(sentences: Sequence[Sentence]) -> list[Phrase]:
    return [phrase for sentence in sentences if sentence.in_heading for phrase in sentence.phrases]


def _body(sentences: Sequence[Sentence]) -> list[Sentence]:
    return [sentence for sentence in sentences if not sentence.in_heading]


def kind(reading: Reading, sentences: Sequence[Sentence], donor: Donor) -> SectionKind:
    """The kind of a section by what it says alone."""
    section = reading.section
    given = "project" if _lists_grants(reading) else _by_form(section, sentences)
    if given is None and section.kind == "project" and _names_facts(section):
        return "other"
    heading = _heading(sentences)
    named = {kind for p in heading for kind in p.kinds}
    spends = "EXPENDITURE" in named and not named & {"GIVING", "GIFT"}
    if spends and "contributions" in (given, section.kind):
        return "other"
    if given or section.kind not in ("project", "other"):
        opens = section.kind == "front" and _opens_as_project(heading, sentences, donor)
        return given or ("project" if opens else section.kind)
    is_chapter = CHAPTER.match(section.heading) and not any("NAMED" in p.kinds for p in heading)
    signs = _signs(sentences)
    is_apart = named & (APART if _is_list(section) or "GIFT" not in named else APART - {"SEVERAL"})
    may_give = "amount" in signs and not is_apart
    is_about_giving = (
        _is_about_giving(heading, signs, donor)
        or _is_named_after_giver(heading, sentences, donor)
        or (not is_chapter and _is_of_gifts(heading, sentences, donor))
    )
    if (may_give and is_about_giving) or _tells_gifts(section, heading, sentences, donor):
        return "contributions"
    if named & APART or section.kind == "other" or is_chapter:
        return "other"
    told = signs & {"period", "funder"} or any("NAMED" in p.kinds for p in heading)
    is_project = "amount" in signs or any("PROJECT" in p.kinds for p in heading) or (len(signs) >= ENOUGH and told)
    return "project" if is_project else "other"


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
    if named & (APART | {"AGREEMENT", "RELATION"}) or not ("PHASE" in named or elsewhere):
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
    if (
        is_named
        or is_purposed
        or (section.kind == "other" and len(asked & TELLING) >= ENOUGH and asked & (MONEY | WHEN))
    ):
        return "project"
    if section.kind in ("project", "other") and not _is_told(sentences, section):
        if any(projects_of(section)):
            return "other"
        if any(givers_of(section)):
            return "contributions"
    return None


def _is_told(sentences: Sequence[Sentence], section: Section) -> bool:
    """Whether a section tells of a project outside its tables."""
    tables = [*projects_of(section), *givers_of(section)]
    beside = [s for s in sentences if not any(table.span.holds(s.start) for table in tables)]
    signs = _signs(beside)
    return "amount" in signs and len(signs) >= ENOUGH


def _tells_gifts(section: Section, heading: Sequence[Phrase], sentences: Sequence[Sentence], donor: Donor) -> bool:
    """Whether a section tells what the donor gives to several projects, or the donor's gifts under its own name alone;
    a list of points tells projects of their own."""
    gifts = _gifts(sentences, donor)
    apart = {kind for p in heading for kind in p.kinds} & APART
    if apart:
        return apart == {"SEVERAL"} and gifts > 0 and not _is_list(section)
    named = [p for p in heading if p.actors or "NAMED" in p.kinds]
    is_own = all(p.actors and all(map(donor.is_side, p.actors)) for p in named)
    gifts = _shares(sentences) if gifts and named and is_own else gifts  # "… has given EUR 3 million. It pledged …"
    return gifts >= SEVERAL and bool(named) and (is_own or len(named) == len(heading))  # "Sudan", of the gifts to it


def _is_list(section: Section) -> bool:
    return any(isinstance(block, Paragraph) and block.item for block in section.blocks)


def _gifts(sentences: Sequence[Sentence], donor: Donor) -> int:
    """How many sums a section says that the donor gives."""
    return sum(any(map(donor.is_side, _givers(told))) for told in _told_of_amounts(_body(sentences)))


def _shares(sentences: Sequence[Sentence]) -> int:
    """How many sums a section says that somebody gives."""
    told = ({s.tells for s in of_one} for of_one in _told_of_amounts(_body(sentences)))
    return sum("share" in tells and not tells & (NOT_OWN | {"others"}) for tells in told)


def _told_of_amounts(sentences: Iterable[Sentence]) -> Iterator[tuple[Statement, ...]]:
    """What the frames tell of each amount."""
    for sentence in sentences:
        for place, phrase in enumerate(sentence.phrases):
            if "MONEY" in phrase.kinds:
                yield statements(sentence, place, "MONEY")


def _is_about_giving(heading: Sequence[Phrase], signs: Collection[str], donor: Donor) -> bool:
    """Whether a heading names nothing but gifts and whose or when they are ("Our giving", "Grants in 2021"); or, above
    what tells no project, what is given ("Bilateral aid …"), or nobody but the donor and whom it gives to."""
    kinds = {kind for p in heading for kind in p.kinds}
    small = AND() | THE() | IN() | TO() | OF() | FOR() | WITH() | BESIDE_NAME() | OURS() | {"&", "’"}
    words = [p for p in heading if p.text not in small]
    is_ones = "TIME" in kinds or any(p.text in OURS() for p in heading)
    is_of_gifts = "GIVING" in kinds or ("GIFT" in kinds and is_ones)
    if is_of_gifts and all(p.kinds & {"GIVING", "GIFT", "TIME"} for p in words):
        return True
    gives = any(donor.is_side(a) for p in words for a in p.actors)
    return "project" not in signs and ("GIVING" in kinds or (gives and all(p.actors for p in words)))


def _is_named_after_giver(heading: Sequence[Phrase], sentences: Sequence[Sentence], donor: Donor) -> bool:
    """Whether a heading names nobody but who gives what its section tells ("Norway"), or a body to which the donor
    gives ("UNICEF")."""
    small = AND() | THE() | {","}
    named = [actor for p in heading for actor in p.actors]
    if not named or not all(p.actors or p.text in small for p in heading):
        return False
    givers = [a for told in _told_of_amounts(_body(sentences)) for a in _givers(told)]
    is_of_givers = any((a.iso3 and a.iso3 == g.iso3) or alike(a.name, g.name) for a in named for g in givers)
    is_to_body = all(a.known == "multilateral" for a in named) and any(map(donor.is_side, givers))
    return is_of_givers or is_to_body


def _givers(told: Iterable[Statement]) -> Iterator[Actor]:
    return (actor for s in told if "giver" in s.slots for actor in s.slots["giver"].actors)


def _is_of_gifts(heading: Sequence[Phrase], sentences: Sequence[Sentence], donor: Donor) -> bool:
    """Whether a section that speaks of no project in particular ("the project", "this programme") is headed by gifts or
    tells sums for several."""
    is_of_one = any(
        one.text in DEFINITE()
        and other.kinds & {"PROJECT", "FUNDBODY"} == {"PROJECT"}
        and other.kinds & {"WHO", "SUBJ"} != {"WHO"}  # "to the Global Partnership" names who gets it
        and not ends_as_plural(other.text)
        for s in _body(sentences)
        for one, other in pairwise(s.phrases)
    )
    return not is_of_one and (_names_gifts(heading, donor) or _gives_to_several(heading, sentences))


def _gives_to_several(heading: Sequence[Phrase], sentences: Sequence[Sentence]) -> bool:
    """Whether the first sum that is told goes to several projects, or is aid as such, and the heading names neither a
    project nor a place."""
    is_named = any(p.kinds & {"PROJECT", "NAMED"} for p in heading)
    told = ({statement.tells for statement in of_one} for of_one in _told_of_amounts(sentences))
    first = next((tells for tells in told if not tells & NOT_OWN), frozenset[str]())
    return not is_named and "several" in first


def _names_gifts(heading: Sequence[Phrase], donor: Donor) -> bool:
    """Whether the noun of a heading is one of giving or an agreement, a gift that is the donor's, of some years or to
    nobody but names, or money for several ("Portfolio since 2008", "Budget for 2012")."""
    dated = any("TIME" in p.kinds for p in heading)
    plain = [p for p in heading if "TIME" not in p.kinds and p.text != ","]
    end = next((n for n, phrase in enumerate(plain) if n and phrase.kinds & {"PREP", "OFIT"}), len(plain))
    if end == len(plain) > 1 and plain[-1].kinds & {"GAVE", "RAISED"} and "GIFT" in plain[-2].kinds:
        end -= 1  # "Funding announced"
    noun = plain[end - 1].kinds if plain else frozenset[str]()
    small = AND() | THE() | TO() | OF() | WITH()
    small |= IN() if end == 1 else set()  # "Food assistance in Yemen" is one project
    small |= set() if noun & {"LENT", "MIXED"} else FOR()  # a loan for somebody is one project
    receivers = [p for p in plain[end:] if p.text not in small and "GAVE" not in p.kinds]
    is_to_names = bool(receivers) and ("PLURAL" in receivers[0].kinds or all("WHO" in p.kinds for p in receivers))
    is_to_many = "PLURAL" in noun and not receivers and not noun & {"PROJECT", "SEVERAL"}  # "Irish organisations"
    is_label = not dated and bool(fields(" ".join(p.text for p in plain)))  # "Annual budget" may be a project's
    is_pool = "POOL" in noun and all("NAMED" in p.kinds for p in receivers) and not is_label
    is_relief = {"GIFT", "HUMANITARIAN"} <= noun and bool(receivers)  # "Food aid to seven countries"
    is_donors = not receivers and any(donor.is_side(a) for p in plain for a in p.actors)
    is_joined = any(p.text in AND() for p in plain)
    is_work = bool(noun & {"HUMANITARIAN", "HELP"})  # "Community support" is one project
    is_described = not (receivers or is_joined or is_work) and len(plain) > 1  # "New commitment"
    is_gift = "GIFT" in noun and (is_to_names or is_donors or is_described or dated)
    return is_relief or is_gift or is_pool or is_to_many or bool(noun & OF_GIFTS)


def _signs(sentences: Sequence[Sentence]) -> set[str]:
    """The kinds of evidence that a section is one of a project."""
    places = (
        (s, place, phrase) for s in sentences for place, phrase in enumerate(s.phrases) if phrase.kinds & SPEAKING
    )
    return {sign for sentence, place, phrase in places for sign in _signs_of(sentence, place, phrase)}


def _signs_of(sentence: Sentence, place: int, phrase: Phrase) -> Iterator[str]:
    told = [s for kind in phrase.kinds & FOCI for s in statements(sentence, place, kind)]
    tells = {s.tells.rstrip("?") for s in told}
    if "PROJECT" in phrase.kinds and not ends_as_plural(phrase.text):
        yield "project"
    apart = {"rate", "none", "spent"} | (set() if "promised" in tells else {"needed"})
    if "MONEY" in phrase.kinds and not tells & apart:
        yield "amount"
    if any("giver" in s.slots for s in told):
        yield "funder"
    if "TIME" in phrase.kinds and tells & {"starts", "ends", "runs", "lasts"} and not tells & {"apart", "event"}:
        yield "period"
    if "WHO" in phrase.kinds and not sentence.in_heading and tells & {"gives", "works"}:
        yield "funder"
    if "NAMED" in phrase.kinds and (sentence.in_heading or any(t.startswith("there") for t in tells)):
        yield "place"
