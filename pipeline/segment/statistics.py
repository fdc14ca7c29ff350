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
    """Figures set large in a row, each with the lines of its caption right below it, all of one type."""
    large = [line for line in lines if states_figure(line.text) and not YEAR.fullmatch(line.text)]
    for level in by_level(large) if large[1:] else ():
        told = [(figure, caption) for figure in level if (caption := _caption(figure, lines))]
        types = {_type(caption[0]) for _, caption in told}
        if len(told) > 1 and len(told) == len(level) and len(types) == len({figure.size for figure in level}) == 1:
            for figure, caption in told:
                box = around(line.box for line in (figure, *caption))
                yield Panel(box, box, (figure, *caption), (), (), ())


def _caption(figure: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines right below a figure that begin where it does or have its middle, in lesser type; none where more text
    follows them."""
    caption: list[Line] = []
    end, gap = figure.box.bottom, CAPTION_GAP
    for line in sorted(lines, key=lambda line: line.box.top):
        if line is figure or not line.box.shares_column(figure.box) or line.box.top < figure.box.middle[1]:
            continue
        white = line.box.top - end
        if white >= (gap if not caption else TEXT_GAP) * line.size:
            break
        near = white < gap * line.size and (not caption or _type(caption[0]) == _type(line))
        if not near or not _stands_under(line, figure) or LARGER * line.size > figure.size:
            return []
        caption.append(line)
        end, gap = line.box.bottom, LEADING
    return caption if len(caption) <= CAPTION_LINES else []


def _stands_under(line: Line, figure: Line) -> bool:
    near = CENTRED * line.size
    return abs(line.box.x0 - figure.box.x0) < near or abs(line.box.middle[0] - figure.box.middle[0]) < near


def _named(lines: Sequence[Line]) -> list[Panel]:
    """Figures each centred below its name."""
    figures = [line for line in lines if is_figure(line.text) and len(line.words) <= FIGURE_WORDS]
    found: list[Panel] = []
    for level in by_level(figures):
        held = {line for panel in found for line in panel.lines}
        free = (figure for figure in level if figure not in held)
        named = [(name, figure) for figure in free if (name := list(_name(figure, lines, figures)))]
        centred = any(abs(name[-1].box.x0 - figure.box.x0) > SET_IN * figure.size for name, figure in named)
        if len(named) > 1 and centred and len({_type(name[0]) for name, _ in named}) == 1:
            for name, figure in named:
                box = around(line.box for line in (*name, figure))
                found.append(Panel(box, box, (*name, figure), (), (), ()))
    return found


def _name(figure: Line, lines: Sequence[Line], figures: Sequence[Line]) -> Iterator[Line]:
    """The lines right above a figure that are centred on it, from the top; none where it is no statistic."""
    for other in lines:
        gap = FIGURE_GAP if other in figures else TEXT_GAP
        if 0 <= other.box.top - figure.box.bottom < gap * figure.size and figure.box.shares_column(other.box):
            return
    name: list[Line] = []
    top, gap = figure.box.top, NAME_GAP
    reach = figure.box.top - NAME_REACH * figure.size
    over = (line for line in lines if line.box.shares_column(figure.box))
    above = [line for line in over if reach < line.box.bottom < figure.box.bottom]
    for line in sorted(above, key=lambda line: -line.box.bottom):
        near = -figure.size / 2 < top - line.box.bottom < gap * line.size
        if line.box.top >= top or not near:
            continue
        centred = abs(line.box.middle[0] - figure.box.middle[0]) < CENTRED * line.size
        if not centred or _type(line) == _type(figure) or (name and _type(name[0]) != _type(line)):
            break
        name.insert(0, line)
        top, gap = line.box.top, LEADING
    if name and name[0] not in figures:
        yield from name


def _type(line: Line) -> tuple[float, bool, str]:
    return round(line.size), line.style.bold, line.style.colour
