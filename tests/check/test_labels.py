"""Every list of rules/tables.toml fits its own examples."""

import tomllib

import pytest

from pipeline.language.labels import TABLE, says

RULES = tomllib.loads(TABLE.read_text(encoding="utf-8"))
EXAMPLES = [(name, side, label) for name, rule in RULES.items() for side in ("yes", "no") for label in rule[side]]


@pytest.mark.parametrize(("name", "side", "label"), EXAMPLES)
def test_example(name: str, side: str, label: str) -> None:
    assert bool(says(name).search(label)) == (side == "yes")
