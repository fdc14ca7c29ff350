"""Names in running text: the longest name of a table that begins at a word.

Names and text are compared word by word, without accents, case or hyphens; straight and curly apostrophes, `&` and
`and`, `St.` and `Saint` are the same. A line break may fall inside a name; a blank line or the end of a table's cell
may not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from spacy.tokens import Doc

from pipeline.language.lines import ends_cell, parts
from pipeline.language.spans import texts

WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")  # the tokens of pipeline.mentions.nlp, for the names of a table
HYPHENS = frozenset("-‐‑–—")
APOSTROPHES = frozenset("'’‘ʼ`´")
NOTE_MARKS = frozenset("*†‡")
PARAGRAPH, CELL = "\n\n", "|"
SAINTS = ("Saint ", "St ", "St. ")

Value = TypeVar("Value")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word as it is compared: lower case, no accents, one kind of apostrophe."""
    if word in APOSTROPHES:
        return "'"
    if word == "&":
        return "and"
    letters = unicodedata.normalize("NFKD", word.casefold())
    return letters if letters.isascii() else "".join(letter for letter in letters if not unicodedata.combining(letter))


def key(name: str) -> tuple[str, ...]:
    """The words that a name is compared by."""
    return tuple(fold(word) for word in WORD.findall(name) if word not in HYPHENS)


class Words(NamedTuple):
    """The words of a text that names are made of: as written, as compared, and the index of each one's token."""

    written: list[str]
    folded: list[str]
    tokens: list[int]


def words(doc: Doc) -> Words:
    """All words of a text but hyphens and line breaks. What parts it stays, as a word that no name holds: PARAGRAPH for
    a blank line, CELL for the end of a cell."""
    written: list[str] = []
    tokens: list[int] = []
    for i, text in enumerate(texts(doc)):
        if text in HYPHENS:
            continue
        blank = doc[i] if text.isspace() else None
        if blank and not parts(blank):
            continue
        written.append(text if not blank else CELL if ends_cell(blank) else PARAGRAPH)
        tokens.append(i)
    return Words(written, [fold(text) for text in written], tokens)


class NameTable(Generic[Value]):
    """What each name stands for; a name may stand for more than one thing."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, ...], list[Value]] = {}
        self.lengths: dict[str, list[int]] = {}

    def add(self, name: str, value: Value) -> None:
        """Adds one name, also with `St` and `St.` where it has `Saint`."""
        spellings = [name.replace("Saint ", saint) for saint in SAINTS] if "Saint " in name else [name]
        for spelling in spellings:
            folded = key(spelling)
            known = self.values.setdefault(folded, [])
            if value not in known:
                known.append(value)
            lengths = self.lengths.setdefault(folded[0], [])
            if len(folded) not in lengths:
                lengths.append(len(folded))
                lengths.sort(reverse=True)

    def beginning(self, folded: list[str], start: int) -> Iterator[tuple[int, list[Value]]]:
        """The names that begin at `start`, the longest first: how many words each has, and what it stands for."""
        for length in self.lengths.get(folded[start], ()):
            name = tuple(folded[start : start + length])
            if len(name) == length and name in self.values:
                yield length, self.values[name]
