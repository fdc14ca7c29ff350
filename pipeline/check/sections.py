"""Sections that lack what their kind should have: a heading or a text.

Front matter, side panels and other text may well stand without either.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.model import Check, Profile, SectionKind

EXPECTED: Final[frozenset[SectionKind]] = frozenset({"project", "contributions"})
OPENING: Final = 60  # characters of a text that a message quotes


class MissingHeading(Checker):
    """A body that lost its heading may have been given to the wrong project."""

    id = "missing-heading"
    title = "A section without a heading"
    template = "The {kind} section that begins {opening} has no heading."

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

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each section of projects or contributions without text."""
        for section in profile.sections:
            if section.kind in EXPECTED and section.heading and not section.text.strip():
                yield self.on_section(section, field="text", heading=quoted(section.heading))
