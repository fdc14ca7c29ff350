"""Values that the rules could not decide, or could only assume: each doubt of a mention, project or
contribution becomes a check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from pipeline.check.checker import Checker, Row, called, quoted, rows
from pipeline.check.conflicts import is_conflict
from pipeline.check.periods import reversed_edges
from pipeline.check.tables import in_table
from pipeline.model import Check, Contribution, Doubt, Finding, Mention, Money, Profile, Project, schema

LISTS: Final = frozenset(field.name for table in schema.TABLES for field in table.fields if field.type == "list")


class UndecidedValue(Checker):
    """A field that was left empty because the text allows more than one value, or none."""

    id = "undecided-value"
    title = "A value that the text leaves open"
    template = "The {name} of {text} was left empty: {reason}{candidates}."
    advice = "Choose one of the candidates on the page, or accept the row with the field empty."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each doubt whose field is empty, but for those that other checks tell: periods that end before
        they start, and projects of which the text tells two values."""
        for row, doubt in doubts(profile):
            conflict = isinstance(row, Project) and is_conflict(doubt)
            if not doubt.assumed and not conflict and not reversed_edges(doubt):
                candidates = f"; it may be {' or '.join(doubt.candidates)}" if doubt.candidates else ""
                yield _told(self, row, doubt, candidates=candidates)


class AssumedValue(Checker):
    """A field that has its usual value although the text does not say so."""

    id = "assumed-value"
    severity = "info"
    title = "A value that the text does not state"
    template = "The {name} of {text}{others} {are} taken to be {value}: {reason}."
    advice = "Accept the row where the assumption holds, else correct the field."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each doubt whose field has a value; the same one of several mentions in a section's tables is
        told of the first only, for a table has many."""
        same: defaultdict[object, list[tuple[Row, Doubt]]] = defaultdict(list)
        for row, doubt in doubts(profile):
            if doubt.assumed:
                same[_told_together(row), doubt, _value(row, doubt)].append((row, doubt))
        for (row, doubt), *more in same.values():
            others = f" and of {len(more)} more in its section" if more else ""
            are = "are" if doubt.field in LISTS else "is"
            yield _told(self, row, doubt, value=_value(row, doubt), others=others, are=are)


class OpenRole(Checker):
    """An amount of which the text does not say what it stands for."""

    id = "open-role"
    severity = "info"
    title = "An amount whose role is open"
    template = "The text does not say what {text} stands for."
    advice = "Where somebody gave it, add the row that is missing; else accept the amount."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each amount without a role."""
        for finding in profile.findings:
            money = finding.mention
            if isinstance(money, Money) and money.role is None and money.amount is not None:
                yield self.on_finding(finding, "role", text=quoted(money.text))


class GiftWithoutRow(Checker):
    """An amount that somebody gave is in no row: its section may be of another kind, or tell of more than one gift."""

    id = "gift-without-row"
    severity = "info"
    title = "A gift that is in no row"
    template = "{text} is told as given, but no project or contribution has that amount."
    advice = "Where it is one of its own, add the row that is missing; else accept the amount."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each share that neither a row nor a doubt of one tells; others may fund a project, too."""
        made: tuple[Project | Contribution, ...] = (*profile.projects, *profile.contributions)
        used = {row.money.id for row in made if row.money}
        told = {(row.section.id, text) for row in made for doubt in row.doubts for text in doubt.candidates}
        funders = {(row.section.id, name) for row in profile.projects if row.money for name in row.funders}
        for finding in profile.findings:
            money = finding.mention
            if not isinstance(money, Money) or money.role != "share" or finding.id in used:
                continue
            passage = finding.section.passage(money.char_start)
            if passage and passage.sums_up:  # its parts are told of themselves
                continue
            section = finding.section.id
            if (section, " ".join(money.text.split())) not in told and (section, money.funder) not in funders:
                yield self.on_finding(finding, "role", text=quoted(money.text))


def doubts(profile: Profile) -> Iterator[tuple[Row, Doubt]]:
    """Every doubt with its row."""
    for row in rows(profile):
        for doubt in row.mention.doubts if isinstance(row, Finding) else row.doubts:
            yield row, doubt


def _told_together(row: Row) -> str:
    """What has the same id where one check does for several rows."""
    is_of_table = isinstance(row, Finding) and in_table(row.section, row.mention.char_start)
    return row.section.id if is_of_table else row.id


def _value(row: Row, doubt: Doubt) -> str:
    record: Mention | Project | Contribution = row.mention if isinstance(row, Finding) else row
    value = getattr(record, doubt.field, None)
    return ", ".join(value) or "none" if isinstance(value, tuple) else str(value)


def _told(checker: Checker, row: Row, doubt: Doubt, **gaps: object) -> Check:
    gaps |= {"name": doubt.field, "reason": doubt.reason.rstrip(".")}
    return checker.on_row(row, doubt.field, text=called(row), **gaps)
