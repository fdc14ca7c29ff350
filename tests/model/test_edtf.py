"""The days that a point of time stands for, counted on a calendar."""

from datetime import date

import pytest

from pipeline.model.edtf import days, span


@pytest.mark.parametrize(
    ("point", "first", "last"),
    [
        ("2020-12-01", "2020-12-01", "2020-12-01"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-01", "2021-01-01", "2021-01-31"),
        ("2021-12", "2021-12-01", "2021-12-31"),
        ("1991", "1991-01-01", "1991-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2020-33", "2020-01-01", "2020-03-31"),
        ("2020-34", "2020-04-01", "2020-06-30"),
        ("2020-35", "2020-07-01", "2020-09-30"),
        ("2020-36", "2020-10-01", "2020-12-31"),
        ("2020-40", "2020-01-01", "2020-06-30"),
        ("2020-41", "2020-07-01", "2020-12-31"),
        ("2020-21", "2020-01-01", "2020-12-31"),
        ("2020-24", "2020-01-01", "2020-12-31"),
    ],
)
def test_first_and_last_day(point: str, first: str, last: str) -> None:
    assert days(point) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "point",
    [None, "", "..", "2020-13", "2020-20", "2020-25", "2020-32", "2020-37", "2020-39", "2020-42", "2021-02-29", "20X"],
)
def test_what_is_no_point_of_time_has_no_days(point: str | None) -> None:
    assert days(point) is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018/2022", "2018-01-01", "2022-12-31"),
        ("2018-03/2022-02", "2018-03-01", "2022-02-28"),
        ("2004/..", "2004-01-01", None),
        ("../2004", None, "2004-12-31"),
        ("2004-06", "2004-06-01", "2004-06-30"),
    ],
)
def test_edges_of_an_interval(value: str, first: str | None, last: str | None) -> None:
    assert [edge and edge.isoformat() for edge in span(value)] == [first, last]
