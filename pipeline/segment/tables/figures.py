"""Lines -> tables of figures that nothing but white parts: labels on the left, figures in columns beside them.

A level line of a label with figures to the right of it is a row, if the figures stand below those of another such row.
Lines between rows are the next lines of a label or of a head, or rows of labels alone ("Revenue"); what stands over the
columns right above the first row is their heads. Two such tables may stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import inf
from statistics import median

from pipeline.language.expressions import says
from pipeline.model import BoundingBox, columns_of
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import LEVEL, by_level
from pipeline.segment.lines.levels import level as are_level
from pipeline.segment.lines.stretches import around
from pipeline.segment.lines.words import MARKER, SENTENCE_END
from pipeline.segment.tables.cells import SIGN_OR_CODE, Table, apart, is_figure, is_nil, of_rows
from pipeline.segment.tables.heads import go_on
from pipeline.segment.typography import runs_on, small

# Rows of one table are no further apart than this, heads no further above the first row, in ems; and heads no larger
# than the figures by more than this factor.
ROW_GAP, HEAD_GAP, LARGER = 3.2, 2.2, 1.5
# Heads have two lines at most, and the name of the first rows below them.
HEAD_LINES = 3
# The parts of an account ("Assets") and their names of so many words are no further apart than this (ems),
# and the names no larger or smaller than the rows by this share.
PART_GAP, NAME_WORDS, SAME_SIZE = 5.0, 6, 0.125
# The next line of a label follows closer than this (ems), or closer than this share of the distance of rows.
LEADING, NEARER = 0.45, 0.75
# A line that precedes a label is this much (ems) less near to it than one that follows.
BEFORE = 0.25
# A label has no more words than this on a line.
LABEL_WORDS = 16
# A row alone has its amount this far beside its label, and so much white above and below it, in ems.
ALONE, WHITE = 3.0, 0.5
# A number that counts the rows, before their labels.
RANK = re.compile(r"\d{1,3}[.)]?")
# A column of running text has more lines than this share that begin with a small letter.
RUNNING = 0.4
# A head of figures begins no further left of them than this (ems), unless it ends where they do.
WIDER = 4.0
# Lines of the heads of columns that overlap by more than this (ems) stand in one row.
OVERLAP = 0.25
# The words right of all figures stand in at least this share of the rows.
BEYOND = 0.7
# Edges of cells below each other differ by no more than this, in ems.
SAME_EDGE = 0.6


@dataclass(eq=False)
class Row:
    """The words of a row, if it has any, and the figures beside them."""

    words: list[Line]
    figures: list[Line]

    @property
    def label(self) -> Line | None:
        """The first of its words but for a number that counts the rows."""
        return next((line for line in self.words if not is_figure(line.text)), self.words[0] if self.words else None)

    @property
    def size(self) -> float:
        """That of its figures."""
        return self.figures[0].size

    @property
    def lines(self) -> list[Line]:
        """All of it from left to right."""
        return [*self.words, *self.figures]

    @property
    def baseline(self) -> float:
        """That of its figures."""
        return self.figures[0].baseline

    @property
    def box(self) -> BoundingBox:
        """Around all of it."""
        return around(line.box for line in self.lines)


@dataclass(eq=False)
class Block:
    """Rows below each other."""

    rows: list[Row]

    @property
    def size(self) -> float:
        """That of its first figures."""
        return self.rows[0].size

    @property
    def box(self) -> BoundingBox:
        """Around all of them."""
        return around(row.box for row in self.rows)

    def takes(self, row: Row) -> bool:
        """Whether a row goes on with the block: close below its last, its figures below those of an earlier row."""
        size = row.size
        near = 0 < row.baseline - self.rows[-1].baseline < (ROW_GAP + 1) * size
        return near and (self.stands_over(row) or self.goes_on_in_bars(row))

    def goes_on_in_bars(self, row: Row) -> bool:
        """Whether a row is the next of a chart of bars: one figure at the end of each bar, all labels at one edge."""
        bars = [*self.rows[-2:], row]
        if any(len(each.words) != 1 or len(each.figures) != 1 for each in bars):
            return False
        pitches = [lower.baseline - upper.baseline for upper, lower in pairwise(bars)]
        above, label = (each.words[0] for each in bars[-2:])
        edge = min(abs(above.box.x0 - label.box.x0), abs(above.box.x1 - label.box.x1)) < SAME_EDGE * label.size
        return edge and max(pitches) - min(pitches) < LEVEL * label.size

    def stands_over(self, row: Row) -> bool:
        """Whether the figures of a row stand below those of its rows."""
        above = [figure for other in self.rows for figure in other.figures]
        return all(any(aligned(figure, other) for other in above) for figure in row.figures[:1] + row.figures[-1:])

    def goes_on(self, other: Block, lines: Sequence[Line]) -> bool:
        """Whether another block is the next part of the same account: the last row of this one sums it up, or several
        columns go on, of figures or of words, and nothing but the name of the part, in the type of its rows, stands
        between them. Parts with the same labels are accounts of their own."""
        last, first = self.rows[-1], other.rows[0]
        size, top, bottom = last.size, last.box.bottom, first.box.top
        sums_up = last.label is None or says("total").search(last.label.text) or len(first.figures) > 1
        sums_up = sums_up or _go_on(last.words, first.words)
        if not sums_up or not self.stands_over(first):
            return False
        between = [line for line in lines if top < line.baseline < bottom and line.box.shares_column(self.box)]
        gaps = pairwise([last.baseline, *sorted(line.baseline for line in between), first.baseline])
        names = all(abs(line.size - size) < SAME_SIZE * size and len(line.words) <= NAME_WORDS for line in between)
        near = all(lower - upper < (PART_GAP + 1) * size for upper, lower in gaps)
        ours, theirs = ({row.label.text for row in block.rows if row.label} for block in (self, other))
        return names and near and not ours & theirs


def _go_on(upper: Sequence[Line], lower: Sequence[Line]) -> bool:
    """Whether the words of two rows stand in the same columns, of which there are several."""
    edges = zip(upper, lower, strict=False)
    return len(upper) == len(lower) > 1 and all(
        abs(one.box.x0 - other.box.x0) < SAME_EDGE * one.size for one, other in edges
    )


def figure_tables(lines: Sequence[Line]) -> list[Table]:
    """The tables of figures among lines."""
    if sum(map(_ends_in_figure, lines)) < 2:
        return []
    levels = by_level(lines)
    blocks: list[Block] = []
    for level in levels:
        for row in _rows(level):
            for part, block in _taken(row, blocks):
                if block:
                    block.rows.append(part)
                else:
                    blocks.append(Block([part]))
    used: set[int] = set()
    found = []
    for block in blocks:
        _leave_labels_beside(block, blocks)
    for block in blocks:
        _leave_text_beside(block, lines)
    for block in chain.from_iterable(_cut_at_text(block, lines) for block in _whole(blocks, lines)):
        if any(id(word) in used for row in block.rows for line in row.lines for word in line.words):
            continue
        if not _is_table(block) and not _stands_alone(block, lines):
            continue
        if made := _table(block, [line for line in lines if id(line.words[0]) not in used]):
            used |= {id(word) for line in made.lines for word in line.words}
            found.append(made)
    return found


def _ends_in_figure(line: Line) -> bool:
    """Whether a line is a figure, or has one at its end that leader dots led to."""
    return is_figure(line.text) or (is_figure(line.words[-1].text) and len(apart(line)) > 1)


def _leave_text_beside(block: Block, lines: Sequence[Line]) -> None:
    """Take the lines of running text left of the labels out of the rows that they happen to be level with."""
    starts = [row.words[-1].box.x0 for row in block.rows if row.words]
    outer = [
        line
        for row in block.rows
        for line in row.words
        if 2 * sum(start >= line.box.x1 for start in starts) > len(block.rows)
    ]
    size, top, bottom = block.size, block.box.top, block.box.bottom
    for left, edge in columns_of(line.box for line in outer):
        column = [
            line
            for line in lines
            if left - size < line.box.x0 < edge and top < line.baseline + ROW_GAP * size < bottom + 2 * ROW_GAP * size
        ]
        if sum(small(line.text) for line in column) > RUNNING * len(column):
            for row in block.rows:
                row.words = [line for line in row.words if not left <= line.box.x0 < edge]


def _leave_labels_beside(block: Block, blocks: Sequence[Block]) -> None:
    """Take the labels of a table that stands left of this one, with its figures, out of the rows that they are level
    with, and what names its rows above them."""
    for other in blocks:
        if other is block or not other.rows[1:]:
            continue
        figures = [row.figures for row in other.rows]
        x0, x1 = min(row[0].box.x0 for row in figures), max(row[-1].box.x1 for row in figures)
        top, bottom = other.box.top - ROW_GAP * other.size, other.box.bottom
        for row in (row for row in block.rows if top < row.baseline < bottom):
            beyond = [line for line in row.words if line.box.x1 <= x0]
            if beyond and row.figures[0].box.x0 > x1:
                row.words = [line for line in row.words if line not in beyond]


def _whole(blocks: Sequence[Block], lines: Sequence[Line]) -> list[Block]:
    """The blocks, those that are parts of one account as one."""
    whole: list[Block] = []
    for block in blocks:
        before = next((other for other in reversed(whole) if other.goes_on(block, lines)), None)
        if before:
            before.rows += block.rows
        else:
            whole.append(block)
    return whole


def _cut_at_text(block: Block, lines: Sequence[Line]) -> list[Block]:
    """The rows above and below each line between them that runs from the labels into the figures."""
    left = block.box.x0
    edge = columns_of(figure.box for row in block.rows for figure in row.figures)[0]
    size, own = block.size, {line for row in block.rows for line in row.lines}
    cuts = [
        line.baseline
        for line in lines
        if left - size < line.box.x0 < edge[0] - size < edge[1] < line.box.x1 and line not in own
    ]
    parts: dict[int, list[Row]] = {}
    for row in block.rows:
        parts.setdefault(sum(cut < row.baseline for cut in cuts), []).append(row)
    return [Block(rows) for rows in parts.values()]


def _taken(row: Row, blocks: Sequence[Block]) -> list[tuple[Row, Block | None]]:
    """A row with the block that goes on with it, if any; one without a label between its figures may go on with two
    blocks side by side."""
    block = next((block for block in reversed(blocks) if block.takes(row)), None)
    for place in range(1, len(row.figures) if block is None else 0):
        left, right = Row(row.words, row.figures[:place]), Row([], row.figures[place:])
        both = [next((block for block in reversed(blocks) if block.takes(part)), None) for part in (left, right)]
        if all(both):
            return list(zip((left, right), both, strict=True))
    return [(row, block)]


def _rows(level: Sequence[Line]) -> Iterator[Row]:
    """The rows on a level line: figures beside each other with the words before them."""
    words: list[Line] = []
    figures: list[Line] = []
    for line in chain.from_iterable(map(apart, level)):
        if is_figure(line.text) or (is_nil(line.text) and (figures or words)):
            figures.append(line)
            continue
        if figures and not words and all(RANK.fullmatch(figure.text) for figure in figures):
            words, figures = figures, []
        elif figures:
            yield Row(words, figures)
            words, figures = [], []
        words.append(line)
    if figures:
        yield Row(words, figures)


def aligned(one: Line, other: Line) -> bool:
    """Whether figures stand below each other: at one right or left edge, around one middle, or, if one is short, within
    the other."""
    near = SAME_EDGE * one.size
    return (
        abs(one.box.x1 - other.box.x1) < near
        or abs(one.box.x0 - other.box.x0) < near
        or abs(one.box.middle[0] - other.box.middle[0]) < near
    )


def _stands_alone(block: Block, lines: Sequence[Line]) -> bool:
    """Whether a single row is a table of one: a label and an amount far beside it, nothing close above or below."""
    (row,) = block.rows if len(block.rows) == 1 else (None,)
    if row is None or len(row.words) != 1 or not SIGN_OR_CODE.search(row.figures[0].text):
        return False
    size, box = row.size, row.box
    far = row.figures[0].box.x0 - row.words[0].box.x1 > ALONE * size
    gaps = (max(line.box.top - box.bottom, box.top - line.box.bottom) for line in lines if line not in row.lines)
    return far and not any(-size < gap < WHITE * size for gap in gaps)


def _is_table(block: Block) -> bool:
    """Whether rows are those of a table: two at least, most with a label that is no running text."""
    labels = [row.label for row in block.rows if row.label]
    if len(block.rows) < 2 or 2 * len(labels) < len(block.rows):
        return False
    if any(len(label.words) > LABEL_WORDS or (label.tag and label.tag.heading) for label in labels):
        return False
    facts = 2 * sum(label.text.endswith(":") for label in labels) > len(labels)
    # The keys of a chart stand before the labels that explain it as bullets do before the points of a list.
    plain = [label for label in labels if not (label.bullet or MARKER.match(label.words[0].text))]
    running = sum(small(label.text) for label in plain) > RUNNING * len(labels)
    return not (facts or running)


def _table(block: Block, lines: Sequence[Line]) -> Table | None:
    """The rows with all that stands between them, and the heads over them."""
    rows = block.rows
    columns = columns_of(figure.box for row in rows for figure in row.figures)
    left = min(row.words[0].box.x0 for row in rows if row.words)
    size, edge, right = block.size, columns[0][0], columns[-1][1]
    top, bottom = block.box.top, block.box.bottom
    own = {id(word) for row in rows for line in row.lines for word in line.words}
    inside = [
        line
        for line in lines
        if left - 2 * size < line.box.x0 and line.box.x1 < right + 2 * size and id(line.words[0]) not in own
    ]
    loose = [line for line in inside if top < line.baseline < bottom]
    for line in [line for line in loose if line.box.x0 < edge - size < edge < line.box.x1]:
        parts = _cut_before_figure(line, columns[0])
        if not parts:
            return None
        loose.remove(line)
        rows.append(Row(parts[:1], parts[1:]))
    rows.sort(key=lambda row: row.baseline)
    beyond = list(_beyond(rows, right, lines))
    right = max([right, *(line.box.x1 for line in beyond)])
    labels = [line for line in loose if line.box.x1 <= edge]
    if len(labels) < len(loose):
        return None
    labels += _below(rows[-1], [line for line in inside if line.box.x1 <= edge])
    labels += _above(rows[0], [line for line in inside if line.box.x1 <= edge])
    held = with_labels(
        [_with_level(row.figures, beyond) for row in rows], [*(word for row in rows for word in row.words), *labels]
    )
    # A head may be wider than the figures below it: "EUR million" over "4.0".
    over = [line for line in lines if left - 2 * size < line.box.x0 < right]
    heads, names = _heads(over, min(line.box.top for row in held[:1] for line in row), columns, size)
    return of_rows([*names, *held], heads)


def _beyond(rows: Sequence[Row], right: float, lines: Sequence[Line]) -> Iterator[Line]:
    """The words of the columns right of all figures: each begins at one edge, has a line level with most rows and no
    other, and a head over it that is level with another head."""
    top, bottom, size = rows[0].box.top, rows[-1].box.bottom, rows[0].size
    heads: list[Line] = []
    for _ in range(HEAD_LINES):
        heads += _close_above(min((line.box.top for line in heads), default=top), lines, size)
    while free := [line for line in lines if line.box.x0 > right and top < line.baseline < bottom]:
        edge = min(line.box.x0 for line in free)
        column = [line for line in free if abs(line.box.x0 - edge) < SAME_EDGE * size]
        end = max(line.box.x1 for line in column)
        inside = [line for line in free if line.box.x0 < end]
        told = [row for row in rows if any(are_level(line, row.figures[0]) for line in column)]
        # What stands over a further column, too, is the name of a table beside this one.
        further = [line.box for line in free if line not in inside]
        over = [head for head in heads if head.box.x0 < end and edge < head.box.x1]
        over = [head for head in over if not any(map(head.box.shares_column, further))]
        headed = any(are_level(head, other) for head in over for other in heads if other.box.x1 <= right)
        in_rows = all(any(are_level(line, row.figures[0]) for row in rows) for line in inside)
        if not (headed and in_rows and len(told) >= BEYOND * len(rows)) or runs_on(column):
            return
        yield from inside
        right = end


def _close_above(top: float, lines: Sequence[Line], size: float) -> list[Line]:
    return [line for line in lines if line.box.bottom < top and top - line.box.bottom < HEAD_GAP * size]


def _with_level(figures: Sequence[Line], beyond: Sequence[Line]) -> list[Line]:
    """The figures of a row with the words right of them."""
    return [*figures, *(line for line in beyond if are_level(line, figures[0]))]


def _cut_before_figure(line: Line, column: tuple[float, float]) -> list[Line]:
    """A label and the figure that stands close after it at the right edge of its column; none where that is not so."""
    for place in range(1, len(line.words)):
        label, figure = line.part(0, place), line.part(place, len(line.words))
        if is_figure(figure.text) and abs(figure.box.x1 - column[1]) < SAME_EDGE * line.size:
            return [label, figure]
    return []


def _below(last: Row, lines: Sequence[Line]) -> Iterator[Line]:
    """The next lines of the last label."""
    end = last.box.bottom
    for line in sorted(lines, key=lambda line: line.baseline):
        if line.box.top >= last.box.top + line.size / 2:
            if line.box.top - end > LEADING * line.size or (last.label and last.label.style.bold != line.style.bold):
                break
            yield line
            end = line.box.bottom


def _above(first: Row, lines: Sequence[Line]) -> list[Line]:
    """The line that the first label goes on from, if its own is seen to be no first one."""
    label = first.label
    if label is None or label.bullet:
        return []
    near = [line for line in lines if -label.size < 4 * (label.box.top - line.box.bottom) < 4 * LEADING * label.size]
    return [line for line in near if line.bullet or (small(label.text) and line.style == label.style)]


def with_labels(rows: Sequence[Sequence[Line]], labels: Sequence[Line]) -> list[list[Line]]:
    """The lines of each row from top to bottom, of figures level by level and the lines of their labels: what is not
    level with figures belongs to the nearest, if it follows or precedes close, else it is a row of its own."""
    ordered = sorted(rows, key=lambda row: row[0].baseline)
    held = [list(row) for row in ordered]
    pitch = median(lower[0].baseline - upper[0].baseline for upper, lower in pairwise(ordered)) if rows[1:] else inf
    levels = by_level(labels)
    far: list[list[Line]] = []
    for level in levels:
        line = level[0]
        place = min(range(len(held)), key=lambda place: abs(ordered[place][0].baseline - line.baseline))
        if abs(ordered[place][0].baseline - line.baseline) <= LEVEL * line.size:
            held[place] = [*level, *held[place]]
        else:
            far.append(level)
    labelled = {place for place, row in enumerate(held) if len(row) > len(ordered[place])}
    loose: list[list[Line]] = []

    def distance(line: Line, place: int) -> float:
        """The next lines of a label stand below its first, or around figures that are level with none; before its own
        line only if that is seen to be no first one."""
        before_own = place in labelled and line.baseline < ordered[place][0].baseline
        goes_on = small(held[place][0].text) and not small(line.text)
        return _gap(line, held[place]) + BEFORE * line.size * before_own * (-1 if goes_on else 1)

    for level in far:
        line = level[0]
        place = min(range(len(held)), key=lambda place: (distance(line, place), -place))
        alike = all(other.style.bold == line.style.bold for other in held[place] if other.box.shares_column(line.box))
        gap = _gap(line, held[place])
        close = gap < (NEARER * pitch / line.size - 1) * line.size or _follows(line, place, held)
        if alike and close and gap < LEADING * line.size:
            held[place] += level
        else:
            loose.append(list(level))
    return sorted([*held, *loose], key=lambda row: min(line.baseline for line in row))


def _follows(line: Line, place: int, rows: Sequence[Sequence[Line]]) -> bool:
    """Whether a line stands below a row and clearly nearer to it than to the next: a name of rows stands between."""
    if place + 1 >= len(rows) or line.baseline < rows[place][0].baseline:
        return False
    return _gap(line, rows[place + 1]) - _gap(line, rows[place]) > BEFORE * line.size


def _gap(line: Line, row: Sequence[Line]) -> float:
    """The white between a line and what a row holds above or below it."""
    beside = [other for other in row if line.box.shares_column(other.box)] or list(row)
    return min(max(other.box.top - line.box.bottom, line.box.top - other.box.bottom) for other in beside)


def _heads(
    lines: Sequence[Line], top: float, columns: Sequence[tuple[float, float]], row_size: float
) -> tuple[list[list[Line]], list[list[Line]]]:
    """The level lines right above the first row that stand over the columns and nowhere else, and those between them
    and the first row that name the rows below ("Revenue")."""
    heads: list[list[Line]] = []
    names: list[list[Line]] = []
    for level in reversed(interlocking(by_level([line for line in lines if line.box.bottom <= top + 1]))):
        size = level[0].size
        over = [line for line in level if _stands_over(line, columns, level)]
        whole = all(line in over or line.box.x1 < columns[0][0] for line in level)
        sentence = any(SENTENCE_END.search(line.text) and len(line.words) > NAME_WORDS for line in level)
        far = top - max(line.box.bottom for line in level) > HEAD_GAP * size
        if far or not whole or sentence or size > LARGER * row_size:
            break
        if over and heads and go_on(level, heads[0]):
            heads[0] = [*level, *heads[0]]
        elif over:
            heads.insert(0, list(level))
        elif heads:
            break
        else:
            names.insert(0, list(level))
        top = min(line.box.top for line in level)
    return heads, names if heads else []


def _stands_over(line: Line, columns: Sequence[tuple[float, float]], level: Sequence[Line]) -> bool:
    """Whether a line may be the head of a column of figures: it does not begin far left of the first, or it ends where
    one ends, or has its middle, and something stands left of it."""
    near = SAME_EDGE * line.size
    ends = any(abs(line.box.x1 - x1) < near or abs(2 * line.box.middle[0] - x0 - x1) < 2 * near for x0, x1 in columns)
    others = any(other.box.x1 < line.box.x0 for other in level)
    return line.box.x0 > columns[0][0] - WIDER * line.size or (ends and others)


def interlocking(levels: Sequence[list[Line]]) -> list[list[Line]]:
    """Levels that overlap in height as one: a head of two lines beside one that is centred on it."""
    rows: list[list[Line]] = []
    for level in levels:
        bottom = max((line.box.bottom for row in rows[-1:] for line in row), default=-inf)
        if bottom - min(line.box.top for line in level) > OVERLAP * level[0].size:
            rows[-1] = [*rows[-1], *level]
        else:
            rows.append(level)
    return rows
