"""What a person writes, as the value of a field."""

import pytest

from pipeline.model import schema
from pipeline.values import MisfitError, country, fitting, misfit, only


def field(name: str) -> schema.Field:
    table, _, column = name.partition(".")
    return next(each for each in schema.table(table).fields if each.name == column)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        pytest.param("projects.amount", " 41800000 ", "41800000", id="as the tables write it"),
        pytest.param("projects.amount", "15 million", "15000000", id="as people do"),
        pytest.param("money.amount", "-5", "-5", id="below zero"),
        pytest.param("projects.amount", "0", "0", id="nought"),
        pytest.param("projects.amount", "", "None", id="nothing"),
        pytest.param("projects.amount", "  ", "None", id="a blank"),
        pytest.param("projects.currency", "EUR", "EUR", id="a code"),
        pytest.param("projects.currency", "euros", "EUR", id="a currency"),
        pytest.param("projects.countries", "MLI;NER", "MLI;NER", id="codes"),
        pytest.param("projects.countries", "Mali", "MLI", id="a country"),
        pytest.param("projects.countries", "Mali, Niger; Togo", "MLI;NER;TGO", id="countries"),
        pytest.param("projects.start", "2019-02-28", "2019-02-28", id="a day"),
        pytest.param("projects.start", "March 2019", "2019-03", id="a month"),
        pytest.param("projects.start", "Feb-49", "2049-02", id="a month as a spreadsheet shows it"),
        pytest.param("projects.start", "Feb-50", "1950-02", id="one of the last century"),
        pytest.param("projects.start", "February. 23", "2023-02", id="a month and two digits"),
        pytest.param("projects.start", "Q2 2021", "2021-34", id="a quarter"),
        pytest.param("projects.duration", "P26M", "P26M", id="a duration"),
        pytest.param("projects.duration", "26 months", "P26M", id="months"),
        pytest.param("contributions.period", "2018/2022", "2018/2022", id="an interval"),
        pytest.param("contributions.period", "2018/2018", "2018/2018", id="an interval of one year"),
        pytest.param("contributions.period", "2018 to 2022", "2018/2022", id="years"),
        pytest.param("contributions.period_start", "2018-01-31", "2018-01-31", id="the first day"),
        pytest.param("projects.qualifier", "about", "about", id="one of several"),
        pytest.param("projects.title", "Safer ports", "Safer ports", id="a text"),
        pytest.param("money.char_start", "0", "0", id="the least number"),
        pytest.param("money.page", "1", "1", id="the first page"),
    ],
)
def test_a_value_as_the_tables_or_as_people_write_it(name: str, text: str, value: str) -> None:
    assert str(fitting(field(name), text)) == value


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        pytest.param("projects.title", " ", "may not be empty", id="required"),
        pytest.param("contributions.kind", "", "may not be empty", id="required, of several"),
        pytest.param("projects.amount", "-5", "must be a plain number of 0 or more such as 4", id="below zero"),
        pytest.param("money.amount", "x", 'must be a plain number such as 41800000 or 15 million, not "x"', id="none"),
        pytest.param("projects.amount", "NaN", "must be a plain number", id="no number"),
        pytest.param("projects.amount", "Infinity", "must be a plain number", id="no end"),
        pytest.param("projects.amount", "3 to 4 million", "must be a plain number", id="a range"),
        pytest.param("projects.amount", "3 and 4", "must be a plain number", id="two numbers"),
        pytest.param("projects.currency", "XXY", "must be ", id="no code"),
        pytest.param("projects.currency", "dollars", "must be ", id="several currencies"),
        pytest.param("projects.countries", "MLI;XXX", "must be countries or their", id="one code of two"),
        pytest.param("projects.countries", "Mali, Utopia", "must be countries or their", id="one country of two"),
        pytest.param("projects.countries", "ASEAN", "must be countries or their", id="a group"),
        pytest.param("projects.start", "2019-02-29", "must be a day, month or year", id="no day of that year"),
        pytest.param("projects.start", "some day", "must be a day, month or year", id="no date"),
        pytest.param("projects.start", "Feb-123", "must be a day, month or year", id="three digits"),
        pytest.param("projects.start", "Fe 23", "must be a day, month or year", id="no month"),
        pytest.param("contributions.period", "2022/2018", "must be a date or period", id="turned round"),
        pytest.param("contributions.period_start", "2018-02-30", "must be a day such as", id="no day"),
        pytest.param("projects.duration", "long", "must be a duration", id="no duration"),
        pytest.param("projects.qualifier", "roughly", "must be one of exact, about", id="none of several"),
        pytest.param("money.page", "0", "must be a whole number of 1 or more such as 3", id="below the least"),
        pytest.param("money.page", "1.5", "must be a whole number", id="no whole number"),
        pytest.param("money.boxes", "1@2,3", "must be ", id="a box of two lengths"),
    ],
)
def test_a_value_that_the_field_may_not_have(name: str, text: str, problem: str) -> None:
    with pytest.raises(MisfitError) as told:
        fitting(field(name), text)
    assert str(told.value).startswith(problem)


@pytest.mark.parametrize(
    ("text", "code"),
    [("Mali", "MLI"), ("Malian", None), ("Mali and Niger", None), ("in Mali", None), ("ASEAN", None), ("Utopia", None)],
)
def test_the_one_country_that_a_text_is(text: str, code: str | None) -> None:
    assert country(text) == code


@pytest.mark.parametrize(
    ("text", "is_one"), [("EUR 5", True), ("EUR 5 in 2021", False), ("some EUR 5", False), ("$5", False), ("", False)]
)
def test_the_one_mention_that_a_text_is_without_a_doubt(text: str, is_one: bool) -> None:
    assert (only(text) is not None) is is_one


@pytest.mark.parametrize(
    ("table", "values", "problem"),
    [
        ("documents", {"donor": "Ireland", "donor_iso3": "IRL"}, ""),
        ("documents", {"donor": "Ireland", "donor_iso3": None}, ""),
        ("documents", {"donor": "Ireland", "donor_iso3": "MLI"}, "has the donor Ireland with the code MLI"),
        ("documents", {"donor": "A foundation", "donor_iso3": "MLI"}, ""),
        ("documents", {"donor": None, "donor_iso3": "MLI"}, ""),
        ("projects", {}, ""),
    ],
)
def test_values_that_do_not_go_together(table: str, values: dict[str, str | None], problem: str) -> None:
    row = dict.fromkeys(schema.table(table).columns)
    assert misfit(schema.table(table), {**row, **values}) == problem


def test_a_value_that_needs_another() -> None:
    for table in schema.TABLES:
        for name, needed in table.needs:
            row = dict.fromkeys(table.columns)
            assert misfit(table, {**row, name: "1"}) == f"has {name} without {needed}"
            assert misfit(table, {**row, name: "1", needed: "2"}) == ""
            assert misfit(table, {**row, needed: "2"}) == ""
