"""Which row of the old edition is which of the new one, and the records that are compared.

Rows with one id are the same. Of the others the most alike go together first, each with one at most, in reading order
where several are equally alike; so two editions are always matched in the same way, also the other way round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import attrgetter
from typing import Generic, Literal, NamedTuple, TypeVar

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


T = TypeVar("T")
Likeness = Callable[[T, T], float]  # the more, the more alike; 0 for two that never go together

# Titles of two projects of the samples are at most 0.54 alike, a new wording of one title is mostly 0.7 or more;
# "… in Kenya" and "… in Uganda" can be 0.91, so countries that differ separate all but titles that hardly do.
ALIKE = 0.7
TITLE = 0.75  # what it counts for in the likeness of two projects that both name countries; these count for the rest


class Matching(NamedTuple, Generic[T]):
    """Pairs in the order of the new side, and what has no counterpart."""

    pairs: tuple[tuple[T, T], ...] = ()
    gone: tuple[T, ...] = ()
    new: tuple[T, ...] = ()


def editions(old: Sequence[Edition], new: Sequence[Edition]) -> Matching[Edition]:
    """A document is the one with its id, else the one of its donor, where each side has one such left; and where each
    side has one document, it is this one."""
    both = {edition.document for edition in old} & {edition.document for edition in new}
    left = [Counter(edition.donor for edition in side if edition.document not in both) for side in (old, new)]

    def likeness(before: Edition, after: Edition) -> float:
        of_one_donor = before.donor == after.donor != "" and all(donors[after.donor] == 1 for donors in left)
        return float(of_one_donor or len(old) == len(new) == 1)

    return _matching(old, new, attrgetter("document"), likeness)


def projects(old: Sequence[Row], new: Sequence[Row]) -> Matching[Row]:
    """Projects are alike as far as their titles are (difflib's ratio, without regard to case) and, where both name
    countries, these are: three parts title, one part countries. Those less than 0.7 alike are two projects."""
    return _matching(old, new, attrgetter("id"), _of_projects)


def contributions(old: Sequence[Row], new: Sequence[Row]) -> Matching[Row]:
    """Contributions go together where they are of one kind (other than `other`) or of one amount, those first that have
    more fields in common."""
    return _matching(old, new, attrgetter("id"), _of_contributions)


def _of_projects(one: Row, other: Row) -> float:
    first, second = sorted(row.values["title"].casefold() for row in (one, other))  # the ratio depends on the order
    likeness = SequenceMatcher(None, first, second, autojunk=False).ratio()
    countries = [set(filter(None, row.values["countries"].split(";"))) for row in (one, other)]
    if all(countries):
        shared = len(set.intersection(*countries)) / len(set.union(*countries))
        likeness = TITLE * likeness + (1 - TITLE) * shared
    return likeness if likeness >= ALIKE else 0


def _of_contributions(one: Row, other: Row) -> float:
    of_one_kind = one.values["kind"] == other.values["kind"] != "other"
    if not of_one_kind and one.amount != other.amount:
        return 0
    return sum(one.values[name] == other.values[name] for name in one.values)


def _matching(old: Sequence[T], new: Sequence[T], identity: Callable[[T], str], likeness: Likeness[T]) -> Matching[T]:
    places = {identity(one): i for i, one in enumerate(old)}
    old_of = {j: places[identity(other)] for j, other in enumerate(new) if identity(other) in places}
    alike = [
        (likeness(one, other), i, j) for i, one in _without(old, old_of.values()) for j, other in _without(new, old_of)
    ]
    for score, i, j in sorted(alike, key=lambda each: (-each[0], each[1] + each[2])):
        if score and j not in old_of and i not in old_of.values():
            old_of[j] = i
    return Matching(
        pairs=tuple((old[old_of[j]], new[j]) for j in sorted(old_of)),
        gone=tuple(one for _, one in _without(old, old_of.values())),
        new=tuple(other for _, other in _without(new, old_of)),
    )


def _without(rows: Iterable[T], matched: Iterable[int]) -> list[tuple[int, T]]:
    """The rows that are not matched, with their places."""
    places = set(matched)
    return [(place, row) for place, row in enumerate(rows) if place not in places]
