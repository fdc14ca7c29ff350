"""The time in which an amount was given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from pipeline.language.function_words import AND, GOES_ON
from pipeline.language.lexicon import by_language, word_set, words
from pipeline.model import Doubt, Time
from pipeline.relate.clauses import Clause, clause
from pipeline.relate.givers import RESPECTIVELY
from pipeline.relate.phrases import Phrase, Sentence, phrase_at
from pipeline.relate.played import Played
from pipeline.relate.statements import statements

ONE_YEAR = ("day", "month", "quarter", "year", "fiscal_year")
BESIDE = by_language(lambda: frozenset(words("function_words", "beside a period")) | {"(", ",", ":"})
SAME, OF_PERIOD = word_set("function_words", "same"), word_set("function_words", "of a period")
SPANS, WITHIN_SPAN = word_set("function_words", "before a span"), word_set("function_words", "within a span")
NEAR = 4  # phrases
OPENING = 2  # phrases: "in 2022"
WITHOUT_YEAR = "its own time is told without a year"


class Period(NamedTuple):
    """The time that an amount was given in, or why it is open."""

    time: Time | None = None
    doubt: Doubt | None = None


Scope = tuple[Sequence[Phrase], Sentence]


def period(
    played: Played,
    earlier: Sequence[Played],
    heads: Sequence[Scope],
    heading: Sequence[Sentence],
    before: Sequence[Sentence] = (),
) -> Period:
    """The time of an amount: by its own words, else by what heads its cell (`heads`), else by what its sentence begins
    with, else by the heading above, else by what the sentence before it begins with (`before`: those of its paragraph),
    which is told as assumed; open where they tell more than one, one of several years for what is given each
    year, or one above an amount that has a time of its own without a year."""
    own, sentence = clause(played), played.sentence
    if each := _respective(played):
        return Period(each)
    told = [(own.after, sentence), (own.before, sentence), *heads, (own.opening, sentence)]
    scopes = [*told, *((s.phrases, s) for s in heading)]
    for scope, source in scopes:
        times = [p for p in scope if _may_hold(p, source) or (source is sentence and _leads_up(p, played))]
        if not times:
            continue
        chosen = _chosen(times, own, scope, played)
        if chosen and chosen.kind == "until" and not played.is_cell:
            times = [p for part in own for p in part if p.time is chosen or _may_hold(p, sentence)]
            chosen = chosen if len({p.time for p in times}) == 1 else None  # "In 2021 it gave EUR 3 million until 2024"
        if chosen is None:
            return Period(doubt=Doubt("period", "the sentence names more than one time", _texts(times)))
        is_above = scope is own.opening or source.in_heading
        doubt = _against(chosen, own, _own_or_wholes(played, own) if is_above else "")
        return Period(doubt=doubt) if doubt else Period(_year_of(chosen) if source is sentence else chosen)
    found = _taken_over(own, played, earlier)
    return found if found != Period() or played.role == "part" else _of_sentence_before(played, before)


def counted(played: Played) -> Period:
    """That years are told which an amount is given over, by their number alone: "EUR 3 million over four years"."""
    years = _spread(clause(played), None) if played.role != "part" else ""
    reason = "the text does not tell the years that it is given over"
    return Period(doubt=Doubt("period", reason, (years,)) if years else None)


def _year_of(time: Time) -> Time:
    """The year that a gift of a day or month counts for: "In June 2006 the board decided on EUR 3 million"."""
    if time.kind not in ("day", "month") or not time.value:
        return time
    year = time.value[:4]
    return replace(time, value=year, start=f"{year}-01-01", end=f"{year}-12-31")


def _respective(played: Played) -> Time | None:
    """Its own of as many times as there are amounts before them: "EUR 3 and 4 million in 2018 and 2019,
    respectively"."""
    phrases = played.sentence.phrases
    if not any(p.text in RESPECTIVELY() for p in phrases):
        return None
    amounts = [i for i, p in enumerate(phrases) if "MONEY" in p.kinds]
    times = [p.time for p in phrases[amounts[-1] :] if p.time and p.time.value]
    return times[amounts.index(played.place)] if len(times) == len(amounts) > 1 else None


def _against(chosen: Time, own: Clause, undated: str) -> Doubt | None:
    """What speaks against a time; one that leads up to an amount is none where the amount has its own (`undated`)."""
    text = " ".join(chosen.text.split())
    if _is_yearly(own) and chosen.kind not in ONE_YEAR:
        return Doubt("period", "it is an amount for each year, not for all of them", (text,))
    if chosen.kind in ONE_YEAR and (longer := _spread(own, chosen)):
        return Doubt("period", "it is given over a longer time than the one named", (text, longer))
    if undated:
        return Doubt("period", WITHOUT_YEAR, (text, undated))
    return None


def _taken_over(own: Clause, played: Played, earlier: Sequence[Played]) -> Period:
    """The time of another amount where the words of this one name none: that of the whole, or of the one before."""
    whole = played.of.period if played.role == "part" and played.of else None
    if whole and (undated := _undated(own)):
        return Period(doubt=Doubt("period", WITHOUT_YEAR, (whole, undated)))
    again = _same(own, earlier)
    if _is_yearly(own) and not again and played.role not in ("rate", "part"):
        return Period(doubt=Doubt("period", "it is an amount for each year, and the text does not say for which"))
    goes_on = (
        not again
        and earlier
        and earlier[-1].sentence is played.sentence
        and played.role not in ("part", "same", "rate")
    )
    before = earlier[-1].time if goes_on else None
    if before and before.char_start >= played.sentence.start:
        reason = "the time may be that of the amount before it alone"
        return Period(doubt=Doubt("period", reason, (" ".join(before.text.split()),)))
    return Period(again)


def shared(amounts: Sequence[Played]) -> None:
    """An amount whose own words tell no time has that with which the list of it ends, which is told as assumed: "EUR 4
    million to UNICEF and EUR 2 million to UNHCR in 2022"."""
    for one, following in reversed(list(pairwise(amounts))):
        is_open = not one.period and all(doubt.field != "period" for doubt in one.doubts)
        if is_open and following.sentence is one.sentence and one.role == following.role == "share":
            between = one.sentence.phrases[one.place : following.place]
            is_listed = between[-1].text in AND() and not any(p.kinds & {"BREAK", "AUX", "TIME"} for p in between)
            if is_listed and following.time and following.time.char_start > following.money.char_start:
                doubt = Doubt("period", "it is the time with which the list of it ends", (), True)
                one.time, one.period, one.doubts = following.time, following.period, (*one.doubts, doubt)


def _of_sentence_before(played: Played, before: Sequence[Sentence]) -> Period:
    """The time that the sentence before begins with, where this one goes on to tell of its subject what it did then:
    "In 2022 Ireland was the tenth-largest donor. It gave EUR 3 million"."""
    phrases = played.sentence.phrases[: played.place]
    is_then = not any("HAVE" in p.kinds or p.kinds & {"WILL", "PREP"} == {"WILL"} for p in phrases)
    goes_on = phrase_at(phrases, 0).text in GOES_ON() and is_then
    times = [p.time for s in before[-1:] for p in s.phrases[:OPENING] if p.time and _may_hold(p, s)]
    if not goes_on or len(times) != 1:
        return Period()
    reason = "its sentence tells no time, and the one before it begins with this one"
    return Period(_year_of(*times), Doubt("period", reason, (), True))


def _same(own: Clause, earlier: Sequence[Played]) -> Time | None:
    """The time of the amount before, where the clause takes it up: "in the same year"."""
    texts = [p.text for p in (*own.before, *own.after)]
    takes_up = any({one, other} & SAME() and {one, other} & OF_PERIOD() for one, other in pairwise(texts))
    return next((p.time for p in reversed(earlier) if p.time), None) if takes_up else None


def _is_yearly(own: Clause) -> bool:
    after = own.after
    each_year = len(after) > 1 and "EACH" in after[0].kinds and "YEAR" in after[1].kinds
    return each_year or any("YEARLY" in p.kinds for p in (*own.before[-NEAR:], *after[:NEAR]))


def _spread(own: Clause, time: Time | None) -> str:
    """Over how many years an amount is given, as the text has it: "EUR 30 million over three years", "in four
    instalments"; of a sentence that begins with it no amount which a time of its own follows: "Over three years: EUR
    30 million in 2017"."""
    if instalments := next((p.text for p in own.after if "TRANCHES" in p.kinds), ""):
        return instalments
    is_apart = any(phrase.time is time for phrase in own.after[:2])
    for scope in (own.after, *(() if is_apart else (own.before, own.opening))):
        for place, phrase in enumerate(scope):
            if phrase.time and _is_span(phrase.time, scope, place):
                return " ".join(phrase.time.text.split())
    return ""


def _is_span(time: Time, scope: Sequence[Phrase], place: int) -> bool:
    """Whether a time tells over how many years money is given, and not how long work takes."""
    years = re.match(r"P(\d+)Y", time.duration or "")
    if not years or int(years[1]) == 1:
        return False
    before = [p.text for p in scope[:place] if p.text not in WITHIN_SPAN()][-1:]
    following = {kind for p in scope[place : place + 3] for kind in p.kinds}
    is_works = bool(following & {"PROJECT", "GIFT"})  # "for a three-year project"
    is_gifts = "GIFT" in following and "PROJECT" not in following  # "a three-year grant"
    return is_gifts if SPANS().isdisjoint(before) else not is_works


def _own_or_wholes(played: Played, own: Clause) -> str:
    """A time without a year of an amount, or of the sum that it is a part of."""
    return _undated(own) or (_undated(clause(played.of)) if played.role == "part" and played.of else "")


def _undated(own: Clause) -> str:
    """A time of its own that names no year: "in the fourth quarter", "over the last ten years", "a year earlier",
    "since the work began"."""
    for phrases in (own.before, own.after):
        for one, following in pairwise((*phrases, *phrases[-1:])):
            if "EARLIER" in one.kinds and following.time and following.time.kind == "duration":
                return f"{one.text} {following.text}"
            goes_on = "OPENS" in one.kinds and following.kinds & {"BE", "AUX", "HAVE", "GIVE"}  # "has since been paid"
            if "UNDATED" in one.kinds and not goes_on:
                return one.text
    return ""


def _chosen(times: Sequence[Phrase], own: Clause, scope: Sequence[Phrase], played: Played) -> Time | None:
    """The nearest time; None where several are told and none stands beside the amount."""
    nearest = times[0] if scope is own.after else times[-1]
    if len({p.time.value for p in times if p.time}) == 1:
        return nearest.time
    if _is_listed(nearest, times, played.sentence):
        return None
    beside = [p.time for p in times if p.time and _is_beside(p, played)]
    return beside[0] if len({time.value for time in beside}) == 1 else None


def _is_listed(one: Phrase, times: Sequence[Phrase], sentence: Sentence) -> bool:
    """Whether a time is one of several that are joined: "for 2020 and 2021", "in 2019, 2020 and 2021"."""
    places = [place for p in times if (place := sentence.place(p)) is not None]
    place = sentence.place(one)
    return any(
        place in (first, second) and second == first + 2 and sentence.phrases[first + 1].text in AND() | {","}
        for first, second in pairwise(places)
    )


def _texts(times: Sequence[Phrase]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(p.time.text.split()) for p in times if p.time))


def _leads_up(phrase: Phrase, played: Played) -> bool:
    """Whether the amount follows a time at once: "more than in 2020 (EUR 2 million)"."""
    is_year = phrase.time is not None and phrase.time.kind in ONE_YEAR
    return is_year and phrase.start < played.money.char_start and _is_beside(phrase, played)


def _is_beside(phrase: Phrase, played: Played) -> bool:
    place = played.sentence.place(phrase)
    if place is None:
        return False
    first, second = sorted((place, played.place))
    return all(p.text in BESIDE() for p in played.sentence.phrases[first + 1 : second])


def _may_hold(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether money may have been given in that time: it is none on which something was signed or said or fell due."""
    time = phrase.time
    if time is None or not time.value or time.kind == "duration":
        return False
    place = next(i for i, p in enumerate(sentence.phrases) if p is phrase)
    tells = {s.tells for kind in ("TIME", time.kind.upper()) for s in statements(sentence, place, kind)}
    is_event = time.kind not in ("range", "since", "until") and tells & {"starts", "ends"}
    is_apart = is_event or tells & {"apart", "event", "counted"} or _in_aside(place, sentence.phrases)
    return "given" in tells or not is_apart


def _in_aside(place: int, phrases: Sequence[Phrase]) -> bool:
    """Whether a time stands in a clause between commas that tells something else of a name and of no gift: "the storm,
    which made landfall in 2019, …"."""
    before = [*takewhile(lambda p: p.text != ",", reversed(phrases[:place]))]
    after = [*takewhile(lambda p: p.text != ",", phrases[place:])]
    edges = (phrase_at(phrases, place - len(before) - 1), phrase_at(phrases, place + len(after)))
    is_clause = any("RELATIVE" in p.kinds for p in before[-1:]) and all(p.text == "," for p in edges)
    return is_clause and not any(p.kinds & {"GIFT", "MONEY"} for p in (*before, *after))
