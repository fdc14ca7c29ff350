"""Dates: texts a person has checked, what the document decides, doubts, and what must hold for any text."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions import find_mentions
from pipeline.mentions.dates.moments import Moment, Period, spanning
from pipeline.model import Context, Time
from tests.mentions.readings import readings


def times(text: str, context: Context | None = None) -> list[Time]:
    return [mention for mention in find_mentions(text, context) if isinstance(mention, Time)]


def only(text: str, context: Context | None = None) -> Time:
    (time,) = times(text, context)
    return time


# -------------------------------------------------------------------------------------------------- checked texts


@pytest.mark.parametrize(("text", "expected"), readings("dates"))
def test_every_text_reads_as_a_person_has_checked(text: str, expected: str) -> None:
    assert "; ".join(time.value or time.duration or "?" for time in times(text)) == expected


@pytest.mark.parametrize("text", [text for text, _ in readings("dates")])
def test_every_value_is_edtf(text: str) -> None:
    for time in times(text):
        assert time.value is None or parse_edtf(time.value)


@pytest.mark.parametrize(
    "text", ["It grew after May.", "It grew before May.", "It grew after 5 May.", "It closed before 31 March."]
)
def test_what_lies_before_or_after_a_day_of_no_year_is_no_time(text: str) -> None:
    assert times(text) == []


# ------------------------------------------------------------------------------------------- what a record tells


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("a member since 1991", "since", "1991-01-01", None),
        ("jobs by 2030", "until", None, "2030-12-31"),
        ("until March 2020", "until", None, "2020-03-31"),
        ("between 2018 and 2022", "range", "2018-01-01", "2022-12-31"),
        ("from 1 January 2022 to 31 December 2025", "range", "2022-01-01", "2025-12-31"),
        ("in December 2020", "month", "2020-12-01", "2020-12-31"),
        ("February 2024", "month", "2024-02-01", "2024-02-29"),
        ("in FY2019/20", "fiscal_year", "2019-01-01", "2020-12-31"),
        ("the third quarter of 2016", "quarter", "2016-07-01", "2016-09-30"),
        ("the second half of 2021", "range", "2021-07-01", "2021-12-31"),
        ("in mid-2021", "year", "2021-01-01", "2021-12-31"),
        ("in the 1990s", "decade", "1990-01-01", "1999-12-31"),
        ("the winter of 2016", "year", "2016-01-01", "2016-12-31"),
        ("a four-year plan", "duration", None, None),
        ("on 12 March 2019", "day", "2019-03-12", "2019-03-12"),
    ],
)
def test_kind_and_days(text: str, kind: str, start: str | None, end: str | None) -> None:
    time = only(text)
    assert (time.kind, time.start, time.end) == (kind, start, end)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("It began in 2004.", "2004"),
        ("It has run since\n2004.", "since\n2004"),
        ("Work from 2018 to 2022 went on", "from 2018 to 2022"),
        ("during the third quarter of 2020", "third quarter of 2020"),
        ("over a 26-month period", "26-month"),
        ("US$ 2000 in 2001", "2001"),
    ],
)
def test_the_mention_takes_in_what_bounds_it_but_no_plain_preposition(text: str, mention: str) -> None:
    assert only(text).text == mention


def test_a_list_shares_its_year() -> None:
    assert [time.value for time in times("in March, April and June 2019")] == ["2019-03", "2019-04", "2019-06"]


def test_no_mention_runs_over_the_end_of_a_sentence_or_paragraph() -> None:
    assert [time.text for time in times("It ended in 2019. May 2020 was quiet")] == ["2019", "May 2020"]
    assert [time.text for time in times("Funding since 2019\n\n2021 in brief")] == ["since 2019", "2021"]


# -------------------------------------------------------------------------------------------- day and month, doubts


@pytest.mark.parametrize(("day_first", "value"), [(True, "2021-03-05"), (False, "2021-05-03")])
def test_the_document_decides_day_or_month_first(day_first: bool, value: str) -> None:
    time = only("signed on 05/03/2021", Context(day_first=day_first))
    assert (time.value, time.doubts) == (value, ())


def test_day_before_month_by_convention_and_told_as_a_doubt() -> None:
    time = only("signed on 05/03/2021")
    assert time.value == "2021-03-05"
    assert [(doubt.field, doubt.candidates) for doubt in time.doubts] == [("value", ("2021-03-05", "2021-05-03"))]


def test_years_before_month_by_convention_and_told_as_a_doubt() -> None:
    time = only("since 2005-11")
    assert time.value == "2005/.."
    assert [doubt.candidates for doubt in time.doubts] == [("2005/..", "2005-11/..")]


def test_the_text_itself_decides_day_or_month_first() -> None:
    assert [time.value for time in times("05/03/2021 to 25/03/2021")] == ["2021-03-05/2021-03-25"]
    assert [time.value for time in times("05/03/2021 to 05/25/2021")] == ["2021-05-03/2021-05-25"]


def test_evidence_that_contradicts_itself_decides_nothing() -> None:
    assert times("13/05/2021, 05/13/2021, 05/03/2021")[-1].doubts


@pytest.mark.parametrize(
    ("text", "field", "candidates"),
    [
        ("two to three years", "duration", ("P2Y", "P3Y")),
        ("three (4) years", "duration", ("P3Y", "P4Y")),
        ("30 February 2020", "value", ()),
        ("before 30 February 2020", "value", ()),
        ("from 2015 to 2012", "value", ("2015/2012",)),
    ],
)
def test_what_cannot_be_decided_is_empty_and_told(text: str, field: str, candidates: tuple[str, ...]) -> None:
    time = only(text)
    assert (time.value, time.start, time.end, time.duration) == (None, None, None, None)
    assert [(doubt.field, doubt.candidates) for doubt in time.doubts] == [(field, candidates)]


# ------------------------------------------------------------------------------------------------- what is no date


@pytest.mark.parametrize(
    "text",
    [
        "SDG 8.7 and the 2030 Agenda",
        "Convention No. 190, C182, R204",
        "COVID-19 and ISO 45001",
        "call +41 22 799 2019 or write to P.O. Box 1950",
        "project GLO/19/02/NOR, RAF2019, TC-2019-01",
        "see p. 2019 of https://example.org/2019/report-2020.pdf",
        "US$ 2019 for 2000 women and 1,991 men",
        "last year, every year, a year, per month, next Monday",
        "boys aged 15 to 17 years, a 12-year-old",
        "12 March, in May, Tuesday",
        "they may 12 times",
    ],
)
def test_no_date(text: str) -> None:
    assert times(text) == []


# --------------------------------------------------------------------------------------------------------- any text

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
LAYOUTS = [
    "{0.day} {month} {0.year}",
    "{0.day}{suffix} of {month} {0.year}",
    "{month} {0.day}, {0.year}",
    "{month}\n{0.day}{suffix}, {0.year}",
    "{0.day} {short} {0.year}",
    "{dotted} {0.day}, {0.year}",
    "{0.day}-{short}-{0.year}",
    "{0:%Y-%m-%d}",
    "{0:%d/%m/%Y}",
    "{0:%d.%m.%Y}",
    "{0.day}/{0.month}/{0.year}",
]


def printed(day: date, layout: str) -> str:
    suffix = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    month, short = calendar.month_name[day.month], calendar.month_abbr[day.month]
    return layout.format(day, month=month, short=short, dotted="May" if short == "May" else f"{short}.", suffix=suffix)


@given(DAYS, st.sampled_from(LAYOUTS))
def test_a_printed_day_is_read_back(day: date, layout: str) -> None:
    time = only(f"Signed on {printed(day, layout)}.", Context(day_first=True))
    assert (time.value, time.start, time.end) == (day.isoformat(),) * 3


@given(
    DAYS, DAYS, st.sampled_from(LAYOUTS), st.sampled_from(["from {} to {}", "between {} and {}", "{} – {}", "{} to {}"])
)
def test_a_printed_range_is_read_back(one: date, other: date, layout: str, between: str) -> None:
    first, last = sorted((one, other))
    time = only(between.format(printed(first, layout), printed(last, layout)), Context(day_first=True))
    assert (time.start, time.end) == (first.isoformat(), last.isoformat())


@given(
    st.integers(1900, 2090),
    st.integers(1, 9),
    st.sampled_from(["{}-{}", "{}–{}", "from {} until {}", "between {} and {}"]),
)
def test_printed_years_are_read_back(year: int, more: int, layout: str) -> None:
    assert only(layout.format(year, year + more)).value == f"{year}/{year + more}"


@given(
    st.integers(1, 99),
    st.sampled_from([("year", "Y"), ("month", "M"), ("week", "W")]),
    st.sampled_from(["{}-{}", "{} {}s"]),
)
def test_a_printed_duration_is_read_back(count: int, unit: tuple[str, str], layout: str) -> None:
    assert only(f"over {layout.format(count, unit[0])} in all").duration == f"P{count}{unit[1]}"


WORDS = [
    "since",
    "2004",
    "2019-21",
    "12",
    "March",
    "may",
    "of",
    "the",
    "end",
    "FY",
    "/",
    "-",
    ".",
    ",",
    "Q3",
    "to",
    "years",
    "(",
    "’",
    "\n",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_every_span_lies_in_its_text_and_every_value_is_edtf(words: list[str]) -> None:
    text = " ".join(words)
    for time in times(text):
        assert text[time.char_start : time.char_end] == time.text
        assert time.value is None or parse_edtf(time.value)
        assert time.doubts or time.value or time.duration


@given(st.text(st.characters(exclude_categories=["N", "Cs"])))
def test_a_text_without_figures_has_no_dates(text: str) -> None:
    assert times(text) == []


def test_fiscal_years_in_a_row_share_the_word():
    found = [
        m for m in find_mentions("It gave EUR 5 million in the fiscal years 2021/22 and 2022/23.") if m.table == "dates"
    ]
    assert [(m.kind, m.value) for m in found] == [("fiscal_year", "2021/2022"), ("fiscal_year", "2022/2023")]


# ---------------------------------------------------------------------------------------------- both sides of a bound


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("in 1998–58", ["1998/2058"]),  # up to sixty years
        ("in 1998–59", []),
        ("in 2019-20", ["2019/2020"]),
        ("in 2018-9", ["2018/2019"]),
        ("signed on 25/3/49", ["2049-03-25"]),
        ("signed on 25/3/50", ["1950-03-25"]),
        ("signed on 13/12/2019", ["2019-12-13"]),
        ("signed on 12/13/2019", ["2019-12-13"]),
        ("signed on 12/12/2019", ["2019-12-12"]),
        ("signed on 13/13/2019", [None]),
        ("the first twelve months of 2021", ["2021-01/2021-12"]),
        ("the first nine months of 2021", ["2021-01/2021-09"]),
        ("the last nine months of 2021", ["2021-04/2021-12"]),
        ("the last two months of 2021", ["2021-11/2021-12"]),
        ("the fifth Tuesday of September 2014", ["2014-09-30"]),
        ("the first Tuesday of September 2014", ["2014-09-02"]),
        ("the first Monday of September 2014", ["2014-09-01"]),
        ("the first Sunday of September 2014", ["2014-09-07"]),
        ("before May 2019", ["../2019-04"]),
        ("before 1 March 2020", ["../2020-02-29"]),
        ("after 31 December 2019", ["2020-01-01/.."]),
        ("after mid-2019", ["2019/.."]),
        ("after 2019", ["2020/.."]),
        ("the year ended 30 June 2007", ["2006-07-01/2007-06-30"]),
        ("November-February 2017", ["2016-11/2017-02"]),
        ("February-November 2017", ["2017-02/2017-11"]),
        ("2004-01", ["2004-01"]),
        ("2004-12", ["2004/2012"]),
        ("2004-13", ["2004/2013"]),
        ("2012-13", ["2012/2013"]),
        ("2011-12", ["2011/2012"]),
    ],
)
def test_what_a_text_reads_beside_a_bound(text: str, values: list[str | None]) -> None:
    assert [time.value for time in times(text)] == values


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("over one and a half years", "P1Y6M"),
        ("over a year and a half", "P1Y6M"),
        ("over half a year", "P6M"),
        ("over a decade", "P10Y"),
        ("over two decades", "P20Y"),
        ("over 2 years, 3 months", "P2Y3M"),
        ("over 18 months", "P18M"),
        ("over six weeks", "P6W"),
        ("over two (2) years", "P2Y"),
        ("over 2.5 years", "P2Y6M"),
    ],
)
def test_how_long_something_lasts(text: str, duration: str) -> None:
    assert only(text).duration == duration


def test_a_range_of_lengths_is_left_open() -> None:
    time = only("over two to three years")
    assert (time.duration, [doubt.candidates for doubt in time.doubts]) == (None, [("P2Y", "P3Y")])


@pytest.mark.parametrize(
    ("moment", "kind", "edtf", "first", "last"),
    [
        (Moment(2020, 2, 29), "day", "2020-02-29", "2020-02-29", "2020-02-29"),
        (Moment(2021, 2), "month", "2021-02", "2021-02-01", "2021-02-28"),
        (Moment(2021, quarter=1), "quarter", "2021-33", "2021-01-01", "2021-03-31"),
        (Moment(2021, quarter=4), "quarter", "2021-36", "2021-10-01", "2021-12-31"),
        (Moment(2021, half=1), "range", "2021-40", "2021-01-01", "2021-06-30"),
        (Moment(2021, half=2), "range", "2021-41", "2021-07-01", "2021-12-31"),
        (Moment(2021, season=23), "year", "2021-23", "2021-01-01", "2021-12-31"),
        (Moment(1990, decade=True), "decade", "199X", "1990-01-01", "1999-12-31"),
        (Moment(2021), "year", "2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_moments_of_the_calendar(moment: Moment, kind: str, edtf: str, first: str, last: str) -> None:
    assert (moment.kind, moment.edtf) == (kind, edtf)
    assert (moment.first.isoformat(), moment.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("moment", "before", "after"),
    [
        (Moment(2020, 3, 1), "2020-02-29", "2020-03-02"),
        (Moment(2020, 12), "2020-11", "2021-01"),
        (Moment(2020, quarter=1), "2019-12", "2020-04"),
        (Moment(2020, half=2), "2020-06", "2021-01"),
        (Moment(2020), "2019", "2021"),
        (Moment(2020, part="early"), "2019", "2020"),
        (Moment(2020, part="middle"), "2020", "2020"),
        (Moment(2020, part="late"), "2020", "2021"),
    ],
)
def test_what_comes_before_and_after_a_moment(moment: Moment, before: str, after: str) -> None:
    assert (moment.before().edtf, moment.after().edtf) == (before, after)


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        (Moment(month=11), Moment(2017, 2), "2016-11/2017-02"),
        (Moment(month=2), Moment(2017, 2), "2017-02"),
        (Moment(2016, 11), Moment(month=2), "2016-11/2017-02"),
        (Moment(2016, 2), Moment(month=11), "2016-02/2016-11"),
        (Moment(2016, 2), Moment(month=2), "2016-02"),
        (Moment(2016, 2), Moment(2018, 1), "2016-02/2018-01"),
    ],
)
def test_a_year_that_is_told_once(first: Moment, last: Moment, edtf: str) -> None:
    assert spanning(first, last).edtf == edtf


@pytest.mark.parametrize(
    ("period", "kind", "edtf"),
    [
        (Period(Moment(2019), None), "since", "2019/.."),
        (Period(None, Moment(2019)), "until", "../2019"),
        (Period(Moment(2019), Moment(2020)), "range", "2019/2020"),
        (Period(Moment(2019), Moment(2019)), "year", "2019"),
        (Period(Moment(2019), Moment(2020), fiscal=True), "fiscal_year", "2019/2020"),
        (Period(Moment(2019, 3), Moment(2020)), "range", "2019-03/2020"),
    ],
)
def test_periods(period: Period, kind: str, edtf: str) -> None:
    assert (period.kind, period.edtf) == (kind, edtf)


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("signed on 05/12/2021", "2021-12-05", "2021-05-12"),
        ("signed on 12/05/2021", "2021-05-12", "2021-12-05"),
        ("signed on 11/12/2021", "2021-12-11", "2021-11-12"),
        ("signed on 13/12/2021", "2021-12-13", None),
        ("signed on 12/13/2021", "2021-12-13", None),
        ("signed on 12/12/2021", "2021-12-12", None),
    ],
)
def test_a_twelve_may_be_a_day_or_a_month(text: str, value: str, other: str | None) -> None:
    time = only(text)
    assert time.value == value
    assert [doubt.candidates for doubt in time.doubts] == ([(value, other)] if other else [])
