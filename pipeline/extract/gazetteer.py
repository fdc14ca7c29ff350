"""The names that the rules know, but those of places: countries, their peoples, groups of countries, world regions."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.extract.names import NameTable, Words, listed, rows
from pipeline.model import CountryKind


class Nation(NamedTuple):
    """A country or territory with a code of its own; `name` is its short English name as the United Nations use it."""

    iso3: str
    iso2: str
    name: str


class Meaning(NamedTuple):
    """What a name may stand for. `spelling` is the name as its table writes it; groups and regions have no code."""

    kind: CountryKind
    name: str
    spelling: str
    iso3: str = ""
    subdivision: str = ""


class Named(NamedTuple):
    """A name found in a text: its words, from `start` up to `end`, and all that it may stand for."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]

    @property
    def kind(self) -> CountryKind:
        """What kind of thing it names."""
        return self.meanings[0].kind

    @property
    def codes(self) -> tuple[str, ...]:
        """ISO 3166-1 alpha-3 codes of all countries that it may stand for."""
        return tuple(sorted({meaning.iso3 for meaning in self.meanings if meaning.iso3}))


@cache
def nations() -> dict[str, Nation]:
    """All countries and territories by their ISO 3166-1 alpha-3 code, and Kosovo as XKX."""
    return {row["iso3"]: Nation(row["iso3"], row["iso2"], row["name"]) for row in rows("countries.csv")}


@cache
def table() -> NameTable[Meaning]:
    """All names of the rules but those of places."""
    names = NameTable[Meaning]()
    for row in rows("countries.csv"):
        for name in (row["name"], *listed(row["aliases"])):
            names.add(name, Meaning("country", row["name"], name, row["iso3"]))
    for row in rows("former_states.csv"):
        for name in (row["name"], *listed(row["aliases"])):
            for iso3 in listed(row["successors"]):
                names.add(name, Meaning("country", row["name"], name, iso3))
    for row in rows("places.csv"):
        for name in (row["name"], *listed(row["aliases"])):
            kind: CountryKind = "country" if row["kind"] == "country" else "place"
            names.add(name, Meaning(kind, row["name"], name, row["iso3"], row["subdivision"]))
    for row in rows("demonyms.csv"):
        for form in listed(row["forms"]):
            for number in (form, f"{form}s"):
                names.add(number, Meaning("demonym", nations()[row["iso3"]].name, form, row["iso3"]))
    kinds: tuple[tuple[CountryKind, str], ...] = (("region", "regions.csv"), ("group", "groups.csv"))
    for kind, file in kinds:
        for row in rows(file):
            for name in (row["name"], *listed(row["aliases"])):
                names.add(name, Meaning(kind, row["name"], name))
    return names


def names_in(text: Words, known: NameTable[Meaning]) -> list[Named]:
    """The longest names of a table, left to right, where they are written as names are."""
    found: list[Named] = []
    free = 0
    for index, word in enumerate(text.folded):
        if index < free or word not in known.lengths:
            continue
        length, meanings = known.longest(text.folded, index)
        fitting = tuple(meaning for meaning in meanings if _written_as(meaning.spelling, text.written[index]))
        if fitting:
            free = index + length
            found.append(Named(index, free, fitting))
    return found


def _written_as(spelling: str, first: str) -> bool:
    """Whether a name's first word is written as its spelling asks: abbreviations in capitals, other names with one."""
    return first.isupper() if spelling.isupper() else first[0].isupper() or spelling.startswith(first)
