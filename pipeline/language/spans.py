"""How components read a spaCy Doc and leave mentions on it.

`doc._.context` holds what the document tells about all its mentions, `doc._.mentions` what earlier components found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TypedDict

from spacy.tokens import Doc, Span

from pipeline.model import Context, Mention

Doc.set_extension("context", default=Context(), force=True)
Doc.set_extension("mentions", default=(), force=True)
Doc.set_extension("sentences", default=(), force=True)  # the tokens that begin one
Doc.set_extension("written", default="", force=True)
Doc.set_extension("sentence_texts", default={}, force=True)  # spaCy gives each doc a copy of its own


class Place(TypedDict):
    """The fields of a mention that its span gives."""

    text: str
    char_start: int
    char_end: int
    sentence: str
    sentence_start: int


def place(span: Span) -> Place:
    """Where a span stands in its text, with the sentence around it."""
    around = sentence_of(span)
    texts: dict[int, str] = span.doc._.sentence_texts  # one string for all mentions of a sentence, however long it is
    sentence = texts.get(around.start) or texts.setdefault(around.start, around.text)
    blank = len(sentence) - len(sentence.lstrip())
    return Place(
        text=span.text,
        char_start=span.start_char,
        char_end=span.end_char,
        sentence=sentence.strip(),
        sentence_start=around.start_char + blank,
    )


def written(doc: Doc) -> str:
    """The doc's text, which spaCy joins anew from its tokens each time that it is asked."""
    if not doc._.written:
        doc._.written = doc.text
    text: str = doc._.written
    return text


def sentence_of(span: Span) -> Span:
    """The sentence in which a span begins; spaCy's own way to it goes over all tokens of the text each time."""
    doc, starts = span.doc, span.doc._.sentences
    place = bisect_right(starts, span.start)
    return doc[starts[place - 1] : starts[place] if place < len(starts) else len(doc)]


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
