"""What is installed, what can be added and how, and where files lie."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline import program
from pipeline.program import EXTRAS, Extra
from pipeline.run import cache
from pipeline.write import data_package

MEGABYTE = 1 << 20
# Where commands look when they are told nothing else.
FOLDERS = {
    "documents": Path("raw"),
    "tables": Path("extracted"),
    "known figures": Path("tests/known_figures"),
}


def report() -> Iterator[str]:
    """The report, line by line."""
    yield f"{program.NAME} {program.VERSION}, rules {data_package.rules()}"
    yield _line("package", Path(__file__).parents[1])
    yield _line("command", program.command())
    yield _line("Python", f"{platform.python_version()}, {sys.executable}")
    yield ""
    yield "Libraries"
    yield from (_line(name, _version(name)) for name in cache.LIBRARIES if name != EXTRAS["ocr"].module)
    yield ""
    yield "Extras"
    yield from (_line(extra.name, _extra(extra)) for extra in EXTRAS.values())
    yield ""
    yield "Files"
    yield _line("cache", _cache(cache.place()))
    yield from (_line(name, _folder(path)) for name, path in FOLDERS.items())


def _line(name: str, what: object) -> str:
    return f"  {name:<15}{what}"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "missing: install the package again"


def _extra(extra: Extra) -> str:
    if extra.installed:
        return f"installed, for {extra.serves} ({extra.distribution} {extra.installed})"
    return f"missing, for {extra.serves}: {extra.command}"


def _cache(folder: Path) -> str:
    if not folder.is_dir():
        return f"{folder}, made by the first run"
    sizes = [path.stat().st_size for path in folder.iterdir() if path.is_file()]
    writable = "" if os.access(folder, os.W_OK) else "; it cannot be written, so nothing is kept"
    return f"{folder}, {len(sizes)} documents kept in {sum(sizes) / MEGABYTE:.1f} MB{writable}"


def _folder(path: Path) -> str:
    return str(path.absolute()) if path.is_dir() else f"{path.absolute()}, not there"
