"""The title of a document: that of the metadata unless a program made it, else what the first page shows largest."""

from dataclasses import replace

import pytest

from pipeline.segment import segment
from tests.segment.typeset import HEADING, TYPE, Typeset, document, prose

COVER = HEADING._replace(size=30.0)


def cover() -> Typeset:
    page = Typeset()
    page.line(40, 60, "2019", COVER._replace(size=48.0))
    page.line(40, 120, "Norway and the", COVER)
    page.line(40, 155, "districts of Alder", COVER)
    page.line(40, 300, "A report of the year", HEADING)
    page.column(40, 320, 400, prose("alder", 60))
    return page


def title(told: str) -> str:
    second = Typeset()
    second.line(40, 60, "A larger title inside", COVER._replace(size=60.0))
    second.column(40, 100, 400, prose("birch", 60))
    return segment(replace(document(cover(), second), title=told), "title").title


@pytest.mark.parametrize(
    "told",
    [
        "", "untitled", "Untitled-3", "Microsoft Word - Report_final v2.docx", "report.indd", "Annual_report_2019_web",
        "(anonymous)", "(unspecified)", "Layout 1", "unknown",
        "Document1", "PowerPoint Presentation - x", "201907-report",
    ],
)  # fmt: skip
def test_made_up_title_gives_way_to_what_the_first_page_shows_largest(told: str) -> None:
    assert title(told) == "Norway and the districts of Alder"


@pytest.mark.parametrize(
    "told", ["Ireland and the ILO", "Yemen: country overview", "Annual report 2019", "Kenya", "Title deeds for farmers"]
)
def test_title_of_the_metadata(told: str) -> None:
    assert title(told) == told


def test_page_without_words_shows_no_title() -> None:
    page = Typeset()
    page.line(40, 60, "12.5", TYPE)
    assert segment(page.source(), "title").title == ""


def test_first_heading_stands_where_nothing_is_set_large() -> None:
    page = Typeset()
    page.line(40, 60, "November 2016", TYPE._replace(bold=True))
    page.column(40, 70, 400, prose("alder", 90))
    assert segment(page.source(), "title").title == ""


@pytest.mark.parametrize(("gap", "told"), [(0.95, "Norway and the districts"), (1.05, "Norway and")])
def test_lines_of_a_title_stand_near_each_other(gap: float, told: str) -> None:
    page = Typeset()
    size = COVER.size
    page.line(40, 200, "Norway and", COVER)
    page.line(40, 200 + size * (1 + gap), "the districts", COVER)
    assert segment(page.source(), "title").title == told
