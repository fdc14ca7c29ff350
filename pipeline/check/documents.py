"""What is missing or unusual about a document as a whole; one that could not be read tells that by its status."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.checker import Checker
from pipeline.model import Check, Profile


class ForeignLanguage(Checker):
    """The rules read English; what another language says they miss in silence."""

    id = "foreign-language"
    title = "The document is not in English"
    template = (
        'The document\'s language is "{language}", but the rules read English: figures may be missing throughout.'
    )

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check where the document names a language other than English."""
        language = profile.document.language
        if language and language.lower().replace("_", "-").split("-")[0] not in {"en", "eng", "english"}:
            yield self.on_document(profile, "language", language=language)


class UnknownDonor(Checker):
    """Without the donor, its own name counts as a country that benefits."""

    id = "unknown-donor"
    title = "The donor could not be decided"
    template = "Neither the file's name nor the document names one country as the donor: no country has that role."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check where a document with sections has no donor."""
        if profile.sections and not profile.document.donor_iso3:
            yield self.on_document(profile, "donor")


class NoProjects(Checker):
    """A profile without a project is rare; headings that were not seen as such are not."""

    id = "no-projects"
    title = "No section is a project"
    template = "No section was read as a project: look whether their headings were found."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check where a document has sections and no project."""
        if profile.sections and not profile.projects:
            yield self.on_document(profile)
