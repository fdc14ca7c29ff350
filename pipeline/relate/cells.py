"""Tables, facts and lists: which words head an amount's cell or item, and which words are of one row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model import Cell, Fact, Facts, Paragraph, Passage, Section, Span, Table
from pipeline.relate.phrases import Phrase, Sentence, sentences_in


def heading_words(
    section: Section, sentences: Sequence[Sentence], offset: int
) -> list[tuple[Sequence[Phrase], Sentence]]:
    """The phrases of what heads the cell or fact that an offset lies in, the nearest first, with their sentences: the
    heads of its row, the heads of its column, then the caption."""
    return [
        (phrases, sentence)
        for span in _heads(section, offset)
        for sentence in sentences
        if (phrases := _within(sentence, span))
    ]


def _within(sentence: Sentence, span: Span) -> list[Phrase]:
    """The phrases of a sentence that begin in a span; most sentences of a section lie before or after it."""
    phrases = sentence.phrases
    if not phrases or phrases[-1].start < span.start or phrases[0].start >= span.end:
        return []
    return [phrase for phrase in phrases if span.start <= phrase.start < span.end]


def _heads(section: Section, offset: int) -> Iterator[Span]:
    match section.passage(offset):
        case Passage(_, Table() as table, Cell() as cell):
            yield from (label.span for label in reversed(table.labels(cell)))
            yield from (head.span for head in reversed(table.heads(cell)))
            if table.caption:
                yield table.caption
        case Passage(_, Facts(), Fact() as fact):
            yield fact.label


def table_words(section: Section, sentences: Sequence[Sentence], offset: int) -> Iterator[Phrase]:
    """The phrases of the row in which an offset lies, of all heads of its table and of its caption."""
    match section.passage(offset):
        case Passage(_, Table() as table, Cell() as cell):
            spans = [c.span for c in table.cells if c.kind == "head" or c.row == cell.row]
            spans += [table.caption] if table.caption else []
            own = sentences_in(sentences, Span(min(spans).start, max(span.end for span in spans)))
            yield from (p for s in own for p in s.phrases if any(span.holds(p.start) for span in spans))


def lead_in(section: Section, sentences: Sequence[Sentence], offset: int) -> tuple[Sentence, ...]:
    """The sentences that lead up to the table or the point of a list in which an offset lies, nearest first: "Norway
    gave:", and above it "for 2025:"."""
    return tuple(
        sentence
        for span in leads(section, offset)
        for sentence in sentences_in(sentences, span)[-1:]
        if [p.text for p in sentence.phrases if "CELL" not in p.kinds][-1:] == [":"]  # empty cells may follow
    )


def leads(section: Section, offset: int) -> Sequence[Span]:
    """The paragraphs before: of a table the one that is its caption, of the points of a list the one before the first,
    whatever stands between its numbered points."""
    before: Span | None = None
    above: Span | None = None  # what leads up to the list that goes on
    for block in section.blocks:
        match block:
            case Paragraph(span, True):
                goes_on = (number := NUMBERED.match(section.content[span.start : span.end])) and number[1] != "1"
                above = above if goes_on else before
                if span.holds(offset):
                    return [above] if above else []
                before = span if number else before
            case Paragraph(span, False):
                before = span
            case Table():
                if any(cell.span.holds(offset) for cell in block.cells):
                    is_point = before is not None and NUMBERED.match(section.content[before.start : before.end])
                    return [lead for lead in (block.caption, above if is_point else None) if lead]
                before = None
            case _:
                before = None
    return []


# "3. ", "(3) ", "3) "
NUMBERED = re.compile(r"\(?(\d{1,3})[.)]\s")
