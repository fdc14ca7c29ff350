"""Reviews files as people write them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.review.decisions import COLUMNS
from pipeline.write.cells import csv_lines


@pytest.fixture
def reviews(tmp_path: Path) -> Callable[..., Path]:
    """Writes a reviews file; each line is a mapping of the columns that are not empty."""

    def write(*lines: dict[str, str]) -> Path:
        path = tmp_path / "sample.reviews.csv"
        cells = [[line.get(column, "") for column in COLUMNS] for line in lines]
        path.write_text(csv_lines([COLUMNS, *cells]), encoding="utf-8")
        return path

    return write
