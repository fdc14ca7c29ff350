"""Profiles made by lot of the samples' sections, each with figures of its own: an archive of any size."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from tests.documents.drawing import pdf
from tests.documents.items import Document, Text
from tests.documents.styles import Frame, Paragraph, Style
from tests.documents.words import Section, sections

SAMPLES = ("ireland.md", "luxembourg.md", "republic-of-korea.md")
SIZE, PAGES, SECTIONS = (595, 842), 4, 11  # the sections fill most of the pages, and never more
TITLE = Style(font="Helvetica-Bold", size=24, leading=30, colour="#11382c")
HEADING = Style(font="Helvetica-Bold", size=12.5, leading=16, colour="#c96d1c", space_before=12, kept_with_next=True)
BODY = Style(
    font="Times-Roman",
    size=10.5,
    leading=13.5,
    colour="#1f2624",
    space_before=5,
    bold_font="Times-Bold",
    hyphenated=True,
)
FIGURE = re.compile(r"(?<![\d.,/-])(\d{1,3})(?= (?:million|per cent|women|young|workers))")


def written(folder: Path, count: int) -> list[Path]:
    """Writes so many profiles into the folder, the same ones every time."""
    paths = [folder / f"profile-{number:04}.pdf" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(pdf(_profile(path.stem, random.Random(number))))
    return paths


def _profile(name: str, lot: random.Random) -> Document:
    """A donor's front, then sections in some order, in one to three columns."""
    front = sections(lot.choice(SAMPLES))[0]
    others = lot.sample([section for sample in SAMPLES for section in sections(sample)[1:]], SECTIONS)
    columns = lot.choice((1, 2, 3))
    frames = [
        frame for page in range(1, PAGES + 1) for frame in Frame(page, 48, 60, 499, 730).columns(columns, gutter=18)
    ]
    paragraphs = [*_set(front, TITLE, lot), *(p for section in others for p in _set(section, HEADING, lot))]
    return Document(
        name=name, title=front.heading, size=SIZE, pages=PAGES, items=(Text(paragraphs, frames),), links="each line"
    )


def _set(section: Section, heading: Style, lot: random.Random) -> Iterator[Paragraph]:
    for paragraph in (*section.title(heading), *section.body(BODY)):
        if paragraph.text:
            yield paragraph._replace(text=FIGURE.sub(lambda _: str(lot.randint(1, 999)), paragraph.text))
