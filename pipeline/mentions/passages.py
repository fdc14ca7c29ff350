"""One text through the language: from words to mentions."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.mentions.nlp import load
from pipeline.mentions.organisations import organisations
from pipeline.model import Context, Country, Mention, Reading, Section


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
    mentions = (_where_it_works(mention, section, doc._.mentions) for mention in doc._.mentions)
    return Reading(section, tuple(in_text_order([*mentions, *organisations(doc)])), doc)


def _where_it_works(mention: Mention, section: Section, mentions: tuple[Mention, ...]) -> Mention:
    """A place in the heading of a project is where it works, whatever stands around it ("Peru: jobs for nurses"), and
    so is one in a line of nothing but places."""
    if not isinstance(mention, Country) or (mention.role, section.kind) != ("mentioned", "project"):
        return mention
    in_heading = mention.char_end <= len(section.heading) and mention.kind != "demonym"
    if in_heading or _is_list_of_places(mention, mentions):
        return replace(mention, role="beneficiary")
    return mention


def _is_list_of_places(mention: Country, mentions: tuple[Mention, ...]) -> bool:
    line = mention.sentence
    for other in mentions:
        if isinstance(other, Country) and other.sentence_start == mention.sentence_start:
            line = line.replace(other.text, "", 1)
    return not re.sub(r"[\s,;/|&•·–-]|\band\b", "", line)
