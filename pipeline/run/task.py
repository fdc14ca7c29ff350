"""What a worker is asked to do. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.model import Document


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: seconds on the clock, and megabytes (2**20 bytes) of address space, of which the
    libraries take some 300 before the document comes."""

    seconds: int = 120
    megabytes: int = 4096


@dataclass(frozen=True, slots=True)
class Task:
    """A document to read: its row as far as it is known before, its file, that of people's decisions on it (which need
    not be there), whether the second reader reads it too, the hash of the code that shall do it
    (pipeline.run.cache.code), the folder for pictures of its pages, None for no pictures, and whether pages without
    text are read by OCR."""

    document: Document
    path: Path
    reviews: Path
    verify: bool
    limits: Limits
    code: str
    pictures: Path | None = None
    ocr: bool = False
