"""Fields of forms are read as they are filled in; comments are told."""

from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline import pull

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
