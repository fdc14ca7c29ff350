"""Dates, periods and durations of a text: the layers of rules/dates.toml over its words.

Takes a Doc with sentences, numbers and money on it and leaves Time records. Never reads the clock: relative dates
("last year") are no mentions.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.extract import spans
from pipeline.extract.cascade import Layer, Match, Piece, Rule, WordClass
from pipeline.extract.date_readings import Attribute, Duration, Undecided, read, shown_day_first
from pipeline.extract.moments import Moment, Period
from pipeline.model import Doubt, Time

NAME = "donor_profiles_dates"

RULES = files("pipeline.extract.rules")
LAYERS = ("nothing", "moments", "parts", "ranges", "open", "durations")  # each reads what those before it have left
WORDS = {Moment: "MOMENT", Period: "RANGE"}  # how patterns call what was read
BREAK = Piece("", -1, -1)  # where the words that rules know end
LIST_WORDS = {",", "and", "or", "&", "/"}


# What is glued to a figure where it is part of a code ("RAF2019", "7/2019", "2019/B"), but not "2019-09-25T10".
GLUED_BEFORE = re.compile(r"(?:[^\W_]|\w[-/_.@]|\d:|[#№°]\s?)\Z")
GLUED_AFTER = re.compile(r"(?!T\d)(?:[^\W_]|[-/_.]\d|[/_]\w)")


def rules() -> dict[str, Any]:
    """The tables of rules/dates.toml."""
    return tomllib.loads(RULES.joinpath("dates.toml").read_text(encoding="utf-8"))


class Dates:
    """The component. Making it compiles all rules."""

    def __init__(self, vocab: Vocab) -> None:
        tables = rules()
        classes = {name: WordClass(expression=expression) for name, expression in tables["classes"].items()}
        with RULES.joinpath("dates_words.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                classes.setdefault(row["class"], WordClass()).members[row["word"]] = row["value"]
        self.layers = [Layer(vocab, [Rule.of(row) for row in tables[name]], classes) for name in LAYERS]
        self.opaque = re.compile("|".join(tables["opaque"]["expressions"]))
        self.counting = {"half", *classes["ERA"].members, *classes["DECADE_IN_WORDS"].members}
        self.words = frozenset(word for layer in self.layers for word in layer.vocabulary)
        self.known = vocab.add_flag(lambda text: text[:1].isdecimal() or self._word(text) in self.words)

    def _word(self, text: str) -> str:
        """A word as patterns have it: in lower case, unless they have just this spelling ("May", not "may")."""
        return text if text in self.words else text.lower()

    def __call__(self, doc: Doc) -> Doc:
        """Leaves every date, period and duration of the text."""
        pieces = list(self._pieces(doc))
        day_first = doc._.context.day_first
        for layer in self.layers if pieces else ():
            matches = layer.matches(pieces)
            if day_first is None:
                day_first = shown_day_first(matches)
            pieces = _rewritten(pieces, matches, day_first)
        text = doc.text
        opaque = [match.span() for match in self.opaque.finditer(text)]
        found = []
        for piece in _with_shared_years(pieces):
            span = doc[piece.start : piece.end]
            if (fields := _time(piece.value)) and _stands_alone(text, span, opaque):
                found.append(Time(**spans.place(span), **fields, rule=piece.rule))
        return spans.leave(doc, found)

    def _pieces(self, doc: Doc) -> Iterator[Piece]:
        """Every run of words that rules know and that holds a number, with a break before and after it."""
        run: list[Piece] = []
        for piece in (*self._known_words(doc), BREAK):
            if piece is not BREAK:
                run.append(piece)
                continue
            if any(word.word[0].isdecimal() or word.word in self.counting for word in run):
                yield from (BREAK, *run, BREAK)
            run = []

    def _known_words(self, doc: Doc) -> Iterator[Piece]:
        """The words that rules know, with a break where others stand between them, where money is told and where a
        sentence begins. Line ends are left out; a number in words is one piece, in digits."""
        known = doc.to_array([self.known]).nonzero()[0].tolist()
        starts = set((doc.to_array([SENT_START]) == 1).nonzero()[0].tolist())
        money = spans.taken(doc, "money")
        numbers = {number.start: number for number in doc._.numbers if number.end > number.start + 1 or number.in_words}
        end = 0
        for i in sorted({*known, *numbers} - money):
            if i < end:
                continue
            if i in starts or not doc[end:i].text.isspace() and i > end:
                yield BREAK
            number = numbers.get(i)
            end = number.end if number else i + 1
            if number is None:
                yield Piece(self._word(doc[i].text), i, end)
            elif number.value is not None:
                yield Piece(f"{number.value:,}", i, end)  # "2,019" for "2 019": no year is written so
            else:
                yield BREAK


def _rewritten(pieces: list[Piece], matches: list[Match], day_first: bool | None) -> list[Piece]:
    """The pieces with one for each match in place of those that it has read."""
    rewritten, end = [], 0
    for match in matches:
        value = read(match, day_first)
        rewritten += pieces[end : match.start]
        first, last = pieces[match.start], pieces[match.end - 1]
        rewritten.append(Piece(WORDS.get(type(value), ""), first.start, last.end, value, match.rule.name))
        end = match.end
    return rewritten + pieces[end:]


def _with_shared_years(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the year that closes a list given to the whole list ("in May, June and July 2019")."""
    shared, following = [], None
    for piece in reversed(pieces):
        if isinstance(piece.value, Moment):
            if piece.value.year is None and following and following.kind == piece.value.kind:
                piece = replace(piece, value=replace(piece.value, year=following.year))
            following = piece.value
        elif piece.word not in LIST_WORDS:
            following = None
        shared.append(piece)
    return shared[::-1]


def _time(value: object) -> dict[str, Any] | None:
    """The value fields of a Time record; None for what is no mention, as a month without a year."""
    match value:
        case Duration(lengths):
            doubts = (Doubt("duration", "a range of lengths", lengths),) if len(lengths) > 1 else ()
            return {"kind": "duration", "duration": None if doubts else lengths[0], "doubts": doubts}
        case Undecided(candidates):
            values = tuple(candidate.edtf for candidate in candidates)
            return {"kind": "range", "doubts": (Doubt("value", "years or a month", values),)}
        case Attribute(moment):
            return _time(moment)
        case Moment():
            return _time(Period(value, value))
        case Period(dated=True):
            return _period_fields(value)
    return None


def _period_fields(period: Period) -> dict[str, Any]:
    try:
        fields: dict[str, Any] = {"value": period.edtf, "start": period.start, "end": period.end}
        other = period.alternative()
        doubts = (Doubt("value", "day or month first", (period.edtf, other.edtf)),) if other != period else ()
    except ValueError:
        fields, doubts = {}, (Doubt("value", "no such day in the calendar"),)
    return {"kind": period.kind, **fields, "doubts": doubts}


def _stands_alone(text: str, span: Span, opaque: list[tuple[int, int]]) -> bool:
    """Whether nothing is glued to the span that makes it part of a code, and no link or address holds it."""
    start, end = span.start_char, span.end_char
    return not (
        GLUED_BEFORE.search(text, max(0, start - 2), start)
        or GLUED_AFTER.match(text, end)
        or any(first < end and start < last for first, last in opaque)
    )


@Language.factory(NAME)
def dates(nlp: Language, name: str) -> Dates:
    """The component, as the language makes it."""
    return Dates(nlp.vocab)
