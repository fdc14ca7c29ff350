"""Counts, percentages and measures: texts and cases a person checked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import find_mentions
from pipeline.model import Quantity
from tests.mentions.readings import readings


def read(text: str) -> list[Quantity]:
    return [mention for mention in find_mentions(text) if isinstance(mention, Quantity)]


def told(mention: Quantity) -> str:
    qualifier = None if mention.qualifier == "exact" else mention.qualifier
    return " ".join(map(str, filter(None, (mention.value, mention.value_max, mention.unit, qualifier))))


@pytest.mark.parametrize(("text", "expected"), readings("quantities"))
def test_every_text_reads_as_a_person_has_checked(text: str, expected: str) -> None:
    assert "; ".join(told(mention) for mention in read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("32 Conventions: four Fundamental, three Governance and 20 Technical Conventions",
         ["32 Conventions", "4 Fundamental Conventions", "3 Governance Conventions", "20 Technical Conventions"]),
        ("The share grew from 40 to 50 per cent", ["40 %", "50 %"]),
        ("40 and 50 per cent of both", ["40 %", "50 %"]),
        ("a fall of 15.5 percentage points", ["15.5 percentage points"]),
        ("four workers’ and employers’ organizations", ["4 workers’ and employers’ organizations"]),
        ("for 120 small and medium enterprises (SMEs)", ["120 small and medium enterprises"]),
        ("more than 900 U.S.-owned firms", ["900 U.S.-owned firms more_than"]),
        ("two or three villages", ["2 3 villages between"]),
        ("25,000\nrural\nhouseholds", ["25000 rural households"]),
        ("up to\n    2,000 schools", ["2000 schools at_most"]),
        ("3 500 young people", ["3500 young people"]),
        ("1.350 women took part", ["1350 women"]),
        ("1.350% of income", ["1.35 %"]),
        ("300 or more companies", ["300 companies at_least"]),
        ("a dozen countries", ["12 countries"]),
    ],
)  # fmt: skip
def test_quantities_a_person_has_read(text: str, expected: list[str]) -> None:
    assert [told(mention) for mention in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Goal 8 targets and Article 5 rights",
        "the Horizon 20 partners",
        "one in five children",
        "three out of four women",
        "2 Projects\n\nOur work",
        "two thirds of it",
        "half of them",
        "Group of 20 leaders",
        "24/7 services and 4x4 cars",
        "Our 5G networks",
        "project RAF-19-50 partners",
        "US$ 5 million and 2019 elections",
        "in 2021 programmes",
        "one school",
    ],
)
def test_a_number_that_only_names_something_is_none(text: str) -> None:
    assert read(text) == []


def test_the_text_of_a_quantity_runs_to_what_it_counts() -> None:
    [first, second] = read("It helps 5,000 women\nand men refugees, at least 65% of them women.")
    assert (first.text, first.unit) == ("5,000 women\nand men refugees", "women and men refugees")
    assert (second.text, second.unit, second.qualifier) == ("65%", "%", "at_least")


@given(st.integers(2, 10**7), st.sampled_from(["women", "schools", "young workers", "km", "%", "per cent"]))
def test_counts_are_read_back(value: int, unit: str) -> None:
    [mention] = read(f"We reached {value:,} {unit} there.")
    assert mention.value == Decimal(value)
    assert mention.unit == ("%" if unit == "per cent" else unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one of the farms", []),  # a count begins at two
        ("It has one farm and two barns", ["2 barns"]),
        ("It runs in 1.5 farms", []),
        ("It grew 1%", ["1 %"]),
        ("It has 5 old wet red dry far big farms", ["5 old wet red dry far big farms"]),  # six words and the noun
        ("It has 5 new old wet red dry far big farms", []),
        ("One in ten farms; one in eleven barns", ["11 barns"]),  # the whole of a share is ten at most
        ("It has 12 farms, six in ten of them dry", ["12 farms"]),  # nor is a share of it one
        ("It has 12 farms, six in Mali", ["12 farms", "6 farms"]),
        ("9 Women farms", []),  # the number of a heading
        ("10 Women farms", ["10 Women farms"]),
        ("9 women farms", ["9 women farms"]),
        ("It saw Horizon 20 farms", []),
        ("In 1900 farms it stood", []),  # a year
        ("In 2100 farms it stood", []),
        ("In 2101 farms it stood", ["2101 farms"]),
        ("In more than 2000 farms it stood", ["2000 farms more_than"]),
        ("It has 12 farms: twelve in Mali", ["12 farms", "12 farms"]),  # a part is no greater than its whole
        ("It has 12 farms: thirteen in Mali", ["12 farms"]),
        ("It has 12 farms. Five in Mali", ["12 farms"]),
        ("It has 5-4 farms", []),
        ("It has 4-5 farms", ["4 5 farms between"]),
        ("It has 5-5 farms", ["5 5 farms between"]),
        ("It has 2-3 million farms", ["2000000 3000000 farms between"]),
        ("It has 12 m farms and 12 m people", ["12000000 people"]),
        ("It has 40 and 50 farms", ["40 farms", "50 farms"]),
        ("It has 33 and 102 million farms", ["33000000 farms", "102000000 farms"]),
        ("It has 5 (mostly rural) farms", ["5 farms"]),
        ("It has 5 (of 9) farms", []),
        ("Farms: 5", ["5 farms"]),
        ("Farms: 5 to 9", []),
        ("Number of farms seen in far hot dry place: 5", ["5 farms"]),  # seven words before the colon
        ("Number of farms seen in one far hot dry place: 5", []),
        ("It has 5 km² and 5 km", ["5 km²", "5 km"]),
    ],
)
def test_both_sides_of_what_a_count_is(text: str, expected: list[str]) -> None:
    assert [told(mention) for mention in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to 4 route des Bains, 1030 Brussels.", []),
        ("Write to 4 Rue Lagarde.", []),
        ("It has 4 route maps.", ["4 route maps"]),
        ("Write to the Ministry, 75008 Paris", []),
        ("It reached 1030 Brussels families.", ["1030 Brussels families"]),
        ("It reached 103 Brussels (a pop group).", ["103 Brussels"]),
        ("It reached 1,030 Kenyans.", ["1030 Kenyans"]),
    ],
)
def test_numbers_of_addresses_count_nothing(text: str, expected: list[str]) -> None:
    assert [told(mention) for mention in read(text)] == expected
