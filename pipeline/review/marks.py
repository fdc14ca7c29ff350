"""A box that a person draws over a page -> the words in it, where they stand in their section, their sentence, and what
the rules read in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.decisions.apply import RESTING
from pipeline.decisions.fields import FIELDS, MENTION_TABLES
from pipeline.errors import DonorProfilesError
from pipeline.mentions import find_mentions
from pipeline.model import BoundingBox, Mention, Section
from pipeline.model.csv_cells import plain
from pipeline.write.rows import written_boxes

# Where a quote may be cut: between paragraphs, and after a mark that ends a sentence before a word that begins one.
# A cut too many makes the quote shorter, nothing worse.
BREAK = re.compile(r"\n\n|(?<=[.!?])\s+(?=[A-Z•“\"])")


class Mark(NamedTuple):
    """Marked words: `text` is their section's content[char_start:char_end], `quote` the sentences around it, which
    begin at `quote_start`, `boxes` as the tables write them."""

    section: str
    page: int
    text: str
    quote: str
    quote_start: int
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
    return _mark(section, *_whole_words(section.content, found[0], found[-1] + 1))


def typed(sections: Iterable[Section], words: str, near: str) -> Mark:
    """The first place of these words, as a person has typed them; one in the text that is `near`, if they are there.

    Raises EmptySelection.
    """
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    places = [(section, match) for section in sections for match in pattern.finditer(section.content)]
    if not words.strip() or not places:
        raise EmptySelection("These words stand nowhere in the text: write them as they are printed.")
    section, match = max(places, key=lambda place: _is_near(near, *place))
    return _mark(section, match.start(), match.end())


def _is_near(near: str, section: Section, match: re.Match[str]) -> bool:
    start = section.content.find(near)
    return 0 <= start <= match.start() and match.end() <= start + len(near)


def _mark(section: Section, start: int, end: int) -> Mark:
    content = section.content
    if "\n" in content[start:end]:
        raise EmptySelection("The words are of several paragraphs: draw the box over words of one.")
    boxes = section.boxes(start, end)
    first, last = _sentences(content, start, end)
    quote = content[first:last]
    return Mark(section.id, boxes[0].page, content[start:end], quote, first, start, end, written_boxes(boxes) or "")


def readings(mark: Mark) -> dict[str, dict[str, str]]:
    """What the rules read in the marked words, as the values of a row by its table, the most telling one first; nothing
    where they read nothing there."""
    start, end = mark.char_start - mark.quote_start, mark.char_end - mark.quote_start
    found = [m for m in find_mentions(mark.quote) if m.char_start < end and start < m.char_end]
    stated = {mention.table: mention for mention in reversed(found or find_mentions(mark.text))}
    of_tables = {table: stated[table] for table in reversed(stated)}
    if money := stated.get("money"):
        of_tables |= dict.fromkeys(RESTING, money)
    return {table: _cells(table, mention) for table, mention in of_tables.items()}


def _cells(table: str, mention: Mention) -> dict[str, str]:
    same_name = (field.name for field in FIELDS[table] if table in MENTION_TABLES or field.name != "kind")
    return {name: plain(getattr(mention, name)) for name in same_name if getattr(mention, name, None)}


def _inside(section: Section, page: int, box: BoundingBox) -> list[int]:
    """The section's letters whose middle lies in the box."""
    return [letter.offset for letter in section.letters() if letter.page == page and box.holds(*letter.box.middle)]


def _whole_words(content: str, start: int, end: int) -> tuple[int, int]:
    while start and content[start - 1].isalnum() and content[start].isalnum():
        start -= 1
    while end < len(content) and content[end].isalnum() and content[end - 1].isalnum():
        end += 1
    return start, end


def _sentences(content: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence or sentences around content[start:end] stand."""
    breaks = [(match.start(), match.end()) for match in BREAK.finditer(content)]
    first = max((after for _, after in breaks if after <= start), default=0)
    last = min((before for before, _ in breaks if before >= end), default=len(content))
    return first, last
