"""How the command is named where the person stands, and what is told of its extras."""

import sys
from pathlib import Path

import pytest

from pipeline import program
from pipeline.errors import UsageError


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command beside its Python, in a folder of its own; the person stands in another."""
    for folder in ("here", "env/bin"):
        tmp_path.joinpath(folder).mkdir(parents=True)
    script = tmp_path / "env" / "bin" / program.NAME
    script.write_text("#!/bin/sh\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script.with_name("python")))
    monkeypatch.setenv("PATH", str(tmp_path / "here"))
    monkeypatch.chdir(tmp_path / "here")
    return script


def test_the_command_by_its_name_where_that_is_found(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(installed.parent))
    assert program.command("review", Path("my raw")) == "donor-profiles review 'my raw'"


def test_the_command_by_its_place_below_or_elsewhere(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program.command("doctor") == f"{installed} doctor"
    monkeypatch.chdir(installed.parents[1])
    assert program.command("doctor") == "bin/donor-profiles doctor"


def test_another_command_of_that_name_is_not_ours(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Path("donor-profiles")
    other.write_text("#!/bin/sh\n", encoding="utf-8")
    other.chmod(0o755)
    assert program.command() == str(installed)


def test_the_module_where_there_is_no_script(installed: Path) -> None:
    installed.unlink()
    assert program.command("doctor") == f"{installed.with_name('python')} -m pipeline doctor"


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["raw"], "review raw --out tables"),
        (["raw/a.pdf"], "review raw --out tables"),
        (["raw/a.pdf", "raw/more"], "review {here}/raw --out tables"),
        (["raw", "older"], "review {here} --out tables"),
    ],
)
def test_what_shows_tables_for_review(installed: Path, paths: list[str], told: str) -> None:
    for folder in ("raw/more", "older"):
        Path(folder).mkdir(parents=True)
    Path("raw/a.pdf").touch()
    expected = told.format(here=Path.cwd())
    assert program.review(list(map(Path, paths)), Path("tables")) == f"{installed} {expected}"


@pytest.mark.parametrize(
    ("makefile", "paths", "out", "by_make"),
    [
        ("review:\n\tdonor-profiles review\n", ["raw"], "extracted", True),
        ("review:\n\tdonor-profiles review\n", ["raw"], "tables", False),
        ("review:\n\tdonor-profiles review\n", ["raw", "raw"], "extracted", False),
        ("all:\n", ["raw"], "extracted", False),
        ("", ["raw"], "extracted", False),
    ],
)
def test_make_shows_the_projects_own_tables(
    installed: Path, makefile: str, paths: list[str], out: str, by_make: bool
) -> None:
    Path("raw").mkdir()
    if makefile:
        Path("Makefile").write_text(makefile, encoding="utf-8")
    assert (program.review(list(map(Path, paths)), Path(out)) == "make review") is by_make


def test_the_password_of_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONOR_PROFILES_PASSWORD", "sésame")
    assert program.password() == "sésame"
    monkeypatch.delenv("DONOR_PROFILES_PASSWORD")
    assert program.password() == ""


@pytest.mark.parametrize(
    ("distribution", "module", "is_there"),
    [("pytest", "pytest", True), ("pytest", "none_such", False), ("none-such", "pytest", False)],
)
def test_an_extra_is_there_with_its_distribution_and_module(distribution: str, module: str, is_there: bool) -> None:
    extra = program.EXTRAS["xlsx"]._replace(distribution=distribution, module=module)
    assert extra.installed == (pytest.__version__ if is_there else "")


def test_a_module_that_is_known_not_to_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pytest", None)
    assert program.EXTRAS["xlsx"]._replace(distribution="pytest", module="pytest").installed == ""


def test_an_extra_that_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    there = program.EXTRAS["ocr"]._replace(distribution="pytest", module="pytest")
    monkeypatch.setitem(program.EXTRAS, "ocr", there)
    program.need("ocr")
    monkeypatch.setitem(program.EXTRAS, "ocr", there._replace(module="none_such"))
    with pytest.raises(UsageError, match=r"extract --ocr needs pytest, the extra ocr: run .* install 'rapidocr"):
        program.need("ocr")
