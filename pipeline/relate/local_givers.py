"""Cities, provinces and regions that give, and what people leave: "Berlin pays", "EUR 3 million from the province of
Trento", "the estate of Ada Moss gave".

Takes the phrases of a sentence; what stands in a giver's place is somebody from here on, else nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.function_words import BY, ESTATE, FROM, OF, THE, TO
from pipeline.model import Country
from pipeline.relate.phrases import Actor, Phrase, phrase_at
from pipeline.relate.subjects import is_free
from pipeline.relate.words import of_class, written

GIVES = frozenset({"GIVE", "FUNDS"})
GIFTS = GIVES | {"GIFT", "MONEY"}
NAMES = frozenset({"WHO", "PLACE"})


def with_local_givers(content: str, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, with each place or estate in a giver's place as somebody who gives."""
    if all(GIFTS.isdisjoint(phrase.kinds) for phrase in phrases):
        return phrases
    whole = list(_headed(content, phrases))
    places = [i for i, (phrase, own) in enumerate(whole) if _is_place(phrase) or own]
    if not places:
        return phrases
    row, giving = [phrase for phrase, _ in whole], set[int]()
    for i in places:
        first, last = _row(row, i)
        if _follows_gift(row, first, last) or _is_giving(row, first, last) or _gives_too(row, i):
            giving.add(i)
    return [
        p
        for i, (phrase, own) in enumerate(whole)
        for p in ([_giver(content, phrase)] if i in giving else own or [phrase])
    ]


def _headed(content: str, phrases: Sequence[Phrase]) -> Iterator[tuple[Phrase, Sequence[Phrase]]]:
    """The phrases; a name that goes with what tells that it is a city or estate has those that it is made of."""
    i, estates = 0, ESTATE()
    while i < len(phrases):
        end = i + 1
        heads = "AREA" in phrases[i].kinds or phrases[i].text in estates
        if heads and phrase_at(phrases, end).text in OF():
            end += 1
            while phrase_at(phrases, end).text in THE():
                end += 1
        named = phrase_at(phrases, end)
        if end > i + 1 and (_is_place(named) or "NAME" in named.kinds):
            text = written(content[phrases[i].start : named.end])
            yield named._replace(text=text, start=phrases[i].start, actors=()), phrases[i : end + 1]
            i = end + 1
        else:
            yield phrases[i], ()
            i += 1


def _giver(content: str, phrase: Phrase) -> Phrase:
    name = " ".join(content[phrase.start : phrase.end].split())
    return phrase._replace(kinds=phrase.kinds | {"WHO"}, actors=(Actor(name, None, phrase.start, "place"),))


def _is_place(phrase: Phrase) -> bool:
    return isinstance(phrase.mention, Country) and phrase.mention.kind == "place" and not phrase.actors


def _row(phrases: Sequence[Phrase], i: int) -> tuple[int, int]:
    """The first and the last of the names in a row with the one at a place."""
    first = last = i
    while (before := _beside(phrases, first, -1)) is not None:
        first = before
    while (after := _beside(phrases, last, 1)) is not None:
        last = after
    return first, last


def _beside(phrases: Sequence[Phrase], i: int, step: int) -> int | None:
    """The name before or after one, with nothing but what links the names of a list between them."""
    j = i + step
    while phrase_at(phrases, j).text in of_class("LINK"):
        j += step
    is_name = not phrase_at(phrases, j).kinds.isdisjoint(NAMES)
    return j if is_name and abs(j - i) > 1 else None


def _follows_gift(phrases: Sequence[Phrase], first: int, last: int) -> bool:
    """Whether names tell where a gift is from, and neither whose it is, nor where it goes from there: "from Berlin"."""
    j = first - 1
    while phrase_at(phrases, j).text in THE():
        j -= 1
    is_from = phrase_at(phrases, j).text in FROM() | BY() and not GIFTS.isdisjoint(phrase_at(phrases, j - 1).kinds)
    after = phrase_at(phrases, last + 1)
    return is_from and after.text not in TO() | {"-", "’"} and bool(after.kinds or not after.text.isalpha())


def _is_giving(phrases: Sequence[Phrase], first: int, last: int) -> bool:
    """Whether names are the subject of a verb of giving: "Berlin and Bremen have paid"."""
    verb = last + 1
    while "AUX" in phrase_at(phrases, verb).kinds:
        verb += 1
    is_passive = phrase_at(phrases, verb + 1).text in BY()
    kinds = phrase_at(phrases, verb).kinds
    gives = not GIVES.isdisjoint(kinds) or ("LEFT" in kinds and "PLACE" not in phrases[first].kinds)
    return gives and not is_passive and is_free(phrases, first)


def _gives_too(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a name stands before an amount in a row of such: "Ghent gave EUR 3 million, Bruges EUR 1 million"."""
    is_second = phrase_at(phrases, i - 1).text in of_class("LINK") and any("MONEY" in p.kinds for p in phrases[:i])
    return is_second and "MONEY" in phrase_at(phrases, i + 1).kinds
