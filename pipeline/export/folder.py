"""What every export starts from and ends with: the tables that a run wrote, and a file that is put in place whole."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pipeline.errors import UsageError
from pipeline.model.csv_cells import Cell
from pipeline.write.dataframes import records

Record = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Export:
    """The tables by name, and the PDF of each document that is still there."""

    tables: Mapping[str, pd.DataFrame]
    pdfs: Mapping[str, Path]

    def rows(self, table: str) -> list[dict[str, Cell]]:
        """The rows of a table by field."""
        return records(self.tables[table])


@contextlib.contextmanager
def placed(path: Path) -> Iterator[Path]:
    """A path to write a file to, which takes the place of `path` when the block ends, and is dropped when it fails.

    Raises UsageError.
    """
    growing = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield growing
        growing.replace(path)
    except OSError as error:
        raise UsageError(f"{path} could not be written: {error.strerror or error}.") from error
    finally:
        with contextlib.suppress(OSError):
            growing.unlink()
