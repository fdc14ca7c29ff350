"""The words that segmenting goes by, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, cast

from pipeline.language.lexicon import NEVER, by_language, settings
from pipeline.model import SectionKind

NAMES = ("captions", "labels", "deeds", "priorities", "facts", "endings", "scales")


@dataclass(frozen=True)
class Rules:
    """Patterns made from the lists of words.toml."""

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
    words: dict[str, Any] = {name: [] for name in NAMES}
    words |= {"headings": {}} | settings("document_words")
    kinds = (cast("SectionKind", kind) for kind in words["headings"])
    return Rules(
        caption=re.compile(rf"(?:{_any(words['captions'])})(?!\w)\s*(?:\d|[:.–-]|(?-i:[A-Z])(?!\w))", re.IGNORECASE),
        # What follows a label before its colon belongs to it: "Budget (US$):", "Location(s):", "Country/ies:".
        label=re.compile(rf"(?:{_any(words['labels'])})(?:\s*\([^)]*\)|/\w+)*\s*(?::|$)", re.IGNORECASE),
        deeds=_phrase(words["deeds"]),
        headings=tuple((kind, _phrase(words["headings"][kind])) for kind in kinds),
        priorities=_phrase(words["priorities"]),
        facts=re.compile(rf"(?:{_any(words['facts'])})\W*", re.IGNORECASE),
        endings=frozenset(words["endings"]),
        scales=frozenset(words["scales"]),
    )


def _phrase(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(phrases)})\b", re.IGNORECASE)


def _any(phrases: list[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) or NEVER
