"""Values of the tables in the words of people: `2021-34` as Q2 2021, `P26M` as 26 months, `MLI` as Mali."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from pipeline.language.lexicon import OWN, rows
from pipeline.model.schema import Field

QUARTERS, HALVES = 33, 40  # of EDTF; 21 to 24 are seasons
PARTS = {
    **dict(enumerate(("spring of", "summer of", "autumn of", "winter of"), start=21)),
    **{QUARTERS + number: f"Q{number + 1}" for number in range(4)},
    **dict(enumerate(("first half of", "second half of"), start=HALVES)),
}
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def value(field: Field, text: str) -> str:
    """A value of the field as the tables write it -> in words, with the code where it stands for a name:
    `Q2 2021`, `26 months`, `Mali (MLI)`; others stay as they are."""
    if not text:
        return ""
    match field.reads:
        case "time":
            return period(text)
        case "duration":
            return duration(text)
        case "country":
            return ", ".join(_country_with_code(code) for code in text.split(";"))
        case "amount":
            return f"{Decimal(text):,f}"
    return text.replace(";", "; ") if field.type == "list" else text


def _country_with_code(code: str) -> str:
    name = country(code)
    return f"{name} ({code})" if name != code else code


def period(edtf: str) -> str:
    """A date or period of EDTF: `March 2019`, `2018 to 2022`, `since 1991`, `until 2024`, `the 1990s`."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    if last == "..":
        return f"since {_point(first)}"
    return f"until {_point(last)}" if first == ".." else f"{_point(first)} to {_point(last)}"


def _point(edtf: str) -> str:
    if edtf.endswith("X"):
        return f"the {edtf[:3]}0s"
    year, *rest = edtf.split("-")
    match [int(part) for part in rest]:
        case [month, day]:
            return f"{day} {month_name[month]} {year}"
        case [part]:
            return f"{PARTS.get(part) or month_name[part]} {year}"
    return year


def duration(iso: str) -> str:
    """A duration of ISO 8601: `26 months`, `3 years 6 months`."""
    parts = re.findall(r"(\d+(?:\.\d+)?)([YMWD])", iso)
    return " ".join(f"{number} {UNITS[unit]}{'' if number == '1' else 's'}" for number, unit in parts)


def span(start: str | None, end: str | None, length: str | None) -> str:
    """When something runs, by what is stated of it: `March 2019 to 2022`, `from 2018, 26 months`."""
    if start and end:
        when = _point(start) if start == end else f"{_point(start)} to {_point(end)}"
    else:
        when = f"from {_point(start)}" if start else f"until {_point(end)}" if end else ""
    return ", ".join(part for part in (when, duration(length) if length else "") if part)


def country(iso3: str) -> str:
    """The English name of a country; the code where there is none."""
    row = _countries().get(iso3)
    return row["name"] if row else iso3


def two_letters(iso3: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country."""
    return _countries()[iso3]["iso2"]


@cache
def _countries() -> dict[str, Mapping[str, str]]:
    return {row["iso3"]: row for row in rows("countries", OWN)}


def qualifier(word: str | None) -> str:
    """The word before a number; none for an exact one and for a range."""
    return "" if word in {None, "exact", "between"} else str(word).replace("_", " ")
