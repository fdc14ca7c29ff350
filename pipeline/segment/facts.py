"""Facts and figures: words that are told by a label or set large, and are neither headings nor running text.

A fact is a label of document_words.toml with its value, on one line (Budget: US$ 1.2 million) or on two; a figure that
is set large has its scale and its caption below it.
"""

from __future__ import annotations

import re

from pipeline.language.document_words import rules

# A figure that is set large has no more words than this, and begins so, with a currency before it or none.
FIGURE_WORDS = 4
FIGURE = re.compile(r"[^\w\s]*(?:[A-Z]{1,3}[$€£]?|[$€£])?\s?\d")
YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?")
AMOUNT = re.compile(r"[A-Z]{2,3}[$€£]?\s?\d\S*")


def is_label(text: str) -> bool:
    """Whether words are a label alone."""
    return bool(rules().label.fullmatch(text))


def begins_fact(text: str) -> bool:
    """Whether words are a label, or begin with one and a colon."""
    return bool(rules().label.match(text))


def tells_facts(text: str) -> bool:
    """Whether words are labels with what they label (Budget: US$ 1.2 million | Period: 2019-2022). Years behind other
    words are part of a name (Better Schools: 2019-2022)."""
    label, colon, value = text.partition(": ")
    return bool(colon) and (": " in value or is_label(label) or (is_figure(value) and not YEARS.fullmatch(value)))


def is_figure(text: str) -> bool:
    """Whether a text holds more digits than letters and is no fact with its label (Period: 2019-2022)."""
    return sum(map(str.isdigit, text)) > sum(map(str.isalpha, text)) and not begins_fact(text)


def is_amount(text: str) -> bool:
    """Whether words are a currency's code and a figure alone."""
    return bool(AMOUNT.fullmatch(text))


def states_figure(text: str) -> bool:
    """Whether words can be those that are set large over their caption: 65%, US$ 41.8 million, 5,000 people."""
    return len(text.split()) <= FIGURE_WORDS and bool(FIGURE.match(text))
