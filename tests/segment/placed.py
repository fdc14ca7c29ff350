"""Single records of the layout, at places that a person can reckon with.

Unlike those of `records`, blanks are as wide as letters, half an em, and lines are told by their top edge, for reading
order, grounds and gutters go by boxes.
"""

from collections.abc import Iterable
from typing import Any

from pipeline.model import BoundingBox, Boxes, Run, Style, Tag
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.stretches import Stretch
from pipeline.segment.lines.words import Word
from pipeline.segment.regions import Divider, Panel
from pipeline.segment.tables.cells import Cell, Table
from tests.segment.typeset import TYPE

BOLD = TYPE._replace(bold=True)


def sized(size: float, style: Style = TYPE) -> Style:
    """The style in another size."""
    return style._replace(size=size)


def run(text: str, x: float = 0, baseline: float = 8, style: Style = TYPE, tag: Tag | None = None) -> Run:
    """Letters from x on without white between them; the box begins 0.8 em above the baseline."""
    return spaced([(text, x)], baseline, style, tag)


def spaced(parts: Iterable[tuple[str, float]], baseline: float = 8, style: Style = TYPE, tag: Tag | None = None) -> Run:
    """A run whose parts begin where they are told to."""
    letters = [(letter, x + place * style.size / 2) for text, x in parts for place, letter in enumerate(text)]
    top, count, x0 = baseline - 0.8 * style.size, len(letters), [x for _, x in letters]
    boxes = Boxes(x0, [top] * count, [x + style.size / 2 for x in x0], [top + style.size] * count)
    return Run("".join(letter for letter, _ in letters), boxes, baseline, style, tag)


def stretch(text: str, x: float = 0, baseline: float = 8, style: Style = TYPE) -> Stretch:
    """The stretch of one run."""
    return Stretch.of([run(text, x, baseline, style)], 0)


def word(text: str, x: float = 0, baseline: float = 8, style: Style = TYPE) -> Word:
    """A word."""
    return Word(text, style, run(text, x, baseline, style).boxes, 0)


def line(text: str, x: float = 0, top: float = 0, size: float = 10, **told: Any) -> Line:
    """A line of words a letter apart from each other, whose box begins at x and top and is as high as its type.
    `told`: style, tag, bullet …"""
    style, baseline, words, start = sized(size, told.pop("style", TYPE)), top + 0.8 * size, [], x
    for part in text.split(" "):
        words.append(word(part, start, baseline, style))
        start += (len(part) + 1) * size / 2
    return Line(tuple(words), BoundingBox(x, top, words[-1].x1, top + size), baseline, **told)


def divider(x0: float, x1: float, top: float) -> Divider:
    """A level rule."""
    return Divider(BoundingBox(x0, top, x1, top))


def panel(*lines: Line, margin: float = 5, **others: Any) -> Panel:
    """Lines on a ground that is larger than they are by the margin."""
    box = union(lines)
    ground = BoundingBox(box.x0 - margin, box.top - margin, box.x1 + margin, box.bottom + margin)
    return Panel(box, ground, lines, **others)


def table(*rows: Iterable[Line]) -> Table:
    """A table with a line in each cell."""
    cells = [Cell((held,), row, column) for row, lines in enumerate(rows) for column, held in enumerate(lines)]
    return Table(tuple(cells), union(held for cell in cells for held in cell.lines), 1)


def union(lines: Iterable[Line]) -> BoundingBox:
    """The box around lines."""
    first, *others = lines
    box = first.box
    for other in others:
        box = box.union(other.box)
    return box


def texts(items: Iterable[object]) -> list[object]:
    """The words of lines, and lists for what holds several."""
    return [_text(item) for item in items]


def _text(item: object) -> object:
    match item:
        case Line():
            return item.text
        case Panel():
            return ["panel", *texts(item.every())]
        case Table():
            return ["table", *texts(item.lines)]
        case Divider():
            return "---"
        case [*several]:
            return texts(several)
    return item
