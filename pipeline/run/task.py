"""What a run and its workers are asked to do. Imports nothing heavy."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, fields
from pathlib import Path

from pipeline.model import Document
from pipeline.processes import Limits

# Of an option that says how a run goes and not what a document comes to.
NO_PART_OF_KEY = {"part of key": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """All that can be asked of a run, from the command to the worker.

    `jobs` are the documents read at a time here, None for one a processor; `cluster` is the address of a Dask
    scheduler, empty for this machine; `force` reads unchanged documents again; `pictures` is the folder for images of
    their pages with what was found (drawn anew by every run), None for no images; `verify` has the second reader read
    pages with figures, too; `ocr`, which needs the extra of that name, reads pages without a text layer; `pages` are
    the ranges of page numbers to read, none for all; `password` opens encrypted files and is never shown; `bom` begins
    each table with a byte order mark, by which Excel knows UTF-8.
    """

    jobs: int | None = field(default=None, metadata=NO_PART_OF_KEY)
    cluster: str = field(default="", metadata=NO_PART_OF_KEY)
    force: bool = field(default=False, metadata=NO_PART_OF_KEY)
    limits: Limits = field(default_factory=Limits, metadata=NO_PART_OF_KEY)
    pictures: Path | None = field(default=None, metadata=NO_PART_OF_KEY)
    bom: bool = field(default=False, metadata=NO_PART_OF_KEY)
    verify: bool = True
    ocr: bool = False
    pages: tuple[range, ...] = ()
    password: str = field(default="", repr=False)

    @property
    def key(self) -> tuple[tuple[str, object], ...]:
        """Every option that has a part in what a document comes to: a new one does, unless it says that it does not."""
        return tuple((f.name, getattr(self, f.name)) for f in fields(self) if f.metadata != NO_PART_OF_KEY)

    @property
    def arguments(self) -> list[str]:
        """Those of the command by which another run comes to the same tables; a password is never told."""
        flags = {"--ocr": self.ocr, "--no-verify": not self.verify, "--bom": self.bom}
        last = [str(pages.stop - 1) if pages.stop < sys.maxsize else "" for pages in self.pages]
        ranges = ",".join(f"{pages.start}-{end}" for pages, end in zip(self.pages, last, strict=True))
        return [*(flag for flag, is_set in flags.items() if is_set), *(["--pages", ranges] if ranges else [])]


@dataclass(frozen=True, slots=True)
class Task:
    """A document to read: its row as far as it is known before, its file, that of people's decisions on it (which need
    not be there), how it is read, and the hash of the code that shall do it (pipeline.run.cache.code)."""

    document: Document
    path: Path
    reviews: Path
    options: Options
    code: str
