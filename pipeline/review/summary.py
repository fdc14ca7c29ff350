"""A row -> the few words that tell its values in a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from pipeline.review.row import Row


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
