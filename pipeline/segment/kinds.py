"""What a section is about, from the words of its heading and from its place."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import SectionKind
from pipeline.segment.rules import rules
from pipeline.segment.sections import Draft


def kind(draft: Draft, text: str, earlier: Sequence[Draft]) -> SectionKind:
    """Text before the first heading is front matter; a panel without a heading is about priorities if it says so; a
    heading tells by its words, and the title of the document by being larger than all that follows."""
    if draft.heading is None:
        if draft.place == "panel":
            return "priorities" if rules().priorities.search(text) else "other"
        return "other" if draft.place == "turned" or any(before.heading for before in earlier) else "front"
    for named, pattern in rules().headings:
        if pattern.search(draft.heading.text):
            return named
    return "project" if text else "other"
