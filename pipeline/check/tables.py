"""The tables of a section as the checks ask them: rows and columns of numbers, empty cells left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pipeline import model
from pipeline.language.lexicon import NEVER, by_language, scales, word_set
from pipeline.language.numbers import number_scales
from pipeline.model import Block, Finding, Money, Quantity, Section, Span

DIGITS: Final = r"\d+(?:[.,'’ ]\d+)*"
CURRENCY: Final = r"[A-Z]{0,3}[$€£¥]|[A-Z]{3}"
YEAR: Final = re.compile(r"(?:19|20)\d\d")
NOTHING = word_set("function_words", "nothing")
NIL: Final = frozenset({"-", "–", "—", "..", "…"})
LONGEST_LABEL: Final = 100  # characters of a caption, or of a label


@by_language
def _plain_number() -> re.Pattern[str]:
    """A number alone in its cell, with the currency and the scale that may stand beside it, and a footnote's mark; a
    sum below zero has a minus or stands in brackets."""
    scale = "|".join(map(re.escape, sorted({*number_scales(), *scales("money", "counts")}))) or NEVER
    return re.compile(
        rf"(?P<open>\()?(?:(?:{CURRENCY}) ?)?(?P<minus>[-−–] ?)?(?:(?:{CURRENCY}) ?)?(?P<digits>{DIGITS}) ?"
        rf"(?P<unit>%|(?:{scale})\b\.?)?(?: ?(?:{CURRENCY}))?\)?[*†¹²³]?"
    )


class Cell(NamedTuple):
    """A number in a table, in that row and column, from `start` to `end` of the section's content: its digits (none
    where a dash says nil), a minus before them where it is below zero, the scale or % behind it, and the figure that
    was read there, if one was."""

    text: str
    start: int
    end: int
    row: int
    column: int
    digits: str
    unit: str
    finding: Finding | None


class Table(NamedTuple):
    """The columns of a table that hold nothing but numbers, by their number; the words that label each row and head
    each column; and the caption. `first` and `last` are the table's first and last row of values."""

    section: Section
    caption: str
    labels: dict[int, str]
    heads: dict[int, str]
    columns: dict[int, tuple[Cell, ...]]
    first: int
    last: int

    @property
    def rows(self) -> dict[int, tuple[Cell, ...]]:
        """The numbers of each row that has any."""
        found: dict[int, list[Cell]] = {}
        for cells in self.columns.values():
            for cell in cells:
                found.setdefault(cell.row, []).append(cell)
        return {row: tuple(cells) for row, cells in sorted(found.items())}


def tables(section: Section, findings: tuple[Finding, ...]) -> Iterator[Table]:
    """Every table of a section with a column of numbers; `findings` are the section's."""
    figures = [finding for finding in findings if isinstance(finding.mention, Money | Quantity)]
    for block in blocks(section.blocks):
        if table := _table(section, block, figures):
            yield table


def blocks(form: Iterable[Block]) -> Iterator[model.Table]:
    """The tables among blocks."""
    return (block for block in form if isinstance(block, model.Table))


def in_table(section: Section, offset: int) -> bool:
    """Whether a character of the section's content stands in a table."""
    return any(table.span.holds(offset) for table in blocks(section.blocks))


def _table(section: Section, table: model.Table, figures: list[Finding]) -> Table | None:
    content = section.content
    body = [cell for cell in table.cells if cell.kind != "head"]
    columns: dict[int, list[Cell] | None] = {}
    words: dict[int, list[str]] = {}
    for cell in body:
        text = _words(content, cell.span)
        number = _number(text, cell, figures) if text and cell.column >= table.stub else None
        if number and cell.columns == 1:
            column = columns.setdefault(cell.column, [])
            if column is not None:
                column.append(number)
        elif text:
            words.setdefault(cell.row, []).append(text)
            if cell.column >= table.stub and not _is_label(text):
                columns.update(dict.fromkeys(range(cell.column, cell.column + cell.columns)))
    numbers = {column: tuple(cells) for column, cells in columns.items() if cells}
    if not numbers:
        return None
    heads = {column: _head(content, table, column) for column in numbers}
    numbers = {column: _with_unit(cells, heads[column]) for column, cells in numbers.items()}
    labels = {row: " ".join(texts)[:LONGEST_LABEL] for row, texts in words.items()}
    caption = _words(content, table.caption) if table.caption else section.heading
    return Table(section, caption, labels, heads, numbers, body[0].row, body[-1].row)


def _with_unit(cells: tuple[Cell, ...], head: str) -> tuple[Cell, ...]:
    """The numbers of a column, per cent where its head says so."""
    return tuple(cell._replace(unit="%") if "%" in head and not cell.unit else cell for cell in cells)


def _words(content: str, span: Span) -> str:
    return content[span.start : span.end].strip()


def _head(content: str, table: model.Table, column: int) -> str:
    heads = (cell for cell in table.cells if cell.kind == "head" and cell.column <= column < cell.column + cell.columns)
    return " ".join(filter(None, (_words(content, cell.span) for cell in heads)))


def _is_label(text: str) -> bool:
    """Whether words among numbers label their row ("Total", in the cell before the sum)."""
    return not any(map(str.isdigit, text)) and len(text) <= LONGEST_LABEL


def _number(text: str, cell: model.Cell, figures: list[Finding]) -> Cell | None:
    start, end = cell.span
    first = bisect_left(figures, start, key=lambda finding: finding.mention.char_start)
    here = [finding for finding in figures[first : first + 2] if finding.mention.char_start < end]
    finding = here[0] if len(here) == 1 else None
    number = _plain_number().fullmatch(text)
    if text in NIL or text.lower() in NOTHING():
        return Cell(text, start, end, cell.row, cell.column, "", "", finding)
    if number is None or YEAR.fullmatch(text):
        return None
    sign = "-" if number["open"] or number["minus"] else ""
    return Cell(text, start, end, cell.row, cell.column, sign + number["digits"], number["unit"] or "", finding)
