"""Columns, cards and what stands beside sections, as designers set them; read in five orders of the lines."""

import re

import pytest

from pipeline.model import BoundingBox, Rule
from tests.segment.reading import LEFT, RIGHT, WIDTH, read
from tests.segment.typeset import HEADING, TYPE, Typeset, prose

INITIAL = HEADING._replace(size=26.0)
NAMES = ("alder", "birch", "cedar")


def test_an_initial_on_the_baseline_of_its_second_line_begins_the_first_beside_a_table() -> None:
    def layout(page: Typeset) -> None:
        for place in range(4):
            page.line(LEFT, 55 + 12.5 * place, f"Row {place}")
            page.line(278, 55 + 12.5 * place, f"2{place}.6")
        page.line(RIGHT + 14, 50, "he work in the districts goes on")
        page.line(RIGHT, 62.5, "T", INITIAL)
        page.line(RIGHT + 14, 62.5, "where people found plans for it.")
        page.column(RIGHT, 67.4, WIDTH, prose("birch", 60))

    text = "The work in the districts goes on where people found plans for it."
    assert any(text in section for _, section in read(layout))


@pytest.mark.parametrize("facts_x, text_x", [(430.0, LEFT), (LEFT, 180.0)], ids=["right", "left"])
def test_facts_beside_headings_stay_with_their_section_on_either_side(facts_x: float, text_x: float) -> None:
    def layout(page: Typeset) -> None:
        for place, name in enumerate(NAMES):
            top = 40 + 150 * place
            page.line(text_x, top + 10, f"Project {name}", HEADING)
            page.column(text_x, top + 20, 370, prose(name, 40))
            page.column(facts_x, top + 4, 120, f"Budget: EUR {place + 2} million\n\nPeriod: 2019-202{place}")

    assert read(layout) == [
        (f"Project {name}", f"{prose(name, 40)}\n\nBudget:\tEUR {place + 2} million\nPeriod:\t2019-202{place}")
        for place, name in enumerate(NAMES)
    ]


def test_the_last_row_of_a_striped_table_belongs_to_it_although_it_has_no_ground() -> None:
    rows = [("Core", "11.5", "22.5"), ("Earmarked", "13.5", "24.5"), ("Other", "15.5", "26.5"), ("All", "39.5", "72.5")]

    def layout(page: Typeset) -> None:
        for place, cells in enumerate(rows):
            top = 40 + 18 * place
            if place % 2 == 0:
                page.ground(LEFT, top, 560, top + 18)
            for x, cell in zip((44, 320, 480), cells, strict=True):
                page.line(x, top + 12, cell)
        page.column(LEFT, 140, WIDTH, prose("alder", 60))
        page.column(RIGHT, 140, WIDTH, prose("birch", 60))

    ((_, text),) = read(layout)
    assert text.split("\n\n")[0].split("\n") == ["\t".join(cells) for cells in rows]


def framed(page: Typeset, x: float, top: float, name: str, gap: float) -> None:
    """A card in a frame, with white of that width around it."""
    page.frames.append(BoundingBox(x + gap / 2, top + gap / 2, x + 270 - gap / 2, top + 180 - gap / 2))
    page.line(x + 15, top + 25, f"Project {name}", HEADING)
    page.column(x + 15, top + 35, 230, prose(name, 20))


def test_framed_cards_are_read_row_by_row_although_the_last_row_has_but_one() -> None:
    def layout(page: Typeset) -> None:
        for place, name in enumerate(NAMES):
            framed(page, (30, 300)[place % 2], 40 + 180 * (place // 2), name, gap=10)

    assert [heading for heading, _ in read(layout)] == [f"Project {name}" for name in NAMES]


def test_frames_that_touch_are_cells_and_no_grounds() -> None:
    def layout(page: Typeset) -> None:
        for place, name in enumerate(NAMES):
            framed(page, (30, 300)[place % 2], 40 + 180 * (place // 2), name, gap=0)

    assert [heading for heading, _ in read(layout)] == ["Project alder", "Project cedar", "Project birch"]


def test_a_frame_that_a_rule_touches_is_no_ground() -> None:
    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "Project alder", HEADING)
        page.frames.append(BoundingBox(30, 60, 570, 180))
        page.rules.append(Rule(BoundingBox(30, 120, 570, 121)))
        page.column(LEFT, 70, 500, prose("alder", 20))
        page.column(LEFT, 130, 500, prose("birch", 20))

    assert read(layout) == [("Project alder", f"{prose('alder', 20)}\n\n{prose('birch', 20)}")]


def test_bars_behind_headings_may_jut_into_the_gutter() -> None:
    def layout(page: Typeset) -> None:
        for x, start, names in ((LEFT, 40, ("alder", "birch")), (302, 150, ("cedar", "dogwood"))):
            page.column(x, 40, WIDTH, prose(f"first{x:.0f}", 40)) if start > 40 else None
            for place, name in enumerate(names):
                top = start + 220 * place
                page.ground(x - 5, top, x + WIDTH, top + 20)
                page.line(x, top + 14, f"Project {name}", HEADING._replace(colour="#ffffff"))
                page.column(x, top + 28, WIDTH, prose(name, 80))

    assert [heading for heading, _ in read(layout)] == [f"Project {n}" for n in ("alder", "birch", "cedar", "dogwood")]


def test_columns_are_apart_although_their_gutter_is_narrower_than_the_type_is_high() -> None:
    def layout(page: Typeset) -> None:
        for x, name in ((LEFT, "alder"), (LEFT + 233, "birch")):  # 45 characters of 5 points, and 8 points of white
            for line in range(12):
                page.line(x, 50 + 12.5 * line, f"{name} {line:02} goes on in the districts, where once")

    ((_, text),) = read(layout)
    assert text.index("alder 11") < text.index("birch 00")


def test_loose_words_are_one_line_although_a_shorter_line_near_by_ends_below_them() -> None:
    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "and ended.")  # 50 points, where the second of the loose words ends
        page.line(LEFT, 62.5, "the work in the districts goes on there")  # 195 points, as far as they go
        for x, word in zip((40, 82.5, 115, 157.5, 200), ("what", "is", "done", "goes", "further"), strict=True):
            page.line(x, 87.5, word)
        page.line(LEFT, 100, "and it is shared with the neighbours all")

    assert "what is done goes further and it is shared" in read(layout)[0][1]


@pytest.mark.parametrize("next_word", ["Evening", "in"])
def test_a_pull_quote_is_set_apart_whether_or_not_it_interrupts_a_sentence(next_word: str) -> None:
    quote = TYPE._replace(size=15.0, italic=True, colour="#104080")
    before = prose("alder", 40) if next_word == "Evening" else prose("alder", 40).rstrip(".")

    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "Project alder", HEADING)
        end = page.column(LEFT, 60, WIDTH, before)
        page.line(LEFT, end + 20, "“We plan for ourselves”", quote)
        page.column(LEFT, end + 32, WIDTH, f"{next_word} {prose('birch', 40)}")

    sections = read(layout)
    assert [text for _, text in sections][1] == "“We plan for ourselves”"
    assert "“" not in sections[0][1]


def test_larger_type_without_quotation_marks_is_no_pull_quote() -> None:
    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "Project alder", HEADING)
        end = page.column(LEFT, 60, WIDTH, prose("alder", 40))
        page.line(LEFT, end + 20, "and this is why we plan,", TYPE._replace(size=11.5, italic=True))
        page.column(LEFT, end + 28, WIDTH, prose("birch", 40))

    assert ["and this is why we plan," in text for _, text in read(layout)] == [True]


def test_a_period_beside_a_table_is_none_of_its_figures() -> None:
    def layout(page: Typeset) -> None:
        for place, cells in enumerate((("Kind", "2019", "2020"), ("Core", "11.5", "22.5"), ("Other", "13.5", "24.5"))):
            for x, cell in zip((LEFT, 180, 240), cells, strict=True):
                page.line(x, 50 + 12.5 * place, cell)
        page.line(RIGHT, 50, "Period: 2019-2024")
        page.column(RIGHT, 67.4, WIDTH, prose("birch", 60))

    assert "Kind\t2019\t2020\nCore" in read(layout)[0][1]


def test_panel_in_the_margin_tears_no_text() -> None:
    """A dark panel beside two columns, over the height of which a short heading reaches across their gutter."""

    def layout(page: Typeset) -> None:
        page.column(40, 40, 170, prose("alder", 60))
        page.column(220, 40, 170, prose("birch", 60).replace("Birch", "birch", 1))
        page.line(40, 270, "What guides it", HEADING)
        page.column(40, 280, 170, prose("cedar", 60))
        page.column(220, 280, 170, prose("dogwood", 60).replace("Dogwood", "dogwood", 1))
        page.ground(410, 60, 580, 400, "#230050")
        page.line(420, 80, "In figures", HEADING._replace(colour="#ffffff"))
        page.column(420, 90, 150, prose("elder", 60), TYPE._replace(colour="#ffffff"))

    (front, upper), (guide, lower), (panel, inside) = read(layout)
    assert (front, guide, panel) == ("", "What guides it", "In figures")
    assert "alder" in upper and "birch" in upper and "cedar" not in upper
    assert "cedar" in lower and "dogwood" in lower and "birch" not in lower
    assert set(re.findall("alder|birch|cedar|dogwood|elder", inside)) == {"elder"}


def test_figure_that_is_set_large_stays_with_its_caption_in_a_band_of_them() -> None:
    def layout(page: Typeset) -> None:
        page.column(LEFT, 40, 500, prose("alder", 60))
        for x, figure, caption in (
            (50, "2.7 million people", "lack food in the north"),
            (250, "343,559 children", "are ill or weak"),
            (430, "80 per cent", "of the wells are dry"),
        ):
            page.line(x, 200, figure, HEADING)
            for place, words in enumerate((caption, "since the rains failed")):
                page.line(x + 5, 216 + 12.5 * place, words)

    text = read(layout)[0][1]
    assert "2.7 million people lack food in the north since the rains failed" in text
    assert "343,559 children are ill or weak since the rains failed" in text
    assert "80 per cent of the wells are dry since the rains failed" in text
