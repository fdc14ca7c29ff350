"""Which words are plural nouns, by their form and the lists of count_words.csv: no dictionary."""

from __future__ import annotations

from pipeline.language.lexicon import by_language, word_set, words

STOPS, PLURALS = word_set("count_words", "stop"), word_set("count_words", "plural")
SINGULAR_ENDINGS = by_language(lambda: words("count_words", "singular_ending"))


def is_plural(word: str) -> bool:
    """Whether a word in lower case has the form of a plural."""
    if word in PLURALS():
        return True
    looks_plural = len(word) > 3 and word[-1] == "s" and word.isalpha()
    return looks_plural and word not in STOPS() and not word.endswith(SINGULAR_ENDINGS())
