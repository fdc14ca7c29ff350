"""Tables and decisions -> the rows of a document as the page shows them: as decided, what needs a look first.

Decisions that the last run did not know yet are applied here as the next run will, by the same code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

import pandas as pd

from pipeline.decisions.apply import apply
from pipeline.decisions.fields import DECIDED, REVIEWED, is_settled_by_acceptance
from pipeline.decisions.file import Decision
from pipeline.decisions.quotes import wording_of
from pipeline.decisions.unapplied import NOT_APPLIED
from pipeline.model import Check, PlacedBox, schema
from pipeline.review.index import Dossier, Progress
from pipeline.review.rows import Row, Rows, areas
from pipeline.write.dataframes import framed, records


def decided(
    tables: Mapping[str, pd.DataFrame], decisions: Iterable[Decision]
) -> tuple[dict[str, pd.DataFrame], tuple[Check, ...]]:
    """The tables of one document with every decision that holds, and what a person should look at again."""
    rows = {name: {str(row[schema.table(name).key[-1]]): row for row in records(tables[name])} for name in DECIDED}
    after, checks = apply(rows, decisions, wording_of(tables))
    frames = {
        name: framed(schema.table(name), [list(row.cells.values()) for row in after[name].values()]) for name in DECIDED
    }
    return {**tables, **frames}, checks


# The last run told these of the decisions of its day; the decisions of now are looked at anew.
ABOUT_DECISIONS = NOT_APPLIED | {"broken-decisions"}


REJECTED = "rejected"  # a remark, not a check of a run


class Remark(NamedTuple):
    """A check that is about no row that is there, or a row that was rejected and that the last run left out; `boxes`
    are those of its section, `standing` the numbers of the lines that stand on the row."""

    check: Check
    boxes: tuple[PlacedBox, ...]
    standing: str

    @property
    def about_decision(self) -> bool:
        """Whether it tells of a decision that a person may take back."""
        return self.check.check in {*NOT_APPLIED, REJECTED}


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of a document, the most urgent first, and what is to be said of it otherwise."""

    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]
    progress: Progress

    def at(self, places: Iterable[tuple[str, str]]) -> list[Row | None]:
        """The row of each table and id; None where none is there."""
        by_place = {(row.table, row.id): row for row in self.rows}
        return [by_place.get(place) for place in places]


def sheet(dossier: Dossier) -> Sheet:
    """The document as people have decided so far."""
    made_by_rules = without_added(dossier.tables, dossier.decisions)
    now, told_now = decided(made_by_rules, dossier.decisions)
    settled = _settled(dossier.decisions, told_now)
    told_then = [
        check
        for check in _checks(dossier.tables["checks"])
        if check.check not in ABOUT_DECISIONS and not settled(check)
    ]
    checks = tuple(dict.fromkeys((*told_then, *dossier.not_understood, *told_now)))
    rows = tuple(Rows(made_by_rules, now, checks).of(dossier.decisions, dossier.withdrawn))
    known = {(row.table, row.id) for row in rows}
    around = areas(dossier.tables["sections"])
    told = (*checks, *_rejected(dossier.decisions, {*known, *((check.table, check.row) for check in told_now)}))
    standing = defaultdict[tuple[str, str], list[str]](list)
    for decision in dossier.decisions:
        standing[decision.table, decision.id].append(str(decision.line))
    remarks = (
        Remark(check, around.get(check.section, ()), " ".join(standing[check.table, check.row]))
        for check in told
        if (check.table, check.row) not in known
    )
    return Sheet(
        rows=tuple(sorted(rows, key=attrgetter("urgency", "order"))),
        remarks=tuple(sorted(remarks, key=lambda remark: ("error", "warning", "info").index(remark.check.severity))),
        progress=_progress(rows, checks),
    )


def _rejected(decisions: Iterable[Decision], known: Container[tuple[str, str]]) -> Iterator[Check]:
    """A remark for each row that is rejected and no longer there."""
    for decision in decisions:
        if decision.decision == "reject" and (decision.table, decision.id) not in known:
            note = f" ({decision.note})" if decision.note else ""
            who = f"{decision.reviewer} on {decision.date}{note}"
            message = f'A row of {decision.table} was rejected by {who}; it was read from "{decision.quote}".'
            yield Check(severity="info", check=REJECTED, message=message, table=decision.table, row=decision.id)


def _settled(decisions: Iterable[Decision], refused: Iterable[Check]) -> Callable[[Check], bool]:
    """Whether a person has settled what a check of the last run says: by accepting or rejecting the row that it doubts,
    or by correcting the field. The next run checks the corrected row anew."""
    not_applied = {(check.table, check.row) for check in refused if check.check in NOT_APPLIED}
    holding = [decision for decision in decisions if (decision.table, decision.id) not in not_applied]
    rows = {(decision.table, decision.id) for decision in holding if decision.decision in {"accept", "reject"}}
    fields = {(decision.table, decision.id, decision.field) for decision in holding if decision.field}
    return lambda check: (
        (check.table, check.row, check.field) in fields
        or ((check.table, check.row) in rows and is_settled_by_acceptance(check))
    )


def _progress(rows: Sequence[Row], checks: Iterable[Check]) -> Progress:
    severities = [check.severity for check in checks]
    return Progress(
        rows=len(rows),
        decided=sum(row.state != "open" for row in rows),
        open_projects=sum(row.table == "projects" and row.state == "open" for row in rows),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
    )


def without_added(tables: Mapping[str, pd.DataFrame], decisions: Iterable[Decision]) -> dict[str, pd.DataFrame]:
    """The tables without the rows that earlier decisions added: those decisions, as they are now, add them again."""
    added = {decision.id for decision in decisions if decision.decision == "add"}
    read = dict(tables)
    for name in REVIEWED:
        ours = tables[name]["id"].isin(added) | (tables[name]["review"] == "added")
        read[name] = tables[name][~ours.fillna(False).astype(bool)].reset_index(drop=True)
    return read


def _checks(frame: pd.DataFrame) -> Iterator[Check]:
    for row in records(frame):
        values = {name: value or "" for name, value in row.items() if name not in {"id", "document", "page"}}
        yield Check(**values, page=row["page"])  # type: ignore[arg-type]
