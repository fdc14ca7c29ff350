"""Wholes that a text tells together with their parts.

A whole is told with its parts where a cue joins them ("of which", a colon, an opening bracket), where a total closes
them ("A and B, for a total of C"), or where a list has a line for it. Parts may stay below a whole that they are only
"included" in, unless they end with the whole's own noun ("32 Conventions, including four X, three Y and 20 Z
Conventions"): then they are its kinds. Percentages are shares that may overlap, and so are groups of people other than
the two sexes; neither is added up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from pipeline.check.figures import Figure
from pipeline.language.expressions import cue
from pipeline.language.lexicon import by_language, word_set, words
from pipeline.language.plurals import ends_as_plural
from pipeline.model import Money

Figures = tuple[Figure, ...]

MAX_GAP: Final = 120  # characters between two parts of one enumeration

ITEM_BREAK: Final = re.compile(r"\n+|(?=[•▪●‣◦])")
MAX_ITEM: Final = 120  # characters of a list item

PRONOUN = word_set("function_words", "stands for a noun")  # "ones": for the noun of the whole
SEXES = by_language(lambda: [set(pair.split()) for pair in words("function_words", "two sexes")])


class Sum(NamedTuple):
    """A whole and its parts in reading order; `complete` where the text presents them as all its parts. The whole has a
    finding."""

    whole: Figure
    parts: Figures
    complete: bool


# ----------------------------------------------------------------------------------------------------------- sentences


def sums_in_sentences(figures: Figures) -> Iterator[Sum]:
    """Wholes with their parts after or before them in one sentence, or in the next one that begins "Of these"."""
    for sentence in sentences(figures):
        for index, whole in enumerate(sentence):
            found = _parts_after(whole, sentence[index + 1 :]) or _parts_before(whole, sentence[:index])
            if whole.finding and found and _same_thing(found):
                yield found


def sentences(figures: Figures) -> Iterator[Figures]:
    """The figures of each sentence; one that begins "Of these" goes on with the sentence before."""
    sentence: Figures = ()
    for figure in figures:
        same = sentence and sentence[-1].sentence_start == figure.sentence_start
        if sentence and not same and not cue("of_them").search(_between(sentence[-1], figure)):
            yield sentence
            sentence = ()
        sentence = (*sentence, figure)
    yield sentence


def _parts_after(whole: Figure, rest: Figures) -> Sum | None:
    parts = enumeration(rest)
    if (
        not parts
        or _breaks_off(parts)
        or any(cue("any_parts").search(_between(one, next_)) for one, next_ in pairwise(parts))
    ):
        return None
    gap = _between(whole, parts[0])
    if cue("all_parts").search(gap):
        return Sum(whole, parts, complete=len(parts) > 1)
    if cue("some_parts").search(gap):
        return Sum(whole, parts, complete=len(parts) > 2 and _are_kinds(whole, parts))
    return Sum(whole, parts, complete=True) if cue("mark_before_parts").search(gap) and len(parts) > 1 else None


def _parts_before(whole: Figure, before: Figures) -> Sum | None:
    if not before or not cue("total_after").search(_between(before[-1], whole)):
        return None
    parts = next((before[i:] for i in range(len(before)) if enumeration(before[i:]) == before[i:]), ())
    return Sum(whole, parts, complete=True) if len(parts) > 1 else None


def enumeration(figures: Figures) -> Figures:
    """The figures from the first one on that stand in one enumeration, up to the one after its "and"."""
    parts = figures[:1]
    for previous, figure in pairwise(figures):
        gap = _between(previous, figure)
        if len(gap) > MAX_GAP or not cue("next_part").search(gap):
            break
        parts = (*parts, figure)
        if cue("last_part").search(gap):
            break
    return parts


def _breaks_off(parts: Figures) -> bool:
    """Whether bare numbers come without the "and" that ends their enumeration; then more may follow unseen."""
    bare = any(part.finding is None for part in parts)
    return bare and (len(parts) == 1 or not cue("last_part").search(_between(*parts[-2:])))


# --------------------------------------------------------------------------------------------------------------- lists


class Item(NamedTuple):
    """A paragraph or list item, with its figure if it has just one; the row of a table has none."""

    text: str
    figure: Figure | None


def sums_in_lists(figures: Figures) -> Iterator[Sum]:
    """Short items with one figure each, the first or last of which is the total, or below a line with the whole."""
    items = [*_items(figures)]
    runs = groupby(range(len(items)), key=lambda i: bool(items[i].figure) and len(items[i].text) <= MAX_ITEM)
    for _, indices in (run for run in runs if run[0]):
        run = [items[i] for i in indices]
        first, last = run[0], run[-1]
        whole = next((item for item in (last, first) if cue("total_line").match(item.text)), None)
        whole = whole or (first if first.text.endswith(":") else None)
        parts = tuple(item.figure for item in run if item is not whole and item.figure)
        goes_on = last.text.endswith((";", ","))  # in an item too long to be one
        if whole and whole.figure and len(parts) > 1 and not goes_on:
            found = Sum(whole.figure, parts, complete=not cue("included").search(whole.text))
            if _same_thing(found):
                yield found


def sums_of_parts(figures: Figures) -> Iterator[Sum]:
    """Amounts with the parts that the text says they have; a line for the total has them all."""
    parts: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.finding and isinstance(figure.finding.mention, Money) and figure.finding.mention.role == "part":
            parts[figure.finding.mention.part_of or ""].append(figure)
    for whole in figures:
        own = parts[whole.finding.id] if whole.finding else []
        if len(own) > 1:
            sentence = whole.section.content[whole.sentence_start : whole.start]
            yield Sum(whole, tuple(own), complete=bool(cue("total_line").match(sentence)))


def _items(figures: Figures) -> Iterator[Item]:
    section = figures[0].section
    content = section.content
    breaks = [*(match.end() for match in ITEM_BREAK.finditer(content, len(section.heading))), len(content)]
    breaks = breaks if section.heading else [0, *breaks]
    for start, end in pairwise(breaks):
        inside = [figure for figure in figures if start <= figure.start < end]
        if text := content[start:end].strip():
            yield Item(text, inside[0] if len(inside) == 1 else None)


# --------------------------------------------------------------------------------------------------------------- nouns


def _same_thing(found: Sum) -> bool:
    """Whether whole and parts count the same: one currency (by selection), people by sex, or one noun that the parts
    share with the whole, whether or not they all repeat it."""
    nouns = {part.noun for part in found.parts}
    if nouns in SEXES() or not found.whole.noun:
        return True
    last_fits = not found.parts[-1].noun or _are_kinds(found.whole, found.parts)
    return last_fits and not any(_is_other(noun, found.whole) for noun in nouns)


def _is_other(noun: str, whole: Figure) -> bool:
    """Whether a part counts things of its own; the last word of "four fundamental" is no plural, so it does not."""
    return noun not in {whole.noun, *PRONOUN()} and ends_as_plural(noun)


def _are_kinds(whole: Figure, parts: Figures) -> bool:
    """Whether the parts end with the noun of the whole, and so are all its kinds."""
    return bool(whole.noun) and parts[-1].noun in {whole.noun, *PRONOUN()}


def _between(first: Figure, second: Figure) -> str:
    """The text from the end of one figure to the start of the next."""
    return first.section.content[first.end : second.start]
