"""Readings -> Profile: what the mentions of a section say together.

Takes sections with their mentions; gives every mention its stable id, every project section its row and every amount
beyond single projects its row. Decides by the words around a mention (cues.toml); where they do not tell, the
field stays empty and a doubt names the candidates. Never looks at a page and never changes what a mention says.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.ids import Register
from pipeline.model import Document, Finding, Mention, Organisation, Profile, Reading
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
    found = findings(document.name, complete)
    projects, gifts = Register("projects"), Register("contributions")
    return Profile(
        document=document,
        sections=tuple(reading.section for reading in complete),
        findings=tuple(finding for of_section in found for finding in of_section.values()),
        projects=tuple(
            project(projects.of(document.name, reading.section.id), reading, who, donor, of_section)
            for reading, (_, who), of_section in zip(complete, with_parts, found, strict=True)
            if reading.section.kind == "project"
        ),
        contributions=tuple(
            contribution
            for reading, of_section in zip(complete, found, strict=True)
            if reading.section.kind in WITH_CONTRIBUTIONS
            for contribution in contributions(document, reading, of_section, gifts)
        ),
    )


def findings(document: str, readings: Iterable[Reading]) -> list[dict[Mention, Finding]]:
    """The mentions of each section that have a table, with their ids: made of the document's name, the table, the
    sentence and the place of the words in it. Neither the section nor the rules come into it, so that the id lasts as
    long as the sentence."""
    registers: dict[str, Register] = {}
    found = []
    for reading in readings:
        of_section = {}
        for mention in reading.mentions:
            if not isinstance(mention, Organisation):
                sentence, words = (" ".join(text.split()) for text in (mention.sentence, mention.text))
                before = mention.sentence[: mention.char_start - mention.sentence_start].count(mention.text)
                register = registers.setdefault(mention.table, Register(mention.table))
                id_ = register.of(document, sentence, words, before)
                of_section[mention] = Finding(id_, reading.section, mention)
        found.append(of_section)
    return found
