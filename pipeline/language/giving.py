"""The countries that are known to give abroad: those with an agency of their own for it, and the members of groups
whose members do, as the OECD lists its providers of development co-operation."""

from __future__ import annotations

from typing import Final

from pipeline.language.lexicon import by_language, listed, rows

GROUPS: Final = ("OECD DAC", "European Union", "Gulf Cooperation Council")


@by_language
def giving_countries() -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes."""
    agencies = {row["iso3"] for row in rows("agencies") if row["kind"] == "donor_agency"} - {""}
    members = (code for row in rows("group_members") if row["group"] in GROUPS for code in listed(row["members"]))
    return frozenset(agencies.union(members))
