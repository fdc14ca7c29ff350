"""Lines -> statistics: figures in a row, each over its caption or centred below its name, read column by column.

What stands beside such a figure is another one, not the rest of a sentence or of a table's row: no words are level with
it but names and figures of the same band, and no figure stands right below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.segment.facts import is_figure, states_figure
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import by_level
from pipeline.segment.lines.stretches import around
from pipeline.segment.regions import Panel

# A name or caption stands no further from its figure than this, and its lines no further apart; text that is nearer
# than that below a figure makes a card of it, and a figure that is nearer than this a table. In ems.
NEAR, LEADING, FIGURE_GAP = 1.0, 0.8, 1.5
# The middles of a figure and its name or caption differ by less than this, in ems.
CENTRED = 0.8
# A figure is larger than its caption by this factor at least.
LARGER = 1.4
# A figure below its name has no more words than this.
FIGURE_WORDS = 2


def statistics(lines: Sequence[Line]) -> list[Panel]:
    """Each figure with its caption or name as a ground of its own."""
    captioned = list(_captioned(lines))
    held = {line for panel in captioned for line in panel.lines}
    return [*captioned, *_named([line for line in lines if line not in held])]


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
    end, gap = figure.box.bottom, NEAR
    below = (line for line in lines if line.box.top >= figure.box.middle[1] and line.box.shares_column(figure.box))
    for line in sorted(below, key=lambda line: line.box.top):
        if line.box.top - end >= gap * line.size:
            break
        if not _stands_under(line, figure) or LARGER * line.size > figure.size:
            return []
        caption.append(line)
        end, gap = line.box.bottom, LEADING
    return caption if len({_type(line) for line in caption}) == 1 else []


def _stands_under(line: Line, figure: Line) -> bool:
    near = CENTRED * line.size
    return abs(line.box.x0 - figure.box.x0) < near or abs(line.box.middle[0] - figure.box.middle[0]) < near


def _named(lines: Sequence[Line]) -> Iterator[Panel]:
    """Figures each centred below its name."""
    figures = [line for line in lines if is_figure(line.text) and len(line.words) <= FIGURE_WORDS]
    for level in by_level(figures):
        named = [[*name, figure] for figure in level if (name := _name(figure, lines, figures))]
        if len(named) > 1:
            yield from map(_panel, named)


def _name(figure: Line, lines: Sequence[Line], figures: Sequence[Line]) -> list[Line]:
    """The lines right above a figure that are centred on it, from the top; none where it is no statistic."""
    column = [line for line in lines if line.box.shares_column(figure.box)]
    for other in column:
        gap = FIGURE_GAP if other in figures else LEADING
        if 0 <= other.box.top - figure.box.bottom < gap * figure.size:
            return []
    name: list[Line] = []
    top, gap = figure.box.top, NEAR
    above = (line for line in column if line.box.bottom < figure.box.middle[1])
    for line in sorted(above, key=lambda line: -line.box.bottom):
        centred = abs(line.box.middle[0] - figure.box.middle[0]) < CENTRED * line.size
        if top - line.box.bottom >= gap * line.size or not centred or _type(line) == _type(figure):
            break
        name = [line, *name]
        top, gap = line.box.top, LEADING
    return name if name and name[0] not in figures else []


def _type(line: Line) -> tuple[float, bool, str]:
    return round(line.size), line.style.bold, line.style.colour
