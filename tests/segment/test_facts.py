"""Labels of facts, and words that only look like them."""

import pytest

from pipeline.segment.facts import begins_fact, is_label


@pytest.mark.parametrize(
    "text",
    ["Budget: US$ 2 million", "Budget (US$): 2,000,000", "Location(s): Kenya", "Countries/regions: Kenya", "Duration"],
)
def test_facts_begin_with_a_label(text: str) -> None:
    assert begins_fact(text)


@pytest.mark.parametrize("text", ["Budget support in Ghana", "Partners of the poor: a review", "Our partners"])
def test_headings_do_not(text: str) -> None:
    assert not begins_fact(text)


def test_a_label_alone_may_state_its_unit() -> None:
    assert is_label("Budget (EUR million)")
    assert not is_label("Budget (EUR million): 2.5")
