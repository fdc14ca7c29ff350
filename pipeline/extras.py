"""What can be installed beside the package, and for what: its extras, as pyproject.toml names them."""

from __future__ import annotations

import shlex
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import NamedTuple

from pipeline.errors import UsageError


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
