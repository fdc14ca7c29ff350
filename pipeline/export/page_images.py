"""Page images with what was found drawn on them, for people who want to see why a row says what it says.

Takes a PDF and its profile; writes one PNG a page: sections with their number in reading order and their kind, headings
on a tint, an arrow to where reading goes on, a box round every value, and page furniture greyed; a legend below.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import pairwise
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from pipeline.model import BoundingBox, Finding, Profile, Section

PIXELS_PER_POINT = 1.5
LARGEST = 3000  # pixels; a poster or a page made to be huge is drawn smaller
FONT = ImageFont.load_default(size=12)
# Colours that stay apart for colour-blind readers: M. Okabe and K. Ito, Color Universal Design, 2008.
TABLE_COLOURS = {"money": "#d55e00", "dates": "#0072b2", "countries": "#009e73", "quantities": "#cc79a7"}
SECTION_COLOURS = {
    "project": "#333333",
    "contributions": "#e69f00",
    "priorities": "#56b4e9",
    "front": "#8c6d31",
    "other": "#999999",
}
FURNITURE = "#808080"
ARROW = "#d4145a"
TINT, VEIL = "38", "90"  # opacity, two hexadecimal digits
MARGIN = 4  # points between what a section covers and the line around it
LINE = 16  # pixels, the height of a label

Point = tuple[float, float]


def draw_pages(path: Path, profile: Profile, folder: Path, *, password: str = "") -> list[Path]:
    """Writes <document>-<page>.png for every page that can be drawn into the folder and gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    document = pypdfium2.PdfDocument(path, password=password or None)
    try:
        for number in range(1, len(document) + 1):
            try:
                page = document[number - 1]
            except pypdfium2.PdfiumError:  # a damaged page; the profile says so
                continue
            written.append(folder / f"{profile.document.id}-{number:03d}.png")
            _drawn(page, number, profile).save(written[-1], optimize=True)
            page.close()
    finally:
        document.close()
    return written


def _drawn(page: pypdfium2.PdfPage, number: int, profile: Profile) -> Image.Image:
    scale = min(PIXELS_PER_POINT, LARGEST / max(page.get_size()))
    image = page.render(scale=scale).to_pil().convert("RGB")
    pencil = _Pencil(image, scale)
    for piece in profile.furniture:
        if piece.page == number:
            pencil.box(piece.box, FURNITURE, fill=VEIL)
    for start, end in _ways([block for section in profile.sections for block in _blocks(section, number)]):
        pencil.arrow(start, end)
    for section in profile.sections:
        pencil.section(section, number)
    for finding in profile.findings:
        pencil.value(finding, number)
    return _with_legend(image)


def _on(number: int, section: Section, start: int = 0, end: int | None = None) -> list[BoundingBox]:
    """The lines of a stretch of a section's content that stand on one page."""
    return [placed.box for placed in section.boxes(start, end) if placed.page == number]


def _blocks(section: Section, number: int) -> list[BoundingBox]:
    """What a section covers of a page: its heading, then its text in as many blocks as it goes back up the page, to the
    next column."""
    heading = len(section.heading)
    title = _on(number, section, end=heading)
    blocks = [reduce(BoundingBox.union, title)] if title else []
    last = None
    for line in _on(number, section, heading):
        if last and line.bottom > last.top:
            blocks[-1] = blocks[-1].union(line)
        else:
            blocks.append(line)
        last = line
    return blocks


def _ways(blocks: Iterable[BoundingBox]) -> Iterator[tuple[Point, Point]]:
    """From where each block ends to where the next begins."""
    for one, following in pairwise(blocks):
        x = following.x0
        yield (min(max(x, one.x0), one.x1), one.bottom), (x, following.top)


class _Pencil:
    """Draws on a page's image what is given in points."""

    def __init__(self, image: Image.Image, scale: float) -> None:
        self._draw = ImageDraw.Draw(image, "RGBA")
        self._scale = scale

    def section(self, section: Section, number: int) -> None:
        """The section's blocks on the page, its heading on a tint, and its label on the first block."""
        colour = SECTION_COLOURS[section.kind]
        for line in _on(number, section, end=len(section.heading)):
            self.box(line, colour, fill=TINT, width=0)
        blocks = _blocks(section, number)
        for block in blocks:
            self.box(block, colour, margin=MARGIN, width=2)
        if blocks:
            self.label(blocks[0], f"{section.position} {section.kind}", colour)

    def value(self, finding: Finding, number: int) -> None:
        """A box on each line that the value runs over."""
        mention = finding.mention
        for line in _on(number, finding.section, mention.char_start, mention.char_end):
            self.box(line, TABLE_COLOURS[mention.table], fill=TINT)

    def box(self, box: BoundingBox, colour: str, *, fill: str = "00", margin: float = 0, width: int = 1) -> None:
        """A rectangle that far outside the box (points); `fill` is an opacity, `width` that of its line in pixels."""
        corners = (box.x0 - margin, box.top - margin, box.x1 + margin, box.bottom + margin)
        self._draw.rectangle(self._pixels(corners), fill=colour + fill, outline=colour if width else None, width=width)

    def label(self, box: BoundingBox, text: str, colour: str) -> None:
        """White on the colour, at the top left corner of the box."""
        left, top = self._pixels((box.x0 - MARGIN, box.top - MARGIN))
        above = max(top - LINE, 0)
        self._draw.rectangle((left, above, left + FONT.getlength(text) + 8, above + LINE), fill=colour)
        self._draw.text((left + 4, above), text, fill="white", font=FONT)

    def arrow(self, start: Point, end: Point) -> None:
        """A line with a head."""
        line = [*self._pixels(start), *self._pixels(end)]
        self._draw.line(line, fill=ARROW, width=2)
        self._draw.polygon(_head(*line), fill=ARROW)

    def _pixels(self, points: Iterable[float]) -> list[float]:
        return [length * self._scale for length in points]


def _head(x0: float, y0: float, x1: float, y1: float) -> list[Point]:
    """The tip of an arrow between two points and the ends of its wings, eight pixels long."""
    back = math.atan2(y0 - y1, x0 - x1)
    return [(x1, y1), *((x1 + 8 * math.cos(back + turn), y1 + 8 * math.sin(back + turn)) for turn in (0.45, -0.45))]


def _with_legend(image: Image.Image) -> Image.Image:
    """The image above one line or more that tell the colours."""
    names = {**SECTION_COLOURS, **TABLE_COLOURS, "furniture": FURNITURE, "reading goes on": ARROW}
    entries, x, y = [], 8, image.height + 8
    for name, colour in names.items():
        width = round(FONT.getlength(name)) + 30
        if x + width > image.width:
            x, y = 8, y + 20
        entries.append((x, y, name, colour))
        x += width
    page = Image.new("RGB", (image.width, y + 22), "white")
    page.paste(image)
    draw = ImageDraw.Draw(page)
    for left, top, name, colour in entries:
        draw.rectangle((left, top + 1, left + 12, top + 13), fill=colour)
        draw.text((left + 17, top), name, fill="black", font=FONT)
    return page
