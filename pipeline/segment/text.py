"""Lines of a section -> its heading and text, with the place of every word.

Paragraphs are apart by a blank line, lines joined by a blank. A line-end hyphen goes only on evidence: the document
has the joined word elsewhere and not the hyphenated one, or what follows the hyphen is no word but an ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.language.document_words import rules
from pipeline.model import Block, Cell, Paragraph, Place, Span, Table
from pipeline.segment.elements import Row
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.words import HYPHENATED, Word
from pipeline.segment.paragraphs import Piece, is_point, paragraphs
from pipeline.segment.typography import small

WORDS = re.compile(r"\w+(?:-\w+)*")
# A word stands elsewhere in the document if it does so with another of these endings.
SUFFIXES = ("", "s", "es", "d", "ed", "ing", "ly")
SUFFIX = re.compile(rf"(?:{'|'.join(SUFFIXES[:0:-1])})$")


@dataclass
class Text:
    """A text that grows, and the places of its words."""

    parts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    length: int = 0
    lines: int = 0

    def add(self, text: str) -> None:
        """Add characters; those that no place is told for are blanks."""
        self.parts.append(text)
        self.length += len(text)

    def line(self, page: int, words: Sequence[Word]) -> None:
        """The words of one printed line, with a blank between them."""
        for nth, word in enumerate(words):
            if nth:
                self.add(" ")
            start = self.length
            self.add(word.text)
            self.places.append(Place(start, self.length, page, self.lines, word.boxes, word.first))
        self.lines += 1

    def without_last(self) -> None:
        """Take back the last character, which is part of the last word."""
        self.parts[-1] = self.parts[-1][:-1]
        self.length -= 1
        self.places[-1] = self.places[-1]._replace(end=self.length)

    def __str__(self) -> str:
        return "".join(self.parts)


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """Every word of the document in lower case, hyphenated ones whole, without what a line end has cut."""
    texts = (line.text.lower() for line in lines)
    whole = (HYPHENATED.sub("", text) if text.endswith("-") else text for text in texts)
    return frozenset(WORDS.findall("\n".join(whole)))


def write(text: Text, pieces: Sequence[Piece], words: frozenset[str]) -> tuple[Block, ...]:
    """Add lines and rows, paragraph by paragraph; gives the blocks that they make."""
    blocks: list[Block] = []
    rows: list[list[Span]] = []
    for place, paragraph in enumerate(paragraphs(pieces)):
        if place:
            text.add("\n\n")
        printed = [(piece.page, line) for piece in paragraph for line in piece.lines]
        is_row = len(printed) > 1 and any(isinstance(piece.item, Row) for piece in paragraph)
        spans = write_lines(text, printed, words, "\t" if is_row else None)
        if is_row:
            rows.append(spans)
            continue
        if rows:
            blocks.append(_table(rows))
            rows = []
        (whole,) = spans
        blocks.append(Paragraph(whole, is_point(paragraph[0].item)))
    return (*blocks, _table(rows)) if rows else tuple(blocks)


def _table(rows: Sequence[Sequence[Span]]) -> Table:
    """The rows as a table; a row with fewer cells than others ends in one that takes the rest."""
    columns = max(map(len, rows))
    cells = [
        Cell(span, row, column, columns=columns - column if column == len(spans) - 1 else 1)
        for row, spans in enumerate(rows)
        for column, span in enumerate(spans)
    ]
    return Table(None, tuple(cells), min(columns - 1, 1))


def write_lines(
    text: Text, printed: Sequence[tuple[int, Line]], words: frozenset[str], between_cells: str | None = None
) -> list[Span]:
    """Add lines on their pages, joined to one another; in a row of a table what stands to the right of the line
    before is another cell. Gives the span of each cell, or of all."""
    spans: list[Span] = []
    start = text.length
    before: Line | None = None
    for page, line in printed:
        if before is not None and between_cells and line.box.x0 >= before.box.x1:
            spans.append(Span(start, text.length))
            text.add(between_cells)
            start = text.length
        elif before is not None:
            join(text, before.words[-1], line.words[0], words)
        text.line(page, line.words)
        before = line
    return [*spans, Span(start, text.length)]


def join(text: Text, last: Word, first: Word, words: frozenset[str]) -> None:
    """Join a line to the one before it: by a blank, by its hyphen, or by nothing where the hyphen is the line's."""
    if not HYPHENATED.search(last.text) or not first.text[0].isalnum():
        if not last.text.endswith("/"):
            text.add(" ")
    elif _hyphen_of_line(last.text, first.text, words):
        text.without_last()


def _hyphen_of_line(last: str, first: str, words: frozenset[str]) -> bool:
    """Whether a hyphen is there for the line end only."""
    head, tail = WORDS.findall(last.lower())[-1], WORDS.findall(first.lower())[0]
    if f"{head}-{tail}" in words or not small(first):
        return False
    stem = SUFFIX.sub("", head + tail)
    return any(stem + suffix in words for suffix in SUFFIXES) or tail in rules().endings
