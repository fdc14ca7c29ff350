"""The numbers of a line of a table, as they can be added up.

A page rarely says whether 1.350 is more than a thousand, and within one line it does not matter as long as all numbers
are written alike: a line has one reading for each way of writing in which all its cells are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from pipeline.check.labels import says
from pipeline.check.meaning import INFINITE, Interval, meaning
from pipeline.check.tables import Cell
from pipeline.model import Money

# How English writes a number, and how the continent does: the whole with its groups, the decimals.
WRITTEN: Final = (
    re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)(?:\.(\d+))?"),
    re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)(?:,(\d+))?"),
)
AT_LEAST_NOTHING: Final = Interval(Decimal(), INFINITE)


class Addend(NamedTuple):
    """A number of a line, and the label of the line that crosses here: a row's in a column, a head in a row."""

    label: str
    cell: Cell
    value: Decimal
    meaning: Interval

    @property
    def is_total(self) -> bool:
        """Whether it sums up others."""
        return is_total(self.label)


def is_total(label: str) -> bool:
    """Whether the line of that label sums up others."""
    return any(says(name).search(label) for name in ("total", "total_or_average")) and not says("no_sum").search(label)


def readings(labels: Sequence[str], cells: Sequence[Cell], exact: bool) -> Iterator[tuple[Addend, ...]]:
    """The ways in which a line can be read; none where a cell is doubtful. `exact`: whole numbers are not rounded."""
    one_unit = len({cell.unit for cell in cells if cell.digits}) == 1
    ways = [[_written(cell, form, exact) for cell in cells] for form in WRITTEN] if one_unit else [_read(cells)]
    for way in ways:
        if all(way) and _one_currency(cells):
            figures = (figure for figure in way if figure)
            yield tuple(
                Addend(label, cell, *figure) for label, cell, figure in zip(labels, cells, figures, strict=True)
            )


def _one_currency(cells: Sequence[Cell]) -> bool:
    money = (cell.finding.mention for cell in cells if cell.finding)
    return len({figure.currency for figure in money if isinstance(figure, Money)}) <= 1


def _written(cell: Cell, form: re.Pattern[str], exact: bool) -> tuple[Decimal, Interval] | None:
    """The value of the digits and what rounds to it; a dash says nothing or not known."""
    if not cell.digits:
        return Decimal(), AT_LEAST_NOTHING
    match = form.fullmatch(cell.digits)
    if match is None:
        return None
    whole, decimals = re.sub(r"\D", "", match[1]), match[2] or ""
    value = Decimal(f"{whole}.{decimals}")
    rounding = Decimal() if exact and not decimals else Decimal(5).scaleb(-len(decimals) - 1)
    return value, Interval(value - rounding, value + rounding)


def _read(cells: Sequence[Cell]) -> list[tuple[Decimal, Interval] | None]:
    """The figures that were read in the cells, which scale "2 million" and "800 thousand" alike."""
    figures = [cell.finding.mention if cell.finding else None for cell in cells]
    return [
        (figure.amount, meaning(figure)) if isinstance(figure, Money) and figure.amount is not None else None
        for figure in figures
    ]
