"""Which of a section's amounts is the project's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from pipeline.model import Doubt, Money, Reading
from pipeline.relate.cues import cue
from pipeline.relate.funding import is_donors
from pipeline.relate.givers import giver, giver_after, label

NOT_FUNDING = ("change", "earned", "not_funding", "elsewhere")

# "NOK 160 million (about US$ 17 million)", "EUR 5 million grant (US$ 6 million)", "CHF 5 million, or US$ 5.5 million"
ABOUT = r"about|around|some|roughly|close to|nearly|approximately|approx\.?|or|(an |the )?equivalent (to|of)|ca\.?|c\."
GLOSS = re.compile(
    rf"\s*(([a-z]+\s*)?\(\s*({ABOUT})?|[/=≈]\s*({ABOUT})?|,\s*({ABOUT})"
    r"|([a-z]+)?,?\s*which (is|was) equivalent to( about)?)\s*"
)


def project_amount(reading: Reading, donor: str | None) -> tuple[Money | None, Doubt | None]:
    """The amount that funds the project: what the donor is said to give, else what is said to be given by nobody
    else, else what the project is said to cost.

    Where none is said, or two amounts are, or more is given than all costs, none is chosen and the doubt names them.
    """
    figures = _figures(reading, donor)
    said = next((amounts for amounts in _said_to_fund(figures, reading, donor) if amounts), None)
    if said:
        return _agreed(said, _costs(reading))
    if figures:
        return None, Doubt("amount", "the text does not say whether this is the project's funding", _texts(figures))
    return None, None


def said_to_fund(reading: Reading, donor: str | None) -> set[Money]:
    """All amounts that are said to be the project's in one way or another."""
    return {amount for amounts in _said_to_fund(_figures(reading, donor), reading, donor) for amount in amounts}


def _figures(reading: Reading, donor: str | None) -> list[Money]:
    """The amounts that may have been given to the project; of the parts of an amount only the donor's."""
    return [
        m
        for m in _amounts(reading)
        if not any(cue(name).fits(m) for name in NOT_FUNDING)
        and not (cue("part_of_it").fits(m) and not _comes_from_donor(m, reading, donor))
    ]


def _amounts(reading: Reading) -> list[Money]:
    """All amounts, each in one currency."""
    money = reading.of(Money)
    return [m for m in money if m.amount is not None and not is_gloss(m, money)]


def _comes_from_donor(amount: Money, reading: Reading, donor: str | None) -> bool:
    who = giver_after(amount, reading)
    return who is not None and is_donors(who, donor)


def _said_to_fund(figures: Sequence[Money], reading: Reading, donor: str | None) -> Iterator[list[Money]]:
    """What the donor gives; what is given, with what is given or lent beside it; what the project costs; all figures
    where one is said to be what something is worth.

    What a third party gives to a project of known cost is a part of it; whether that is the donor's is open where the
    donor is unknown. Money of another country never is.
    """
    current = (figure for figure in figures if not cue("history").fits(figure))
    givers = {figure: giver(figure, reading) or label(figure, reading) for figure in current}
    yield [figure for figure, who in givers.items() if who and is_donors(who, donor)]
    anyones = {figure: who for figure, who in givers.items() if not (who and who.iso3 and not is_donors(who, donor))}
    costs = [figure for figure in anyones if cue("whole_cost").fits(figure)]
    shares = [figure for figure in anyones if cue("own_share").fits(figure)]
    unnamed = [figure for figure, who in anyones.items() if not who and figure not in costs]
    are_parts = bool(costs) and all(anyones[share] for share in shares)
    yield _with_beside(shares, unnamed, reading) if not are_parts else []
    yield [*costs, *shares] if not donor else costs
    yield _amounts(reading) if any(cue("worth").fits(figure) for figure in anyones) else []


def _with_beside(shares: Sequence[Money], unnamed: Collection[Money], reading: Reading) -> list[Money]:
    """The shares with what is given or lent beside them, in their sentences or as another label of a list."""
    sentences = {share.sentence_start for share in shares if not _is_labelled(share)}
    has_labels = any(map(_is_labelled, shares))
    return [
        amount
        for amount in _amounts(reading)
        if amount in shares
        or (amount.sentence_start in sentences and (amount in unnamed or cue("lent").fits(amount)))
        or (has_labels and _is_labelled(amount) and cue("lent").fits(amount))
    ]


def _is_labelled(amount: Money) -> bool:
    return amount.sentence[: amount.char_start - amount.sentence_start].rstrip().endswith(":")


def _costs(reading: Reading) -> list[Money]:
    """What the project is said to cost, in every currency that it is told in."""
    costs = [m for m in _amounts(reading) if cue("whole_cost").fits(m)]
    return [m for m in reading.of(Money) if m in costs or is_gloss(m, costs)]


def _agreed(said: Sequence[Money], costs: Sequence[Money]) -> tuple[Money | None, Doubt | None]:
    if len({(m.amount, m.amount_max, m.currency) for m in said}) > 1:
        return None, Doubt("amount", "more than one amount is told as the project's funding", _texts(said))
    chosen = said[0]
    same = [m for m in costs if m.currency == chosen.currency]
    if same and (chosen.amount or 0) > sum((m.amount_max or m.amount or 0) for m in same):
        return None, Doubt("amount", "more is given than all is said to cost", _texts([chosen, *same]))
    return chosen, None


def _texts(money: Iterable[Money]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(amount.text.split()) for amount in money))


def is_gloss(amount: Money, money: Iterable[Money]) -> bool:
    """Whether the amount repeats the one just before it in another currency: NOK 160 million (US$ 17 million)."""
    start = amount.char_start - amount.sentence_start
    for other in money:
        if other.sentence_start == amount.sentence_start and other.char_end <= amount.char_start:
            between = amount.sentence[other.char_end - other.sentence_start : start]
            if GLOSS.fullmatch(between):
                return other.currency != amount.currency
    return False
