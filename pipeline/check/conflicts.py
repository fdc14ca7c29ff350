"""Figures that are told twice with two values: in a heading, a panel, a body or a list.

Two figures count as one where they are of one contribution kind and period, or of one project.
Figures of one sentence stand side by side on purpose, and figures that one rounding explains agree.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.check.checker import Checker, quoted
from pipeline.check.rounding import meaning
from pipeline.language.expressions import cue
from pipeline.language.lexicon import word_set
from pipeline.model import Check, Contribution, ContributionKind, Doubt, Finding, Money, Profile, Project

# The kinds of which a donor gives one amount in a period, and one that is told of several years together; humanitarian
# money comes in many.
ONE_A_PERIOD: Final[frozenset[ContributionKind]] = frozenset({"assessed", "core", "voluntary", "total"})

PERIOD: Final = {"start": "from", "end": "to", "duration": "for"}  # fields, and the word before their values

ACRONYM: Final = re.compile(r"\(([A-Z]{2,})\)")
SHORTEST_WORD: Final = 4  # letters; shorter words name nothing, nor do these
NO_NAMES = word_set("function_words", "names nothing")
LONGEST_ENDING: Final = 2  # letters by which words of one root may differ: "Ethiopia" and "Ethiopian"
ONE_SIZE: Final = 10  # times; amounts further apart are of different things


class TwoContributions(Checker):
    """One kind and period of contributions, two amounts: one of them was misread, or is of something else."""

    id = "two-contributions"
    title = "A contribution told twice with two amounts"
    template = "The {kind} contribution{period} is told as {amount}, but elsewhere as {other}."
    advice = "Look at both places: correct the row that is wrong, accept both where each is right of something else."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each contribution that does not agree with the first of its kind, funder and period."""
        groups: dict[object, list[Contribution]] = defaultdict(list)
        for c in profile.contributions:
            of_years = c.period_start and c.period_end and c.period_start[:4] != c.period_end[:4]
            is_one = c.kind in ONE_A_PERIOD or (c.kind == "earmarked" and of_years)
            if is_one and not cue("partial").search(c.stated.sentence) and (c.period or c.kind == "total"):
                groups[c.kind, c.funder or profile.document.donor, c.period_start, c.period_end].append(c)
        for first, *others in groups.values():
            for other in others:
                of_others = _recipients(first) and _recipients(other) and not _recipients(first) & _recipients(other)
                if not of_others and not _agree(first.stated, other.stated) and _told_apart(first, other):
                    yield self.on_contribution(
                        other,
                        "amount",
                        kind=other.kind,
                        period=f" of {other.period}" if other.period else "",
                        amount=quoted(other.stated.text),
                        other=quoted(first.stated.text),
                    )


class TwoAmounts(Checker):
    """A project's amount, and another one in its heading or in a sentence elsewhere that names the project.

    Where the project's own text tells the other amount too, or the sentence or row tells the project's amount with it,
    it is of something else: a part, a year, the whole cost.
    """

    id = "two-amounts"
    title = "A project's amount told twice with two values"
    template = "The project {title} has the amount {amount}, but {text} is told of it in {sentence}"
    advice = (
        "Decide which amount is the project's; correct the row, or accept it where the other amount is of "
        "something else."
    )

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each other amount, in reading order."""
        body, beside = defaultdict(list), defaultdict(list)
        for finding in profile.findings:
            if isinstance(finding.mention, Money):
                beside[finding.section.id, finding.mention.sentence_start].append(finding.mention)
                if not _in_heading(finding):
                    body[finding.section.id].append(finding.mention)
        for finding in profile.findings:
            told = finding.mention
            if not isinstance(told, Money) or told.amount is None:
                continue
            project = project_named(finding, profile.projects)
            if project is None or project.amount is None or not _comparable(project, told):
                continue
            of_one_size = project.amount / ONE_SIZE < told.amount < project.amount * ONE_SIZE
            others = beside[finding.section.id, told.sentence_start]
            is_known = any(_is_amount_of(project, other) for other in others)
            is_known |= any(_same(told, own) for own in body[project.section.id])
            if of_one_size and not is_known:
                yield self.on_project(
                    project,
                    "amount",
                    title=quoted(project.title),
                    amount=f"{project.currency} {project.amount:,f}",
                    text=quoted(told.text),
                    sentence=quoted(told.sentence),
                )


class ConflictingAmounts(Checker):
    """Two amounts of one project: tranches, phases or funders side by side, or a contradiction."""

    id = "conflicting-amounts"
    title = "A project of which the text tells more than one amount"
    template = "The amount of the project {title} was left empty: {reason}; it may be {candidates}."
    advice = "Choose the project's own on the page; where none of them is, accept the row with the field empty."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each project whose amount is open between several."""
        for project in profile.projects:
            for doubt in (doubt for doubt in project.doubts if is_conflict(doubt) and doubt.field == "amount"):
                gaps = {"title": quoted(project.title), "reason": doubt.reason.rstrip(".")}
                yield self.on_project(project, "amount", candidates=" or ".join(doubt.candidates), **gaps)


def is_conflict(doubt: Doubt) -> bool:
    """Whether a field of a project is open because the text tells more than one value."""
    return doubt.field in ("amount", *PERIOD) and not doubt.assumed and len(doubt.candidates) > 1


class TwoProjectsOfOneName(Checker):
    """A heading that comes again may be one project that was cut in two, or counted twice; rows of lists and grants to
    one body are several where their amounts differ."""

    id = "two-projects"
    title = "Two projects with one title"
    template = "The title {title} heads two projects."
    advice = "Look at both sections: reject one row where they tell one project, accept both where they are two."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each project whose title an earlier one has."""
        seen = defaultdict[str, set[Decimal | None]](set)
        listed = Counter(project.section.id for project in profile.projects)
        for project in profile.projects:
            title = " ".join(project.title.casefold().split())
            amounts = seen[title]
            is_one_of_several = listed[project.section.id] > 1 or project.title in project.partners
            is_told_apart = is_one_of_several and None not in amounts and project.amount not in {None, *amounts}
            if title and amounts and not is_told_apart:
                yield self.on_project(project, "title", title=quoted(project.title))
            amounts.add(project.amount)


def project_named(finding: Finding, projects: Iterable[Project]) -> Project | None:
    """The project in whose heading a mention stands, or which alone its sentence names outside the project sections."""
    if finding.section.kind == "project":
        own = [project for project in projects if project.section.id == finding.section.id]
        return own[0] if own and _in_heading(finding) else None
    said = Said.of(finding.mention.sentence)
    named = [project for project in projects if said.names(project.title)]
    return named[0] if len(named) == 1 else None


class Said(NamedTuple):
    """What a sentence says: its words that may name something, and these without endings."""

    sentence: str
    words: frozenset[str]
    roots: frozenset[str]

    @classmethod
    def of(cls, sentence: str) -> Said:
        """What a sentence says."""
        words = _long_words(sentence) - NO_NAMES()
        return cls(sentence, words, _all_roots(words))

    def names(self, title: str) -> bool:
        """Whether it has the title's acronym, or at least half of its words and no fewer than three (or all)."""
        named = _named(title)
        if any(acronym.search(self.sentence) for acronym in named.acronyms):
            return True
        if self.roots.isdisjoint(named.words) and self.words.isdisjoint(named.roots):
            return False
        words = named.words - NO_NAMES()
        found = sum(word in self.roots or not self.words.isdisjoint(_roots(word)) for word in words)
        return bool(words) and found >= max(min(3, len(words)), len(words) / 2)


class _Named(NamedTuple):
    """What a title may be named by: its acronyms, and its words with and without endings."""

    acronyms: tuple[re.Pattern[str], ...]
    words: frozenset[str]
    roots: frozenset[str]


@lru_cache(maxsize=1 << 10)  # a title is held against every sentence
def _named(title: str) -> _Named:
    words = _long_words(title)
    acronyms = tuple(re.compile(rf"\b{acronym}\b") for acronym in ACRONYM.findall(title))
    return _Named(acronyms, words, _all_roots(words))


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) >= SHORTEST_WORD)


def _all_roots(words: Iterable[str]) -> frozenset[str]:
    return frozenset(root for word in words for root in _roots(word))


@lru_cache(maxsize=1 << 12)
def _roots(word: str) -> tuple[str, ...]:
    return tuple(word[: len(word) - ending] for ending in range(LONGEST_ENDING + 1))


def _in_heading(finding: Finding) -> bool:
    return finding.mention.char_end <= len(finding.section.heading)


def _agree(one: Money, other: Money) -> bool:
    """Whether two amounts can mean the same, or cannot be compared."""
    if one.currency != other.currency or one.amount is None or other.amount is None:
        return True
    return meaning(one).meets(meaning(other))


def _comparable(project: Project, told: Money) -> bool:
    """Whether two amounts are in one currency, or in two by mistake: no exchange gives the same digits."""
    return project.currency == told.currency or (project.amount == told.amount and told.currency is not None)


def _is_amount_of(project: Project, told: Money) -> bool:
    """Whether the project has that very amount, as it may where a person decided on it, not by its own text."""
    return (project.amount, project.currency) == (told.amount, told.currency)


def _same(one: Money, other: Money) -> bool:
    return one.currency == other.currency and _agree(one, other)


def _recipients(contribution: Contribution) -> set[str]:
    """The names to which a contribution goes by its sentence and heading."""
    return set(cue("recipient").findall(f"{contribution.section.heading}. {contribution.stated.sentence}"))


def _told_apart(one: Contribution, other: Contribution) -> bool:
    """Whether two amounts stand in two places of the document, one of them perhaps in a heading, rather than in one
    text that tells the whole and then a part of it."""
    headings = {c.stated.char_end <= len(c.section.heading) for c in (one, other)}
    return one.section.id != other.section.id or len(headings) > 1
