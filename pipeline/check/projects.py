"""Project rows that tell nothing but their title."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.checker import Checker, quoted
from pipeline.model import Check, Profile


class BareProject(Checker):
    """Some projects are global and unpriced; others lost their text or were written in a way that no rule knows."""

    id = "bare-project"
    severity = "info"
    title = "A project without any money, date or country"
    template = "The project {title} has no amount, no date and no country."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each project row without amount, time and place, of which no doubt tells why."""
        for project in profile.projects:
            time = project.start or project.end or project.duration
            place = project.countries or project.groups or project.places
            if project.amount is None and not time and not place and not project.doubts:
                yield self.on_project(project, title=quoted(project.title))
