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
Doc.set_extension("texts", default=[], force=True)  # spaCy gives each doc a copy of its own
Doc.set_extension("sentence_texts", default={}, force=True)


class Place(TypedDict):
    """The fields of a mention that its span gives."""

    text: str
    char_start: int
    char_end: int
    sentence: str
    sentence_start: int


def place(span: Span) -> Place:
    """Where a span stands in its text, with the sentence around it."""
    doc, start, end = span.doc, span.start_char, span.end_char
    known = doc._
    nth = bisect_right(known.sentences, span.start)
    told: dict[int, tuple[str, int]] = known.sentence_texts  # one string for all mentions of a sentence, however long
    if nth not in told:
        around = sentence_of(span)
        text = around.text
        told[nth] = text.strip(), around.start_char + len(text) - len(text.lstrip())
    sentence, sentence_start = told[nth]
    return Place(
        text=written(doc)[start:end],
        char_start=start,
        char_end=end,
        sentence=sentence,
        sentence_start=sentence_start,
    )


def written(doc: Doc) -> str:
    """The doc's text, which spaCy joins anew from its tokens each time that it is asked."""
    text: str = doc._.written
    return text or doc.text


def texts(doc: Doc) -> list[str]:
    """The texts of the doc's tokens, which spaCy looks up anew each time that it is asked."""
    known: list[str] = doc._.texts
    if len(known) != len(doc):
        known[:] = [token.text for token in doc]
    return known


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
