"""The command's name and version, and how it is called from where the person stands, so that what a message says can be
run as it is written."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

NAME = "donor-profiles"
VERSION = "0.1.0"
PASSWORD_VARIABLE = "DONOR_PROFILES_PASSWORD"


def password() -> str:
    """The password of encrypted files that the variable has; empty where it has none."""
    return os.environ.get(PASSWORD_VARIABLE, "")


def command(*arguments: str | Path) -> str:
    """The command with arguments, as one line for a shell."""
    return shlex.join([*_program(), *map(str, arguments)])


def _program() -> tuple[str, ...]:
    script = Path(sys.executable).with_name(NAME)
    if not script.exists():
        return sys.executable, "-m", "pipeline"
    found = shutil.which(NAME)
    if found and Path(found).resolve() == script.resolve():
        return (NAME,)
    shown = os.path.relpath(script)
    return (shown if not shown.startswith(os.pardir) else str(script),)


def review(paths: Sequence[Path], out: Path) -> str:
    """The command that shows the tables in `out`, which were made from the paths, for review."""
    if [*paths, out] == [Path("raw"), Path("extracted")] and _made_by_make():
        return "make review"
    folders = [path if path.is_dir() else path.parent for path in paths]
    above = folders[0] if len(folders) == 1 else os.path.commonpath([folder.absolute() for folder in folders])
    return command("review", above, "--out", out)


def _made_by_make() -> bool:
    """Whether this folder has the project's own Makefile."""
    try:
        return f"{NAME} review" in Path("Makefile").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
