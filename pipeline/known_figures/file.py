"""tests/known_figures/<document>.csv: figures that a person has checked for good, and whether the tables have them.

A known figure says: where the page tells this quote, a row of the table has this value in the field. White space never
matters.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from pipeline.decisions.fields import REVIEWED
from pipeline.decisions.file import LineError, lines
from pipeline.model import schema
from pipeline.model.csv_cells import csv_lines, plain, shown
from pipeline.model.schema import Field, Table
from pipeline.values import MisfitError, fitting

KNOWN_FIGURES: Final = Table(
    name="known_figures",
    description="One row a figure that a person has checked on the page.",
    references=(),
    fields=(
        Field(name="table", description="The table.", required=True, values=REVIEWED),
        Field(name="heading", description="The heading of the section; empty for one without."),
        Field(name="field", description="The field that has the value.", required=True),
        Field(name="value", description="The value as it stands in the table; empty where nothing is stated."),
        Field(name="quote", description="The words of the page that tell it.", required=True),
        Field(name="page", description="The row's page; empty where any will do.", type="integer", minimum=1),
        Field(name="checked_by", description="Who read the page, and how.", required=True),
        Field(name="checked_on", description="The day.", type="date", required=True, pattern=schema.DAY),
    ),
)
COLUMNS: Final = KNOWN_FIGURES.columns


class KnownFigure(NamedTuple):
    """One line of the file."""

    table: str
    heading: str
    field: str
    value: str
    quote: str
    page: int | None
    checked_by: str
    checked_on: date


def read(path: Path) -> tuple[KnownFigure, ...]:
    """The figures of a file; none where it is not there.

    Raises pipeline.decisions.file.LineError, and OSError where the file cannot be opened.
    """
    if not path.exists():
        return ()
    return tuple(_figure(number, cells) for number, cells in lines(path.read_bytes(), COLUMNS))


def text(figures: Iterable[KnownFigure]) -> str:
    """The file that holds the figures."""
    return csv_lines([COLUMNS, *((*figure[:-1], figure.checked_on.isoformat()) for figure in figures)])


def _figure(number: int, cells: dict[str, str]) -> KnownFigure:
    values = {}
    for field in KNOWN_FIGURES.fields:
        try:
            values[field.name] = str(fitting(field, shown(cells[field.name])) or "")
        except MisfitError as error:
            raise LineError(number, f"has no usable {field.name}: it {error}") from error
    page, checked_on = values.pop("page"), date.fromisoformat(values.pop("checked_on"))
    if values["field"] not in schema.table(values["table"]).columns:
        raise LineError(number, f"names a field {values['field']} that the table {values['table']} does not have")
    stated = next(field for field in schema.table(values["table"]).fields if field.name == values["field"])
    if values["value"]:
        try:
            values["value"] = plain(fitting(stated, values["value"]))
        except MisfitError as error:
            raise LineError(number, f"has no usable value of {stated.name}: it {error}") from error
    return KnownFigure(**values, page=int(page) if page else None, checked_on=checked_on)
