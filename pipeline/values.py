"""What a person writes -> the value of a field, held to the schema as the rules' own values are.

A value may stand as the tables write it, or as people do: `Mali`, `36 months`, `15 million`, `March 2019`, `Feb-23`,
`euros` are read by the rules that read the pages. Where these are in doubt, or read less than all of it, it is refused
in words, with an example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from pipeline.errors import DonorProfilesError
from pipeline.model import Country, Mention, Money, Time
from pipeline.model.csv_cells import Cell, plain
from pipeline.model.edtf import span
from pipeline.model.schema import Field, Reads, Table

DAY_IN_IT = re.compile(r"\d{4}-\d\d-\d\d")
# How spreadsheets show a month: years up to 49 are of this century, as in Excel and LibreOffice before 2030.
MONTH_AND_TWO_DIGITS = re.compile(r"([A-Za-z]{3,9})\.?[-\s’']+(\d\d)")
THIS_CENTURY = 50


class MisfitError(DonorProfilesError):
    """The field may not have this value. The message goes on a sentence that names the field: "it must be …"."""


def fitting(field: Field, text: str) -> Cell:
    """The value of the field that the text writes; None where the text is empty.

    Raises MisfitError.
    """
    text = text.strip()
    if not text:
        if field.required or not field.may_be_emptied:
            raise MisfitError("may not be empty")
        return None
    try:
        return _stated(field, text)
    except ValueError:
        read = _read(field, text)
    if read is None:
        raise MisfitError(f'must be {field.wanted}, not "{text}"')
    return read


def misfit(table: Table, row: Mapping[str, Cell]) -> str:
    """What keeps a row from being one of the table although each of its values is one of its field, in words that go
    on a sentence that names the row; empty where nothing does."""
    for name, needed in table.needs:
        if row[name] is not None and row[needed] is None:
            return f"has {name} without {needed}"
    if "donor_iso3" in row and (code := country(str(row["donor"] or ""))) and row["donor_iso3"] not in (code, None, ""):
        return f"has the donor {row['donor']} with the code {row['donor_iso3']}"
    return ""


def _stated(field: Field, text: str) -> Cell:
    """The value, where the text writes it as the tables do.

    Raises ValueError.
    """
    items = text.split(";") if field.type == "list" else [text]
    if field.values and text not in field.values:
        raise ValueError
    if field.codes and not field.codes.issuperset(items):
        raise ValueError
    if field.pattern and not all(re.fullmatch(field.pattern, item) for item in items):
        raise ValueError
    if field.reads == "time":
        for day in DAY_IN_IT.findall(text):
            date.fromisoformat(day)
        first, last = span(text)
        if first and last and last < first:
            raise ValueError
    value = _typed(field, text)
    if field.minimum is not None and isinstance(value, int | Decimal) and value < field.minimum:
        raise ValueError
    return value


def _typed(field: Field, text: str) -> Cell:
    match field.type:
        case "integer":
            return int(text)
        case "number":
            try:
                number = Decimal(text)
            except InvalidOperation as error:
                raise ValueError from error
            if not number.is_finite():
                raise ValueError
            return number
        case "date":
            return date.fromisoformat(text).isoformat()
        case _:
            return text


def _read(field: Field, text: str) -> Cell:
    """The value, where the text writes it as people do; None where it cannot be read without doubt."""
    if not field.reads:
        return None
    if field.type == "list":
        items = [_one(field.reads, part.strip()) for part in re.split(r"[;,]", text)]
        read: Cell = ";".join(str(item) for item in items) if all(item is not None for item in items) else None
    else:
        read = _one(field.reads, text)
    try:
        return None if read is None else _stated(field, plain(read))
    except ValueError:
        return None


def _one(reads: Reads, text: str) -> Cell:
    values = dict.fromkeys(value for form in FORMS[reads](text) if (value := READERS[reads](form)) is not None)
    return next(iter(values)) if len(values) == 1 else None


def only(text: str) -> Mention | None:
    """The mention that the whole text is, without a doubt."""
    from pipeline.mentions import find_mentions

    match find_mentions(text):
        case [found] if found.text == text and not found.doubts:
            return found
    return None


def _amount(text: str) -> Cell:
    mention = only(text)
    return mention.amount if isinstance(mention, Money) and mention.amount_max is None else None


def _currency(text: str) -> Cell:
    mention = only(text)
    return mention.currency if isinstance(mention, Money) else None


def country(text: str) -> Cell:
    """The ISO 3166-1 alpha-3 code of the country that the text names, None where it names none, or more than one."""
    mention = only(text)
    return mention.iso3 if isinstance(mention, Country) and mention.kind == "country" else None


def _time(text: str) -> Cell:
    mention = only(text)
    return mention.value if isinstance(mention, Time) else None


def _duration(text: str) -> Cell:
    mention = only(text)
    return mention.duration if isinstance(mention, Time) else None


READERS: Mapping[Reads, Callable[[str], Cell]] = {
    "amount": _amount,
    "currency": _currency,
    "country": country,
    "time": _time,
    "duration": _duration,
}


def _times(text: str) -> Iterator[str]:
    yield text
    if match := MONTH_AND_TWO_DIGITS.fullmatch(text):
        month, year = match[1], int(match[2])
        yield f"{month} {2000 + year if year < THIS_CENTURY else 1900 + year}"


def _itself(text: str) -> Iterator[str]:
    yield text


# The words in which the rules know a value that a person writes without them.
FORMS: Mapping[Reads, Callable[[str], Iterator[str]]] = {
    "amount": lambda text: iter([f"EUR {text}"]),
    "currency": lambda text: iter([f"1 {text}"]),
    "country": _itself,
    "time": _times,
    "duration": _itself,
}
