"""Rows in the words of people: what a row says, and what was decided on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from pipeline import wording
from pipeline.decisions.file import Decision
from pipeline.review.rows import STATES, Row


def summary(row: Row) -> str:
    """What the row says: `nearly 8,000,000 USD`, `2018 to 2022`, `Cameroon (CMR) · beneficiary`."""
    return SUMMARIES[row.table](row)


def events(row: Row) -> Iterator[str]:
    """What people have decided on the row, the first first, each as a sentence: `Ann corrected amount to 3100000,
    2026-03-01: “typo”; taken back by Ben, 2026-03-02.`"""
    for made, _ in groupby(sorted((*row.decisions, *row.withdrawn), key=attrgetter("line")), key=_event):
        yield f"{made}."


def _event(decision: Decision) -> str:
    what = f" {decision.field} to {decision.value or 'empty'}" if decision.decision == "correct" else " this row"
    why = f": “{decision.note}”" if decision.note else ""
    undone = f"; taken back by {decision.withdrawn}" if decision.withdrawn else ""
    return f"{decision.reviewer} {STATES[decision.decision]}{what}, {decision.date}{why}{undone}"


def _document(row: Row) -> str:
    return _joined(" · ", row.value("donor"), row.value("language"))


def _project(row: Row) -> str:
    period = wording.span(row.value("start"), row.value("end"), row.value("duration"))
    countries = [wording.country(code) for code in row.value("countries").split(";") if code]
    return _joined(" · ", _amount(row), period, ", ".join(countries))


def _contribution(row: Row) -> str:
    return _joined(" · ", _amount(row), wording.period(row.value("period")))


def _money(row: Row) -> str:
    return _joined(" · ", _amount(row), row.value("flow"), wording.period(row.value("period")))


def _date(row: Row) -> str:
    return wording.period(row.value("value")) or wording.duration(row.value("duration"))


def _country(row: Row) -> str:
    code = row.value("subdivision") or row.value("iso3")
    name = _joined(" ", row.value("name"), f"({code})" if code else "")
    return _joined(" · ", name, row.value("role"))


def _quantity(row: Row) -> str:
    return _joined(" ", _qualifier(row), _numbers(row, "value", "value_max"), row.value("unit"))


SUMMARIES: Mapping[str, Callable[[Row], str]] = {
    "documents": _document,
    "projects": _project,
    "contributions": _contribution,
    "money": _money,
    "dates": _date,
    "countries": _country,
    "quantities": _quantity,
}


def _amount(row: Row) -> str:
    if not row.value("amount"):
        return ""
    return _joined(" ", _qualifier(row), _numbers(row, "amount", "amount_max"), row.value("currency"))


def _qualifier(row: Row) -> str:
    return wording.qualifier(row.value("qualifier") or None)


def _numbers(row: Row, *names: str) -> str:
    return "–".join(f"{Decimal(row.value(name)):,f}" for name in names if row.value(name))


def _joined(by: str, *parts: str) -> str:
    return by.join(part for part in parts if part)
