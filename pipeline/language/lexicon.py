"""The tables of words and patterns that the rules are made of, each held to its columns.

A table is a CSV file: of English words under en/, of what holds in every language under world/. Its entries have an
example, what it must read as, and a source; the tables of names are their own examples, and those made from other
people's lists (`python -m tests.tables`) have none. docs/rules.md says when a word goes into which.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from pipeline.errors import DonorProfilesError

FOLDER: Final = Path(__file__).parent
RULES: Final = FOLDER / "en"
PROOF: Final = ("example", "reads", "source")  # the last columns of a table whose entries have examples


class LexiconError(DonorProfilesError):
    """A table that is not as its columns say; the sentence names file, line and column."""


class Table(NamedTuple):
    """A table of tables.toml, which says what each field means."""

    name: str
    folder: Literal["en", "world"]
    proof: Literal["proved", "names", "made", "elsewhere"]
    tells: str
    columns: dict[str, str]

    @property
    def path(self) -> Path:
        """Its file."""
        return FOLDER / self.folder / f"{self.name}.csv"

    @property
    def header(self) -> tuple[str, ...]:
        """The names of all its columns."""
        return (*self.columns, *(PROOF if self.proof == "proved" else ()))


@cache
def tables() -> dict[str, Table]:
    """All tables by name."""
    specs = tomllib.loads((FOLDER / "tables.toml").read_text(encoding="utf-8"))
    return {name: Table(name=name, **spec) for name, spec in specs.items()}


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The entries of a table, by column. Raises LexiconError where one is not as its columns say."""
    return tuple(_read(tables()[name]))


def _read(spec: Table) -> Iterator[dict[str, str]]:
    forms = {} if spec.proof == "made" else {c: re.compile(form) for c, form in spec.columns.items()}
    with spec.path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if (header := tuple(next(reader, ()))) != spec.header:
            raise LexiconError(
                f"{spec.path}, line 1: the columns are {', '.join(spec.header)}, not {', '.join(header)}."
            )
        for cells in reader:
            where = f"{spec.path}, line {reader.line_num}"
            if len(cells) != len(spec.header):
                raise LexiconError(f"{where}: {len(spec.header)} columns are needed, {len(cells)} are there.")
            row = dict(zip(spec.header, cells, strict=True))
            for column, form in forms.items():
                if not form.fullmatch(row[column]):
                    raise LexiconError(f"{where}, column {column}: {row[column]!r} is not of the form {form.pattern}.")
            yield row


@cache
def scales(*beside: str) -> dict[str, Decimal]:
    """What each scale stands for that is one beside these, or everywhere."""
    return {row["word"]: Decimal(row["value"]) for row in rows("scales") if row["beside"] in {*beside, "everywhere"}}


def words(name: str, kind: str) -> tuple[str, ...]:
    """The words of one class of a table, in its order."""
    return tuple(row["word"] for row in rows(name) if row["class"] == kind)


def listed(cell: str) -> list[str]:
    """The entries of a cell that holds a list."""
    return [entry.strip() for entry in cell.split(";") if entry.strip()]
