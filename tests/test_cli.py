"""The command, as a person meets it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pdfs import typeset
from tests.waiting import LIMIT

HEAVY = {"babel", "numpy", "pandas", "pandera", "pdfminer", "pdfplumber", "pycountry", "pypdfium2", "spacy"}
CODE = f"""
import atexit, sys
atexit.register(lambda: print(*sorted({HEAVY!r}.intersection(sys.modules)), file=sys.stderr))
from pipeline.cli import main
main(sys.argv[1:], prog_name="donor-profiles")
"""


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command, which tells in the end which heavy libraries it has imported."""
    return subprocess.run(
        [sys.executable, "-c", CODE, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
        cwd=Path(__file__).parents[1],
        env={**os.environ, "COLUMNS": "100"},
    )


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    typeset(tmp_path / "raw" / "Kenya.pdf", "Kenya gave US$ 5 million in 2021.")
    return tmp_path / "raw"


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    result = command(*arguments)
    assert result.returncode == 0
    assert result.stderr == "\n"


def test_the_module_is_the_command() -> None:
    module = subprocess.run(
        [sys.executable, "-m", "pipeline", "--help"], capture_output=True, text=True, check=True, timeout=LIMIT
    )
    assert module.stdout == command("--help").stdout
    assert module.stdout.startswith("Usage: donor-profiles ")


def test_a_run_is_summed_up(raw: Path, tmp_path: Path) -> None:
    result = command("extract", raw, "--out", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    heading = next(line for line in result.stdout.splitlines() if "document" in line)
    assert heading.split() == ["document", "pages", "sections", "projects", "money", "error/warning/info", "status"]
    row = next(line for line in result.stdout.splitlines() if "kenya" in line)
    assert row.split()[:2] == ["kenya", "1"]
    assert row.split()[-1] == "ok"
    assert f"1 of 1 documents read; tables in {tmp_path / 'out'}." in result.stdout


def test_a_run_imports_nothing_heavy_itself(raw: Path, tmp_path: Path) -> None:
    for _ in ("all is new", "nothing has changed"):
        assert command("extract", raw, "--out", tmp_path / "out").stderr == "\n"


def test_a_failed_document_is_told_with_its_reason(raw: Path, tmp_path: Path) -> None:
    raw.joinpath("letter.pdf").write_text("Dear all", encoding="utf-8")
    result = command("extract", raw, "--out", tmp_path / "out")
    assert result.returncode == 1
    assert "failed letter: letter.pdf is not a PDF" in result.stdout
    assert "1 of 2 documents read" in result.stdout


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    tmp_path.joinpath("raw").mkdir()
    result = command("extract", tmp_path / "raw", "--out", tmp_path / "out")
    assert result.returncode == 0
    assert result.stdout == f"No PDF found: the tables in {tmp_path / 'out'} have no rows.\n"
    for path in tmp_path.joinpath("out").glob("*.csv"):
        assert path.read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract", "missing.pdf", "--out", "out"], "Error: missing.pdf does not exist.\n"),
        (["extract", "pyproject.toml"], "Missing option '--out'"),
        (["extract", "--out", "out"], "Missing argument 'PATH...'"),
        (["extract", "pyproject.toml", "--out", "out", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["extract", "pyproject.toml", "--out", "pyproject.toml"], "pyproject.toml is a file, not a folder"),
        (["extract", "pyproject.toml", "--out", "pipeline"], "that this command did not write and would delete"),
        (["exrtact"], "No such command 'exrtact'"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(arguments: list[str], told: str) -> None:
    result = command(*arguments)
    assert result.returncode == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr
