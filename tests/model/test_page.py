"""Runs of characters, one by one and in parts."""

from pipeline.model import BoundingBox, Boxes, Page, Run, Style

STYLE = Style("Serif", 10, bold=False, italic=False, colour="#000000")
BOX = [BoundingBox(10.0 * at, 0, 10.0 * at + 10, 10) for at in range(3)]
RUN = Run("abc", Boxes.of(BOX), 8, STYLE)


def test_each_character_has_its_box_and_its_baseline() -> None:
    page = Page(1, 100, 100, (RUN, RUN._replace(text="xyz", baseline=20)))
    assert [(c.text, c.box, c.baseline) for c in page.characters()] == [
        *((letter, box, 8) for letter, box in zip("abc", BOX, strict=True)),
        *((letter, box, 20) for letter, box in zip("xyz", BOX, strict=True)),
    ]


def test_a_part_of_a_run_keeps_the_boxes_of_its_characters() -> None:
    assert [(c.text, c.box) for c in RUN.part(1).characters()] == [("b", BOX[1]), ("c", BOX[2])]
    assert [c.text for c in RUN.part(0, 2).characters()] == ["a", "b"]


def test_text_is_upright_where_nothing_else_is_told() -> None:
    assert STYLE.rotation == 0
    assert Page(1, 100, 100, ()).by_ocr is False
