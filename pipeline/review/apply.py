"""Tables and decisions -> the tables as decided, and a check for each decision that was not applied.

A decision is applied only where the text that it was made on still stands there. Takes validated tables and leaves
them as they are; every value that it sets fits the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from pipeline.model import Check
from pipeline.review.decisions import Decision
from pipeline.review.evidence import MENTION_TABLES, Evidence, flat
from pipeline.review.refusals import Changed, Gone, OtherValue, Refused, Superseded, Unfit, Unread
from pipeline.review.rows import added_row
from pipeline.review.rulings import Ruling, by_row, rulings
from pipeline.review.values import Misfit
from pipeline.write import schema
from pipeline.write.cells import Cell
from pipeline.write.frames import framed


def apply(
    tables: Mapping[str, pd.DataFrame], decisions: Iterable[Decision]
) -> tuple[dict[str, pd.DataFrame], tuple[Check, ...]]:
    """The tables with every decision that holds, and what a person should look at again."""
    evidence = Evidence(tables)
    decided, refused = dict(tables), list[Refused]()
    for (table, _), group in by_row(decisions).items():
        holding, not_holding = rulings(group, evidence.passages)
        refused += not_holding
        for ruling in holding:
            try:
                decided[table] = _after(decided[table], ruling, evidence)
            except Refused as refusal:
                refused.append(refusal)
    return decided, tuple(refusal.check for refusal in refused)


def _after(frame: pd.DataFrame, ruling: Ruling, evidence: Evidence) -> pd.DataFrame:
    """The table after one ruling.

    Raises Refused.
    """
    decision, cells = ruling
    if decision.decision == "add":
        return _with_row(frame, ruling, evidence)
    found = frame.index[frame["id"] == decision.id]
    if not len(found):
        if decision.decision == "reject" and evidence.passage_with(decision.quote):
            return frame  # by now the rules agree
        raise _stale(decision, evidence)
    row = frame.loc[found[0]]
    if flat(decision.quote) not in evidence.of_row(decision.table, row):
        raise Changed(decision, old=decision.quote, new=evidence.of_row(decision.table, row)[0])
    if decision.decision == "reject":
        return frame.drop(found).reset_index(drop=True)
    if decision.decision == "correct":
        return _set(frame, row, {**cells, "review": "added" if _review(row) == "added" else "corrected"})
    for name, seen in cells.items():
        if pd.isna(row[name]) or row[name] != seen:
            raise OtherValue(decision, old=seen, new="" if pd.isna(row[name]) else row[name])
    return _set(frame, row, {"review": _review(row) or "accepted"})


def _stale(decision: Decision, evidence: Evidence) -> Refused:
    """Why the row of a decision is not there."""
    if evidence.passage_with(decision.quote):
        return Unread(decision, old=decision.quote)
    nearest = evidence.nearest(decision.quote)
    return Changed(decision, old=decision.quote, new=nearest) if nearest else Gone(decision, old=decision.quote)


def _review(row: pd.Series) -> str:
    """What was decided on the row before; contributions do not hold it."""
    review = row.get("review")
    return review if isinstance(review, str) else ""


def _set(frame: pd.DataFrame, row: pd.Series, cells: Mapping[str, Cell]) -> pd.DataFrame:
    frame = frame.copy()
    for name, value in cells.items():
        if name in frame:
            frame.loc[row.name, name] = value  # type: ignore[assignment]  # stubs know no Decimal
    return frame


def _with_row(frame: pd.DataFrame, ruling: Ruling, evidence: Evidence) -> pd.DataFrame:
    """The table with a row that the rules missed, in its place in reading order.

    Raises Refused.
    """
    decision, table = ruling.decision, schema.table(ruling.decision.table)
    passage = evidence.passage_with(decision.quote)
    if passage is None:
        raise _stale(decision, evidence)
    try:
        row = added_row(table, ruling, passage, evidence.document)
    except Misfit as error:
        raise Unfit(decision, reason=f"the row {error}") from error
    if decision.table in MENTION_TABLES:
        at_its_place = (frame["section"] == row["section"]) & (frame["char_start"] == row["char_start"])
        if at_its_place.any():
            raise Superseded(decision, row=frame.loc[at_its_place, "id"].iloc[0])
    if (frame["id"] == decision.id).any():
        raise Unfit(decision, reason="the rules read another row with this id")
    return _in_reading_order(pd.concat([frame, framed(table, [list(row.values())])], ignore_index=True), evidence)


def _in_reading_order(frame: pd.DataFrame, evidence: Evidence) -> pd.DataFrame:
    place = frame["section"].map(lambda section: evidence.passages[section].position).to_frame("position")
    place["start"] = frame.get("char_start", 0)
    return frame.loc[place.sort_values(["position", "start"], kind="stable").index].reset_index(drop=True)
