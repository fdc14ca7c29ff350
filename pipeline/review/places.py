"""Cells of the tables -> boxes on the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from pipeline.model import BoundingBox, PlacedBox
from pipeline.model.csv_cells import plain
from pipeline.write.dataframes import records


def areas(sections: pd.DataFrame) -> dict[str, tuple[PlacedBox, ...]]:
    """The boxes around each section's lines, one a column, by its id."""
    return {str(row["id"]): tuple(_columns(placed(plain(row["boxes"])))) for row in records(sections)}


def _columns(lines: Iterable[PlacedBox]) -> Iterator[PlacedBox]:
    """Joins the boxes of lines that follow each other downwards: one that stands higher begins a column."""
    column: PlacedBox | None = None
    top = 0.0
    for line in lines:
        if column and line.page == column.page and line.box.top >= top:
            column = PlacedBox(line.page, column.box.union(line.box))
        else:
            if column:
                yield column
            column = line
        top = line.box.top
    if column:
        yield column


def placed(boxes: str) -> tuple[PlacedBox, ...]:
    """The boxes of a cell that the tables' schema describes."""
    return tuple(_placed(*box.split("@")) for box in boxes.split(";") if box)


def _placed(page: str, corners: str) -> PlacedBox:
    return PlacedBox(int(page), BoundingBox(*map(float, corners.split(","))))
