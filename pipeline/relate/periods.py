"""The time in which an amount was given, as far as its own sentence tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Doubt, Money, Reading, Time
from pipeline.relate.clauses import between, in_one_clause
from pipeline.relate.cues import cue

# "US$ 5 million in 2019", "between 2018 and 2022, … EUR 3 million": this near, a time belongs to the amount for sure
BESIDE = re.compile(
    r"[\s,(]*(in|for|over|during|from)?( the)?( years?| period| budget| levels?)?( at| of)?[\s(]*", re.IGNORECASE
)

ONE_YEAR = ("day", "month", "quarter", "year", "fiscal_year")
NO_PERIOD = frozenset({"starts", "ends", "elsewhere", "event"})
OF_PART = re.compile(r"\b(of which|including)\b", re.IGNORECASE)
# Parts are given when the whole is: "EUR 3 million in 2020, of which EUR 1 million for schools and EUR 2 million …"
JOINED = re.compile(r"(?!.*\b(of which|including)\b).*\b(and|plus|while|whereas|but)\b", re.IGNORECASE | re.DOTALL)
SET_AGAINST = re.compile(r"\(|\b(from|than|against|versus|compared|while|whereas|but|after)\b", re.IGNORECASE)


def with_period(amount: Money, reading: Reading) -> Money:
    """The amount with its period, or with a doubt where the sentence allows more than one or none for sure."""
    if amount.period:  # its column's
        return amount
    times = [t for t in reading.of(Time) if t.sentence_start == amount.sentence_start and _may_hold(t, amount, reading)]
    beside = [time for time in times if BESIDE.fullmatch(between(amount, time, reading))]
    if cue("change").fits(amount):
        times = []
    elif cue("elsewhere").fits(amount):
        times = [time for time in times if not _is_behind_another(time, amount, reading)]
    times = beside or times
    if not times or _is_yearly_share(amount, times, reading):
        return amount
    if reason := _why_open(amount, times, bool(beside), reading):
        texts = tuple(dict.fromkeys(" ".join(time.text.split()) for time in times))
        return replace(amount, doubts=(*amount.doubts, Doubt("period", reason, texts)))
    return replace(amount, period=times[0].value)


def _why_open(amount: Money, times: Sequence[Time], are_beside: bool, reading: Reading) -> str | None:
    """Why the times of its sentence do not tell the amount's period; None where they do."""
    reasons = {
        "the sentence names more than one time": len({time.value for time in times}) > 1,
        "the time is that from which or up to which it was counted": any(cue("as_of").fits(time) for time in times),
        "it is an amount for each year, not for all of them": _is_yearly(amount, times),
        "the time may be another's": not are_beside and cue("elsewhere").fits(amount),
        "the time may be that of the amount before it alone": not are_beside
        and all(_follows_another(time, amount, reading) for time in times),
        "the time may be that of a part of it": not are_beside
        and all(_is_of_part(time, amount, reading) for time in times),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _is_yearly(amount: Money, times: Sequence[Time]) -> bool:
    """Whether the amount is given each year, and one of the times is longer than a year."""
    return cue("each_year").fits(amount) and any(time.kind not in ONE_YEAR for time in times)


def _is_yearly_share(amount: Money, times: Sequence[Time], reading: Reading) -> bool:
    """Whether the times are those of the whole: "EUR 8 million from 2022 to 2025, or EUR 2 million a year"."""
    return _is_yearly(amount, times) and any(
        BESIDE.fullmatch(between(whole, time, reading))
        for time in times
        for whole in reading.of(Money)
        if whole.char_end <= time.char_start < amount.char_start
    )


def _may_hold(time: Time, amount: Money, reading: Reading) -> bool:
    """Whether the amount may have been given in that time, and no other amount stands nearer to it."""
    return (
        bool(time.value)
        and (_is_period(time, reading) or _leads_up(time, amount, reading))
        and in_one_clause(time, amount, reading)
        and not _labels_another(time, amount, reading)
        and not _goes_with_another(time, amount, reading)
    )


def _is_period(time: Time, reading: Reading) -> bool:
    """Whether money may have been given in that time. A day is one on which something was signed, said or held; when a
    project began or ended, and what a figure is compared with, are other matters too. But a range has both ends, and
    where no project is told of, none began."""
    begins_project = time.kind != "range" and not (time.kind == "since" and reading.section.kind != "project")
    others = NO_PERIOD if begins_project else NO_PERIOD - {"starts"}
    return time.kind not in ("duration", "day") and not any(cue(name).fits(time) for name in others)


def _leads_up(time: Time, amount: Money, reading: Reading) -> bool:
    """Whether the amount follows the time at once: "more than in 2020 (EUR 2 million)"."""
    return time.char_end <= amount.char_start and bool(BESIDE.fullmatch(between(time, amount, reading)))


def _labels_another(time: Time, amount: Money, reading: Reading) -> bool:
    """Whether a colon says that the time is that of what follows it, and that is not the amount: "EUR 1.2 million
    (2020: EUR 0.9 million)"."""
    text = reading.section.content
    is_label = re.match(r"\s*:", text[time.char_end :])
    return bool(is_label) and not re.fullmatch(r"\s*:\s*", text[time.char_end : amount.char_start])


def _goes_with_another(time: Time, amount: Money, reading: Reading) -> bool:
    """Whether the time stands beside a later amount that is set against this one: "EUR 3 million (EUR 1 million in
    2020)"."""
    return any(
        amount.char_end <= other.char_start < time.char_start
        and BESIDE.fullmatch(between(other, time, reading))
        and (SET_AGAINST.search(between(amount, other, reading)) or cue("asked").fits(other))
        for other in reading.of(Money)
    )


def _is_behind_another(time: Time, amount: Money, reading: Reading) -> bool:
    """Whether another amount of the sentence is the last before the time: "EUR 3 million in 2020, after EUR 2 million
    before"."""
    others = [
        m for m in reading.of(Money) if m.sentence_start == amount.sentence_start and m.char_end <= time.char_start
    ]
    return bool(others) and others[-1] != amount


def _is_of_part(time: Time, amount: Money, reading: Reading) -> bool:
    """Whether the time stands behind a part of the amount: "EUR 3 million, of which EUR 1 million is 2020 money"."""
    return time.char_start > amount.char_end and any(
        OF_PART.search(between(amount, part, reading))
        for part in reading.of(Money)
        if amount.char_end <= part.char_start < time.char_start
    )


def _follows_another(time: Time, amount: Money, reading: Reading) -> bool:
    """Whether the time stands between an earlier amount of the sentence and this one, which is another: "EUR 3 million
    in 2020 for schools and EUR 2 million for clinics"."""
    return bool(JOINED.match(between(time, amount, reading))) and any(
        other.sentence_start == amount.sentence_start and other.char_end <= time.char_start < amount.char_start
        for other in reading.of(Money)
    )
