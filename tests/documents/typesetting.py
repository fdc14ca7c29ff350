"""What a page is made of, and how text flows through it.

A document is a title and a tuple of items; each item says on which page it stands. The content stream of a page holds
the items in the order of that tuple, which need not be the order in which a person reads them: designed brochures
often have bodies before headings. Lengths are points, measured from the top left corner of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from tests.documents.fonts import stringWidth
from tests.documents.hyphenation import SOFT_HYPHEN, with_soft_hyphens

MARKUP = re.compile(r"\[(?P<link>[^\]]+)\]\((?P<url>[^\s)]+)\)|\*\*(?P<bold>.+?)\*\*|(?P<plain>(?:[^\[*]|\*(?!\*))+)")
BREAKS = re.compile(rf"[^\s{SOFT_HYPHEN}/-]*(?:[/-]+(?=[^\s\d])|{SOFT_HYPHEN}|[/-]+|(?=\s)|$)")
LIGATURES = {"fi": "\ufb01", "fl": "\ufb02"}


class Frame(NamedTuple):
    """A rectangle of a page that text flows into."""

    page: int
    x: float
    top: float
    width: float
    height: float


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

    def width(self, text: str, font: str) -> float:
        """Points that the text takes on one line."""
        return stringWidth(text, font, self.size) * self.stretch / 100 + self.letter_space * len(text)


class Paragraph(NamedTuple):
    """Text in a style. `**words**` are bold and `[words](url)` link to the url."""

    style: Style
    text: str


class Piece(NamedTuple):
    """A part of a word that no line end cuts. `join` is what stands before it if it stays on the line."""

    text: str
    font: str
    link: tuple[int, str] | None
    join: Literal[" ", "", "\u00ad"]


class Run(NamedTuple):
    """Words in one font at a horizontal offset from the line's start; a link is its number in the text and its url."""

    x: float
    text: str
    font: str
    width: float
    link: tuple[int, str] | None = None


class Line(NamedTuple):
    """A line as it is drawn."""

    page: int
    frame: int
    x: float
    baseline: float
    style: Style
    runs: tuple[Run, ...]
    word_space: float = 0


@dataclass(frozen=True)
class Text:
    """Paragraphs that flow through frames, one after the other. `stream` sorts the lines for the content stream."""

    paragraphs: tuple[Paragraph, ...]
    frames: tuple[Frame, ...]
    stream: Callable[[Line], float] = field(default=lambda line: 0)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines in the order of the content stream. Raises ValueError if the frames are too small."""
        return tuple(sorted(_flow(self.paragraphs, self.frames), key=self.stream))

    @property
    def bottom(self) -> float:
        """How far down the last page of the text its lowest line reaches."""
        last = max(line.page for line in self.lines)
        return max(line.baseline + line.style.size * 0.2 for line in self.lines if line.page == last)


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
    """A straight line from one point of a page to another."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    colour: str
    thickness: float = 0.6


@dataclass(frozen=True)
class Label:
    """One line of text: a running head, a page number, a bar's value, a table's cell. `rotation` is degrees to the left."""

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
    """A brochure. `links` says how a link over two lines is annotated: once with quad points, or once a line."""

    name: str
    title: str
    size: tuple[float, float]
    items: tuple[Item, ...]
    links: Literal["quad points", "one a line"] = "quad points"

    @property
    def pages(self) -> range:
        """Page numbers."""
        return range(1, max(_last_page(item) for item in self.items) + 1)


def _last_page(item: Item) -> int:
    match item:
        case Text():
            return max(line.page for line in item.lines)
        case Panel() | Picture():
            return item.frame.page
        case _:
            return item.page


def columns(
    page: int, x: float, top: float, width: float, height: float, count: int, gutter: float
) -> tuple[Frame, ...]:
    """Equal frames side by side."""
    each = (width - gutter * (count - 1)) / count
    return tuple(Frame(page, x + i * (each + gutter), top, each, height) for i in range(count))


def balanced(
    paragraphs: tuple[Paragraph, ...],
    page: int,
    x: float,
    top: float,
    width: float,
    count: int = 2,
    gutter: float = 18,
    stream: Callable[[Line], float] = lambda line: 0,
) -> Text:
    """The text in the shortest equal columns that hold it."""
    for height in range(10, 800, 2):
        text = Text(paragraphs, columns(page, x, top, width, height, count, gutter), stream)
        with suppress(ValueError):
            text.lines  # noqa: B018
            return text
    raise ValueError(f"page {page}: no room for {paragraphs[0].text[:60]!r}")


def paragraphs(style: Style, *texts: str) -> tuple[Paragraph, ...]:
    """Paragraphs of one style."""
    return tuple(Paragraph(style, text) for text in texts)


def _flow(paragraphs: tuple[Paragraph, ...], frames: tuple[Frame, ...]) -> Iterator[Line]:
    number, used, links = 0, 0.0, 0
    for paragraph in paragraphs:
        style = paragraph.style
        pieces = _pieces(paragraph, links)
        links += paragraph.text.count("](")
        used += style.space_before if used else 0
        start = 0
        while start < len(pieces):
            needed = style.leading * (4 if style.kept_with_next and start == 0 else 1)
            while used + needed > frames[number].height + 0.01:
                number, used = number + 1, 0.0
                if number == len(frames):
                    raise ValueError(
                        f"page {frames[-1].page}: no room for {pieces[start].text!r} of {paragraph.text[:60]!r}"
                    )
            frame = frames[number]
            end = _line_end(pieces, start, frame.width - style.indent, style)
            yield _line(pieces, start, end, frame, number, used, style)
            start, used = end, used + style.leading


def _pieces(paragraph: Paragraph, links_before: int) -> list[Piece]:
    style, text = paragraph
    text = with_soft_hyphens(text) if style.hyphenated else text
    pieces: list[Piece] = []
    join: Literal[" ", "", "\u00ad"] = ""
    for match in MARKUP.finditer(text):
        link = None
        if match["url"]:
            links_before += 1
            link = (links_before, match["url"].replace(SOFT_HYPHEN, ""))
        font = style.bold_font if match["bold"] else style.font
        for word in re.split(r"(\s+)", match["link"] or match["bold"] or match["plain"]):
            if word.isspace():
                join = " "
                continue
            for part in filter(None, BREAKS.findall(word)):
                soft = part.endswith(SOFT_HYPHEN)
                pieces.append(Piece(_drawn(part.rstrip(SOFT_HYPHEN), style), font, link, join))
                join = SOFT_HYPHEN if soft else ""
    return pieces


def _drawn(text: str, style: Style) -> str:
    if style.ligatures:
        for letters, ligature in LIGATURES.items():
            text = text.replace(letters, ligature)
    return text


def _line_end(pieces: list[Piece], start: int, room: float, style: Style) -> int:
    """The number of the first piece that goes on the next line."""
    end, taken = start + 1, 0.0
    for i in range(start, len(pieces)):
        piece = pieces[i]
        taken += style.width(" ", piece.font) if piece.join == " " and i > start else 0
        taken += style.width(piece.text, piece.font)
        hyphen = style.width("-", piece.font) if _join_after(pieces, i) == SOFT_HYPHEN else 0
        if taken > room:
            break
        if taken + hyphen <= room and _may_break_after(pieces, i):
            end = i + 1
    return end


def _join_after(pieces: list[Piece], i: int) -> str:
    return pieces[i + 1].join if i + 1 < len(pieces) else " "


def _may_break_after(pieces: list[Piece], i: int) -> bool:
    """Between words, at a soft hyphen, and after a hyphen or slash that is printed anyway."""
    return _join_after(pieces, i) != "" or pieces[i].text[-1] in "-/"


def _line(pieces: list[Piece], start: int, end: int, frame: Frame, number: int, used: float, style: Style) -> Line:
    runs: list[Run] = []
    x = style.indent
    for i in range(start, end):
        piece = pieces[i]
        text = (" " if piece.join == " " and i > start else "") + piece.text
        if i == end - 1 and _join_after(pieces, i) == SOFT_HYPHEN:
            text += "-"
        width = style.width(text, piece.font)
        if runs and (runs[-1].font, runs[-1].link) == (piece.font, piece.link):
            runs[-1] = runs[-1]._replace(text=runs[-1].text + text, width=runs[-1].width + width)
        else:
            blank = style.width(" ", piece.font) if text[0] == " " and runs else 0
            if blank:
                runs[-1] = runs[-1]._replace(text=runs[-1].text + " ", width=runs[-1].width + blank)
            runs.append(Run(x + blank, text.lstrip(), piece.font, width - blank, piece.link))
        x += width
    space = 0.0
    if style.justified and end < len(pieces):
        blanks = sum(run.text.count(" ") for run in runs)
        space = (frame.width - x) / blanks if blanks else 0
        runs = list(_spread(runs, space))
    if style.bullet and start == 0:
        font = style.bullet_font or style.font
        runs.insert(0, Run(0, style.bullet, font, style.width(style.bullet, font)))
    baseline = frame.top + used + (style.leading - style.size) / 2 + style.size * 0.8
    return Line(frame.page, number, frame.x, baseline, style, tuple(runs), space)


def _spread(runs: list[Run], space: float) -> Iterator[Run]:
    moved = 0.0
    for run in runs:
        added = space * run.text.count(" ")
        yield run._replace(x=run.x + moved, width=run.width + added)
        moved += added
