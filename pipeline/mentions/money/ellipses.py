"""Amounts that leave their currency to the one before them: "USD 12 million, of which 4 million in loans", "Mali (3
million euros), Niger (2 million) and Chad (1 million)".

Such an amount counts nothing itself. It stands in the sentence of the other one, with no count between them: either
`of which` has opened the parts of the other one, or a mark or phrase of class `beside` stands right before it. Or a
phrase of class `sum` before it or `sum after` it says that it is money ("una dotación de 3 millones"); then the other
one may stand in another sentence of the paragraph, and that the currency is the same is assumed. So it is of a number
with a scale that stands alone in a paragraph of amounts where no such number counts anything. Where the paragraph tells
no currency at all, a phrase of those classes makes a sum without one. A sum in brackets right after it says the same in
another currency: "3,8 millones (4,45 millones de dólares)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from spacy.lang.lex_attrs import is_left_punct, is_punct, is_quote

from pipeline.language.currencies import Form
from pipeline.language.function_words import OF, THE, TO
from pipeline.language.lexicon import by_language, phrases, word_set
from pipeline.language.lexicon import words as entries
from pipeline.language.numbers import HYPHENS, like_number
from pipeline.language.patterns import Piece
from pipeline.language.qualifiers import qualified_from
from pipeline.language.spans import Doc, Number
from pipeline.mentions.money.tokens import is_year, scale_at
from pipeline.mentions.quantities import Words, percent_sign, unit_after

PARTS = phrases("function_words", "of which")
AFTER, MADE_OF = word_set("money_words", "part"), word_set("money_words", "made_of")  # "1,2 million de subventions"
PEOPLE = word_set("people", "beneficiary")
BESIDE, SUM, SUM_AFTER = (
    by_language(lambda kind=kind: frozenset(tuple(phrase.split()) for phrase in entries("money_words", kind)))
    for kind in ("beside", "sum", "sum_after")
)
TIMES = word_set("date_words", "UNIT")
LONGEST = 4  # words of a phrase of class `beside`, `sum` or `sum after`
LEAST = 1000  # what is smaller and has no scale may count anything
RANGE = HYPHENS | {"–", "—", "/"}
YEAR = re.compile(r"(?:19|20)\d\d")


class Elided(NamedTuple):
    """The number and the scale of an amount, and the pieces of the one whose currency it shares, which has none where
    the paragraph tells none; whether that stands in another sentence."""

    pieces: list[Piece]
    shared: Sequence[Piece]
    is_far: bool = False


def phrases_tell_sums() -> bool:
    """Whether the language has phrases that make a number a sum."""
    return bool(SUM() or SUM_AFTER())


def elided(doc: Doc, amounts: Sequence[Sequence[Piece]]) -> Iterator[Elided]:
    """The amounts that share the currency of one of `amounts`, both in text order."""
    if not (amounts or phrases_tell_sums()):
        return
    lines, gaps = Words(doc), doc.parting
    apart = gaps.union(doc.sentences)
    words, parts = doc.lower, PARTS()
    by_start = {pieces[0].start: pieces for pieces in amounts}
    figures = {number.start: _with_scale(doc, number) for number in doc.numbers}
    own = {piece.start for pieces in amounts for piece in pieces}
    scaled = [at for at in figures.keys() - own if _is_scaled(figures[at])]
    counts = [at for at in scaled if _counts(lines, figures[at]) or _of_people(doc, at)]
    opening = {at for at, word in enumerate(words) if word in parts}
    shared: Sequence[Piece] = ()
    last: Sequence[Piece] = ()
    opened, is_far, end = False, False, 0
    for at in sorted(apart | opening | by_start.keys() | figures.keys()):
        if at < end:
            continue
        if at in apart:
            shared, opened, is_far = (), False, False
        last = () if at in gaps else last
        if at in by_start:
            last = shared = by_start[at]
            is_far = False
            end = shared[-1].end
            continue
        if shared and any(words[at : at + len(phrase)] == phrase for phrase in parts.get(words[at], ())):
            opened, shared = True, () if _of_people(doc, at) else shared
        pieces = figures.get(at, ())
        end = pieces[-1].end if pieces else at + 1
        if not pieces or not _is_great(pieces) or _is_percentage(lines, pieces):
            continue
        gloss = by_start.get(end + 1, ()) if doc.text_at(end) == "(" and _is_scaled(pieces) else ()
        other = next(_in_other_currency(amounts, gaps, gloss), ()) if gloss else ()
        shared = shared if shared is other or not gloss else ()
        near = other if gloss else shared or last or _nearest(amounts, gaps, end)
        if _counts(lines, pieces):
            near = ()
        elif gloss or _is_sum(doc, pieces) or (shared and _stands_alone(doc, pieces, opened)):
            is_far |= not shared
            last = near = near or pieces
        elif _is_alone(doc, pieces) and not opened and not any(_is_together(gaps, other, end) for other in counts):
            is_far = True
        else:
            near = ()
        if near:
            yield Elided(pieces, near, is_far)
        shared = near


def _codes(pieces: Sequence[Piece]) -> set[str]:
    """The currencies that an amount may be in."""
    return {code for piece in pieces if isinstance(piece.value, Form) for code in piece.value.codes}


def _in_other_currency(
    amounts: Sequence[Sequence[Piece]], gaps: Set[int], gloss: Sequence[Piece]
) -> Iterator[Sequence[Piece]]:
    """Those of `amounts` before a gloss, the nearest first, that are in another currency; no gap is between them."""
    for pieces in reversed(amounts):
        before = pieces[0].start < gloss[0].start and _is_together(gaps, pieces[0].start, gloss[0].start)
        if before and _codes(pieces).isdisjoint(_codes(gloss)):
            yield pieces


def _nearest(amounts: Sequence[Sequence[Piece]], gaps: Set[int], at: int) -> Sequence[Piece]:
    """The first of `amounts` after a token, where no gap is between them."""
    after = next((pieces for pieces in amounts if pieces[0].start > at), ())
    return after if after and _is_together(gaps, at, after[0].start) else ()


def _is_together(gaps: Set[int], one: int, other: int) -> bool:
    """Whether no gap is between two tokens."""
    first, last = sorted((one, other))
    return not any(first < gap <= last for gap in gaps)


def _with_scale(doc: Doc, number: Number) -> list[Piece]:
    pieces = [Piece("NUMBER", number.start, number.end, number)]
    scale = scale_at(doc, number.end) if number.end < len(doc) else None
    return [*pieces, Piece("SCALE", number.end, number.end + 1, scale)] if scale else pieces


def _is_sum(doc: Doc, pieces: Sequence[Piece]) -> bool:
    """Whether a phrase right before or after a number with a scale says that it is money."""
    if not _is_scaled(pieces) or not phrases_tell_sums():
        return False
    end = pieces[-1].end
    before, then = _words_before(doc, pieces[0].start), doc.lower[end : end + LONGEST]
    if any(tuple(then[: len(phrase)]) == phrase for phrase in SUM_AFTER()):
        return True
    told = any(tuple(before[-len(phrase) :]) == phrase for phrase in SUM())
    return told and _is_whole(doc, pieces)


def _is_alone(doc: Doc, pieces: Sequence[Piece]) -> bool:
    """Whether a number with a scale counts nothing and is no part of another, so that in a paragraph of amounts it will
    be one."""
    return _is_scaled(pieces) and not _goes_on(doc, pieces[0].start) and _stands_alone(doc, pieces, opened=True)


def _goes_on(doc: Doc, start: int) -> bool:
    """Whether a number may be the rest of another one: "2. 7 million", "2 .7 million"."""
    if start == 0 or doc.is_blank(start - 1):
        return False
    before, number = doc.texts[start - 1], doc.texts[max(0, start - 2)]
    if not doc.spaced(start - 1):
        return not (is_left_punct(before) or is_quote(before) or before in {"+", *RANGE})
    return like_number(before) or (is_punct(before) and like_number(number) and not YEAR.fullmatch(number))


def _begin(doc: Doc, start: int) -> int:
    """The token on which a number begins with its article and how sure it is said to be."""
    first = qualified_from(doc, start)
    while first and doc.lower[first - 1] in THE():
        first = qualified_from(doc, first - 1)
    return first


def _words_before(doc: Doc, start: int) -> list[str]:
    """The words before a number and what belongs to it, the nearest last."""
    first = _begin(doc, start)
    return doc.lower[max(0, first - LONGEST) : first]


def _is_great(pieces: Sequence[Piece]) -> bool:
    number = pieces[0].value
    assert isinstance(number, Number)
    return _is_scaled(pieces) or (max(number.readings) >= LEAST and not is_year(number))


def _is_percentage(lines: Words, pieces: Sequence[Piece]) -> bool:
    return bool(percent_sign(lines, lines.doc.place(pieces[-1].end - 1) + 1))


def _counts(lines: Words, pieces: Sequence[Piece]) -> bool:
    """Whether a number counts what stands after it, which is no time ("918 millones del año anterior")."""
    after = lines.doc.place(pieces[-1].end - 1) + 1
    if lines.lower[after] in AFTER() - OF() or (lines.lower[after] in OF() and lines.lower[after + 1] in MADE_OF()):
        return False
    unit = unit_after(lines, after)
    return unit is not None and unit.noun not in TIMES()


def _of_people(doc: Doc, at: int) -> bool:
    """Whether people stand before a number, or before the word that opens parts of an amount: "refugees (77 thousand)",
    "3 million euros for women, of which 2 million in Asia"."""
    before = [word.lower() for word in doc.texts[max(0, at - 2) : at] if word.isalpha()]
    return not PEOPLE().isdisjoint(before[-1:])


def _stands_alone(doc: Doc, pieces: Sequence[Piece], opened: bool) -> bool:
    """Whether nothing around a number makes it a count, or an end of a range, and what follows may follow a sum."""
    before, after = _words_before(doc, pieces[0].start), doc.text_at(pieces[-1].end) or "."
    parted = any(tuple(before[-len(phrase) :]) == phrase for phrase in BESIDE())
    apart = opened or (parted and _is_scaled(pieces))
    return apart and _is_whole(doc, pieces) and (after.lower() in AFTER() or after.isspace())


def _is_whole(doc: Doc, pieces: Sequence[Piece]) -> bool:
    """Whether a number is no end of a range, and no count of something after "of"."""
    start, end = pieces[0].start, pieces[-1].end
    first, before = _begin(doc, start), _words_before(doc, start)
    after, then = (doc.text_at(i) or "." for i in (end, end + 1))
    dash = RANGE.intersection((*before[-1:], after)) and after != then  # "32 millones --dos más que en 2021--"
    if dash or (after.lower() in TO() and _may_go_up(doc, pieces, end + 1)):
        return False
    other = doc.texts[first - 2] if first > 1 and before[-1] in TO() else ""
    if like_number(other) and not YEAR.fullmatch(other):
        return False  # "2 to 3 million", but "de 3 millions d’euros en 2019 à 4 millions"
    if after.lower() not in OF():
        return True
    counted = then[0].islower() and then not in OF() | THE() | TIMES() | MADE_OF()  # "2 millions de femmes"
    return not counted and not (len(then) == 1 and then.isupper())  # "401 milliards de F" has a currency


def _may_go_up(doc: Doc, pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number on token `at` may be the end of a range: it is greater than that of an amount, and counts
    nothing ("4 millones a 38 proyectos")."""
    number = pieces[0].value
    assert isinstance(number, Number)
    other = doc.number_at(at)
    if other is None or max(other.readings) * other.scale < max(number.readings):
        return False
    after = doc.text_at(other.end)
    of_bodies = len(after) > 1 and after.isupper()  # "a 38 ONG"
    return other.scale > 1 or not (of_bodies or _counts(Words(doc), [Piece("NUMBER", other.start, other.end, other)]))


def _is_scaled(pieces: Sequence[Piece]) -> bool:
    return len(pieces) > 1 or any(isinstance(piece.value, Number) and piece.value.scale > 1 for piece in pieces)
