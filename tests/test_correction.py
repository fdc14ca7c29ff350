"""docs/correcting.md, from the line in the file of decisions to the figure that is known for good."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import read_table
from pipeline.cli.commands import main

ROOT = Path(__file__).parents[1]
PAGE = ROOT.joinpath("docs", "correcting.md").read_text(encoding="utf-8")
ROW = "projects-ad22c38b2d"


def told(pattern: str) -> str:
    """The line of the page that begins so."""
    found = re.search(rf"^ {{4}}( *{pattern}.*)$", PAGE, re.MULTILINE)
    assert found, pattern
    return found[1]


def command(line: str) -> tuple[int, list[str]]:
    result = CliRunner().invoke(main, line.split()[1:])
    return result.exit_code, result.output.splitlines()


def read_again() -> None:
    assert command("donor-profiles extract raw --out extracted --quiet")[0] == 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    tmp_path.joinpath("raw").mkdir()
    shutil.copy(ROOT / "raw" / "ireland.pdf", tmp_path / "raw")
    tmp_path.joinpath("tests", "known_figures").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "known_figures" / "ireland.csv", tmp_path / "tests" / "known_figures")
    monkeypatch.chdir(tmp_path)
    read_again()
    return tmp_path


def test_a_value_is_doubted_corrected_pinned_and_held(folder: Path) -> None:
    checks = Path("extracted", "checks.csv").read_text(encoding="utf-8")
    for part in told("warning,two-amounts").split("…"):
        assert part.strip() in checks

    reviews = folder / "raw" / "ireland.reviews.csv"
    reviews.write_text("\n".join((told("table,id,field"), told("projects,"))) + "\n", encoding="utf-8")
    read_again()
    project = read_table("extracted/projects.csv").set_index("id").loc[ROW]
    assert (str(project["amount"]), project["review"]) == ("6200000", "corrected")
    evidence = read_table("extracted/evidence.csv").set_index(["row", "field"])
    assert evidence.loc[(ROW, "amount"), "source"] == "reviews"
    assert ROW not in set(read_table("extracted/checks.csv")["row"])

    status, lines = command("donor-profiles pin ireland")
    assert status == 1
    assert "kept as it was; --replace puts the new value in its place." in lines[1]
    status, lines = command(told("donor-profiles pin"))
    assert (status, lines[1]) == (0, told("  projects.amount, page 3"))
    assert command(told("donor-profiles verify"))[0] == 0

    reviews.unlink()
    read_again()
    status, lines = command(told("donor-profiles verify"))
    assert (status, lines[0]) == (1, told("ireland, page 3"))
