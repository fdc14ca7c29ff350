"""Groups of countries and who was in them on a day."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from pipeline.language.lexicon import listed, rows


class Membership(NamedTuple):
    """Countries (ISO 3166-1 alpha-3) that joined a group on one day; `left` is their last day in it."""

    members: tuple[str, ...]
    joined: date
    left: date


@cache
def memberships() -> dict[str, list[Membership]]:
    """All memberships by the name of the group; a group without founding day always had its members."""
    found: dict[str, list[Membership]] = {}
    for row in rows("group_members.csv"):
        joined = date.fromisoformat(row["joined"]) if row["joined"] else date.min
        left = date.fromisoformat(row["left"]) if row["left"] else date.max
        found.setdefault(row["group"], []).append(Membership(tuple(listed(row["members"])), joined, left))
    return found


def members(group: str, day: date | None = None) -> tuple[str, ...]:
    """The members of a group on a day, else those that the table knows last, in alphabetical order of their codes."""
    day = day or date.max
    inside = (entry.members for entry in memberships().get(group, ()) if entry.joined <= day <= entry.left)
    return tuple(sorted({code for codes in inside for code in codes}))
