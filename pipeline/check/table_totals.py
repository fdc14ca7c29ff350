"""The numbers of a line of a table, as they can be added up.

A page rarely says whether 1.350 is more than a thousand, and within one line it does not matter as long as all numbers
are written alike: a line has one reading for each way of writing in which all its cells are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Final, NamedTuple

from pipeline.check.checker import Checker, quoted
from pipeline.check.figures import by_section
from pipeline.check.rounding import INFINITE, Interval, meaning, total
from pipeline.check.tables import LONGEST_LABEL, Cell, Table, tables
from pipeline.language.expressions import cue, says
from pipeline.model import Check, Money, Profile

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
    match = form.fullmatch(cell.digits.removeprefix("-"))
    if match is None:
        return None
    whole, decimals = re.sub(r"\D", "", match[1]), match[2] or ""
    value = Decimal(f"{'-' * cell.digits.startswith('-')}{whole}.{decimals}")
    rounding = Decimal() if exact and not decimals else Decimal(5).scaleb(-len(decimals) - 1)
    return value, Interval(value - rounding, value + rounding)


def _read(cells: Sequence[Cell]) -> list[tuple[Decimal, Interval] | None]:
    """The figures that were read in the cells, which scale "2 million" and "800 thousand" alike."""
    figures = [cell.finding.mention if cell.finding else None for cell in cells]
    return [
        (figure.amount, meaning(figure)) if isinstance(figure, Money) and figure.amount is not None else None
        for figure in figures
    ]


Addends = tuple[Addend, ...]

PERIOD: Final = re.compile(r"(\d{4})\s?[-–/]\s?(\d{4})")
ALL: Final = 100  # per cent


class Line(NamedTuple):
    """A column (`down`) or a row of a table: its numbers, and the labels and the numbers of the lines crossing it."""

    name: str
    labels: tuple[str, ...]
    cells: tuple[Cell, ...]
    crossed: tuple[int, ...]
    down: bool


class Sum(NamedTuple):
    """A total with what it sums up: of all that it may, what comes nearest to it."""

    line: Line
    whole: Addend
    parts: Addends

    @property
    def adds_up(self) -> bool:
        """Whether the two can mean the same."""
        return total(part.meaning for part in self.parts).meets(self.whole.meaning)

    @property
    def difference(self) -> float:
        """How far the two are apart, as a share of the total: digits that are read otherwise change both."""
        apart = abs(sum(part.value for part in self.parts) - self.whole.value)
        return float(apart / max(abs(self.whole.value), Decimal(1)))


class TableSumMismatch(Checker):
    """A cell was misread or missed, or the document contradicts itself, beyond what the printed digits can mean."""

    id = "table-sum-mismatch"
    title = "A table's column or row does not add up to its total"
    template = "{whole} is the total of {parts} in {line}, but these add up to {sum}."
    advice = (
        "Look at the table: correct a figure that was misread, accept the rows where the document itself does "
        "not add up."
    )

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check a total, table by table; the numbers stay as printed."""
        findings = by_section(profile.findings)
        for section in profile.sections:
            for table in tables(section, findings.get(section.id, ())):
                for wrong in mismatches(table):
                    yield self._told(table, wrong)

    def _told(self, table: Table, wrong: Sum) -> Check:
        cell = wrong.whole.cell
        gaps = {
            "whole": quoted(cell.text),
            "parts": quoted(*(part.cell.text for part in wrong.parts)),
            "line": wrong.line.name,
            "sum": f"{sum(part.value for part in wrong.parts):,f}",
        }
        if cell.finding:
            return self.on_finding(
                cell.finding, "amount" if isinstance(cell.finding.mention, Money) else "value", **gaps
            )
        return self.on_words(table.section, cell.start, cell.end, **gaps)


def mismatches(table: Table) -> Iterator[Sum]:
    """The totals that do not fit: of each total column and row that fits at least half of the lines that it crosses,
    and of a last row that says no more than "Total"."""
    exact = _is_exact(table)
    for lines in (_columns(table), _rows(table)):
        for at, label in _crossing(lines):
            if is_total(label):
                sums = [found for line in lines if (found := _sum(line, at, exact))]
                wrong = [found for found in sums if not found.adds_up]
                plain = lines[0].down and at == table.last and bool(says("total_column").search(label))
                yield from wrong if plain or len(sums) == 1 or len(wrong) * 2 <= len(sums) else ()


def _crossing(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """The lines that cross some, by their number, with their labels."""
    return sorted({(at, label) for line in lines for at, label in zip(line.crossed, line.labels, strict=True)})


def _columns(table: Table) -> list[Line]:
    """The columns that can be added up; none where the table is an excerpt."""
    if len(table.caption) <= LONGEST_LABEL and says("excerpt").search(table.caption):
        return []
    labels = _with_total({row: table.labels.get(row, "") for row in table.rows})
    return [
        Line(
            f"the column {quoted(head)}" if head else "its column",
            tuple(labels[cell.row] for cell in cells),
            cells,
            tuple(cell.row for cell in cells),
            down=True,
        )
        for column, cells in table.columns.items()
        if not says("no_sum").search(head := table.heads[column])
    ]


def _rows(table: Table) -> list[Line]:
    labels = _with_total(table.heads)
    return [
        Line(
            f"the row {quoted(label)}" if label else "its row",
            tuple(labels[cell.column] for cell in cells),
            cells,
            tuple(cell.column for cell in cells),
            down=False,
        )
        for row, cells in table.rows.items()
        if not says("no_sum").search(label := table.labels.get(row, ""))
    ]


def _with_total(labels: Mapping[int, str]) -> dict[int, str]:
    """The labels; a period that reaches from the first to the last year of the others is called their total."""
    years = [label for label in labels.values() if re.fullmatch(r"\d{4}", label)]
    whole = (min(years), max(years)) if len(years) > 1 else None
    return {place: f"Total {label}" if whole and _period(label) == whole else label for place, label in labels.items()}


def _period(label: str) -> tuple[str, str] | None:
    match = PERIOD.fullmatch(label)
    return (match[1], match[2]) if match else None


def _is_exact(table: Table) -> bool:
    """Whether the whole numbers of a table are counts, which nobody has rounded."""
    cells = [cell for column in table.columns.values() for cell in column]
    money = any(cell.finding and isinstance(cell.finding.mention, Money) for cell in cells)
    return not money and not any(cue("rounded").search(words) for words in (table.caption, *table.heads.values()))


def _sum(line: Line, at: int, exact: bool) -> Sum | None:
    """The total where a line crosses another, with what it sums up; None where nothing can be said of it."""
    if at not in line.crossed:
        return None
    place = line.crossed.index(at)
    found = [
        Sum(line, reading[place], parts)
        for reading in readings(line.labels, line.cells, exact)
        for parts in _summed(reading, place)
        if len(parts) > 1 and _may_be_sum(reading[place], parts)
    ]
    return min(found, key=lambda sum_: (not sum_.adds_up, sum_.difference), default=None)


def _summed(line: Addends, at: int) -> Iterator[Addends]:
    """What a total may sum up, on each side of it: the lines up to the next total, all lines, the totals with the lines
    that have none, the lines that are not themselves summed up by the one above them."""
    for side in (line[:at][::-1], line[at + 1 :]):
        whole_lines = [a for a in side if not says("part").search(a.label) and not says("no_sum").search(a.label)]
        near = tuple(takewhile(lambda addend: not addend.is_total, whole_lines))
        parts = tuple(addend for addend in whole_lines if not addend.is_total)
        totals = tuple(addend for addend in whole_lines if addend.is_total)
        for summed in (near, parts, (*near, *totals), _without_details(parts), _without_details(parts, fewest=1)):
            yield _in_reading_order(summed)


def _in_reading_order(addends: Sequence[Addend]) -> Addends:
    return tuple(sorted(addends, key=lambda addend: addend.cell.start))


def _without_details(parts: Addends, fewest: int = 2) -> Addends:
    """The parts without those, so many at least, that add up to the one above them."""
    rest = _in_reading_order(parts)
    kept: Addends = ()
    while rest:
        first, rest = rest[0], rest[1:]
        ends = range(fewest, len(rest) + 1)
        ends_in_figure = (end for end in ends if rest[end - 1].cell.digits)
        details = next((end for end in ends_in_figure if total(a.meaning for a in rest[:end]).meets(first.meaning)), 0)
        kept, rest = (*kept, first), rest[details:]
    return kept


def _may_be_sum(whole: Addend, parts: Addends) -> bool:
    """Whether a total is a sum: a dash is none, no average is, and of percentages only the 100 that all parts stay
    below."""
    largest = max(part.value for part in parts)
    if whole.cell.unit == "%":
        return whole.value == ALL > largest
    if says("total_or_average").search(whole.label):
        return whole.value > largest
    return bool(whole.cell.digits)
