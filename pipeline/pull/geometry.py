"""From a PDF's own coordinates (points from the bottom left, before the page is turned) to those of the records."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from pipeline.model import BoundingBox

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

    def sides(self, corners: NDArray[np.float32]) -> tuple[list[float], list[float], list[float], list[float]]:
        """Many rectangles as shown: all x0, top, x1 and bottom. Each row of the corners is one rectangle's left, top,
        right and bottom in the PDF's coordinates."""
        x, y = self.point(corners[:, ::2].astype(float), corners[:, 1::2].astype(float))
        return x.min(1).tolist(), y.min(1).tolist(), x.max(1).tolist(), y.max(1).tolist()

    def rotation(self, a: float, b: float) -> int:
        """The direction of text with the matrix (a b c d e f), in whole degrees clockwise."""
        return round(self.turn - math.degrees(math.atan2(b, a))) % 360

    def visible(self, box: BoundingBox) -> bool:
        """Whether the middle of a box lies on the page."""
        width, height = self.size
        return 0 <= (box.x0 + box.x1) / 2 <= width and 0 <= (box.top + box.bottom) / 2 <= height

    def clip(self, box: BoundingBox) -> BoundingBox | None:
        """The part of a box that lies on the page."""
        width, height = self.size
        clipped = BoundingBox(max(box.x0, 0), max(box.top, 0), min(box.x1, width), min(box.bottom, height))
        return clipped if clipped.x0 <= clipped.x1 and clipped.top <= clipped.bottom else None


def em_box(box: BoundingBox, baseline: float, size: float) -> BoundingBox:
    """An upright character's box: as wide as its advance, as high as the em square on its baseline."""
    top, bottom = em_square(baseline, size)
    return BoundingBox(box.x0, top, box.x1, bottom)


def em_square(baseline: float, size: float) -> tuple[float, float]:
    """Where the em square of upright type on a baseline begins and ends."""
    top = baseline - ASCENT * size
    return top, top + size
