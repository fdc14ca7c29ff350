"""Lines -> facts that type and place alone show: a figure set large over its caption, a label over its value.

A label and its value are in two types and nearer to each other than to what stands around them. A figure may have its
caption below or beside it; labels that are no known ones (facts) show by coming one after another in one type.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.language.document_words import rules
from pipeline.model import BoundingBox
from pipeline.segment.facts import is_figure, is_label, is_large_figure
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import level
from pipeline.segment.lines.stretches import around
from pipeline.segment.lines.words import SENTENCE_END
from pipeline.segment.typography import small

# Lines of one label or value are no further apart than this, a value no further below its label, or beside its caption
# than this, in ems.
LEADING, BELOW, BESIDE = 1.1, 1.3, 3.0
# A label and a value have no more words than this, and the lower of the two has no more lines: addresses have.
LABEL_WORDS, VALUE_WORDS, MOST_LINES = 8, 14, 3
# Type is larger than other type from this factor on.
LARGER = 1.12
# So many labels of one type over values of one type are facts, whatever they say.
IN_A_ROW = 3


class Pair(NamedTuple):
    """A label and its value, each with its lines; `figure_first` where the value is printed before its label."""

    label: tuple[Line, ...]
    value: tuple[Line, ...]
    figure_first: bool


class _Group(NamedTuple):
    """Lines below each other in one type."""

    lines: tuple[Line, ...]
    box: BoundingBox

    @property
    def text(self) -> str:
        return _words(self.lines)

    @property
    def first(self) -> Line:
        return self.lines[0]


def pairs(lines: Sequence[Line]) -> Iterator[Pair | Line]:
    """The facts among lines in reading order, and the lines that tell none."""
    groups = _groups(lines)
    place = 0
    while place < len(groups):
        row = list(_row(groups, place))
        if _tells_facts(row, len(groups)):
            yield from row
            place += 2 * len(row)
        else:
            yield from groups[place].lines
            place += 1


def are_pairs(lines: Sequence[Line]) -> bool:
    """Whether lines are facts and nothing else."""
    return all(isinstance(part, Pair) for part in pairs(lines))


def _groups(lines: Sequence[Line]) -> list[_Group]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_Group(tuple(group), around(line.box for line in group)) for group in groups]


def _continues(upper: Line, lower: Line) -> bool:
    return not _differ(upper, lower) and upper.box.right_above(lower.box, LEADING * upper.size)


def _differ(one: Line, other: Line) -> bool:
    """Whether two lines are set in two types."""
    sizes = max(one.size, other.size) >= LARGER * min(one.size, other.size)
    return sizes or (one.style.bold, one.style.colour) != (other.style.bold, other.style.colour)


def _row(groups: Sequence[_Group], start: int) -> Iterator[Pair]:
    """The pairs in the types of the first that follow each other from a place on."""
    first: Pair | None = None
    for place in range(start, len(groups) - 1, 2):
        upper, lower = groups[place], groups[place + 1]
        after = groups[place + 2] if place + 2 < len(groups) else None
        pair = _pair(upper, lower, after)
        if pair is None or (first and not _alike(pair, first)):
            return
        first = first or pair
        yield pair


def _alike(one: Pair, other: Pair) -> bool:
    return one.figure_first == other.figure_first and not _differ(one.value[0], other.value[0])


def _pair(upper: _Group, lower: _Group, after: _Group | None) -> Pair | None:
    one, other = upper.first, lower.first
    if not _differ(one, other) or len(lower.lines) > MOST_LINES:
        return None
    below = upper.box.right_above(lower.box, BELOW * max(one.size, other.size))
    overlap = other.box.top < upper.box.bottom and lower.box.bottom > upper.box.top
    beside = overlap and 0 < lower.box.x0 - upper.box.x1 < BESIDE * one.size
    if below and after and _is_nearer(after, lower, upper) and not (is_label(upper.text) and is_label(after.text)):
        return None
    if _is_set_large(upper, lower) and _may_caption(upper, lower) and (below or beside):
        return Pair(lower.lines, upper.lines, figure_first=True)
    if below and _is_label(upper) and _is_value(lower):
        return Pair(upper.lines, lower.lines, figure_first=False)
    return None


def _is_nearer(after: _Group, group: _Group, before: _Group) -> bool:
    """Whether what follows a group below stands no further from it than what it follows."""
    gap, above = after.box.top - group.box.bottom, group.box.top - before.box.bottom
    return 0 <= gap <= above and group.box.shares_column(after.box)


def _words(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _is_set_large(figure: _Group, caption: _Group) -> bool:
    return _is_any_figure(figure.text) and figure.first.size >= LARGER * caption.first.size


def _is_any_figure(text: str) -> bool:
    return is_large_figure(text) or (is_figure(text) and len(text.split()) <= 2)


def _is_label(group: _Group) -> bool:
    return not small(group.text) and _is_caption(group)


def _may_caption(figure: _Group, group: _Group) -> bool:
    """Whether words may say what a figure that is set large counts, "people in need", rather than go on with what it
    has said already: "343,559 children" over "are ill"."""
    last = figure.text.split()[-1]
    bare = any(map(str.isdigit, last)) or len(last) == 1 or last.lower() in rules().scales
    return _is_caption(group) and (bare or not small(group.text))


def _is_caption(group: _Group) -> bool:
    text = group.text
    return len(text.split()) <= LABEL_WORDS and not (is_figure(text) or SENTENCE_END.search(text.rstrip(":")))


def _is_value(group: _Group) -> bool:
    text = group.text
    if _is_any_figure(text):
        return True
    return len(text.split()) <= VALUE_WORDS and not (SENTENCE_END.search(text) or small(text))


def _tells_facts(row: Sequence[Pair], groups: int) -> bool:
    """Whether pairs are facts: figures set large, labels one after another, known labels over values with figures, or a
    name and a figure that are all there is."""
    if not row:
        return False
    labels, texts = ([_words(lines) for lines in told] for told in zip(*((p.label, p.value) for p in row), strict=True))
    figures = sum(map(_is_any_figure, texts))
    label, value = row[0].label[0], row[0].value[0]
    no_larger = label.size < LARGER * value.size
    known = all(is_label(label) and any(map(str.isdigit, text)) for label, text in zip(labels, texts, strict=True))
    alone = (groups == 2 and (figures == 1 or is_label(labels[0]))) or known
    if row[0].figure_first or figures == len(row) > 1 or (alone and no_larger):
        return True
    # Labels that stand out more than their values may be headings, unless the values are of the kinds that facts have.
    heads = label.size > value.size or label.style.bold > value.style.bold
    telling = sum(any(map(str.isdigit, text)) for text in texts) + sum(map(is_label, labels))
    return len(row) >= IN_A_ROW and (not heads or 2 * telling > len(row) or (telling > 0 and _are_level(row)))


def _are_level(row: Sequence[Pair]) -> bool:
    """Whether all labels stand on one line, as in a strip of facts."""
    return all(level(row[0].label[0], pair.label[0]) for pair in row)
