"""What sections are about."""

import pytest

from pipeline.segment import segment
from tests.segment.typeset import HEADING, TYPE, Typeset, document, prose


def test_kinds_by_words_place_and_type() -> None:
    first, second = Typeset(), Typeset()
    first.line(40, 60, "Norway and the office", HEADING._replace(size=26.0))
    first.column(40, 80, 300, prose("alder", 40))
    first.ground(370, 30, 590, 780, "#201050")
    first.column(380, 60, 190, "Its development policy names four fields: work, health, schools and the climate.", TYPE)
    first.line(40, 300, "What the donor contributes", HEADING)
    first.column(40, 320, 300, prose("birch", 40))
    for top, name in ((40, "cedar"), (240, "dogwood"), (440, "elder")):
        second.line(40, top, f"Skills for {name}", HEADING)
        second.column(40, top + 20, 500, prose(name, 40))
    second.ground(30, 600, 570, 700)
    second.line(40, 630, "A voice from the village", HEADING)
    second.column(40, 640, 500, prose("fir", 20))
    sections = segment(document(first, second), "kinds").sections
    assert [(section.heading, section.kind) for section in sections] == [
        ("Norway and the office", "front"),
        ("What the donor contributes", "contributions"),
        ("", "priorities"),
        ("Skills for cedar", "project"),
        ("Skills for dogwood", "project"),
        ("Skills for elder", "project"),
        ("A voice from the village", "other"),
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Financial contribution to the office", "contributions"),
        ("Our priorities", "priorities"),
        ("Further information", "other"),
        ("Contributing family workers in Nepal", "project"),
        ("Strengthening employment policies", "project"),
        ("Improving the contribution of cooperatives to rural life", "project"),
    ],
)
def test_kinds_by_heading(heading: str, kind: str) -> None:
    page = Typeset()
    for top, name in ((40, heading), (240, "Skills for alder"), (440, "Skills for birch")):
        page.line(40, top + 20, name, HEADING)
        page.column(40, top + 40, 500, prose("cedar", 40))
    assert segment(page.source(), "kinds").sections[0].kind == kind


def test_ids_stay_when_other_sections_change() -> None:
    def ids(*names: str) -> dict[str, str]:
        page = Typeset()
        for place, name in enumerate(names):
            page.line(40, 40 + 150 * place, name, HEADING)
            page.column(40, 60 + 150 * place, 500, prose("alder"))
        return {section.heading: section.id for section in segment(page.source(), "ids").sections}

    before, after = ids("Skills", "Health"), ids("Schools", "Skills", "Health")
    assert before.items() <= after.items()
    assert len(set(after.values())) == 3


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Income (EUR thousands)", "other"),
        ("Sources of income (in US$ million)", "other"),
        ("What came in (€)", "other"),
        ("Better schools (WFP)", "project"),
        ("Better schools (Mali)", "project"),
    ],
)
def test_a_heading_that_ends_with_the_unit_of_figures_is_no_project(heading: str, kind: str) -> None:
    page = Typeset()
    page.line(40, 60, heading, HEADING)
    page.column(40, 70, 500, prose("alder", 40))
    page.line(40, 200, "Roads that last", HEADING)
    page.column(40, 210, 500, prose("birch", 40))
    assert [section.kind for section in segment(page.source(), "kinds").sections] == [kind, "project"]
