"""Forms of currencies: what each means, where it stands, and which are words of other things, too."""

from decimal import Decimal

import pytest

from pipeline.language import currencies
from pipeline.language.currencies import Form
from pipeline.language.lexicon import spoken


@pytest.fixture(autouse=True)
def english():
    with spoken("en"):
        yield


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("A$", True),
        ("$A", True),
        ("C$", True),
        ("US$", False),
        ("$$", False),
        ("kr", False),
        ("$", False),
        ("A", False),
    ],
)
def test_one_letter_with_a_sign(text: str, is_one: bool) -> None:
    assert Form(text, "both", ("USD",)).is_one_letter is is_one


@pytest.mark.parametrize(
    ("text", "side", "codes", "scale", "common_word"),
    [
        ("EUR", "both", {"EUR"}, "1", False),
        ("eur", "both", {"EUR"}, "1", True),  # a code that is not written as one may be a word
        ("Kes", "both", {"KES"}, "1", True),
        ("euros", "after", {"EUR"}, "1", False),
        ("TRY", "both", {"TRY"}, "1", True),
        ("DEM", "both", {"DEM"}, "1", False),
        ("CAD$", "both", {"CAD"}, "1", False),
        ("$CAD", "both", {"CAD"}, "1", False),
        ("canadian $", "both", {"CAD"}, "1", False),
        ("canadian dollars", "after", {"CAD"}, "1", False),
        ("shillings", "after", {"KES", "SOS", "TZS", "UGX"}, "1", False),
        ("kr", "both", {"SEK", "NOK", "DKK", "ISK"}, "1", False),
        ("TEUR", "both", {"EUR"}, "1000", False),
    ],
)
def test_what_a_form_means(text: str, side: str, codes: set[str], scale: str, common_word: bool) -> None:
    form = currencies.forms()[text]
    assert (form.text, form.side, {*form.codes}, form.default) == (text, side, codes, None)
    assert (form.scale, form.common_word) == (Decimal(scale), common_word)


@pytest.mark.parametrize("text", ["try", "Try", "dem", "Dem", "EUR$"])
def test_what_is_no_form(text: str) -> None:
    """A code that is a word is one in capitals alone, as is one that is out of use."""
    assert text not in currencies.forms()


@pytest.mark.parametrize(
    ("text", "is_dollar"), [("$", True), ("dollars", True), ("cents", True), ("A$", False), ("pounds", False)]
)
def test_what_the_rule_for_a_bare_dollar_speaks_of(text: str, is_dollar: bool) -> None:
    assert currencies.forms()[text].is_dollar is is_dollar


def test_words_that_stand_behind_a_people() -> None:
    shared = set(currencies.shared_words())
    assert {"shillings", "dollars", "Rs", "kr", "CFA"} <= shared
    assert not {"EUR", "eur", "Eur", "Kes", "$", "TEUR", "€", "canadian dollars"} & shared


@pytest.mark.parametrize(
    ("owner", "codes"),
    [
        ("kenyan", {"KEN"}),
        ("kenya", {"KEN"}),
        ("korean", {"KOR", "PRK"}),
        ("côte d'ivoire", {"CIV"}),
        ("cote d'ivoire", {"CIV"}),
    ],
)
def test_whose_a_currency_is(owner: str, codes: set[str]) -> None:
    assert currencies.owners()[owner] == codes


def test_the_noun_of_a_name_is_its_last_word_in_english_and_its_first_in_french() -> None:
    assert "CAD" in currencies._nouns()["dollars"]
    assert "canadian" not in currencies._nouns()
    with spoken("fr"):
        assert "CAD" in currencies._nouns()["dollars"]
        assert "canadiens" not in currencies._nouns()
