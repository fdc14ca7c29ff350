"""Rows in the words of people: what a row says in one line, and each of its values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline import wording
from pipeline.decisions.file import Decision, Verdict
from pipeline.model.schema import Field

if TYPE_CHECKING:
    from pipeline.review.rows import Row


PAST: Mapping[Verdict, str] = {"accept": "Accepted", "correct": "Corrected", "add": "Added", "reject": "Rejected"}


def summary(row: Row) -> str:
    """What the row says: `nearly 8,000,000 USD`, `2018 to 2022`, `Cameroon (CMR) · beneficiary`."""
    return SUMMARIES[row.table](row)


def words(field: Field, text: str) -> str:
    """A value as people write it, with the code where it stands for a name: `Q2 2021`, `26 months`, `Mali (MLI)`."""
    if not text:
        return ""
    match field.reads:
        case "time":
            return wording.period(text)
        case "duration":
            return wording.duration(text)
        case "country":
            return ", ".join(_country_with_code(code) for code in text.split(";"))
        case "amount":
            return f"{Decimal(text):,f}"
    return text.replace(";", "; ") if field.type == "list" else text


def events(decisions: Iterable[Decision]) -> Iterator[str]:
    """Decisions on one row as sentences, the first first: `Corrected by Ann, 2026-03-01 (amount: 3100000): “typo”.`"""
    in_order = sorted(decisions, key=lambda decision: decision.line)
    for made, lines in groupby(in_order, key=lambda d: (d.decision, d.reviewer, d.date, d.note, d.withdrawn)):
        verdict, reviewer, day, note, withdrawn = made
        set_to = ", ".join(f"{line.field}: {line.value or 'empty'}" for line in lines if verdict == "correct")
        told = f" ({set_to})" if set_to else ""
        why = f": “{note}”" if note else ""
        undone = f"; taken back by {withdrawn}" if withdrawn else ""
        yield f"{PAST[verdict]} by {reviewer}, {day}{told}{why}{undone}."


def _country_with_code(code: str) -> str:
    name = wording.country(code)
    return f"{name} ({code})" if name != code else code


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
