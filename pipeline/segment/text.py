"""Lines of a section -> its heading and text, with the place of every word.

Paragraphs are apart by a blank line, lines joined by a blank. A line-end hyphen goes only on evidence: the document
has the joined word elsewhere and not the hyphenated one, or what follows the hyphen is no word but an ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import inf
from typing import NamedTuple, TypeAlias

from pipeline.language import lexicon
from pipeline.language.document_words import rules
from pipeline.language.lexicon import by_language
from pipeline.model import Block, Cell, Fact, Facts, Paragraph, Place, Span, Table
from pipeline.segment.facts import BAR, parted
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.words import HYPHENATED, Word
from pipeline.segment.pairs import pairs
from pipeline.segment.paragraphs import Piece, is_point, paragraphs
from pipeline.segment.tables import cells as layout
from pipeline.segment.typography import small

WORDS = re.compile(r"\w+(?:-\w+)*")
# A word stands elsewhere in the document if it does so with another of these endings.
ENDINGS = by_language(lambda: sorted(lexicon.words("function_words", "word ending"), key=len, reverse=True))
# What stands between blocks, rows of a table, and cells.
BLOCK_END, ROW_END, CELL_END = "\n\n", "\n", "\t"


Printed: TypeAlias = Sequence[tuple[int, Line]]


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
        start = self.length
        for word in words:
            end = start + len(word.text)
            self.places.append(Place(start, end, page, self.lines, word.boxes, word.first))
            start = end + 1
        self.add(" ".join(word.text for word in words))
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
    """Add lines and tables, paragraph by paragraph; gives the blocks that they make. What is there before, if anything,
    is the heading."""
    blocks: list[Block] = []
    caption = Span(0, text.length - len(BLOCK_END)) if text.length else None
    over, beside = caption, None
    for paragraph, told in parts(pieces):
        first = paragraph[0].item
        last = blocks[-1] if blocks else None
        if isinstance(first, layout.Table) and first.continues and isinstance(last, Table):
            text.add(ROW_END)
            cells = _write_rows(text, paragraph[0].page, first, words, last.rows)
            blocks[-1] = last._replace(cells=(*last.cells, *cells))
            continue
        if blocks:
            text.add(ROW_END if told and isinstance(last, Facts) else BLOCK_END)
        if told:
            facts = _write_facts(text, told, words)
            if isinstance(last, Facts):
                blocks[-1] = Facts((*last.facts, *facts))
            else:
                blocks.append(Facts(facts))
        elif isinstance(first, layout.Table):
            if not (beside and isinstance(last, Table) and _is_beside(beside, paragraph[0])):
                over = last.span if isinstance(last, Paragraph) else None if blocks else caption
            blocks.append(Table(over, _write_rows(text, paragraph[0].page, first, words, 0), first.stub))
            beside = paragraph[0]
        else:
            printed = [(piece.page, line) for piece in paragraph for line in piece.lines]
            blocks.append(Paragraph(write_lines(text, printed, words), is_point(first)))
    return tuple(blocks)


def _is_beside(one: Piece, other: Piece) -> bool:
    """Whether two tables stand beside each other, under one caption."""
    left, right = one.item.box, other.item.box
    level = min(left.bottom, right.bottom) - max(left.top, right.top) > 0.5 * min(left.height, right.height)
    return one.page == other.page and level and (left.x1 < right.x0 or right.x1 < left.x0)


class Told(NamedTuple):
    """A fact as it is printed."""

    label: Printed
    value: Printed
    value_first: bool = False


def parts(pieces: Sequence[Piece]) -> Iterator[tuple[Sequence[Piece], list[Told]]]:
    """The paragraphs of pieces with the facts that they are; none where they tell anything else."""
    loose: list[Piece] = []
    for page, stretch in _stretches(pieces):
        lines = {id(piece.item): piece for piece in stretch}
        for part in pairs([piece.item for piece in stretch if isinstance(piece.item, Line)]):
            if isinstance(part, Line):
                loose.append(lines[id(part)])
                continue
            yield from ((paragraph, _facts(paragraph)) for paragraph in paragraphs(loose))
            loose = []
            held = [lines[id(line)] for line in (*part.label, *part.value)]
            yield held, [Told(_on(page, part.label), _on(page, part.value), part.figure_first)]
        loose += [piece for piece in stretch if not isinstance(piece.item, Line)]
    yield from ((paragraph, _facts(paragraph)) for paragraph in paragraphs(loose))


def _stretches(pieces: Sequence[Piece]) -> Iterator[tuple[int, list[Piece]]]:
    """The lines that follow each other on a page, and the tables between them."""
    for (page, _), stretch in groupby(pieces, key=lambda piece: (piece.page, isinstance(piece.item, Line))):
        yield page, list(stretch)


def _facts(paragraph: Sequence[Piece]) -> list[Told]:
    """The labels and values of the facts that a paragraph or a table tells; none where it tells anything else."""
    first = paragraph[0].item
    if isinstance(first, layout.Table):
        page = paragraph[0].page
        return [Told(_on(page, label.lines), _on(page, value.lines)) for label, value in first.facts()]
    lines = [(piece.page, line) for piece in paragraph for line in piece.lines]
    if lines[0][1].bullet:
        return []
    page, line = lines[0]
    facts = [Told(_on(page, [label]), _on(page, [value] if value else [])) for label, value in parted(line)]
    if facts:
        facts[-1] = facts[-1]._replace(value=[*facts[-1].value, *lines[1:]])
    return facts if all(fact.value for fact in facts) else []


def _on(page: int, lines: Sequence[Line]) -> Printed:
    return [(page, line) for line in lines]


def _write_facts(text: Text, facts: Sequence[Told], words: frozenset[str]) -> tuple[Fact, ...]:
    """Add facts: a line for each, its label and its value apart by a tab, in the order printed."""
    written: list[Fact] = []
    for place, (label, value, value_first) in enumerate(facts):
        if place:
            text.add(ROW_END)
        first = write_lines(text, value if value_first else label, words)
        text.add(CELL_END)
        second = write_lines(text, label if value_first else value, words)
        if not value_first and value[-1][1].words[-1].text == BAR:  # what parts it from the next is none of it
            second = Span(second.start, second.end - len(f" {BAR}"))
        written.append(Fact(second, first) if value_first else Fact(first, second))
    return tuple(written)


def _write_rows(text: Text, page: int, table: layout.Table, words: frozenset[str], above: int) -> tuple[Cell, ...]:
    """Add a table below so many rows of its own: a line for each row, its cells apart by a tab, which places that a
    spanning cell covers have too."""
    beginning = {(cell.row, cell.column): cell for cell in table.cells}
    ends = [edges[1] if edges else inf for edges in table.edges()]
    cells: list[Cell] = []
    for row in range(table.rows):
        for column in range(table.columns):
            if row or column:
                text.add(CELL_END if column else ROW_END)
            cell = beginning.get((row, column))
            if cell:
                lines = [*((page, line) for line in cell.lines), *cell.rest]
                span = write_lines(text, lines, words, ends[column] if cell.columns == 1 else inf)
                cells.append(Cell(span, row + above, column, cell.kind, cell.rows, cell.columns))
    return tuple(cells)


def write_lines(text: Text, printed: Printed, words: frozenset[str], end: float = inf) -> Span:
    """Add lines on their pages, joined to one another; of a cell, whose column ends there, what its edge breaks is
    whole."""
    start = text.length
    before: Line | None = None
    for page, line in printed:
        if before is not None and not _is_broken(before, line, words, end):
            join(text, before.words[-1], line.words[0], words)
        text.line(page, line.words)
        before = line
    return Span(start, text.length)


def _is_broken(upper: Line, lower: Line, words: frozenset[str], end: float) -> bool:
    """Whether two lines of a cell are one figure, or hold one word of the document that fills the first of them up to
    the end of its column, and so found no place on it."""
    if layout.is_broken(upper.text, lower.text):
        return True
    rest = lower.words[0]
    letter = (rest.x1 - rest.x0) / len(rest.text)
    is_full = len(upper.words) == 1 and upper.box.x1 + letter > end and upper.text[-1].isalpha()
    parts = (*WORDS.findall(upper.text)[-1:], *WORDS.findall(rest.text)[:1])
    return is_full and small(rest.text) and len(parts) > 1 and "".join(parts).lower() in words


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
    joined = head + tail
    stem = joined.removesuffix(next(filter(joined.endswith, ENDINGS()), ""))
    return any(stem + ending in words for ending in ("", *ENDINGS())) or tail in rules().endings
