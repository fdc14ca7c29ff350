"""Counts, percentages and measures: a number beside what it counts, by the words of rules/quantities.toml.

Takes a Doc with its numbers, money and dates and leaves Quantity records of what those have not taken. A number that
only names something ("Phase 2", "SDG 8.7", "COVID-19") or stands alone is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.extract import spans
from pipeline.extract.lines import words_of
from pipeline.extract.numbers import HYPHENS, Number, plain
from pipeline.extract.plurals import RULES, STOPS, is_plural
from pipeline.extract.qualifiers import postponed, qualifier
from pipeline.model import Qualifier, Quantity

NAME = "donor_profiles_quantities"

UNCOUNTED, LABELS, LINKS, MEASURES, YEAR_BEFORE = (
    frozenset(RULES[key]["words"]) for key in ("uncounted", "labels", "links", "measures", "year_before")
)
PERCENT = [phrase.split() for phrase in RULES["percent"]["phrases"]]
SCALES = {word: Decimal(scale) for word, scale in RULES["scales"].items()}
APOSTROPHES = frozenset("'’")
LONGEST_PHRASE = 7  # words from a number to its plural
INSIDE = frozenset("(“‘\"'[~≈<>≤≥") | HYPHENS | {"–", "—"}  # may be glued to a count, before it


class Figure(NamedTuple):
    """A number, or the two ends of a range, on words start to end."""

    start: int
    end: int
    numbers: tuple[Number, ...]


class Unit(NamedTuple):
    """What a figure counts: its text, the noun at its end, and the word after it."""

    rule: str
    text: str
    noun: str
    end: int
    scale: Decimal = Decimal(1)


class Words:
    """The words of a Doc by their place; ends of lines are left out."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens = [doc[i] for i in words_of(doc)]
        self.lower = [*(token.lower_ for token in self.tokens), *[""] * LONGEST_PHRASE]
        self.place = {token.i: place for place, token in enumerate(self.tokens)}

    def text(self, start: int, end: int) -> str:
        """The words as running text, line ends as spaces."""
        return " ".join(self.span(start, end).text.split())

    def span(self, start: int, end: int) -> Span:
        """The span of the words."""
        return self.doc[self.tokens[start].i : self.tokens[end - 1].i + 1]

    def glued(self, place: int) -> bool:
        """Whether no space stands between a word and the one before it."""
        return (
            0 < place < len(self.tokens)
            and self.tokens[place - 1].idx + len(self.tokens[place - 1]) == self.tokens[place].idx
        )


@Language.component(NAME)
def quantities(doc: Doc) -> Doc:
    """Leaves every quantity of the text."""
    taken = spans.taken(doc) if doc._.numbers else set()
    free = [number for number in doc._.numbers if taken.isdisjoint(range(number.start, number.end))]
    if not free:
        return doc
    words = Words(doc)
    found: list[Quantity] = []
    following: tuple[Figure, Unit] | None = None
    for figure in reversed(list(_figures(words, free))):
        _, length = postponed(words.lower[figure.end :])
        unit = _unit(words, figure.end + length) or (_shared(words, figure, *following) if following else None)
        following = (figure, unit) if unit else None
        if unit and (quantity := _quantity(words, figure, unit)):
            found.append(quantity)
    return spans.leave(doc, found[::-1])


def _figures(words: Words, numbers: Sequence[Number]) -> Iterator[Figure]:
    """The numbers that can be quantities, two that are the ends of a range as one."""
    ends = [(words.place[number.start], words.place[number.end - 1] + 1, number) for number in numbers]
    at = 0
    while at < len(ends):
        start, end, number = ends[at]
        at += 1
        before = ends[at - 2][1] if at > 1 else 0
        figure = Figure(start, end, (number,))
        if at < len(ends) and _is_range(words, start, end, ends[at][0]):
            figure = Figure(start, ends[at][1], (number, ends[at][2]))
            at += 1
        if not (_is_name(words, start, end, number) or _is_share(words, before, start)):
            yield figure


def _is_range(words: Words, start: int, end: int, following: int) -> bool:
    """Whether two numbers are the ends of a range: "15-20", "15 to 20", "between 15 and 20", but not "from 15 to 20",
    which tells a change."""
    link, before = words.lower[end], words.lower[start - 1] if start else ""
    return following == end + 1 and ((link in LINKS and before != "from") or (link == "and" and before == "between"))


def _is_share(words: Words, end: int, start: int) -> bool:
    """Whether a number is the whole of a share: "one in five", "three out of four"."""
    return words.lower[end:start] in (["in"], ["out", "of"])


def _is_name(words: Words, start: int, end: int, number: Number) -> bool:
    """Whether a number only names something: a label before it, other signs glued to it, the number of a heading, a
    year."""
    in_digits = words.span(start, end).text.isdecimal()
    before = words.tokens[start - 1] if start else None
    if before is None or before.is_space:
        return in_digits and number.readings[0] < 10 and any(word.is_title for word in words.tokens[end : end + 1])
    label = words.lower[start - 2] if before.text in {".", ":"} and start > 1 else before.lower_
    if (
        label in LABELS
        or " ".join(words.lower[start - 2 : start]) in LABELS
        or (words.glued(start) and before.text not in INSIDE)
    ):
        return True
    if words.glued(start) and before.text in HYPHENS and words.glued(start - 1):
        return True
    return in_digits and (_is_title(before) or (before.lower_ in YEAR_BEFORE and 1900 <= number.readings[0] <= 2100))


def _is_title(token: Token) -> bool:
    """Whether a word before a number is the name that it numbers ("Horizon 20"): a capital within a sentence, and no
    country."""
    if not token.text[0].isupper() or token.is_sent_start:
        return False
    return token.i not in spans.taken(token.doc, "countries")


def _unit(words: Words, at: int) -> Unit | None:
    """What stands after a number, from word `at` on."""
    for phrase in PERCENT:
        if words.lower[at : at + len(phrase)] == phrase:
            text = "percentage points" if len(phrase) == 2 and "point" in phrase[1] else "%"
            return Unit("percentage", text, text, at + len(phrase))
    if at >= len(words.tokens):
        return None
    word = words.tokens[at].text
    if word in MEASURES:
        return Unit("measure", word, word, at + 1)
    if words.glued(at) and word.isalpha():
        counted = _counted(words, at + 1) if word in SCALES else None
        return counted._replace(scale=SCALES[word]) if counted else None
    return _counted(words, at)


def _counted(words: Words, at: int) -> Unit | None:
    """The words from `at` to the first plural, and on over plurals that follow it."""
    end = at
    while end < at + LONGEST_PHRASE and not is_plural(words.lower[end]):
        if not _may_precede(words, at, end):
            return None
        end += 1
    if end == at + LONGEST_PHRASE or words.lower[end] in UNCOUNTED:
        return None
    noun, end = end, end + 1
    while length := _more(words, end):
        noun, end = end + length - 1, end + length
    return Unit("count", words.text(at, end), words.text(noun, end), end)


def _may_precede(words: Words, first: int, at: int) -> bool:
    """Whether a word can stand between a number and its plural."""
    word, following = words.lower[at], words.lower[at + 1]
    if word == "." and words.glued(at):
        return at > first and len(words.lower[at - 1]) == 1  # "U.S."
    if word == "and" or word in HYPHENS:
        return at > first and following.isalpha() and following not in STOPS
    return word.isalpha() and word not in STOPS and not words.tokens[at].like_num


def _more(words: Words, at: int) -> int:
    """How many of the next words belong to a plural: "refugees", "and men", "’ and employers"."""
    end = at
    while words.lower[end] in {"and", *APOSTROPHES} and end < at + 2:
        end += 1
    return end + 1 - at if is_plural(words.lower[end]) else 0


def _shared(words: Words, figure: Figure, following: Figure, unit: Unit) -> Unit | None:
    """What a figure counts that shares its noun with the figure after it: "four Fundamental, three Governance and 20
    Technical Conventions", "40 and 50 per cent"."""
    link = following.start
    while link > figure.end and words.lower[link - 1] in {",", "and", "or", "to", "&"}:
        link -= 1
    if link == following.start or not all(_may_precede(words, figure.end, at) for at in range(figure.end, link)):
        return None
    if link == figure.end:
        return unit._replace(end=link) if words.lower[link] != "," else None
    if unit.text == unit.noun:
        return None
    return Unit("shared noun", f"{words.text(figure.end, link)} {unit.noun}", unit.noun, link)


def _quantity(words: Words, figure: Figure, unit: Unit) -> Quantity | None:
    """The record; None where a count is below two or its value is not sure."""
    values = [_value(number, unit) for number in figure.numbers]
    low, high = values[0], values[-1]
    if low is None or high is None:
        return None
    if len(values) == 2 and figure.numbers[0].scale == 1 < figure.numbers[1].scale:
        low = plain(low * figure.numbers[1].scale)
    if low > high or (unit.rule in {"count", "shared noun"} and high < 2):
        return None
    span = words.span(figure.start, unit.end)
    return Quantity(
        **spans.place(span),
        rule=unit.rule,
        value=low,
        value_max=high if len(values) == 2 else None,
        unit=unit.text,
        qualifier="between" if len(values) == 2 else _qualifier(words, figure, span),
    )


def _qualifier(words: Words, figure: Figure, span: Span) -> Qualifier:
    around = qualifier(words.doc, span.start, span.end)
    return around if around != "exact" else postponed(words.lower[figure.end :])[0]


def _value(number: Number, unit: Unit) -> Decimal | None:
    """The value; of "1.350" the whole one of a count and the decimal one of a percentage."""
    if len(number.readings) == 1:
        return plain(number.readings[0] * number.scale * unit.scale)
    if unit.rule == "percentage":
        return plain(min(number.readings))
    return plain(max(number.readings)) if unit.rule == "count" and number.scale * unit.scale == 1 else None
