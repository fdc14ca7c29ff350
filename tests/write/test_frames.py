from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from pipeline.model import Profile, schema
from pipeline.model.csv_cells import csv_lines
from pipeline.write import dataframes, rows
from tests.sample_tables import frames


@pytest.fixture
def folder(profile: Profile, tmp_path: Path) -> Path:
    for name, body in rows.of(profile).items():
        text = csv_lines([schema.table(name).columns, *body])
        tmp_path.joinpath(f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return tmp_path


def test_tables_read_back_as_they_were(profile: Profile, folder: Path) -> None:
    for name, frame in frames(profile).items():
        pd.testing.assert_frame_equal(dataframes.read_table(folder / f"{name}.csv"), frame)


def test_values_have_their_types(folder: Path) -> None:
    money = dataframes.read_table(folder / "money.csv").iloc[0]
    assert money["amount"] == Decimal(1500000)
    assert isinstance(money["amount"], Decimal)
    assert money["amount_max"] is None
    assert money["page"] == 1
    assert money["currency"] == "USD"
    assert pd.isna(money["funder"])


def test_a_heading_that_a_spreadsheet_would_run_is_guarded_in_the_file_only(folder: Path) -> None:
    assert ",'=Gardens," in folder.joinpath("projects.csv").read_text(encoding="utf-8")
    assert dataframes.read_table(folder / "projects.csv")["title"].tolist() == ["=Gardens"]
