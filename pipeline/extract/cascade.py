"""Rules in layers: each layer reads the words of a text, and what the layers before it have read, as one longer word.

"from May to the end of 2024" is first read as words, then `from MOMENT to the end of MOMENT`, `from MOMENT to MOMENT`,
and `RANGE` at last (a cascade of finite-state patterns, after S. Abney, Partial Parsing via Finite-State Cascades).

A pattern is a row of words, one for each token of a spaCy Matcher:

    of          the word itself, however it is spelled        of|in   either word
    MONTH       any word of that class                        and?    may be missing      NUMBER+   once or more
    (since)     must stand there, but does not belong to what is read (first and last words only)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Piece:
    """What patterns see as one word: a token, or all tokens from `start` to `end` that a rule has read as `value`."""

    word: str
    start: int
    end: int
    value: object = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, how what it finds is read, and phrases with the value that they must give."""

    name: str
    pattern: str
    reads: str
    examples: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, row: Mapping[str, object]) -> Rule:
        return cls(row["name"], row["pattern"], row.get("reads", "nothing"), tuple(map(tuple, row["examples"])))


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of words: its members with their values, or a regular expression whose groups are the values."""

    values: dict[str, str] = field(default_factory=dict)
    expression: str | None = None

    def read(self, name: str, word: str) -> Mapping[str, str]:
        """The values that a word of this class carries, by name; a class without groups gives one under its own."""
        if self.expression is None:
            return {name: self.values[word]} if word in self.values else {}
        groups = re.fullmatch(self.expression, word)
        return (groups.groupdict() or {name: word}) if groups else {}


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces that a rule fits, the values its word classes carry, and what earlier layers have read in it."""

    rule: Rule
    start: int
    end: int
    values: tuple[tuple[str, str], ...]
    read: tuple[object, ...]

    def all(self, name: str) -> list[str]:
        """Every value of that name, in text order."""
        return [value for key, value in self.values if key == name]

    def get(self, name: str) -> str | None:
        """The first value of that name, if there is any."""
        return next(iter(self.all(name)), None)


class Layer:
    """The rules of one layer, compiled. Where two fit overlapping pieces the longer match wins, then the earlier one,
    then the rule that stands first."""

    def __init__(self, vocab: Vocab, rules: Sequence[Rule], classes: Mapping[str, WordClass]) -> None:
        self.vocab, self.rules, self.classes = vocab, rules, classes
        self.words = [[_Word.parse(word) for word in rule.pattern.split()] for rule in rules]
        self.matcher = Matcher(vocab)
        for index, words in enumerate(self.words):
            self.matcher.add(str(index), [[word.token_pattern(classes) for word in words]], greedy="LONGEST")

    @property
    def vocabulary(self) -> Iterator[str]:
        """Every word that a pattern names, itself or by its class."""
        for words in self.words:
            for word in words:
                yield from word.named(self.classes)

    def matches(self, pieces: Sequence[Piece]) -> list[Match]:
        """All matches in text order, none over another; `start` and `end` count pieces."""
        doc = Doc(self.vocab, words=[piece.word or "¶" for piece in pieces])
        found = [
            (int(self.vocab.strings[key]), self._match(int(self.vocab.strings[key]), start, alignment, pieces))
            for key, start, _, alignment in self.matcher(doc, with_alignments=True)
        ]
        found.sort(key=lambda f: (f[1].start - f[1].end, f[1].start, f[0]))
        seen: set[int] = set()
        kept = []
        for _, match in found:
            if seen.isdisjoint(range(match.start, match.end)):
                seen.update(range(match.start, match.end))
                kept.append(match)
        return sorted(kept, key=lambda match: match.start)

    def _match(self, index: int, first: int, alignment: Sequence[int], pieces: Sequence[Piece]) -> Match:
        words = [self.words[index][place] for place in alignment]
        inside = [place for place, word in enumerate(words) if not word.outside]
        start, end = first + inside[0], first + inside[-1] + 1
        own = list(zip(words[inside[0] :], pieces[start:end], strict=False))
        values = tuple(
            pair
            for word, piece in own
            for name in word.choices
            if name in self.classes
            for pair in self.classes[name].read(name, piece.word).items()
        )
        return Match(self.rules[index], start, end, values, tuple(p.value for _, p in own if p.value is not None))


@dataclass(frozen=True, slots=True)
class _Word:
    choices: tuple[str, ...]
    operator: str
    outside: bool

    @classmethod
    def parse(cls, text: str) -> _Word:
        parts = re.fullmatch(r"(\((?=.))?(.+?)((?<=.)\))?([?+*])?", text) if len(text) > 1 else re.fullmatch("()(.)()()", text)
        assert parts, text
        return cls(tuple(parts[2].split("|")), parts[4] or "", bool(parts[1] and parts[3]))

    def named(self, classes: Mapping[str, WordClass]) -> Iterator[str]:
        for choice in self.choices:
            yield from classes[choice].values if choice in classes else (choice,)

    def token_pattern(self, classes: Mapping[str, WordClass]) -> dict[str, object]:
        expressions = [e for choice in self.choices if choice in classes and (e := classes[choice].expression)]
        words = list(self.named(classes))
        if expressions:
            pattern = {"REGEX": f"^(?:{'|'.join([*expressions, *map(re.escape, words)])})$"}
        else:
            pattern = {"IN": words} if len(words) > 1 else words[0]
        return {"ORTH": pattern, "OP": self.operator} if self.operator else {"ORTH": pattern}
