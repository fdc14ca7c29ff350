"""Amounts whose digits are not written as a number is: they are left open, for no rule can tell what they were.

On any page a number that runs on within its word ("US$ 1" of "US$ 1O million"); on a page read by OCR, which
drops and confuses characters, every number that English would not write so ("600,00", "1,2345", "4l.8").
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from itertools import takewhile
from typing import Final

from pipeline.model import Doubt, Mention, Money, Reading

NUMBER: Final = r"\d{1,3}(?:[,'’]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:\.\d+)?"
WORD: Final = re.compile(r"\S+")
# What stands between two blanks: a number or range with currency, scale and punctuation around it, or no digit at all.
WELL_WRITTEN: Final = re.compile(
    rf"\W*(?:[A-Z]{{1,3}}\W?)?(?:{NUMBER})(?:[-–/](?:{NUMBER}))?-?(?:[a-z]+|[KMB]n?|[A-Z]{{3}})?\W*|\D*"
)
# A group of three digits that a blank has cut off.
LOST_GROUP: Final = re.compile(r"\d[.,] \d{3}(?!\S)")
# A number also runs on at a glyph that stands for no character: nobody can tell what it was.
RUNS_ON: Final = re.compile(r"(?<=\d)(?:[.,]\d|[^\W_]|[\ufffd\ue000-\uf8ff])")

# A blank has cut off the cents or the last group of an amount ("1.837, 32 €", "12 ,500 euros"), or a number stands on
# either side of a currency ("15 USD 50").
CUT_OFF: Final = re.compile(
    r"(?<!\d)(?:\d{1,3}(?:[.,]\d{3})+[.,] (?=\d\d\D)|\d{1,3} [.,](?=\d{3}\D)|\d{1,3} (?=[^\W\d]{3} \d\d$))"
)
WIDEST: Final = 20  # characters of a number before a mention
CUT_SHORT: Final = re.compile(r"(?<=[.,]\d{3}), \d\d(?=\s*(?:[€$£;)]|\.?$))")


def with_doubts(reading: Reading, by_ocr: Set[int]) -> Reading:
    """The reading without the amounts that are not written as a number is; `by_ocr` are the pages read so."""
    return replace(reading, mentions=tuple(_doubted(mention, reading, by_ocr) for mention in reading.mentions))


def _doubted(mention: Mention, reading: Reading, by_ocr: Set[int]) -> Mention:
    if not isinstance(mention, Money) or mention.amount is None:
        return mention
    section = reading.section
    if RUNS_ON.match(section.content, mention.char_end) or _is_cut(section.content, mention):
        reason = "it runs on, and is no number as a whole"
    elif by_ocr and _pages(mention, reading) & by_ocr and _is_garbled(section.content, mention):
        reason = "it was read by OCR, and its digits are not written as a number is"
    else:
        return mention
    doubt = Doubt("amount", reason, (f"{mention.amount:f}",))
    return replace(mention, amount=None, amount_max=None, doubts=(*mention.doubts, doubt))


def _is_cut(content: str, mention: Mention) -> bool:
    """Whether a part of its number stands before or after it."""
    before = content[max(mention.char_start - WIDEST, 0) : mention.char_start]
    cut = any(m.end() == len(before) for m in CUT_OFF.finditer(before + mention.text))
    return cut or bool(CUT_SHORT.match(content, mention.char_end))


def _pages(mention: Mention, reading: Reading) -> set[int]:
    return {placed.page for placed in reading.section.boxes(mention.char_start, mention.char_end)}


def _is_garbled(content: str, mention: Mention) -> bool:
    """Whether a word of a mention, whole as the page has it, is written as no number is."""
    start = mention.char_start
    while start and not content[start - 1].isspace():
        start -= 1
    words = takewhile(lambda word: word.start() < mention.char_end, WORD.finditer(content, start))
    badly = any(not WELL_WRITTEN.fullmatch(word[0]) for word in words if word.end() > mention.char_start)
    return badly or any(LOST_GROUP.match(content, i) for i in range(mention.char_start, mention.char_end))
