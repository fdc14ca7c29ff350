"""What pdfium says of text, made into runs: sizes, ligatures, what is off the page, clipped or drawn twice."""

from types import SimpleNamespace

import numpy as np
import pytest

from pipeline.model import BoundingBox, Boxes, Run, Style
from pipeline.pull.glyphs import Drawn
from pipeline.pull.pdfium.text import _again, _shared, _size, _through

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
