"""Layers of patterns: which match wins, what it tells, and what later layers see of it."""

from __future__ import annotations

import pytest

from pipeline.language.patterns import Layer, Piece, Rule, WordClass

CLASSES = {
    "MONTH": WordClass({"May": "5", "june": "6"}),
    "YEAR": WordClass(expression=r"(?P<YEAR>20\d\d)"),
    "DAY": WordClass(expression=r"\d\d?"),
}


def layer(*patterns: str) -> Layer:
    return Layer([Rule(pattern, "date", (pattern,)) for pattern in patterns], CLASSES)


def pieces(text: str) -> list[Piece]:
    return [Piece(word, index, index + 1) for index, word in enumerate(text.split())]


def matched(text: str, *patterns: str) -> list[str]:
    words = text.split()
    return [" ".join(words[match.start : match.end]) for match in layer(*patterns).matches(pieces(text))]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("DAY of? MONTH", "12 of june , 3 May", ["12 of june", "3 May"]),
        ("MONTH|DAY YEAR", "june 2019 7 2020 may 2021", ["june 2019", "7 2020"]),
        ("(in) YEAR (.)", "in 2019 . in 2020", ["2019"]),
        ("DAY+ YEAR", "1 2 3 2019", ["1 2 3 2019"]),
        ("( DAY )", "( 7 )", ["( 7 )"]),
    ],
)
def test_notation(pattern: str, text: str, expected: list[str]) -> None:
    assert matched(text, pattern) == expected


def test_the_earlier_match_wins_then_the_longer() -> None:
    assert matched("May 2019 - june 2020", "YEAR - MONTH", "MONTH YEAR") == ["May 2019", "june 2020"]
    assert matched("3 May 2019", "DAY MONTH", "DAY MONTH YEAR") == ["3 May 2019"]


def test_a_match_tells_the_values_of_its_classes_in_text_order() -> None:
    (match,) = layer("MONTH - MONTH YEAR").matches(pieces("May - june 2020"))
    assert match.all("MONTH") == ["5", "6"]
    assert match.get("YEAR") == "2020"
    assert match.get("DAY") is None


def test_a_match_holds_what_earlier_layers_have_read() -> None:
    read = [Piece("from", 0, 1), Piece("MOMENT", 1, 3, "May 2019"), Piece("on", 3, 4)]
    (match,) = layer("from MOMENT on").matches(read)
    assert match.read == ("May 2019",)
