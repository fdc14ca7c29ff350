"""Periods of reduced precision, counted by hand on a calendar."""

import pytest

from pipeline.check.periods import fits, is_reversed, length, timespan


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2021", "2023", "12 to 36 months"),
        ("2021-01-01", "2023-12-31", "36 months"),
        ("2020-12", "2023-01", "24 to 26 months"),
    ],
)
def test_length(start, end, months):
    assert length(timespan(start, end)) == months


@pytest.mark.parametrize(
    ("duration", "start", "end", "agree"),
    [
        ("P4Y", "2018", "2022", True),
        ("P4Y", "2021", "2023", False),
        ("P5Y", "2018-01-01", "2022-12-31", True),
        ("P3Y", "2020-05", "2023-07", True),  # years are rounded
        ("P1Y", "2020-05", "2023-07", False),
        ("P26M", "2020-12", "2023-01", True),
        ("P30M", "2019-01", "2021-12", False),
        ("P36M", "2019-10", "2022-09", True),
        ("P3Y6M", "2019-01", "2022-06", True),
        ("P3.5Y", "2019-01", "2022-06", True),
        ("P18M", "2019", "2019", False),
        ("P6W", "2021-03-01", "2021-04-12", True),
        ("P90D", "2021-03-01", "2021-05-29", True),
    ],
)
def test_a_duration_and_its_dates(duration, start, end, agree):
    assert fits(duration, timespan(start, end)) is agree


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2021-05", "2020", True),
        ("2021-05", "2021", False),
        ("2021", "2021-05", False),
        ("2021-05-02", "2021-05-01", True),
        ("2021", None, False),
        ("2021~", "2020", False),
        ("2021-02-30", "2020", False),
    ],
)
def test_reversed(start, end, expected):
    assert is_reversed(start, end) is expected


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (("2021", "2023"), ("2021-03", "2023-06"), True),
        (("2021", "2023"), ("2020-12-31", "2023"), False),
        (("2021", "2023"), ("2021", "2024"), False),
    ],
)
def test_two_periods(one, other, agree):
    assert timespan(*one).agrees(timespan(*other)) is agree
