"""Reviews files as people write them, and the page on which they decide."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.decisions.file import COLUMNS
from pipeline.model.csv_cells import csv_lines
from tests.review.site_folders import Asked, Folders, made_in


@pytest.fixture
def reviews(tmp_path: Path) -> Callable[..., Path]:
    """Writes a reviews file; each line is a mapping of the columns that are not empty."""

    def write(*lines: dict[str, str]) -> Path:
        path = tmp_path / "sample.reviews.csv"
        cells = [[line.get(column, "") for column in COLUMNS] for line in lines]
        path.write_text(csv_lines([COLUMNS, *cells]), encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    made_in(folder)
    return folder


@pytest.fixture
def folders(_made_once: Path, tmp_path: Path) -> Folders:
    """A profile and its tables, for one test alone."""
    shutil.copytree(_made_once, tmp_path, dirs_exist_ok=True)
    return Folders(tmp_path / "raw", tmp_path / "extracted")


@pytest.fixture
def page(folders: Folders) -> Asked:
    """The review page of that profile, without a browser."""
    return Asked(folders)
