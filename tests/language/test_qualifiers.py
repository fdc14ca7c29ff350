"""Qualifiers by hand: the longest phrase on either side, where it begins, and what leads on to another figure."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.language.qualifiers import postponed, qualified_from, qualifier
from pipeline.mentions import nlp


@pytest.fixture(autouse=True)
def english():
    with spoken("en"):
        yield


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ("exact", 0)),
        ("or", ("exact", 0)),
        ("or more", ("at_least", 2)),
        ("or more people", ("at_least", 2)),
        ("or more than EUR 2 million", ("exact", 0)),
        ("or so", ("about", 2)),
        ("plus", ("at_least", 1)),
        ("plus a loan", ("at_least", 1)),
        ("plus EUR 2 million", ("exact", 0)),  # the sum of two
        ("plus about EUR 2 million", ("exact", 0)),
        ("plus about EUR", ("at_least", 1)),
        ("and over 20 countries", ("exact", 0)),
        ("and over", ("at_least", 2)),
        ("people or more", ("exact", 0)),
    ],
)
def test_a_qualifier_after_a_figure_and_how_many_words_it_has(words: str, found: tuple[str, int]) -> None:
    assert postponed(nlp.doc_of(words).words) == found


@pytest.mark.parametrize(
    ("text", "told", "begins"),
    [
        ("It gave 5 .", "exact", "5"),
        ("It gave about 5 .", "about", "about"),
        ("It gave just under 5 .", "nearly", "just"),  # not "under", which says less
        ("It gave under 5 .", "less_than", "under"),
        ("It gave just\nunder 5 .", "nearly", "just"),
        ("It gave more than\n5 .", "more_than", "more"),
        ("It gave about\n\n5 .", "exact", "5"),  # of another passage
        ("about 5 or more .", "about", "about"),
        ("It gave 5 or more .", "at_least", "5"),
        ("It gave 5 or\nmore .", "at_least", "5"),
        ("It gave 5\n\nor more .", "exact", "5"),
        ("It gave 5 to more .", "exact", "5"),
        ("5 .", "exact", "5"),
    ],
)
def test_the_qualifier_of_a_figure_and_where_it_begins(text: str, told: str, begins: str) -> None:
    doc = nlp.doc_of(text)
    at = doc.texts.index("5")
    assert (qualifier(doc, at, at + 1), doc.texts[qualified_from(doc, at)]) == (told, begins)
