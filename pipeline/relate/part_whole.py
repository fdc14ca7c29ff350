"""Which amount of a section is a part of which other, or the same as it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, chain, pairwise

from pipeline.language.expressions import says
from pipeline.language.function_words import AND, OF
from pipeline.model import Cell, Fact, Facts, Passage, Section, Table
from pipeline.relate.phrases import Sentence
from pipeline.relate.played import KNOWN, OPEN, Played

EXACT = Decimal("0.002")  # of a sum: what rounding makes of its parts


def of_which(amounts: Sequence[Played], section: Section) -> None:
    """Lines and facts whose label begins with "of which" tell a part of the sum above them."""
    whole: dict[tuple[int, int | None], Played] = {}  # of a table and a column; of facts together
    for amount in amounts:
        place: tuple[int, int | None]
        match amount.passage:
            case Passage(_, Table() as table, Cell() as cell):
                labels, place = [label.span for label in table.labels(cell)], (id(table), cell.column)
            case Passage(_, Facts() as facts, Fact() as fact):
                labels, place = [fact.label], (id(facts), None)
            case _:
                continue
        above = whole.get(place)
        if any(says("part").search(section.content[label.start : label.end]) for label in labels):
            if above and above.money.currency == amount.money.currency:
                is_given = above.role in (*OPEN, "part")
                amount.role, amount.of = ("part", above) if is_given else (above.role, None)
                amount.givers = above.givers
        else:
            whole[place] = amount


def years(amounts: Sequence[Played]) -> None:
    """What is given each year is a part of the sum over the years that its sentence goes on to state."""
    for one, whole in pairwise(amounts):
        yearly = one.is_told("yearly") and one.role in OPEN
        if yearly and whole.sentence is one.sentence and whole.role == "total" and _is_smaller(one, whole):
            one.role, one.of = "part", whole
            whole.givers = whole.givers or one.givers


def parts(amounts: Sequence[Played]) -> None:
    """What is a part of a sum that the section states: of the sum before it, of a list's sum, of a sum below it."""
    for n, amount in enumerate(amounts):
        before = amounts[n - 1] if n else amount
        if amount.role != "part" or amount.of:
            continue
        if before.sentence is amount.sentence and before.role in ("other", "none"):
            amount.role = before.role
        elif before.role == "spent" and _points_back(amount):
            amount.role = "spent"
        else:
            _part(amount, amounts[:n], amounts[n + 1 :])
    free = [a for a in amounts if a.role in OPEN]
    for n, whole in enumerate(free):
        if whole.is_told("sum"):
            smaller = (part for part in free[:n] if part.role != "part" and _is_smaller(part, whole))
            _add_up([part for part in smaller if not _other_givers(part, whole)], whole)
        addends = _addends(whole, free)
        if addends and len({p.by for p in addends if p.givers}) > 1:
            if whole.givers and all(p.givers and whole.by.isdisjoint(p.by) for p in addends):
                continue  # "Norway gave most (EUR 5 million), then Malta (EUR 3 million) and Togo (EUR 2 million)"
            whole.role, whole.givers = "total", ()  # of what several give
            continue
        _add_up(addends, whole)
    _rests(amounts)


def _add_up(addends: Sequence[Played], whole: Played) -> None:
    """Makes amounts parts of their sum; what a label tells is the project's own where others add to it up to what all
    costs: "Budget: EUR 21 million" of a programme of EUR 25 million."""
    for part in addends:
        is_own = part.is_labelled and not part.givers and any(p.givers for p in addends)
        part.role, part.of = ("share", None) if is_own else ("part", whole)


def received(amounts: Sequence[Played]) -> None:
    """What somebody gets out of the money of a project that is told before: "Ireland gave EUR 15 million. UNICEF
    received EUR 6 million"."""
    for n, amount in enumerate(amounts):
        if amount.role != "share" or amount.givers or amount.of or not amount.takers:
            continue
        wholes = (a for a in reversed(amounts[:n]) if a.role in KNOWN and not a.takers and _is_smaller(amount, a))
        if whole := next(wholes, None):
            amount.role, amount.of, amount.givers = "part", whole, whole.givers


def _part(amount: Played, before: Sequence[Played], after: Sequence[Played]) -> None:
    """Finds the sum that an amount is a part of; one whose sum nobody states is a share."""
    earlier = [
        a
        for a in before
        if a.role in (*OPEN, "needed") and a.money.currency == amount.money.currency and a.size >= amount.size
    ]
    here = [a for a in earlier if a.sentence is amount.sentence] or _in_other_currency(amount, before)
    others = [a for a in before if amount.givers and a.givers and a.by != amount.by]
    later = [
        a
        for a in after
        if a.sentence is amount.sentence
        and a.money.currency == amount.money.currency
        and a.size > amount.size
        and not any(p.text in AND() | {";"} for p in a.sentence.phrases[amount.place : a.place])  # a list goes on
    ]
    if amount.givers and (not here or here[-1] in others or not here[-1].givers):
        nearest = next(chain(reversed(here), later, reversed(earlier)), None)
        if others or (nearest and nearest.role == "total" and not nearest.givers):
            amount.role = "share"
            return
    pointed_at = earlier or [a for a in before if a.role in KNOWN]  # in another currency
    back = pointed_at if _points_back(amount) else []
    amount.of = next(chain(reversed(here), reversed(back), later, reversed(earlier)), None)
    is_covered = amount.is_told("covered")  # of a budget that the section does not state
    if amount.of is None:
        amount.role = None if is_covered else "share"
    elif not (amount.givers or amount.is_told("many") or amount.is_told("unnamed")):
        amount.givers = amount.of.givers


def _points_back(amount: Played) -> bool:
    """Whether an amount is one of a sum before it: "Of this, EUR 1 million …", "EUR 1 million of this …"."""
    opening, after = amount.sentence.phrases[0], amount.following
    return opening.text.split()[0] in OF() or (after is not None and "OFIT" in after.kinds)


def _rests(amounts: Sequence[Played]) -> None:
    """What is left of a sum after the parts that its sentence tells: "of this, 4 million …, and 13 million …" of 17."""
    for rest in amounts:
        parts = [a for a in amounts if a.sentence is rest.sentence and a.role == "part" and a.of]
        whole = parts[-1].of if parts else None
        is_free = rest.role in OPEN and not rest.of and not rest.givers
        if is_free and whole and whole is not rest and whole.money.currency == rest.money.currency:
            told = sum(a.size for a in (*parts, rest) if a.of is whole or a is rest)
            if abs(told - whole.size) <= whole.size * EXACT:
                rest.role, rest.of, rest.givers = "part", whole, whole.givers


def _in_other_currency(amount: Played, earlier: Sequence[Played]) -> list[Played]:
    """The share that a part in another currency follows at once: "EUR 5 million, of which US$ 1 million"."""
    before = [a for a in earlier if a.sentence is amount.sentence and a.role in ("share", "total")]
    return before if before and not amount.givers and before[-1].money.currency != amount.money.currency else []


def _is_smaller(one: Played, other: Played) -> bool:
    return one.money.currency == other.money.currency and one.size < other.size


def _other_givers(one: Played, other: Played) -> bool:
    return bool(one.givers and other.givers) and one.by != other.by


def _addends(whole: Played, free: Sequence[Played]) -> list[Played]:
    for line in _lines(whole, free):
        before, after = list[Played](), list[Played]()
        side = before
        for a in line:
            if a is whole:
                side = after
            elif a.money.currency == whole.money.currency and a.of is None and a.role in OPEN:
                side.append(a)
        for near in (list(reversed(before)), after):
            for count, total in enumerate(accumulate(a.size for a in near)):
                is_sum = count and whole.size and abs(total - whole.size) <= whole.size * EXACT
                if is_sum and not any(_is_of_another_time(a, whole) for a in near[: count + 1]):
                    return near[: count + 1]
    if _is_total_line(whole) and len(before) > 1:
        return [a for a in before if a.size < whole.size]
    return _list_after(whole, after)


def _lines(whole: Played, free: Sequence[Played]) -> Iterator[Sequence[Played]]:
    """The amounts among which those may follow each other that add up to one: of a cell those of its row, and those of
    its column; sums of others come out alike by chance."""
    match whole.passage:
        case Passage(_, Table() as table, Cell() as own):
            held = [(a, a.passage.part) for a in free if a.passage and a.passage.block is table]
            cells = [(a, cell) for a, cell in held if isinstance(cell, Cell)]
            yield [a for a, cell in cells if cell.row == own.row]
            yield [a for a, cell in cells if cell.column == own.column]
        case _:
            yield free


def _is_of_another_time(part: Played, whole: Played) -> bool:
    """Whether the sentences of two amounts tell times that lie apart: that one is the sum of others is chance then."""
    (first, last), (begins, ends) = _span(part.sentence), _span(whole.sentence)
    return bool(first and last and begins and ends) and (last < begins or ends < first)


def _span(sentence: Sentence) -> tuple[str, str]:
    """The first and the last day of all times of a sentence; empty where it tells none, or one that is open."""
    times = [p.time for p in sentence.phrases if p.time and p.time.value]
    starts, ends = [time.start or "" for time in times], [time.end or "" for time in times]
    return min(starts, default=""), max(ends, default="") if all(ends) else ""


def _is_total_line(amount: Played) -> bool:
    return bool(
        amount.sentence.phrases
        and "TOTAL" in amount.sentence.phrases[0].kinds
        and ":" in [p.text for p in amount.sentence.phrases[: amount.place]]
    )


def _list_after(whole: Played, after: Sequence[Played]) -> list[Played]:
    """What a colon after the amount leads to, in the same sentence."""
    phrases = whole.sentence.phrases
    colon = next((i for i in range(whole.place + 1, len(phrases)) if phrases[i].text == ":"), None)
    if (
        colon is None
        or "TIME" in phrases[colon - 1].kinds
        or any("MONEY" in p.kinds or p.text == ";" for p in phrases[whole.place + 1 : colon])
    ):
        return []
    listed = [a for a in after if a.sentence is whole.sentence]
    return listed if sum(a.size for a in listed) <= whole.size * Decimal("1.01") else []


def repeats(amounts: Sequence[Played]) -> None:
    """An amount that a heading tells and the text tells again."""
    for n, amount in enumerate(amounts):
        again = next((a for a in amounts[n:] if a.value == amount.value and a.role == "part"), None)
        if amount.sentence.in_heading and again:
            amount.role, amount.of, amount.givers = "part", again.of, again.givers
        if amount.role not in OPEN:
            continue
        first = next(
            (
                a
                for a in amounts[:n]
                if a.value == amount.value
                and (a.role in OPEN or (a.role == "part" and a.is_cell))
                and a.sentence is not amount.sentence
                and not ((a.is_cell and amount.is_cell) or (a.is_item and amount.is_item))
            ),
            None,
        )
        is_more = amount.is_told("others")  # "an additional EUR 3 million"
        alike = first and not is_more and first.money.qualifier == amount.money.qualifier and first.by == amount.by
        points_back = amount.is_told("again")  # "Of the EUR 3 million, …"
        if first and (first.sentence.in_heading or alike or points_back):
            amount.role, amount.of = "same", first
            first.givers = first.givers or amount.givers
