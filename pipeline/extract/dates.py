"""Dates, periods and durations of a text: the layers of rules/dates.toml over its words.

Takes a Doc with numbers and money on it and leaves Time records. Never reads the clock: relative dates ("last year")
are no mentions.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.extract import date_readings, spans
from pipeline.extract.cascade import Layer, Piece, Rule, WordClass
from pipeline.model import Time

NAME = "donor_profiles_dates"

RULES = files("pipeline.extract.rules")
LAYERS = ("nothing", "durations", "moments", "parts", "ranges", "open")  # each reads what those before have left
GLUED_BEFORE = re.compile(r"(?:[^\W_]|\w[-/_.:@])\Z")
GLUED_AFTER = re.compile(r"[^\W_]|[-/_.]\d|[/_]\w")
BREAK = Piece("", -1, -1)


class Dates:
    """The component; making it compiles all rules."""

    def __init__(self, vocab: Vocab) -> None:
        table = tomllib.loads(RULES.joinpath("dates.toml").read_text(encoding="utf-8"))
        classes = _classes(table["classes"])
        self.layers = [Layer(vocab, [Rule.of(row) for row in table[name]], classes) for name in LAYERS]
        self.opaque = re.compile("|".join(table["opaque"]["expressions"]))
        self.words = frozenset(word for layer in self.layers for word in layer.vocabulary)
        self.known = vocab.add_flag(self._knows)

    def _knows(self, text: str) -> bool:
        return text[:1].isdecimal() or self._word(text) in self.words

    def _word(self, text: str) -> str:
        """A word as patterns have it: in lower case, unless they have just this spelling ("May", not "may")."""
        return text if text in self.words else text.lower()

    def __call__(self, doc: Doc) -> Doc:
        """Leaves every date, period and duration of the text."""
        pieces = list(self._pieces(doc))
        if not pieces:
            return doc
        day_first = doc._.context.day_first
        for layer in self.layers:
            matches = layer.matches(pieces)
            if day_first is None:
                day_first = date_readings.day_first(matches)
            pieces = _rewritten(pieces, {m.start: (m, date_readings.read(m, day_first)) for m in matches})
        opaque = [match.span() for match in self.opaque.finditer(doc.text)]
        found = []
        for piece in pieces:
            if (value := date_readings.fields(piece.value)) and _stands_alone(doc, piece, opaque):
                found.append(Time(**spans.place(doc[piece.start : piece.end]), rule=piece.rule, **value._asdict()))
        return spans.leave(doc, found)

    def _pieces(self, doc: Doc) -> Iterator[Piece]:
        """Runs of known words that hold a number, apart by a piece without a word. Line ends are left out, numbers in
        words are one piece, in digits."""
        known = doc.to_array([self.known]).nonzero()[0].tolist()
        if not known:
            return
        money = spans.taken(doc, "money")
        numbers = {n.start: n for n in doc._.numbers if n.value is not None and n.end > n.start + 1 or n.in_words}
        run: list[Piece] = []
        numbered, end = False, 0
        for i in [*sorted({*known, *numbers}), len(doc)]:
            if i < end:
                continue
            if i in money or i == len(doc) or not all(_within_line(doc[j].text) for j in range(end, i)):
                if numbered:
                    yield from run
                    yield BREAK
                run, numbered = [], False
            if i == len(doc) or i in money:
                continue
            number = numbers.get(i)
            end = number.end if number else i + 1
            word = f"{number.value}" if number else self._word(doc[i].text)
            run.append(Piece(word, i, end))
            numbered = numbered or word[0].isdecimal() or word in {"decade", "century"}


def _within_line(text: str) -> bool:
    """Whether a token is a blank or the end of a line, but not of a paragraph."""
    return text.isspace() and text.count("\n") < 2


def _rewritten(pieces: list[Piece], readings: Mapping[int, tuple]) -> list[Piece]:
    rewritten, end = [], 0
    for index, piece in enumerate(pieces):
        if index in readings:
            match, (word, value) = readings[index]
            end = match.end
            rewritten.append(Piece(word, piece.start, pieces[end - 1].end, value, match.rule.name))
        elif index >= end:
            rewritten.append(piece)
    return rewritten


def _stands_alone(doc: Doc, piece: Piece, opaque: Iterable[tuple[int, int]]) -> bool:
    """Whether nothing is glued to the mention that makes it part of a code, and no link or address holds it."""
    span = doc[piece.start : piece.end]
    start, end = span.start_char, span.end_char
    return not (
        GLUED_BEFORE.search(doc.text, max(0, start - 2), start)
        or GLUED_AFTER.match(doc.text, end)
        or any(first < end and start < last for first, last in opaque)
    )


def _classes(expressions: Mapping[str, str]) -> dict[str, WordClass]:
    classes = {name: WordClass(expression=expression) for name, expression in expressions.items()}
    with RULES.joinpath("dates_words.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            classes.setdefault(row["class"], WordClass({})).values[row["word"]] = row["value"]
    return classes


@Language.factory(NAME)
def dates(nlp: Language, name: str) -> Dates:
    """The component for a language."""
    return Dates(nlp.vocab)
