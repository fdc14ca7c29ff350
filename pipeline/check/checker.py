"""What all checkers share: an id, a severity, a title, a sentence to fill in, and how a finding becomes a place."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from pipeline.model import Check, Contribution, Finding, Mention, Money, Profile, Project, Section, Severity

Row = Finding | Project | Contribution


class Checker(ABC):
    """Looks for one thing in a profile; its docstring says why. `template` is the message, one sentence with named
    gaps, and `advice` what a person does about it. docs/checks.md is made of these."""

    id: ClassVar[str]
    severity: ClassVar[Severity] = "warning"
    title: ClassVar[str]
    template: ClassVar[str]
    advice: ClassVar[str]

    @abstractmethod
    def run(self, profile: Profile) -> Iterator[Check]:
        """One Check for each place of the profile that a person should look at."""

    def on_document(self, profile: Profile, field: str = "", **gaps: object) -> Check:
        """A check on the document as a whole."""
        return Check(
            severity=self.severity,
            check=self.id,
            message=self.template.format(**gaps),
            table="documents",
            row=profile.document.id,
            field=field,
        )

    def on_section(
        self, section: Section, table: str = "sections", row: str = "", field: str = "", **gaps: object
    ) -> Check:
        """A check on a section, or on a row that was made from it."""
        return Check(
            severity=self.severity,
            check=self.id,
            message=self.template.format(**gaps),
            section=section.id,
            page=next((place.page for place in section.places), None),
            table=table,
            row=row or section.id,
            field=field,
        )

    def on_words(self, section: Section, start: int, end: int, **gaps: object) -> Check:
        """A check on words that no row was made from: content[start:end] of a section; `page` is where they begin."""
        page = next(section.within(start, end)).page
        return replace(self.on_section(section, "sections", "", "text", **gaps), page=page)

    def on_finding(self, finding: Finding, field: str = "", **gaps: object) -> Check:
        """A check on one mention; `page` is where the mention begins."""
        mention, section = finding.mention, finding.section
        places = section.within(mention.char_start, mention.char_end)
        return Check(
            severity=self.severity,
            check=self.id,
            message=self.template.format(**gaps),
            section=section.id,
            page=next((place.page for place in places), None),
            table=mention.table,
            row=finding.id,
            field=field,
        )

    def on_project(self, project: Project, field: str = "", **gaps: object) -> Check:
        """A check on a row of projects."""
        return self.on_section(project.section, "projects", project.id, field, **gaps)

    def on_contribution(self, contribution: Contribution, field: str = "", **gaps: object) -> Check:
        """A check on a row of contributions."""
        return self.on_section(contribution.section, "contributions", contribution.id, field, **gaps)

    def on_row(self, row: Row, field: str = "", **gaps: object) -> Check:
        """A check on a row of any of these tables."""
        match row:
            case Finding():
                return self.on_finding(row, field, **gaps)
            case Project():
                return self.on_project(row, field, **gaps)
            case Contribution():
                return self.on_contribution(row, field, **gaps)


def rows(profile: Profile) -> tuple[Row, ...]:
    """The mentions, projects and contributions."""
    return *profile.findings, *profile.projects, *profile.contributions


def stated(row: Row) -> Mention:
    """What a row states: a mention itself, of a project or contribution its amount."""
    match row:
        case Finding():
            return row.mention
        case Contribution():
            return row.stated
    amount = {name: getattr(row, name) for name in ("amount", "amount_max", "currency")}
    return Money(text=row.title, char_start=0, char_end=0, rule="", **amount)


def called(row: Row) -> str:
    """A mention by its words, a project by its title, a contribution by its amount."""
    match row:
        case Finding():
            return quoted(row.mention.text)
        case Project():
            return f"the project {quoted(row.title)}"
        case Contribution():
            return f"the contribution {quoted(row.stated.text)}"


def quoted(*texts: str) -> str:
    """The texts as quotes in one enumeration: `"four", "three" and "20"`."""
    quotes = [f'"{" ".join(text.split())}"' for text in texts]
    return " and ".join([", ".join(quotes[:-1]), quotes[-1]]) if len(quotes) > 1 else quotes[0]
