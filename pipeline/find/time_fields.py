"""What a Time record tells of a reading: kind, EDTF value, first and last day, duration, doubts."""

from __future__ import annotations

from typing import TypedDict

from pipeline.find.date_readings import Attribute, NoSuchDay, period_of
from pipeline.find.durations import Duration
from pipeline.find.moments import Moment, Period
from pipeline.model import DateKind, Doubt

NO_SUCH_DAY = Doubt("value", "the calendar has no such day")


class TimeFields(TypedDict, total=False):
    """The value fields of a Time record."""

    kind: DateKind
    value: str
    start: str | None
    end: str | None
    duration: str
    doubts: tuple[Doubt, ...]


def time_fields(reading: object) -> TimeFields | None:
    """The fields of what was read; None where that is no mention, as a month without a year."""
    match reading:
        case Moment() | Attribute() | Period():
            return _period_fields(period_of(reading))
        case NoSuchDay():
            return TimeFields(kind="day", doubts=(NO_SUCH_DAY,))
        case Duration((length,)):
            return TimeFields(kind="duration", duration=length)
        case Duration(lengths):
            return TimeFields(kind="duration", doubts=(Doubt("duration", "a range of lengths", lengths),))
    return None


def _period_fields(period: Period) -> TimeFields | None:
    if not period.dated:
        return None
    try:
        value, start, end, other = period.edtf, period.start, period.end, period.alternative()
    except ValueError:
        return TimeFields(kind=period.kind, doubts=(NO_SUCH_DAY,))
    if start and end and start > end:
        return TimeFields(kind=period.kind, doubts=(Doubt("value", "it ends before it begins", (value,)),))
    doubts = (Doubt("value", "it can be read either way", (value, other.edtf)),) if other != period else ()
    return TimeFields(kind=period.kind, value=value, start=start, end=end, doubts=doubts)
