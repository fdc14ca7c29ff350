"""Fields that follow from another one which a person has set: no row tells one thing twice in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from pipeline import wording
from pipeline.model.csv_cells import Cell
from pipeline.model.edtf import span
from pipeline.values import country

Pair = tuple[str, Cell]

# The field of a time, and those of its first and last day.
DAYS: Mapping[str, tuple[str, str, str]] = {
    "contributions": ("period", "period_start", "period_end"),
    "dates": ("value", "start", "end"),
}


def following(
    table: str, row: Mapping[str, Cell], cells: Mapping[str, Cell], own: Set[str] = frozenset()
) -> dict[str, Cell]:
    """The other values that a row has once `cells` are set in it, but for those that people have set as their `own`."""
    made = dict[str, Cell]()
    if table in DAYS and DAYS[table][0] in cells:
        value, *ends = DAYS[table]
        first_and_last = span(str(cells[value] or ""))
        made |= zip(ends, (day.isoformat() if day else None for day in first_and_last), strict=True)
    if table == "documents" and "donor" in cells:
        made["donor_iso3"] = country(str(cells["donor"] or ""))
    if table == "countries" and "iso3" in cells:
        made |= _country(row, str(cells["iso3"] or ""))
    return {name: value for name, value in made.items() if name not in cells and name not in own}


def _country(row: Mapping[str, Cell], iso3: str) -> Iterator[Pair]:
    """The name of a place or group is its own, that of a country or people the country's."""
    iso2 = wording.two_letters(iso3) if iso3 else None
    yield "iso2", iso2
    if iso3 and row.get("kind") in {"country", "demonym"}:
        yield "name", wording.country(iso3)
    if not str(row.get("subdivision") or "").startswith(f"{iso2}-"):
        yield "subdivision", None
