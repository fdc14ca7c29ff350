"""What kind of contribution an amount is, by the words of its sentence, else of its paragraph: flows.csv."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, cast

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pipeline.language.currencies import CURRENCY_WORDS
from pipeline.language.lexicon import WORD, rows
from pipeline.language.lines import as_one_line
from pipeline.language.sentences import BULLETS
from pipeline.language.spans import sentence_of
from pipeline.model import Flow

BEGINNING = 3  # words before a phrase that still begins its paragraph: "The donor’s voluntary contributions …"
PARTING = {",": 3, "and": 3, "while": 6, ";": 9}  # how much further than a word these set a phrase off


class Told(NamedTuple):
    """A phrase on tokens start to end, and the flow that it tells: none where it stands for several ("core and
    earmarked") or for any ("grant"); `of_paragraph` where it also tells of the amounts in later sentences."""

    start: int
    end: int
    flow: Flow | Literal[""]
    of_paragraph: bool


class Finder:
    """Finds the phrases in a Doc."""

    def __init__(self, vocab: Vocab) -> None:
        self.rows = {row["phrase"]: row for row in rows("flows.csv")}
        self.matcher = PhraseMatcher(vocab, attr="LOWER")
        for phrase in self.rows:
            self.matcher.add(phrase, [Doc(vocab, WORD.findall(phrase))])

    def __call__(self, doc: Doc) -> list[Told]:
        """All phrases in text order, the longest where they overlap."""
        line, places = as_one_line(doc)
        found = ((span, self.rows[span.label_]) for span in filter_spans(self.matcher(line, as_spans=True)))
        return [
            Told(
                places[span.start],
                places[span.end - 1] + 1,
                cast(Flow | Literal[""], row["flow"]),
                row["holds_for"] == "paragraph",
            )
            for span, row in found
        ]


def flow(doc: Doc, told: Sequence[Told], start: int, end: int) -> Flow | None:
    """The flow of the amount on tokens start to end: what the nearest phrase of its sentence tells, else the one that
    its paragraph or list item begins with ("Assessed contributions, which …"); None where neither tells."""
    sentence = sentence_of(doc[start:end])
    near = [
        (_distance(doc, phrase, start, end), not phrase.flow, phrase.flow)
        for phrase in told
        if sentence.start <= phrase.start < sentence.end
        and not _is_of_another(doc, phrase, start, end)
        and not _is_of_a_part(doc, phrase, start, end)
    ]
    if near:
        return min(near)[2] or None
    before = [phrase for phrase in told if phrase.of_paragraph and phrase.end <= start]
    paragraph = _paragraph(doc, start) if before else 0
    return next((phrase.flow or None for phrase in before if 0 <= phrase.start - paragraph <= BEGINNING), None)


def _is_of_another(doc: Doc, phrase: Told, start: int, end: int) -> bool:
    """Whether a phrase says what another amount is given as: the one before it, in "EUR 3 million as core support" and,
    for the amounts that follow, in "EUR 3 million in food aid"."""
    link = phrase.start - 1 - (doc[max(0, phrase.start - 1)].lower_ in {"a", "an"})
    if link < 1 or doc[link].lower_ not in {"as", "in"}:
        return False
    after_amount = doc[link - 1].lower_ in CURRENCY_WORDS or (doc[link - 1].like_num and not _is_year(doc[link - 1]))
    if phrase.end <= start:
        return after_amount or doc[link].lower_ == "as"
    return after_amount and doc[link].lower_ == "as" and end != link


def _is_of_a_part(doc: Doc, phrase: Told, start: int, end: int) -> bool:
    """Whether a phrase is said of a part of the amount before it: "EUR 3 million, of which EUR 1 million in core
    support", "Of the EUR 3 million, EUR 1 million is core support"."""
    between = [token.lower_ for token in doc[end : phrase.start]]
    sentence = sentence_of(doc[start:end])
    is_whole = sentence[0].lower_ == "of" and start - sentence.start <= BEGINNING and "," in between
    return is_whole or "including" in between or ("of", "which") in pairwise(between)


def _is_year(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) == len("2019")


def _distance(doc: Doc, phrase: Told, start: int, end: int) -> int:
    between = doc[phrase.end : start] if phrase.end <= start else doc[end : phrase.start]
    return sum(PARTING.get(token.lower_, 1) for token in between)


def _paragraph(doc: Doc, i: int) -> int:
    """The token at which the paragraph or list item of token `i` begins."""
    while i > 0 and doc[i - 1].text.count("\n") < 2 and doc[i - 1].text not in BULLETS:
        i -= 1
    return i
