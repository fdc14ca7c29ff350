"""What a match of the duration rules means: a length of time in ISO 8601 (`P26M`, `P3Y6M`), which never carries days of
the calendar.

Units tell their own length (`1Y` a year, `10Y` a decade); half a year is six months.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from pipeline.language.patterns import Match

HALF = Decimal("0.5")


class Duration(NamedTuple):
    """A length of time in ISO 8601: one, or the shortest and longest of "two to three years"."""

    lengths: tuple[str, ...]


def stated(match: Match) -> Duration:
    """ "26-month", "2 years, 3 months", "a decade" """
    return Duration((_iso(_counts(match) or [Decimal(1)], _units(match)),))


def stated_twice(match: Match) -> Duration:
    """ "three (3) years": one length, or two where the numbers differ"""
    return Duration(tuple(dict.fromkeys(_iso([count], _units(match)) for count in _counts(match))))


def and_a_half(match: Match) -> Duration:
    """ "one year and a half", "a year and a half" """
    count, *_ = _counts(match) or [Decimal(1)]
    return Duration((_iso([count + HALF], _units(match)),))


def half(match: Match) -> Duration:
    """ "half a year" """
    return Duration((_iso([HALF], _units(match)),))


def between(match: Match) -> Duration:
    """ "two to three years" """
    return Duration(tuple(_iso([count], _units(match)) for count in _counts(match)))


def _counts(match: Match) -> list[Decimal]:
    return [Decimal(count.replace(",", ".")) for count in match.all("COUNT")]


def _units(match: Match) -> list[str]:
    return match.all("UNIT", "ERA")


def _iso(counts: Iterable[Decimal], units: Iterable[str]) -> str:
    total: defaultdict[str, Decimal] = defaultdict(Decimal)
    for count, unit in zip(counts, units, strict=False):
        total[unit[-1]] += count * int(unit[:-1])
    years = total["Y"]
    total["Y"], total["M"] = years // 1, total["M"] + years % 1 * 12
    return "P" + "".join(f"{total[letter].normalize():f}{letter}" for letter in "YMWD" if total[letter])
