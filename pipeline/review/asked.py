"""What a browser sends with a change -> typed values. Nothing of it is trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from starlette.exceptions import HTTPException

from pipeline.decisions.file import Verdict
from pipeline.model import BoundingBox
from pipeline.review import pdf
from pipeline.review.changes import Change, RefusedChange
from pipeline.review.library import Dossier
from pipeline.review.marks import Mark, marked

VERDICTS = ("accept", "correct", "reject", "withdraw")

Data = Mapping[str, Any]


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

    Raises RefusedChange where nobody says who it is.
    """
    values = data.get("values", {})
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise HTTPException(400, "values must be texts by field.")
    reviewer = text(data, "reviewer")
    if not reviewer:
        raise RefusedChange("Write your name in the field Reviewer first: it is kept with every decision.")
    kind = next(kind for kind in get_args(Verdict) if kind == verdict)
    return Change(verdict=kind, reviewer=reviewer, today=date.today(), note=text(data, "note"), values=values)


def mark(dossier: Dossier, data: Data) -> Mark:
    """The words in the box that was sent.

    Raises EmptySelection or pdf.UnreadablePage.
    """
    page, box = data.get("page"), data.get("box")
    corners = box if isinstance(box, list) and len(box) == 4 else []
    if not isinstance(page, int) or not corners or not all(isinstance(corner, int | float) for corner in corners):
        raise HTTPException(400, "A mark is a page and a box of four lengths.")
    return marked(pdf.sections(dossier.file.path, dossier.id, dossier.sha256), page, BoundingBox(*corners))
