"""Tables of money whose cells are bare numbers: the rules read amounts that state their currency, so these are left
out, and a person should know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.model import Check, Money, Profile

UNIT: Final = re.compile(
    r"\bin (?:thousands|millions|billions)(?: of)?\b"
    r"|(?:US\$|[$€£]|\b[A-Z]{3}) ?(?:[’']?000|thousands?|millions?|bn|mn?)\b",
    re.IGNORECASE,
)
NUMBER: Final = re.compile(r"(?<![\w.,])\d[\d.,]*")
NUMBERS_IN_A_ROW: Final = 2
WORDS_IN_A_ROW: Final = 8  # besides its numbers


class UnreadTable(Checker):
    """A heading such as "in millions of euros" over rows of numbers."""

    id = "unread-table"
    severity = "info"
    title = "A table of amounts that was not read"
    template = "The numbers below {heading} are in no table of amounts; look whether they belong there."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each paragraph that states a unit of money, holds no amount and stands over rows of numbers."""
        amounts = {(f.section.id, f.mention.text) for f in profile.findings if isinstance(f.mention, Money)}
        for section in profile.sections:
            for above, below in pairwise(section.text.split("\n\n")):
                told = any(id_ == section.id and text in above for id_, text in amounts)
                if UNIT.search(above) and not told and _holds_rows(section.text, above, below):
                    yield self.on_section(section, heading=quoted(above))


def _holds_rows(text: str, above: str, below: str) -> bool:
    """Whether the paragraph below, or the one after it (below a line of column heads), is a row of numbers."""
    after = text[text.index(above) + len(above) :].strip().removeprefix(below).strip().split("\n\n")[0]
    return any(_is_row(paragraph) for paragraph in (below, after))


def _is_row(paragraph: str) -> bool:
    numbers = NUMBER.findall(paragraph)
    words = re.findall(r"[^\W\d_]+", paragraph)
    return len(numbers) >= NUMBERS_IN_A_ROW and len(words) <= WORDS_IN_A_ROW
