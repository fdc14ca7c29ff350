"""Stretches in a grid -> the table that they make.

Each cell is read for itself, whatever gaps justifying has made in it. Rows and columns without words of their own go;
what spans the whole grid at its top or bottom is a title or a note and no part of it. A row whose cells have lines
level with each other, most of them figures, holds several rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.segment.lines.baselines import Line, lines
from pipeline.segment.lines.levels import by_level, level
from pipeline.segment.lines.stretches import Stretch
from pipeline.segment.lines.superscripts import parted
from pipeline.segment.lines.words import WORD_GAP
from pipeline.segment.tables.cells import Cell, Table, is_broken, is_whole_figure, table
from pipeline.segment.tables.figures import with_labels
from pipeline.segment.tables.lattice import Grid, Slot
from pipeline.segment.typography import LARGER

# A cell with more words than this is running text, and so is one with a heading of its own; a grid with more of them
# than this share is a layout of the page.
RUNNING_WORDS, CARD_WORDS, RUNNING_CELLS = 40, 8, 0.5
# A single row of a table, at the top of a page, has so many cells.
ONE_ROW = 4
# Of the cells of a table at least this share is filled.
FILLED = 0.25
# Heads stand above the first rule within this distance, and the lines of a row below each other, in ems.
HEAD_GAP, ROW_GAP = 1.5, 2.0
# A border may cut into the box of a letter by this (points).
OVER = 1.5


class Ruled(NamedTuple):
    """A table, and the stretches and turned lines that do not stand in it."""

    table: Table
    outside: list[Stretch]
    turned: list[Line]


def ruled(grid: Grid, stretches: Sequence[Stretch], turned: Sequence[Line] = ()) -> Ruled | None:
    """The table in a grid; None where it holds none."""
    grid = _with_ends(grid, stretches)
    slots = list(_tiles(grid))
    places = {(row, column): slot for slot in slots for row, column in _covered(slot)}
    held: dict[Slot, list[Stretch]] = defaultdict(list)
    upright: dict[Slot, list[Line]] = defaultdict(list)
    outside = [stretch for stretch in stretches if not grid.box.holds(*stretch.box.middle)]
    for stretch in stretches:
        if grid.box.holds(*stretch.box.middle):
            for part in _cut(stretch, grid, places):
                held[_slot(part.box.middle, grid, places)].append(part)
    for line in turned:
        if grid.box.holds(*line.box.middle):
            upright[_slot(line.box.middle, grid, places)].append(line)
    slots = _joined(slots, held, upright, grid)
    for slot in dict.fromkeys(_titles_and_notes(slots, len(grid.x) - 1, {*held, *upright})):
        outside += held.pop(slot, [])
        slots.remove(slot)
    cells = [Cell((*_down(lines(held[slot])), *upright[slot]), *slot) for slot in slots]
    if grid.open:
        cells = _spanned(cells)
    cells = _compact([part for row in _by_row(_compact(cells)) for part in row])
    if not _is_table(cells):
        return None
    kept = {id(line) for cell in cells for line in cell.lines}
    return Ruled(table(cells), outside, [line for line in turned if id(line) not in kept])


def split(whole: Table) -> Table:
    """The table with each row that holds several cut into them."""
    return table(part for row in _by_row(whole.cells) for part in row)


def _with_ends(grid: Grid, stretches: Sequence[Stretch]) -> Grid:
    """The grid with a row above it where heads of its columns stand over its first rule and, where nothing but rules
    between its rows is drawn, with one below it where cells go on under its last."""
    above = [stretch for stretch in stretches if 0 <= grid.y[0] - stretch.box.bottom < HEAD_GAP * stretch.size]
    heads: list[Slot] = []
    if len(_columns(above, grid)) < 2:
        above, heads = _spanning_heads(above, grid)
    if above:
        y = (min(stretch.box.top for stretch in above) - OVER, *grid.y)
        grid = grid._replace(y=y, slots=(*heads, *(slot._replace(row=slot.row + 1) for slot in grid.slots)))
    if grid.open:
        last: list[Stretch] = []
        end = grid.y[-1]
        for stretch in sorted(stretches, key=lambda stretch: stretch.box.top):
            if stretch.box.top >= grid.y[-1] - OVER and grid.x[0] - OVER < stretch.box.middle[0] < grid.x[-1] + OVER:
                if stretch.box.top - end > ROW_GAP * stretch.size or not _columns([stretch], grid):
                    break
                last.append(stretch)
                end = max(end, stretch.box.bottom)
        if len(_columns(last, grid)) > 1:
            grid = grid._replace(y=(*grid.y, end + OVER))
    return grid


def _spanning_heads(above: Sequence[Stretch], grid: Grid) -> tuple[list[Stretch], list[Slot]]:
    """The line right above a grid, and the slots of its words, where it has heads that are each centred on several
    columns beside the first."""
    line = [stretch for stretch in above if all(it.baseline - stretch.baseline < stretch.size / 2 for it in above)]
    slots: list[Slot] = []
    for stretch in line:
        first, last = (_column(x, grid) for x in (stretch.box.x0 + OVER, stretch.box.x1 - OVER))
        middle = (grid.x[first] + grid.x[last + 1]) / 2
        centred = abs(stretch.box.middle[0] - middle) < stretch.size
        if first < last and (first == 0 or not centred):
            return [], []
        slots.append(Slot(0, first, 1, last - first + 1))
    return (line, slots) if any(slot.columns > 1 for slot in slots) else ([], [])


def _columns(stretches: Sequence[Stretch], grid: Grid) -> set[int]:
    """The columns that stretches stand in; none where one is beside the grid or runs over a border."""
    found = set()
    for stretch in stretches:
        first, last = (bisect_right(grid.x, x) - 1 for x in (stretch.box.x0 + OVER, stretch.box.x1 - OVER))
        if first != last or not 0 <= first < len(grid.x) - 1:
            return set()
        found.add(first)
    return found


# ---------------------------------------------------------------------------------------------------- text into slots


def _tiles(grid: Grid) -> Iterator[Slot]:
    """The slots of a grid, and one for each place that none covers."""
    free = {(row, column) for row in range(len(grid.y) - 1) for column in range(len(grid.x) - 1)}
    for slot in grid.slots:
        covered = set(_covered(slot))
        if covered <= free:
            free -= covered
            yield slot
    for row, column in sorted(free):
        yield Slot(row, column, 1, 1)


def _covered(slot: Slot) -> Iterator[tuple[int, int]]:
    for row in range(slot.row, slot.row + slot.rows):
        for column in range(slot.column, slot.column + slot.columns):
            yield row, column


def _slot(point: tuple[float, float], grid: Grid, places: dict[tuple[int, int], Slot]) -> Slot:
    x, y = point
    row = min(max(bisect_right(grid.y, y) - 1, 0), len(grid.y) - 2)
    return places[row, _column(x, grid)]


def _cut(stretch: Stretch, grid: Grid, places: dict[tuple[int, int], Slot]) -> Iterator[Stretch]:
    """A stretch that runs over the border of two cells is cut there, unless a letter stands on it."""
    _, y = stretch.box.middle
    over = [x for x in grid.x[1:-1] if stretch.box.x0 < x - OVER <= stretch.box.x1]
    for x in over:
        if _slot((x - OVER, y), grid, places) != _slot((x + OVER, y), grid, places) and _is_gap(stretch, x):
            left, stretch = parted(stretch, x - OVER)
            yield left
    yield stretch


def _is_gap(stretch: Stretch, x: float) -> bool:
    """Whether there is white on both sides of a place in a stretch."""
    letters = [
        (box.x0, box.x1)
        for run in stretch.runs
        for letter, box in zip(run.text, run.boxes.each(), strict=True)
        if letter != " "
    ]
    before, after = (
        [end for start, end in letters if start < x - OVER],
        [start for start, _ in letters if start >= x - OVER],
    )
    return bool(before and after) and after[0] - max(before) > WORD_GAP * stretch.size


def _joined(
    slots: Sequence[Slot], held: dict[Slot, list[Stretch]], upright: dict[Slot, list[Line]], grid: Grid
) -> list[Slot]:
    """The slots, with those that the words of one run over taken into it: the border between them is not to be seen."""
    whole = list(slots)
    for slot in slots:
        boxes = [stretch.box for stretch in held.get(slot, ())]
        first = min([slot.column, *(_column(box.x0 + OVER, grid) for box in boxes)])
        last = max([slot.column, *(_column(box.x1 - OVER, grid) for box in boxes)])
        over = [other for other in whole if other.row == slot.row and first <= other.column <= last and other != slot]
        free = all(other.rows == slot.rows and not held.get(other) and not upright.get(other) for other in over)
        if over and free:
            parts = [slot, *over]
            column, columns = min(part.column for part in parts), sum(part.columns for part in parts)
            joined = Slot(slot.row, column, slot.rows, columns)
            whole = [other for other in whole if other not in parts] + [joined]
            held[joined], upright[joined] = held.pop(slot), upright.pop(slot, [])
    return sorted(whole)


def _column(x: float, grid: Grid) -> int:
    return min(max(bisect_right(grid.x, x) - 1, 0), len(grid.x) - 2)


def _titles_and_notes(slots: Sequence[Slot], columns: int, filled: set[Slot]) -> Iterator[Slot]:
    """The slots as wide as the grid at its top and bottom, empty ones among them."""
    for ordered in (sorted(slots), sorted(slots, reverse=True)):
        for _, row in groupby(ordered, key=lambda slot: slot.row):
            held = [slot for slot in row if slot in filled]
            if any(slot.columns < columns for slot in held):
                break
            yield from held


def _down(found: Iterable[Line]) -> list[Line]:
    """The lines of a cell from top to bottom, those on one baseline as one."""
    return [reduce(Line.joined, level) for level in by_level(list(found))]


# ---------------------------------------------------------------------------------------------------- rows and columns


def _compact(cells: Sequence[Cell]) -> list[Cell]:
    """The cells without the rows and the columns in which no words begin."""
    rows = sorted({cell.row for cell in cells if cell.lines})
    columns = sorted({cell.column for cell in cells if cell.lines})

    def within(kept: Sequence[int], start: int, count: int) -> tuple[int, int]:
        before = sum(place < start for place in kept)
        return before, sum(place < start + count for place in kept) - before

    kept = []
    for cell in cells:
        (row, down), (column, across) = within(rows, cell.row, cell.rows), within(columns, cell.column, cell.columns)
        if down and across:
            kept.append(replace(cell, row=row, column=column, rows=down, columns=across))
    return sorted(kept, key=lambda cell: (cell.row, cell.column))


def _spanned(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, with an empty one at the end of its column taken into one above it that spans rows: no rule is drawn
    below the last row."""
    kept: list[Cell] = []
    last = max(cell.row for cell in cells)
    for cell in cells:
        above = next(
            (other for other in kept if other.column == cell.column and other.row + other.rows == cell.row), None
        )
        if cell.row == last and not cell.lines and above and above.rows > 1 and above.columns == cell.columns:
            kept[kept.index(above)] = replace(above, rows=above.rows + cell.rows)
        else:
            kept.append(cell)
    return kept


def _by_row(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """The cells row by row; a row that holds several is cut into them."""
    added = 0
    for _, group in groupby(cells, key=lambda cell: cell.row):
        row = [replace(cell, row=cell.row + added) if added else cell for cell in group]
        parts = list(_parts(row)) or [row]
        yield from parts
        added += len(parts) - 1


def _parts(row: Sequence[Cell]) -> Iterator[list[Cell]]:
    """The rows that a row holds: its figures stand on several levels, and each other cell has a line on each; labels
    may take several lines or stand between, and what stands left of them may head all of these rows."""
    filled = [cell for cell in row if cell.lines]
    figures = [cell for cell in filled if all(is_whole_figure(line.text) for line in cell.lines)]
    if not figures or figures[0] is filled[0] or any(cell.rows > 1 for cell in row):
        return
    if any(is_broken(upper.text, lower.text) for cell in figures for upper, lower in pairwise(cell.lines)):
        return
    levels = by_level([line for cell in figures for line in cell.lines])
    others = [cell for cell in filled if cell not in figures]
    label = next((cell for cell in others if len(cell.lines) >= len(levels)), None)
    if len(levels) < 2 or not label:
        return
    place = others.index(label)
    over, beside = others[:place], others[place + 1 :]
    if not all(_on_each(cell, levels) for cell in (*beside, *([label] if over or not figures[1:] else []))):
        return
    lines = with_labels(levels, label.lines)
    for place, part in enumerate(lines):
        yield [
            replace(cell, rows=len(lines))
            if cell in over
            else replace(
                cell, row=cell.row + place, lines=tuple(line for line in cell.lines if _within(line, part, cell, label))
            )
            for cell in row
            if not place or cell not in over
        ]


def _within(line: Line, part: Sequence[Line], cell: Cell, label: Cell) -> bool:
    """Whether a line is one of a part, or level with it."""
    return line in part or (cell is not label and any(level(line, other) for other in part))


def _on_each(cell: Cell, levels: Sequence[Sequence[Line]]) -> bool:
    return all(any(level(line, row[0]) for line in cell.lines) for row in levels)


def _is_table(cells: Sequence[Cell]) -> bool:
    """Whether cells are those of a table: two rows with cells beside each other, most cells neither empty nor text."""
    filled = [cell for cell in cells if cell.lines]
    rows = (list(row) for _, row in groupby(filled, key=lambda cell: cell.row))
    beside = [row for row in rows if len(row) > 1]
    running = sum(map(_runs, filled))
    several = len(beside) > 1 or any(len(row) >= ONE_ROW for row in beside)
    text = running > RUNNING_CELLS * len(filled) or any(map(_is_panel, filled))
    return several and len(filled) >= FILLED * len(cells) and not text


def _is_panel(cell: Cell) -> bool:
    """Whether a cell holds a text with a heading in larger type: no cell of a table does."""
    first, last = cell.lines[0], cell.lines[-1]
    return len(cell.text.split()) > RUNNING_WORDS and first.size >= LARGER * last.size


def _runs(cell: Cell) -> bool:
    words = len(cell.text.split())
    first, *rest = cell.lines
    headed = first.style.bold and any(not line.style.bold for line in rest) and words > CARD_WORDS
    return words > RUNNING_WORDS or headed
