"""Which of a section's amounts is the project's, and what each amount's sentence tells of its period and funder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.model import Doubt, Mention, Money, Organisation, Reading, Time
from pipeline.relate.cues import cue
from pipeline.relate.funding import giver, is_donors, printed

# "US$ 5 million in 2019", "between 2018 and 2022, … EUR 3 million": this near, a time belongs to the amount for sure
BESIDE = re.compile(r"[\s,(]*(in|for|over|during|from)?( the)?( years?| period)?[\s(]*", re.IGNORECASE)


def project_amount(reading: Reading, donor: str | None) -> tuple[Money | None, Doubt | None]:
    """The amount that funds the project: what the donor is said to give, else what is said to be given by nobody
    else, else what the project is said to cost.

    Where none is said, or two amounts are, none is chosen and the doubt names them all.
    """
    money = reading.of(Money)
    figures = [m for m in money if m.amount is not None and not is_gloss(m, money) and not _is_of_something_else(m)]
    givers = {figure: giver(figure, reading) for figure in figures}
    donors = [figure for figure, who in givers.items() if who and is_donors(who, donor)]
    anyones = [figure for figure, who in givers.items() if not (who and who.iso3 and not is_donors(who, donor))]
    for said in (donors, *([m for m in anyones if cue(role).fits(m)] for role in ("own_share", "whole_cost"))):
        if said:
            return _agreed(said, "more than one amount is told as the project's funding")
    if figures:
        return None, Doubt("amount", "the text does not say whether this is the project's funding", _texts(figures))
    return None, None


def _is_of_something_else(amount: Money) -> bool:
    return cue("not_funding").fits(amount) or cue("earlier").fits(amount)


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
            if re.fullmatch(
                r"\s*[(/=≈]\s*(about|around|some|roughly|approximately|or|equivalent to|ca\.?|c\.)?\s*", between
            ):
                return other.currency != amount.currency
    return False


def with_period_and_funder(reading: Reading, funders: Sequence[Organisation]) -> Reading:
    """The reading in which every amount carries the period and the funder that its own sentence tells."""
    mentions = tuple(_told(m, reading, funders) if isinstance(m, Money) else m for m in reading.mentions)
    return replace(reading, mentions=mentions)


def _told(amount: Money, reading: Reading, funders: Sequence[Organisation]) -> Money:
    times = [
        t for t in reading.of(Time) if t.sentence_start == amount.sentence_start and t.kind != "duration" and t.value
    ]
    beside = [t for t in times if BESIDE.fullmatch(_between(amount, t, reading.section.content))]
    values = {t.value for t in beside or times}
    paying = {printed(o) for o in funders if o.sentence_start == amount.sentence_start}
    who = giver(amount, reading)
    doubts = amount.doubts
    if len(values) > 1:
        doubts = (*doubts, Doubt("period", "the sentence names more than one time", _texts(beside or times)))
    return replace(
        amount,
        period=values.pop() if len(values) == 1 else None,
        funder=printed(who) if who else paying.pop() if len(paying) == 1 else None,
        doubts=doubts,
    )


def _is_period(time: Time) -> bool:
    """Whether money may have been given in that time; when a project began or ended is another matter."""
    return time.kind != "duration" and bool(time.value) and not (cue("starts").fits(time) or cue("ends").fits(time))


def _between(one: Mention, other: Mention, text: str) -> str:
    first, second = sorted((one, other), key=lambda mention: mention.char_start)
    return text[first.char_end : second.char_start]
