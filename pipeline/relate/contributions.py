"""What the donor and other named givers gave beyond single projects: one row for each sum told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import pairwise, takewhile

from pipeline.ids import Register
from pipeline.language.function_words import BY, FROM, GOES_ON, THE, WITH
from pipeline.language.lexicon import word_set
from pipeline.model import Contribution, ContributionKind, Doubt, Span
from pipeline.relate.actors import Donor, alike, lends, names_no_other
from pipeline.relate.cells import table_words
from pipeline.relate.clauses import clause
from pipeline.relate.evidence import Read, actor_span, evidence
from pipeline.relate.flows import says_total
from pipeline.relate.phrases import Actor, Phrase, Sentence, phrase_at
from pipeline.relate.played import Played
from pipeline.relate.projects import amount_reads
from pipeline.relate.related import Related
from pipeline.relate.statements import statements
from pipeline.relate.tables import named_cells, of_projects

GIVEN = ("share", "part", "total", None)
OF_MEMBERS = ("assessed", "voluntary", "core", "earmarked")  # flows that no project has
OWN = frozenset(
    {"GIVE", "GIFT", "GIVING", "FUNDS", "SPEND", "SUPPORT", "BUDGET", "PROJECT", "SEVERAL", "TOTAL", "MONEY"}
)
OURS, THEIRS = word_set("function_words", "ours"), word_set("function_words", "theirs")
ROUNDING = Decimal("0.99")


def contributions(section: Related, ids: Register) -> Iterator[Contribution]:
    """The sums of a section that somebody gave, each told once; of front matter those that are surely the donor's."""
    kind, donor = section.reading.section.kind, section.donor
    if kind not in ("contributions", "front"):
        return
    taken, wholes = list[Sentence](), list[Played]()
    takers = [actor for played in section.amounts for actor in played.takers]
    projects = list(of_projects(section.reading.section))
    for played in section.amounts:
        if (
            played.role not in GIVEN
            or (played.is_listed and not played.role)
            or _is_anybodys(played)
            or _is_cost(played)
            or _is_passed_on(played, takers, donor)
            or played.size <= 0
        ):
            continue
        if any(span.holds(played.money.char_start) for span in projects):
            continue
        goes_on = played.role == "share" and not played.givers and played.sentence in taken
        if kind == "front" and not (
            played.is_listed
            or _is_donors(played, donor)
            or _is_of_profile(played, donor)
            or _is_its(played, section)
            or goes_on
            or (played.role == "part" and played.of in wholes)
        ):
            continue
        if not donor.name and _is_of_nobody(played, section):
            continue
        taken.append(played.sentence)
        wholes.append(played)
        yield _contribution(played, section, ids)


def _contribution(played: Played, section: Related, ids: Register) -> Contribution:
    funder, doubt = contributor(played, section.sentences, section.donor)
    if funder == section.donor.name and not played.givers and (others := _named_in_row(played, section)):
        funder, doubt = None, Doubt("funder", "its row names another than the donor", (section.donor.name, *others))
    doubts = (doubt,) if doubt else ()
    stated, time = played.money, played.time
    money = section.money[stated.char_start]
    of_kind = _kind(played, section.amounts)
    reads = [
        *amount_reads(money, [section]),
        Read("kind", of_kind, section, Span(stated.char_start, stated.char_end)),
        *_period(played, section),
        Read("funder", funder, section, _named_at(played, section)),
    ]
    return Contribution(
        id=ids.of(section.document, stated.sentence, stated.text, stated.char_start - stated.sentence_start),
        section=section.reading.section,
        kind=of_kind,
        amount=stated.amount,
        amount_max=stated.amount_max,
        currency=stated.currency,
        qualifier=stated.qualifier,
        period=played.period,
        period_start=time.start if time else None,
        period_end=time.end if time else None,
        funder=funder,
        money=money,
        evidence=evidence(reads, doubts),
        doubts=doubts,
    )


def _period(played: Played, section: Related) -> Iterator[Read]:
    told = played.time or played.money
    span = Span(told.char_start, told.char_end)
    yield Read("period", played.period, section, span)
    if played.time:
        yield Read("period_start", played.time.start, section, span)
        yield Read("period_end", played.time.end, section, span)


def _named_at(played: Played, section: Related) -> Span:
    """Where the giver of an amount is named: by its own words, else where its sentence or the heading names the donor,
    else where the amount stands."""
    own = next((span for a in played.givers if (span := actor_span(a, section))), None)
    named = (
        Span(p.start, p.end)
        for s in (played.sentence, *section.heading)
        for p in s.phrases
        if p.text in OURS() or any(map(section.donor.is_side, p.actors))
    )
    return own or next(named, Span(played.money.char_start, played.money.char_end))


def _is_donors(played: Played, donor: Donor) -> bool:
    return bool(played.role) and any(map(donor.is_side, played.givers))


def _is_of_profile(played: Played, donor: Donor) -> bool:
    """Whether front matter, which is about the donor, tells a gift of nobody else: by its kind, who gets it, an
    agreement, or several projects."""
    if not played.role or played.flow in OF_MEMBERS:
        return bool(played.role)
    surely = played.role in ("share", "total") and any(s.tells.rstrip("?") == played.role for s in played.told)
    agreed = "AGREEMENT" in played.sentence.kinds
    is_spread = bool(played.takers) or agreed or played.is_told("several")
    return surely and is_spread and not played.givers and not _rivals(played, donor)


def _is_its(played: Played, section: Related) -> bool:
    """Whether a share is "its" gift, or what "it" gave, where the donor is the subject of the sentence before."""
    phrases = played.sentence.phrases[: played.place]
    is_owned = any(
        (one.text in THEIRS() and "GIFT" in other.kinds) or (one.text in GOES_ON() and "GIVE" in other.kinds)
        for one, other in _apart_by_one(phrases)
    )
    before = [s for s in section.sentences if s.start < played.sentence.start and not s.in_heading]
    subjects = [next((p for p in s.phrases if "SUBJ" in p.kinds and p.actors), None) for s in before]
    subject = next(filter(None, reversed(subjects)), None)
    is_free = played.role == "share" and not played.givers and not _rivals(played, section.donor)
    return is_free and is_owned and subject is not None and all(map(section.donor.is_side, subject.actors))


def _apart_by_one(phrases: Sequence[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """Phrases that follow each other, or with one between them: "its flexible contributions"."""
    yield from pairwise(phrases)
    yield from zip(phrases, phrases[2:], strict=False)


def _is_of_nobody(played: Played, section: Related) -> bool:
    """Whether neither a giver nor a table of gifts is told of an amount, which in a document without a donor is what
    somebody has or receives."""
    who, doubt = contributor(played, section.sentences, section.donor)
    is_told = played.is_listed or played.is_cell or played.is_fact
    return not (who or doubt) and (not is_told or _is_of_accounts(played, section))


def _is_of_accounts(played: Played, section: Related) -> bool:
    """Whether an amount without a giver is one of a statement of accounts, which tells income by its kind, or a sum of
    which nothing says that it is given."""
    words = table_words(section.reading.section, section.sentences, played.money.char_start)
    kinds = frozenset[str]().union(*(phrase.kinds for phrase in (*played.sentence.phrases, *words)))
    is_bare = played.role == "total" and not played.is_listed and kinds.isdisjoint({"GIFT", "GIVE", "FUNDS"})
    return is_bare or "ACCOUNTS" in kinds


def _is_anybodys(played: Played) -> bool:
    return played.is_of_many or (played.is_told("many") and not played.givers)


def _is_cost(played: Played) -> bool:
    """Whether a sum is only what something costs, and nobody is said to pay it."""
    return played.role == "total" and not played.givers and any("COSTS" in s.asks for s in played.told)


def _is_passed_on(played: Played, takers: Sequence[Actor], donor: Donor) -> bool:
    """Whether who gets the money of a section allocates it: "UNICEF received EUR 3 million. It gave EUR 1 million"."""
    return bool(played.givers) and all(
        not donor.is_side(giver) and any(alike(giver.name, taker.name) for taker in takers) for giver in played.givers
    )


def _kind(played: Played, all_played: Sequence[Played]) -> ContributionKind:
    """Total where its parts of several kinds make up the whole, else the kind that its words tell; voluntary money may
    be of several kinds."""
    parts = [p for p in all_played if p.of is played and p.role == "part"]
    is_sum = sum(p.size for p in parts) >= played.size * ROUNDING
    several = {p.flow for p in parts} - {None}
    if is_sum and len(several) > 1 and (played.flow != "voluntary" or "assessed" in several):
        return "total"
    if played.flow and played.flow != "project":
        return played.flow
    before, after, opening = clause(played)
    before = opening if len(opening) == played.place else before  # "Total 2018-2022: US$ 3 million"
    is_sum_line = played.role == "total" and (played.is_listed or any(map(played.is_told, ("whole", "sum"))))
    is_total = is_sum_line or played.sums_up or says_total(before) or says_total(after[:3])
    return "total" if is_total else "other"


def contributor(played: Played, sentences: Sequence[Sentence], donor: Donor) -> tuple[str | None, Doubt | None]:
    """Who gave an amount of a section: whom the text says; of a part who gave the whole; else the donor, where the
    sentence or the heading names it and nobody else, or where the sentence before does or they speak of a gift, which
    is told as assumed. Left open where another may have given it."""
    is_theirs = played.is_told("theirs") and not played.givers
    is_unnamed = played.is_told("unnamed") and not played.givers
    while played.role == "part" and played.of and not (played.givers or is_theirs or is_unnamed):
        played = played.of
    if len(played.givers) == 1:
        (giver,) = played.givers
        is_ministry = giver.known == "office" and not giver.iso3 and donor.is_side(giver)
        return donor.name if is_ministry and names_no_other(sentences, donor.iso3) else giver.name, None
    if played.givers:
        return None, Doubt("funder", "several give it together", tuple(a.name for a in played.givers))
    if is_unnamed or played.is_listed or not donor.name:  # the sum of a table; without a donor all is told of once
        return None, Doubt("funder", "the text does not name who gave it", ()) if is_unnamed else None
    others, is_own = _rivals(played, donor), _names(played.sentence, donor)
    if is_theirs or (others and not is_own):
        return None, Doubt("funder", "another than the donor may have given it", (donor.name, *others))
    if others:
        return donor.name, Doubt("funder", "it is named together with others", (donor.name, *others), assumed=True)
    return (donor.name, None) if is_own else _presumed(played, sentences, donor)


def _presumed(played: Played, sentences: Sequence[Sentence], donor: Donor) -> tuple[str | None, Doubt | None]:
    """Who gave an amount whose sentence names no giver."""
    heading = [s for s in sentences if s.in_heading]
    is_headed = any(_names(s, donor) for s in heading)
    rivals = any(_others(p, donor) for s in heading for p in s.phrases if "SUBJ" in p.kinds)
    if is_headed and not rivals:
        return donor.name, None
    kinds = frozenset[str]().union(*(s.kinds for s in (played.sentence, *heading)))
    is_lent = "LENT" in kinds and not lends(Actor(donor.name, None, 0, ""))  # a country may guarantee it
    before = _last_giver(played, sentences, donor)
    is_open = (played.takers and not is_headed) or is_lent or not kinds & {"GIFT", "GIVE"}
    if before is False or (is_open and not (before and played.role in ("share", "part"))):
        return None, Doubt("funder", "the text does not say who gave it", (donor.name,))
    return donor.name, Doubt("funder", "its sentence does not name who gives", (), assumed=True)


def _last_giver(played: Played, sentences: Sequence[Sentence], donor: Donor) -> bool | None:
    """Whether the last sentence before that names who may give names the donor alone ("Japan helps Mali. UNICEF gets
    EUR 3 million"); None where none does, or it does not tell that they give."""
    for sentence in reversed([s for s in sentences if s.start < played.sentence.start and not s.in_heading]):
        phrases = (sentence.phrases[place] for place in _giving(sentence, FROM() | BY()))
        if any(_others(phrase, donor) for phrase in phrases):
            return False if "GIVE" in sentence.kinds else None
        if _names(sentence, donor):
            return True
    return None


def _names(sentence: Sentence, donor: Donor) -> bool:
    """Whether a sentence speaks of the donor, its people, one of its agencies, or of a body's own board."""
    return any(
        (p.text in OURS() and _gives_itself(sentence.phrases[place + 1 :]))
        or any(map(donor.is_side, p.actors))
        or ("BOARD" in p.kinds and not (p.actors or donor.iso3))
        for place, p in enumerate(sentence.phrases)
    )


def _gives_itself(after: Sequence[Phrase]) -> bool:
    """Whether what follows says that who speaks gives: "we gave", "our grants", not "our founder", "we are funded"."""
    helping = [*takewhile(lambda p: p.kinds & {"AUX", "BE", "HAVE", "WILL", "ABOUT"}, after)]
    told = phrase_at(after, len(helping)).kinds
    is_helped = any("BE" in p.kinds for p in helping) and told & {"FUNDS", "SUPPORT", "GIVE"}
    return bool(told & OWN) and not is_helped


def _others(phrase: Phrase, donor: Donor) -> tuple[str, ...]:
    return tuple(a.name for a in phrase.actors if not donor.is_side(a))


def _rivals(played: Played, donor: Donor) -> tuple[str, ...]:
    """Who else may have given it: whom the amount's clause names in a giver's place."""
    phrases = played.sentence.phrases
    places = [
        place
        for place in _giving(played.sentence, FROM() | BY() | WITH())
        if not _is_apart(phrases, place, played.place)
    ]
    return tuple(dict.fromkeys(name for place in places for name in _others(phrases[place], donor)))


def _giving(sentence: Sentence, words: Set[str]) -> Iterator[int]:
    """The places of those whom a sentence names in a giver's place, as its subject or after one of the words, and does
    not say to receive."""
    phrases = sentence.phrases
    for place, phrase in enumerate(phrases):
        if not phrase.actors:
            continue
        before = [p.text for p in phrases[max(0, place - 2) : place] if p.text not in THE()][-1:]
        gives = not words.isdisjoint(before) or ("SUBJ" in phrase.kinds and before != ["("])
        if gives and not _gets(sentence, place):
            yield place


def _named_in_row(played: Played, section: Related) -> tuple[str, ...]:
    """Whom the row of a table names in a column whose head does not say that they get it: "Partner", "Agency"."""
    if played.is_listed:
        return ()
    cells = list(named_cells(section.reading.section, played.passage))
    named = (p for p in played.sentence.phrases if any(cell.holds(p.start) for cell in cells))
    return tuple(dict.fromkeys(name for p in named for name in _others(p, section.donor)))


def _gets(sentence: Sentence, place: int) -> bool:
    kinds = sentence.phrases[place].kinds & {"WHO", "PLACE", "NAMED"}
    told = [s.tells for kind in kinds for s in statements(sentence, place, kind)]
    return any(t in ("gets", "spends") or t.startswith("there") for t in told)


def _is_apart(phrases: Sequence[Phrase], one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return any("BREAK" in p.kinds for p in phrases[first:second])
