"""Drafts -> drafts with the facts that stand over their headings.

Facts that end the text above a heading are that text's, unless the page shows that each of them stands over a heading:
those with the same labels end the text above each heading of one type, and not that below the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.segment.paragraphs import Piece
from pipeline.segment.sections import Draft
from pipeline.segment.text import parts

# So many headings with facts over them show that these are theirs.
SEVERAL = 2


class _Facts(NamedTuple):
    """Those that end a text."""

    pieces: list[Piece]
    labels: frozenset[str]


def with_overlines(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, the facts over headings taken into the sections that these head."""
    found = list(drafts)
    for run in _runs(drafts):
        *over, last = [_facts_at_end(drafts[place]) for place in run]
        ends = all(
            len(facts.pieces) < len(drafts[place].pieces) for facts, place in zip(over[1:], run[1:], strict=False)
        )
        common = frozenset.intersection(*(facts.labels for facts in over)) - last.labels
        if len(over) < SEVERAL or not (ends and common):
            continue
        for (upper, lower), (pieces, _) in zip(pairwise(run), over, strict=True):
            kept = [piece for piece in found[upper].pieces if piece not in pieces]
            found[upper] = replace(found[upper], pieces=kept)
            found[lower] = replace(found[lower], pieces=[*pieces, *found[lower].pieces])
    return found


def _runs(drafts: Sequence[Draft]) -> Iterator[list[int]]:
    """The places of sections that follow each other with headings of one type, after that of the one before them."""
    text = [place for place, draft in enumerate(drafts) if draft.place == "text"]
    for _, group in groupby(pairwise(text), key=lambda pair: _type(drafts[pair[1]])):
        pairs = list(group)
        yield [pairs[0][0], *(lower for _, lower in pairs)]


def _type(draft: Draft) -> tuple[float, bool] | None:
    return (round(draft.heading.first.size), draft.heading.first.style.bold) if draft.heading else None


def _facts_at_end(draft: Draft) -> _Facts:
    """The facts that end the text of a section."""
    pieces: list[Piece] = []
    labels: set[str] = set()
    for told, facts in reversed(list(parts(draft.pieces))):
        if not facts:
            break
        pieces[:0] = told
        labels.update(" ".join(line.text for _, line in fact.label) for fact in facts)
    return _Facts(pieces, frozenset(labels))
