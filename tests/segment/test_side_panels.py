"""Panels of facts in a margin, as designed reports have them: they belong to the heading beside whose text they begin,
not to the last one of the column."""

import pytest

from pipeline.segment import segment
from tests.segment.reading import LEFT, read
from tests.segment.typeset import HEADING, TYPE, Typeset, prose

LABEL = TYPE._replace(font="Sans-Bold", bold=True, size=8.0, colour="#e07b00")
RUBRIC = TYPE._replace(font="Sans-Bold", bold=True, size=11.0)
FACTS = (("DONOR", "Norway"), ("BUDGET", "NOK 42 million"), ("DURATION", "48 months"))
TOLD = "DONOR\tNorway\nBUDGET\tNOK 42 million\nDURATION\t48 months"
SIDE = 400.0


def facts(page: Typeset, x: float, top: float, *, head: str = "", ground: bool = True) -> None:
    if ground:
        page.ground(x, top, x + 150, top + 30 * len(FACTS) + (34 if head else 14))
    if head:
        page.line(x + 8, top + 16, head, RUBRIC)
        top += 20
    for place, (label, value) in enumerate(FACTS):
        page.line(x + 8, top + 16 + 30 * place, label, LABEL)
        page.line(x + 8, top + 28 + 30 * place, value)


def project(page: Typeset, x: float, top: float, name: str) -> float:
    """A heading with its text, and a smaller one with its own below; gives where that ends."""
    page.line(x, top, f"Clean {name} for all", HEADING)
    top = page.column(x, top + 10, 320, prose(name, 60))
    page.line(x, top + 14, "Why it matters", RUBRIC)
    return page.column(x, top + 20, 320, prose(f"{name}s", 40))


@pytest.mark.parametrize(
    ("text", "side", "top"), [(LEFT, SIDE, 46), (LEFT, SIDE, 72), (220, LEFT, 46), (220, LEFT, 72)]
)
def test_a_panel_beside_a_heading_or_its_first_lines_is_told_with_it(text: float, side: float, top: float) -> None:
    def layout(page: Typeset) -> None:
        project(page, text, 60, "water")
        facts(page, side, top)

    assert [(heading, TOLD in body) for heading, body in read(layout)] == [
        ("Clean water for all", True),
        ("Why it matters", False),
    ]


@pytest.mark.parametrize(("gap", "whole"), [(28, True), (34, False)])
def test_a_list_of_facts_without_a_ground_has_no_gap_of_three_ems(gap: float, whole: bool) -> None:
    page = Typeset()
    page.line(LEFT, 60, "Clean water for all", HEADING)
    page.column(LEFT, 66, 320, prose("water", 8))
    page.line(LEFT, 92, "Why it matters", RUBRIC)
    page.column(LEFT, 98, 320, prose("rain", 60))
    for place, fact in enumerate(("Donor: Norway", "Budget: NOK 42 million")):
        page.line(SIDE, 60 + (TYPE.size + gap) * place, fact)
    first = segment(page.source(), "facts").sections[0]
    assert ("Budget" in first.text) is whole


def test_panels_with_a_head_over_their_facts_stand_below_the_heading_that_they_are_beside() -> None:
    page = Typeset()
    end = project(page, LEFT, 60, "water")
    facts(page, SIDE, 72, head="Key facts")
    project(page, LEFT, end + 50, "energy")
    facts(page, SIDE, end + 62, head="Key facts")
    found = segment(page.source(), "panels").sections
    names = {section.id: section.heading for section in found}
    assert [(section.heading, names.get(section.parent, "")) for section in found] == [
        ("Clean water for all", ""),
        ("Key facts", "Clean water for all"),
        ("Why it matters", "Clean water for all"),
        ("Clean energy for all", ""),
        ("Key facts", "Clean energy for all"),
        ("Why it matters", "Clean energy for all"),
    ]


def test_a_panel_at_the_top_of_the_next_column_is_told_with_a_heading_that_has_no_text_before_it() -> None:
    def layout(page: Typeset) -> None:
        page.line(LEFT, 60, "Clean water for all", HEADING)
        top = page.column(LEFT, 70, 320, prose("water", 60))
        page.line(LEFT, top + 30, "Clean energy for all", HEADING)
        facts(page, SIDE, 46)

    assert [(heading, TOLD in body) for heading, body in read(layout)] == [
        ("Clean water for all", False),
        ("Clean energy for all", True),
    ]


def test_a_panel_of_labels_over_values_of_several_lines_tells_facts_whatever_they_say() -> None:
    def layout(page: Typeset) -> None:
        project(page, LEFT, 60, "water")
        page.ground(SIDE, 72, SIDE + 150, 300)
        top = 88.0
        for label, *values in (
            ("DONOR", "Norway"),
            ("BOATS", "10 of wood", "and 5 of steel", "with sails"),
            ("HARBOURS", "2 on the lake", "and 3 on", "the river"),
            ("WEIGHT", "40 tonnes", "with all boats", "and nets"),
        ):
            for place, text in enumerate((label, *values)):
                page.line(SIDE + 8, top + 12 * place, text, TYPE if place else LABEL)
            top += 12 * len(values) + 22

    told = [(heading, "WEIGHT\t40 tonnes with all boats and nets" in body) for heading, body in read(layout)]
    assert told == [("Clean water for all", True), ("Why it matters", False)]
