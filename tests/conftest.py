from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from pipeline import extract

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def samples() -> Mapping[str, pd.DataFrame]:
    """The tables of the documents in raw/, extracted once for all tests."""
    return extract([ROOT / "raw"])
