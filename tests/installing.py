"""The package as `pip install .` puts it in place, in a folder of its own, without what it would fetch: that is here
already."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.waiting import LIMIT

ROOT = Path(__file__).parent.parent


def install(folder: Path) -> Path:
    """Installs into the folder; where the package lies then."""
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "pipeline", folder / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    offline = ("--no-build-isolation", "--no-deps", "--no-index", "--quiet", "--target", folder / "installed")
    python([*("-m", "pip", "install", "."), *offline], folder)
    return folder / "installed"


def python(arguments: Sequence[str | Path], folder: Path) -> str:
    """What Python prints when it is called in that folder, away from the checkout."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=LIMIT, check=True
    )
    return done.stdout
