"""donor-profiles: from a designed donor profile to validated tables in which every value points to its place.

The front door: `extract` runs the whole pipeline over PDFs, `find_mentions` the rules over running text, and
`read_table` reads a table that the command wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import DonorProfilesError, UsageError
from pipeline.model import Country, Doubt, Mention, Money, Quantity, Time

if TYPE_CHECKING:
    import pandas as pd


__all__ = [
    "Country",
    "DonorProfilesError",
    "Doubt",
    "Mention",
    "Money",
    "Quantity",
    "Time",
    "UsageError",
    "extract",
    "find_mentions",
    "mentions_table",
    "read_table",
]


def extract(
    paths: str | Path | Iterable[str | Path], *, jobs: int | None = None, verify: bool = True
) -> dict[str, pd.DataFrame]:
    """The tables of all documents by name. `paths` are PDFs and folders of PDFs, one or several; `jobs` is how many
    documents are read at a time, None for one a processor; `verify` has a second reader read pages with figures again.

    A document that cannot be read, or told from another, has a row in `documents` that says why. Raises UsageError
    where an argument is none of these, where a path does not exist or a file's name gives no id.
    """
    from pipeline import files
    from pipeline.model.schema import TABLES
    from pipeline.run import Options, run

    if jobs is not None and (not isinstance(jobs, int) or jobs < 1):
        raise UsageError(f"jobs is a number of documents from 1 up, or None, not {jobs!r}.")
    with files.scratch() as folder:
        run(_paths(paths), folder / "extracted", Options(jobs=jobs, verify=verify))
        return {table.name: read_table(folder / "extracted" / f"{table.name}.csv") for table in TABLES}


def _paths(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    named = [paths] if isinstance(paths, str | Path) else paths
    if isinstance(named, Iterable) and not isinstance(named, bytes):
        several = list(named)
        if all(isinstance(path, str | Path) and str(path) for path in several):
            return [Path(path) for path in several]
    raise UsageError(f"extract takes a path or several, each a text or a pathlib.Path, not {paths!r}.")


def find_mentions(text: str) -> list[Mention]:
    """All money, dates, countries and quantities of a running text, however long, in text order: records of Money,
    Time, Country and Quantity.

    Each has `table`, `kind`, `text`, `char_start`, `char_end`, the value fields of its table, and `doubts`. Raises
    UsageError where `text` is none.
    """
    from pipeline.mentions import find_mentions as find

    if not isinstance(text, str):
        raise UsageError(f"find_mentions takes a text, not {type(text).__name__}.")
    return find(text)


def mentions_table(mentions: Iterable[Mention]) -> pd.DataFrame:
    """Mentions as a pandas DataFrame, one row a mention: `table`, then every field that a mention of any table has."""
    from pipeline.write.dataframes import mentions_table as made

    return made(mentions)


def read_table(path: str | Path) -> pd.DataFrame:
    """A table that the command wrote, typed, every text as it was before it was written."""
    from pipeline.write.dataframes import read_table as read

    return read(Path(path))
