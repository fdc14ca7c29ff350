"""Which words are plural nouns, by their form: the lists of quantities.toml, no dictionary."""

from __future__ import annotations

import tomllib

from pipeline.language import lexicon

RULES = tomllib.loads((lexicon.RULES / "quantities.toml").read_text(encoding="utf-8"))
STOPS, PLURALS = frozenset(RULES["stops"]["words"]), frozenset(RULES["plurals"]["words"])
SINGULAR_ENDINGS = tuple(RULES["plurals"]["singular_endings"])


def is_plural(word: str) -> bool:
    """Whether a word in lower case has the form of a plural."""
    if word in PLURALS:
        return True
    looks_plural = len(word) > 3 and word[-1] == "s" and word.isalpha()
    return looks_plural and word not in STOPS and not word.endswith(SINGULAR_ENDINGS)
