"""Turns of phrase that algorithms look for: the expressions of cues.toml."""

from __future__ import annotations

import re

from pipeline.language.lexicon import NEVER, by_language, settings


@by_language
def cue(name: str) -> re.Pattern[str]:
    """The expression of that name in the language that is spoken; one that matches nothing, where it has none."""
    return re.compile(settings("cues").get(name, {}).get("expression", NEVER))
