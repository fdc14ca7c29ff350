"""Lines -> tables of facts: known labels below each other, and the value of each level with it in the next column.

Labels begin or end at one edge, and so do values. Labels that nobody knows are some where all of them are in one type,
all values in another, and not all of these are figures. Rows of labels that nobody knows are rows of the table if they
stand between known ones or go on above or below them as close as those are to each other. Lines below a label or a
value are its next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.language.expressions import says
from pipeline.segment.facts import begins_fact, is_label
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import by_level
from pipeline.segment.lines.words import SENTENCE_END
from pipeline.segment.tables.cells import LABEL_WORDS, Table, is_figure, of_rows
from pipeline.segment.typography import LARGER, small

# Labels and values below each other have one edge, give or take this, in ems; those that follow their labels on the
# same line are in a column if they do so more closely.
SAME_EDGE, ONE_EDGE = 0.6, 0.15
# Rows are no further apart than this (ems), a value no further from its label.
ROW_GAP, BESIDE = 4.0, 14.0
# So many labels of one type are labels even if nobody knows them, unless they are set larger than their values.
ROWS = 3
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
    found = _known(lines)
    held = {id(word) for table in found for line in table.lines for word in line.words}
    return found + _typed([line for line in lines if id(line.words[0]) not in held])


def _known(lines: Sequence[Line]) -> list[Table]:
    """Those most of whose labels are known."""
    apart = {line: fact for line in lines if (fact := _apart(line))}
    known = [fact for level in by_level(lines) for fact in _facts(level) if fact.is_known]
    known += [fact for fact in apart.values() if fact.is_known]
    ends = {line for line, fact in apart.items() if any(_one_edge(fact, other, ONE_EDGE) for other in known)}
    parts = [part for line in lines for part in (apart[line] if line in ends else (line,))]
    found = []
    for rows in _blocks(fact for level in by_level(parts) for fact in _facts(level)):
        known = [fact for fact in rows if fact.is_known]
        if len(known) > 1 and 2 * len(known) > len(rows) and not _sums_up(rows) and (held := _rows(rows, parts)):
            found.append(of_rows(held))
    return found


def _typed(lines: Sequence[Line]) -> list[Table]:
    """Those whose labels are all in one type, and their values in another."""
    found = []
    for rows in _blocks(fact for level in by_level(lines) if len(level) == 2 for fact in _facts(level)):
        types = {(_type(fact.label), _type(fact.value)) for fact in rows}
        figures = sum(is_figure(fact.value.text) for fact in rows)
        label, value = rows[0]
        two = _type(label) != _type(value) and len(types) == 1 and label.size < LARGER * value.size
        if len(rows) >= ROWS and two and 0 < figures < len(rows) and (held := _rows(rows, lines)):
            found.append(of_rows(held))
    return found


def _type(line: Line) -> tuple[bool, str, int]:
    return line.style.bold, line.style.colour, round(2 * line.size)


def _apart(line: Line) -> _Fact | None:
    """A label and the value on one line with it, where a colon or another style parts them."""
    for place, (before, word) in enumerate(pairwise(line.words), 1):
        if before.text.endswith(":") or before.style != word.style:
            return _Fact(line.part(0, place), line.part(place, len(line.words)))
    return None


def _one_edge(one: _Fact, other: _Fact, most: float = SAME_EDGE) -> bool:
    """Whether the values of two facts begin or end at one edge, and so do their labels."""
    near = most * one.label.size
    labels, values = (
        min(abs(upper.box.x0 - lower.box.x0), abs(upper.box.x1 - lower.box.x1)) < near
        for upper, lower in zip(one, other, strict=True)
    )
    return one != other and labels and values


def _facts(level: Sequence[Line]) -> Iterator[_Fact]:
    """The labels on a level with the lines beside them; a line beside which two stand is no label, unless it is known,
    ends with a colon and stands apart, or the second is one or of a text beside the facts, and neither is one that
    tells its own value."""
    for place, (label, value) in enumerate(pairwise(level)):
        alone = all(is_label(after.text) or _is_of_text(after) for after in level[place + 2 : place + 3])
        apart = value.box.x0 - label.box.x1 > label.size
        alone |= apart and label.text.endswith(":") and is_label(label.text)
        near = 0 < value.box.x0 - label.box.x1 < BESIDE * label.size
        names = len(label.words) <= LABEL_WORDS and not is_figure(label.text) and ":" not in label.text[:-1]
        if near and alone and names and not begins_fact(value.text):
            yield _Fact(label, value)


def _is_of_text(line: Line) -> bool:
    """Whether a line beside a label and its value is one of running text."""
    return len(line.words) > LABEL_WORDS or bool(SENTENCE_END.search(line.text)) or small(line.text)


def _blocks(facts: Iterable[_Fact]) -> list[list[_Fact]]:
    """Facts below each other with their labels at one edge and their values at one."""
    blocks: list[list[_Fact]] = []
    for fact in facts:
        block = next((block for block in reversed(blocks) if _goes_on(block[-1], fact)), None)
        if block:
            block.append(fact)
        else:
            blocks.append([fact])
    return blocks


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
    top = facts[0].label.box.top
    edge = min(fact.value.box.x0 for fact in facts)
    right = max(fact.value.box.x1 for fact in facts)
    for line in sorted(lines, key=lambda line: line.baseline):
        inside = line.box.x0 < right and line.box.x1 > left and line.box.top > top and line not in held
        row = next((row for row in reversed(rows) if row[0].box.top < line.box.top), None) if inside else None
        if row is None:
            continue
        above = [other for other in row if other.box.shares_column(line.box)]
        own = not line.box.x0 < edge < line.box.x1 and any(
            abs(line.box.x0 - other.box.x0) < SAME_EDGE * line.size for other in above
        )
        close = line.box.top - max(other.box.bottom for other in row) < LEADING * line.size
        if own and close and not begins_fact(line.text) and above[-1].style == line.style:
            row.append(line)
        elif close or row is not rows[-1]:
            return []
    return rows if all(fact.label.box.x1 < edge for fact in facts) else []
