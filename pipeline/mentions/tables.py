"""The tables and facts of a text as its components read them: figures in their cells, with what stands over and beside
each.

A section brings its form along; a text without one (`plain_form`) has tables where cells are apart by a tab. A row with
words in its first cell alone ("Africa") heads those below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import Final, NamedTuple

from spacy.lang.lex_attrs import is_currency

from pipeline.language.expressions import says
from pipeline.language.lexicon import word_set
from pipeline.language.spans import Doc
from pipeline.language.spans import Span as Tokens
from pipeline.model import Block, Cell, CellKind, Facts, Paragraph, Span, Table

NOTE_MARKS: Final = "*†‡¹²³⁴⁵⁶⁷⁸⁹`´"
YEAR: Final = re.compile(r"(?:19|20)\d\d")
# "2021*", "2021 (€ million)", "USD 2023", "FY2023 (US$)"
COLUMN_OF_YEAR: Final = re.compile(rf"\D{{0,12}}?({YEAR.pattern})(?!\d)\D{{0,24}}")
# Digits that heads have: "2019/20", "€’000"
IN_HEADS: Final = re.compile(
    rf"(?<![\d.,]){YEAR.pattern}(?:[-–/](?:\d\d)?\d\d)?(?![\d.,]*\d)|(?<!\d[., ])(?<![\d.,])000(?!\d)"
)
TOTALS: Final = word_set("function_words", "total")
NOTE_WORDS: Final = 20  # of a paragraph that states the unit of a table beside it
TOTAL_WORDS: Final = 5  # of a line that sums up the table above it
LONGEST_LINE: Final = 8  # words of a line between rows that heads those below it
PARAGRAPH: Final = re.compile(r"\S(?:(?!\n[^\S\n]*\n).)*(?<=\S)", re.DOTALL)
CELL: Final = re.compile(r"[^\t]*")


class Value(NamedTuple):
    """A cell of values, or the value of a fact: its words, the heads of its column and the labels of its row, nearest
    first, and the line that heads its rows. `is_total` says that its row or column sums others up."""

    span: Tokens
    heads: tuple[Tokens, ...]
    labels: tuple[Tokens, ...]
    group: Tokens | None
    column: int
    row: int
    is_total: bool


class Grid(NamedTuple):
    """A table, or a fact alone: its values row by row, the caption and the heads over its labels, nearest first."""

    values: tuple[Value, ...]
    captions: tuple[Tokens, ...]

    @property
    def years(self) -> frozenset[str]:
        """The years that head its columns."""
        return frozenset(year for value in self.values for year in map(year_of, value.heads) if year)


def tables(doc: Doc) -> list[Grid]:
    """All tables and facts in text order."""
    return list(_grids(doc, doc.form))


def headings(doc: Doc) -> Iterator[Tokens]:
    """The heads and labels of all tables and facts, which state units and hold no amounts of their own."""
    for block in doc.form:
        match block:
            case Table():
                cells = (cell for cell in block.cells if cell.kind == "head" or cell.column < block.stub)
                yield from (tokens for cell in cells if (tokens := _tokens(doc, cell.span)))
            case Facts():
                yield from (tokens for fact in block.facts if (tokens := _tokens(doc, fact.label)))


def year_of(head: Tokens) -> str | None:
    """The year that a column is of; one since or up to a year is of more."""
    match = None if says("to_date").search(head.text) else COLUMN_OF_YEAR.fullmatch(head.text.strip())
    return match[1] if match else None


def is_year(cell: Tokens) -> bool:
    """Whether a cell is a year in four digits."""
    return bool(YEAR.fullmatch(cell.text.strip().rstrip(NOTE_MARKS).rstrip()))


def has_digits(text: str) -> bool:
    """Whether a text tells a number in digits."""
    return any(map(str.isdecimal, text))


def _tokens(doc: Doc, span: Span) -> Tokens | None:
    """The tokens of a span, None where it is empty; passages begin and end with tokens."""
    if not span:
        return None
    covered = doc.covering(span.start, span.end)
    return doc.span(covered.start, covered.stop)


def _grids(doc: Doc, blocks: Iterable[Block]) -> Iterator[Grid]:
    above: Grid | None = None
    caption: Tokens | None = None
    ordered = list(blocks)
    for place, block in enumerate(ordered):
        under, above = above, None
        match block:
            case Table():
                above = _grid(doc, block)
                above = above._replace(captions=(*above.captions, *_notes(doc, ordered, place)))
                yield above
            case Paragraph():
                caption = _tokens(doc, block.span)
                if under and doc.formed and (total := _total_line(doc, block)):
                    yield Grid((total,), under.captions)
            case Facts():
                for fact in block.facts:
                    label, value = _tokens(doc, fact.label), _tokens(doc, fact.value)
                    if label and value:
                        said = (caption,) if caption and _names_place(label) else ()
                        yield Grid((Value(value, (), (label,), None, 1, 0, False),), said)


def _notes(doc: Doc, blocks: Sequence[Block], place: int) -> Iterator[Tokens]:
    """The short paragraphs that may state the unit of a table's figures: right below it, unless another table follows,
    and above its caption."""
    above, below = blocks[max(place - 2, 0) : place], blocks[place + 1 : place + 3]
    notes = [] if any(isinstance(block, Table) for block in below) else list(below[:1])
    notes += above[:1] if len(above) > 1 and isinstance(above[1], Paragraph) else []
    for note in notes:
        tokens = _tokens(doc, note.span) if isinstance(note, Paragraph) else None
        if tokens and len(tokens.text.split()) <= NOTE_WORDS:
            yield tokens


def _names_place(label: Tokens) -> bool:
    """Whether a label is the name of a place, as those of maps are; what is said over a map holds for its figures."""
    return any(
        label.start_char <= mention.char_start and label.end_char - len(label.text.strip()) // 5 <= mention.char_end
        for mention in label.doc.mentions
    )


def _total_line(doc: Doc, block: Paragraph) -> Value | None:
    """The figure of a line below a table that sums it up: "Total $2,737.5"."""
    line = _tokens(doc, block.span)
    if line is None or len(line.text.split()) > TOTAL_WORDS or not _sums_up(line.text):
        return None
    words = enumerate(doc.texts[line.start : line.end], start=line.start)
    starts = (i for i, word in words if is_currency(word) or has_digits(word))
    first = next(starts, None)
    if first is None:
        return None
    return Value(line._replace(start=first), (), (line._replace(end=first),), None, 1, 0, is_total=True)


def _grid(doc: Doc, table: Table) -> Grid:
    heads: dict[int, list[Tokens]] = {}
    labels: dict[int, list[Tokens]] = {}
    corner: list[Tokens] = []
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
        tokens = _tokens(doc, cell.span)
        if not tokens:
            continue
        if cell.kind == "head":
            for column in range(cell.column, cell.column + cell.columns):
                heads.setdefault(column, []).insert(0, tokens)
            if cell.column < table.stub:
                corner.append(tokens)
        elif cell.column < table.stub:
            for row in range(cell.row, cell.row + cell.rows):
                labels.setdefault(row, []).insert(0, tokens)
    caption = _tokens(doc, table.caption) if table.caption else None
    values: list[Value] = []
    group: Tokens | None = None
    for row, cells in rows.items():
        body = [cell for cell in cells if cell.kind != "head" and cell.span]
        if len(body) == 1 and body[0].column == 0 and table.stub and table.columns > 1:
            group = _tokens(doc, body[0].span)
            continue
        for cell in body:
            tokens = _tokens(doc, cell.span) if cell.column >= table.stub else None
            if tokens:
                over = tuple(heads.get(cell.column, ()))
                beside = tuple(labels.get(row, ()))
                values.append(Value(tokens, over, beside, group, cell.column, row, cell.kind == "total"))
    return Grid(tuple(values), (*corner, *_over_years(doc, table), *([caption] if caption else [])))


def _over_years(doc: Doc, table: Table) -> Iterator[Tokens]:
    """The heads that stand alone in their row over columns of years, and so speak of all of them."""
    heads = [cell for cell in table.cells if cell.kind == "head" and cell.span]
    last = [tokens for cell in heads if cell.column >= table.stub and (tokens := _tokens(doc, cell.span))]
    last = [tokens for tokens in last if not tokens.text[:1].isalpha()]
    for cell in heads:
        tokens = _tokens(doc, cell.span)
        alone = sum(other.row == cell.row for other in heads) == 1
        if tokens and alone and last and all(map(is_year, last)):
            yield tokens


# --------------------------------------------------------------------------------------------------- texts without form


def plain_form(text: str) -> tuple[Block, ...]:
    """The blocks of a text that is not a section's: paragraphs apart by a blank line, rows of cells apart by a tab. The
    first row is one of heads where no number but years stands beside its label; so are rows of years right below it. A
    row with more or fewer cells than the others fits no head."""
    paragraphs = [Span(*match.span()) for match in PARAGRAPH.finditer(text)]
    if "\t" not in text:
        return tuple(map(Paragraph, paragraphs))
    lines = [(span, _cells(text, span)) for span in paragraphs]
    blocks: list[Block] = []
    rows: list[list[Span]] = []
    caption: Span | None = None
    for span, cells in lines:
        goes_on = rows and len(text[span.start : span.end].split()) <= LONGEST_LINE and text[span.end - 1] != "."
        if cells:
            rows += cells
        elif goes_on:
            rows.append([span])
        else:
            blocks += _plain_tables(text, rows, caption)
            blocks.append(Paragraph(span))
            rows, caption = [], span
    return (*blocks, *_plain_tables(text, rows, caption))


def _cells(text: str, paragraph: Span) -> list[list[Span]]:
    """The cells of the rows that a paragraph is; none where it is text."""
    lines = [
        Span(match.start() + paragraph.start, match.end() + paragraph.start)
        for match in re.finditer(r"[^\n]+", text[paragraph.start : paragraph.end])
    ]
    if not all("\t" in text[line.start : line.end].lstrip() for line in lines):
        return []
    return [[Span(*cell.span()) for cell in _parts(text, line)] for line in lines]


def _parts(text: str, line: Span) -> Iterator[re.Match[str]]:
    start = line.start
    while start <= line.end:
        match = CELL.match(text, start, line.end)
        if match is None:
            return
        yield match
        start = match.end() + 1


def _plain_tables(text: str, rows: Sequence[list[Span]], caption: Span | None) -> Iterator[Table]:
    """Rows below each other as tables: those of the usual number of cells with their heads, others alone."""
    while rows and len(rows[-1]) == 1:
        rows = rows[:-1]  # what follows the last row heads nothing
    if not rows:
        return
    heads = [*takewhile(lambda row: _is_of_heads(text, row), rows[:1])]
    heads += takewhile(lambda row: _is_of_years(text, row), rows[1:]) if heads else []
    body = rows[len(heads) :]
    widths = {len(row) for row in body if len(row) > 1}
    corner = bool(heads) and bool(COLUMN_OF_YEAR.fullmatch(text[heads[0][0].start : heads[0][0].end]))
    wanted = {len(head) + (corner and len(head) + 1 in widths) for head in heads} or widths
    fits = len(widths) == 1
    for same, group in groupby(body, key=lambda row: len(row) in wanted or len(row) == 1):
        part = list(group)
        if same:
            yield _table(text, heads, part, caption if fits else None, corner=corner)
        else:
            for row in part:
                yield _table(text, [], [row], None)


def _table(
    text: str, heads: Sequence[list[Span]], rows: Sequence[list[Span]], caption: Span | None, *, corner: bool = False
) -> Table:
    columns = max(map(len, rows))
    label = any(map(str.isalpha, text[rows[0][0].start : rows[0][0].end])) or not corner
    cells: list[Cell] = []
    totals: set[int] = set()
    for number, row in enumerate([*heads, *rows]):
        sums_up = _sums_up(text[row[0].start : row[0].end].strip())
        shifted = [Span(row[0].start, row[0].start)] * (columns - len(row)) + row if number < len(heads) else row
        if number < len(heads):
            totals |= {at for at, span in enumerate(shifted) if _sums_up(text[span.start : span.end].strip())}
        for column, span in enumerate(shifted):
            total = sums_up or column in totals
            kind: CellKind = "head" if number < len(heads) else "total" if total else "cell"
            width = columns - column if column == len(shifted) - 1 else 1
            cells.append(Cell(_stripped(text, span), number, column, kind, columns=width))
    return Table(caption, tuple(cells), int(label and columns > 1))


def _sums_up(label: str) -> bool:
    """Whether a label begins with the word for a total."""
    words = label.lower().split(maxsplit=TOTAL_WORDS)
    return any(" ".join(words[: phrase.count(" ") + 1]).rstrip(":") == phrase for phrase in TOTALS())


def _stripped(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _is_of_heads(text: str, row: Sequence[Span]) -> bool:
    return not any(has_digits(IN_HEADS.sub("", text[cell.start : cell.end])) for cell in row[1:])


def _is_of_years(text: str, row: Sequence[Span]) -> bool:
    return len(row) > 1 and all(
        YEAR.fullmatch(text[cell.start : cell.end].strip().rstrip(NOTE_MARKS).rstrip()) for cell in row[1:]
    )
