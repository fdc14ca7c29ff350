"""Grants told below the name of who gets them: "Port Guild", and below it "To dredge the harbour. $30,000"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.ids import Register
from pipeline.language.expressions import cue
from pipeline.model import Money, Paragraph, Project, Reading, Span
from pipeline.relate.evidence import Read
from pipeline.relate.projects import project
from pipeline.relate.related import Related
from pipeline.relate.tables import names


def grants(reading: Reading) -> list[Span]:
    """The paragraphs of a section that tell each what a grant is for, and its amount apart from that, or below the one
    that begins with it; none where no heading names who gets them."""
    section = reading.section
    money = [m.char_start for m in reading.of(Money) if _stands_apart(section.content[: m.char_start])]
    found = list[Span]()
    for above, block in pairwise((None, *section.blocks)) if section.heading else ():
        if isinstance(block, Paragraph) and cue("purpose").search(section.content[slice(*block.span)]):
            if any(block.span.holds(start) for start in money):
                found.append(block.span)
            elif isinstance(above, Paragraph) and above.span.start in money:
                found.append(Span(above.span.start, block.span.end))
    return found


def _stands_apart(before: str) -> bool:
    """Whether a sentence or a line has ended before an amount: "To dredge the harbour. $30,000"."""
    return not before.rstrip(" ") or before.rstrip(" ")[-1] in ".\n\t(–—:;"


def grant_projects(section: Related, headed: Sequence[Related], ids: Register) -> Iterator[Project]:
    """Each grant of a section as a project of its own, carried out by whom the heading names, where a section above
    says (`headed`)."""
    own = section.reading.section
    grantees = [Read("partners", words, section, span) for words, span in names(own, own.headline)]
    for span in grants(section.reading):
        part = section.within(span)
        part = part._replace(sentences=[*section.heading, *part.sentences])
        yield project(part, ids.of(section.document, own.id, own.heading), None, grantees, headed)
