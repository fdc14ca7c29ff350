"""Rules in layers: each layer reads the words of a text, and what the layers before it have read as one word.

"from May to the end of 2024" is first read as words, then as `from MOMENT to the end of MOMENT`, then as `from MOMENT
to MOMENT`, and so on: a cascade of finite-state patterns (S. Abney, Partial Parsing via Finite-State Cascades, 1996).

A pattern is a row of words, one for each token of a spaCy Matcher:

    of          the word itself                               of|in   either word
    MONTH       any word of that class                        and?    may be missing      NUMBER+   once or more
    (since)     must stand there, but does not belong to what is read (first and last words only)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

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
    """A class of words: its members and what each tells, or a regular expression whose groups tell it."""

    members: dict[str, str] = field(default_factory=dict)
    expression: str = ""

    def values(self, name: str, word: str) -> dict[str, str]:
        """What a word of this class tells, by the names of the groups, or else by the name of the class."""
        if not self.expression:
            return {name: self.members[word]} if word in self.members else {}
        match = re.fullmatch(self.expression, word)
        return (match.groupdict() or {name: word}) if match else {}


@dataclass(frozen=True, slots=True)
class Match:
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
    then the pattern that stands first."""

    def __init__(self, vocab: Vocab, rules: Sequence[Rule], classes: Mapping[str, WordClass]) -> None:
        self.vocab, self.classes = vocab, classes
        self.patterns = [
            (rule, [_Word.parse(word) for word in pattern.split()]) for rule in rules for pattern in rule.patterns
        ]
        self.matcher: Any = Matcher(vocab)  # Any: its types know no alignments
        for number, (_, words) in enumerate(self.patterns):
            self.matcher.add(str(number), [[word.token(classes) for word in words]], greedy="LONGEST")

    @property
    def vocabulary(self) -> Iterator[str]:
        """Every word that a pattern names, itself or by its class."""
        for _, words in self.patterns:
            for word in words:
                yield from word.members(self.classes)

    def matches(self, pieces: Sequence[Piece]) -> list[Match]:
        """All matches in text order, none over another."""
        doc = Doc(self.vocab, words=[piece.word or BREAK for piece in pieces])
        found = []
        if not self.patterns:
            return []
        for key, first, last, alignment in self.matcher(doc, with_alignments=True):
            number = int(self.vocab.strings[key])
            match = self._match(number, first, alignment, pieces)
            found.append((match.start, first - last, number, match))
        kept: list[Match] = []
        for start, _, _, match in sorted(found, key=itemgetter(0, 1, 2)):
            if not kept or start >= kept[-1].end:
                kept.append(match)
        return kept

    def _match(self, number: int, first: int, alignment: Sequence[int], pieces: Sequence[Piece]) -> Match:
        rule, words = self.patterns[number]
        aligned = [(words[place], first + i) for i, place in enumerate(alignment) if not words[place].outside]
        values = [pair for word, i in aligned for pair in word.values(self.classes, pieces[i].word)]
        read = [pieces[i].value for _, i in aligned if pieces[i].value is not None]
        return Match(rule, aligned[0][1], aligned[-1][1] + 1, tuple(values), tuple(read))


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

    def token(self, classes: Mapping[str, WordClass]) -> dict[str, Any]:
        """The spaCy token pattern."""
        expressions = [classes[choice].expression for choice in self.choices if choice in classes]
        members = list(self.members(classes))
        if any(expressions):
            nameless = [re.sub(r"\(\?P<\w+>", "(?:", expression) for expression in expressions if expression]
            options = [*nameless, *map(re.escape, members)]
            return {"ORTH": {"REGEX": f"^(?:{'|'.join(options)})$"}, **self._operator}
        return {"ORTH": {"IN": members} if len(members) > 1 else members[0], **self._operator}

    @property
    def _operator(self) -> dict[str, str]:
        return {"OP": self.operator} if self.operator else {}
