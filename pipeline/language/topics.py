"""What a body is for, by the last word of its name: "Affairs", "Energy", and by its ending "Meteorology", "Mining"."""

from __future__ import annotations

from pipeline.language.lexicon import by_language, listed, rows, word_set

ENDS = word_set("function_words", "ends a topic")
BODIES = frozenset({"BODY_HEAD", "FUNDBODY", "PROJECT", "TOPIC"})  # "Foundation", "Action" end so, too


def is_topic(word: str) -> bool:
    """Whether a word with a capital is a topic."""
    lower = word.lower()
    by_ending = word.istitle() and lower.endswith(tuple(ENDS())) and not names_a_body(word)
    return by_ending or lower in _topics()


def names_a_body(word: str) -> bool:
    """Whether a word tells what a body or a project is, or what it is for: "Union", "Fund", "Youth"."""
    return word.lower() in _bodies()


@by_language
def _topics() -> frozenset[str]:
    return _of("TOPIC")


@by_language
def _bodies() -> frozenset[str]:
    return frozenset().union(*map(_of, BODIES))


def _of(kind: str) -> frozenset[str]:
    return frozenset(word for row in rows("classes") if row["class"] == kind for word in listed(row["words"]))
