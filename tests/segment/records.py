"""Words, lines and cells of which a person can tell by heart where they stand.

In type of 10 points a letter is 5 points wide and a blank 2.5; a line on the baseline 100 goes from 92 down to 102.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import accumulate
from typing import Any

from pipeline.model import BoundingBox, Boxes, Run, Style, Tag
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.stretches import Stretch, around
from pipeline.segment.lines.words import Word
from pipeline.segment.tables.cells import Cell, Table

SIZE = 10.0
LETTER, BLANK = 0.5, 0.25  # how wide (ems)
ASCENT = 0.8  # how far a line goes above its baseline (ems)
PITCH = 12.0  # from line to line of a cell
COLUMN, ROW = 100.0, 20.0  # from cell to cell


PLAIN = Style("Sans", SIZE, bold=False, italic=False, colour="#000000")
BOLD = PLAIN._replace(bold=True)


def run(text: str, x: float, y: float, type_: Style = PLAIN, tag: Tag | None = None) -> Run:
    """Characters from x on, on the baseline y."""
    widths = [(BLANK if letter == " " else LETTER) * type_.size for letter in text]
    starts = list(accumulate(widths, initial=x))
    top = y - ASCENT * type_.size
    boxes = Boxes(starts[:-1], [top] * len(text), starts[1:], [top + type_.size] * len(text))
    return Run(text, boxes, y, type_, tag)


def stretch(text: str, x: float, y: float, type_: Style = PLAIN, gap: float = 0.0) -> Stretch:
    """A run alone, in which nothing is further apart than the gap."""
    return Stretch.of([run(text, x, y, type_)], gap)


def word(text: str, x: float, y: float = 100.0, type_: Style = PLAIN) -> Word:
    """One word from x on, on the baseline y."""
    return Word(text, type_, run(text, x, y, type_).boxes, 0)


def line(text: str, x: float = 0.0, y: float = 100.0, type_: Style = PLAIN, **told: Any) -> Line:
    """Words from x on, on the baseline y; several blanks between two make a gap as wide. `told`: bullet, tag …"""
    drawn = run(text, x, y, type_)
    words = tuple(Word(found[0], type_, drawn.boxes, found.start()) for found in re.finditer("[^ ]+", text))
    return Line(words, around(word.box for word in words), y, **told)


def ending(text: str, x1: float, y: float = 100.0, type_: Style = PLAIN) -> Line:
    """A line that ends at x1, as figures below each other do."""
    return line(text, x1 - line(text, 0.0, y, type_).box.x1, y, type_)


def centred(text: str, x: float, y: float = 100.0, type_: Style = PLAIN) -> Line:
    """A line that has its middle at x."""
    return line(text, x - line(text, 0.0, y, type_).box.x1 / 2, y, type_)


def joined(*parts: Line) -> Line:
    """One line of parts from left to right, whatever stands between them."""
    return reduce(Line.joined, parts)


def lines(*texts: str, x: float = 0.0, y: float = 100.0, pitch: float = PITCH, type_: Style = PLAIN) -> list[Line]:
    """Lines below each other from the edge x on."""
    return [line(text, x, y + pitch * place, type_) for place, text in enumerate(texts)]


def box(x0: float, top: float, x1: float, bottom: float) -> BoundingBox:
    """What lies between these edges."""
    return BoundingBox(x0, top, x1, bottom)


# ------------------------------------------------------------------------------------------------------------- tables


def cell(text: str, row: int = 0, column: int = 0, type_: Style = PLAIN, **told: Any) -> Cell:
    """A cell where its row and column are, each line of the text below the one before; "" has none, `*` begins bold.
    `told`: rows, columns, kind."""
    if text.startswith("*"):
        text, type_ = text[1:], type_._replace(bold=True)
    found = lines(*text.split("\n"), x=COLUMN * column, y=100 + ROW * row, type_=type_) if text else ()
    return Cell(tuple(found), row, column, **told)


def cells(*rows: str) -> list[Cell]:
    """The cells of rows, bars between them: `*Donor | *2023`. `→2` and `↓2` at the end say over how many columns or
    rows a cell goes; what it covers is left out."""
    free: dict[int, int] = {}  # the first row that a cell above leaves free in a column
    found = []
    for row, text in enumerate(rows):
        column = 0
        for part in text.split("|"):
            while free.get(column, 0) > row:
                column += 1
            words, across, down = _spans(part.strip())
            found.append(cell(words, row, column, rows=down, columns=across))
            for covered in range(column, column + across):
                free[covered] = row + down
            column += across
    return found


def _spans(text: str) -> tuple[str, int, int]:
    across, down = (re.search(rf" ?{sign}(\d)", text) for sign in "→↓")
    words = re.sub(r" ?[→↓]\d", "", text)
    return words.replace("\\n", "\n"), int(across[1]) if across else 1, int(down[1]) if down else 1


def by_row(found: Sequence[Cell]) -> list[list[Cell]]:
    """Cells row by row."""
    rows: list[list[Cell]] = [[] for _ in range(max(each.row for each in found) + 1)]
    for each in found:
        rows[each.row].append(each)
    return rows


def shown(table: Table | Sequence[Cell]) -> list[str]:
    """A row a text, as `cells` reads them; heads in [], totals in ()."""
    found = table.cells if isinstance(table, Table) else table
    return [" | ".join(map(_shown, row)).strip() for row in by_row(found)]


def _shown(each: Cell) -> str:
    left, right = {"head": "[]", "total": "()", "cell": ("", "")}[each.kind]
    across, down = f" →{each.columns}" if each.columns > 1 else "", f" ↓{each.rows}" if each.rows > 1 else ""
    return f"{left}{each.text}{right}{across}{down}"


def texts(rows: Sequence[Sequence[Line]]) -> list[list[str]]:
    """The words of lines, row by row."""
    return [[each.text for each in row] for row in rows]


def flat(rows: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """The lines of all rows."""
    return (each for row in rows for each in row)
