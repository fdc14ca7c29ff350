"""The words of a pattern, as a row of a table writes them."""

import pytest

from pipeline.language.patterns import BREAK, Layer, Piece, Rule, WordClass, _Word


@pytest.mark.parametrize(
    ("text", "choices", "operator", "outside"),
    [
        ("a", ("a",), "", False),
        ("a|b|c", ("a", "b", "c"), "", False),
        ("a?", ("a",), "?", False),
        ("a|b*", ("a", "b"), "*", False),
        ("DIGITS+", ("DIGITS",), "+", False),
        ("(a)", ("a",), "", True),
        ("(a|b)?", ("a", "b"), "?", True),
        ("?", ("?",), "", False),  # the sign itself, as "(" and ")" are where nothing stands between them
        ("+", ("+",), "", False),
        ("++", ("+",), "+", False),
        ("()", ("()",), "", False),
        ("(", ("(",), "", False),
        (")?", (")",), "?", False),
        ("(a", ("(a",), "", False),
        ("a)b", ("a)b",), "", False),
        ("ab)", ("ab)",), "", False),
    ],
)
def test_a_word_of_a_pattern(text: str, choices: tuple[str, ...], operator: str, outside: bool) -> None:
    word = _Word.parse(text)
    assert (word.choices, word.operator, word.outside) == (choices, operator, outside)


DAYS = WordClass({"monday": "1", "tuesday": "2"})
YEAR = WordClass(expression=r"(?P<century>\d\d)(?P<year>\d\d)")
CODE = WordClass({"x": "ten"}, expression=r"c\d+")
CLASSES = {"DAY": DAYS, "YEAR": YEAR, "CODE": CODE}


def layer(*patterns: str) -> Layer:
    return Layer([Rule(pattern, "", (pattern,)) for pattern in patterns], CLASSES)


def found(text: str, *patterns: str) -> list[tuple[str, int, int]]:
    """The pattern of each match, and its pieces."""
    pieces = [Piece(word, at, at + 1) for at, word in enumerate(text.split())]
    return [(match.rule.name, match.start, match.end) for match in layer(*patterns).matches(pieces)]


@pytest.mark.parametrize(
    ("pattern", "text", "spans"),
    [
        ("a", "a b a", [(0, 1), (2, 3)]),
        ("a b", "a b a", [(0, 2)]),
        ("a|b", "a b c", [(0, 1), (1, 2)]),
        ("a b?", "a b a c", [(0, 2), (2, 3)]),
        ("a? b", "a b b", [(0, 2), (2, 3)]),
        ("a b? c", "a c a b c a b b c", [(0, 2), (2, 5)]),
        ("a b* c", "a c a b c a b b c", [(0, 2), (2, 5), (5, 9)]),
        ("a b+ c", "a c a b c a b b c", [(2, 5), (5, 9)]),
        ("a+", "a a a b a", [(0, 3), (4, 5)]),
        ("a+ a", "a a a b a", [(0, 3)]),
        ("a* b", "a a b b", [(0, 3), (3, 4)]),
        ("a? b? c", "c b c a c a b c b a c", [(0, 1), (1, 3), (3, 5), (5, 8), (9, 11)]),
        ("(a) b", "a b b a b", [(1, 2), (4, 5)]),
        ("a (b)", "a b a a b", [(0, 1), (3, 4)]),
        ("(a)? b (c)?", "a b c b", [(1, 2), (3, 4)]),
        ("DAY", "monday friday tuesday", [(0, 1), (2, 3)]),
        ("DAY|b", "monday b c", [(0, 1), (1, 2)]),
        ("DAY YEAR", "monday 2021 monday 21", [(0, 2)]),
        ("CODE+", "x c1 c x", [(0, 2), (3, 4)]),
        ("DAY|YEAR b", "1999 b tuesday b c b", [(0, 2), (2, 4)]),
        ("a b c", "a b", []),
        ("a", "", []),
    ],
)
def test_where_a_pattern_fits(pattern: str, text: str, spans: list[tuple[int, int]]) -> None:
    assert [(start, end) for _, start, end in found(text, pattern)] == spans


@pytest.mark.parametrize(
    ("patterns", "text", "matches"),
    [
        (("b c d", "a b"), "a b c d", [("a b", 0, 2)]),  # the earlier one wins
        (("a", "a b"), "a b", [("a b", 0, 2)]),  # then the longer one
        (("a b", "a c?"), "a b", [("a b", 0, 2)]),
        (("a b", "a|c b"), "a b", [("a b", 0, 2)]),  # then the first
        (("a|c b", "a b"), "a b", [("a|c b", 0, 2)]),
        (("a b", "b c", "c d"), "a b c d", [("a b", 0, 2), ("c d", 2, 4)]),
        (("(a) b", "a b"), "a b", [("a b", 0, 2)]),  # what stands outside does not make it earlier
    ],
)
def test_which_of_several_patterns_wins(patterns: tuple[str, ...], text: str, matches: list) -> None:
    assert found(text, *patterns) == matches


def test_what_a_match_has_read() -> None:
    """Of an outer word nothing, of a class its groups, or what its word tells, or the word."""
    pieces = [
        Piece("since", 0, 1),
        Piece("monday", 1, 2),
        Piece("", 2, 4, value="read before"),
        Piece("2021", 4, 5),
        Piece("c7", 5, 6),
        Piece("x", 6, 7),
    ]
    (match,) = layer(f"(since) DAY {BREAK}? YEAR CODE+").matches(pieces)
    assert (match.start, match.end) == (1, 6)
    assert match.values == (("DAY", "1"), ("century", "20"), ("year", "21"), ("CODE", "c7"), ("CODE", "ten"))
    assert match.read == ("read before",)
    assert (match.all("CODE", "DAY"), match.get("CODE"), match.get("none")) == (["1", "c7", "ten"], "c7", None)


def test_every_word_that_a_pattern_names() -> None:
    assert list(layer("a|b DAY?", "(c)").vocabulary) == ["a", "b", "monday", "tuesday", "c"]


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("a", [("a", None)]),
        ("a b", [("a", "b")]),
        ("a b?", [("a", None)]),
        ("a b? c", [("a", "bc")]),
        ("a? b", [("a", "b"), ("b", None)]),
        ("a* b c", [("a", "ab"), ("b", "c")]),
        ("a+ b", [("a", "ab")]),
        ("a+", [("a", None)]),
        ("a b c?", [("a", "b")]),
        ("a b? c? d e", [("a", "bcd")]),
    ],
)
def test_with_which_two_words_a_pattern_may_begin(pattern: str, openings: list[tuple[str, str | None]]) -> None:
    """A pattern is tried nowhere else, so that a word too many costs time, and one too few a match."""
    tried = layer(pattern)
    bits = {choices[0]: bit for choices, bit in tried._bits.items()}
    assert tried._openings == [
        [(bits[one], None if others is None else sum(map(bits.get, others))) for one, others in openings]
    ]
