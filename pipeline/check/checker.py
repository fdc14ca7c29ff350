"""What all checkers share: an id, a severity, a title, a sentence to fill in, and how a finding becomes a place."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from pipeline.model import Check, Contribution, Finding, Profile, Project, Section, Severity


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


def quoted(*texts: str) -> str:
    """The texts as quotes in one enumeration: `"four", "three" and "20"`."""
    quotes = [f'"{" ".join(text.split())}"' for text in texts]
    return " and ".join([", ".join(quotes[:-1]), quotes[-1]]) if len(quotes) > 1 else quotes[0]
