"""What a person decides -> lines of the reviews file, if they hold. No line is lost: one that no longer stands says who
withdrew it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from pipeline.decisions.apply import offsets
from pipeline.decisions.fields import FIELDS, MENTION_TABLES
from pipeline.decisions.file import Decision, LineError, Verdict, rewrite
from pipeline.decisions.quotes import wording_of
from pipeline.decisions.unapplied import NOT_APPLIED
from pipeline.errors import DonorProfilesError
from pipeline.model.csv_cells import plain
from pipeline.review.index import Dossier
from pipeline.review.marks import Mark
from pipeline.review.rows import STATES, Row
from pipeline.review.view import decided, without_added
from pipeline.values import MisfitError, fitting

# The earlier decisions on a row that stay when a person decides on it again.
STAYS: Mapping[Verdict, tuple[Verdict, ...]] = {
    "accept": ("correct", "add"),
    "correct": ("correct", "add"),
    "reject": (),
}
WHOLE_ROW = {"": ""}  # a line without a field


class Target(NamedTuple):
    """A row that is to be decided on. `seen` are the numbers of the lines that a person saw standing on it, `standing`
    of those that shall stand."""

    table: str
    id: str
    seen: frozenset[int]
    standing: frozenset[int]

    @property
    def place(self) -> tuple[str, str]:
        """The row's table and id."""
        return self.table, self.id


class RefusedChange(DonorProfilesError):
    """Nothing was written. The message is a sentence; `problems` tell by field what is wrong with its value."""

    def __init__(self, message: str, problems: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.problems = problems or {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a person decides on a row. `values` are the fields that a correction or an added row sets."""

    verdict: Verdict
    reviewer: str
    today: date
    note: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def signed(self) -> str:
        """Who and when, as a withdrawn line tells it."""
        return signature(self.reviewer, self.today)

    def lines(self, table: str, id_: str, quote: str, values: Mapping[str, str]) -> list[Decision]:
        """One line a value, on the row of that table and id."""
        return [
            Decision(
                line=0,
                table=table,
                id=id_,
                field=name,
                value=value,
                decision=self.verdict,
                reviewer=self.reviewer,
                date=self.today,
                quote=quote,
                note=self.note,
            )
            for name, value in values.items()
        ]


def signature(reviewer: str, day: date) -> str:
    """The same of any reviewer and day."""
    return f"{reviewer}, {day}"


def decide(dossier: Dossier, rows: Iterable[Row], change: Change) -> None:
    """Writes one decision on each of the rows, and withdraws the earlier ones that cannot stand beside it.

    Raises RefusedChange.
    """
    standing, new, withdrawn = list[Decision](), list[Decision](), list[Decision]()
    for row in rows:
        added = any(decision.decision == "add" for decision in row.decisions)
        values = {} if added and change.verdict == "reject" else _values(row, change)
        of_row = change.lines(row.table, row.id, row.quote, values)
        kinds = STAYS[change.verdict] if row.state != "open" else ()
        stays = [old for old in row.decisions if old.decision in kinds and not _corrected_again(old, of_row)]
        standing += stays
        withdrawn += [old for old in row.decisions if old not in stays]
        new += of_row
    _try(dossier, [*standing, *new])
    _write(dossier, {old.line: change.signed for old in withdrawn}, new)


def restore(dossier: Dossier, targets: Iterable[Target], signed: str) -> None:
    """Has those earlier decisions stand on each row that its target names, and withdraws the others on it; the rows
    need not be there any more. `signed` says who does so, and when.

    Raises RefusedChange.
    """
    wanted = {target.place: target.standing for target in targets}
    standing, marks = list[Decision](), dict[int, str]()
    for decision in (*dossier.decisions, *dossier.withdrawn):
        if (decision.table, decision.id) in wanted:
            stands = decision.line in wanted[decision.table, decision.id]
            standing += [decision] if stands else []
            if stands == bool(decision.withdrawn):
                marks[decision.line] = "" if stands else signed
    _try(dossier, standing)
    _write(dossier, marks, ())


def add(dossier: Dossier, table: str, mark: Mark, change: Change) -> str:
    """Writes a row that the rules missed; gives its id, which two people who add the same words share: the later one is
    told.

    Raises RefusedChange.
    """
    values = {name: value for name, value in _fitting(table, change.values).items() if value}
    place = _place(dossier, mark) if table in MENTION_TABLES else {"page": str(mark.page)}
    evidence = repr((table, mark.quote, mark.text, place.get("char_start")))
    id_ = f"{table}-{sha256(evidence.encode()).hexdigest()[:10]}-added"
    if there := [old for old in dossier.decisions if (old.table, old.id) == (table, id_)]:
        raise RefusedChange(
            f"{there[-1].reviewer} has added this row already: load the page again, and correct it there."
        )
    new = change.lines(table, id_, mark.quote, {**place, **values})
    _try(dossier, new)
    _write(dossier, {}, new)
    return id_


def standing(dossier: Dossier) -> defaultdict[tuple[str, str], frozenset[int]]:
    """The lines that stand on each row, by its table and id."""
    lines = defaultdict[tuple[str, str], frozenset[int]](frozenset)
    for decision in dossier.decisions:
        lines[decision.table, decision.id] |= {decision.line}
    return lines


def overtaken(dossier: Dossier, targets: Iterable[Target]) -> str:
    """Who has decided on one of the rows since the page that a person sees was made, as a sentence; else empty."""
    lines = standing(dossier)
    target = next((target for target in targets if lines[target.place] != target.seen), None)
    if target is None:
        return ""
    on_row = [d for d in (*dossier.decisions, *dossier.withdrawn) if (d.table, d.id) == target.place]
    new = [d for d in on_row if d.line not in target.seen and not d.withdrawn]
    gone = [d for d in on_row if d.line in target.seen and d.withdrawn]
    if new:
        told = f"{new[-1].reviewer} has {STATES[new[-1].decision]} this row"
    elif gone:
        told = f"The decision on this row was taken back ({gone[-1].withdrawn})"
    else:
        told = "The decisions on this row were changed"
    return f"{told} since this page was loaded, so nothing was written: look at it as it is now."


def _place(dossier: Dossier, mark: Mark) -> dict[str, str]:
    """The fields that tell where marked words stand. Where the quote alone tells their offsets, it shall."""
    place = {"text": mark.text, "page": str(mark.page), "boxes": mark.boxes}
    passage = wording_of(dossier.tables).passages.get(mark.section)
    if passage is None or passage.content[mark.char_start : mark.char_end] != mark.text:
        raise RefusedChange("The tables were made from another state of this PDF: run again, then add the row.")
    ends = {"char_start": mark.char_start, "char_end": mark.char_end}
    if offsets(mark.text, mark.quote, passage) == ends:
        return place
    return {**place, "section": mark.section, **{name: str(end) for name, end in ends.items()}}


def _corrected_again(old: Decision, new: Iterable[Decision]) -> bool:
    return any(old.decision == line.decision == "correct" and old.field == line.field for line in new)


def _values(row: Row, change: Change) -> dict[str, str]:
    """The values that the decision states. Who accepts a row has seen its values: each is told, so that the row does
    not stay accepted when the rules come to read another."""
    match change.verdict:
        case "accept":
            values = {value.name: value.text for value in row.values if value.text} or WHOLE_ROW
        case "correct":
            fitting = _fitting(row.table, change.values)
            values = {name: value for name, value in fitting.items() if value != row.value(name)}
            if not values:
                raise RefusedChange("Nothing was changed: to say that the row is right, accept it.")
        case _:
            values = WHOLE_ROW
    return values


def _fitting(table: str, values: Mapping[str, str]) -> dict[str, str]:
    """The values as the tables write them.

    Raises RefusedChange with all that the schema does not allow.
    """
    fields = {field.name: field for field in FIELDS[table]}
    fit, problems = dict[str, str](), dict[str, str]()
    for name, text in values.items():
        try:
            fit[name] = plain(fitting(fields[name], text)) if name in fields else ""
        except MisfitError as error:
            problems[name] = str(error)
    problems |= {name: "is no field of this table" for name in values if name not in fields}
    if problems:
        raise RefusedChange(" ".join(f"{name} {problem}." for name, problem in problems.items()), problems)
    return fit


def _try(dossier: Dossier, decisions: Iterable[Decision]) -> None:
    """Raises RefusedChange where a run would not apply the decisions."""
    _, told = decided(without_added(dossier.tables, dossier.decisions), decisions)
    if refusals := [check.message for check in told if check.check in NOT_APPLIED]:
        raise RefusedChange(refusals[0])


def _write(dossier: Dossier, withdrawn: Mapping[int, str], new: Iterable[Decision]) -> None:
    try:
        rewrite(dossier.file.reviews, withdrawn, new)
    except LineError as error:
        raise RefusedChange(f"{dossier.file.reviews.name}, {error}; put this right first.") from error
    except OSError as error:
        raise RefusedChange(f"{dossier.file.reviews.name} could not be written: {error.strerror}.") from error
