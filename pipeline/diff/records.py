"""What is compared, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

What = Literal["new", "gone", "changed", "no longer told"]


class Row(NamedTuple):
    """A project or contribution: what its fields state, as texts, in the order of the table."""

    id: str
    name: str
    section: str
    page: int
    values: Mapping[str, str]

    @property
    def amount(self) -> tuple[str, str, str]:
        """Amount, upper end and currency."""
        return self.values["amount"], self.values["amount_max"], self.values["currency"]


class Figure(NamedTuple):
    """An amount of money or a count: its words and sentence, and its value with what it counts."""

    table: str
    id: str
    text: str
    sentence: str
    section: str
    page: int
    value: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One document, as its tables tell it. `error` says why it could not be read."""

    document: str
    donor: str = ""
    error: str = ""
    projects: tuple[Row, ...] = ()
    contributions: tuple[Row, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is told otherwise. `row` is the row's id, in the new edition if it is there; `name` the project's
    title, the contribution's heading and kind, or the figure's words; `old` and `new` the field's values or, without a
    field, what the row or sentence says."""

    document: str
    table: str
    row: str
    what: What
    name: str
    field: str = ""
    old: str = ""
    new: str = ""
    old_page: int | None = None
    new_page: int | None = None
