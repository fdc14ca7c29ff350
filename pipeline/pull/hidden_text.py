"""Text in the colour of what it stands on: white on white, as in hidden keywords and forgotten drafts.

The records only show where that may be: text whose colour is nearly that of the smallest area below it, or of paper
where none is known. What is really there (a pattern, a shading, a drawing of many small paths) the page's image tells:
text is unseen where its box is of one colour.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress
from typing import Any

import pypdfium2
from numpy.typing import NDArray

from pipeline.model import Area, BoundingBox, Dropped, Run

REASON = "in the colour of its ground"
PAPER = "#ffffff"
# Two colours look alike if no part of them differs by more than this (of 255).
ALIKE = 12
PIXELS_PER_POINT = 2.0
LARGEST = 4000  # pixels; larger pages are drawn with fewer to the point


def without_unseen(
    page: pypdfium2.PdfPage, runs: Sequence[Run], areas: Sequence[Area], pictures: Collection[BoundingBox]
) -> tuple[tuple[Run, ...], tuple[Dropped, ...]]:
    """The runs that can be told from their ground, and the others. The page is drawn only where its records leave a
    doubt."""
    grounds = {PAPER, *(area.colour for area in areas)}
    colours = {run.style.colour for run in runs}
    pale = {colour for colour in colours if any(_alike(colour, ground) for ground in grounds)}
    doubted = [run.style.colour in pale and _on_its_colour(run, areas, pictures) for run in runs]
    if not any(doubted):
        return tuple(runs), ()
    scale = min(PIXELS_PER_POINT, LARGEST / max(page.get_size()))
    image: NDArray[Any] = page.render(scale=scale).to_numpy().astype(int)
    seen = [not doubt or _has_ink(image, run.boxes.whole, scale) for run, doubt in zip(runs, doubted, strict=True)]
    unseen = (run for run, ink in zip(runs, seen, strict=True) if not ink)
    return tuple(compress(runs, seen)), tuple(Dropped(run.text, run.boxes.whole, REASON) for run in unseen)


def _on_its_colour(run: Run, areas: Sequence[Area], pictures: Collection[BoundingBox]) -> bool:
    middle = run.boxes.whole.middle
    if any(picture.holds(*middle) for picture in pictures):
        return False
    below = [area for area in areas if area.box.holds(*middle)]
    ground = min(below, key=lambda area: area.box.width * area.box.height).colour if below else PAPER
    return _alike(run.style.colour, ground)


def _alike(one: str, other: str) -> bool:
    parts = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return all(abs(mine - its) <= ALIKE for mine, its in parts)


def _has_ink(image: NDArray[Any], box: BoundingBox, scale: float) -> bool:
    x0, top, x1, bottom = (max(int(side * scale), 0) for side in box)
    part = image[top : bottom + 1, x0 : x1 + 1]
    return bool(part.size and (part.max(axis=(0, 1)) - part.min(axis=(0, 1))).max() > ALIKE)
