"""Decisions -> raw/<document>.reviews.csv, which is at every moment as before or as after a change.

Lines that are no decisions stay as people wrote them, and so do columns of their own.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from pipeline.decisions.file import COLUMNS, Decision, lines
from pipeline.model.csv_cells import csv_lines, shown


def rewrite(path: Path, dropped: Collection[int], added: Iterable[Decision]) -> None:
    """Leaves out the lines with the given numbers and puts new ones at the end; a file without lines goes.

    Raises LineError where the file cannot be understood, and OSError where it cannot be written.
    """
    old = lines(path.read_bytes()) if path.exists() else ()
    held = [{name: shown(cell) for name, cell in cells.items()} for number, cells in old if number not in dropped]
    held += [{name: str(getattr(decision, name)) for name in COLUMNS} for decision in added]
    if not held:
        path.unlink(missing_ok=True)
        return
    columns = tuple(dict.fromkeys((*COLUMNS, *(name for cells in held for name in cells))))
    replace_file(path, csv_lines([columns, *([cells.get(name, "") for name in columns] for cells in held)]))


def replace_file(path: Path, text: str) -> None:
    """Puts the text in the place of the file's, in one step."""
    growing = path.with_name(f".{path.name}.partial")
    with growing.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    growing.replace(path)
