"""Dates: every example of rules/dates.toml, and cases that more than one rule decides."""

from __future__ import annotations

import edtf
import pytest

from pipeline.extract import dates, find_mentions
from pipeline.model import Context, Time

TABLES = dates.rules()
EXAMPLES = [
    (rule["name"], text, expected)
    for layer in dates.LAYERS
    for rule in TABLES[layer]
    for text, expected in rule["examples"]
] + [("opaque", text, expected) for text, expected in TABLES["opaque"]["examples"]]


def times(text: str, context: Context | None = None) -> list[Time]:
    return [mention for mention in find_mentions(text, context) if isinstance(mention, Time)]


def values(text: str) -> str:
    return "; ".join(time.value or time.duration or "?" for time in times(text))


@pytest.mark.parametrize(("rule", "text", "expected"), EXAMPLES)
def test_every_example_of_the_rules_reads_as_it_says(rule: str, text: str, expected: str) -> None:
    assert values(text) == expected
    assert rule in {"opaque", *(time.rule for time in times(text))} or not expected or expected == "?"
