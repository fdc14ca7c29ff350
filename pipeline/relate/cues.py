"""Words around a mention that tell what it means: the tables of cues.toml, held against a sentence."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from pipeline.language.lexicon import RULES
from pipeline.model import Mention

TABLE = RULES / "cues.toml"


@dataclass(frozen=True, slots=True)
class Cue:
    """One table of cues: the words that lead up to a mention, and those that follow it."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def fits(self, mention: Mention) -> bool:
        """Whether the words before or after it within its sentence say so."""
        start, end = mention.char_start - mention.sentence_start, mention.char_end - mention.sentence_start
        return self.leads_up(mention.sentence[:start]) or bool(
            self.after and self.after.search(_flat(mention.sentence[end:]))
        )

    def leads_up(self, words: str) -> bool:
        """Whether the words, of which the last stand just before a mention, say so."""
        return bool(self.before and self.before.search(_flat(words).rstrip()))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@cache
def cue(name: str) -> Cue:
    """The cue table of that name."""
    with TABLE.open("rb") as file:
        tables = tomllib.load(file)
    return Cue(*(_any_of(tables[name].get(side, []), tables["words"]) for side in ("before", "after")))


def _any_of(expressions: list[str], words: dict[str, str]) -> re.Pattern[str] | None:
    spelled = (re.sub(r"<(\w+)>", lambda match: f"(?:{words[match[1]]})", e) for e in expressions)
    return re.compile("|".join(f"(?:{e})" for e in spelled), re.IGNORECASE) if expressions else None
