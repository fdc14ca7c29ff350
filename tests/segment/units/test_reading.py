"""The running text of a document: all that stands outside its tables, unless that is headings alone."""

import pytest

from pipeline.model import BoundingBox, Rule
from pipeline.segment import segment
from tests.segment.typeset import HEADING, Typeset


def annex(letters: int) -> Typeset:
    """A heading of 13 letters over a grid of eight cells of so many letters each."""
    page = Typeset()
    page.line(40, 60, "Wells of Mali", HEADING)
    for row in range(4):
        for column in range(2):
            page.line(50 + 200 * column, 100 + 20 * row, ("Wells" + "abcd"[row] * letters)[:letters])
    page.rules += [Rule(BoundingBox(40, 86 + 20 * row, 440, 86.5 + 20 * row)) for row in range(5)]
    page.rules += [Rule(BoundingBox(x, 86, x + 0.5, 166)) for x in (40, 240, 440)]
    return page


@pytest.mark.parametrize(
    ("letters", "heading"), [(17, "Wells of Mali"), (16, "")], ids=["less than a tenth", "more than a tenth"]
)
def test_where_nearly_all_text_stands_in_tables_it_is_the_running_text(letters: int, heading: str) -> None:
    assert [section.heading for section in segment(annex(letters).source(), "annex").sections] == [heading]


def test_turned_text_is_none_of_the_page() -> None:
    page = Typeset()
    page.column(40, 60, 400, "The wells of the north were dug by hand.")
    page.line(500, 300, "By A. Berg", HEADING._replace(rotation=90))
    assert [(section.heading, section.kind) for section in segment(page.source(), "turned").sections] == [
        ("", "front"),
        ("", "other"),
    ]
