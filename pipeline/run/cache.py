"""Entries of earlier runs, by a key of everything that they were made from: file, decisions, options, code, libraries.

An entry is one file that is put in place in one step, so that runs can share the folder and a killed one harms none.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import tempfile
import time
import zipfile
from collections.abc import Iterator
from functools import cache as once
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.run.entry import Entry

LIBRARIES = (
    "numpy",
    "pandas",
    "pandera",
    "pdfminer.six",
    "pdfplumber",
    "pypdfium2",
    "rapidocr_onnxruntime",
    "spacy",
)
KEPT_SECONDS = 30 * 24 * 3600  # an entry that no run has used for so long goes


class Cache:
    """The entries in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextlib.contextmanager
    def entry(self, key: str) -> Iterator[Entry]:
        """The entry of that key, open for reading.

        Raises FileNotFoundError, or zipfile.BadZipFile for a damaged one.
        """
        with self._path(key).open("rb") as file:
            yield Entry(file)

    def put(self, key: str, packed: bytes) -> None:
        """Keeps an entry, in the place of one that there may be.

        Raises UsageError.
        """
        try:
            with tempfile.NamedTemporaryFile(dir=self._folder, prefix="partial-", delete=False) as file:
                file.write(packed)
            Path(file.name).replace(self._path(key))
        except OSError as error:
            reason = f"The folder {self._folder} for intermediate results cannot be written: {error.strerror}."
            raise UsageError(f"{reason} Set DONOR_PROFILES_CACHE to another.") from error

    def holds(self, key: str) -> bool:
        """Whether a lasting entry of that key is there, whole; then it counts as used now."""
        try:
            with self.entry(key) as entry:
                lasting = entry.outcome.lasting
            os.utime(self._path(key))
        except (OSError, zipfile.BadZipFile):
            return False
        return lasting

    def clear(self) -> None:
        """Removes what no run has used for long, also what killed runs left half-written."""
        for path in self._folder.iterdir():
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < time.time() - KEPT_SECONDS:
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.zip"


def place() -> Path:
    """Where the user's cache lies, whether or not it is there yet."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()) / "donor-profiles"
    return Path(os.environ.get("DONOR_PROFILES_CACHE") or home)


@contextlib.contextmanager
def opened() -> Iterator[Cache]:
    """The user's cache; one for this run alone where the user's cannot be written."""
    folder = place()
    with contextlib.ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=folder).close()
        except OSError:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="donor-profiles-")))
        cache = Cache(folder)
        yield cache
        cache.clear()


@once
def code() -> str:
    """A hash of the code and rules of this package and of what they run on."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256(f"{platform.python_version()} {platform.machine()}".encode())
    for name in LIBRARIES:
        digest.update(f"{name} {_version(name)}\n".encode())
    for path in sorted(package.rglob("*")):
        if "__pycache__" not in path.parts and path.is_file():  # where Python also has files that it is still writing
            digest.update(f"{path.relative_to(package)}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
