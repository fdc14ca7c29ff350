"""How far the review of a document is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.decisions.file import Decision
from pipeline.review.index import Contents


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of rows and of rows decided; projects nobody has decided on; checks that the last run told."""

    rows: int
    decided: int
    open_projects: int
    errors: int
    warnings: int

    @property
    def open(self) -> int:
        """Rows that nobody has decided on."""
        return self.rows - self.decided


def progress(contents: Contents, decisions: Iterable[Decision]) -> Progress:
    """A row that was rejected is decided, though later runs leave it out."""
    decided = {decision.id for decision in decisions}
    return Progress(
        rows=len(contents.rows | decided),
        decided=len(decided),
        open_projects=len(contents.projects - decided),
        errors=contents.severities["error"],
        warnings=contents.severities["warning"],
    )
