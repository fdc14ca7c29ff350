"""Drafts -> sections: heading, text, kind, links and an id that stays when other sections change."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.model import Page, Section
from pipeline.segment.kinds import kind
from pipeline.segment.links import links
from pipeline.segment.sections import Draft
from pipeline.segment.text import Piece, Text, write

# A section without a heading is known by its first words, this many.
NAMING_WORDS = 8


def sections(document: str, pages: Sequence[Page], drafts: Sequence[Draft], words: frozenset[str]) -> Iterator[Section]:
    """The sections of a document with the given id; `words` are those that decide about hyphens."""
    seen: Counter[str] = Counter()
    for position, (draft, targets) in enumerate(zip(drafts, links(pages, drafts), strict=True), 1):
        heading, content = _content(draft, words)
        text = str(content)[len(heading) + 2 :] if heading else str(content)
        name = heading or " ".join(text.split()[:NAMING_WORDS])
        seen[name] += 1
        yield Section(
            id=hashlib.sha256(f"{document}\n{name}\n{seen[name]}".encode()).hexdigest()[:10],
            position=position,
            kind=kind(draft, text, drafts[: position - 1]),
            heading=heading,
            text=text,
            origins=tuple(content.origins),
            links=targets,
        )


def _content(draft: Draft, words: frozenset[str]) -> tuple[str, Text]:
    """The heading, and the whole content with its origins."""
    content = Text()
    if draft.heading:
        write(content, [Piece(draft.page, line) for line in draft.heading.lines], words)
    heading = str(content)
    if heading:
        content.glue("\n\n")
    write(content, draft.pieces, words)
    return heading, content
