"""How sure a figure is told to be, by the words on either side of it: qualifiers.csv."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from pipeline.language.currencies import currency_words
from pipeline.language.lexicon import by_language, rows, word_set
from pipeline.language.numbers import like_number
from pipeline.language.spans import Doc, Span
from pipeline.model import Qualifier

Phrases = dict[tuple[str, ...], Qualifier]

THAN = word_set("function_words", "than")


@by_language
def _phrases(side: str) -> Phrases:
    return {
        tuple(re.findall(r"\w+|[^\w\s]", row["phrase"])): cast(Qualifier, row["qualifier"])
        for row in rows("qualifiers")
        if row["side"] == side
    }


@by_language
def _longest() -> int:
    return max(map(len, [*_phrases("before"), *_phrases("after")]), default=0)


def qualifier(doc: Doc, start: int, end: int, within: Span | None = None) -> Qualifier:
    """The qualifier of the figure on tokens start to end: the longest phrase right before it, else right after it, both
    within a cell, if it stands in one."""
    if phrase := _before(doc, start, within.start if within else 0):
        return _phrases("before")[phrase]
    return postponed(doc.words[: doc.place(within.end)] if within else doc.words, doc.place(end))[0]


def qualified_from(doc: Doc, start: int) -> int:
    """The token on which the qualifier right before a figure begins; `start`, where there is none."""
    length = len(_before(doc, start))
    return doc.places[doc.place(start) - length] if length else start


def _before(doc: Doc, start: int, first: int = 0) -> tuple[str, ...]:
    """The longest phrase of a qualifier that begins on the first token or after it and ends right before another."""
    place, phrases = doc.place(start), _phrases("before")
    before = tuple(doc.words[max(doc.place(first), place - _longest()) : place])
    return next((before[at:] for at in range(len(before)) if before[at:] in phrases), ())


def postponed(words: Sequence[str], at: int = 0) -> tuple[Qualifier, int]:
    """The qualifier that the words from `at` on, after a figure, begin with ("or more") and that is its own, and how
    many they are."""
    phrases = _phrases("after")
    following = tuple(words[at : at + _longest()])
    for length in range(len(following), 0, -1):
        if (found := phrases.get(following[:length])) and not _lead_on(words, at + length):
            return found, length
    return "exact", 0


def _lead_on(words: Sequence[str], at: int) -> bool:
    """Whether the words from `at` on go on to another figure: "plus EUR 2 million", "and over 20 countries"."""
    phrases = _phrases("before")
    while at < len(words) and words[at] and not like_number(words[at]):
        lengths = (length for length in range(_longest(), 0, -1) if tuple(words[at : at + length]) in phrases)
        length = next(lengths, int(words[at] in currency_words()))
        if not length:
            return words[at] in THAN()
        at += length
    return at < len(words) and bool(words[at])
