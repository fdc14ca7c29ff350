"""The fields of a row that say what it states, which people decide on and pin."""

from __future__ import annotations

from typing import Final

from pipeline.model import Check, schema
from pipeline.model.csv_cells import Cell

Row = dict[str, Cell]  # by the name of the field

MENTION_TABLES: Final = ("money", "dates", "countries", "quantities")
# The tables that people decide on.
REVIEWED: Final = ("projects", "contributions", *MENTION_TABLES)
# The same, and that of the documents, whose rows are accepted or corrected, not added or rejected.
DECIDED: Final = (*REVIEWED, "documents")

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
        "money",
        "review",
        # of documents
        "file",
        "sha256",
        "pages",
        "status",
        "error",
        "sections",
        "words",
    }
)
FIELDS: Final = {name: tuple(f for f in schema.table(name).fields if f.name not in PLACE) for name in DECIDED}

OF_DOCUMENT: Final = frozenset({"", *(field.name for field in FIELDS["documents"])})  # the document as a whole, too


def is_settled_by_acceptance(check: Check) -> bool:
    """Whether who accepts the row that the check doubts has looked at what it says. A document's row states nothing of
    how its pages were read."""
    return check.table != "documents" or (check.field in OF_DOCUMENT and check.page is None)
