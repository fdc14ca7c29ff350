"""Rows that people have decided on -> figures that are known for good.

A row that a person has accepted is known in every field, also in those that are empty; a row that was corrected or
added, in the fields that have a value. A figure that was pinned before stays as it is, in its place in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from pipeline.decisions import file as decisions
from pipeline.decisions.fields import FIELDS, REVIEWED
from pipeline.decisions.file import Decision, LineError
from pipeline.decisions.quotes import flat, wording_of
from pipeline.decisions.rulings import by_row, rulings
from pipeline.decisions.unapplied import NOT_APPLIED
from pipeline.errors import UsageError
from pipeline.files import replace_file
from pipeline.ids import document_name
from pipeline.known_figures import file as known_figures
from pipeline.known_figures.file import KnownFigure
from pipeline.known_figures.verify import TABLES, Row, Told
from pipeline.model.csv_cells import plain
from pipeline.run import inputs
from pipeline.run.inputs import Input
from pipeline.write.dataframes import of_document, read_tables


class Conflict(NamedTuple):
    """A figure that was pinned before, and the one that people have decided on since."""

    before: KnownFigure
    now: KnownFigure


@dataclass(frozen=True, slots=True)
class Pinned:
    """What comes of it: all figures of the file, those of them that are new, those that were pinned with another value,
    and a decision on each row that the tables do not show as it was decided."""

    figures: tuple[KnownFigure, ...]
    added: tuple[KnownFigure, ...]
    conflicts: tuple[Conflict, ...]
    not_shown: tuple[Decision, ...]


def pinned(
    known: Sequence[KnownFigure], tables: Mapping[str, pd.DataFrame], decisions: Iterable[Decision], *, replace: bool
) -> Pinned:
    """The known figures with those of the decided rows of a document. `replace` lets a new value take the place of one
    that was pinned before."""
    told = Told(tables)
    shown, not_shown = _decided(tables, told, decisions)
    figures, added, conflicts = list(known), list[KnownFigure](), list[Conflict]()
    candidates = [(row, figure) for table, row, group in shown for figure in _figures(told, table, row, group)]
    for row, figure in candidates:
        earlier = [other for other in figures if _is_same_field(other, figure) and row in told.rows_by(other)]
        outdated = [other for other in earlier if told.difference(other)]
        if figure.value in {other.value for other in earlier}:
            continue
        if not outdated:
            figures.append(figure)
            added.append(figure)
            continue
        conflicts.append(Conflict(outdated[0], figure))
        if replace:
            figures[figures.index(outdated[0])] = figure
            figures = [other for other in figures if other not in outdated]
    return Pinned(tuple(figures), tuple(added), tuple(conflicts), tuple(not_shown))


Decided = tuple[str, Row, list[Decision]]


def _decided(
    tables: Mapping[str, pd.DataFrame], told: Told, decisions: Iterable[Decision]
) -> tuple[list[Decided], list[Decision]]:
    """The rows with the decisions that they show, in reading order by table; and a decision on each other row."""
    rows = {(name, str(row["id"])): row for name in REVIEWED for row in told.rows[name]}
    checks = tables["checks"]
    refused = set(checks.loc[checks["check"].isin(NOT_APPLIED), "row"])
    sections = wording_of(tables).passages
    shown, not_shown = dict[tuple[str, str], Decided](), list[Decision]()
    for key, group in by_row(d for d in decisions if d.table in REVIEWED).items():
        row = rows.get(key)
        if row and key[1] not in refused and _shows(row, group, sections):
            shown[key] = (key[0], row, group)
        elif row or any(decision.decision != "reject" for decision in group):
            not_shown.append(group[-1])
    return [shown[key] for key in rows if key in shown], not_shown


def _shows(row: Row, group: Sequence[Decision], sections: Mapping[str, object]) -> bool:
    """Whether the row is as the decisions on it have it. Contributions have no column `review`."""
    holding, refused = rulings(group, sections)
    verdicts = {decision.decision for decision in group}
    as_stated = all(row[name] == value for ruling in holding for name, value in ruling.cells.items())
    return as_stated and not refused and "reject" not in verdicts and row.get("review", "") is not None


def _figures(told: Told, table: str, row: Row, group: Sequence[Decision]) -> Iterator[KnownFigure]:
    accepted = any(decision.decision == "accept" for decision in group)
    quote = _quote(told, table, row, group[-1])
    for name in (field.name for field in FIELDS[table]):
        on_it = [decision for decision in group if decision.field == name]
        if accepted or on_it or row[name] is not None:
            decision = max(on_it or group, key=lambda decision: (decision.date, decision.line))
            yield quote._replace(
                field=name, value=plain(row[name]), checked_by=_signed(decision), checked_on=decision.date
            )


def _quote(told: Told, table: str, row: Row, decision: Decision) -> KnownFigure:
    """A figure of the row whose quote is the fewest words around the row's own that tell no other row; where there are
    none such, as for a row without words of its own, what the decision was made on."""
    figure = KnownFigure(
        table=table,
        heading=told.heading(row),
        field="",
        value="",
        quote=flat(decision.quote),
        page=int(str(row["page"])),
        checked_by=_signed(decision),
        checked_on=decision.date,
    )
    quoting = (figure._replace(quote=quote) for quote in told.quotes(row))
    return next((quoted for quoted in quoting if told.rows_by(quoted) == [row]), figure)


def _signed(decision: Decision) -> str:
    """Who read the page, and how."""
    return f"{decision.reviewer} in review"


def _is_same_field(one: KnownFigure, other: KnownFigure) -> bool:
    return all((one.table == other.table, one.field == other.field, flat(one.heading) == flat(other.heading)))


def pin(documents: Sequence[str], raw: Path, out: Path, folder: Path, *, replace: bool) -> dict[str, Pinned]:
    """Brings the files of the documents in `folder` up to date; what came of each, by document.

    Nothing is written unless all of them can be pinned. Raises UsageError.
    """
    tables = read_tables(out, TABLES)
    inside = {document.id: document for document in inputs.find([raw])}
    outcomes = {
        name: _pinned(_document(name, inside, raw), tables, out, folder / f"{name}.csv", replace=replace)
        for name in dict.fromkeys(document_name(named) for named in documents)
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, outcome in outcomes.items():
            if outcome.added or (replace and outcome.conflicts):
                replace_file(folder / f"{name}.csv", known_figures.text(outcome.figures))
    except OSError as error:
        raise UsageError(f"{folder} could not be written: {error.strerror}.") from error
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
        raise UsageError(f"{raw} holds no document {name}; it holds {', '.join(inside) or 'none'}.")
    return inside[name]


def _pinned(document: Input, tables: Mapping[str, pd.DataFrame], out: Path, path: Path, *, replace: bool) -> Pinned:
    own = of_document(document.id, tables)
    if own["documents"].empty:
        raise UsageError(f"The tables in {out} lack the document {document.id}: run donor-profiles extract first.")
    decided, not_understood = decisions.read(document.reviews)
    if not_understood:
        raise UsageError(f"{not_understood[0].message} Put this right first: nothing was pinned.")
    try:
        return pinned(known_figures.read(path), own, decided, replace=replace)
    except LineError as error:
        raise UsageError(f"{path}, {error}; nothing was pinned.") from error
    except OSError as error:
        raise UsageError(f"{path} could not be read: {error.strerror}.") from error
