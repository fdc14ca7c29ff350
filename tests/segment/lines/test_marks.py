"""Raised and lowered marks: what can be one, where it stands in its line, and which of them refer to a note."""

import pytest

from pipeline.segment.lines.stretches import Stretch
from pipeline.segment.lines.superscripts import cut_at_marks, is_mark, parted, without_note_marks
from tests.segment.placed import run, sized, spaced, stretch

Pair = pytest.mark.parametrize


def text(held: Stretch) -> str:
    return "".join(part.text for part in held.runs)


@Pair(
    ("mark", "size", "shift", "host", "found"),
    [
        ("a", 8.25, 4, "wage", True),
        ("a", 8.5, 4, "wage", False),
        ("a", 6, 6, "wage", True),
        ("a", 6, 6.25, "wage", False),
        ("abcd", 6, 4, "wage", True),
        ("abcde", 6, 4, "wage", False),
        ("1, 2, 3", 6, 4, "wage", True),
        ("a", 6, 4, "W", True),
        ("a", 5, 4, "W", False),
        ("a", 5, 4, "w", True),
    ],
)
def test_a_mark_is_small_short_and_near_the_baseline(
    mark: str, size: float, shift: float, host: str, found: bool
) -> None:
    assert is_mark(stretch(mark, style=sized(size)), stretch(host), shift) is found


# ------------------------------------------------------------------------------------------------------------- cutting


@Pair(
    ("x", "parts"),
    [
        (0, ["wage plan"]),
        (5, ["w", "age plan"]),
        (4.75, ["w", "age plan"]),
        (25, ["wage", "plan"]),
        (25.25, ["wage p", "lan"]),
        (45, ["wage plan"]),
    ],
)
def test_a_stretch_is_parted_between_letters(x: float, parts: list[str]) -> None:
    """Five blank points begin at 20, and neither part has them."""
    host = Stretch.of([run("wa"), run("ge ", 10), run("plan", 25)], 3)
    assert [text(part) for part in parted(host, x)] == parts
    assert {part.gap for part in parted(host, x)} == {3}


def gap_in_words(baseline: float = 100) -> Stretch:
    return Stretch.of([spaced([("wage", 10), ("plan", 34)], baseline)], 4)


@Pair(
    ("mark", "parts"),
    [
        (stretch("2", 30, 96, sized(6)), ["2", "plan", "wage"]),
        (stretch("2", 30, 104, sized(6)), ["2", "plan", "wage"]),
        (stretch("2", 30, 93.75, sized(6)), ["2", "wageplan"]),
        (stretch("2", 30, 96, sized(8.5)), ["2", "wageplan"]),
        (stretch("2", 10, 96, sized(6)), ["2", "wageplan"]),
        (stretch("2", 10.25, 96, sized(6)), ["2", "ageplan", "w"]),
        (stretch("2", 51, 96, sized(6)), ["2", "wageplan"]),
        (stretch("2", 50.75, 96, sized(6)), ["2", "wageplan"]),
        (stretch("1,2,3,4", 30, 96, sized(2)), ["1,2,3,4", "wageplan"]),
        (stretch("1234", 30, 96, sized(2)), ["1234", "plan", "wage"]),
    ],
    ids=["raised", "lowered", "high", "large", "at its edge", "inside", "at its end", "in its end", "long", "short"],
)
def test_a_stretch_is_cut_where_a_mark_stands_in_it(mark: Stretch, parts: list[str]) -> None:
    assert sorted(map(text, cut_at_marks([gap_in_words(), mark]))) == parts


def test_stretches_that_no_mark_stands_in_stay() -> None:
    assert sorted(map(text, cut_at_marks([gap_in_words(), gap_in_words(120), stretch("2", 30, 96, sized(6))]))) == [
        "2",
        "plan",
        "wage",
        "wageplan",
    ]


# --------------------------------------------------------------------------------------------------------- notes' marks


def read(*parts: str, raised: float = 3, size: float = 6, behind: float = 0, between: float = 0) -> tuple[str, str]:
    """Words and marks of a line whose every second part is raised and stands so far behind the first, and what follows
    so far behind it."""
    held, x = [], 0.0
    for place, part in enumerate(parts):
        if place % 2:
            held.append(stretch(part, x + behind, 100 - raised, sized(size)))
            x += behind + len(part) * size / 2 + between
        elif part:
            held.append(stretch(part, x, 100))
            x += 5 * len(part)
    words, marks = without_note_marks(held, float("inf"))
    return " ".join(word.text for word in words), " ".join(mark.text for mark in marks)


@Pair(
    ("parts", "told"),
    [
        (("wages", "1"), ("wages", "1")),
        (("wages", "123"), ("wages", "123")),
        (("wages", "1234"), ("wages 1234", "")),
        (("wages", "1,2"), ("wages", "1,2")),
        (("wages", "[1]"), ("wages", "[1]")),
        (("wages", "†"), ("wages", "†")),
        (("wages", "1", "goes"), ("wages goes", "1")),
        (("wages", "1", "goes", "2", "on"), ("wages goes on", "1 2")),
        (("wages", "1", ".", "2"), ("wages.", "1 2")),
        (("wages", "1", ", goes", "2"), ("wages, goes", "1 2")),
        (("wages", "st", "goes"), ("wages st goes", "")),
        (("wages", "a"), ("wages a", "")),
        (("12", "b"), ("12", "b")),
        (("12", "a"), ("12 a", "")),
        (("12", "a,b"), ("12", "a,b")),
        (("a12", "b"), ("a12", "b")),
        (("12x", "b"), ("12x b", "")),
        (("we go", "1", ". On we"), ("we go. On we", "1")),
        (("we", "1", "go", "2", ". On"), ("we go. On", "1 2")),
        (("12", "ab"), ("12 ab", "")),
        (("2", "e"), ("2 e", "")),
        (("12", "o"), ("12 o", "")),
        (("312", "e"), ("312", "e")),
        (("1,250", "e"), ("1,250", "e")),
        (("5 km", "2"), ("5 km 2", "")),
        (("5 km", "3"), ("5 km 3", "")),
        (("5 km", "4"), ("5 km", "4")),
        (("helm", "2"), ("helm", "2")),
        (("3 × 10", "6"), ("3 × 10 6", "")),
        (("3 and 10", "6"), ("3 and 10", "6")),
        (("$19", "99"), ("$19 99", "")),
        (("$19", "9"), ("$19", "9")),
        (("$1,919", "99"), ("$1,919", "99")),
        (("3", "1", "/4 cups"), ("3 1 /4 cups", "")),
        (("3", "1", "⁄4 cups"), ("3 1 ⁄4 cups", "")),
        (("15", "2018"), ("15 2018", "")),
        (("15a", "2018"), ("15a 2018", "")),
        (("1", "1"), ("1", "1")),
    ],
)
def test_marks_of_notes_are_told_from_exponents_cents_fractions_and_ordinals(
    parts: tuple[str, ...], told: tuple[str, str]
) -> None:
    """Parts that stay are words of their own here, for the type is another and letters stand apart."""
    assert read(*parts, behind=2.5, between=0 if any(part[0] in ".," for part in parts) else 2.5) == told


@Pair(
    ("changed", "marks"),
    [
        ({"raised": 1.5}, "1"),
        ({"raised": 1.25}, ""),
        ({"size": 8.25}, "1"),
        ({"size": 8.5}, ""),
        ({"behind": 3}, "1"),
        ({"behind": 3.25}, ""),
    ],
)
def test_marks_are_raised_small_and_near(changed: dict[str, float], marks: str) -> None:
    assert read("wages", "1", **changed)[1] == marks


@Pair(
    ("text", "between", "words"),
    [
        (".", 1.5, "wages."),
        (".", 1.75, "wages ."),
        (", goes on", 0, "wages, goes on"),
        ("goes on", 0, "wages goes on"),
        (".a", 0, "wages.a"),
        ("a.", 0, "wages a."),
    ],
)
def test_what_touches_a_mark_may_belong_to_the_word_before_it(text: str, between: float, words: str) -> None:
    assert read("wages", "1", text, between=between) == (words, "1")


def test_a_mark_is_measured_by_the_text_before_the_marks() -> None:
    """Not by the mark before it, in whose type it is set."""
    held = [stretch("wages", 0, 100), stretch("1", 25, 97, sized(6)), stretch("2", 28, 97, sized(6))]
    words, marks = without_note_marks(held, float("inf"))
    assert ([word.text for word in words], [mark.text for mark in marks]) == (["wages"], ["1", "2"])


def test_raised_digits_behind_digits_are_no_part_of_their_figure() -> None:
    assert read("$19", "99")[0] == "$19 99"
    assert read("wage", "99x")[0] == "wage99x"
    assert read("19", "th")[0] == "19th"
    assert read("19", "9x")[0] == "19 9x"
    assert read("19", "99x", raised=1)[0] == "1999x"


# -------------------------------------------------------------------------------------------------------------- glyphs


@Pair(
    ("printed", "words", "marks"),
    [
        ("wages¹", "wages", "¹"),
        ("wages¹².", "wages.", "¹²"),
        ("wages¹,² goes", "wages goes", "¹,²"),
        ("(wages¹)", "(wages)", "¹"),
        ("wa¹ges", "wa¹ges", ""),
        ("km²", "km²", ""),
        ("10⁶", "10", "⁶"),
        ("×10⁶", "×10⁶", ""),
        ("¹", "¹", ""),
        ("é", "é", ""),
        ("go¹ on²", "go on", "¹ ²"),
    ],
)
def test_raised_digits_may_be_glyphs(printed: str, words: str, marks: str) -> None:
    found = without_note_marks([stretch(printed)], float("inf"))
    assert tuple(" ".join(each.text for each in part) for part in found) == (words, marks)
