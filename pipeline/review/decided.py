"""The tables of the last run -> the tables as people have decided by now, by the code by which the next run decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from pipeline.decisions.apply import apply
from pipeline.decisions.fields import REVIEWED
from pipeline.decisions.file import Decision
from pipeline.decisions.quotes import evidence_of
from pipeline.model import Check, schema
from pipeline.write.dataframes import framed, records


def decided(
    tables: Mapping[str, pd.DataFrame], decisions: Iterable[Decision]
) -> tuple[dict[str, pd.DataFrame], tuple[Check, ...]]:
    """The tables of one document with every decision that holds, and what a person should look at again."""
    rows = {name: {str(row["id"]): row for row in records(tables[name])} for name in REVIEWED}
    after, checks = apply(rows, decisions, evidence_of(tables))
    frames = {
        name: framed(schema.table(name), [list(row.cells.values()) for row in after[name].values()])
        for name in REVIEWED
    }
    return {**tables, **frames}, checks
