"""Turns of phrase that algorithms look for: the expressions of cues.toml."""

from __future__ import annotations

import re
from typing import Final

from pipeline.language.lexicon import NEVER, by_language, settings

PART: Final = re.compile(r"\(\?&(\w+)\)")  # the expression of another name within one


@by_language
def cue(name: str) -> re.Pattern[str]:
    """The expression of that name in the language that is spoken; one that matches nothing, where it has none."""
    return re.compile(_expression(name))


def _expression(name: str) -> str:
    expression: str = settings("cues").get(name, {}).get("expression", NEVER)
    return PART.sub(lambda part: f"(?:{_expression(part[1])})", expression)
