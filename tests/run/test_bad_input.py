"""Every row of the table of bad input: what happens to that document, and to the others."""

from pathlib import Path

import pandas as pd
import pytest

from pipeline import read_table
from pipeline.processes import Limits
from pipeline.run import Options, run
from pipeline.run.entry import Outcome
from tests.pdfs import endless, typeset

TEXT = "Kenya gave US$ 5 million in 2021."


@pytest.fixture(autouse=True)
def _empty_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONOR_PROFILES_CACHE", str(tmp_path_factory.mktemp("cache")))


def with_a_good_one(raw: Path, **options: object) -> tuple[Outcome, pd.Series]:
    """The outcome of the only bad document of a folder and its row, after a run in which the other one is read."""
    typeset(raw / "good.pdf", TEXT)
    out = raw.parent / "out"
    outcomes = {outcome.document: outcome for outcome in run([raw], out, Options(**options))}  # type: ignore[arg-type]
    assert outcomes.pop("good").status == "ok"
    assert read_table(out / "money.csv")["document"].tolist() == ["good"]
    (outcome,) = outcomes.values()
    rows = read_table(out / "documents.csv").set_index("document")
    return outcome, rows.loc[outcome.document]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "bad.pdf is empty"),
        (b"Dear all, please find attached the profile.", "bad.pdf is not a PDF"),
        (b"\0" * 100_000, "bad.pdf is not a PDF"),
        (b"%PDF-1.7\n" + b"\xff\x00garbage " * 1000, "bad.pdf"),
    ],
    ids=["empty", "not a PDF", "nothing but NUL bytes", "broken"],
)
def test_a_broken_file_is_failed_and_the_rest_goes_on(tmp_path: Path, content: bytes, reason: str) -> None:
    tmp_path.joinpath("raw").mkdir()
    tmp_path.joinpath("raw", "bad.pdf").write_bytes(content)
    outcome, row = with_a_good_one(tmp_path / "raw")
    assert outcome.status == row["status"] == "failed"
    assert outcome.error == row["error"]
    assert outcome.error.startswith(reason)
    assert outcome.error.endswith(".")


def test_a_truncated_file_is_failed(tmp_path: Path) -> None:
    whole = typeset(tmp_path / "raw" / "bad.pdf", TEXT).read_bytes()
    tmp_path.joinpath("raw", "bad.pdf").write_bytes(whole[:300])
    _, row = with_a_good_one(tmp_path / "raw")
    assert row["status"] == "failed"
    assert len(row["sha256"]) == 64


def test_an_encrypted_file_is_told_how_to_decrypt(tmp_path: Path) -> None:
    typeset(tmp_path / "raw" / "bad.pdf", TEXT, password="secret")
    _, row = with_a_good_one(tmp_path / "raw")
    assert row["status"] == "encrypted"
    assert "qpdf --decrypt" in row["error"]


def test_a_file_without_text_is_told_how_to_add_some(tmp_path: Path) -> None:
    typeset(tmp_path / "raw" / "bad.pdf")
    _, row = with_a_good_one(tmp_path / "raw")
    assert row["status"] == "no-text"
    assert "ocrmypdf" in row["error"]


def test_a_file_that_cannot_be_opened_is_failed(tmp_path: Path) -> None:
    tmp_path.joinpath("raw").mkdir()
    tmp_path.joinpath("raw", "bad.pdf").symlink_to(tmp_path / "nowhere.pdf")
    _, row = with_a_good_one(tmp_path / "raw")
    assert row["status"] == "failed"
    assert row["error"] == "bad.pdf cannot be opened: No such file or directory."
    assert pd.isna(row["sha256"])


def test_a_file_made_to_be_slow_is_stopped_at_the_limit(tmp_path: Path) -> None:
    run([typeset(tmp_path / "raw" / "good.pdf", TEXT)], tmp_path / "out", Options())  # kept: a second may be too short
    endless(tmp_path / "raw" / "bad.pdf")
    _, row = with_a_good_one(tmp_path / "raw", limits=Limits(seconds=1))
    assert row["status"] == "failed"
    assert row["error"] == "bad.pdf took longer than 1 seconds of processor time and was stopped; see --time-limit."


def test_a_broken_file_is_not_read_twice_and_a_slow_one_is(tmp_path: Path) -> None:
    tmp_path.joinpath("raw").mkdir()
    tmp_path.joinpath("raw", "bad.pdf").write_bytes(b"")
    endless(tmp_path / "raw" / "slow.pdf")
    read: list[int] = []
    for _ in range(2):
        options = Options(limits=Limits(seconds=1))
        run([tmp_path / "raw"], tmp_path / "out", options, progress=lambda done, *_: read.append(done))
    assert read == [0, 1, 2, 1, 2]


def test_two_files_with_one_id_are_both_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    typeset(tmp_path / "raw" / "no one.pdf", TEXT)
    typeset(tmp_path / "raw" / "No-One.pdf", TEXT)
    _, row = with_a_good_one(tmp_path / "raw")
    assert row["status"] == "failed"
    assert "No-One.pdf and " in row["error"]
    assert "no one.pdf would both be the document no-one: rename one of them." in row["error"]


def test_cells_that_a_spreadsheet_would_run_are_guarded_and_read_back(tmp_path: Path) -> None:
    formula = '=HYPERLINK("https://example.org")'
    run([typeset(tmp_path / "bad.pdf", TEXT, heading=formula)], tmp_path / "out", Options())
    for path in tmp_path.joinpath("out").glob("*.csv"):
        assert ",=" not in path.read_text(encoding="utf-8")
        assert ',"=' not in path.read_text(encoding="utf-8")
    section = read_table(tmp_path / "out" / "sections.csv").iloc[0]
    assert (section["text"] if pd.isna(section["heading"]) else section["heading"]).startswith(formula)
