"""One text through the language: from words to mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from spacy.attrs import IDX
from spacy.tokens import Doc

from pipeline.language.detection import text_language
from pipeline.language.lexicon import spoken
from pipeline.mentions.nlp import load
from pipeline.mentions.organisations import organisations
from pipeline.mentions.tables import plain_form
from pipeline.model import Block, Context, Mention, Reading, Section, Span, row_spans

M = TypeVar("M", bound=Mention)


def read(text: str, context: Context | None = None, form: tuple[Block, ...] | None = None) -> Doc:
    """The text with all its mentions on it, by the rules of the language that is spoken; `form` are its blocks, where
    it came with any."""
    nlp = load()
    doc = nlp.make_doc(text)
    doc._.form, doc._.formed = plain_form(text) if form is None else form, form is not None
    doc._.context, doc._.written, doc._.offsets = context or Context(), text, doc.to_array([IDX]).tolist()
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def in_text_order(mentions: list[Mention]) -> list[Mention]:
    """By where they begin; of those that begin together the shorter first."""
    return sorted(mentions, key=lambda mention: (mention.char_start, mention.char_end))


def read_section(section: Section, context: Context) -> Reading:
    """The section with its mentions and the organisations that it names, in its own language."""
    section = replace(section, language=text_language(section.content, context.language))
    with spoken(section.language):
        doc = read(section.content, context, section.blocks)
        named = organisations(doc)
    rows = list(row_spans(section.blocks))
    found = tuple(_in_its_row(mention, rows, section.content) for mention in (*doc._.mentions, *named))
    return Reading(section, tuple(in_text_order(list(found))), doc)


def _in_its_row(mention: M, rows: Sequence[Span], content: str) -> M:
    """A mention in a table or fact, its sentence the whole row."""
    place = bisect_right(rows, mention.char_start, key=lambda row: row.start) - 1
    if place < 0 or not rows[place].holds(mention.char_start):
        return mention
    row = content[rows[place].start : rows[place].end]
    return replace(mention, sentence=row.strip(), sentence_start=rows[place].start + len(row) - len(row.lstrip()))
