"""Where text goes, and how it is set. Lengths are points, measured from the top left corner of the page."""

from dataclasses import dataclass
from typing import NamedTuple

from tests.documents.fonts import text_width


class Frame(NamedTuple):
    """A rectangle of a page."""

    page: int
    x: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def columns(self, count: int, gutter: float) -> tuple["Frame", ...]:
        """Equal frames side by side."""
        each = (self.width - gutter * (count - 1)) / count
        return tuple(self._replace(x=self.x + i * (each + gutter), width=each) for i in range(count))

    def inset(self, across: float, down: float) -> "Frame":
        """The frame without a margin on each side."""
        return Frame(self.page, self.x + across, self.top + down, self.width - 2 * across, self.height - 2 * down)


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a paragraph is set. A `bullet` stands at the left edge of the frame and the text beside it, at `indent`."""

    font: str
    size: float
    leading: float
    colour: str
    bold_font: str = ""
    link_colour: str = ""
    space_before: float = 0
    indent: float = 0
    bullet: str = ""
    bullet_font: str = ""
    bullet_colour: str = ""
    stretch: float = 100
    letter_space: float = 0
    kept_with_next: bool = False
    justified: bool = False
    hyphenated: bool = False
    ligatures: bool = False

    def width(self, text: str, font: str = "") -> float:
        """Points that the text takes on one line."""
        return text_width(text, font or self.font, self.size) * self.stretch / 100 + self.letter_space * len(text)


class Paragraph(NamedTuple):
    """Text in a style. `**words**` are bold and `[words](url)` link to the url."""

    style: Style
    text: str
