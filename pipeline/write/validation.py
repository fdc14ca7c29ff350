"""The gate between rules and files: no row leaves a document whose tables do not hold to the schema.

By columns, each different value of a column once, on the rows as they are: frames of them, and a library that looks
through frames, would take as long as reading the document does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from pipeline.errors import DonorProfilesError
from pipeline.model import schema
from pipeline.model.csv_cells import Cell
from pipeline.model.schema import Field, Table, Type
from pipeline.write.rows import Row

TYPES: dict[Type, type[str | int | Decimal]] = {
    "string": str,
    "list": str,
    "date": str,
    "integer": int,
    "number": Decimal,
}


class TableError(DonorProfilesError):
    """A value that its field may not have, or a reference to a row that is not there. The message is a sentence."""


def validated(tables: Mapping[str, Sequence[Row]]) -> Mapping[str, Sequence[Row]]:
    """The rows of one document, by table, if all of them hold.

    Raises TableError.
    """
    columns = {table.name: _columns(table, tables[table.name]) for table in schema.TABLES}
    for table in schema.TABLES:
        for field in table.fields:
            _look_at_values(table, field, columns[table.name][field.name])
        _look_for_twins(table, columns[table.name])
        _look_up_references(table, columns)
        _look_for_needs(table, columns[table.name])
    return tables


def _columns(table: Table, rows: Sequence[Row]) -> dict[str, Sequence[Cell]]:
    return dict(zip(table.columns, zip(*rows, strict=True) if rows else [()] * len(table.columns), strict=True))


def _look_at_values(table: Table, field: Field, column: Sequence[Cell]) -> None:
    if field.required and None in column:
        raise TableError(f"A row of the table {table.name} has no {field.name}.")
    pattern = _pattern(field)
    # Of their own types: 1, 1.0 and True are one value of a set, and only one of them is a whole number.
    for kind, value in {(type(value), value) for value in column if value is not None}:
        if kind is not TYPES[field.type] or not _may_have(field, pattern, value):
            raise TableError(
                f"The table {table.name} does not hold to its schema: {field.name} has {str(value)!r} "
                f"and must be {field.wanted}."
            )


def _may_have(field: Field, pattern: re.Pattern[str], value: Cell) -> bool:
    match value:
        case str():
            return (not field.values or value in field.values) and bool(pattern.fullmatch(value))
        case Decimal() if not value.is_finite():
            return False
        case Decimal() | int():
            return field.minimum is None or value >= field.minimum
    return False


@cache
def _pattern(field: Field) -> re.Pattern[str]:
    item = f"(?:{field.item_pattern or '.*'})"
    return re.compile(f"{item}(?:;{item})*" if field.type == "list" else item, re.DOTALL)


def _look_for_twins(table: Table, columns: Mapping[str, Sequence[Cell]]) -> None:
    """Two rows of one key, where the table has ids: by the id alone, which the document's other tables point to."""
    *_, last = table.key
    alone = last in ("document", "id")  # it tells the rows of a document apart
    keys = columns[last] if alone else list(zip(*(columns[name] for name in table.key), strict=True))
    for key, count in Counter(keys).items():
        if count > 1:
            told = str(key) if alone else ", ".join(map(str, key))  # type: ignore[arg-type]  # a tuple, where not alone
            raise TableError(f"The table {table.name} does not hold to its schema: {last} has {told!r} twice.")


def _look_up_references(table: Table, columns: Mapping[str, Mapping[str, Sequence[Cell]]]) -> None:
    for name, target in table.references:
        missing = {*columns[table.name][name]} - {*columns[target][schema.table(target).key[-1]]} - {None}
        if missing:
            raise TableError(
                f"{table.name}.{name} has {min(map(str, missing))!r}, which the table {target} does not have."
            )


def _look_for_needs(table: Table, columns: Mapping[str, Sequence[Cell]]) -> None:
    for name, needed in table.needs:
        both = zip(columns[name], columns[needed], strict=True)
        if any(value is not None and other is None for value, other in both):
            raise TableError(f"A row of the table {table.name} has {name} without {needed}.")
