"""What a browser sends -> typed values, of which nothing is trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from starlette.exceptions import HTTPException

from pipeline.decisions.fields import DECIDED
from pipeline.decisions.file import Verdict
from pipeline.model import BoundingBox
from pipeline.review import pdf
from pipeline.review.actions import Change, RefusedChange, Target
from pipeline.review.index import Dossier
from pipeline.review.marks import Mark, marked, typed

VERDICTS = ("accept", "correct", "reject")
RESTORE = "restore"
MOST_ROWS = 100_000  # in one change

Data = Mapping[str, Any]


def targets(data: Data) -> list[Target]:
    """The rows that were sent."""
    rows = data.get("rows")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows) or not 0 < len(rows) <= MOST_ROWS:
        raise HTTPException(400, "rows must be a list of rows.")
    return [
        Target(choice(row, "table", DECIDED), text(row, "id"), _numbers(row, "seen"), _numbers(row, "standing"))
        for row in rows
    ]


def _numbers(data: Data, name: str) -> frozenset[int]:
    numbers = data.get(name, [])
    if not isinstance(numbers, list) or not all(isinstance(number, int) for number in numbers):
        raise HTTPException(400, f"{name} must be a list of numbers.")
    return frozenset(numbers)


def text(data: Data, name: str) -> str:
    """A text; empty where it was not sent."""
    value = data.get(name, "")
    if not isinstance(value, str):
        raise HTTPException(400, f"{name} must be a text.")
    return value


def choice(data: Data, name: str, allowed: Sequence[str]) -> str:
    """One of the allowed texts."""
    value = text(data, name)
    if value not in allowed:
        raise HTTPException(400, f"{name} must be one of {', '.join(allowed)}.")
    return value


def change(data: Data, verdict: str) -> Change:
    """What a person decides on a row.

    Raises RefusedChange.
    """
    values = data.get("values", {})
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise HTTPException(400, "values must be texts by field.")
    kind = next(kind for kind in get_args(Verdict) if kind == verdict)
    return Change(verdict=kind, reviewer=reviewer(data), today=date.today(), note=text(data, "note"), values=values)


def reviewer(data: Data) -> str:
    """Who decides.

    Raises RefusedChange where nobody says so.
    """
    if name := text(data, "reviewer"):
        return name
    raise RefusedChange("Write your name in the field Reviewer first: it is kept with every decision.")


def mark(dossier: Dossier, data: Data) -> Mark:
    """The words in the box that was sent, or those that were typed.

    Raises EmptySelection or pdf.UnreadablePage.
    """
    sections = pdf.sections(dossier.file.path, dossier.id, dossier.sha256)
    if words := text(data, "words"):
        return typed(sections, words, text(data, "near"))
    return marked(sections, *_box(data))


def _box(data: Data) -> tuple[int, BoundingBox]:
    """A page, and what a person has drawn over it."""
    page, box = data.get("page"), data.get("box")
    corners = box if isinstance(box, list) and len(box) == 4 else [None]
    if isinstance(page, int) and all(isinstance(corner, int | float) for corner in corners):
        return page, BoundingBox(*corners)
    raise HTTPException(400, "A mark is a page and a box of four lengths.")
