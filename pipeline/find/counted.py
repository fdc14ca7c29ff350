"""What a number counts, by the words around it: rules/quantities.toml.

A unit is a percent sign, the abbreviation of a measure, or the words up to the first plural and on over plurals that
follow it; parts and lists share a noun that is said once.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from spacy.tokens import Doc, Span

from pipeline.find.lines import words_of
from pipeline.find.numbers import HYPHENS, Number
from pipeline.find.plurals import RULES, STOPS, is_plural
from pipeline.find.whole import misspelled_scales

UNCOUNTED, MEASURES, FRAMES, DETERMINERS, BEFORE_PART, NOT_AFTER_PART, PEOPLE = (
    frozenset(RULES[key]["words"])
    for key in ("uncounted", "measures", "frames", "determiners", "before_part", "not_after_part", "people")
)
PERCENT = [phrase.split() for phrase in RULES["percent"]["phrases"]]
SCALES = {word: Decimal(scale) for word, scale in RULES["scales"].items()}
POWERS = RULES["powers"]
NEAR = {"thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12)}
APOSTROPHES = frozenset("'’")
LONGEST_PHRASE = 7  # words from a number to its plural


class Figure(NamedTuple):
    """A number, or the two ends of a range, on words start to end."""

    start: int
    end: int
    numbers: tuple[Number, ...]

    @property
    def size(self) -> Decimal:
        """Its (first) number with its scale; of two readings the greater."""
        return max(self.numbers[0].readings) * self.numbers[0].scale


class Unit(NamedTuple):
    """What a figure counts: its text, the noun at its end, and the word after it."""

    rule: str
    text: str
    noun: str
    end: int
    scale: Decimal = Decimal(1)
    is_open: bool = False


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


def percent_sign(words: Words, at: int) -> int:
    """How many words from `at` on say that a number is a percentage."""
    return next((len(phrase) for phrase in PERCENT if words.lower[at : at + len(phrase)] == phrase), 0)


def unit_after(words: Words, at: int) -> Unit | None:
    """What stands after a number, from word `at` on."""
    if length := percent_sign(words, at):
        text = "percentage points" if length == 2 and "point" in words.lower[at + 1] else "%"
        return Unit("percentage", text, text, at + length)
    if at >= len(words.tokens):
        return None
    word = words.tokens[at].text
    power = POWERS.get(words.lower[at + 1], "") if words.glued(at + 1) else ""
    if measure := next((name for name in (word + power, word) if name in MEASURES), None):
        return Unit("measure", measure, measure, at + 1 + (measure != word))
    if word in SCALES and (counted := _counted(words, at + 1)) and (words.glued(at) or counted.noun in PEOPLE):
        return counted._replace(scale=SCALES[word])
    if words.glued(at) and word.isalpha():
        return None
    if (scale := misspelled_scales().get(word.lower())) and (counted := _counted(words, at + 1)):
        return counted._replace(scale=NEAR[scale], is_open=True)
    if word == "(" and (closed := _bracket(words, at)):
        return _counted(words, closed)
    if words.lower[at] == "of" and words.lower[at + 1] in DETERMINERS:
        return _counted(words, at + 2)
    return _counted(words, at)


def _bracket(words: Words, at: int) -> int:
    """The word after a remark in brackets without figures, 0 where there is none: "(direct and indirect)"."""
    for end in range(at + 1, min(at + LONGEST_PHRASE, len(words.tokens))):
        if words.lower[end] == ")":
            return end + 1 if end > at + 1 else 0
        if not words.tokens[end].is_alpha or words.tokens[end].like_num:
            return 0
    return 0


def label_before(words: Words, figure: Figure) -> Unit | None:
    """What the label of a line says that the figure after it counts: "Number of people affected: 25,582"."""
    colon = figure.start - 1
    if colon < 1 or words.lower[colon] != ":" or words.lower[figure.end][:1].isalpha() or words.glued(figure.end):
        return None
    first = colon
    while first > colon - LONGEST_PHRASE and first > 0 and _in_label(words, first):
        first -= 1
    nouns = [place for place in range(first, colon) if is_plural(words.lower[place])]
    if not nouns or words.lower[nouns[-1]] in UNCOUNTED or len(figure.numbers) > 1:
        return None
    noun = words.lower[nouns[-1]]
    return Unit("label", noun, noun, figure.end)


def _in_label(words: Words, place: int) -> bool:
    before = words.tokens[place - 1]
    return before.is_alpha and not words.tokens[place].is_sent_start and before.i == words.tokens[place].i - 1


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


def shared(words: Words, figure: Figure, following: Figure, unit: Unit) -> Unit | None:
    """What a figure counts that shares its noun with the figure after it: "four Fundamental, three Governance and 20
    Technical Conventions", "40 and 50 per cent", "33 and 102 million hectares"."""
    link = following.start
    while link > figure.end and words.lower[link - 1] in {",", "and", "or", "to", "&"}:
        link -= 1
    if link == following.start or not all(_may_precede(words, figure.end, at) for at in range(figure.end, link)):
        return None
    if link == figure.end:
        scale = unit.scale if figure.numbers[-1].scale > 1 else unit.scale * following.numbers[-1].scale
        return unit._replace(end=link, scale=scale) if words.lower[link] != "," else None
    if unit.text == unit.noun:
        return None
    return Unit("shared noun", f"{words.text(figure.end, link)} {unit.noun}", unit.noun, link)


def part(words: Words, figure: Figure, whole: Unit) -> Unit | None:
    """What a part counts whose noun was said before it: "12 communes: five in Mali, four in Niger"."""
    before, after = words.lower[figure.start - 1], words.lower[figure.end : figure.end + 2]
    stands_alone = after[0].isalpha() and not words.glued(figure.end) and UNCOUNTED.isdisjoint(after)
    if before not in BEFORE_PART or after[0] in NOT_AFTER_PART or not stands_alone:
        return None
    return Unit("part", whole.noun, whole.noun, figure.end)
