"""The days that a value of EDTF stands for, as far as the tables hold such values."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

# EDTF's numbers for quarters and halves: their first and last month. A season's are the year's: which they are depends
# on the hemisphere.
PARTS_OF_YEAR: Final = {
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
    **dict.fromkeys(range(21, 25), (1, 12)),
}
POINT: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def days(point: str | None) -> tuple[date, date] | None:
    """First and last day of a day, month, quarter, half, season, year or decade; None for anything else."""
    if decade := re.fullmatch(r"(\d{3})X", point or ""):
        return date(10 * int(decade[1]), 1, 1), date(10 * int(decade[1]) + 9, 12, 31)
    match = POINT.fullmatch(point or "")
    if not match:
        return None
    year, month, day = (int(number) if number else 0 for number in match.groups())
    first, last = PARTS_OF_YEAR.get(month, (month or 1, month or 12))
    try:
        return date(year, first, day or 1), date(year, last, day or monthrange(year, last)[1])
    except ValueError:
        return None


def span(value: str) -> tuple[date | None, date | None]:
    """First and last day of a point or of an interval; None where it is open."""
    start, slash, end = value.partition("/")
    first, last = days(start), days(end if slash else start)
    return first and first[0], last and last[1]
