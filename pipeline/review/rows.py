"""Tables, decisions and checks -> each row that people decide on, with all that the page shows of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

import pandas as pd

from pipeline import wording
from pipeline.decisions.apply import RESTING
from pipeline.decisions.fields import DECIDED, FIELDS, MENTION_TABLES, REVIEWED
from pipeline.decisions.file import Decision, Verdict
from pipeline.decisions.quotes import Passage, wording_of
from pipeline.decisions.unapplied import NOT_APPLIED
from pipeline.model import BoundingBox, Check, PlacedBox, schema
from pipeline.model.csv_cells import Cell, plain
from pipeline.model.schema import Field
from pipeline.review.candidates import Candidate, candidates
from pipeline.write.dataframes import records

State = Literal["open", "accepted", "corrected", "added", "rejected"]

STATES: Mapping[Verdict, State] = {"accept": "accepted", "correct": "corrected", "add": "added", "reject": "rejected"}


class Value(NamedTuple):
    """A field's value as decided, in words, and as the tables have it; `basis` says what it was read from."""

    name: str
    text: str
    words: str
    before: str
    basis: str


class Source(NamedTuple):
    """The boxes of words on the pages, and the fields of a row whose values were read from them."""

    boxes: tuple[PlacedBox, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row to decide on. `boxes` are those of its words, or of its section; `sentence` is cut before and after the
    words, or is the text of its section; `quote` is what a decision on it rests on; `order` is its place in the reading
    order, `project` the place among the projects of the one that it tells of, None where it tells of none."""

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
    withdrawn: tuple[Decision, ...]
    checks: tuple[Check, ...]
    sources: tuple[Source, ...]
    order: tuple[int, int]
    project: int | None

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

    @property
    def standing(self) -> str:
        """The numbers of the lines that stand on it."""
        return " ".join(str(decision.line) for decision in self.decisions)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The values that its checks say it might have, and does not."""
        offered = candidates(self.table, self.checks)
        return tuple(o for o in offered if any(self.value(name) != text for name, text in o.values.items()))

    @property
    def unsure(self) -> int:
        """How unsure the rules are of it: what is told of it weighs most, then values that the text does not state."""
        weights = {"error": 100, "warning": 20, "info": 5}
        read = self.table in RESTING and self.state == "open"
        unstated = sum(v.basis == "assumed" or (read and not v.basis) for v in self.values if v.text)
        return sum(weights[check.severity] for check in self.checks) + unstated

    def value(self, name: str) -> str:
        """The value of a field; empty where nothing is stated."""
        return next((value.text for value in self.values if value.name == name), "")


Record = Mapping[str, Cell]
T = TypeVar("T")

STRONGEST = tuple(STATES)
FIRST = Passage("", 0, 1, "", "")  # where the row of the document itself stands


class Rows:
    """Walks over the rows of all tables that people decide on: `before` is what the rules read, `decided` what people
    made of it, `checks` what is told of both."""

    def __init__(
        self, before: Mapping[str, pd.DataFrame], decided: Mapping[str, pd.DataFrame], checks: Iterable[Check]
    ) -> None:
        checks = tuple(checks)
        self._before = {name: _by_id(name, before[name]) for name in DECIDED}
        self._decided = {name: _by_id(name, decided[name]) for name in DECIDED}
        self._passages = wording_of(before).passages
        self._areas = areas(before["sections"])
        self._refused = {(check.table, check.row) for check in checks if check.check in NOT_APPLIED}
        self._checks = _grouped(checks, lambda check: (check.table, check.row))
        read = records(before["evidence"])
        self._evidence = _grouped(read, lambda told: (plain(told["table"]), plain(told["row"])))
        self._projects = dict[str, int]()  # by the id of its section, of itself and of what its values were read from
        for number, (id_, project) in enumerate(self._before["projects"].items()):
            sources = (plain(told["source"]) for told in self._evidence["projects", id_])
            for key in (id_, plain(project["section"]), *filter(None, sources)):
                self._projects.setdefault(key, number)

    def of(self, decisions: Iterable[Decision], withdrawn: Iterable[Decision]) -> Iterator[Row]:
        """Each row with what people have decided on it, and what they have withdrawn."""
        standing = _grouped(decisions, lambda decision: (decision.table, decision.id))
        history = _grouped(withdrawn, lambda decision: (decision.table, decision.id))
        for table in ("documents", *REVIEWED):
            for id_, record in (self._before[table] | self._decided[table]).items():
                yield self._row(table, id_, record, standing[table, id_], history[table, id_])

    def _row(
        self, table: str, id_: str, record: Record, decisions: Sequence[Decision], withdrawn: Sequence[Decision]
    ) -> Row:
        before = self._before[table].get(id_, record)
        passage = FIRST if table == "documents" else self._passages[str(record["section"])]
        figure = self._figure(table, record)
        place = _place(table, figure, passage)
        sources = {plain(told["field"]): told for told in reversed(self._evidence[table, id_])}
        return Row(
            table=table,
            id=id_,
            text=plain(record.get("text") or record.get("title") or record.get("kind")) or id_,
            heading=passage.heading,
            sentence=_sentence(place, passage),
            page=int(str(record.get("page", passage.page))),
            boxes=placed(plain(place.get("boxes"))) or self._areas.get(passage.id, ()),
            quote=next((decision.quote for decision in decisions if decision.decision == "add"), "")
            or (plain(figure.get("sentence")) if figure.get("section") == record.get("section") else "")
            or (self._of_document(before) if table == "documents" else passage.heading or passage.content),
            values=tuple(_value(field, record, before, sources.get(field.name)) for field in FIELDS[table]),
            rule=plain(record.get("rule")),
            state="open" if (table, id_) in self._refused else _state(decisions),
            decisions=tuple(decisions),
            withdrawn=tuple(withdrawn),
            checks=tuple(self._checks[table, id_]),
            sources=tuple(_sources(self._evidence[table, id_])),
            order=(passage.position, int(str(record.get("char_start") or 0))),
            project=self._projects.get(id_, self._projects.get(passage.id)),
        )

    def _of_document(self, document: Record) -> str:
        """What a decision on the document rests on: its title, else the first words of its pages."""
        first = next(iter(self._passages.values()), FIRST)
        return plain(document["title"]) or first.heading or first.content.split("\n", 1)[0]

    def _figure(self, table: str, record: Record) -> Record:
        """The mention on which the row rests: itself, or what its amount was read from."""
        if table in MENTION_TABLES:
            return record
        return self._before["money"].get(plain(record["money"]), {}) if record.get("amount") is not None else {}


def _place(table: str, figure: Record, passage: Passage) -> Record:
    """What is shown of a row's place: its figure in the sentence; of a project, as of a row without a figure, the text
    of the section."""
    if figure and table != "projects":
        return figure
    return {**figure, "sentence": passage.content.removeprefix(f"{passage.heading}\n\n"), "boxes": None}


def _by_id(table: str, frame: pd.DataFrame) -> dict[str, Record]:
    return {str(row[schema.table(table).key[-1]]): row for row in records(frame)}


def _grouped(items: Iterable[T], place: Callable[[T], tuple[str, str]]) -> defaultdict[tuple[str, str], list[T]]:
    groups = defaultdict[tuple[str, str], list[T]](list)
    for item in items:
        groups[place(item)].append(item)
    return groups


def _sources(evidence: Iterable[Record]) -> Iterator[Source]:
    fields = defaultdict[str, list[str]](list)
    for told in evidence:
        fields[plain(told["boxes"])].append(plain(told["field"]))
    for boxes, names in fields.items():
        yield Source(placed(boxes), tuple(dict.fromkeys(names)))


def _value(field: Field, record: Record, before: Record, told: Record | None) -> Value:
    text, read = plain(record[field.name]), plain(before[field.name])
    basis = plain(told["basis"]) if told and text == read else ""
    return Value(field.name, text, wording.value(field, text), wording.value(field, read), basis)


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


# ------------------------------------------------------------------------------------- cells -> boxes on the pages


def areas(sections: pd.DataFrame) -> dict[str, tuple[PlacedBox, ...]]:
    """The boxes around each section's lines, one a column, by its id."""
    return {str(row["id"]): tuple(_columns(placed(plain(row["boxes"])))) for row in records(sections)}


def _columns(lines: Iterable[PlacedBox]) -> list[PlacedBox]:
    """Joins the boxes of lines that follow each other downwards: one that stands higher begins a column."""
    columns: list[PlacedBox] = []
    last: PlacedBox | None = None
    for line in lines:
        if last and line.page == last.page and line.box.top >= last.box.top:
            columns[-1] = PlacedBox(line.page, columns[-1].box.union(line.box))
        else:
            columns.append(line)
        last = line
    return columns


def placed(boxes: str) -> tuple[PlacedBox, ...]:
    """The boxes of a cell that the tables' schema describes."""
    return tuple(_placed(*box.split("@")) for box in boxes.split(";") if box)


def _placed(page: str, corners: str) -> PlacedBox:
    return PlacedBox(int(page), BoundingBox(*map(float, corners.split(","))))
