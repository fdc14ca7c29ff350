"""Amounts of money: a currency beside a number, in the arrangements of rules/money.toml.

Takes a Doc with its numbers and leaves Money records. An amount that could be a thousand or a million times off, and a
currency that several countries share, are left empty and told as doubts. Whose money it is and of which years is not
said here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from math import prod

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract import amounts, currencies, flows, names, spans
from pipeline.extract.amounts import Amount
from pipeline.extract.cascade import Layer, Match, Piece, Rule
from pipeline.extract.currencies import Form
from pipeline.extract.numbers import Number
from pipeline.extract.qualifiers import qualifier
from pipeline.model import Money

NAME = "donor_profiles_money"

RULES = tomllib.loads((names.RULES / "money.toml").read_text(encoding="utf-8"))
SCALES = {word: Decimal(scale) for word, scale in RULES["scales"].items()}
LISTING = frozenset(RULES["listing"]["words"])
YEAR_BEFORE = frozenset(RULES["years"]["after"])
REACH = 8  # tokens that an amount can hold beyond its currency, on either side
BREAK = Piece("", -1, -1)


@Language.factory(NAME)
class MoneyReader:
    """The component; making it compiles all rules."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.find_currencies = currencies.Finder(nlp.vocab)
        self.layer = Layer(nlp.vocab, [Rule.of(row) for row in RULES["arrangements"]], {})

    def __call__(self, doc: Doc) -> Doc:
        """Leaves every amount of the text."""
        found = self.find_currencies(doc) if doc._.numbers else []
        if not found:
            return doc
        pieces = list(_pieces(doc, found))
        matches = self.layer.matches(pieces)
        headed = max(
            (_scale(pieces[m.start : m.end]) for m in matches if m.rule.reads == "heading"), default=Decimal(1)
        )
        mentions = [
            money
            for match in matches
            if match.rule.reads != "heading"
            for start, end in _parts(match, pieces)
            if (money := _read(doc, match.rule, pieces[start:end], _scale_listed(pieces, start, end), headed))
        ]
        return spans.leave(doc, mentions)


def _pieces(doc: Doc, found: Sequence[currencies.Found]) -> Iterator[Piece]:
    """What stands around currencies: numbers, currencies, scales and words; a break between stretches."""
    numbers = {number.start: number for number in doc._.numbers if not _is_percentage(doc, number)}
    units = {currency.start: currency for currency in found}
    near = sorted({i for c in found for i in range(max(0, c.start - REACH), min(len(doc), c.end + REACH))})
    end = 0
    for i in near:
        if i < end:
            continue
        if i > end or doc[i].text.count("\n") > 1:
            yield BREAK
        end = i + 1
        if currency := units.get(i):
            end = currency.end
            yield Piece(_place(doc, currency, numbers), i, end, currency.form)
        elif number := numbers.get(i):
            end = number.end
            yield Piece("YEAR" if _is_year(doc, number) else "NUMBER", i, end, number)
        elif scale := _scale_word(doc, i):
            yield Piece("SCALE", i, end, scale)
        elif not doc[i].is_space:
            yield Piece(doc[i].lower_, i, end)


def _is_percentage(doc: Doc, number: Number) -> bool:
    after = doc[number.end : number.end + 2].text.lower()
    return after.startswith(("%", "percent")) or after == "per cent"


def _is_year(doc: Doc, number: Number) -> bool:
    """Whether a number is a year by itself and by the word before it: "in 2015 euro area growth"."""
    before = doc[number.start - 1].lower_ if number.start else ""
    return before in YEAR_BEFORE and number.scale == 1 and 1900 <= number.readings[0] <= 2100


def _scale_word(doc: Doc, i: int) -> Decimal | None:
    """The scale that a token is; a letter on its own that begins a longer word ("5 T-shirts") is none."""
    token = doc[i]
    if len(token) == 1 and doc[i - 1].whitespace_ and not token.whitespace_ and doc[i + 1 : i + 2].text in {"-", "&"}:
        return None
    return SCALES.get(token.text) or SCALES.get(token.lower_)


def _place(doc: Doc, currency: currencies.Found, numbers: Mapping[int, Number]) -> str:
    """Which number a form belongs to: the one after it (CURRENCY) or the one before it (UNIT, CENTS)."""
    after = _next(doc, currency.end)
    if after < len(doc) and doc[after].text in SCALES:
        after = _next(doc, after + 1)
    if currency.form.side == "before":
        return "CURRENCY"
    glued = currency.start > 0 and doc[currency.start - 1].like_num and not doc[currency.start - 1].whitespace_
    spaced = bool(doc[currency.end - 1].whitespace_)
    if currency.form.side == "both" and after in numbers and not (glued and spaced):
        return "CURRENCY"
    return "CENTS" if currency.form.scale < 1 else "UNIT"


def _next(doc: Doc, i: int) -> int:
    """The first token from `i` on that is not the end of a line."""
    while i < len(doc) and doc[i].is_space and doc[i].text.count("\n") < 2:
        i += 1
    return i


def _parts(match: Match, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """The pieces of each mention: one, but for "from A to B", where B is not a range's end but what A became."""
    if match.rule.reads != "two amounts":
        return [(match.start, match.end)]
    middle = next(i for i in range(match.start, match.end) if pieces[i].word == "to")
    return [(match.start, middle), (middle, match.end)]


def _read(doc: Doc, rule: Rule, pieces: Sequence[Piece], listed: Decimal, headed: Decimal) -> Money | None:
    """The mention of one arrangement; `listed` and `headed` are scales that the words around may give it."""
    valued = [piece for piece in pieces if piece.value is not None]
    start, end = valued[0].start, valued[-1].end
    forms = [piece.value for piece in valued if isinstance(piece.value, Form)]
    figures = _amounts(doc, valued)
    wants_proof = rule.reads == "labelled" or any(form.common_word for form in forms)
    if wants_proof and not any(map(_is_plainly_money, figures)):
        return None
    code, doubts = currencies.resolve(doc, forms)
    currency = currencies.table().get(code or "")
    if rule.reads == "range":
        reading = amounts.span(figures[0], figures[-1], currency)
    elif rule.reads == "sum":
        reading = amounts.total(figures[0], figures[-1], currency)
    else:
        reading = amounts.single(figures[0], currency, listed, headed)
    return Money(
        **spans.place(doc[start:end]),
        rule=rule.name,
        amount=reading.amount,
        amount_max=reading.amount_max,
        currency=code,
        qualifier="between" if rule.reads == "range" else qualifier(doc, start, end),
        flow=flows.flow(doc, start, end),
        doubts=(*reading.doubts, *doubts),
    )


def _amounts(doc: Doc, pieces: Sequence[Piece]) -> list[Amount]:
    """The numbers of an arrangement in order, each with its scales: those after it, or before the first."""
    found: list[Amount] = []
    waiting = Decimal(1)
    for piece in pieces:
        if isinstance(piece.value, Number):
            mark = "," if "," in doc[piece.start : piece.end].text else "."
            found.append(Amount(piece.value, mark, waiting))
            waiting = Decimal(1)
        elif found and piece.word != "CURRENCY":
            found[-1] = found[-1].scaled(_scale([piece]))
        else:
            waiting *= _scale([piece])
    return found


def _scale(pieces: Sequence[Piece]) -> Decimal:
    """The product of the scales of pieces."""
    scales = [piece.value.scale if isinstance(piece.value, Form) else piece.value for piece in pieces]
    return prod((scale for scale in scales if isinstance(scale, Decimal)), start=Decimal(1))


def _is_plainly_money(amount: Amount) -> bool:
    """Whether a number is written as sums are: with a scale, or of four digits or more and no year."""
    figure = max(amount.number.readings)
    return not 1900 <= figure <= 2100 and (amount.full_scale > 1 or figure >= 1000)


def _scale_listed(pieces: Sequence[Piece], start: int, end: int) -> Decimal:
    """The scale of the number that a list ends with ("US$ 2, 4 and 5 million", "$5 and $10 million"), 1 where the
    pieces from start to end begin no such list."""
    own = [piece.value for piece in pieces[start:end]]
    listed = False
    for piece, following in pairwise([*pieces[end:], BREAK]):
        if isinstance(piece.value, Number) and listed:
            if (scale := piece.value.scale * _scale([following] if following.word == "SCALE" else [])) > 1:
                return scale
        elif piece.word in LISTING:
            listed = True
        elif piece.value not in own:
            break
    return Decimal(1)
