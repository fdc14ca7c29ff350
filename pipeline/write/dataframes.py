"""Rows -> pandas frames, and CSV files -> the same frames.

Texts and lists (joined by `;`) are pandas strings, counts Int64, amounts Decimal objects; what is not stated is
missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline import program
from pipeline.errors import UsageError
from pipeline.model import Mention, schema
from pipeline.model.csv_cells import Cell, joined, shown
from pipeline.model.schema import Table, Type

DTYPE: dict[Type, Any] = {
    "string": pd.StringDtype("python", na_value=pd.NA),
    "list": pd.StringDtype("python", na_value=pd.NA),
    "date": pd.StringDtype("python", na_value=pd.NA),
    "integer": pd.Int64Dtype(),
    "number": object,
}
FROM_TEXT: dict[Type, Callable[[str], Cell]] = {
    "string": shown,
    "list": shown,
    "date": str,
    "integer": int,
    "number": Decimal,
}


def mentions_table(mentions: Iterable[Mention]) -> pd.DataFrame:
    """Mentions of running text as one frame: their table and place, then the fields of all tables, each as an object
    (None where a mention has no such field), and their doubts."""
    names = list(dict.fromkeys(("table", "kind", "text", "char_start", "char_end", *_value_fields(), "rule")))
    rows = [[*(_cell(getattr(mention, name, None)) for name in names), mention.doubts] for mention in mentions]
    return pd.DataFrame(rows, columns=[*names, "doubts"], dtype=object)


def _value_fields() -> Iterator[str]:
    for table in schema.TABLES:
        if table.columns[: len(schema.MENTION_HEAD)] == tuple(field.name for field in schema.MENTION_HEAD):
            yield from table.columns[len(schema.MENTION_HEAD) : -len(schema.MENTION_TAIL)]


def _cell(value: Any) -> Any:
    return joined(value) if isinstance(value, tuple) else value


def framed(table: Table, rows: Sequence[Sequence[Cell]]) -> pd.DataFrame:
    """The rows as a frame with the table's columns and types."""
    columns: Sequence[Sequence[Cell]] = list(zip(*rows, strict=True)) or [()] * len(table.fields)
    typed = zip(table.fields, columns, strict=True)
    return pd.DataFrame({field.name: pd.array(list(column), dtype=DTYPE[field.type]) for field, column in typed})


def records(frame: pd.DataFrame) -> list[dict[str, Cell]]:
    """The frame's rows by field; None where nothing is stated."""
    columns = (
        [None if missing else cell for cell, missing in zip(column.tolist(), column.isna(), strict=True)]
        for _, column in frame.items()
    )
    names = [str(name) for name in frame]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def read_table(path: Path | str) -> pd.DataFrame:
    """A table that the pipeline wrote, every value as it was before it was written; the file's name is the table's."""
    path = Path(path)
    texts = pd.read_csv(path, dtype=str, na_filter=False, encoding="utf-8-sig").itertuples(index=False, name=None)
    return parsed(schema.table(path.stem), texts)


def read_tables(folder: Path, names: Iterable[str] | None = None) -> dict[str, pd.DataFrame]:
    """The tables of those names, or all, that a run wrote into the folder.

    Raises UsageError.
    """
    return {name: _read_whole(folder / f"{name}.csv") for name in names or [table.name for table in schema.TABLES]}


def _read_whole(path: Path) -> pd.DataFrame:
    again = program.command("extract", "raw", "--out", path.parent)
    try:
        return read_table(path)
    except FileNotFoundError as error:
        raise UsageError(f"{path} is not there: run {again} first.") from error
    except (OSError, ValueError, ArithmeticError) as error:
        raise UsageError(f"{path} is not as this version writes it: run {again} again.") from error


def of_document(document: str, tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Those rows of the tables that are of one document."""
    return {name: table[table["document"] == document] for name, table in tables.items()}


def parsed(table: Table, texts: Iterable[Sequence[str]]) -> pd.DataFrame:
    """The frame of rows whose cells are as they stand in the table's file."""
    readers = [FROM_TEXT[field.type] for field in table.fields]
    return framed(
        table, [[read(cell) if cell else None for read, cell in zip(readers, row, strict=True)] for row in texts]
    )
