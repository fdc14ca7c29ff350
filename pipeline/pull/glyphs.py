"""What a reader's character code stands for, and what a font's name tells of its style."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from pipeline.model import BoundingBox, Boxes, Run

# Only ligatures are taken apart: full compatibility folding would turn a raised ¹ into a digit of the number before.
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
BLANKS = dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " ")
UNKNOWN = "\ufffd"
# pdfminer writes a glyph that has no letter as its number in the font.
WITHOUT_LETTER = "(cid:"
HYPHENS = dict.fromkeys("\x02\ufffe\u00ad\u2010\u2011", "-")  # pdfium writes \x02 for one at a line's end
# Adobe's use of the private area (its glyph list of 2002): old-style figures and small capitals, each 0xF700 above the
# character of Latin 1 that it is another form of.
LATIN = [*map(ord, "$&!?0123456789abcdefghijklmnopqrstuvwxyz¡¢¿"), *range(0xE0, 0xF7), *range(0xF8, 0x100)]
SMALL_FORMS = {chr(0xF700 + code): chr(code) for code in LATIN}
# Bullets of the fonts Symbol and Wingdings, at 0xF000 above their place in the font.
SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "►", "\uf0fc": "✓"}
LETTERS = LIGATURES | BLANKS | HYPHENS | SMALL_FORMS | SYMBOLS | {"\x00": UNKNOWN}

BOLD_NAME = re.compile(r"bold|black|heavy|demi|semib|\bBd\b|-B$", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique|-It$|-I$", re.IGNORECASE)
SUBSET_PREFIX = re.compile(r"^[A-Z]{6}\+")


@cache
def letters(code: int) -> str:
    """The text of one glyph by its code point: ligatures taken apart, blanks and hyphens of any sort as one, control
    codes as nothing."""
    text = chr(code)
    known = LETTERS.get(text)
    if known is not None:
        return known
    return text if text.isprintable() or "\ue000" <= text <= "\uf8ff" else ""


def letters_of(glyph: str) -> str:
    """The text of one glyph by what its font says that it stands for."""
    return UNKNOWN if glyph.startswith(WITHOUT_LETTER) else "".join(map(letters, map(ord, glyph)))


def shared_out(box: BoundingBox, letters: int) -> list[BoundingBox]:
    """The boxes of the letters of a glyph: those of a ligature share its width."""
    if letters == 1:
        return [box]
    width = box.width / max(letters, 1)
    return [box._replace(x0=box.x0 + nth * width, x1=box.x0 + (nth + 1) * width) for nth in range(letters)]


def spelled(glyphs: Iterable[tuple[str, BoundingBox]]) -> tuple[str, Boxes]:
    """The letters of glyphs and their boxes."""
    told = [(letters_of(glyph), box) for glyph, box in glyphs]
    boxes = [part for text, box in told for part in shared_out(box, len(text))]
    return "".join(text for text, _ in told), Boxes.of(boxes)


def family(font: str) -> str:
    """A font's name without the prefix that marks a subset."""
    return SUBSET_PREFIX.sub("", font)


# How near (in ems) the second drawing lies.
WITHIN = 0.15
# Points; runs are looked for in the row of this height that they begin in and in its neighbours.
ROW = 8.0


class Drawn:
    """What a page has drawn so far."""

    def __init__(self) -> None:
        self._rows: defaultdict[tuple[str, int], list[tuple[float, float]]] = defaultdict(list)

    def again(self, run: Run) -> bool:
        """Whether the same text has been drawn here before; it is remembered if not."""
        near, left, upper = WITHIN * run.style.size, run.boxes.x0[0], run.boxes.top[0]
        row = int(upper // ROW)
        for other in (row, row - 1, row + 1):
            for x0, top in self._rows.get((run.text, other), ()):
                if abs(x0 - left) < near and abs(top - upper) < near:
                    return True
        self._rows[run.text, row].append((left, upper))
        return False
