"""One text through the language: from words to mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.language.detection import text_language
from pipeline.language.lexicon import by_language, spoken
from pipeline.language.numbers import numbers
from pipeline.language.sentences import sentences
from pipeline.language.spans import Doc
from pipeline.mentions.dates.times import Dates
from pipeline.mentions.money.amounts import MoneyReader
from pipeline.mentions.nlp import doc_of
from pipeline.mentions.organisations import organisations
from pipeline.mentions.places.countries import countries
from pipeline.mentions.quantities import quantities
from pipeline.mentions.tables import plain_form
from pipeline.model import Block, Context, Mention, Reading, Section, Span, Tokens, row_spans

M = TypeVar("M", bound=Mention)


@by_language
def components() -> tuple[Callable[[Doc], None], ...]:
    """What leaves the sentences and each kind of mention on a text, in the order in which they need each other."""
    return sentences, numbers, countries, MoneyReader(), Dates(), quantities


def read(text: str, context: Context | None = None, form: tuple[Block, ...] | None = None) -> Doc:
    """The text with all its mentions on it, by the rules of the language that is spoken; `form` are its blocks, where
    it came with any."""
    doc = doc_of(text, form, context)
    if form is None:
        doc.form = plain_form(text)
    for component in components():
        component(doc)
    return doc


def read_places(text: str) -> Doc:
    """The text with its countries and places alone on it."""
    doc = doc_of(text)
    sentences(doc)
    countries(doc)
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
    found = [_in_its_row(mention, rows, section.content) for mention in (*doc.mentions, *named)]
    return Reading(section, tuple(in_text_order(found)), Tokens(doc.texts, doc.starts, doc.sentences))


def _in_its_row(mention: M, rows: Sequence[Span], content: str) -> M:
    """A mention in a table or fact, its sentence the whole row."""
    place = bisect_right(rows, mention.char_start, key=lambda row: row.start) - 1
    if place < 0 or not rows[place].holds(mention.char_start):
        return mention
    row = content[rows[place].start : rows[place].end]
    return replace(mention, sentence=row.strip(), sentence_start=rows[place].start + len(row) - len(row.lstrip()))
