"""Numbers in digits and words: every example of rules/numbers.csv, the marks of digits, and where a number ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.language import numbers
from pipeline.mentions import nlp
from tests.mentions.readings import readings

NO_MARKS = numbers.Marks(frozenset(), frozenset())


def read(text: str) -> Doc:
    return numbers.numbers(nlp.load().make_doc(text))


def found(text: str) -> list[tuple[str, str]]:
    doc = read(text)
    return [(doc[number.start : number.end].text, str(number.value)) for number in doc._.numbers]


@pytest.mark.parametrize(("text", "value"), readings("numbers"))
def test_every_number_of_the_rules_is_one_number_with_its_value(text: str, value: str) -> None:
    assert found(text) == [(text, value)]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("2018", ["2018"]),
        ("41.8", ["41.8"]),
        ("2,5", ["2.5"]),
        ("0.350", ["0.350"]),
        ("1234.567", ["1234.567"]),
        ("1,350", ["1350"]),
        ("1.350", ["1350", "1.350"]),
        ("1'350", ["1350"]),
        ("1’350’000", ["1350000"]),
        ("1 350 000", ["1350000"]),
        ("1 139,00", ["1139.00"]),
        ("9.990,00", ["9990.00"]),
        ("4,350.00", ["4350.00"]),
        ("12.345.678", ["12345678"]),
        ("12,34,567.89", ["1234567.89"]),
        ("1,350,0002", ["1350000"]),
        ("45,0003", ["45000", "45.0003"]),
        ("192.168.1", []),
        ("1,2,3", []),
        ("1234567890123456789", []),
    ],
)
def test_marks_are_decided_by_the_whole_number(text: str, readings: list[str]) -> None:
    assert [str(reading) for reading in numbers.read(text, NO_MARKS)] == [str(Decimal(value)) for value in readings]


@pytest.mark.parametrize(
    ("others", "text", "readings"),
    [
        (["2,5"], "1.350", [1350]),
        (["1.350.000"], "1.350", [1350]),
        (["1.350.000"], "1,350", [1350]),
        (["2,5"], "1,350", [Decimal("1.350"), 1350]),
        (["2.5"], "1.350", [Decimal("1.350"), 1350]),
        (["1,350,000"], "1.350", [Decimal("1.350"), 1350]),
        (["2,5", "1,350,000"], "1,350", [1350]),
    ],
)
def test_one_mark_before_three_digits_is_decided_by_the_other_numbers(
    others: list[str], text: str, readings: list[Decimal]
) -> None:
    assert list(numbers.read(text, numbers.shown(others))) == readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 26-month project", [("26", "26")]),
        ("from 2019-21", [("2019", "2019"), ("21", "21")]),
        ("a two-and-a-half-year grant", [("two-and-a-half", "2.5")]),
        ("a $10-million fund", [("10-million", "10000000")]),
        ("in 2019 350 women", [("2019", "2019"), ("350", "350")]),
        ("two million five hundred thousand", [("two million five hundred thousand", "2500000")]),
        ("one thousand and twenty-two", [("one thousand and twenty-two", "1022")]),
        ("two million and three million", [("two million", "2000000"), ("three million", "3000000")]),
        ("3 million 500 thousand", [("3 million 500 thousand", "3500000")]),
        ("3 million 500 women", [("3 million", "3000000"), ("500", "500")]),
        ("hundreds of millions", []),
        ("half of the members", []),
        ("5.2\n    million", [("5.2\n    million", "5200000")]),
        ("1\u00a0350\u00a0000", [("1\u00a0350\u00a0000", "1350000")]),
        ("1\u202f350\u202f000", [("1\u202f350\u202f000", "1350000")]),
        ("350\n000 women", [("350", "350"), ("000", "0")]),
        ("three\n\nmillion", [("three", "3")]),
        ("20 billionin health", [("20 billion", "20000000000")]),
        ("millionaires and millionths", []),
        ("1.75 billion.11 More", [("1.75 billion", "1750000000"), ("11", "11")]),
        ("1.75 billion³", [("1.75 billion", "1750000000")]),
    ],
)
def test_a_number_ends_where_it_should(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_number_whose_marks_leave_it_open_has_no_value() -> None:
    assert found("about 1.350 of them") == [("1.350", "None")]


@given(st.integers(2, 10**12), st.sampled_from([",", "'", "’", "\u00a0", " "]))
def test_whole_numbers_in_groups_are_read_back(value: int, mark: str) -> None:
    assert [figure for _, figure in found(f"{value:,}".replace(",", mark))] == [str(value)]


@given(
    st.decimals(min_value=Decimal("0.1"), max_value=999, places=1), st.sampled_from(["thousand", "million", "billion"])
)
def test_scaled_numbers_are_read_back(value: Decimal, scale: str) -> None:
    [(_, figure)] = found(f"{value} {scale}")
    assert Decimal(figure) == value * numbers.number_words()[scale].value
    assert "E" not in figure


@given(st.text())
def test_every_number_lies_in_its_text_and_after_the_one_before(text: str) -> None:
    doc = read(text)
    ends = [0, *(end for number in doc._.numbers for end in (number.start, number.end)), len(doc)]
    assert ends == sorted(ends)
