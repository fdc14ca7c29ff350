"""What a match of the date rules means: each `means` of date_patterns.csv is a function here.

What could be read either way is read by convention and keeps its other reading for a doubt: "05/03/2021" day first,
unless the document or the text shows otherwise, "2005-11" as years. A length of time never carries days of the
calendar; its units tell their own length (`1Y` a year, `10Y` a decade), and half a year is six months.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from pipeline.language.patterns import Match
from pipeline.mentions.dates.moments import Moment, Period, spanning

LONGEST_RANGE = 60  # years between the two of "1998–02"
CENTURY_BREAK = 50  # "49" is 2049, "50" is 1950
HALF = Decimal("0.5")


class Duration(NamedTuple):
    """A length of time in ISO 8601: one, or the shortest and longest of "two to three years"."""

    lengths: tuple[str, ...]


class NoSuchDay(NamedTuple):
    """A day that the calendar does not have, as 30 February."""


class Attribute(NamedTuple):
    """A moment that tells which thing is meant: "after the 2004 tsunami" is not after 2004."""

    moment: Moment


Value = Moment | Period | Duration | NoSuchDay | Attribute | None


def period_of(value: object) -> Period:
    """A moment as the period from its beginning to its end; a period as it is."""
    if isinstance(value, Attribute):
        return period_of(value.moment)
    if isinstance(value, Moment):
        return Period(value, value)
    assert isinstance(value, Period), value  # patterns have MOMENT and RANGE for nothing else
    return value


def read(match: Match, day_first: bool | None) -> Value:
    """What a match means; `day_first` is whether the day stands before the month, None where nothing shows it."""
    try:
        if match.rule.reads == "numeric":
            return _day_in_numbers(match, day_first)
        return READINGS[match.rule.reads](match)
    except ValueError:
        return NoSuchDay()


# ------------------------------------------------------------------------------------------------- days in numbers


def shown_day_first(matches: Iterable[Match]) -> bool | None:
    """Whether the days in numbers put the day before the month; None where they show nothing or contradict."""
    numbers = [_first_and_second(match) for match in matches if match.rule.reads == "numeric"]
    shown = {first > 12 for first, second in numbers if (first > 12) != (second > 12)}
    return shown.pop() if len(shown) == 1 else None


def _first_and_second(match: Match) -> tuple[int, int]:
    return _number(match, "FIRST"), _number(match, "SECOND")


def _day_in_numbers(match: Match, day_first: bool | None) -> Moment:
    year, (first, second) = _year(match), _first_and_second(match)
    readings = [Moment(year, second, first), Moment(year, first, second)]
    if first > 12 or second > 12:
        return readings[first <= 12]
    if day_first is None and first != second:
        return replace(readings[0], alternative=readings[1])
    return readings[day_first is False]


# --------------------------------------------------------------------------------------------------------- moments


def _number(match: Match, *names: str) -> int:
    """The first number of these names; 0 where there is none."""
    return int(match.get(*names) or 0)


def _year(match: Match) -> int | None:
    text = match.get("YEAR")
    return _full_year(text) if text else None


def _full_year(text: str) -> int:
    text = re.sub("[.,]", "", text)  # "el año 2.009"; in words a number is "2,009"
    if len(text) > 2:
        return int(text)
    return int(text) + (2000 if int(text) < CENTURY_BREAK else 1900)


def _moment(match: Match) -> Moment:
    return Moment(
        _year(match),
        month=_number(match, "MONTH", "MONTH_AS_WORD", "MONTH_NUMBER"),
        day=_number(match, "DAY") or _number(match, "TENS") + _number(match, "ORDINAL"),
        quarter=_number(match, "QUARTER"),
        half=_number(match, "HALF", "HALF_IN_WORDS"),
        season=_number(match, "SEASON"),
    )


def _month_in_words(match: Match) -> Moment:
    return Moment(_year(match), month=_number(match, "ORDINAL"))


def _quarter_in_words(match: Match) -> Moment:
    return Moment(_year(match), quarter=_number(match, "ORDINAL", "LAST_QUARTER", "DAY"))


def _weekday_of_month(match: Match) -> Moment | None:
    """ "the third Tuesday of September 2014" """
    year, month, weekday = _number(match, "YEAR"), _number(match, "MONTH"), _number(match, "WEEKDAY")
    first = 1 + (weekday - date(year, month, 1).isoweekday()) % 7
    day = first + 7 * (_number(match, "ORDINAL") - 1)
    return Moment(year, month, day) if day <= monthrange(year, month)[1] else None


def _decade(match: Match) -> Moment:
    year = _number(match, "DECADE", "DECADE_IN_WORDS") or 1900 + _number(match, "SHORT_DECADE")
    return Moment(year, decade=True)


def _part(match: Match) -> Value:
    moment = match.read[0]
    return replace(moment, part=match.get("PART") or "middle") if isinstance(moment, Moment) else None


# --------------------------------------------------------------------------------------------------------- periods


def _same(match: Match) -> Value:
    value = match.read[0]
    return value if isinstance(value, Moment | Period) else None


def _days_of_month(match: Match) -> Period:
    year, month = _year(match), _number(match, "MONTH")
    first, *_, last = (Moment(year, month, int(day)) for day in match.all("DAY", "ORDINAL"))
    return Period(first, last)


def _days_listed(match: Match) -> Period | None:
    """ "los 3, 4 y 5 de junio de 2024": the days from the first to the last, if each follows the one before"""
    days = [int(day) for day in match.all("DAY")]
    return _days_of_month(match) if days == [*range(days[0], days[-1] + 1)] else None


def _years_listed(match: Match) -> Period | None:
    """ "los años 2024 y 2025": the same of years"""
    years = [moment for moment in match.read if isinstance(moment, Moment) and moment.kind == "year"]
    numbers = [moment.year or 0 for moment in years]
    in_a_row = len(years) == len(match.read) and numbers == [*range(numbers[0], numbers[0] + len(numbers))]
    return Period(years[0], years[-1]) if in_a_row else None


def _months(match: Match) -> Period:
    first, last = match.all("MONTH")
    return spanning(Moment(month=int(first)), Moment(_year(match), month=int(last)))


def _months_of_year(match: Match) -> Period | None:
    """ "the first nine months of 2021" """
    year, count = _year(match), _number(match, "COUNT")
    if not 1 <= count <= 12:
        return None
    first = 1 if match.get("EDGE") == "first" else 13 - count
    return Period(Moment(year, month=first), Moment(year, month=first + count - 1))


def _part_of_year(match: Match) -> Period | None:
    """ "segundo cuatrimestre de 2023": the months of one of the equal parts of a year"""
    year, nth, length = _year(match), _number(match, "ORDINAL"), _number(match, "MONTHS_LONG")
    return Period(Moment(year, month=length * (nth - 1) + 1), Moment(year, month=length * nth))


def _years(match: Match) -> Period | None:
    """ "2018-2021", "2019–21", "1998–02" """
    first = _number(match, "YEAR")
    *_, text = match.all("YEAR", "SHORT_YEAR")
    last = _last_year(first, text)
    return _whole_years(first, last) if last else None


def _last_year(first: int, text: str) -> int | None:
    """The year that "21" means after 2019, "9" after 2018, "02" after 1998; None where it would be no range."""
    if len(text) == 4:
        return int(text)
    last = first - first % 10 ** len(text) + int(text)
    if last <= first and len(text) == 2:
        last += 100
    return last if first < last <= first + LONGEST_RANGE else None


def _whole_years(first: int, last: int, fiscal: bool = False) -> Period:
    return Period(Moment(first), Moment(last), fiscal)


def _years_or_month(match: Match) -> Value:
    """ "2019-21" and "2014/15" are years, "2020-04" is a month; "2005-11" could be either: years by convention."""
    first, text = _number(match, "YEAR"), match.get("SHORT_YEAR") or ""
    last = _last_year(first, text)
    month = Moment(first, month=int(text)) if 1 <= int(text) <= 12 else None
    if last and (month is None or last == first + 1):
        return _whole_years(first, last)
    if month and last and last // 100 == first // 100:
        return Period(Moment(first, alternative=month), Moment(last, alternative=month))
    return month


def _fiscal_years(match: Match) -> Period | None:
    first, *rest = match.all("YEAR", "SHORT_YEAR")
    year = _full_year(first)
    last = _last_year(year, rest[-1]) if rest else year
    return _whole_years(year, last, fiscal=True) if last else None


def _range(match: Match) -> Value:
    first, last = map(period_of, match.read)
    if not first.first or not last.last:
        return None
    return replace(spanning(first.first, last.last), fiscal=first.fiscal and last.fiscal)


def _year_to(match: Match) -> Value:
    """ "the financial year to March 2014", "the year ended 30 June 2007": the twelve months that end then"""
    last = match.read[0]
    if not isinstance(last, Moment) or last.year is None or not last.month:
        return _same(match)
    first = replace(last, year=last.year - 1, alternative=None).after()
    return Period(first, last, fiscal=True)


def _since(match: Match) -> Period:
    return replace(period_of(match.read[0]), last=None)


def _open_dash(match: Match) -> Value:
    """ "2012–", which may only be 2012 before a dash"""
    value = period_of(match.read[0])
    return replace(value, last=None, may_be_closed=True) if value.first and value.first.kind == "year" else _same(match)


def _until(match: Match) -> Period:
    return replace(period_of(match.read[0]), first=None)


def _before(match: Match) -> Value:
    last = period_of(match.read[0]).first
    return Period(None, last.before()) if last and last.year else None


def _after(match: Match) -> Value:
    first = period_of(match.read[0]).last
    return Period(first.after(), None) if first and first.year else None


# ------------------------------------------------------------------------------------------------------- durations


def _stated(match: Match) -> Duration:
    """ "26-month", "2 years, 3 months", "a decade" """
    return Duration((_iso(_counts(match) or [Decimal(1)], _units(match)),))


def _stated_twice(match: Match) -> Duration:
    """ "three (3) years": one length, or two where the numbers differ"""
    return Duration(tuple(dict.fromkeys(_iso([count], _units(match)) for count in _counts(match))))


def _and_a_half(match: Match) -> Duration:
    """ "one year and a half", "a year and a half" """
    count, *_ = _counts(match) or [Decimal(1)]
    return Duration((_iso([count + HALF], _units(match)),))


def _half_a_unit(match: Match) -> Duration:
    """ "half a year" """
    return Duration((_iso([HALF], _units(match)),))


def _between(match: Match) -> Duration:
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


READINGS: dict[str, Callable[[Match], Value]] = {
    "nothing": lambda match: None,
    "same": _same,
    "moment": _moment,
    "attribute": lambda match: Attribute(_moment(match)),
    "month in words": _month_in_words,
    "quarter": _quarter_in_words,
    "weekday": _weekday_of_month,
    "decade": _decade,
    "part": _part,
    "days": _days_of_month,
    "days listed": _days_listed,
    "years listed": _years_listed,
    "part of a year": _part_of_year,
    "months": _months,
    "months of year": _months_of_year,
    "years": _years,
    "years or month": _years_or_month,
    "fiscal years": _fiscal_years,
    "range": _range,
    "year to": _year_to,
    "since": _since,
    "open dash": _open_dash,
    "until": _until,
    "until a year": lambda match: Period(None, Moment(_year(match))),
    "before": _before,
    "after": _after,
    "duration": _stated,
    "duration twice": _stated_twice,
    "duration and a half": _and_a_half,
    "half a duration": _half_a_unit,
    "durations": _between,
}
