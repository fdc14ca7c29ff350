"""Link annotations -> the sections that their boxes lie in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.model import BoundingBox, Page
from pipeline.segment.sections import Draft, lines_of


def links(pages: Sequence[Page], drafts: Sequence[Draft]) -> list[tuple[str, ...]]:
    """For each draft the targets of its links in reading order, one for each run of boxes with the same target."""
    found: list[list[tuple[int, float, str]]] = [[] for _ in drafts]
    for page in pages:
        if not page.links:
            continue
        places = [
            (line.box, number, order)
            for number, draft in enumerate(drafts)
            for order, (at, line) in enumerate(lines_of(draft))
            if at == page.number
        ]
        for link in page.links:
            for box in link.boxes if places else ():
                _, number, order = min(places, key=lambda place: _distance(place[0], box))
                found[number].append((order, box.x0, link.target))
    return [tuple(target for target, _ in groupby(target for *_, target in sorted(places))) for places in found]


def _distance(line: BoundingBox, link: BoundingBox) -> float:
    """How far a line is from the middle of a link's box; the one that shares most of it where several are near."""
    x, y = link.middle
    beside = max(line.x0 - x, 0, x - line.x1)
    return beside + max(line.top - y, 0, y - line.bottom) * 4 + abs((line.top + line.bottom) / 2 - y) / 100
