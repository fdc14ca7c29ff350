"""Tables and decisions -> the rows of a document as the page shows them: as decided, what needs a look first.

Decisions that the last run did not know yet are applied here as the next run will, by the same code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Literal, NamedTuple

import pandas as pd

from pipeline.decisions.apply import apply
from pipeline.decisions.fields import DECIDED, FIELDS, MENTION_TABLES, REVIEWED
from pipeline.decisions.file import Decision
from pipeline.decisions.quotes import Passage, wording_of
from pipeline.decisions.unapplied import NOT_APPLIED
from pipeline.model import BoundingBox, Check, PlacedBox, schema
from pipeline.model.csv_cells import Cell, plain
from pipeline.review.index import Dossier, Progress
from pipeline.write.dataframes import framed, records


def areas(sections: pd.DataFrame) -> dict[str, tuple[PlacedBox, ...]]:
    """The boxes around each section's lines, one a column, by its id."""
    return {str(row["id"]): tuple(_columns(placed(plain(row["boxes"])))) for row in records(sections)}


def _columns(lines: Iterable[PlacedBox]) -> Iterator[PlacedBox]:
    """Joins the boxes of lines that follow each other downwards: one that stands higher begins a column."""
    column: PlacedBox | None = None
    top = 0.0
    for line in lines:
        if column and line.page == column.page and line.box.top >= top:
            column = PlacedBox(line.page, column.box.union(line.box))
        else:
            if column:
                yield column
            column = line
        top = line.box.top
    if column:
        yield column


def placed(boxes: str) -> tuple[PlacedBox, ...]:
    """The boxes of a cell that the tables' schema describes."""
    return tuple(_placed(*box.split("@")) for box in boxes.split(";") if box)


def _placed(page: str, corners: str) -> PlacedBox:
    return PlacedBox(int(page), BoundingBox(*map(float, corners.split(","))))


State = Literal["open", "accepted", "corrected", "added", "rejected"]

STATES: Mapping[str, State] = {"accept": "accepted", "correct": "corrected", "add": "added", "reject": "rejected"}


class Value(NamedTuple):
    """A field's value as decided, and as the tables have it."""

    name: str
    text: str
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row to decide on. `boxes` are those of its words, or of its section; `sentence` is cut before and after the
    words, or is the text of its section; `quote` is what a decision on it rests on; `order` is its place in the reading
    order."""

    table: str
    id: str
    text: str
    heading: str
    sentence: tuple[str, str, str]
    page: int
    boxes: tuple[PlacedBox, ...]
    quote: str
    values: tuple[Value, ...]
    rule: str
    state: State
    decisions: tuple[Decision, ...]
    checks: tuple[Check, ...]
    order: tuple[int, int]

    @property
    def severity(self) -> str:
        """The worst of its checks; empty where there is none."""
        return next((s for s in ("error", "warning", "info") if any(check.severity == s for check in self.checks)), "")

    @property
    def urgency(self) -> int:
        """0 for what needs a look first: errors, warnings, projects that nobody has decided on; then the others, and
        at last what is decided."""
        if self.state != "open":
            return 4
        return {"error": 0, "warning": 1}.get(self.severity, 2 if self.table == "projects" else 3)

    def value(self, name: str) -> str:
        """The value of a field; empty where nothing is stated."""
        return next((value.text for value in self.values if value.name == name), "")


Record = Mapping[str, Cell]

STRONGEST = tuple(STATES)


class Rows:
    """Walks over the rows of all tables that people decide on: `before` is what the rules read, `decided` what people
    made of it, `checks` what is told of both."""

    def __init__(
        self,
        before: Mapping[str, pd.DataFrame],
        decided: Mapping[str, pd.DataFrame],
        decisions: Iterable[Decision],
        checks: Iterable[Check],
    ) -> None:
        self._before = {name: {str(row["id"]): row for row in records(before[name])} for name in REVIEWED}
        self._decided = {name: {str(row["id"]): row for row in records(decided[name])} for name in REVIEWED}
        self._passages = wording_of(before).passages
        self._areas = areas(before["sections"])
        self._refused = {(check.table, check.row) for check in checks if check.check in NOT_APPLIED}
        self._decisions = defaultdict[tuple[str, str], list[Decision]](list)
        for decision in decisions:
            self._decisions[decision.table, decision.id].append(decision)
        self._checks = defaultdict[tuple[str, str], list[Check]](list)
        for check in checks:
            self._checks[check.table, check.row].append(check)

    def __iter__(self) -> Iterator[Row]:
        for table in REVIEWED:
            for id_, record in (self._before[table] | self._decided[table]).items():
                yield self._row(table, id_, record)

    def _row(self, table: str, id_: str, record: Record) -> Row:
        before = self._before[table].get(id_, record)
        passage = self._passages[str(record["section"])]
        decisions = self._decisions[table, id_]
        figure = self._figure(table, record)
        place = _place(table, figure, passage)
        return Row(
            table=table,
            id=id_,
            text=plain(record.get("text") or record.get("title") or record.get("kind")),
            heading=passage.heading,
            sentence=_sentence(place, passage),
            page=int(str(record["page"])),
            boxes=placed(plain(place.get("boxes"))) or self._areas.get(passage.id, ()),
            quote=next((decision.quote for decision in decisions if decision.decision == "add"), "")
            or plain(figure.get("sentence"))
            or passage.heading
            or passage.content,
            values=tuple(Value(f.name, plain(record[f.name]), plain(before[f.name])) for f in FIELDS[table]),
            rule=plain(record.get("rule")),
            state="open" if (table, id_) in self._refused else _state(decisions),
            decisions=tuple(decisions),
            checks=tuple(self._checks[table, id_]),
            order=(passage.position, int(str(record.get("char_start") or 0))),
        )

    def _figure(self, table: str, record: Record) -> Record:
        """The mention on which the row rests: itself, or what its amount was read from, if it still has that."""
        if table in MENTION_TABLES:
            return record
        figure = self._before["money"].get(str(record["money"]), {})
        return figure if figure and all(figure[name] == record[name] for name in ("amount", "currency")) else {}


def _place(table: str, figure: Record, passage: Passage) -> Record:
    """What is shown of a row's place: its figure in the sentence; for a project, as for a row without a figure, in the
    text of the section."""
    if figure and table != "projects":
        return figure
    return {**figure, "sentence": passage.content.removeprefix(f"{passage.heading}\n\n"), "boxes": None}


def _state(decisions: Iterable[Decision]) -> State:
    verdicts = [decision.decision for decision in decisions]
    return STATES[max(verdicts, key=STRONGEST.index)] if verdicts else "open"


def _sentence(record: Record, passage: Passage) -> tuple[str, str, str]:
    """What comes before the words in their sentence, the words, and what comes after."""
    sentence, start, end = record.get("sentence"), record.get("char_start"), record.get("char_end")
    if not (isinstance(sentence, str) and isinstance(start, int) and isinstance(end, int)):
        return "", "", plain(sentence)
    begin = passage.content.rfind(sentence, 0, start + len(sentence))
    if begin < 0 or end > begin + len(sentence):
        return "", "", sentence
    return sentence[: start - begin], sentence[start - begin : end - begin], sentence[end - begin :]


def summary(row: Row) -> str:
    """What the row says: `nearly 8,000,000 USD`, `2018/2022`, `Cameroon (CMR), beneficiary`."""
    return SUMMARIES[row.table](row)


def _amount(row: Row) -> str:
    if not row.value("amount"):
        return ""
    return _joined(" ", _qualifier(row), _numbers(row, "amount", "amount_max"), row.value("currency"))


def _project(row: Row) -> str:
    period = _joined("–", row.value("start"), row.value("end")) or row.value("duration")
    return _joined(" · ", _amount(row), period, row.value("countries").replace(";", ", "))


def _contribution(row: Row) -> str:
    return _joined(" · ", _amount(row), row.value("period"))


def _money(row: Row) -> str:
    return _joined(" · ", _amount(row), row.value("flow"), row.value("period"))


def _date(row: Row) -> str:
    return row.value("value") or row.value("duration")


def _country(row: Row) -> str:
    code = row.value("subdivision") or row.value("iso3")
    name = _joined(" ", row.value("name"), f"({code})" if code else "")
    return _joined(" · ", name, row.value("role"))


def _quantity(row: Row) -> str:
    return _joined(" ", _qualifier(row), _numbers(row, "value", "value_max"), row.value("unit"))


SUMMARIES: Mapping[str, Callable[[Row], str]] = {
    "projects": _project,
    "contributions": _contribution,
    "money": _money,
    "dates": _date,
    "countries": _country,
    "quantities": _quantity,
}


def _qualifier(row: Row) -> str:
    qualifier = row.value("qualifier")
    return "" if qualifier in {"exact", "between"} else qualifier.replace("_", " ")


def _numbers(row: Row, *names: str) -> str:
    return "–".join(f"{Decimal(row.value(name)):,f}" for name in names if row.value(name))


def _joined(by: str, *parts: str) -> str:
    return by.join(part for part in parts if part)


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
    are those of its section."""

    check: Check
    boxes: tuple[PlacedBox, ...]

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

    def row(self, table: str, id_: str) -> Row | None:
        """The row of that table and id, if it is there."""
        return next((row for row in self.rows if (row.table, row.id) == (table, id_)), None)


def sheet(dossier: Dossier) -> Sheet:
    """The document as people have decided so far."""
    made_by_rules = without_added(dossier.tables, dossier.decisions)
    now, told_now = decided(made_by_rules, dossier.decisions)
    settled = _settled(dossier.decisions, told_now)
    told_then = [
        check
        for check in _checks(dossier.tables["checks"])
        if check.check not in ABOUT_DECISIONS and not settled((check.table, check.row, check.field))
    ]
    checks = tuple(dict.fromkeys((*told_then, *dossier.not_understood, *told_now)))
    rows = tuple(Rows(made_by_rules, now, dossier.decisions, checks))
    known = {(row.table, row.id) for row in rows}
    around = areas(dossier.tables["sections"])
    told = (*checks, *_rejected(dossier.decisions, {*known, *((check.table, check.row) for check in told_now)}))
    remarks = (Remark(c, around.get(c.section, ())) for c in told if (c.table, c.row) not in known)
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


def _settled(decisions: Iterable[Decision], refused: Iterable[Check]) -> Callable[[tuple[str, str, str]], bool]:
    """Whether a person has settled what a check of the last run says of a table's row and field: by accepting or
    rejecting the row, or by correcting the field. The next run checks the corrected row anew."""
    not_applied = {(check.table, check.row) for check in refused if check.check in NOT_APPLIED}
    holding = [decision for decision in decisions if (decision.table, decision.id) not in not_applied]
    rows = {(decision.table, decision.id) for decision in holding if decision.decision in {"accept", "reject"}}
    fields = {(decision.table, decision.id, decision.field) for decision in holding}
    return lambda place: place[:2] in rows or place in fields


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
