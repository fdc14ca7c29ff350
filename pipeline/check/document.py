"""What is missing or unusual about a document as a whole; one that could not be read tells that by its status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.language.lexicon import languages
from pipeline.model import Check, Profile, Project, SectionKind


class ForeignLanguage(Checker):
    """In a language without rules next to nothing is read, for what rules of another one would read may be wrong."""

    id = "foreign-language"
    title = "The text is in a language that has no rules"
    template = 'The language is "{language}", for which there are no rules: its figures are not read.'
    advice = "Add the rows that the text tells, or leave the document out."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check where the document is in such a language, else one for each section that is."""
        language = re.split("[-_]", profile.document.language.lower())[0]
        if language and language not in languages():
            yield self.on_document(profile, "language", language=language)
            return
        for section in profile.sections:
            if section.language not in languages():
                yield self.on_section(section, field="text", language=section.language)


class UnknownDonor(Checker):
    """Without the donor, its own name counts as a country that benefits."""

    id = "unknown-donor"
    title = "The donor could not be decided"
    template = (
        "The text does not tell who the donor is: no country has that role, and gifts without a giver are nobody's."
    )
    advice = "Correct `donor` and `donor_iso3` of the document's row."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check where a document with sections has no donor."""
        if profile.sections and not profile.document.donor:
            yield self.on_document(profile, "donor")


class NoProjects(Checker):
    """A profile without a project is rare; headings that were not seen as such are not."""

    id = "no-projects"
    title = "No section is a project"
    template = "No section was read as a project: look whether their headings were found."
    advice = "Look for the projects in sections.csv; add those that were missed."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check where a document has sections and no project."""
        if profile.sections and not profile.projects:
            yield self.on_document(profile)


class NoProfile(Checker):
    """Reports, brochures and web pages have headings, too; a profile tells what somebody gave, to whom and for what."""

    id = "no-profile"
    title = "The document does not look like a donor profile"
    template = (
        "{bare} of the {projects} projects have no amount, no date, no country and no funder, and no section tells of "
        "contributions."
    )
    advice = "See whether the document is a profile of a donor: if not, leave it out; if so, look at each project."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check where most of several projects are bare and nothing is told of what the donor gave."""
        bare, projects = sum(map(is_bare, profile.projects)), profile.projects
        if len(projects) >= SEVERAL and bare > len(projects) / 2 and not profile.contributions:
            yield self.on_document(profile, bare=bare, projects=len(projects))


def is_bare(project: Project) -> bool:
    """Whether a project row tells nothing but its title."""
    time = project.start or project.end or project.duration
    place = project.countries or project.groups or project.places
    is_told = any(doubt.field not in ("funders", "partners") for doubt in project.doubts)
    return project.amount is None and not time and not place and not is_told


SEVERAL: Final = 4
EXPECTED: Final[frozenset[SectionKind]] = frozenset({"project", "contributions"})
OPENING: Final = 60  # characters of a text that a message quotes


class OpenKind(Checker):
    """Whether a section tells of one project or of what somebody gave decides which table its sums come to stand in."""

    id = "open-kind"
    severity = "info"
    title = "A section that may be of another kind"
    template = "The section {heading} is taken to be of kind {kind}, but it may be of kind {rival}."
    advice = "Look at the section: reject its rows and add the right ones where it is of the other kind."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each section whose words speak for another kind nearly as much."""
        for section in profile.sections:
            if section.rival:
                gaps = {"heading": quoted(section.heading), "kind": section.kind, "rival": section.rival}
                yield self.on_section(section, field="kind", **gaps)


class MissingHeading(Checker):
    """A body that lost its heading may have been given to the wrong project."""

    id = "missing-heading"
    title = "A section without a heading"
    template = "The {kind} section that begins {opening} has no heading."
    advice = "Look at the page: where the text belongs to a project beside it, add or correct what the rows lack."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each section of projects or contributions without a heading."""
        for section in profile.sections:
            if section.kind in EXPECTED and not section.heading:
                opening = quoted(section.text[:OPENING])
                yield self.on_section(section, field="heading", kind=section.kind, opening=opening)


class MissingText(Checker):
    """A heading that lost its body may have given it to another one."""

    id = "missing-text"
    title = "A heading without text"
    template = "No text was found below the heading {heading}: it may stand in a picture, or below another heading."
    advice = (
        "Look at the page: where the text stands in a picture, add its figures; where below another heading, "
        "correct the rows of both."
    )

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each section of projects or contributions without text."""
        for section in profile.sections:
            if section.kind in EXPECTED and section.heading and not section.text.strip():
                yield self.on_section(section, field="text", heading=quoted(section.heading))
