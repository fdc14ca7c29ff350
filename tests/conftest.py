import os
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

from pipeline import extract
from pipeline.decisions.file import COLUMNS
from pipeline.model.csv_cells import csv_lines
from tests.installing import install

# The same examples on every run: a test fails because of a change, never because of the day.
settings.register_profile("same", derandomize=True, deadline=None)  # no deadline: other work slows a machine
settings.load_profile("same")

ROOT = Path(__file__).parent.parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where every test must run (.ci/run), one that is skipped for want of something has failed."""
    report = yield
    if report.skipped and os.environ.get("NO_SKIPPED_TESTS"):
        report.outcome = "failed"
    return report


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither use nor fill the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DONOR_PROFILES_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as `pip install .` puts it in place."""
    return install(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="session")
def samples() -> Mapping[str, pd.DataFrame]:
    """The tables of the documents in raw/, extracted once for all tests."""
    return extract([ROOT / "raw"])


@pytest.fixture
def reviews(tmp_path: Path) -> Callable[..., Path]:
    """Writes a reviews file; each line is a mapping of the columns that are not empty."""

    def write(*lines: dict[str, str]) -> Path:
        path = tmp_path / "sample.reviews.csv"
        cells = [[line.get(column, "") for column in COLUMNS] for line in lines]
        path.write_text(csv_lines([COLUMNS, *cells]), encoding="utf-8")
        return path

    return write
