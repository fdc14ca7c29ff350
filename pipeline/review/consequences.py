"""Rows that rest on a figure which a person has decided otherwise. Deciding one row changes no other: it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from pipeline.model import Check

RESTING = ("projects", "contributions")


def without_support(before: Mapping[str, pd.DataFrame], after: Mapping[str, pd.DataFrame]) -> Iterator[Check]:
    """One check for each project and contribution whose amount its section told before the decisions, and no more."""
    held, left = _amounts(before["money"]), _amounts(after["money"])
    for name in RESTING:
        for row in after[name].to_dict("records"):
            amount = (row["section"], row["amount"], row["currency"])
            if amount in held and amount not in left:
                yield Check(
                    severity="warning",
                    check="unsupported-amount",
                    message=f'The amount {row["amount"]:,f} of {name} row {row["id"]} was read from "{held[amount]}", '
                    "which a person has corrected or rejected: please decide this row too.",
                    section=row["section"],
                    page=int(row["page"]),
                    table=name,
                    row=row["id"],
                    field="amount",
                )


def _amounts(money: pd.DataFrame) -> dict[tuple[object, object, object], str]:
    """The words of each amount by section, value and currency."""
    stated = money[money["amount"].notna() & money["currency"].notna()]
    return {(row.section, row.amount, row.currency): str(row.text) for row in stated.itertuples(index=False)}
