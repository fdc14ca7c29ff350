"""Pages set in a type in which every character is half as wide as high."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.model import Area, BoundingBox, Boxes, Page, Rule, Run, Source, Style, Tag

ADVANCE, LEADING = 0.5, 1.25
TYPE = Style(font="Sans", size=10.0, bold=False, italic=False, colour="#000000")
HEADING = Style(font="Sans-Bold", size=13.0, bold=True, italic=False, colour="#104080")
SMALL_WORDS = [
    "work",
    "goes",
    "on",
    "in",
    "the",
    "districts",
    "where",
    "people",
    "found",
    "that",
    "plans",
    "and",
    "wages",
    "have",
    "begun",
    "to",
    "change",
]


def prose(name: str, words: int = 30) -> str:
    """A sentence of so many words that all begin with the name or stand between two that do."""
    told = [name if place % 3 == 0 else SMALL_WORDS[place % len(SMALL_WORDS)] for place in range(words)]
    return " ".join(told).capitalize() + "."


@dataclass
class Typeset:
    """One page; everything is measured in points from its top left corner. `tag` is that of the lines to come."""

    width: float = 600.0
    height: float = 800.0
    lines: list[tuple[Run, ...]] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[BoundingBox] = field(default_factory=list)
    frames: list[BoundingBox] = field(default_factory=list)
    tag: Tag | None = None
    ascent: float = 0.76  # how high a line's box goes above its baseline (ems)

    def tagged(self, tag: Tag | None) -> Typeset:
        """The page, what is drawn next with this tag."""
        self.tag = tag
        return self

    def line(self, x: float, baseline: float, text: str, style: Style = TYPE, spacing: float = 0.0) -> None:
        """One line; `spacing` is added after every letter (ems)."""
        advance = (ADVANCE + spacing) * style.size
        top, count = baseline - self.ascent * style.size, len(text)
        x0 = [x + n * advance for n in range(count)]
        x1 = [left + ADVANCE * style.size for left in x0]
        run = Run(text, Boxes(x0, [top] * count, x1, [top + style.size] * count), baseline, style, self.tag)
        # Letter-spaced type has no blanks drawn.
        letters = [run.part(n, n + 1) for n in range(count) if text[n] != " "]
        self.lines.append(tuple(letters) if spacing else (run,))

    def column(self, x: float, top: float, width: float, text: str, style: Style = TYPE) -> float:
        """Paragraphs apart by a blank line; gives the height at which the next line would begin."""
        baseline = top + 0.76 * style.size
        for paragraph in text.split("\n\n"):
            for line in wrapped(paragraph, int(width / (ADVANCE * style.size))):
                self.line(x, baseline, line, style)
                baseline += LEADING * style.size
            baseline += style.size
        return baseline - 1.76 * style.size

    def ground(self, x0: float, top: float, x1: float, bottom: float, colour: str = "#ddeeff") -> None:
        """A filled area."""
        self.areas.append(Area(BoundingBox(x0, top, x1, bottom), colour))

    def page(self, number: int = 1) -> Page:
        """The record."""
        runs = tuple(run for line in self.lines for run in line)
        drawn = tuple(self.areas), tuple(self.rules), tuple(self.pictures), tuple(self.frames)
        return Page(number, self.width, self.height, runs, *drawn)

    def source(self) -> Source:
        """A document of this page alone."""
        return Source((self.page(),))

    def shuffled(self, seed: int) -> Typeset:
        """The same page with its lines drawn in another order."""
        lines = list(self.lines)
        random.Random(seed).shuffle(lines)
        return replace(self, lines=lines)


def wrapped(text: str, length: int) -> Sequence[str]:
    """Lines of no more characters than the length."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > length:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def document(*pages: Typeset) -> Source:
    """Several pages."""
    return Source(tuple(page.page(number) for number, page in enumerate(pages, 1)))
