"""What reading order is made of: lines, and what is wider than a line (panels, tables, dividers)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.lines import levels
from pipeline.segment.lines.baselines import Line
from pipeline.segment.regions import Divider, Panel
from pipeline.segment.tables.cells import Table

Item = Line | Panel | Table | Divider


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
            return item.size
    return 0.0


def level(one: Item, other: Item) -> bool:
    """Whether two items begin at the same height: lines on one baseline, others at one top."""
    if isinstance(one, Line) and isinstance(other, Line):
        return levels.level(one, other)
    return abs(one.box.top - other.box.top) <= levels.LEVEL * max(size(one), size(other))
