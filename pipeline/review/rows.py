"""Tables and decisions -> the rows that people decide on, also those that they have rejected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from pipeline.decisions.fields import FIELDS, MENTION_TABLES, REVIEWED
from pipeline.decisions.file import Decision
from pipeline.decisions.quotes import Passage, evidence_of
from pipeline.decisions.unapplied import NOT_APPLIED
from pipeline.model import Check
from pipeline.model.csv_cells import Cell, plain
from pipeline.review.places import areas, placed
from pipeline.review.row import STATES, Row, State, Value
from pipeline.write.dataframes import records

Record = Mapping[str, Cell]

STATED = ("section", "amount", "currency")  # what a row has in common with the figure that tells its amount
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
        self._passages = evidence_of(before).passages
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
        """The mention on which the row rests: itself, or what tells its amount; empty where nothing does."""
        if table in MENTION_TABLES:
            return record
        stated = [record[name] for name in STATED]
        figures = self._before["money"].values() if record["amount"] is not None else ()
        return next((figure for figure in figures if [figure[name] for name in STATED] == stated), {})


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
