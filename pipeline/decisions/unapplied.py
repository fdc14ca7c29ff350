"""Decisions that were not applied, and rows that they leave without support: each tells a person what to look at."""

from __future__ import annotations

from typing import ClassVar

from pipeline.decisions.fields import Row
from pipeline.decisions.file import Decision
from pipeline.model import Check, Severity


class Refusal:
    """A decision that does not hold, and why."""

    id: ClassVar[str]
    severity: ClassVar[Severity] = "warning"
    template: ClassVar[str]
    advice: ClassVar[str] = "Look at the page and decide anew, or delete the decision's line."

    def __init__(self, decision: Decision, **gaps: object) -> None:
        message = f"The decision to {_named(decision)} was not applied: {self.template.format(**gaps)}."
        self.decisions: tuple[Decision, ...] = (decision,)
        self.check = Check(
            severity=self.severity,
            check=self.id,
            message=message,
            table=decision.table,
            row=decision.id,
            field=decision.field,
        )


class Changed(Refusal):
    """The text that the decision was made on has changed."""

    id = "stale-decision"
    template = 'its quote "{old}" is now "{new}", so please look again'


class Gone(Refusal):
    """Nothing like the text that the decision was made on stands in the document."""

    id = "stale-decision"
    template = 'its quote "{old}" is gone, so please look again'


class Unread(Refusal):
    """The text still stands, but the row is not read from it any more."""

    id = "stale-decision"
    template = 'its quote "{old}" still stands, but the rules read no such row from it, so please look again'


class OtherValue(Refusal):
    """The value that was accepted is another one now."""

    id = "stale-decision"
    template = 'the accepted value "{old}" is now "{new}", so please look again'


class Superseded(Refusal):
    """A row that a person added, and that the rules have come to read."""

    id = "superseded-decision"
    template = "the rules now read this row themselves as {row}, so please accept or correct that one"
    advice = "Delete the lines of the added row; accept or correct the row that is read now."


class Contradicted(Refusal):
    """Another decision on the same row cannot hold beside it."""

    id = "contradicting-decisions"
    template = "it contradicts the decision to {other}, which was not applied either"
    advice = "Delete one of the two decisions."

    def __init__(self, decision: Decision, other: Decision) -> None:
        super().__init__(decision, other=_named(other))
        self.decisions = (decision, other)


class Unfit(Refusal):
    """The schema does not allow what the decision sets."""

    id = "unfit-decision"
    severity = "error"
    template = "{reason}"
    advice = "Mend the decision's line: its value has to be one that the column allows."


def _named(decision: Decision) -> str:
    """The decision as a person knows it: `correct amount of money row money-1a to "8000000" (Ann, line 3)`."""
    field = f"{decision.field} of " if decision.field else ""
    value = f' to "{decision.value}"' if decision.decision == "correct" else ""
    row = f"{decision.table} row {decision.id}"
    return f"{decision.decision} {field}{row}{value} ({decision.reviewer}, {decision.date}, line {decision.line})"


# The checks that tell of a decision that was not applied.
NOT_APPLIED = frozenset(refusal.id for refusal in Refusal.__subclasses__())


class Unsupported:
    """A row whose amount rests on an amount that a person has decided otherwise."""

    id = "unsupported-amount"
    severity: ClassVar[Severity] = "warning"
    template = (
        'The amount {amount:,f} of {table} row {id} was read from "{text}", which a person has corrected or rejected: '
        "please decide this row too."
    )
    advice = "Correct the row's amount, or reject the row."

    @classmethod
    def of(cls, table: str, row: Row, read: Row) -> Check:
        """`read` is the row of money as it was before."""
        return Check(
            severity=cls.severity,
            check=cls.id,
            message=cls.template.format(amount=row["amount"], table=table, id=row["id"], text=read["text"]),
            section=str(row["section"]),
            page=int(str(row["page"])),
            table=table,
            row=str(row["id"]),
            field="amount",
        )
