"""One text through the language: from words to mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc as Tokens

from pipeline.language.detection import text_language
from pipeline.language.lexicon import by_language, spoken
from pipeline.language.numbers import numbers
from pipeline.language.sentences import sentences
from pipeline.language.spans import Doc
from pipeline.mentions.dates.times import Dates
from pipeline.mentions.money.amounts import MoneyReader
from pipeline.mentions.nlp import doc_of, load
from pipeline.mentions.organisations import organisations
from pipeline.mentions.places.countries import countries
from pipeline.mentions.quantities import quantities
from pipeline.mentions.tables import plain_form
from pipeline.model import Block, Context, Mention, Reading, Section, Span, row_spans

M = TypeVar("M", bound=Mention)


@by_language
def components() -> tuple[Callable[[Doc], None], ...]:
    """What leaves the sentences and each kind of mention on a text, in the order in which they need each other."""
    return sentences, numbers, countries, MoneyReader(), Dates(), quantities


def read(text: str, context: Context | None = None, form: tuple[Block, ...] | None = None) -> Doc:
    """The text with all its mentions on it, by the rules of the language that is spoken; `form` are its blocks, where
    it came with any."""
    return _read(text, load().make_doc(text), context, form)


def _read(text: str, made: Tokens, context: Context | None, form: tuple[Block, ...] | None) -> Doc:
    doc = doc_of(text, made, form, context)
    if form is None:
        doc.form = plain_form(text)
    for component in components():
        component(doc)
    return doc


def in_text_order(mentions: list[Mention]) -> list[Mention]:
    """By where they begin; of those that begin together the shorter first."""
    return sorted(mentions, key=lambda mention: (mention.char_start, mention.char_end))


def read_section(section: Section, context: Context) -> Reading:
    """The section with its mentions and the organisations that it names, in its own language."""
    section = replace(section, language=text_language(section.content, context.language))
    with spoken(section.language):
        made = load().make_doc(section.content)
        doc = _read(section.content, made, context, section.blocks)
        named = organisations(doc)
    rows = list(row_spans(section.blocks))
    found = tuple(_in_its_row(mention, rows, section.content) for mention in (*doc.mentions, *named))
    for i in doc.sentences:
        made[i].is_sent_start = True
    return Reading(section, tuple(in_text_order(list(found))), made)


def _in_its_row(mention: M, rows: Sequence[Span], content: str) -> M:
    """A mention in a table or fact, its sentence the whole row."""
    place = bisect_right(rows, mention.char_start, key=lambda row: row.start) - 1
    if place < 0 or not rows[place].holds(mention.char_start):
        return mention
    row = content[rows[place].start : rows[place].end]
    return replace(mention, sentence=row.strip(), sentence_start=rows[place].start + len(row) - len(row.lstrip()))
