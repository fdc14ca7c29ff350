"""Periods of reduced precision, counted by hand on a calendar."""

import pytest

from pipeline.check.periods import fits, is_reversed, length, reversed_edges, timespan
from pipeline.model import Doubt


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2021", "2023", "12 to 36 months"),
        ("2021-01-01", "2023-12-31", "36 months"),
        ("2020-12", "2023-01", "24 to 26 months"),
        ("2021-03-01", "2021-03-01", "0 months"),
        ("2021-03-01", "2021-03-31", "1 months"),
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
        ("P2Y", "2020-01-01", "2021-06-30", False),  # years may be half a year off
        ("P2Y", "2020-01-01", "2021-07-31", True),
        ("P2Y", "2020-01-01", "2022-06-29", True),
        ("P2Y", "2020-01-01", "2022-08-01", False),
        ("P10M", "2020-01-01", "2020-08-30", False),  # months a month
        ("P10M", "2020-01-01", "2020-10-02", True),
        ("P10M", "2020-01-01", "2020-11-30", True),
        ("P10M", "2020-01-01", "2020-12-31", False),
        ("P10W", "2020-01-01", "2020-02-29", True),  # 70 days of 60
        ("P10W", "2020-01-01", "2020-01-31", False),  # of 31
        ("P300D", "2020-01-01", "2020-12-31", False),  # of 366
        ("P340D", "2020-01-01", "2020-12-31", True),
        ("three years", "2020-01-01", "2020-12-31", True),  # no ISO 8601: nothing can be said
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
        # the one may start, or end, on the last day on which the other may
        (("2020-06-01", "2023"), ("2020-06-01", "2023"), True),
        (("2020-06-01", "2023"), ("2020-06-02", "2023"), False),
        (("2020-06-02", "2023"), ("2020-06-01", "2023"), False),
        (("2020", "2023-06-01"), ("2020", "2023-06-01"), True),
        (("2020", "2023-06-01"), ("2020", "2023-06-02"), False),
        (("2020", "2023-06-02"), ("2020", "2023-06-01"), False),
        (("2020-12-31", "2023"), ("2020", "2023"), True),
        (("2020-01-01", "2023"), ("2020", "2023"), True),
        (("2020", "2023-12-31"), ("2020", "2023"), True),
        (("2020", "2023-01-01"), ("2020", "2023"), True),
    ],
)
def test_two_periods(one, other, agree):
    assert timespan(*one).agrees(timespan(*other)) is agree


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (("2019", "2021"), ("2021", "2023"), True),  # the same year may be another half of it
        (("2019", "2020"), ("2021", "2023"), False),
        (("2019", "2021-01-01"), ("2021-01-01", "2023"), True),
        (("2019", "2021-01-01"), ("2021-01-02", "2023"), False),
    ],
)
def test_two_periods_overlap(one, other, overlap):
    assert timespan(*one).overlaps(timespan(*other)) is overlap
    assert timespan(*other).overlaps(timespan(*one)) is overlap


@pytest.mark.parametrize(("start", "end"), [(None, "2021"), ("2021", None), ("", "2021"), ("2022", "2021"), ("x", "y")])
def test_no_period_between_open_or_reversed_ends(start, end):
    assert timespan(start, end) is None


@pytest.mark.parametrize(
    ("candidates", "edges"),
    [
        (("2021/2020",), ("2021", "2020")),
        (("2020/2021",), None),
        (("2021/2020", "2020/2021"), None),
        ((), None),
    ],
)
def test_the_ends_of_a_doubtful_period_that_is_reversed(candidates, edges):
    assert reversed_edges(Doubt("value", "it ends before it starts", candidates)) == edges
