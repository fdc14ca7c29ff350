"""The tables that known figures are held against, as a run wrote them, by document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from pipeline import program
from pipeline.decisions.fields import REVIEWED
from pipeline.errors import UsageError
from pipeline.write.dataframes import read_table

TABLES = ("documents", "sections", *REVIEWED, "checks")


def read(out: Path) -> dict[str, pd.DataFrame]:
    """The tables of the folder by name.

    Raises UsageError.
    """
    return {name: _table(out / f"{name}.csv") for name in TABLES}


def of_document(document: str, tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Those rows of the tables that are of one document."""
    return {name: table[table["document"] == document] for name, table in tables.items()}


def _table(path: Path) -> pd.DataFrame:
    again = program.command("extract", "raw", "--out", path.parent)
    try:
        return read_table(path)
    except FileNotFoundError as error:
        raise UsageError(f"{path} is not there: run {again} first.") from error
    except (OSError, ValueError, ArithmeticError) as error:
        raise UsageError(f"{path} is not as this version writes it: run {again} again.") from error
