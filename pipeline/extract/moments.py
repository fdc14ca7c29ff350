"""Points and periods of the calendar: their first and last day, and how EDTF writes them.

EDTF is the Extended Date/Time Format of the Library of Congress (https://www.loc.gov/standards/datetime/): `2020-12`,
`199X`, `2018-34` (second quarter), `2004/..`. Its seasons, quarters and halves cannot be ends of an interval, where
their first and last months stand for them.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.model import DateKind

QUARTER, HALF = 32, 39  # EDTF level 2: quarters are the "months" 33 to 36, halves 40 and 41; seasons 21 to 24


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, quarter, half-year, season, year or decade; `year` is None where only the words around tell it.

    `part` (early, middle or late) tells a part of it without sharp bounds: `first` and `last` stay those of the whole.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    decade: bool = False
    part: str | None = None

    @property
    def kind(self) -> DateKind:
        """The table's kind: a half-year is a range, a season a year of which the value says more."""
        if self.day:
            return "day"
        if self.month:
            return "month"
        if self.quarter:
            return "quarter"
        if self.half:
            return "range"
        return "decade" if self.decade else "year"

    @property
    def months(self) -> tuple[int, int]:
        """First and last month. A season's are the year's: which they are depends on the hemisphere."""
        if self.month:
            return self.month, self.month
        if self.quarter:
            return 3 * self.quarter - 2, 3 * self.quarter
        if self.half:
            return 6 * self.half - 5, 6 * self.half
        return 1, 12

    @property
    def first(self) -> date:
        """First day. Raises ValueError where the calendar has no such day."""
        return date(self._year, self.months[0], self.day or 1)

    @property
    def last(self) -> date:
        """Last day. Raises ValueError where the calendar has no such day."""
        year, month = self._year + 9 * self.decade, self.months[1]
        return date(year, month, self.day or monthrange(year, month)[1])

    @property
    def _year(self) -> int:
        if self.year is None:
            raise ValueError("a moment without a year has no days")
        return self.year

    @property
    def edtf(self) -> str:
        """The EDTF value."""
        if self.decade:
            return f"{self._year // 10}X"
        if code := (self.quarter and QUARTER + self.quarter) or (self.half and HALF + self.half) or self.season:
            return f"{self._year:04d}-{code}"
        return self.edge(last=False)

    def edge(self, last: bool) -> str:
        """The EDTF value as the beginning or end of an interval."""
        day = self.last if last else self.first
        if self.day:
            return day.isoformat()
        if self.month or self.quarter or self.half:
            return f"{day:%Y-%m}"
        return f"{day:%Y}"

    def before(self) -> Moment:
        """The moment of the same grain that ends before this one begins; a vague part of a moment has none but itself."""
        return self if self.part else self._coarse(self.first - timedelta(days=1))

    def after(self) -> Moment:
        """The moment of the same grain that begins after this one ends."""
        return self if self.part else self._coarse(self.last + timedelta(days=1))

    def _coarse(self, day: date) -> Moment:
        month = day.month if self.month or self.quarter or self.half else None
        return Moment(day.year, month, day.day if self.day else None)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day of one moment to the last day of another; None is an open end.

    `fiscal` says that the years are fiscal years: their days are those of the years as written.
    """

    first: Moment | None
    last: Moment | None
    fiscal: bool = False

    @property
    def kind(self) -> DateKind:
        """The table's kind."""
        if self.first and self.last:
            if self.fiscal:
                return "fiscal_year"
            return self.first.kind if self.first == self.last else "range"
        return "since" if self.first else "until"

    @property
    def edtf(self) -> str:
        """The EDTF value."""
        if self.first and self.first == self.last:
            return self.first.edtf
        first = self.first.edge(last=False) if self.first else ".."
        return f"{first}/{self.last.edge(last=True) if self.last else '..'}"

    @property
    def start(self) -> str | None:
        """First ISO day, None where the period is open."""
        return self.first.first.isoformat() if self.first else None

    @property
    def end(self) -> str | None:
        """Last ISO day, None where the period is open."""
        return self.last.last.isoformat() if self.last else None


def spanning(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """Both ends of a range, the year that only one of them states given to the other ("November-February 2017" begins
    in 2016)."""
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year)
        if first.first > last.last:
            first = replace(first, year=last.year - 1)
    elif last.year is None and first.year is not None:
        last = replace(last, year=first.year)
        if last.last < first.first:
            last = replace(last, year=first.year + 1)
    return first, last
