"""donor-profiles: from a designed donor profile to validated tables in which every value points to its place.

The front door: `extract` runs the whole pipeline over PDFs, `find_mentions` the rules over running text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.model import Mention

__all__ = ["find_mentions"]


def find_mentions(text: str) -> list[Mention]:
    """All money, dates, countries and quantities of a running text, in text order.

    Each record has `table`, `kind`, `text`, `char_start`, `char_end` and the value fields of its table.
    """
    from pipeline.extract import find_mentions as find

    return find(text)
