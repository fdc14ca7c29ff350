"""What type tells: which lines stand out from the running text around them, and which columns run on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Style
from pipeline.segment.facts import tells_facts
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.words import MARKER, SENTENCE_END

# Greys darker than this are those of type on paper.
MIDDLE_GREY = "#c0c0c0"
# A line stands out by size if it is this much larger than the running text.
LARGER = 1.12
# Bold or capital lines stand out unless they are smaller than the running text by more than this factor, coloured ones
# by more than that.
SMALLER, AS_LARGE = 0.85, 0.98
# So many capitals may be a name of several words or a heading; fewer are an abbreviation.
CAPITALS = 4
# Text that is set in one style over fewer letters than this shows no running text of its own.
RUNNING_LETTERS = 120
# A column runs on if this share of its lines begins in lower case or with a bullet.
RUNS_ON = 0.25


@dataclass(frozen=True)
class Typography:
    """The style of the running text here and in the whole document, and the colours that words within it have: those
    of links, not of headings."""

    body: Style
    document: Style
    inline: frozenset[str] = frozenset()

    def within(self, lines: Sequence[Line]) -> Typography:
        """The typography of a part of the document: its own running text, where it has any, and where none of it has
        the colour of the document's text, the colour of what is set like that text."""
        body = _common(lines, RUNNING_LETTERS)
        if body is None and all(line.style.colour != self.body.colour for line in lines):
            alike = [line for line in lines if line.style._replace(colour=self.body.colour) == self.body]
            body = _common(alike)
        return replace(self, body=body) if body else self

    def stands_out(self, line: Line) -> bool:
        """Whether a line's type differs from the running text as that of a heading does, or the structure tree
        tells that it is one."""
        if line.tag and line.tag.heading:
            return True
        style, body = line.style, self.body
        if tells_facts(line.text):
            return False
        if style.size >= LARGER * body.size:
            return True
        if style.size < SMALLER * body.size:
            return False
        return (
            (not body.bold and all(word.style.bold for word in line.words))
            or (
                style.colour not in (body.colour, *self.inline)
                and style.size >= AS_LARGE * body.size
                and not _fainter(style.colour, body.colour)
            )
            or _capitals(line.text)
            # Underlined words in another colour are a link.
            or (line.underlined and style.colour == body.colour and not SENTENCE_END.search(line.text))
        )


def typography(lines: Sequence[Line]) -> Typography:
    """The running text of a document: the style that most letters have."""
    body = _common(lines) or Style("", 10.0, False, False, "#000000")
    within = (word.style for line in lines if line.style == body for word in line.words)
    return Typography(body, body, frozenset(style.colour for style in within if not style.bold) - {body.colour})


def _common(lines: Iterable[Line], least: int = 0) -> Style | None:
    """The style that most letters have, at least so many."""
    letters: Counter[Style] = Counter()
    for line in lines:
        letters[line.style] += len(line.text)
    if not letters:
        return None
    style, count = min(letters.items(), key=lambda item: (-item[1], item[0]))
    return style if count >= least else None


def _fainter(colour: str, than: str) -> bool:
    """Whether a colour is but a paler grey of black type: what is set in it steps back."""
    grey = all(each[1:] == 3 * each[1:3] for each in (colour, than))
    return grey and than < colour < MIDDLE_GREY


def _capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= CAPITALS


def runs_on(lines: Sequence[Line]) -> bool:
    """Whether the lines read down, as paragraphs and lists do and cells of a table do not."""
    if len(lines) < 2:
        return False
    going_on = sum(line.bullet or small(line.text) or bool(MARKER.match(line.words[0].text)) for line in lines)
    return going_on >= RUNS_ON * len(lines)


def small(text: str) -> bool:
    """Whether a text begins with a letter that is no capital; scripts without capitals have only such letters."""
    return text[:1].isalpha() and not text[:1].isupper()
