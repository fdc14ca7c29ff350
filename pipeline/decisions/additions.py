"""A decision to add -> a whole row: what its lines state, and what follows from where its quote stands."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.decisions.fields import MisfitError
from pipeline.decisions.quotes import Passage
from pipeline.decisions.rulings import Ruling
from pipeline.model.csv_cells import Cell
from pipeline.model.schema import Table

ADDED_BY = "added by a person"
HINT = ", or choose a text that stands once in its quote"


def added_row(table: Table, ruling: Ruling, passage: Passage, document: str) -> dict[str, Cell]:
    """The row by field.

    Raises MisfitError where a field that every row must have is neither stated nor follows.
    """
    quote = ruling.decision.quote
    follows: dict[str, Cell] = {
        "id": ruling.decision.id,
        "document": document,
        "section": passage.id,
        "page": passage.page,
        "title": passage.heading,
        "sentence": quote,
        "rule": ADDED_BY,
        "review": "added",
        **offsets(ruling.cells.get("text"), quote, passage),
    }
    row = {name: ruling.cells.get(name, follows.get(name)) for name in table.columns}
    if missing := [field.name for field in table.fields if field.required and row[field.name] is None]:
        raise MisfitError(f"lacks {', '.join(missing)}: add a line for each{HINT if 'char_start' in missing else ''}")
    return row


def offsets(text: Cell, quote: str, passage: Passage) -> Mapping[str, Cell]:
    """Where the words of a mention stand, if the quote and the words in it each stand there once as they are."""
    if not isinstance(text, str) or passage.content.count(quote) != 1 or quote.count(text) != 1:
        return {}
    start = passage.content.index(quote) + quote.index(text)
    return {"char_start": start, "char_end": start + len(text)}
