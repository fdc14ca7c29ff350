"""Figures that are told twice with two values: in a heading, a panel, a body or a list.

Two figures count as one where they are of one contribution kind and period, or both name a project's whole budget.
Figures of one sentence stand side by side on purpose, and figures that one rounding explains agree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.check.meaning import meaning
from pipeline.model import Check, Contribution, ContributionKind, Finding, Money, Profile, Project

# The kinds of which a donor gives one amount in a period; earmarked and humanitarian money comes in many.
ONE_A_PERIOD: Final[frozenset[ContributionKind]] = frozenset({"assessed", "core", "voluntary", "total"})

BUDGET_BEFORE: Final = re.compile(
    r"\b(?:budget|cost|worth|funding|value|volume)(?: (?:of|is|was|amounts to|totals|totalling))?\W+(?:\w+ ){0,2}\W*$",
    re.I,
)
BUDGET_AFTER: Final = re.compile(r"^(?:[- ]\w+){0,2}[- ](?:project|programme|program|initiative|budget)\b", re.I)
PARTIAL: Final = re.compile(r"\b(?:phase|additional|further|annual|yearly|per|each|extension|top-up|component)\b", re.I)


class TwoContributions(Checker):
    """One kind and period of contributions, two amounts."""

    id = "two-contributions"
    title = "A contribution told twice with two amounts"
    template = "The {kind} contribution{period} is told as {amount}, but elsewhere as {other}."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each contribution that does not agree with the first of its kind, funder and period."""
        groups: dict[object, list[Contribution]] = defaultdict(list)
        for contribution in profile.contributions:
            if contribution.kind in ONE_A_PERIOD and (contribution.period or contribution.kind == "total"):
                period = (contribution.period_start, contribution.period_end) if contribution.period else None
                groups[contribution.kind, contribution.funder, period].append(contribution)
        for first, *others in groups.values():
            for other in others:
                if _contradict(first.money, other.money) and not _side_by_side(first, other):
                    yield self.on_contribution(
                        other,
                        "amount",
                        kind=other.kind,
                        period=f" of {other.period}" if other.period else "",
                        amount=quoted(other.money.text),
                        other=quoted(first.money.text),
                    )


class TwoBudgets(Checker):
    """One project, two amounts that both claim to be its whole budget."""

    id = "two-budgets"
    title = "A project's budget told twice with two amounts"
    template = "The budget of the project {title} is told as {amount}, but also as {other}."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each project with two budgets that do not agree."""
        for project in profile.projects:
            for one, other in combinations(budgets(project, profile), 2):
                if _contradict(one, other) and one.sentence != other.sentence:
                    yield self.on_project(
                        project,
                        "amount",
                        title=quoted(project.title),
                        amount=quoted(one.text),
                        other=quoted(other.text),
                    )
                    break


class TwoProjectsOfOneName(Checker):
    """A heading that comes again may be one project that was cut in two, or counted twice."""

    id = "two-projects"
    title = "Two projects with one title"
    template = "The title {title} heads two projects."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each project whose title an earlier one has."""
        seen: set[str] = set()
        for project in profile.projects:
            title = " ".join(project.title.casefold().split())
            if title and title in seen:
                yield self.on_project(project, "title", title=quoted(project.title))
            seen.add(title)


def budgets(project: Project, profile: Profile) -> Iterator[Money]:
    """The amounts that a project's section, or a line elsewhere that repeats its title, gives as its whole budget."""
    for finding in profile.findings:
        if isinstance(finding.mention, Money) and finding.mention.amount is not None:
            own = finding.section.id == project.section.id
            if _is_budget(finding) if own else _repeats_title(project, finding.mention.sentence):
                yield finding.mention


def _is_budget(finding: Finding) -> bool:
    """Whether an amount stands in the heading, after "budget:" or before "project", and is not told of a part."""
    mention, content = finding.mention, finding.section.content
    if PARTIAL.search(mention.sentence):
        return False
    if mention.char_end <= len(finding.section.heading):
        return True
    before = content[mention.sentence_start : mention.char_start]
    after = content[mention.char_end : mention.sentence_start + len(mention.sentence)]
    return bool(BUDGET_BEFORE.search(before) or BUDGET_AFTER.search(after))


def _repeats_title(project: Project, sentence: str) -> bool:
    title = " ".join(project.title.casefold().split())
    return bool(title) and title in " ".join(sentence.casefold().split()) and not PARTIAL.search(sentence)


def _contradict(one: Money, other: Money) -> bool:
    """Whether two amounts of one currency cannot mean the same."""
    if one.currency != other.currency or one.amount is None or other.amount is None:
        return False
    return not meaning(one).meets(meaning(other))


def _side_by_side(one: Contribution, other: Contribution) -> bool:
    return one.section.id == other.section.id and one.money.sentence_start == other.money.sentence_start
