"""What every amount's own sentence tells of it: its flow, period and funder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Doubt, Money, Organisation, Reading
from pipeline.relate.amounts import said_to_fund
from pipeline.relate.cues import cue
from pipeline.relate.givers import funder
from pipeline.relate.periods import with_period

# Below this (currency units) a figure that stands by itself may lack its scale.
SMALL = 1000


def told(reading: Reading, funders: Sequence[Organisation], donor: str | None) -> Reading:
    """The reading in which every amount carries the flow, period and funder that its own sentence tells."""
    funding = said_to_fund(reading, donor) if reading.section.kind == "project" else set()
    mentions = tuple(
        replace(
            with_period(_of_known_scale(m), reading),
            flow=None if cue("whole").fits(m) else m.flow or ("project" if m in funding else None),
            funder=funder(m, reading, funders, donor),
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
