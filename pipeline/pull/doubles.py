"""Text that is drawn again a hair's breadth away, as drop shadows and faked bold do."""

from __future__ import annotations

from collections import defaultdict

from pipeline.model import BoundingBox

# How near (in ems) the second drawing lies.
WITHIN = 0.15
# Points; boxes are looked for in the row of this height that they begin in and in its neighbours.
ROW = 8.0


class Drawn:
    """What a page has drawn so far."""

    def __init__(self) -> None:
        self._rows: defaultdict[tuple[str, int], list[BoundingBox]] = defaultdict(list)

    def again(self, text: str, box: BoundingBox, size: float) -> bool:
        """Whether the same text of that size (points) has been drawn here before; it is remembered if not."""
        near, row = WITHIN * size, int(box.top // ROW)
        for other in (row, row - 1, row + 1):
            for drawn in self._rows.get((text, other), ()):
                if abs(drawn.x0 - box.x0) < near and abs(drawn.top - box.top) < near:
                    return True
        self._rows[text, row].append(box)
        return False
