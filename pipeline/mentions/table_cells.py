"""The cells of tables, and what states a currency and a scale for the bare numbers in them.

The nearest holds: the head of the column, then the label of the row, then the corner over the labels, then the caption.
A cell beside a sum that holds nothing but a currency tells that of the sum, unless the caption states another: then it
may be the currency of what was promised, and the sums are converted. What head or label say to be something else
("Share", "Number of schools") is no money. A caption holds only for plain columns: nothing but figures in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, takewhile
from typing import Final, NamedTuple, get_args

from spacy.lang.lex_attrs import is_currency

from pipeline.language.currencies import Form
from pipeline.language.expressions import says
from pipeline.language.fields import MONEY, fields
from pipeline.language.lexicon import NEVER, by_language, word_set, words
from pipeline.language.qualifiers import qualified_from
from pipeline.language.spans import Number, Span
from pipeline.mentions.flows import Told
from pipeline.mentions.money.tokens import SCALES
from pipeline.mentions.money.values import Amount
from pipeline.mentions.tables import NOTE_MARKS, Grid, Value, has_digits, is_year, year_of
from pipeline.model import Flow

MINUS: Final = frozenset("-−–")
DASHES: Final = MINUS | {"—"}
UP_TO: Final = word_set("function_words", "to")
LINES_OF_MONEY: Final = word_set("money_words", "line")
CURRENCY_WORDS: Final = 3  # of a cell that names the currency of its row: "Danish kroner"
CODE: Final = 3  # letters of a currency's code
GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
NOTHING: Final = word_set("function_words", "nothing")
FLOWS: Final = frozenset(get_args(Flow))
FLOWS_OF_ROWS: Final = FLOWS - {"project", "other"}  # as labels of rows these name other things too


def _any_of(table: str, *kinds: str) -> str:
    found = (re.escape(word) for kind in kinds for word in words(table, kind))
    return "|".join(found) or NEVER


@by_language
def always_other() -> re.Pattern[str]:
    """Words that are about something else than money wherever they stand in a label."""
    return re.compile(rf"(?<!\w)(?:{_any_of('money_words', 'other_always')})(?!\w)", re.IGNORECASE)


@by_language
def other() -> re.Pattern[str]:
    """Words that are about something else where they stand alone, or with what belongs to them."""
    alone = _any_of("money_words", "other_alone", "other_counted")
    within, beside = _any_of("function_words", "in"), _any_of("function_words", "of", "per")
    return re.compile(rf"(?:^|\(|, |(?:{within}) )(?:{alone})(?:$|\)| (?:{beside})\b)", re.IGNORECASE)


@by_language
def yearly() -> re.Pattern[str]:
    """Heads of years as of sums: "Approved"."""
    return re.compile(_any_of("money_words", "other_yearly"), re.IGNORECASE)


@by_language
def counted() -> re.Pattern[str]:
    """Words for what is counted."""
    return re.compile(rf"(?<!\w)(?:{_any_of('money_words', 'other_counted')})(?!\w)", re.IGNORECASE)


@by_language
def scale_alone() -> re.Pattern[str]:
    """A scale that a head states without a currency: "in thousands"."""
    within, of = _any_of("function_words", "in"), _any_of("function_words", "of")
    named = _any_of("function_words", "scale alone")
    return re.compile(rf"(?:\b(?:{within}) |\()({named})(?! (?:{of}))\b", re.IGNORECASE)


class Unit(NamedTuple):
    """The currency, as it is written, and the scale that the words from token `start` on state for bare numbers."""

    start: int
    forms: tuple[Form, ...]
    scale: Decimal


class Figure(NamedTuple):
    """A number that fills its cell, and where it stands, or a range up to a second one. `below_zero` where it has a
    minus or stands in brackets."""

    span: Span
    amount: Amount
    below_zero: bool
    upper: Amount | None = None


class Cell(NamedTuple):
    """A cell of values, with the units stated for it, nearest first: none where it is said to be no money (`is_other`).
    `headed` where a head states one. `scale_above` is the scale that is said over the table, even without a currency
    ("in thousands"), `year` the year of the column, `is_alone` that its row has no other value, `is_mixed` that it is
    one of several numbers in a row with words."""

    value: Value
    headed: bool
    is_alone: bool
    is_mixed: bool
    is_other: bool
    units: tuple[Unit, ...]
    year: str | None
    scale_above: Decimal = Decimal(1)

    @property
    def span(self) -> Span:
        """Its words."""
        return self.value.span

    @property
    def is_total(self) -> bool:
        """Whether its column or row sums others up."""
        return self.value.is_total

    @property
    def stated_scale(self) -> Decimal:
        """The scale that is stated for it with a currency; 1 where none is."""
        return max((unit.scale for unit in self.units), default=Decimal(1))

    @property
    def is_signed(self) -> bool:
        """Whether it is a figure with the sign of a currency before it."""
        return _is_signed(self.span)

    @property
    def may_be_other(self) -> bool:
        """Whether it may be a year or a number of something: no head says what it is, nor is it as the others are."""
        if any(counted().fullmatch(_bare(label)) for label in self.value.labels[:1]):
            return not self.headed
        return not self.value.heads and (self.is_mixed or (is_year(self.span) and not self.is_alone))

    @property
    def figures(self) -> list[Figure]:
        """The bare amounts that it tells: the one that it is, unless it is nothing ("0"); of a cell with words under a
        head that states a currency, those that are written as sums are and count nothing ("9,870,473 (2017:
        4,552,955)", "6,108,307 - revised")."""
        whole = figure(self.span) or (self.headed and ranging(self.span)) or None
        if whole or not self.units or not self.headed or any(map(is_currency, self.span.words)):
            return [whole] if whole and self.units and any(whole.amount.number.readings) else []
        numbers = (number for number in self.span.doc.numbers if self.span.start <= number.start < self.span.end)
        return [told for number in numbers if (told := _among_words(self.span, number))]

    @property
    def in_brackets(self) -> bool:
        """Whether it is a figure with its sign in brackets, a sum below zero."""
        tokens, texts = _own(self.span), self.span.doc.texts
        inner = self.span._replace(start=tokens[0] + 1, end=tokens[-1]) if len(tokens) > 3 else None
        return inner is not None and (texts[tokens[0]], texts[tokens[-1]]) == ("(", ")") and _is_signed(inner)

    def flow(self, told: Sequence[Told]) -> Flow | None:
        """The kind of contribution that its column or row is headed by."""
        flows = [
            *(_flow(head, told, FLOWS) for head in self.value.heads),
            *(_flow(label, told, FLOWS_OF_ROWS) for label in (*self.value.labels, self.value.group) if label),
        ]
        return next(filter(None, flows), None)


def cells_of(tables: Sequence[Grid], units: Sequence[Unit], signs: Sequence[Unit] = ()) -> list[Cell]:
    """All cells of values in text order; `units` are those that the text states for other numbers, `signs` those beside
    numbers of their own."""
    return [cell for table in tables for cell in _signed(list(_cells(table, units)), signs)]


def _signed(cells: list[Cell], signs: Sequence[Unit]) -> Iterator[Cell]:
    """The cells, with the sign of the first figure of a column held for those below it, as accounts have it at the top
    and at the total alone; the scale that is said over the table is then that of the column. A column of several
    currencies, or whose first figure has no sign, tells things apart from row to row ("Grants", "Income")."""
    of_column: dict[int, Unit] = {}
    for column in {cell.value.column for cell in cells if cell.is_signed}:
        figures = [c for c in cells if c.value.column == column and not c.is_other and has_digits(c.span.text)]
        own = [sign for cell in figures if cell.is_signed for sign in signs if _holds(cell, sign)]
        if own and figures[0].is_signed and len({sign.forms for sign in own}) == 1 and _is_plain(cells, column):
            of_column[column] = own[0]
    for cell in cells:
        sign = of_column.get(cell.value.column)
        holds = sign and not cell.units and (cell.is_signed or not cell.is_other)
        yield cell._replace(units=(sign._replace(scale=cell.scale_above),)) if sign and holds else cell


def _holds(cell: Cell, sign: Unit) -> bool:
    return cell.span.start <= sign.start < cell.span.end


def figure(cell: Span) -> Figure | None:
    """The number that a cell is, but for a sign, a scale, how sure it is ("About 5 million") and the marks of notes;
    None where it is more or none."""
    own, texts = _unqualified(cell), cell.doc.texts
    if not own:
        return None
    has_minus, in_brackets = texts[own[0]] in MINUS, (texts[own[0]], texts[own[-1]]) == ("(", ")")
    tokens = own[1:-1] if in_brackets else own[has_minus:]
    number = cell.doc.number_at(tokens[0]) if tokens else None
    scale = _scale(cell, number, tokens) if number else None
    if number is None or scale is None:
        return None
    amount = Amount.of(number, cell.text, scale)
    return Figure(cell._replace(start=own[0], end=own[-1] + 1), amount, has_minus or in_brackets)


def ranging(cell: Span) -> Figure | None:
    """The range of two sums that a cell is: "500,000 - 700,000"; years are none."""
    doc, own = cell.doc, _unqualified(cell)
    low = doc.number_at(own[0]) if own else None
    rest = [i for i in own if low and i >= low.end]
    high = doc.number_at(rest[1]) if len(rest) > 1 and doc.texts[rest[0]] in UP_TO() | DASHES else None
    scale = _scale(cell, high, rest[1:]) if high else None
    if low is None or high is None or scale is None or is_year(doc.span(low.start, low.end)):
        return None
    first, last = (Amount.of(n, doc.written(n.start, n.end)) for n in (low, high))
    span = cell._replace(start=own[0], end=own[-1] + 1)
    return Figure(span, first, below_zero=False, upper=last.scaled(scale))


def _scale(cell: Span, number: Number, tokens: Sequence[int]) -> Decimal | None:
    """The scale behind a number that ends a cell; None where it does not."""
    rest = [cell.doc.texts[i] for i in tokens if i >= number.end]
    if len(rest) > 1 or not all(word in SCALES() for word in rest):
        return None
    return SCALES()[rest[0]] if rest else Decimal(1)


def _unqualified(cell: Span) -> list[int]:
    """The tokens of a cell, without the words before its number that only tell how sure it is."""
    own = _own(cell)
    number = next((i for i in own if cell.doc.number_at(i)), None)
    is_qualified = number is not None and number > own[0] >= qualified_from(cell.doc, number)
    return own[own.index(number) :] if number is not None and is_qualified else own


def _own(cell: Span) -> list[int]:
    """The tokens of a cell but white space and the marks of notes."""
    words = enumerate(cell.words, start=cell.start)
    return [i for i, word in words if not (word in NOTE_MARKS or word.isspace())]


def _among_words(cell: Span, number: Number) -> Figure | None:
    own = cell.doc.span(number.start, number.end)
    following = next((word for word in cell.doc.texts[number.end : cell.end] if not word.isspace()), "")
    if not GROUPED.fullmatch(own.text) or following.isalpha() or following == "%":
        return None
    return Figure(own, Amount.of(number, own.text), below_zero=False)


def _flow(text: Span, told: Sequence[Told], words: frozenset[Flow]) -> Flow | None:
    name = re.split(r"[(,]", text.text.lower())[0].strip()
    phrases = (phrase.flow for phrase in told if phrase.flow and text.start <= phrase.start < text.end)
    return next((flow for flow in words if flow == name), None) or next(phrases, None)


def _cells(table: Grid, units: Sequence[Unit]) -> Iterator[Cell]:
    years = table.years
    captions = tuple(unit for text in table.captions if (unit := _stated(text, units)))[:1]
    scale = max([Decimal(1), *map(_scale_alone, table.captions), *(unit.scale for unit in captions)])
    rows = {row: list(values) for row, values in groupby(table.values, key=lambda value: value.row)}
    cells = [_cell(value, rows[value.row], units, years) for value in table.values]
    plain = {column: _is_plain(cells, column) for column in {cell.value.column for cell in cells}}
    named = {row: _currencies(values, units) for row, values in rows.items()}
    codes = {unit.forms[0].codes for stated in named.values() for _, unit in stated}
    # What is summed up over rows of several currencies is in one: not in those.
    summed = len(codes) > 1 and any(all(value.is_total for value in values) for values in rows.values())
    stated = {cell.value.column: cell.units for cell in cells if cell.headed}
    for cell in cells:
        inherits = plain[cell.value.column] and not (cell.units or cell.is_other)
        is_part = inherits and any(says("part").search(head.text) for head in cell.value.heads)
        # "Budget (EUR)", and beside it "of which Norway"
        inherited = stated.get(cell.value.column - 1, captions) if is_part else captions
        own = max([Decimal(1), *map(_scale_alone, (*cell.value.heads, *cell.value.labels))])
        above = Decimal(1) if cell.is_other and not cell.is_signed else own if own > 1 else scale
        units = inherited if inherits else cell.units
        if inherits and (beside := _beside(named[cell.value.row], cell.value.column)):
            asked = any(map(_asks_for_money, cell.value.heads)) and not summed
            told = (beside._replace(scale=above), *captions) if captions or asked else ()
            units = captions if summed else told
        yield cell._replace(units=units, scale_above=above)


def _beside(currencies: Sequence[tuple[int, Unit]], column: int) -> Unit | None:
    """The currency that a row states left of a column, or right beside it."""
    left = [unit for place, unit in currencies if place < column]
    right = [unit for place, unit in currencies if place == column + 1]
    return next(iter((*left[-1:], *right)), None)


def _asks_for_money(head: Span) -> bool:
    """Whether a head is a word for a sum, and names no currency that is not read as the unit of its column."""
    sign = any(is_currency(word) or (word.isupper() and len(word) == CODE) for word in head.words)
    return not sign and bool(MONEY.intersection(fields(head.text)))


def _currencies(row: Sequence[Value], units: Sequence[Unit]) -> list[tuple[int, Unit]]:
    """The columns of a row that hold nothing but a currency, that of the figures beside it, and what each states."""
    stated = ((value, _stated(value.span, units)) for value in row)
    return [
        (value.column, unit)
        for value, unit in stated
        if unit
        and unit.scale == 1
        and not has_digits(value.span.text)
        and len(value.span.text.split()) <= CURRENCY_WORDS
    ]


def _cell(value: Value, row: Sequence[Value], units: Sequence[Unit], years: frozenset[str]) -> Cell:
    heads, labels, is_alone = value.heads, value.labels, len(row) == 1
    hold = value.group is None or _is_of_money(value.group)
    telling = [*(heads if hold else ()), *labels]
    if is_alone and any(_stated(label, units) for label in labels):  # "Budget (EUR)" tells more than what stands above
        telling = [text for text in telling if _stated(text, units)]
    ambiguous = [label for label in labels if counted().fullmatch(_bare(label))]
    is_other = any(_is_other(text, units) for text in telling if text not in ambiguous)
    is_other |= is_year(value.span) and any(yearly().fullmatch(_bare(text)) for text in telling)
    is_other |= not hold and not any(_stated(label, units) for label in labels)
    own = {year for head in heads if (year := year_of(head))}
    return Cell(
        value=value,
        headed=any(_stated(head, units) for head in heads),
        is_alone=is_alone,
        is_mixed=_is_mixed([other.span.text for other in row]),
        is_other=is_other,
        units=() if is_other else tuple(unit for text in telling if (unit := _stated(text, units))),
        year=own.pop() if len(years) > 1 and len(own) == 1 else None,
    )


def _is_mixed(values: Sequence[str]) -> bool:
    words = [any(map(str.isalpha, text)) and text.strip().lower() not in NOTHING() for text in values]
    return any(words) and sum(has_digits(text) and not word for text, word in zip(values, words, strict=True)) > 1


def _is_plain(cells: Sequence[Cell], column: int) -> bool:
    """Whether a column has nothing but figures, and what is said to be no money."""
    return all(
        cell.is_other or figure(cell.span) or _is_nothing(cell.span.text) or _is_signed(cell.span)
        for cell in cells
        if cell.value.column == column
    )


def _is_nothing(text: str) -> bool:
    return not has_digits(text) and (text.strip().lower() in NOTHING() or not any(map(str.isalpha, text)))


def _is_signed(cell: Span) -> bool:
    """Whether a cell is a figure with the sign of a currency before it."""
    tokens = _own(cell)
    words = (cell.doc.texts[i] for i in tokens)
    sign = len(list(takewhile(lambda word: is_currency(word) or (word.isupper() and word.isalpha()), words)))
    rest = cell._replace(start=tokens[sign], end=tokens[-1] + 1) if 0 < sign < min(len(tokens), 4) else None
    return rest is not None and figure(rest) is not None


def _scale_alone(text: Span) -> Decimal:
    match = scale_alone().search(text.text)
    return SCALES()[match[1].lower()] if match else Decimal(1)


def _stated(text: Span, units: Sequence[Unit]) -> Unit | None:
    """What a head, a label or a caption states; of two units both currencies, for a doubt."""
    here = [unit for unit in units if text.start <= unit.start < text.end]
    if not here or _is_value(text):
        return None
    return here[0]._replace(forms=tuple(form for unit in here for form in unit.forms))


def _bare(text: Span) -> str:
    return text.text.strip().rstrip(NOTE_MARKS).rstrip()


def _is_value(text: Span) -> bool:
    """Whether a cell is the value of "Currency", not the head of a column, as that beside "Local currency" is."""
    return text.doc.written(max(0, text.start - 3), text.start).strip().lower() == "currency"


def _is_other(text: Span, units: Sequence[Unit]) -> bool:
    """Whether a head, label or caption is about something else than money."""
    words = _bare(text)
    return bool(always_other().search(words) or (other().search(words) and not _stated(text, units)))


def _is_of_money(line: Span) -> bool:
    """Whether a line between rows groups amounts: it names a place, or says what kind of money they are."""
    first, last = line.start_char, line.end_char
    names_place = any(first <= mention.char_start < last for mention in line.doc.mentions)
    is_other = always_other().search(line.text) or other().search(line.text)
    if line.doc.formed:  # it is in the table, whose caption and heads hold unless it says otherwise
        return not is_other and not counted().search(line.text)
    return not is_other and (names_place or not LINES_OF_MONEY().isdisjoint(line.doc.lower[line.start : line.end]))
