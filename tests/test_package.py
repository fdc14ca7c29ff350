"""What `pip install .` puts in place: all data files beside the code."""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from tests.waiting import LIMIT

ROOT = Path(__file__).parent.parent


def test_every_data_file_is_packaged() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    patterns = settings["package-data"]["*"]
    files = [p for p in (ROOT / "pipeline").rglob("*") if p.is_file() and p.suffix not in {".py", ".pyc", ".pyo"}]
    assert [p.name for p in files if not any(fnmatch(p.name, pattern) for pattern in patterns)] == []


def test_pip_installs_a_package_that_reads(tmp_path: Path) -> None:
    """`pip install .`, without what it would fetch: that is here already."""
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "pipeline", tmp_path / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    offline = ("--no-build-isolation", "--no-deps", "--no-index", "--quiet", "--target", tmp_path / "installed")
    python([*("-m", "pip", "install", "."), *offline], tmp_path)
    code = "import pipeline; print(pipeline.__file__, pipeline.find_mentions('US$ 5 million in 2019')[0].amount)"
    file, amount = python(["-c", code], tmp_path / "installed").split()
    assert Path(file) == tmp_path / "installed" / "pipeline" / "__init__.py"
    assert amount == "5000000"


def python(arguments: Sequence[str | Path], folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=LIMIT, check=True
    )
    return done.stdout
