"""Tables and sections that go on over pages."""

from dataclasses import replace

import pytest

from pipeline.model import Furniture
from pipeline.segment.headings import Heading
from pipeline.segment.paragraphs import Piece
from pipeline.segment.sections import Draft
from pipeline.segment.tables.cells import Cell, Table, table
from pipeline.segment.tables.continued import AGAIN, HEADING_AGAIN, _goes_on, _pieces, with_whole_tables
from tests.segment.records import by_row, cell, cells, line, shown

HEADS = "*Donor | *Paid | *Left"


def made(*rows: str) -> Table:
    return table(cells(*rows))


FIRST = made(HEADS, "Mali | 12 | 5", "Chad | 13 | 6")


def at(*places: float) -> Table:
    """A table of one row whose words begin at these places."""
    return table([Cell((line("12", x),), 0, column) for column, x in enumerate(places)])


@pytest.mark.parametrize(
    ("following", "goes_on"),
    [
        pytest.param(made("Togo | 7 | 8"), True, id="the same columns"),
        pytest.param(made("Togo | 7"), False, id="fewer columns"),
        pytest.param(at(0, 100, 200), True, id="at the same edges"),
        pytest.param(at(14.5, 100, 200), True, id="less than an em and a half off"),
        pytest.param(at(0, 115, 200), False, id="a column an em and a half off on both sides"),
        pytest.param(at(0, 85, 200), False, id="a column further left"),
        pytest.param(at(0, 500, 200), False, id="a column far off"),
    ],
)
def test_a_table_goes_on_in_the_same_columns(following: Table, goes_on: bool) -> None:
    assert _goes_on(at(0, 100, 200), following) is goes_on


def test_columns_end_at_one_edge_as_well() -> None:
    wide = table([Cell((line(text, x),), 0, n) for n, (text, x) in enumerate((("12", 0), ("a" * 20, 15), ("12", 200)))])
    assert _goes_on(at(0, 105, 200), wide)
    assert not _goes_on(at(0, 120, 200), wide)


def test_the_same_heads_go_on_wherever_they_stand() -> None:
    moved = [
        Cell(tuple(line(each.text, each.box.x0 + 50) for each in one.lines), one.row, one.column)
        for one in cells("Donor | Paid | Left", "Togo | 7 | 8")
    ]
    assert _goes_on(made("Donor | Paid | Left", "Mali | 12 | 5"), table(moved))
    assert not _goes_on(made("Donor | Paid | Kept", "Mali | 12 | 5"), table(moved))
    assert not _goes_on(at(0, 100, 200), at(50, 150, 250))


def test_a_column_without_words_of_its_own_goes_on_anywhere() -> None:
    assert _goes_on(at(0, 100, 200), made("| 7 |", "Of all →2 | 8"))
    assert _goes_on(made("| 7 |", "Of all →2 | 8"), at(60, 100, 200))


def read(*pieces: tuple[int, str | Table]) -> tuple[list[list[str] | str], list[tuple[int, str]]]:
    """What tables show and lines say, and the furniture with its page."""
    furniture: list[Furniture] = []
    kept = _pieces([Piece(page, line(item) if isinstance(item, str) else item) for page, item in pieces], furniture)
    assert {each.reason for each in furniture} <= {AGAIN}
    return (
        [shown(each.item) if isinstance(each.item, Table) else each.item.text for each in kept],
        [(each.page, each.text) for each in furniture],
    )


SECOND = made(HEADS, "Togo | 7 | 8")
PAID = ["Togo | 7 | 8"]


def test_heads_that_come_back_on_the_next_page_are_furniture() -> None:
    assert read((1, FIRST), (2, SECOND)) == ([shown(FIRST), PAID], [(2, "Donor"), (2, "Paid"), (2, "Left")])
    assert read((1, FIRST), (2, made("Togo | 7 | 8"))) == ([shown(FIRST), PAID], [])


def test_heads_stay_where_a_table_does_not_go_on() -> None:
    for pieces in ([(1, FIRST), (1, SECOND)], [(1, FIRST), (1, "Of all"), (2, SECOND)], [(1, "Of all"), (2, SECOND)]):
        told, furniture = read(*pieces)
        assert told[-1] == ["[Donor] | [Paid] | [Left]", *PAID]
        assert furniture == []


def test_a_table_may_go_on_over_several_pages_and_behind_what_is_not_its_own() -> None:
    told, furniture = read((1, FIRST), (2, SECOND), (3, SECOND), (3, "Of all"), (4, SECOND))
    assert told == [shown(FIRST), PAID, PAID, "Of all", shown(SECOND)]
    assert [page for page, _ in furniture] == [2, 2, 2, 3, 3, 3]


def test_a_table_that_goes_on_says_so() -> None:
    kept = _pieces([Piece(1, FIRST), Piece(2, SECOND)], [])
    assert [each.item.continues for each in kept if isinstance(each.item, Table)] == [False, True]


def test_a_title_that_comes_back_over_the_next_part_is_furniture() -> None:
    for again in ("Aid", "Aid (continued)"):
        told, furniture = read((1, "Aid"), (1, FIRST), (2, again), (2, made("Togo | 7 | 8")))
        assert (told, furniture) == (["Aid", shown(FIRST), PAID], [(2, again)])


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param([(1, "Aid"), (1, FIRST), (2, "Of"), (2, made("Togo | 7 | 8"))], id="another title"),
        pytest.param([(1, "Aid"), (1, FIRST), (2, "Aid"), (2, at(0, 500))], id="over another table"),
        pytest.param([(1, "Aid"), (1, FIRST), (2, "Aid"), (2, "Of all")], id="over a text"),
        pytest.param([(1, "Aid"), (1, FIRST), (2, "Aid"), (3, made("Togo | 7 | 8"))], id="on a page before"),
        pytest.param([(1, "Aid"), (2, FIRST), (3, "Aid"), (3, made("Togo | 7 | 8"))], id="not right over the first"),
        pytest.param([(1, "Aid"), (1, FIRST), (2, "Aid")], id="over nothing"),
    ],
)
def test_other_lines_over_tables_stay(pieces: list[tuple[int, str | Table]]) -> None:
    told, furniture = read(*pieces)
    assert (len(told), furniture) == (len(pieces), [])


def test_a_part_without_words_in_a_column_goes_on() -> None:
    told, _ = read((1, FIRST), (2, table([cell("Togo", 0, 0), replace(cell("8", 0, 2), column=1)])))
    assert told == [shown(FIRST), ["Togo |  | 8"]]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param([cell("Togo", 0, 0), replace(cell("8", 0, 4), column=1)], id="a column that stands elsewhere"),
        pytest.param(
            [cell("*Fund", 0, 0), replace(cell("*Of", 0, 2), column=1), *cells("", "Mali | 5")[1:]], id="heads"
        ),
        pytest.param([cell("Of all", 0, 0, columns=2), *cells("", "Mali | 5")[1:]], id="a cell over columns"),
    ],
)
def test_parts_with_other_columns_do_not_go_on(other: list[Cell]) -> None:
    assert len(read((1, FIRST), (2, table(other)))[0]) == 2
    assert all(
        not each.item.continues
        for each in _pieces([Piece(1, FIRST), Piece(2, table(other))], [])
        if isinstance(each.item, Table)
    )


GRANTS = ("*Project | *For | *Paid", "Wells and | a village in | 500")


def whole(*rows: str, last: str = GRANTS[1]) -> list[str]:
    """Each row of a table whose last row on a page is told, and of its part on the next page, the cells with what they
    go on with."""
    upper, lower = table(cells(GRANTS[0], "Roads | Chad | 400", last)), table(cells(*rows))
    kept = _pieces([Piece(1, upper), Piece(2, lower)], [])
    found = [row for each in kept if isinstance(each.item, Table) for row in by_row(each.item.cells)]
    return [
        " | ".join(" ".join([each.text, *(line.text for _, line in each.rest)]) for each in row) for row in found[2:]
    ]


@pytest.mark.parametrize(
    ("last", "rest", "told"),
    [
        pytest.param(
            "Wells and | a village in | 500",
            "pumps | Mali |",
            "Wells and pumps | a village in Mali | 500",
            id="small letter",
        ),
        pytest.param("Wells | a village – | 500", "| Mali |", "Wells  | a village – Mali | 500", id="dash"),
        pytest.param("Wells, | Mali | 500", "Pumps | |", "Wells, Pumps | Mali  | 500", id="comma"),
        pytest.param(
            "Wells in | 1/4/2020 – | 500", "| 1/3/2021 |", "Wells in  | 1/4/2020 – 1/3/2021 | 500", id="a period"
        ),
    ],
)
def test_a_row_that_the_end_of_a_page_breaks_is_one(last: str, rest: str, told: str) -> None:
    assert [" ".join(each.split()) for each in whole(rest, "Piers | Togo | 7", last=last)] == [
        " ".join(told.split()),
        "Piers | Togo | 7",
    ]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        pytest.param(GRANTS[1], "pumps | Mali | 7", id="a figure below a figure"),
        pytest.param("Wells and | a village in | -", "pumps | Mali | 7", id="a figure below a dash"),
        pytest.param(GRANTS[1], "Pumps | Mali |", id="texts that begin"),
        pytest.param("Wells. | Mali. | 500", "pumps | in Mali |", id="texts that have ended"),
        pytest.param("Wells and | | 500", "pumps | Mali |", id="below an empty cell"),
        pytest.param("Wells and | Mali | all", "pumps | |", id="no figure"),
        pytest.param(GRANTS[1], "| |", id="nothing"),
    ],
)
def test_other_rows_at_the_top_of_a_page_are_rows(last: str, first: str) -> None:
    assert len(whole(first, "Piers | Togo | 7", last=last)) == 3


def test_a_row_may_be_broken_by_several_pages() -> None:
    parts = [table(cells(*GRANTS)), table(cells("pumps in | |")), table(cells("towns | |", "Piers | Togo | 7"))]
    kept = _pieces([Piece(page, part) for page, part in enumerate(parts, 1)], [])
    last = kept[0].item
    assert isinstance(last, Table) and [(page, line.text) for page, line in last.cells[3].rest] == [
        (2, "pumps in"),
        (3, "towns"),
    ]
    assert len(kept) == 2


def drafts(*told: tuple[int, str, str]) -> tuple[list[tuple[str, list[str]]], list[tuple[int, str]]]:
    """Headings and texts of sections that begin on pages, and the furniture."""
    found = []
    for page, name, text in told:
        head = line(name) if name else None
        heading = Heading((head,), head.box) if head else None
        found.append(Draft(page, "text", heading, [Piece(page, line(text))]))
    whole, furniture = with_whole_tables(found)
    assert {each.reason for each in furniture} <= {HEADING_AGAIN}
    return (
        [(draft.name, [each.text for piece in draft.pieces for each in piece.lines]) for draft in whole],
        [(each.page, each.text) for each in furniture],
    )


def test_a_section_whose_heading_says_that_it_goes_on_is_one_with_that_before() -> None:
    assert drafts((1, "Aid", "a"), (2, "Aid (continued)", "b"), (3, "Aid (continued)", "c"), (3, "Of", "d")) == (
        [("Aid", ["a", "b", "c"]), ("Of", ["d"])],
        [(2, "Aid (continued)"), (3, "Aid (continued)")],
    )


@pytest.mark.parametrize(
    "told",
    [
        pytest.param([(1, "Aid", "a"), (2, "Aid", "b")], id="the same heading"),
        pytest.param([(1, "Aid", "a"), (1, "Aid (continued)", "b")], id="on one page"),
        pytest.param([(1, "Of", "a"), (2, "Aid (continued)", "b")], id="below another"),
        pytest.param([(1, "Aid (continued)", "a")], id="the first"),
        pytest.param([(1, "", "a"), (2, "", "b")], id="without headings"),
        pytest.param([], id="none"),
    ],
)
def test_other_sections_stay(told: list[tuple[int, str, str]]) -> None:
    assert drafts(*told) == ([(name, [text]) for _, name, text in told], [])
