"""What each amount of a section stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.language.fields import MONEY
from pipeline.language.function_words import AND, BY, FROM, OF
from pipeline.language.lexicon import word_set
from pipeline.model import (
    Doubt,
    Fact,
    Facts,
    Money,
    MoneyRole,
    Passage,
    Reading,
    Section,
    Span,
)
from pipeline.relate.actors import Donor
from pipeline.relate.cells import heading_words, lead_in
from pipeline.relate.clauses import clause
from pipeline.relate.columns import Listed, listed
from pipeline.relate.givers import giver_of_list, givers, labels, respectively
from pipeline.relate.part_whole import of_which, parts, received, repeats, years
from pipeline.relate.phrases import Actor, Phrase, Sentence
from pipeline.relate.played import KNOWN, Played
from pipeline.relate.statements import statements
from pipeline.relate.tables import ROLES, asked_field, facts_in, of_needs
from pipeline.relate.times import phase

APART: tuple[MoneyRole, ...] = ("rate", "none", "needed", "part", "other", "spent")
AT_ONCE = 2  # phrases, to who gives it: "the guilds add EUR 3 million"
BESIDE = 3  # phrases, to the giver who stands next to an amount
WEAK = ("total?", "share?")  # what tells where nothing else does
GIVEN = ("share", "total", "part", "other", None)
ADDS, OURS = word_set("function_words", "adds"), word_set("function_words", "ours")
LIMITS = ("at_least", "more_than", "between", "less_than", "at_most")
STEP = 6  # phrases of a line that tells a step of giving
NO_STEP = frozenset({"WHO", "TIME", "NAMED", "GIVE", "BE", "HAVE", "GET", "SPEND"})
VERBS = frozenset({"BE", "HAVE", "GIVE", "GET", "SPEND", "COULD", "EXPECT", "SUPPORT", "COSTS"})


def played(reading: Reading, all_sentences: Sequence[Sentence], donor: Donor) -> list[Played]:
    """The part of every amount, in text order: of one in a table of projects or givers by its row and column, of others
    by what is said of them."""
    amounts = _amounts(all_sentences)
    cells = {cell.span: cell for cell in listed(reading)}
    forms = {fact.value for block in reading.section.blocks for fact in facts_in(reading.section, block)}
    for amount in amounts:
        amount.passage = reading.section.passage(amount.money.char_start)
        amount.in_form = amount.passage is not None and amount.passage.span in forms
        if amount.passage and (cell := cells.get(amount.passage.span)):
            amount.is_listed, amount.is_of_many, amount.role = True, cell.is_of_many, cell.role
            amount.givers = (cell.giver,) if cell.giver and not cell.is_of_many else ()
            amount.doubts = (cell.doubt,) if cell.doubt else ()
    _told_again([amount for amount in amounts if amount.is_listed], cells)
    heading = [phrase for sentence in all_sentences if sentence.in_heading for phrase in sentence.phrases]
    _by_sentences([amount for amount in amounts if not amount.is_listed], reading.section, heading, donor)
    needs = list(of_needs(reading.section))
    for amount in amounts:
        if not amount.is_listed:
            _by_label(amount, reading.section, all_sentences, donor)
        amount.is_of_many |= any(span.holds(amount.money.char_start) for span in needs)
    _steps(amounts, all_sentences)
    of_which(amounts, reading.section)
    for amount in amounts:
        if amount.role in (None, "total") and not (amount.givers or amount.is_listed):
            giver = giver_of_list(lead_in(reading.section, all_sentences, amount.money.char_start))
            amount.role, amount.givers = ("share", (giver,)) if giver else (amount.role, ())
    return amounts


def _by_label(amount: Played, section: Section, all_sentences: Sequence[Sentence], donor: Donor) -> None:
    """Gives an amount the role that its label, or the head of its column, asks for, and who is named there."""
    asked = asked_field(section, amount.passage)
    if asked is None:
        return
    named = _named_in_label(amount, section, all_sentences, donor) if amount.is_fact else ()
    asked = "share" if asked == "portion" and named else asked  # "EU share"
    is_open = amount.role is None or (amount.role == "total" and all(s.tells != "total" for s in amount.told))
    # "Grant: EUR 3 million", above what all costs
    is_open |= asked == "share" and amount.role == "part" and amount.is_fact and not amount.givers
    if asked == "cofinancing" and not any(map(donor.is_side, amount.givers)):
        amount.role, amount.of, amount.is_of_many = "share", None, True
    elif ROLES[asked] in APART or (asked in MONEY and is_open and (amount.is_fact or not amount.is_cell)):
        amount.role, amount.of = ROLES[asked], None
    is_given = asked == "share" or (asked == "total" and any(map(donor.is_side, named)))  # "Irish funding"
    if is_given and asked == amount.role and amount.is_fact and not amount.givers:
        amount.role, amount.givers = "share", named


def _steps(amounts: Sequence[Played], all_sentences: Sequence[Sentence]) -> None:
    """An amount that heads a list of names is a step of giving, and nobody's gift: "$1 million and above"."""
    after = {id(one): following for one, following in pairwise(all_sentences)}
    for amount in amounts:
        own, following = amount.sentence, after.get(id(amount.sentence))
        is_limit = amount.money.qualifier in LIMITS and not (amount.is_cell or amount.is_fact or amount.givers)
        says_no_more = len(own.phrases) <= STEP and own.kinds.isdisjoint(NO_STEP) and own.phrases[-1].text != "."
        if is_limit and says_no_more and following and following.kinds.isdisjoint(VERBS | {"MONEY"}):
            names = any(phrase.actors for phrase in following.phrases)
            amount.role = "rate" if names else amount.role
        elif amount.money.qualifier in LIMITS and _is_in_label(amount):
            amount.role = "rate"


def _is_in_label(amount: Played) -> bool:
    """Whether it stands in the label of a fact that names somebody: "Gold circle (from $10,000)": "Bay Church"."""
    match amount.passage:
        case Passage(span, Facts(), Fact() as fact) if span == fact.label:
            value = (p for p in amount.sentence.phrases if fact.value.holds(p.start))
            return any(phrase.actors for phrase in value)
    return False


def _named_in_label(
    amount: Played, section: Section, all_sentences: Sequence[Sentence], donor: Donor
) -> tuple[Actor, ...]:
    """The only known body or country that the label of a fact names: "Irish contribution", "Contribution of Norway";
    the donor of "Our grant"."""
    label = [p for phrases, _ in heading_words(section, all_sentences, amount.money.char_start) for p in phrases]
    own = [Actor(donor.name, donor.iso3 or None, p.start, "") for p in label if donor.name and p.text in OURS()]
    named = {actor.iso3 or actor.name: actor for p in label for actor in p.actors if actor.known}
    return (tuple(named.values()) or tuple(own[:1])) if len(named) <= 1 else ()


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


def _amounts(all_sentences: Sequence[Sentence]) -> list[Played]:
    amounts = []
    for sentence in all_sentences:
        for place, phrase in sentence.named:
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
    respectively(amounts)
    _wider(amounts)
    for amount in amounts:
        told_again = (a.place for a in amounts if a.of is amount and a.role == "same" and a.sentence is amount.sentence)
        amount.glosses = frozenset(told_again)
    labels(amounts, donor, section)
    years(amounts)
    parts(amounts)
    if section.kind == "project":
        received(amounts)
        _of_envelope(amounts)
        _before(amounts, donor)
    repeats(amounts)
    _phases(amounts, section.heading)
    if any("OUTLOOK" in phrase.kinds for phrase in heading):
        for amount in amounts:
            if _may_be_planned(amount):
                amount.role = "needed"


def _may_be_planned(amount: Played) -> bool:
    """Whether an amount that an outlook tells is not said to be given: a fund of 3 million is planned there."""
    kinds = amount.sentence.kinds
    given = amount.givers or (kinds & {"GIVE", "GET"} and "COULD" not in kinds)
    is_sure = amount.role == "total" and amount.is_told("total")
    return amount.role is None or (amount.role in KNOWN and not given and not is_sure)


def _phases(amounts: Sequence[Played], heading: str) -> None:
    """Where the amount of the phase that the heading names is told, another phase's is another's, and so is one with
    which all began."""
    own = phase(heading)
    told = {id(a): _phase_of(a) for a in amounts}
    if not own or not any(told[id(a)] == own and a.role in GIVEN for a in amounts):
        return
    for amount in amounts:
        begun = own != "1" and "BEGIN" in amount.sentence.kinds
        is_others = begun if told[id(amount)] is None else told[id(amount)] != own
        if amount.role in GIVEN and not amount.sentence.in_heading and is_others:
            amount.role, amount.givers = "other", ()


def _phase_of(amount: Played) -> str | None:
    """The phase that is named before an amount, else the one that it is told to be for: "EUR 3 million for the second
    phase"."""
    before, own = amount.sentence.phrases[: amount.place], clause(amount).after
    return phase(" ".join(p.text for p in before)) or phase(" ".join(p.text for p in own))


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
        whole = before.of if before.role == "same" and before.of else before
        amount.role, amount.of = "same", whole
        if whole.role is None:  # "the EUR 3 million (US$ 4 million) programme, paid by Ireland"
            whole.role = _told_role(amount, in_project)
            whole.givers = givers(amount, donor, is_first=False, in_project=in_project)
        return
    amount.role = _told_role(amount, in_project)
    spenders = [a for s in amount.told if "spender" in s.slots for a in s.slots["spender"].actors if donor.is_side(a)]
    if amount.role == "spent" and spenders:
        amount.role, amount.givers = "share", tuple(spenders)  # what the donor itself spends, it gives
        return
    amount.is_of_many = amount.is_told("joint")
    if amount.role in GIVEN and not amount.is_of_many and not amount.is_told("whole"):
        is_first = before is not None and not before.givers
        amount.givers = givers(amount, donor, is_first=is_first, in_project=in_project)
    if amount.role is None and amount.givers:
        amount.role = "share"
    if amount.role == "share" and amount.takers and before and not amount.givers:
        amount.givers = before.givers  # "Ireland gave UNICEF EUR 3 million and UNHCR EUR 2 million"
    if amount.role is None and before and not _is_parted(before, amount):
        amount.role = (before.of or before).role if before.role == "same" else before.role
        is_from = amount.following is not None and amount.following.text in FROM() | BY()
        is_anothers = bool(amount.sentence.phrases[amount.place - 1].kinds & {"WHO", "PLACE"})  # "Mali EUR 2 million"
        is_open = is_from or is_anothers or amount.is_told("unnamed")
        amount.givers = amount.givers or (() if is_open else before.givers)
    if amount.role is None and VERBS.isdisjoint(amount.sentence.kinds):
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
    tells -= {"needed"} if "promised" in tells else set()  # "Ireland said it would give EUR 3 million"
    tells |= {"part"} if "covered" in tells else set()
    tells |= {"rate"} if "each" in tells and not _is_repeated(amount) else set()
    if "own" in tells:
        return "share"
    apart = next((role for role in APART if role in tells and not (role == "part" and "whole" in tells)), None)
    if apart or "whole" in tells:
        return apart or "total"
    if any(s.tells == "share" and "giver" in s.slots and s.length <= BESIDE for s in amount.told):
        return "share"  # "a total of EUR 3 million from Ireland", "Ireland's EUR 3 million programme"
    if {"several", "share"} <= tells:
        return "share"  # "Norway has financed 23 projects worth EUR 3 million"
    sure = [s for s in amount.told if s.tells in KNOWN]
    told = [s for s in amount.told if s.tells not in WEAK] if "labelled" in tells else amount.told
    nearest = min(sure or told, key=lambda s: (s.tells not in WEAK and not sure, s.length, s.tells), default=None)
    role = nearest.tells.rstrip("?") if nearest else None
    return "share" if role == "share" else "total" if role == "total" else None


def _is_repeated(amount: Played) -> bool:
    """Whether what each gets is a gift, given as often as there are givers, takers or years, and no price: "Norway and
    Denmark gave EUR 3 million each"."""
    givers = [s for s in amount.told if "giver" in s.slots]
    is_of_several = any("LIST" in s.slots["giver"].kinds for s in givers)
    return is_of_several or amount.is_told("repeated") or any(s.length <= AT_ONCE for s in givers)


def _is_parted(before: Played, amount: Played) -> bool:
    return any("BREAK" in p.kinds for p in amount.sentence.phrases[before.place : amount.place])


def _joined(before: Played, amount: Played) -> bool:
    """Whether two amounts of a sentence are of one list."""
    between = amount.sentence.phrases[before.place : amount.place]
    return not _is_parted(before, amount) and any(p.text in AND() | ADDS() for p in between)


def _wider(amounts: Sequence[Played]) -> None:
    """What a sentence goes on to give the project a part of is a wider commitment: "EUR 9 million, from which EUR 1
    million goes to the project"."""
    for wider, own in pairwise(amounts):
        if wider.sentence is own.sentence and own.is_told("own"):
            wider.role, own.givers = "other", own.givers or wider.givers


def _of_envelope(amounts: Sequence[Played]) -> None:
    """The only part that a project has of a sum which is told once, and with what that is for, is the project's own:
    "Of the EUR 9 million for ports in Africa, EUR 1 million goes to the pier"."""
    parts = [amount for amount in amounts if amount.role == "part"]
    for own in parts:
        wider = own.of
        if wider is None or wider.sentence is not own.sentence or own.sentence.phrases[0].text not in OF():
            continue
        between = own.sentence.phrases[wider.place + 1 : own.place]
        is_told = any(p.kinds & {"PREP"} for p in between) and between[-1].text == ","
        is_only = len(parts) == 1 and all(a is wider or a.value != wider.value for a in amounts)
        if is_told and is_only:
            own.role, own.of, own.givers = "share", None, own.givers or wider.givers
            wider.role, wider.givers = "other", ()


def _before(amounts: Sequence[Played], donor: Donor) -> None:
    """What others had given before is another's where the project's own sum is told: "It costs EUR 3 million. Norway
    had given EUR 2 million for such piers"."""
    earlier = [amount for amount in amounts if amount.role == "share" and amount.is_told("before")]
    if any(amount.role in KNOWN and amount not in earlier for amount in amounts):
        for amount in earlier:
            if amount.givers and not any(map(donor.is_side, amount.givers)):
                amount.role = "other"
