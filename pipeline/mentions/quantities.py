"""Counts, percentages and measures: a number beside what it counts.

Takes a Doc with its numbers, money and dates and leaves Quantity records of what those have not taken. A number that
only names something ("Phase 2", "SDG 8.7", "COVID-19") or stands alone is none. A unit is a percent sign, the
abbreviation of a measure, or the words up to the first plural and on over plurals that follow it; parts and lists share
a noun that is said once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.language.figures import misspelled_scales, runs_on, sign_before
from pipeline.language.function_words import AND, FROM, OF, OR, TO
from pipeline.language.lexicon import by_language, phrases, rows, scales, word_set, words
from pipeline.language.numbers import HYPHENS, like_number, number_scales
from pipeline.language.plurals import STOPS, is_plural
from pipeline.language.qualifiers import postponed, qualified_from, qualifier
from pipeline.language.spans import Doc, Number, Span, place, plain
from pipeline.model import Country, Doubt, Qualifier, Quantity

UNCOUNTED, MEASURES, FRAMES, DETERMINERS, BEFORE_PART, NOT_AFTER_PART, PEOPLE, PARTITIVES = (
    word_set("count_words", kind)
    for kind in ("uncounted", "measure", "frame", "determiner", "before_part", "not_after_part", "people", "partitive")
)
BETWEEN, UNDER = word_set("function_words", "between"), word_set("function_words", "under")
LISTING = by_language(lambda: AND() | OR() | TO() | {",", "&"})
PERCENT = phrases("count_words", "percent")
SHARES = by_language(lambda: [phrase.split() for phrase in words("function_words", "share")])
SCALES = by_language(lambda: scales("counts"))
POWERS = by_language(lambda: {row["word"]: row["value"] for row in rows("count_words") if row["class"] == "power"})
APOSTROPHES = frozenset("'’")
GOING_ON = by_language(lambda: AND() | APOSTROPHES)
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


POINTS = word_set("function_words", "percentage points")


class Unit(NamedTuple):
    """What a figure counts: its text, the noun at its end, and the word after it."""

    rule: str
    text: str
    noun: str
    end: int
    scale: Decimal = Decimal(1)
    is_open: bool = False


class Words:
    """The words of a text by their place: `lower`, with padding after the last one."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.lower, self.tokens = doc, doc.words, doc.places

    def text(self, start: int, end: int) -> str:
        """The words as running text, line ends as spaces."""
        return " ".join(self.span(start, end).text.split())

    def span(self, start: int, end: int) -> Span:
        """The span of the words."""
        return self.doc.span(self.tokens[start], self.tokens[end - 1] + 1)

    def written(self, place: int) -> str:
        """A word as it is written; empty after the last one."""
        return self.doc.texts[self.tokens[place]] if place < len(self.tokens) else ""

    def glued(self, place: int) -> bool:
        """Whether no space stands between a word and the one before it."""
        doc, tokens = self.doc, self.tokens
        return 0 < place < len(tokens) and doc.ends[tokens[place - 1]] == doc.starts[tokens[place]]


def percent_sign(words: Words, at: int) -> int:
    """How many words from `at` on say that a number is a percentage."""
    told = PERCENT().get(words.lower[at], ())
    return next((len(phrase) for phrase in told if words.lower[at : at + len(phrase)] == phrase), 0)


def unit_after(words: Words, at: int) -> Unit | None:
    """What stands after a number, from word `at` on."""
    if length := percent_sign(words, at):
        text = "%" if POINTS().isdisjoint(words.lower[at : at + length]) else "percentage points"
        return Unit("percentage", text, text, at + length)
    word = words.written(at)
    if not word:
        return None
    power = POWERS().get(words.lower[at + 1], "") if words.glued(at + 1) else ""
    if measure := next((name for name in (word + power, word) if name in MEASURES()), None):
        return Unit("measure", measure, measure, at + 1 + (measure != word))
    if (scaled := _scaled(words, at)) or word in SCALES() or (words.glued(at) and word.isalpha()):
        return scaled
    if word == "(":
        at = _bracket(words, at)
    if words.lower[at] in OF() and words.lower[at + 1] in DETERMINERS():
        at += 2
    elif words.lower[at] in PARTITIVES():
        at += 1 + (words.lower[at + 1] in APOSTROPHES)
    return _counted(words, at)


def _scaled(words: Words, at: int) -> Unit | None:
    """What a scale written as a letter stands before ("2.3M people", "12 m households"), or a misspelled one."""
    counted, word = _counted(words, at + 1), words.written(at)
    if counted and word in SCALES() and (words.glued(at) or counted.noun in PEOPLE()):
        return counted._replace(scale=SCALES()[word])
    if counted and (scale := misspelled_scales().get(word.lower())):
        return counted._replace(scale=number_scales()[scale], is_open=True)
    return None


def _bracket(words: Words, at: int) -> int:
    """The word after a remark in brackets without figures ("(mostly rural)"); where there is none, `at`."""
    for end in range(at + 1, min(at + LONGEST_PHRASE, len(words.tokens))):
        if words.lower[end] == ")":
            return end + 1
        if not words.written(end).isalpha() or like_number(words.lower[end]):
            break
    return at


def label_before(words: Words, figure: Figure) -> Unit | None:
    """What the label of a line says that the figure after it counts: "Herders vaccinated: 1,240"."""
    colon = figure.start - 1
    if colon < 1 or words.lower[colon] != ":" or words.lower[figure.end][:1].isalpha() or words.glued(figure.end):
        return None
    first = colon
    while first > colon - LONGEST_PHRASE and first > 0 and _in_label(words, first):
        first -= 1
    nouns = [place for place in range(first, colon) if is_plural(words.lower[place])]
    if not nouns or words.lower[nouns[-1]] in UNCOUNTED() or len(figure.numbers) > 1:
        return None
    noun = words.lower[nouns[-1]]
    return Unit("label", noun, noun, figure.end)


def _in_label(words: Words, place: int) -> bool:
    before, token = words.tokens[place - 1], words.tokens[place]
    return words.written(place - 1).isalpha() and not words.doc.begins_sentence(token) and before == token - 1


def _counted(words: Words, at: int) -> Unit | None:
    """The words from `at` to the first plural, and on over plurals that follow it."""
    end = at
    while end < at + LONGEST_PHRASE and not is_plural(words.lower[end]):
        if not _may_precede(words, at, end):
            return None
        end += 1
    if end == at + LONGEST_PHRASE or words.lower[end] in UNCOUNTED():
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
    if word in AND() or word in HYPHENS:
        return at > first and following.isalpha() and following not in STOPS()
    return word.isalpha() and word not in STOPS() and not like_number(word)


def _more(words: Words, at: int) -> int:
    """How many of the next words belong to a plural: "refugees", "and men", "’ and employers"."""
    end = at
    while words.lower[end] in GOING_ON() and end < at + 2:
        end += 1
    return end + 1 - at if is_plural(words.lower[end]) else 0


def shared(words: Words, figure: Figure, following: Figure, unit: Unit) -> Unit | None:
    """What a figure counts that shares its noun with the figure after it: "four Fundamental, three Governance and 20
    Technical Conventions", "40 and 50 per cent", "33 and 102 million hectares"."""
    link = following.start
    while link > figure.end and words.lower[link - 1] in LISTING():
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
    following = words.written(figure.end)
    has_own = following in SCALES() or following[:1].isupper()  # "960 farmers (212 HH)", "80 refugees and 25 Togolese"
    stands_alone = after[0].isalpha() and not words.glued(figure.end) and UNCOUNTED().isdisjoint(after) and not has_own
    if before not in BEFORE_PART() or after[0] in NOT_AFTER_PART() or not stands_alone or _opens_share(words, figure):
        return None
    return Unit("part", whole.noun, whole.noun, figure.end)


def _opens_share(words: Words, figure: Figure) -> bool:
    """Whether a number is the part of a share: "six in ten of them"."""
    at = figure.end
    ends = (at + len(phrase) for phrase in SHARES() if words.lower[at : at + len(phrase)] == phrase)
    return any(like_number(words.lower[end]) for end in ends)


LABELS, LINKS, YEAR_BEFORE = (word_set("count_words", kind) for kind in ("label", "link", "year_before"))
STREETS, STREET_LINKS = word_set("count_words", "street"), word_set("count_words", "street_link")
POSTCODE = 4, 5  # digits
INSIDE = frozenset("(“‘\"'[~≈<>≤≥") | HYPHENS | {"–", "—"}  # may be glued to a count, before it


def quantities(doc: Doc) -> None:
    """Leaves every quantity of the text."""
    taken = doc.taken() | doc.prices if doc.numbers else set()
    free = [number for number in doc.numbers if taken.isdisjoint(range(number.start, number.end))]
    words = Words(doc)
    doc.leave([quantity for figure, unit in _count_at(words, free) if (quantity := _quantity(words, figure, unit))])


def _count_at(words: Words, numbers: Sequence[Number]) -> Iterator[tuple[Figure, Unit]]:
    """The figures that count something, each with what it counts: what is said after it, else with the figure after it
    or before it."""
    figures = list(_figures(words, numbers))
    units: list[Unit | None] = [None] * len(figures)
    for i, figure in reversed(list(enumerate(figures))):
        following = units[i + 1] if i + 1 < len(figures) else None
        _, length = postponed(words.lower, figure.end)
        units[i] = unit_after(words, figure.end + length) or label_before(words, figure)
        if following and not units[i]:
            units[i] = shared(words, figure, figures[i + 1], following)
    whole: tuple[Figure, Unit] | None = None
    for figure, unit in zip(figures, units, strict=True):
        told = unit or (part(words, figure, whole[1]) if whole and _is_within(words, figure, whole[0]) else None)
        if unit and unit.rule == "count":
            whole = figure, unit
        if told:
            yield figure, told


def _is_within(words: Words, figure: Figure, whole: Figure) -> bool:
    """Whether a figure can be a part of another: no greater, and in its sentence."""
    first, second = (words.doc.sentence(words.tokens[place]) for place in (figure.start, whole.start))
    return first == second and figure.size <= whole.size


def _figures(words: Words, numbers: Sequence[Number]) -> Iterator[Figure]:
    """The numbers that can be quantities, two that are the ends of a range as one."""
    place = words.doc.place
    figures = [Figure(place(n.start), place(n.end - 1) + 1, (n,)) for n in numbers]
    at = 0
    while at < len(figures):
        figure = figures[at]
        share = at > 0 and _is_share(words, figures[at - 1], figure)
        at += 1
        if at < len(figures) and _is_range(words, figure, figures[at]):
            figure = Figure(figure.start, figures[at].end, (*figure.numbers, *figures[at].numbers))
            at += 1
        if not (share or _is_name(words, figure)):
            yield figure


def _is_range(words: Words, low: Figure, high: Figure) -> bool:
    """Whether two numbers are the ends of a range: "15-20", "15 to 20", "between 15 and 20", but not "from 15 to 20",
    which tells a change, nor "by 15% to 20%", which may."""
    length = percent_sign(words, low.end)
    link, before = words.lower[low.end + length], words.lower[low.start - 1] if low.start else ""
    return high.start == low.end + length + 1 and (
        (link in LINKS() and before not in FROM() and not (length and link.isalpha()))
        or (link in AND() and before in BETWEEN())
    )


def _is_share(words: Words, part: Figure, whole: Figure) -> bool:
    """Whether a number is the whole of a share: "one in five", "three out of four"."""
    return words.lower[part.end : whole.start] in SHARES() and whole.size <= 10


def _is_name(words: Words, figure: Figure) -> bool:
    """Whether a number only names something: a label before it, other signs glued to it, the number of a heading, a
    year."""
    start, end, number = figure.start, figure.end, figure.numbers[0]
    in_digits = words.span(start, end).text.isdecimal()
    before = words.lower[start - 1] if start else ""
    if not before or before.isspace():
        return in_digits and number.readings[0] < 10 and words.written(end).istitle()
    label = words.lower[start - 2] if before in {".", ":"} and start > 1 else before
    if (
        label in LABELS()
        or (start > 1 and f"{words.written(start - 2)} {words.written(start - 1)}" in LABELS())
        or (words.glued(start) and before not in INSIDE)
    ):
        return True
    if (words.glued(start) and before in HYPHENS and words.glued(start - 1)) or (
        in_digits and _is_address(words, figure)
    ):
        return True
    is_counted = qualified_from(words.doc, words.tokens[start]) < words.tokens[start - 1]  # "plus de 2000 enfants"
    is_year = 1900 <= number.readings[0] <= 2100 and not is_counted
    return in_digits and (_is_title(words.doc, words.tokens[start - 1]) or (is_year and before in YEAR_BEFORE()))


def _is_address(words: Words, figure: Figure) -> bool:
    """Whether a number is a house's, before a street, or a post office's, before its city and nothing that is counted:
    "4 rue des Ports, 1030 Brussels"."""
    token, following = words.tokens[figure.end - 1] + 1, words.lower[figure.end]
    if following in STREETS():
        return words.lower[figure.end + 1] in STREET_LINKS() or words.written(figure.end + 1).istitle()
    if token == len(words.doc) or not POSTCODE[0] <= len(words.text(figure.start, figure.end)) <= POSTCODE[1]:
        return False
    cities = (m for m in words.doc.mentions if isinstance(m, Country) and m.kind == "place")
    city = next((m for m in cities if m.char_start == words.doc.starts[token]), None)
    return (
        city is not None
        and not words.written(words.doc.place(words.doc.covering(city.char_start, city.char_end)[-1] + 1)).islower()
    )


def _is_title(doc: Doc, token: int) -> bool:
    """Whether a word before a number is the name that it numbers ("Horizon 20"): a capital within a sentence, and no
    country."""
    if not doc.texts[token][0].isupper() or doc.begins_sentence(token):
        return False
    return token not in doc.taken("countries")


def _quantity(words: Words, figure: Figure, unit: Unit) -> Quantity | None:
    """The record; None where a count is below two or its value is not sure."""
    values = [_value(number, unit) for number in figure.numbers]
    low, high = values[0], values[-1]
    if low is None or high is None:
        return None
    if len(values) == 2 and figure.numbers[0].scale == 1 < figure.numbers[1].scale:
        low = plain(low * figure.numbers[1].scale)
    if low > high or (unit.rule in {"count", "shared noun", "part"} and high < 2):
        return None
    span = words.span(figure.start, unit.end)
    if unit.rule == "label":
        span = words.span(figure.start, figure.end)
    sign = sign_before(words.doc, span.start)
    if sign and sign.is_sure:
        low, high, span = -high, -low, span._replace(start=sign.token)
    doubts: tuple[Doubt, ...] = ()
    end = words.span(figure.start, figure.end).end_char if unit.scale == 1 else span.end_char
    if runs_on(words.doc.text, span.start_char, end) or unit.is_open:
        doubts = (Doubt("value", "it runs on, and is no number as a whole", (f"{low:f}",), assumed=True),)
    return Quantity(
        **place(span),
        rule=unit.rule,
        value=low,
        value_max=high if len(values) == 2 else None,
        unit=unit.text,
        qualifier="between" if len(values) == 2 else _qualifier(words, figure, unit, span),
        doubts=doubts,
    )


def _qualifier(words: Words, figure: Figure, unit: Unit, span: Span) -> Qualifier:
    if unit.noun in FRAMES() and words.lower[figure.start - 1] in UNDER():
        return "exact"
    around = qualifier(words.doc, span.start, span.end)
    return around if around != "exact" else postponed(words.lower, figure.end)[0]


def _value(number: Number, unit: Unit) -> Decimal | None:
    """The value; of "1.350" the whole one of a count and the decimal one of a percentage."""
    if len(number.readings) == 1:
        return plain(number.readings[0] * number.scale * unit.scale)
    if unit.rule == "percentage":
        return plain(min(number.readings))
    return plain(max(number.readings)) if unit.rule == "count" and number.scale * unit.scale == 1 else None
