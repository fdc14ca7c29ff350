"""Areas, rules, frames and pictures of a page, each on both sides of what it has to be; sizes in points."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline import pull
from pipeline.model import Page

Typeset = Callable[..., Path]
Draw = Callable[[Canvas], None]


def page_of(typeset: Typeset, draw: Draw) -> Page:
    def with_text(canvas: Canvas) -> None:
        canvas.drawString(50, 550, "Text")
        canvas.setFillColorRGB(0, 0, 1)
        draw(canvas)

    return pull.read(typeset(with_text)).pages[0]


def counts(page: Page) -> tuple[int, int, int]:
    """How many areas, rules and frames."""
    return len(page.areas), len(page.rules), len(page.frames)


@pytest.mark.parametrize(
    ("height", "expected"),
    [
        (2.9, (0, 1, 0)),  # a rule
        (3.2, (0, 0, 0)),  # part of a picture
        (5.9, (0, 0, 0)),
        (6.1, (1, 0, 0)),  # a ground for text
    ],
)
def test_the_height_of_a_filled_rectangle(typeset: Typeset, height: float, expected: tuple[int, int, int]) -> None:
    assert counts(page_of(typeset, lambda canvas: canvas.rect(50, 300, 200, height, stroke=0, fill=1))) == expected


@pytest.mark.parametrize(("length", "rules"), [(2.9, 0), (3.1, 1)])
def test_a_dot_is_nothing(typeset: Typeset, length: float, rules: int) -> None:
    assert counts(page_of(typeset, lambda canvas: canvas.rect(50, 300, length, 1, stroke=0, fill=1))) == (0, rules, 0)


def test_a_stroked_rectangle_is_a_frame_and_a_filled_one_an_area(typeset: Typeset) -> None:
    assert counts(page_of(typeset, lambda canvas: canvas.rect(50, 300, 200, 50))) == (0, 0, 1)
    assert counts(page_of(typeset, lambda canvas: canvas.rect(50, 300, 200, 50, fill=1))) == (1, 0, 0)
    assert counts(page_of(typeset, lambda canvas: canvas.roundRect(50, 300, 200, 50, 9))) == (0, 0, 1)


def lines(canvas: Canvas, *points: tuple[float, float], close: bool = False) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if close:
        path.close()
    canvas.drawPath(path, stroke=1, fill=0)


@pytest.mark.parametrize(
    ("points", "close", "frames"),
    [
        ([(50, 300), (250, 300), (250, 350), (50, 350)], True, 1),  # the last side is but closed
        ([(50, 300), (250, 300), (250, 350), (50, 350), (50, 300)], False, 1),
        ([(50, 300), (250, 300), (250, 350)], False, 0),  # two sides
        ([(50, 300), (250, 300.05), (250, 350), (50, 350)], True, 1),  # nearly level
        ([(50, 300), (250, 300.2), (250, 350), (50, 350)], True, 0),
        ([(50, 300), (250, 320), (250, 350), (50, 350)], True, 0),  # a slanting side
        ([(50, 300), (250, 300), (250, 350), (150, 350), (150, 320), (50, 320)], True, 0),  # a corner within
    ],
)
def test_a_frame_is_a_rectangle(typeset: Typeset, points: list[tuple[float, float]], close: bool, frames: int) -> None:
    assert counts(page_of(typeset, lambda canvas: lines(canvas, *points, close=close)))[2] == frames


def rectangles(canvas: Canvas, number: int, *, slanting: bool = False) -> None:
    """One path of so many rectangles below each other, 20 high."""
    path = canvas.beginPath()
    for row in range(number):
        path.moveTo(50, 20 + 4 * row)
        for x, y in ((250, 20), (250, 28), (50, 28 + slanting * 3), (50, 20)):
            path.lineTo(x, y + 4 * row)
    canvas.drawPath(path, stroke=0, fill=1)


@pytest.mark.parametrize(("number", "areas"), [(1, 1), (2, 2), (80, 80), (81, 1)])
def test_the_rectangles_of_one_path_are_areas_of_their_own(typeset: Typeset, number: int, areas: int) -> None:
    """Up to 400 points: five for each rectangle."""
    assert counts(page_of(typeset, lambda canvas: rectangles(canvas, number))) == (areas, 0, 0)


def test_other_shapes_of_one_path_are_one_area(typeset: Typeset) -> None:
    assert counts(page_of(typeset, lambda canvas: rectangles(canvas, 3, slanting=True))) == (1, 0, 0)


@pytest.mark.parametrize("number", [2, 3])
def test_lines_of_one_path_are_rules(typeset: Typeset, number: int) -> None:
    def draw(canvas: Canvas) -> None:
        path = canvas.beginPath()
        for row in range(number):
            path.moveTo(50, 300 + 20 * row)
            path.lineTo(250, 300 + 20 * row)
        canvas.drawPath(path, stroke=1, fill=0)

    assert counts(page_of(typeset, draw)) == (0, number, 0)


@pytest.mark.parametrize(("depth", "areas"), [(8, 1), (9, 0)])
def test_forms_within_forms_are_looked_into_eight_deep(typeset: Typeset, depth: int, areas: int) -> None:
    def draw(canvas: Canvas) -> None:
        for level in range(depth):
            canvas.beginForm(f"form{level}")
            if level:
                canvas.doForm(f"form{level - 1}")
            else:
                canvas.rect(50, 300, 200, 50, stroke=0, fill=1)
            canvas.endForm()
        canvas.doForm(f"form{depth - 1}")

    assert len(page_of(typeset, draw).areas) == areas


@pytest.mark.parametrize(("alpha", "areas", "hides"), [(1, 1, True), (0.5, 1, False), (0, 0, False)])
def test_only_an_opaque_area_hides_what_it_lies_over(typeset: Typeset, alpha: float, areas: int, hides: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 310, "under")
        canvas.setFillColorRGB(0, 0, 1, alpha=alpha)
        canvas.rect(50, 300, 200, 50, stroke=0, fill=1)

    page = page_of(typeset, draw)
    assert len(page.areas) == areas
    assert [dropped.text for dropped in page.dropped] == ["under"] * hides


def test_what_reaches_over_the_page_or_its_clip_is_cut_there(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(-50, 300, 200, 50, stroke=0, fill=1)
        canvas.saveState()
        shown = canvas.beginPath()
        shown.rect(50, 100, 60, 80)
        canvas.clipPath(shown, stroke=0)
        canvas.rect(0, 90, 200, 50, stroke=0, fill=1)
        canvas.restoreState()

    first, second = (area.box for area in page_of(typeset, draw).areas)
    assert [round(side) for side in first] == [0, 245, 150, 295]
    assert [round(side) for side in second] == [50, 455, 110, 495]
