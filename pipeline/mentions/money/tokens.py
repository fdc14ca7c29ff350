"""A text as the arrangements of money.toml see it: the numbers, currencies, scales and words around currencies.

CURRENCY  a currency before its number     UNIT   one after its number     CENTS  a part of a currency
NUMBER    a number with its scale          ROUND  1,000 or 1,000,000, which may be the unit of a table
SCALE     a scale beside money only        YEAR   a number that is a year
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipeline.language.figures import misspelled_scales
from pipeline.language.function_words import FOR, TO
from pipeline.language.lexicon import by_language, phrases, scales, word_set
from pipeline.language.numbers import like_number, number_scales
from pipeline.language.patterns import Piece
from pipeline.language.spans import Doc, Number
from pipeline.mentions.money.currencies import Found

PERCENT = phrases("count_words", "percent")
SCALES = by_language(lambda: number_scales() | scales("money"))
YEAR_BEFORE, PRICES = word_set("money_words", "year_after"), word_set("money_words", "prices")
REACH = 8  # tokens that an amount can hold beyond its currency, on either side
POWERS = frozenset("²³")
BREAK = Piece("", -1, -1)


def pieces_of(doc: Doc, found: Sequence[Found]) -> list[Piece]:
    """What stands around the currencies found, with breaks around stretches, at a blank line and where a cell ends."""
    return [BREAK, *_pieces(doc, found), BREAK]


def _pieces(doc: Doc, found: Sequence[Found]) -> Iterator[Piece]:
    numbers = {number.start: number for number in doc.numbers if not _is_percentage(doc, number)}
    currencies = {currency.start: currency for currency in found}
    near = {i for c in found for i in range(max(0, c.start - REACH), min(len(doc), c.end + REACH))}
    near |= {i for n in numbers.values() if n.end - 1 in near for i in range(n.start, n.end)}  # of many words
    scales = _spelled_scales()
    end = 0
    for i in sorted(near):
        if i < end:
            continue
        if i > end or i in doc.parting:
            yield from (BREAK, BREAK)  # the end of a cell and the beginning of the next: matches do not share it
        end = i + 1
        if currency := currencies.get(i):
            end = currency.end
            yield Piece(_place(doc, currency, numbers), i, end, currency.form)
        elif number := numbers.get(i):
            end = number.end
            yield Piece(_kind(doc, number), i, end, number)
        elif (doc.lower[i] in scales or doc.texts[i] in scales) and (scale := scale_at(doc, i)):
            yield Piece("SCALE", i, end, scale)
        elif not doc.is_blank(i):
            yield Piece(doc.lower[i], i, end)


def _is_percentage(doc: Doc, number: Number) -> bool:
    after = doc.lower[number.end : number.end + 2]
    return any(after[: len(phrase)] == phrase for phrase in PERCENT().get(after[0], ())) if after else False


def _kind(doc: Doc, number: Number) -> str:
    before = doc.lower[number.start - 1] if number.start else ""
    after = doc.text_at(number.end).lower()
    # "it raised its gift for 2018 to EUR 3 million"
    if is_year(number) and (before in YEAR_BEFORE() or (before in FOR() and after in TO())):
        return "YEAR"
    if is_year(number) and before in PRICES():
        return "PRICE_YEAR"
    digits = "".join(filter(str.isdecimal, doc.written(number.start, number.end)))
    if number.scale == 1 and digits in {"000", "1000", "1000000"}:
        return "ROUND"
    return "SMALL" if number.scale == 1 and number.readings[0] <= 10 else "NUMBER"


def is_year(number: Number) -> bool:
    """Whether a number can be a year."""
    return number.scale == 1 and all(1900 <= reading <= 2100 for reading in number.readings)


def _sum_and_year(doc: Doc, currency: Found, after: Number) -> bool:
    """Whether a number with a scale ends before a currency, and a year in four digits follows."""
    if not (is_year(after) and doc.written(after.start, after.end).isdecimal()):
        return False
    return any(number.end == currency.start and number.scale > 1 for number in doc.numbers)


def scale_at(doc: Doc, i: int) -> Decimal | None:
    """The scale that a token is; a letter on its own that begins a longer word ("5 T-shirts") is none."""
    word, known = doc.texts[i], _spelled_scales()
    scale = known.get(word) or known.get(doc.lower[i])
    if scale is None or doc.spaced(i):
        return scale
    following = doc.text_at(i + 1)
    if following in POWERS:
        return None  # "14 650 m³"
    begins_word = _is_initial(doc, i + 1) or (doc.spaced(i - 1) and following in {"-", "&"})
    return None if len(word) == 1 and begins_word else scale


@by_language
def _spelled_scales() -> dict[str, Decimal]:
    """The scales by their words, also with a slip in these."""
    known = SCALES()
    return {spelling: known[scale] for spelling, scale in misspelled_scales().items() if scale in known} | known


def _is_initial(doc: Doc, i: int) -> bool:
    """Whether a mark on a token and a letter are glued to what is before them: the M of "1,200.00 M.N.", "m/n"."""
    glued = i + 1 < len(doc) and doc.texts[i] in {".", "/"} and not doc.spaced(i)
    return glued and len(doc.texts[i + 1]) == 1 and doc.texts[i + 1].isalpha()


def _place(doc: Doc, currency: Found, numbers: Mapping[int, Number]) -> str:
    """A sign or code belongs to the number after it, unless it is glued to the one before it or a year follows
    ("1000 million SEK 2020"); a name to the one before it, unless there is none and a sum follows ("Swiss francs
    3,600,000")."""
    side, start = currency.form.side, currency.start
    before, apart = (doc.texts[start - 1], doc.spaced(start - 1)) if start else ("", False)
    if not apart and start > 1 and scale_at(doc, start - 1):
        before = doc.texts[start - 2] if like_number(doc.texts[start - 2]) else before  # "450 k€ un programme"
    number_before = like_number(before)
    glued = number_before and not apart and doc.spaced(currency.end - 1)
    after = numbers.get(_after(doc, currency.end, may_stop=not number_before))
    if side == "before" or (after and side == "both" and not (glued or _sum_and_year(doc, currency, after))):
        return "CURRENCY"
    plainly = after and (after.scale > 1 or (max(after.readings) >= 1000 and not is_year(after)))
    if plainly and not number_before:
        return "CURRENCY"
    return "CENTS" if currency.form.scale < 1 else "UNIT"


def _after(doc: Doc, i: int, may_stop: bool) -> int:
    """The first token from `i` on that is neither a line's end, a scale nor, where it may have one, a code's full stop
    ("DKK. 230")."""
    i += may_stop and doc.text_at(i) == "." and not doc.spaced(i - 1) and doc.spaced(i)
    while i < len(doc) and (doc.texts[i] in SCALES() or (doc.is_blank(i) and i not in doc.parting)):
        i += 1
    return i
