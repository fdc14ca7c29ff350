"""Counts, percentages and measures: a number beside what it counts.

Takes a Doc with its numbers, money and dates and leaves Quantity records of what those have not taken. A number that
only names something ("Phase 2", "SDG 8.7", "COVID-19") or stands alone is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.find import spans
from pipeline.find.counted import FRAMES, Figure, Unit, Words, part, percent_sign, shared, unit_after
from pipeline.find.numbers import HYPHENS, Number, plain
from pipeline.find.plurals import RULES
from pipeline.find.qualifiers import postponed, qualifier
from pipeline.model import Qualifier, Quantity

NAME = "donor_profiles_quantities"

LABELS, LINKS, YEAR_BEFORE = (frozenset(RULES[key]["words"]) for key in ("labels", "links", "year_before"))
SHARES = (["in"], ["out", "of"])
INSIDE = frozenset("(“‘\"'[~≈<>≤≥") | HYPHENS | {"–", "—"}  # may be glued to a count, before it


@Language.component(NAME)
def quantities(doc: Doc) -> Doc:
    """Leaves every quantity of the text."""
    taken = spans.taken(doc) if doc._.numbers else set()
    free = [number for number in doc._.numbers if taken.isdisjoint(range(number.start, number.end))]
    if not free:
        return doc
    words = Words(doc)
    found = [quantity for figure, unit in _count_at(words, free) if (quantity := _quantity(words, figure, unit))]
    return spans.leave(doc, found)


def _count_at(words: Words, numbers: Sequence[Number]) -> Iterator[tuple[Figure, Unit]]:
    """The figures that count something, each with what it counts: what is said after it, else with the figure after it
    or before it."""
    figures = list(_figures(words, numbers))
    units: list[Unit | None] = [None] * len(figures)
    for i, figure in reversed(list(enumerate(figures))):
        following = units[i + 1] if i + 1 < len(figures) else None
        _, length = postponed(words.lower[figure.end :])
        units[i] = unit_after(words, figure.end + length)
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
    sentences = {words.tokens[place].sent.start for place in (figure.start, whole.start)}
    return len(sentences) == 1 and figure.size <= whole.size


def _figures(words: Words, numbers: Sequence[Number]) -> Iterator[Figure]:
    """The numbers that can be quantities, two that are the ends of a range as one."""
    figures = [Figure(words.place[n.start], words.place[n.end - 1] + 1, (n,)) for n in numbers]
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
        (link in LINKS and before != "from" and not (length and link.isalpha()))
        or (link == "and" and before == "between")
    )


def _is_share(words: Words, part: Figure, whole: Figure) -> bool:
    """Whether a number is the whole of a share: "one in five", "three out of four"."""
    return words.lower[part.end : whole.start] in SHARES and whole.size <= 10


def _is_name(words: Words, figure: Figure) -> bool:
    """Whether a number only names something: a label before it, other signs glued to it, the number of a heading, a
    year."""
    start, end, number = figure.start, figure.end, figure.numbers[0]
    in_digits = words.span(start, end).text.isdecimal()
    before = words.tokens[start - 1] if start else None
    if before is None or before.is_space:
        return in_digits and number.readings[0] < 10 and any(word.is_title for word in words.tokens[end : end + 1])
    label = words.lower[start - 2] if before.text in {".", ":"} and start > 1 else before.lower_
    if (
        label in LABELS
        or " ".join(token.text for token in words.tokens[start - 2 : start]) in LABELS
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
    return Quantity(
        **spans.place(span),
        rule=unit.rule,
        value=low,
        value_max=high if len(values) == 2 else None,
        unit=unit.text,
        qualifier="between" if len(values) == 2 else _qualifier(words, figure, unit, span),
    )


def _qualifier(words: Words, figure: Figure, unit: Unit, span: Span) -> Qualifier:
    if unit.noun in FRAMES and words.lower[figure.start - 1] == "under":
        return "exact"
    around = qualifier(words.doc, span.start, span.end)
    return around if around != "exact" else postponed(words.lower[figure.end :])[0]


def _value(number: Number, unit: Unit) -> Decimal | None:
    """The value; of "1.350" the whole one of a count and the decimal one of a percentage."""
    if len(number.readings) == 1:
        return plain(number.readings[0] * number.scale * unit.scale)
    if unit.rule == "percentage":
        return plain(min(number.readings))
    return plain(max(number.readings)) if unit.rule == "count" and number.scale * unit.scale == 1 else None
