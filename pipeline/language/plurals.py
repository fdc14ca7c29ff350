"""Which words are plural nouns, by their form and the lists of count_words.csv: no dictionary."""

from __future__ import annotations

from pipeline.language.lexicon import by_language, word_set, words

STOPS, PLURALS = word_set("count_words", "stop"), word_set("count_words", "plural")
SINGULAR_ENDINGS = by_language(lambda: words("count_words", "singular_ending"))
PLURAL_ENDINGS = by_language(lambda: words("function_words", "plural ending"))


def is_plural(word: str) -> bool:
    """Whether a word in lower case has the form of a plural."""
    if word in PLURALS():
        return True
    looks_plural = len(word) > 3 and ends_as_plural(word) and word.isalpha()
    return looks_plural and word not in STOPS() and not word.endswith(SINGULAR_ENDINGS())


def ends_as_plural(word: str) -> bool:
    """Whether a word ends as plurals do."""
    return word.endswith(PLURAL_ENDINGS())


def plurals(word: str) -> tuple[str, ...]:
    """The plurals of a word that take an ending alone."""
    return tuple(f"{word}{ending}" for ending in PLURAL_ENDINGS())
