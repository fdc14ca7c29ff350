"""Whether every character that a page draws came out, once: in a section or as page furniture.

Letters and digits are counted, because joining lines may drop hyphens and icon bullets but nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.model import Check, Profile, Run, Source

MAX_WORDS: Final = 8  # words that a message quotes


class UnplacedWords(Checker):
    """Holds what the pages draw against what came out of them.

    `drawn` is the text of each page by page number, in any order, with blanks between its words.
    """

    id = "unplaced-words"
    title = "Words that no section holds, or that are told twice"
    template = "The sections of page {page} do not hold what it draws: {differences}."

    def __init__(self, drawn: Mapping[int, str]) -> None:
        self.drawn = drawn

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each page of which letters or digits are missing, or there more often than drawn."""
        placed = _placed(profile)
        for page, text in sorted(self.drawn.items()):
            differences = [
                f"{quoted(*words[:MAX_WORDS])}{' and more' if len(words) > MAX_WORDS else ''} {what}"
                for words, what in (
                    (_missing(text, placed.get(page, "")), "left out"),
                    (_missing(placed.get(page, ""), text), "told more often than drawn"),
                )
                if words
            ]
            if differences:
                yield replace(
                    self.on_document(profile, page=page, differences="; ".join(differences)),
                    page=page,
                    table="sections",
                )


def drawn(source: Source) -> dict[int, str]:
    """The text of each page by page number, in the order of its stream; a new line parts words as a blank does."""
    return {page.number: "".join(_with_line_breaks(page.runs)) for page in source.pages}


def _with_line_breaks(runs: Sequence[Run]) -> Iterator[str]:
    baseline = None
    for run in runs:
        yield run.text if run.baseline == baseline else f"\n{run.text}"
        baseline = run.baseline


def _placed(profile: Profile) -> dict[int, str]:
    """What sections and furniture hold of each page; words apart by blanks."""
    pages: dict[int, list[str]] = {}
    for section in profile.sections:
        content, end = section.content, 0
        for place in section.places:
            pages.setdefault(place.page, []).append(content[end : place.end])
            end = place.end
        pages[section.pages[1]].append(" ")
    for furniture in profile.furniture:
        pages.setdefault(furniture.page, []).append(f" {furniture.text} ")
    return {page: "".join(characters) for page, characters in pages.items()}


def _missing(text: str, within: str) -> tuple[str, ...]:
    """The words of a text with characters that the other text has too few of; the characters where no word tells."""
    characters = Counter(filter(str.isalnum, text)) - Counter(filter(str.isalnum, within))
    if not characters:
        return ()
    words = Counter(re.findall(r"\w+", text)) - Counter(re.findall(r"\w+", within))
    return tuple(words.elements()) or tuple(characters.elements())
