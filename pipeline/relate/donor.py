"""Whom a document is a profile of: whom its text says gives.

Everybody who is said to give counts by how often; a country in which work takes place counts against itself, as does a
body that gets or spends. The one whom the title names goes before, unless the text only tells of work there, or no list
knows the name and neither the text says that it gives nor the name: "Annual Report" is nobody. Nor is a body that no
list knows and no title names. No file name speaks for anybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pipeline.model import Country
from pipeline.relate.actors import Donor, alike, is_endowed, lends
from pipeline.relate.phrases import Actor, Phrase, Sentence
from pipeline.relate.statements import statements
from pipeline.wording import country

GIVEN, HEADED = 2, 4
ENOUGH = 3
COUNTED = frozenset({"MONEY", "WHO", "NAMED"})
CLEARLY = 1.5  # times as much as the next


def donor(title: Sequence[Sentence], sections: Iterable[Sequence[Sentence]]) -> Donor:
    """The donor; nobody where the text leaves it open."""
    votes: Counter[str] = Counter()
    against: Counter[str] = Counter()
    names: dict[str, str] = {}
    codes: dict[str, str] = {}
    able: set[str] = set()  # who is known to give, or by its name is there for it

    def vote(actor: Actor, weight: int) -> None:
        key = actor.iso3 or actor.name.lower()
        votes[key] += weight
        if actor.known or is_endowed(actor):
            able.add(key)
        if actor.iso3:
            codes[key] = actor.iso3
        names.setdefault(key, actor.name)

    for sentences in sections:
        for sentence in sentences:
            for place, phrase in enumerate(sentence.phrases):
                if phrase.kinds.isdisjoint(COUNTED):
                    continue
                for actor, weight in _gives(sentence, place, phrase):
                    vote(actor, weight)
                for key in (*_hosts(sentence, place, phrase), *_takes(sentence, place, phrase)):
                    against[key] += 1
    titled = _titled(title)
    if len({a.iso3 or a.name for a in titled}) == 1:
        actor = titled[0]
        told, denied = _votes(actor, votes, names), against[actor.iso3 or actor.name.lower()]
        is_known = actor.known not in ("", "multilateral", "group") or is_endowed(actor) or lends(actor)
        if denied <= told and (is_known or told - denied >= (1 if actor.known else ENOUGH)):
            return Donor(_name(actor.name, actor.iso3), actor.iso3 or "")
    ranked = [(votes[key] - against[key], key) for key in votes if key in able]
    ranked.sort(reverse=True)
    rest = [points for points, _ in ranked[1:] if points > 0]
    least = [ENOUGH, *(CLEARLY * points for points in rest), *([sum(rest)] if titled else [])]
    if ranked and ranked[0][0] >= max(least):
        key = ranked[0][1]
        return Donor(_name(names[key], codes.get(key)), codes.get(key, ""))
    return Donor("", "")


def _titled(title: Sequence[Sentence]) -> list[Actor]:
    """Who may be the donor that a title names: no people, and nobody where the work is; those of a list before those of
    none, and a multilateral body where it alone is named, or the title begins with one that is there to lend."""
    hosts = {iso3 for s in title for place, phrase in enumerate(s.phrases) for iso3 in _hosts(s, place, phrase)}
    named = [(phrase, actor) for s in title for phrase in s.phrases for actor in phrase.actors]
    named = [(phrase, actor) for phrase, actor in named if actor.known != "demonym" and actor.iso3 not in hosts]
    first = named[0] if named else None
    if first and first[1].known == "multilateral" and (lends(first[1]) or len(named) == 1):
        beside = [actor for actor in first[0].actors if actor.known != "multilateral" or lends(actor)]
        return [first[1], *(actor for actor in beside if actor != first[1])]
    named = [(phrase, actor) for phrase, actor in named if actor.known != "multilateral"]
    return [a for _, a in named if a.known] or [a for p, a in named if p.mention is None]


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
    if "WHO" in phrase.kinds and any(s.tells in ("gets", "spends") for s in statements(sentence, place, "WHO")):
        yield from (actor.name.lower() for actor in phrase.actors if not actor.iso3)


def _hosts(sentence: Sentence, place: int, phrase: Phrase) -> Iterable[str]:
    if "NAMED" in phrase.kinds:
        told = [s for kind in phrase.kinds & {"PLACE", "DEMONYM", "NAMED"} for s in statements(sentence, place, kind)]
        best = max((s for s in told if s.tells.startswith(("there", "away"))), key=lambda s: s.weight, default=None)
        if best is not None and best.tells.startswith("there"):
            for member in phrase.members or (phrase,):
                if isinstance(member.mention, Country) and member.mention.iso3:
                    yield member.mention.iso3
