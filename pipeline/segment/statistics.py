"""Lines -> statistics: figures in a row, each over its caption or centred below its name, read column by column.

What stands beside such a figure is another one, not the rest of a sentence or of a table's row: no words are level with
it but names and figures of the same band, and no figure stands right below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.segment.facts import is_figure, states_figure
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import by_level
from pipeline.segment.lines.stretches import around
from pipeline.segment.regions import Panel

# A name stands no further above its figure than this, its own lines no further apart, and no other figure follows
# within this; all lines of a name stand within this above it, in ems.
NAME_GAP, LEADING, FIGURE_GAP, NAME_REACH = 1.0, 0.5, 1.5, 6.0
# No text follows below it within this, in ems: that would be a card with its heading.
TEXT_GAP = 0.8
# The middles of a name and its figure differ by no more than this, the left edges of some by more than that, in ems.
CENTRED, SET_IN = 0.8, 0.3
# A caption is smaller than its figure by this factor at least, stands no further below it (ems) and has no more lines.
LARGER, CAPTION_GAP, CAPTION_LINES = 1.4, 1.0, 4
YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?\d+)?")
# A figure has no more words than this.
FIGURE_WORDS = 2


def statistics(lines: Sequence[Line]) -> list[Panel]:
    """Each figure with its caption or name as a ground of its own."""
    captioned = list(_captioned(lines))
    held = {line for panel in captioned for line in panel.lines}
    return captioned + _named([line for line in lines if line not in held])


def _captioned(lines: Sequence[Line]) -> Iterator[Panel]:
    """Figures set large in a row, each with the lines of its caption right below it."""
    for level in by_level(line for line in lines if states_figure(line.text)):
        captions = [_caption(figure, lines) for figure in level]
        if len(level) > 1 and all(captions):
            yield from (_panel([figure, *caption]) for figure, caption in zip(level, captions, strict=True))


def _panel(lines: Sequence[Line]) -> Panel:
    box = around(line.box for line in lines)
    return Panel(box, box, tuple(lines))


def _caption(figure: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines right below a figure that begin where it does or have its middle, in lesser type; none where more text
    follows them."""
    caption: list[Line] = []
    end, gap = figure.box.bottom, CAPTION_GAP
    below = (line for line in lines if line.box.top >= figure.box.middle[1] and line.box.shares_column(figure.box))
    for line in sorted(below, key=lambda line: line.box.top):
        if line.box.top - end >= gap * line.size:
            break
        if not _stands_under(line, figure) or LARGER * line.size > figure.size:
            return []
        caption.append(line)
        end, gap = line.box.bottom, TEXT_GAP
    return caption if len({_type(line) for line in caption}) == 1 else []


def _stands_under(line: Line, figure: Line) -> bool:
    near = CENTRED * line.size
    return abs(line.box.x0 - figure.box.x0) < near or abs(line.box.middle[0] - figure.box.middle[0]) < near


def _named(lines: Sequence[Line]) -> list[Panel]:
    """Figures each centred below its name."""
    figures = [line for line in lines if is_figure(line.text) and len(line.words) <= FIGURE_WORDS]
    found: list[Panel] = []
    for level in by_level(figures):
        held = {line for panel in found for line in panel.lines}
        named = [(name, figure) for figure in level if figure not in held and (name := _name(figure, lines, figures))]
        if len(named) > 1:
            found += [_panel([*name, figure]) for name, figure in named]
    return found


def _name(figure: Line, lines: Sequence[Line], figures: Sequence[Line]) -> list[Line]:
    """The lines right above a figure that are centred on it, from the top; none where it is no statistic."""
    column = [line for line in lines if line.box.shares_column(figure.box)]
    for other in column:
        gap = FIGURE_GAP if other in figures else TEXT_GAP
        if 0 <= other.box.top - figure.box.bottom < gap * figure.size:
            return []
    name: list[Line] = []
    top, gap = figure.box.top, NAME_GAP
    for line in sorted(column, key=lambda line: -line.box.bottom):
        if line.box.bottom >= figure.box.bottom or top - line.box.bottom <= -figure.size / 2:
            continue
        centred = abs(line.box.middle[0] - figure.box.middle[0]) < CENTRED * line.size
        if top - line.box.bottom >= gap * line.size or not centred or _type(line) == _type(figure):
            break
        name.insert(0, line)
        top, gap = line.box.top, LEADING
    return name if name and name[0] not in figures else []


def _type(line: Line) -> tuple[float, bool, str]:
    return round(line.size), line.style.bold, line.style.colour
