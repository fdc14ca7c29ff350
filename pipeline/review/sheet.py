"""Tables and decisions -> the rows of a document as the page shows them: as decided, what needs a look first.

Decisions that the last run did not know yet are applied here as the next run will, by the same code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

import pandas as pd

from pipeline.decisions.fields import REVIEWED
from pipeline.decisions.file import Decision
from pipeline.decisions.unapplied import NOT_APPLIED
from pipeline.model import Check, PlacedBox
from pipeline.review.decided import decided
from pipeline.review.library import Dossier
from pipeline.review.places import areas
from pipeline.review.progress import Progress
from pipeline.review.row import Row
from pipeline.review.rows import Rows
from pipeline.write.dataframes import records

# The last run told these of the decisions of its day; the decisions of now are looked at anew.
ABOUT_DECISIONS = NOT_APPLIED | {"broken-decisions"}


class Remark(NamedTuple):
    """A check that is about no row that is there; `boxes` are those of its section."""

    check: Check
    boxes: tuple[PlacedBox, ...]

    @property
    def about_decision(self) -> bool:
        """Whether it tells of a decision that was not applied, which a person may take back."""
        return self.check.check in NOT_APPLIED


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of a document, the most urgent first, and what is to be said of it otherwise."""

    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]
    progress: Progress

    def row(self, table: str, id_: str) -> Row | None:
        """The row of that table and id, if it is there."""
        return next((row for row in self.rows if (row.table, row.id) == (table, id_)), None)


def sheet(dossier: Dossier) -> Sheet:
    """The document as people have decided so far."""
    made_by_rules = without_added(dossier.tables, dossier.decisions)
    now, told_now = decided(made_by_rules, dossier.decisions)
    told_then = [check for check in _checks(dossier.tables["checks"]) if check.check not in ABOUT_DECISIONS]
    checks = tuple(dict.fromkeys((*told_then, *dossier.not_understood, *told_now)))
    rows = tuple(Rows(made_by_rules, now, dossier.decisions, checks))
    known = {(row.table, row.id) for row in rows}
    around = areas(dossier.tables["sections"])
    remarks = (Remark(c, around.get(c.section, ())) for c in checks if (c.table, c.row) not in known)
    return Sheet(
        rows=tuple(sorted(rows, key=attrgetter("urgency", "order"))),
        remarks=tuple(sorted(remarks, key=lambda remark: ("error", "warning", "info").index(remark.check.severity))),
        progress=_progress(rows, checks),
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
        ours = tables[name]["id"].isin(added) | (tables[name].get("review") == "added")
        read[name] = tables[name][~ours.fillna(False).astype(bool)].reset_index(drop=True)
    return read


def _checks(frame: pd.DataFrame) -> Iterator[Check]:
    for row in records(frame):
        values = {name: value or "" for name, value in row.items() if name not in {"id", "document", "page"}}
        yield Check(**values, page=row["page"])  # type: ignore[arg-type]
