"""Names in running text: the longest name of a table that begins at a word.

Names and text are compared word by word, without accents, case or hyphens; straight and curly apostrophes, `&` and
`and`, `St.` and `Saint` are the same. A line break may fall inside a name; a blank line or the end of a table's cell
may not.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from pipeline.language.spans import Doc

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
    if name.isascii() and name.replace(" ", "").isalpha():  # most are, and it is ten times as fast
        return tuple(name.lower().split())
    return tuple(fold(word) for word in WORD.findall(name) if word not in HYPHENS)


def first_word(name: str) -> str:
    """The first of the words that a name is compared by."""
    first = name.partition(" ")[0]
    return first.lower() if first.isascii() and first.isalpha() else key(name)[0]


class Words:
    """The words of a text that names are made of: as written, as compared, and the index of each one's token."""

    def __init__(self, written: list[str], folded: list[str], tokens: list[int]) -> None:
        self.written, self.folded, self.tokens = written, folded, tokens

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """Where each word stands, as compared."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.folded):
            found.setdefault(word, []).append(at)
        return found


def words(doc: Doc) -> Words:
    """All words of a text but hyphens and line breaks. What parts it stays, as a word that no name holds: PARAGRAPH for
    a blank line, CELL for the end of a cell."""
    texts = doc.texts
    tokens = [i for i in doc.places if texts[i] not in HYPHENS]
    written = [texts[i] for i in tokens]
    for i in doc.parting:
        written[bisect_left(tokens, i)] = CELL if i in doc.cell_ends else PARAGRAPH
    return Words(written, list(map(fold, written)), tokens)


class Entries(Generic[Value]):
    """What each entry of one word or several stands for; one may stand for more than one thing."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, ...], list[Value]] = {}
        self.lengths: dict[str, list[int]] = {}
        self.firsts: Set[str] = self.lengths.keys()

    def enter(self, words: Sequence[str], value: Value) -> None:
        """Adds one."""
        known = self.values.setdefault(tuple(words), [])
        if value not in known:
            known.append(value)
        lengths = self.lengths.setdefault(words[0], [])
        if len(words) not in lengths:
            lengths.append(len(words))
            lengths.sort(reverse=True)

    def beginning(self, words: Sequence[str], start: int) -> Iterator[tuple[int, list[Value]]]:
        """Those that begin at `start`, the longest first: how many words each has, and what it stands for."""
        for length in self.lengths.get(words[start], ()):
            entry = tuple(words[start : start + length])
            if len(entry) == length and entry in self.values:
                yield length, self.values[entry]

    def all(self, words: Sequence[str]) -> Iterator[tuple[int, int, Value]]:
        """All in a text, in its order: the words from start to end, and what they stand for."""
        lengths = self.lengths
        for start in [at for at, word in enumerate(words) if word in lengths]:
            for length, values in self.beginning(words, start):
                yield from ((start, start + length, value) for value in values)


class NameTable(Entries[Value]):
    """What each name stands for."""

    def add(self, name: str, value: Value) -> None:
        """Adds one name, also with `St` and `St.` where it has `Saint`."""
        for words in _spelled(name):
            self.enter(words, value)

    def add_new(self, name: str, value: Value) -> None:
        """Adds one name unless it stands for something already."""
        first, *others = _spelled(name)
        if first not in self.values:
            for words in (first, *others):
                self.enter(words, value)


def _spelled(name: str) -> list[tuple[str, ...]]:
    return [key(name.replace("Saint ", saint)) for saint in SAINTS] if "Saint " in name else [key(name)]
