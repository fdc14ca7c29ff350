"""What kind of contribution an amount is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from pipeline.language.function_words import AND, OF, THE
from pipeline.model import Flow, Quantity
from pipeline.relate.clauses import clause
from pipeline.relate.phrases import Phrase, Sentence
from pipeline.relate.played import Played

# The more telling first: voluntary core funding is core.
FLOWS: dict[str, Flow] = {
    "CORE": "core",
    "EARMARKED": "earmarked",
    "ASSESSED": "assessed",
    "HUMANITARIAN": "humanitarian",
    "VOLUNTARY": "voluntary",
    "LENT": "other",
}
KINDS = frozenset({*FLOWS, "MIXED"})
REACH = 3  # phrases: "voluntary, earmarked", "core Global Fund donors"
FAR = 1000
BEGINNING = 5  # phrases of a sentence that it is about: "Voluntary core contributions are a pool …"


def flow(played: Played, earlier: Sequence[Sentence], heading: Sequence[Sentence]) -> Flow | None:
    """What kind of money it is: by the nearest of its own words, else by what its sentence begins with, else by the
    sentence before it in its paragraph that tells of no amount, else by the heading. None where they name several."""
    begins = len(clause(played).opening)
    before, after, opening = (_without_people(_without_asides(part)) for part in clause(played))
    near = next((i for i, phrase in enumerate(after) if phrase.text == ","), len(after))
    if any(says_total(own) and not any(p.kinds & FLOWS.keys() for p in own) for own in (before, after[: min(near, 4)])):
        return None  # "in total approvals, while core funding fell"
    back = before[::-1]
    apart = next((i for i, phrase in enumerate(back) if phrase.text == ","), len(back))
    beside = sorted((after[:near], back[:apart]), key=_first)
    has_own_words = any(p.kinds & {"GIVE", "GET"} for p in before) or says_total(before)
    stands_alone = played.place > begins and has_own_words
    scopes: list[Sequence[Phrase]] = [*beside, after[near:], back[apart:], () if stands_alone else opening[::-1]]
    scopes += [s.phrases[:BEGINNING] for s in earlier[-1:] if "MONEY" not in s.kinds]
    for scope in (*scopes, *(s.phrases for s in heading)):
        first = _first(scope)
        if first < FAR:
            is_rate = any(isinstance(p.mention, Quantity) and p.mention.unit == "%" for p in scope[:first])
            if "MIXED" in scope[first].kinds or is_rate or _ends_list(scope[first], played.sentence):
                return None  # "EUR 5 million, 60 per cent of it core"
            named = takewhile(lambda phrase: "BE" not in phrase.kinds, scope[first : first + REACH])
            kinds = {kind for phrase in named for kind in phrase.kinds}
            return next((flow for kind, flow in FLOWS.items() if kind in kinds), None)
    return "project" if any("ACTION" in p.kinds for p in (*before, *after)) else None


def says_total(phrases: Sequence[Phrase]) -> bool:
    """Whether an amount is said to be a total; what is "of the total" is none."""
    before: str = ""
    for phrase in phrases:
        if "TOTAL" in phrase.kinds and before not in OF():
            return True
        before = before if phrase.text in THE() else phrase.text
    return False


def _ends_list(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether relief is the last of several things that are paid for: "for schools, clinics and emergency aid"."""
    before = sentence.phrases[: sentence.place(phrase)][-1:]
    return "HUMANITARIAN" in phrase.kinds and any(p.text in AND() for p in before)


def _without_asides(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """The phrases, without what something is given besides: "Besides its core contribution, it gave EUR 3 million"."""
    is_aside = False
    for phrase in phrases:
        is_aside = "ASIDE" in phrase.kinds or (is_aside and phrase.text != ",")
        if not is_aside:
            yield phrase


def _without_people(all_phrases: Iterable[Phrase]) -> Sequence[Phrase]:
    """The phrases, without those that tell what kind of giver or partner somebody is: "core donors of the fund"."""
    phrases = list(all_phrases)
    return [
        p for i, p in enumerate(phrases) if p.kinds.isdisjoint(KINDS) or not _are_people(phrases[i : i + 1 + REACH])
    ]


def _are_people(following: Sequence[Phrase]) -> bool:
    noun = takewhile(lambda p: p.kinds.isdisjoint({"PREP", "MONEY", "BREAK", "BE"}) and p.text != ",", following)
    kinds = [p.kinds & {"DONORS", "PARTNERS", "GIFT"} for p in noun]
    return any(kinds) and not any("GIFT" in told for told in kinds)


def _first(scope: Sequence[Phrase]) -> int:
    return next((i for i, phrase in enumerate(scope) if phrase.kinds & KINDS), FAR)
