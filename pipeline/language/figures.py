"""Where a figure ends, and its sign: what is cut off another figure is worse than none.

A figure is read whole or left open: where a digit, a mark or a word that is nearly a scale goes on beside it ("US$ 2 .7
million", "US$ 3,\\n250,000", "US$ 2.7† million", "EUR 2 millon"), nobody can be sure that it is all.
"""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import Final, NamedTuple

from pipeline.language.expressions import cue
from pipeline.language.lexicon import NEVER, by_language, rows, word_set
from pipeline.language.numbers import like_number
from pipeline.language.plurals import plurals
from pipeline.language.spans import Doc

MINUS: Final = frozenset("-−–")
SIGN_WORDS: Final = word_set("function_words", "minus")
GROUPS: Final = word_set("function_words", "groups thousands")
LONG: Final = 7  # letters
RAISED: Final = "¹²³⁰⁴-⁹"
NOTES: Final = rf"*†‡§#^~{RAISED}"

THOUSANDS_FOLLOW: Final = re.compile(r"(?:(?<=\D\d)|(?<=\D\d\d)|(?<=\D\d{3})),\s\d{3}(?!\d)")  # "3, 250, 000"
# Before digits: a number that this one may be the rest of.
BEFORE: Final = re.compile(r"\d[ ]?[.·‧∙'’][ ]?\Z|(?<![\d.,])\d{1,3}(?:,\s?\d{3})*,\s\Z|(?<!\w)[OlI]\Z|\d-\Z")
LAST_WORD: Final = re.compile(r"[a-zA-Z]+\Z")
REST: Final = re.compile(r"\d{3}(?!\d)")


@by_language
def _goes_on() -> re.Pattern[str]:
    """After digits: more of the same number, with a slip of the writer or of OCR in it."""
    return re.compile(
        rf"[^\W_{RAISED}]"  # "1O million"
        r"|[.,]{1,2}(?:\d|[OolIS]{1,3}\b)"  # "2.O million"
        r"|[·‧∙]\d"
        r"|\s?['’‘`´]\s?\d{3}(?!\d)"  # "310 '000"
        r"|[ ][.,][ ]?\d|/[ ]?\d"  # "2 .7", "45,000/50,000"
        r"|[ ]\d{2,3}(?=[ ]\d{3}(?!\d)|\s*(?:[.,;)]|\Z))"  # "4 50 000", "12 50."
        r"|(?:(?<=[$€£¥]\d)|(?<=[$€£¥]\d\d)|(?<=[$€£¥]\d{3}))[ ]\d\d(?![\d%])"  # "$19 99 a week"
        rf"(?=\s+{cue('rate').pattern}|\s*(?:[.,;)]|\Z))"
        rf"|\.?[ \n]\d[\d.,]*[\s-]?{cue('scale').pattern}"  # "2. 7 million", "2 3 million"
    )


def runs_on(text: str, start: int, end: int) -> bool:
    """Whether the figure from `start` up to `end` may be a part of a longer one."""
    if text[end - 1].isdecimal() and (_goes_on().match(text, end) or THOUSANDS_FOLLOW.match(text, end)):
        return True
    if (text[end - 1].isdecimal() or text[end - 1].isspace()) and _nearly_scales().match(text, end):
        return True
    last = LAST_WORD.search(text, start, end)
    if last and (scale := _broken_scale().match(text, last.start())) and scale.end() > end:
        return True
    return text[start].isdecimal() and _is_rest(text, start)


def _is_rest(text: str, start: int) -> bool:
    before = BEFORE.search(text, max(0, start - 20), start)
    if before is None or not before[0].rstrip().endswith(","):
        return before is not None
    return REST.match(text, start) is not None or ("," not in GROUPS() and _decimals().match(text, start) is not None)


@by_language
def _decimals() -> re.Pattern[str]:
    """What may be the decimals of a number before it that a blank has cut off: "77, 86 milliards"."""
    return re.compile(rf"\d\d?\s?{_broken_scale().pattern}", re.IGNORECASE)


@by_language
def _nearly_scales() -> re.Pattern[str]:
    """A scale that nothing but a mark or a break keeps from being read."""
    broken = _broken_scale().pattern
    marked = rf"[ \n]?[{NOTES}'’”\")\]–—]{{1,3}}\s?(?:{broken}|(?:[kKmMbB]n?|mio|mln|bln)\b)"
    return re.compile(rf"{marked}|(?:[ -]|\n(?!\n)){{0,2}}{broken}", re.IGNORECASE)


@by_language
def _broken_scale() -> re.Pattern[str]:
    """A scale, also with breaks in it: "mil lion", "M illion"."""
    broken = (r"(?:[ -]|\n(?!\n)){0,2}".join(scale) for scale in scale_words())
    return re.compile(f"(?:{'|'.join(broken) or NEVER})", re.IGNORECASE)


@by_language
def misspelled_scales() -> dict[str, str]:
    """Words that are a scale but for one letter lost, doubled, changed or moved, with the scale."""
    spellings = {spelling: scale for scale in scale_words() for spelling in _misspelled(scale)}
    sound = {form for scale in scale_words() for form in (scale, *plurals(scale))}
    return {spelling: scale for spelling, scale in spellings.items() if spelling not in sound}


def _misspelled(word: str) -> set[str]:
    cuts = [(word[:i], word[i:]) for i in range(1, len(word) + 1)]
    lost = {word[1:], *(left + right[1:] for left, right in cuts if right)}
    added = {left + letter + right for left, right in cuts for letter in ascii_lowercase}
    changed = {left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase}
    turned = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    return lost | added | changed | turned


@by_language
def scale_words() -> tuple[str, ...]:
    """The words for scales that are long enough to be known with a slip in them."""
    return tuple(row["word"] for row in rows("numbers") if row["kind"] == "scale" and len(row["word"]) >= LONG)


class Sign(NamedTuple):
    """A sign before a figure: the token it stands on, and whether it surely is one ("-US$ 4 million", "minus 3%") and
    no dash or bullet."""

    token: int
    is_sure: bool


def sign_before(doc: Doc, start: int) -> Sign | None:
    """The minus before the figure that begins on token `start`; None where there is none, or it takes this figure from
    another one ("5 minus 3")."""
    if not start:
        return None
    token, sign, before = start - 1, doc.lower[start - 1], doc.lower[start - 2] if start > 1 else ""
    is_word = sign in SIGN_WORDS()
    if not (is_word or sign in MINUS) or like_number(before) or before in {"m", "bn"}:
        return None
    if is_word:
        return Sign(token, is_sure=True)
    apart = not before or doc.spaced(token - 1) or before.isspace() or before == "("
    if doc.spaced(token) or not apart:
        return None
    return Sign(token, is_sure=sign != "–" and before != "" and "\n" not in before)
