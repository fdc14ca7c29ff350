"""Flow -> flow in which headings are told from text.

A heading stands out from the running text around it, is short and no sentence, and something that can be its text
follows. What looks like a heading but is followed by a figure or by nothing (labels of cards, slogans, names under
pictures) is one only if its style is that of a heading elsewhere in the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import NamedTuple

from pipeline.language.document_words import rules
from pipeline.model import BoundingBox
from pipeline.segment.facts import begins_fact, is_label, is_large_figure
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.stretches import around
from pipeline.segment.lines.words import BULLETS, QUOTE, SENTENCE_END
from pipeline.segment.order.bands import one_heading
from pipeline.segment.order.xy_cut import Flow
from pipeline.segment.pairs import Pair, pairs
from pipeline.segment.paragraphs import OTHER_SIZE, is_point
from pipeline.segment.tables.cells import Table
from pipeline.segment.typography import LARGER, Typography, small

# A heading has no more lines and words than this.
LINES, WORDS = 7, 30
# A line of at least this many words, this many of them in lower case, is text; others may be labels or figures.
TEXT_WORDS, SMALL_WORDS = 4, 2
# So much larger than the running text is a title that needs no text below it.
TITLE = 1.5
# A run-in heading has no more words than this.
RUN_IN_WORDS = 10
# A heading has a word of at least this many letters: lettering in pieces has not.
LONG_WORD = 3
# A line nearer than this (ems) to one that does not end a sentence may be part of it.
WITHIN = 0.5

# A caption stands no further below its figure or right of it than this, in ems.
FAR = 3.0
# So many panels that begin alike are cards; their text begins within so many lines below the heading.
CARDS, CARD_LINES = 3, 6
# Headings in so many colours may have any.
COLOURS = 3

NET = re.compile(r"\S@\S|www\.|https?://|^\S+\.\S+\.\S+$")


class Heading(NamedTuple):
    """The lines of one heading; a run-in heading stands on the first line of its text."""

    lines: tuple[Line, ...]
    box: BoundingBox
    run_in: bool = False

    @property
    def text(self) -> str:
        """The lines joined."""
        return " ".join(line.text for line in self.lines)

    @property
    def first(self) -> Line:
        """The first line, whose type is the heading's."""
        return self.lines[0]


@dataclass(frozen=True)
class Outline:
    """What stands on one ground: headings and, under each, lines, rows and the outlines of panels."""

    box: BoundingBox
    items: tuple[Heading | Line | Table | Outline, ...]

    def every(self) -> Iterator[Heading | Line | Table]:
        """All headings, lines and rows, those of panels included."""
        for item in self.items:
            if isinstance(item, Outline):
                yield from item.every()
            else:
                yield item


Part = Heading | Line | Table | Outline


class _Style(NamedTuple):
    """What headings of one level have in common."""

    size: int
    bold: bool
    colour: str
    capitals: bool


def outlines(flows: Sequence[Flow]) -> list[Outline]:
    """Tell the headings of all pages; styles that are headings' on one page are on every page."""
    grouped = [_grouped(flow) for flow in flows]
    styles = {style for outline in grouped for style in _proven(outline)}
    headings = [item for outline in grouped for item in outline.every() if isinstance(item, Heading)]
    styles |= _in_other_colours(styles, map(_style, headings), flows)
    largest = max((_style(heading) for heading in headings), default=None)
    if largest and largest.size >= TITLE * flows[0].typography.document.size:
        styles.add(largest)
    return [_settled(outline, styles) for outline in grouped]


def _in_other_colours(styles: set[_Style], others: Iterable[_Style], flows: Sequence[Flow]) -> set[_Style]:
    """The styles that are a heading's in several colours, in those that are not: each chapter may have its own."""
    colours = Counter(style._replace(colour="") for style in styles)
    return {
        other
        for other in others
        if other.size >= LARGER * flows[0].typography.document.size and colours[other._replace(colour="")] >= COLOURS
    }


def _grouped(flow: Flow) -> Outline:
    """Every stretch of lines that might be a heading as one."""
    items: list[Part] = []
    facts = {line for pair in _pairs(flow) for line in (*pair.label, *pair.value)}
    for item in flow.items:
        last = items[-1] if items else None
        if isinstance(item, Flow):
            items.append(_grouped(item))
        elif isinstance(item, Table) or item in facts:
            items.append(item)
        elif not flow.typography.stands_out(item):
            items.extend(_run_in(item, last))
        elif isinstance(last, Heading) and _same(last.lines[-1], item, flow.typography):
            items[-1] = Heading((*last.lines, item), last.box.union(item.box))
        else:
            items.append(Heading((item,), item.box))
    return Outline(flow.box, tuple(_lines_if_unlike(items, flow.typography)))


def _pairs(flow: Flow) -> Iterator[Pair]:
    """The facts among the lines of a flow that type and place alone show: no label or value is a heading."""
    for are_lines, items in groupby(flow.items, key=lambda item: isinstance(item, Line)):
        if are_lines:
            yield from (
                part for part in pairs([item for item in items if isinstance(item, Line)]) if isinstance(part, Pair)
            )


def _same(upper: Line, lower: Line, typography: Typography) -> bool:
    """Whether two lines can be one heading: the same type, close together, one below the other. Titles may change from
    bold to light type."""
    title = min(upper.size, lower.size) >= TITLE * typography.document.size
    return (
        one_heading(upper, lower)
        and (title or upper.style.bold == lower.style.bold)
        and not (upper.text.endswith(":") and upper.size < LARGER * typography.body.size)
        and upper.style.colour == lower.style.colour
        and upper.underlined == lower.underlined
        and not lower.bullet
        and not (_level(upper) and _level(lower) and upper.tag != lower.tag)
        and not (is_label(lower.text) and not small(lower.text))
        and upper.box.shares_column(lower.box)
    )


def _level(line: Line) -> int:
    return line.tag.heading if line.tag else 0


def _lines_if_unlike(items: Sequence[Part], typography: Typography) -> Iterator[Part]:
    for place, item in enumerate(items):
        if isinstance(item, Heading) and not item.run_in:
            before, after = items[:place], items[place + 1 :]
            large = item.first.size >= LARGER * typography.body.size
            captions = any(_captions(item, other) for other in before)
            introduces = not before or item.first.underlined
            if not _like_a_heading(item, lower=large and not captions, colon=large or introduces) or (
                not _level(item.first)
                and (_within_sentence([*before[-1:], *after[:1]], item) or _is_subtitle(before, item))
            ):
                yield from item.lines
                continue
        yield item


def _is_subtitle(before: Sequence[Part], heading: Heading) -> bool:
    """Whether lines in lighter or sloping type right below a larger heading go on with it in lower case: "as of 30
    September 2012"."""
    above, line = before[-1] if before else None, heading.first
    if not isinstance(above, Heading) or not small(line.text):
        return False
    upper = above.lines[-1]
    lighter = (upper.style.bold and not line.style.bold) or (line.style.italic and not upper.style.italic)
    return lighter and upper.box.right_above(line.box, WITHIN * line.size)


def _captions(heading: Heading, figure: Part) -> bool:
    """Whether lines stand right below a figure that is set large or right beside it, as its caption does."""
    if not isinstance(figure, Heading | Line) or not is_large_figure(figure.text):
        return False
    large = figure if isinstance(figure, Line) else figure.first
    if heading.first.size > LARGER * large.size:
        return False
    one, other, near = figure.box, heading.box, FAR * heading.first.size
    under = one.right_above(other, near)
    beside = min(one.bottom, other.bottom) > max(one.top, other.top) and 0 < other.x0 - one.x1 < near
    return under or beside


def _within_sentence(neighbours: Sequence[Part], heading: Heading) -> bool:
    """Whether coloured or bold lines are part of the sentence around them: a name, a link."""
    for other in neighbours:
        if not isinstance(other, Line) or not 1 / OTHER_SIZE < other.size / heading.first.size < OTHER_SIZE:
            continue
        above, below = sorted((other.box, heading.box), key=lambda box: box.top)
        near = above.right_above(below, WITHIN * other.size)
        ends = SENTENCE_END.search(other.text) and not other.text.endswith(":")
        if near and (other.text[0].islower() if other.box is below else not ends):
            return True
    return False


def _like_a_heading(heading: Heading, *, lower: bool, colon: bool) -> bool:
    """Whether the words can be a heading's; `lower` says that it may begin in lower case, `colon` that it may end with
    one."""
    text = heading.text
    words = text.split()
    letters = sum(map(str.isalpha, text))
    return (
        len(heading.lines) <= LINES
        and len(words) <= WORDS
        and any(sum(map(str.isalpha, word)) >= LONG_WORD for word in words)
        and text.lower() not in rules().scales
        and letters * 2 >= len(text.replace(" ", ""))
        and (lower or not text[0].islower())
        and words[0] not in BULLETS
        and not NET.search(text)
        and not text.endswith((".", ",", ";") if colon else (".", ",", ";", ":"))
        and not QUOTE.fullmatch(text)
        and not rules().caption.match(text)
        and not is_large_figure(text)
    )


def _run_in(line: Line, before: Part | None) -> list[Part]:
    """A paragraph's first words in bold that end with a full stop are a heading on the line of its text."""
    count = next((place for place, word in enumerate(line.words) if not word.style.bold), 0)
    new_paragraph = line.bullet or not isinstance(before, Line) or before.text.endswith((".", "!", "?"))
    lead, rest = line.words[:count], line.words[count:]
    if 0 < count <= RUN_IN_WORDS and new_paragraph and lead[-1].text.endswith(".") and len(lead[-1].text) > 2:
        first = replace(line, words=lead, box=around(word.box for word in lead))
        second = replace(line, words=rest, box=around(word.box for word in rest), bullet=False)
        return [Heading((first,), first.box, run_in=True), second]
    return [line]


def _style(heading: Heading) -> _Style:
    style = heading.first.style
    return _Style(round(style.size), style.bold, style.colour, heading.text.isupper())


def _proven(outline: Outline) -> Iterator[_Style]:
    """The styles of headings that text follows, at once or, at the top of cards, below a line or two of facts."""
    yield from _of_cards(outline)
    for place, item in enumerate(outline.items):
        if isinstance(item, Outline):
            yield from _proven(item)
        elif isinstance(item, Heading) and _text_follows(item, outline.items[place + 1 :]):
            yield _style(item)


def _of_cards(outline: Outline) -> Iterator[_Style]:
    """The styles of what begins several panels that hold running text, too."""
    tops = (item.items for item in outline.items if isinstance(item, Outline))
    styles = Counter(
        _style(first)
        for first, *below in tops
        if isinstance(first, Heading) and any(isinstance(line, Line) and _is_text(line) for line in below[:CARD_LINES])
    )
    yield from (style for style, count in styles.items() if count >= CARDS)


def _text_follows(heading: Heading, following: Sequence[Part]) -> bool:
    """Whether running text comes next, or facts, a table, or a heading no larger than this one that has such text."""
    match following:
        case [Line(), Line() as below, *_] if small(below.text) and not NET.search(below.text):
            return True
        case [Heading() | Outline(items=(Heading() | Line(), *_)) as facts, *_] if _is_label(_first(facts)):
            return not is_label(heading.text)
        case [Line() as line, *_]:
            told = _facts_follow(heading, following) or begins_fact(line.text) or is_point(line)
            return told or _text_begins(following) or _reads_on(following[:3]) or _is_unit(heading, following)
        case [Heading() as below, *_]:
            smaller = below.first.size <= heading.first.size and _style(below) != _style(heading)
            return smaller and _text_follows(below, following[1:])
        case [Table() as table, *_]:
            return table.rows > 1
    return _heads_cards(heading, following)


def _is_unit(heading: Heading, following: Sequence[Part]) -> bool:
    """Whether a line between a heading and its table may say in what its figures are: it is set in lesser type."""
    match following:
        case [Line() as line, Table() as table, *_]:
            lesser = heading.first.size >= LARGER * line.size
            return lesser and table.rows > 1
    return False


def _facts_follow(heading: Heading, following: Iterable[Part]) -> bool:
    """Whether facts that type and place show come next, or panels that tell nothing else, with smaller labels."""
    near = takewhile(lambda item: isinstance(item, Line | Outline), following)
    parts = (part for item in near for part in (item.every() if isinstance(item, Outline) else (item,)))
    first = next(pairs([part for part in parts if isinstance(part, Line)]), None)
    return isinstance(first, Pair) and heading.first.size >= LARGER * first.label[0].size


def _heads_cards(heading: Heading, following: Sequence[Part]) -> bool:
    """Whether panels come next that tell facts alone, or of which the first has a smaller heading with its own text."""
    match following:
        case [Outline(items=(Heading() as below, *_)) as panel, *_]:
            return below.first.size < heading.first.size and _text_follows(below, panel.items[1:])
        case [Outline(), *_]:
            return _facts_follow(heading, following)
    return False


def _first(item: Heading | Outline) -> Part:
    return item.items[0] if isinstance(item, Outline) else item


def _text_begins(following: Sequence[Part]) -> bool:
    """Whether one of the next two lines is running text, and no address: the first may be names alone."""
    return any(isinstance(item, Line) and _is_text(item) and not NET.search(item.text) for item in following[:2])


def _is_text(line: Line) -> bool:
    return len(line.words) >= TEXT_WORDS and sum(small(word.text) for word in line.words) >= SMALL_WORDS


def _reads_on(items: Iterable[Part]) -> bool:
    """Whether the next lines together read as a sentence whose first line may be names alone."""
    lines = takewhile(lambda item: isinstance(item, Line), items)
    words = [word.text for line in lines if isinstance(line, Line) for word in line.words]
    return len(words) >= 2 * TEXT_WORDS and sum(map(small, words)) * 2 >= len(words)


def _settled(outline: Outline, styles: set[_Style]) -> Outline:
    """Headings whose style is no heading's become lines again, and so do labels of facts."""
    items: list[Part] = []
    for place, item in enumerate(outline.items):
        if isinstance(item, Outline):
            items.append(_settled(item, styles))
        elif isinstance(item, Heading) and (
            not (_style(item) in styles or item.text.endswith(":"))
            or _is_fact(item, outline.items[place + 1 : place + 2])
        ):
            items.extend(item.lines)
        else:
            items.append(item)
    return Outline(outline.box, tuple(items))


def _is_fact(heading: Heading, following: Sequence[Part]) -> bool:
    """Whether a heading is the label of a fact, which no running text follows, nor a list in lesser type."""
    lines = [item for item in following if isinstance(item, Line)]
    lists = any(is_point(line) and heading.first.size >= LARGER * line.size for line in lines)
    return is_label(heading.text) and not lists and not any(map(_is_text, lines))


def _is_label(item: Part) -> bool:
    return isinstance(item, Heading | Line) and is_label(item.text)
