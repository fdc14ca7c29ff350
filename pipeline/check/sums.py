"""Sums that do not add up: a whole and its parts in one sentence, or in a list with a line for the total.

A whole is told with its parts where a cue joins them ("of which", a colon, an opening bracket) or a total closes them
("A and B, for a total of C"). Parts may stay below a whole that they are only "included" in, unless they end with the
whole's own noun ("32 Conventions, including four X, three Y and 20 Z Conventions"): then they are its kinds.
Percentages are shares that may overlap, and so are groups of people other than the two sexes; neither is added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple, TypeAlias

from pipeline.check.checker import Checker, quoted
from pipeline.check.meaning import amount_of, meaning, total
from pipeline.model import Check, Finding, Money, Profile, Quantity

Figures: TypeAlias = tuple[Finding, ...]

# What may stand between a cue and the figure that it announces, as in "of which [some] US$ 4 million".
LEAD_IN = r"(?:(?!\band\b)[^;:,()\n]){0,25}$"
ALL_PARTS: Final = re.compile(
    r"^[^;:(\n]*\b(?:namely|of (?:which|whom)|compris(?:es|ed of|ing)|consist(?:s|ing) of|made up of|composed of"
    rf"|divided into|split (?:into|between|among)|broken down into)\b{LEAD_IN}"
)
MARK_BEFORE_PARTS: Final = re.compile(rf"^[^;:,(\n]{{0,80}}[:(–—]{LEAD_IN}")
SOME_PARTS: Final = re.compile(rf"^[^;:(\n]*\binclud(?:ing|es)\b{LEAD_IN}")
ANY_CUE: Final = re.compile(r"[:(]|\b(?:includ|compris|consist|of which|of whom)")
NEXT_PART: Final = re.compile(rf"(?:[,;&]|\band\b|\bplus\b|\bas well as\b){LEAD_IN}")
LAST_PART: Final = re.compile(rf"(?:&|\band\b|\bplus\b|\bas well as\b){LEAD_IN}")
TOTAL_AFTER: Final = re.compile(
    rf"[,(–—]\s*(?:(?:for|making|giving) a total of|(?:together )?totalling|adding up to|altogether)\b{LEAD_IN}"
)
MAX_GAP: Final = 120  # characters between two parts of one enumeration

ITEM_BREAK: Final = re.compile(r"\n+|(?=[•▪●‣◦])")
TOTAL_LINE: Final = re.compile(r"^\W*(?:(?:grand|overall) )?total\b", re.IGNORECASE)
MAX_ITEM: Final = 120  # characters of a list item or table line

SEXES: Final = ({"women", "men"}, {"girls", "boys"}, {"females", "males"})


class Sum(NamedTuple):
    """A whole and its parts in reading order; `complete` where the text presents them as all its parts."""

    whole: Finding
    parts: Figures
    complete: bool


class SumMismatch(Checker):
    """Compares each whole with its parts, within what their printed digits and qualifiers can mean."""

    id = "sum-mismatch"
    title = "Parts do not add up to their whole"
    template = "{whole} is told with the parts {parts}, but {sum} is {total}."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check a whole, in reading order; the figures stay as printed."""
        for figures in addable(profile.findings):
            for found in (*sums_in_sentences(figures), *sums_in_lists(figures)):
                if not adds_up(found):
                    yield self._tell(found)

    def _tell(self, found: Sum) -> Check:
        values = [amount_of(_figure(part)) or 0 for part in found.parts]
        return self.on_finding(
            found.whole,
            "amount" if isinstance(found.whole.mention, Money) else "value",
            whole=quoted(found.whole.mention.text),
            parts=quoted(*(part.mention.text for part in found.parts)),
            sum=" + ".join(f"{value:,f}" for value in values),
            total=f"{sum(values):,f}",
        )


def addable(findings: Iterable[Finding]) -> Iterator[Figures]:
    """The figures of a section that can be added up at all: its money by currency, its counts."""

    def measure(finding: Finding) -> str:
        mention = finding.mention
        if isinstance(mention, Money) and mention.amount is not None:
            return mention.currency or "no currency"
        return "count" if isinstance(mention, Quantity) and mention.unit != "%" else ""

    for _, group in groupby(findings, key=lambda finding: finding.section.id):
        section = sorted(group, key=lambda finding: finding.mention.char_start)
        for kind in sorted({measure(finding) for finding in section} - {""}):
            yield tuple(finding for finding in section if measure(finding) == kind)


def adds_up(found: Sum) -> bool:
    """Whether whole and parts agree; parts that need not be complete may stay below the whole."""
    whole = meaning(_figure(found.whole))
    parts = total(meaning(_figure(part)) for part in found.parts)
    return parts.meets(whole) if found.complete else parts.low <= whole.high


# ----------------------------------------------------------------------------------------------------------- sentences


def sums_in_sentences(figures: Figures) -> Iterator[Sum]:
    """Wholes with their parts after or before them in one sentence."""
    for _, group in groupby(figures, key=lambda finding: finding.mention.sentence_start):
        sentence = tuple(group)
        for index, whole in enumerate(sentence):
            found = _parts_after(whole, sentence[index + 1 :]) or _parts_before(whole, sentence[:index])
            if found and _same_thing(found):
                yield found


def _parts_after(whole: Finding, rest: Figures) -> Sum | None:
    parts = _enumeration(rest)
    if not parts or any(ANY_CUE.search(_between(a, b)) for a, b in pairwise(parts)):
        return None
    gap = _between(whole, parts[0])
    if ALL_PARTS.search(gap):
        return Sum(whole, parts, complete=len(parts) > 1)
    if SOME_PARTS.search(gap):
        return Sum(whole, parts, complete=len(parts) > 2 and _are_kinds(whole, parts))
    return Sum(whole, parts, complete=True) if MARK_BEFORE_PARTS.search(gap) and len(parts) > 1 else None


def _parts_before(whole: Finding, before: Figures) -> Sum | None:
    if not before or not TOTAL_AFTER.search(_between(before[-1], whole)):
        return None
    parts = next((before[i:] for i in range(len(before)) if _enumeration(before[i:]) == before[i:]), ())
    return Sum(whole, parts, complete=True) if len(parts) > 1 else None


def _enumeration(figures: Figures) -> Figures:
    """The figures from the first one on that stand in one enumeration, up to the one after its "and"."""
    parts = figures[:1]
    for previous, figure in pairwise(figures):
        gap = _between(previous, figure)
        if len(gap) > MAX_GAP or not NEXT_PART.search(gap):
            break
        parts = (*parts, figure)
        if LAST_PART.search(gap):
            break
    return parts


# --------------------------------------------------------------------------------------------------------------- lists


class Item(NamedTuple):
    """A paragraph, list item or table line with the one figure that stands in it."""

    text: str
    start: int
    figure: Finding | None


def sums_in_lists(figures: Figures) -> Iterator[Sum]:
    """Short items with one figure each, the first or last of which is a line for the total."""
    items = list(_items(figures))
    for alone, group in groupby(items, key=lambda item: item.figure is not None and len(item.text) <= MAX_ITEM):
        run = [item for item in group if item.figure]
        totals = [item for item in run if TOTAL_LINE.match(item.text)]
        parts = tuple(item.figure for item in run if item not in totals and item.figure)
        if alone and len(totals) == 1 and totals[0] in (run[0], run[-1]) and len(parts) > 1 and totals[0].figure:
            found = Sum(totals[0].figure, parts, complete=True)
            if _same_thing(found):
                yield found


def _items(figures: Figures) -> Iterator[Item]:
    content = figures[0].section.content
    breaks = [0, *(match.end() for match in ITEM_BREAK.finditer(content)), len(content)]
    for start, end in pairwise(breaks):
        inside = [figure for figure in figures if start <= figure.mention.char_start < end]
        if text := content[start:end].strip():
            yield Item(text, start, inside[0] if len(inside) == 1 else None)


# --------------------------------------------------------------------------------------------------------------- nouns


def _same_thing(found: Sum) -> bool:
    """Whether whole and parts count the same: one currency (by selection), one noun, or people by sex."""
    if isinstance(found.whole.mention, Money):
        return True
    if {_noun(part) for part in found.parts} in SEXES:
        return True
    return _are_kinds(found.whole, found.parts)


def _are_kinds(whole: Finding, parts: Sequence[Finding]) -> bool:
    """Whether the last part repeats the noun of the whole and no other part has a plural noun of its own."""
    noun = _noun(whole)
    return (
        bool(noun) and _noun(parts[-1]) == noun and all(_noun(p) == noun or not _noun(p).endswith("s") for p in parts)
    )


def _noun(finding: Finding) -> str:
    """The last word of what a quantity counts; empty for money."""
    unit = finding.mention.unit.lower().split() if isinstance(finding.mention, Quantity) else []
    return unit[-1] if unit else ""


def _between(first: Finding, second: Finding) -> str:
    """The text from the end of one mention to the start of the next."""
    return first.section.content[first.mention.char_end : second.mention.char_start]


def _figure(finding: Finding) -> Money | Quantity:
    mention = finding.mention
    assert isinstance(mention, Money | Quantity)
    return mention
