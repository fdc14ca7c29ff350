"""When a project began and ended and how long it lasts, by what the frames tell of each time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from pipeline.language.function_words import AND
from pipeline.language.lexicon import NEVER, by_language, word_set, words
from pipeline.language.numbers import number_words
from pipeline.model import Doubt, Time
from pipeline.relate.phrases import Phrase, Sentence
from pipeline.relate.statements import Statement, statements


class Span(NamedTuple):
    """A project's start and end (EDTF, as precise as the text), its duration (ISO 8601), what stays open, and the times
    that told them."""

    start: str | None
    end: str | None
    duration: str | None
    doubts: tuple[Doubt, ...]
    starts: Time | None = None
    ends: Time | None = None
    lasts: Time | None = None


class ToldTime(NamedTuple):
    """A time with all that the frames tell of it, or its label where a fact has one."""

    time: Time
    tells: frozenset[str]
    in_heading: bool
    is_labelled: bool = False


PHASES, EDITIONS = word_set("function_words", "phase"), word_set("function_words", "phase after an ordinal")
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}


VERBS_OF_TIME, UNDERTAKEN = {"BEGIN", "END", "RUN"}, {"PROJECT", "PHASE", "TERM", "UNDERTAKING"}
BOUNDS = {"starts", "ends", "runs"}
CHANGES = {"moves", "shifts", "lengthens"}  # of what was planned
MARKS = {",", ":", ";", "("}
ASKED = {"start": {"starts"}, "end": {"ends"}, "period": {"runs"}, "duration": {"lasts", "runs"}}  # what labels tell


def told_times(sentences: Sequence[Sentence], asked: Iterable[tuple[Time, Sequence[str]]] = ()) -> list[ToldTime]:
    """All times of a section that have a value; where labels of facts ask for some (`asked`), those alone of their
    kind."""
    told = _by_sentences(sentences)
    changes = {id(one.time): changed for one in told if (changed := one.tells & CHANGES)}
    labelled = [
        ToldTime(time, changes.get(id(time)) or _asked(time, fields), in_heading=False, is_labelled=True)
        for time, fields in asked
        if time.kind in ("range", "duration") or {"start", "end"} & set(fields)  # a day is no period
    ]
    surely = {tell for one in labelled for tell in one.tells}
    known = {id(one.time) for one in labelled if one.tells}
    rest = (one for one in told if id(one.time) not in known)
    return [*(one for one in labelled if one.tells), *(one for one in rest if not _is_answered(one, surely))]


def _asked(time: Time, fields: Sequence[str]) -> frozenset[str]:
    """What a label tells of a time; a duration lasts wherever a period is asked for: "Period: 48 months"."""
    tells = frozenset().union(*(ASKED[field] for field in fields if field in ASKED))
    return frozenset({"lasts"}) if time.kind == "duration" and "runs" in tells else tells


def _is_answered(told: ToldTime, surely: Collection[str]) -> bool:
    """Whether a fact tells what a sentence tells, too."""
    if told.time.kind == "duration":
        return "lasts" in surely
    return not BOUNDS.isdisjoint(surely) and not told.tells & {"starts", "ends"}


def _by_sentences(sentences: Sequence[Sentence]) -> list[ToldTime]:
    """All times that have a value; those of another phase than the heading's, or than the last one that has a period,
    are apart."""
    heading = " ".join(phrase.text for s in sentences if s.in_heading for phrase in s.phrases)
    own_phase = phase(heading)
    found, numbers = list[ToldTime](), list[str | None]()
    for sentence in sentences:
        for place, phrase in sentence.named:
            time = phrase.mention
            if not isinstance(time, Time) or not (_stated(time) or time.duration):
                continue
            focus = ["TIME", time.kind.upper()]
            said = [s for kind in focus for s in statements(sentence, place, kind)]
            tells = {s.tells for s in said}
            before = " ".join(p.text for p in sentence.phrases[:place])
            if time.kind != "duration" and _is_events(said, sentence.phrases[:place]):
                tells |= {"apart"}
            if own_phase and not sentence.in_heading and phase(before) not in (None, own_phase):
                tells = {"apart"}
            if sentence.in_heading and time.kind in ("range", "since", "until"):
                tells |= {"runs"}
            if not _is_of_work(sentence, place, focus):
                tells = {f"{tell}?" if tell in (*BOUNDS, "lasts?") else tell for tell in tells}
            found.append(ToldTime(time, frozenset(tells), sentence.in_heading))
            numbers.append(phase(before) if time.kind == "range" else None)
    last = own_phase or max((number for number in numbers if number), default="")
    is_told = bool(last) and last in numbers
    return [
        t._replace(tells=frozenset({"apart"}))
        if "runs!" not in t.tells and ((number and number < last) or (is_told and _is_history(t)))
        else t
        for t, number in zip(found, numbers, strict=True)
    ]


def _is_events(said: Iterable[Statement], before: Sequence[Phrase]) -> bool:
    """Whether a time is that of an event, and none that follows the event's own: "approved in 2019, begun in May
    2020"."""
    lengths = [s.length for s in said if s.tells == "event"]
    reach = min(lengths, default=0)
    begins = min((s.length for s in said if s.tells in BOUNDS), default=reach)
    has_own = begins < reach and any("TIME" in phrase.kinds for phrase in before[-reach:])
    return bool(lengths) and not has_own


def _is_of_work(sentence: Sentence, place: int, focus: Sequence[str]) -> bool:
    """Whether what a sentence says to begin, run or end is the work: its subject or object is a project, a phase or an
    undertaking, or is not told. Of "the decline began in 2006" it is not."""
    told = (s for kind in focus for s in statements(sentence, place, kind) if s.tells in (*BOUNDS, "lasts?"))
    if not all(VERBS_OF_TIME & s.asks for s in told):
        return True
    phrases = sentence.phrases
    verb = max((i for i in range(place) if phrases[i].kinds & VERBS_OF_TIME), default=None)
    if verb is None or sentence.in_heading:
        return True
    if any("TIME" in p.kinds and "DURATION" not in p.kinds for p in phrases[verb:place]):
        return False  # "it began in May 2020, and the gates were opened in 2022"
    subject, relative = _subject(phrases, verb)
    if relative:
        return any(p.kinds & UNDERTAKEN for p in subject)
    small = {"AUX", "BE"}
    head = [
        p for p in takewhile(lambda p: "PREP" not in p.kinds, subject) if not p.kinds & small and p.text not in AND()
    ]
    is_noun = bool(head) and "DETERMINER" in head[-1].kinds  # "since its start in 2020"
    return not head or is_noun or any(p.kinds & UNDERTAKEN for p in (*head, *phrases[verb:place]))


def _subject(phrases: Sequence[Phrase], verb: int) -> tuple[Sequence[Phrase], bool]:
    """What stands before a verb from the last mark on; after a relative pronoun, what stands before it, too."""
    marks = [i for i in range(verb) if "BREAK" in phrases[i].kinds or phrases[i].text in MARKS]
    last = marks[-1] if marks else -1
    relative = next((i for i in range(max(last, 0), verb) if "RELATIVE" in phrases[i].kinds), None)
    if relative is None:
        return phrases[last + 1 : verb], False
    before = [i for i in marks if i < relative - 1]
    return phrases[before[-1] + 1 if before else 0 : relative], True


def _is_history(told: ToldTime) -> bool:
    """Whether a time is when all began, where the period of the phase itself is told."""
    return "starts" in told.tells and told.time.kind not in ("range", "duration")


@by_language
def _phase_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """How a phase is named, and the number that each word is: "phase 2", "phase two", "phase II", "second phase"."""
    ordinals = {word: n for roman, n in ROMAN.items() for word in words("function_words", f"ordinal {roman}")}
    cardinals = {word: f"{row.value}" for word, row in number_words().items() if row.kind == "unit" and row.value < 5}
    phases, editions = "|".join(PHASES()) or NEVER, "|".join(PHASES() | EDITIONS()) or NEVER
    pattern = (
        rf"\b(?:(?:{phases})\s+(\d+|[ivx]+|{'|'.join(cardinals) or NEVER})\b"
        rf"|({'|'.join(ordinals) or NEVER})(?:\s+(?:{editions})\b|(?=\s*\()))"
    )
    return re.compile(pattern, re.I), ordinals | cardinals | ROMAN


def phase(text: str) -> str | None:
    """The number of the phase that a text names last."""
    pattern, numbers = _phase_words()
    found = [one or two for one, two in pattern.findall(text)]
    return numbers.get(found[-1].lower(), found[-1]) if found else None


class _Told(NamedTuple):
    """What times tell of a project: edges, edges that were moved, durations, lengths of work, and whole periods."""

    starts: list[str | None]
    ends: list[str | None]
    shifted: list[str | None]
    moved: list[str | None]
    durations: list[str | None]
    lengths: list[str | None]
    ranges: list[tuple[str, str]]


def project_span(times: Sequence[ToldTime]) -> Span:
    """Start, end and duration as the text states them; none is computed from the others. Where one range is all that is
    left, it is the project's, and told as assumed; what began or ended may be something else than the work: that is
    left open."""
    own = [t for t in times if "apart" not in t.tells or "runs!" in t.tells]
    headed = [t for t in own if t.in_heading and t.time.kind == "range"]
    own = [t for t in own if _is_with(t, headed)] if headed else own
    told, labelled = _told(own), _told(t for t in own if t.is_labelled)
    starts, ends = told.shifted or _up_to(told.starts, told.ranges), told.moved or _from(told.ends, told.ranges)
    start, start_doubt = _by_label(*agreed("start", starts), labelled.starts)
    end, end_doubt = _by_label(*agreed("end", ends), [] if told.moved else labelled.ends)
    duration, duration_doubt = agreed("duration", told.durations or told.lengths)
    doubts = [d for d in (start_doubt, end_doubt, duration_doubt) if d]
    spans = {t.time.value: t.time for t in own if t.time.kind == "range"}
    if not (start or end or start_doubt or end_doubt):
        if len(spans) == 1:
            start, end = edges(next(iter(spans.values())))
            doubts += [Doubt(f, "it is the only period that the section tells", (), True) for f in ("start", "end")]
        else:
            doubts += _of_other_things(own)
    starting = next((t for t in own if start and start in edges(t.time)), None)
    ending = next((t for t in own if end and edges(t.time)[1] == end), None)
    lasting = next((t for t in own if duration and t.time.duration == duration), None)
    if ending and (doubt := _against("end", ending, () if told.moved else own)):
        end, ending, doubts = None, None, [*doubts, doubt]
    if lasting and (doubt := _against("duration", lasting, () if told.moved else own)):
        doubts.append(doubt)
    return Span(start, end, duration, tuple(doubts), *(t and t.time for t in (starting, ending, lasting)))


def _by_label(
    value: str | None, doubt: Doubt | None, labelled: Iterable[str | None]
) -> tuple[str | None, Doubt | None]:
    """What was agreed on; where the text tells more than one, what a label asks for, and that it is assumed."""
    asked = agreed(doubt.field, labelled)[0] if doubt else None
    return (asked, Doubt(*doubt[:3], assumed=True)) if doubt and asked else (value, doubt)


def _is_with(told: ToldTime, headed: Sequence[ToldTime]) -> bool:
    """Whether a time may stand beside the period of a heading: it changes that, tells it more precisely, or how long it
    lasts."""
    is_finer = told.time.kind == "range" and any(
        all(
            own and heads and own.startswith(heads)
            for own, heads in zip(edges(told.time), edges(one.time), strict=True)
        )
        for one in headed
    )
    return told in headed or is_finer or told.time.kind == "duration" or bool(told.tells & CHANGES)


def _against(field: str, chosen: ToldTime, times: Sequence[ToldTime]) -> Doubt | None:
    """What speaks against an end or a duration: an extension that the text tells after it and no day for, by some time
    of all; a length that may be that of a training."""
    longer = [t.time for t in times if "lengthens" in t.tells and chosen.time.char_start < t.time.char_start]
    if longer or (times and "outlasted" in chosen.tells):
        stated = edges(chosen.time)[1] if field == "end" else chosen.time.duration
        return Doubt(field, "the work was extended after that", (stated or "",), field != "end")
    if field == "duration" and "course" in chosen.tells:
        return Doubt(field, "a training or a visit may take that long, and not the project", (), True)
    return None


def _told(own: Iterable[ToldTime]) -> _Told:
    told = _Told([], [], [], [], [], [], [])
    paid_for = list[str | None]()  # extensions that an amount is for, and that are all that is told of the work
    for time, tells, *_ in own:
        first, last = edges(time)
        if "shifts" in tells:
            told.shifted.append(last)
        elif "moves" in tells:
            told.moved.append(last)
        elif time.kind == "range" and tells & {"starts", "ends"} and "/" not in (time.value or "/"):
            (told.starts if "starts" in tells else told.ends).append(first)  # "it started in the second half of 2021"
        elif time.kind == "range" and tells & {"runs", "runs!", "starts"}:
            told.starts.append(first)
            told.ends.append(last)
            told.ranges.append((first or "", last or ""))
        elif time.kind == "duration":
            if "lengthens" in tells:
                paid_for += [time.duration] if "lasts" in tells else []
            elif "lasts" in tells:
                told.durations.append(time.duration)
            elif "lasts?" in tells:
                told.lengths.append(time.duration)
        elif time.kind != "range":
            is_start = "starts" in tells or (time.kind == "since" and "runs" in tells)
            if is_start and time.kind != "until" and "ends" not in tells:
                told.starts.append(first)
            if "ends" in tells and time.kind != "since":
                told.ends.append(last)
    told.lengths.extend([] if any(told) else paid_for)
    return told


def _of_other_things(own: Iterable[ToldTime]) -> Iterator[Doubt]:
    """What is left open because the text says it of something else than the work."""
    perhaps = _told(t._replace(tells=frozenset(tell.rstrip("?") for tell in t.tells)) for t in own)
    for field, values in (("start", perhaps.starts), ("end", perhaps.ends)):
        candidates = tuple(dict.fromkeys(value for value in values if value))
        if candidates:
            yield Doubt(field, "the text does not say it of the project itself", candidates)


def _up_to(starts: Iterable[str | None], ranges: Sequence[tuple[str, str]]) -> list[str | None]:
    """The starts but for those after the end of a period that is told whole: something else began then."""
    ends, own = [last for _, last in ranges if last], {first for first, _ in ranges}
    return [start for start in starts if not start or not ends or start in own or start[:4] <= max(ends)[:4]]


def _from(ends: Iterable[str | None], ranges: Sequence[tuple[str, str]]) -> list[str | None]:
    """The ends but for those before the start of a period that is told whole: something else ended then."""
    starts, own = [first for first, _ in ranges if first], {last for _, last in ranges}
    return [end for end in ends if not end or not starts or end in own or end[:4] >= min(starts)[:4]]


def edges(time: Time) -> tuple[str | None, str | None]:
    """First and last part of an EDTF value: both ends of an interval, the value itself for a single date."""
    first, _, last = _stated(time).partition("/")
    return _known(first), _known(last or first)


def _stated(time: Time) -> str:
    """The EDTF value of a time, or what the text states although it ends before it begins: a project keeps that, and a
    check tells it."""
    reversed_ = (doubt.candidates for doubt in time.doubts if time.kind == "range" and len(doubt.candidates) == 1)
    return time.value or next((only for (only,) in reversed_), "")


def _known(part: str) -> str | None:
    return None if part in ("..", "") else part


def agreed(field: str, values: Iterable[str | None]) -> tuple[str | None, Doubt | None]:
    """The one value that is told, the more precise one of two that agree; a doubt where they do not."""
    all_told = dict.fromkeys(value for value in values if value)
    told = tuple(v for v in all_told if not any(other != v and other.startswith(v) for other in all_told))
    if len(told) > 1:
        return None, Doubt(field, "the text tells more than one", told)
    return next(iter(told), None), None
