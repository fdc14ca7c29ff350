"""How sure a figure is told to be, by the words on either side of it: rules/qualifiers.csv."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from spacy.tokens import Doc, Span

from pipeline.find.names import rows
from pipeline.model import Qualifier

Phrases = dict[tuple[str, ...], Qualifier]


def _phrases(side: str) -> Phrases:
    return {
        tuple(re.findall(r"\w+|[^\w\s]", row["phrase"])): cast(Qualifier, row["qualifier"])
        for row in rows("qualifiers.csv")
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
    """The qualifier that the words after a figure begin with ("or more"), and how many they are."""
    for length in range(LONGEST, 0, -1):
        if found := AFTER.get(tuple(words[:length])):
            return found, length
    return "exact", 0


def _words(span: Span) -> tuple[str, ...]:
    return tuple(token.lower_ for token in span if not token.is_space)
