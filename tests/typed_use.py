"""The front door as a script uses it whose types are checked: `make lint` reads this file too, and nothing runs it."""

from decimal import Decimal
from pathlib import Path

import pandas as pd

from pipeline import Country, Money, Quantity, Time, extract, find_mentions, mentions_table

for m in find_mentions("US$ 5 million"):
    if isinstance(m, Money):
        amount: Decimal | None = m.amount
    if isinstance(m, Time):
        start: str | None = m.start
    if isinstance(m, Country):
        iso3: str | None = m.iso3
    if isinstance(m, Quantity):
        unit: str = m.unit
    fields: list[str] = [doubt.field for doubt in m.doubts]
table: pd.DataFrame = mentions_table(find_mentions(""))
tables: dict[str, pd.DataFrame] = extract("a.pdf")
tables = extract([Path("a.pdf"), "b.pdf"], jobs=2)
