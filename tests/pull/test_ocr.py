"""What is made of the letters that an OCR engine finds: blanks, noughts and sizes. Images made by hand, in pixels."""

import numpy as np
import pytest

from pipeline.model import BoundingBox

pytest.importorskip("rapidocr_onnxruntime", reason="needs the extra: pip install 'donor-profiles[ocr]'")

from pipeline.pull.ocr import _gap, _inked, _Line, _line, _run, runs

HEIGHT = 100


def drawn(letters: str, *edges: tuple[int, int]) -> _Line:
    """A line 100 high, of which each letter is a black bar between its two edges on white paper."""
    grey = np.full((HEIGHT, 400), 255.0)
    for left, right in edges:
        grey[20:80, left:right] = 0
    quads = np.array([[[left, 0], [right, 0], [right, HEIGHT], [left, HEIGHT]] for left, right in edges], float)
    return _line(list(letters), quads, grey)


@pytest.mark.parametrize(
    ("letters", "gap", "text"),
    [
        ("ab", 19, "ab"),
        ("ab", 20, "a b"),  # wider than 0.19 of the height
        ("12", 20, "12"),
        ("12", 30, "12"),
        ("12", 31, "1 2"),  # within a number 0.3
        ("1,", 30, "1,"),
        ("1.", 30, "1."),
        ("1a", 20, "1 a"),
        ("1a", 19, "1a"),
    ],
)
def test_a_stretch_without_ink_is_a_blank(letters: str, gap: int, text: str) -> None:
    line = drawn(letters, (0, 40), (40 + gap, 80 + gap))
    assert "".join(line.letters) == text
    assert line.starts[-1] == 40 + gap
    assert line.box == BoundingBox(0, 0, 80 + gap, HEIGHT)


def test_a_blank_begins_where_the_letter_before_it_ends() -> None:
    assert list(drawn("ab", (0, 40), (90, 130)).starts) == [0, 40, 90]


def test_a_blank_of_the_engine_is_not_doubled() -> None:
    assert "".join(drawn("a b", (0, 40), (40, 90), (90, 130)).letters) == "a b"


@pytest.mark.parametrize(
    ("letters", "text"), [("5o0", "500"), ("5O", "50"), ("5ob", "5ob"), ("o5", "o5"), ("5.o", "5.o"), ("5.o7", "5.07")]
)
def test_an_o_within_or_at_the_end_of_a_number_is_a_nought(letters: str, text: str) -> None:
    edges = [(30 * at, 30 * at + 30) for at in range(len(letters))]
    assert "".join(drawn(letters, *edges).letters) == text


def test_the_widest_gap_of_a_strip() -> None:
    assert _gap(np.array([True, False, False, True, False, True])) == 2
    assert _gap(np.array([False, False, False, True])) == 3
    assert _gap(np.array([True, False])) == 1
    assert _gap(np.array([True, True])) == 0
    assert _gap(np.array([False, False])) == 2


def test_what_differs_enough_from_its_ground_is_ink() -> None:
    """By more than 0.4 of the greatest difference; also white on black."""
    strip = np.array([[200.0, 200, 200, 200, 100, 159, 161]])
    assert _inked(strip).tolist() == [False, False, False, False, True, True, False]
    assert _inked(255 - strip).tolist() == [False, False, False, False, True, True, False]


def line(height: float) -> _Line:
    return _Line(["a", " ", "b"], [40, 80, 100], BoundingBox(40, 200, 140, 200 + height))


@pytest.mark.parametrize(("height", "size"), [(100, 21.2), (124, 21.2), (76, 21.2), (126, 26.8), (74, 15.7)])
def test_lines_of_about_one_height_are_of_one_size(height: float, size: float) -> None:
    """0.85 of the height, at four pixels a point; a quarter more or less than usual is the usual."""
    assert _run(line(height), usual=100, scale=4).style.size == size


def test_letters_reach_to_the_next_and_stand_on_their_baseline() -> None:
    run = _run(line(100), usual=100, scale=4)
    assert run.text == "a b"
    assert (run.boxes.x0, run.boxes.x1) == ((10, 20, 25), (20, 25, 35))
    assert run.baseline == 70  # 0.8 of the height below the top


@pytest.mark.parametrize(("longest", "scale"), [(842.0, 4.0), (1250.0, 4.0), (2500.0, 2.0), (50000.0, 0.1)])
def test_a_large_page_is_drawn_with_fewer_pixels_to_the_point(longest: float, scale: float) -> None:
    drawn = []

    class Page:
        def get_size(self) -> tuple[float, float]:
            return 20.0, longest

        def render(self, scale: float) -> "Page":
            drawn.append(scale)
            return self

        def to_numpy(self) -> np.ndarray:
            return np.full((40, 40, 3), 255, np.uint8)

    assert runs(Page()) == ()  # type: ignore[arg-type]
    assert drawn == [scale]
