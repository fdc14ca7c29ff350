"""Every command that README and docs/ show runs as it is written, one after the other, where it is shown to be run, by
the command that `pip install .` puts in place."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline import program
from pipeline.cli.commands import FORMATS, main
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted(ROOT.joinpath("docs").glob("*.md"))]
TEXT = "\n".join(
    page.read_text(encoding="utf-8")
    for page in PAGES
    if page.name != "reference.md"  # usage, with placeholders
)
PROGRAMS = (
    "donor-profiles",
    "make",
    "sudo",
    "xcode-select",
    "wsl",
    "cd",
    "pip",
    "python",
    "python3",
    "git",
    "cp",
    "source",
    "dask",
)
LINES = re.findall(rf"^    ((?:{'|'.join(PROGRAMS)}) .*?)(?: +#.*)?$", TEXT, re.MULTILINE)
SHOWN = [
    pytest.param(line, id=line.removeprefix("donor-profiles "))
    for line in LINES
    if line.startswith("donor-profiles ") and "--cluster" not in line  # tests/run/test_cluster.py
]
MADE = sorted({line for line in LINES if line.startswith("make ")})
CODE = re.findall(r"^```python\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
# Nothing has changed, or something has, as `diff` tells it.
STATUS = {"diff": (0, 1)}
# What sets a computer up, and which test holds it instead.
ELSEWHERE = {
    "sudo apt-get install make python3 python3-venv": "tests/test_walk.py: what .ci/run installs",
    "xcode-select --install": "of macOS",
    "wsl --install": "of Windows",
    "cd donor-profiles": "tests/test_walk.py: where its commands run",
    "source .venv/bin/activate": "tests/test_walk.py",
    "pip install .": "tests/test_package.py",
    "dask scheduler": "tests/run/test_cluster.py",
    "dask worker tcp://127.0.0.1:8786": "tests/run/test_cluster.py",
}


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
    assert {shlex.split(line)[1] for line in LINES if line.startswith("donor-profiles ")} == set(main.commands)
    assert {shlex.split(line)[2] for line in LINES if line.startswith("donor-profiles export ")} == set(FORMATS)
    assert CODE
    assert {line for line in LINES if not line.startswith(("donor-profiles ", "make "))} == set(ELSEWHERE)


@pytest.mark.parametrize("line", SHOWN)
def test_a_command_runs_as_it_is_shown(line: str, folder: Path, installed: Path) -> None:
    _, name, *arguments = shlex.split(line)
    extra = FORMATS[arguments[0]][1] if name == "export" else ""
    if extra and not program.EXTRAS[extra].installed:
        pytest.skip(f"needs the extra {extra}")
    found = {"PATH": f"{installed / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(installed)}
    done = subprocess.run(
        line, shell=True, cwd=folder, env={**os.environ, **found}, capture_output=True, timeout=LIMIT, check=False
    )
    assert done.returncode in STATUS.get(name, (0,)), done.stderr


@pytest.mark.parametrize("code", CODE)
def test_code_runs_as_it_is_shown(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, object] = {}
    exec(code, names)
    assert names["mentions"]


@pytest.mark.parametrize("line", MADE)
def test_make_knows_how_to_do_what_is_shown(line: str) -> None:
    """tests/test_walk.py runs those of people who read profiles, .ci/run those of people who work on the project."""
    if not shutil.which("make"):
        pytest.skip("There is no make here.")
    variables = {"MAKEFLAGS": "--dry-run --assume-old=.venv/installed"}
    done = subprocess.run(
        shlex.split(line), cwd=ROOT, env={**os.environ, **variables}, capture_output=True, timeout=LIMIT, check=False
    )
    assert done.returncode == 0, done.stderr
