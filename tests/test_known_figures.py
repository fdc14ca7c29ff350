"""Every figure that a person has checked (tests/known_figures/) is still read from the documents of raw/."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest


class KnownFigure(NamedTuple):
    """A row of tests/known_figures/<document>.csv: in the section with that heading, a row of the table that is told
    by the quote has the value in the field."""

    table: str
    heading: str
    field: str
    value: str
    quote: str
    page: str
    checked_by: str
    checked_on: str


def known_figures() -> list[object]:
    figures = []
    for path in sorted(Path(__file__).parent.joinpath("known_figures").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                figures.append(pytest.param(path.stem, KnownFigure(**row), id=f"{path.stem}-{number}"))
    return figures


def squeezed(text: object) -> str:
    return "".join(str(text).split())


def text(value: object) -> str:
    return "" if pd.isna(value) else str(value)


def rows_told_by(figure: KnownFigure, document: str, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows of the figure's table, section and page whose words are the quote or stand in a sentence with it."""
    sections = tables["sections"]
    here = sections[(sections["document"] == document) & (sections["heading"].fillna("") == figure.heading)]
    rows = tables[figure.table]
    rows = rows[(rows["document"] == document) & rows["section"].isin(here["id"])]
    if figure.page:
        rows = rows[rows["page"] == int(figure.page)]
    if "sentence" in rows:
        quote = squeezed(figure.quote)
        rows = rows[[squeezed(row.text) in quote and quote in squeezed(row.sentence) for row in rows.itertuples()]]
    return rows


@pytest.mark.parametrize(("document", "figure"), known_figures())
def test_known_figure(document: str, figure: KnownFigure, samples: Mapping[str, pd.DataFrame]) -> None:
    found = [text(value) for value in rows_told_by(figure, document, samples)[figure.field]]
    assert figure.value in found, (
        f"{document}, page {figure.page}, {figure.table}.{figure.field}: the page says {figure.quote!r}, "
        f"so {figure.value!r} is expected; found {found or 'no such row'}"
    )
