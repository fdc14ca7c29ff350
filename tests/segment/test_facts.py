"""Labels of facts, and words that only look like them."""

import pytest

from pipeline.model import Facts
from pipeline.segment import segment
from pipeline.segment.facts import begins_fact, is_label, is_large_figure
from tests.segment.typeset import HEADING, Typeset, prose


@pytest.mark.parametrize(
    "text",
    [
        "Budget: US$ 2 million",
        "Budget (US$): 2,000,000",
        "Location(s): Kenya",
        "Countries/regions: Kenya",
        "Duration",
        "Executing agency: Union of Ports",
    ],
)
def test_facts_begin_with_a_label(text: str) -> None:
    assert begins_fact(text)


@pytest.mark.parametrize(
    "text",
    [
        "Budget support in Ghana",
        "Partners of the poor: a review",
        "Our partners",
        "Project: safer ports",
        "2023, from: X",
    ],
)
def test_headings_do_not(text: str) -> None:
    assert not begins_fact(text)


def test_a_label_alone_may_state_its_unit() -> None:
    assert is_label("Budget (EUR million)")
    assert not is_label("Budget (EUR million): 2.5")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Budget: EUR 2.4 million | Donor share: EUR 1.9 million | Period: 2020-2022", 3),
        ("Budget: EUR 2.4 million | Share of the donor country: EUR 1.9 million", 2),
        ("Budget: EUR 2.4 million | A share of the donor country: EUR 1.9 million", 0),
        ("Budget: EUR 2.4 million | then more: EUR 1.9 million", 0),
        ("Purse: EUR 2.4 million | Part of the donor: EUR 1.9 million", 0),
        ("Envelope: EUR 2.4 million | Donor share: EUR 1.9 million", 2),
        ("Contractor: Moss & Sons", 1),
        ("Contractor: Moss & Sons built it.", 0),
        ("Budget: EUR 2.4 million | Donor share", 0),
        ("Budget (in millions of euros): 2.4", 1),
    ],
)
def test_facts_between_bars(line: str, told: int) -> None:
    page = Typeset()
    page.line(40, 60, "Schools that stay open", HEADING)
    page.column(40, 80, 500, prose("alder", 60))
    page.line(40, 140, line)
    blocks = segment(page.source(), "facts").sections[0].blocks
    assert sum(len(block.facts) for block in blocks if isinstance(block, Facts)) == told


@pytest.mark.parametrize(
    "text",
    [
        "SEK 14 million",
        "US$ 38.5m",
        "$1.2bn",
        "343,559 children",
        "80 per cent",
        "65%",
        "US$ 2,500",
        "5 million people",
    ],
)
def test_figures_set_large(text: str) -> None:
    assert is_large_figure(text)


@pytest.mark.parametrize("text", ["2030", "4 Ways forward", "SEK 14 million for wells", "12 Conclusions", "Phase 2"])
def test_what_begins_with_a_number_and_is_a_heading(text: str) -> None:
    assert not is_large_figure(text)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Required resources: CHF 180,000", True),
        ("Envelope of the fund: US$ 2.5 million", True),
        ("Resources of the second round: 180,000 CHF", True),
        ("Asked for in francs: 180,000", True),
        ("What the second of the rounds cost: CHF 180,000", False),
        ("Required resources: CHF 180,000 for schools", True),
        ("Resources that are asked: CHF 180,000 for schools", False),
        ("Better Schools: 2019", False),
        ("the rest: CHF 180,000", False),
    ],
)
def test_a_label_that_nobody_knows_with_an_amount_is_a_fact(line: str, told: bool) -> None:
    page = Typeset()
    page.line(40, 60, "Schools that stay open", HEADING)
    page.line(40, 80, line)
    page.column(40, 84, 500, prose("alder", 60))
    (section,) = segment(page.source(), "facts").sections
    assert any(isinstance(block, Facts) for block in section.blocks) is told
    assert not told or section.text.split("\n\n")[0] == line.replace(": ", ":\t")
