"""Cards side by side, each with its name on a bar, and maps of names with figures."""

import pytest

from pipeline.segment import segment
from tests.segment.typeset import HEADING, TYPE, Typeset, prose

WHITE = TYPE._replace(font="Sans-Bold", bold=True, colour="#ffffff")
LARGE = TYPE._replace(font="Sans-Bold", size=20.0, bold=True, colour="#c04030")
NAMES = ("Safe Piers", "Cold Boats", "Net Works", "Reef Guards")


def headings(cards: int, facts: int = 2, text: str = "Lights and rails that stand on all of the piers.") -> list[str]:
    """The headings of a page of cards: a name on a bar, a place and an amount, lines of facts, text."""
    page = Typeset()
    page.line(40, 60, "What the gifts made possible", HEADING)
    page.column(40, 74, 500, prose("birch", 30))
    for place, name in enumerate(NAMES[:cards]):
        x, y = 40 + 180 * (place % 3), 140 + 180 * (place // 3)
        page.ground(x, y, x + 165, y + 165)
        page.ground(x, y, x + 165, y + 24, "#333366")
        page.line(x + 10, y + 16, name, WHITE)
        for line, (fact, style) in enumerate((("Ghana", TYPE), ("$240,000", LARGE), *[("Since May", TYPE)] * 4)):
            if line < facts:
                page.line(x + 10, y + 40 + 18 * line, fact, style)
        page.column(x + 10, y + 36 + 18 * facts, 145, text)
    return [section.heading for section in segment(page.source(), "sample").sections if section.heading][1:]


@pytest.mark.parametrize("facts", [0, 1, 2, 4])
def test_a_name_on_a_bar_is_the_heading_of_its_card_above_lines_of_facts(facts: int) -> None:
    assert headings(3, facts) == list(NAMES[:3])


@pytest.mark.parametrize("cards", [3, 4])
def test_cards_are_told_by_their_number(cards: int) -> None:
    assert sorted(headings(cards)) == sorted(NAMES[:cards])


@pytest.mark.parametrize(("cards", "text"), [(2, prose("lights", 9)), (3, "Piers")])
def test_few_cards_and_cards_without_text_show_no_heading(cards: int, text: str) -> None:
    assert headings(cards, text=text) == []


def test_what_stands_below_a_map_belongs_to_the_heading_above_it() -> None:
    page = Typeset()
    page.line(40, 60, "Where we work", HEADING)
    page.column(40, 74, 500, "Active grants by country, in US dollars.")
    page.ground(40, 120, 560, 500)
    bold = TYPE._replace(font="Sans-Bold", bold=True)
    for place, name in enumerate(("Mali", "Niger", "Malawi")):
        page.line(80 + 140 * place, 200 + 40 * place, name, bold)
        page.column(
            80 + 140 * place, 204 + 40 * place, 130, f"Grants that go to {name} are many and they grow each year."
        )
    page.line(40, 530, "Total: US$ 10,235,000.")
    told = {section.heading: section.text for section in segment(page.source(), "sample").sections}
    assert told["Where we work"].endswith("US$ 10,235,000.")
    assert "10,235,000" not in told["Malawi"]
