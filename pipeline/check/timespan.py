"""Periods between dates that are only as precise as they are printed.

"2021-2023" may be as short as a year and a day, and as long as three years.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final, NamedTuple

from pipeline.model import Doubt

DAYS_A_MONTH: Final = 30.44
DURATION: Final = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?")
MONTHS: Final = (12, 1, 7 / DAYS_A_MONTH, 1 / DAYS_A_MONTH)  # of a year, month, week and day


class Timespan(NamedTuple):
    """A period between two dates of reduced precision: each is any day from its first to its last."""

    first_start: date
    last_start: date
    first_end: date
    last_end: date

    @property
    def shortest(self) -> float:
        """Months from the last day that it may start on to the first that it may end on."""
        return max((self.first_end - self.last_start).days, 0) / DAYS_A_MONTH

    @property
    def longest(self) -> float:
        """Months from the first day that it may start on to the last that it may end on."""
        return ((self.last_end - self.first_start).days + 1) / DAYS_A_MONTH

    def agrees(self, other: Timespan) -> bool:
        """Whether the two may start and end on the same days."""
        starts = self.first_start <= other.last_start and other.first_start <= self.last_start
        return starts and self.first_end <= other.last_end and other.first_end <= self.last_end

    def overlaps(self, other: Timespan) -> bool:
        """Whether the two may have a day in common."""
        return self.first_start <= other.last_end and other.first_start <= self.last_end


def timespan(start: str | None, end: str | None) -> Timespan | None:
    """The period from an ISO year, month or day to another; None where an end is open or ends before its start."""
    if not start or not end or is_reversed(start, end):
        return None
    starts, ends = _days(start), _days(end)
    return Timespan(*starts, *ends) if starts and ends else None


def fits(duration: str, period: Timespan) -> bool:
    """Whether a period may last as long as an ISO 8601 duration says, rounded to the duration's last unit."""
    match = DURATION.fullmatch(duration)
    if not match:
        return True
    stated = [(float(number), months) for number, months in zip(match.groups(), MONTHS, strict=True) if number]
    length = sum(number * months for number, months in stated)
    tolerance = max(min((months for _, months in stated), default=0) / 2, 1)
    return period.shortest - tolerance <= length <= period.longest + tolerance


def is_reversed(start: str | None, end: str | None) -> bool:
    """Whether a period certainly ends before it starts."""
    first, last = _days(start), _days(end)
    return bool(first and last and last[1] < first[0])


def reversed_edges(doubt: Doubt) -> tuple[str, str] | None:
    """Start and end of the one interval that a field may have, where it ends before it starts."""
    if len(doubt.candidates) == 1:
        start, _, end = doubt.candidates[0].partition("/")
        return (start, end) if is_reversed(start, end) else None
    return None


def _days(text: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO year, month or day; None for anything else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text or "")
    if not match:
        return None
    year, month, day = (int(number) if number else 0 for number in match.groups())
    try:
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
        return date(year, month or 1, day or 1), last
    except ValueError:
        return None


def length(period: Timespan) -> str:
    """How long the period is, for people: `25 to 36 months`."""
    shortest, longest = round(period.shortest), round(period.longest)
    return f"{longest} months" if shortest == longest else f"{shortest} to {longest} months"
