"""A folder of PDFs and the tables made from them -> documents to review, and how far the review of each is.

A table's rows stand in document order, so that those of one document are one stretch of the file, read without the
others. A document is known by its id alone: a path is never made from what a browser sends.
"""

from __future__ import annotations

import csv
import io
import os
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from pipeline import program
from pipeline.decisions import file as decisions
from pipeline.decisions.fields import DECIDED
from pipeline.decisions.file import Decision
from pipeline.errors import UsageError
from pipeline.model import Check, schema
from pipeline.model.csv_cells import shown
from pipeline.model.schema import Table
from pipeline.run import inputs
from pipeline.run.inputs import Input
from pipeline.write import data_package
from pipeline.write.dataframes import parsed

csv.field_size_limit(1 << 30)  # a section's text is one cell


@dataclass
class Contents:
    """What is known of a document without opening its tables. `rows` are those that people decide on, as
    `table/id`, `projects` those of them that are projects."""

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
            again = program.command("extract", "raw", "--out", folder)
            raise UsageError(f"{folder} holds no tables yet: run `{again}` first.") from error
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
            if table.name in DECIDED:
                contents.rows.add(f"{table.name}/{cells[0]}")
            if table is schema.PROJECTS:
                contents.projects.add(f"{table.name}/{cells[0]}")
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


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of rows and of rows decided; projects nobody has decided on; checks that the last run told."""

    rows: int
    decided: int
    open_projects: int
    errors: int
    warnings: int

    @property
    def open(self) -> int:
        """Rows that nobody has decided on."""
        return self.rows - self.decided


def progress(contents: Contents, decisions: Iterable[Decision]) -> Progress:
    """A row that was rejected is decided, though later runs leave it out."""
    decided = {f"{decision.table}/{decision.id}" for decision in decisions}
    return Progress(
        rows=len(contents.rows | decided),
        decided=len(decided),
        open_projects=len(contents.projects - decided),
        errors=contents.severities["error"],
        warnings=contents.severities["warning"],
    )


State = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the list; `file` is None where the PDF is no longer there."""

    id: str
    contents: Contents
    file: Input | None
    progress: Progress

    @property
    def readable(self) -> bool:
        """Whether there is anything to review."""
        return self.file is not None and self.contents.status == "ok"

    @property
    def urgency(self) -> tuple[object, ...]:
        """Sorts what needs a look first: files that could not be read, then documents with open rows, those with the
        most errors, warnings and undecided projects before others."""
        counts = self.progress
        most_first = (-counts.errors, -counts.warnings, -counts.open_projects, -counts.open)
        return self.readable, counts.open == 0, *most_first, self.id


@dataclass(frozen=True, slots=True)
class Dossier:
    """An open document: its file, its tables of the last run, what people have decided, and what they decided once and
    have `withdrawn`; whether decisions are `waiting` for the next run, the command that runs `again`, and the documents
    that it drops because their PDFs lie `elsewhere`."""

    file: Input
    contents: Contents
    tables: Mapping[str, pd.DataFrame]
    decisions: tuple[Decision, ...]
    withdrawn: tuple[Decision, ...]
    not_understood: tuple[Check, ...]
    sha256: str
    waiting: bool
    again: str
    elsewhere: tuple[str, ...]

    @property
    def id(self) -> str:
        """The document's id."""
        return self.file.id

    @property
    def replaced(self) -> bool:
        """Whether the file is another than the tables were made from."""
        return self.sha256 != self.contents.sha256


class Library:
    """The documents of `raw` with their tables in `out`; follows both as they change.

    Raises UsageError, here and later, where one of them cannot be used.
    """

    def __init__(self, raw: Path, out: Path) -> None:
        self.raw, self.out = raw, out
        self._one_at_a_time = threading.Lock()
        self._index: tuple[State, Index] | None = None
        self._decisions: dict[Path, tuple[State, tuple[Decision, ...]]] = {}
        self._files: Mapping[str, Input] = {}
        self._found: Set[str] = set()  # the ids of files that cannot be told apart, too
        self.entries()

    @property
    def arguments(self) -> tuple[str, ...]:
        """Those of the command that makes the tables anew, as they were made: from the same PDFs, new ones of the
        folder among them, and with the same options."""
        return "extract", *map(str, self._paths()), "--out", str(self.out), *data_package.options(self.out)

    def _paths(self) -> list[Path]:
        """The folder, or, where the run left PDFs of it out, those that it did not."""
        known = self._current().documents
        made = self.out.joinpath("documents.csv").stat().st_mtime_ns
        left_out = (f for f in self._files.values() if f.id not in known and f.path.stat().st_ctime_ns < made)
        return [file.path for file in self._files.values() if file.id in known] if any(left_out) else [self.raw]

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """The ids of documents of the tables whose PDFs are not in the folder: a run of it alone drops their rows."""
        return tuple(sorted(set(self._current().documents) - self._found))

    @property
    def again(self) -> str:
        """That command."""
        return program.command(*self.arguments)

    def entries(self) -> list[Entry]:
        """All documents of the tables, by id."""
        self._look_for_files()
        return [
            self._entry(id_, contents, self._files.get(id_))
            for id_, contents in sorted(self._current().documents.items())
        ]

    def neighbours(self, document: str) -> tuple[str, str]:
        """The ids of the documents before and after one; empty where there is none."""
        ids = sorted(id_ for id_ in self._files if self.file(id_))
        place = ids.index(document)
        return (ids[place - 1] if place else ""), (ids[place + 1] if place + 1 < len(ids) else "")

    def file(self, document: str) -> Input | None:
        """The PDF of a document of the tables that could be read; where it was when a page was last opened."""
        contents = self._current().documents.get(document)
        return self._files.get(document) if contents and contents.status == "ok" else None

    def state(self, document: str) -> tuple[State, ...] | None:
        """Another where anything of the document may have changed; None where it cannot be opened."""
        self._look_for_files()
        file = self.file(document)
        if file is None:
            return None
        return _state(self.out / "documents.csv"), _state(file.path), _state(file.reviews)

    def open(self, document: str) -> Dossier | None:
        """The document, if it could be read and its PDF is there."""
        self._look_for_files()
        file = self.file(document)
        if file is None:
            return None
        index = self._current()
        written, not_understood = decisions.read_all(file.reviews)
        return Dossier(
            file=file,
            contents=index.documents[document],
            tables=index.tables(document),
            decisions=tuple(decision for decision in written if not decision.withdrawn),
            withdrawn=tuple(decision for decision in written if decision.withdrawn),
            not_understood=not_understood,
            sha256=inputs.sha256(file.path),
            waiting=_state(file.reviews) > _state(self.out / "documents.csv"),
            again=self.again,
            elsewhere=self.elsewhere,
        )

    def _look_for_files(self) -> None:
        found = inputs.find([self.raw])
        self._files = {file.id: file for file in found if not file.error}
        self._found = {file.id for file in found}

    def _entry(self, id_: str, contents: Contents, file: Input | None) -> Entry:
        return Entry(id_, contents, file, progress(contents, self._decided(file.reviews) if file else ()))

    def _decided(self, path: Path) -> tuple[Decision, ...]:
        state = _state(path)
        if path not in self._decisions or self._decisions[path][0] != state:
            self._decisions[path] = (state, decisions.read(path)[0])
        return self._decisions[path][1]

    def _current(self) -> Index:
        with self._one_at_a_time:
            state = _state(self.out / "documents.csv")
            if self._index is None or self._index[0] != state:
                self._index = (state, Index(self.out))
            return self._index[1]


def _state(path: Path) -> State:
    """Differs when the file is written anew, and is greater for a later one; nothing where there is no file."""
    try:
        stat = path.stat()
    except OSError:
        return ()
    return stat.st_mtime_ns, stat.st_ino, stat.st_size
