"""Text that is drawn again a hair's breadth away, as drop shadows and faked bold do."""

from __future__ import annotations

from collections import defaultdict

from pipeline.model import Run

# How near (in ems) the second drawing lies.
WITHIN = 0.15
# Points; runs are looked for in the row of this height that they begin in and in its neighbours.
ROW = 8.0


class Drawn:
    """What a page has drawn so far."""

    def __init__(self) -> None:
        self._rows: defaultdict[tuple[str, int], list[tuple[float, float]]] = defaultdict(list)

    def again(self, run: Run) -> bool:
        """Whether the same text has been drawn here before; it is remembered if not."""
        near, left, upper = WITHIN * run.style.size, run.boxes.x0[0], run.boxes.top[0]
        row = int(upper // ROW)
        for other in (row, row - 1, row + 1):
            for x0, top in self._rows.get((run.text, other), ()):
                if abs(x0 - left) < near and abs(top - upper) < near:
                    return True
        self._rows[run.text, row].append((left, upper))
        return False
