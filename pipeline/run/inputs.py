"""Paths -> the documents of a run: one for each PDF, told apart by an id that is made from the file's name."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.ids import document_name

REVIEWS = ".reviews.csv"


@dataclass(frozen=True, slots=True)
class Input:
    """A PDF and the id of its document; `error` says in one sentence why it cannot be told from another."""

    id: str
    path: Path
    error: str = ""

    @property
    def reviews(self) -> Path:
        """Where people's decisions on the document stand, if there are any: beside it, under its own name."""
        return self.path.with_name(f"{document_name(self.path.name)}{REVIEWS}")


def find(paths: Iterable[Path]) -> list[Input]:
    """The documents of all paths, each a PDF or a folder that is searched for PDFs at any depth, in order of their ids.

    Where files of several folders have one name, the folders' names join it: as many as tell them apart. Two files of
    one folder with one name are one document with an error. Raises UsageError where a path is not there, and where a
    name gives no id.
    """
    # A link to a file is a document of its own name, not of that of the file that it leads to.
    files = dict.fromkeys(file.parent.resolve() / file.name for named in paths for file in _files(named))
    if nameless := next((file for file in files if not document_name(file.name)), None):
        raise UsageError(f"{nameless} has no letter or digit in its name to make an id from: rename it.")
    return sorted(_told_apart(files, 0), key=lambda document: document.id)


def skipped(paths: Iterable[Path]) -> list[Path]:
    """What lies in the folders, or was named, and is no document: files that are no PDFs by their name, and what is
    named like one and is no file, as a pipe is. Decisions and hidden files are known to be none."""
    return sorted({file for named in paths for file in _inside(named) if not _is_document(file, named)})


def _is_document(file: Path, named: Path) -> bool:
    return not _is_pipe_or_device(file) and (file == named or file.suffix.lower() == ".pdf")


def _is_pipe_or_device(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _told_apart(files: Iterable[Path], folders: int) -> Iterator[Input]:
    """Documents whose ids are made of the file's name and the names of so many folders above it, or more."""
    named = defaultdict[str, list[Path]](list)
    for file in files:
        named[_id(file, folders)].append(file)
    for id_, same in named.items():
        one, *others = same
        if not others:
            yield Input(id_, one)
        elif len({file.parent for file in same}) == 1:
            both = " and ".join(str(file) for file in same)
            yield Input(id_, one, f"{both} would both be the document {id_}: rename one of them.")
        else:
            yield from _told_apart(same, folders + 1)


def _id(file: Path, folders: int) -> str:
    return "-".join(filter(None, map(document_name, file.parts[-1 - folders :])))


def _files(path: Path) -> Iterable[Path]:
    if not path.exists():
        raise UsageError(f"{path} does not exist.")
    return (file for file in _inside(path) if _is_document(file, path))


def _inside(path: Path) -> list[Path]:
    """All files of a folder at any depth, but hidden ones and people's decisions; a path that is no folder itself."""
    if not path.is_dir():
        return [path]
    shown = (f for f in path.rglob("*") if not any(part.startswith(".") for part in f.relative_to(path).parts))
    return sorted(file for file in shown if not file.is_dir() and not file.name.endswith(REVIEWS))


def sha256(path: Path) -> str:
    """Of a file's bytes.

    Raises OSError.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
