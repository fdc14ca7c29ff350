"""Project rows that tell nothing but their title, and values that the rest of the document speaks against."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.checker import Checker, quoted
from pipeline.check.document import NoProfile, is_bare
from pipeline.check.figures import by_section
from pipeline.check.rounding import meaning
from pipeline.check.tables import in_table
from pipeline.model import Check, Contribution, Country, Profile, Project


class BareProject(Checker):
    """Some projects are global and unpriced; others lost their text or were written in a way that no rule knows."""

    id = "bare-project"
    severity = "info"
    title = "A project without any money, date or country"
    template = "The project {title} has no amount, no date and no country."
    advice = "Look at the section: accept the row if the text states nothing of the kind, else add what was missed."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each project row without amount, time and place, of which no doubt tells why; none where the
        whole document does not look like a profile."""
        if not any(NoProfile().run(profile)):
            for project in filter(is_bare, profile.projects):
                yield self.on_project(project, title=quoted(project.title))


class LargerThanAll(Checker):
    """A project for which the donor gives more than for everything: one of the two amounts has a digit too many."""

    id = "larger-than-all"
    title = "A project larger than all that the donor gave"
    template = "The project {title} has the amount {amount}, but the largest contribution that is told is {largest}."
    advice = "Look at both amounts on their pages: one may have a digit too many, or be of other donors too."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each project above the largest contribution, where that covers years and the project's own."""
        for project in profile.projects:
            given = [c for c in profile.contributions if c.stated.currency == project.currency and _is_told_in_words(c)]
            largest = max(given, key=lambda c: c.stated.amount or 0, default=None)
            if (
                project.amount
                and largest
                and _covers(largest, project)
                and project.amount > meaning(largest.stated).high
            ):
                told = {"amount": f"{project.currency} {project.amount:,f}", "largest": quoted(largest.stated.text)}
                yield self.on_project(project, "amount", title=quoted(project.title), **told)


def _is_told_in_words(contribution: Contribution) -> bool:
    """Whether a contribution stands outside of tables, whose rows may be the projects themselves."""
    money = contribution.stated
    return money.amount is not None and not in_table(contribution.section, money.char_start)


def _covers(contribution: Contribution, project: Project) -> bool:
    """Whether a contribution is of several years, and the project did not begin before them."""
    start, end = contribution.period_start or "", contribution.period_end or ""
    return bool(start and end) and start[:4] != end[:4] and not (project.start and project.start[:4] < start[:4])


class OtherCountry(Checker):
    """A project whose heading and text name different countries: its text may belong to another heading."""

    id = "other-country"
    title = "A project whose heading and text name different countries"
    template = "The heading {title} names {heading}, but the text names {text} as the place of work and not that."
    advice = "See whether the text belongs to this heading; correct the project's countries."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each project whose text never names the countries of its heading, in any form, but others."""
        findings = by_section(profile.findings)
        for project in profile.projects:
            own = (finding.mention for finding in findings.get(project.section.id, ()))
            countries = [m for m in own if isinstance(m, Country) and m.iso3 and m.kind in ("country", "demonym")]
            heading = [m for m in countries if m.char_end <= len(project.section.heading) and m.role == "beneficiary"]
            text = [m for m in countries if m.char_start > len(project.section.heading)]
            working = [m for m in text if m.role == "beneficiary" and m.kind == "country"]
            if heading and working and not {m.iso3 for m in heading} & {m.iso3 for m in text}:
                names = {"heading": quoted(*_names(heading)), "text": quoted(*_names(working))}
                yield self.on_project(project, "countries", title=quoted(project.title), **names)


def _names(countries: list[Country]) -> list[str]:
    return list(dict.fromkeys(country.text for country in countries))
