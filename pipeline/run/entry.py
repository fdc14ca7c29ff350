"""What one document came to, as one piece of bytes, always the same: its outcome and the CSV bodies of its tables.

Workers send it, the cache keeps it, and the tables of a run are entries below each other. Imports no pandas.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import IO

from pipeline.model import Document, Profile, Status
from pipeline.model.csv_cells import csv_lines
from pipeline.write import rows
from pipeline.write.rows import Row

OUTCOME = "outcome.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A document in numbers. `lasting` is whether the same file would come to the same again: a broken one does, one
    that ran out of time or memory may not. `reasons` are the messages of its checks of severity `error`."""

    document: str
    status: Status
    error: str
    lasting: bool
    pages: int = 0
    sections: int = 0
    projects: int = 0
    money: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    reasons: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether the document was read and no check found an error."""
        return self.status == "ok" and not self.errors


def packed(outcome: Outcome, tables: Mapping[str, Iterable[Row]]) -> bytes:
    """The entry of a document and the rows of its tables, by name."""
    file = io.BytesIO()
    bodies = {OUTCOME: json.dumps(asdict(outcome)), **{name: csv_lines(body) for name, body in tables.items()}}
    with zipfile.ZipFile(file, "w") as archive:
        for name, body in bodies.items():
            archive.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)  # without the time of day
    return file.getvalue()


def failed(document: Document, *, lasting: bool) -> bytes:
    """The entry of a document that could not be read: its row in `documents` and nothing else."""
    outcome = Outcome(document=document.id, status=document.status, error=document.error, lasting=lasting)
    return packed(outcome, rows.of(Profile(document=document)))


def unopened(document: Document, error: OSError) -> Document:
    """The row of a document whose file cannot be opened."""
    return replace(document, status="failed", error=f"{document.file} cannot be opened: {error.strerror}.")


class Entry:
    """An entry, unpacked piece by piece."""

    def __init__(self, packed: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(packed))

    @property
    def outcome(self) -> Outcome:
        """What the document came to."""
        stored = json.loads(self._archive.read(OUTCOME))
        return Outcome(**{**stored, "reasons": tuple(stored["reasons"])})

    def body(self, table: str) -> IO[bytes]:
        """The table's rows as CSV."""
        return self._archive.open(table)
