"""Text that a page draws and nobody sees is left out and told; what is seen for all that stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline import pull
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


@pytest.mark.parametrize(("size", "legible"), [(0.5, False), (0.9, False), (1.1, True)])
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
