"""How sure a figure is told to be, by the words on either side of it: rules/qualifiers.csv."""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from typing import cast

from spacy.tokens import Doc

from pipeline.model import Qualifier

Phrases = dict[tuple[str, ...], Qualifier]


def _phrases(side: str) -> Phrases:
    with files("pipeline.extract.rules").joinpath("qualifiers.csv").open(encoding="utf-8", newline="") as file:
        return {
            tuple(re.findall(r"\w+|[^\w\s]", row["phrase"])): cast(Qualifier, row["qualifier"])
            for row in csv.DictReader(file)
            if row["side"] == side
        }


BEFORE, AFTER = _phrases("before"), _phrases("after")
LONGEST = max(map(len, [*BEFORE, *AFTER]))


def qualifier(doc: Doc, start: int, end: int) -> Qualifier:
    """The qualifier of the figure on tokens start to end: the longest phrase right before it, else right after it."""
    before = tuple(token.lower_ for token in doc[max(0, start - LONGEST) : start])
    after = tuple(token.lower_ for token in doc[end : end + LONGEST])
    for length in range(LONGEST, 0, -1):
        if found := BEFORE.get(before[-length:]):
            return found
    for length in range(LONGEST, 0, -1):
        if found := AFTER.get(after[:length]):
            return found
    return "exact"
