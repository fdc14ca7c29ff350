"""What reading order is made of: lines, and what is wider than a line (panels, tables, dividers)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.model import BoundingBox
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.stretches import around
from pipeline.segment.regions import Divider, Panel

# Lines are level if their baselines differ by no more than this, in ems.
LEVEL = 0.35


class Row(NamedTuple):
    """Lines beside each other that are read across, as the cells of a table."""

    lines: tuple[Line, ...]
    box: BoundingBox


@dataclass(frozen=True, eq=False)
class Table:
    """Rows that stand below each other as one."""

    rows: tuple[Row, ...]
    box: BoundingBox

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Table:
        """The table of these rows, at least one."""
        whole = tuple(rows)
        return cls(whole, around(row.box for row in whole))


Item = Line | Panel | Table | Divider


def row(lines: Sequence[Line]) -> Row:
    """Lines beside each other, from left to right."""
    parts = tuple(sorted(lines, key=lambda line: line.box.x0))
    return Row(parts, around(part.box for part in parts))


def from_top(item: Item) -> tuple[float, float, float]:
    """What sorts items from top to bottom."""
    return item.box.top, item.box.x0, item.box.x1


def bottom(items: Sequence[Item]) -> float:
    """How far down items go."""
    return max(item.box.bottom for item in items)


def size(item: Item) -> float:
    """The size of an item's type."""
    match item:
        case Line():
            return item.size
        case Panel():
            return max((line.size for line in item.every()), default=10.0)
        case Table():
            return item.rows[0].lines[0].size
    return 0.0


def level(one: Item, other: Item) -> bool:
    """Whether two items begin at the same height: lines on one baseline, others at one top."""
    if isinstance(one, Line) and isinstance(other, Line):
        return abs(one.baseline - other.baseline) <= LEVEL * max(one.size, other.size)
    return abs(one.box.top - other.box.top) <= LEVEL * max(size(one), size(other))


def by_level(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines on one baseline together, from left to right, from the top of the page downwards."""
    levels: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.box.x0)):
        if levels and level(levels[-1][0], line):
            levels[-1].append(line)
        else:
            levels.append([line])
    return [sorted(line, key=lambda line: line.box.x0) for line in levels]
