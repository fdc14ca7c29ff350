"""The language that a text is written in, by the words that few languages share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from pipeline.language.lexicon import OWN, languages, rows

WORD = re.compile(r"[^\W\d_]+")
WORDS_NEEDED = 20
LONG = 4  # letters: a shorter word speaks for less, for it may be an abbreviation
# classes of words that names bring from elsewhere
OF_NAMES = frozenset({"joins a name", "article in a name", "joins a foreign name", "and in a foreign name"})
# classes of what is no word of its own
NO_WORDS = frozenset(
    {"plural ending", "word ending", "ends a topic", "legal form", "possessive", "name and word", "surnames of"}
)
CLEARLY, ENOUGH = 1.25, 0.9  # another than the expected one: times as much, and a word more at least


def text_language(text: str, expected: str = "") -> str:
    """ISO 639-1 code of the language that most words of a text speak for; a word speaks for each language that has it,
    the less the more these are. The one that is expected, where words that only one of the two has do not clearly speak
    for the other one; empty where the text is too short to tell and none is."""
    if text.strip().isalpha():  # one word may be a name, which the tables know in any language
        return expected
    words, known = WORD.findall(text.lower()), _vocabulary()
    if not expected and len(words) < WORDS_NEEDED:
        return ""
    told: defaultdict[frozenset[str], float] = defaultdict(float)
    for word, count in Counter(filter(known.__contains__, words)).items():
        told[known[word]] += count * min(len(word), LONG) / LONG
    scores: defaultdict[str, float] = defaultdict(float)
    for spoken, weight in told.items():
        for language in spoken:
            scores[language] += weight / len(spoken)
    best = max(sorted(scores), key=lambda code: (scores[code], code == OWN), default=expected)
    if not expected or best == expected:
        return best
    own, other = (
        sum(weight for spoken, weight in told.items() if code in spoken and rival not in spoken)
        for code, rival in ((best, expected), (expected, best))
    )
    return best if own > CLEARLY * other + ENOUGH else expected


def document_language(text: str, named: str) -> str:
    """ISO 639-1 code of the language of a document's words, else of the one that its file names; empty where neither
    tells."""
    return text_language(text) or named[:2].lower()


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    """The languages of each word."""
    spoken: dict[str, set[str]] = {}
    for row in rows("language_words"):
        for word in row["words"].split():
            spoken.setdefault(word, set()).add(row["language"])
    for language in languages():
        entries = (row for row in rows("function_words", language) if row["class"] not in OF_NAMES | NO_WORDS)
        small = (row["word"] for row in entries if row["word"].isalpha())
        heads = (word for row in rows("fields", language) for word in row["words"].split() if len(word) >= LONG)
        for word in (*small, *heads):
            spoken.setdefault(word.lower(), set()).add(language)
    return {word: frozenset(codes) for word, codes in spoken.items()}
