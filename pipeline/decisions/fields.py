"""The fields of a row that say what it states, which people decide on and pin, and whether a value fits one."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from pipeline.errors import DonorProfilesError
from pipeline.model import schema
from pipeline.model.csv_cells import Cell
from pipeline.model.schema import Field

Row = dict[str, Cell]  # by the name of the field

MENTION_TABLES: Final = ("money", "dates", "countries", "quantities")
# The tables that people decide on.
REVIEWED: Final = ("projects", "contributions", *MENTION_TABLES)

# What tells where a row stands and how it was read.
PLACE: Final = frozenset(
    {
        "id",
        "document",
        "section",
        "page",
        "text",
        "sentence",
        "char_start",
        "char_end",
        "boxes",
        "rule",
        "links",
        "money",
        "review",
    }
)
FIELDS: Final = {name: tuple(f for f in schema.table(name).fields if f.name not in PLACE) for name in REVIEWED}


class MisfitError(DonorProfilesError):
    """The field may not have this value. The message goes on a sentence that names the field: "it must be …"."""


def fitting(field: Field, text: str) -> Cell:
    """The value of the field that the text writes; None where the text is empty.

    Raises MisfitError.
    """
    text = text.strip()
    if not text:
        if field.required:
            raise MisfitError("may not be empty")
        return None
    if field.values and text not in field.values:
        raise MisfitError(f'must be one of {", ".join(field.values)}, not "{text}"')
    items = text.split(";") if field.type == "list" else [text]
    if field.pattern and not all(re.fullmatch(field.pattern, item) for item in items):
        raise MisfitError(f'is written as {field.pattern}, not as "{text}"')
    value = _typed(field, text)
    if field.minimum is not None and isinstance(value, int) and value < field.minimum:
        raise MisfitError(f"must be {field.minimum} or more, not {text}")
    return value


def _typed(field: Field, text: str) -> Cell:
    try:
        match field.type:
            case "integer":
                return int(text)
            case "number":
                number = Decimal(text)
                return number if number.is_finite() else _refuse(text)
            case "date":
                return date.fromisoformat(text).isoformat()
            case _:
                return text
    except (ValueError, InvalidOperation):
        return _refuse(text)


def _refuse(text: str) -> Cell:
    raise MisfitError(f'must be a plain number such as 41800000 or 2.5, or a day such as 2026-01-31, not "{text}"')
