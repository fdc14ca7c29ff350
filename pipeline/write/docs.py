"""The tables and their columns as Markdown, for people."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import schema
from pipeline.model.schema import Field, Table


def markdown(level: int = 3) -> str:
    """A heading of the given level and a list of columns for every table."""
    return "\n".join(line for table in schema.TABLES for line in _table(table, level))


def _table(table: Table, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {table.name}.csv", "", table.description, "", "| column | what it holds |", "|---|---|")
    yield from (f"| `{field.name}` | {_description(field)} |" for field in table.fields)
    yield ""


def _description(field: Field) -> str:
    allowed = f" One of {', '.join(f'`{value}`' for value in field.values)}." if field.values else ""
    return f"{field.description}{allowed}".replace("|", r"\|")
