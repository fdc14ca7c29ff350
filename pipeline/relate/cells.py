"""Tables, facts and lists: which words head an amount's cell or item, and which words are of one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.model import Aside, Block, Cell, Facts, Paragraph, Section, Span, Table
from pipeline.relate.phrases import Phrase, Sentence


def rows(blocks: Iterable[Block]) -> Iterator[Span]:
    """The rows of tables, and facts with their labels, in text order."""
    for block in blocks:
        match block:
            case Table():
                for _, row in groupby(block.cells, key=lambda cell: cell.row):
                    spans = [cell.span for cell in row]
                    yield Span(spans[0].start, spans[-1].end)
            case Facts():
                for fact in block.facts:
                    yield Span(min(fact.label.start, fact.value.start), max(fact.label.end, fact.value.end))
            case Aside():
                yield from rows(block.blocks)


def heading_words(
    section: Section, sentences: Sequence[Sentence], offset: int
) -> list[tuple[Sequence[Phrase], Sentence]]:
    """The phrases of what heads the cell or fact that an offset lies in, the nearest first, with their sentences: the
    heads of its row, the heads of its column, then the caption."""
    return [
        (phrases, sentence)
        for span in _heads(section, offset)
        for sentence in sentences
        if (phrases := [p for p in sentence.phrases if span.start <= p.start < span.end])
    ]


def _heads(section: Section, offset: int) -> Iterator[Span]:
    for passage in section.passages():
        if not passage.span.holds(offset):
            continue
        match passage.block, passage.part:
            case Table() as table, Cell() as cell:
                yield from (label.span for label in reversed(table.labels(cell)))
                yield from (head.span for head in reversed(table.heads(cell)))
                if table.caption:
                    yield table.caption
            case Facts(), fact if fact is not None and not isinstance(fact, Cell):
                yield fact.label


def lead_in(section: Section, sentences: Sequence[Sentence], offset: int) -> tuple[Sentence, ...]:
    """The sentence that leads up to the list in which an offset lies ("From 2018 to 2022, Norway gave:"), if any."""
    before: Span | None = None
    for block in section.blocks:
        if not isinstance(block, Paragraph):
            before = None
        elif not block.item:
            before = block.span
        elif block.span.holds(offset) and before:
            last = [s for s in sentences if before.holds(s.start)][-1:]
            return tuple(s for s in last if s.phrases[-1].text == ":")
    return ()
