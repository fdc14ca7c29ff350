"""One text through the language: from words to mentions."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.find import language
from pipeline.find.organisations import organisations
from pipeline.model import Context, Country, Mention, Reading, Section


def read(text: str, context: Context | None = None) -> Doc:
    """The text with all its mentions on it."""
    nlp = language.load()
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
    mentions = (_in_heading(mention, section) for mention in doc._.mentions)
    return Reading(section, tuple(in_text_order([*mentions, *organisations(doc)])))


def _in_heading(mention: Mention, section: Section) -> Mention:
    """A place in the heading of a project is where it works, whatever stands around it: "Peru: jobs for nurses"."""
    headed = section.kind == "project" and mention.char_end <= len(section.heading)
    if headed and isinstance(mention, Country) and mention.role == "mentioned" and mention.kind != "demonym":
        return replace(mention, role="beneficiary")
    return mention
