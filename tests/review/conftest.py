"""Reviews files as people write them, and the page on which they decide."""

import shutil
from pathlib import Path

import pytest

from tests.review.site_folders import Asked, Folders, made_in


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
