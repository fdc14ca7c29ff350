"""Which of the amounts of a project section is the project's, and what speaks against it.

The donor's share, else the only share, else the total; where none is told the only one that is left. Never adds up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from decimal import Decimal

from pipeline.model import Doubt
from pipeline.relate.actors import Donor
from pipeline.relate.played import Played
from pipeline.relate.related import Related
from pipeline.relate.roles import SMALL

NEAR = Decimal("0.25")  # of the donor's share: what is less may be a part or a fund of it


def section_amount(section: Related, played: Sequence[Played], donor: Donor) -> tuple[Played | None, Doubt | None]:
    """The donor's share wherever it is told, else what the section itself tells before its rubrics do."""
    is_own = any(p.role == "share" and any(map(donor.is_side, p.givers)) for p in played)
    of_section = (None, None) if is_own else project_amount(section.amounts, donor)
    chosen, doubt = project_amount(played, donor) if of_section == (None, None) else of_section
    heading = frozenset[str]().union(*(sentence.kinds for sentence in section.heading))
    return chosen, doubt or (_doubted(chosen, section.amounts, heading) or _little(chosen) if chosen else None)


def _little(chosen: Played) -> Doubt | None:
    """That an amount of which nothing tells who gives it is too small for a project."""
    is_known = chosen.givers or chosen.is_labelled or chosen.is_item or chosen.is_cell
    reason = "it is little for a project, and may be a price or what each gets"
    return None if is_known or chosen.size >= SMALL else Doubt("amount", reason, (), True)


def _doubted(chosen: Played, amounts: Sequence[Played], heading: Set[str] = frozenset()) -> Doubt | None:
    """What speaks against an amount that is told as the project's, by the classes of its heading's words."""
    is_tranche = chosen.role == "share" and any("TRANCHE" in s.asks for s in chosen.told)
    reasons = {
        "it is given each year, and the text states no sum": chosen.is_told("yearly"),
        "it goes to several, and the text does not say how much to this": chosen.is_told("several"),
        "it is all that was given since a time, and may be for more": chosen.is_told("sofar"),
        "it is a tranche, and the text states no whole": is_tranche,
        "it is added to what was given before": chosen.is_told("added") or chosen.is_told("extra"),
        "a wider programme may cost it": chosen.is_told("wider") and "WIDER" not in heading,
    }
    if reason := next((reason for reason, holds in reasons.items() if holds), None):
        return Doubt("amount", reason, (), True)
    parts = [p for p in amounts if p.of is chosen and p.role == "part"]
    if chosen.is_told("sum") and parts and sum(p.size for p in parts) < _most(chosen):
        return Doubt("amount", "all that was given comes to it, and may be for more", _texts(parts), True)
    if chosen.is_told("sum") and len({p.by for p in parts}) > 1:
        return Doubt("amount", "the text does not say who gives all that comes to it", _texts(parts), True)
    least = chosen.size * NEAR
    left = [p for p in amounts if p is not chosen and (p.role is None or _is_less(p, chosen)) and p.size >= least]
    if left:
        return Doubt("amount", "the text does not say what another sum stands for", _texts(left), True)
    return None


def _is_less(total: Played, chosen: Played) -> bool:
    """Whether a total is less than the share that was chosen: it is another thing's."""
    is_share = (chosen.role, total.role) == ("share", "total") and chosen.money.currency == total.money.currency
    return is_share and _most(total) < chosen.size


def project_amount(played: Sequence[Played], donor: Donor) -> tuple[Played | None, Doubt | None]:
    """The donor's share, else the only share, else the total; where none of them is told, the only amount that is left,
    told as assumed. Nothing is added up."""
    shares = [p for p in played if p.role == "share" and not p.is_of_many]
    shares = [p for p in shares if not p.is_told("before")] or shares  # "Norway had given EUR 3 million"
    totals = _wholes([p for p in played if p.role == "total"], shares)
    own = [p for p in (*shares, *_portions(played)) if any(map(donor.is_side, p.givers))]
    own = [p for p in own if not p.is_told("sofar")] or own
    if own:
        found, doubt = _within(_only(own), totals, played)
        more = [p for p in shares if found and not p.givers and not _is_others(p) and _is_near(p, found)]
        if more and not doubt:
            doubt = Doubt("amount", "the text does not say who gives another sum", _texts(more), True)
        added = [p for p in shares if found and not p.givers and p.is_told("added")]
        if added and not doubt:
            doubt = Doubt("amount", "more is added to it, and the text states no sum", _texts(added), True)
        return found, doubt
    shares = [p for p in shares if not (totals and any(_is_others(q) and _goes_on(q, p) for q in shares))]
    if any(p.is_fact for p in totals):  # a label says more than a sentence
        shares = [p for p in shares if p.is_labelled]
    mains = [p for p in shares if not p.is_told("others")] or shares
    others = [p for p in shares if p not in mains and p.givers and any(m.givers for m in mains)]
    told = [p for p in mains if not p.givers] or mains
    of_several = len(_values(totals)) > 1 and not any(p.givers for p in mains)  # programmes that follow each other
    if told and not of_several and (len(_values(told)) == 1 or not totals or told is not mains):
        found, doubt = _only(told)
        rest = mains if len(told) < len(mains) else []
        return found, _beside(found, rest, others, totals, donor) if found else doubt
    if totals:
        return _only(totals)
    left = [p for p in played if p.role is None and _most(p) >= SMALL]
    if len(_values(left)) == 1:
        return left[0], Doubt("amount", "it is the only amount that may be the project's funding", (), True)
    if left:
        return None, Doubt("amount", "the text does not say whether this is the project's funding", _texts(left))
    spent = [p for p in played if p.role == "spent"]
    return None, Doubt("amount", "the text tells only what was spent", _texts(spent)) if spent else None


def _beside(
    share: Played, rest: Sequence[Played], others: Sequence[Played], totals: Sequence[Played], donor: Donor
) -> Doubt | None:
    """What speaks against a share that is not known to be the donor's, of what is told beside it: the `rest` of those
    that may be, what `others` add, and the totals."""
    if others and not totals:
        return Doubt("amount", "it is what one gives, and others give, too", _texts([share, *others]), True)
    if rest:
        return Doubt("amount", "others give, too, and the text does not say who gives this", _texts(rest), True)
    if totals and not share.givers:
        return Doubt("amount", "the text does not say who gives this of the whole", _texts(totals), True)
    if totals and (donor.name or donor.iso3):
        return Doubt("amount", "it is what another gives; the whole may be the project's", _texts(totals), True)
    return None


def _wholes(totals: Sequence[Played], shares: Sequence[Played]) -> list[Played]:
    """The totals that may be one: a share of the same currency is not more than all, and beside a sum that is one a
    price is none ("A connection costs EUR 85")."""
    wholes = [p for p in totals if not any(s.money.currency == p.money.currency and s.size > _most(p) for s in shares)]
    return [p for p in wholes if _most(p) >= SMALL and not p.is_told("unit")] or wholes


def _most(amount: Played) -> Decimal:
    return amount.money.amount_max or amount.size


def _is_of_one(part: Played, played: Sequence[Played]) -> bool:
    """Whether the parts of a whole come to all of it, and no two givers are told: one has given the whole."""
    parts = [p for p in played if p.role == "part" and p.of is part.of]
    is_all = part.of is not None and sum(p.size for p in parts) == part.of.size
    return is_all and len({p.by for p in parts if p.givers}) == 1


def _portions(played: Sequence[Played]) -> list[Played]:
    """The parts of a whole of which their own words tell whose they are: "Norway’s share of the EUR 5 million programme
    is EUR 2 million", "EUR 5 million (Norway: EUR 2 million)", "EUR 5 million, of which Norway paid EUR 2 million".
    Of a sum that came together bit by bit they are those only where the text tells who gave each of them."""
    parts = [p for p in played if p.role == "part"]
    sums = {id(p.of): [other for other in parts if other.of is p.of] for p in parts if p.of and p.of.is_told("sum")}
    parts = [p for p in parts if _is_settled(p, sums.get(id(p.of), [])) and not _is_of_one(p, played)]
    return [
        p
        for p in parts
        if any(s.tells == "portion" or "label" in s.slots for s in p.told)
        or (p.of and p.of.by != p.by and any("giver" in s.slots for s in p.told))
    ]


def _is_settled(part: Played, all_parts: Sequence[Played]) -> bool:
    """Whether the text tells who gave each of the parts that make up a sum."""
    whole = part.of
    is_whole = whole is not None and sum(p.size for p in all_parts) >= whole.size
    return not all_parts or (is_whole and all(p.givers for p in all_parts))


def _is_near(other: Played, share: Played) -> bool:
    """Whether an amount is large enough to be told as the project's instead."""
    return other.money.currency == share.money.currency and other.size >= share.size * NEAR


def _is_others(share: Played) -> bool:
    """Whether another puts it into what the donor pays for: "of which Finland pays EUR 2 million", a counterpart."""
    return any(s.tells == "others" or (s.tells == "part" and share.givers) for s in share.told)


def _goes_on(first: Played, share: Played) -> bool:
    """Whether a share is told along with another giver's: "of which Mali pays EUR 2 million, Togo EUR 1 million"."""
    return first is share or (first.sentence is share.sentence and first.place < share.place and bool(share.givers))


def _values(amounts: Iterable[Played]) -> set[object]:
    return {amount.value for amount in amounts}


def _within(
    found: tuple[Played | None, Doubt | None], totals: Sequence[Played], played: Sequence[Played]
) -> tuple[Played | None, Doubt | None]:
    """The share, left open where it is more than all is said to cost."""
    share = found[0]
    costs = [
        p for p in played if share and p.money.currency == share.money.currency and (p in totals or p.of in totals)
    ]
    if share and costs and all(_most(p) < share.size for p in costs):
        return None, Doubt("amount", "more is given than all is said to cost", _texts([share, *costs]))
    return found


def _only(amounts: Sequence[Played]) -> tuple[Played | None, Doubt | None]:
    if len(_values(amounts)) == 1:
        return amounts[0], None
    return None, Doubt("amount", "more than one amount is told as the project's funding", _texts(amounts))


def _texts(amounts: Iterable[Played]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(p.money.text.split()) for p in amounts))
