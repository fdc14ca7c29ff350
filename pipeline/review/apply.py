"""Tables and decisions -> the tables as decided, and a check for each decision that was not applied.

A decision is applied only where the text that it was made on still stands there. Takes validated tables and leaves
them as they are; every value that it sets fits the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from pipeline.model import Check
from pipeline.review.consequences import without_support
from pipeline.review.decisions import REVIEWED, Decision
from pipeline.review.evidence import MENTION_TABLES, Evidence, flat
from pipeline.review.refusals import Changed, Gone, OtherValue, Refusal, Superseded, Unfit, Unread
from pipeline.review.rows import added_row
from pipeline.review.rulings import Ruling, by_row, rulings
from pipeline.review.values import MisfitError
from pipeline.write import schema
from pipeline.write.cells import Cell
from pipeline.write.frames import framed


def apply(
    tables: Mapping[str, pd.DataFrame], decisions: Iterable[Decision]
) -> tuple[dict[str, pd.DataFrame], tuple[Check, ...]]:
    """The tables with every decision that holds, and what a person should look at again."""
    evidence = Evidence(tables)
    decided = dict(tables) | {name: tables[name].copy() for name in REVIEWED}
    refused = list[Refusal]()
    for (table, _), group in by_row(decisions).items():
        holding, not_holding = rulings(group, evidence.passages)
        refused += not_holding
        for ruling in holding:
            outcome = _after(decided[table], ruling, evidence)
            if isinstance(outcome, Refusal):
                refused.append(outcome)
            else:
                decided[table] = outcome
    return decided, (*(refusal.check for refusal in refused), *without_support(tables, decided))


def _after(frame: pd.DataFrame, ruling: Ruling, evidence: Evidence) -> pd.DataFrame | Refusal:
    """The table after one ruling, or why the ruling does not hold."""
    decision = ruling.decision
    if decision.decision == "add":
        return _with_row(frame, ruling, evidence)
    found = frame.index[frame["id"] == decision.id]
    if len(found):
        row = frame.loc[found[0]]
        texts = evidence.of_row(decision.table, row)
        if flat(decision.quote) in texts:
            return _decided(frame, row, ruling)
        return Changed(decision, old=decision.quote, new=texts[0])
    if decision.decision == "reject" and evidence.passage_with(decision.quote):
        return frame  # by now the rules agree
    return _stale(decision, evidence)


def _decided(frame: pd.DataFrame, row: pd.Series, ruling: Ruling) -> pd.DataFrame | Refusal:
    """The table after a ruling on a row whose text stands as it did."""
    decision, cells = ruling
    if decision.decision == "reject":
        return frame.drop(row.name).reset_index(drop=True)
    held = {name: None if pd.isna(value) else value for name, value in row.items()}
    if decision.decision == "correct":
        return _set(frame, row, {**cells, "review": "added" if held.get("review") == "added" else "corrected"})
    for name, seen in cells.items():
        if held[name] != seen:
            return OtherValue(decision, old=seen, new=held[name] or "")
    return _set(frame, row, {"review": held.get("review") or "accepted"})


def _stale(decision: Decision, evidence: Evidence) -> Refusal:
    """Why the row of a decision is not there."""
    if evidence.passage_with(decision.quote):
        return Unread(decision, old=decision.quote)
    nearest = evidence.nearest(decision.quote)
    return Changed(decision, old=decision.quote, new=nearest) if nearest else Gone(decision, old=decision.quote)


def _set(frame: pd.DataFrame, row: pd.Series, cells: Mapping[str, Cell]) -> pd.DataFrame:
    for name, value in cells.items():
        if name in frame:  # contributions have no column `review`
            frame.at[row.name, name] = value  # type: ignore[assignment]  # stubs know no Decimal
    return frame


def _with_row(frame: pd.DataFrame, ruling: Ruling, evidence: Evidence) -> pd.DataFrame | Refusal:
    """The table with a row that the rules missed, in its place in reading order, or why it cannot be added."""
    decision, table = ruling.decision, schema.table(ruling.decision.table)
    passage = evidence.passage_with(decision.quote)
    if passage is None:
        return _stale(decision, evidence)
    try:
        row = added_row(table, ruling, passage, evidence.document)
    except MisfitError as error:
        return Unfit(decision, reason=f"the row {error}")
    if decision.table in MENTION_TABLES:
        at_its_place = (frame["section"] == row["section"]) & (frame["char_start"] == row["char_start"])
        if at_its_place.any():
            return Superseded(decision, row=frame.loc[at_its_place, "id"].iloc[0])
    if (frame["id"] == decision.id).any():
        return Unfit(decision, reason="the rules read another row with this id")
    return _in_reading_order(pd.concat([frame, framed(table, [list(row.values())])], ignore_index=True), evidence)


def _in_reading_order(frame: pd.DataFrame, evidence: Evidence) -> pd.DataFrame:
    place = frame["section"].map(lambda section: evidence.passages[section].position).to_frame("position")
    place["start"] = frame.get("char_start", 0)
    return frame.loc[place.sort_values(["position", "start"], kind="stable").index].reset_index(drop=True)
