"""Breaks paragraphs into lines and lets the lines flow through frames."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from typing import Literal, NamedTuple

from tests.documents.hyphenation import SOFT_HYPHEN, with_soft_hyphens
from tests.documents.styles import Frame, Paragraph, Style

MARKUP = re.compile(r"\[(?P<link>[^\]]+)\]\((?P<url>[^\s)]+)\)|\*\*(?P<bold>.+?)\*\*|(?P<plain>[^\[*]+)")
PARTS_OF_A_WORD = re.compile(rf"[^{SOFT_HYPHEN}/-]*(?:[/-]+|{SOFT_HYPHEN}|$)")
LIGATURES = {"fi": "\ufb01", "fl": "\ufb02"}
LINES_AFTER_A_HEADING = 2


Join = Literal[" ", "", "\u00ad"]


class LinkTarget(NamedTuple):
    """What words link to. The number tells two links to one url apart."""

    number: int
    url: str


class Piece(NamedTuple):
    """A part of a word that no line end cuts. `join` stands before it if it does not begin a line."""

    text: str
    font: str
    link: LinkTarget | None
    join: Join


class Run(NamedTuple):
    """Words in one font at a distance from the line's start."""

    x: float
    text: str
    font: str
    width: float
    link: LinkTarget | None = None


@dataclass(frozen=True)
class Line:
    """A line in its frame, whose number within the text is `column`."""

    frame: Frame
    column: int
    baseline: float
    style: Style
    runs: tuple[Run, ...]
    word_space: float


def flow(paragraphs: Sequence[Paragraph], frames: Sequence[Frame]) -> Iterator[Line]:
    """The lines in reading order. Raises ValueError if the frames do not hold them all."""
    column, used = 0, 0.0
    numbers = count()
    for paragraph in paragraphs:
        style = paragraph.style
        bullet = (_bullet(style),) if style.bullet else ()
        needed = style.leading * (2 + LINES_AFTER_A_HEADING if style.kept_with_next else 1)
        used += style.space_before if used else 0
        pieces = list(_pieces(paragraph, numbers))
        while pieces:
            while used + needed > frames[column].height:
                column, used = column + 1, 0.0
                if column == len(frames):
                    raise ValueError(f"page {frames[-1].page} has no room for: {paragraph.text}")
            frame = frames[column]
            room = frame.width - style.indent
            end = _end_of_line(pieces, room, style)
            printed, pieces, texts = pieces[:end], pieces[end:], _texts(pieces, end)
            word_space = _surplus(texts, printed, room, style) if style.justified and pieces else 0.0
            runs = (*bullet, *_runs(texts, printed, word_space, style))
            yield Line(frame, column, frame.top + used + _ascent(style), style, runs, word_space)
            used, needed, bullet = used + style.leading, style.leading, ()


def _ascent(style: Style) -> float:
    """From the top of a line to its baseline, with half of the leading's surplus above the letters."""
    return (style.leading - style.size) / 2 + style.size * 0.8


def _bullet(style: Style) -> Run:
    font = style.bullet_font or style.font
    return Run(0, style.bullet, font, style.width(style.bullet, font))


def _pieces(paragraph: Paragraph, numbers: Iterator[int]) -> Iterator[Piece]:
    style = paragraph.style
    join: Join = ""
    for match in MARKUP.finditer(paragraph.text):
        link = LinkTarget(next(numbers), match["url"]) if match["url"] else None
        font = style.bold_font if match["bold"] else style.font
        for word in re.split(r"( )", match["link"] or match["bold"] or match["plain"]):
            if word == " ":
                join = " "
                continue
            for part in filter(None, PARTS_OF_A_WORD.findall(with_soft_hyphens(word) if style.hyphenated else word)):
                yield Piece(_with_ligatures(part.rstrip(SOFT_HYPHEN), style), font, link, join)
                join = "\u00ad" if part.endswith(SOFT_HYPHEN) else ""


def _with_ligatures(text: str, style: Style) -> str:
    for letters, ligature in LIGATURES.items() if style.ligatures else ():
        text = text.replace(letters, ligature)
    return text


def _end_of_line(pieces: Sequence[Piece], room: float, style: Style) -> int:
    """How many pieces the line takes: as many as fit, with the hyphen that the last of them may need."""
    end, taken = 1, 0.0
    for i, piece in enumerate(pieces):
        after = pieces[i + 1].join if i + 1 < len(pieces) else " "
        taken += style.width((" " if piece.join == " " and i else "") + piece.text, piece.font)
        if taken > room:
            break
        hyphen = style.width("-", piece.font) if after == SOFT_HYPHEN else 0
        if (after or piece.text[-1] in "-/") and taken + hyphen <= room:
            end = i + 1
    return end


def _texts(pieces: Sequence[Piece], end: int) -> list[str]:
    """What the first pieces print on a line of their own, blanks and the hyphen at the line's end included."""
    texts = [(" " if piece.join == " " and i else "") + piece.text for i, piece in enumerate(pieces[:end])]
    if end < len(pieces) and pieces[end].join == SOFT_HYPHEN:
        texts[-1] += "-"
    return texts


def _surplus(texts: Sequence[str], pieces: Sequence[Piece], room: float, style: Style) -> float:
    """What each blank must grow by for the line to fill the room."""
    natural = sum(style.width(text, piece.font) for text, piece in zip(texts, pieces, strict=True))
    blanks = sum(text.startswith(" ") for text in texts)
    return (room - natural) / blanks if blanks else 0.0


def _runs(texts: Sequence[str], pieces: Sequence[Piece], word_space: float, style: Style) -> Iterator[Run]:
    """Neighbours of one font and link together; a blank before a run is a distance."""
    x = style.indent
    for (font, link), group in groupby(zip(texts, pieces, strict=True), key=lambda pair: pair[1][1:3]):
        text = "".join(text for text, _ in group)
        if text.startswith(" "):
            text = text[1:]
            x += style.width(" ", font) + word_space
        width = style.width(text, font) + word_space * text.count(" ")
        yield Run(x, text, font, width, link)
        x += width
