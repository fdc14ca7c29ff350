"""Values of the tables in the words of people."""

import pytest

from pipeline import wording
from pipeline.model import schema


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("", ""),
        ("2019", "2019"),
        ("2019-01", "January 2019"),
        ("2019-12", "December 2019"),
        ("2019-03-01", "1 March 2019"),
        ("2018/2022", "2018 to 2022"),
        ("1991/..", "since 1991"),
        ("../2024-06", "until June 2024"),
        ("199X", "the 1990s"),
        ("2021-21", "spring of 2021"),
        ("2021-22", "summer of 2021"),
        ("2021-23", "autumn of 2021"),
        ("2021-24", "winter of 2021"),
        ("2021-33", "Q1 2021"),
        ("2021-34", "Q2 2021"),
        ("2021-36", "Q4 2021"),
        ("2021-40", "first half of 2021"),
        ("2021-41", "second half of 2021"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert wording.period(edtf) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("", ""),
        ("P26M", "26 months"),
        ("P1Y", "1 year"),
        ("P2Y6M", "2 years 6 months"),
        ("P1.5Y", "1.5 years"),
        ("P3W1D", "3 weeks 1 day"),
    ],
)
def test_durations_in_words(iso: str, words: str) -> None:
    assert wording.duration(iso) == words


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (("2018", "2022-06", None), "2018 to June 2022"),
        (("2018", "2018", None), "2018"),
        (("2018", None, "P26M"), "from 2018, 26 months"),
        ((None, "2024", None), "until 2024"),
        ((None, None, "P3Y"), "3 years"),
        ((None, None, None), ""),
        (("2018", "2019", "P1Y"), "2018 to 2019, 1 year"),
    ],
)
def test_when_a_project_runs_in_words(stated: tuple[str | None, ...], words: str) -> None:
    assert wording.span(*stated) == words


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("projects.start", "2021-34", "Q2 2021"),
        ("projects.duration", "P26M", "26 months"),
        ("projects.countries", "MLI;NER", "Mali (MLI), Niger (NER)"),
        ("projects.countries", "MLI;XYZ", "Mali (MLI), XYZ"),
        ("projects.amount", "41800000", "41,800,000"),
        ("projects.amount", "0.5", "0.5"),
        ("projects.amount", "", ""),
        ("projects.funders", "Mali;Togo", "Mali; Togo"),
        ("projects.title", "Ports; roads;rails", "Ports; roads;rails"),
    ],
)
def test_a_value_of_a_field_in_words(field: str, text: str, words: str) -> None:
    table, _, name = field.partition(".")
    (of,) = [each for each in schema.table(table).fields if each.name == name]
    assert wording.value(of, text) == words


@pytest.mark.parametrize(
    ("word", "words"), [(None, ""), ("exact", ""), ("between", ""), ("about", "about"), ("more_than", "more than")]
)
def test_the_word_before_a_number(word: str | None, words: str) -> None:
    assert wording.qualifier(word) == words


def test_names_and_codes_of_countries() -> None:
    assert (wording.country("MLI"), wording.country("XYZ"), wording.two_letters("MLI")) == ("Mali", "XYZ", "ML")


def test_the_parts_of_a_year_that_have_words() -> None:
    """The codes of EDTF: four seasons, four quarters, two halves."""
    assert wording.PARTS == {
        21: "spring of",
        22: "summer of",
        23: "autumn of",
        24: "winter of",
        33: "Q1",
        34: "Q2",
        35: "Q3",
        36: "Q4",
        40: "first half of",
        41: "second half of",
    }
