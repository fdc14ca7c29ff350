"""Every list of rules/tables.toml fits its own examples."""

import pytest

from pipeline.language.labels import says
from pipeline.language.lexicon import settings

RULES = settings("labels")
EXAMPLES = [(name, side, label) for name, rule in RULES.items() for side in ("yes", "no") for label in rule[side]]


@pytest.mark.parametrize(("name", "side", "label"), EXAMPLES)
def test_example(name: str, side: str, label: str) -> None:
    assert bool(says(name).search(label)) == (side == "yes")
