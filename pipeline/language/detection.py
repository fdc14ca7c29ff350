"""The language that a text is written in, by its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from runpy import run_path

import spacy

# Languages that donor profiles come in; spaCy ships a list of function words for each.
LANGUAGES = ("en", "fr", "es", "pt", "it", "de", "nl")
WORDS_NEEDED = 20


def text_language(text: str) -> str:
    """ISO 639-1 code of the language whose function words are most frequent; empty where the text is too short."""
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    if words.total() < WORDS_NEEDED:
        return ""
    shares = {code: sum(words[word] for word in _function_words(code)) for code in LANGUAGES}
    return max(LANGUAGES, key=lambda code: shares[code])


@cache
def _function_words(code: str) -> set[str]:
    """Run as a file of its own: importing it would import all of its language, which takes seconds for French."""
    words: set[str] = run_path(str(Path(spacy.__file__).with_name("lang") / code / "stop_words.py"))["STOP_WORDS"]
    return words
