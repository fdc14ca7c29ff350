"""What commands say of what they have done, and the status with which they end."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.commands import main

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "extracted"


def command(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def test_an_export_tells_what_it_has_written(tmp_path: Path) -> None:
    out = tmp_path / "annotations.jsonld"
    done = command("export", "annotations", "--tables", TABLES, "--raw", ROOT / "raw", "--out", out)
    assert (done.exit_code, out.is_file()) == (0, True)
    assert str(out) in done.output
    none = command("export", "annotations", "--tables", tmp_path)
    assert none.exit_code == 2
    assert "documents.csv is not there" in none.output


def test_a_comparison_tells_what_has_changed(tmp_path: Path) -> None:
    same = command("diff", TABLES / "ireland", TABLES / "ireland")
    assert (same.exit_code, same.output) == (0, "No difference.\n")
    page, rows = tmp_path / "changes.html", tmp_path / "changes.csv"
    other = command("diff", TABLES / "ireland", TABLES / "luxembourg", "--html", page, "--csv", rows)
    assert other.exit_code == 1
    assert re.search(r"^\d+ projects new, \d+ projects gone, ", other.output, re.MULTILINE)
    assert (page.is_file(), rows.is_file()) == (True, True)
    assert command("diff", TABLES / "ireland", tmp_path / "none").exit_code == 2


@pytest.mark.parametrize(("documents", "status"), [(["ireland"], 0), (["atlantis"], 2)])
def test_figures_are_held_against_tables(documents: list[str], status: int) -> None:
    held = command("verify", *documents, "--out", TABLES, "--figures", ROOT / "tests" / "known_figures")
    assert held.exit_code == status
    assert ("known figures hold." in held.output) == (status == 0)


def test_a_figure_that_the_tables_have_otherwise_is_told(tmp_path: Path) -> None:
    known = tmp_path / "known"
    known.mkdir()
    text = ROOT.joinpath("tests", "known_figures", "ireland.csv").read_text(encoding="utf-8")
    assert ",kind,year,in 1923," in text
    other = text.replace(",kind,year,in 1923,", ",kind,day,in 1923,", 1)
    known.joinpath("ireland.csv").write_text(other, encoding="utf-8")
    told = command("verify", "--out", TABLES, "--figures", known)
    assert told.exit_code == 1
    first, last = told.output.splitlines()
    assert first == 'ireland, page 1, dates.kind: the page says "in 1923", so "day" is expected; found "year"'
    figures = len(text.splitlines()) - 1
    assert last == f"ireland: {figures - 1} of {figures} known figures hold."


def test_pinning_tells_how_many_figures_are_new(tmp_path: Path) -> None:
    tables = shutil.copytree(TABLES, tmp_path / "extracted")
    done = command("pin", "ireland", "--raw", ROOT / "raw", "--out", tables, "--to", tmp_path / "known")
    assert done.exit_code == 0
    assert done.output == "ireland: 0 figures pinned, 0 as they were.\n"
    nobody = command("pin", "atlantis", "--raw", ROOT / "raw", "--out", tables, "--to", tmp_path / "known")
    assert nobody.exit_code == 2
    assert "holds no document atlantis" in nobody.output
