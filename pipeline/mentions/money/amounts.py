"""Amounts of money: a currency beside a number, in the arrangements of money.toml.

Takes a Doc with its numbers and leaves Money records. An amount that could be a thousand or a million times off, and a
currency that several countries share, are left empty and told as doubts. Whose money it is and of which years is not
said here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from itertools import pairwise
from math import prod
from typing import NamedTuple

from pipeline.language.currencies import Form, owners, table
from pipeline.language.figures import misspelled_scales, runs_on, sign_before
from pipeline.language.function_words import FROM, OF, THE, TO
from pipeline.language.lexicon import by_language, rows, word_set
from pipeline.language.names import APOSTROPHES
from pipeline.language.patterns import Layer, Piece, Rule, WordClass
from pipeline.language.plurals import is_plural
from pipeline.language.qualifiers import qualified_from, qualifier
from pipeline.language.spans import Doc, Number, Span, place
from pipeline.mentions import flows, table_cells
from pipeline.mentions.money import currencies, values
from pipeline.mentions.money.ellipses import elided, phrases_tell_sums
from pipeline.mentions.money.tokens import BREAK, REACH, SCALES, is_year, pieces_of
from pipeline.mentions.money.values import Amount, Reading
from pipeline.mentions.table_cells import Cell, Figure, Unit
from pipeline.mentions.tables import headings, tables
from pipeline.model import Doubt, Money

CLASSES = {"NUMBER": WordClass({"NUMBER": "", "ROUND": "", "SMALL": ""})}
STATING = frozenset({"heading", "unit"})  # currency and scale for other numbers
NO_AMOUNT = STATING | {"nothing", "prices"}
PROVED = frozenset({"labelled", "of another amount", "plain amount"})  # only where the number is written as sums are
FAR = 12  # tokens before an amount among which the word of its change may stand
OF_MILLIONS = word_set("function_words", "currency of millions")  # "25 000 livres" are books
LISTING, CHANGES, CHANGED = (word_set("money_words", kind) for kind in ("listing", "change", "changed"))


@by_language
def _open_scale_words() -> dict[str, Decimal]:
    return {row["word"]: Decimal(row["value"]) for row in rows("money_words") if row["class"] == "open_scale"}


class Arranged(NamedTuple):
    """The pieces that a rule fits, how they are read, and the pieces after them."""

    rule: str
    reads: str
    pieces: Sequence[Piece]
    beyond: Sequence[Piece]
    shared: Decimal = Decimal(1)  # the scale of an amount before it that it may share


class Whole(NamedTuple):
    """What a text tells of all its amounts: the currencies and flows it names, the scale that a heading states, and the
    cells of its tables by their tokens."""

    codes: set[str]
    told: Sequence[flows.Told]
    scale: Decimal
    cells: Mapping[int, Cell]

    def scale_over(self, i: int) -> Decimal:
        """The greatest scale that is stated for bare numbers at a token: by a heading, or by its column or row."""
        cell = self.cells.get(i)
        return max(self.scale, *((cell.scale_above, *(unit.scale for unit in cell.units)) if cell else (self.scale,)))


class MoneyReader:
    """The component; making it compiles all rules."""

    def __init__(self) -> None:
        rules = [Rule.of(row) for row in rows("money_patterns")]
        self.of_tables = Layer(rules, CLASSES)
        self.of_prose = Layer([rule for rule in rules if rule.reads != "unit"], CLASSES)

    def __call__(self, doc: Doc) -> None:
        """Leaves every amount of the text."""
        found = currencies.currencies(doc) if doc.numbers else []
        if not found and not (doc.numbers and phrases_tell_sums()):
            return
        arranged = list(self._arranged(doc, pieces_of(doc, found)))
        grids, heads = tables(doc), {i for head in headings(doc) for i in range(head.start, head.end)}
        captions = {i for grid in grids if doc.formed for each in grid.captions for i in range(each.start, each.end)}
        arranged = [_in_head(a) if a.pieces[0].start in heads | captions else a for a in arranged]
        stating, telling = ([_unit(a) for a in arranged if (a.reads in STATING) == states] for states in (True, False))
        cells = table_cells.cells_of(grids, stating, telling)
        over = [a.pieces for a in arranged if a.reads == "heading" and a.pieces[0].start not in heads | captions]
        whole = Whole(
            codes=currencies.stated(currency.form for currency in found),
            told=flows.told_flows(doc) if arranged else (),
            scale=max(map(_scale, over), default=Decimal(1)),
            cells={i: cell for cell in cells for i in range(cell.span.start, cell.span.end)},
        )
        arranged = [_in_cell(a) if a.pieces[0].start in whole.cells else a for a in arranged]
        arranged = [*arranged[:1], *(_beside(a, other) for other, a in pairwise(arranged))]
        is_price = [
            a.reads == "prices" or _is_price_year(a, other) for other, a in pairwise([*arranged[:1], *arranged])
        ]
        doc.prices = _tokens(a for a, price in zip(arranged, is_price, strict=True) if price)
        told = (a for a, price in zip(arranged, is_price, strict=True) if not price and a.reads not in NO_AMOUNT)
        amounts = [a for a in told if _forms(a.pieces)]
        read = (_read(doc, a, whole) for a in [*amounts, *_without_currency(doc, amounts, whole)])
        bare = (_in_table(doc, cell, figure, whole) for cell in cells for figure in cell.figures)
        doc.leave(filter(None, [*read, *bare]))

    def _arranged(self, doc: Doc, pieces: Sequence[Piece]) -> Iterator[Arranged]:
        layer = self.of_tables if doc.cell_ends else self.of_prose
        for match in layer.matches(pieces):
            rule, own = match.rule, pieces[match.start : match.end]
            beyond = pieces[match.end : match.end + REACH]
            if rule.reads == "shared unit":
                yield from _sharing_a_unit(rule.name, own, beyond)
            elif rule.reads == "plain amount" and _counts(beyond):
                continue
            elif rule.reads == "range" and _was_and_is(doc, own):
                yield from _ends_of_change(rule.name, own, beyond)
            elif rule.reads == "two amounts" or (rule.reads == "range" and _is_no_range(doc, own, beyond)):
                middle = _link_before_last(own)
                yield Arranged(rule.name, "amount", own[:middle], [*own[middle:], *beyond])
                yield Arranged(rule.name, "amount", own[middle:], beyond)
            else:
                yield Arranged(rule.name, rule.reads, own, beyond)


def _link_before_last(pieces: Sequence[Piece]) -> int:
    """Where the words between two amounts begin: "3 millions d’euros | à 4 millions d’euros"."""
    at = max(i for i, piece in enumerate(pieces) if isinstance(piece.value, Number))
    while pieces[at].value is not None:
        at -= 1
    while pieces[at - 1].value is None:
        at -= 1
    return at


def _in_head(arranged: Arranged) -> Arranged:
    """An arrangement in a head, label or caption of a table: a currency beside a year states the unit of others."""
    numbers = [piece.value for piece in arranged.pieces if isinstance(piece.value, Number)]
    return arranged._replace(reads="unit") if numbers and all(map(is_year, numbers)) else arranged


def _in_cell(arranged: Arranged) -> Arranged:
    """An arrangement in a cell of values: there "$1,000" is an amount and no scale of others."""
    round_number = any(piece.word == "ROUND" for piece in arranged.pieces)
    return arranged._replace(reads="amount") if arranged.reads in STATING and round_number else arranged


def _sharing_a_unit(rule: str, pieces: Sequence[Piece], beyond: Sequence[Piece]) -> Iterator[Arranged]:
    """Amounts of which the last alone has the unit, and the scale that smaller ones before it share: "5 and 6 million
    euros". What is no sum ("2018 and 6 million euros") is none of them."""
    unit = pieces[-1]
    at = max(i for i, piece in enumerate(pieces) if isinstance(piece.value, Number))
    last = pieces[at:]
    scale = _scale(last[:-1])
    for i, piece in enumerate(pieces[:at]):
        if isinstance(piece.value, Number) and piece.word in {"NUMBER", "SMALL"}:
            own = [p for p in pieces[i : i + 2] if p.word == "SCALE"]
            whole = not own and piece.value.scale == 1 and max(piece.value.readings) >= values.SURELY_WHOLE
            if whole and (scale > 1 or is_year(piece.value)):
                continue
            shares = scale if not own and piece.value.scale == 1 else Decimal(1)
            number = piece.value._replace(scale=piece.value.scale * shares)
            yield Arranged(rule, "in a list", [piece._replace(value=number), *own, unit], beyond)
    yield Arranged(rule, "amount", last, beyond)


def _counts(beyond: Sequence[Piece]) -> bool:
    return any(is_plural(piece.word) for piece in beyond[:1])


def _is_no_range(doc: Doc, pieces: Sequence[Piece], beyond: Sequence[Piece]) -> bool:
    """Whether what looks like a range is an amount and a number of its own: it ends below its beginning ("US$ 5 million
    to 12 countries"), or its end counts something ("US$ 500 to 2,000 families")."""
    if _tells_change(doc, pieces):
        return True
    ends_in_number = isinstance(pieces[-1].value, Number | Decimal)
    counts = any(piece.word in TO() for piece in pieces) and _counts(beyond)
    return values.falls(*_amounts(doc, pieces)) or (ends_in_number and counts)


def _tells_change(doc: Doc, pieces: Sequence[Piece]) -> bool:
    """Whether two amounts are a change and what it came to: "an increase in costs of $2 million to $3 million"."""
    return len(_forms(pieces)) > 1 and _follows(doc, pieces, CHANGES(), OF())


def _was_and_is(doc: Doc, pieces: Sequence[Piece]) -> bool:
    """Whether two amounts are what something was and what it came to: "the budget rose from 2 to 3 million euros"."""
    return len(_forms(pieces)) == 1 and _follows(doc, pieces, CHANGED(), FROM())


def _follows(doc: Doc, pieces: Sequence[Piece], words: Set[str], link: Set[str]) -> bool:
    """Whether one of these words stands before two amounts that "to" parts, and a link right before them."""
    first = qualified_from(doc, pieces[0].start)
    start, left_out = max(doc.sentence_at(first).start, first - FAR), THE() | APOSTROPHES
    before = [word for word in doc.lower[start:first] if word not in left_out]
    to = any(piece.word in TO() for piece in pieces)
    return to and not link.isdisjoint(before[-1:]) and not words.isdisjoint(before)


def _ends_of_change(rule: str, pieces: Sequence[Piece], beyond: Sequence[Piece]) -> Iterator[Arranged]:
    """The two amounts of a change that tells its currency once, before or after both."""
    if isinstance(pieces[-1].value, Form):
        yield from _sharing_a_unit(rule, pieces, beyond)
        return
    middle = _link_before_last(pieces)
    was, came = pieces[:middle], [piece for piece in pieces[middle:] if piece.value is not None]
    if _scale(was) == 1:
        was = [*was, Piece("SCALE", was[-1].end, was[-1].end, _scale(came))]
    yield Arranged(rule, "amount", was, [*pieces[middle:], *beyond])
    yield Arranged(rule, "in a list", [pieces[0], *came], beyond)


def _without_currency(doc: Doc, amounts: Sequence[Arranged], whole: Whole) -> Iterator[Arranged]:
    """The amounts of running text that share the currency of another one, or have none."""
    for found in elided(doc, [a.pieces for a in amounts]):
        if found.pieces[0].start not in whole.cells:
            forms = (form._replace(scale=Decimal(1)) for form in _forms(found.shared))
            shared = [Piece("CURRENCY", found.pieces[0].start, found.pieces[0].start, form) for form in forms]
            reads = "of another amount" if found.is_far else "labelled"
            yield Arranged("amount without its currency", reads, [*shared, *found.pieces], ())


def _beside(arranged: Arranged, before: Arranged) -> Arranged:
    """An amount of another year in brackets, which may share the scale of the one before it: "$11.2 million (2023:
    $11.6)"."""
    words = [piece.word for piece in before.beyond[:3]]
    near = len(words) == 3 and before.beyond[2].end == arranged.pieces[0].start
    if near and (words[0], words[2]) == ("(", ":") and _could_be_year(before.beyond[1]):
        return arranged._replace(shared=_scale(before.pieces))
    return arranged


def _could_be_year(piece: Piece) -> bool:
    return isinstance(piece.value, Number) and is_year(piece.value)


def _is_price_year(arranged: Arranged, before: Arranged) -> bool:
    """Whether an amount is the year of the prices of the one before it: "EUR 7 million (2012 euros)"."""
    if [piece.word for piece in before.beyond[:1]] != ["("]:
        return False
    figure = arranged.pieces[0].value
    year = isinstance(figure, Number) and figure.scale == 1 and 1900 <= figure.readings[0] <= 2100
    year &= arranged.pieces[0].end == arranged.pieces[0].start + 1
    codes = [{code for form in _forms(a.pieces) for code in form.codes} for a in (before, arranged)]
    return year and before.beyond[0].end == arranged.pieces[0].start and bool(codes[0] & codes[1])


def _tokens(arranged: Iterable[Arranged]) -> frozenset[int]:
    return frozenset(i for a in arranged for piece in a.pieces for i in range(piece.start, piece.end))


def _read(doc: Doc, arranged: Arranged, whole: Whole) -> Money | None:
    """The mention of an arrangement."""
    reads = arranged.reads
    valued = [piece for piece in arranged.pieces if piece.value is not None]
    forms = _forms([*valued, *_in_brackets(arranged.beyond)])
    figures = _amounts(doc, valued)
    wants_proof = reads in PROVED or any(form.common_word for form in forms)
    if wants_proof and not any(map(_is_plainly_money, figures)):
        return None
    if all(figure.full_scale == 1 for figure in figures) and any(form.text in OF_MILLIONS() for form in forms):
        return None
    code, doubts = _shared(arranged, *currencies.resolve(doc, forms, whole.codes))
    currency = table().get(code or "")
    if reads == "range":
        reading = values.span(figures[0], figures[-1], currency)
    elif reads == "amount twice":
        reading = values.twice(figures[0], figures[-1], currency)
    elif reads == "hundredths":
        reading = values.with_hundredths(figures[0], figures[1], figures[2], currency)
    elif reads == "sum":
        reading = values.total(figures[0], figures[-1], currency)
    else:
        listed = max(_scale_listed(arranged), arranged.shared)
        reading = values.single(figures[0], currency, listed, whole.scale_over(valued[0].start))
    for factor in _open_scales(doc, valued):
        reading = values.left_open(reading, factor)
    text = _text(doc, valued, reads in {"labelled", "of another amount", "in a list"})
    cell = whole.cells.get(text.start)
    if cell and reads == "amount" and figures[0].full_scale == 1 < cell.stated_scale and cell.is_signed:
        reading = values.in_cell(figures[0], currency, {cell.stated_scale})
    if cell and cell.in_brackets:
        reading = values.negative(reading)
    reading, text = _as_it_stands(reading, doc, text, forms)
    return Money(
        **place(text),
        rule="total in a table" if cell and cell.is_total and cell.is_signed else arranged.rule,
        amount=reading.amount,
        amount_max=reading.amount_max,
        currency=code,
        qualifier="between" if reads == "range" else qualifier(doc, text.start, text.end),
        flow=cell.flow(whole.told) if cell else None,
        period=cell.year if cell else None,
        doubts=(*reading.doubts, *doubts),
    )


def _shared(arranged: Arranged, code: str | None, doubts: tuple[Doubt, ...]) -> tuple[str | None, tuple[Doubt, ...]]:
    """A currency and its doubts; that an amount has the one of another sentence is assumed."""
    if code and not doubts and arranged.reads == "of another amount":
        return code, (Doubt("currency", "another amount of the paragraph alone tells it", (code,), assumed=True),)
    return code, doubts


def _as_it_stands(reading: Reading, doc: Doc, text: Span, forms: Iterable[Form]) -> tuple[Reading, Span]:
    """An amount with its sign, left open where it may be another one or none."""
    sign = sign_before(doc, text.start)
    if sign and sign.is_sure:
        reading, text = values.negative(reading), text._replace(start=sign.token)
    elif sign:
        reading = values.unsure(reading, "it may be a sum below zero")
    if runs_on(doc.text, text.start_char, text.end_char):
        reading = values.unsure(reading, "it runs on, and is no number as a whole")
    if any(form.text in owners() for form in forms):
        reading = values.unsure(reading, "it may count people")  # "3 millones de bolivianos"
    return reading, text


def _open_scales(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Decimal]:
    """How many times as great a scale may be: one that is another in other languages ("US$ 830 mil"), and a word that
    is none unless a letter of it is wrong ("EUR 3 milion")."""
    for piece in pieces:
        word = doc.text_at(piece.start).lower()
        if piece.word == "SCALE" and word in misspelled_scales():
            yield 1 / SCALES()[misspelled_scales()[word]]
        elif piece.word == "SCALE" and word in _open_scale_words() and doc.text_at(piece.end) != ".":
            yield _open_scale_words()[word] / SCALES()[word]


def _in_table(doc: Doc, cell: Cell, figure: Figure, whole: Whole) -> Money | None:
    """The mention of a bare number in a table, where something states its currency and scale."""
    wants_proof = any(form.common_word for unit in cell.units for form in unit.forms)
    if wants_proof and not _is_plainly_money(figure.amount):
        return None
    code, doubts = _currency_of(doc, cell.units, whole)
    stated = {unit.scale for unit in cell.units}
    scales = stated if max(stated) > 1 else {*stated, whole.scale, cell.scale_above}
    currency = table().get(code or "")
    if figure.upper is None:
        reading = values.in_cell(figure.amount, currency, scales)
    else:
        reading = values.range_in_cell(figure.amount, figure.upper, currency, scales)
    if cell.may_be_other:
        reading = values.unsure(reading, "it may be a year or count something")
    elif figure.below_zero:
        reading = values.negative(reading)
        if not cell.value.heads:  # a figure in a column keeps its sign; one alone may be a range, or a remark
            reading = values.unsure(reading, "it is written as a sum below zero")
    return Money(
        **place(figure.span),
        rule="total in a table" if cell.is_total else "cell of a table",
        amount=reading.amount,
        amount_max=reading.amount_max,
        currency=code,
        qualifier="between" if figure.upper else qualifier(doc, figure.span.start, figure.span.end, cell.span),
        flow=cell.flow(whole.told),
        period=cell.year,
        doubts=(*reading.doubts, *doubts),
    )


def _currency_of(doc: Doc, units: Sequence[Unit], whole: Whole) -> tuple[str | None, tuple[Doubt, ...]]:
    """The currency that a cell's column and row state, or a doubt where they state two."""
    (code, doubts), *others = (currencies.resolve(doc, unit.forms, whole.codes) for unit in units)
    codes = sorted({each for each in (code, *(other for other, _ in others)) if each})
    if len(codes) > 1:
        return None, (Doubt("currency", "its row and its column state different ones", tuple(codes)),)
    return code, doubts


def _unit(arranged: Arranged) -> Unit:
    return Unit(arranged.pieces[0].start, tuple(_forms(arranged.pieces)), _scale(arranged.pieces))


def _forms(pieces: Sequence[Piece]) -> list[Form]:
    return [piece.value for piece in pieces if isinstance(piece.value, Form)]


def _text(doc: Doc, pieces: Sequence[Piece], labelled: bool) -> Span:
    """Currency, number and scale; where the currency is a label, the number and its scale."""
    own = [piece for piece in pieces if not (labelled and isinstance(piece.value, Form))]
    first = next(piece for piece in own if isinstance(piece.value, Number)) if labelled else own[0]
    return doc.span(first.start, own[-1].end)


def _in_brackets(beyond: Sequence[Piece]) -> Sequence[Piece]:
    """The currency in brackets after an amount: "$5 million (CAD)"."""
    return beyond[1:2] if [piece.word for piece in beyond[:3]] == ["(", "UNIT", ")"] else ()


def _amounts(doc: Doc, pieces: Sequence[Piece]) -> list[Amount]:
    """The numbers of an arrangement in order, each with its scales: those after it, or before the first."""
    found: list[Amount] = []
    waiting = Decimal(1)
    for piece in pieces:
        if piece.value is None:
            continue
        if isinstance(piece.value, Number):
            found.append(Amount.of(piece.value, doc.written(piece.start, piece.end), waiting))
            waiting = Decimal(1)
        elif found and piece.word != "CURRENCY":
            found[-1] = found[-1].scaled(_scale([piece]))
        else:
            waiting *= _scale([piece])
    return found


def _scale(pieces: Sequence[Piece]) -> Decimal:
    """The product of the scales of pieces."""
    return Decimal(prod(map(_scale_of, pieces)))


def _scale_of(piece: Piece) -> Decimal:
    if isinstance(piece.value, Form):
        return piece.value.scale
    if isinstance(piece.value, Number):
        return max(piece.value.value or Decimal(0), Decimal(1000)) if piece.word == "ROUND" else piece.value.scale
    return piece.value if isinstance(piece.value, Decimal) else Decimal(1)


def _is_plainly_money(amount: Amount) -> bool:
    """Whether a number is written as sums are: with a scale, or of four digits or more and no year."""
    figure = max(amount.number.readings)
    return not 1900 <= figure <= 2100 and (amount.full_scale > 1 or figure >= 1000)


def _scale_listed(arranged: Arranged) -> Decimal:
    """The scale of the number that a list ends with ("US$ 2, 4 and 5 million", "$5 and $10 million"), 1 where the
    amount begins no such list."""
    own = [piece.value for piece in arranged.pieces]
    listed = False
    for piece, following in pairwise([*arranged.beyond, BREAK]):
        if isinstance(piece.value, Number) and listed:
            if (scale := piece.value.scale * (_scale_of(following) if following.word == "SCALE" else 1)) > 1:
                return scale
        elif piece.word in LISTING():
            listed = True
        elif piece.value not in own:
            break
    return Decimal(1)
