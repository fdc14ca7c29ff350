"""Whose words are whose: which phrases of a sentence are an amount's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language.function_words import WITH
from pipeline.language.lexicon import word_set
from pipeline.relate.phrases import Phrase, phrase_at
from pipeline.relate.played import Played

PARTS = word_set("function_words", "parts clauses")


class Clause(NamedTuple):
    """The phrases that are an amount's own, before and after it; `opening` is what its sentence begins with, up to the
    first amount."""

    before: Sequence[Phrase]
    after: Sequence[Phrase]
    opening: Sequence[Phrase]


def clause(played: Played) -> Clause:
    """An amount's own words: what stands between two amounts belongs to the second from the last mark on, else to the
    first; no clause, and nothing that is said of a part of it, comes in."""
    phrases, place = played.sentence.phrases, played.place
    amounts = [i for i, p in enumerate(phrases) if "MONEY" in p.kinds]
    others = [i for i in amounts if i not in played.glosses]
    before = max((i for i in others if i < place), default=None)
    after = min((i for i in others if i > place), default=len(phrases))
    start = 0 if before is None else _cut(phrases, before, place)
    end = _cut(phrases, place, after) if after < len(phrases) else len(phrases)
    ends = [i for i in range(place + 1, end) if phrases[i].kinds & {"BREAK", "PARTLY"}]
    ends = ends[1:] if ends and _is_its_own(phrases, ends[0], place) else ends
    begins = [i for i in range(start, place) if _begins(phrases, i)]
    start = begins[-1] + 1 if begins else start
    opening = phrases[: amounts[0]]
    return Clause(phrases[start:place], phrases[place + 1 : ends[0] if ends else end], opening)


def _begins(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a clause begins behind a phrase: a break, or a colon before a time ("a fund: in 2021 it gave")."""
    is_timed = "PREP" in phrase_at(phrases, i + 1).kinds and "TIME" in phrase_at(phrases, i + 2).kinds
    return ("BREAK" in phrases[i].kinds and phrases[i].text != ",") or (is_timed and phrases[i].text == ":")


def _is_its_own(phrases: Sequence[Phrase], end: int, place: int) -> bool:
    """Whether what begins there tells more of the amount: "the EUR 3 million that Ireland gave in 2021", "EUR 2 million
    of which was core"."""
    follows = end == place + 1
    is_verb = bool(phrase_at(phrases, end + 1).kinds & {"BE", "AUX"})
    return follows and ("RELATIVE" in phrases[end].kinds or is_verb)


def _cut(phrases: Sequence[Phrase], first: int, second: int) -> int:
    """Where what stands between two amounts parts: at the last of the first of these that is there. The "with" that
    leads up to an amount parts nothing: "core resources with a total of EUR 3 million"."""
    near = next((i for i in range(second - 1, first, -1) if "ABOUT" not in phrases[i].kinds), second)
    leads = near if phrases[near].text in WITH() else second
    for marks in (PARTS() | {";"}, {","}, {"("}):
        places = [i for i in range(first, second) if phrases[i].text in marks and i != leads]
        if places:
            return places[-1]
    return second
