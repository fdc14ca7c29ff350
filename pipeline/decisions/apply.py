"""Rows and decisions -> the rows as decided, and a check for each decision that was not applied.

A decision is applied only where the text that it was made on still stands there. Takes rows as plain values by field
and leaves them as they are; every value that it sets fits the schema. Without decisions the rows are as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from pipeline import wording
from pipeline.decisions.fields import FIELDS, MENTION_TABLES, Row
from pipeline.decisions.file import Decision
from pipeline.decisions.quotes import Passage, Wording
from pipeline.decisions.rulings import Ruling, by_row, rulings
from pipeline.decisions.unapplied import Changed, Gone, OtherValue, Refusal, Superseded, Unfit, Unread, Unsupported
from pipeline.model import Check, schema
from pipeline.model.csv_cells import Cell
from pipeline.model.edtf import span
from pipeline.model.schema import Table
from pipeline.values import MisfitError, country, misfit

ADDED_BY = "added by a person"
HINT = ", or choose a text that stands once in its quote"


def added_row(table: Table, ruling: Ruling, passage: Passage, document: str) -> dict[str, Cell]:
    """The row by field.

    Raises MisfitError where a field that every row must have is neither stated nor follows.
    """
    quote = ruling.decision.quote
    follows: dict[str, Cell] = {
        "id": ruling.decision.id,
        "document": document,
        "section": passage.id,
        "page": passage.page,
        "title": passage.heading,
        "sentence": quote,
        "rule": ADDED_BY,
        "review": "added",
        **offsets(ruling.cells.get("text"), quote, passage),
    }
    follows |= following(table.name, ruling.cells, ruling.cells)
    row = {name: ruling.cells.get(name, follows.get(name)) for name in table.columns}
    if missing := [field.name for field in table.fields if field.required and row[field.name] is None]:
        raise MisfitError(f"lacks {', '.join(missing)}: add a line for each{HINT if 'char_start' in missing else ''}")
    return row


def offsets(text: Cell, quote: str, passage: Passage) -> Mapping[str, Cell]:
    """Where the words of a mention stand, if the quote and the words in it each stand there once as they are."""
    if not isinstance(text, str) or passage.content.count(quote) != 1 or quote.count(text) != 1:
        return {}
    start = passage.content.index(quote) + quote.index(text)
    return {"char_start": start, "char_end": start + len(text)}


# Tables whose rows take their amount from a row of money.
RESTING = ("projects", "contributions")


@dataclass(slots=True)
class Decided:
    """A row as decided so far; `settled` are the fields that a person has looked at."""

    cells: Row
    settled: frozenset[str] = frozenset()


Rows = dict[str, Decided]  # by id


def apply(
    tables: Mapping[str, Mapping[str, Row]], decisions: Iterable[Decision], wording: Wording
) -> tuple[dict[str, Rows], tuple[Check, ...]]:
    """The rows by table and id, in reading order, with every decision that holds, and what a person should look at
    again."""
    decided = {table: {id_: Decided(dict(row)) for id_, row in rows.items()} for table, rows in tables.items()}
    refused = list[Refusal]()
    for (table, id_), group in by_row(decisions).items():
        holding, not_holding = rulings(group, wording.passages)
        refused += not_holding
        before = tables[table].get(id_)
        refused += [refusal for ruling in holding if (refusal := _decide(decided[table], ruling, wording))]
        row = decided[table].get(id_)
        if row and (reason := misfit(schema.table(table), row.cells)):
            refused.append(Unfit(holding[-1].decision, reason=f"the row then {reason}"))
            if before:
                decided[table][id_] = Decided(dict(before))
            else:
                del decided[table][id_]
    return decided, (*(refusal.check for refusal in refused), *_without_support(tables["money"], decided))


def _decide(rows: Rows, ruling: Ruling, wording: Wording) -> Refusal | None:
    """Puts a ruling into effect, or tells why it does not hold."""
    decision = ruling.decision
    if decision.table == "documents" and decision.decision in {"add", "reject"}:
        return Unfit(decision, reason="a document is accepted or corrected, never added or rejected")
    if decision.decision == "add":
        return _add(rows, ruling, wording)
    if row := rows.get(decision.id):
        texts = wording.of_row(decision.table, row.cells)
        if wording.holds(decision.quote, decision.table, row.cells):
            return _decide_row(rows, row, ruling)
        return Changed(decision, old=decision.quote, new=texts[0])
    if decision.decision == "reject" and wording.passage_with(decision.quote):
        return None  # by now the rules agree
    return _stale(decision, wording)


def _decide_row(rows: Rows, row: Decided, ruling: Ruling) -> Refusal | None:
    """The same for a row whose text stands as it did."""
    decision, cells = ruling
    if decision.decision == "reject":
        del rows[decision.id]
    elif decision.decision == "correct":
        review = "added" if row.cells["review"] == "added" else "corrected"
        cells = {**following(decision.table, row.cells, cells, row.settled), **cells}
        row.cells.update({**cells, "review": review})
        row.settled |= set(cells)
    else:
        for name, seen in cells.items():
            if row.cells[name] != seen:
                return OtherValue(decision, old=seen, new=row.cells[name] or "")
        row.cells["review"] = row.cells["review"] or "accepted"
        row.settled |= {decision.field} if decision.field else set(row.cells)
        stated = {field.name for field in FIELDS[decision.table] if row.cells[field.name] is not None}
        if stated <= row.settled:  # who accepts all that a row states accepts what it leaves empty, too
            row.settled |= set(row.cells)
    return None


def _stale(decision: Decision, wording: Wording) -> Refusal:
    """Why the row of a decision is not there."""
    if wording.passage_with(decision.quote):
        return Unread(decision, old=decision.quote)
    nearest = wording.nearest(decision.quote)
    return Changed(decision, old=decision.quote, new=nearest) if nearest else Gone(decision, old=decision.quote)


def _add(rows: Rows, ruling: Ruling, wording: Wording) -> Refusal | None:
    """Adds a row that the rules missed, in its place in reading order, or tells why it cannot be added."""
    decision, table = ruling.decision, schema.table(ruling.decision.table)
    passage = wording.passage_with(decision.quote)
    if passage is None:
        return _stale(decision, wording)
    try:
        added = added_row(table, ruling, passage, wording.document)
    except MisfitError as error:
        return Unfit(decision, reason=f"the row {error}")
    if decision.table in MENTION_TABLES:
        place = (added["section"], added["char_start"])
        there = (row.cells for row in rows.values() if (row.cells["section"], row.cells["char_start"]) == place)
        if at_its_place := next(there, None):
            return Superseded(decision, row=at_its_place["id"])
    if decision.id in rows:
        return Unfit(decision, reason="the rules read another row with this id")
    rows[decision.id] = Decided(added, frozenset(added))
    in_reading_order = sorted(rows.items(), key=lambda item: _reading_order(item[1].cells, wording))
    rows.clear()
    rows.update(in_reading_order)
    return None


def _reading_order(row: Row, wording: Wording) -> tuple[int, ...]:
    position, start = wording.passages[str(row["section"])].position, row.get("char_start")
    return (position, start) if isinstance(start, int) else (position,)


def _without_support(money: Mapping[str, Row], decided: Mapping[str, Rows]) -> Iterator[Check]:
    """One check for each row whose amount was read from a row of money that people have decided otherwise. Deciding one
    row changes no other; only a link to a rejected row goes."""
    for table in RESTING:
        for row in decided[table].values():
            read, now = money.get(str(row.cells["money"])), decided["money"].get(str(row.cells["money"]))
            if read is None or "amount" in row.settled:
                continue
            if now is None or _amount(now.cells) != _amount(read):
                yield Unsupported.of(table, row.cells, read)
            if now is None:
                row.cells["money"] = None


def _amount(row: Row) -> tuple[object, object]:
    return row["amount"], row["currency"]


# ------------------------------------------------------------------------ fields that follow from another one

# The field of a time, and those of its first and last day.
DAYS: Mapping[str, tuple[str, str, str]] = {
    "contributions": ("period", "period_start", "period_end"),
    "dates": ("value", "start", "end"),
}


def following(
    table: str, row: Mapping[str, Cell], cells: Mapping[str, Cell], own: Set[str] = frozenset()
) -> dict[str, Cell]:
    """The other values that a row has once `cells` are set in it, but for those that people have set as their `own`."""
    made = dict[str, Cell]()
    if table in DAYS and DAYS[table][0] in cells:
        value, *ends = DAYS[table]
        first_and_last = span(str(cells[value] or ""))
        made |= zip(ends, (day.isoformat() if day else None for day in first_and_last), strict=True)
    if table == "documents" and "donor" in cells:
        made["donor_iso3"] = country(str(cells["donor"] or ""))
    if table == "countries" and "iso3" in cells:
        made |= _country(row, str(cells["iso3"] or ""))
    return {name: value for name, value in made.items() if name not in cells and name not in own}


def _country(row: Mapping[str, Cell], iso3: str) -> Iterator[tuple[str, Cell]]:
    """The name of a place or group is its own, that of a country or people the country's."""
    iso2 = wording.two_letters(iso3) if iso3 else None
    yield "iso2", iso2
    if iso3 and row.get("kind") in {"country", "demonym"}:
        yield "name", wording.country(iso3)
    if not str(row.get("subdivision") or "").startswith(f"{iso2}-"):
        yield "subdivision", None
