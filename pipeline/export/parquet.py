"""The tables as Parquet, a file a table: decimals, days, lists and enumerations instead of texts.

https://parquet.apache.org, written by Apache Arrow. Each column bears its description; what is not stated is null.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.export.folder import Export, placed
from pipeline.model import schema
from pipeline.model.csv_cells import Cell, parted
from pipeline.model.schema import Field, Table

DIGITS, DECIMALS = 38, 6  # of a number: as many as Parquet has, of which so many at least stand after the point


def write(export: Export, out: Path) -> list[str]:
    """Writes the files into the folder `out`; gives a sentence for a person."""
    for table in schema.TABLES:
        with placed(out / f"{table.name}.parquet") as path:
            pq.write_table(arrow(table, export.rows(table.name)), path)
    return [f"{len(schema.TABLES)} tables written to {out}."]


def arrow(table: Table, rows: Iterable[dict[str, Cell]]) -> pa.Table:
    """The rows as an Arrow table."""
    columns = {field.name: [row[field.name] for row in rows] for rows in [list(rows)] for field in table.fields}
    arrays = [_array(field, columns[field.name]) for field in table.fields]
    fields = [
        pa.field(field.name, array.type, nullable=not field.required, metadata={"description": field.description})
        for field, array in zip(table.fields, arrays, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata={"description": table.description}))


def _array(field: Field, cells: list[Cell]) -> Any:
    match field.type:
        case "integer":
            return pa.array(cells, pa.int64())
        case "number":
            numbers = [cell for cell in cells if isinstance(cell, Decimal)]
            most = max((-int(number.normalize().as_tuple().exponent) for number in numbers), default=0)
            return pa.array(cells, pa.decimal128(DIGITS, max(DECIMALS, most)))
        case "date":
            return pa.array([None if cell is None else date.fromisoformat(str(cell)) for cell in cells], pa.date32())
        case "list":
            return pa.array([list(parted(cell)) for cell in cells], pa.list_(pa.string()))
    texts = pa.array(cells, pa.string())
    return texts.cast(pa.dictionary(pa.int32(), pa.string())) if field.values else texts
