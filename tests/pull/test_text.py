"""What pdfium says of text, made into runs: sizes, ligatures, what is off the page, clipped or drawn twice."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from pipeline import pull
from pipeline.model import BoundingBox, Boxes, Run, Style
from pipeline.pull.glyphs import Drawn
from pipeline.pull.pdfium.text import _again, _shared, _size, _through
from tests.pdfs import pdf, stream

STYLE = Style("Serif", 10, bold=False, italic=False, colour="#000000")


def run(text: str, x0: float = 0.0, top: float = 0.0) -> Run:
    """Characters of 10 by 10 points."""
    boxes = [BoundingBox(x0 + 10 * at, top, x0 + 10 * at + 10, top + 10) for at in range(len(text))]
    return Run(text, Boxes.of(boxes), top + 8, STYLE)


@pytest.mark.parametrize(
    ("font_size", "matrix", "height", "size"),
    [
        (10, (0, 0, 1), 10, 10),
        (1, (0, 0, 9), 9, 9),  # the size is in the matrix
        (1, (0, 3, 4), 5, 5),  # slanted type
        (2, (0, 3, 4), 11, 10),
        (1, (0, 0, 1), 2.9, 1),
        (1, (0, 0, 1), 3, 3),  # a third of its box: nonsense
        (9, (0, 0, 1), 3, 3),  # three times its box
        (8.9, (0, 0, 1), 3, 8.9),
        (1, (1, 0, 1), 9, 1),  # turned type, whose box is as high as it is long
        (10, (0, 0, 1), 2, 10),  # a box that is none
        (10, (0, 0, 1), 2.1, 2.1),
    ],
)
def test_the_size_of_type(font_size: float, matrix: tuple[float, ...], height: float, size: float) -> None:
    assert _size(font_size, SimpleNamespace(**dict(zip("bcd", matrix, strict=True))), height) == size


def test_letters_of_one_box_share_it() -> None:
    """Three letters of one object with one box, then another with its own, then one of another object just there."""
    boxes = np.array([(10, 20, 40, 5)] * 3 + [(40, 20, 50, 5)] * 2, np.float32)
    shared = _shared(boxes, np.array([7, 7, 7, 7, 8], np.uint64))
    assert shared.tolist() == [
        [10, 20, 20, 5], [20, 20, 30, 5], [30, 20, 40, 5], [40, 20, 50, 5], [40, 20, 50, 5],
    ]  # fmt: skip


def test_letters_of_their_own_boxes_keep_them() -> None:
    boxes = np.array([(10, 20, 40, 5), (10, 20, 40, 6)], np.float32)
    assert _shared(boxes, np.array([7, 7], np.uint64)).tolist() == boxes.tolist()
    assert _shared(boxes[:0], np.array([], np.uint64)).tolist() == []


def test_what_is_seen_through_the_page_and_its_clips() -> None:
    page, clip, other = BoundingBox(0, 0, 40, 100), BoundingBox(0, 0, 30, 100), BoundingBox(10, 0, 90, 100)
    shown, outside = _through([run("abcdef")], [page, clip, other])
    assert [part.text for part in shown] == ["bc"]
    assert [(part.text, part.reason) for part in outside] == [
        ("ef", "off the page"), ("d", "clipped"), ("a", "clipped"),
    ]  # fmt: skip
    assert outside[0].box == BoundingBox(40, 0, 60, 10)
    assert _through([run("ab")], [page]) == ([run("ab")], [])


def test_a_word_that_is_drawn_again() -> None:
    before = Drawn()
    assert not _again([run("ab")], before)
    assert _again([run("ab", 1)], before)
    assert not _again([run("ab", 30)], before)
    assert not _again([run("b")], before)
    assert not _again([run("b")], before)  # pdfium itself leaves out single letters


def test_letters_of_their_own_are_told_as_one_word() -> None:
    before = Drawn()
    letters = [run("a"), run("b", 10), run(" ", 20)]
    assert not _again(letters, before)
    assert _again(letters, before)
    assert _again([run("ab")], before)


@pytest.mark.parametrize(
    ("flags", "name", "bold", "italic"),
    [
        (32, "Plain", False, False),
        (32 | 1 << 18, "Plain", True, False),
        (32 | 1 << 6, "Plain", False, True),
        (32 | 1 << 17 | 1 << 19 | 1 << 5 | 1 << 7, "Plain", False, False),  # what stands beside them says other things
        (32, "Plain-BoldItalic", True, True),
    ],
)
def test_bold_and_italic_by_what_a_font_says_of_itself(
    tmp_path: Path, flags: int, name: str, bold: bool, italic: bool
) -> None:
    path = tmp_path / "font.pdf"
    about = f"/FontName /{name} /Flags {flags} /FontBBox [0 -200 1000 900] /ItalicAngle 0 /StemV 80"
    page = "/Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources << /Font << /F 5 0 R >> >>"
    font = f"/Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding /FontDescriptor 6 0 R"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {page} /Contents 4 0 R >>",
        stream("", "BT /F 12 Tf 40 100 Td (Ports) Tj ET"),
        f"<< {font} /FirstChar 32 /LastChar 126 /Widths [{'500 ' * 95}] >>",
        f"<< /Type /FontDescriptor {about} /Ascent 800 /Descent -200 /CapHeight 700 >>",
    ]
    path.write_bytes(pdf(objects))
    (read,) = pull.read(path).pages[0].runs
    assert (read.text, read.style.bold, read.style.italic) == ("Ports", bold, italic)
