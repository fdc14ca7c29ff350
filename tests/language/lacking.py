"""Tells what English has and another language has not: tables, classes of words, cues.

usage: python -m tests.language.lacking LANGUAGE

What is not there is not read, and no error: a language may do without, or mean it by another class.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from pipeline.language.lexicon import OWN, rows, settings, spoken, tables

BY_CLASS = ("function_words", "count_words", "date_words", "money_words", "phrase_words", "classes", "document_words")


def lacking(language: str) -> Iterator[str]:
    """A line for each table that is empty, and for each that lacks classes or cues."""
    own = [name for name, table in tables().items() if table.folder != "world" and rows(name, OWN)]
    for name in own:
        if not rows(name, language):
            yield f"{name}: empty"
        elif name in BY_CLASS:
            classes, there = ({row["class"]: None for row in rows(name, of)} for of in (OWN, language))
            if missing := [each for each in classes if each not in there]:
                yield f"{name}: {', '.join(missing)}"
    with spoken(OWN):
        cues = settings("cues")
    with spoken(language):
        if missing := [name for name in cues if name not in settings("cues")]:
            yield f"cues: {', '.join(missing)}"


if __name__ == "__main__":
    print(*lacking(sys.argv[1]), sep="\n")
