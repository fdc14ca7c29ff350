"""What the labels of a table say of its lines: the expressions of labels.toml."""

from __future__ import annotations

import re

from pipeline.language.lexicon import NEVER, by_language, settings


@by_language
def says(name: str) -> re.Pattern[str]:
    """The expressions of that name as one; search a label for it."""
    expressions = settings("labels").get(name, {}).get("expressions", [NEVER])
    return re.compile("|".join(f"(?:{each})" for each in expressions), re.IGNORECASE | re.MULTILINE)
