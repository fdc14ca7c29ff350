"""Text that a page draws and nobody sees is left out and told; what is seen for all that stays."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline import pull
from pipeline.model import Area, BoundingBox, Boxes, Run, Style
from pipeline.pull.pdfium.graphics import Cover, Drawings
from pipeline.pull.pdfium.hidden_text import _alike, _by_height, _Images, _on_its_colour, _parted
from tests.pdfs import pdf, stream

Typeset = Callable[..., Path]


def seen(path: Path) -> tuple[str, list[tuple[str, str]]]:
    """What a page shows, and what it hides with the reason."""
    page = pull.read(path).pages[0]
    return "".join(run.text for run in page.runs), [(dropped.text, dropped.reason) for dropped in page.dropped]


def test_words_under_an_opaque_bar(typeset: Typeset) -> None:
    """As figures are blacked out: the words beside the bar stay."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "They gave US$ 9 million in May.")
        start = 50 + canvas.stringWidth("They gave ")
        canvas.rect(start, 495, canvas.stringWidth("US$ 9 million"), 16, fill=1)

    assert seen(typeset(draw)) == ("They gave  in May.", [("US$ 9 million", "under a picture or an area")])


def test_words_under_a_picture(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "a draft")
        canvas.drawString(50, 300, "on the picture's edge")
        canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), "#336699")), 40, 480, 100, 40)

    assert seen(typeset(draw)) == ("on the picture's edge", [("a draft", "under a picture or an area")])


def test_words_under_a_tint_and_words_on_an_area_stay(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "under a tint,")
        canvas.saveState()
        canvas.setFillColorRGB(1, 1, 0, alpha=0.3)
        canvas.rect(40, 490, 200, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 0, alpha=1)
        canvas.rect(40, 390, 200, 30, stroke=0, fill=1)
        canvas.restoreState()
        canvas.drawString(50, 400, " on an area")

    assert seen(typeset(draw)) == ("under a tint, on an area", [])


@pytest.mark.parametrize(("size", "legible"), [(0.5, False), (0.9, False), (1.0, True), (1.1, True)])
def test_type_that_is_too_small_to_read(typeset: Typeset, size: float, legible: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "seen ")
        canvas.setFont("Helvetica", size)
        canvas.drawString(50, 400, "US$ 9 million")

    assert seen(typeset(draw)) == (
        ("seen US$ 9 million", []) if legible else ("seen ", [("US$ 9 million", "too small to read")])
    )


@pytest.mark.parametrize("on", [True, False])
def test_layer_that_is_switched_off(tmp_path: Path, on: bool) -> None:
    text = "BT /F 12 Tf 20 150 Td (seen) Tj ET /OC /L BDC BT /F 12 Tf 20 50 Td (a draft) Tj ET EMC"
    layers = f"/OCProperties << /OCGs [6 0 R] /D << /Order [6 0 R] /{'ON' if on else 'OFF'} [6 0 R] >> >>"
    path = tmp_path / "layers.pdf"
    path.write_bytes(
        pdf(
            [
                f"<< /Type /Catalog /Pages 2 0 R {layers} >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources 5 0 R >>",
                stream("", text),
                "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> /Properties << /L 6 0 R >> >>",
                "<< /Type /OCG /Name (Draft) >>",
            ]
        )
    )
    assert seen(path) == (("seena draft", []) if on else ("seen", [("a draft", "in a layer that is switched off")]))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("#ffffff", "#f3f3f3", True),  # twelve of 255 apart
        ("#ffffff", "#f2ffff", False),
        ("#ffffff", "#fff2ff", False),
        ("#ffffff", "#fffff2", False),
        ("#000000", "#0c0c0c", True),
        ("#0c0c0c", "#000000", True),
        ("#000000", "#0d0000", False),
    ],
)
def test_colours_that_nobody_tells_apart(one: str, other: str, alike: bool) -> None:
    assert _alike(one, other) is alike


def run(text: str) -> Run:
    boxes = [BoundingBox(10.0 * at, 100, 10.0 * at + 10, 110) for at in range(len(text))]
    return Run(text, Boxes.of(boxes), 108, Style("Serif", 10, bold=False, italic=False, colour="#000000"))


@pytest.mark.parametrize(
    ("covers", "parts"),
    [
        ([], [("abcdef", False)]),
        ([(20, 40)], [("ab", False), ("cd", True), ("ef", False)]),
        ([(20, 40), (50, 60)], [("ab", False), ("cd", True), ("e", False), ("f", True)]),
        ([(20, 40), (30, 60)], [("ab", False), ("cd", True), ("ef", True)]),
        ([(70, 90)], [("abcdef", False)]),
        ([(0, 60)], [("abcdef", True)]),
    ],
)
def test_the_parts_of_a_line_that_are_covered(covers: list[tuple[int, int]], parts: list[tuple[str, bool]]) -> None:
    boxes = [BoundingBox(left, 90, right, 120) for left, right in covers]
    assert [(part.text, under) for part, under in _parted(run("abcdef"), boxes)] == parts


def test_covers_are_looked_for_in_the_strips_that_they_reach() -> None:
    """Fifty points each, and the one above them: there begins a line whose lower part they cover."""
    early, low, high = (
        Cover(BoundingBox(0, top, 9, bottom), n) for n, (top, bottom) in enumerate([(0, 9), (60, 99), (49, 150)])
    )
    strips = _by_height([early, low, high], {0: 3, 1: 5, 2: 6}, first=3)
    assert {strip: [nth for nth, _ in covers] for strip, covers in strips.items()} == {
        -1: [6],
        0: [5, 6],
        1: [5, 6],
        2: [6],
        3: [6],
    }


@pytest.mark.parametrize(
    ("place", "difference", "box", "alike"),
    [
        ((25, 25), 12, (10, 10, 20, 20), True),
        ((25, 25), 13, (10, 10, 20, 20), False),
        ((20, 30), 99, (10, 10, 20, 20), True),  # the outermost pixels may show what stands beside
        ((21, 30), 99, (10, 10, 20, 20), False),
        ((40, 30), 99, (10, 10, 20, 20), True),
        ((39, 30), 99, (10, 10, 20, 20), False),
        ((30, 20), 99, (10, 10, 20, 20), True),
        ((30, 21), 99, (10, 10, 20, 20), False),
        ((30, 20), 99, (10, 10, 12, 20), False),  # but where it is only four pixels wide
        ((30, 20), 99, (10, 10, 12.5, 20), True),
    ],
)
def test_a_page_that_looks_the_same_within_a_box(
    place: tuple[int, int], difference: int, box: tuple[float, float, float, float], alike: bool
) -> None:
    """Two pixels a point; one pixel of the page is another."""
    with_text, without = np.zeros((100, 100, 3), int), np.zeros((100, 100, 3), int)
    with_text[place] = difference
    assert _Images(with_text, without, 2.0).alike(BoundingBox(*box)) is alike


WHITE, BLUE = "#ffffff", "#0000ff"


@pytest.mark.parametrize(
    ("areas", "pictures", "colour", "hidden"),
    [
        pytest.param([], [], WHITE, True, id="on the paper"),
        pytest.param([], [], BLUE, False, id="another colour than the paper's"),
        pytest.param([(BLUE, 0, 0, 90, 90)], [], BLUE, True, id="on an area of its colour"),
        pytest.param([(BLUE, 0, 0, 90, 90)], [], WHITE, False, id="on an area of another colour"),
        pytest.param([(BLUE, 50, 0, 90, 90)], [], WHITE, True, id="beside an area"),
        pytest.param([(BLUE, 0, 0, 90, 90), (WHITE, 0, 0, 40, 40)], [], WHITE, True, id="on the smaller of two"),
        pytest.param([(WHITE, 0, 0, 40, 40), (BLUE, 0, 0, 90, 90)], [], WHITE, True, id="in whatever order"),
        pytest.param([(BLUE, 0, 0, 60, 20), (WHITE, 0, 0, 30, 90)], [], WHITE, False, id="not on the narrower one"),
        pytest.param([(BLUE, 0, 0, 90, 90)], [(0, 0, 40, 40)], BLUE, False, id="on a picture nobody can say"),
        pytest.param([(BLUE, 0, 0, 90, 90)], [(50, 0, 90, 40)], BLUE, True, id="beside a picture"),
    ],
)
def test_type_in_the_colour_of_its_ground(
    areas: list[tuple[str, int, int, int, int]], pictures: list[tuple[int, ...]], colour: str, hidden: bool
) -> None:
    drawn = Drawings(
        areas=tuple(Area(BoundingBox(*box), ground) for ground, *box in areas),
        rules=(),
        pictures=tuple(BoundingBox(*box) for box in pictures),
        frames=(),
        covers=(),
    )
    style = Style("Serif", 10, bold=False, italic=False, colour=colour)
    line = Run("ab", Boxes.of([BoundingBox(0, 0, 10, 10), BoundingBox(10, 0, 20, 10)]), 8, style)
    assert _on_its_colour(line, drawn) is hidden
