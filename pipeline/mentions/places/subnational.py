"""Cities, provinces and regions of the countries that a text names, where the words around make them sure.

A place is sought only among those of the countries that the text names elsewhere; it must follow a word of place
(place_cues.csv), stand in a row with one that does or that is well known, or stand before its country ("Sfax,
Tunisia"). Names that are also words ("East", "March") need to be called a region or the like, or to stand in a row
before their country. A name that two of the countries have, and whose country does not follow, is left alone.

A country or people whose name is also that of a place ("the Nigerian states of Benue, Niger and Kogi") is the place in
a row with two other places of that country, if the row is called so; else it may be either.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

from pipeline.language.lexicon import NameTable, Words, key, listed, rows
from pipeline.language.phrases import PhraseBook, word_classes
from pipeline.mentions.places.coordination import Enumeration, enumerations
from pipeline.mentions.places.gazetteer import Meaning, Named, names_in

FAR_GREATER = 10  # times nearer to the top of a country's list of cities
MOST_BESIDE_A_COUNTRY = 2  # names in a row of a country and a place: "Kano and Niger" leaves the country
TO_COUNTRY = frozenset({",", "(", "in"})  # "Sfax, Tunisia", "Sfax (Tunisia)", "Sfax in Tunisia"
FROM_COUNTRY = frozenset({"(", ":"})  # "Tunisia (Sfax and Sousse)"


def with_places(text: Words, found: list[Named]) -> list[Named]:
    """The names found and the sure places of the countries among them, in text order."""
    countries = {named.codes[0] for named in found if len(named.codes) == 1}
    taken = {index for named in found for index in range(named.start, named.end)}
    all_places = _candidates(text, countries)
    ends = {named.end for named in [*found, *all_places]}
    candidates = [
        named for named in all_places if not (_goes_on(text, named.end) or _begins_earlier(text, named.start, ends))
    ]
    free = [named for named in candidates if taken.isdisjoint(range(named.start, named.end))]
    namesakes = {(named.start, named.end): named for named in candidates if named.start in taken}
    known = [named for named in found if named.kind == "place"]
    kept = [_or_place(text, named, namesakes.get((named.start, named.end)), [*known, *free]) for named in found]
    return sorted([*kept, *_sure_places(text, kept, free)])


def _or_place(text: Words, named: Named, namesake: Named | None, places: list[Named]) -> Named:
    """A name as it is, or as that of a place of the same name, where two other places of its country are beside it."""
    if namesake is None or namesake.codes == named.codes or len(namesake.codes) > 1:
        return named
    own = [place for place in places if place.codes == namesake.codes]
    row = next(row for row in enumerations(text, sorted([*own, namesake])) if namesake in row.names)
    if len(row.names) <= MOST_BESIDE_A_COUNTRY:
        return named
    is_place = _cue(text, row) == "word"
    return namesake if is_place else named._replace(meanings=(*named.meanings, *namesake.meanings))


def _sure_places(text: Words, found: list[Named], candidates: list[Named]) -> list[Named]:
    known = [named for named in found if named.kind == "place"]
    return [
        named._replace(meanings=meanings)
        for row in enumerations(text, sorted([*candidates, *known], key=lambda named: named.start))
        for named in row.names
        if named not in known and (meanings := _sure(text, named, row, found, known))
    ]


def _candidates(text: Words, countries: set[str]) -> list[Named]:
    """The longest names of places of any of the countries, each with its meanings in all of them."""
    meanings: dict[tuple[int, int], tuple[Meaning, ...]] = {}
    for iso3 in sorted(countries):
        for named in names_in(text, _places_of(iso3)):
            span = (named.start, named.end)
            meanings[span] = meanings.get(span, ()) + named.meanings
    longest: list[Named] = []
    for (start, end), choices in sorted(meanings.items(), key=lambda item: (item[0][0], -item[0][1])):
        if not longest or start >= longest[-1].end:
            longest.append(Named(start, end, choices))
    return longest


def _goes_on(text: Words, end: int) -> bool:
    """Whether the next word belongs to the same name, as in "Union Parishad"."""
    following = text.written[end : end + 1]
    return bool(following) and following[0].istitle() and text.folded[end] not in word_classes()["AREA"]


def _begins_earlier(text: Words, start: int, ends: set[int]) -> bool:
    """Whether the word before belongs to the name too: "Central Sulawesi", "Brong-Ahafo"; `ends` are those of names."""
    if not start or not text.written[start - 1].istitle():
        return False
    hyphenated = text.tokens[start] == text.tokens[start - 1] + 2 and start not in ends
    return hyphenated or text.folded[start - 1] in word_classes()["COMPASS"]


def _sure(text: Words, named: Named, row: Enumeration, found: list[Named], known: list[Named]) -> tuple[Meaning, ...]:
    """The one meaning that the words around make sure, or none."""
    cue, meanings = _cue(text, row), named.meanings
    if cue is None and any(other in known for other in row.names):
        cue = "name"
    here = tuple(meaning for meaning in meanings if meaning.iso3 in _country_beside(text, row, found))
    if here:
        cue, meanings = cue or ("word" if len(row.names) > 1 else "name"), here
    if cue is None or (cue == "name" and _is_word(text, named)):
        return ()
    sure = len({meaning.iso3 for meaning in meanings}) == 1
    return meanings[:1] if sure and (here or not _is_better_known_elsewhere(meanings[0])) else ()


def _country_beside(text: Words, row: Enumeration, found: list[Named]) -> tuple[str, ...]:
    """The country that stands just after a row of places, or before it and a bracket or colon."""
    leads_on = bool(TO_COUNTRY.intersection(text.folded[row.end : row.end + 1]))
    leads_up = bool(FROM_COUNTRY.intersection(text.folded[max(row.start - 1, 0) : row.start]))
    after = (named.codes for named in found if leads_on and named.start == row.end + 1)
    before = (named.codes for named in found if leads_up and named.end == row.start - 1)
    return next(chain(after, before), ())


def _cue(text: Words, row: Enumeration) -> str | None:
    """What the words around a row make sure: a `name`, or even a common `word` as a name."""
    start = row.start - (text.folded[max(row.start - 1, 0)] == "the")
    phrase = _cues().around(text, start, row.end, "place")
    return phrase.value if phrase else None


def _is_word(text: Words, named: Named) -> bool:
    return all(word in _words() for word in text.folded[named.start : named.end])


def _is_better_known_elsewhere(meaning: Meaning) -> bool:
    """Whether a city is a far greater one of another country: Geneva is not the one in New York State."""
    if meaning.subdivision:
        return False
    ranks = _ranks(meaning.name)
    return any(ranks[meaning.iso3] >= FAR_GREATER * (rank + 1) for rank in ranks.values())


@cache
def _ranks(city: str) -> dict[str, int]:
    """The place of a name among the cities of each country that has one, which stand by their size."""
    listings = {iso3: listed(cities) for iso3, cities in _cities().items() if city in cities}
    return {iso3: cities.index(city) for iso3, cities in listings.items() if city in cities}


@cache
def _cues() -> PhraseBook[str]:
    return PhraseBook((row["phrase"], row["certainty"]) for row in rows("place_cues.csv"))


@cache
def _words() -> frozenset[str]:
    """Names of places that are common words too, and the words of names such as "North-West"."""
    return frozenset(part for row in rows("place_words.csv") for word in listed(row["words"]) for part in key(word))


@cache
def _places_of(iso3: str) -> NameTable[Meaning]:
    """The names of a country's subdivisions, and of those of its cities that no subdivision is named after."""
    table = NameTable[Meaning]()
    for name, code in _subdivisions().get(iso3, ()):
        if key(name) not in table.values:
            table.add(name, Meaning("place", name, name, iso3, code))
    for name in listed(_cities().get(iso3, "")):
        if key(name) not in table.values:
            table.add(name, Meaning("place", name, name, iso3))
    return table


@cache
def _subdivisions() -> dict[str, list[tuple[str, str]]]:
    """Names and ISO 3166-2 codes of each country's subdivisions, other spellings first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file in ("place_aliases.csv", "subdivisions.csv"):
        for row in rows(file):
            found.setdefault(row["iso3"], []).append((row["name"], row["code"]))
    return found


@cache
def _cities() -> dict[str, str]:
    return {row["iso3"]: row["cities"] for row in rows("cities.csv")}
