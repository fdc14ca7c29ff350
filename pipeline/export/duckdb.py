"""The tables as one DuckDB database, with types, keys and views: funders and countries one a row, for questions in SQL.

https://duckdb.org. A list is an array, an enumeration a type of its own, what is not stated is NULL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb
import pandas as pd

from pipeline import wording
from pipeline.export.folder import Export, placed
from pipeline.model import schema
from pipeline.model.csv_cells import plain
from pipeline.model.schema import Field, Table

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DECIMAL(38, 6)", "date": "DATE", "list": "VARCHAR[]"}
VIEWS = {
    "project_funders": """
        SELECT document, id AS project, title, unnest(funders) AS funder, amount, amount_max, currency, qualifier,
               start, "end", duration, page
        FROM projects""",
    "project_countries": """
        SELECT each.document, each.project, each.title, each.iso3, country_names.name AS country, each.amount,
               each.currency, each.start, each."end", each.duration, each.page
        FROM (SELECT *, id AS project, unnest(countries) AS iso3 FROM projects) AS each
        LEFT JOIN country_names USING (iso3)""",
    "mentions": """
        SELECT 'money' AS "table", document, id, section, page, text, sentence, rule, review FROM money
        UNION ALL SELECT 'dates', document, id, section, page, text, sentence, rule, review FROM dates
        UNION ALL SELECT 'countries', document, id, section, page, text, sentence, rule, review FROM countries
        UNION ALL SELECT 'quantities', document, id, section, page, text, sentence, rule, review FROM quantities""",
}


def write(export: Export, out: Path) -> list[str]:
    """Writes the file `out`; gives a sentence for a person."""
    with placed(out) as path:
        path.unlink(missing_ok=True)
        with duckdb.connect(str(path)) as database:
            for table in _in_order():
                for statement in _statements(table):
                    database.execute(statement)
                _fill(database, table, export)
            names = pd.DataFrame(sorted((c, wording.country(c)) for c in schema.COUNTRIES_BY_CODE))
            database.execute("CREATE TABLE country_names (iso3 VARCHAR PRIMARY KEY, name VARCHAR NOT NULL)")
            database.from_df(names).insert_into("country_names")
            for name, query in VIEWS.items():
                database.execute(f"CREATE VIEW {name} AS {query}")
    return [f"{len(schema.TABLES)} tables and the views {', '.join(VIEWS)} written to {out}."]


def _in_order() -> list[Table]:
    """Each table after those that it points to."""
    needs = {table.name: {target for _, target in table.references} for table in schema.TABLES}
    return [schema.table(name) for name in TopologicalSorter(needs).static_order()]


def _statements(table: Table) -> Iterator[str]:
    for field in table.fields:
        if field.values:
            values = ", ".join(f"'{value}'" for value in field.values)
            yield f"CREATE TYPE {table.name}_{field.name} AS ENUM ({values})"
    columns = [f'"{f.name}" {_type(table, f)}{" NOT NULL" if f.required else ""}' for f in table.fields]
    columns.append(f"PRIMARY KEY ({_names(table.key)})")
    for name, target in table.references:
        key = schema.table(target).key
        columns.append(f"FOREIGN KEY ({_names((*key[:-1], name))}) REFERENCES {target} ({_names(key)})")
    yield f"CREATE TABLE {table.name} ({', '.join(columns)})"
    yield f"COMMENT ON TABLE {table.name} IS {_quoted(table.description)}"
    for field in table.fields:
        yield f'COMMENT ON COLUMN {table.name}."{field.name}" IS {_quoted(field.description)}'


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _type(table: Table, field: Field) -> str:
    return f"{table.name}_{field.name}" if field.values else TYPES[field.type]


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))


def _fill(database: duckdb.DuckDBPyConnection, table: Table, export: Export) -> None:
    """Casts the texts of the table's file: DuckDB does that by columns."""
    rows = [[None if cell is None else plain(cell) for cell in row.values()] for row in export.rows(table.name)]
    if rows:
        database.register("texts", pd.DataFrame(rows, columns=list(table.columns), dtype=object))
        database.execute(
            f"INSERT INTO {table.name} SELECT {', '.join(_cast(table, f) for f in table.fields)} FROM texts"
        )
        database.unregister("texts")


def _cast(table: Table, field: Field) -> str:
    column = f'CAST("{field.name}" AS VARCHAR)'
    if field.type == "list":
        items = f"list_transform(string_split({column}, ';'), lambda item: replace(item, '%3B', ';'))"
        return f"coalesce({items}, CAST([] AS VARCHAR[]))"
    return f"CAST({column} AS {_type(table, field)})"
