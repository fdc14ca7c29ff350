"""A box that a person draws over a page -> the words in it, where they stand in their section, and their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.errors import DonorProfilesError
from pipeline.model import BoundingBox, Section
from pipeline.write.rows import written_boxes

# Where a quote may be cut: between paragraphs, and after a mark that ends a sentence before a word that begins one.
# A cut too many makes the quote shorter, nothing worse.
BREAK = re.compile(r"\n\n|(?<=[.!?])\s+(?=[A-Z•“\"])")


class Mark(NamedTuple):
    """Marked words: `text` is their section's content[char_start:char_end], `boxes` as the tables write them."""

    section: str
    page: int
    text: str
    quote: str
    char_start: int
    char_end: int
    boxes: str


class EmptySelection(DonorProfilesError):
    """The box holds no words that could be one row. The message is a sentence."""


def marked(sections: Iterable[Section], page: int, box: BoundingBox) -> Mark:
    """The words whose middle lies in the box; words that it cuts are whole.

    Raises EmptySelection.
    """
    inside = [(section, _inside(section, page, box)) for section in sections]
    if not any(found for _, found in inside):
        raise EmptySelection("There are no words in the box: draw it over the words that tell the figure.")
    section, found = max(inside, key=lambda pair: len(pair[1]))
    content = section.content
    start, end = _whole_words(content, found[0], found[-1] + 1)
    if "\n" in content[start:end]:
        raise EmptySelection("The words are of several paragraphs: draw the box over words of one.")
    boxes = section.boxes(start, end)
    quote = _quote(content, start, end)
    return Mark(section.id, boxes[0].page, content[start:end], quote, start, end, written_boxes(boxes) or "")


def _inside(section: Section, page: int, box: BoundingBox) -> list[int]:
    """The section's letters whose middle lies in the box."""
    return [letter.offset for letter in section.letters() if letter.page == page and box.holds(*letter.box.middle)]


def _whole_words(content: str, start: int, end: int) -> tuple[int, int]:
    while start and content[start - 1].isalnum() and content[start].isalnum():
        start -= 1
    while end < len(content) and content[end].isalnum() and content[end - 1].isalnum():
        end += 1
    return start, end


def _quote(content: str, start: int, end: int) -> str:
    """The sentence or sentences around content[start:end]."""
    breaks = [(match.start(), match.end()) for match in BREAK.finditer(content)]
    first = max((after for _, after in breaks if after <= start), default=0)
    last = min((before for before, _ in breaks if before >= end), default=len(content))
    return content[first:last]
