"""Periods between dates that are only as precise as they are printed.

"2021-2023" may be as short as a year and a day, and as long as three years.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Final, NamedTuple

from pipeline.check.checker import Checker, called, quoted
from pipeline.check.conflicts import PERIOD, is_conflict, project_named
from pipeline.check.tables import in_table
from pipeline.language.expressions import cue
from pipeline.model import Check, Contribution, Doubt, Finding, Profile, Project, Time
from pipeline.model.edtf import days

DAYS_A_MONTH: Final = 30.44
DURATION: Final = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?")
MONTHS: Final = (12, 1, 7 / DAYS_A_MONTH, 1 / DAYS_A_MONTH)  # of a year, month, week and day


class Timespan(NamedTuple):
    """A period between two dates of reduced precision: each is any day from its first to its last."""

    first_start: date
    last_start: date
    first_end: date
    last_end: date

    @property
    def shortest(self) -> float:
        """Months from the last day that it may start on to the first that it may end on."""
        return max((self.first_end - self.last_start).days, 0) / DAYS_A_MONTH

    @property
    def longest(self) -> float:
        """Months from the first day that it may start on to the last that it may end on."""
        return ((self.last_end - self.first_start).days + 1) / DAYS_A_MONTH

    def agrees(self, other: Timespan) -> bool:
        """Whether the two may start and end on the same days."""
        return self.starts_with(other) and self.first_end <= other.last_end and other.first_end <= self.last_end

    def starts_with(self, other: Timespan) -> bool:
        """Whether the two may start on the same day."""
        return self.first_start <= other.last_start and other.first_start <= self.last_start

    def overlaps(self, other: Timespan) -> bool:
        """Whether the two may have a day in common."""
        return self.first_start <= other.last_end and other.first_start <= self.last_end


def timespan(start: str | None, end: str | None) -> Timespan | None:
    """The period from an ISO year, month or day to another; None where an end is open or ends before its start."""
    if not start or not end or is_reversed(start, end):
        return None
    starts, ends = days(start), days(end)
    return Timespan(*starts, *ends) if starts and ends else None


def fits(duration: str, period: Timespan) -> bool:
    """Whether a period may last as long as an ISO 8601 duration says, rounded to the duration's last unit."""
    match = DURATION.fullmatch(duration)
    if not match:
        return True
    stated = [(float(number), months) for number, months in zip(match.groups(), MONTHS, strict=True) if number]
    length = sum(number * months for number, months in stated)
    tolerance = max(min((months for _, months in stated), default=0) / 2, 1)
    return period.shortest - tolerance <= length <= period.longest + tolerance


def is_reversed(start: str | None, end: str | None) -> bool:
    """Whether a period certainly ends before it starts."""
    first, last = days(start), days(end)
    return bool(first and last and last[1] < first[0])


def reversed_edges(doubt: Doubt) -> tuple[str, str] | None:
    """Start and end of the one interval that a field may have, where it ends before it starts."""
    if len(doubt.candidates) == 1:
        start, _, end = doubt.candidates[0].partition("/")
        return (start, end) if is_reversed(start, end) else None
    return None


def length(period: Timespan) -> str:
    """How long the period is, for people: `25 to 36 months`."""
    shortest, longest = round(period.shortest), round(period.longest)
    return f"{longest} months" if shortest == longest else f"{shortest} to {longest} months"


class EndBeforeStart(Checker):
    """A period that ends before it starts: one of its ends is misprinted or misread."""

    id = "end-before-start"
    title = "An end before its start"
    template = "{text} starts in {start}, but ends in {end}."
    advice = "Look at the page: correct the end that was misread, or leave it empty where the print itself is wrong."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each period of which that is the doubt, and for each row with such a start and end."""
        for finding in profile.findings:
            mention = finding.mention
            for start, end in filter(None, map(reversed_edges, mention.doubts)):
                yield self.on_finding(finding, "value", text=quoted(mention.text), start=start, end=end)
            if isinstance(mention, Time) and is_reversed(mention.start, mention.end):
                ends = {"start": mention.start, "end": mention.end}
                yield self.on_finding(finding, "end", text=quoted(mention.text), **ends)
        for given in profile.contributions:
            if is_reversed(given.period_start, given.period_end):
                ends = {"start": given.period_start, "end": given.period_end}
                yield self.on_contribution(given, "period_end", text=f"The time of {called(given)}", **ends)
        for project in profile.projects:
            if is_reversed(project.start, project.end):
                title = f"The project {quoted(project.title)}"
                yield self.on_project(project, "end", text=title, start=project.start, end=project.end)


class FinishedBeforeStart(Checker):
    """Something of a project that was finished before the project began, unless the text tells of an earlier phase."""

    id = "finished-before-start"
    title = "Something was finished before the project began"
    template = "The project {title} began in {start}, but {sentence} tells of something finished earlier."
    advice = "See which of the two dates is the project's; correct its start where it is another phase's."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such date in a project's own section."""
        starts = {p.section.id: p for p in profile.projects if p.start and not is_reversed(p.start, p.end)}
        for finding in profile.findings:
            mention, project = finding.mention, starts.get(finding.section.id)
            if project is None or not isinstance(mention, Time) or cue("earlier").search(mention.sentence):
                continue
            before = mention.sentence[: mention.char_start - mention.sentence_start]
            if cue("finished").search(before) and is_reversed(project.start, mention.end):
                told = {"start": project.start, "sentence": quoted(mention.sentence)}
                yield self.on_finding(finding, "end", title=quoted(project.title), **told)


class DurationMismatch(Checker):
    """A stated duration is rounded to its unit: half a year for years, a month for months."""

    id = "duration-mismatch"
    title = "A duration that does not fit its dates"
    template = "{duration} does not fit {dates}, which is {length}."
    advice = (
        "Look at the page: correct a date or duration that was misread, accept them where the document "
        "contradicts itself."
    )

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each project with both, and for each sentence that tells a duration beside its dates."""
        decided = {p.section.id for p in profile.projects if p.start and p.end and p.duration}
        for project in profile.projects:
            period = timespan(project.start, project.end)
            if period and project.duration and not fits(project.duration, period):
                told = {"duration": _printed(project, profile), "dates": f"{project.start} to {project.end}"}
                yield self.on_project(project, "duration", length=length(period), **told)
        for duration, dates in durations_beside_dates(profile):
            stated, period = _time(duration).duration, _period(dates)
            if stated and period and duration.section.id not in decided and not fits(stated, period):
                told = {"duration": quoted(duration.mention.text), "dates": quoted(dates.mention.text)}
                yield self.on_finding(duration, "duration", length=length(period), **told)


class TwoProjectPeriods(Checker):
    """The heading, a label ("Duration:"), the text ("the project runs") and the row of a table that names the project
    each tell its own period. An extension explains two ends."""

    id = "two-project-periods"
    title = "A project with two periods"
    template = "The project {title} is told to run {period}, but also {other}."
    advice = "Decide which period is the project's, and correct its start and end or accept them."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each start, end or duration that is told twice, else one for each project with two periods of
        its own that cannot be the same."""
        told = own_periods(profile)
        for project in profile.projects:
            open_ = [doubt for doubt in project.doubts if is_conflict(doubt) and doubt.field in PERIOD]
            for doubt in open_:
                period, other, *_ = (f"{PERIOD[doubt.field]} {value}" for value in doubt.candidates)
                yield self.on_project(project, doubt.field, title=quoted(project.title), period=period, other=other)
            if open_:
                continue
            periods = [(quoted(finding.mention.text), _period(finding)) for finding in told.get(project.id, ())]
            periods.append((f"from {project.start} to {project.end}", timespan(project.start, project.end)))
            is_extended = bool(cue("extended").search(project.section.content))
            for (period, one), (other, two) in combinations(periods, 2):
                if one and two and not (one.agrees(two) or (is_extended and one.starts_with(two))):
                    yield self.on_project(project, "start", title=quoted(project.title), period=period, other=other)
                    break


class TwoContributionPeriods(Checker):
    """One amount of one kind, two periods that overlap; the same amount may well be given again later."""

    id = "two-contribution-periods"
    title = "A contribution told twice with two periods"
    template = "The {kind} contribution {amount} is told for {period}, but elsewhere for {other}."
    advice = "Look at both places: correct the period that was misread, accept both where the gift was made twice."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each contribution whose amount comes earlier with another period."""
        groups: dict[object, list[Contribution]] = defaultdict(list)
        for contribution in profile.contributions:
            if contribution.stated.amount is not None and contribution.period:
                key = contribution.kind, contribution.funder, contribution.stated.amount, contribution.stated.currency
                groups[key].append(contribution)
        for first, *others in groups.values():
            for other in others:
                one, two = (
                    timespan(first.period_start, first.period_end),
                    timespan(other.period_start, other.period_end),
                )
                if one and two and one.overlaps(two) and not one.agrees(two):
                    told = {"amount": quoted(other.stated.text), "period": other.period, "other": first.period}
                    yield self.on_contribution(other, "period", kind=other.kind, **told)


# ----------------------------------------------------------------------------------------------------------- in a text


def durations_beside_dates(profile: Profile) -> Iterator[tuple[Finding, Finding]]:
    """The one duration of a sentence with the one range of it, where the words show that they are of one thing."""
    sentences: dict[object, list[Finding]] = defaultdict(list)
    for finding in profile.findings:
        if isinstance(finding.mention, Time) and finding.mention.kind in {"duration", "range"}:
            sentences[finding.section.id, finding.mention.sentence_start].append(finding)
    for times in sentences.values():
        if sorted(_time(finding).kind for finding in times) == ["duration", "range"]:
            first, second = sorted(times, key=lambda finding: finding.mention.char_start)
            duration, dates = (first, second) if _time(first).kind == "duration" else (second, first)
            between = first.section.content[first.mention.char_end : second.mention.char_start]
            if cue("one_thing").search(between):
                yield duration, dates


def own_periods(profile: Profile) -> dict[str, list[Finding]]:
    """The ranges that are said to be a project's own, by its id: in its section, and in the row of a table that names
    it."""
    projects = {project.section.id: project for project in profile.projects}
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in profile.findings:
        mention = finding.mention
        if not isinstance(mention, Time) or mention.kind != "range":
            continue
        project = projects.get(finding.section.id)
        if project and _is_own(finding):
            found[project.id].append(finding)
        elif (
            not project
            and in_table(finding.section, mention.char_start)
            and (named := project_named(finding, profile.projects))
        ):
            found[named.id].append(finding)
    return found


def _is_own(finding: Finding) -> bool:
    """Whether a range in a project's section is the project's: it stands in the heading, or after words that say so."""
    before = finding.section.content[finding.mention.sentence_start : finding.mention.char_start]
    in_heading = finding.mention.char_end <= len(finding.section.heading)
    return in_heading or bool(cue("period_label").search(before) or cue("project_runs").search(before))


def _printed(project: Project, profile: Profile) -> str:
    """The project's duration as its section has it, else as its row does."""
    times = (finding.mention for finding in profile.findings if finding.section.id == project.section.id)
    printed = (time.text for time in times if isinstance(time, Time) and time.duration == project.duration)
    return quoted(next(printed, project.duration or ""))


def _time(finding: Finding) -> Time:
    assert isinstance(finding.mention, Time)
    return finding.mention


def _period(finding: Finding) -> Timespan | None:
    """The period of a range as precisely as its EDTF value says, else by its days."""
    mention = _time(finding)
    start, _, end = (mention.value or "").partition("/")
    return timespan(start, end) or timespan(mention.start, mention.end)
