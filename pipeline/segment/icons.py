"""Icon fonts: bullets and arrows that a font draws where a text reader sees letters.

The letter never tells, the font does: it has at most a few distinct glyphs, and each stands alone at the start of a
line of another font. True bullets are text and digits are numbers, whatever their font. Icons leave the text; a line
that had one begins a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.stretches import around
from pipeline.segment.lines.words import BULLETS

# Icon fonts in use show no more distinct glyphs than this.
GLYPHS = 3


def icon_fonts(lines: Iterable[Line]) -> frozenset[str]:
    """The fonts that only draw icons."""
    glyphs: dict[str, set[str]] = {}
    elsewhere: set[str] = set()
    for line in lines:
        first, *rest = line.words
        elsewhere.update(word.style.font for word in rest)
        if len(first.text) == 1 and any(word.style.font != first.style.font for word in rest[:1]):
            glyphs.setdefault(first.style.font, set()).add(first.text)
        else:
            elsewhere.add(first.style.font)
    return frozenset(
        font
        for font, drawn in glyphs.items()
        if font not in elsewhere
        and len(drawn) <= GLYPHS
        and not any(text.isdigit() or text in BULLETS for text in drawn)
    )


def without_icon(line: Line) -> Line:
    """A line that begins with an icon, without it."""
    rest = line.words[1:]
    return replace(line, words=rest, box=around(word.box for word in rest), bullet=True)
