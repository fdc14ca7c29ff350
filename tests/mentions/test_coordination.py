"""Which names of countries and places are one enumeration, and texts that are a name alone; words made by hand."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.language.names import PARAGRAPH, Words, fold
from pipeline.mentions.places.coordination import LONGEST_GLOSS, LONGEST_LINK, enumerations
from pipeline.mentions.places.countries import MOST_WORDS, name_alone
from pipeline.mentions.places.gazetteer import Meaning, Named

KNOWN = {
    "Kenya": ("country", "KEN"),
    "Mali": ("country", "MLI"),
    "Niger": ("country", "NER"),
    "Togo": ("country", "TGO"),
    "Norway": ("country", "NOR"),
    "Tahoua": ("place", "NER"),
    "Dosso": ("place", "NER"),
    "Gao": ("place", "MLI"),
    "Sahel": ("region", None),
}


@pytest.fixture(autouse=True)
def english():
    with spoken("en"):
        yield


def words(text: str) -> Words:
    written = [PARAGRAPH if word == "¶" else word for word in text.split()]
    return Words(written, [fold(word) for word in written], list(range(len(written))))


def rows(text: str) -> list[str]:
    """The names of each enumeration; words and marks are apart by a blank."""
    told = words(text)
    found = [
        Named(at, at + 1, (Meaning(KNOWN[word][0], word, word, KNOWN[word][1]),))  # type: ignore[arg-type]
        for at, word in enumerate(told.written)
        if word in KNOWN
    ]
    return [" ".join(told.written[named.start] for named in row.names) for row in enumerations(told, found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Kenya and Mali", ["Kenya Mali"]),
        ("in Kenya , Mali and Togo", ["Kenya Mali Togo"]),
        ("in Kenya Mali and Togo", ["Kenya Mali Togo"]),  # a comma is missing
        ("in Kenya ¶ Mali", ["Kenya", "Mali"]),
        ("in Kenya sends Mali", ["Kenya", "Mali"]),
        # a comma alone between two countries, where the sentence goes on, and where it ends
        ("In Mali , Norway pays", ["Mali", "Norway"]),
        ("In Mali , Norway .", ["Mali Norway"]),
        ("In Mali , Norway", ["Mali Norway"]),
        ("In Mali , Norway , Togo pays", ["Mali Norway Togo"]),
        ("In Gao , Mali pays", ["Gao Mali"]),
        # five words may link two names
        ("in Kenya , as well as Mali", ["Kenya Mali"]),
        ("in Kenya , as well as the Mali", ["Kenya Mali"]),
        ("in Kenya , and as well as the Mali", ["Kenya", "Mali"]),
        # a semicolon
        ("in Kenya ; Mali ; Togo .", ["Kenya Mali Togo"]),
        ("in Kenya ; Norway pays", ["Kenya", "Norway"]),
        ("in Kenya and Mali ; and Niger and Togo .", ["Kenya Mali Niger Togo"]),
        ("in Kenya ; and Norway pays", ["Kenya", "Norway"]),
        # brackets: a remark of ten words at most, a place of its country
        ("in Mali ( EUR 3 million ) , Niger .", ["Mali Niger"]),
        ("in Mali ( a b c d e f g h ) , Niger .", ["Mali Niger"]),
        ("in Mali ( a b c d e f g h i ) , Niger .", ["Mali", "Niger"]),
        ("in Niger ( Tahoua and Dosso ) and Mali", ["Niger Tahoua Dosso Mali"]),
        ("in Niger ( Gao ) and Mali", ["Niger", "Gao Mali"]),
        ("in the Sahel ( Mali and Niger )", ["Sahel Mali Niger"]),
        ("in Kenya ( Mali )", ["Kenya", "Mali"]),
        # the place of a country
        ("in Niger ' s Tahoua", ["Niger Tahoua"]),
        ("in Niger ' s Gao", ["Niger", "Gao"]),
    ],
)
def test_names_in_a_row(text: str, expected: list[str]) -> None:
    assert (LONGEST_LINK, LONGEST_GLOSS) == (5, 10)
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Kenya", "KEN"),
        ("KENYA", "KEN"),
        ("kenya", "KEN"),
        ("The Gambia", "GMB"),
        ("Gambia , The", "GMB"),
        ("Gambia , A", None),
        ("Kenya *", "KEN"),
        ("Kenya * †", "KEN"),
        ("Kenya sells", None),
        ("*", None),
        ("the", None),
        ("Kenia", "KEN"),  # in another language
        ("us", None),  # a word, unless it is in capitals
        ("US", "USA"),
    ],
)
def test_a_text_that_is_a_countrys_name(text: str, iso3: str | None) -> None:
    found = name_alone(words(text))
    assert (found and found.meanings[0].iso3) == iso3


def test_a_long_text_is_no_name() -> None:
    assert MOST_WORDS == 16
    assert name_alone(words("Kenya" + " *" * 15))
    assert not name_alone(words("Kenya" + " *" * 16))
