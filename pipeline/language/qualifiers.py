"""How sure a figure is told to be, by the words on either side of it: qualifiers.csv."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from spacy.tokens import Doc, Span

from pipeline.language.currencies import CURRENCY_WORDS
from pipeline.language.lexicon import rows
from pipeline.language.lines import parts
from pipeline.language.numbers import like_number
from pipeline.model import Qualifier

Phrases = dict[tuple[str, ...], Qualifier]


def _phrases(side: str) -> Phrases:
    return {
        tuple(re.findall(r"\w+|[^\w\s]", row["phrase"])): cast(Qualifier, row["qualifier"])
        for row in rows("qualifiers")
        if row["side"] == side
    }


BEFORE, AFTER = _phrases("before"), _phrases("after")
LONGEST = max(map(len, [*BEFORE, *AFTER]))


def qualifier(doc: Doc, start: int, end: int) -> Qualifier:
    """The qualifier of the figure on tokens start to end: the longest phrase right before it, else right after it."""
    before = _words(doc[max(0, start - 2 * LONGEST) : start])
    for length in range(LONGEST, 0, -1):
        if found := BEFORE.get(before[-length:]):
            return found
    return postponed(_words(doc[end : end + 2 * LONGEST]))[0]


def postponed(words: Sequence[str]) -> tuple[Qualifier, int]:
    """The qualifier that the words after a figure begin with ("or more") and that is its own, and how many they are."""
    for length in range(LONGEST, 0, -1):
        if (found := AFTER.get(tuple(words[:length]))) and not _lead_on(words[length:]):
            return found, length
    return "exact", 0


def _lead_on(words: Sequence[str]) -> bool:
    """Whether the words that follow go on to another figure: "plus EUR 2 million", "and over 20 countries"."""
    at = 0
    while at < len(words) and words[at] and not like_number(words[at]):
        lengths = (length for length in range(LONGEST, 0, -1) if tuple(words[at : at + length]) in BEFORE)
        length = next(lengths, int(words[at] in CURRENCY_WORDS))
        if not length:
            return words[at] == "than"
        at += length
    return at < len(words) and bool(words[at])


def _words(span: Span) -> tuple[str, ...]:
    return tuple(token.lower_ for token in span if not token.is_space or parts(token))
