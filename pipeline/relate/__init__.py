"""Readings -> Profile: what the mentions of a section say together.

Takes sections with their mentions; gives every mention its stable id, every project section its row and every amount
beyond single projects its row. Decides by the words around a mention (cues.toml); where they do not tell, the
field stays empty and a doubt names the candidates. Never looks at a page and never changes what a mention says.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.ids import findings
from pipeline.model import Document, Organisation, Profile, Reading
from pipeline.relate.contributions import contributions
from pipeline.relate.funding import involved
from pipeline.relate.projects import project
from pipeline.relate.told import told

__all__ = ["relate"]

WITH_CONTRIBUTIONS = ("contributions", "front")


def relate(document: Document, readings: Iterable[Reading]) -> Profile:
    """The profile of a document without its checks."""
    donor = document.donor_iso3 or None
    with_parts = [(reading, involved(reading, donor)) for reading in readings]
    complete = [told(reading, who.funders, donor) for reading, who in with_parts]
    return Profile(
        document=document,
        sections=tuple(reading.section for reading in complete),
        findings=tuple(findings(document.id, map(_tabled, complete))),
        projects=tuple(
            project(document.id, reading, who, donor)
            for reading, (_, who) in zip(complete, with_parts, strict=True)
            if reading.section.kind == "project"
        ),
        contributions=tuple(
            contribution
            for reading in complete
            if reading.section.kind in WITH_CONTRIBUTIONS
            for contribution in contributions(document, reading)
        ),
    )


def _tabled(reading: Reading) -> Reading:
    """The reading without what has no table of its own."""
    mentions = tuple(mention for mention in reading.mentions if not isinstance(mention, Organisation))
    return Reading(reading.section, mentions)
