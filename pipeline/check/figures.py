"""The figures of a section that can be added up: its money by currency, its counts.

Counts come with the bare numbers of their sentences ("12 communes: five in Mali, four in Niger"), which name no thing
of their own, whether or not they were taken as parts of a quantity.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple

from pipeline.check.rounding import Interval, meaning
from pipeline.check.tables import in_table
from pipeline.language.function_words import OF
from pipeline.language.lexicon import NEVER, by_language
from pipeline.language.numbers import number_words
from pipeline.model import Finding, Money, Quantity, Section

MOST_IN_WORDS: Final = 12


@by_language
def ones() -> dict[str, Decimal]:
    """The words for small numbers, and what they stand for."""
    words = {word: row.value for word, row in number_words().items() if row.kind == "unit"}
    return {word: value for word, value in words.items() if 1 <= value <= MOST_IN_WORDS}


@by_language
def bare_number() -> re.Pattern[str]:
    """A number that a verb, preposition or adjective follows and no "of": "one of them" is no part of a list."""
    others = "|".join(map(re.escape, sorted(OF()))) or NEVER
    figure = rf"\d{{1,3}}(?:,\d{{3}})*|{'|'.join(ones()) or NEVER}"
    return re.compile(rf"(?<![\w.,:/-])({figure})(?= (?!(?:{others})\b)[^\W\d_A-Z])")


# The rule by which a bare number is taken as a part of the quantity before it.
PART: Final = "part"


class Figure(NamedTuple):
    """A number in a section's content. `noun` is the last word of what is counted, empty where none follows; a bare
    number has no finding."""

    section: Section
    text: str
    start: int
    end: int
    sentence_start: int
    value: Decimal
    meaning: Interval
    noun: str = ""
    finding: Finding | None = None


def by_section(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """The findings of each section that has any, by the section's id."""
    return {key: tuple(group) for key, group in groupby(findings, key=lambda finding: finding.section.id)}


def addable(findings: Iterable[Finding]) -> Iterator[tuple[Figure, ...]]:
    """For each section its amounts of each currency, and its counts with the bare numbers among them."""
    for section in by_section(findings).values():
        money: dict[str | None, list[Figure]] = defaultdict(list)
        counts: list[Figure] = []
        for finding in section:
            if in_table(finding.section, finding.mention.char_start):  # its totals are another check's
                continue
            match finding.mention:
                case Money(amount=Decimal() as amount, currency=currency):
                    money[currency].append(_figure(finding, finding.mention, amount))
                case Quantity(value=value, unit=unit, rule=rule) if unit.strip(" %") and rule != PART:
                    counts.append(_figure(finding, finding.mention, value, unit.lower().split()[-1]))
        yield from map(tuple, money.values())
        if counts:
            yield tuple(sorted((*counts, *_bare_numbers(section, counts)), key=lambda figure: figure.start))


def _figure(finding: Finding, figure: Money | Quantity, value: Decimal, noun: str = "") -> Figure:
    place = (figure.text, figure.char_start, figure.char_end, figure.sentence_start)
    return Figure(finding.section, *place, value, meaning(figure), noun, finding)


def _bare_numbers(findings: tuple[Finding, ...], counts: Iterable[Figure]) -> Iterator[Figure]:
    """The numbers in the sentences of counts that no mention takes in."""
    named = [finding.mention for finding in findings if finding.mention.rule != PART]
    taken = {i for mention in named for i in range(mention.char_start, mention.char_end)}
    sentences = {f.mention.sentence_start: f.mention.sentence for f in findings}
    section = findings[0].section
    for offset in sorted({count.sentence_start for count in counts}):
        for match in bare_number().finditer(sentences[offset]):
            start, end = offset + match.start(), offset + match.end()
            if start not in taken:
                value = ones().get(match[0]) or Decimal(match[0].replace(",", ""))
                yield Figure(section, match[0], start, end, offset, value, Interval(value, value))
