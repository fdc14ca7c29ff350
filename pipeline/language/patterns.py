"""Rules in layers: each layer reads the words of a text, and what the layers before it have read as one word.

"from May to the end of 2024" is first read as words, then as `from MOMENT to the end of MOMENT`, then as `from MOMENT
to MOMENT`, and so on: a cascade of finite-state patterns (S. Abney, Partial Parsing via Finite-State Cascades, 1996).

A pattern is a row of words, one for each piece:

    of          the word itself                               of|in   either word
    MONTH       any word of that class                        and?    may be missing      NUMBER+   once or more
    (since)     must stand there, but does not belong to what is read (first and last words only)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import pairwise
from operator import itemgetter, or_
from typing import Any, NamedTuple

from pipeline.language.spans import longest

BREAK = "¶"  # what patterns see of a piece that has no word


class Piece(NamedTuple):
    """What patterns see as one word: a token, or the tokens from `start` to `end` that `rule` has read as `value`."""

    word: str
    start: int
    end: int
    value: object = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns, and the name of how what they find is read."""

    name: str
    reads: str
    patterns: tuple[str, ...]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Rule:
        """A rule from the row of a table."""
        return cls(row["name"], row["means"], (row["pattern"],))


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of words: its members and what each tells, and a regular expression whose groups tell it of others."""

    members: dict[str, str] = field(default_factory=dict)
    expression: str = ""

    def values(self, name: str, word: str) -> dict[str, str]:
        """What a word of this class tells, by the names of the groups, or else by the name of the class."""
        if word in self.members or not self.expression:
            return {name: self.members[word]} if word in self.members else {}
        match = re.fullmatch(self.expression, word)
        return (match.groupdict() or {name: word}) if match else {}


class Match(NamedTuple):
    """The pieces from `start` to `end` that a rule fits: what their classes tell, in text order, and what earlier
    layers have read there."""

    rule: Rule
    start: int
    end: int
    values: tuple[tuple[str, str], ...]
    read: tuple[object, ...]

    def all(self, *names: str) -> list[str]:
        """Every value of these names, in text order."""
        return [value for name, value in self.values if name in names]

    def get(self, *names: str) -> str | None:
        """The first value of these names, None where there is none."""
        return next(iter(self.all(*names)), None)


class Layer:
    """The rules of one layer, compiled. Where two fit overlapping pieces the earlier match wins, then the longer one,
    then the pattern that stands first; of the matches of one pattern that overlap, the longest.

    Each word is held once against all that patterns ask for, as bits of a number, and a pattern is tried only where its
    first words stand: spaCy's Matcher, which tries each everywhere, took a fifth of the time of finding mentions.
    """

    def __init__(self, rules: Sequence[Rule], classes: Mapping[str, WordClass]) -> None:
        self.classes = classes
        self.patterns = [
            (rule, [_Word.parse(word) for word in pattern.split()]) for rule in rules for pattern in rule.patterns
        ]
        asked = dict.fromkeys(word.choices for _, words in self.patterns for word in words)
        self._bits = {choices: 1 << place for place, choices in enumerate(asked)}
        self._tests = [(bit, Test.of(choices, classes)) for choices, bit in self._bits.items()]
        self._steps = [list(self._compiled(words)) for _, words in self.patterns]
        self._openings = [list(_openings(steps)) for steps in self._steps]
        self._first = reduce(or_, (one for openings in self._openings for one, _ in openings), 0)
        self._mask = lru_cache(maxsize=1 << 12)(self._what_fits)
        self._beginning = lru_cache(maxsize=1 << 12)(self._patterns_from)

    @property
    def vocabulary(self) -> Iterator[str]:
        """Every word that a pattern names, itself or by its class."""
        for _, words in self.patterns:
            for word in words:
                yield from word.members(self.classes)

    def matches(self, pieces: Sequence[Piece]) -> list[Match]:
        """All matches in text order, none over another."""
        masks = [self._mask(piece.word or BREAK) for piece in pieces] + [0]
        fitting: dict[int, list[_Fit]] = {}
        first = self._first
        for start, pair in enumerate(pairwise(masks)):
            for number in self._beginning(*pair) if pair[0] & first else ():
                ends: dict[int, tuple[int, ...]] = {}
                _fit(self._steps[number], masks, start, ends)
                if ends:
                    fitting.setdefault(number, []).extend(_Fit(start, end, places) for end, places in ends.items())
        found = []
        for number, fits in fitting.items():
            for fit in longest(fits) if len(fits) > 1 else fits:
                match = self._match(number, fit.start, fit.places, pieces)
                found.append((match.start, fit.start - fit.end, number, match))
        kept: list[Match] = []
        for start, _, _, match in sorted(found, key=itemgetter(0, 1, 2)):
            if not kept or start >= kept[-1].end:
                kept.append(match)
        return kept

    def _compiled(self, words: Sequence[_Word]) -> Iterator[_Step]:
        for place, word in enumerate(words):
            step = _Step(self._bits[word.choices], place, word.operator in ("?", "*"), word.operator == "*")
            yield step
            if word.operator == "+":
                yield step._replace(may_miss=True, may_repeat=True)

    def _what_fits(self, word: str) -> int:
        return sum(bit for bit, test in self._tests if test.fits(word))

    def _patterns_from(self, first: int, second: int) -> tuple[int, ...]:
        """The patterns of which two words that follow each other may be the first, told by their bits."""
        return tuple(
            number
            for number, openings in enumerate(self._openings)
            if any(one & first and (other is None or other & second) for one, other in openings)
        )

    def _match(self, number: int, first: int, alignment: Sequence[int], pieces: Sequence[Piece]) -> Match:
        rule, words = self.patterns[number]
        aligned = [(words[place], first + i) for i, place in enumerate(alignment) if not words[place].outside]
        values = [pair for word, i in aligned for pair in word.values(self.classes, pieces[i].word)]
        read = [pieces[i].value for _, i in aligned if pieces[i].value is not None]
        return Match(rule, aligned[0][1], aligned[-1][1] + 1, tuple(values), tuple(read))


class _Fit(NamedTuple):
    """The pieces from `start` to `end` that a pattern fits, and the place in it of the word that each of them is."""

    start: int
    end: int
    places: tuple[int, ...]


class _Step(NamedTuple):
    """A word of a pattern, by its bit and its place there, and whether it may be missing or come again."""

    bit: int
    place: int
    may_miss: bool
    may_repeat: bool


class Test(NamedTuple):
    """What a word of a pattern asks for: one of these words, or one of this form."""

    members: frozenset[str]
    expression: re.Pattern[str] | None

    @classmethod
    def of(cls, choices: Iterable[str], classes: Mapping[str, WordClass]) -> Test:
        """What words or classes ask for."""
        expressions = [classes[choice].expression for choice in choices if choice in classes]
        nameless = [re.sub(r"\(\?P<\w+>", "(?:", expression) for expression in expressions if expression]
        members = {word for choice in choices for word in (classes[choice].members if choice in classes else [choice])}
        return cls(frozenset(members), re.compile("|".join(nameless)) if nameless else None)

    def fits(self, word: str) -> bool:
        """Whether it is one of the words or of the form."""
        return word in self.members or bool(self.expression and self.expression.fullmatch(word))


def _openings(steps: Sequence[_Step]) -> Iterator[tuple[int, int | None]]:
    """The bits of each word with which a pattern may begin, and those of the words that may follow it; None where it
    may end there."""
    for nth, step in enumerate(steps, start=1):
        following, may_end = step.bit if step.may_repeat else 0, True
        for other in steps[nth:]:
            following, may_end = following | other.bit, other.may_miss
            if not may_end:
                break
        yield step.bit, None if may_end else following
        if not step.may_miss:
            break


def _fit(
    steps: Sequence[_Step], masks: Sequence[int], i: int, ends: dict[int, tuple[int, ...]], places: tuple[int, ...] = ()
) -> None:
    """Adds where steps end that fit pieces from `i` on, with the places of the words before them and of their own; of
    several ways to one end that which leaves out most. After the last piece stands one that fits nothing."""
    for nth, step in enumerate(steps):
        if step.may_miss:
            _fit(steps[nth + 1 :], masks, i, ends, places)
        if not masks[i] & step.bit:
            return
        i, places = i + 1, (*places, step.place)
        if step.may_repeat:
            _fit(steps[nth:], masks, i, ends, places)
            return
    ends.setdefault(i, places)


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a pattern."""

    choices: tuple[str, ...]
    operator: str
    outside: bool

    @classmethod
    def parse(cls, text: str) -> _Word:
        operator = text[-1] if len(text) > 1 and text[-1] in "?+*" else ""
        body = text.removesuffix(operator)
        outside = len(body) > 2 and body[0] == "(" and body[-1] == ")"
        return cls(tuple((body[1:-1] if outside else body).split("|")), operator, outside)

    def members(self, classes: Mapping[str, WordClass]) -> Iterator[str]:
        for choice in self.choices:
            yield from classes[choice].members if choice in classes else (choice,)

    def values(self, classes: Mapping[str, WordClass], word: str) -> Iterator[tuple[str, str]]:
        for choice in self.choices:
            if choice in classes:
                yield from classes[choice].values(choice, word).items()
