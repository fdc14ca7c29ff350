"""Readings -> sentences of phrases: what the grammar sees as one word.

A mention is one phrase, a name that no list knows is one (names), names in a list share one (lists), and each other
word is one, with the classes that classes.csv puts it in; an entry of several words is read as one where it stands
whole (words). Never says what a phrase means: that is for the frames.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from pipeline.language.numbers import like_number
from pipeline.model import Country, Mention, Money, Organisation, Quantity, Span, Time
from pipeline.relate.words import NO_KINDS, Line, Word, classes, written

LONGEST = 5  # words of an entry of a class
HEADS = frozenset({"GIFT", "BUDGET"})  # what the last word of a longer entry is, the entry is too: "core support"


class Actor(NamedTuple):
    """Somebody who may give or get: the name as printed, its country where that is known, and what kind of body or
    name it is (empty where no list knows it); `short` is the name in brackets behind it."""

    name: str
    iso3: str | None
    start: int
    known: str
    short: str = ""

    @property
    def span(self) -> Span:
        """Where its name stands."""
        return Span(self.start, self.start + len(self.name))


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
        return _code(self.kinds, self.text)

    @property
    def time(self) -> Time | None:
        """The time that it is."""
        return self.mention if isinstance(self.mention, Time) else None


NOTHING = Phrase(NO_KINDS, "", 0, 0)


def phrase_at(phrases: Sequence[Phrase], i: int) -> Phrase:
    """The phrase at a place; before the first and after the last there is nothing."""
    return phrases[i] if 0 <= i < len(phrases) else NOTHING


@lru_cache(maxsize=1 << 14)  # most phrases come again
def _code(kinds: frozenset[str], text: str) -> str:
    return f"<|{'|'.join(sorted(kinds))}|{text}|>"


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence of a section as phrases: the classes of all of them; its mentions, names and lists of them (`named`),
    with their places; `memo` keeps what the frames tell of each phrase, once worked out."""

    start: int
    phrases: tuple[Phrase, ...]
    in_heading: bool
    kinds: frozenset[str] = field(init=False, repr=False)
    named: tuple[tuple[int, Phrase], ...] = field(init=False, repr=False)
    memo: dict[object, tuple[Any, ...]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        self.kinds = NO_KINDS.union(*[phrase.kinds for phrase in self.phrases])
        named = [(i, p) for i, p in enumerate(self.phrases) if p.mention is not None or p.actors or p.members]
        self.named = tuple(named)

    def place(self, phrase: Phrase) -> int | None:
        """The place of one of its phrases; None of another sentence's."""
        return next((place for place, own in enumerate(self.phrases) if own is phrase), None)


def sentences_in(sentences: Sequence[Sentence], span: Span) -> Sequence[Sentence]:
    """The sentences of a section, in their order, that begin in a part of its content."""
    first, end = (bisect_left(sentences, at, key=lambda sentence: sentence.start) for at in span)
    return sentences[first:end]


def plain(word: Word, start: int) -> Phrase:
    """The phrase of a plain word that begins at an offset."""
    return _phrase(word.kinds, word.shown, start, start + len(word.text))


def _phrase(kinds: frozenset[str], text: str, start: int, end: int) -> Phrase:
    # past the constructor: half of the time that a call takes
    return tuple.__new__(Phrase, (kinds, text, start, end, None, (), ()))


def word(line: Line, i: int) -> tuple[Phrase, int]:
    """The phrase of a word that is no mention, and the word after it."""
    first, after = line.words[i], i + 1
    kinds, text = first.kinds, first.shown
    for entry in first.longer.get(line.words[after].lower, ()) if first.longer and after < len(line.words) else ():
        end = i + len(entry)
        own = line.words[i:end]
        if tuple([word.lower for word in own]) == entry and not any(map(line.mention, range(after, end))):
            kinds, text, after = classes()[entry] | kinds & {"NUM"}, written(" ".join(entry)), end
            kinds |= own[-1].kinds & _heads(kinds)
            break
    if "COULD" in kinds and first.text.istitle() and (i or any(like_number(word.text) for word in line.words[1:2])):
        kinds -= {"COULD"}  # the month of May
    return _phrase(kinds, text, line.starts[i], line.end(after - 1)), after


def _heads(kinds: Set[str]) -> frozenset[str]:
    """What the last word of an entry may make it: neither is the regular budget a project's, nor foreign direct
    investment a gift."""
    return frozenset() if "UNFUNDS" in kinds else HEADS - {"BUDGET"} if "ASSESSED" in kinds else HEADS


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
            kinds = {"COUNT", *_of_word(re.split(r"[\s-]", mention.text.lower())[-1]), *_of_word(mention.unit)}
        case Organisation():
            kinds, actors = {"WHO", "BODY"}, (actor(mention),)
        case Country(kind="country" | "group"):
            kinds, actors = {"PLACE", "NAMED", "WHO", "COUNTRY"}, (actor(mention),)
        case Country(kind="demonym"):
            kinds, actors = {"DEMONYM", "NAMED"}, (actor(mention),)
        case Country():
            kinds = {"PLACE", "NAMED"}
    return Phrase(frozenset(kinds), written(mention.text), mention.char_start, end, mention, actors)


def _of_word(word: str) -> frozenset[str]:
    return classes().get((word,), NO_KINDS)


def actor(mention: Organisation | Country) -> Actor:
    """Who a mention names; a people is its country."""
    of_people = isinstance(mention, Country) and mention.kind == "demonym"
    name = mention.name if of_people else " ".join(mention.text.split())
    return Actor(name, mention.iso3, mention.char_start, mention.kind)
