"""What a page is made of.

A document is a tuple of items; each says on which page it stands. The content stream of a page holds the items in the
order of that tuple, which need not be the order in which a person reads them: designed brochures often have bodies
before headings, and columns from right to left.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from tests.documents.flow import Line, flow
from tests.documents.styles import Frame, Paragraph, Style


@dataclass(frozen=True)
class Text:
    """Paragraphs that flow through frames, one after the other. `stream` sorts the lines for the content stream."""

    paragraphs: Sequence[Paragraph]
    frames: Sequence[Frame]
    stream: Callable[[Line], float] = field(default=lambda line: 0)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines in the order of the content stream. Raises ValueError if the frames do not hold them."""
        return tuple(sorted(flow(self.paragraphs, self.frames), key=self.stream))

    @property
    def bottom(self) -> float:
        """How far down the last page of the text its lowest line reaches."""
        last = max(line.frame.page for line in self.lines)
        return max(line.baseline + line.style.size * 0.2 for line in self.lines if line.frame.page == last)


@dataclass(frozen=True)
class Panel:
    """A filled area."""

    frame: Frame
    colour: str


@dataclass(frozen=True)
class Picture:
    """A landscape in layers of colour, from the sky down; it stands where a brochure has a photograph."""

    frame: Frame
    colours: tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """A straight line across the page."""

    page: int
    x0: float
    x1: float
    top: float
    colour: str
    thickness: float = 0.5


@dataclass(frozen=True)
class Label:
    """One line of text that flows nowhere: a running head, a bar's value, a table's cell. `rotation` is degrees to the
    left."""

    page: int
    x: float
    baseline: float
    text: str
    style: Style
    align: Literal["left", "centre", "right"] = "left"
    rotation: int = 0


Item = Text | Panel | Picture | Rule | Label


@dataclass(frozen=True, kw_only=True)
class Document:
    """A brochure. `links` says how a link over two lines is annotated: once, with quad points, or once a line."""

    name: str
    title: str
    size: tuple[float, float]
    pages: int
    items: tuple[Item, ...]
    links: Literal["quad points", "each line"]


def balanced(paragraphs: Sequence[Paragraph], frame: Frame, columns: int = 2, gutter: float = 18) -> Text:
    """The text in equal columns, as short as they can be, at the top of the frame."""
    for height in range(10, int(frame.height), 2):
        text = Text(paragraphs, frame._replace(height=height).columns(columns, gutter))
        if _fits(text):
            return text
    raise ValueError(f"page {frame.page} has no room for: {paragraphs[0].text}")


def _fits(text: Text) -> bool:
    try:
        return bool(text.lines)
    except ValueError:
        return False


def ruled_table(
    rows: Sequence[Sequence[str]], frame: Frame, styles: Callable[[int], Style], colour: str
) -> Iterator[Item]:
    """A table with a rule below each row; the columns after the first are figures and end at equal distances."""
    height = frame.height / len(rows)
    for number, row in enumerate(rows):
        bottom = frame.top + (number + 1) * height
        style = styles(number)
        yield Label(frame.page, frame.x + 4, bottom - height * 0.3, row[0], style)
        for column, figure in enumerate(row[1:], start=1):
            right = frame.x + frame.width * (0.28 + 0.7 * column / (len(row) - 1))
            yield Label(frame.page, right, bottom - height * 0.3, figure, style, "right")
        yield Rule(frame.page, frame.x, frame.x + frame.width, bottom, colour, 1.2 if number == 0 else 0.4)
