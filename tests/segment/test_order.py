"""Reading order and headings on pages that each show one layout; every page is read in five orders of its lines."""

from dataclasses import replace

import pytest

from pipeline.model import BoundingBox, Boxes, Rule, Run, Source
from pipeline.segment import segment
from tests.segment.reading import LEFT, RIGHT, WIDTH, read, told
from tests.segment.typeset import HEADING, TYPE, Typeset, prose


def test_a_heading_across_two_columns_stands_before_both() -> None:
    def layout(page: Typeset) -> None:
        for top, name in ((40, "alder"), (300, "birch")):
            page.line(LEFT, top + 10, f"The {name} project in all the districts along the river", HEADING)
            page.column(LEFT, top + 30, WIDTH, prose(f"{name}left"))
            page.column(RIGHT, top + 30, WIDTH, prose(f"{name}right"))

    assert read(layout) == [
        ("The alder project in all the districts along the river", f"{prose('alderleft')}\n\n{prose('alderright')}"),
        ("The birch project in all the districts along the river", f"{prose('birchleft')}\n\n{prose('birchright')}"),
    ]


def test_a_short_heading_reaches_over_both_columns_if_they_begin_level_below_it() -> None:
    def layout(page: Typeset) -> None:
        for top, name in ((40, "alder"), (300, "birch")):
            page.line(LEFT, top + 10, f"Project {name}", HEADING)
            page.column(LEFT, top + 30, WIDTH, prose(f"{name}left"))
            page.column(RIGHT, top + 30, WIDTH, prose(f"{name}right"))

    assert [heading for heading, _ in read(layout)] == ["Project alder", "Project birch"]
    assert all(name in text for (_, text), name in zip(read(layout), ("alderright", "birchright"), strict=True))


@pytest.mark.parametrize(("gap", "reaches"), [(45, True), (15, False)])
def test_a_title_far_above_the_right_column_is_that_of_the_page(gap: int, reaches: bool) -> None:
    def layout(page: Typeset) -> None:
        page.line(RIGHT, 50, "Project alder", HEADING)
        page.column(RIGHT, 50 + gap, WIDTH, prose("birch"))
        page.column(LEFT, 100, WIDTH, prose("cedar"))

    headed = [("Project alder", f"{prose('cedar')}\n\n{prose('birch')}")]
    assert read(layout) == (headed if reaches else [("", prose("cedar")), ("Project alder", prose("birch"))])


def test_a_heading_within_a_column_leaves_the_next_column_alone() -> None:
    def layout(page: Typeset) -> None:
        end = page.column(LEFT, 40, WIDTH, prose("alder", 60))
        page.line(LEFT, end + 30, "Project birch", HEADING)
        page.column(LEFT, end + 40, WIDTH, prose("birch"))
        page.column(RIGHT, 40, WIDTH, prose("cedar", 150))

    assert read(layout) == [("", prose("alder", 60)), ("Project birch", f"{prose('birch')}\n\n{prose('cedar', 150)}")]


def test_three_columns_of_unequal_width_are_read_from_left_to_right() -> None:
    def layout(page: Typeset) -> None:
        for x, width, name in ((40, 100, "alder"), (160, 170, "birch"), (350, 210, "cedar")):
            page.line(x, 50, f"On {name}", HEADING)
            page.column(x, 62, width, prose(name, 40))

    assert read(layout) == [(f"On {name}", prose(name, 40)) for name in ("alder", "birch", "cedar")]


def test_a_sentence_goes_on_at_the_top_of_the_next_column() -> None:
    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "Project alder", HEADING)
        words = prose("alder", 80).split()
        page.column(LEFT, 70, WIDTH, " ".join(words[:50]))
        page.column(RIGHT, 70, WIDTH, " ".join(words[50:]))

    assert read(layout) == [("Project alder", prose("alder", 80))]


def test_a_panel_is_read_for_itself_and_its_title_is_none_of_the_heading_beside_it() -> None:
    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "Project alder", HEADING)
        page.ground(300, 30, 580, 400, "#201050")
        page.line(RIGHT, 50, "Project birch", HEADING._replace(colour="#ffffff"))
        page.column(RIGHT, 70, WIDTH, prose("birch", 60), TYPE._replace(colour="#ffffff"))
        page.column(LEFT, 70, WIDTH, prose("alder", 60))

    assert read(layout) == [("Project alder", prose("alder", 60)), ("Project birch", prose("birch", 60))]


def test_the_text_around_a_panel_goes_on_after_it() -> None:
    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "Project alder", HEADING)
        end = page.column(LEFT, 70, 520, prose("alder", 50))
        page.ground(30, end + 20, 570, end + 90)
        page.line(LEFT, end + 40, "Elsewhere", HEADING)
        page.column(LEFT, end + 50, 500, prose("birch"))
        page.column(LEFT, end + 110, 520, prose("cedar"))

    assert read(layout) == [
        ("Project alder", f"{prose('alder', 50)}\n\n{prose('cedar')}"),
        ("Elsewhere", prose("birch")),
    ]


@pytest.mark.parametrize("ground", [True, False], ids=["on grounds", "on white"])
def test_a_grid_of_cards_is_read_row_by_row(ground: bool) -> None:
    names = ["alder", "birch", "cedar", "dogwood"]

    def layout(page: Typeset) -> None:
        for place, name in enumerate(names):
            x, top = (LEFT, RIGHT)[place % 2], 40 + 200 * (place // 2)
            if ground:
                page.ground(x - 10, top - 10, x + 250, top + 180)
            page.line(x, top + 10, f"Project {name}", HEADING)
            page.column(x, top + 20, 230, prose(name, 20 + 10 * place))

    assert read(layout) == [(f"Project {name}", prose(name, 20 + 10 * n)) for n, name in enumerate(names)]


def test_text_beside_a_picture_goes_on_below_it() -> None:
    def layout(page: Typeset) -> None:
        for top, name in ((40, "alder"), (260, "birch")):
            page.line(LEFT, top + 10, f"Project {name}", HEADING)
            page.pictures.append(BoundingBox(LEFT, top + 20, 170, top + 120))
            words = prose(name, 120).split()
            page.column(190, top + 20, 380, " ".join(words[:80]))
            page.column(LEFT, top + 130, 530, " ".join(words[80:]))

    assert read(layout) == [(f"Project {name}", prose(name, 120)) for name in ("alder", "birch")]


def test_a_rule_across_both_columns_ends_them() -> None:
    def layout(page: Typeset) -> None:
        for top, name in ((40, "alder"), (200, "birch")):
            page.column(LEFT, top, WIDTH, prose(f"{name}left"))
            page.column(RIGHT, top, WIDTH, prose(f"{name}right"))
        page.rules.append(Rule(BoundingBox(LEFT, 180, 560, 181)))

    names = ("alderleft", "alderright", "birchleft", "birchright")
    assert read(layout) == [("", "\n\n".join(prose(name) for name in names))]


def test_a_table_of_figures_is_read_row_by_row_although_its_columns_line_up_with_those_of_the_text() -> None:
    rows = [("Year", "Core", "Total"), ("2019", "5.1", "12.4"), ("2020", "5.3", "13.3"), ("2021", "5.5", "13.6")]

    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "What the donor contributes", HEADING)
        for place, row in enumerate(rows):
            for x, cell in zip((LEFT, 180, RIGHT), row, strict=True):
                page.line(x, 80 + 14 * place, cell)
        page.line(LEFT, 170, "Project alder", HEADING)
        page.column(LEFT, 180, WIDTH, prose("alder"))
        page.column(RIGHT, 160, WIDTH, prose("birch", 60))

    heading, text = read(layout)[0]
    assert heading == "What the donor contributes"
    assert text == "\n".join("\t".join(row) for row in rows)


def test_labels_stay_with_their_values() -> None:
    cards = [("Organisations", "8.1 / 15"), ("Finance", "7.2 / 25"), ("Projects", "9.9 / 20"), ("Results", "9.1 / 20")]
    label = TYPE._replace(colour="#999999")

    def layout(page: Typeset) -> None:
        for place, (name, value) in enumerate(cards):
            x, baseline = (LEFT, RIGHT)[place % 2], 60 + 80 * (place // 2)
            page.line(x, baseline, name, label)
            page.line(x, baseline + 15, value, TYPE._replace(size=12.0))

    first, second, third, fourth = map(" ".join, cards)
    assert read(layout) == [("", f"{first}\t{second}\n{third}\t{fourth}")]


def test_a_heading_at_the_end_of_a_column_is_that_of_the_text_below_both_columns() -> None:
    def layout(page: Typeset) -> None:
        page.column(LEFT, 40, WIDTH, prose("alder", 40))
        page.column(RIGHT, 40, WIDTH, prose("birch", 40))
        page.line(LEFT, 180, "Project cedar", HEADING)
        page.column(LEFT, 190, 520, prose("cedar", 60))

    assert read(layout) == [
        ("", f"{prose('alder', 40)}\n\n{prose('birch', 40)}"),
        ("Project cedar", prose("cedar", 60)),
    ]


def test_turned_text_is_set_apart() -> None:
    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "Project alder", HEADING)
        page.column(LEFT, 60, WIDTH, prose("alder"))

    page = Typeset()
    layout(page)
    upwards = TYPE._replace(rotation=270)
    tab = Typeset()
    tab.line(0, 0, "Annex one", upwards)
    turned = (
        Run(letter.text, Boxes([580], [400 - letter.box.x1], [590], [400 - letter.box.x0]), 590, upwards)
        for letter in tab.page().characters()
    )
    page.lines.insert(0, tuple(turned))
    sections = segment(page.source(), "layout").sections
    assert told(sections) == [("Project alder", prose("alder")), ("", "Annex one")]
    assert [section.kind for section in sections] == ["project", "other"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_with_its_text_turned_is_read_upright(turn: int) -> None:
    """As a wide table on an upright page; places are told as the page is shown."""
    page = Typeset()
    page.line(LEFT, 50, "Project alder", HEADING)
    page.column(LEFT, 60, 250, prose("alder"))
    page.column(320, 60, 250, prose("birch"))
    page.line(LEFT, 500, "Project cedar", HEADING)
    page.column(LEFT, 510, 250, prose("cedar"))
    straight = page.page()
    width, height = straight.width, straight.height
    turned = [
        letter._replace(boxes=letter.boxes.turned(turn, width, height), style=letter.style._replace(rotation=turn))
        for run in straight.runs
        for letter in (run.part(at, at + 1) for at in range(len(run.text)))
    ]
    size = {"width": height, "height": width} if turn != 180 else {}
    found = segment(Source((replace(straight, runs=tuple(turned), **size),)), "layout").sections
    expected = segment(page.source(), "layout").sections
    assert told(found) == told(expected)
    for section, same in zip(found, expected, strict=True):
        boxes = [placed.box.turned(turn, width, height) for placed in same.boxes()]
        assert [placed.box for placed in section.boxes()] == [pytest.approx(box) for box in boxes]


def test_side_headings_stand_before_the_text_beside_them() -> None:
    names = ("alder", "birch", "cedar")

    def layout(page: Typeset) -> None:
        for place, name in enumerate(names):
            page.line(40, 60 + 120 * place, f"On {name}", HEADING._replace(size=10.0))
            page.column(190, 52.4 + 120 * place, 370, prose(name, 60))

    assert read(layout) == [(f"On {name}", prose(name, 60)) for name in names]


@pytest.mark.parametrize("striped", [True, False], ids=["stripes", "rules"])
def test_a_table_with_cells_of_several_lines_is_read_cell_by_cell(striped: bool) -> None:
    head = ("Project", "Country", "Budget")
    rows = [
        (("Fair recruitment for", "domestic workers"), ("Nepal",), ("US$ 2 million",)),
        (("Skills",), ("Lao PDR and", "Viet Nam"), ("EUR 900,000",)),
        (("Labour statistics in", "the districts"), ("Mali",), ("US$ 1 million",)),
        (("Green jobs",), ("Fiji",), ("EUR 1 million",)),
        (("Safety and health",), ("Jordan",), ("US$ 3 million",)),
    ]

    def layout(page: Typeset) -> None:
        page.column(LEFT, 40, 500, prose("alder", 80))
        for x, cell in zip((40, 200, 330), head, strict=True):
            page.line(x, 195, cell, TYPE._replace(bold=True))
        for place, row in enumerate(rows):
            top = 200 + 40 * place
            if not striped:
                page.rules += [Rule(BoundingBox(36, y, 450, y + 0.5)) for y in (top, top + 40)]
            elif place % 2 == 0:
                page.ground(36, top, 450, top + 40)
            for x, cell in zip((40, 200, 330), row, strict=True):
                for line, text in enumerate(cell):
                    page.line(x, top + 14 + 12 * line, text)

    table = "\n".join("\t".join(" ".join(cell) for cell in row) for row in rows)
    heads = "\t".join(head)
    assert read(layout) == [("", f"{prose('alder', 80)}\n\n{heads}\n{table}")]


def test_what_stands_beside_each_section_stays_with_it() -> None:
    def layout(page: Typeset) -> None:
        for top, name in ((40, "alder"), (180, "birch"), (320, "cedar")):
            page.line(LEFT, top + 10, f"Project {name}", HEADING)
            page.column(LEFT, top + 20, 340, prose(name, 40))
            page.column(420, top + 8, 140, f"Run by {name} and others in {name} since then.")

    assert read(layout) == [
        (f"Project {name}", f"{prose(name, 40)}\n\nRun by {name} and others in {name} since then.")
        for name in ("alder", "birch", "cedar")
    ]


def test_headings_that_are_level_by_chance_are_those_of_columns() -> None:
    def layout(page: Typeset) -> None:
        for x, words in ((LEFT, (30, 30, 30)), (RIGHT, (30, 90))):
            top = 40.0
            for place, count in enumerate(words):
                page.line(x, top + 10, f"Project {'ab'[x > LEFT]}{place}", HEADING)
                top = page.column(x, top + 16, WIDTH, prose(f"{'ab'[x > LEFT]}{place}", count)) + 12

    assert [heading for heading, _ in read(layout)] == [f"Project {name}" for name in ("a0", "a1", "a2", "b0", "b1")]


def test_a_subtitle_reaches_over_the_columns_along_with_its_heading() -> None:
    def layout(page: Typeset) -> None:
        for top, name in ((40, "alder"), (300, "birch")):
            page.line(LEFT, top + 10, f"Project {name}", HEADING)
            page.line(LEFT, top + 24, f"In the valley of {name} since 2019", TYPE._replace(italic=True))
            page.column(LEFT, top + 40, WIDTH, prose(f"{name}left"))
            page.column(RIGHT, top + 40, WIDTH, prose(f"{name}right"))

    for (heading, text), name in zip(read(layout), ("alder", "birch"), strict=True):
        assert heading == f"Project {name}"
        assert text.index("valley") < text.lower().index(f"{name}left") < text.lower().index(f"{name}right")


def test_a_heading_does_not_reach_over_a_column_that_has_one_of_its_own_there() -> None:
    def layout(page: Typeset) -> None:
        for x, name, words in ((LEFT, "alder", 40), (RIGHT, "birch", 30)):
            page.column(x, 40, WIDTH, prose(name, words))
        page.line(LEFT, 160, "Project cedar", HEADING)
        page.column(LEFT, 176, WIDTH, prose("cedar"))
        page.line(RIGHT, 176 + 7.6, "Project dogwood", HEADING)
        page.column(RIGHT, 200, WIDTH, prose("dogwood"))

    assert read(layout) == [
        ("", prose("alder", 40)),
        ("Project cedar", f"{prose('cedar')}\n\n{prose('birch')}"),
        ("Project dogwood", prose("dogwood")),
    ]


def test_the_last_line_of_a_column_stays_in_it_although_other_columns_follow_below() -> None:
    def layout(page: Typeset) -> None:
        words = prose("alder", 61).split()
        page.column(LEFT, 40, WIDTH, " ".join(words))
        page.column(RIGHT, 40, WIDTH, prose("birch", 40))
        for x, name in ((LEFT, "cedar"), (LEFT + 190, "dogwood"), (LEFT + 380, "elder")):
            page.column(x, 300, 160, prose(name, 60))

    assert read(layout) == [
        (
            "",
            "\n\n".join(
                [prose("alder", 61), prose("birch", 40), *(prose(n, 60) for n in ("cedar", "dogwood", "elder"))]
            ),
        )
    ]


def test_loose_lines_of_justified_text_are_read_along_not_down() -> None:
    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "the work in the districts")  # 25 characters of 5 points: 125 points
        for baseline, words in ((62.5, ("where", "people", "found")), (75, ("that", "plans", "begun"))):
            gap = (125 - sum(5 * len(word) for word in words)) / 2
            x = LEFT
            for word in words:
                page.line(x, baseline, word)
                x += 5 * len(word) + gap
        page.line(LEFT, 87.5, "have changed the day here")
        page.column(RIGHT, 42, WIDTH, prose("birch", 60))

    text = "the work in the districts where people found that plans begun have changed the day here"
    assert read(layout)[0][1].startswith(text)


def test_side_headings_close_to_each_other_stand_before_their_own_texts() -> None:
    def layout(page: Typeset) -> None:
        for top, lines, name in (
            (40, ("Project alder", "of the high", "valley"), "alder"),
            (86, ("Project birch",), "birch"),
        ):
            for place, line in enumerate(lines):
                page.line(LEFT, top + 10 + 13 * place, line, HEADING._replace(size=11.0))
            page.column(180, top + 2.4, 380, prose(name, 40 if name == "birch" else 20))

    assert [heading for heading, _ in read(layout)] == ["Project alder of the high valley", "Project birch"]


PROJECTS = (
    ("Alder and birch", "EUR 4.4 million", "2018-2019", "It brings skills to the valleys and the hills of the north."),
    ("Cedar", "EUR 17 million", "2020-2023", "It brings water to schools, and to the people around them."),
    ("Dogwood for all", "US$ 30.3 million", "2019-2022", "It brings roads to markets that had none before it began."),
)


def test_a_table_without_rules_is_read_row_by_row_although_its_cells_run_on() -> None:
    def layout(page: Typeset) -> None:
        page.column(LEFT, 40, 520, prose("alder", 60))
        for x, head in zip((40, 140, 230, 320), ("Project", "Sum", "Years", "Aim"), strict=True):
            page.line(x, 160, head, TYPE._replace(font="Sans-Bold", bold=True))
        for place, cells in enumerate(PROJECTS):
            for x, width, cell in zip((40, 140, 230, 320), (60, 50, 60, 130), cells, strict=True):
                page.column(x, 176 + 60 * place, width, cell)

    ((_, text),) = read(layout)
    assert text.split("\n\n")[1].split("\n") == ["Project\tSum\tYears\tAim", *map("\t".join, PROJECTS)]


def test_three_cards_beside_each_other_are_no_table() -> None:
    def layout(page: Typeset) -> None:
        for place in range(6):
            x, top = 40 + 180 * (place % 3), 40 + 180 * (place // 3)
            page.line(x, top + 10, f"Project {place}", HEADING)
            page.column(x, top + 30, 160, prose(f"first{place}", 9))
            page.column(x, top + 90, 160, prose(f"second{place}", 9))

    assert read(layout) == [
        (f"Project {place}", f"{prose(f'first{place}', 9)}\n\n{prose(f'second{place}', 9)}") for place in range(6)
    ]
