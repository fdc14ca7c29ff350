"""Checks -> the values that they say a row might have, each as a correction that a person can choose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline import wording
from pipeline.decisions.fields import FIELDS
from pipeline.model import Check, Money
from pipeline.model.csv_cells import plain
from pipeline.model.schema import Field
from pipeline.values import MisfitError, fitting, only

# How messages name values that a field may have.
NAMED = (re.compile(r"; it may be (.+)\.$"), re.compile(r', but "([^"]+)" is told of it'))
AMOUNT = ("amount", "amount_max", "currency", "qualifier")


class Candidate(NamedTuple):
    """A value as its check words it, and the fields that it sets."""

    text: str
    values: Mapping[str, str]

    def told(self, fields: Iterable[Field]) -> str:
        """Those fields in the words of people."""
        return ", ".join(
            wording.value(field, self.values[field.name]) for field in fields if self.values.get(field.name)
        )


def candidates(table: str, checks: Iterable[Check]) -> tuple[Candidate, ...]:
    """Those of which the schema allows the value, each once."""
    found = dict[tuple[tuple[str, str], ...], Candidate]()
    for check in checks:
        for text in _named(check.message):
            if values := _values(table, check.field, text):
                found.setdefault(values, Candidate(text, dict(values)))
    return tuple(found.values())


def _named(message: str) -> Iterator[str]:
    for pattern in NAMED:
        if match := pattern.search(message):
            yield from match[1].split(" or ")


@lru_cache(maxsize=10_000)
def _values(table: str, name: str, text: str) -> tuple[tuple[str, str], ...]:
    """The fields that a text tells of a doubted one; an amount is told with its currency."""
    field = next((field for field in FIELDS[table] if field.name == name), None)
    if field is None:
        return ()
    try:
        return ((name, plain(fitting(field, text))),)
    except MisfitError:
        mention = only(text) if field.reads == "amount" else None
    if not isinstance(mention, Money) or mention.amount is None:
        return ()
    return tuple((part.name, plain(getattr(mention, part.name))) for part in FIELDS[table] if part.name in AMOUNT)
