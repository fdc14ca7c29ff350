"""The words of a sample profile: sections of paragraphs, read from a Markdown file beside this module.

A line that begins with `#` opens a section and gives its heading, which may be empty; a line that begins with `- ` is
a point of a list; every other line that is not blank is a paragraph, a fact where a tab parts its label and its value.
"""

from pathlib import Path
from typing import NamedTuple

from tests.documents.styles import Paragraph, Style

FOLDER = Path(__file__).parent
POINT = "- "


class Section(NamedTuple):
    """A heading, empty where there is none, and its paragraphs; points of a list still begin with a dash."""

    heading: str
    paragraphs: tuple[str, ...]

    def title(self, style: Style) -> tuple[Paragraph]:
        """The heading, set in a style."""
        return (Paragraph(style, self.heading),)

    def body(self, style: Style, points: Style | None = None) -> tuple[Paragraph, ...]:
        """The paragraphs, set in a style, and those that are points of a list in another."""
        return tuple(
            Paragraph(points, text.removeprefix(POINT)) if points and text.startswith(POINT) else Paragraph(style, text)
            for text in self.paragraphs
        )


def sections(file: str) -> tuple[Section, ...]:
    """The sections of the file, in its order."""
    parts = (FOLDER / file).read_text(encoding="utf-8").split("\n#")
    return tuple(_section(part.removeprefix("#")) for part in parts)


def _section(part: str) -> Section:
    heading, *lines = part.split("\n")
    return Section(heading.strip(), tuple(line for line in lines if line))
