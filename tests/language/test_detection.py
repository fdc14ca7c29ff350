"""The language of a text: how many words it needs, and when it clearly is another one."""

import pytest

from pipeline.language.detection import document_language, text_language

TWENTY = "the money was given to the schools of the country and it was used for them by all of us there"


def test_twenty_words_are_enough_where_none_is_expected() -> None:
    assert len(TWENTY.split()) == 21
    assert text_language(TWENTY) == "en"
    assert text_language(TWENTY.rsplit(" ", 1)[0]) == "en"
    assert text_language(TWENTY.rsplit(" ", 2)[0]) == ""


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [
        ("it was used for them", "fr", "en"),
        ("dans les villes du pays", "en", "fr"),
        ("with", "fr", "fr"),  # one word may be a name
        ("with 2024", "fr", "en"),
        ("was 2024", "fr", "fr"),  # three letters may be an abbreviation
        ("avec with", "en", "en"),
        ("avec leur with", "en", "en"),  # two words to one are not clearly more
        ("avec leur nous with", "en", "fr"),
        ("die Schulen auf dem Land", "en", "de"),  # a language without rules
        ("", "es", "es"),
        ("12 345", "es", "es"),
    ],
)
def test_a_short_text_is_in_the_expected_language_unless_it_clearly_is_in_another(
    text: str, expected: str, language: str
) -> None:
    assert text_language(text, expected) == language


def test_a_document_is_in_the_language_of_its_words_or_else_of_its_file() -> None:
    assert document_language(TWENTY, "fr-FR") == "en"
    assert document_language("Too short.", "FR-ca") == "fr"
    assert document_language("Too short.", "") == ""
