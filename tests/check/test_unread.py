"""Figures that no rule took for money although what stands around them may say that they are."""

import pytest

from pipeline.check import check
from pipeline.check.unread import _is_read
from pipeline.model import Money
from pipeline.model.blocks import Span


def told(profile_of, id_: str, text: str) -> list[list[str]]:
    """What each message of a check quotes."""
    return [each.message.split('"')[1::2] for each in check(profile_of(text)) if each.check == id_]


@pytest.mark.parametrize(
    ("rows", "quotes"),
    [
        (["Core 12 34"], [["12", "34", "Grants, in millions of euros"]]),
        (["Core 12"], []),  # one number makes no row
        (["one two three four five six seven eight 12 34"], [["12", "34", "Grants, in millions of euros"]]),
        (["one two three four five six seven eight nine 12 34"], []),  # a sentence
        (["Core 1 2 3 4", "Other 5 6 7 8"], [["1", "2", "3", "4", "5", "6", "Grants, in millions of euros"]]),
        (["Nothing.", "Core 12 34"], [["12", "34", "Grants, in millions of euros"]]),
        (["Nothing.", "Nothing.", "Core 12 34"], []),  # too far below
    ],
)
def test_rows_of_numbers_below_a_unit_of_money(profile_of, rows: list[str], quotes: list[list[str]]) -> None:
    text = "\n\n".join(["## other: Facts\n\nIntroduction.", "Grants, in millions of euros", *rows])
    assert told(profile_of, "unread-table", text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("In 12 and 34.", [["12", "34", "Grants in millions of euros"]]),
        ("In 12.", []),
        ("In 12 and 34 and EUR 5 million.", []),
        ("In 1, 2, 3, 4, 5, 6 and 7.", [["1", "2", "3", "4", "5", "6", "Grants in millions of euros"]]),
    ],
)
def test_numbers_below_a_heading_with_a_unit_of_money(profile_of, text: str, quotes: list[list[str]]) -> None:
    assert told(profile_of, "unread-table", f"## other: Grants in millions of euros\n\n{text}") == quotes


@pytest.mark.parametrize(
    ("head", "cells", "quotes"),
    [
        ("Budget", ["12,000", "9,500"], [["12,000", "9,500"]]),
        ("Budget", ["12,000", "95"], []),  # one sum alone
        ("Visitors", ["12,000", "9,500"], []),
        ("Budget", ["1,000", "2,000", "3,000", "4,000", "5,000", "6,000"], [[f"{n},000" for n in range(1, 7)]]),
        (
            "Budget",
            ["1,000", "2,000", "3,000", "4,000", "5,000", "6,000", "7,000"],
            [[f"{n},000" for n in range(1, 7)]],
        ),
        ("Budget (EUR)", ["12,000", "9,500"], []),  # these are amounts
    ],
)
def test_a_column_of_sums_without_a_currency(profile_of, head: str, cells: list[str], quotes: list[list[str]]) -> None:
    rows = "\n\n".join(f"Port {letter}\t{cell}" for letter, cell in zip("ABCDEFG", cells, strict=False))
    assert told(profile_of, "cells-without-currency", f"## other: Ports\n\nPort\t{head}\n\n{rows}") == quotes


@pytest.mark.parametrize(
    ("caption", "stub", "is_told"),
    [("What was given", "Donor", True), ("What was given", "Port", False), ("Budget", "Port", True)],
)
def test_columns_of_years_in_a_table_of_money(profile_of, caption: str, stub: str, is_told: bool) -> None:
    text = f"## other: {caption}\n\n{stub}\t2020\t2021\n\nAlba\t12,000\t9,500\n\nBrin\t13,000\t8,500"
    expected = [["12,000", "9,500", "13,000", "8,500"]] if is_told else []
    assert told(profile_of, "cells-without-currency", text) == expected


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("It paid EUR 1.2.3 for it.", [["EUR 1.2.3"]]),
        ("It paid EUR 1.2 million for it.", []),
        ("It paid EUR for it.", []),
    ],
)
def test_digits_beside_a_currency_that_are_no_number(profile_of, text: str, quotes: list[list[str]]) -> None:
    assert told(profile_of, "unread-amount", text) == quotes


@pytest.mark.parametrize(
    ("start", "end", "is_read"),
    [(0, 5, False), (0, 6, True), (6, 8, True), (5, 9, True), (0, 20, True), (8, 12, True), (9, 12, False)],
)
def test_what_shares_a_letter_with_a_mention_is_read(start: int, end: int, is_read: bool) -> None:
    read = Money(text="5 k€", char_start=5, char_end=9, rule="", sentence="")
    assert _is_read(Span(start, end), [read]) is is_read
    assert not _is_read(Span(start, end), [])
