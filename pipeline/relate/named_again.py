"""Who is meant by "the Bank", "the Foundation", "the Kingdom": somebody whom the section or the title names in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import is_

from pipeline.language.function_words import OF, THE
from pipeline.language.lexicon import by_language, rows
from pipeline.model import Organisation
from pipeline.relate.actors import GOVERNMENT, alike, names_no_other
from pipeline.relate.phrases import Actor, Phrase, Sentence, phrase_at
from pipeline.relate.subjects import is_free
from pipeline.relate.words import of_class
from pipeline.wording import country


def named_again(own: Sequence[Sentence], title: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of a section; where a noun with an article stands for a name, its phrase names the same body. Of
    two bodies with that noun in their names neither is meant."""
    if not any("AGAIN" in sentence.kinds for sentence in own):
        return list(own)
    titled = [(noun, _as_listed(actor)) for noun, actor in _named(title)]
    titled += [
        (noun, _as_listed(a)) for noun in sorted(GOVERNMENT()) for a in _states(title) if names_no_other(own, a.iso3)
    ]
    known, found = list[tuple[str, Actor]](), list[Sentence]()
    for sentence in own:
        found.append(_with_meant(sentence, [*known, *titled]) if "AGAIN" in sentence.kinds else sentence)
        known += _named([sentence])
    return found


def _with_meant(sentence: Sentence, known: Sequence[tuple[str, Actor]]) -> Sentence:
    phrases = list(sentence.phrases)
    for place, phrase in enumerate(phrases):
        if "AGAIN" in phrase.kinds and (not phrase.actors or _is_noun(phrase)):
            phrases[place] = _meant(sentence.phrases, place, known)
    return sentence if all(map(is_, phrases, sentence.phrases)) else replace(sentence, phrases=tuple(phrases))


def _meant(phrases: Sequence[Phrase], place: int, known: Iterable[tuple[str, Actor]]) -> Phrase:
    """A phrase, with whom it names again: "the fund", not "the fund of", nor "the fund manager"."""
    phrase = phrases[place]
    if phrase_at(phrases, place - 1).text not in THE() or phrase_at(phrases, place + 1).text in OF():
        return phrase
    meant = [actor for noun, actor in known if noun in phrase.text.split()]
    if not meant or not all(_are_one(actor, meant[-1]) for actor in meant):
        return phrase
    kinds = (phrase.kinds - {"PROJECT", "GIFT"}) | {"WHO", "BODY"} | ({"SUBJ"} if is_free(phrases, place) else set())
    return phrase._replace(kinds=frozenset(kinds), actors=(meant[-1]._replace(start=phrase.start),))


def _is_noun(phrase: Phrase) -> bool:
    """Whether words with capitals are nouns that may stand for any such body: "the City Council"."""
    return "NAME" in phrase.kinds and of_class("AGAIN").issuperset(phrase.text.split())


def _as_listed(actor: Actor) -> Actor:
    """Somebody whom the title names; a country by its plain name, as the document's donor is called."""
    return actor._replace(name=country(actor.iso3)) if actor.iso3 and actor.known == "country" else actor


def _are_one(one: Actor, other: Actor) -> bool:
    return alike(one.name, other.name) or (one.iso3 is not None and one.iso3 == other.iso3)


def _named(sentences: Iterable[Sentence]) -> Iterator[tuple[str, Actor]]:
    """Whom sentences name, by each noun that may stand for the name."""
    for sentence in sentences:
        for _, phrase in sentence.named:
            for member in phrase.members or (phrase,):
                for actor in member.actors:
                    named = member.mention.name if isinstance(member.mention, Organisation) else actor.name
                    forms = {*f"{named} {member.text}".lower().split(), *(_realms().get(actor.iso3 or "", ()))}
                    yield from ((noun, actor) for noun in sorted(forms & of_class("AGAIN")))


def _states(sentences: Iterable[Sentence]) -> list[Actor]:
    return [a for s in sentences for _, p in s.named for a in p.actors if a.iso3 and a.known in ("country", "office")]


@by_language
def _realms() -> dict[str, frozenset[str]]:
    """The words of all names of a country: "Kingdom of Thailand"."""
    return {
        row["iso3"]: frozenset(f"{row['name']} {row['aliases']}".lower().replace(";", " ").split())
        for row in rows("countries")
    }
