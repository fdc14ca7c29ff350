"""Lines beside each other: what stands on one baseline."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.segment.lines.baselines import Line

# Lines are level if their baselines differ by no more than this, in ems.
LEVEL = 0.35


def level(one: Line, other: Line) -> bool:
    """Whether two lines stand on one baseline."""
    return abs(one.baseline - other.baseline) <= LEVEL * max(one.size, other.size)


def by_level(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines on one baseline together, from left to right, from the top of the page downwards."""
    levels: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.box.x0)):
        if levels and level(levels[-1][0], line):
            levels[-1].append(line)
        else:
            levels.append([line])
    return [sorted(line, key=lambda line: line.box.x0) for line in levels]
