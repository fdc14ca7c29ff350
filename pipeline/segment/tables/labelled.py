"""Lines -> tables of facts: known labels below each other, and the value of each level with it in the next column.

Labels begin or end at one edge, values begin at one. Rows of labels that nobody knows are rows of the table if they
stand between known ones or go on above or below them as close as those are to each other. Lines below a label or a
value are its next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.language.labels import says
from pipeline.segment.facts import begins_fact, is_label
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import by_level
from pipeline.segment.tables.cells import LABEL_WORDS, Table, is_figure, of_rows

# Labels and values below each other have one edge, give or take this, in ems; those that follow their labels on the
# same line are in a column if they do so more closely.
SAME_EDGE, ONE_EDGE = 0.6, 0.15
# Rows are no further apart than this (ems), a value no further from its label.
ROW_GAP, BESIDE = 4.0, 14.0
# The next line of a value follows closer than this, in ems.
LEADING = 0.6


class _Fact(NamedTuple):
    label: Line
    value: Line

    @property
    def is_known(self) -> bool:
        return is_label(self.label.text)


def labelled(lines: Sequence[Line]) -> list[Table]:
    """The tables of facts among lines."""
    apart = {line: fact for line in lines if (fact := _apart(line))}
    known = [fact for level in by_level(lines) for fact in _facts(level) if fact.is_known]
    known += [fact for fact in apart.values() if fact.is_known]
    if len(known) < 2:
        return []
    ends = {line for line, fact in apart.items() if any(_one_edge(fact, other, ONE_EDGE) for other in known)}
    parts = [part for line in lines for part in (apart[line] if line in ends else (line,))]
    facts = [fact for level in by_level(parts) for fact in _facts(level)]
    found = []
    for rows in _blocks(facts):
        known = [fact for fact in rows if fact.is_known]
        if len(known) > 1 and 2 * len(known) > len(rows) and not _sums_up(rows) and (held := _rows(rows, parts)):
            found.append(of_rows(held))
    return found


def _apart(line: Line) -> _Fact | None:
    """A label and the value on one line with it, where a colon or another style parts them."""
    for place, (before, word) in enumerate(pairwise(line.words), 1):
        if before.text.endswith(":") or before.style != word.style:
            return _Fact(line.part(0, place), line.part(place, len(line.words)))
    return None


def _one_edge(one: _Fact, other: _Fact, most: float = SAME_EDGE) -> bool:
    """Whether the values of two facts begin at one edge, and their labels begin or end at one."""
    near = most * one.label.size
    upper, lower = one.label.box, other.label.box
    labels = min(abs(upper.x0 - lower.x0), abs(upper.x1 - lower.x1)) < near
    return one != other and labels and abs(one.value.box.x0 - other.value.box.x0) < near


def _facts(level: Sequence[Line]) -> Iterator[_Fact]:
    """The labels on a level with the lines beside them; a line beside which two stand is no label, unless the second is
    one, and neither is one that tells its own value."""
    for place, (label, value) in enumerate(pairwise(level)):
        alone = all(is_label(after.text) for after in level[place + 2 : place + 3])
        near = 0 < value.box.x0 - label.box.x1 < BESIDE * label.size
        names = len(label.words) <= LABEL_WORDS and not is_figure(label.text) and ":" not in label.text[:-1]
        if near and alone and names and not begins_fact(value.text):
            yield _Fact(label, value)


def _blocks(facts: Sequence[_Fact]) -> Iterator[list[_Fact]]:
    """Facts below each other with their labels at one edge and their values at one."""
    blocks: list[list[_Fact]] = []
    for fact in facts:
        block = next((block for block in reversed(blocks) if _goes_on(block[-1], fact)), None)
        if block:
            block.append(fact)
        else:
            blocks.append([fact])
    yield from (block for block in blocks if any(fact.is_known for fact in block))


def _goes_on(upper: _Fact, lower: _Fact) -> bool:
    close = 0 < lower.label.box.top - upper.value.box.bottom < ROW_GAP * lower.label.size
    return close and upper.label.style == lower.label.style and _one_edge(upper, lower)


def _sums_up(rows: Sequence[_Fact]) -> bool:
    """Whether the rows are figures and a total of them."""
    return all(is_figure(fact.value.text) for fact in rows) and any(
        says("total").search(fact.label.text) for fact in rows
    )


def _rows(facts: Sequence[_Fact], lines: Sequence[Line]) -> list[list[Line]]:
    """The rows with the next lines of their labels and values; none where other lines run through their columns."""
    rows = [[fact.label, fact.value] for fact in facts]
    held = {line for row in rows for line in row}
    left = min(fact.label.box.x0 for fact in facts)
    edge, top = facts[0].value.box.x0, facts[0].label.box.top
    right = max(fact.value.box.x1 for fact in facts)
    for line in sorted(lines, key=lambda line: line.baseline):
        inside = line.box.x0 < right and line.box.x1 > left and line.box.top > top and line not in held
        row = next((row for row in reversed(rows) if row[0].box.top < line.box.top), None) if inside else None
        if row is None:
            continue
        above = [other for other in row if other.box.x0 < line.box.x1 and line.box.x0 < other.box.x1]
        own = len(above) > 0 and min(abs(line.box.x0 - other.box.x0) for other in above) < SAME_EDGE * line.size
        close = line.box.top - max(other.box.bottom for other in row) < LEADING * line.size
        if own and close and not begins_fact(line.text) and above[-1].style == line.style:
            row.append(line)
        elif close or row is not rows[-1]:
            return []
    return rows if all(fact.label.box.x1 < edge for fact in facts) else []
