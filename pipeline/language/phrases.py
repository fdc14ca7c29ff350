"""Phrases around a name, as a table writes them: "Gulf of NAME", "NAME Airlines", "into DEMONYM ,".

A phrase holds `NAME` once, for a name or for names in a row; or `DEMONYM`, for those of peoples only; or `COUNTRY`, for
all others. Other words in capitals are classes of words, which phrase_words.csv lists. A word with a capital wants one
in the text; the others are compared as names are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar, get_args

from pipeline.language.currencies import shared_words
from pipeline.language.lexicon import by_language, rows
from pipeline.language.names import Words, fold
from pipeline.model import CountryKind

KINDS = frozenset(get_args(CountryKind))
PLACEHOLDERS = {"NAME": KINDS, "DEMONYM": frozenset({"demonym"}), "COUNTRY": KINDS - {"demonym"}}

Value = TypeVar("Value")


class Phrase(NamedTuple, Generic[Value]):
    """The words before a name, nearest first, and after it, each as all its spellings; and what the phrase tells.

    `order` is its place in its table.
    """

    order: int
    before: tuple[frozenset[str], ...]
    after: tuple[frozenset[str], ...]
    kinds: frozenset[str]
    value: Value

    def fits(self, text: Words, start: int, end: int) -> bool:
        """Whether the phrase stands around the words from `start` up to `end`."""
        return (
            len(self.before) <= start
            and len(self.after) <= len(text.folded) - end
            and all(_is(text, start - 1 - place, spellings) for place, spellings in enumerate(self.before))
            and all(_is(text, end + place, spellings) for place, spellings in enumerate(self.after))
        )


class PhraseBook(Generic[Value]):
    """Phrases, found by a word next to the name; of those that fit, the one with most words tells."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self.by_neighbour: dict[str, list[Phrase[Value]]] = {}
        for order, (text, value) in enumerate(phrases):
            phrase = _parse(order, text, value)
            for word in set(map(fold, (phrase.before or phrase.after)[0])):
                self.by_neighbour.setdefault(word, []).append(phrase)

    def around(self, text: Words, start: int, end: int, kind: CountryKind) -> Phrase[Value] | None:
        """The longest phrase around the name of that kind at words `start` up to `end`; of equals the table's first."""
        neighbours = (*text.folded[max(start - 1, 0) : start], *text.folded[end : end + 1])
        near = (phrase for word in neighbours for phrase in self.by_neighbour.get(word, ()))
        fitting = (phrase for phrase in near if kind in phrase.kinds and phrase.fits(text, start, end))
        return min(fitting, key=lambda phrase: (-len(phrase.before) - len(phrase.after), phrase.order), default=None)


def _parse(order: int, text: str, value: Value) -> Phrase[Value]:
    words = text.split()
    place = next(place for place, word in enumerate(words) if word in PLACEHOLDERS)
    spellings = [word_classes().get(word) or _spellings(word) for word in words]
    before, after = tuple(reversed(spellings[:place])), tuple(spellings[place + 1 :])
    return Phrase(order, before, after, PLACEHOLDERS[words[place]], value)


@by_language
def word_classes() -> dict[str, frozenset[str]]:
    """All spellings of the words of each class; those of money are the words for currencies."""
    members: dict[str, list[str]] = {"MONEY": shared_words()}
    for row in (*rows("phrase_words"), *rows("role_words")):
        members.setdefault(row["class"], []).append(row["word"])
    classes = {name: frozenset().union(*map(_spellings, words)) for name, words in members.items()}
    return defaultdict(frozenset, classes)


def _spellings(word: str) -> frozenset[str]:
    return frozenset({word, word.upper()} if word[0].isupper() else {fold(word)})


def _is(text: Words, index: int, spellings: frozenset[str]) -> bool:
    return text.folded[index] in spellings or text.written[index] in spellings
