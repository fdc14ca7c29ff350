"""Who gives an amount: by the nearest words of its sentence, a label, or the sentence that leads up to its list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, groupby, pairwise

from pipeline.language.expressions import says
from pipeline.language.function_words import FOR, TO
from pipeline.language.lexicon import word_set
from pipeline.model import Block, Section
from pipeline.relate.actors import Donor, is_endowed, is_scheme, lends
from pipeline.relate.cells import leads
from pipeline.relate.phrases import NOTHING, Actor, Phrase, Sentence, phrase_at
from pipeline.relate.played import OPEN, Played
from pipeline.relate.statements import Statement, statements
from pipeline.relate.words import of_class

DASHES = frozenset("–—")
LONGEST_FIELD = 2  # words
REACH_OF_OWNER = 2  # phrases: "UNICEF’s core funding"
RESPECTIVELY = word_set("function_words", "respectively")


def giver_of_list(leads: Sequence[Sentence]) -> Actor | None:
    """Who gives what a list tells: the only one whom the sentence that leads up to it names, where that is one of
    giving ("The Government of Kenya would make the following contributions:")."""
    for sentence in leads[:1]:
        phrases = sentence.phrases
        named = {
            a.iso3 or a.name: a
            for before, p in pairwise((NOTHING, *phrases))
            if before.text not in TO() | FOR()
            for a in p.actors
        }
        within = {key for key, a in named.items() for b in named.values() if a is not b and f" {a.name}" in b.name}
        named = {key: a for key, a in named.items() if key not in within}  # "Kenya. The Government of Kenya"
        told = {kind for p in phrases for kind in p.kinds}
        if len(named) == 1 and told.issuperset({"ACTIVE", "GIFT"}):
            return next(iter(named.values()))
    return None


def givers(amount: Played, donor: Donor, *, is_first: bool, in_project: bool) -> tuple[Actor, ...]:
    """Who gives it, by the nearest words; somebody whose name labels it does where that is the donor, for another may
    be the one who gets it. What is said of the amount before tells nothing where that is nobody's (`is_first`)."""
    with_giver = [
        s
        for s in amount.told
        if "giver" in s.slots
        and _may_give(amount, s.slots["giver"])
        and not ("MONEY" in s.asks and is_first)
        and not _has_its_part(amount.sentence, s.slots["giver"], donor, in_project=in_project)
    ]
    nearest = min(with_giver, key=lambda s: (not _signs(s, donor), s.length, -s.weight), default=None)
    if nearest and _gives_unnamed(amount, nearest.slots["giver"]):
        return ()
    if nearest:
        actors = nearest.slots["giver"].actors
        own = tuple(actor for actor in actors if donor.is_side(actor))
        return own if own and _sign(amount.sentence, nearest.slots["giver"], amount.place) else actors
    if amount.is_told("ours") and donor.name and not donor.iso3:
        return (Actor(donor.name, None, amount.sentence.start, ""),)
    labels = (s.slots["label"].actors for s in amount.told if "label" in s.slots)
    return next((actors for actors in labels if all(map(donor.is_side, actors))), ())


def _gives_unnamed(amount: Played, giver: Phrase) -> bool:
    """Whether somebody without a name follows what another gives: "Norway gave EUR 3 million, an anonymous friend EUR 1
    million"."""
    start = amount.sentence.place(giver)
    between = amount.sentence.phrases[start : amount.place] if start is not None else ()
    return any("UNNAMED" in p.kinds for p in dropwhile(lambda p: "MONEY" not in p.kinds, between))


def _signs(statement: Statement, donor: Donor) -> bool:
    """Whether the donor is told to sign what another does, too: "Ireland signed an agreement with UNICEF worth …"."""
    return "SIGN" in statement.asks and any(map(donor.is_side, statement.slots["giver"].actors))


def _sign(sentence: Sentence, phrase: Phrase, end: int) -> bool:
    """Whether somebody may only sign or announce what gives: "Ireland and UNICEF signed an accord that gives EUR 3
    million"."""
    start = sentence.place(phrase)
    return start is not None and any(p.kinds & {"SIGN", "ANNOUNCE"} for p in sentence.phrases[start:end])


def _may_give(amount: Played, phrase: Phrase) -> bool:
    """Whether somebody has no donors ("UNICEF’s largest donor"), is not where it goes ("in Nepal’s districts"), does
    not get it ("Nepal’s towns will receive") and does not only tell of it ("Ada Moss announced")."""
    sentence = amount.sentence
    place = sentence.place(phrase)
    if place is None:
        return True
    before = phrase_at(sentence.phrases, place - 1).text
    is_inside = before in of_class("INSIDE") and "DEMONYM" not in phrase.kinds
    is_taker = any(s.slots.get("taker") is phrase for s in amount.told)  # "Mali received EUR 9 million, Togo …"
    takes = "WHO" in phrase.kinds and any(s.tells == "takes" for s in statements(sentence, place, "WHO"))
    between = sentence.phrases[place : amount.place]
    gets = any("GET" in p.kinds and "GIFT" not in p.kinds for p in between)
    is_parted = sentence.in_heading and not DASHES.isdisjoint(
        p.text for p in between
    )  # "Mali – Pooled Fund (EUR 3 million)"
    speaks = _is_person(phrase) and any("ANNOUNCE" in p.kinds for p in between)
    is_no_body = _is_field(phrase) or any(map(is_scheme, phrase.actors))
    return not (is_inside or is_taker or is_parted or takes or gets or speaks or is_no_body)


def _is_field(phrase: Phrase) -> bool:
    """Whether a name that no list knows is of what somebody works for, and of no body: "Global Development"."""
    words = phrase.text.split()
    is_name = "NAME" in phrase.kinds and phrase.kinds.isdisjoint({"ENDOWED", "FUNDBODY"})
    return is_name and 1 < len(words) <= LONGEST_FIELD and words[-1] in of_class("TOPIC")


def _has_its_part(sentence: Sentence, phrase: Phrase, donor: Donor, *, in_project: bool) -> bool:
    """Whether what is somebody's is what it gets: "UNICEF’s funding", of a body for which others pay; outside of a
    project, to which several give their shares, "Mali’s share", of anybody but the donor."""
    place = sentence.place(phrase)
    after = sentence.phrases[place + 1 : place + 2 + REACH_OF_OWNER] if place is not None else ()
    is_part = after[:1] and after[0].text == "’" and any("RECEIVED" in p.kinds for p in after[2:])
    works = all(a.known == "multilateral" and not lends(a) for a in phrase.actors)
    return bool(is_part) and not any(map(donor.is_side, phrase.actors)) and (works or not in_project)


def _is_person(phrase: Phrase) -> bool:
    """Whether a name that no list knows may be a person's: of several words, and none of them names a body."""
    heads = {"BODY_HEAD", "ENDOWED", "FUNDBODY"}
    return "NAME" in phrase.kinds and phrase.kinds.isdisjoint(heads) and len(phrase.text.split()) > 1


def respectively(amounts: Sequence[Played]) -> None:
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


def labels(amounts: Sequence[Played], donor: Donor, section: Section) -> None:
    """Where the donor labels an amount, the other labels of the sentence, or of the facts or points around it, are
    those of givers, too; all are that stand under a heading of givers ("Our donors")."""
    labelled = [(amount, label) for amount in amounts if (label := _label(amount))]
    are_known = len(labelled) > 1 and all(actor.known or is_endowed(actor) for _, label in labelled for actor in label)
    for amount, label in labelled:
        beside = (one for one, _ in labelled if _are_beside(one, amount, section))
        # facts are looked at together (columns)
        is_headed = are_known and not amount.is_fact and _is_under_givers(amount, section)
        is_told = is_headed or any(map(donor.is_side, label))
        if not amount.givers and (is_told or any(map(donor.is_side, _givers(beside)))):
            amount.role, amount.givers = "share", label


def _givers(amounts: Iterable[Played]) -> Iterator[Actor]:
    """Who gives or labels them."""
    for amount in amounts:
        yield from amount.givers or _label(amount)


def _label(amount: Played) -> tuple[Actor, ...]:
    """Whose name labels an amount: before a colon, or alone before the value of a fact or in a point of a list."""
    if slot := next((s.slots["label"].actors for s in amount.told if "label" in s.slots), ()):
        return slot
    before = amount.sentence.phrases[: amount.place]
    before = tuple(p for p in before if "CELL" not in p.kinds and any(map(str.isalpha, p.text)))
    is_alone = len(before) == 1 and (amount.is_fact or amount.is_item) and amount.role in OPEN
    return before[0].actors if is_alone else ()


def _are_beside(one: Played, other: Played, section: Section) -> bool:
    """Whether two amounts stand in one sentence, in facts that stand together, or in points of one list."""
    if one.sentence is other.sentence:
        return True
    if one.is_item and other.is_item:
        above, below = (leads(section, amount.money.char_start) for amount in (one, other))
        return above == below
    return one.is_fact and other.is_fact and _block(one) == _block(other)


def _block(amount: Played) -> Block | None:
    return amount.passage.block if amount.passage else None


def _is_under_givers(amount: Played, section: Section) -> bool:
    """Whether the heading, or what leads up to the list, says that names are those of givers."""
    spans = leads(section, amount.money.char_start)
    above = [section.heading, *(section.content[span.start : span.end] for span in spans)]
    return any(says("givers").search(text) for text in above)
