"""datapackage.json: a Frictionless Data Package v2 that describes every table. https://datapackage.org/standard/"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.model import Document, schema
from pipeline.model.schema import Field, Table
from pipeline.program import NAME, VERSION

FILE = "datapackage.json"
STANDARD = "https://datapackage.org/profiles/2.0/"


def text(documents: Iterable[Document] = (), options: Sequence[str] = ()) -> str:
    """The file's text for tables that were made from these documents, by this version of the package and its rules, and
    with these options of the command."""
    sources = [_source(document) for document in documents]
    package = {
        "$schema": f"{STANDARD}datapackage.json",
        "name": NAME,
        "version": VERSION,
        "rules": rules(),
        "title": "Donor profiles as tables",
        "description": "What donor profiles state about money, time, places and projects, each value with its place.",
        **({"options": list(options)} if options else {}),
        **({"sources": sources} if sources else {}),
        "resources": [_resource(table) for table in schema.TABLES],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def files(folder: Path) -> Collection[str] | None:
    """The names of the files that a run wrote into the folder, whichever version's; None where no run wrote it."""
    try:
        package = json.loads(folder.joinpath(FILE).read_bytes())
        if package["name"] != NAME:
            return None
        return {FILE, *(str(resource["path"]) for resource in package["resources"])}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def options(folder: Path) -> list[str]:
    """The options with which a run wrote the folder; none where it names none."""
    try:
        return [str(option) for option in json.loads(folder.joinpath(FILE).read_bytes()).get("options", [])]
    except (OSError, ValueError, AttributeError):
        return []


@cache
def rules() -> str:
    """A hash of the tables of words and patterns: another, where a rule was changed, added or taken away."""
    folder = Path(__file__).parents[1] / "language"
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in {".csv", ".toml", ".txt"}):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _source(document: Document) -> dict[str, str]:
    """A file that the tables were made from; without a hash where it could not be opened."""
    source = {"title": document.id, "path": document.file}
    return {**source, "hash": f"sha256:{document.sha256}"} if document.sha256 else source


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
    """The standard knows no pattern for the items of a list, so that one whose items have one is a text with it."""
    item = field.item_pattern
    is_list = field.type == "list" and not item
    pattern = f"{item}(;{item})*" if field.type == "list" and item else item
    constraints = {
        "required": field.required or None,
        "unique": unique or None,
        "enum": list(field.values) or None,
        "pattern": None if field.type == "date" else pattern or None,
        "minimum": field.minimum,
    }
    return {
        "name": field.name,
        "type": "string" if field.type == "list" and not is_list else field.type,
        **({"delimiter": ";"} if is_list else {}),
        "description": field.description,
        **({"unit": field.unit} if field.unit else {}),
        "constraints": {name: value for name, value in constraints.items() if value is not None},
    }


def _foreign_key(name: str, target: str) -> dict[str, Any]:
    key = schema.table(target).key
    return {"fields": [*key[:-1], name], "reference": {"resource": target, "fields": list(key)}}
