import os
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

from pipeline import extract

# The same examples on every run: a test fails because of a change, never because of the day.
settings.register_profile("same", derandomize=True)
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
def samples() -> Mapping[str, pd.DataFrame]:
    """The tables of the documents in raw/, extracted once for all tests."""
    return extract([ROOT / "raw"])
