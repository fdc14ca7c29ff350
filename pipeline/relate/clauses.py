"""The words that stand between two mentions."""

from __future__ import annotations

from pipeline.model import Mention, Reading


def between(one: Mention, other: Mention, reading: Reading) -> str:
    """The words that stand between two mentions, whichever comes first."""
    first, second = sorted((one, other), key=lambda mention: mention.char_start)
    return reading.section.content[first.char_end : second.char_start]


def in_one_clause(one: Mention, other: Mention, reading: Reading) -> bool:
    """Whether no semicolon parts two mentions of a sentence."""
    return ";" not in between(one, other, reading)
