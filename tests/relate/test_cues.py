"""Every cue table fits its own examples: the span between [ and ]."""

import re
import tomllib

import pytest

from pipeline.model import Money
from pipeline.relate.cues import TABLE, cue

TABLES = tomllib.loads(TABLE.read_text(encoding="utf-8"))
BETWEEN = ("given_by",)  # held against the words between two mentions
EXAMPLES = [
    (name, side, text)
    for name, table in TABLES.items()
    if name not in ("words", *BETWEEN)
    for side in ("yes", "no")
    for text in table[side]
]


@pytest.mark.parametrize(("name", "side", "text"), EXAMPLES)
def test_example(name: str, side: str, text: str) -> None:
    before, span, after = re.fullmatch(r"(.*)\[(.*)\](.*)", text).groups()
    mention = Money(
        text=span,
        char_start=len(before),
        char_end=len(before) + len(span),
        rule="example",
        sentence=before + span + after,
    )
    assert cue(name).fits(mention) == (side == "yes")


@pytest.mark.parametrize("name", BETWEEN)
def test_words_between(name: str) -> None:
    for side in ("yes", "no"):
        for text in TABLES[name][side]:
            words = re.sub(r"^\[.*?\]|^\w+", "", text)
            assert cue(name).leads_up(words) == (side == "yes"), text
