"""What the donor gave beyond single projects: one row for each amount told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.ids import Register
from pipeline.model import Contribution, ContributionKind, Document, Doubt, Finding, Flow, Mention, Money, Reading, Time
from pipeline.relate.amounts import is_gloss
from pipeline.relate.contributors import contributor
from pipeline.relate.cues import cue

KINDS: dict[Flow, ContributionKind] = {
    "assessed": "assessed",
    "voluntary": "voluntary",
    "core": "core",
    "earmarked": "earmarked",
    "humanitarian": "humanitarian",
}

NOT_GIVEN = ("change", "earned", "asked")

# The rule by which a cell is read in a column that sums up others.
TOTAL_OF_TABLE = "total in a table"


def contributions(
    document: Document, reading: Reading, findings: Mapping[Mention, Finding], ids: Register
) -> Iterator[Contribution]:
    """The amounts of a section about contributions, each told once; those in front matter that are surely given."""
    money = [m for m in reading.of(Money) if m.amount is not None]
    for amount in money:
        if is_gloss(amount, money) or _is_repeated(amount, money, reading) or not _is_given(amount, reading):
            continue
        period, funder = _period(amount, reading), contributor(amount, reading, document)
        yield Contribution(
            id=ids.of(document.name, amount.sentence, amount.text, amount.char_start - amount.sentence_start),
            section=reading.section,
            kind=_kind(amount, money),
            amount=amount.amount,
            amount_max=amount.amount_max,
            currency=amount.currency,
            qualifier=amount.qualifier,
            period=amount.period,
            period_start=period.start if period else None,
            period_end=period.end if period else None,
            funder=funder.name,
            money=findings[amount],
            doubts=tuple(filter(None, (_yearly(amount), funder.doubt))),
        )


def _kind(amount: Money, money: Sequence[Money]) -> ContributionKind:
    """The kind that the sentence tells; total where it or a table says so, or where the amount is the sum of what is
    assessed and what is voluntary."""
    if amount.flow in KINDS:
        return KINDS[amount.flow]
    parts = [m for m in money if m.flow in ("assessed", "voluntary") and m.currency == amount.currency]
    is_sum = len({m.flow for m in parts}) == 2 and any(
        one.amount + other.amount == amount.amount
        for one in parts
        for other in parts
        if one.amount and other.amount and one.flow == "assessed" and other.flow == "voluntary"
    )
    return "total" if is_sum or amount.rule == TOTAL_OF_TABLE or cue("sums_up").fits(amount) else "other"


def _is_repeated(amount: Money, money: Sequence[Money], reading: Reading) -> bool:
    """Whether the amount stands in a heading of which the text says more."""
    below = (m for m in money if m.char_start > len(reading.section.heading) >= amount.char_end)
    return any((m.amount, m.currency) == (amount.amount, amount.currency) for m in below)


def _is_given(amount: Money, reading: Reading) -> bool:
    """Whether the amount is a contribution: not what something rose by or somebody earned, and in front matter of a
    kind that no project has; other figures there may be anybody's."""
    is_core_business = amount.flow in ("assessed", "voluntary", "core", "earmarked")
    is_apart = any(cue(name).fits(amount) for name in NOT_GIVEN)
    return not is_apart and (is_core_business or reading.section.kind == "contributions")


def _yearly(amount: Money) -> Doubt | None:
    """The doubt of an amount that is given each year, nobody knows in which years."""
    if amount.period or not cue("each_year").fits(amount) or any(doubt.field == "period" for doubt in amount.doubts):
        return None
    return Doubt("period", "it is an amount for each year, and the text does not say for which")


def _period(amount: Money, reading: Reading) -> Time | None:
    """The time that gave the amount its period: in its sentence, or over its column."""
    return next((time for time in reading.of(Time) if amount.period and time.value == amount.period), None)
