"""Tables that go on over pages -> one table: the part on the next page has its columns, and no heads but the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.expressions import cue
from pipeline.model import Furniture
from pipeline.segment.paragraphs import Piece
from pipeline.segment.sections import Draft
from pipeline.segment.tables.cells import Table, without_rows
from pipeline.segment.tables.parts import line_up

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
        name = cue("continued").sub("", draft.name)
        if open_ and draft.heading and name != draft.name and name == open_.name and draft.page > open_.page:
            furniture += [Furniture(draft.page, line.text, line.box, HEADING_AGAIN) for line in draft.heading.lines]
            open_ = replace(open_, pieces=[*open_.pieces, *draft.pieces])
            continue
        if open_:
            yield open_
        open_ = draft
    if open_:
        yield open_


def _pieces(pieces: Sequence[Piece], furniture: list[Furniture]) -> list[Piece]:
    kept: list[Piece] = []
    first: Table | None = None
    for piece in pieces:
        item = piece.item
        before = kept[-1] if kept else None
        if isinstance(item, Table) and first and before and before.page < piece.page and _goes_on(first, item):
            again = _heads_again(first, item)
            furniture += [
                Furniture(piece.page, line.text, line.box, AGAIN)
                for cell in item.cells
                if cell.row < again
                for line in cell.lines
            ]
            kept.append(Piece(piece.page, replace(without_rows(item, again), continues=True)))
            continue
        first = item if isinstance(item, Table) else None
        kept.append(piece)
    return kept


def _goes_on(first: Table, following: Table) -> bool:
    """Whether a table at the top of a page goes on with the first part of one: all its columns line up."""
    same = first.columns == following.columns and following.heads and _words(first) == _words(following)
    return bool(same) or line_up(first, following)


def _words(part: Table) -> list[str]:
    return [cell.text for cell in part.cells if cell.kind == "head" and cell.lines]


def _heads_again(first: Table, following: Table) -> int:
    """How many rows of heads come back."""
    return following.heads if _words(first) == _words(following) else 0
