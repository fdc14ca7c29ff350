"""One text through the language: from words to mentions."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.mentions.nlp import load
from pipeline.mentions.organisations import organisations
from pipeline.model import Context, Mention, Reading, Section


def read(text: str, context: Context | None = None) -> Doc:
    """The text with all its mentions on it."""
    nlp = load()
    doc = nlp.make_doc(text)
    doc._.context = context or Context()
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def in_text_order(mentions: list[Mention]) -> list[Mention]:
    """By where they begin; of those that begin together the shorter first."""
    return sorted(mentions, key=lambda mention: (mention.char_start, mention.char_end))


def read_section(section: Section, context: Context) -> Reading:
    """The section with its mentions and the organisations that it names."""
    doc = read(section.content, context)
    return Reading(section, tuple(in_text_order([*doc._.mentions, *organisations(doc)])), doc)
