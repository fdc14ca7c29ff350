"""Tables and decisions -> the tables as decided, and a check for each decision that was not applied.

A decision is applied only where the text that it was made on still stands there. Takes validated tables and leaves
them as they are; every value that it sets fits the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from pipeline.decisions.additions import added_row
from pipeline.decisions.fields import REVIEWED, MisfitError
from pipeline.decisions.file import Decision
from pipeline.decisions.quotes import MENTION_TABLES, Evidence, flat
from pipeline.decisions.rulings import Ruling, by_row, rulings
from pipeline.decisions.unapplied import Changed, Gone, OtherValue, Refusal, Superseded, Unfit, Unread, without_support
from pipeline.model import Check, schema
from pipeline.model.csv_cells import Cell
from pipeline.model.schema import Table
from pipeline.write.dataframes import framed, records

Row = dict[str, Cell]
Rows = dict[str, Row]  # by id


def apply(
    tables: Mapping[str, pd.DataFrame], decisions: Iterable[Decision]
) -> tuple[dict[str, pd.DataFrame], tuple[Check, ...]]:
    """The tables with every decision that holds, and what a person should look at again."""
    evidence = Evidence(tables)
    rows = {name: {str(row["id"]): row for row in records(tables[name])} for name in REVIEWED}
    refused = list[Refusal]()
    for (table, _), group in by_row(decisions).items():
        holding, not_holding = rulings(group, evidence.passages)
        refused += not_holding
        refused += [refusal for ruling in holding if (refusal := _decide(rows[table], ruling, evidence))]
    decided = {**tables, **{name: _framed(schema.table(name), rows[name].values()) for name in REVIEWED}}
    return decided, (*(refusal.check for refusal in refused), *without_support(tables, decided))


def _decide(rows: Rows, ruling: Ruling, evidence: Evidence) -> Refusal | None:
    """Puts a ruling into effect, or tells why it does not hold."""
    decision = ruling.decision
    if decision.decision == "add":
        return _add(rows, ruling, evidence)
    if row := rows.get(decision.id):
        texts = evidence.of_row(decision.table, row)
        if flat(decision.quote) in texts:
            return _decide_row(rows, row, ruling)
        return Changed(decision, old=decision.quote, new=texts[0])
    if decision.decision == "reject" and evidence.passage_with(decision.quote):
        return None  # by now the rules agree
    return _stale(decision, evidence)


def _decide_row(rows: Rows, row: Row, ruling: Ruling) -> Refusal | None:
    """The same for a row whose text stands as it did."""
    decision, cells = ruling
    if decision.decision == "reject":
        del rows[decision.id]
    elif decision.decision == "correct":
        row.update({**cells, "review": "added" if row.get("review") == "added" else "corrected"})
    else:
        for name, seen in cells.items():
            if row[name] != seen:
                return OtherValue(decision, old=seen, new=row[name] or "")
        row["review"] = row.get("review") or "accepted"
    return None


def _stale(decision: Decision, evidence: Evidence) -> Refusal:
    """Why the row of a decision is not there."""
    if evidence.passage_with(decision.quote):
        return Unread(decision, old=decision.quote)
    nearest = evidence.nearest(decision.quote)
    return Changed(decision, old=decision.quote, new=nearest) if nearest else Gone(decision, old=decision.quote)


def _add(rows: Rows, ruling: Ruling, evidence: Evidence) -> Refusal | None:
    """Adds a row that the rules missed, in its place in reading order, or tells why it cannot be added."""
    decision, table = ruling.decision, schema.table(ruling.decision.table)
    passage = evidence.passage_with(decision.quote)
    if passage is None:
        return _stale(decision, evidence)
    try:
        added = added_row(table, ruling, passage, evidence.document)
    except MisfitError as error:
        return Unfit(decision, reason=f"the row {error}")
    if decision.table in MENTION_TABLES:
        place = (added["section"], added["char_start"])
        if at_its_place := next((row for row in rows.values() if (row["section"], row["char_start"]) == place), None):
            return Superseded(decision, row=at_its_place["id"])
    if decision.id in rows:
        return Unfit(decision, reason="the rules read another row with this id")
    rows[decision.id] = added
    in_reading_order = sorted(rows.items(), key=lambda item: _reading_order(item[1], evidence))
    rows.clear()
    rows.update(in_reading_order)
    return None


def _reading_order(row: Row, evidence: Evidence) -> tuple[int, int]:
    start = row.get("char_start")
    return evidence.passages[str(row["section"])].position, start if isinstance(start, int) else 0


def _framed(table: Table, rows: Iterable[Row]) -> pd.DataFrame:
    """Contributions have no column `review`."""
    return framed(table, [[row[name] for name in table.columns] for row in rows])
