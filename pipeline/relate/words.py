"""Readings -> lines of words: a sentence each, a row of a table or fact as one; the ends of cells are words, too.

How a word is written, and the classes that classes.csv puts it in by itself, is worked out once for all places where it
stands. An entry of several words is read as one where it stands whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.language.lexicon import by_language, rows
from pipeline.model import Country, Mention, Money, Organisation, Quantity, Reading, Span, Time, row_spans

NO_KINDS = frozenset[str]()
CELL = frozenset({"CELL", "BREAK"})
ORDER = (Money, Organisation, Time, Country, Quantity)

Entry = tuple[str, ...]  # the words of an entry of a class
Longer = Mapping[str, Sequence[Entry]]
NONE_LONGER: Longer = {}


class Word(NamedTuple):
    """How a word is written: in the text, in lower case, and as patterns see it (blank: white space between words).
    `kinds` are the classes that it is of by itself, `longer` the longer entries that it begins, by their second word,
    longest first. A plain word is a phrase by itself wherever no mention begins at it."""

    text: str
    lower: str
    shown: str
    kinds: frozenset[str]
    longer: Longer
    is_large: bool
    is_plain: bool


NO_WORD = Word("", "", "", NO_KINDS, NONE_LONGER, is_large=False, is_plain=True)


class Line(NamedTuple):
    """The words of a sentence, and where each begins in the section's content. What holds for the whole section:
    `mentions` by where they begin, `openings`, where its sentences begin, and `small`, the words that it writes without
    a capital."""

    words: Sequence[Word]
    starts: Sequence[int]
    content: str
    mentions: Mapping[int, Mention]
    openings: Set[int]
    small: Set[str]

    def end(self, i: int) -> int:
        """The offset after a word."""
        return self.starts[i] + len(self.words[i].text)

    def mention(self, i: int) -> Mention | None:
        """The mention that begins at a word."""
        return self.mentions.get(self.starts[i])

    def after(self, mention: Mention, i: int) -> int:
        """The word after a mention that begins at a word."""
        while i < len(self.words) and self.starts[i] < mention.char_end:
            i += 1
        return i

    def opens(self, i: int) -> bool:
        """Whether a word is the first of a sentence; a row may hold several."""
        return self.starts[i] in self.openings


def word_at(words: Sequence[Word], i: int) -> Word:
    """The word at a place; before the first and after the last there is nothing."""
    return words[i] if 0 <= i < len(words) else NO_WORD


@by_language
def classes() -> dict[Entry, frozenset[str]]:
    """The classes of each entry."""
    found: dict[Entry, set[str]] = {}
    for row in rows("classes"):
        for entry in row["words"].split(";"):
            found.setdefault(tuple(re.findall(r"\w+|[^\w\s]", entry)) or (";",), set()).add(row["class"])
    return {words: frozenset(names) for words, names in found.items()}


@by_language
def of_class(name: str) -> frozenset[str]:
    """The single words of a class."""
    return frozenset(words[0] for words, names in classes().items() if name in names and len(words) == 1)


@by_language
def _longer() -> dict[str, dict[str, list[Entry]]]:
    """The entries of several words by the first and the second, longest first."""
    found: dict[str, dict[str, list[Entry]]] = {}
    for entry in sorted(classes(), key=len, reverse=True):
        if len(entry) > 1:
            found.setdefault(entry[0], {}).setdefault(entry[1], []).append(entry)
    return found


@lru_cache(maxsize=1 << 14)  # most names of a document come again
def written(text: str) -> str:
    """A text as patterns see it."""
    return re.sub(r"[<>|]", "¦", " ".join(text.lower().split())).replace("'", "’")


class _Words(dict[str, Word]):
    """The words of a language by how they are written; most words of a document come again."""

    def __missing__(self, text: str) -> Word:
        return self.setdefault(text, _word(text))


@by_language
def _known() -> _Words:
    return _Words()


def _word(text: str) -> Word:
    lower = text.lower()
    if "\t" in text:
        return Word(text, lower, "tab", CELL, NONE_LONGER, is_large=False, is_plain=True)
    kinds = classes().get((lower,), NO_KINDS) | ({"NUM"} if lower[0].isdigit() else NO_KINDS)
    longer, is_large = _longer().get(lower, NONE_LONGER), text[0].isupper()
    is_plain = not (longer or is_large)
    return Word(text, lower, written(lower), kinds, longer, is_large, is_plain)


def lines(reading: Reading) -> Iterator[Line]:
    """The sentences and rows of a section, its heading first."""
    section, known = reading.section, _known()
    printed, offsets, firsts = reading.tokens
    read = [known[text] for text in printed]
    kept = [i for i, word in enumerate(read) if word.shown]
    words, starts = [read[i] for i in kept], [offsets[i] for i in kept]
    mentions, small = mentions_of(reading), frozenset(filter(str.islower, printed))
    openings = frozenset(offsets[first] for first in firsts)
    table_rows = list(row_spans(section.blocks))

    def place(sentence: tuple[int, int]) -> Span | int:
        first = offsets[sentence[0]]
        before = bisect_right(table_rows, first, key=lambda row: row.start)
        row = table_rows[before - 1] if before else None
        return row if row is not None and row.holds(first) else first

    for _, together in groupby(pairwise([*firsts, len(read)]), key=place):
        (first, end), *others = together
        own = slice(bisect_left(kept, first), bisect_left(kept, others[-1][1] if others else end))
        if any(word.kinds is not CELL for word in words[own]):
            yield Line(words[own], starts[own], section.content, mentions, openings, small)


def mentions_of(reading: Reading) -> dict[int, Mention]:
    """The mention that begins at an offset: an amount before all others, else the longest; a country that may give is
    known by its mention as a country."""
    found: dict[int, Mention] = {}
    for mention in reading.mentions:
        if not (isinstance(mention, Organisation) and mention.kind == "country"):
            known = found.setdefault(mention.char_start, mention)
            if known is not mention:
                found[mention.char_start] = min(known, mention, key=_order)
    return found


def _order(mention: Mention) -> tuple[bool, int, int]:
    kind = next(place for place, kind in enumerate(ORDER) if isinstance(mention, kind))
    return not isinstance(mention, Money), -mention.char_end, kind
