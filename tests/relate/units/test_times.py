"""When a project began and ended, time by time."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.model import Doubt, Time
from pipeline.relate.lists import sentences
from pipeline.relate.phrases import Sentence
from pipeline.relate.times import (
    ToldTime,
    _by_sentences,
    _from,
    _is_answered,
    _is_of_work,
    _subject,
    _up_to,
    agreed,
    edges,
    phase,
    project_span,
    told_times,
)
from tests.relate.records import phrases, read, texts, time


def told(line: str) -> list[ToldTime]:
    """`2020:year:starts+ends`: times with their kinds and what is told of them; `!` before one of the heading."""
    found = []
    for part in line.split():
        value, kind, tells = part.lstrip("!").split(":")
        of = time(value, kind)
        found.append(ToldTime(of, frozenset(filter(None, tells.split("+"))), part.startswith("!")))
    return found


def span(line: str) -> str:
    """Start, end and duration, and what is left open or assumed."""
    found = project_span(told(line))
    doubts = [f"{d.field}{'!' if d.assumed else '?'}{'+'.join(d.candidates)}" for d in found.doubts]
    return " ".join([found.start or "-", found.end or "-", found.duration or "-", *doubts])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", "- - -"),
        ("2020:year:starts", "2020 - -"),
        ("2020:year:ends", "- 2020 -"),
        ("2020:year:runs", "- - -"),
        ("2020:since:runs", "2020 - -"),
        ("2020:since:starts", "2020 - -"),
        ("2020:since:ends", "- - -"),
        ("2020:until:starts", "- - -"),
        ("2020:until:ends", "- 2020 -"),
        ("2020:year:starts+ends", "- 2020 -"),
        ("2020:year:starts 2022:year:ends", "2020 2022 -"),
        ("2020:year:starts 2021:year:starts", "- - - start?2020+2021"),
        ("2020:year:starts 2020-05:month:starts", "2020-05 - -"),
        ("2020/2022:range:runs", "2020 2022 -"),
        ("2020/2022:range:runs!", "2020 2022 -"),
        ("2020/2022:range:starts", "2020 2022 -"),
        ("2020/2022:range:ends", "2020 2022 - start! end!"),
        ("2020:range:starts", "2020 - -"),
        ("2020:range:ends", "- 2020 -"),
        ("2020:range:runs", "2020 2020 -"),
        ("2020/..:range:runs", "2020 - -"),
        ("../2022:range:runs", "- 2022 -"),
        # moved
        ("2020/2022:range:runs 2024:year:moves", "2020 2024 -"),
        ("2020/2022:range:runs 2023/2024:range:moves", "2020 2024 -"),
        # apart
        ("2020:year:starts+apart", "- - -"),
        ("2020/2022:range:runs!+apart", "2020 2022 -"),
        ("2020/2022:range:runs+apart", "- - -"),
        # durations
        ("P3Y:duration:lasts", "- - P3Y"),
        ("P3Y:duration:lasts?", "- - P3Y"),
        ("P3Y:duration:lasts P2Y:duration:lasts?", "- - P3Y"),
        ("P3Y:duration:runs", "- - -"),
        ("P3Y:duration:lasts P2Y:duration:lasts", "- - - duration?P3Y+P2Y"),
        # the one period that is told
        ("2020/2022:range:", "2020 2022 - start! end!"),
        ("2020/2022:range: 2020/2022:range:", "2020 2022 - start! end!"),
        ("2020/2022:range: 2023/2024:range:", "- - -"),
        ("2020/2022:range: 2021:year:starts", "2021 - -"),
        ("2020/2022:range: 2021:year:starts 2022:year:starts", "- - - start?2021+2022"),
        ("2020/2022:range: 2021:year:ends 2022:year:ends", "- - - end?2021+2022"),
        # what is said of something else
        ("2020:year:starts?", "- - - start?2020"),
        ("2020:year:ends?", "- - - end?2020"),
        ("2020:year:starts? 2022:year:ends", "- 2022 -"),
        # the heading's own period
        ("!2020/2022:range:runs 2019:year:starts", "2020 2022 -"),
        ("!2020/2022:range:runs P3Y:duration:lasts", "2020 2022 P3Y"),
        ("!2020:year:starts 2019/2022:range:runs", "- 2022 - start?2020+2019"),
        # an extension of which no day is told
        ("2020/2022:range:runs+outlasted", "2020 - - end?2022"),
        ("2022:year:ends+outlasted", "- - - end?2022"),
        ("P3Y:duration:lasts+outlasted", "- - P3Y duration!P3Y"),
        # others' edges
        ("2020/2022:range:runs 2023:year:starts", "2020 2022 -"),
        ("2020/2022:range:runs 2021:year:starts", "- 2022 - start?2020+2021"),
        ("2020/2022:range:runs 2019:year:ends", "2020 2022 -"),
        ("2020/2022:range:runs 2021:year:ends", "2020 - - end?2022+2021"),
    ],
)
def test_the_times_of_a_project(line: str, found: str) -> None:
    assert span(line) == found


def test_which_times_told_them() -> None:
    own = told("2019:year:works 2020:year:starts 2022:year:ends P2Y:duration:lasts P3Y:duration:x")
    found = project_span(own)
    assert [found.starts, found.ends, found.lasts] == [own[1].time, own[2].time, own[3].time]
    assert project_span([]).starts is None
    (period,) = told("2020/2022:range:runs")
    assert project_span([period])[4:6] == (period.time, period.time)
    assert project_span(own[:1])[4:] == (None, None, None)


@pytest.mark.parametrize(
    ("values", "value", "candidates"),
    [
        ([], None, None),
        ([None], None, None),
        (["2020"], "2020", None),
        (["2020", "2020"], "2020", None),
        (["2020", "2020-05"], "2020-05", None),
        (["2020-05", "2020"], "2020-05", None),
        (["2020", "2021"], None, ("2020", "2021")),
        (["2020-05", "2020-06", "2020"], None, ("2020-05", "2020-06")),
    ],
)
def test_the_value_that_all_agree_on(
    values: list[str | None], value: str | None, candidates: tuple[str, ...] | None
) -> None:
    doubt = Doubt("start", "the text tells more than one", candidates) if candidates else None
    assert agreed("start", values) == (value, doubt)


def test_edges_that_a_whole_period_leaves_out() -> None:
    period = [("2020-03", "2022-05")]
    assert _up_to(["2019", "2022", "2022-09", "2023", None], period) == ["2019", "2022", "2022-09", None]
    assert _up_to(["2022-05"], [("2020", "2022")]) == ["2022-05"]
    assert _from(["2020"], [("2020-05", "2022")]) == ["2020"]
    assert _up_to(["2023"], []) == ["2023"]
    assert _up_to(["2023"], [("2023", "2022")]) == ["2023"]
    assert _up_to(["2023"], [("2020", "")]) == ["2023"]
    assert _up_to(["2024"], [*period, ("2020", "2024")]) == ["2024"]
    assert _from(["2019", "2020", "2020-01", "2023", None], period) == ["2020", "2020-01", "2023", None]
    assert _from(["2019"], []) == ["2019"]
    assert _from(["2020", "2021"], [("2021", "2022")]) == ["2021"]
    assert _up_to(["2022", "2023"], [("2021", "2022")]) == ["2022"]
    assert _from(["2019"], [("2020", "2019")]) == ["2019"]
    assert _from(["2019"], [("", "2022")]) == ["2019"]
    assert _from(["2019"], [*period, ("2019", "2024")]) == ["2019"]


def test_the_edges_of_a_time() -> None:
    assert edges(time("2020")) == ("2020", "2020")
    assert edges(time("2020/2022", "range")) == ("2020", "2022")
    assert edges(time("2020/..", "range")) == ("2020", None)
    assert edges(time("P3Y", "duration")) == (None, None)
    reversed_ = Doubt("value", "ends before it begins", ("2022/2020",))
    stated = time("", "range", doubts=(reversed_,))
    assert edges(stated) == ("2022", "2020")
    assert edges(time("", doubts=(reversed_,))) == (None, None)
    assert edges(time("", "range", doubts=(reversed_._replace(candidates=("2022", "2023")),))) == (None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("phase 2", "2"),
        ("Phase II of it", "2"),
        ("phase two", "2"),
        ("phase four", "4"),
        ("phase five", None),
        ("phase iv", "4"),
        ("second phase", "2"),
        ("third edition", "3"),
        ("third (of three)", "3"),
        ("third harbour", None),
        ("phase 12", "12"),
        ("phase 1 and phase 3", "3"),
        ("ports", None),
    ],
)
def test_the_phase_that_a_text_names(text: str, number: str | None) -> None:
    assert phase(text) == number


@pytest.mark.parametrize(
    ("line", "verb", "subject", "is_relative"),
    [
        ("the work began", 2, "the work", False),
        ("so , the work began", 4, "the work", False),
        (", a ; the work began", 5, "the work", False),
        ("a while[BREAK] the work began", 4, "the work", False),
        ("the work that[RELATIVE] began", 3, "the work", True),
        ("so , the work that[RELATIVE] began", 5, "the work", True),
        ("so , the work , that[RELATIVE] began", 6, "the work ,", True),
        ("that[RELATIVE] x , the work began", 5, "the work", False),
        ("the work , that[RELATIVE] began", 4, "the work ,", True),
        ("began", 0, "", False),
        ("x began , y", 1, "x", False),
    ],
)
def test_the_subject_of_a_verb(line: str, verb: int, subject: str, is_relative: bool) -> None:
    found, relative = _subject(phrases(line), verb)
    assert (texts(found), relative) == (subject, is_relative)


def sentence_of(text: str) -> Sentence:
    with spoken("en"):
        return sentences(read(text))[0]


@pytest.mark.parametrize(
    ("text", "is_of_work"),
    [
        ("The project began in May 2020.", True),
        ("The decline began in May 2020.", False),
        ("It began in May 2020.", True),
        ("The second phase of the decline began in May 2020.", True),
        ("The decline of the project began in May 2020.", False),
        ("Began in May 2020.", True),
        ("Since its start in May 2020 it grew.", True),
        ("The decline, which a project began in May 2020.", False),
        ("The decline that began in May 2020 hurt.", False),
        ("The project that began in May 2020 helped.", True),
        ("The decline began a project in May 2020.", True),
        ("The project began in May 2020 and the gates were opened in June 2022.", True),
        ("Ports in May 2020.", True),
    ],
)
def test_what_begins_is_the_work(text: str, is_of_work: bool) -> None:
    own = sentence_of(text)
    place = next(i for i, phrase in enumerate(own.phrases) if phrase.time)
    assert _is_of_work(own, place, ["TIME", "MONTH"]) is is_of_work


def tells(text: str, heading: str = "") -> list[tuple[str | None, set[str]]]:
    """The times of a section and what is told of each, of what matters here."""
    with spoken("en"):
        found = _by_sentences(sentences(read(text, heading)))
    matters = {"apart", "starts", "starts?", "ends", "runs", "lasts"}
    return [(of.time.value or of.time.duration, set(of.tells & matters)) for of in found]


@pytest.mark.parametrize(
    ("text", "heading", "found"),
    [
        ("The project began in 2020.", "", [("2020", {"starts"})]),
        ("The decline began in 2020.", "", [("2020", {"starts?"})]),
        ("It is done.", "Ports 2020-2022", [("2020/2022", {"runs"})]),
        ("It is done.", "Ports 2020", [("2020", set())]),
        ("They met in May 2020.", "", [("2020-05", {"apart"})]),
        # of phases
        ("Phase 1 began in 2019.", "Ports, phase 2", [("2019", {"apart"})]),
        ("Phase 2 began in 2019.", "Ports, phase 2", [("2019", {"starts"})]),
        ("The project began in 2019.", "Ports, phase 2", [("2019", {"starts"})]),
        (
            "The project runs over phase 1 (2018-2019). The project runs over phase 2 (2020-2022).",
            "",
            [("2018/2019", {"apart"}), ("2020/2022", {"runs"})],
        ),
    ],
)
def test_what_sentences_tell_of_times(text: str, heading: str, found: list[tuple[str, set[str]]]) -> None:
    assert tells(text, heading) == found


@pytest.mark.parametrize(
    ("line", "surely", "is_answered"),
    [
        ("P3Y:duration:lasts", {"lasts"}, True),
        ("P3Y:duration:lasts", {"runs"}, False),
        ("2020:year:runs", {"runs"}, True),
        ("2020:year:runs", {"lasts"}, False),
        ("2020:year:starts", {"runs"}, False),
        ("2020:year:ends", {"starts"}, False),
        ("2020:year:runs", {"starts"}, True),
        ("2020:year:runs", set(), False),
    ],
)
def test_a_fact_tells_what_a_sentence_tells_too(line: str, surely: set[str], is_answered: bool) -> None:
    assert _is_answered(told(line)[0], surely) is is_answered


def asked(*facts: tuple[Time, tuple[str, ...]]) -> list[tuple[str | None, set[str]]]:
    with spoken("en"):
        found = told_times(sentences(read("The project began in 2019 and lasts three years.")), facts)
    return [(of.time.value or of.time.duration, set(of.tells & {"starts", "ends", "runs", "lasts"})) for of in found]


def test_the_times_that_labels_ask_for_stand_alone_of_their_kind() -> None:
    sentence = [("2019", {"starts"}), ("P3Y", {"lasts"})]
    assert asked() == sentence
    assert asked((time("2020"), ("start",))) == [("2020", {"starts"}), *sentence]
    assert asked((time("2020"), ("title",))) == sentence
    assert asked((time("2020/2022", "range"), ("period",))) == [("2020/2022", {"runs"}), *sentence]
    assert asked((time("2020"), ("period",))) == sentence  # a year is no period
    assert asked((time("P4Y", "duration"), ("duration",))) == [("P4Y", {"lasts"}), ("2019", {"starts"})]
    assert asked((time("2020"), ("period", "end"))) == [("2020", {"runs", "ends"}), *sentence]


def test_what_a_label_tells_stands_and_what_the_text_tells_beside_it_is_told() -> None:
    labelled = [t._replace(is_labelled=True) for t in told("2016:year:starts 2018:year:ends")]
    found = project_span([*labelled, *told("2013:year:starts 2018-05:month:ends")])
    assert (found.start, found.end) == ("2016", "2018-05")
    assert [(d.field, d.candidates, d.assumed) for d in found.doubts] == [("start", ("2016", "2013"), True)]
    both = [*labelled, told("2015:year:starts")[0]._replace(is_labelled=True)]
    assert project_span(both).start is None
