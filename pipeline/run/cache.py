"""Entries of earlier runs, by a key of everything that they were made from: file, decisions, options, code, libraries.

An entry is one file, the SHA-256 of what follows and then that, put in place in one step: runs can share the folder, a
killed one harms none, and a damaged entry is known.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
import time
from collections.abc import Callable, Iterator
from functools import cache as once
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline import files
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
KEPT_BYTES = 2 << 30  # a profile of four pages takes some 30,000
NAME = re.compile(r"[0-9a-f]{64}\.zip")  # of an entry: other files that lie there are somebody's
DIGEST_BYTES = hashlib.sha256().digest_size


class Cache:
    """Entries in a folder; they grow in another of the same file system."""

    def __init__(self, folder: Path, growing: Path) -> None:
        self.folder, self._growing = folder, growing

    def put(self, key: str, packed: bytes) -> None:
        """Keeps an entry, in the place of one that there may be.

        Raises OSError.
        """
        growing = self._growing / f"{key}.partial"
        growing.write_bytes(hashlib.sha256(packed).digest() + packed)
        growing.replace(self._path(key))

    def entry(self, key: str) -> Entry | None:
        """The entry of that key; none where it is not there, or not as it was written."""
        try:
            content = self._path(key).read_bytes()
        except OSError:
            return None
        packed = content[DIGEST_BYTES:]
        return Entry(packed) if content == hashlib.sha256(packed).digest() + packed else None

    def used(self, key: str) -> None:
        """Counts an entry as used now."""
        with contextlib.suppress(OSError):
            os.utime(self._path(key))

    def clear(self) -> None:
        """Removes entries that no run has used for long, then those whose last use is longest ago, until the rest is no
        more than a cache may hold."""
        times_and_sizes = {}
        for path in self.folder.glob("*.zip"):
            if NAME.fullmatch(path.name):
                with contextlib.suppress(OSError):  # another run may clear, too
                    stat = path.stat()
                    times_and_sizes[path] = stat.st_mtime, stat.st_size
        held = sum(size for _, size in times_and_sizes.values())
        for path, (used, size) in sorted(times_and_sizes.items(), key=lambda item: item[1]):
            if used >= time.time() - KEPT_SECONDS and held <= KEPT_BYTES:
                return
            with contextlib.suppress(OSError):
                path.unlink()
            held -= size

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.zip"


class Entries:
    """Those of a run: in the user's cache, and what that cannot take, as on a full disk, in a spare one."""

    def __init__(self, cache: Cache, spare: Callable[[], Cache], tell: Callable[[str], None]) -> None:
        """`spare` makes the spare one when it is needed; `tell` is told a sentence then."""
        self._caches, self._spare, self._tell = [cache], spare, tell

    def put(self, key: str, packed: bytes) -> None:
        """Keeps an entry.

        Raises OSError where even the spare cache cannot take it.
        """
        try:
            self._caches[-1].put(key, packed)
        except OSError as error:
            self.give_up(error)
            self._caches[-1].put(key, packed)

    def give_up(self, error: OSError) -> None:
        """Leaves the user's cache as it is from now on.

        Raises OSError where there is no other any more.
        """
        cache, *others = self._caches
        if others:
            raise error
        self._tell(
            f"The cache {cache.folder} cannot be written ({error.strerror}): what this run reads is not kept for the "
            "next one. Make room there, or set DONOR_PROFILES_CACHE to another folder."
        )
        self._caches.append(self._spare())

    def entry(self, key: str) -> Entry | None:
        """The entry of that key, whether lasting or not; none where there is no whole one."""
        return next(filter(None, (cache.entry(key) for cache in reversed(self._caches))), None)

    def holds(self, key: str) -> bool:
        """Whether a lasting entry of that key is there, whole; then it counts as used now."""
        entry = self.entry(key)
        if entry is None or not entry.outcome.lasting:
            return False
        self._caches[0].used(key)
        return True


def place() -> Path:
    """Where the user's cache lies, whether or not it is there yet."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()) / "donor-profiles"
    return Path(os.environ.get("DONOR_PROFILES_CACHE") or home)


@contextlib.contextmanager
def opened(beside: Path, tell: Callable[[str], None] = lambda sentence: None) -> Iterator[Entries]:
    """The entries of a run. What the user's cache cannot take lies in a folder in `beside` until the block ends, and
    `tell` is told so.

    Raises OSError.
    """
    folder = place()
    with contextlib.ExitStack() as stack:

        def spare() -> Cache:
            made = stack.enter_context(files.scratch(beside))
            return Cache(made, made)

        try:
            folder.mkdir(parents=True, exist_ok=True)
            cache = Cache(folder, stack.enter_context(files.scratch(folder)))
            entries = Entries(cache, spare, tell)
        except OSError as error:
            cache = Cache(folder, folder)
            entries = Entries(cache, spare, tell)
            entries.give_up(error)
        yield entries
        cache.clear()


@once
def code() -> str:
    """A hash of the code and rules of this package and of what they run on."""
    return hashed(Path(__file__).parents[1])


def hashed(package: Path) -> str:
    """A hash of the files of a folder, by name, and of what they run on."""
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
