"""One row as the page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from pipeline.decisions.file import Decision
from pipeline.model import Check, PlacedBox

State = Literal["open", "accepted", "corrected", "added", "rejected"]

STATES: Mapping[str, State] = {"accept": "accepted", "correct": "corrected", "add": "added", "reject": "rejected"}


class Value(NamedTuple):
    """A field's value as decided, and as the tables have it."""

    name: str
    text: str
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row to decide on. `boxes` are those of its words, or of its section; `sentence` is cut before and after the
    words, or is the text of its section; `quote` is what a decision on it rests on; `order` is its place in the reading
    order."""

    table: str
    id: str
    text: str
    heading: str
    sentence: tuple[str, str, str]
    page: int
    boxes: tuple[PlacedBox, ...]
    quote: str
    values: tuple[Value, ...]
    rule: str
    state: State
    decisions: tuple[Decision, ...]
    checks: tuple[Check, ...]
    order: tuple[int, int]

    @property
    def severity(self) -> str:
        """The worst of its checks; empty where there is none."""
        return next((s for s in ("error", "warning", "info") if any(check.severity == s for check in self.checks)), "")

    @property
    def urgency(self) -> int:
        """0 for what needs a look first: errors, warnings, projects that nobody has decided on; then the others, and
        at last what is decided."""
        if self.state != "open":
            return 4
        return {"error": 0, "warning": 1}.get(self.severity, 2 if self.table == "projects" else 3)

    def value(self, name: str) -> str:
        """The value of a field; empty where nothing is stated."""
        return next((value.text for value in self.values if value.name == name), "")
