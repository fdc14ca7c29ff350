"""Facts with their labels, and figures set large, stay with the project that they are about and with their words."""

import pytest

from pipeline.model import Section, Style
from pipeline.segment import segment
from tests.segment.typeset import HEADING, TYPE, Typeset, prose

BOLD = TYPE._replace(font="Sans-Bold", bold=True)
LARGE = HEADING._replace(size=26.0)
GREY, WHITE = TYPE._replace(colour="#555555"), TYPE._replace(colour="#ffffff")
FACTS = (("Budget", "EUR 2.4 million"), ("Period", "2018-2021"), ("Country", "Nepal"))


def sections(page: Typeset) -> tuple[Section, ...]:
    return segment(page.source(), "facts").sections


def told(page: Typeset) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in sections(page)]


@pytest.mark.parametrize("style", [GREY, BOLD, TYPE._replace(colour="#a02020")], ids=["grey", "bold", "coloured"])
def test_a_line_of_facts_below_a_heading_is_text(style: Style) -> None:
    page = Typeset()
    facts = " | ".join(f"{label}: {value}" for label, value in FACTS)
    for top, name in ((40, "alder"), (200, "birch")):
        page.line(40, top, f"Project {name}", HEADING)
        page.line(40, top + 16, facts, style)
        page.column(40, top + 30, 500, prose(name, 60))
    assert [section.heading for section in sections(page)] == ["Project alder", "Project birch"]
    assert all(section.text.startswith(facts) for section in sections(page))


def test_each_fact_is_a_paragraph() -> None:
    page = Typeset()
    page.line(40, 40, "Project alder", HEADING)
    for place, (label, value) in enumerate(FACTS):
        page.line(40, 60 + 12.5 * place, f"{label}: {value}")
    page.column(40, 90, 500, prose("alder", 60))
    (section,) = sections(page)
    facts = [f"{label}: {value}" for label, value in FACTS]
    assert section.text.split("\n\n") == [*facts, prose("alder", 60)]


def test_labels_in_the_type_of_headings_stay_with_their_values() -> None:
    page = Typeset()
    bold = HEADING._replace(size=TYPE.size)
    page.line(40, 40, "Project alder", bold)
    for place, (label, value) in enumerate(FACTS):
        page.line(40, 60 + 30 * place, label, bold)
        page.line(40, 72 + 30 * place, value)
    page.column(40, 150, 500, prose("alder", 60))
    (section,) = sections(page)
    assert section.heading == "Project alder"
    assert section.text.split("\n\n") == [*(f"{label} {value}" for label, value in FACTS), prose("alder", 60)]


def test_a_label_that_running_text_follows_is_a_heading() -> None:
    page = Typeset()
    for top, name in ((40, "Partners"), (200, "Beneficiaries")):
        page.line(40, top, name, HEADING)
        page.column(40, top + 12, 500, prose(name, 60))
    assert [section.heading for section in sections(page)] == ["Partners", "Beneficiaries"]


def test_facts_on_a_ground_of_their_own_belong_to_the_project_beside_them() -> None:
    page = Typeset()
    for top, name in ((40, "alder"), (260, "birch")):
        page.line(40, top, f"Project {name}", HEADING)
        page.column(40, top + 14, 330, prose(name, 80))
        page.ground(390, top + 10, 560, top + 110)
        for place, (label, value) in enumerate(FACTS):
            page.line(400, top + 30 + 30 * place, label, BOLD)
            page.line(400, top + 42 + 30 * place, value)
    facts = "\n\n".join(f"{label} {value}" for label, value in FACTS)
    assert told(page) == [(f"Project {name}", f"{prose(name, 80)}\n\n{facts}") for name in ("alder", "birch")]


def test_values_in_the_colour_of_a_panel_are_no_headings() -> None:
    page = Typeset()
    page.column(40, 40, 330, prose("alder", 120))
    page.ground(390, 20, 560, 200, "#104080")
    page.line(400, 40, "Key facts", HEADING._replace(colour="#ffffff"))
    for place, (label, value) in enumerate((("Funding", "EUR 2 million"), ("Staff", "14 officials"))):
        page.line(400, 70 + 30 * place, label, BOLD._replace(colour="#ffffff"))
        page.line(400, 82 + 30 * place, value, WHITE)
    assert [section.heading for section in sections(page)] == ["", "Key facts"]


def test_a_large_figure_its_scale_and_its_caption_are_one_paragraph() -> None:
    page = Typeset()
    page.column(40, 40, 500, prose("alder", 80))
    page.line(40, 180, "Support in figures", HEADING)
    for x, figure, scale, caption in (
        (40, "€154.3", "million", "of core funding since 2004"),
        (220, "12", "countries", "where projects run"),
        (400, "US$ 9", "million", "paid in 2021"),
    ):
        page.line(x, 220, figure, LARGE)
        page.line(x, 238, scale, HEADING)
        page.line(x, 252, caption)
    page.line(40, 300, "Project birch", HEADING)
    page.column(40, 312, 500, prose("birch", 60))
    assert [section.heading for section in sections(page)] == ["", "Support in figures", "Project birch"]
    assert sections(page)[1].text.split("\n\n") == [
        "€154.3 million of core funding since 2004",
        "12 countries where projects run",
        "US$ 9 million paid in 2021",
    ]


def test_a_row_of_panels_is_the_text_of_the_bare_heading_above_them() -> None:
    page = Typeset()
    page.column(40, 40, 500, prose("alder", 80))
    page.line(40, 180, "Support in figures", HEADING)
    for x, figure, caption in ((40, "65%", "of all trainees are women"), (300, "5,000", "people found work")):
        page.ground(x, 195, x + 200, 260)
        page.line(x + 10, 225, figure, LARGE)
        page.line(x + 10, 240, caption)
    page.line(40, 300, "Project birch", HEADING)
    page.column(40, 312, 500, prose("birch", 60))
    figures = "65% of all trainees are women\n\n5,000 people found work"
    assert told(page)[1] == ("Support in figures", figures)


def test_rubrics_part_the_text_of_a_project_and_begin_no_section() -> None:
    page = Typeset()
    rubric = HEADING._replace(size=11.0)
    for top, name in ((40, "alder"), (260, "birch")):
        page.line(40, top, f"Project {name}", HEADING._replace(size=16.0))
        for place, word in enumerate(("Background", "Results")):
            page.line(40, top + 20 + 90 * place, word, rubric)
            page.column(40, top + 25 + 90 * place, 500, prose(f"{name}{word}", 30))
    assert told(page) == [
        (f"Project {name}", f"Background\n\n{prose(f'{name}Background')}\n\nResults\n\n{prose(f'{name}Results')}")
        for name in ("alder", "birch")
    ]
