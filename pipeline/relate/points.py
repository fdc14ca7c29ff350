"""Lists whose points are projects: what announces them, and what each is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.language.function_words import AND
from pipeline.model import Paragraph, Section, Span
from pipeline.relate.cells import leads
from pipeline.relate.phrases import Sentence

ANNOUNCED = frozenset({"PROJECT", "SEVERAL"})  # "approved the following projects:"
GRANTED = frozenset({"PROJECT", "GIFT"})  # what is called "projects", "grants"
TOLD = frozenset({"MONEY", "TIME"})  # what a point has to tell
SMALL = frozenset({"PREP", "TIME", "NUM", "OPENS"})
VERBS = frozenset({"BE", "HAVE"})
MARKS = frozenset("•-–*▪◦·>")
# A name of some words and a bracket with a figure behind it: "Water Guild Togo (CHF 240,000, three years) digs wells".
BRACKETED = re.compile(r"[^\n.:;()]{3,80} \([^()\n]*\d[^()\n]*\)")
ENOUGH = 2  # points
MOST = 1 / 3  # of the text of a section


class Point(NamedTuple):
    """A point of a list that is a project, its title, and the paragraph above the list; empty where there is none."""

    span: Span
    title: str
    above: Span


def listed_projects(section: Section, sentences: Sequence[Sentence]) -> list[Point]:
    """The points of a section that tell most of it, below a paragraph that announces projects, or a heading that does
    or that names a place and no more."""
    points = list(titled_points(section, sentences))
    if len(points) < ENOUGH:
        return []
    is_placed = _is_placed(points, sentences)
    is_headed = _is_headed(section, sentences)
    found = [point for point in points if is_placed or _is_announced(point, section, sentences, is_headed=is_headed)]
    told = sum(point.span.end - point.span.start for point in found)
    return found if len(found) >= ENOUGH and told >= MOST * len(section.text) else []


def _is_placed(points: Sequence[Point], sentences: Sequence[Sentence]) -> bool:
    """Whether a heading names a place alone, and most points below it tell both an amount and a time; what is given
    before them, they may be parts of."""
    heading = [p for s in sentences if s.in_heading for p in s.phrases if p.text not in AND()]
    told = [_kinds(s for s in sentences if point.span.holds(s.start)) for point in points]
    both = sum(kinds >= TOLD for kinds in told)
    before = _kinds(s for s in sentences if not s.in_heading and s.start < points[0].span.start)
    named = bool(heading) and all("NAMED" in p.kinds for p in heading)
    return named and both >= ENOUGH and 2 * both > len(points) and "MONEY" not in before


def _is_headed(section: Section, sentences: Sequence[Sentence]) -> bool:
    """Whether the heading of a section announces projects or grants: "Grants awarded in 2022"."""
    heading = (p.kinds for s in sentences if s.in_heading for p in s.phrases)
    return section.kind in ("project", "other") and any("SEVERAL" in kinds and kinds & GRANTED for kinds in heading)


def _kinds(sentences: Iterable[Sentence]) -> frozenset[str]:
    return frozenset[str]().union(*(sentence.kinds for sentence in sentences))


def titled_points(section: Section, sentences: Sequence[Sentence]) -> Iterator[Point]:
    """The points of a section that have a title and tell an amount or a time; none where most of those that do have
    none: they tell what was done. Without points, below a heading that announces projects, they are the paragraphs that
    begin with a name and an amount in brackets behind it."""
    paragraphs = [block for block in section.blocks if isinstance(block, Paragraph)]
    points = [block.span for block in paragraphs if block.item]
    if not points and _is_headed(section, sentences):
        points = [block.span for block in paragraphs if BRACKETED.match(section.content, *block.span)]
    telling = [
        (span, item_title(section.content[span.start : span.end]))
        for span in points
        if _kinds(s for s in sentences if span.holds(s.start)) & TOLD
    ]
    titled = [(span, title) for span, title in telling if title and _is_title(title, span, section, sentences)]
    for span, title in titled if 2 * len(titled) >= len(telling) else ():
        yield Point(span, title, next(iter(leads(section, span.start)), Span(0, 0)))


def _is_title(title: str, point: Span, section: Section, sentences: Sequence[Sentence]) -> bool:
    """Whether the first words of a point name something: no clause ("Following a talk in Lorne, …", "A revision was
    published"), nor a time ("27 April: …")."""
    first = next(s for s in sentences if point.holds(s.start))
    end = section.content.find(title, point.start) + len(title)
    titled = [phrase for phrase in first.phrases if phrase.start < end and phrase.text not in MARKS]
    return bool(titled) and titled[0].kinds.isdisjoint(SMALL) and not any(p.kinds & VERBS for p in titled)


def item_title(text: str) -> str:
    """What names the point of a list: what stands in quotes before all else, else what stands before its first mark."""
    text = " ".join(text.split()).lstrip("".join(MARKS) + " ")
    quoted = re.match(r"[“\"']([^”\"]+)[”\"']", text)
    return (quoted[1] if quoted else re.split(r" [–—-] |: |; | \(|, |\. |\t", text)[0]).strip(" .")


def _is_announced(point: Point, section: Section, sentences: Sequence[Sentence], *, is_headed: bool) -> bool:
    """Whether the paragraph above its list speaks of projects: one that ends with a colon, else, as where the heading
    does (`is_headed`), of points that tell an amount each. A name of its own, "Norway: EUR 3 million", is no title of
    one, nor is a clause with an amount."""
    first = next(s for s in sentences if point.span.holds(s.start))
    end = section.content.find(point.title, point.span.start) + len(point.title)
    titled = [phrase for phrase in first.phrases if phrase.start < end and phrase.text not in MARKS]
    is_name = all(m and (m.char_start, m.char_end) == (p.start, p.end) for p in titled for m in [p.mention])
    if is_name or any("MONEY" in phrase.kinds for phrase in titled):
        return False
    above = [phrase for s in sentences if point.above.holds(s.start) for phrase in s.phrases]
    leads_up = [phrase.text for phrase in above[-1:]] == [":"]
    announces = any(phrase.kinds >= ANNOUNCED for phrase in above)
    return (announces and leads_up) or ((announces or is_headed) and "MONEY" in first.kinds)
