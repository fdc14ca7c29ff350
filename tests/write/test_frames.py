from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from pipeline.errors import UsageError
from pipeline.model import Country, Doubt, Money, Profile, schema
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


def test_the_tables_of_a_folder_are_read_all_or_by_name(profile: Profile, folder: Path) -> None:
    tables = dataframes.read_tables(folder)
    assert list(tables) == [table.name for table in schema.TABLES]
    pd.testing.assert_frame_equal(tables["money"], frames(profile)["money"])
    assert list(dataframes.read_tables(folder, ["money", "checks"])) == ["money", "checks"]
    of_island = dataframes.of_document("island", tables)
    assert len(of_island["money"]) == 1
    assert all(table.empty for table in dataframes.of_document("other", tables).values())


@pytest.mark.parametrize(
    ("content", "told"), [(None, "is not there: run"), ("a,b\n1\n", "is not as this version writes")]
)
def test_a_table_that_is_missing_or_another_is_told(folder: Path, content: str | None, told: str) -> None:
    path = folder / "money.csv"
    path.write_text(content, encoding="utf-8") if content else path.unlink()
    with pytest.raises(UsageError, match=told):
        dataframes.read_tables(folder)


def test_mentions_of_running_text_are_one_frame_with_the_fields_of_all_tables() -> None:
    doubt = Doubt("iso3", "the name stands for several countries", ("COD", "COG"))
    frame = dataframes.mentions_table(
        [
            Country(
                text="ASEAN", char_start=0, char_end=5, rule="group", kind="group", name="ASEAN", members=("KHM", "LAO")
            ),
            Money(
                text="EUR 5",
                char_start=10,
                char_end=15,
                rule="amount",
                amount=Decimal(5),
                currency="EUR",
                doubts=(doubt,),
            ),
        ]
    )
    group, money = frame.to_dict("records")
    assert list(frame)[:5] == ["table", "kind", "text", "char_start", "char_end"]
    assert [group[name] for name in ("table", "kind", "text", "char_end", "members", "amount", "doubts")] == [
        *("countries", "group", "ASEAN", 5, "KHM;LAO", None, ()),
    ]
    assert [money[name] for name in ("table", "kind", "amount", "currency", "members", "rule", "doubts")] == [
        *("money", "money", Decimal(5), "EUR", None, "amount", (doubt,)),
    ]
