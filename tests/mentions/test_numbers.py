"""Numbers in digits and words: every example of rules/numbers.csv, the marks of digits, and where a number ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import numbers
from pipeline.language.lexicon import spoken
from pipeline.language.spans import Doc
from pipeline.mentions import nlp
from tests.mentions.readings import readings

NO_MARKS = numbers.Marks(frozenset(), frozenset())


def read(text: str) -> Doc:
    doc = nlp.doc_of(text)
    numbers.numbers(doc)
    return doc


def found(text: str) -> list[tuple[str, str]]:
    doc = read(text)
    return [(doc.written(number.start, number.end), str(number.value)) for number in doc.numbers]


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
        ("1.000", ["1000", "1.000"]),
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
        ("123456789012345678", ["123456789012345678"]),  # 18 digits
        ("1234567890123456789", []),
        ("12,345,678", ["12345678"]),
        ("012,345", ["12.345"]),  # no group begins with a nought
        ("1234,567", ["1234.567"]),
        ("1,2345", ["1234", "1.2345"]),
        ("45,00010", ["45000", "45.00010"]),
        ("1,350,000012", []),
        ("1.350,000", ["1350.000"]),
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
        ("two million and three million", [("two million", "2000000"), ("three million", "3000000")]),
        ("two million and three thousand", [("two million and three thousand", "2003000")]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twelve hundred", [("twelve hundred", "1200")]),
        ("ninety-nine hundred", [("ninety-nine hundred", "9900")]),
        ("one hundred ninety-nine", [("one hundred ninety-nine", "199")]),
        ("two hundred and five thousand", [("two hundred and five thousand", "205000")]),
        ("nine hundred ninety nine", [("nine hundred ninety nine", "999")]),
        ("twenty nine", [("twenty nine", "29")]),
        ("twenty ten", [("twenty", "20"), ("ten", "10")]),  # what comes after tens is below ten
        ("twenty and nine", [("twenty", "20"), ("nine", "9")]),
        ("five twenty", [("five", "5"), ("twenty", "20")]),
        ("five six", [("five", "5"), ("six", "6")]),
        ("ninety hundred women", [("ninety hundred", "9000")]),
        ("one point five", [("one point five", "1.5")]),
        ("one point nine nine", [("one point nine nine", "1.99")]),
        ("one point nought", [("one", "1")]),
        ("one point ten", [("one", "1"), ("ten", "10")]),  # decimals are digits
        ("one point five million", [("one point five million", "1500000")]),
        ("five thousand, six hundred", [("five thousand, six hundred", "5600")]),
        ("five thousand, one hundred", [("five thousand, one hundred", "5100")]),
        ("five thousand, ninety-nine", [("five thousand", "5000"), ("ninety-nine", "99")]),  # two of a list
        ("five thousand and ninety-nine", [("five thousand and ninety-nine", "5099")]),
        ("two thousand, two thousand", [("two thousand", "2000"), ("two thousand", "2000")]),
        ("two thousand and two million", [("two thousand", "2000"), ("two million", "2000000")]),
        (
            "a million, two hundred thousand, five hundred",
            [("a million, two hundred thousand, five hundred", "1200500")],
        ),
        ("two hundred thousand million", [("two hundred thousand million", "200000000000")]),
        ("half million", [("half million", "500000")]),
        ("half a million", [("half a million", "500000")]),
        ("a half million", [("a half million", "500000")]),
        ("three-quarters of a million", [("three-quarters of a million", "750000")]),
        ("half a dozen", [("half a dozen", "6")]),
        ("a half", []),
        ("a hundred", [("a hundred", "100")]),
        ("a house and a hundred", [("a hundred", "100")]),
        ("a million and a half", [("a million and a half", "1500000")]),
        ("2 million and a half", [("2 million and a half", "2500000")]),
        ("two and a half of them", [("two", "2")]),  # "half of them" is another figure
        ("2½ million", [("2½ million", "2500000")]),
        ("4.5 - million", [("4.5 - million", "4500000")]),
        ("5 million 3 billion", [("5 million", "5000000"), ("3 billion", "3000000000")]),
        ("5 million 3 million", [("5 million", "5000000"), ("3 million", "3000000")]),
        ("5 million 3", [("5 million", "5000000"), ("3", "3")]),
        ("dollars .5 million", [(".5 million", "500000")]),
        ("dept.5 million", [("5 million", "5000000")]),
        ("4 .5 million", [("4", "4"), ("5 million", "5000000")]),
        (".5 million", [(".5 million", "500000")]),
        ("250, 000 women", [("250, 000", "250000")]),
        ("250, 000, 000 women", [("250, 000, 000", "250000000")]),
        ("250, 001 women", [("250", "250"), ("001", "1")]),
        ("£2·7 million", [("2·7 million", "2700000")]),
        ("£2·7", [("2·7", "2.7")]),
        ("2·", [("2", "2")]),
        ("2 ·7 million", [("2", "2"), ("7 million", "7000000")]),
        ("2·b million", [("2", "2")]),
        ("2, 000", [("2, 000", "2000")]),
        ("2,", [("2", "2")]),
        ("2 , 000", [("2", "2"), ("000", "0")]),
        ("2,  000", [("2", "2"), ("000", "0")]),
        ("2· 7 million", [("2", "2"), ("7 million", "7000000")]),
        ("1  350 women", [("1", "1"), ("350", "350")]),  # two spaces part two numbers
    ],
)
def test_words_and_digits_that_belong_together(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "quatre-vingts", [("quatre-vingts", "80")]),
        ("fr", "quatre-vingt-dix-neuf", [("quatre-vingt-dix-neuf", "99")]),
        ("fr", "cent quatre-vingt-trois", [("cent quatre-vingt-trois", "183")]),
        ("fr", "soixante-dix-neuf", [("soixante-dix-neuf", "79")]),
        ("fr", "soixante et onze", [("soixante et onze", "71")]),
        ("fr", "vingt et un", [("vingt et un", "21")]),
        ("fr", "vingt-neuf", [("vingt-neuf", "29")]),
        ("fr", "cent vingt", [("cent vingt", "120")]),
        ("fr", "neuf cent mille", [("neuf cent mille", "900000")]),
        ("fr", "mille deux cents", [("mille deux cents", "1200")]),
        ("es", "mil doscientos millones", [("mil doscientos millones", "1200000000")]),
        ("es", "doscientos cinco", [("doscientos cinco", "205")]),
        ("es", "treinta y cinco mil", [("treinta y cinco mil", "35000")]),
        ("es", "dos mil cien", [("dos mil cien", "2100")]),
        ("es", "2,000", [("2,000", "2000")]),
        ("es", "2,500", [("2,500", "None")]),
        ("es", "un importe de 77, 86 millones", [("un", "1"), ("77, 86 millones", "77860000")]),
        ("es", "unos 77, 86 millones", [("77", "77"), ("86 millones", "86000000")]),
        ("es", "7, 05 millones", [("7, 05 millones", "7050000")]),  # decimals that begin with a nought
        ("es", "7, 055 millones", [("7", "7"), ("055 millones", "55000000")]),
        ("es", "7, 05 casas", [("7", "7"), ("05", "5")]),
        ("es", "7 , 05 millones", [("7", "7"), ("05 millones", "5000000")]),
        ("es", "€77, 86 millones", [("77, 86 millones", "77860000")]),
        ("es", "€77. 86 millones", [("77", "77"), ("86 millones", "86000000")]),
        ("fr", "2,000", [("2,000", "None")]),
    ],
)
def test_words_of_other_languages(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    with spoken(language):
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
    ends = [0, *(end for number in doc.numbers for end in (number.start, number.end)), len(doc)]
    assert ends == sorted(ends)
