"""Turned and curved text is read along its own direction; a turned page is read upright and told as it is shown."""

import pytest

from pipeline.model import (
    Area,
    BoundingBox,
    Boxes,
    Furniture,
    Link,
    Page,
    Place,
    Rule,
    Run,
    Section,
    Segmentation,
)
from pipeline.segment.lines.rotation import as_shown, turned_lines, turned_pages, upright
from tests.segment.placed import TYPE, sized

Pair = pytest.mark.parametrize


def letter(text: str, x: float, y: float, rotation: int = 90, size: float = 10) -> Run:
    """A letter four points wide and ten high, a capital six, whose middle stands at x and y."""
    half = 3 if text.isupper() else 2
    box = BoundingBox(x - half, y - 5, x + half, y + 5)
    return Run(text, Boxes.of([box]), y, sized(size, TYPE._replace(rotation=rotation)))


def read(*runs: Run) -> list[str]:
    return [line.text for line in turned_lines(runs)]


@Pair(
    ("runs", "told"),
    [
        ([letter("a", 0, 0), letter("b", 0, 13)], ["ab"]),
        ([letter("a", 0, 0), letter("b", 0, 13.25)], ["a b"]),
        ([letter("a", 0, 0), letter("b", 0, 15)], ["a b"]),
        ([letter("a", 0, 0), letter("b", 0, 15.25)], ["a", "b"]),
        ([letter("a", 0, 0), letter("b", 9, 12)], ["a b"]),
        ([letter("a", 0, 0), letter("b", 10, 12)], ["a", "b"]),
        ([letter("a", 0, 0, size=20), letter("b", 0, 16, size=20)], ["ab"]),
        ([letter("a", 0, 0, size=20), letter("b", 0, 16.25, size=20)], ["a b"]),
        ([letter("a", 0, 0), letter("b", 0, 14, size=20)], ["ab"]),
        ([letter("a", 0, 0, size=20), letter("b", 0, 14)], ["a b"]),
        ([letter("a", 0, 0, 45), letter("b", 7, 0, 45)], ["ab"]),
        ([letter("a", 0, 0, 45), letter("b", 7.25, 0, 45)], ["a b"]),
        ([letter("a", 0, 0, 46), letter("b", 7.25, 0, 46)], ["ab"]),
        ([letter("A", 0, 0, 45), letter("b", 8, 0, 45)], ["Ab"]),
        ([letter("A", 0, 0, 45), letter("b", 8.25, 0, 45)], ["A b"]),
        ([letter("a", 0, 0, 180), letter("b", 7, 0, 180)], ["ab"]),
        ([letter("a", 0, 0, 180), letter("b", 7.25, 0, 180)], ["a b"]),
        ([letter("a", 0, 0, 10), letter("b", 4, 0, 55)], ["ab"]),
        ([letter("a", 0, 0, 10), letter("b", 4, 0, 56)], ["a", "b"]),
        ([letter("a", 0, 0, 350), letter("b", 4, 0, 35)], ["ab"]),
        ([letter("a", 0, 0, 350), letter("b", 4, 0, 36)], ["a", "b"]),
        ([letter("a", 0, 0), letter(" ", 0, 5), letter("b", 0, 10)], ["a b"]),
        ([letter(" ", 0, 0), letter("a", 0, 5)], ["a"]),
        ([letter(" ", 0, 0), letter("a", 0, 50), letter(" ", 0, 100)], ["a"]),
        ([letter("b", 50, 0), letter("a", 0, 0), letter("c", 0, -60)], ["c", "a", "b"]),
        ([], []),
    ],
)
def test_letters_go_on_near_each_other_turned_about_as_much(runs: list[Run], told: list[str]) -> None:
    assert read(*runs) == told


def test_a_turned_line_has_its_words_and_the_box_around_them() -> None:
    (found,) = turned_lines([letter("a", 10, 20), letter("b", 10, 30), letter("c", 10, 44), letter("d", 10, 54)])
    assert [word.text for word in found.words] == ["ab", "cd"]
    assert (found.box, found.baseline) == (BoundingBox(8, 15, 12, 59), 59)
    assert found.words[1].box == BoundingBox(8, 39, 12, 59)


# --------------------------------------------------------------------------------------------------------------- pages


def page(*letters: tuple[int, int], number: int = 1) -> Page:
    """So many letters of each rotation."""
    return Page(number, 100, 200, tuple(letter("a", 0, 0, turn) for count, turn in letters for _ in range(count)))


@Pair(
    ("letters", "turns"),
    [
        ([(3, 90)], {1: 90}),
        ([(3, 270), (2, 0)], {1: 270}),
        ([(3, 180), (2, 90)], {1: 180}),
        ([(2, 90), (2, 0)], {}),
        ([(2, 90), (1, 0), (1, 180)], {}),
        ([(3, 45)], {}),
        ([(3, 0)], {}),
        ([], {}),
    ],
)
def test_a_page_is_turned_as_more_than_half_of_its_letters_are(
    letters: list[tuple[int, int]], turns: dict[int, int]
) -> None:
    assert turned_pages([page(*letters)]) == turns


def test_letters_count_not_runs() -> None:
    long = Run("abc", Boxes.of([BoundingBox(0, 0, 1, 1)] * 3), 0, TYPE._replace(rotation=90))
    assert turned_pages([Page(2, 100, 200, (long, letter("a", 0, 0, 0), letter("b", 0, 0, 0)))]) == {2: 90}


BOX, TURNED = BoundingBox(10, 20, 30, 50), {90: BoundingBox(20, 70, 50, 90), 180: BoundingBox(70, 150, 90, 180)}
TURNED[270] = BoundingBox(150, 10, 180, 30)


@Pair(("turn", "width", "height"), [(90, 200, 100), (180, 100, 200), (270, 200, 100)])
def test_a_turned_page_is_turned_back_with_all_that_is_on_it(turn: int, width: float, height: float) -> None:
    run = Run("a", Boxes.of([BOX]), 40, TYPE._replace(rotation=turn))
    other = run._replace(style=TYPE._replace(rotation=45))
    shown = Page(
        3, 100, 200, (run, other), (Area(BOX, "#ffffff"),), (Rule(BOX),), (BOX,), (BOX,), (Link((BOX,), "to"),)
    )
    found, box = upright(shown, turn), TURNED[turn]
    assert (found.number, found.width, found.height) == (3, width, height)
    assert [run.boxes.whole for run in found.runs] == [box, box]
    assert [run.style.rotation for run in found.runs] == [0, (45 - turn) % 360]
    assert (found.areas[0].box, found.rules[0].box, found.pictures, found.frames) == (box, box, (box,), (box,))
    assert found.links == (Link((box,), "to"),)
    back = BOX.turned(-turn, 100, 200)
    assert back == box
    assert box.turned(turn, width, height) == BOX


def test_an_upright_page_stays_as_it_is() -> None:
    shown = page((1, 0))
    assert upright(shown, 0) is shown


def test_what_was_found_is_told_where_it_is_shown() -> None:
    box = TURNED[90]
    places = tuple(Place(0, 1, number, 0, Boxes.of([box]), 0) for number in (1, 2))
    section = Section("id", 1, "other", "", "a", places)
    furniture = tuple(Furniture(number, "a", box, "page number") for number in (1, 2))
    found = Segmentation((section,), furniture, "")
    pages = [Page(1, 200, 100, ()), Page(2, 300, 100, ())]
    shown = as_shown(found, pages, {1: 90})
    assert [place.boxes.whole for place in shown.sections[0].places] == [BOX, box]
    assert [piece.box for piece in shown.furniture] == [BOX, box]
    assert as_shown(found, pages, {}) is found
