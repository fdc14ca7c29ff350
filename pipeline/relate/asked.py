"""Whom the facts of a section name whose labels ask for somebody ("Partners: Moss & Co; Port Guild")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.language.fields import BRACKETS
from pipeline.language.function_words import AND
from pipeline.language.lexicon import by_language
from pipeline.model import Reading, Section, Span
from pipeline.relate.names import names_nobody
from pipeline.relate.phrases import Actor
from pipeline.relate.related import Related
from pipeline.relate.tables import facts_of, names

LONGEST = 8  # words of a name; what is longer is a sentence


def asked_actors(parts: Sequence[Related], *wanted: str) -> Iterator[Actor]:
    """Whom the facts name whose labels ask for one of these fields, before another sentence begins; in brackets stand
    short names and offices."""
    for part in parts:
        section = part.reading.section
        known = [actor for s in part.sentences for _, phrase in s.named for actor in phrase.actors]
        for value, asked in facts_of(section):
            if not set(wanted).isdisjoint(asked):
                for _, span in names(section, _first_sentence(part.reading, value)):
                    yield from _named(section, span, [actor for actor in known if span.holds(actor.start)])


def _first_sentence(reading: Reading, value: Span) -> Span:
    """A value up to the full stop before another sentence."""
    content = reading.section.content
    begins = (reading.tokens.starts[first] for first in reading.tokens.sentences)
    ends = (begin - len(". ") for begin in begins if value.holds(begin) and content[:begin].endswith(". "))
    return Span(value.start, next(ends, value.end))


def _named(section: Section, span: Span, known: Sequence[Actor]) -> Iterator[Actor]:
    """A name that stands alone is whole, whatever it is made of ("Moss & Co"); of several, those that the grammar
    knows, and what else stands between them as a name does."""
    text = BRACKETS.sub(lambda match: " " * len(match[0]), section.content[slice(*span)])
    items = [Span(span.start + start, span.start + end) for start, end in _items(text)]
    for item in items:
        own = [actor for actor in known if item.holds(actor.start)]
        name = " ".join(text[item.start - span.start : item.end - span.start].split())
        is_one = len(items) == 1 and not any(actor.known for actor in own)
        is_apart = not own and not any(actor.span.holds(item.start) for actor in known)
        if (is_one or is_apart) and _is_name(name):
            own = [Actor(name, None, item.start, "")]
        for actor in own:
            if not names_nobody(actor.name):
                yield actor._replace(name=actor.name[: span.end - actor.start])  # a label may follow at once


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a text begin and end that commas and "and" part, without the blanks around them."""
    start = 0
    for link in (*_links().finditer(text), None):
        end = link.start() if link else len(text)
        part = text[start:end]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
        start = link.end() if link else end


@by_language
def _links() -> re.Pattern[str]:
    return re.compile(rf",|\b(?:{'|'.join(map(re.escape, sorted(AND())))})\b")


def _is_name(words: str) -> bool:
    return words[:1].isupper() and len(words.split()) <= LONGEST
