"""Whom a document is a profile of: whom its text says gives.

Everybody who is said to give counts by how often; a country in which work takes place counts against itself, as does a
body that gets or spends. The one whom the title names goes before, unless the text only tells of work there or of what
others give, or no list knows the name and neither the text says that it gives nor the name: "Annual Report" is nobody.
Of several whom it names it is the one that gives. Nor is a body the donor that no list knows and no title names. No
file name speaks for anybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from operator import gt

from pipeline.language.function_words import FOR, TO
from pipeline.language.giving import giving_countries
from pipeline.language.lexicon import by_language
from pipeline.model import Country
from pipeline.relate.actors import Donor, alike, is_endowed, is_local, lends
from pipeline.relate.phrases import Actor, Phrase, Sentence, phrase_at
from pipeline.relate.statements import statements
from pipeline.relate.words import classes, of_class
from pipeline.wording import country

GIVEN, HEADED = 2, 4
TIES = frozenset({"DONORS", "GIVING", "PARTNERS", "RELATION", "AGREEMENT"})
HELPED = frozenset({"CALAMITY", "STORM", "NEEDS", "STATE_REPORT"})
ENOUGH = 3
COUNTED = frozenset({"MONEY", "WHO", "NAMED"})
CLEARLY = 1.5  # times as much as the next


class _Count:
    """How often everybody is said to give, and what speaks against it, by code or name."""

    def __init__(self, sections: Iterable[Sequence[Sentence]]) -> None:
        self.votes: Counter[str] = Counter()
        self.against: Counter[str] = Counter()
        self.names: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self.able: set[str] = set()  # who is known to give, or by its name is there for it
        for sentence in (sentence for sentences in sections for sentence in sentences):
            for place, phrase in sentence.named:
                if not phrase.kinds.isdisjoint(COUNTED):
                    for actor, weight in _gives(sentence, place, phrase):
                        self._vote(actor, weight)
                    self.against.update((*_hosts(sentence, place, phrase), *_takes(sentence, place, phrase)))

    def _vote(self, actor: Actor, weight: int) -> None:
        key = _key(actor)
        self.votes[key] += weight
        if actor.known not in ("", "place", "person") or is_endowed(actor):
            self.able.add(key)
        if actor.iso3:
            self.codes[key] = actor.iso3
        self.names.setdefault(key, actor.name)

    def of(self, actor: Actor) -> tuple[int, int]:
        """What speaks for somebody, by all names, and against."""
        return _votes(actor, self.votes, self.names), self.against[_key(actor)]

    @property
    def ranked(self) -> list[tuple[int, str]]:
        """What is left for each who may be a donor, the most first."""
        return sorted(((self.votes[key] - self.against[key], key) for key in self.able), reverse=True)


def donor(title: Sequence[Sentence], sections: Iterable[Sequence[Sentence]]) -> Donor:
    """The donor; nobody where the text leaves it open."""
    count = _Count(sections)
    places = [actor for actor in _places(title) if gt(*count.of(actor))]
    titled = list({_key(actor): actor for actor in reversed([*places, *_titled(title)])}.values())
    titled = [a for a in titled if a.known == "donor_agency" or gt(*count.of(a))] or titled
    only = next(iter(titled)) if len(titled) == 1 else None
    if only and _is_donor(only, count, title):
        return Donor(_name(only.name, only.iso3), only.iso3 or "")
    ranked = count.ranked
    rest = [points for points, _ in ranked[1:] if points > 0]
    least = [ENOUGH, *(CLEARLY * points for points in rest), *([sum(rest)] if titled else [])]
    if ranked and ranked[0][0] >= max(least):
        key = ranked[0][1]
        code = count.codes.get(key)
        return Donor(_name(count.names[key], code), code or "")
    return Donor("", "")


def _key(actor: Actor) -> str:
    return actor.iso3 or actor.name.lower()


def _is_donor(actor: Actor, count: _Count, title: Sequence[Sentence]) -> bool:
    """Whether the only one whom a title names is the donor: an agency always, a state that the text says to give, or
    that may be one by its title where the text does not tell of gifts of others alone, another where the text says that
    it gives."""
    told, denied = count.of(actor)
    if actor.known == "donor_agency":
        return True
    is_whole = _is_whole(title)
    is_rivalled = not is_whole and any(n >= GIVEN and key in count.codes for n, key in count.ranked)
    is_state = actor.known in ("country", "office") and (told > 0 or (_may_give(actor, title) and not is_rivalled))
    is_known = is_state or is_endowed(actor) or lends(actor) or (is_local(actor) and is_whole)
    is_body = actor.known or is_local(actor) or not of_class("FUNDBODY").isdisjoint(actor.name.lower().split())
    return denied <= told and (is_known or told - denied >= (1 if is_body else ENOUGH))


def _may_give(actor: Actor, title: Sequence[Sentence]) -> bool:
    """Whether a title may be one of a state that gives, and not of one that is helped or reports on itself ("Kenya:
    drought appeal", "Togo: transparency report"): the state has an agency for it, or the title tells of ties or names
    a body."""
    words = f" {' '.join(phrase.text for sentence in title for phrase in sentence.phrases)} "
    is_tied = any(tie in words for tie in _entries(TIES))
    is_beside = any(a.known == "multilateral" for sentence in title for _, p in sentence.named for a in p.actors)
    is_aiding = actor.iso3 in giving_countries() or is_tied or is_beside
    return is_aiding and not any(entry in words for entry in _entries(HELPED))


@by_language
def _entries(names: Set[str]) -> tuple[str, ...]:
    """The entries of some classes; names in capitals are one phrase, whatever their words say."""
    return tuple(f" {' '.join(entry)} " for entry, kinds in classes().items() if not kinds.isdisjoint(names))


def _is_whole(title: Sequence[Sentence]) -> bool:
    """Whether a title is a name and nothing else."""
    return [len(sentence.phrases) for sentence in title] == [1]


def _titled(title: Sequence[Sentence]) -> list[Actor]:
    """Who may be the donor that a title names: no people but in "German aid", and nobody where the work is, or who gets
    it; those of a list before those of none, of these those that are there to give, and a multilateral body where it
    alone is named, or the title begins with one that is there to lend."""
    placed = [(sentence, place, phrase) for sentence in title for place, phrase in sentence.named]
    hosts = {iso3 for told in placed for iso3 in _hosts(*told)}
    named = [
        (phrase, actor)
        for sentence, place, phrase in placed
        for actor in phrase.actors
        if actor.iso3 not in hosts
        and not _is_helped(sentence, place, phrase)
        and (actor.known != "demonym" or _has_gift(sentence, place))
    ]
    first = named[0] if named else None
    if first and first[1].known == "multilateral" and (lends(first[1]) or len(named) == 1):
        beside = [actor for actor in first[0].actors if actor.known != "multilateral" or lends(actor)]
        return [first[1], *(actor for actor in beside if actor != first[1])]
    named = [(phrase, actor) for phrase, actor in named if actor.known != "multilateral"]
    unlisted = [a for p, a in named if p.mention is None]
    known = [a for _, a in named if a.known]
    local = [a for _, a in named if is_local(a)]
    return [*local, *known] or [a for a in unlisted if is_endowed(a)] or unlisted


def _places(title: Sequence[Sentence]) -> list[Actor]:
    """The cities and regions that a title names, which may give: "Flanders and UNESCO"."""
    members = (m for sentence in title for _, phrase in sentence.named for m in (phrase.members or (phrase,)))
    mentions = (m.mention for m in members if not m.actors)
    places = (m for m in mentions if isinstance(m, Country) and m.kind == "place")
    return [Actor(" ".join(m.text.split()), None, m.char_start, "place") for m in places]


def _votes(actor: Actor, votes: Mapping[str, int], names: Mapping[str, str]) -> int:
    """How often somebody is said to give, by all names."""
    if actor.iso3:
        return votes[actor.iso3]
    return sum(n for key, n in votes.items() if alike(names[key], actor.name))


def _name(printed: str, code: str | None) -> str:
    return country(code) if code else printed


def _gives(sentence: Sentence, place: int, phrase: Phrase) -> Iterable[tuple[Actor, int]]:
    if "MONEY" in phrase.kinds:
        for statement in statements(sentence, place, "MONEY"):
            who = statement.slots.get("giver") or statement.slots.get("label")
            if who and statement.tells.startswith("share"):
                yield from ((actor, GIVEN) for actor in who.actors)
                return
    if phrase.actors and sentence.in_heading and any(s.tells == "gives" for s in statements(sentence, place, "WHO")):
        for actor in phrase.actors:
            yield actor, HEADED


def _takes(sentence: Sentence, place: int, phrase: Phrase) -> Iterable[str]:
    """The bodies, by name, that others give to or that spend."""
    told = statements(sentence, place, "WHO") if "WHO" in phrase.kinds else ()
    if _is_helped(sentence, place, phrase) or any(s.tells == "spends" for s in told):
        yield from (actor.name.lower() for actor in phrase.actors if not actor.iso3)


def _is_helped(sentence: Sentence, place: int, phrase: Phrase) -> bool:
    """Whether others give to somebody, or it receives; not where something is only "of" it."""
    told = statements(sentence, place, "WHO") if "WHO" in phrase.kinds else ()
    return any(s.tells == "gets" and not s.asks.isdisjoint({"GET", *TO(), *FOR()}) for s in told)


def _has_gift(sentence: Sentence, place: int) -> bool:
    """Whether a gift is a people's: "German aid", "Estonian development cooperation"."""
    after, second = (phrase_at(sentence.phrases, i).kinds for i in (place + 1, place + 2))
    return "GIFT" in after or ("TOPIC" in after and "GIFT" in second)


def _hosts(sentence: Sentence, place: int, phrase: Phrase) -> Iterable[str]:
    if "NAMED" in phrase.kinds:
        told = [s for kind in phrase.kinds & {"PLACE", "DEMONYM", "NAMED"} for s in statements(sentence, place, kind)]
        best = max((s for s in told if s.tells.startswith(("there", "away"))), key=lambda s: s.weight, default=None)
        if best is not None and best.tells.startswith("there"):
            for member in phrase.members or (phrase,):
                if isinstance(member.mention, Country) and member.mention.iso3:
                    yield member.mention.iso3
