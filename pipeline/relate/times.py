"""When a project began and ended and how long it lasts, by the cues around each time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.model import Doubt, Time
from pipeline.relate.cues import cue


class Span(NamedTuple):
    """A project's start and end (EDTF, as precise as the text), its duration (ISO 8601), and what stays open."""

    start: str | None
    end: str | None
    duration: str | None
    doubts: tuple[Doubt, ...]


def project_span(times: Sequence[Time]) -> Span:
    """Start, end and duration as the text states them; none is computed from the others."""
    own = [time for time in times if time.value and not cue("elsewhere").fits(time)]
    periods = [edges(time) for time in own if time.kind == "range" and cue("own_period").fits(time)]
    points = [time for time in own if time.kind not in ("range", "duration")]
    starts = [edges(time)[0] for time in points if cue("starts").fits(time) and time.kind != "until"]
    ends = [edges(time)[1] for time in points if _is_end(time)]
    durations = [time.duration for time in times if _is_duration(time)]
    start, start_doubt = _agreed("start", [*(start for start, _ in periods), *starts])
    end, end_doubt = _agreed("end", [*(end for _, end in periods), *ends])
    duration, duration_doubt = _agreed("duration", durations)
    doubts = tuple(doubt for doubt in (start_doubt, end_doubt, duration_doubt) if doubt)
    return Span(start, end, duration, doubts)


def _is_end(time: Time) -> bool:
    return time.kind != "since" and (cue("ends").fits(time) or (time.kind == "until" and cue("runs_until").fits(time)))


def _is_duration(time: Time) -> bool:
    return time.kind == "duration" and cue("own_duration").fits(time) and not cue("other_duration").fits(time)


def edges(time: Time) -> tuple[str | None, str | None]:
    """First and last part of an EDTF value: both ends of an interval, the value itself for a single date."""
    if time.value is None:
        return None, None
    first, _, last = time.value.partition("/")
    return _known(first), _known(last or first)


def _known(part: str) -> str | None:
    return None if part in ("..", "") else part


def _agreed(field: str, values: Iterable[str | None]) -> tuple[str | None, Doubt | None]:
    all_told = dict.fromkeys(value for value in values if value)
    # 2020 and 2020-05 agree; the more precise one stands.
    told = tuple(v for v in all_told if not any(other != v and other.startswith(v) for other in all_told))
    if len(told) > 1:
        return None, Doubt(field, "the text tells more than one", told)
    return (told[0] if told else None), None
