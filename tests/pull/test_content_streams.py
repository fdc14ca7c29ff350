"""The second reader's short way through content streams, and the streams that it leaves to pdfminer."""

from pathlib import Path

import pytest

from pipeline import pull
from tests.pdfs import pdf, stream

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"  # each letter is 0.6 em wide


def places(folder: Path, content: str) -> list[tuple[str, int, int]]:
    """The characters that the second reader sees on a page of 300 by 200 points, with their left side and baseline;
    the page has the font F and the form X, which has the same content."""
    resources = "/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R {resources} >>",
        stream("", content),
        FONT,
        stream(f"/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Matrix [1 0 0 1 0 -50] {resources}", content),
    ]
    path = folder / "page.pdf"
    path.write_bytes(pdf(objects))
    runs = pull.reread(path, [1]).pages[0].runs
    return [(run.text, round(run.boxes.x0[0]), round(run.baseline)) for run in runs]


def text(folder: Path, shown: str) -> str:
    return "".join(letter for letter, _, _ in places(folder, f"BT /F 10 Tf 20 150 Td {shown} ET"))


@pytest.mark.parametrize(
    ("shown", "letters"),
    [
        ("(US$ 8)Tj", "US$ 8"),
        ("(a\\(b\\)\\101\\63\\\nc) Tj", "a(b)A3c"),
        (r"(1\0612) Tj", "112"),
        ("(a(b(c))) Tj", "a(b(c))"),
        ("<414243> Tj", "ABC"),
        ("<41 4\n2> Tj", "AB"),
        ("[(A) -100 <42> 5 ()] TJ", "AB"),
        ("(A) Tj (B) ' 1 2 (C) \"", "ABC"),
        ("% (no) Tj\n(A) Tj", "A"),
        ("/P <</MCID 3 /Lang (en-GB) /E <FEFF>>> BDC (A) Tj EMC", "A"),
        ("/P <</K <</MCID 3>>>> BDC (A) Tj EMC", "A"),
        ("/P /F#31 BDC (A) Tj EMC", "A"),
        ("(A) Tj BI /W 1 /H 1 /BPC 8 /CS /G ID (no) Tj EI (B) Tj", "AB"),
        ("(A) Tj 0 0 m 9 9 l 1 2 3 4 5 6 c h S .5 g -.5 +1 3. rg 0 0 9 9re f*(B) Tj", "AB"),
        ("(A) Tj } (B) Tj", "AB"),
        ("(A) Tj unheard_of (B) Tj", "AB"),
        ("(A) Tj (B", "A"),
    ],
)
def test_what_a_stream_shows(tmp_path: Path, shown: str, letters: str) -> None:
    assert text(tmp_path, shown) == letters


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        ("BT /F 10 Tf 20 150 Td (A) Tj 10 -5 TD (B) Tj T* (C) ' ET", [("A", 20, 50), ("B", 30, 55), ("C", 30, 65)]),
        ("BT /F 10 Tf 20 100+50 Td (A) Tj ET", [("A", 100, 150)]),
        ("BT /F 10 Tf 1 0 0 1 20 150 Tm [(A) -1000 (B) 500 (C)] TJ ET", [("A", 20, 50), ("B", 36, 50), ("C", 37, 50)]),
        ("BT /F 10 Tf 20 150 Td 2 Tc 5 Tw (A BC) Tj ET", [("A", 20, 50), (" ", 28, 50), ("B", 41, 50), ("C", 49, 50)]),
        ("BT /F 10 Tf 50 Tz 20 150 Td (A) Tj (B) Tj ET", [("A", 20, 50), ("B", 23, 50)]),
        ("BT /F 5 Tf q 2 0 0 2 10 10 cm 5 70 Td (A) Tj Q 20 150 Td (B) Tj ET", [("A", 20, 50), ("B", 20, 50)]),
        ("BT /F 10 Tf 12 TL 20 150 Td (A) Tj T* (B) Tj ET", [("A", 20, 50), ("B", 20, 62)]),
    ],
)  # fmt: skip
def test_where_its_characters_stand(tmp_path: Path, content: str, seen: list[tuple[str, int, int]]) -> None:
    assert places(tmp_path, content) == seen


def test_a_form_that_draws_itself_is_drawn_once(tmp_path: Path) -> None:
    assert places(tmp_path, "BT /F 10 Tf 20 150 Td (A) Tj ET /X Do") == [("A", 20, 50), ("A", 20, 100)]
