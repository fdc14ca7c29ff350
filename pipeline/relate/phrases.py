"""Readings -> sentences of phrases: what the grammar sees as one word.

A mention is one phrase, a name that no list knows is one (names), names in a list share one (lists), and each other
word is one, with the classes that classes.csv puts it in; an entry of several words is read as one where it stands
whole. Never says what a phrase means: that is for the frames.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from spacy.tokens import Token

from pipeline.language.lexicon import by_language, rows
from pipeline.model import Country, Mention, Money, Organisation, Quantity, Reading, Span, Time

LONGEST = 5  # words of an entry of a class
HEADS = frozenset({"GIFT", "BUDGET"})  # what the last word of a longer entry is, the entry is too: "core support"
NO_KINDS = frozenset[str]()
NOTHING: tuple[frozenset[str], tuple[int, ...]] = NO_KINDS, ()
CELL = frozenset({"CELL", "BREAK"})
ORDER = (Money, Organisation, Time, Country, Quantity)

Starts = Mapping[int, Sequence[Mention]]


class Actor(NamedTuple):
    """Somebody who may give or get: the name as printed, its country where that is known, and what kind of body or
    name it is (empty where no list knows it); `short` is the name in brackets behind it."""

    name: str
    iso3: str | None
    start: int
    known: str
    short: str = ""


class Phrase(NamedTuple):
    """What the grammar sees as one word, on content[start:end]. `members` are those of a list."""

    kinds: frozenset[str]
    text: str
    start: int
    end: int
    mention: Mention | None = None
    actors: tuple[Actor, ...] = ()
    members: tuple[Phrase, ...] = ()

    @property
    def code(self) -> str:
        """What patterns are held against."""
        return f"<|{'|'.join(sorted(self.kinds))}|{self.text}|>"

    @property
    def time(self) -> Time | None:
        """The time that it is."""
        return self.mention if isinstance(self.mention, Time) else None


class Sentence(NamedTuple):
    """A sentence of a section as phrases; `memo` keeps what the frames tell of each phrase, once worked out."""

    start: int
    phrases: tuple[Phrase, ...]
    in_heading: bool
    memo: dict[tuple[int, str], tuple[Any, ...]]

    def place(self, phrase: Phrase) -> int | None:
        """The place of one of its phrases; None of another sentence's."""
        return next((place for place, own in enumerate(self.phrases) if own is phrase), None)


@by_language
def classes() -> dict[tuple[str, ...], frozenset[str]]:
    """The classes of each entry, by its words."""
    found: dict[tuple[str, ...], set[str]] = {}
    for row in rows("classes"):
        for entry in row["words"].split(";"):
            found.setdefault(tuple(re.findall(r"\w+|[^\w\s]", entry)) or (";",), set()).add(row["class"])
    return {words: frozenset(names) for words, names in found.items()}


@by_language
def of_class(name: str) -> frozenset[str]:
    """The single words of a class."""
    return frozenset(words[0] for words, names in classes().items() if name in names and len(words) == 1)


def read_words(reading: Reading, rows: Sequence[Span]) -> Iterator[tuple[list[Token], bool]]:
    """The words of each sentence, the ends of cells among them, and whether they are the heading's; a row is one."""

    def place(sentence: Sequence[Token]) -> Span | int:
        before = bisect_right(rows, sentence[0].idx, key=lambda row: row.start)
        row = rows[before - 1] if before else None
        return row if row is not None and row.holds(sentence[0].idx) else sentence[0].i

    for _, together in groupby(_split(list(reading.doc)), key=place):
        words = [token for sentence in together for token in sentence if not token.is_space or "\t" in token.text]
        if any(not token.is_space for token in words):
            yield words, words[0].idx < len(reading.section.heading)


def _split(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The sentences; spaCy's own make each word anew."""
    starts = [i for i, token in enumerate(tokens) if token.is_sent_start or not i]
    yield from (tokens[start:end] for start, end in pairwise([*starts, len(tokens)]))


def starts_of(reading: Reading) -> Starts:
    """The mentions by where they begin; a country that may give is known by its mention as a country."""
    starts: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        if not (isinstance(mention, Organisation) and mention.kind == "country"):
            starts.setdefault(mention.char_start, []).append(mention)
    return starts


def mention_at(starts: Starts, token: Token) -> Mention | None:
    """The mention that begins at a word: an amount before all others, else the longest."""
    here = starts.get(token.idx)
    if not here:
        return None
    return min(
        here, key=lambda m: (not isinstance(m, Money), -m.char_end, [isinstance(m, kind) for kind in ORDER].index(True))
    )


def word(words: Sequence[Token], i: int, starts: Starts) -> tuple[Phrase, int]:
    """The phrase of a word that is no mention, and the word after it."""
    first = words[i]
    if first.is_space:
        return Phrase(CELL, "tab", first.idx, first.idx + 1), i + 1
    text, after = first.lower_, i + 1
    kinds, lengths = _beginnings().get(text, NOTHING)
    entries = classes() if lengths else {}
    for length in lengths:
        own = words[i : i + length]
        key = tuple([token.lower_ for token in own])
        if len(key) == length and key in entries and not any(token.idx in starts for token in own[1:]):
            kinds, text, after = entries[key], " ".join(key), i + length
            kinds |= entries.get(key[-1:], NO_KINDS) & _heads(kinds)
            break
    if text[0].isdigit():
        kinds |= {"NUM"}
    if "COULD" in kinds and first.is_title and (i or any(token.like_num for token in words[1:2])):
        kinds -= {"COULD"}  # the month of May
    last = words[after - 1]
    return Phrase(kinds, written(text), first.idx, last.idx + len(last)), after


def _heads(kinds: Iterable[str]) -> frozenset[str]:
    """What the last word of an entry may make it: neither is the regular budget a project's, nor foreign direct
    investment a gift."""
    return frozenset() if "UNFUNDS" in kinds else HEADS - {"BUDGET"} if "ASSESSED" in kinds else HEADS


@by_language
def _beginnings() -> dict[str, tuple[frozenset[str], tuple[int, ...]]]:
    """The classes that a word is of by itself, and the lengths of the longer entries that it begins, longest first."""
    found: dict[str, set[int]] = {}
    for entry in classes():
        found.setdefault(entry[0], set()).add(len(entry))
    return {
        first: (classes().get((first,), NO_KINDS), tuple(sorted(lengths - {1}, reverse=True)))
        for first, lengths in found.items()
    }


@lru_cache(maxsize=1 << 14)  # most words of a document come again
def written(text: str) -> str:
    """A text as patterns see it."""
    return re.sub(r"[<>|]", "¦", " ".join(text.lower().split())).replace("'", "’")


def of_mention(mention: Mention, end: int) -> Phrase:
    """The phrase of a mention."""
    kinds: set[str] = set()
    actors: tuple[Actor, ...] = ()
    match mention:
        case Money():
            kinds = {"MONEY"}
        case Time():
            kinds = {"TIME", mention.kind.upper()}
        case Quantity():
            kinds = {"COUNT", *classes().get((mention.text.split()[-1].lower(),), ())}
        case Organisation():
            kinds, actors = {"WHO", "BODY"}, (actor(mention),)
        case Country(kind="country" | "group"):
            kinds, actors = {"PLACE", "NAMED", "WHO", "COUNTRY"}, (actor(mention),)
        case Country(kind="demonym"):
            kinds, actors = {"DEMONYM", "NAMED"}, (actor(mention),)
        case Country():
            kinds = {"PLACE", "NAMED"}
    return Phrase(frozenset(kinds), written(mention.text), mention.char_start, end, mention, actors)


def actor(mention: Organisation | Country) -> Actor:
    """Who a mention names; a people is its country."""
    of_people = isinstance(mention, Country) and mention.kind == "demonym"
    name = mention.name if of_people else " ".join(mention.text.split())
    return Actor(name, mention.iso3, mention.char_start, mention.kind)
