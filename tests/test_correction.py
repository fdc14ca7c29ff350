"""README's example of a correction, from the line in the file to the figure that is known for good."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import read_table
from pipeline.cli.commands import main

ROOT = Path(__file__).parents[1]
README = ROOT.joinpath("README.md").read_text(encoding="utf-8")
LINES = re.search(r"^    (table,id,field,.*)\n    (projects,.*)$", README, re.MULTILINE)
TOLD = re.search(r"^    (republic-of-korea, page 3, projects.end: .*)$", README, re.MULTILINE)


def command(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return result.exit_code, result.output


def test_a_correction_is_applied_pinned_and_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LINES
    assert TOLD
    monkeypatch.chdir(tmp_path)
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(ROOT / "raw" / "republic-of-korea.pdf", raw)
    reviews = raw / "republic-of-korea.reviews.csv"
    reviews.write_text("\n".join(LINES.groups()) + "\n", encoding="utf-8")
    assert command("extract", "raw", "--out", "extracted")[0] == 0
    project = read_table("extracted/projects.csv").set_index("id").loc["projects-b7284b9ceb"]
    assert (project["end"], project["review"]) == ("2023-02", "corrected")
    status, told = command("pin", "republic-of-korea")
    assert (status, told) == (0, "republic-of-korea: 9 figures pinned, 0 as they were.\n")
    assert command("verify", "republic-of-korea") == (0, "republic-of-korea: 9 of 9 known figures hold.\n")
    reviews.unlink()
    command("extract", "raw", "--out", "extracted")
    status, told = command("verify", "republic-of-korea")
    assert (status, told.splitlines()[0]) == (1, TOLD[1])
