"""Amounts of money: a currency beside a number, in the arrangements of rules/money.toml.

Takes a Doc with its numbers and leaves Money records. An amount that could be a thousand or a million times off, and a
currency that several countries share, are left empty and told as doubts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract import currencies, spans
from pipeline.extract.cascade import Layer, Piece, Rule
from pipeline.extract.numbers import Number, plain
from pipeline.extract.qualifiers import qualifier
from pipeline.model import Money

NAME = "donor_profiles_money"

RULES = tomllib.loads(currencies.RULES.joinpath("money.toml").read_text(encoding="utf-8"))
SCALES = {word: Decimal(scale) for word, scale in RULES["scales"].items()}
REACH = 8  # tokens that an amount can hold beyond its currency, on either side
BREAK = Piece("", -1, -1)
LINKS = frozenset({",", "and", "or", "to", "-", "–", "&"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the scales beside it; `values` are its readings, the likelier first."""

    number: Number
    scale: Decimal = Decimal(1)

    def scaled(self, scale: Decimal) -> Amount:
        """The same number times a scale."""
        return replace(self, scale=self.scale * scale)

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Each reading in whole currency units."""
        return tuple(plain(reading * self.number.scale * self.scale) for reading in self.number.readings)


@Language.factory(NAME)
class MoneyReader:
    """The component; making it compiles all rules."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.find_currencies = currencies.Finder(nlp)
        self.layer = Layer(nlp.vocab, [Rule.of(row) for row in RULES["arrangements"]], {})

    def __call__(self, doc: Doc) -> Doc:
        """Leaves every amount of the text."""
        found = self.find_currencies(doc) if doc._.numbers else []
        if not found:
            return doc
        pieces = list(_pieces(doc, found))
        mentions: list[Money] = []
        for match in self.layer.matches(pieces):
            mentions += _read(doc, match.rule, pieces[match.start : match.end])
        return spans.leave(doc, mentions)


def _pieces(doc: Doc, found: Sequence[currencies.Found]) -> Iterator[Piece]:
    """What stands around currencies: numbers, currencies, scales and words, stretches apart by a break."""
    numbers = {number.start: number for number in doc._.numbers if not _is_percentage(doc, number)}
    units = {currency.start: currency for currency in found}
    near = sorted({i for c in found for i in range(max(0, c.start - REACH), min(len(doc), c.end + REACH))})
    end = 0
    for i in near:
        if i < end:
            continue
        if i > end:
            yield BREAK
        end = i + 1
        if currency := units.get(i):
            end = currency.end
            yield Piece(_place(doc, currency, numbers), i, end, currency.form)
        elif number := numbers.get(i):
            end = number.end
            yield Piece("NUMBER", i, end, number)
        elif scale := SCALES.get(doc[i].text) or SCALES.get(doc[i].lower_):
            yield Piece("SCALE", i, end, scale)
        elif not doc[i].is_space:
            yield Piece(doc[i].lower_, i, end)
        elif doc[i].text.count("\n") > 1:
            yield BREAK


def _is_percentage(doc: Doc, number: Number) -> bool:
    after = doc[number.end : number.end + 2].text.lower()
    return after.startswith(("%", "percent")) or after == "per cent"


def _place(doc: Doc, currency: currencies.Found, numbers: Mapping[int, Number]) -> str:
    """Which number a form belongs to: the one after it (CURRENCY) or the one before it (UNIT, CENTS)."""
    after = currency.end + (currency.end < len(doc) and doc[currency.end].text in SCALES)
    if currency.form.side == "before" or (currency.form.side == "both" and after in numbers):
        return "CURRENCY"
    return "CENTS" if currency.form.scale < 1 else "UNIT"


def _read(doc: Doc, rule: Rule, pieces: Sequence[Piece]) -> list[Money]:
    """The mentions of one arrangement."""
    valued = [piece for piece in pieces if piece.value is not None]
    start, end = valued[0].start, valued[-1].end
    amounts, forms = _amounts(valued), [piece.value for piece in valued if isinstance(piece.value, currencies.Form)]
    if any(form.common_word for form in forms) and max(map(max, (amount.values for amount in amounts))) < 1000:
        return []
    currency, doubts = currencies.resolve(doc, forms)
    low, high = amounts[0], amounts[-1]
    if rule.reads == "sum":
        total = low.values[0] + high.values[0]
        amount, amount_max = total, None
    elif rule.reads == "range":
        if low.number.scale * low.scale == 1 and low.number.readings[0] < high.number.readings[0]:
            low = low.scaled(high.scale * high.number.scale)
        amount, amount_max = low.values[0], high.values[0]
    else:
        amount, amount_max = low.values[0], None
    return [
        Money(
            **spans.place(doc[start:end]),
            rule=rule.name,
            amount=amount,
            amount_max=amount_max,
            currency=currency,
            qualifier="between" if amount_max is not None else qualifier(doc, start, end),
            doubts=doubts,
        )
    ]


def _amounts(pieces: Sequence[Piece]) -> list[Amount]:
    """The numbers of an arrangement in order, each with its scales: those after it, or before the first."""
    amounts: list[Amount] = []
    waiting = Decimal(1)
    for piece in pieces:
        if isinstance(piece.value, Number):
            amounts.append(Amount(piece.value, waiting))
            waiting = Decimal(1)
            continue
        scale = piece.value.scale if isinstance(piece.value, currencies.Form) else piece.value
        if piece.word == "CURRENCY" or not amounts:
            waiting *= scale
        else:
            amounts[-1] = amounts[-1].scaled(scale)
    return amounts
