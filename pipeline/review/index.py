"""A folder of extracted tables -> the tables of one document, without reading those of the others.

A table's rows stand in document order, so that those of one document are one stretch of the file.
"""

from __future__ import annotations

import csv
import io
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from pipeline.decisions.fields import REVIEWED
from pipeline.errors import UsageError
from pipeline.model import schema
from pipeline.model.csv_cells import shown
from pipeline.model.schema import Table
from pipeline.write.dataframes import parsed

csv.field_size_limit(1 << 30)  # a section's text is one cell


@dataclass
class Contents:
    """What is known of a document without opening its tables. `rows` are the ids of the rows that people decide on."""

    status: str
    donor: str
    error: str
    sha256: str
    rows: set[str] = field(default_factory=set)
    projects: set[str] = field(default_factory=set)
    severities: Counter[str] = field(default_factory=Counter)
    stretches: dict[str, tuple[int, int]] = field(default_factory=dict)


class Index:
    """The tables of a run. They stay those of that run when a later one replaces the folder: the files are held open.

    Raises UsageError where the folder holds no tables.
    """

    def __init__(self, folder: Path) -> None:
        self.documents: dict[str, Contents] = {}
        try:
            self._files = {table.name: (folder / f"{table.name}.csv").open("rb") for table in schema.TABLES}
        except OSError as error:
            raise UsageError(f"{folder} holds no tables yet: run `donor-profiles extract` first.") from error
        for table in schema.TABLES:
            self._scan(table, self._files[table.name])

    def tables(self, document: str) -> dict[str, pd.DataFrame]:
        """All tables of one document by name."""
        return {table.name: parsed(table, self._cells(table, document)) for table in schema.TABLES}

    def _cells(self, table: Table, document: str) -> Iterator[list[str]]:
        start, end = self.documents[document].stretches.get(table.name, (0, 0))
        text = os.pread(self._files[table.name].fileno(), end - start, start).decode()
        return csv.reader(io.StringIO(text, newline="\n"))

    def _scan(self, table: Table, file: BinaryIO) -> None:
        place = table.columns.index("document")
        for start, end, cells in _placed_rows(file):
            document = shown(cells[place])
            if table is schema.DOCUMENTS:
                row = dict(zip(table.columns, map(shown, cells), strict=True))
                self.documents[document] = Contents(row["status"], row["donor"], row["error"], row["sha256"])
            contents = self.documents[document]
            first, _ = contents.stretches.get(table.name, (start, end))
            contents.stretches[table.name] = (first, end)
            if table.name in REVIEWED:
                contents.rows.add(cells[0])
            if table is schema.PROJECTS:
                contents.projects.add(cells[0])
            if table is schema.CHECKS:
                contents.severities[cells[1]] += 1


def _placed_rows(file: BinaryIO) -> Iterator[tuple[int, int, list[str]]]:
    """The rows below the header, each with the bytes at which it begins and ends."""
    position = 0

    def lines() -> Iterator[str]:
        nonlocal position
        for line in file:
            position += len(line)
            yield line.decode()

    start = 0
    for number, cells in enumerate(csv.reader(lines())):
        if number:
            yield start, position, cells
        start = position
