"""Places for a section that is made by hand: each paragraph is one printed line."""

from __future__ import annotations

import re

from pipeline.model import BoundingBox, Boxes, Place


def places(content: str, page: int = 1, *, left: float = 0, top: float = 0, width: float = 10) -> tuple[Place, ...]:
    """Every character is so many points wide and 10 high; lines are 20 points apart."""
    found = []
    for line, paragraph in enumerate(re.finditer(r"[^\n]+", content)):
        for word in re.finditer(r"\S+", paragraph.group()):
            start, end = word.span()
            above = top + 20 * line
            boxes = [
                BoundingBox(left + width * at, above, left + width * (at + 1), above + 10) for at in range(start, end)
            ]
            columns = Boxes(*zip(*boxes, strict=True))
            found.append(Place(paragraph.start() + start, paragraph.start() + end, page, line, columns, 0))
    return tuple(found)
