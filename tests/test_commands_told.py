"""Every command that README and docs/ show runs as it is written, one after the other, where it is shown to be run."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import extras
from pipeline.cli.commands import FORMATS, main

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted(ROOT.joinpath("docs").glob("*.md"))]
SHOWN = [
    pytest.param(line, id=line.removeprefix("donor-profiles "))
    for page in PAGES
    if page.name != "reference.md"  # usage, with placeholders
    for line in re.findall(r"^    (donor-profiles .*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
]
# Nothing has changed, or something has, as `diff` tells it.
STATUS = {"diff": (0, 1)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with tables, and the PDFs that the pages speak of."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("raw", "extracted"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(ROOT / "tests" / "known_figures", folder / "tests" / "known_figures")
    sample = ROOT / "raw" / "republic-of-korea.pdf"
    for copy in (
        "profile.pdf",
        "more-profiles/another.pdf",
        "2023/republic-of-korea.pdf",
        "2024/republic-of-korea.pdf",
    ):
        folder.joinpath(copy).parent.mkdir(exist_ok=True)
        shutil.copy(sample, folder / copy)
    return folder


def test_there_are_commands_to_try() -> None:
    assert {shlex.split(shown.values[0])[1] for shown in SHOWN} == set(main.commands) - {"review"}  # type: ignore[arg-type]


@pytest.mark.parametrize("line", SHOWN)
def test_a_command_runs_as_it_is_shown(line: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, name, *arguments = shlex.split(line, comments=True)
    extra = FORMATS[arguments[0]][1] if name == "export" else ""
    if extra and not extras.EXTRAS[extra].installed:
        pytest.skip(f"needs the extra {extra}")
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, [name, *arguments])
    assert result.exit_code in STATUS.get(name, (0,)), result.output
