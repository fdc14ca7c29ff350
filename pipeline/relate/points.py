"""Lists whose points are projects: what announces them, and what each is called.

A point is read by what stands between its marks: "Kenya – Dry docks – EUR 2 million (2020–2023)". What names places or
times alone says where and when; the first that says more is its title, and where that tells an amount, what this is
for, else who gets it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile, takewhile
from typing import NamedTuple

from pipeline.language.function_words import AND, FOR, FROM, GOES_ON, GRANT, IN, OR, THE, TO, WITH
from pipeline.language.lexicon import by_language, word_set
from pipeline.language.plurals import ends_as_plural
from pipeline.model import Paragraph, Section, Span
from pipeline.relate.actors import Donor
from pipeline.relate.cells import NUMBERED, leads
from pipeline.relate.phrases import Actor, Phrase, Sentence, sentences_in

A = word_set("function_words", "a")
ANNOUNCED = frozenset({"PROJECT", "SEVERAL"})  # "approved the following projects:"
TOLD = frozenset({"MONEY", "TIME"})  # what a point has to tell
SMALL = frozenset({"PREP", "TIME", "TOTAL", "NUM", "OPENS"})
SENTENCE = frozenset({"BE", "HAVE", "WILL", "COULD"})  # what a title has none of
BEFORE_AMOUNT = frozenset({"PREP", "GIFT", "LENT", "MOD", "DETERMINER"})  # "a grant of"
APART = frozenset({"RUBRIC", "OUTLOOK", "EXPENDITURE", "GENERAL", "GIVING", "DONORS"})  # of headings: no projects below
# A name of some words and a bracket with a figure behind it: "Water Guild Togo (CHF 240,000, three years) digs wells".
BRACKETED = re.compile(r"[^\n.:;()]{3,80} \([^()\n]*\d[^()\n]*\)")
BULLETS = re.compile(r"[•▪◦·*>–-]?\s*")
BETWEEN = re.compile(r"\s[–—-]\s|[:;]\s|\s?[()]|\t")
COMMA = re.compile(r",\s")
QUOTED = re.compile(r"[“\"']([^”\"]+)[”\"']")
BEGINNING = 2  # phrases: "a $50,000 grant"
ENOUGH = 2  # points
MOST = 1 / 3  # of the text of a section
SEVERAL = 3  # words of a title, and points that each have one


class Point(NamedTuple):
    """A point of a list that is a project, the paragraph above the list (empty where there is none), and its title;
    `where` are the names of places that stand by themselves in it, `whom` who gets its amount or works along."""

    span: Span
    above: Span
    title: Span
    where: tuple[Span, ...]
    whom: tuple[Span, ...]


def calling(read: Iterable[tuple[Section, Sequence[Sentence]]]) -> frozenset[str]:
    """The ids of the sections whose headings, or one that they stand under, call what stands below projects or grants;
    the title of a document calls so only what stands right below it."""
    sections = {section.id: (section, [p for s in own if s.in_heading for p in s.phrases]) for section, own in read}
    return frozenset(id_ for id_ in sections if _is_called(id_, sections))


def _is_called(id_: str, sections: Mapping[str, tuple[Section, Sequence[Phrase]]]) -> bool:
    section, heading = sections[id_]
    if any(phrase.kinds & APART and not _is_grants(phrase) for phrase in heading):
        return False
    is_title = section.kind == "front" and not section.parent
    if _calls(heading, is_title):
        return True
    above = sections.get(section.parent)
    is_below = above is not None and above[0].kind != "project" and (above[0].kind != "front" or above[0].parent != "")
    return is_below and _is_called(section.parent, sections)


def _calls(heading: Sequence[Phrase], is_title: bool) -> bool:
    """Whether a heading announces several projects or grants, and not from whom: "Small grants of 2022"."""
    several = any(phrase.kinds.issuperset(ANNOUNCED) for phrase in heading)
    is_from = any(phrase.text in FROM() for phrase in heading)
    return several or (not is_title and not is_from and any(map(_is_grants, heading)))


def _is_grants(phrase: Phrase) -> bool:
    """Whether a phrase of a heading is one for several grants."""
    return any(map(ends_as_plural, GRANT().intersection(phrase.text.split())))


def listed_projects(section: Section, sentences: Sequence[Sentence], donor: Donor, is_called: bool) -> list[Point]:
    """The points of a section that are projects: most of them, below a heading that calls them so; those that tell most
    of a section, below a paragraph that announces projects or a heading that does no more than name a place; or such
    that each tell a title, an amount, and who gets it or when."""
    paragraphs = [block for block in section.blocks if isinstance(block, Paragraph)]
    listed = [p.span for p in paragraphs if p.item or (is_called and _begins_as_point(p, section, sentences))]
    points = list(titled_points(section, listed, sentences, donor))
    if is_called:
        return points if 2 * len(points) > len(listed) else []
    if len(points) < ENOUGH:
        return []
    is_whole = _is_placed(points, sentences) or _are_rich(points, sentences, donor)
    is_whole = is_whole or _are_funded(points, sentences, donor)
    found = [point for point in points if is_whole or _is_announced(point, section, sentences)]
    told = sum(point.span.end - point.span.start for point in found)
    return found if len(found) >= ENOUGH and told >= MOST * len(section.text) else []


def _is_placed(points: Sequence[Point], sentences: Sequence[Sentence]) -> bool:
    """Whether a heading names a place alone, and most points below it tell both an amount and a time; what is given
    before them, they may be parts of."""
    heading = [p for s in sentences if s.in_heading for p in s.phrases if p.text not in AND()]
    both = sum(_kinds(sentences_in(sentences, point.span)).issuperset(TOLD) for point in points)
    named = bool(heading) and all("NAMED" in p.kinds for p in heading)
    return named and both >= ENOUGH and 2 * both > len(points) and not _is_given_before(points, sentences)


def _is_given_before(points: Sequence[Point], sentences: Sequence[Sentence]) -> bool:
    return "MONEY" in _kinds(s for s in sentences if not s.in_heading and s.start < points[0].span.start)


def _kinds(sentences: Iterable[Sentence]) -> frozenset[str]:
    return frozenset[str]().union(*(sentence.kinds for sentence in sentences))


def _are_rich(points: Sequence[Point], sentences: Sequence[Sentence], donor: Donor) -> bool:
    """Whether most points tell a title of several words, an amount, and who gets it or works."""
    rich = [point for point in points if _is_rich(point, sentences, donor)]
    return len(rich) >= SEVERAL and 2 * len(rich) > len(points) and not _are_apart(points, sentences)


def _are_funded(points: Sequence[Point], sentences: Sequence[Sentence], donor: Donor) -> bool:
    """Whether each point tells an amount behind a title of more than a word, and most a time and who gives or works, as
    no part of a budget does: "Safe ports: worth EUR 3 million, paid for by Ireland in 2020"."""
    told = [[p for s in sentences_in(sentences, point.span) for p in s.phrases] for point in points]
    titles = [[p for p in own if point.title.holds(p.start)] for point, own in zip(points, told, strict=True)]
    named = all(len(" ".join(p.text for p in title).split()) > 1 for title in titles)
    behind = [[p for p in own if p not in title] for own, title in zip(told, titles, strict=True)]
    paid = all(any("MONEY" in p.kinds for p in own) for own in behind)
    timed = sum(any("TIME" in p.kinds for p in own) for own in behind)
    whose = sum(any("BODY" in p.kinds or any(map(donor.is_side, p.actors)) for p in own) for own in behind)
    return named and paid and 2 * min(timed, whose) >= len(points) and not _are_apart(points, sentences)


def _are_apart(points: Sequence[Point], sentences: Sequence[Sentence]) -> bool:
    """Whether points are none of projects, or parts of one: below a heading of results or givers, or after what is
    given to all."""
    before = [p for s in sentences if s.start < points[0].span.start for p in s.phrases]
    heading = [p for s in sentences if s.in_heading for p in s.phrases]
    is_of_one = any("PROJECT" in p.kinds and not ends_as_plural(p.text) for p in before)  # "the project’s money:"
    return is_of_one or any(phrase.kinds & APART for phrase in heading) or _is_given_before(points, sentences)


def _is_rich(point: Point, sentences: Sequence[Sentence], donor: Donor) -> bool:
    phrases = [p for s in sentences_in(sentences, point.span) for p in s.phrases]
    bodies = (p for p in phrases if "BODY" in p.kinds and not point.title.holds(p.start))
    words = sum(point.title.holds(phrase.start) for phrase in phrases)
    works = any(not donor.is_side(actor) for body in bodies for actor in body.actors)
    return words >= SEVERAL and works and any("MONEY" in phrase.kinds for phrase in phrases)


def _is_announced(point: Point, section: Section, sentences: Sequence[Sentence]) -> bool:
    """Whether the paragraph above its list speaks of projects: one that ends with a colon, else of points that tell an
    amount each."""
    told = _kinds(sentences_in(sentences, point.span))
    above = [phrase for s in sentences_in(sentences, point.above) for phrase in s.phrases]
    leads_up = [phrase.text for phrase in above[-1:]] == [":"]
    announces = any(phrase.kinds.issuperset(ANNOUNCED) for phrase in above)
    return announces and (leads_up or "MONEY" in told)


def _begins_as_point(paragraph: Paragraph, section: Section, sentences: Sequence[Sentence]) -> bool:
    """Whether it begins with an amount, or with a name and an amount in brackets behind it, as points of grants do:
    "$50,000 to Port Guild for cranes"."""
    first = [phrase for s in sentences_in(sentences, paragraph.span)[:1] for phrase in s.phrases[:BEGINNING]]
    is_named = BRACKETED.match(section.content, *paragraph.span)
    return bool(is_named) or any("MONEY" in phrase.kinds for phrase in first)


def titled_points(
    section: Section, listed: Iterable[Span], sentences: Sequence[Sentence], donor: Donor
) -> Iterator[Point]:
    """The points of a section that have a title and tell an amount or a time; none where most of those that do have
    none: they tell what was done."""
    told = [(span, own) for span in listed if _kinds(own := sentences_in(sentences, span)) & TOLD]
    named = [(span, _named(section.content, span, own, donor)) for span, own in told]
    titled = [(span, name) for span, name in named if name]
    for span, name in titled if 2 * len(titled) >= len(told) else ():
        yield Point(span, next(iter(leads(section, span.start)), Span(span.start, span.start)), *name)


class Piece(NamedTuple):
    """What stands between two marks of a point."""

    span: Span
    phrases: Sequence[Phrase]

    def words(self) -> Sequence[Phrase]:
        """Its phrases but for marks and the words that join names of places."""
        return [p for p in self.phrases if p.text not in _small() and any(map(str.isalnum, p.text))]

    def within(self, span: Span) -> Piece:
        """A part of it."""
        return Piece(span, [phrase for phrase in self.phrases if span.holds(phrase.start)])

    def has(self, *kinds: str) -> bool:
        """Whether one of its phrases is of one of these classes."""
        return any(not phrase.kinds.isdisjoint(kinds) for phrase in self.phrases)


@by_language
def _small() -> frozenset[str]:
    """The words that join names of places."""
    return AND() | OR() | IN() | THE()


def _named(
    content: str, span: Span, sentences: Sequence[Sentence], donor: Donor
) -> tuple[Span, tuple[Span, ...], tuple[Span, ...]] | None:
    """What names a point, the names of places that stand by themselves in it, and who gets its amount or works along;
    None where nothing names it, or the donor labels it."""
    start = _after_mark(content, span)
    end = next((s.start for s in sentences if s.start > start), span.end)
    phrases = [p for s in sentences for p in s.phrases if Span(start, end).holds(p.start)]
    pieces = [Piece(part, phrases).within(part) for part in _between(content, Span(start, end))]
    parts = [piece.within(part) for piece in pieces for part in _between(content, piece.span, COMMA)]
    where = tuple(p.span for p in parts if p.words() and all("NAMED" in w.kinds for w in p.words()))
    along = tuple(actor.span for part in parts for actor in _along(part) if not donor.is_side(actor))
    own = [p for p in pieces if not all(w.kinds & {"NAMED", "TIME"} for w in p.words())]
    label = [actor for piece in pieces[:1] if _is_name(piece) for w in piece.words() for actor in w.actors]
    if any(map(donor.is_side, label)):
        return None
    if quoted := QUOTED.match(content, start, span.end):
        return Span(*quoted.span(1)), where, along
    title, whom = _title(content, own) if own else (None, None)
    return (title, where, (*([whom] if whom else []), *along)) if title else None


def _along(part: Piece) -> Iterator[Actor]:
    """Whom it names as working along, and no more: "with UNICEF and Port Guild"."""
    names = part.phrases[1:]
    if part.phrases and part.phrases[0].text in WITH() and _is_name(Piece(part.span, names)):
        yield from (actor for phrase in names for actor in phrase.actors if "NAMED" not in phrase.kinds)


def _after_mark(content: str, span: Span) -> int:
    """Where a point begins after its bullet or number."""
    bullet = BULLETS.match(content, span.start, span.end)
    start = bullet.end() if bullet else span.start
    number = NUMBERED.match(content[start : span.end])
    return start + number.end() if number else start


def _between(content: str, span: Span, marks: re.Pattern[str] = BETWEEN) -> Iterator[Span]:
    """What stands between marks."""
    start = span.start
    for mark in marks.finditer(content, span.start, span.end):
        yield Span(start, mark.start())
        start = mark.end()
    yield Span(start, span.end)


def _is_name(piece: Piece) -> bool:
    """Whether it does no more than name somebody."""
    small = AND() | THE()
    told = [p for p in piece.phrases if p.text not in small and any(map(str.isalnum, p.text))]
    return bool(told) and all(phrase.actors for phrase in told)


def _title(content: str, pieces: Sequence[Piece]) -> tuple[Span | None, Span | None]:
    """What names a point, and whom its label names who gets its amount."""
    first = _cut(content, pieces[0])
    if _is_name(first):
        purpose, whom = _purpose(content, pieces)
        actors = (actor for word in first.words() for actor in word.actors)
        is_known = any(actor.known not in ("", "association") for actor in actors)
        is_worth = any(phrase.kinds & {"WORTH", "COSTS"} for piece in pieces[1:2] for phrase in piece.phrases[:1])
        gets = (purpose or first.has("BODY_HEAD", "FUNDBODY", "ENDOWED")) and not whom and not is_worth
        if is_known and not purpose:
            return None, None  # who may give, too: "FAO: EUR 3 million"
        return _printed(content, first.span), _printed(content, first.span) if gets else None
    if not first.has("MONEY"):
        return (_printed(content, first.span), None) if _may_name(first) else (None, None)
    head = _before_amount(first)
    if head.phrases:
        is_title = _may_name(head) and not head.has("GIVE", "SPEND")
        return (_printed(content, head.span), None) if is_title else (None, None)
    purpose, whom = _purpose(content, pieces)
    return purpose or whom, whom


def _before_amount(piece: Piece) -> Piece:
    """What stands before an amount and says more than that it is one: "Cranes for EUR 3 million", "a grant of …"."""
    before = [*takewhile(lambda p: "MONEY" not in p.kinds, piece.phrases)]
    while before and (before[-1].kinds & BEFORE_AMOUNT or not before[-1].text.isalpha() or before[-1].text in A()):
        before.pop()
    return piece.within(Span(piece.span.start, before[-1].end if before else piece.span.start))


def _may_name(piece: Piece) -> bool:
    """Whether words may be a title: no sentence, nor what tells a place or time of one."""
    opening = next(iter(piece.words()), None)
    is_open = opening is None or bool(opening.kinds & SMALL) or opening.text in GOES_ON()
    return not is_open and not piece.has(*SENTENCE)


def _cut(content: str, piece: Piece) -> Piece:
    """A piece without what follows the comma before an amount, and without what follows its last commas, where this
    tells no more than a time, a place or who works along."""
    first, *others = _between(content, piece.span, COMMA)
    parts = [first, *takewhile(lambda part: not piece.within(part).has("MONEY"), others)]
    while len(parts) > 1:
        last = piece.within(parts[-1])
        if not (any(_along(last)) or all(word.kinds & {"NAMED", "TIME", "PREP"} for word in last.words())):
            break
        parts.pop()
    return piece.within(Span(piece.span.start, parts[-1].end))


def _purpose(content: str, pieces: Sequence[Piece]) -> tuple[Span | None, Span | None]:
    """What an amount is for, and to whom it goes: "$50,000 to Port Guild for dredging"."""
    whom: Span | None = None
    for piece in pieces:
        for at, phrase in enumerate(piece.phrases):
            if phrase.text not in FOR() | TO():
                continue
            after = [*dropwhile(lambda p: p.text in THE(), piece.phrases[at + 1 :])]
            if after and after[0].actors and "NAMED" not in after[0].kinds:
                whom = whom or after[0].actors[0].span
            elif after and after[0].kinds.isdisjoint({"NAMED", "MONEY", "TIME"}):
                rest = _cut(content, piece.within(Span(piece.phrases[at + 1].start, piece.span.end)))
                return _printed(content, rest.span), whom
    return None, whom


def _printed(content: str, span: Span) -> Span:
    """A part of the text without the blanks and full stops around it."""
    words = content[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, span.start + len(words.rstrip(" .\n\t,")))
