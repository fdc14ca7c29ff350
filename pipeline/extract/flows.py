"""What kind of contribution an amount is, by the words of its sentence, else of its paragraph: rules/flows.csv."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from spacy.tokens import Doc

from pipeline.extract.names import rows
from pipeline.extract.sentences import BULLETS
from pipeline.model import Flow


class Phrase(NamedTuple):
    """What a phrase tells; `of_paragraph` where it also tells it of the amounts in later sentences."""

    flow: Flow
    of_paragraph: bool


PHRASES = {
    tuple(re.findall(r"\w+|[^\w\s]", row["phrase"])): Phrase(cast(Flow, row["flow"]), row["tells"] == "paragraph")
    for row in rows("flows.csv")
}
LENGTHS = sorted({len(phrase) for phrase in PHRASES}, reverse=True)
FIRST_WORDS = frozenset(phrase[0] for phrase in PHRASES)
PARTING = {",": 3, "and": 3, "while": 6, ";": 9}  # how much further than a word these set a phrase off


def flow(doc: Doc, start: int, end: int) -> Flow | None:
    """The flow of the amount on tokens start to end: what the nearest phrase of its sentence tells, else the first of
    its paragraph or list item; None where neither tells."""
    sentence = doc[start:end].sent
    near = [
        (_distance(doc, first, last, start, end), phrase.flow)
        for first, last, phrase in _phrases(doc, sentence.start, sentence.end)
    ]
    if near:
        return min(near)[1]
    before = (phrase.flow for _, _, phrase in _phrases(doc, _paragraph(doc, start), start) if phrase.of_paragraph)
    return next(before, None)


def _phrases(doc: Doc, start: int, end: int) -> list[tuple[int, int, Phrase]]:
    places = [token.i for token in doc[start:end] if not token.is_space]
    words = [doc[i].lower_ for i in places]
    found: list[tuple[int, int, Phrase]] = []
    at = 0
    while at < len(words):
        runs = (tuple(words[at : at + length]) for length in LENGTHS) if words[at] in FIRST_WORDS else ()
        if run := next((run for run in runs if run in PHRASES), None):
            found.append((places[at], places[at + len(run) - 1] + 1, PHRASES[run]))
        at += len(run or "1")
    return found


def _distance(doc: Doc, first: int, last: int, start: int, end: int) -> int:
    between = doc[last:start] if last <= start else doc[end:first]
    return sum(PARTING.get(token.lower_, 1) for token in between)


def _paragraph(doc: Doc, i: int) -> int:
    """The token at which the paragraph or list item of token `i` begins."""
    while i > 0 and doc[i - 1].text.count("\n") < 2 and doc[i - 1].text not in BULLETS:
        i -= 1
    return i
