"""Facts that type and place show: bands of statistics, panels of labels and values, names with figures on maps."""

from collections.abc import Sequence

import pytest

from pipeline.model import Facts, Section
from pipeline.segment import segment
from tests.segment.test_blocks import assert_form
from tests.segment.typeset import ADVANCE, HEADING, TYPE, Typeset, prose

LARGE = TYPE._replace(size=16.0, bold=True)
BOLD = TYPE._replace(bold=True)
SMALL = TYPE._replace(size=7.5, colour="#104080")


def sections(page: Typeset) -> list[Section]:
    found = segment(page.source(), "pairs").sections
    for section in found:
        assert_form(section)
    return list(found)


def facts(page: Typeset) -> list[tuple[str, str, str]]:
    """Heading of the section, label and value of each fact."""
    return [
        (section.heading, section.content[slice(*fact.label)], section.content[slice(*fact.value)])
        for section in sections(page)
        for block in section.blocks
        if isinstance(block, Facts)
        for fact in block.facts
    ]


def test_figures_set_large_over_their_captions_on_grounds_of_their_own() -> None:
    page = Typeset()
    page.line(40, 60, "Norway and the fund", HEADING)
    for place, (figure, caption) in enumerate((("NOK 412 million", "Total gift"), ("14", "Countries"))):
        page.ground(40 + 200 * place, 80, 220 + 200 * place, 130)
        page.line(50 + 200 * place, 104, figure, LARGE)
        page.line(50 + 200 * place, 120, caption, SMALL)
    page.column(40, 150, 500, prose("alder", 60))
    assert facts(page) == [
        ("Norway and the fund", "Total gift", "NOK 412 million"),
        ("Norway and the fund", "Countries", "14"),
    ]


def test_a_figure_on_a_bar_with_its_caption_of_two_lines_beside_it() -> None:
    page = Typeset()
    page.line(40, 60, "Country plan", HEADING)
    page.line(50, 104, "2,250,000", LARGE)
    page.line(140, 98, "Swiss francs")
    page.line(140, 114, "Total need")
    page.column(40, 150, 500, prose("alder", 60))
    assert facts(page) == [("Country plan", "Swiss francs Total need", "2,250,000")]


PANEL = (
    ("Envelope", "CHF 12.5 million"),
    ("Counterpart", "Government of Peru"),
    ("Start", "1 July 2019"),
    ("Valleys", "Mantaro and Colca"),
)


def panel(page: Typeset, pairs: Sequence[tuple[str, str]]) -> None:
    page.line(40, 60, "Water for the hills", HEADING)
    page.column(40, 80, 260, prose("alder", 90))
    page.ground(340, 70, 560, 90 + 28 * len(pairs))
    for place, (label, value) in enumerate(pairs):
        page.line(350, 88 + 28 * place, label, SMALL)
        page.line(350, 99 + 28 * place, value, BOLD)


def test_values_below_labels_that_nobody_knows() -> None:
    page = Typeset()
    panel(page, PANEL)
    assert facts(page) == [("Water for the hills", label, value) for label, value in PANEL]
    assert [section.heading for section in sections(page)] == ["Water for the hills"]


def test_two_such_labels_alone_are_none_unless_both_have_figures() -> None:
    page = Typeset()
    panel(page, PANEL[1:2] + PANEL[3:])
    assert facts(page) == []
    figures = Typeset()
    panel(figures, (("Envelope", "CHF 12.5 million"), ("Households", "18,400")))
    assert len(facts(figures)) == 2


def test_names_and_figures_on_a_map() -> None:
    page = Typeset()
    page.line(40, 60, "Where the money goes", HEADING)
    page.line(40, 80, "Support by country (SEK million)")
    for place, (name, figure) in enumerate((("Mali", "112.5"), ("Chad", "76.4"))):
        page.ground(40 + 200 * place, 90 + 30 * place, 140 + 200 * place, 130 + 30 * place)
        page.line(50 + 200 * place, 106 + 30 * place, name, BOLD)
        page.line(50 + 200 * place, 119 + 30 * place, figure)
    page.column(40, 180, 500, prose("alder", 60))
    assert facts(page) == [("Where the money goes", "Mali", "112.5"), ("Where the money goes", "Chad", "76.4")]


def test_a_heading_over_a_figure_and_text_stays_a_heading() -> None:
    page = Typeset()
    for place, name in enumerate(("Green wells", "Open courts", "Mothers first")):
        page.line(40, 60 + 150 * place, name, HEADING)
        page.line(40, 80 + 150 * place, f"SEK {9 + place} million", LARGE)
        page.column(40, 92 + 150 * place, 500, prose("alder", 60))
    assert [section.heading for section in sections(page)] == ["Green wells", "Open courts", "Mothers first"]


def test_names_and_roles_in_bold_are_no_facts() -> None:
    page = Typeset()
    for place, name in enumerate(("Ann Lee", "Bo Ek", "Cy Dow", "Di Fox")):
        page.line(40, 60 + 40 * place, name, BOLD)
        page.line(40, 72 + 40 * place, "Director of schools")
    assert facts(page) == []


@pytest.mark.parametrize(
    ("gap", "told"), [(12.0, True), (29.0, False)], ids=["close below its label", "as far as the next label"]
)
def test_a_value_is_nearer_to_its_label_than_to_the_next(gap: float, told: bool) -> None:
    page = Typeset()
    for place in range(4):
        page.line(40, 60 + 40 * place, f"Valley {'abcd'[place]}")
        page.line(40, 60 + 40 * place + gap, f"{place + 3},400", BOLD)
    assert bool(facts(page)) is told


def test_running_text_is_no_pair() -> None:
    page = Typeset()
    page.column(40, 60, 500, prose("alder", 40))
    page.column(40, 120, 500, prose("birch", 40), BOLD)
    assert facts(page) == []


def centred(page: Typeset, middle: float, baseline: float, text: str, bold: bool = False) -> None:
    page.line(middle - len(text) * ADVANCE * TYPE.size / 2, baseline, text, BOLD if bold else TYPE)


def band(page: Typeset, figures: Sequence[str]) -> None:
    """Names of one or two lines over figures in columns that stand close."""
    page.line(40, 60, "Key figures", HEADING)
    for place, (name, figure) in enumerate(
        zip(("Returnees", "Case fatality\nrate", "Elderly cases"), figures, strict=True)
    ):
        *upper, last = name.split("\n")
        for line in upper:
            centred(page, 100 + 90 * place, 88, line, bold=True)
        centred(page, 100 + 90 * place, 100, last, bold=True)
        centred(page, 100 + 90 * place, 113, figure)


def test_names_that_are_centred_over_figures_in_a_row() -> None:
    page = Typeset()
    band(page, ("946,000", "0.4", "6%"))
    page.column(40, 150, 500, prose("alder", 60))
    assert facts(page) == [
        ("Key figures", "Returnees", "946,000"),
        ("Key figures", "Case fatality rate", "0.4"),
        ("Key figures", "Elderly cases", "6%"),
    ]


def test_heads_over_rows_of_figures_are_a_table() -> None:
    page = Typeset()
    band(page, ("946,000", "0.4", "6%"))
    for place, (label, *figures) in enumerate((("Aden", "946,000", "0.4", "6%"), ("Taiz", "12,000", "0.3", "5%"))):
        page.line(10, 113 + 14 * place, label)
        for column, figure in enumerate(figures if place else ()):
            centred(page, 100 + 90 * column, 127, figure)
    assert facts(page) == []


def test_cards_side_by_side_keep_their_headings() -> None:
    page = Typeset()
    page.column(40, 40, 500, prose("alder", 60))
    names = ("Wells for Kayes", "Night classes", "Bread for all", "Seed bank")
    for place, name in enumerate(names):
        x, top = 40 + 250 * (place % 2), 120 + 80 * (place // 2)
        page.line(x, top, name, BOLD)
        page.line(x, top + 12, f"EUR {place + 1}20,000")
        page.column(x, top + 18, 200, "Six wells and a pump school for all of them are kept.")
    assert [section.heading for section in sections(page)] == ["", *names]


@pytest.mark.parametrize(("gap", "whole"), [(14.0, True), (36.0, False)], ids=["near", "far"])
def test_a_scale_stays_with_the_figure_set_large_before_it(gap: float, whole: bool) -> None:
    page = Typeset()
    page.column(40, 40, 500, prose("alder", 60))
    figure = LARGE._replace(size=30.0)
    page.line(40, 150, "US$ 41.8", figure)
    page.line(40 + 8 * ADVANCE * 30 + gap, 150, "million", BOLD._replace(size=14.0))
    page.line(40, 168, "total support since 2015")
    told = sections(page)
    assert any("US$ 41.8 million" in section.text for section in told) is whole
    assert not any(section.heading for section in told)


def test_cards_below_each_other_with_facts_beside_their_names() -> None:
    page = Typeset()
    page.column(40, 40, 500, prose("alder", 60))
    for place, (name, budget) in enumerate(
        (("Shelter", "CHF 612,000"), ("Livelihoods", "CHF 230,500"), ("Health", "CHF 9,000"))
    ):
        top = 120 + 60 * place
        page.ground(40, top, 560, top + 50)
        page.line(50, top + 15, name, BOLD)
        page.line(300, top + 15, f"Budget: {budget}")
        page.line(440, top + 15, "Targeted: 12,000 people")
        page.line(50, top + 30, "Tools and cash are handed out, and homes are repaired by masons.")
    found = facts(page)
    assert [(heading, value) for heading, label, value in found if label == "Budget:"] == [
        ("Shelter", "CHF 612,000"),
        ("Livelihoods", "CHF 230,500"),
        ("Health", "CHF 9,000"),
    ]
