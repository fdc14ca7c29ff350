"""The names that the rules know: countries, their peoples, groups of countries, and regions of the world."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.extract.names import NameTable, listed, rows
from pipeline.model import CountryKind


class Nation(NamedTuple):
    """A country or territory with a code of its own; `name` is its short English name as the United Nations use it."""

    iso3: str
    iso2: str
    name: str


class Meaning(NamedTuple):
    """What a name may stand for. `spelling` is the name as its table writes it; `iso3` is empty for groups and regions."""

    kind: CountryKind
    name: str
    spelling: str
    iso3: str = ""
    subdivision: str = ""


@cache
def nations() -> dict[str, Nation]:
    """All countries and territories by their ISO 3166-1 alpha-3 code, and Kosovo as XKX."""
    return {row["iso3"]: Nation(row["iso3"], row["iso2"], row["name"]) for row in rows("countries.csv")}


@cache
def table() -> NameTable[Meaning]:
    """All names under rules/ but those of places."""
    names = NameTable[Meaning]()
    for row in rows("countries.csv"):
        for name in (row["name"], *listed(row["aliases"])):
            names.add(name, Meaning("country", row["name"], name, row["iso3"]))
    for row in rows("demonyms.csv"):
        for form in listed(row["forms"]):
            for number in (form, f"{form}s"):
                names.add(number, Meaning("demonym", nations()[row["iso3"]].name, form, row["iso3"]))
    for file, kind in (("regions.csv", "region"), ("groups.csv", "group")):
        for row in rows(file):
            for name in (row["name"], *listed(row["aliases"])):
                names.add(name, Meaning(kind, row["name"], name))  # type: ignore[arg-type]
    return names
