"""The tables of a text that comes without a form: rows of cells apart by a tab."""

import pytest

from pipeline.mentions.tables import LONGEST_LINE, has_digits, plain_form
from pipeline.model import Paragraph, Table


def form(text: str) -> list[str | tuple[list[str], list[str], int]]:
    """Paragraphs as their text; tables as heads, other cells and how many columns head their rows."""
    told: list[str | tuple[list[str], list[str], int]] = []
    for block in plain_form(text):
        if isinstance(block, Paragraph):
            told.append(text[block.span.start : block.span.end])
        elif isinstance(block, Table):
            kinds = ([c for c in block.cells if c.kind == "head"], [c for c in block.cells if c.kind != "head"])
            heads, others = ([text[c.span.start : c.span.end] for c in cells] for cells in kinds)
            told.append((heads, others, block.stub))
    return told


def table(text: str) -> Table:
    (block,) = (block for block in plain_form(text) if isinstance(block, Table))
    return block


def kinds(text: str) -> list[str]:
    return [cell.kind for cell in table(text).cells]


def test_paragraphs_are_apart_by_a_blank_line() -> None:
    assert form("One\ntwo.\n\nThree.") == ["One\ntwo.", "Three."]
    assert form("  One.  ") == ["One."]


def test_a_first_row_without_numbers_heads_the_others() -> None:
    assert form("Port\tMen\n\nAlba\t3") == [(["Port", "Men"], ["Alba", "3"], 1)]
    assert form("Port\tMen\nAlba\t3") == [(["Port", "Men"], ["Alba", "3"], 1)]
    assert form("Alba\t3\n\nBrin\t4") == [([], ["Alba", "3", "Brin", "4"], 1)]


@pytest.mark.parametrize("head", ["2020", "2019/20", "2020 (€’000)", "2020-2021", "€’000"])
def test_years_and_scales_are_digits_that_heads_have(head: str) -> None:
    assert form(f"Port\t{head}\n\nAlba\t3")[0][0] == ["Port", head]


@pytest.mark.parametrize("head", ["3", "1850", "2020.5", "12,000", "22020"])
def test_other_digits_are_those_of_values(head: str) -> None:
    assert form(f"Port\t{head}\n\nAlba\t3")[0][0] == []


def test_rows_of_years_below_the_heads_are_heads() -> None:
    assert form("Port\tMen\n\nYear\t2020*\n\nAlba\t3")[0][0] == ["Port", "Men", "Year", "2020*"]
    assert form("Port\t12 men\n\nYear\t2020\n\nAlba\t3")[0][0] == []


def test_heads_over_rows_with_one_cell_more_begin_after_the_labels() -> None:
    """The corner is missing, and the first year stands over the first value."""
    found = table("2020\t2021\n\nAlba\t3\t4")
    assert [(cell.column, cell.kind) for cell in found.cells] == [
        *((0, "head"), (1, "head"), (2, "head")),
        *((0, "cell"), (1, "cell"), (2, "cell")),
    ]
    assert found.heads(found.cells[4])[0].span.start == 0
    assert form("2020\t2021\n\nAlba\t3")[0][0] == ["2020", "2021"]


def test_a_row_of_another_width_fits_no_head() -> None:
    assert form("Port\tMen\n\nAlba\t3\n\nBrin\t4\t5\n\nCove\t6") == [
        (["Port", "Men"], ["Alba", "3"], 1),
        ([], ["Brin", "4", "5"], 1),
        (["Port", "Men"], ["Cove", "6"], 1),
    ]


def test_a_line_between_rows_heads_those_below_it() -> None:
    words = " ".join(["sea"] * LONGEST_LINE)
    assert LONGEST_LINE == 8
    assert form(f"Alba\t3\n\n{words}\n\nBrin\t4") == [([], ["Alba", "3", words, "Brin", "4"], 1)]
    longer = f"{words} too"
    assert form(f"Alba\t3\n\n{longer}\n\nBrin\t4") == [([], ["Alba", "3"], 1), longer, ([], ["Brin", "4"], 1)]
    assert form("Alba\t3\n\nSo it is.\n\nBrin\t4") == [([], ["Alba", "3"], 1), "So it is.", ([], ["Brin", "4"], 1)]


def test_what_follows_the_last_row_heads_nothing() -> None:
    assert form("Alba\t3\n\nAfter") == [([], ["Alba", "3"], 1)]


def test_the_paragraph_before_a_table_is_its_caption_unless_rows_differ() -> None:
    text = "In euros.\n\nAlba\t3\n\nBrin\t4"
    caption = table(text).caption
    assert caption and text[caption.start : caption.end] == "In euros."
    assert table("In euros.\n\nAlba\t3\n\nBrin\t4\t5").caption is None


@pytest.mark.parametrize(
    ("label", "is_total"),
    [("Total", True), ("Total:", True), ("Total for all", True), ("Totals", False), ("The total", False)],
)
def test_a_row_that_begins_with_the_word_for_a_total(label: str, is_total: bool) -> None:
    assert kinds(f"Port\tMen\n\nAlba\t3\n\n{label}\t4")[4:] == ["total" if is_total else "cell"] * 2


def test_a_column_whose_head_begins_with_the_word_for_a_total() -> None:
    assert kinds("Port\tMen\tTotal\n\nAlba\t3\t4") == ["head"] * 3 + ["cell", "cell", "total"]


def test_a_row_that_is_short_ends_in_a_wide_cell() -> None:
    text = "Alba\t3\t4\n\nMali"
    assert form(text) == [([], ["Alba", "3", "4"], 1)]
    found = table("Alba\t3\t4\n\nMali\n\nBrin\t5\t6")
    assert [(cell.column, cell.columns) for cell in found.cells if cell.row == 1] == [(0, 3)]


def test_a_line_of_text_beside_a_tab_is_no_table() -> None:
    assert form("Alba\t3\nand more") == ["Alba\t3\nand more"]
    assert form("\tIndented") == ["Indented"]


def test_digits() -> None:
    assert has_digits("a 5") and not has_digits("a V")
