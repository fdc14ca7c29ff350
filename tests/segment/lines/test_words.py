"""Words end at blanks and at gaps, which in letter-spaced type are wider; initials and numbers that a gap has cut are
whole."""

from math import inf

import pytest

from pipeline.model import BoundingBox, Run
from pipeline.segment.lines.words import CHAPTER, MARKER, NUMBERED, Word, words
from tests.segment.placed import run, sized, spaced, word

Pair = pytest.mark.parametrize
LARGE = sized(20)  # letters of 10 points, blanks of more than 3


def read(*runs: Run, widest: float = inf) -> list[str]:
    return [found.text for found in words(runs, widest)]


def test_a_word_has_the_boxes_of_its_letters() -> None:
    whole = Word("goes", LARGE, run("wages goes on", 100, 16, LARGE).boxes, 6)
    assert (whole.x0, whole.x1, whole.box) == (160, 200, BoundingBox(160, 0, 200, 20))
    part = whole.part(1, 3)
    assert (part.text, part.x0, part.x1, part.first) == ("oe", 170, 190, 7)
    joined = part.joined(word("x", 300, 16, sized(10)))
    assert (joined.text, joined.x0, joined.x1, joined.style) == ("oex", 170, 305, LARGE)
    assert joined.box == BoundingBox(170, 0, 305, 20)


# --------------------------------------------------------------------------------------------------------------- blanks


@Pair(
    ("parts", "told"),
    [
        ([("ab", 0), ("cd", 23)], ["abcd"]),
        ([("ab", 0), ("cd", 23.25)], ["ab", "cd"]),
        ([("ab", 0), ("c", 24), ("d", 38)], ["ab", "c", "d"]),
        ([("  ab  cd ", 0)], ["ab", "cd"]),
        ([("ab c", 0), ("d", 44)], ["ab", "c", "d"]),
    ],
    ids=["close", "gap", "gaps", "blanks", "both"],
)
@Pair("widest", [inf, 4])
def test_words_end_at_blanks_and_gaps(parts: list[tuple[str, float]], told: list[str], widest: float) -> None:
    assert read(spaced(parts, style=LARGE), widest=widest) == told


def test_no_gap_that_is_known_to_be_narrow_is_looked_for() -> None:
    assert read(spaced([("ab", 0), ("cd", 25)], style=LARGE), widest=3) == ["abcd"]
    assert read(spaced([("ab", 0), ("cd", 25)], style=LARGE), widest=3.25) == ["ab", "cd"]


@Pair(
    ("runs", "told"),
    [
        ([run("ab", 0, style=LARGE), run("cd", 23, style=LARGE)], ["abcd"]),
        ([run("ab", 0, style=LARGE), run("cd", 23.25, style=LARGE)], ["ab", "cd"]),
        ([run("ab ", 0, style=LARGE), run("cd", 30, style=LARGE)], ["ab", "cd"]),
        ([run("ab", 0, style=LARGE), run(" cd", 20, style=LARGE)], ["ab", "cd"]),
        ([run("ab", 0, style=LARGE), run(" ", 20, style=LARGE), run("cd", 30, style=LARGE)], ["ab", "cd"]),
        ([run("ab x", 0, style=LARGE), run("cd ef", 40, style=LARGE)], ["ab", "xcd", "ef"]),
        ([run(" ", 0, style=LARGE), run("cd", 10, style=LARGE)], ["cd"]),
    ],
)
def test_a_word_may_begin_in_a_run_and_end_in_another(runs: list[Run], told: list[str]) -> None:
    assert read(*runs) == told


@Pair(
    ("number", "title", "told"),
    [
        ("9.3.", "Funds", ["9.3.", "Funds"]),
        ("9.", "Funds", ["9.", "Funds"]),
        ("9.3.", "funds", ["9.3.funds"]),
        ("9", "Funds", ["9Funds"]),
        ("A.", "Funds", ["A.Funds"]),
        ("In 9.", "Funds", ["In", "9.", "Funds"]),
    ],
)
def test_the_number_of_a_chapter_ends_where_its_title_begins(number: str, title: str, told: list[str]) -> None:
    assert read(run(number), run(title, 5 * len(number))) == told


@Pair(
    ("counts", "apart"),
    [((10, 10, 1), False), ((10, 9, 2), True), ((11, 9, 2), True), ((9, 12, 1), False)],
)
def test_the_em_of_a_line_is_that_of_most_of_its_first_twenty_characters(
    counts: tuple[int, int, int], apart: bool
) -> None:
    """A gap of 2 points is a blank in type of 10 points, and none in type of 20. Digits show no spacing."""
    small, large, last = counts
    first = run("1" * small)
    second = run("2" * large, 5 * small, style=LARGE)
    third = run("3" * last, 5 * small + 10 * large)
    end = run("4", 5 * small + 10 * large + 5 * last + 2)
    assert len(read(first, second, third, end)) == (2 if apart else 1)


def letters(text: str, spacing: float, gap_at: int, gap: float, *, size: float = 20) -> Run:
    """Letters that far apart, one of them further."""
    x0 = [n * (size / 2 + spacing) + (gap - spacing if n >= gap_at else 0) for n in range(len(text))]
    return spaced(zip(text, x0, strict=True), style=sized(size))


@Pair(
    ("run", "told"),
    [
        (letters("abcdef", 1.25, 2, 3.5), ["abcdef"]),
        (letters("abcdef", 1.25, 2, 4.5), ["ab", "cdef"]),
        (letters("abcdef", 1.25, 2, 4.25), ["abcdef"]),
        (letters("abcdef", 1, 2, 3.5), ["ab", "cdef"]),
        (letters("abcde", 1.25, 2, 3.5), ["abcde"]),
        (letters("abcd", 1.25, 2, 3.5), ["ab", "cd"]),
        (letters("abcde12345", 1.25, 2, 3.5), ["abcde12345"]),
        (letters("abcde123456", 1.25, 2, 3.5), ["ab", "cde123456"]),
        (letters("1234567890abcdefghij", 1.25, 12, 3.5), ["1234567890abcdefghij"]),
        (letters("1234567890abcdefghi123", 1.25, 12, 3.5), ["1234567890ab", "cdefghi123"]),
        (letters("12345678901abcdefghij", 1.25, 13, 3.5), ["12345678901ab", "cdefghij"]),
    ],
    ids=["spaced", "blank", "narrow", "common", "four gaps", "three gaps", "half", "less", "20", "21", "22"],
)
def test_blanks_of_letter_spaced_type_are_wider(run: Run, told: list[str]) -> None:
    assert read(run) == told


def test_letter_spacing_is_measured_in_the_ems_of_the_first_run() -> None:
    """1.25 points are more than a twentieth of its 20 points, and of 30 less."""
    tail = letters("bcdef", 1.25, 2, 3.5)
    moved = spaced(zip(tail.text, [x + 11.25 for x in tail.boxes.x0], strict=True), style=LARGE)
    assert read(run("a", 0, style=LARGE), moved) == ["abcdef"]
    assert read(spaced([("a", -5)], style=sized(30)), moved) == ["abc", "def"]


# ------------------------------------------------------------------------------------------------------------- initials


@Pair(
    ("first", "size", "second", "told"),
    [
        ("T", 20, "he", ["The"]),
        ("T", 19, "he", ["T", "he"]),
        ("Th", 20, "is", ["Th", "is"]),
        ("A", 20, "plan", ["A", "plan"]),
        ("A", 20, "s", ["As"]),
        ("A", 20, "S", ["A", "S"]),
        ("T", 20, "o", ["To"]),
    ],
)
def test_an_initial_belongs_to_its_word(first: str, size: float, second: str, told: list[str]) -> None:
    initial = run(first, 0, style=sized(size))
    after = run(second, size / 2 * len(first) + 5)
    found = words([initial, after, run("on", 100)], inf)
    assert [each.text for each in found] == [*told, "on"]
    assert found[0].style.size == (10 if len(told) == 1 else size)


def test_an_initial_alone_is_a_word() -> None:
    assert read(run("T", style=sized(40))) == ["T"]
    assert read(run("T", style=sized(40)), run("he", 25)) == ["The"]


# -------------------------------------------------------------------------------------------------------------- numbers


@Pair(
    ("printed", "told"),
    [
        ("12 ,345", ["12,345"]),
        ("12 ,345 ,678", ["12,345,678"]),
        ("12 ,34", ["12", ",34"]),
        ("12 ,3456", ["12", ",3456"]),
        ("ab ,345", ["ab", ",345"]),
        ("12 and", ["12", "and"]),
        ("$1 70,049,508", ["$170,049,508"]),
        ("US$1 70,049", ["US$170,049"]),
        ("$ 1 70,049", ["$", "170,049"]),
        ("EUR 1 70,049", ["EUR", "170,049"]),
        ("gave $12 7,049", ["gave", "$127,049"]),
        ("$12 70,049", ["$12", "70,049"]),
        ("$12 700,049", ["$12", "700,049"]),
        ("1 70,049", ["1", "70,049"]),
        ("in 1 70,049", ["in", "1", "70,049"]),
        ("$ to 1 70,049", ["$", "to", "1", "70,049"]),
        ("$1 70", ["$1", "70"]),
        ("1 70,049 EUR", ["1", "70,049", "EUR"]),
        (",345 12", [",345", "12"]),
        ("12 ,345. And", ["12,345.", "And"]),
        ("$x1 70,049", ["$x1", "70,049"]),
    ],
)
def test_a_gap_within_a_number_parts_no_words(printed: str, told: list[str]) -> None:
    assert read(run(printed)) == told


# -------------------------------------------------------------------------------------------------------------- markers


@Pair("text", ["•", "-", "1.", "(12)", "123.", "1.2.", "1.12.3)", "a)", "(iv)", "X."])
def test_markers(text: str) -> None:
    assert MARKER.match(text)


@Pair("text", ["1", "1234.", "ab)", "viiiii.", "••"])
def test_no_markers(text: str) -> None:
    assert not MARKER.match(text)


def test_numbers_of_chapters() -> None:
    assert [bool(CHAPTER.match(text)) for text in ("1.2", "10.2.3", "1", "1.2.", "1.234")] == [1, 1, 0, 0, 0]
    assert [bool(NUMBERED.fullmatch(text)) for text in ("1.2", "1.", "12.3.", "1", "1234.")] == [1, 1, 1, 0, 0]
