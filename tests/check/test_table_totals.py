"""Totals of tables: which lines have one, what it sums up, and how exactly."""

import pytest

from pipeline.check.figures import by_section
from pipeline.check.table_totals import mismatches, readings
from pipeline.check.tables import LONGEST_LABEL, Cell, Table, in_table, tables


def tables_of(profile_of, text: str, heading: str = "Facts") -> list[Table]:
    profile = profile_of(f"## other: {heading}\n\n{text}")
    section = profile.sections[0]
    return list(tables(section, by_section(profile.findings).get(section.id, ())))


def wrong(profile_of, *rows: str, heading: str = "Facts") -> list[tuple[str, list[str]]]:
    """Each total that does not fit, with what it should sum up."""
    return [
        (found.whole.cell.text, [part.cell.text for part in found.parts])
        for table in tables_of(profile_of, "\n\n".join(rows), heading)
        for found in mismatches(table)
    ]


# A column "Total" that fits at least half of the rows that it crosses is a total; else it may be something else.
FITS, FAILS = "3\t4\t7", "3\t4\t8"


@pytest.mark.parametrize(
    ("rows", "number"),
    [([FAILS], 1), ([FITS, FAILS], 1), ([FITS, FAILS, FAILS], 0), ([FITS, FITS, FAILS, FAILS], 2), ([FAILS, FAILS], 0)],
)
def test_a_total_column_fits_half_of_its_rows(profile_of, rows: list[str], number: int) -> None:
    lines = [f"Port {letter}\t{row}" for letter, row in zip("ABCD", rows, strict=False)]
    assert wrong(profile_of, "Port\tMen\tWomen\tTotal", *lines) == [("8", ["3", "4"])] * number


def test_a_last_row_that_says_no_more_than_total_is_one(profile_of) -> None:
    rows = ["Port\tMen\tWomen", "Alba\t3\t5", "Brin\t4\t6"]
    told = [("9", ["3", "4"]), ("12", ["5", "6"])]
    assert wrong(profile_of, *rows, "Total\t9\t12") == told
    assert wrong(profile_of, *rows, "Total of boats\t9\t12") == []
    assert wrong(profile_of, *rows, "Total\t9\t12", "Not in port\t1\t1") == []


def test_one_number_is_no_sum(profile_of) -> None:
    assert wrong(profile_of, "Port\tMen", "Alba\t3", "Total\t9") == []
    assert wrong(profile_of, "Port\tMen", "Alba\t3", "Brin\t4", "Total\t9") == [("9", ["3", "4"])]


@pytest.mark.parametrize(
    ("numbers", "total", "fits"),
    [
        (["3", "4"], "7", True),  # counts are exact
        (["3", "4"], "8", False),
        (["3.4", "4.4"], "7.9", True),  # each may be 0.05 more or less
        (["3.4", "4.4"], "8.0", False),
        (["1,350", "1,350"], "2,700", True),
        (["1.350", "1.350"], "2.700", True),
        (["1 350", "1 350"], "2 701", False),
        (["-3", "(4)"], "-7", True),
        (["-3", "4"], "7", False),
        (["3", "–"], "7", True),  # a dash may stand for what is not known
        (["3", "–"], "2", False),
        (["3", "4"], "–", True),
    ],
)
def test_numbers_add_up_as_exactly_as_they_are_printed(profile_of, numbers: list[str], total: str, fits: bool) -> None:
    rows = [f"Port {letter}\t{number}" for letter, number in zip("AB", numbers, strict=True)]
    assert (wrong(profile_of, "Port\tMen", *rows, f"Total\t{total}") == []) is fits


@pytest.mark.parametrize(("total", "fits"), [("EUR 8", True), ("EUR 9", False)])
def test_amounts_may_be_rounded(profile_of, total: str, fits: bool) -> None:
    """Up to half of the last digit each: 3 and 4 may come to 8, not to 9."""
    rows = ["Port\tBudget", "Alba\tEUR 3", "Brin\tEUR 4", f"Total\t{total}"]
    assert (wrong(profile_of, *rows) == []) is fits


@pytest.mark.parametrize(
    ("shares", "total", "told"),
    [
        (["60%", "30%"], "100%", True),
        (["60%", "40%"], "100%", False),
        (["60%", "30%"], "99%", False),  # an average
        (["100%", "30%"], "100%", False),
        (["99%", "30%"], "100%", True),
    ],
)
def test_shares_of_which_the_total_is_all(profile_of, shares: list[str], total: str, told: bool) -> None:
    rows = [f"Port {letter}\t{share}" for letter, share in zip("AB", shares, strict=True)]
    assert bool(wrong(profile_of, "Port\tShare", *rows, f"Total\t{total}")) is told


def test_details_are_not_counted_twice(profile_of) -> None:
    head, towns = "Port\tMen", ["Alba\t7", "East\t3", "West\t4", "Brin\t5"]
    assert wrong(profile_of, head, *towns, "Total\t12") == []  # East and West are Alba's
    assert wrong(profile_of, head, *towns, "Total\t19") == []  # all of them
    assert wrong(profile_of, head, "Alba\t7", "East\t7", "Brin\t5", "Total\t12") == []  # one detail alone
    assert [whole for whole, _ in wrong(profile_of, head, *towns, "Total\t13")] == ["13"]


def test_a_total_stands_above_or_below_what_it_sums_up(profile_of) -> None:
    assert wrong(profile_of, "Port\tMen", "Total\t7", "Alba\t3", "Brin\t4") == []
    assert wrong(profile_of, "Port\tMen", "Total\t8", "Alba\t3", "Brin\t4") == [("8", ["3", "4"])]


def test_a_period_of_all_years_is_their_total(profile_of) -> None:
    rows = ["2020\t3", "2021\t4"]
    assert wrong(profile_of, "Year\tMen", *rows, "2020-2021\t8") == [("8", ["3", "4"])]
    assert wrong(profile_of, "Year\tMen", *rows, "2019-2021\t8") == []
    assert wrong(profile_of, "Year\tMen", "2020\t3", "2020-2020\t8") == []


def long_label(length: int) -> str:
    return f"Boats {'b' * length}"[:length]


@pytest.mark.parametrize(("length", "columns"), [(LONGEST_LABEL, 1), (LONGEST_LABEL + 1, 0)])
def test_long_words_among_numbers_are_no_label(profile_of, length: int, columns: int) -> None:
    """A column with words that label nothing is none of numbers."""
    assert LONGEST_LABEL == 100
    found = tables_of(profile_of, f"Port\tMen\n\nAlba\t3\n\nBrin\t{long_label(length)}")
    assert [len(table.columns) for table in found] == [1] * columns


@pytest.mark.parametrize(("length", "told"), [(LONGEST_LABEL, []), (LONGEST_LABEL + 1, [("9", ["3", "4"])])])
def test_a_caption_that_tells_of_an_excerpt_is_no_longer_than_a_label(profile_of, length: int, told: list) -> None:
    """A longer heading is a sentence, which may say so of anything."""
    heading = f"Selected projects {'of ports ' * 20}"[:length].replace(" ", "-").replace("-projects", " projects")
    assert len(heading) == length
    assert wrong(profile_of, "Port\tMen", "Alba\t3", "Brin\t4", "Total\t9", heading=heading) == told


def cells(table: Table) -> list[list[tuple[str, str]]]:
    return [[(cell.digits, cell.unit) for cell in column] for column in table.columns.values()]


@pytest.mark.parametrize(
    ("cell", "digits"),
    [
        ("1,350", [("1,350", "")]),
        ("(1,350)", [("-1,350", "")]),
        ("−1,350", [("-1,350", "")]),
        ("EUR 1,350", [("1,350", "")]),
        ("1,350 €", [("1,350", "")]),
        ("1.3 million", [("1.3", "million")]),
        ("46%", [("46", "%")]),
        ("120*", [("120", "")]),
        ("–", [("", "")]),
        ("2021", None),  # a year
        ("1921", None),
        ("3021", [("3021", "")]),
        ("12 boats", None),
    ],
)
def test_a_number_alone_in_its_cell(profile_of, cell: str, digits: list[tuple[str, str]] | None) -> None:
    found = tables_of(profile_of, f"Port\tMen\n\nAlba\t{cell}")
    assert [column for table in found for column in cells(table)] == ([digits] if digits else [])


def test_a_head_says_what_is_counted_and_the_rows_their_numbers(profile_of) -> None:
    (table,) = tables_of(profile_of, "Port\tMen, %\tBoats\n\nAlba\t3\t5\n\nBrin\t4\t6")
    assert cells(table) == [[("3", "%"), ("4", "%")], [("5", ""), ("6", "")]]
    assert [[cell.text for cell in row] for row in table.rows.values()] == [["3", "5"], ["4", "6"]]
    assert list(table.labels.values()) == ["Alba", "Brin"]
    assert list(table.heads.values()) == ["Men, %", "Boats"]
    assert (table.first, table.last) == (min(table.rows), max(table.rows))


def test_a_character_of_a_table_stands_in_it(profile_of) -> None:
    section = profile_of("## other: Facts\n\nBefore.\n\nAlba\t3\n\nBrin\t45\n\nAfter.").sections[0]
    first, last = section.content.index("Alba"), section.content.index("45") + 1
    inside = [in_table(section, offset) for offset in (first - 1, first, last, last + 1)]
    assert inside == [False, True, True, False]


def a_line(*cells_: tuple[str, str]) -> list[Cell]:
    return [Cell(digits, 0, 0, row, 1, digits, unit, None) for row, (digits, unit) in enumerate(cells_)]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ([("1.350", ""), ("2.5", "")], [["1.350", "2.5"]]),
        ([("1.350", ""), ("2,5", "")], [["1350", "2.5"]]),
        ([("1.350", ""), ("2.850", "")], [["1.350", "2.850"], ["1350", "2850"]]),
        ([("1.35.0", ""), ("2", "")], []),
        ([("1", "million"), ("2", "thousand")], []),  # two units, of which no amount was read
        ([("1", "million"), ("", "")], [["1", "0"], ["1", "0"]]),  # a dash has none
    ],
)
def test_readings_of_a_line(line: list[tuple[str, str]], values: list[list[str]]) -> None:
    found = readings([""] * len(line), a_line(*line), exact=True)
    assert [[str(addend.value) for addend in reading] for reading in found] == values
