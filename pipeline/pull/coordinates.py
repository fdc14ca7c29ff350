"""From a PDF's own coordinates (points from the bottom left, before the page is turned) to those of the records."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from pipeline.model import BoundingBox, Boxes, Run

Lengths = TypeVar("Lengths", float, NDArray[np.float64])

# Where the em square of a line of type lies about its baseline: share of the size above it. Fonts state their own
# ascent, but so unevenly (0.7 to 1.2 em in brochures) that boxes of neighbouring lines would overlap.
ASCENT = 0.76


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page (its crop box, points from the bottom left) and its turn clockwise in degrees."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn in (90, 270) else (width, height)

    def point(self, x: Lengths, y: Lengths) -> tuple[Lengths, Lengths]:
        """A point, or many, as shown: from the left and from the top."""
        match self.turn:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> BoundingBox:
        """A rectangle as shown, whichever two opposite corners are given."""
        if self.turn == 0 and x0 <= x1 and y0 <= y1:
            return BoundingBox(x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        a, b = self.point(x0, y0), self.point(x1, y1)
        return BoundingBox(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))

    def boxes(self, rectangles: NDArray[np.float32]) -> Boxes:
        """Many rectangles as shown, each given as left, top, right and bottom in the PDF's coordinates."""
        left, top, right, bottom = rectangles.T.astype(float)
        x0, y0 = self.point(left, top)
        x1, y1 = self.point(right, bottom)
        sides = np.minimum(x0, x1), np.minimum(y0, y1), np.maximum(x0, x1), np.maximum(y0, y1)
        return Boxes(*(tuple(side.tolist()) for side in sides))

    def upright(self, rotation: int) -> Frame:
        """The page turned so that text of a rotation (degrees clockwise) is upright."""
        return replace(self, turn=(self.turn - rotation) % 360) if rotation else self

    def rotation(self, a: float, b: float) -> int:
        """The direction of text with the matrix (a b c d e f), in whole degrees clockwise."""
        return round(self.turn - math.degrees(math.atan2(b, a))) % 360

    @property
    def page(self) -> BoundingBox:
        """The page as shown."""
        return BoundingBox(0, 0, *self.size)


def cut(run: Run, window: BoundingBox) -> list[tuple[Run, bool]]:
    """The parts of a run, each with whether its characters have their middle in a window."""
    x0, top, x1, bottom = run.boxes
    if window.x0 <= x0[0] and x1[-1] <= window.x1 and window.holds(window.x0, (top[0] + bottom[0]) / 2):
        return [(run, True)]
    inside = [window.holds(*box.middle) for box in run.boxes.each()]
    starts = [index for index, _ in enumerate(inside) if index == 0 or inside[index] != inside[index - 1]]
    return [(run.part(start, end), inside[start]) for start, end in pairwise([*starts, len(inside)])]


def em_squares(x0: Sequence[float], x1: Sequence[float], baseline: float, size: float) -> Boxes:
    """The boxes of upright characters on a baseline: as wide as their advance, as high as the em square on it."""
    top, count = baseline - ASCENT * size, len(x0)
    return Boxes(x0, (top,) * count, x1, (top + size,) * count)
