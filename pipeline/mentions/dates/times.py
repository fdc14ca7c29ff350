"""Dates, periods and durations of a text: the layers of date_patterns.csv over its words.

Takes a Doc with sentences, numbers and money on it and leaves Time records. Never reads the clock: relative dates
("last year") are no mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, TypedDict

from pipeline.language.function_words import AND, OR, THE
from pipeline.language.lexicon import by_language, rows, word_set
from pipeline.language.patterns import BREAK, Layer, Match, Piece, Rule, Test, WordClass
from pipeline.language.plurals import is_plural
from pipeline.language.spans import Doc, Number, Span, place
from pipeline.mentions.dates.interpretations import Attribute, Duration, NoSuchDay, period_of, read, shown_day_first
from pipeline.mentions.dates.moments import Moment, Period
from pipeline.model import DateKind, Doubt, Time

LAYERS = ("nothing", "durations", "moments", "parts", "ranges", "open")  # each reads what those before it have left
# A run of known words can be a date or duration only with a word of one of these classes and a number, or one of these.
ANCHORS = (
    *("YEAR", "DAY_AND_YEAR", "SECOND_AND_YEAR", "DOTTED_DAY", "SHORT_DOTTED_DAY", "DOTTED_ISO", "DOTTED_MONTH"),
    *("SHORT_DECADE", "SLASH", "MONTH", "FISCAL", "UNIT", "ERA", "DECADE_IN_WORDS"),
)
COUNTING, DECADES = word_set("function_words", "counts time"), word_set("date_words", "DECADE_IN_WORDS")
MONTHS = word_set("date_words", "MONTH")
WORDS = {Moment: "MOMENT", Period: "RANGE"}  # how patterns call what was read
GAP, SENTENCE_END = Piece(BREAK, -1, -1), Piece("§", -1, -1)  # around runs of words that rules know
LIST_WORDS = by_language(lambda: AND() | OR() | THE() | {",", "&", "/"})

# What is glued to a figure where it is part of a code ("RAF2019", "7/2019", "2019/B"), but not in "2019-09-25T10" and
# "(Diop, 2019a)".
SHORT_YEAR = re.compile(r"[a-z.] \d\d\Z")
GLUED_BEFORE = re.compile(r"(?:[^\W_]|\w[-/_.@]|\d:|[#№°][^\S\t]?)\Z")
GLUED_AFTER = re.compile(r"(?!T\d|[a-c]\b)(?:[^\W_]|[-/_.]\d|[/_]\w)")


class Telling(NamedTuple):
    """What a token tells: its word as patterns have it, in lower case unless they have just this spelling ("May", not
    "may"), whether they know it, whether it can anchor a date, and whether it counts time."""

    word: str
    is_known: bool
    is_anchor: bool
    counts: bool


class Dates:
    """The component. Making it compiles all rules."""

    def __init__(self) -> None:
        classes = {row["class"]: WordClass(expression=row["expression"]) for row in rows("date_classes")}
        for row in rows("date_words"):
            classes.setdefault(row["class"], WordClass()).members[row["word"]] = row["value"]
        patterns = [(row["layer"], Rule.of(row)) for row in rows("date_patterns")]
        self.layers = [Layer([rule for layer, rule in patterns if layer == name], classes) for name in LAYERS]
        self.opaque = [(row["holds"], re.compile(row["expression"])) for row in rows("date_codes")]
        self.words = frozenset(word for layer in self.layers for word in layer.vocabulary)
        self.counting = COUNTING() | DECADES()
        self.anchors = Test.of([name for name in ANCHORS if name in classes], classes)
        self.told = lru_cache(maxsize=1 << 14)(self._what_it_tells)

    def _what_it_tells(self, text: str) -> Telling:
        word, is_figure = text if text in self.words else text.lower(), text[:1].isdecimal()
        counts = is_figure or text.lower() in self.counting
        return Telling(word, is_figure or word in self.words, self.anchors.fits(word), counts)

    def __call__(self, doc: Doc) -> None:
        """Leaves every date, period and duration of the text."""
        pieces = list(self._pieces(doc))
        if not pieces:
            return
        day_first = doc.context.day_first
        for layer in self.layers:
            matches = layer.matches(pieces)
            if day_first is None:
                day_first = shown_day_first(matches)
            pieces = _rewritten(pieces, matches, day_first)
        codes = (code for held, code in self.opaque if held in doc.text)
        opaque = [match.span() for code in codes for match in code.finditer(doc.text)]
        found = []
        for piece in _with_shared_years(pieces):
            value, span = piece.value, doc.span(piece.start, piece.end)
            if isinstance(value, Period) and value.may_be_closed and not _is_glued(span):
                value, span = value.first, span._replace(end=span.end - 1)
            if (fields := time_fields(value)) and self._stands_alone(span, opaque):
                found.append(Time(**place(span), **fields, rule=piece.rule))
        doc.leave(found)

    def _stands_alone(self, span: Span, opaque: list[tuple[int, int]]) -> bool:
        """Whether nothing is glued to the span that makes it part of a code, and no link or address holds it."""
        text, first, last = span.doc.text, span.start_char, span.end_char
        if SHORT_YEAR.search(span.text) and is_plural(span.doc.text_at(span.end)):
            return False  # "On 12 March 20 nurses"
        before = GLUED_BEFORE.search(text, max(0, first - 2), first) and not self._lost_space(span.doc, span.start - 1)
        after = GLUED_AFTER.match(text, last) and not self._lost_space(span.doc, span.end)
        return not (before or after or any(start < last and first < end for start, end in opaque))

    def _lost_space(self, doc: Doc, i: int) -> bool:
        """Whether the token glued to a figure is a word that has lost its space ("in2019"), not part of a code."""
        word = doc.texts[i]
        return len(word) > 1 and word.isalpha() and self.told(word).is_known

    def _pieces(self, doc: Doc) -> Iterator[Piece]:
        """The runs of known words that can hold a date, with what ends them on both sides. A number in words or of
        several tokens is one piece, in digits ("2,019" for "2 019": no year is written so)."""
        numbers = {number.start: number for number in doc.numbers if self._is_counted(doc, number)}
        for before, tokens, after in self._runs(doc, numbers.values()):
            yield before
            end = 0
            for i in tokens:
                number = numbers.get(i)
                if number:
                    yield Piece(f"{number.value:,}" if number.value is not None else "", i, number.end)
                elif i >= end:
                    yield Piece(self.told(doc.texts[i]).word, i, i + 1)
                end = number.end if number else end
            yield after

    def _is_counted(self, doc: Doc, number: Number) -> bool:
        """Whether a number is one of words or of several tokens, and no month that is cut short ("sept. 2019")."""
        if number.end > number.start + 1 or not number.in_words:
            return number.end > number.start + 1
        return doc.text_at(number.end) != "." or doc.lower[number.start] not in MONTHS()

    def _runs(self, doc: Doc, numbers: Iterable[Number]) -> Iterator[tuple[Piece, list[int], Piece]]:
        """Neighbouring tokens that rules know, of which some can tell a date or duration, and what stands before and
        after them. Line ends are left out; money is a gap, and the end of a cell ends its sentence."""
        told = list(map(self.told, doc.texts))
        anchors = [i for i, word in enumerate(told) if word.is_anchor]
        if not anchors:
            return
        figures = {i for number in numbers for i in range(number.start, number.end)}
        blanks, taken = set(doc.blanks), doc.taken("money") | doc.prices
        ends = {*doc.sentences, *doc.cell_ends, len(doc)}

        def goes_on(i: int) -> bool:
            return i in blanks or ((told[i].is_known or i in figures) and i not in taken)

        end = 0
        for anchor in anchors:
            if anchor < end or not goes_on(anchor):
                continue
            start, end = anchor, anchor + 1
            while start not in ends and goes_on(start - 1):
                start -= 1
            while end not in ends and goes_on(end):
                end += 1
            run = [i for i in range(start, end) if i not in blanks]
            if any(told[i].counts or i in figures for i in run):
                before, after = (SENTENCE_END if i in ends else GAP for i in (start, end))
                yield before, run, after


def _is_glued(span: Span) -> bool:
    """Whether a dash is glued to the year before it, and to nothing after it: "2014– with two partners"."""
    return not span.doc.spaced(span.end - 2) and span.doc.spaced(span.end - 1)


def _rewritten(pieces: list[Piece], matches: list[Match], day_first: bool | None) -> list[Piece]:
    """The pieces with one for each match in place of those that it has read. What layers before have read stays where
    they come to nothing together."""
    rewritten, end = [], 0
    for match in matches:
        value = read(match, day_first)
        if value is None and match.read and match.rule.reads != "nothing":
            continue
        rewritten += pieces[end : match.start]
        first, last = pieces[match.start], pieces[match.end - 1]
        rewritten.append(Piece(WORDS.get(type(value), ""), first.start, last.end, value, match.rule.name))
        end = match.end
    return rewritten + pieces[end:]


def _with_shared_years(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the year and month that close a list given to the whole list ("May, June and July 2019")."""
    shared: list[Piece] = []
    following: Moment | None = None
    links = LIST_WORDS()
    for piece in reversed(pieces):
        moment = piece.value if isinstance(piece.value, Moment) else None
        if moment and moment.year is None and following and following.kind == moment.kind:
            moment = replace(moment, year=following.year, month=moment.month or following.month)
        if moment or piece.word not in links:
            following = moment
        shared.append(piece._replace(value=moment) if moment else piece)
    return shared[::-1]


NO_SUCH_DAY = Doubt("value", "the calendar has no such day")


class TimeFields(TypedDict, total=False):
    """The value fields of a Time record."""

    kind: DateKind
    value: str
    start: str | None
    end: str | None
    duration: str
    doubts: tuple[Doubt, ...]


def time_fields(reading: object) -> TimeFields | None:
    """The fields of what was read; None where that is no mention, as a month without a year."""
    match reading:
        case Moment() | Attribute() | Period():
            return _period_fields(period_of(reading))
        case NoSuchDay():
            return TimeFields(kind="day", doubts=(NO_SUCH_DAY,))
        case Duration((length,)):
            return TimeFields(kind="duration", duration=length)
        case Duration(lengths):
            return TimeFields(kind="duration", doubts=(Doubt("duration", "a range of lengths", lengths),))
    return None


def _period_fields(period: Period) -> TimeFields | None:
    if not period.dated:
        return None
    try:
        value, start, end, other = period.edtf, period.start, period.end, period.alternative()
    except ValueError:
        return TimeFields(kind=period.kind, doubts=(NO_SUCH_DAY,))
    if start and end and start > end:
        return TimeFields(kind=period.kind, doubts=(Doubt("value", "it ends before it begins", (value,)),))
    doubt = Doubt("value", "it can be read either way", (value, other.edtf), assumed=True)
    doubts = (doubt,) if other != period else ()
    return TimeFields(kind=period.kind, value=value, start=start, end=end, doubts=doubts)
