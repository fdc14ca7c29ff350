"""What algorithms look for, as regular expressions of the language that is spoken: turns of phrase (cues.toml), and
what the labels of a table say of its lines (labels.toml)."""

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


@by_language
def says(name: str) -> re.Pattern[str]:
    """The expressions of that name as one; search a label for it."""
    expressions = settings("labels").get(name, {}).get("expressions", [NEVER])
    return re.compile("|".join(f"(?:{each})" for each in expressions), re.IGNORECASE | re.MULTILINE)
