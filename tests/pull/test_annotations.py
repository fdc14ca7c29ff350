"""Fields of forms are read as they are filled in; comments are told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline import pull
from pipeline.model import Run, Style

Typeset = Callable[..., Path]


def test_field_of_a_form_stands_where_the_page_shows_it(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "Total funding")
        canvas.acroForm.textfield(value="US$ 4.5 million", x=150, y=492, width=200, height=20, fontSize=10)
        canvas.acroForm.checkbox(x=150, y=400, size=12, checked=True)

    label, value = pull.read(typeset(draw)).pages[0].runs
    assert (label.text, value.text, value.style.size) == ("Total funding", "US$ 4.5 million", 10)
    assert abs(value.baseline - label.baseline) < 3
    assert 150 <= value.boxes.x0[0] < value.boxes.x1[-1] <= 350


def test_field_of_several_lines(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "Partners")
        canvas.acroForm.textfield(
            value="Ministry of Health\nThe districts", x=150, y=440, width=200, height=60, fontSize=10,
            fieldFlags="multiline",
        )  # fmt: skip

    _, first, second = pull.read(typeset(draw)).pages[0].runs
    assert (first.text, second.text) == ("Ministry of Health", "The districts")
    assert second.baseline - first.baseline == 12


def test_comment_is_told_and_not_read(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "seen")
        canvas.textAnnotation("Is it US$ 5 million?", Rect=(200, 500, 220, 520))

    page = pull.read(typeset(draw)).pages[0]
    assert [run.text for run in page.runs] == ["seen"]
    assert [(dropped.text, dropped.reason) for dropped in page.dropped] == [("Is it US$ 5 million?", "in a comment")]


def test_text_box_on_the_page_is_read(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "seen")
        canvas.freeTextAnnotation("US$ 5 million", DA="(/Helv 9 Tf 0 g)", Rect=(200, 400, 320, 420))

    _, written = pull.read(typeset(draw)).pages[0].runs
    assert (written.text, written.style.size) == ("US$ 5 million", 9)


def boxed(typeset: Typeset, text: str, width: float, height: float, size: str = "10") -> list[Run]:
    """The lines of a text box on the page, 100 from its left and 95 from its top."""
    bottom = 595 - 95 - height

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 550, "seen")
        canvas.freeTextAnnotation(text, DA=f"(/Helv {size} Tf 0 g)", Rect=(100, bottom, 100 + width, bottom + height))

    return list(pull.read(typeset(draw)).pages[0].runs[1:])


@pytest.mark.parametrize(("height", "size"), [(10, 7), (17, 11.9), (18, 12), (40, 12)])
def test_text_that_fits_itself_to_its_box(typeset: Typeset, height: float, size: float) -> None:
    (line,) = boxed(typeset, "EUR 5", 200, height, size="0")
    assert line.style.size == size


def test_places_of_what_is_written_into_a_box(typeset: Typeset) -> None:
    """Half an em for each character; one line in the middle, several from the top, 1.2 em apart."""
    (line,) = boxed(typeset, "EUR 5", 200, 30)
    assert [round(x0, 2) for x0 in line.boxes.x0] == [100, 105, 110, 115, 120]
    assert [round(x1, 2) for x1 in line.boxes.x1] == [105, 110, 115, 120, 125]
    assert (round(line.boxes.top[0], 2), round(line.baseline, 2)) == (105, 112.6)
    assert line.style == Style(font="", size=10, bold=False, italic=False, colour="#000000", rotation=0)
    first, second = boxed(typeset, "EUR 5\rEUR 6", 200, 30)
    assert [round(line.baseline, 2) for line in (first, second)] == [102.6, 114.6]


@pytest.mark.parametrize(
    ("width", "height", "lines"),
    [
        (50, 40, ["EUR 5 for", "the ports"]),  # ten characters a line
        (50, 23, ["EUR 5 for the ports"]),  # two lines do not fit: it is one that is narrow
        (95, 40, ["EUR 5 for the ports"]),
        (3, 200, list("EUR5fortheports")),
    ],
)
def test_long_text_goes_on_in_the_next_line(typeset: Typeset, width: float, height: float, lines: list[str]) -> None:
    found = boxed(typeset, "EUR 5 for the ports", width, height)
    assert [line.text for line in found] == lines
    assert max(line.boxes.x1[-1] for line in found) <= 100 + width + 0.01
