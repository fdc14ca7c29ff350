"""The decisions on one row -> what is to be done with it: values that fit the schema, and no two that contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from pipeline.decisions.fields import FIELDS
from pipeline.decisions.file import Decision
from pipeline.decisions.unapplied import Contradicted, Refusal, Unfit
from pipeline.model import schema
from pipeline.model.csv_cells import Cell
from pipeline.values import MisfitError, fitting

IDENTITY = ("id", "document", "sentence", "money", "review")  # fields that tell which row it is, not what it says
ORDER = ("add", "correct", "accept", "reject")  # each can rest on what those before it made of the row


class Ruling(NamedTuple):
    """A decision with its values by field: to set (`correct`, `add`), or seen and found right (`accept`)."""

    decision: Decision
    cells: Mapping[str, Cell]


def by_row(decisions: Iterable[Decision]) -> dict[tuple[str, str], list[Decision]]:
    """The decisions on each row, by table and id."""
    groups: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for decision in sorted(decisions, key=lambda decision: ORDER.index(decision.decision)):
        groups[decision.table, decision.id].append(decision)
    return groups


def rulings(group: Iterable[Decision], sections: Container[object]) -> tuple[list[Ruling], list[Refusal]]:
    """What the decisions on one row come to, and those that do not hold. `sections` are the document's section ids.

    The lines of an added row are one ruling; where one of them does not hold, none does.
    """
    fitted, refused = list[Ruling](), list[Refusal]()
    for decision in group:
        try:
            fitted.append(Ruling(decision, _cells(decision, sections)))
        except MisfitError as error:
            refused.append(Unfit(decision, reason=f"its {decision.field} {error}"))
    contradictions = [pair for pair in combinations(fitted, 2) if _contradict(*pair)]
    refused += [Contradicted(one.decision, other.decision) for one, other in contradictions]
    left = [ruling for ruling in fitted if not any(ruling is one for pair in contradictions for one in pair)]
    whole = not any(decision.decision == "add" for refusal in refused for decision in refusal.decisions)
    return [*(_joined(left) if whole else ()), *(r for r in left if r.decision.decision != "add")], refused


def _joined(rulings: Sequence[Ruling]) -> list[Ruling]:
    adds = [ruling for ruling in rulings if ruling.decision.decision == "add"]
    cells = {name: value for ruling in adds for name, value in ruling.cells.items()}
    return [Ruling(adds[0].decision, cells)] if adds else []


def _contradict(one: Ruling, other: Ruling) -> bool:
    """A rejected row can be nothing else; a field has one value; and who accepts a row has seen its corrections, unless
    another person made them later. Who accepts a field has seen its value."""
    verdicts = {one.decision.decision, other.decision.decision}
    if len(verdicts) == 1:
        return any(other.cells[name] != value for name, value in one.cells.items() if name in other.cells)
    if verdicts == {"accept", "correct"}:
        accept, correct = sorted((one, other), key=lambda ruling: ruling.decision.decision)
        if accept.decision.reviewer == correct.decision.reviewer:
            return False
        if accept.cells:
            return any(correct.cells.get(name, seen) != seen for name, seen in accept.cells.items())
        return accept.decision.date <= correct.decision.date
    return "reject" in verdicts


def _cells(decision: Decision, sections: Container[object]) -> dict[str, Cell]:
    """The value by field; nothing where the decision is on the row as a whole.

    Raises MisfitError.
    """
    if not decision.field or decision.decision == "reject" or (decision.decision == "accept" and not decision.value):
        return {}
    table = schema.table(decision.table)
    settable = FIELDS["documents"] if table is schema.DOCUMENTS else table.fields
    fields = {field.name: field for field in settable if field.name not in IDENTITY}
    if decision.field not in fields:
        raise MisfitError(f"is none that a decision can set: {', '.join(fields)}")
    value = fitting(fields[decision.field], decision.value)
    if decision.field == "section" and value not in sections:
        raise MisfitError("must be a section of the document")
    return {decision.field: value}
