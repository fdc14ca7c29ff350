"""donor-profiles: from a designed donor profile to validated tables in which every value points to its place.

The front door: `extract` runs the whole pipeline over PDFs, `find_mentions` the rules over running text, and
`read_table` reads a table that the command wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.model import Mention


__all__ = ["extract", "find_mentions", "read_table"]


def extract(paths: Iterable[str | Path], *, jobs: int | None = None, verify: bool = True) -> dict[str, pd.DataFrame]:
    """The tables of all documents by name; each path is a PDF or a folder of PDFs.

    A document that cannot be read, or told from another, has a row in `documents` that says why. Raises
    pipeline.errors.UsageError where a path does not exist or a file's name gives no id.
    """
    from tempfile import TemporaryDirectory

    from pipeline.model.schema import TABLES
    from pipeline.run import Options, run

    with TemporaryDirectory() as folder:
        run(map(Path, paths), Path(folder, "extracted"), Options(jobs=jobs, verify=verify))
        return {table.name: read_table(Path(folder, "extracted", f"{table.name}.csv")) for table in TABLES}


def find_mentions(text: str) -> list[Mention]:
    """All money, dates, countries and quantities of a running text, in text order.

    Each record has `table`, `kind`, `text`, `char_start`, `char_end` and the value fields of its table.
    """
    from pipeline.mentions import find_mentions as find

    return find(text)


def read_table(path: str | Path) -> pd.DataFrame:
    """A table that the command wrote, typed, every text as it was before it was written."""
    from pipeline.write.dataframes import read_table as read

    return read(Path(path))
