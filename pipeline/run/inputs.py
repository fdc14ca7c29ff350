"""Paths -> the documents of a run: one for each PDF, told apart by an id that is made from the file's name."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError

# Letters that Unicode does not take apart into a base letter and an accent.
BASE_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)


@dataclass(frozen=True, slots=True)
class Input:
    """A PDF and the id of its document."""

    id: str
    path: Path

    @property
    def reviews(self) -> Path:
        """Where people's decisions on the document stand, if there are any."""
        return self.path.with_name(f"{self.id}.reviews.csv")


def find(paths: Iterable[Path]) -> list[Input]:
    """The documents of all paths, each a PDF or a folder that is searched for PDFs at any depth, in order of their ids.

    Raises UsageError where a path is not there, and where two documents would have one id: nobody could tell their rows
    apart, nor say which of them the decisions of people are about.
    """
    found: dict[str, Input] = {}
    for path in (file for named in paths for file in _files(named)):
        document = Input(document_id(path), path)
        other = found.setdefault(document.id, document)
        if not document.id:
            raise UsageError(f"{path} has no letter or digit in its name to make an id from: rename it.")
        if other.path.resolve() != path.resolve():
            raise UsageError(f"{other.path} and {path} would both be the document {document.id}: rename one of them.")
    return sorted(found.values(), key=lambda document: document.id)


def document_id(path: Path) -> str:
    """The file's name without suffix and accents, lower-cased, words joined by `-`."""
    apart = unicodedata.normalize("NFKD", path.stem.casefold()).translate(BASE_LETTERS)
    plain = unicodedata.normalize("NFC", "".join(letter for letter in apart if not unicodedata.combining(letter)))
    return "-".join(re.findall(r"[^\W_]+", plain))


def _files(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise UsageError(f"{path} does not exist.")
    if not path.is_dir():
        yield path
        return
    inside = (
        file for file in path.rglob("*") if not any(part.startswith(".") for part in file.relative_to(path).parts)
    )
    yield from sorted(file for file in inside if file.suffix.lower() == ".pdf" and not file.is_dir())


def sha256(path: Path) -> str:
    """Of a file's bytes.

    Raises OSError.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
