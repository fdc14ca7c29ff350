"""Tables that go on over pages -> one table: the part on the next page has its columns, and no heads but the same.

A row that the end of the page breaks is one row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.language.expressions import cue
from pipeline.model import Furniture
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.words import SENTENCE_END
from pipeline.segment.paragraphs import Piece
from pipeline.segment.sections import Draft
from pipeline.segment.tables.cells import OPEN, YEARS, Cell, Table, is_whole_figure, without_rows
from pipeline.segment.tables.parts import in_columns, line_up
from pipeline.segment.typography import small

AGAIN, HEADING_AGAIN = "heads of a table that goes on", "heading of a section that goes on"


def with_whole_tables(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Furniture]]:
    """The drafts, their tables marked that go on with the one before, and the heads and headings that come back."""
    furniture: list[Furniture] = []
    drafts = list(_whole(drafts, furniture))
    return [replace(draft, pieces=_pieces(draft.pieces, furniture)) for draft in drafts], furniture


def _whole(drafts: Sequence[Draft], furniture: list[Furniture]) -> Iterator[Draft]:
    """The drafts, with those taken into the one before whose headings say that it goes on."""
    open_: Draft | None = None
    for draft in drafts:
        name = _name(draft.name)
        if open_ and draft.heading and name != draft.name and name == open_.name and draft.page > open_.page:
            furniture += _furniture(draft.page, draft.heading.lines, HEADING_AGAIN)
            open_ = replace(open_, pieces=[*open_.pieces, *draft.pieces])
            continue
        if open_:
            yield open_
        open_ = draft
    if open_:
        yield open_


def _name(text: str) -> str:
    """A heading without the words that say that its section goes on."""
    return cue("continued").sub("", text)


def _furniture(page: int, lines: Iterable[Line], reason: str) -> list[Furniture]:
    return [Furniture(page, line.text, line.box, reason) for line in lines]


def _pieces(pieces: Sequence[Piece], furniture: list[Furniture]) -> list[Piece]:
    kept: list[Piece] = []
    first: Table | None = None
    title: Line | None = None  # what stands right over the first part
    for place, piece in enumerate(pieces):
        if first and kept[-1].page < piece.page:
            if title and _comes_back(title, first, pieces[place : place + 2]):
                furniture += _furniture(piece.page, piece.lines, AGAIN)
                continue
            if isinstance(piece.item, Table) and _goes_on(first, part := in_columns(piece.item, first)):
                again = _heads_again(first, part)
                heads = (line for cell in part.cells if cell.row < again for line in cell.lines)
                furniture += _furniture(piece.page, heads, AGAIN)
                kept[-1:] = _with_rest(kept[-1], Piece(piece.page, replace(without_rows(part, again), continues=True)))
                continue
        first, title = None, None
        if isinstance(piece.item, Table):
            over = kept[-1].item if kept and kept[-1].page == piece.page else None
            first, title = piece.item, over if isinstance(over, Line) else None
        kept.append(piece)
    return kept


def _comes_back(title: Line, first: Table, pieces: Sequence[Piece]) -> bool:
    """Whether the first of two pieces is the title of a table once more, over the part of it that the second is."""
    line, table = (piece.item for piece in pieces) if len(pieces) > 1 else (None, None)
    if not isinstance(line, Line) or not isinstance(table, Table) or pieces[0].page < pieces[1].page:
        return False
    return _name(line.text) == _name(title.text) and _goes_on(first, in_columns(table, first))


def _goes_on(first: Table, following: Table) -> bool:
    """Whether a table at the top of a page goes on with the first part of one: all its columns line up."""
    same = first.columns == following.columns and following.heads and _words(first) == _words(following)
    return bool(same) or line_up(first, following)


def _words(part: Table) -> list[str]:
    return [cell.text for cell in part.cells if cell.kind == "head" and cell.lines]


def _heads_again(first: Table, following: Table) -> int:
    """How many rows of heads come back."""
    return following.heads if _words(first) == _words(following) else 0


def _with_rest(upper: Piece, lower: Piece) -> list[Piece]:
    """Two parts of a table on pages that follow each other, the row that the end of the page breaks taken whole into
    the upper one."""
    above, below = upper.item, lower.item
    if not isinstance(above, Table) or not isinstance(below, Table):
        return [upper, lower]
    last = {cell.column: cell for cell in above.cells if cell.row + cell.rows == above.rows}
    rest = {cell.column: cell for cell in below.cells if cell.row == 0}
    if last.keys() != rest.keys() or any(cell.rows > 1 for cell in rest.values()):
        return [upper, lower]
    if not _is_broken([(cell, rest[column]) for column, cell in last.items()]):
        return [upper, lower]
    whole = {
        cell: replace(cell, rest=(*cell.rest, *((lower.page, line) for line in rest[column].lines)))
        for column, cell in last.items()
    }
    joined = upper._replace(item=replace(above, cells=tuple(whole.get(cell, cell) for cell in above.cells)))
    return [joined, lower._replace(item=without_rows(below, 1))] if below.rows > 1 else [joined]


def _is_broken(row: Sequence[tuple[Cell, Cell]]) -> bool:
    """Whether the cells at the end of a page and those at the top of the next are one row: some text goes on, none
    begins, and no figure has another one below it."""
    whole = [below for above, below in row if is_whole_figure(above.text) or YEARS.fullmatch(above.text)]
    going_on = [(above, below) for above, below in row if below.lines]
    return (
        bool(whole)
        and not any(below.lines for below in whole)
        and all(above.lines for above, _ in going_on)
        and any(_reads_on(above.lines[-1], below.lines[0]) for above, below in going_on)
    )


def _reads_on(last: Line, first: Line) -> bool:
    """Whether a line is the next one of a text that has not come to its end."""
    return last.text.endswith(OPEN) or (small(first.text) and not SENTENCE_END.search(last.text))
