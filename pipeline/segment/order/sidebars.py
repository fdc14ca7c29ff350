"""What stands beside headings and their text, and stays with them when a page is read down.

- Sections with something beside them: the strip of white above a heading goes on through the next column, which has no
  gap as wide between such strips: facts, or the text beside headings with facts below them.
- Facts beside headings: one side has nothing but facts, which begin beside the headings of the other side.
- Side headings: the left side has nothing but headings, each level with the beginning of a paragraph on the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from pipeline.language.document_words import rules
from pipeline.segment.elements import Item, bottom, from_top, level, size
from pipeline.segment.facts import begins_fact, is_figure, states_figure
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.gutters import TOLERANCE
from pipeline.segment.lines.words import SENTENCE_END
from pipeline.segment.pairs import are_pairs
from pipeline.segment.regions import Divider, Panel
from pipeline.segment.typography import LARGER

# The white strip over a section is at least this tall, in ems of its heading.
STRIP = 0.5
# What stands beside a section begins no further below its top than this, in ems.
BESIDE = 4.0
# Facts of one list are no further apart than this, in ems.
CLOSE = 3.0
# A list beside so many headings is of none of them.
SEVERAL = 3
# Of the lines of facts at least this share begins one; the others are values that need more than a line.
FACTS = 0.25


def sections_beside(
    heads: Sequence[Sequence[Item]], left: Sequence[Item], right: Sequence[Item]
) -> list[list[Item]] | None:
    """What is between the white strips over headings, if they part the right side too."""
    strips = [strip for head in heads if (strip := _white_strip(head[0], left, right))]
    if not strips:
        return None
    tops = [-inf, *(bottom for _, bottom in strips), inf]
    blocks = [[item for item in right if top <= item.box.top < end] for top, end in pairwise(tops)]
    if max(map(_widest_gap, blocks)) >= min(bottom - top for top, bottom in strips):
        return None
    starts = ((top, block) for top, block in zip(tops[1:-1], blocks[1:], strict=True) if block)
    if any(_top(block) > top + BESIDE * size(block[0]) for top, block in starts):
        return None
    return [
        [item for item in left if top <= item.box.top < end] + block
        for (top, end), block in zip(pairwise(tops), blocks, strict=True)
    ]


def _white_strip(head: Item, left: Sequence[Item], right: Sequence[Item]) -> tuple[float, float] | None:
    """Where the white over a heading, which goes on through the right side, begins and ends."""
    above = [[item for item in side if item.box.top < head.box.top - TOLERANCE] for side in (left, right)]
    below = [[item for item in side if item.box.top >= head.box.top - TOLERANCE] for side in (left, right)]
    if isinstance(head, Panel) or not all(above) or not all(below):
        return None
    top, end = max(map(bottom, above)), min(map(_top, below))
    return (top, end) if end - top > STRIP * size(head) else None


def _top(items: Sequence[Item]) -> float:
    return min(item.box.top for item in items)


def _widest_gap(items: Sequence[Item]) -> float:
    """The widest gap between items from top to bottom."""
    return max((lower.box.top - upper.box.bottom for upper, lower in pairwise(items)), default=-inf)


def facts_beside(
    heads: Sequence[Sequence[Item]], text: Sequence[Item], facts: Sequence[Item]
) -> list[list[Item]] | None:
    """Each heading of the text with what follows it, and then with the facts beside it, if the other side has nothing
    but facts; so is what begins beside text of a heading further up. Those that stand beside one of several headings
    only may be the last one's, in the next column, unless that one has its text, and they have a ground of their own or
    the heading that they stand beside is the largest; a list beside that is all its own. One list that goes on beside
    several headings of one size comes first: it is of what stands above them."""
    if not heads:
        return None
    if text[0] in heads[0] and _are_of_all(heads, facts):
        return [list(facts), list(text)]
    is_title = text[0] not in heads[0] or _is_largest(heads)
    if text[0] not in heads[0]:
        heads = [text[:1], *heads]
    tops = [head[0].box.top - size(head[0]) for head in heads]
    blocks = [[item for item in facts if top <= item.box.top < end] for top, end in pairwise([*tops, inf])]
    if is_title and blocks[0] and _widest_gap(facts) < CLOSE * size(facts[0]):
        blocks = [list(facts), *([] for _ in blocks[1:])]
    filled = [(head[0], block) for head, block in zip(heads, blocks, strict=True) if block]
    if not filled or sum(map(len, blocks)) < len(facts) or not _tell_facts(facts):
        return None
    apart = all(map(_is_panel, facts)) or (is_title and bool(blocks[0]))
    if len(filled) < min(len(heads), 2) and not (apart and text[-1] not in heads[-1]):
        return None
    if not all(begins_with_fact(block) and _top(block) < head.box.top + BESIDE * size(head) for head, block in filled):
        return None
    starts = [head[0].box.top - size(head[0]) / 2 for head in heads]  # what stands on the line of a heading is below it
    parts = [[item for item in text if item.box.top < starts[0]]]
    for start, end, block in zip(starts, [*starts[1:], inf], blocks, strict=True):
        parts += [[item for item in text if start <= item.box.top < end], block]
    return [part for part in parts if part]


def _are_of_all(heads: Sequence[Sequence[Item]], facts: Sequence[Item]) -> bool:
    """Whether facts are one list that begins beside the first of several headings and goes on beside others, each fact
    told once."""
    if len(heads) < SEVERAL or bottom(facts) < heads[SEVERAL - 1][0].box.top or not _tell_facts(facts):
        return False
    first = heads[0][0]
    near = abs(_top(facts) - first.box.top) < BESIDE * size(first) and _widest_gap(facts) < CLOSE * size(facts[0])
    one_size = len({round(size(head[0])) for head in heads}) == 1
    labels = [line.text.partition(":")[0] for item in facts for line in _lines(item) if begins_fact(line.text)]
    return near and one_size and len(set(labels)) == len(labels)


def _is_largest(heads: Sequence[Sequence[Item]]) -> bool:
    """Whether the first heading is set larger than each of the others."""
    return all(size(heads[0][0]) > LARGER * size(head[0]) for head in heads[1:])


def _is_panel(item: Item) -> bool:
    return isinstance(item, Panel)


def begins_statistic(items: Sequence[Item]) -> bool:
    """Whether a side begins with figures that are set large, each over what is said of it in lesser type."""
    lines = [item for item in items if isinstance(item, Line)]
    figures = [line for line in lines if level(lines[0], line)]
    captions = [line for line in lines if line not in figures]
    if len(lines) < len(items) or not captions or not all(states_figure(line.text) for line in figures):
        return False
    figure, caption = figures[0].style, captions[0].style
    stands_out = figure.size >= LARGER * caption.size or (figure.bold and not any(line.style.bold for line in captions))
    return stands_out and not any(is_figure(line.text) for line in captions)


class SidePanels(NamedTuple):
    """Panels in the margins of a text."""

    left: Sequence[Panel]
    text: Sequence[Item]
    right: Sequence[Panel]


def side_panels(items: Sequence[Item]) -> SidePanels | None:
    """The panels that stand in margins of their own, where nothing else is: headings reach over the gutters of the text
    beside them as if they were not there. Panels that tell facts stay with the text that they stand beside."""
    panels = [item for item in items if isinstance(item, Panel)]
    text = [item for item in items if not isinstance(item, Panel)]
    solid = [item for item in text if not isinstance(item, Divider)]
    if not panels or not solid or any(begins_with_fact([panel]) for panel in panels):
        return None
    left = [panel for panel in panels if panel.box.x1 <= min(item.box.x0 for item in solid) + TOLERANCE]
    right = [panel for panel in panels if panel.box.x0 >= max(item.box.x1 for item in solid) - TOLERANCE]
    return SidePanels(left, text, right) if len(left) + len(right) == len(panels) else None


def _tell_facts(items: Sequence[Item]) -> bool:
    """Whether enough lines begin facts, or all are labels over their values, which may take several lines."""
    lines = [line for item in items for line in _lines(item)]
    return sum(begins_fact(line.text) for line in lines) >= FACTS * len(lines) or are_pairs(lines)


def begins_with_fact(items: Sequence[Item]) -> bool:
    """Whether the first line begins a fact, or the one below it where that heads a panel of facts ("At a glance"), or
    all are labels over their values."""
    lines = [line for item in items[:1] for line in _lines(item)[:2]]
    if len(lines) > 1 and rules().facts.fullmatch(lines[0].text):
        lines = lines[1:]
    return bool(lines) and (begins_fact(lines[0].text) or are_pairs([line for item in items for line in _lines(item)]))


def _lines(item: Item) -> list[Line]:
    return sorted(item.every(), key=from_top) if isinstance(item, Panel) else [item] if isinstance(item, Line) else []


def side_headings(
    heads: Sequence[Sequence[Item]], left: Sequence[Item], right: Sequence[Item]
) -> list[list[Item]] | None:
    """Each side heading followed by the text beside it."""
    heads = [part for head in heads for part in _parted_at_paragraphs(head, right)]
    if len(heads) < 2 or sum(map(len, heads)) < len(left):
        return None
    starts = [next((item for item in right if level(head[0], item)), None) for head in heads]
    if not all(start and _begins(start, right) for start in starts):
        return None
    tops = [start.box.top for start in starts if start] + [inf]
    parts = [[item for item in right if item.box.top < tops[0]]]
    for head, top, end in zip(heads, tops, tops[1:], strict=False):
        parts += [list(head), [item for item in right if top <= item.box.top < end]]
    return [part for part in parts if part]


def _parted_at_paragraphs(head: Sequence[Item], right: Sequence[Item]) -> Iterator[list[Item]]:
    """The lines of a head, apart where one stands off and is level with the beginning of a paragraph on the right."""
    part: list[Item] = []
    for line in head:
        apart = part and line.box.top - part[-1].box.bottom > size(line) / 2
        if apart and any(level(line, item) and _begins(item, right) for item in right):
            yield part
            part = []
        part.append(line)
    yield part


def _begins(item: Item, side: Sequence[Item]) -> bool:
    """Whether a paragraph begins with an item of a side, as far as a gap or the end of a sentence tells."""
    before = max(
        (other for other in side if other.box.top < item.box.top), key=lambda other: other.box.top, default=None
    )
    if before is None or item.box.top - before.box.bottom > size(item) / 2:
        return True
    return isinstance(before, Line) and bool(SENTENCE_END.search(before.text))
