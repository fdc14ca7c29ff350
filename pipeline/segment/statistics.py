"""Lines -> statistics: figures in a row, each centred below its name, that are read column by column.

What stands beside such a figure is another one, not the rest of a sentence or of a table's row: no words are level with
it but names and figures of the same band, and no figure stands right below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.segment.facts import is_figure
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
# A figure has no more words than this.
FIGURE_WORDS = 2


def statistics(lines: Sequence[Line]) -> list[Panel]:
    """Each name with its figure as a ground of its own."""
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
        if 0 <= other.box.top - figure.box.bottom < gap * figure.size and _overlap(figure, other):
            return
    name: list[Line] = []
    top, gap = figure.box.top, NAME_GAP
    reach = figure.box.top - NAME_REACH * figure.size
    above = [line for line in lines if reach < line.box.bottom < figure.box.bottom and _overlap(line, figure)]
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


def _overlap(one: Line, other: Line) -> bool:
    return min(one.box.x1, other.box.x1) > max(one.box.x0, other.box.x0)
