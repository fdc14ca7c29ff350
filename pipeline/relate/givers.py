"""Who gives an amount, by the organisations that its sentence names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipeline.model import Money, Organisation, Reading
from pipeline.relate.clauses import in_one_clause
from pipeline.relate.cues import cue
from pipeline.relate.funding import is_donors, is_no_giver, lists, printed

LABEL_BEGINS = re.compile(r"[(;:,•\n]\s*(the )?$")


def funder(amount: Money, reading: Reading, funders: Sequence[Organisation], donor: str | None) -> str | None:
    """Who is said to give the amount, else the donor or funder that it is labelled with, else the one funder that its
    sentence names. Another label may be that of who receives it."""
    names = {organisation.name for organisation in funders}
    who = giver(amount, reading)
    if who and _gives_with_others(who, reading):
        return None
    labelled = label(amount, reading) or _in_brackets_after(amount, reading, names)
    if not who and labelled and (labelled.name in names or is_donors(labelled, donor)):
        who = labelled
    if who or labelled or cue("whole_cost").fits(amount):
        return printed(who) if who else None
    if cue("sums_up").fits(amount) and _has_giver_beside(amount, reading):
        return None
    here = [o for o in reading.of(Organisation) if o.name in names and o.sentence_start == amount.sentence_start]
    paying = {o.name: o for o in here if in_one_clause(o, amount, reading)}
    only = paying.popitem()[1] if len(paying) == 1 else None
    return printed(only) if only and not _gives_with_others(only, reading) else None


def giver(amount: Money, reading: Reading) -> Organisation | None:
    """Who is said to give an amount: the organisation that follows a "from", else the nearest one before it in the
    same clause that is said to give or support. A total has many givers."""
    if cue("sums_up").fits(amount):
        return None
    if after := giver_after(amount, reading):
        return after
    named = [o for o in reading.of(Organisation) if o.sentence_start == amount.sentence_start]
    before = (o for o in reversed(named) if o.char_end <= amount.char_start and in_one_clause(o, amount, reading))
    return next((o for o in before if cue("gives").fits(o) or cue("backs").fits(o)), None)


def giver_after(amount: Money, reading: Reading) -> Organisation | None:
    """The organisation that follows an amount and a "from" or "by"."""
    after = (o for o in reading.of(Organisation) if o.char_start >= amount.char_end)
    who = next((o for o in after if o.sentence_start == amount.sentence_start), None)
    if who is None or is_no_giver(who):
        return None
    words = reading.section.content[amount.char_end : who.char_start]
    return who if cue("given_by").leads_up(words) else None


def label(amount: Money, reading: Reading) -> Organisation | None:
    """The organisation that is all of the label before an amount: "Switzerland: CHF 2 million"."""
    text = reading.section.content
    for organisation in reading.of(Organisation):
        if re.fullmatch(r"\s*:\s*", text[organisation.char_end : amount.char_start]):
            begins = organisation.char_start == organisation.sentence_start
            return organisation if begins or LABEL_BEGINS.search(text[: organisation.char_start]) else None
    return None


def _in_brackets_after(amount: Money, reading: Reading, names: Collection[str]) -> Organisation | None:
    """The organisation of one of these names that an amount in brackets follows: "Switzerland (CHF 2 million)"."""
    text = reading.section.content
    named = (organisation for organisation in reading.of(Organisation) if organisation.name in names)
    return next((o for o in named if re.fullmatch(r"\s*\(", text[o.char_end : amount.char_start])), None)


def _gives_with_others(giver: Organisation, reading: Reading) -> bool:
    """Whether it gives together with others: "Ireland and Norway provided EUR 3 million"."""
    return any(giver in names and len({one.iso3 or one.name for one in names}) > 1 for names in lists(reading))


def _has_giver_beside(amount: Money, reading: Reading) -> bool:
    """Whether somebody is said to give another amount of the sentence: "EUR 1 million of the total of EUR 3 million
    comes from Ireland"."""
    beside = (m for m in reading.of(Money) if m.sentence_start == amount.sentence_start and m != amount)
    return any(giver(m, reading) for m in beside)
