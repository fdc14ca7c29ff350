"""Forms of projects one below the other: facts that begin again with the same label for the title of a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.ids import Register
from pipeline.language.fields import fields
from pipeline.model import Fact, Facts, Project, Section, Span
from pipeline.relate.projects import project
from pipeline.relate.related import Related


def forms(section: Section) -> list[tuple[Fact, Span]]:
    """The facts that tell the title of each project, with the part of the section that its form takes up; none where
    there is one form at most."""
    facts = [fact for block in section.blocks if isinstance(block, Facts) for fact in block.facts]
    labels = [section.content[fact.label.start : fact.label.end].strip(" :").lower() for fact in facts]
    titles = [(fact, label) for fact, label in zip(facts, labels, strict=True) if fields(label) == ("title",)]
    if len(titles) < 2 or len({label for _, label in titles}) > 1 or any(not fact.value for fact, _ in titles):
        return []
    starts = [*(fact.label.start for fact, _ in titles), len(section.content)]
    return [(fact, Span(start, end)) for (fact, _), (start, end) in zip(titles, pairwise(starts), strict=True)]


def form_projects(section: Related, headed: Sequence[Related], ids: Register) -> Iterator[Project]:
    """The project of each form; where a form names no country, a heading above may."""
    reading = section.reading
    for fact, span in forms(reading.section):
        blocks = (_within(block, span) if isinstance(block, Facts) else block for block in reading.section.blocks)
        part = section.within(span)
        own = replace(reading.section, blocks=tuple(blocks))
        part = part._replace(reading=replace(part.reading, section=own))
        title = " ".join(reading.section.content[fact.value.start : fact.value.end].split())
        yield project(part, ids.of(section.document, reading.section.id, title), headed=(section, *headed))


def _within(facts: Facts, span: Span) -> Facts:
    return Facts(tuple(fact for fact in facts.facts if span.holds(fact.label.start)))
