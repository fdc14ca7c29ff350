"""The command's name and version, how it is called from where the person stands, so that what a message says can be run
as it is written, and the extras that can be installed beside it, as pyproject.toml names them."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import UsageError

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
    match folders:
        case [folder]:
            return command("review", folder, "--out", out)
    return command("review", os.path.commonpath([folder.absolute() for folder in folders]), "--out", out)


def _made_by_make() -> bool:
    """Whether this folder has the project's own Makefile."""
    try:
        return f"{NAME} review" in Path("Makefile").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False


# ------------------------------------------------------------------------------------------------------- extras


class Extra(NamedTuple):
    """An extra: the distribution that it brings, that one's module, and what is done with it."""

    name: str
    requirement: str
    distribution: str
    module: str
    serves: str

    @property
    def installed(self) -> str:
        """The version that is installed; empty where none is."""
        from importlib.metadata import PackageNotFoundError, version  # a fifth of what the command takes to start
        from importlib.util import find_spec

        try:
            return version(self.distribution) if find_spec(self.module) else ""
        except (PackageNotFoundError, ValueError):  # ValueError: the module is known not to be there
            return ""

    @property
    def command(self) -> str:
        """The command that installs it beside this package, however this was installed."""
        return shlex.join([sys.executable, "-m", "pip", "install", self.requirement])


EXTRAS = {
    extra.name: extra
    for extra in (
        Extra("ocr", "rapidocr-onnxruntime>=1.4,<2", "rapidocr-onnxruntime", "rapidocr_onnxruntime", "extract --ocr"),
        Extra("cluster", "distributed>=2024.8", "distributed", "distributed", "extract --cluster"),
        Extra("xlsx", "xlsxwriter>=3.2", "xlsxwriter", "xlsxwriter", "export xlsx"),
        Extra("parquet", "pyarrow>=17", "pyarrow", "pyarrow", "export parquet"),
        Extra("duckdb", "duckdb>=1.1", "duckdb", "duckdb", "export duckdb"),
    )
}


def need(name: str) -> None:
    """Raises UsageError, with the command that mends it, where the extra of that name is not installed."""
    extra = EXTRAS[name]
    if not extra.installed:
        raise UsageError(f"{extra.serves} needs {extra.distribution}, the extra {name}: run {extra.command}")
