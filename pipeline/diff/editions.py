"""A folder of tables, a document in one, or a PDF -> editions to be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from pipeline import extract
from pipeline.decisions.fields import FIELDS
from pipeline.diff.match import Edition, Figure, Row
from pipeline.errors import UsageError
from pipeline.model.csv_cells import Cell, plain
from pipeline.write.dataframes import read_table, records

TABLES = ("documents", "sections", "projects", "contributions", "money", "quantities")
VALUES = {"money": ("amount", "amount_max", "currency"), "quantities": ("value", "value_max", "unit")}

Tables = Mapping[str, pd.DataFrame]
Record = Mapping[str, Cell]


class Side(NamedTuple):
    """The editions that a path names; a folder is all there is, so that what it lacks is gone."""

    path: Path
    editions: tuple[Edition, ...]
    is_folder: bool


def read(old: Path, new: Path) -> tuple[tuple[Edition, ...], tuple[Edition, ...]]:
    """The editions of both sides. Beside a single document, a folder counts with its counterpart alone: the document
    with its id, else the one of its donor.

    Raises UsageError.
    """
    sides = _side(old), _side(new)
    return _counterpart(*sides), _counterpart(*reversed(sides))


def _counterpart(side: Side, other: Side) -> tuple[Edition, ...]:
    if not side.is_folder or other.is_folder:
        return side.editions
    (single,) = other.editions
    of_id = tuple(edition for edition in side.editions if edition.document == single.document)
    of_donor = tuple(edition for edition in side.editions if edition.donor and edition.donor == single.donor)
    found = of_id or of_donor
    if len(found) != 1:
        how_many = "several documents" if found else "no document"
        raise UsageError(
            f"{side.path} has {how_many} of the donor of {other.path} ({single.donor or 'not told'}): "
            f"name one, such as {side.path / (found or side.editions or (single,))[0].document}."
        )
    return found


def _side(path: Path) -> Side:
    if path.joinpath("documents.csv").is_file():
        return Side(path, tuple(_editions(_tables(path))), is_folder=True)
    if path.parent.joinpath("documents.csv").is_file() and not path.exists():
        named = tuple(edition for edition in _editions(_tables(path.parent)) if edition.document == path.name)
        if named:
            return Side(path, named, is_folder=False)
        raise UsageError(f"{path.parent} holds no document {path.name}.")
    if path.is_dir():
        raise UsageError(f"{path} holds no documents.csv: name a folder that donor-profiles extract has written.")
    (edition,) = _editions(extract([path]))
    if edition.error:
        raise UsageError(edition.error)
    return Side(path, (edition,), is_folder=False)


def _tables(folder: Path) -> Tables:
    try:
        return {name: read_table(folder / f"{name}.csv") for name in TABLES}
    except (OSError, ValueError, ArithmeticError) as error:
        raise UsageError(
            f"{folder} does not hold the tables as this version writes them: run extract again."
        ) from error


def _editions(tables: Tables) -> Iterator[Edition]:
    headings = {str(section["id"]): plain(section["heading"]) for section in records(tables["sections"])}
    rows = {name: _by_document(tables[name]) for name in TABLES}
    for document in records(tables["documents"]):
        id_ = str(document["document"])
        yield Edition(
            document=id_,
            donor=plain(document["donor_iso3"]) or plain(document["donor"]),
            error=plain(document["error"]),
            projects=tuple(_row("projects", row, plain(row["title"])) for row in rows["projects"][id_]),
            contributions=tuple(
                _row("contributions", row, f"{headings[str(row['section'])]} ({row['kind']})")
                for row in rows["contributions"][id_]
            ),
            figures=tuple(figure for table in VALUES for figure in _figures(table, rows[table][id_])),
        )


def _by_document(frame: pd.DataFrame) -> defaultdict[str, list[Record]]:
    rows = defaultdict[str, list[Record]](list)
    for row in records(frame):
        rows[str(row["document"])].append(row)
    return rows


def _row(table: str, row: Record, name: str) -> Row:
    values = {field.name: plain(row[field.name]) for field in FIELDS[table]}
    return Row(str(row["id"]), name, str(row["section"]), int(str(row["page"])), values)


def _figures(table: str, rows: Iterable[Record]) -> Iterator[Figure]:
    for row in rows:
        number, upper, what = (plain(row[name]) for name in VALUES[table])
        text, sentence = (" ".join(plain(row[name]).split()) for name in ("text", "sentence"))
        yield Figure(
            table, str(row["id"]), text, sentence, str(row["section"]), int(str(row["page"])), (number, upper, what)
        )
