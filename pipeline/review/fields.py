"""The fields of a row that say what it states, which people decide on and pin."""

from __future__ import annotations

from typing import Final

from pipeline.review.decisions import REVIEWED
from pipeline.write import schema

# What tells where a row stands and how it was read.
PLACE: Final = frozenset(
    {
        "id",
        "document",
        "section",
        "page",
        "text",
        "sentence",
        "char_start",
        "char_end",
        "boxes",
        "rule",
        "links",
        "review",
    }
)
FIELDS: Final = {name: tuple(f for f in schema.table(name).fields if f.name not in PLACE) for name in REVIEWED}
