"""The files that pinning reads and writes: tables and decisions -> tests/known_figures/<document>.csv."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from pipeline.review import decisions, known_figures
from pipeline.review.decisions import REVIEWED, LineError
from pipeline.review.pin import Conflict, Pinned, pinned
from pipeline.review.writing import replace_file
from pipeline.run import inputs
from pipeline.run.errors import CannotRun
from pipeline.run.inputs import Input
from pipeline.write.frames import read_table

TABLES = ("documents", "sections", *REVIEWED, "checks")


def pin(documents: Sequence[str], raw: Path, out: Path, folder: Path, *, replace: bool) -> dict[str, Pinned]:
    """Brings the files of the documents in `folder` up to date; what came of each, by document.

    Nothing is written unless all of them can be pinned. Raises CannotRun.
    """
    tables = {name: _table(out / f"{name}.csv") for name in TABLES}
    inside = {document.id: document for document in inputs.find([raw])}
    outcomes = {
        name: _pinned(_document(name, inside, raw), tables, out, folder / f"{name}.csv", replace=replace)
        for name in dict.fromkeys(inputs.document_id(Path(named)) for named in documents)
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, outcome in outcomes.items():
            if outcome.added or (replace and outcome.conflicts):
                replace_file(folder / f"{name}.csv", known_figures.text(outcome.figures))
    except OSError as error:
        raise CannotRun(f"{folder} could not be written: {error.strerror}.") from error
    return outcomes


def sentences(document: str, outcome: Pinned, *, replace: bool) -> Iterator[str]:
    """What came of it, for the person who pins."""
    changed = len(outcome.conflicts) if replace else 0
    before = len(outcome.figures) - len(outcome.added) - changed
    replaced = f", {changed} replaced" if changed else ""
    yield f"{document}: {len(outcome.added)} figures pinned{replaced}, {before} as they were."
    yield from (_conflict(conflict, replace=replace) for conflict in outcome.conflicts)
    for decision in outcome.not_shown:
        yield (
            f"  not pinned: {decision.table} row {decision.id} is not as {decision.reviewer} decided ({decision.date}, "
            f"line {decision.line}). Run donor-profiles extract again, then look for the row in checks.csv."
        )


def _conflict(conflict: Conflict, *, replace: bool) -> str:
    before, now = conflict
    done = "replaced" if replace else "kept as it was; --replace puts the new value in its place"
    return (
        f'  {now.table}.{now.field}, page {now.page}, "{now.quote}": pinned by {before.checked_by} on '
        f'{before.checked_on} as "{before.value}", decided by {now.checked_by} on {now.checked_on} as "{now.value}"; '
        f"{done}."
    )


def _document(name: str, inside: Mapping[str, Input], raw: Path) -> Input:
    if name not in inside:
        raise CannotRun(f"{raw} holds no document {name}; it holds {', '.join(inside) or 'none'}.")
    return inside[name]


def _pinned(document: Input, tables: Mapping[str, pd.DataFrame], out: Path, path: Path, *, replace: bool) -> Pinned:
    own = {name: table[table["document"] == document.id] for name, table in tables.items()}
    if own["documents"].empty:
        raise CannotRun(f"The tables in {out} lack the document {document.id}: run donor-profiles extract first.")
    decided, not_understood = decisions.read(document.reviews)
    if not_understood:
        raise CannotRun(f"{not_understood[0].message} Put this right first: nothing was pinned.")
    try:
        return pinned(known_figures.read(path), own, decided, replace=replace)
    except LineError as error:
        raise CannotRun(f"{path}, {error}; nothing was pinned.") from error
    except OSError as error:
        raise CannotRun(f"{path} could not be read: {error.strerror}.") from error


def _table(path: Path) -> pd.DataFrame:
    try:
        return read_table(path)
    except FileNotFoundError as error:
        raise CannotRun(f"{path} is not there: run donor-profiles extract first.") from error
    except (OSError, ValueError, ArithmeticError) as error:
        raise CannotRun(f"{path} is not as this version writes it: run donor-profiles extract again.") from error
