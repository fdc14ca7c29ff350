"""Running heads, page numbers and tab titles: what stands at a page's edge for the sake of the page.

Repetition tells (the same words at the same height at the edge of several pages; figures in them may differ, but facts
with their labels and the next lines of a text are none), and for page numbers the place: a short row in the margin,
apart from the text, that begins or ends with a number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Furniture, Page
from pipeline.segment.facts import begins_fact
from pipeline.segment.icons import icon_fonts, without_icon
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.stretches import around
from pipeline.segment.lines.words import Word
from pipeline.segment.regions import Panel
from pipeline.segment.typography import LARGER

# Furniture stands within this share of the page's height from its top or bottom edge, or of its width from a side.
EDGE, SIDE = 0.1, 0.07
# The same words stand at the edges of one page no more often than this: more are cells of a column.
MOST_ON_PAGE = 2
# The next line of a head stands no further below its first than this (ems).
HEAD_LEADING = 1.5
# Repeated furniture keeps its height to within this (points).
SAME_HEIGHT = 3.0
# The row of a page number is short (words) and apart from the text by more than this (ems).
ROW_WORDS, APART = 8, 1.2

NUMBERED, REPEATED, ICON, MARK = "page number", "repeated at the edge of pages", "icon", "mark of a note"
LEADERS, LEADING, DOTS = "leader dots", frozenset(".·…_"), re.compile(r"[.·…_]+")
# Leader dots are at least so many.
FEWEST_DOTS = 4
PAGE_NUMBER = re.compile(r"[|–—-]?\d{1,3}[|–—-]?|[ivxl]{1,6}|\d{1,3}/\d{1,3}")


@dataclass(frozen=True)
class Sheet:
    """A page: its upright lines on their grounds, and its turned lines."""

    page: Page
    panel: Panel
    turned: Sequence[Line]

    @property
    def lines(self) -> list[Line]:
        """All lines."""
        return [*self.panel.every(), *self.turned]


def furniture(sheets: Sequence[Sheet]) -> dict[Line, str]:
    """The lines that are furniture, each with the reason."""
    reasons = dict.fromkeys((line for sheet in sheets for line in _page_number(sheet)), NUMBERED)
    reasons |= dict.fromkeys(_repeated(sheets), REPEATED)
    # What is all that a page has to say is its text.
    bare = {
        line
        for sheet in sheets
        if all(line in reasons for line in sheet.lines) and not any(sheet.panel.all_tables())
        for line in sheet.lines
    }
    return {line: reason for line, reason in reasons.items() if line not in bare}


def _repeated(sheets: Sequence[Sheet]) -> Iterator[Line]:
    sizes = Counter(round(line.size, 1) for sheet in sheets for line in sheet.lines)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    places: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for number, sheet in enumerate(sheets):
        for line in sheet.lines:
            if _at_edge(line, sheet) and not begins_fact(line.text):
                places[_words(line)].append((number, line))
    for same in places.values():
        on_page = Counter(number for number, _ in same)
        for number, line in same:
            if on_page[number] > MOST_ON_PAGE or _is_head(line, sheets[number]):
                continue
            again = any(
                other != number
                and abs(line.box.top - twin.box.top) <= SAME_HEIGHT
                and not _numbered_title(line, twin, usual)
                for other, twin in same
            )
            if again and not any(_runs_on(upper, line, places) for upper in sheets[number].lines):
                yield line


def _is_head(line: Line, sheet: Sheet) -> bool:
    """Whether a line is one of the heads over the columns of a table, or the next of one, of which another is a known
    label; the last line of a page heads nothing."""
    if all(other.baseline < line.baseline + HEAD_LEADING * line.size for other in sheet.lines):
        return False
    near = (other for other in sheet.lines if abs(other.baseline - line.baseline) < HEAD_LEADING * line.size)
    return any(begins_fact(other.text) and other.box.x0 - line.box.x1 > line.size for other in near)


def _numbered_title(line: Line, twin: Line, usual: float) -> bool:
    """Whether lines of one wording with two numbers (Project 1, Project 2) are titles: larger than the usual type."""
    return line.text != twin.text and line.size >= LARGER * usual


def _runs_on(upper: Line, line: Line, places: Mapping[str, Sequence[object]]) -> bool:
    """Whether a line is the next of a text that does not come back: in its type, right below it, from its edge."""
    gap = line.box.top - upper.box.bottom
    right_below = abs(upper.box.x0 - line.box.x0) < line.size / 2 and -line.size / 2 < gap < line.size
    return right_below and upper.words[-1].style == line.words[0].style and len(places.get(_words(upper), ())) < 2


def _words(line: Line) -> str:
    """The words with all figures alike."""
    return re.sub(r"\d+", "0", line.text)


def _at_edge(line: Line, sheet: Sheet) -> bool:
    x, y = line.box.middle
    high = min(y, sheet.page.height - y) < EDGE * sheet.page.height
    return high or min(x, sheet.page.width - x) < SIDE * sheet.page.width


def _page_number(sheet: Sheet) -> Iterator[Line]:
    """The first and the last row of a page, if they hold a page number and stand apart."""
    lines = sorted(sheet.panel.every(), key=lambda line: line.baseline)
    for outer in (lines, lines[::-1]):
        row = [line for line in outer if abs(line.baseline - outer[0].baseline) < line.size / 2]
        rest = outer[len(row) :]
        if not _numbered(row) or not all(_at_edge(line, sheet) for line in row):
            continue
        gap = abs(rest[0].baseline - row[0].baseline) if rest else sheet.page.height
        if gap > (1 + APART) * max(line.size for line in row):
            yield from row


def _numbered(row: Sequence[Line]) -> bool:
    words = [word.text for line in sorted(row, key=lambda line: line.box.x0) for word in line.words]
    return 0 < len(words) <= ROW_WORDS and any(PAGE_NUMBER.fullmatch(word) for word in (words[0], words[-1]))


def cleaned(sheets: Sequence[Sheet]) -> tuple[list[Panel], list[list[Line]], list[Furniture]]:
    """The panels and turned lines of all pages without furniture and icons, and what was taken out of them."""
    reasons = furniture(sheets)
    icons = icon_fonts(line for sheet in sheets for line in sheet.panel.every())

    def kept(line: Line) -> Line | None:
        if line in reasons:
            return None
        return without_icon(line) if line.words[0].style.font in icons else line

    removed = [
        Furniture(sheet.page.number, line.text, line.box, reasons[line])
        if line in reasons
        else Furniture(sheet.page.number, line.words[0].text, line.words[0].box, ICON)
        for sheet in sheets
        for line in sheet.lines
        if kept(line) is not line
    ]
    removed += [
        Furniture(sheet.page.number, word.text, word.box, LEADERS)
        for sheet in sheets
        for line in sheet.panel.every()
        if kept(line)
        for word in _leaders(line)
    ]
    removed += [
        Furniture(sheet.page.number, mark.text, mark.box, MARK)
        for sheet in sheets
        for line in [*sheet.lines, *(line for table in sheet.panel.all_tables() for line in table.lines)]
        for mark in line.marks
    ]
    turned = [[line for line in sheet.turned if line not in reasons] for sheet in sheets]
    panels = [sheet.panel.changed(kept).changed(_without_leaders) for sheet in sheets]
    return panels, turned, removed


def _leaders(line: Line) -> list[Word]:
    """The dots that lead from a label to its figure."""
    dots = [word for word in line.words if word.text[0] in LEADING and DOTS.fullmatch(word.text)]
    return dots if sum(len(word.text) for word in dots) >= FEWEST_DOTS else []


def _without_leaders(line: Line) -> Line | None:
    leaders = _leaders(line)
    words = tuple(word for word in line.words if word not in leaders)
    if not leaders or not words:
        return None if leaders else line
    return replace(line, words=words, box=around(word.box for word in words))
