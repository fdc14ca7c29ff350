"""What a match of the date rules means: each `reads` of rules/dates.toml is a function here.

A day in numbers that could be read either way is read day first, as the document shows or else by convention, and then
the other reading is kept for a doubt. What cannot be decided has no value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.cascade import Match
from pipeline.extract.moments import Moment, Period, spanning
from pipeline.model import DateKind, Doubt


class Duration(NamedTuple):
    """A length of time, ISO 8601; None where the text leaves it open between `candidates`."""

    iso: str | None
    candidates: tuple[str, ...] = ()


class Undecided(NamedTuple):
    """A time that could mean either of two periods."""

    candidates: tuple[Period, ...]


Value = Moment | Period | Duration | Undecided | None


class Fields(NamedTuple):
    """The value fields of a Time record."""

    kind: DateKind
    value: str | None = None
    start: str | None = None
    end: str | None = None
    duration: str | None = None
    doubts: tuple[Doubt, ...] = ()


def fields(value: Value) -> Fields | None:
    """What a record tells of a value; None where it is no mention, as a month without a year."""
    match value:
        case Duration():
            doubts = (Doubt("duration", "a range of lengths", value.candidates),) if value.candidates else ()
            return Fields("duration", duration=value.iso, doubts=doubts)
        case Undecided():
            return Fields("range", doubts=(Doubt("value", "a month or a range of years", tuple(p.edtf for p in value.candidates)),))
        case Moment(year=int()):
            return _period_fields(Period(value, value))
        case Period() if all(end is None or end.year is not None for end in (value.first, value.last)):
            return _period_fields(value)
    return None


def _period_fields(period: Period) -> Fields:
    try:
        days = period.start, period.end
    except ValueError:
        return Fields(period.kind, doubts=(Doubt("value", "the calendar has no such day"),))
    return Fields(period.kind, period.edtf, *days, doubts=tuple(_doubts(period)))


def _doubts(period: Period) -> Iterable[Doubt]:
    return []


# ------------------------------------------------------------------------------------------------------- day or month


def day_first(matches: Iterable[Match]) -> bool | None:
    """Whether the days in numbers among the matches put the day before the month; None where they do not show it."""
    shown = {first > 12 for first, second in _numeric(matches) if (first > 12) != (second > 12)}
    return shown.pop() if len(shown) == 1 else None


def _numeric(matches: Iterable[Match]) -> Iterable[tuple[int, int]]:
    return ((int(m.get("FIRST") or 0), int(m.get("SECOND") or 0)) for m in matches if m.rule.reads == "numeric")


def _number(match: Match, name: str) -> int | None:
    text = match.get(name)
    return int(text) if text else None


def numeric(match: Match, shown: bool | None) -> tuple[str, Value]:
    year, first, second = int(match.get("YEAR")), int(match.get("FIRST")), int(match.get("SECOND"))
    if first <= 12 and second <= 12:
        day, month = (second, first) if shown is False else (first, second)
    else:
        day, month = (first, second) if first > 12 else (second, first)
    return "MOMENT", Moment(year, month, day)


def moment(match: Match, shown: bool | None) -> tuple[str, Value]:
    get = lambda *names: next((v for n in names if (v := _number(match, n)) is not None), None)
    return "MOMENT", Moment(get("YEAR", "RECENT_YEAR", "OLD_YEAR"), get("MONTH", "MONTH_AS_WORD", "MONTH_NUMBER"),
        get("DAY", "ORDINAL") if get("MONTH", "MONTH_AS_WORD", "MONTH_NUMBER") else None,
        quarter=get("QUARTER") or (get("ORDINAL") if "quarter" in match.rule.name else None), half=get("HALF"), season=get("SEASON"))


def decade(match, shown):
    return "MOMENT", Moment(int(match.get("DECADE")), decade=True)


def days(match, shown):
    first, last = match.all("DAY")
    year, month = int(match.get("YEAR")), int(match.get("MONTH"))
    return "RANGE", Period(Moment(year, month, int(first)), Moment(year, month, int(last)))


def years(match, shown, fiscal=False):
    ys = match.all("YEAR")
    first = int(ys[0])
    if len(ys) > 1:
        return "RANGE", Period(Moment(first), Moment(int(ys[1])), fiscal)
    short = match.get("SHORT_YEAR")
    if short is None:
        return "RANGE", Period(Moment(first), Moment(first), fiscal)
    last = first - first % 10 ** len(short) + int(short)
    if last > first and (fiscal or last == first + 1 or not 1 <= int(short) <= 12 ):
        return "RANGE", Period(Moment(first), Moment(last), fiscal)
    if last == 0 + first + 100: pass
    if 1 <= int(short) <= 12:
        if last > first:
            return "RANGE", Undecided((Period(Moment(first), Moment(last)), Period(Moment(first, int(short)), Moment(first, int(short)))))
        return "MOMENT", Moment(first, int(short))
    if len(short) == 2 and last + 100 - first < 50:
        return "RANGE", Period(Moment(first), Moment(last + 100), fiscal)
    return "MOMENT", Moment(first)


def fiscal(match, shown):
    return years(match, shown, True)


def part(match, shown):
    return "MOMENT", replace(match.read[0], part=match.get("PART"))


def range_(match, shown):
    a, b = spanning(*match.read)
    return "RANGE", Period(a, b)


def _ends(value):
    return (value.first, value.last, value.fiscal) if isinstance(value, Period) else (value, value, False)


def since(match, shown):
    v = match.read[0]
    return "RANGE", v if isinstance(v, Undecided) else Period(_ends(v)[0], None)


def until(match, shown):
    v = match.read[0]
    return "RANGE", v if isinstance(v, Undecided) else Period(None, _ends(v)[1])


def before(match, shown):
    v = match.read[0]
    return "RANGE", Period(None, v.before() if v.year else v)


def after(match, shown):
    v = match.read[0]
    return "RANGE", Period(v.after() if v.year else v, None)


def same(match, shown):
    return "RANGE", match.read[0]


def nothing(match, shown):
    return "NOTHING", None


def duration(match, shown, half=0):
    counts, units = match.all("COUNT"), match.all("UNIT")
    if match.rule.name == "count with gloss": counts = counts[1:]
    total = {}
    for c, u in zip(counts or ["1"], units):
        n, letter = (Decimal(u[:-1] or 1)) * Decimal(c), u[-1]
        total[letter] = total.get(letter, 0) + n + (Decimal("0.5") if half else 0)
    y = total.get("Y", Decimal(0))
    if y % 1:
        total["Y"] = y // 1
        total["M"] = total.get("M", 0) + (y % 1) * 12
    return "DURATION", Duration("P" + "".join(f"{Decimal(total[l]).normalize():f}{l}" for l in "YMWD" if total.get(l)))


def duration_half(match, shown):
    return duration(match, shown, 1)


READINGS: dict[str, Callable] = {"moment": moment, "numeric": numeric, "days": days, "years": years, "decade": decade,
  "fiscal year": fiscal, "part": part, "range": range_, "since": since, "until": until, "before": before, "after": after,
  "same": same, "nothing": nothing, "duration": duration, "duration and half": duration_half}


def read(match: Match, day_first: bool | None) -> tuple[str, Value]:
    return READINGS[match.rule.reads](match, day_first)
