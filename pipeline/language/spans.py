"""How components read a spaCy Doc and leave mentions on it.

`doc._.context` holds what the document tells about all its mentions, `doc._.mentions` what earlier components found.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from spacy.tokens import Doc, Span

from pipeline.model import Context, Mention

Doc.set_extension("context", default=Context(), force=True)
Doc.set_extension("mentions", default=(), force=True)


class Place(TypedDict):
    """The fields of a mention that its span gives."""

    text: str
    char_start: int
    char_end: int
    sentence: str
    sentence_start: int


def place(span: Span) -> Place:
    """Where a span stands in its text, with the sentence around it."""
    sentence = span.sent.text
    blank = len(sentence) - len(sentence.lstrip())
    return Place(
        text=span.text,
        char_start=span.start_char,
        char_end=span.end_char,
        sentence=sentence.strip(),
        sentence_start=span.sent.start_char + blank,
    )


def taken(doc: Doc, *tables: str) -> set[int]:
    """The indices of all tokens that mentions of the given tables (of any table, where none is given) stand on."""
    spans = (
        doc.char_span(mention.char_start, mention.char_end, alignment_mode="expand")
        for mention in doc._.mentions
        if not tables or mention.table in tables
    )
    return {token.i for span in spans if span for token in span}


def leave(doc: Doc, mentions: Iterable[Mention]) -> Doc:
    """The same doc with the mentions added to those that are there."""
    doc._.mentions = (*doc._.mentions, *mentions)
    return doc
