"""What tells tables, facts and headings, a little below each threshold and a little above; type is of 10 points."""

from collections.abc import Sequence

import pytest

from pipeline.model import BoundingBox, Facts, Rule, Table
from pipeline.segment import segment
from pipeline.segment.pairs import Pair, pairs
from pipeline.segment.statistics import statistics
from pipeline.segment.tables.across import is_row
from pipeline.segment.tables.figures import with_labels
from pipeline.segment.tables.lattice import _places as places_of
from tests.segment.test_accounts import right
from tests.segment.test_thresholds import found_lines
from tests.segment.typeset import ADVANCE, HEADING, TYPE, Typeset, document, prose

BOLD = TYPE._replace(bold=True)


def grids(page: Typeset) -> list[Table]:
    blocks = (block for section in segment(page.source(), "form").sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Table)]


def rows(page: Typeset, baselines: Sequence[float]) -> None:
    for place, baseline in enumerate(baselines):
        page.line(40, baseline, f"Fund {'abcdefg'[place]}")
        right(page, 230, baseline, f"{place + 1},205,310")
        right(page, 300, baseline, f"{place + 2},310,204")


def told(page: Typeset) -> list[tuple[str, str]]:
    """The facts that type and place show, of lines in the order in which they are drawn."""
    lines = sorted(found_lines(page), key=lambda line: (line.baseline, line.box.x0))
    return [
        (" ".join(line.text for line in part.label), " ".join(line.text for line in part.value))
        for part in pairs(lines)
        if isinstance(part, Pair)
    ]


@pytest.mark.parametrize(("apart", "count"), [(41.0, 3), (43.0, 2)])
def test_rows_of_figures_are_no_further_apart_than_a_few_lines(apart: float, count: int) -> None:
    page = Typeset()
    rows(page, (100, 114))
    page.line(40, 114 + apart, "Loans")
    right(page, 230, 114 + apart, "1,000,000")
    assert max(table.rows for table in grids(page)) == count


@pytest.mark.parametrize(("above", "heads"), [(31.0, 1), (34.0, 0)])
def test_heads_stand_within_two_lines_above_figures(above: float, heads: int) -> None:
    page = Typeset()
    rows(page, (140, 154))
    for x in (230, 300):
        right(page, x, 140 - above, "Spent")
    (table,) = grids(page)
    assert sum(cell.kind == "head" and bool(cell.span) for cell in table.cells) == 2 * heads


@pytest.mark.parametrize(("size", "heads"), [(14.5, 2), (15.5, 0)])
def test_heads_are_no_half_larger_than_figures(size: float, heads: int) -> None:
    page = Typeset()
    rows(page, (140, 154))
    style = TYPE._replace(size=size)
    for x in (230, 300):
        page.line(x - 4 * ADVANCE * size, 122, "Cash", style)
    assert sum(cell.kind == "head" and bool(cell.span) for table in grids(page) for cell in table.cells) == heads


@pytest.mark.parametrize(("words", "count"), [(6, 1), (7, 2)])
def test_the_name_of_a_part_of_an_account_has_six_words(words: int, count: int) -> None:
    page = Typeset()
    rows(page, (100, 114))
    page.line(40, 150, " ".join(["Part", *["of"] * (words - 1)]), BOLD)
    for place, baseline in enumerate((186, 200)):
        page.line(40, baseline, f"Loan {'xy'[place]}")
        right(page, 230, baseline, "1,205,310")
        right(page, 300, baseline, "1,310,204")
    assert len(grids(page)) == count


@pytest.mark.parametrize(("gap", "count"), [(58.0, 1), (62.0, 2)])
def test_parts_of_an_account_and_their_names_are_near(gap: float, count: int) -> None:
    page = Typeset()
    rows(page, (100, 114))
    page.line(40, 114 + gap, "Part", BOLD)
    for place, baseline in enumerate((134 + gap, 148 + gap)):
        page.line(40, baseline, f"Loan {'xy'[place]}")
        right(page, 230, baseline, "1,205,310")
        right(page, 300, baseline, "1,310,204")
    assert len(grids(page)) == count


@pytest.mark.parametrize(("gap", "count"), [(18.0, 1), (18.4, 0)])
def test_a_caption_stands_close_below_its_figure(gap: float, count: int) -> None:
    page = Typeset()
    page.line(40, 100, "1,250", BOLD._replace(size=14.0))
    page.line(40, 103.36 + 7.6 + gap, "Households")
    assert len(told(page)) == count


@pytest.mark.parametrize(("gap", "count"), [(41.0, 1), (43.0, 0)])
def test_a_caption_stands_close_beside_its_figure(gap: float, count: int) -> None:
    page = Typeset()
    page.line(40, 100, "1,250", BOLD._replace(size=14.0))
    page.line(40 + 5 * 7 + gap, 100, "Households")
    assert len(told(page)) == count


@pytest.mark.parametrize(("size", "count"), [(11.3, 1), (11.1, 0)])
def test_a_figure_set_large_is_an_eighth_larger_than_its_caption(size: float, count: int) -> None:
    page = Typeset()
    page.line(40, 100, "1,250", BOLD._replace(size=size))
    page.line(40, 112, "Households")
    page.line(40, 160, "Other words of a text")
    assert len(told(page)) == count


@pytest.mark.parametrize(("words", "count"), [(8, 1), (9, 0)])
def test_a_caption_has_eight_words_at_most(words: int, count: int) -> None:
    page = Typeset()
    page.line(40, 100, "1,250", BOLD._replace(size=14.0))
    page.line(40, 114, " ".join(["Homes", *["in"] * (words - 1)]))
    assert len(told(page)) == count


@pytest.mark.parametrize(("count", "words", "facts"), [(3, 14, 3), (2, 14, 0), (3, 15, 0)])
def test_three_labels_in_a_row_with_short_values_are_facts(count: int, words: int, facts: int) -> None:
    page = Typeset()
    label = TYPE._replace(size=8.0, colour="#104080")
    for place in range(count):
        page.line(40, 100 + 40 * place, f"Valley {'abc'[place]}", label)
        page.line(40, 111 + 40 * place, " ".join(["Union", *["of"] * (words - 1)]))
    assert len(told(page)) == facts


@pytest.mark.parametrize(("gap", "count"), [(19.0, 2), (21.0, 0)])
def test_a_name_stands_within_an_em_above_its_figure(gap: float, count: int) -> None:
    page = Typeset()
    for x in (100, 200):
        page.line(x, 100, "Returnees", BOLD)
        page.line(x + 10, 100 + gap, "1,250")
    assert len(statistics(found_lines(page))) == count


@pytest.mark.parametrize(("off", "count"), [(7.0, 2), (9.0, 0)])
def test_a_name_is_centred_over_its_figure(off: float, count: int) -> None:
    page = Typeset()
    for x in (100, 200):
        page.line(x, 100, "Returnees", BOLD)
        page.line(x + 10 + off, 113, "1,250")
    assert len(statistics(found_lines(page))) == count


@pytest.mark.parametrize(("words", "found"), [(30, True), (31, False)])
def test_a_heading_has_thirty_words_at_most(words: int, found: bool) -> None:
    page = Typeset()
    end = page.column(40, 40, 500, " ".join(["Wells", *["of"] * (words - 1)]), HEADING)
    page.column(40, end + 4, 500, prose("alder", 60))
    assert bool(segment(page.source(), "form").sections[0].heading) is found


@pytest.mark.parametrize(("count", "found"), [(7, True), (8, False)])
def test_a_heading_has_seven_lines_at_most(count: int, found: bool) -> None:
    page = Typeset()
    for place in range(count):
        page.line(40, 50 + 16 * place, "Better wells", HEADING)
    page.column(40, 50 + 16 * count, 500, prose("alder", 60))
    assert bool(segment(page.source(), "form").sections[0].heading) is found


@pytest.mark.parametrize(
    ("line", "found"), [("Wells are in use", True), ("Wells in use", False), ("Wells In Much Use", False)]
)
def test_the_text_below_a_heading_has_four_words_two_of_them_small(line: str, found: bool) -> None:
    page = Typeset()
    page.line(40, 60, "Better water", HEADING)
    page.line(40, 80, line)
    assert (segment(page.source(), "form").sections[0].heading == "Better water") is found


@pytest.mark.parametrize(("words", "count"), [(8, 4), (9, 3)])
def test_the_name_of_rows_between_rules_has_eight_words_at_most(words: int, count: int) -> None:
    page = Typeset()
    rows = (
        ("Seeds", "Mali", "N"),
        (" ".join(["West", *["of"] * (words - 1)]),),
        ("Courts", "Niger", "N"),
        ("Wells", "Chad", "S"),
    )
    for place, row in enumerate((*rows, ("Stoves", "Togo", "W"))):
        for x, text in zip((40, 240, 290), row, strict=False):
            page.line(x, 112 + 18 * place, text)
    page.rules += [Rule(BoundingBox(36, 100 + 18 * at, 310, 100.6 + 18 * at)) for at in range(6)]
    assert max(table.rows for table in grids(page)) == count + (words == 8)


def test_a_fact_of_a_table_is_none_of_its_rows() -> None:
    page = Typeset()
    rows(page, (100, 114))
    blocks = [block for section in segment(page.source(), "form").sections for block in section.blocks]
    assert not any(isinstance(block, Facts) for block in blocks)


@pytest.mark.parametrize(("figure", "count"), [("1,250", 2), ("1,250 km", 2), ("1,250 k m", 0)])
def test_a_figure_below_its_name_has_two_words_at_most(figure: str, count: int) -> None:
    page = Typeset()
    for x in (100, 250):
        page.line(x, 100, "Length of all roads", BOLD)
        page.line(x + 47.5 - 2.5 * len(figure), 113, figure)
    assert len(statistics(found_lines(page))) == count


@pytest.mark.parametrize(
    ("values", "are_facts"),
    [
        (("12", "Mali", "14"), True),
        (("12", "Mali", "14", "16"), False),
    ],
)
def test_labels_stand_beside_values_of_which_less_than_three_quarters_are_figures(
    values: Sequence[str], are_facts: bool
) -> None:
    page = Typeset()
    for place, value in enumerate(values):
        page.line(44, 113 + 20 * place, f"Pump {'abcd'[place]}")
        page.line(144, 113 + 20 * place, value)
    page.frames += [
        BoundingBox(x, 100 + 20 * place, x + 100, 120 + 20 * place) for x in (40, 140) for place in range(len(values))
    ]
    (section,) = segment(page.source(), "form").sections
    assert [isinstance(block, Facts) for block in section.blocks] == [are_facts]


@pytest.mark.parametrize(("gap", "count"), [(3.4, 2), (3.6, 3)])
def test_the_next_line_of_a_label_is_nearer_than_the_next_row(gap: float, count: int) -> None:
    """Rows are 18 points apart; three quarters of that are a line and 3.5 points."""
    page = Typeset()
    for place, name in enumerate(("Seeds", "Wells")):
        page.line(40, 100 + 18 * place, name)
        right(page, 200, 100 + 18 * place, f"1,20{place}")
    page.line(40, 128 + gap, "and pumps")
    lines = sorted(found_lines(page), key=lambda line: (line.baseline, line.box.x0))
    assert len(with_labels([[lines[1]], [lines[3]]], [lines[0], lines[2], lines[4]])) == count


@pytest.mark.parametrize(("off", "are_cells"), [(2.9, True), (3.1, False)])
def test_cells_of_one_line_and_of_two_have_one_middle(off: float, are_cells: bool) -> None:
    page = Typeset()
    page.line(40, 100, "Mali")
    for baseline in (90, 110):
        page.line(140, baseline + off, "Wells and pumps")
    assert is_row(found_lines(page)) is are_cells


@pytest.mark.parametrize(("gap", "heads"), [(19.0, 3), (21.0, 0)])
def test_heads_stand_within_two_lines_above_a_table_between_rules(gap: float, heads: int) -> None:
    page = Typeset()
    for place, row in enumerate((("Seeds", "Mali", "Open"), ("Wells", "Chad", "Shut"), ("Pumps", "Togo", "Open"))):
        for x, text in zip((40, 140, 240), row, strict=True):
            page.line(x, 152 + 18 * place, text)
    for x, text in ((40, "Work"), (140, "Country"), (240, "State")):
        page.line(x, 142 - gap, text, BOLD)
    page.rules += [Rule(BoundingBox(36, 140 + 18 * at, 310, 140.6 + 18 * at)) for at in range(4)]
    (table,) = grids(page)
    assert sum(cell.kind == "head" for cell in table.cells) == heads


@pytest.mark.parametrize(("apart", "count"), [(6.4, 1), (6.6, 2)])
def test_no_column_of_a_grid_is_narrower_than_a_letter(apart: float, count: int) -> None:
    assert len(places_of([100.0, 100.0 + apart])) == count


@pytest.mark.parametrize(("shift", "count"), [(14.0, 1), (16.0, 2)])
def test_a_table_goes_on_over_the_page_if_its_columns_stand_at_the_same_places(shift: float, count: int) -> None:
    pages = [Typeset(), Typeset()]
    for number, page in enumerate(pages):
        x = number * shift
        for place in range(3):
            page.line(40 + x, 100 + 14 * place, f"Fund {'abcdef'[3 * number + place]}")
            right(page, 230 + x, 100 + 14 * place, f"{place + 1},205,310")
            right(page, 300 + x, 100 + 14 * place, f"{place + 2},310,204")
    blocks = [block for section in segment(document(*pages), "form").sections for block in section.blocks]
    assert [block.rows for block in blocks if isinstance(block, Table)] == ([6] if count == 1 else [3, 3])
