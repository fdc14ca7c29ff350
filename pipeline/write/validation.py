"""The gate between rules and files: no table leaves a document that does not hold to the schema."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

import pandas as pd
import pandera.pandas as pa

from pipeline.errors import DonorProfilesError
from pipeline.model import schema
from pipeline.model.schema import Field, Table
from pipeline.write.dataframes import DTYPE


class TableError(DonorProfilesError):
    """A value that its field may not have, or a reference to a row that is not there. The message is a sentence."""


def validated(frames: Mapping[str, pd.DataFrame]) -> Mapping[str, pd.DataFrame]:
    """The tables of one document, by name, if all of them hold.

    Raises TableError.
    """
    for table in schema.TABLES:
        validate(table, frames[table.name])
        _look_up_references(table, frames)
        _look_for_needs(table, frames[table.name])
    return frames


def validate(table: Table, frame: pd.DataFrame) -> None:
    """Raises TableError where a value is one that its field may not have."""
    try:
        _model(table).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        first = errors.failure_cases.iloc[0]
        raise TableError(
            f"The table {table.name} does not hold to its schema: {first['column']} has {str(first['failure_case'])!r} "
            f"(rule: {first['check']})."
        ) from errors


def _look_up_references(table: Table, frames: Mapping[str, pd.DataFrame]) -> None:
    for name, target in table.references:
        held = frames[table.name][name].dropna()
        missing = held[~held.isin(frames[target][schema.table(target).key[-1]])]
        if len(missing):
            raise TableError(f"{table.name}.{name} has {missing.iloc[0]!r}, which the table {target} does not have.")


def _look_for_needs(table: Table, frame: pd.DataFrame) -> None:
    for name, needed in table.needs:
        if (frame[name].notna() & frame[needed].isna()).any():
            raise TableError(f"A row of the table {table.name} has {name} without {needed}.")


@cache
def _model(table: Table) -> pa.DataFrameSchema:
    *_, last = table.key
    alone = len(table.key) <= len(schema.DOCUMENTS.key) + 1  # the last field tells the rows of a document apart
    columns = {field.name: _column(field, unique=alone and field.name == last) for field in table.fields}
    return pa.DataFrameSchema(columns, strict=True, ordered=True, unique=None if alone else list(table.key))


def _column(field: Field, *, unique: bool) -> pa.Column:
    checks = []
    if field.values:
        checks.append(pa.Check.isin(field.values))
    if field.item_pattern:
        item = f"(?:{field.item_pattern})"
        more = f"(?:;{item})*" if field.type == "list" else ""
        checks.append(pa.Check.str_matches(rf"{item}{more}\Z"))
    if field.minimum is not None:
        checks.append(pa.Check.ge(field.minimum))
    if field.type == "number":
        checks.append(pa.Check(_is_finite_decimal, element_wise=True, name="a finite decimal"))
    return pa.Column(DTYPE[field.type], checks, nullable=not field.required, unique=unique)


def _is_finite_decimal(value: object) -> bool:
    return isinstance(value, Decimal) and value.is_finite()
