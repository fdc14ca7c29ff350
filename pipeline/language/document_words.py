"""The words that segmenting goes by: what captions, labels and headings begin with or hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pipeline.language.lexicon import NEVER, by_language, words
from pipeline.model import SectionKind

NAME: Final = "document_words"
KINDS: Final[tuple[SectionKind, ...]] = ("contributions", "priorities", "front", "other")  # the first that fits


@dataclass(frozen=True)
class Rules:
    """Patterns made from the classes of document_words.csv."""

    caption: re.Pattern[str]
    label: re.Pattern[str]
    deeds: re.Pattern[str]
    headings: tuple[tuple[SectionKind, re.Pattern[str]], ...]
    priorities: re.Pattern[str]
    facts: re.Pattern[str]
    endings: frozenset[str]
    scales: frozenset[str]

    def kind(self, heading: str) -> SectionKind | None:
        """The kind of a section that the words of its heading tell; what begins with a deed tells none."""
        if self.deeds.match(heading):
            return None
        return next((kind for kind, pattern in self.headings if pattern.search(heading)), None)


@by_language
def rules() -> Rules:
    """The rules of the language that is spoken."""
    return Rules(
        caption=re.compile(rf"(?:{_any('caption')})(?!\w)\s*(?:\d|[:.–-]|(?-i:[A-Z])(?!\w))", re.IGNORECASE),
        # What follows a label before its colon belongs to it: "Budget (US$):", "Location(s):", "Country/ies:".
        label=re.compile(rf"(?:{_any('label')})(?:\s*\([^)]*\)|/\w+)*\s*(?::|$)", re.IGNORECASE),
        deeds=_phrase("deed"),
        headings=tuple((kind, _phrase(f"{kind} heading")) for kind in KINDS),
        priorities=_phrase("priorities"),
        facts=re.compile(rf"(?:{_any('facts')})\W*", re.IGNORECASE),
        endings=frozenset(words(NAME, "ending")),
        scales=frozenset(words(NAME, "scale")),
    )


def _phrase(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(kind)})\b", re.IGNORECASE)


def _any(kind: str) -> str:
    return "|".join(map(re.escape, sorted(words(NAME, kind), key=len, reverse=True))) or NEVER
