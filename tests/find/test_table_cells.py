"""Amounts in tables whose heading states currency and scale; cells are apart by a tab, rows by a blank line."""

from decimal import Decimal

import pytest

from pipeline.find import find_mentions
from pipeline.model import Money

HEADS = "Year\tAssessed\tVoluntary\tTotal"
ROWS = ("2021\t1.4\t3.2\t4.6", "2022\t1.5\t–\t1.5")


def amounts(*paragraphs: str) -> list[Money]:
    return [m for m in find_mentions("\n\n".join(paragraphs)) if isinstance(m, Money)]


def test_cells_have_the_scale_and_currency_of_the_heading_and_the_flow_of_their_column() -> None:
    found = amounts("Contributions by year, in millions of euros", HEADS, *ROWS, "In 2023 it fell.")
    assert [(m.text, m.amount, m.currency, m.flow, m.rule) for m in found] == [
        ("1.4", Decimal(1_400_000), "EUR", "assessed", "cell of a table"),
        ("3.2", Decimal(3_200_000), "EUR", "voluntary", "cell of a table"),
        ("4.6", Decimal(4_600_000), "EUR", None, "total in a table"),
        ("1.5", Decimal(1_500_000), "EUR", "assessed", "cell of a table"),
        ("1.5", Decimal(1_500_000), "EUR", None, "total in a table"),
    ]


@pytest.mark.parametrize(
    ("heading", "amount", "currency"),
    [
        ("Contributions (US$ million)", 2_500_000, "USD"),
        ("Contributions in thousands of US$", 2_500, "USD"),
        ("Payments, in millions of Norwegian kroner", 2_500_000, "NOK"),
    ],
)
def test_headings(heading: str, amount: int, currency: str) -> None:
    (cell,) = amounts(heading, "2021\t2.5")
    assert (cell.amount, cell.currency) == (amount, currency)


@pytest.mark.parametrize(
    "rows",
    [
        ("2021\t2.5\t3.5", "2022\t2.5"),  # a cell is missing, and no one knows which
        ("2021\t2.5", "2022\tabout 3"),  # no plain number
        ("2021 2.5 3.5",),  # no table
    ],
)
def test_tables_that_are_left_alone(rows: tuple[str, ...]) -> None:
    assert amounts("Contributions in millions of euros", *rows) == []
