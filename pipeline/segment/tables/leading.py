"""Lines -> tables whose first column has amounts, and the second what each of them is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import by_level
from pipeline.segment.tables.cells import Table, is_amount, is_figure, of_rows
from pipeline.segment.tables.figures import LEADING, ROW_GAP, SAME_EDGE, aligned
from pipeline.segment.typography import small

# So many rows are a table.
ROWS = 3

Row = list[Line]  # an amount, and the lines of the words beside it


def led_by_amounts(lines: Sequence[Line]) -> list[Table]:
    """The tables among lines: amounts with their currency below each other, each with words beside it that begin at one
    edge with a capital."""
    return [of_rows(rows) for rows in _blocks(by_level(lines)) if len(rows) >= ROWS]


def _blocks(levels: Sequence[Sequence[Line]]) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for level in levels:
        if rows and len(level) == 1 and _is_next_line(level[0], rows[-1]):
            rows[-1].append(level[0])
            continue
        row = _row(level)
        if rows and not (row and _goes_on(rows[-1], row)):
            yield rows
            rows = []
        if row:
            rows.append(row)
    if rows:
        yield rows


def _row(level: Sequence[Line]) -> Row | None:
    """The amount and the words of a level line that has nothing else."""
    if len(level) != 2:
        return None
    amount, words = level
    return [amount, words] if is_amount(amount.text) and not (small(words.text) or is_figure(words.text)) else None


def _goes_on(upper: Row, lower: Row) -> bool:
    size = lower[0].size
    near = lower[0].baseline - upper[-1].baseline < (ROW_GAP + 1) * size
    edge = abs(lower[1].box.x0 - upper[1].box.x0) < SAME_EDGE * size
    return near and edge and aligned(lower[0], upper[0]) and lower[1].style == upper[1].style


def _is_next_line(line: Line, row: Row) -> bool:
    """Whether a line goes on with the words of a row."""
    last = row[-1]
    edge = abs(line.box.x0 - last.box.x0) < SAME_EDGE * line.size
    return edge and line.style == last.style and line.box.top - last.box.bottom < LEADING * line.size
