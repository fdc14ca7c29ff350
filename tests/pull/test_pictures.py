"""Pictures with text in them: what is drawn in them, how large they are, and what stands on them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline import pull
from pipeline.model import BoundingBox, Boxes, Run, Style
from pipeline.pull.pdfium.pictures import _has_few_colours, _letters_on, _lines, shows_text

Typeset = Callable[..., Path]


def strokes(lines: int = 4, count: int = 8, wide: int = 6, high: int = 10, shade: int = 255 - 80) -> np.ndarray:
    """An image of 400 by 200 pixels with so many lines of so many strokes in black or another shade on white."""
    image = np.full((200, 400, 3), 255, np.uint8)
    for line in range(lines):
        for place in range(count):
            x, y = 20 + 30 * place, 10 + 45 * line
            image[y : y + high, x : x + wide] = shade
    return image


def ground() -> np.ndarray:
    """Many colours that run into each other, as in a photograph."""
    across, down = np.meshgrid(np.arange(400), np.arange(200))
    return np.stack([across * 255 // 400, down * 255 // 200, (across + down) * 255 // 600], axis=2)


def photograph() -> np.ndarray:
    """Strokes on such a ground."""
    return np.where(strokes(count=12) == 255, ground(), 0).astype(np.uint8)


@pytest.mark.parametrize(
    ("image", "told"),
    [
        (strokes(), True),
        (strokes(lines=3), False),
        (strokes(count=7), False),
        (strokes(wide=7), False),
        (strokes(wide=1), True),
        (strokes(high=4), True),
        (strokes(high=3), False),
        (strokes(high=40), True),
        (strokes(high=41), False),
        (strokes(shade=255 - 71), True),
        (strokes(shade=255 - 70), False),
        (255 - strokes(), True),
        (strokes()[..., :1], True),
        (photograph(), False),
    ],
)
def test_text_is_lines_of_thin_strokes_in_few_colours(image: np.ndarray, told: bool) -> None:
    assert shows_text(image) is told


@pytest.mark.parametrize(("others", "told"), [(112, True), (144, False)])
def test_most_of_a_picture_with_text_has_few_colours(others: int, told: bool) -> None:
    """A part of a photograph at its right edge takes a little less than three tenths of it, or a little more."""
    image = strokes()
    image[:, 400 - others :] = ground()[:, :others]
    assert shows_text(image) is told


@pytest.mark.parametrize(("width", "letters", "told"), [(66, 0, True), (64, 0, False), (66, 19, True), (66, 20, False)])
def test_large_pictures_without_letters_on_them(typeset: Typeset, width: float, letters: int, told: bool) -> None:
    """Of the page's area (420 by 595 points) 65 by 193 points are a little more than a twentieth."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 550, "The ministry built wells in the north.")
        canvas.drawImage(ImageReader(Image.fromarray(strokes())), 100, 300, width, 193)
        canvas.setFont("Helvetica", 3)
        canvas.drawString(102, 400, "a" * letters)

    page = pull.read(typeset(draw)).pages[0]
    assert [round(box.x1 - box.x0) for box in page.of_text] == [width] * told


def test_a_picture_alone_on_its_page_is_no_picture_beside_text(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.fromarray(strokes())), 100, 300, 300, 193)
        canvas.showPage()
        canvas.drawString(50, 550, "The ministry built wells in the north.")

    assert [page.of_text for page in pull.read(typeset(draw)).pages] == [(), ()]


def test_letters_on_a_picture_are_those_of_runs_that_have_their_middle_there() -> None:
    boxes = Boxes.of([BoundingBox(10 * at, 0, 10 * at + 10, 10) for at in range(4)])  # their middle is at 20
    run = Run("abcd", boxes, 8, Style("Serif", 10, bold=False, italic=False, colour="#000000"))
    assert _letters_on(BoundingBox(20, 5, 90, 90), [run, run]) == 8
    assert _letters_on(BoundingBox(21, 5, 90, 90), [run]) == 0
    assert _letters_on(BoundingBox(0, 6, 90, 90), [run]) == 0


@pytest.mark.parametrize(("others", "few"), [(30, True), (31, False)])
def test_four_colours_on_seven_tenths_of_a_picture(others: int, few: bool) -> None:
    """Of 100 pixels so many have colours of their own, the rest four that share them."""
    shades = np.array([0, 64, 128, 192] * 25)[: 100 - others]
    own = [(16 * (at % 16), 16 * (at // 16) + 1, 250) for at in range(others)]
    pixels = np.array([*((shade, shade, shade) for shade in shades), *own], np.uint8).reshape(10, 10, 3)
    assert _has_few_colours(pixels) is few


def test_shades_that_are_nearly_alike_are_one_colour() -> None:
    """16 levels of each of red, green and blue."""
    nearly = np.array([(at % 16, 0, at // 16) for at in range(100)], np.uint8).reshape(10, 10, 3)
    assert _has_few_colours(nearly)
    assert not _has_few_colours(nearly * 16)
    grey = np.arange(0, 200, 2, np.uint8).reshape(10, 10, 1)
    assert not _has_few_colours(grey)


@pytest.mark.parametrize(
    ("before", "stroke", "after", "lines"),
    [(255, 180, 255, 1), (255, 185, 255, 0), (255, 0, 231, 1), (255, 0, 230, 0), (0, 71, 24, 1), (0, 70, 0, 0)],
)
def test_a_stroke_differs_from_both_its_sides_which_are_alike(before: int, stroke: int, after: int, lines: int) -> None:
    grey = np.full((20, 200), before, np.int16)
    for place in range(8):
        grey[5:15, 10 + 20 * place : 12 + 20 * place] = stroke
        grey[5:15, 12 + 20 * place : 16 + 20 * place] = after
    assert _lines(grey) == lines
