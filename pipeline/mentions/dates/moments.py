"""Points and periods of the calendar: their first and last day, and how EDTF writes them.

EDTF is the Extended Date/Time Format of the Library of Congress (https://www.loc.gov/standards/datetime/): `2020-12`,
`199X`, `2018-34` (second quarter), `2004/..`. Its seasons, quarters and halves cannot be ends of an interval, where
their first and last months stand for them.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.model import DateKind

BEFORE_QUARTERS, BEFORE_HALVES = 32, 39  # EDTF level 2: 33 to 36 are quarters, 40 and 41 halves (21 to 24: seasons)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, quarter, half-year, season, year or decade; `year` is None where other words must tell it, every
    other field 0 where it is not meant.

    `part` (early, middle or late) narrows it without sharp bounds: first and last day stay those of the whole.
    `alternative` is what it means in the other reading of "05/03/2021" or "2005-11".
    """

    year: int | None = None
    month: int = 0
    day: int = 0
    quarter: int = 0
    half: int = 0
    season: int = 0
    decade: bool = False
    part: str = ""
    alternative: Moment | None = None

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
    def first(self) -> date:
        """First day. Raises ValueError where the calendar has no such day, or the year is not known."""
        return date(self.year or 0, self._months[0], self.day or 1)

    @property
    def last(self) -> date:
        """Last day. Raises ValueError where the calendar has no such day, or the year is not known."""
        year, month = (self.year or 0) + 9 * self.decade, self._months[1]
        return date(year, month, self.day or monthrange(year, month)[1])

    @property
    def _months(self) -> tuple[int, int]:
        """First and last month. A season's are the year's: which they are depends on the hemisphere."""
        if self.month:
            return self.month, self.month
        if self.quarter:
            return 3 * self.quarter - 2, 3 * self.quarter
        if self.half:
            return 6 * self.half - 5, 6 * self.half
        return 1, 12

    @property
    def edtf(self) -> str:
        """The EDTF value."""
        if self.decade:
            return f"{self.first.year // 10}X"
        if self.quarter:
            return f"{self.year:04d}-{BEFORE_QUARTERS + self.quarter}"
        if self.half:
            return f"{self.year:04d}-{BEFORE_HALVES + self.half}"
        return f"{self.year:04d}-{self.season}" if self.season else self.edge(self.first)

    def edge(self, day: date) -> str:
        """Its first or last day as precise as it is itself: how it bounds an EDTF interval."""
        if self.day:
            return day.isoformat()
        return f"{day:%Y-%m}" if self.month or self.quarter or self.half else f"{day:%Y}"

    def before(self) -> Moment:
        """What ends before it begins, as precise; itself where its middle or late part is meant."""
        return self if self.part in {"middle", "late"} else self._beside(lambda moment: moment.first - timedelta(1))

    def after(self) -> Moment:
        """What begins after it ends, as precise; itself where its early or middle part is meant."""
        return self if self.part in {"early", "middle"} else self._beside(lambda moment: moment.last + timedelta(1))

    def _beside(self, neighbour: Callable[[Moment], date]) -> Moment:
        day = neighbour(self)
        monthly = self.day or self.month or self.quarter or self.half
        other = self.alternative and self.alternative._beside(neighbour)
        return Moment(day.year, day.month if monthly else 0, day.day if self.day else 0, alternative=other)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day of one moment to the last day of another (or the same); None is an open end.

    Of fiscal years the days are those of the years as written. `may_be_closed` where nothing but a dash opens it, which
    may belong to the sentence.
    """

    first: Moment | None
    last: Moment | None
    fiscal: bool = False
    may_be_closed: bool = False

    @property
    def kind(self) -> DateKind:
        """The table's kind."""
        if not self.first or not self.last:
            return "since" if self.first else "until"
        if self.fiscal:
            return "fiscal_year"
        return self.first.kind if self.first == self.last else "range"

    @property
    def edtf(self) -> str:
        """The EDTF value. Raises ValueError where the calendar has no such day."""
        if self.first and self.first == self.last:
            return self.first.edtf
        first = self.first.edge(self.first.first) if self.first else ".."
        return f"{first}/{self.last.edge(self.last.last) if self.last else '..'}"

    @property
    def start(self) -> str | None:
        """First ISO day, None where the period is open. Raises ValueError where the calendar has no such day."""
        return self.first.first.isoformat() if self.first else None

    @property
    def end(self) -> str | None:
        """Last ISO day, None where the period is open. Raises ValueError where the calendar has no such day."""
        return self.last.last.isoformat() if self.last else None

    @property
    def dated(self) -> bool:
        """Whether the years of its ends are known."""
        return all(moment is None or moment.year is not None for moment in (self.first, self.last))

    def alternative(self) -> Period:
        """The same period in the other reading; the period itself where there is none."""
        if self.may_be_closed:
            return Period(self.first, self.first)
        if not any(moment and moment.alternative for moment in (self.first, self.last)):
            return self
        first, last = (moment and (moment.alternative or moment) for moment in (self.first, self.last))
        return replace(self, first=first, last=last)


def spanning(first: Moment, last: Moment) -> Period:
    """The period between two moments, of which one may state the year for both: "November-February 2017" begins in
    2016."""
    if first.year is None and last.year:
        first = replace(first, year=last.year)
        if first.first > last.last:
            first = replace(first, year=last.year - 1)
    elif last.year is None and first.year:
        last = replace(last, year=first.year)
        if last.last < first.first:
            last = replace(last, year=first.year + 1)
    return Period(first, last)
