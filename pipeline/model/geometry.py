"""Boxes on a page: points from its left and top edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class BoundingBox(NamedTuple):
    """A rectangle on a page: points from the left and top edges, x0 <= x1 and top <= bottom."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Points across."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points down."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Its x and y."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def union(self, other: BoundingBox) -> BoundingBox:
        """The smallest box that holds both."""
        return BoundingBox(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )

    def shared(self, other: BoundingBox) -> BoundingBox | None:
        """What lies in both."""
        x0, top = max(self.x0, other.x0), max(self.top, other.top)
        x1, bottom = min(self.x1, other.x1), min(self.bottom, other.bottom)
        return BoundingBox(x0, top, x1, bottom) if x0 <= x1 and top <= bottom else None

    def shares_column(self, other: BoundingBox) -> bool:
        """Whether one stands over the other, or would if it were moved up or down."""
        return self.x0 < other.x1 and other.x0 < self.x1

    def right_above(self, lower: BoundingBox, reach: float) -> bool:
        """Whether it begins above another box and in its column, and ends no further above it than the reach."""
        return self.shares_column(lower) and self.top < lower.top < self.bottom + reach

    def turned(self, degrees: int, width: float, height: float) -> BoundingBox:
        """Where it lies after its page, of that size, is turned clockwise by a multiple of 90 degrees."""
        match degrees % 360:
            case 90:
                return BoundingBox(height - self.bottom, self.x0, height - self.top, self.x1)
            case 180:
                return BoundingBox(width - self.x1, height - self.bottom, width - self.x0, height - self.top)
            case 270:
                return BoundingBox(self.top, width - self.x1, self.bottom, width - self.x0)
        return self

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the box."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


def columns_of(boxes: Iterable[BoundingBox]) -> list[tuple[float, float]]:
    """The stretches across that boxes take up, from left to right; boxes over each other take up one."""
    columns: list[tuple[float, float]] = []
    for x0, x1 in sorted((box.x0, box.x1) for box in boxes):
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(x1, columns[-1][1]))
        else:
            columns.append((x0, x1))
    return columns


class Boxes(NamedTuple):
    """The boxes of characters one after the other, as columns of equal length: one record for each of them would cost
    most of the time of reading a page."""

    x0: Sequence[float]
    top: Sequence[float]
    x1: Sequence[float]
    bottom: Sequence[float]

    @classmethod
    def of(cls, boxes: Iterable[BoundingBox]) -> Boxes:
        """The boxes as columns."""
        columns = tuple(zip(*boxes, strict=True))
        return cls(*columns) if columns else cls((), (), (), ())

    @property
    def whole(self) -> BoundingBox:
        """The smallest box that holds all."""
        return BoundingBox(min(self.x0), min(self.top), max(self.x1), max(self.bottom))

    def part(self, start: int, end: int | None = None) -> Boxes:
        """Those from start to before end."""
        return Boxes(self.x0[start:end], self.top[start:end], self.x1[start:end], self.bottom[start:end])

    def joined(self, other: Boxes) -> Boxes:
        """These and then the others."""
        return Boxes(*((*mine, *its) for mine, its in zip(self, other, strict=True)))

    def each(self) -> Iterator[BoundingBox]:
        """One by one."""
        return map(BoundingBox, *self)

    def turned(self, degrees: int, width: float, height: float) -> Boxes:
        """Where they lie after their page, of that size, is turned clockwise by a multiple of 90 degrees."""
        return Boxes.of(box.turned(degrees, width, height) for box in self.each())


class PlacedBox(NamedTuple):
    """A box on a numbered page."""

    page: int
    box: BoundingBox
