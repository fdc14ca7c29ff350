"""Page images with what was found drawn on them: sections with their number in reading order, and every value's box.

Takes a PDF and its profile; writes one PNG a page. For people who want to see why a row says what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from pipeline.model import BoundingBox, PlacedBox, Profile

PIXELS_PER_POINT = 1.5
# Colours that stay apart for colour-blind readers: M. Okabe and K. Ito, Color Universal Design, 2008.
TABLE_COLOURS = {"money": "#d55e00", "dates": "#0072b2", "countries": "#009e73", "quantities": "#cc79a7"}
SECTION_COLOURS = {"project": "#333333", "contributions": "#e69f00", "priorities": "#56b4e9"}
OTHER_COLOUR = "#999999"


def draw_pages(path: Path, profile: Profile, folder: Path) -> list[Path]:
    """Writes <document>-<page>.png for every page into the folder and gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    marks = _marks(profile)
    written = []
    document = pypdfium2.PdfDocument(path)
    try:
        for index in range(len(document)):
            image = document[index].render(scale=PIXELS_PER_POINT).to_pil().convert("RGB")
            _draw(image, (mark for mark in marks if mark[0] == index + 1))
            written.append(folder / f"{profile.document.id}-{index + 1:03d}.png")
            image.save(written[-1], optimize=True)
    finally:
        document.close()
    return written


Mark = tuple[int, BoundingBox, str, str]


def _marks(profile: Profile) -> list[Mark]:
    """Page, box, colour and label of everything to draw; values come after sections and so lie over them."""
    sections = [
        (page, _around(placed), SECTION_COLOURS.get(section.kind, OTHER_COLOUR), f"{section.position} {section.kind}")
        for section in profile.sections
        for page, placed in groupby(section.boxes(), key=lambda placed: placed.page)
    ]
    values = [
        (placed.page, placed.box, TABLE_COLOURS[finding.mention.table], "")
        for finding in profile.findings
        for placed in finding.section.boxes(finding.mention.char_start, finding.mention.char_end)
    ]
    return [*sections, *values]


def _around(placed: Iterable[PlacedBox]) -> BoundingBox:
    boxes: Iterator[BoundingBox] = (one.box for one in placed)
    whole = next(boxes)
    for box in boxes:
        whole = whole.union(box)
    return BoundingBox(whole.x0 - 4, whole.top - 4, whole.x1 + 4, whole.bottom + 4)


def _draw(image: Image.Image, marks: Iterable[Mark]) -> None:
    pencil = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=12)
    for _, box, colour, label in marks:
        corners = [length * PIXELS_PER_POINT for length in box]
        pencil.rectangle(corners, outline=colour, width=2)
        if label:
            left, top = corners[0], max(corners[1] - 15, 0)
            pencil.rectangle([*pencil.textbbox((left, top), f" {label} ", font=font)], fill=colour)
            pencil.text((left, top), f" {label} ", fill="white", font=font)
