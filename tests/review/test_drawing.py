"""Pages of a PDF as images, in this process."""

import io
import pickle
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.review import drawing
from tests.pdfs import typeset


def pages(path: Path, *sizes: tuple[float, float]) -> Path:
    canvas = Canvas(str(path), invariant=True)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.rect(0, 0, size[0] / 2, size[1], fill=1)
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("size", "pixels"),
    [((100, 40), (250, 100)), ((720, 360), (1800, 900)), ((360, 1440), (450, 1800))],
    ids=["small", "just sharp", "as large as a house"],
)
def test_a_page_is_sharp_and_no_larger_than_a_screen(
    tmp_path: Path, size: tuple[int, int], pixels: tuple[int, int]
) -> None:
    path = pages(tmp_path / "a.pdf", (10, 10), size)
    with Image.open(io.BytesIO(drawing.picture(path, 2))) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", pixels)
        middle = image.height // 2
        assert image.getpixel((image.width // 4, middle)) == (0, 0, 0)
        assert image.getpixel((image.width * 3 // 4, middle)) == (255, 255, 255)
        assert image.layer[0][1:3] == (1, 1), "colours are as sharp as letters"


def test_the_quality_of_an_image(tmp_path: Path) -> None:
    """By the first step of the table that the quality makes: 16 of a hundred times as fine a one."""
    path = typeset(tmp_path / "a.pdf", "Kenya gave US$ 5 million.")
    with Image.open(io.BytesIO(drawing.picture(path, 1))) as image:
        assert image.quantization[0][0] == (16 * (200 - 2 * drawing.QUALITY) + 50) // 100
        assert drawing.QUALITY == 82


def test_the_size_of_each_page_and_none_of_a_broken_one(tmp_path: Path) -> None:
    path = pages(tmp_path / "a.pdf", (100, 40), (360, 1440))
    assert pickle.loads(drawing.sizes(path)) == ((100, 40), (360, 1440))
    path.write_bytes(path.read_bytes().replace(b"/Type /Page\n", b"/Type /Pane\n", 1))
    assert sorted(pickle.loads(drawing.sizes(path)))[0] == (0, 0)


def test_an_encrypted_file_is_opened_by_the_password_of_the_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = typeset(tmp_path / "a.pdf", "Kenya gave US$ 5 million.", password="secret")
    monkeypatch.setenv("DONOR_PROFILES_PASSWORD", "secret")
    assert len(pickle.loads(drawing.sizes(path))) == 1
    (section,) = pickle.loads(drawing.sections(path, "a"))
    assert "US$ 5 million" in section.content
