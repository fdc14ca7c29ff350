"""Balance sheets and statements of activities: labels with columns of figures that white parts, and rules over sums."""

from collections.abc import Sequence

import pytest

from pipeline.model import BoundingBox, Rule
from pipeline.segment import segment
from tests.segment.test_tables import BOLD, sections, tables
from tests.segment.typeset import ADVANCE, TYPE, Typeset, prose

# Rows of a statement: label, figures, how far below its first line they stand.
ASSETS = (
    ("Assets", ("2012", "2011"), 0),
    ("Cash at banks", ("1,205,310", "1,310,204"), 18),
    ("Grants receivable", ("801,660", "–"), 32),
    ("", ("2,006,970", "2,012,322"), 52),
)
LIABILITIES = (
    ("Liabilities", (), 84),
    ("Accounts payable", ("406,112", "310,987"), 102),
    ("Loans", ("600,501", "501,430"), 116),
    ("", ("1,006,613", "812,417"), 136),
)


def statement(page: Typeset, rows: Sequence[tuple[str, Sequence[str], float]], left: float = 40.0) -> None:
    """The rows, with rules above and below the sums, as wide as the columns of figures."""
    for label, figures, below in rows:
        style = BOLD if below in (0, 84) else TYPE
        if label:
            page.line(left, 100 + below, label, style)
        for place, figure in enumerate(figures):
            right(page, left + 190 + 70 * place, 100 + below, figure)
        if not label:
            for y in (88 + below, 104 + below):
                page.rules.append(Rule(BoundingBox(left + 140, y, left + 262, y + 0.5)))


def right(page: Typeset, x1: float, baseline: float, text: str) -> None:
    """A line that ends at a place."""
    page.line(x1 - ADVANCE * TYPE.size * len(text), baseline, text)


def cells(rows: Sequence[tuple[str, Sequence[str], float]]) -> list[list[str]]:
    return [[label, *(figures or ("", ""))] for label, figures, _ in rows]


def test_rules_over_sums_part_no_rows_and_the_parts_of_an_account_are_one_table() -> None:
    page = Typeset()
    statement(page, [*ASSETS, *LIABILITIES])
    assert tables(page) == [cells([*ASSETS, *LIABILITIES])]


def test_accounts_side_by_side_are_read_each_for_itself() -> None:
    page = Typeset()
    statement(page, [*ASSETS, *LIABILITIES])
    statement(page, [*LIABILITIES, ("Net assets", ("1,000,357", "1,199,905"), 160)], left=330)
    whole = [*ASSETS, *LIABILITIES]
    assert tables(page) == [cells(whole), cells([*LIABILITIES[1:], ("Net assets", ("1,000,357", "1,199,905"), 160)])]


def test_text_beside_an_account_is_none_of_its_labels() -> None:
    page = Typeset()
    page.column(40, 92, 150, prose("alder", 40))
    statement(page, ASSETS, left=250)
    assert tables(page) == [cells(ASSETS)]
    assert any(prose("alder", 40) in section.text for section in sections(page))


def test_accounts_with_the_same_labels_are_two() -> None:
    page = Typeset()
    again = [(label, figures, below + 80) for label, figures, below in ASSETS[1:]]
    statement(page, [*ASSETS, ("Second fund", (), 84), *again])
    assert [len(table) for table in tables(page)] == [4, 3]


def test_a_name_over_the_first_rows_stands_between_them_and_their_heads() -> None:
    page = Typeset()
    right(page, 230, 100, "2012")
    right(page, 300, 100, "2011")
    for place, (label, *figures) in enumerate(
        (("Revenue:",), ("Gifts", "$ 4,203", "$ 3,118"), ("Grants", "918,417", "$ -"), ("Fees", "63,803", "77,935"))
    ):
        page.line(40, 114 + 14 * place, label)
        for column, figure in enumerate(figures):
            right(page, 230 + 70 * column, 114 + 14 * place, figure)
    assert tables(page) == [
        [
            ["", "2012", "2011"],
            ["Revenue:", "", ""],
            ["Gifts", "$ 4,203", "$ 3,118"],
            ["Grants", "918,417", "$ -"],
            ["Fees", "63,803", "77,935"],
        ]
    ]


def test_a_dash_far_before_a_figure_is_a_cell_for_nothing() -> None:
    page = Typeset()
    for place, (label, none, figure) in enumerate((("Gifts", "14,676", "15,594"), ("Grants", "-", "3,056"))):
        page.line(40, 100 + 14 * place, label)
        right(page, 230, 100 + 14 * place, none)
        right(page, 300 - 38 * (none == "-"), 100 + 14 * place, figure)
    page.line(40, 128, "Fees")
    right(page, 230, 128, "-")
    page.line(236, 128, "7,111")
    right(page, 230, 142, "12")
    right(page, 300, 142, "13")
    page.line(40, 142, "Rent")
    assert ["Fees", "-", "7,111"] in tables(page)[0]


def test_the_title_of_the_page_heads_no_column() -> None:
    page = Typeset()
    page.line(180, 82, "Accounts", TYPE._replace(size=18.0))
    statement(page, ASSETS)
    assert tables(page) == [cells(ASSETS)]


def test_keys_of_a_chart_stand_before_labels() -> None:
    page = Typeset()
    for place, (label, figure, share) in enumerate(
        (("Schools for all", "$1,925.1", "70.0%"), ("Roads", "603.6", "22.0%"), ("Health", "208.8", "8.0%"))
    ):
        page.line(40, 100 + 16 * place, f"■ {label}")
        right(page, 240, 100 + 16 * place, figure)
        right(page, 300, 100 + 16 * place, share)
    (table,) = tables(page)
    assert [row[1:] for row in table] == [["$1,925.1", "70.0%"], ["603.6", "22.0%"], ["208.8", "8.0%"]]


def test_a_label_that_reaches_under_the_figures_keeps_its_own_cell() -> None:
    page = Typeset()
    for place, (label, figure) in enumerate(
        (("Grants", "$129,310,468"), ("Transfers of finished projects", "$68,478"), ("Total", "$129,378,946"))
    ):
        page.line(40, 100 + 14 * place, label)
        right(page, 240, 100 + 14 * place, figure)
    assert tables(page) == [
        [["Grants", "$129,310,468"], ["Transfers of finished projects", "$68,478"], ["Total", "$129,378,946"]]
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [(12, 12), (3, 12), (3, 3), (12, 3)],
    ids=["apart", "after the label", "in one line", "before the figure"],
)
def test_dots_that_lead_to_figures_are_furniture(before: float, after: float) -> None:
    page = Typeset()
    for place, (label, figure) in enumerate(
        (("Ireland", "4,200,000"), ("City of Vienna", "250,000"), ("Caritas", "45,000"))
    ):
        x, end = 40 + ADVANCE * TYPE.size * len(label) + before, 300 - ADVANCE * TYPE.size * len(figure) - after
        page.line(40, 100 + 14 * place, label)
        page.line(x, 100 + 14 * place, "." * int((end - x) / 5))
        right(page, x + 5 * int((end - x) / 5) + after + 5 * len(figure), 100 + 14 * place, figure)
    page.column(40, 180, 500, prose("alder", 60))
    assert tables(page) == [[["Ireland", "4,200,000"], ["City of Vienna", "250,000"], ["Caritas", "45,000"]]]
    furniture = segment(page.source(), "leaders").furniture
    assert len(furniture) == 3
    assert {part.reason for part in furniture} == {"leader dots"}


def test_three_dots_that_end_a_line_are_text() -> None:
    page = Typeset()
    page.column(40, 100, 500, prose("alder", 30) + " And so on ...")
    assert segment(page.source(), "dots").furniture == ()
