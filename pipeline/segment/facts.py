"""Facts and figures: words that are told by a label or set large, and are neither headings nor running text.

A fact is a label of document_words.csv with its value, on one line (Budget: US$ 1.2 million) or on two; a figure that
is set large has its scale and its caption below it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.language.currencies import table
from pipeline.language.document_words import rules
from pipeline.language.fields import is_field
from pipeline.language.lexicon import by_language
from pipeline.segment.lines.baselines import Line

# A figure that is set large has no more words than this, and begins so, with a currency before it or none.
FIGURE_WORDS = 4
FIGURE = re.compile(r"[^\w\s]*(?:[A-Z]{1,3}[$€£]?|[$€£])?\s?\d")
LARGE_FIGURE = re.compile(r"[+<>~≈]?(?:[A-Z]{0,3}[$€£¥])?(?!(?:19|20)\d\d$)\d+(?:[.,]\d+)*[%+kKmM]?")
# Signs and groups of thousands, which no number of a chapter has.
OF_SIZE = re.compile(r",\d{3}|[$€£¥%+]|\d{4}")
YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?")
# What stands between facts on one line, and the words that a label there has at most.
BAR, PART_WORDS = "|", 5


@by_language
def amount() -> re.Pattern[str]:
    """An amount with its currency before it, and its scale."""
    scales = "|".join(rules().scales)
    return re.compile(rf"[+<>~≈]?(?:[A-Z]{{2,3}}[$€£]?|[$€£¥])\s?\d[\d.,]*\s?(?:{scales}|[a-zA-Z]{{0,2}})\.?")


@by_language
def _sum() -> re.Pattern[str]:
    """A sum as facts state it: with a currency on either side, or with groups of thousands."""
    scales = "|".join(rules().scales)
    return re.compile(rf"{amount().pattern}|\d[\d.,]*(?: (?:{scales}))? [A-Z]{{3}}|\d{{1,3}}(?:[,’ ]\d{{3}})+")


def is_label(text: str) -> bool:
    """Whether words are a label alone."""
    return bool(rules().label.fullmatch(text))


def begins_fact(text: str) -> bool:
    """Whether words are a label, or begin with one and a colon."""
    label, colon, _ = text.partition(":")
    return bool(rules().label.match(text)) or (bool(colon) and _may_be_label(label) and is_field(label))


def tells_facts(text: str) -> bool:
    """Whether words are labels with what they label (Budget: US$ 1.2 million | Period: 2019-2022). Years behind other
    words are part of a name (Better Schools: 2019-2022)."""
    label, colon, value = text.partition(": ")
    return bool(colon) and (": " in value or is_label(label) or (is_figure(value) and not YEARS.fullmatch(value)))


def is_labelled(text: str) -> bool:
    """Whether words begin with what may be a label, whatever it says, with its value: "Completion date: 07/2019"."""
    label, _, value = text.partition(": ")
    return bool(value) and _may_be_label(label) and text.count("(") <= text.count(")")


def tells_amount(text: str) -> bool:
    """Whether words are a label, whatever it says, with an amount and no more: "Required resources: CHF 180,000"."""
    label, _, value = text.partition(": ")
    return _may_be_label(label) and bool(_sum().fullmatch(value))


def _may_be_label(words: str) -> bool:
    return words[:1].isupper() and len(words.split()) <= PART_WORDS


@by_language
def _unit() -> re.Pattern[str]:
    """A currency and a scale in brackets at the end of words: "(EUR thousands)", "(in US$ million)"."""
    scale = rf"(?:(?:{'|'.join(rules().scales)})s?|0{{3}}s?)"
    return re.compile(rf"\((?:\w+ )?(?:(?P<code>[A-Z]{{3}})|(?:[A-Z]{{2,3}})?[$€£¥])[ ’']*{scale}?\)$")


def states_unit(text: str) -> bool:
    """Whether words end with the unit of figures below them."""
    match = _unit().search(text)
    return match is not None and (match["code"] is None or match["code"] in table())


def is_figure(text: str) -> bool:
    """Whether a text holds more digits than letters."""
    return sum(map(str.isdigit, text)) > sum(map(str.isalpha, text))


def is_large_figure(text: str) -> bool:
    """Whether a text is a figure with what it counts, as it is set large: US$ 41.8 million, 343,559 children, 80 per
    cent. Numbers of chapters and years begin headings."""
    if amount().fullmatch(text):
        return True
    first, *others = text.split()
    if not LARGE_FIGURE.fullmatch(first) or len(others) >= FIGURE_WORDS:
        return False
    counts = all(word[0].islower() for word in others)
    return counts or bool(OF_SIZE.search(first)) or any(word.lower() in rules().scales for word in others[:1])


def states_figure(text: str) -> bool:
    """Whether words can be those that are set large over their caption: 65%, US$ 41.8 million, 5,000 people."""
    return len(text.split()) <= FIGURE_WORDS and bool(FIGURE.match(text))


def parted(line: Line) -> list[tuple[Line, Line | None]]:
    """The facts that a line tells, each with its label and its value (None where that is on the next line): "Budget:
    US$ 1.2 million | Donor share: US$ 1 million". Of labels between bars one at least is known; a bar belongs to what
    stands before it. None where the line tells anything else."""
    words = [word.text for word in line.words]
    starts = [0, *(place + 1 for place, word in enumerate(words) if word == BAR and place + 1 < len(words)), len(words)]
    facts: list[tuple[Line, Line | None]] = []
    known = 0
    for start, end in pairwise(starts):
        colon = next((place + 1 for place in range(start, end) if words[place].endswith(":")), end)
        label = " ".join(words[start:colon])
        is_known = is_label(label) or (label.endswith(":") and is_field(label) and not line.text.endswith("."))
        if not is_known and (colon - start > PART_WORDS or not words[start][0].isupper()):
            return []
        known += is_known or tells_amount(line.text)
        facts.append((line.part(start, colon), line.part(colon, end) if colon < end else None))
    whole = known == len(facts) or (known and all(value for _, value in facts))
    return facts if whole else []
