"""Raised and lowered marks, which do not stand on the baseline of the line that they belong to.

Raised digits and signs that refer to a note are told from the words and figures that they stand behind. What shows them
is their place and size, or their glyph where that is a raised one (¹²³). Units of area and volume, powers of ten and
fractions have raised digits, too, and keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from pipeline.segment.lines.drop_caps import is_letter
from pipeline.segment.lines.stretches import Stretch
from pipeline.segment.lines.words import INITIAL, WORD_GAP, Word, words
from pipeline.segment.strips import Strips

# A raised or lowered mark (³, CO₂) is smaller than its line by this factor at least, short, and off the baseline by no
# more than this (ems of the line). Browsers set it 0.83 as large.
SIZE, LETTERS, SHIFT = 0.84, 4, 0.6
# One that refers to a note stands so much above the baseline of what it is a mark of (ems) …
RAISED = 0.15
# … and no further behind it than this (ems).
NEAR = 0.3

RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# Numbers of notes, several with a comma or dash between them, or signs.
NUMBERS = re.compile(r"[\[(]?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*[\])]?[,;.]?|[*†‡§¶#]{1,3}")
# Letters are marks behind a figure only, and not where they make it an ordinal (2e, 1o; 1st has two letters).
NOTE_LETTERS, ORDINAL = re.compile(r"[a-z](?:\s?,\s?[a-z])*"), re.compile(r"(?<![\d.,])\d{1,2}[aeo]$")
# What a raised digit is an exponent of: a unit of length (5 km²), ten behind a sign of multiplication (3 × 10⁶).
UNIT, POWER = re.compile(r"(?:^|[\d\s/])(?:[kcdm]?m|ft|in|mi|yd)$"), re.compile(r"[x×·]\s?10$")
# Two raised digits behind a small sum may be its cents: "$19" and "99".
CENTS, PRICE = re.compile(r"\d\d"), re.compile(r"[$€£¥]\s?\d{1,3}$")
GLYPHS = re.compile(rf"(?<=[^\s{RAISED_DIGITS}])[{RAISED_DIGITS}]+(?:[,–-][{RAISED_DIGITS}]+)*(?=\W*$)")
# What may follow a mark without a blank and belongs to the word before it.
CLOSING = ".,;:!?%)]”’\"'"


def is_mark(mark: Stretch, host: Stretch, shift: float) -> bool:
    """Whether a stretch can be a mark in the line of another, off its baseline by `shift`; initials have none."""
    short = mark.length <= LETTERS or bool(NUMBERS.fullmatch(_text(mark)))
    low = mark.size < SIZE * host.size and short and shift <= SHIFT * host.size
    return low and not (is_letter(host) and host.size >= INITIAL * mark.size)


def cut_at_marks(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches in whose gaps a mark stands are cut there, so that it finds its place between them."""
    strips = Strips(stretches)
    for mark in strips.all():
        if mark.length <= LETTERS:
            host = next((host for host in strips.near(mark) if _stands_in(mark, host)), None)
            if host:
                strips.remove(host)
                for part in parted(host, mark.box.x0):
                    strips.add(part)
    return strips.all()


def _stands_in(mark: Stretch, host: Stretch) -> bool:
    inside = host.box.x0 < mark.box.x0 < host.box.x1
    return inside and is_mark(mark, host, abs(mark.baseline - host.baseline))


def parted(host: Stretch, x: float) -> list[Stretch]:
    """What of a stretch begins to the left of x, and the rest."""
    left, right = [], []
    for run in host.runs:
        cut = sum(x0 < x for x0 in run.boxes.x0)
        left.append(run.part(0, cut))
        right.append(run.part(cut))
    return [Stretch.of(part, host.gap) for part in (left, right) if any(run.text.strip(" ") for run in part)]


class _Part(NamedTuple):
    """Stretches of a line up to the next mark, or such a mark."""

    stretches: list[Stretch]
    mark: bool = False


def without_note_marks(stretches: Sequence[Stretch], widest: float) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words of a line and the marks of notes that stood behind them, from its stretches from left to right,
    between which no gap is wider than `widest` (points)."""
    found: list[Word] = []
    marks: list[Word] = []
    for part in _parts(stretches):
        text = words([run for stretch in part.stretches for run in stretch.runs], widest)
        if part.mark:
            marks += text
        elif found and marks and text[0].text[0] in CLOSING and _touch(marks[-1], text[0]):
            found[-1:] = [found[-1].joined(text[0]), *text[1:]]
        else:
            found += text
    for place, word in enumerate(found):
        if not word.text.isascii() and (glyphs := _raised_glyphs(word)):
            found[place], mark = glyphs
            marks.append(mark)
    return tuple(found), tuple(marks)


def _touch(mark: Word, following: Word) -> bool:
    return following.x0 - mark.x1 <= WORD_GAP * following.style.size


def _parts(stretches: Sequence[Stretch]) -> Iterator[_Part]:
    host, *rest = stretches
    part = [host]
    for stretch, following in zip_longest(rest, rest[1:]):
        raised = _is_raised(stretch, host)
        mark = raised and _refers_to_note(_text(stretch), _text(host), _text(following)[:1] if following else "")
        if part and (mark or (raised and _text(host)[-1].isdigit() and _text(stretch)[0].isdigit())):
            yield _Part(part)
            part = []
        if mark:
            yield _Part([stretch], mark=True)
        else:
            part.append(stretch)
            host = stretch
    if part:
        yield _Part(part)


def _is_raised(mark: Stretch, host: Stretch) -> bool:
    raised = RAISED * host.size <= host.baseline - mark.baseline and mark.size <= SIZE * host.size
    return raised and mark.box.x0 - host.box.x1 <= NEAR * host.size


def _text(stretch: Stretch) -> str:
    return "".join(run.text for run in stretch.runs)


def _refers_to_note(mark: str, host: str, following: str) -> bool:
    """Whether a raised text refers to a note, behind what it follows; the upper part of a fraction does not."""
    if following in ("/", "⁄") or (CENTS.fullmatch(mark) and PRICE.search(host)):
        return False
    if NUMBERS.fullmatch(mark):
        return not (mark in ("2", "3") and UNIT.search(host)) and not POWER.search(host)
    return host[-1].isdigit() and bool(NOTE_LETTERS.fullmatch(mark)) and not ORDINAL.search(host + mark)


def _raised_glyphs(word: Word) -> tuple[Word, Word] | None:
    """A word without the marks at its end that are raised by their glyphs, and these."""
    found = GLYPHS.search(word.text)
    if found is None or UNIT.search(word.text[: found.start()]) or POWER.search(word.text[: found.start()]):
        return None
    start, end = found.span()
    before, mark, after = word.part(0, start), word.part(start, end), word.part(end, len(word.text))
    return before.joined(after) if after.text else before, mark
