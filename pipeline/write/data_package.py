"""datapackage.json: a Frictionless Data Package v2 that describes every table. https://datapackage.org/standard/"""

from __future__ import annotations

import json
from typing import Any

from pipeline.model import schema
from pipeline.model.schema import Field, Table

FILE = "datapackage.json"
STANDARD = "https://datapackage.org/profiles/2.0/"


def text() -> str:
    """The file's text, the same for every run."""
    package = {
        "$schema": f"{STANDARD}datapackage.json",
        "name": "donor-profiles",
        "title": "Donor profiles as tables",
        "description": "What donor profiles state about money, time, places and projects, each value with its place.",
        "resources": [_resource(table) for table in schema.TABLES],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    return {
        "$schema": f"{STANDARD}dataresource.json",
        "name": table.name,
        "type": "table",
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{STANDARD}tableschema.json",
            "fields": [_field(field, unique=(field.name,) == table.key) for field in table.fields],
            "primaryKey": list(table.key),
            # A key of several fields, one of which is empty, points nowhere for readers of the standard.
            "foreignKeys": [_foreign_key(*reference) for reference in table.references if table.requires(reference[0])],
        },
    }


def _field(field: Field, *, unique: bool) -> dict[str, Any]:
    constraints = {
        "required": field.required,
        "unique": unique,
        "enum": list(field.values),
        "pattern": "" if field.type in {"list", "date"} else field.pattern,  # the standard knows none for these types
        "minimum": field.minimum,
    }
    return {
        "name": field.name,
        "type": field.type,
        **({"delimiter": ";"} if field.type == "list" else {}),
        "description": field.description,
        "constraints": {name: value for name, value in constraints.items() if value not in (False, "", None, [])},
    }


def _foreign_key(name: str, target: str) -> dict[str, Any]:
    key = schema.table(target).key
    return {"fields": [*key[:-1], name], "reference": {"resource": target, "fields": list(key)}}
