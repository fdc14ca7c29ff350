"""Who gives, who works along and who gets: what the frames tell of every name of a section."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence, Set
from operator import attrgetter
from typing import Literal, NamedTuple

from pipeline.language.function_words import AND, FOR, OF, THE
from pipeline.language.lexicon import by_language, rows, word_set
from pipeline.model import Country
from pipeline.relate.phrases import Actor, Phrase, Sentence, phrase_at
from pipeline.relate.statements import statements
from pipeline.relate.subjects import names_a_project
from pipeline.relate.words import of_class

ORGANISATIONS = ("donor_agency", "multilateral", "association")  # kinds of those that lists know
GOVERNMENT, SCHEMES, LOCAL = (word_set("function_words", role) for role in ("government", "scheme", "local body"))


class Involved(NamedTuple):
    """Who has a part in the work of a section, in text order, each once; `open` are bodies that it names and of whose
    part it tells nothing."""

    funders: tuple[Actor, ...]
    partners: tuple[Actor, ...]
    open: tuple[Actor, ...]


class Donor(NamedTuple):
    """Whom the document is a profile of: the name and, of a country, its code; both empty where that is open."""

    name: str
    iso3: str

    def is_side(self, actor: Actor) -> bool:
        """Whether somebody is the donor, one of its agencies or ministries."""
        if self.iso3 and (actor.iso3 == self.iso3 or (actor.known == "office" and not actor.iso3)):
            return True  # the ministry that gives is the donor's where no other country is named with it
        return bool(self.name) and not self.iso3 and alike(self.name, actor.name)


def alike(one: str, other: str) -> bool:
    """Whether two names are of one body: by a list, by the same words but for "Foundation", "City of" and the like, by
    the initials of one, or where one leaves out what the body is for ("Arab Fund for Development")."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    if " " in short and any(long.startswith(f"{short} {word} ") for word in FOR()):
        return True
    small = THE() | OF() | FOR() | AND()
    listed = [_listed().get(name.lower(), name) for name in (one, other)]
    plain = [[w for w in name.lower().replace("’", " ").replace(".", "").split() if w not in small] for name in listed]
    heads = of_class("ENDOWED") | LOCAL()
    plain = [[w for w in words if w not in heads] or words for words in plain]
    if not all(plain):
        return False
    initials = ["".join(w[0] for w in words) for words in plain]
    first, second = map(" ".join, plain)
    return first == second or initials[0] == second or initials[1] == first


@by_language
def _listed() -> dict[str, str]:
    """The name that a list has for each other name of a body."""
    agencies = [*rows("agencies"), *rows("agency_names")]
    return {alias.lower(): row["name"] for row in agencies for alias in row["aliases"].split(";") if alias}


def involved(
    sentences: Sequence[Sentence],
    givers: Iterable[Actor],
    donor: Donor,
    helpers: Iterable[Actor] = (),
    elsewhere: Container[int] = (),
) -> Involved:
    """The organisations that have a part in the work. `givers` are those of its amounts and facts, `helpers` those whom
    facts name as partners; who gives in a sentence that begins at one of `elsewhere` gives to another's work."""
    funders, partners, left = list(givers), list(helpers), list[Actor]()
    own = _own_names(sentences)
    for sentence in sentences:
        for place, phrase in sentence.named:
            foci = phrase.kinds & {"WHO", "SUBJ", "FUNDBODY"}
            tells = {s.tells for focus in foci for s in statements(sentence, place, focus)}
            if any(a.known == "donor_agency" or is_endowed(a) or lends(a) for a in phrase.actors):
                tells -= {"helps"}  # who helps along with it pays, too
            for actor in phrase.actors:
                part = _part(actor, tells, donor)
                if part == "funder" and sentence.start in elsewhere and not donor.is_side(actor):
                    left.append(actor)
                elif part:
                    (funders if part == "funder" else partners).append(actor)
                elif not sentence.in_heading and "SEAT" not in phrase.kinds and not donor.is_side(actor):
                    left += [actor] if _may_have_a_part(actor, tells) else []
    named = ([a for a in actors if a.name not in own and not is_scheme(a)] for actors in (funders, partners))
    kept, others = (distinct(sorted(actors, key=attrgetter("start"))) for actors in named)
    others = tuple(a for a in others if not any(_are_one(a, f) for f in kept))
    left = [a for a in left if a.name not in own and not is_scheme(a)]
    left = [a for a in left if not any(_are_one(a, other) for other in kept + others)]
    return Involved(kept, others, distinct(left))


def _own_names(sentences: Sequence[Sentence]) -> set[str]:
    """The names of projects that sentences tell, which neither give nor work along: "the SAFE project", "the project
    Safe Ports (SAFE)"; and what the heading calls the project ("The Safe Ports Initiative") and its initials."""
    title = " ".join(phrase.text for s in sentences if s.in_heading for phrase in s.phrases)
    is_title = title.split(" ")[-1] in (of_class("PROJECT") - of_class("FUNDBODY")) | SCHEMES()
    return {
        actor.name
        for sentence in sentences
        for place, phrase in sentence.named
        for actor in phrase.actors
        if (is_title and not actor.known and alike(title, actor.name))
        or (
            (names_a_project(sentence.phrases, place) or _is_short_for_project(sentence.phrases, place))
            and not (actor.known or is_endowed(actor) or actor.name.lower().split()[-1] in of_class("BODY_HEAD"))
        )
    }


def _is_short_for_project(phrases: Sequence[Phrase], place: int) -> bool:
    """Whether a name stands in brackets behind a word for a project: "The Safe Ports programme (SAFE)"."""
    named, opened, closed = (phrase_at(phrases, i) for i in (place - 2, place - 1, place + 1))
    is_bracketed = (opened.text, closed.text) == ("(", ")")
    return is_bracketed and "PROJECT" in named.kinds and "WHO" not in named.kinds


def is_scheme(actor: Actor) -> bool:
    """Whether a name that no list knows is of grants or an appeal, which others pay for: "Harbour Emergency Grants"."""
    return not actor.known and actor.name.lower().split()[-1] in SCHEMES()


def _part(actor: Actor, tells: set[str], donor: Donor) -> Literal["funder", "partner"] | None:
    """The part of somebody, by what the frames tell of the name; who only helps to pay is no funder unless it is the
    donor's side or gives aid as its trade."""
    own, is_agency = donor.is_side(actor), actor.known == "donor_agency"
    may_work = actor.known not in ("country", "demonym", "place", "person")
    is_ministry = actor.known == "office" and not actor.iso3
    is_donor = own and (actor.known == "office" or alike(donor.name, actor.name))
    if "lends" in tells:
        return "funder" if actor.known in ORGANISATIONS or is_endowed(actor) or lends(actor) else None
    if "carries" in tells and may_work and (not is_donor or is_ministry):
        return "partner"  # a ministry that works is the country's, and an agency may work for the donor that it is of
    if "spends" in tells:
        return None
    may_give = actor.known or is_endowed(actor)
    # the support of others may be anything
    gives = "gives" in tells and "takes" not in tells and (may_give or "helps" not in tells)
    backs = own and "backs" in tells and not (is_ministry and "works" in tells)
    if gives or backs or (is_agency and "sponsors" in tells) or ("joins" in tells and gives_by_trade(actor)):
        return "funder"
    works = "works" in tells or ("does" in tells and (not own or is_ministry) and (actor.known or is_body(actor)))
    works = works or ("signs" in tells and not own and not gives_by_trade(actor))
    if works and may_work and "provides" not in tells:
        return "funder" if own and actor.known == "office" and actor.iso3 else "partner"
    return "funder" if own and is_agency else None


def _may_have_a_part(actor: Actor, tells: Set[str]) -> bool:
    """Whether somebody whom a sentence names may give or work along, though no frame tells it: a body, or whoever does
    something; no programme, and no government of a country."""
    is_named_so = is_body(actor) and actor.name.lower().split()[-1] not in of_class("PROJECT") - of_class("FUNDBODY")
    is_some_body = actor.known in ORGANISATIONS or (actor.known in ("", "office") and is_named_so)
    is_open = is_some_body and "spends" not in tells and not _is_government(actor)
    return is_open or (not actor.known and "does" in tells)


def gives_by_trade(actor: Actor) -> bool:
    """Whether it is likelier that somebody who gives along with others pays than that it works: no UN agency."""
    return actor.known not in ("", "multilateral", "association") or is_endowed(actor) or lends(actor)


def is_endowed(actor: Actor) -> bool:
    """Whether a name that no list knows is of a body that is there to give."""
    return not of_class("ENDOWED").isdisjoint(actor.name.lower().split())


def is_local(actor: Actor) -> bool:
    """Whether a name that no list knows is of a city, a region or its government."""
    words = actor.name.lower().split()
    return actor.known in ("", "place") and not LOCAL().isdisjoint((words[0], words[-1]))


def is_body(actor: Actor) -> bool:
    """Whether a name says what kind of body it is of, and so is no project's."""
    words = actor.name.lower().split()
    return any(not of_class(kind).isdisjoint(words) for kind in ("BODY_HEAD", "ENDOWED", "FUNDBODY"))


def lends(actor: Actor) -> bool:
    """Whether a name is of a body that is there to lend."""
    return not of_class("BANK").isdisjoint(actor.name.lower().split())


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each once, by the names."""
    kept: list[Actor] = []
    for actor in actors:
        if not any(_are_one(actor, other) for other in kept):
            kept.append(actor)
    return tuple(kept)


def _are_one(one: Actor, other: Actor) -> bool:
    is_short = one.short == other.name or other.short == one.name
    return is_short or alike(one.name, other.name) or _are_one_state(one, other)


def _are_one_state(one: Actor, other: Actor) -> bool:
    """Whether one is the government of a state, and the other the state or its agency: "the Japanese government",
    "Japan", "JICA"."""
    office, side = (one, other) if _is_government(one) else (other, one)
    is_of_one = office.iso3 is not None and side.iso3 == office.iso3
    return is_of_one and _is_government(office) and side.known in ("country", "demonym", "donor_agency")


def names_no_other(sentences: Iterable[Sentence], iso3: str | None) -> bool:
    """Whether sentences name no other country, whose government or "Ministry of Health" they may mean."""
    named = (p.mention for s in sentences for _, phrase in s.named for p in (phrase.members or (phrase,)))
    return all(mention.iso3 in (None, iso3) for mention in named if isinstance(mention, Country))


def _is_government(actor: Actor) -> bool:
    return actor.known == "office" and not GOVERNMENT().isdisjoint(actor.name.split())
