"""From a PDF's own coordinates to those of the page as it is shown, worked out by hand on a page of 300 by 200."""

import numpy as np
import pytest

from pipeline.model import BoundingBox, Boxes, Run, Style
from pipeline.pull.coordinates import Frame, cut, em_squares
from pipeline.pull.glyphs import Drawn, family, spelled

UPRIGHT = Frame(10, 20, 310, 220, turn=0)
STYLE = Style("Serif", 10, bold=False, italic=False, colour="#000000")


def turned(degrees: int) -> Frame:
    return Frame(10, 20, 310, 220, turn=degrees)


@pytest.mark.parametrize(
    ("turn", "size", "point", "box"),
    [
        (0, (300, 200), (30, 160), BoundingBox(30, 150, 70, 160)),
        (90, (200, 300), (40, 30), BoundingBox(40, 30, 50, 70)),
        (180, (300, 200), (270, 40), BoundingBox(230, 40, 270, 50)),
        (270, (200, 300), (160, 270), BoundingBox(150, 230, 160, 270)),
    ],
)
def test_a_place_on_a_turned_page(turn: int, size: tuple[int, int], point: tuple[int, int], box: BoundingBox) -> None:
    """30 points from the left of the crop box and 40 from its bottom; a box 40 wide and 10 high."""
    frame = turned(turn)
    assert frame.size == size
    assert frame.page == BoundingBox(0, 0, *size)
    assert frame.point(40.0, 60.0) == point
    for corners in ((40, 60, 80, 70), (80, 70, 40, 60), (40, 70, 80, 60), (80, 60, 40, 70)):
        assert frame.box(*corners) == box
    assert list(frame.boxes(np.array([[40, 70, 80, 60]], np.float32)).each()) == [box]


@pytest.mark.parametrize(
    ("turn", "direction", "rotation"),
    [
        (0, (1, 0), 0),
        (0, (0, 1), 270),
        (0, (0, -1), 90),
        (0, (-1, 0), 180),
        (90, (1, 0), 90),
        (90, (0, 1), 0),
        (270, (1, 0), 270),
        (0, (1, -1), 45),
    ],
)
def test_the_direction_of_text(turn: int, direction: tuple[int, int], rotation: int) -> None:
    assert turned(turn).rotation(*direction) == rotation


def test_a_page_is_turned_so_that_its_text_is_upright() -> None:
    assert turned(90).upright(0) == turned(90)
    assert turned(90).upright(90) == turned(0)
    assert turned(0).upright(90) == turned(270)


def run(text: str, x0: float = 0, top: float = 0) -> Run:
    boxes = [BoundingBox(x0 + 10 * at, top, x0 + 10 * at + 10, top + 10) for at in range(len(text))]
    return Run(text, Boxes.of(boxes), top + 8, STYLE)


@pytest.mark.parametrize(
    ("window", "parts"),
    [
        (BoundingBox(0, 0, 60, 10), [("ab cde", True)]),
        (BoundingBox(1, 0, 59, 10), [("ab cde", True)]),  # the middles lie in it
        (BoundingBox(6, 0, 60, 10), [("a", False), ("b cde", True)]),
        (BoundingBox(0, 0, 54, 10), [("ab cd", True), ("e", False)]),
        (BoundingBox(15, 0, 35, 10), [("a", False), ("b c", True), ("de", False)]),
        (BoundingBox(0, 6, 60, 10), [("ab cde", False)]),  # it lies below the middle of the line
        (BoundingBox(0, 0, 60, 4), [("ab cde", False)]),
        (BoundingBox(70, 0, 90, 10), [("ab cde", False)]),
    ],
)
def test_a_run_is_cut_where_a_window_ends(window: BoundingBox, parts: list[tuple[str, bool]]) -> None:
    assert [(part.text, inside) for part, inside in cut(run("ab cde"), window)] == parts


def test_the_em_square_lies_about_the_baseline() -> None:
    (box,) = em_squares((5,), (11,), 100, 10).each()
    assert box == (5, 92.4, 11, 102.4)


def test_letters_of_a_ligature_share_its_width() -> None:
    glyphs = [
        ("ﬃ", BoundingBox(0, 0, 30, 10)),
        ("x", BoundingBox(30, 0, 36, 10)),
        ("(cid:7)", BoundingBox(36, 0, 40, 10)),
    ]
    text, boxes = spelled(glyphs)
    assert text == "ffix\ufffd"
    assert [(box.x0, box.x1) for box in boxes.each()] == [(0, 10), (10, 20), (20, 30), (30, 36), (36, 40)]
    assert spelled([("\x07", BoundingBox(0, 0, 5, 5))]) == ("", Boxes((), (), (), ()))


@pytest.mark.parametrize(
    ("right", "down", "again"),
    [
        (0, 0, True),
        (1.4, 0, True),  # within 0.15 of a size of 10
        (1.5, 0, False),
        (-1.4, 0, True),
        (-1.5, 0, False),
        (0, 1.4, True),
        (0, 1.5, False),
        (0, -1.4, True),
        (0, -1.5, False),
    ],
)
@pytest.mark.parametrize("top", [16.0, 15.5, 23.5])
def test_what_is_drawn_twice_lies_beside_itself(top: float, right: float, down: float, again: bool) -> None:
    """Also where the second drawing begins in the row above or below that of the first."""
    drawn = Drawn()
    assert not drawn.again(run("ab", 50, top))
    assert drawn.again(run("ab", 50 + right, top + down)) is again
    assert not drawn.again(run("xy", 50, top))


@pytest.mark.parametrize(
    ("font", "name"), [("ABCDEF+Serif", "Serif"), ("ABCDE+Serif", "ABCDE+Serif"), ("Serif-Bold", "Serif-Bold")]
)
def test_the_mark_of_a_subset_is_no_part_of_a_fonts_name(font: str, name: str) -> None:
    assert family(font) == name
