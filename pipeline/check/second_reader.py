"""Figures that the two PDF readers do not both see.

The first reader's figure stands in the tables; here the characters that the second reader finds in the same boxes are
held against it. A difference means that one of them is wrong, and only a look at the page can tell which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.checker import Checker, quoted
from pipeline.model import (
    BoundingBox,
    Character,
    Check,
    Country,
    Finding,
    Letter,
    Page,
    PlacedBox,
    Profile,
    Run,
    Source,
)

AROUND = 12  # characters before and after a figure that tell its place on its line


class ReadDifferently(Checker):
    """A figure in whose place the second reader sees other characters."""

    id = "read-differently"
    title = "The two PDF readers see different characters"
    template = "{text} is read as {other} by the second PDF reader; look at the page."
    advice = "Read the figure on the page image and correct the row, or accept it."

    def __init__(self, second: Source) -> None:
        self._pages = {page.number: _rows(page) for page in second.pages}

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each figure on a page that the second reader could read."""
        for finding in profile.findings:
            boxes = _figure_boxes(finding)
            if boxes and all(placed.page in self._pages for placed in boxes):
                inside = [character for placed in boxes for character in self._inside(placed)]
                text, other = finding.mention.text, "".join(character.text for character in inside)
                if _solid(text) == _solid(other) or _sees_the_same(finding, inside) or self._is_displaced(finding):
                    continue
                yield self.on_finding(finding, text=quoted(text), other=quoted(other))

    def _is_displaced(self, finding: Finding) -> bool:
        """Whether the second reader has the same words around the figure and in it, only further left or right: it does
        not know the width of every sign before them (pdfminer: the euro and bullets of the standard fonts)."""
        start, end = finding.mention.char_start, finding.mention.char_end
        lines: defaultdict[tuple[int, int], list[Letter]] = defaultdict(list)
        for letter in finding.section.letters(max(start - AROUND, 0), end + AROUND):
            lines[letter.page, int(letter.box.middle[1])].append(letter)
        own = {place: row for place, row in lines.items() if any(start <= letter.offset < end for letter in row)}
        return all("".join(letter.text for letter in row) in self._line(*place) for place, row in own.items())

    def _line(self, page: int, y: int) -> str:
        """What the second reader has on a line, from left to right, without blanks."""
        on_line = (c for near in (y - 1, y, y + 1) for run in self._pages[page].get(near, ()) for c in run.characters())
        return "".join("".join(c.text.split()) for c in sorted(on_line, key=lambda c: c.box.x0))

    def _inside(self, placed: PlacedBox) -> list[Character]:
        """The second reader's characters whose middle lies in the box, from left to right."""
        rows, box = self._pages[placed.page], placed.box
        level = (run for y in range(int(box.top), int(box.bottom) + 1) for run in rows.get(y, ()))
        near = (run for run in level if run.boxes.x0[0] <= box.x1 and box.x0 <= run.boxes.x1[-1])
        inside = (c for run in near for c in run.characters() if box.holds(*c.box.middle))
        return sorted(inside, key=lambda c: c.box.x0)


def _solid(text: str) -> str:
    return "".join(text.split())


def _sees_the_same(finding: Finding, inside: list[Character]) -> bool:
    """Whether each character of the figure has its twin in its place, and no digit stands between them on their line.
    Other text may lie over a figure: a turned label, a watermark."""
    mention, left = finding.mention, list(inside)
    twins = []
    for letter in finding.section.letters(mention.char_start, mention.char_end):
        if letter.text == "-":
            continue
        twin = next((c for c in left if c.text == letter.text and c.box.holds(*letter.box.middle)), None)
        if twin is None:
            return False
        twins.append(twin)
        left.remove(twin)
    lines = {(twin.style.rotation, round(twin.baseline)) for twin in twins}
    return not any(c.text.isdigit() and (c.style.rotation, round(c.baseline)) in lines for c in left)


class NotReadAgain(Checker):
    """A page with figures that the second reader cannot read."""

    id = "not-read-again"
    title = "The second PDF reader could not read a page that bears figures"
    template = "Page {page} could not be read by the second PDF reader, so its figures were seen by one reader only."
    advice = "Compare the figures of the page with its image."

    def __init__(self, second: Source) -> None:
        self._pages = {page.number for page in second.pages}

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such page."""
        for page in figures_on(profile):
            if page not in self._pages:
                yield replace(self.on_document(profile, page=page), page=page)


def figures_on(profile: Profile) -> dict[int, list[BoundingBox]]:
    """The boxes of all figures by the number of their page, in its order."""
    pages: dict[int, list[BoundingBox]] = {}
    for finding in profile.findings:
        for page, box in _figure_boxes(finding):
            pages.setdefault(page, []).append(box)
    return dict(sorted(pages.items()))


def _figure_boxes(finding: Finding) -> tuple[PlacedBox, ...]:
    mention = finding.mention
    if isinstance(mention, Country):
        return ()
    return finding.section.boxes(mention.char_start, mention.char_end)


def _rows(page: Page) -> dict[int, list[Run]]:
    """The runs of a page, each the letters of one glyph, by the whole point that their middle lies on."""
    rows: defaultdict[int, list[Run]] = defaultdict(list)
    for run in page.runs:
        rows[int((run.boxes.top[0] + run.boxes.bottom[0]) / 2)].append(run)
    return rows
