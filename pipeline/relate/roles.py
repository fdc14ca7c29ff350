"""What each amount of a section stands for, whose it is and of which other amount it is a part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise

from pipeline.language.function_words import AND, BY, FOR, FROM, OF, TO
from pipeline.language.labels import says
from pipeline.language.lexicon import word_set
from pipeline.model import (
    Cell,
    Doubt,
    Fact,
    Facts,
    Flow,
    Money,
    MoneyRole,
    Passage,
    Reading,
    Section,
    Span,
    Table,
    Time,
)
from pipeline.relate.actors import Donor
from pipeline.relate.cells import lead_in
from pipeline.relate.columns import Listed, listed
from pipeline.relate.phrases import Actor, Phrase, Sentence, of_class
from pipeline.relate.statements import Statement, statements
from pipeline.relate.tables import ROLES, asked_field
from pipeline.relate.times import phase

APART: tuple[MoneyRole, ...] = ("rate", "none", "needed", "part", "other", "spent")
KNOWN = ("total", "share")
BESIDE = 3  # phrases, to the giver who stands next to an amount
WEAK = ("total?", "share?")  # what tells where nothing else does
GIVEN = ("share", "total", "part", "other", None)
ADDS, RESPECTIVELY = word_set("function_words", "adds"), word_set("function_words", "respectively")
VERBS = frozenset({"BE", "HAVE", "GIVE", "GET", "SPEND", "COULD", "EXPECT", "SUPPORT", "COSTS"})


@dataclass(slots=True, eq=False)
class Played:
    """The part that an amount plays: its role (None: open), the amount that it is a part of or the same as, and who
    gives it (none: not told; several: together)."""

    money: Money
    sentence: Sentence
    place: int
    told: tuple[Statement, ...]
    role: MoneyRole | None = None
    of: Played | None = None
    givers: tuple[Actor, ...] = ()
    takers: tuple[Actor, ...] = ()
    flow: Flow | None = None
    time: Time | None = None
    period: str | None = None
    doubts: tuple[Doubt, ...] = ()
    passage: Passage | None = None
    is_listed: bool = False  # a table of projects or givers tells it
    is_of_many: bool = False  # of others who are not named
    glosses: frozenset[int] = frozenset()  # where its sentence tells it in other currencies

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a table."""
        return self.passage is not None and isinstance(self.passage.part, Cell)

    @property
    def value(self) -> tuple[Decimal | None, Decimal | None, str | None]:
        """What two amounts share that are the same."""
        return self.money.amount, self.money.amount_max, self.money.currency


def played(reading: Reading, all_sentences: Sequence[Sentence], donor: Donor) -> list[Played]:
    """The part of every amount, in text order: of one in a table of projects or givers by its row and column, of others
    by what is said of them."""
    amounts = _amounts(all_sentences)
    cells = {cell.span: cell for cell in listed(reading)}
    for amount in amounts:
        amount.passage = reading.section.passage(amount.money.char_start)
        if amount.passage and (cell := cells.get(amount.passage.span)):
            amount.is_listed, amount.is_of_many, amount.role = True, cell.is_of_many, cell.role
            amount.givers = (cell.giver,) if cell.giver and not cell.is_of_many else ()
            amount.doubts = (cell.doubt,) if cell.doubt else ()
    _told_again([amount for amount in amounts if amount.is_listed], cells)
    heading = [phrase for sentence in all_sentences if sentence.in_heading for phrase in sentence.phrases]
    _by_sentences([amount for amount in amounts if not amount.is_listed], reading.section, heading, donor)
    for amount in amounts:
        asked = asked_field(reading.section, amount.passage)
        is_open = amount.role is None or (amount.role == "total" and all(s.tells != "total" for s in amount.told))
        if asked == "cofinancing" and not any(map(donor.is_side, amount.givers)):
            amount.role, amount.of, amount.is_of_many = "share", None, True
        elif asked in ("needed", "spent") or (asked and is_open):
            amount.role, amount.of = ROLES[asked], None
    _of_which(amounts, reading.section)
    for amount in amounts:
        if amount.role in (None, "total") and not (amount.givers or amount.is_listed):
            giver = _giver_of_list(lead_in(reading.section, all_sentences, amount.money.char_start))
            amount.role, amount.givers = ("share", (giver,)) if giver else (amount.role, ())
    return amounts


def _told_again(amounts: Sequence[Played], cells: Mapping[Span, Listed]) -> None:
    """Amounts of lists that tell another of their row in another currency: the one before in their cell, as sentences
    do ("NOK 150 million (US$ 15.6 million)"), or that of another column."""
    first: dict[Span, Played] = {}
    for before, amount in pairwise((None, *amounts)):
        if amount is None or amount.passage is None:
            continue
        span = amount.passage.span
        is_within = before is not None and before.passage is not None and before.passage.span == span
        again = cells[span].again
        if before and is_within and _is_same(amount, before):
            amount.role, amount.of = "same", before.of if before.role == "same" else before
        elif again in first and amount.role in ("share", "total"):
            amount.role, amount.of = "same", first[again]
        else:
            first.setdefault(span, amount)


def _of_which(amounts: Sequence[Played], section: Section) -> None:
    """Lines and facts whose label begins with "of which" tell a part of the sum above them."""
    whole: dict[tuple[int, int], Played] = {}  # of a table (by its first cell) and a column; of facts together
    for amount in amounts:
        match amount.passage:
            case Passage(_, Table() as table, Cell() as cell):
                labels, place = [label.span for label in table.labels(cell)], (table.cells[0].span.start, cell.column)
            case Passage(_, Facts() as facts, Fact() as fact):
                labels, place = [fact.label], (facts.facts[0].label.start, 0)
            case _:
                continue
        above = whole.get(place)
        if any(says("part").search(section.content[label.start : label.end]) for label in labels):
            if above and above.money.currency == amount.money.currency:
                amount.role, amount.of, amount.givers = "part", above, above.givers
        else:
            whole[place] = amount


def _giver_of_list(leads: Sequence[Sentence]) -> Actor | None:
    """Who gives what a list tells: the only one whom the sentence that leads up to it names, where that is one of
    giving ("The Government of Kenya would make the following contributions:")."""
    for sentence in leads[:1]:
        phrases = sentence.phrases
        named = {
            a.iso3 or a.name: a
            for before, p in pairwise((phrases[0], *phrases))
            if before.text not in TO() | FOR()
            for a in p.actors
        }
        within = {key for key, a in named.items() for b in named.values() if a is not b and f" {a.name}" in b.name}
        named = {key: a for key, a in named.items() if key not in within}  # "Kenya. The Government of Kenya"
        told = {kind for p in phrases for kind in p.kinds}
        if len(named) == 1 and {"ACTIVE", "GIFT"} <= told:
            return next(iter(named.values()))
    return None


def _amounts(all_sentences: Sequence[Sentence]) -> list[Played]:
    amounts = []
    for sentence in all_sentences:
        for place, phrase in enumerate(sentence.phrases):
            if (
                isinstance(phrase.mention, Money)
                and of_known_scale(phrase.mention).amount is not None
                and "MONEY" in phrase.kinds
            ):
                told = tuple(statements(sentence, place, "MONEY"))
                amounts.append(Played(phrase.mention, sentence, place, told))
    return amounts


def _by_sentences(amounts: Sequence[Played], section: Section, heading: Sequence[Phrase], donor: Donor) -> None:
    for n, amount in enumerate(amounts):
        before = amounts[n - 1] if n and amounts[n - 1].sentence is amount.sentence else None
        _decide(amount, before, section.kind == "project", donor)
    _respectively(amounts)
    _wider(amounts)
    for amount in amounts:
        told_again = (a.place for a in amounts if a.of is amount and a.role == "same" and a.sentence is amount.sentence)
        amount.glosses = frozenset(told_again)
    _labels(amounts, donor)
    _years(amounts)
    _parts(amounts)
    _repeats(amounts)
    _phases(amounts, section.heading)
    if any("OUTLOOK" in phrase.kinds for phrase in heading):
        for amount in amounts:
            if _may_be_planned(amount):
                amount.role = "needed"


def _may_be_planned(amount: Played) -> bool:
    """Whether an amount that an outlook tells is not said to be given: a fund of 3 million is planned there."""
    kinds = {kind for p in amount.sentence.phrases for kind in p.kinds}
    given = amount.givers or (kinds & {"GIVE", "GET"} and "COULD" not in kinds)
    is_sure = amount.role == "total" and any(s.tells == "total" for s in amount.told)
    return amount.role is None or (amount.role in KNOWN and not given and not is_sure)


def _phases(amounts: Sequence[Played], heading: str) -> None:
    """Where the amount of the phase that the heading names is told, another phase's is another's, and so is one with
    which all began."""
    own = phase(heading)
    told = {id(a): phase(" ".join(p.text for p in a.sentence.phrases[: a.place])) for a in amounts}
    if not own or not any(told[id(a)] == own and a.role in GIVEN for a in amounts):
        return
    for amount in amounts:
        begun = own != "1" and any("BEGIN" in p.kinds for p in amount.sentence.phrases)
        is_others = begun if told[id(amount)] is None else told[id(amount)] != own
        if amount.role in GIVEN and not amount.sentence.in_heading and is_others:
            amount.role, amount.givers = "other", ()


EXACT = Decimal("0.002")  # of a sum: what rounding makes of its parts
# Below this (currency units) a figure that stands by itself may lack its scale.
SMALL = 1000


def of_known_scale(amount: Money) -> Money:
    """The amount, left open where a small figure stands all by itself, as the large type of an infographic sets it:
    its "million" may stand in another line."""
    if amount.amount is None or amount.amount >= SMALL or amount.sentence.strip() != amount.text:
        return amount
    candidates = tuple(f"{(amount.amount * scale).normalize():f}" for scale in (1, 1_000, 1_000_000))
    doubt = Doubt("amount", "it stands by itself, and its scale may stand elsewhere on the page", candidates)
    return replace(amount, amount=None, amount_max=None, doubts=(*amount.doubts, doubt))


def _decide(amount: Played, before: Played | None, in_project: bool, donor: Donor) -> None:
    """Gives an amount its role and givers, by what the frames tell of it, else by the amount before it in a list."""
    amount.takers = tuple(a for s in amount.told if "taker" in s.slots for a in s.slots["taker"].actors)
    if before and _is_same(amount, before):
        amount.role, amount.of = "same", before.of if before.role == "same" else before
        return
    amount.role = _told_role(amount, in_project)
    if amount.role in GIVEN and not any(s.tells == "whole" for s in amount.told):
        amount.givers = _givers(amount, donor)
    if amount.role is None and amount.givers:
        amount.role = "share"
    if amount.role is None and before and not _is_parted(before, amount):
        amount.role = (before.of or before).role if before.role == "same" else before.role
        is_from = any(p.text in FROM() | BY() for p in amount.sentence.phrases[amount.place + 1 : amount.place + 2])
        is_anothers = bool(amount.sentence.phrases[amount.place - 1].kinds & {"WHO", "PLACE"})  # "Mali EUR 2 million"
        amount.givers = amount.givers or (() if is_from or is_anothers else before.givers)
    if amount.role is None and not VERBS & {kind for p in amount.sentence.phrases for kind in p.kinds}:
        amount.role = "total"  # it stands bare beside a name
    goes_on = amount.role in KNOWN and not amount.givers and before and _joined(before, amount)
    if before and goes_on and before.role in ("part", "needed"):
        amount.role = before.role


def _is_same(amount: Played, before: Played) -> bool:
    """Whether an amount tells the one before it in another currency; a rate of exchange has an amount of one."""
    tells = {s.tells for s in amount.told}
    is_rate = "rate" in tells and 1 in (before.money.amount, amount.money.amount)
    return "same" in tells and before.money.currency != amount.money.currency and not is_rate


def _told_role(amount: Played, in_project: bool) -> MoneyRole | None:
    """The first role that fits; of share and total the one that stands nearest. Only a project has money of others."""
    tells = {s.tells for s in amount.told} - (set() if in_project else {"other"})
    tells |= {"part"} if "covered" in tells else set()
    is_of_several = any("LIST" in s.slots["giver"].kinds for s in amount.told if "giver" in s.slots)
    tells |= (
        {"rate"} if "each" in tells and not is_of_several else set()
    )  # "Norway and Denmark gave EUR 3 million each"
    if "own" in tells:
        return "share"
    apart = next((role for role in APART if role in tells and not (role == "part" and "whole" in tells)), None)
    if apart or "whole" in tells:
        return apart or "total"
    if any(s.tells == "share" and "giver" in s.slots and s.length <= BESIDE for s in amount.told):
        return "share"  # "a total of EUR 3 million from Ireland", "Ireland's EUR 3 million programme"
    sure = [s for s in amount.told if s.tells in KNOWN]
    nearest = min(
        sure or amount.told, key=lambda s: (s.tells not in WEAK and not sure, s.length, s.tells), default=None
    )
    role = nearest.tells.rstrip("?") if nearest else None
    return "share" if role == "share" else "total" if role == "total" else None


def _is_parted(before: Played, amount: Played) -> bool:
    return any("BREAK" in p.kinds for p in amount.sentence.phrases[before.place : amount.place])


def _joined(before: Played, amount: Played) -> bool:
    """Whether two amounts of a sentence are of one list."""
    between = amount.sentence.phrases[before.place + 1 : amount.place]
    return not _is_parted(before, amount) and any(p.text in AND() | ADDS() for p in between)


def _givers(amount: Played, donor: Donor) -> tuple[Actor, ...]:
    """Who gives it, by the nearest words; somebody whose name labels it does where that is the donor, for another may
    be the one who gets it."""
    with_giver = [s for s in amount.told if "giver" in s.slots and _may_give(amount, s.slots["giver"])]
    nearest = min(with_giver, key=lambda s: s.length, default=None)
    if nearest:
        actors = nearest.slots["giver"].actors
        own = tuple(actor for actor in actors if donor.is_side(actor))
        return own if own and _sign(amount.sentence, nearest.slots["giver"], amount.place) else actors
    labels = (s.slots["label"].actors for s in amount.told if "label" in s.slots)
    return next((actors for actors in labels if all(map(donor.is_side, actors))), ())


def _sign(sentence: Sentence, phrase: Phrase, end: int) -> bool:
    """Whether somebody only signs what gives: "Ireland and UNICEF signed an accord that gives EUR 3 million"."""
    start = sentence.place(phrase)
    return start is not None and any("SIGN" in p.kinds for p in sentence.phrases[start:end])


def _may_give(amount: Played, phrase: Phrase) -> bool:
    """Whether somebody has no donors ("UNICEF’s largest donor"), is not where it goes ("in Nepal’s districts") and does
    not get it ("Nepal’s towns will receive")."""
    sentence = amount.sentence
    place = sentence.place(phrase)
    if place is None:
        return True
    is_inside = place > 0 and sentence.phrases[place - 1].text in of_class("INSIDE")
    takes = "WHO" in phrase.kinds and any(s.tells == "takes" for s in statements(sentence, place, "WHO"))
    gets = any("GET" in p.kinds and "GIFT" not in p.kinds for p in sentence.phrases[place + 1 : amount.place])
    return not (is_inside or takes or gets)


def _respectively(amounts: Sequence[Played]) -> None:
    """Gives each of several givers its own of as many amounts: "Norway and Sweden give EUR 3 and 4 million,
    respectively"."""
    for sentence, group in groupby(amounts, key=lambda amount: amount.sentence):
        own = [a for a in group if a.role != "same"]
        if not any(p.text in RESPECTIVELY() for p in sentence.phrases):
            continue
        for place, phrase in enumerate(sentence.phrases):
            after = [a for a in own if a.place > place]
            if "SUBJ" in phrase.kinds and len(phrase.actors) == len(after) > 1:
                for actor, amount in zip(phrase.actors, after, strict=True):
                    amount.role, amount.givers = "share", (actor,)


def _wider(amounts: Sequence[Played]) -> None:
    """What a sentence goes on to give the project a part of is a wider commitment: "EUR 9 million, from which EUR 1
    million goes to the project"."""
    for wider, own in pairwise(amounts):
        if wider.sentence is own.sentence and any(s.tells == "own" for s in own.told):
            wider.role, own.givers = "other", own.givers or wider.givers


def _labels(amounts: Sequence[Played], donor: Donor) -> None:
    """Where the donor labels an amount, the other labels of the sentence are those of givers, too."""
    for amount in amounts:
        label = next((s.slots["label"].actors for s in amount.told if "label" in s.slots), ())
        beside = [
            a for a in amounts if a.sentence is amount.sentence and a.givers and any(map(donor.is_side, a.givers))
        ]
        if label and not amount.givers and any("label" in s.slots for a in beside for s in a.told):
            amount.role, amount.givers = "share", label


def _years(amounts: Sequence[Played]) -> None:
    """What is given each year is a part of the sum over the years that its sentence goes on to state."""
    for one, whole in pairwise(amounts):
        yearly = any(s.tells == "yearly" for s in one.told) and one.role in ("share", "total", None)
        if yearly and whole.sentence is one.sentence and whole.role == "total" and _is_smaller(one, whole):
            one.role, one.of = "part", whole
            whole.givers = whole.givers or one.givers


def _parts(amounts: Sequence[Played]) -> None:
    """What is a part of a sum that the section states: of the sum before it, of a list's sum, of a sum below it."""
    for n, amount in enumerate(amounts):
        if amount.role != "part" or amount.of:
            continue
        earlier = [
            a
            for a in amounts[:n]
            if a.role in ("share", "total", None, "needed")
            and a.money.currency == amount.money.currency
            and (a.money.amount or 0) >= (amount.money.amount or 0)
        ]
        here = [a for a in earlier if a.sentence is amount.sentence] or _in_other_currency(amount, amounts[:n])
        others = [a for a in amounts[:n] if amount.givers and a.givers and _names(a) != _names(amount)]
        later = [
            a
            for a in amounts[n + 1 :]
            if a.sentence is amount.sentence
            and a.money.currency == amount.money.currency
            and (a.money.amount or 0) > (amount.money.amount or 0)
            and not any(p.text in AND() | {";"} for p in a.sentence.phrases[amount.place : a.place])  # a list goes on
        ]
        if amount.givers and (not here or here[-1] in others or not here[-1].givers):
            ownerless = here[-1:] or later[:1] or earlier[-1:]
            is_share = others or (ownerless and ownerless[0].role == "total" and not ownerless[0].givers)
            amount.role, amount.of = ("share", None) if is_share else (amount.role, None)
            if amount.role == "share":
                continue
        points_back = amount.sentence.phrases[0].text.split()[0] in OF()  # "Of this, …"
        wholes = here or (earlier if points_back else ()) or later[:1] or earlier
        amount.of = wholes[-1] if wholes else None
        is_covered = any(s.tells == "covered" for s in amount.told)  # of a budget that the section does not state
        if amount.of is None:
            amount.role = None if is_covered else "share"  # parts whose sum nobody states are shares
        elif not amount.givers:
            amount.givers = amount.of.givers
    free = [a for a in amounts if a.role in ("share", "total", None)]
    for n, whole in enumerate(free):
        if any(s.tells == "sum" for s in whole.told):
            for part in free[:n]:
                if part.role != "part" and _is_smaller(part, whole) and not _other_givers(part, whole):
                    part.role, part.of = "part", whole
        parts = _addends(whole, free)
        if parts and len({frozenset(_names(p)) for p in parts if p.givers}) > 1:
            whole.role, whole.givers = "total", ()  # of what several give
            continue
        for part in parts:
            part.role, part.of = "part", whole
    _rests(amounts)


def _rests(amounts: Sequence[Played]) -> None:
    """What is left of a sum after the parts that its sentence tells: "of this, 4 million …, and 13 million …" of 17."""
    for rest in amounts:
        parts = [a for a in amounts if a.sentence is rest.sentence and a.role == "part" and a.of]
        whole = parts[-1].of if parts else None
        is_free = rest.role in ("share", "total", None) and not rest.of and not rest.givers
        if (
            is_free
            and whole
            and whole is not rest
            and whole.money.amount
            and whole.money.currency == rest.money.currency
        ):
            told = sum(
                ((a.money.amount or Decimal(0)) for a in (*parts, rest) if a.of is whole or a is rest), Decimal(0)
            )
            if abs(told - whole.money.amount) <= whole.money.amount * EXACT:
                rest.role, rest.of, rest.givers = "part", whole, whole.givers


def _in_other_currency(amount: Played, earlier: Sequence[Played]) -> list[Played]:
    """The share that a part in another currency follows at once: "EUR 5 million, of which US$ 1 million"."""
    before = [a for a in earlier if a.sentence is amount.sentence and a.role in ("share", "total")]
    follows = before[-1:] and not amount.givers and before[-1].money.currency != amount.money.currency
    return before[-1:] if follows else []


def _is_smaller(one: Played, other: Played) -> bool:
    return one.money.currency == other.money.currency and (one.money.amount or 0) < (other.money.amount or 0)


def _other_givers(one: Played, other: Played) -> bool:
    return bool(one.givers and other.givers) and _names(one) != _names(other)


def _addends(whole: Played, free: Sequence[Played]) -> list[Played]:
    same = [
        a
        for a in free
        if a is not whole
        and a.money.currency == whole.money.currency
        and a.of is None
        and a.role in ("share", "total", None)
    ]
    place = free.index(whole)
    before = [a for a in same if free.index(a) < place]
    after = [a for a in same if free.index(a) > place]
    for side in (before[::-1], after):
        total, taken = Decimal(0), []
        for a in side:
            total += a.money.amount or 0
            taken.append(a)
            if len(taken) > 1 and whole.money.amount and abs(total - whole.money.amount) <= whole.money.amount * EXACT:
                return taken
            if total > (whole.money.amount or 0) * Decimal("1.01"):
                break
    if _is_total_line(whole) and len(before) > 1:
        return [a for a in before if (a.money.amount or 0) < (whole.money.amount or 0)]
    return _list_after(whole, after)


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
    listed = [a for a in after if a.sentence is whole.sentence and a.place > colon]
    total = sum((a.money.amount or Decimal(0)) for a in listed)
    return listed if listed and total <= (whole.money.amount or 0) * Decimal("1.01") else []


def _repeats(amounts: Sequence[Played]) -> None:
    """An amount that a heading tells and the text tells again."""
    for n, amount in enumerate(amounts):
        again = next((a for a in amounts[n + 1 :] if a.value == amount.value and a.role == "part"), None)
        if amount.sentence.in_heading and again:
            amount.role, amount.of, amount.givers = "part", again.of, again.givers
        if amount.role not in ("share", "total", None):
            continue
        first = next(
            (
                a
                for a in amounts[:n]
                if a.value == amount.value
                and a.role in ("share", "total", None)
                and a.sentence is not amount.sentence
                and not (a.is_cell and amount.is_cell)
            ),
            None,
        )
        alike = first and first.money.qualifier == amount.money.qualifier and _names(first) == _names(amount)
        if first and (first.sentence.in_heading or alike):
            amount.role, amount.of = "same", first
            first.givers = first.givers or amount.givers


def _names(amount: Played) -> set[str]:
    return {a.iso3 or a.name for a in amount.givers}
