"""Which of a section's amounts is the project's, and what each amount's sentence tells of its period and funder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.model import Doubt, Mention, Money, Organisation, Reading, Time
from pipeline.relate.cues import cue
from pipeline.relate.funding import (
    between,
    giver,
    giver_after,
    in_brackets_after,
    in_one_clause,
    is_donors,
    label,
    printed,
)

# "US$ 5 million in 2019", "between 2018 and 2022, … EUR 3 million": this near, a time belongs to the amount for sure
BESIDE = re.compile(r"[\s,(]*(in|for|over|during|from)?( the)?( years?| period)?[\s(]*", re.IGNORECASE)

NO_PERIOD = ("starts", "ends", "elsewhere")
SET_AGAINST = re.compile(r"\(|\b(from|than|against|versus|compared|while|whereas|but|after)\b", re.IGNORECASE)

# "NOK 160 million (about US$ 17 million)"
GLOSS = re.compile(
    r"\s*[(/=≈]\s*(about|around|some|roughly|approximately|approx\.?|or|(an |the )?equivalent (to|of)|ca\.?|c\.)?\s*"
)

# Below this (currency units) a figure that stands by itself may lack its scale.
SMALL = 1000


def project_amount(reading: Reading, donor: str | None) -> tuple[Money | None, Doubt | None]:
    """The amount that funds the project: what the donor is said to give, else what is said to be given by nobody
    else, else what the project is said to cost.

    Where none is said, or two amounts are, none is chosen and the doubt names them all.
    """
    figures = _figures(reading, donor)
    for said in _said_to_fund(figures, reading, donor):
        if said:
            return _agreed(said, "more than one amount is told as the project's funding")
    if figures:
        return None, Doubt("amount", "the text does not say whether this is the project's funding", _texts(figures))
    return None, None


def _figures(reading: Reading, donor: str | None) -> list[Money]:
    """The amounts that may have been given to the project; of the parts of an amount only the donor's."""
    money = reading.of(Money)
    return [
        m
        for m in money
        if m.amount is not None
        and not is_gloss(m, money)
        and not cue("not_funding").fits(m)
        and not cue("elsewhere").fits(m)
        and not (cue("part_of_it").fits(m) and not _comes_from_donor(m, reading, donor))
    ]


def _comes_from_donor(amount: Money, reading: Reading, donor: str | None) -> bool:
    who = giver_after(amount, reading)
    return who is not None and is_donors(who, donor)


def _said_to_fund(figures: Sequence[Money], reading: Reading, donor: str | None) -> Iterator[list[Money]]:
    """What the donor gives; what is given, by nobody else, with what is given or lent beside it; what the project
    costs; all figures where one is said to be what something is worth."""
    current = (figure for figure in figures if not cue("history").fits(figure))
    givers = {figure: giver(figure, reading) or label(figure, reading) for figure in current}
    yield [figure for figure, who in givers.items() if who and is_donors(who, donor)]
    anyones = [figure for figure, who in givers.items() if not (who and who.iso3 and not is_donors(who, donor))]
    costs = [figure for figure in anyones if cue("whole_cost").fits(figure)]
    shares = [figure for figure in anyones if cue("own_share").fits(figure)]
    sentences = {share.sentence_start for share in shares if not _is_labelled(share)}
    beside = [f for f in anyones if f.sentence_start in sentences and not givers[f] and f not in costs]
    money = [m for m in reading.of(Money) if m.amount is not None and not is_gloss(m, reading.of(Money))]
    lent = [m for m in money if m.sentence_start in sentences and cue("lent").fits(m)]
    yield [figure for figure in money if figure in shares or figure in beside or figure in lent]
    yield costs
    yield money if any(cue("worth").fits(figure) for figure in anyones) else []


def _is_labelled(amount: Money) -> bool:
    return amount.sentence[: amount.char_start - amount.sentence_start].rstrip().endswith(":")


def _agreed(money: Sequence[Money], otherwise: str) -> tuple[Money | None, Doubt | None]:
    if len({(m.amount, m.amount_max, m.currency) for m in money}) == 1:
        return money[0], None
    return None, Doubt("amount", otherwise, _texts(money))


def _texts(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(mention.text.split()) for mention in mentions))


def is_gloss(amount: Money, money: Iterable[Money]) -> bool:
    """Whether the amount repeats the one just before it in another currency: NOK 160 million (US$ 17 million)."""
    start = amount.char_start - amount.sentence_start
    for other in money:
        if other.sentence_start == amount.sentence_start and other.char_end <= amount.char_start:
            between = amount.sentence[other.char_end - other.sentence_start : start]
            if GLOSS.fullmatch(between):
                return other.currency != amount.currency
    return False


def told(reading: Reading, funders: Sequence[Organisation], donor: str | None) -> Reading:
    """The reading in which every amount carries the flow, period and funder that its own sentence tells."""
    funding: set[Money] = set()
    if reading.section.kind == "project":
        funding.update(*_said_to_fund(_figures(reading, donor), reading, donor))
    mentions = tuple(
        replace(
            _with_period(_of_known_scale(m), reading),
            flow=m.flow or ("project" if m in funding else None),
            funder=_funder(m, reading, funders, donor),
        )
        if isinstance(m, Money)
        else m
        for m in reading.mentions
    )
    return replace(reading, mentions=mentions)


def _of_known_scale(amount: Money) -> Money:
    """The amount, left open where a small figure stands all by itself, as the large type of an infographic sets it:
    its "million" may stand in another line."""
    if amount.amount is None or amount.amount >= SMALL or amount.sentence.strip() != amount.text:
        return amount
    candidates = tuple(f"{(amount.amount * scale).normalize():f}" for scale in (1, 1_000, 1_000_000))
    doubt = Doubt("amount", "it stands by itself, and its scale may stand elsewhere on the page", candidates)
    return replace(amount, amount=None, amount_max=None, doubts=(*amount.doubts, doubt))


def _with_period(amount: Money, reading: Reading) -> Money:
    if amount.period:  # its column's
        return amount
    here = [t for t in reading.of(Time) if t.sentence_start == amount.sentence_start and t.kind != "duration"]
    times = [
        time
        for time in here
        if (_is_period(time) or _leads_up(time, amount, reading))
        and in_one_clause(time, amount, reading)
        and not _labels_another(time, amount, reading)
        and not _goes_with_another(time, amount, reading)
    ]
    beside = [t for t in times if BESIDE.fullmatch(between(amount, t, reading))]
    if beside or cue("elsewhere").fits(amount):
        times = beside
    values = {t.value for t in times}
    if len(values) > 1:
        doubt = Doubt("period", "the sentence names more than one time", _texts(times))
        return replace(amount, doubts=(*amount.doubts, doubt))
    return replace(amount, period=values.pop() if values else None)


def _leads_up(time: Time, amount: Money, reading: Reading) -> bool:
    """Whether the amount follows the time at once: "more than in 2020 (EUR 2 million)"."""
    return (
        bool(time.value)
        and time.char_end <= amount.char_start
        and bool(BESIDE.fullmatch(between(time, amount, reading)))
    )


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
        and SET_AGAINST.search(between(amount, other, reading))
        for other in reading.of(Money)
    )


def _funder(amount: Money, reading: Reading, funders: Sequence[Organisation], donor: str | None) -> str | None:
    """Who is said to give the amount, else the donor or funder that it is labelled with, else the one funder that its
    sentence names. Another label may be that of who receives it."""
    names = {funder.name for funder in funders}
    who = giver(amount, reading)
    labelled = label(amount, reading) or in_brackets_after(amount, reading, names)
    if not who and labelled and (labelled.name in names or is_donors(labelled, donor)):
        who = labelled
    if who or labelled or cue("whole_cost").fits(amount):
        return printed(who) if who else None
    if cue("sums_up").fits(amount) and _has_giver_beside(amount, reading):
        return None
    here = [o for o in reading.of(Organisation) if o.name in names and o.sentence_start == amount.sentence_start]
    paying = {o.name: printed(o) for o in here if in_one_clause(o, amount, reading)}
    return paying.popitem()[1] if len(paying) == 1 else None


def _has_giver_beside(amount: Money, reading: Reading) -> bool:
    """Whether somebody is said to give another amount of the sentence: "EUR 1 million of the total of EUR 3 million
    comes from Ireland"."""
    beside = (m for m in reading.of(Money) if m.sentence_start == amount.sentence_start and m != amount)
    return any(giver(m, reading) for m in beside)


def _is_period(time: Time) -> bool:
    """Whether money may have been given in that time; when a project began or ended, and what a figure is compared
    with, are other matters."""
    return time.kind != "duration" and bool(time.value) and not any(cue(name).fits(time) for name in NO_PERIOD)
