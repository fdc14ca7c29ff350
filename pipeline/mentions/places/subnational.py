"""Cities, provinces and regions of the countries that a text names, where the words around make them sure.

A place is sought among those of the countries that the text names elsewhere, and among the great cities of the world;
it must follow a word of place (place_cues.csv), fill its cell, stand in a row with one that does, that is well known or
that is of the same country, be a province or great city of a country named, or stand beside its country ("Sfax,
Tunisia", "Tunisia – Sfax"). Names that are also words ("East", "March") need to be called a region or the like, or to
stand in a row before their country. A name that two of the countries have, and whose country does not follow, is left
alone.

A country or people whose name is also that of a place ("the Nigerian states of Benue, Niger and Kogi") is the place in
a row with two other places of that country, if the row is called so; else it may be either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from pipeline.language.function_words import AND, IN, OF
from pipeline.language.lexicon import NO_RULES, by_language, current, listed, rows, word_set
from pipeline.language.names import CELL, PARAGRAPH, NameTable, Words, first_word, key
from pipeline.language.phrases import word_classes
from pipeline.mentions.places.beside import certainty, named_beside
from pipeline.mentions.places.coordination import Enumeration, enumerations
from pipeline.mentions.places.gazetteer import Meaning, Named, names_in

MAJOR = 20  # of a country's cities, the largest first: those that need no word of place beside them
ROW_OF_ITS_OWN = 2  # places of one country in a row make each other sure
SURNAMES = word_set("function_words", "surnames of")  # countries whose places are surnames of the language, too
FAR_GREATER = 10  # times nearer to the top of a country's list of cities
MOST_BESIDE_A_COUNTRY = 2  # names in a row of a country and a place: "Kano and Niger" leaves the country
SHORTEST = 4  # letters
BOUNDS = frozenset({CELL, PARAGRAPH})
TO_COUNTRY = frozenset({",", "(", "/"})  # "Sfax, Tunisia", "Sfax (Tunisia)", "Sfax in Tunisia"
FROM_COUNTRY = frozenset({"(", ":"})  # "Tunisia (Sfax and Sousse)"


def with_places(text: Words, found: list[Named]) -> list[Named]:
    """The names found and the sure places of the countries among them, in text order."""
    countries = {named.codes[0] for named in found if len(named.codes) == 1}
    all_places = _candidates(text, countries)
    all_places = sorted([*all_places, *_great_cities(text, all_places)])
    if not all_places and all(named.kind != "place" for named in found):
        return found
    ends = {named.end for named in [*found, *all_places]}
    candidates = [
        named for named in all_places if not (_goes_on(text, named.end) or _begins_earlier(text, named.start, ends))
    ]
    found = [named for named in found if not _is_in_name(named, candidates)]
    taken = {index for named in found for index in range(named.start, named.end)}
    free = [named for named in candidates if taken.isdisjoint(range(named.start, named.end))]
    namesakes = {(named.start, named.end): named for named in candidates if named.start in taken}
    known = [named for named in found if named.kind == "place"]
    kept = [_or_place(text, named, namesakes.get((named.start, named.end)), [*known, *free]) for named in found]
    sure = sorted([*kept, *_sure_places(text, kept, free)])
    sure = sorted([*sure, *_in_rows(text, sure, countries)])
    beside = named_beside(text, sure)
    within = {index for named in beside for index in range(named.start, named.end)}
    return sorted([*(named for named in sure if named.start not in within), *beside])


def _is_in_name(named: Named, places: list[Named]) -> bool:
    """Whether a country or people is a part of the name of a place of another country that is named: "Lao Cai"."""
    return any(
        place.start <= named.start and named.end <= place.end and place.end - place.start > named.end - named.start
        for place in places
        if place.codes != named.codes
    )


def _in_rows(text: Words, found: list[Named], countries: set[str]) -> list[Named]:
    """The places that stand in a row with one whose country is not named: "Thiès, Saint-Louis and Kaolack"."""
    others = [named for named in found if named.kind == "place" and named.codes[0] not in countries]
    known = [named for named in others if _is_linked(text, named)]
    if not known:
        return []
    taken = {index for named in found for index in range(named.start, named.end)}
    candidates = _candidates(text, {named.codes[0] for named in known})
    free = [named for named in candidates if taken.isdisjoint(range(named.start, named.end))]
    return [
        named
        for row in enumerations(text, sorted([*free, *known]))
        for named in row.names
        if named in free and any(other in known and other.codes == named.codes for other in row.names)
    ]


def _is_linked(text: Words, named: Named) -> bool:
    """Whether a comma or an "and" stands beside a name."""
    beside = (*text.folded[max(named.start - 1, 0) : named.start], *text.folded[named.end : named.end + 1])
    return not (AND() | {","}).isdisjoint(beside)


def _or_place(text: Words, named: Named, namesake: Named | None, places: list[Named]) -> Named:
    """A name as it is, or as that of a place of the same name, where two other places of its country are beside it."""
    if namesake is None or namesake.codes == named.codes or len(namesake.codes) > 1:
        return named
    own = [place for place in places if place.codes == namesake.codes]
    row = next(row for row in enumerations(text, sorted([*own, namesake])) if namesake in row.names)
    if len(row.names) <= MOST_BESIDE_A_COUNTRY:
        return named
    is_place = certainty(text, row.start, row.end) == "word"
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


def _great_cities(text: Words, places: list[Named]) -> list[Named]:
    """The cities that everybody knows, whether or not their country is named, but those whose name is taken."""
    taken = {index for named in places for index in range(named.start, named.end)}
    return [named for named in names_in(text, _great()) if taken.isdisjoint(range(named.start, named.end))]


def _goes_on(text: Words, end: int) -> bool:
    """Whether the next word belongs to the same name, as in "Union Parishad", or the next two: "Gulf of Aden"."""
    if end == len(text.written) or text.tokens[end] > text.tokens[end - 1] + 1:  # a dash parts them
        return False
    if text.folded[end] in OF():
        return any(word.istitle() for word in text.written[end + 1 : end + 2])
    return text.written[end].istitle() and text.folded[end] not in word_classes()["AREA"]


def _begins_earlier(text: Words, start: int, ends: set[int]) -> bool:
    """Whether the word before belongs to the name too: "Central Sulawesi", "Brong-Ahafo"; `ends` are those of names."""
    if not start or not text.written[start - 1].istitle():
        return False
    hyphenated = text.tokens[start] == text.tokens[start - 1] + 2 and start not in ends
    return hyphenated or text.folded[start - 1] in word_classes()["COMPASS"]


def _sure(text: Words, named: Named, row: Enumeration, found: list[Named], known: list[Named]) -> tuple[Meaning, ...]:
    """The one meaning that the words around make sure, or none."""
    cue, meanings = certainty(text, row.start, row.end), named.meanings
    if cue is None and any(other in known for other in row.names):
        cue = "name"
    here = tuple(meaning for meaning in meanings if meaning.iso3 in _country_beside(text, row, found))
    if here:
        cue, meanings = cue or ("word" if len(row.names) > 1 else "name"), here
    if cue is None and (_stands_alone(text, row) or _is_major(row, named)):
        cue = "name"
    if cue is None or (cue == "name" and _is_word(text, named)):
        return ()
    sure = len({meaning.iso3 for meaning in meanings}) == 1
    return meanings[:1] if sure and (here or not _is_better_known_elsewhere(meanings[0])) else ()


def _stands_alone(text: Words, row: Enumeration) -> bool:
    """Whether a row of places fills its cell or paragraph."""
    before, after = text.folded[max(row.start - 1, 0)], text.folded[row.end : row.end + 1]
    return (row.start == 0 or before in BOUNDS) and (not after or after[0] in BOUNDS)


def _is_major(row: Enumeration, named: Named) -> bool:
    """Whether a name is that of a province or great city, or stands in a row of places, of a country whose places are
    nobody's surname."""
    meaning = named.meanings[0]
    if meaning.iso3 in SURNAMES() or len(named.codes) > 1:
        return False
    in_row = sum(other.kind == "place" and other.codes == named.codes for other in row.names) >= ROW_OF_ITS_OWN
    return in_row or bool(meaning.subdivision) or meaning.name in listed(_cities()[meaning.iso3])[:MAJOR]


def _country_beside(text: Words, row: Enumeration, found: list[Named]) -> tuple[str, ...]:
    """The country that stands just after a row of places, or before it and a bracket or colon."""
    dashed = [named for named in found if named.kind == "country" and _is_dashed(text, row, named)]
    if dashed:
        return dashed[0].codes
    leads_on = bool((TO_COUNTRY | IN()).intersection(text.folded[row.end : row.end + 1]))
    leads_up = bool(FROM_COUNTRY.intersection(text.folded[max(row.start - 1, 0) : row.start]))
    after = (named.codes for named in found if leads_on and named.start == row.end + 1)
    before = (named.codes for named in found if leads_up and named.end == row.start - 1)
    return next(chain(after, before), ())


def _is_dashed(text: Words, row: Enumeration, country: Named) -> bool:
    """Whether a dash alone is between a row of places and their country: "Tunisia – Sfax and Sousse"."""
    first, second = (country, row) if country.end == row.start else (row, country)
    return first.end == second.start and text.tokens[second.start] > text.tokens[first.end - 1] + 1


def _is_word(text: Words, named: Named) -> bool:
    """Whether a name is also a word or, in capitals, an abbreviation."""
    abbreviated = named.end == named.start + 1 and text.written[named.start].isupper()
    return abbreviated or all(word in _words() for word in text.folded[named.start : named.end])


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


@by_language
def _words() -> frozenset[str]:
    """Names of places that are common words too, and the words of names such as "North-West"."""
    return frozenset(part for row in rows("place_words") for part in key(row["word"]))


class _Places(NameTable[Meaning]):
    """The names of a country's subdivisions, and of those of its cities that no subdivision is named after. They wait
    by their first words until a text has these: it has few of them, and to add all is most of a short document's time.
    """

    def __init__(self, iso3: str) -> None:
        super().__init__()
        self.iso3 = iso3
        self.waiting: dict[str, list[tuple[str, str, str]]] = {}
        for name, code in _subdivisions().get(iso3, ()):
            self._wait(name, name, code)
        for name in listed(_cities().get(iso3, "")):
            self._wait(name, name)
        for name, spellings in _spellings().get(iso3, {}).items():
            for spelling in spellings:
                self._wait(spelling, name)
        if "saint" in self.waiting:
            self.waiting["st"] = self.waiting["saint"]
        self.firsts = frozenset(self.waiting)

    def _wait(self, spelling: str, name: str, code: str = "") -> None:
        first = first_word(spelling)
        self.waiting.setdefault("saint" if first == "st" else first, []).append((spelling, name, code))

    def beginning(self, words: Sequence[str], start: int) -> Iterator[tuple[int, list[Meaning]]]:
        """Those that begin at `start`, the longest first: how many words each has, and what it stands for."""
        self._add(words[start])
        return super().beginning(words, start)

    def _add(self, first: str) -> None:
        """Adds the names that wait for a word."""
        waiting = self.waiting.get(first, [])
        names, waiting[:] = waiting[:], []
        for spelling, name, code in names:
            if spelling == name:
                self.add_new(name, Meaning("place", name, name, self.iso3, code))
            else:
                self._add(first_word(name))
                city = self.values[key(name)][0]
                self.add_new(spelling, Meaning("place", city.name, spelling, self.iso3, city.subdivision))


_places_of = by_language(_Places)


@by_language
def _great() -> NameTable[Meaning]:
    """The great cities and capitals of the world whose names are no other place's, and no words of the language; none
    where nobody knows its words."""
    table = NameTable[Meaning]()
    for row in rows("great_cities") if current() != NO_RULES else ():
        for name in listed(row["cities"]):
            if not all(word in _words() for word in key(name)):
                table.add(name, Meaning("place", name, name, row["iso3"]))
    return table


@cache
def _spellings() -> dict[str, dict[str, list[str]]]:
    """The other spellings of each country's cities."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows("city_spellings"):
        found.setdefault(row["iso3"], {})[row["city"]] = listed(row["spellings"])
    return found


@by_language
def _subdivisions() -> dict[str, list[tuple[str, str]]]:
    """Names and ISO 3166-2 codes of each country's subdivisions, other spellings first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file in ("place_aliases", "subdivisions"):
        for row in rows(file):
            names = [row["name"], *_other_forms(row["name"])]
            found.setdefault(row["iso3"], []).extend((name, row["code"]) for name in names)
    return found


@cache
def _around_names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The articles before the names of ISO 3166-2, and the kinds after them."""
    articles, kinds = (
        "|".join(row["expression"] for row in rows("subdivision_words") if row["class"] == class_)
        for class_ in ("article", "kind")
    )
    return re.compile(rf"(?:{articles}) (?=[^\W\d_])"), re.compile(rf" (?:{kinds})$")


def _other_forms(name: str) -> list[str]:
    """A subdivision's name without its article, its kind and what stands in brackets: "Anbar" of "Al Anbar", "Henan" of
    "Henan Sheng", "Wales" of "Wales [Cymru]"."""
    article, kind = _around_names()
    bare = article.sub("", kind.sub("", name.partition(" [")[0]))
    return [bare] if bare != name and len(bare) >= SHORTEST else []


@cache
def _cities() -> dict[str, str]:
    return {row["iso3"]: row["cities"] for row in rows("cities")}
