"""What the donor and other named givers gave beyond single projects: one row for each sum told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.model import Contribution, ContributionKind, Doubt, Flow, Reading, Time
from pipeline.relate.actors import Donor
from pipeline.relate.phrases import Phrase, Sentence
from pipeline.relate.roles import Played
from pipeline.relate.statements import statements

FLOWS: dict[str, Flow] = {
    "CORE": "core", "EARMARKED": "earmarked", "ASSESSED": "assessed", "HUMANITARIAN": "humanitarian",
    "VOLUNTARY": "voluntary", "LENT": "other",
}  # fmt: skip  # the more telling first: core voluntary funding is core
GIVEN = ("share", "part", "total", None)
ONE_YEAR = ("day", "month", "quarter", "year", "fiscal_year")


# ---------------------------------------------------------------------------------------------- whose words are these


def own_words(played: Played) -> tuple[Sequence[Phrase], Sequence[Phrase]]:
    """The phrases of a sentence that are an amount's own, before and after it: what stands between two amounts belongs
    to the second from the last "and", comma or semicolon on, else to the first."""
    phrases, place = played.sentence.phrases, played.place
    others = [i for i, p in enumerate(phrases) if "MONEY" in p.kinds and i != place and i not in played.glosses]
    before = max((i for i in others if i < place), default=-1)
    after = min((i for i in others if i > place), default=len(phrases))
    start = _cut(phrases, before, place) if before >= 0 else 0
    end = _cut(phrases, place, after) if after < len(phrases) else len(phrases)
    breaks = [i for i in range(place + 1, end) if phrases[i].text == ";" or phrases[i].kinds & {"BREAK", "PARTLY"}]
    end = breaks[0] if breaks else end
    openings = [
        i
        for i in range(start, place)
        if phrases[i].text == ";" or ("BREAK" in phrases[i].kinds and phrases[i].text != ",")
    ]
    start = openings[-1] + 1 if openings else start
    return phrases[start:place], phrases[place + 1 : end]


def _cut(phrases: Sequence[Phrase], first: int, second: int) -> int:
    for mark in ((";", "and", "plus", "with", "while", "but"), (",", "("), ("of which", "including")):
        places = [i for i in range(first + 1, second) if phrases[i].text in mark]
        if places:
            return places[-1]
    return second


# ------------------------------------------------------------------------------------------------------ kind and period


def flow(played: Played, earlier: Sequence[Sentence], heading: Sequence[Sentence]) -> Flow | None:
    """What kind of money it is, by its own words, else by what its sentence begins with, else by the sentences before
    it in its paragraph, else by the heading."""
    before, after = own_words(played)
    opening = played.sentence.phrases[: next(i for i, p in enumerate(played.sentence.phrases) if "MONEY" in p.kinds)]
    near = next((i for i, p in enumerate(after) if p.text == ","), len(after))
    if any("TOTAL" in p.kinds for p in after[: min(near, 4)]) and not any(p.kinds & FLOWS.keys() for p in after[:near]):
        return None  # "in total approvals, while core funding fell"
    scopes = [
        after[:near],
        before,
        after[near:],
        opening,
        *(s.phrases[:5] for s in earlier[-1:] if not any("MONEY" in p.kinds for p in s.phrases)),
        *(s.phrases for s in heading),
    ]
    for scope in scopes:
        kinds = {kind for phrase in scope for kind in phrase.kinds}
        if "MIXED" in kinds and not kinds & FLOWS.keys():
            return None
        if found := next((flow for kind, flow in FLOWS.items() if kind in kinds), None):
            return found
    return None


def period(
    played: Played, earlier: Sequence[Played], heading: Sequence[Sentence], in_project: bool
) -> tuple[Time | None, str | None, Doubt | None]:
    """The time in which an amount was given and its EDTF value, by its own words, else by what its sentence begins
    with, else by the heading above; a doubt where they tell more than one."""
    before, after = own_words(played)
    sentence = played.sentence
    first = next(i for i, p in enumerate(sentence.phrases) if "MONEY" in p.kinds)
    opening = sentence.phrases[:first] if first < played.place else ()
    yearly = any("YEARLY" in p.kinds for p in (*before[-4:], *after[:4])) or (
        len(after) > 1 and "EACH" in after[0].kinds and "YEAR" in after[1].kinds
    )
    scopes: list[Sequence[Phrase]] = [after, before, opening]
    if not in_project:
        scopes += (
            [s.phrases for s in heading]
            if not any("same period" in " ".join(p.text for p in after) for _ in (0,))
            else []
        )
    for number, scope in enumerate(scopes):
        source = sentence if number < 3 else heading[number - 3]
        times = [p for p in scope if _may_hold(p, source) or (source is sentence and _leads_up(p, played))]
        nearest = times[:1] if scope is after else times[-1:]
        if not times:
            continue
        values = {p.mention.value for p in times}
        if len(values) > 1 and not (scope is after and after and after[0] is times[0]):
            beside = [p for p in times if _beside(p, played)]
            if len({p.mention.value for p in beside}) != 1:
                return (
                    None,
                    None,
                    Doubt(
                        "period",
                        "the sentence names more than one time",
                        tuple(dict.fromkeys(" ".join(p.mention.text.split()) for p in times)),
                    ),
                )
            nearest = beside[:1]
        time = nearest[0].mention
        if yearly and time.kind not in ONE_YEAR:
            return (
                None,
                None,
                Doubt("period", "it is an amount for each year, not for all of them", (" ".join(time.text.split()),)),
            )
        return time, time.value, None
    if earlier and earlier[-1].sentence is sentence and earlier[-1].period and played.role != "part":
        time = earlier[-1].time
        reason = "the time may be that of the amount before it alone"
        return None, None, Doubt("period", reason, (" ".join(time.text.split()),) if time else ())
    if yearly:
        return None, None, Doubt("period", "it is an amount for each year, and the text does not say for which")
    return None, None, None


def _leads_up(phrase: Phrase, played: Played) -> bool:
    """Whether the amount follows a time at once: "more than in 2020 (EUR 2 million)"."""
    time = phrase.mention
    return (
        isinstance(time, Time)
        and time.kind in ONE_YEAR
        and phrase.start < played.money.char_start
        and _beside(phrase, played)
    )


def _beside(phrase: Phrase, played: Played) -> bool:
    phrases = played.sentence.phrases
    place = next((i for i, p in enumerate(phrases) if p is phrase), None)
    if place is None:
        return False
    first, second = sorted((place, played.place))
    return all(
        p.text in ("in", "for", "over", "during", "from", "the", "(", ",", ":", "period", "years", "year")
        for p in phrases[first + 1 : second]
    )


def _may_hold(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether money may have been given in that time: it is none on which something was signed or said or fell due."""
    time = phrase.mention
    if not isinstance(time, Time) or not time.value or time.kind in ("duration", "day"):
        return False
    place = next(i for i, p in enumerate(sentence.phrases) if p is phrase)
    tells = {s.tells for kind in ("TIME", time.kind.upper()) for s in statements(sentence, place, kind)}
    return not tells & {"apart", "counted"}


# --------------------------------------------------------------------------------------------------------------- rows


def contributions(
    reading: Reading, all_sentences: Sequence[Sentence], all_played: Sequence[Played], donor: Donor, ids
) -> Iterator[Contribution]:
    """The sums of a section that somebody gave, each told once."""
    is_front = reading.section.kind != "contributions"
    heading = [s for s in all_sentences if s.in_heading]
    for played in all_played:
        if played.role not in GIVEN or _is_anybodys(played) or (played.money.amount or 0) <= 0:
            continue
        if is_front and played.role is None:
            continue
        funder, doubt = contributor(played, heading, donor)
        if is_front and not (
            any(donor.is_side(a) for a in played.givers)
            or played.flow in ("assessed", "voluntary", "core", "earmarked")
        ):
            continue
        time = played.time
        yield Contribution(
            id=ids(played.money),
            section=reading.section,
            kind=_kind(played, all_played),
            money=played.money,
            period=played.period,
            period_start=time.start if time else None,
            period_end=time.end if time else None,
            funder=funder,
            doubts=tuple(filter(None, (doubt,))),
        )


def _is_anybodys(played: Played) -> bool:
    return any(s.tells == "many" for s in played.told) and not played.givers


def _kind(played: Played, all_played: Sequence[Played]) -> ContributionKind:
    parts = [p for p in all_played if p.of is played and p.role == "part"]
    is_sum = sum(p.money.amount or 0 for p in parts) >= (played.money.amount or 0) * Decimal("0.99")
    if is_sum and len({p.flow for p in parts} - {None}) > 1:
        return "total"
    if played.flow and played.flow not in ("project",):
        return played.flow
    says_total = any("TOTAL" in p.kinds for p in (*own_words(played)[0], *own_words(played)[1][:3]))
    return "total" if (played.role == "total" or says_total) else "other"


def contributor(played: Played, heading: Sequence[Sentence], donor: Donor) -> tuple[str | None, Doubt | None]:
    """Who gave an amount: whom the text says; else the donor, where the sentence or the heading names it and nobody
    else, or where the sentence speaks of a gift, which is told as assumed. Left open where another may have given it."""
    if len(played.givers) == 1:
        return played.givers[0].name, None
    if played.givers:
        return None, Doubt("funder", "several give it together", tuple(a.name for a in played.givers))
    if not donor.name:  # a document without a donor is told of once
        return None, None
    sentence = played.sentence
    if _names(sentence, donor):
        others = _rivals(played, donor)
        joint = Doubt("funder", "it is named together with others", (donor.name, *others), assumed=True)
        return donor.name, joint if others else None
    if others := _rivals(played, donor):
        return None, Doubt("funder", "another than the donor may have given it", (donor.name, *others))
    if played.takers and not any(_names(s, donor) for s in heading):
        return None, Doubt("funder", "the text does not say who gave it", (donor.name,))
    if any(_names(s, donor) for s in heading) and not any(
        _named(p, donor) for s in heading for p in s.phrases if "SUBJ" in p.kinds
    ):
        return donor.name, None
    kinds = {kind for s in (sentence, *heading) for p in s.phrases for kind in p.kinds}
    if "LENT" in kinds or not kinds & {"GIFT", "GIVE"}:
        return None, Doubt("funder", "the text does not say who gave it", (donor.name,))
    return donor.name, Doubt("funder", "its sentence does not name who gives", (), assumed=True)


OURS = frozenset({"we", "our", "us", "its"})


def _names(sentence: Sentence, donor: Donor) -> bool:
    """Whether a sentence speaks of the donor, its people or one of its agencies."""
    return any(p.text in OURS or any(map(donor.is_side, p.actors)) for p in sentence.phrases)


def _named(phrase: Phrase, donor: Donor) -> tuple[str, ...]:
    return tuple(a.name for a in phrase.actors if not donor.is_side(a))


def _rivals(played: Played, donor: Donor) -> tuple[str, ...]:
    """Who else may have given it: all whom the amount's clause names but those to whom, for whom or where it was given."""
    sentence, found = played.sentence, []
    for place, phrase in enumerate(sentence.phrases):
        before = sentence.phrases[place - 1].text if place else ""
        gives = ("SUBJ" in phrase.kinds and before != "(") or before in ("from", "by")
        if not gives or _is_apart(sentence, place, played.place):
            continue
        told = [s.tells for kind in phrase.kinds & {"WHO", "PLACE", "NAMED"} for s in statements(sentence, place, kind)]
        if not any(t in ("gets", "spends") or t.startswith("there") for t in told):
            found += _named(phrase, donor)
    return tuple(dict.fromkeys(found))


def _is_apart(sentence: Sentence, one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return any("BREAK" in p.kinds for p in sentence.phrases[first:second])
