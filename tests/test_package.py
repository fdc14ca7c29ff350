"""What `pip install .` puts in place: all data files beside the code."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

from tests.installing import python

ROOT = Path(__file__).parent.parent


def test_every_data_file_is_packaged() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    patterns = settings["package-data"]["*"]
    files = [p for p in (ROOT / "pipeline").rglob("*") if p.is_file() and p.suffix not in {".py", ".pyc", ".pyo"}]
    assert [p.name for p in files if not any(fnmatch(p.name, pattern) for pattern in patterns)] == []


def test_pip_installs_a_package_that_reads(installed: Path) -> None:
    code = "import pipeline; print(pipeline.__file__, pipeline.find_mentions('US$ 5 million in 2019')[0].amount)"
    file, amount = python(["-c", code], installed).split()
    assert Path(file) == installed / "pipeline" / "__init__.py"
    assert amount == "5000000"
