"""Numbers in digits: what their points, commas, apostrophes and spaces mean.

A mark is decided by the whole number ("9.990,00", "1 350 000", "12,34,567.89", "2,5"). One point or comma before
exactly three digits ("1.350", "1,350") is decided by the other numbers of the text: `Marks` is what they show. Where
they show nothing a comma groups thousands, as English writes it, and a point stays open: two readings, a thousand
times apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

LONGEST = 18  # digits; more are an account number or noise, not a figure

PLAIN = re.compile(r"(?P<whole>\d+)")
GROUPED = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<group>[.,'’ ])\d{3}(?:(?P=group)\d{3})*)"
    r"(?:(?P<decimal>(?!(?P=group))[.,])(?P<fraction>\d+))?"
)
INDIAN = re.compile(r"(?P<whole>\d{1,2}(?P<group>,)(?:\d{2},)+\d{3})(?:(?P<decimal>\.)(?P<fraction>\d+))?")
DECIMAL = re.compile(r"(?P<whole>\d+)(?P<decimal>[.,])(?P<fraction>\d+)")
ONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
FOOTNOTED = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+)[1-9]\d?")  # "45,0003": a footnote's number runs on


class Marks(NamedTuple):
    """The marks that the plain cases of a text show between thousands and before decimals."""

    groups: frozenset[str]
    decimals: frozenset[str]


def shown(numbers: Iterable[str]) -> Marks:
    """What the numbers of one text show of its marks; those that could be either show nothing."""
    matches = [
        match.groupdict()
        for text in numbers
        if not (ONE_GROUP.fullmatch(text) or FOOTNOTED.fullmatch(text))
        and (match := GROUPED.fullmatch(text) or INDIAN.fullmatch(text) or DECIMAL.fullmatch(text))
    ]
    return Marks(
        frozenset(match["group"] for match in matches if match.get("group")),
        frozenset(match["decimal"] for match in matches if match["decimal"]),
    )


def read(text: str, marks: Marks) -> tuple[Decimal, ...]:
    """The readings of a number in digits: one where it is sure, two where the marks leave it open (the likelier first),
    none where it is no number ("192.168.1")."""
    if sum(character.isdigit() for character in text) > LONGEST:
        return ()
    if ONE_GROUP.fullmatch(text):
        return _one_group(text, marks)
    forms = (PLAIN, GROUPED, INDIAN, FOOTNOTED, DECIMAL)
    return tuple(dict.fromkeys(_value(match) for form in forms if (match := form.fullmatch(text))))


def _one_group(text: str, marks: Marks) -> tuple[Decimal, ...]:
    mark, other = (",", ".") if "," in text else (".", ",")
    grouped, decimal = Decimal(text.replace(mark, "")), Decimal(text.replace(mark, "."))
    if mark in marks.groups or (mark not in marks.decimals and (mark == "," or other in marks.decimals)):
        return (grouped,)
    if mark in marks.decimals or other in marks.groups:
        return decimal, grouped
    return grouped, decimal


def _value(match: re.Match[str]) -> Decimal:
    whole = "".join(character for character in match["whole"] if character.isdecimal())
    return Decimal(f"{whole}.{match.groupdict().get('fraction') or ''}")
