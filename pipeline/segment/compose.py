"""Drafts -> sections: heading, text, kind, links and an id that stays when other sections change."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.model import Block, Page, Section
from pipeline.segment.kinds import kinds
from pipeline.segment.links import links
from pipeline.segment.sections import Draft
from pipeline.segment.text import Text, write, write_lines

# A section without a heading is known by its first words, this many.
NAMING_WORDS = 8


def sections(document: str, pages: Sequence[Page], drafts: Sequence[Draft], words: frozenset[str]) -> Iterator[Section]:
    """The sections of a document with the given id; `words` are those that decide about hyphens."""
    contents = [_content(draft, words) for draft in drafts]
    texts = [text for _, text, *_ in contents]
    seen: Counter[str] = Counter()
    for position, ((heading, text, content, blocks), kind, targets) in enumerate(
        zip(contents, kinds(drafts, texts), links(pages, drafts), strict=True), 1
    ):
        name = heading or " ".join(text.split()[:NAMING_WORDS])
        seen[name] += 1
        yield Section(
            id=hashlib.sha256(f"{document}\n{name}\n{seen[name]}".encode()).hexdigest()[:10],
            position=position,
            kind=kind,
            heading=heading,
            text=text,
            places=tuple(content.places),
            links=targets,
            blocks=blocks,
        )


def _content(draft: Draft, words: frozenset[str]) -> tuple[str, str, Text, tuple[Block, ...]]:
    """The heading, the text, both with the places of their words, and the blocks of the text."""
    content = Text()
    if draft.heading:
        write_lines(content, [(draft.page, line) for line in draft.heading.lines], words)
    heading = str(content)
    if heading:
        content.add("\n\n")
    blocks = write(content, draft.pieces, words)
    return heading, str(content)[len(heading) + 2 if heading else 0 :], content, blocks
