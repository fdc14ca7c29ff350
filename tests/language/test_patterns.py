"""The words of a pattern, as a row of a table writes them."""

import pytest

from pipeline.language.patterns import _Word


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
