"""Whose grants a heading or the head of a column names: "Harbour Trust Fund Grants", "GCF grant requested"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.function_words import AND, THE, WITH
from pipeline.language.lexicon import word_set
from pipeline.model import Organisation, Reading, Span
from pipeline.relate.words import classes, of_class

WORD = re.compile(r"[^\W\d_][\w’'.-]*")
DASHES = ("-", "–", "—", "&")
WHOSE = word_set("function_words", "whose gift")


def grantors(reading: Reading, span: Span) -> Iterator[tuple[str, Span]]:
    """Who is named right before a noun of giving, or after one and "from", each with its place: bodies of a list,
    joined by slashes or not, or a name that ends as that of a body does."""
    content = reading.section.content
    words = list(WORD.finditer(content, span.start, span.end))
    gift = next((n for n, word in enumerate(words) if word[0].lower() in of_class("GIFT")), len(words))
    after = gift + 2 + (gift + 2 < len(words) and words[gift + 2][0].lower() in THE())
    is_from = gift + 1 < len(words) and words[gift + 1][0].lower() in WHOSE()
    named = words[after:] if is_from else words[:gift] if gift < len(words) else []
    if not named:
        return
    known = {m.char_end: m for m in reading.of(Organisation) if span.holds(m.char_start)}
    own = Span(named[0].start(), named[-1].end())
    listed = _known_before(content, own.end, known)
    if listed:
        yield from ((mention.text, Span(mention.char_start, mention.char_end)) for mention in listed)
    elif named[-1][0].lower() in of_class("FUNDBODY") and any((w[0].lower(),) not in classes() for w in named):
        yield content[own.start : own.end], own


def _known_before(content: str, end: int, known: dict[int, Organisation]) -> list[Organisation]:
    """The bodies of a list that end right before an offset, slashes between them, in text order; none of two that work
    together: "Norway – ILO cooperation"."""
    found: list[Organisation] = []
    end = len(content[:end].rstrip())
    before = ""
    while mention := known.get(end):
        found.insert(0, mention)
        before = content[: mention.char_start].rstrip()
        end = len(before[:-1].rstrip()) if before.endswith("/") else -1
    is_joined = before.endswith(DASHES) or before.lower().rpartition(" ")[2] in AND() | WITH()
    return [] if is_joined else found
