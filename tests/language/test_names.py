"""Names and the phrases around them, word by word; tables made by hand."""

import pytest

from pipeline.language.fields import LONGEST, fields
from pipeline.language.lexicon import spoken
from pipeline.language.names import NameTable, Words, fold, key
from pipeline.language.phrases import PhraseBook


@pytest.fixture(autouse=True)
def english():
    with spoken("en"):
        yield


def text(words: str) -> Words:
    written = words.split()
    return Words(written, [fold(word) for word in written], list(range(len(written))))


@pytest.mark.parametrize(
    ("word", "folded"), [("Côte", "cote"), ("’", "'"), ("`", "'"), ("&", "and"), ("STRASSE", "strasse"), ("x", "x")]
)
def test_a_word_as_it_is_compared(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_the_words_of_a_name() -> None:
    assert key("Guinea-Bissau") == ("guinea", "bissau")
    assert key("Côte d’Ivoire") == ("cote", "d", "'", "ivoire")
    assert key("St. Kitts & Nevis") == ("st", ".", "kitts", "and", "nevis")


def test_the_longest_name_first_and_all_that_it_stands_for() -> None:
    table: NameTable[str] = NameTable()
    for name, value in (("Guinea", "GIN"), ("Guinea Bissau", "GNB"), ("Guinea", "gold"), ("Guinea", "GIN")):
        table.add(name, value)
    words = ["in", "guinea", "bissau"]
    assert list(table.beginning(words, 1)) == [(2, ["GNB"]), (1, ["GIN", "gold"])]
    assert list(table.beginning(words[:2], 1)) == [(1, ["GIN", "gold"])]
    assert list(table.beginning(words, 0)) == []
    assert list(table.beginning(words, 2)) == []


@pytest.mark.parametrize("written", ["saint lucia", "st lucia", "st . lucia"])
def test_saints_have_three_spellings(written: str) -> None:
    table: NameTable[str] = NameTable()
    table.add("Saint Lucia", "LCA")
    assert [values for _, values in table.beginning(written.split(), 0)] == [["LCA"]]


BOOK = PhraseBook(
    [
        ("Gulf of NAME", "gulf"),
        ("NAME Airlines", "company"),
        ("of NAME", "of"),
        ("in NAME City", "city"),
        ("of DEMONYM", "people"),
    ]
)


@pytest.mark.parametrize(
    ("words", "at", "kind", "told"),
    [
        ("Gulf of Guinea", 2, "country", "gulf"),
        ("the Gulf of Guinea", 3, "country", "gulf"),
        ("gulf of Guinea", 2, "country", "of"),  # a word with a capital wants one
        ("of Guinea", 1, "country", "of"),
        ("Guinea Airlines", 0, "country", "company"),
        ("Guinea", 0, "country", None),
        ("in Guinea City", 1, "country", "city"),
        ("in Guinea", 1, "country", None),
        ("Guinea City", 0, "country", None),
        ("of Guineans", 1, "demonym", "of"),  # of two as long the first of the table
        ("of Guinea", 1, "place", "of"),
    ],
)
def test_the_longest_phrase_around_a_name(words: str, at: int, kind: str, told: str | None) -> None:
    found = BOOK.around(text(words), at, at + 1, kind)  # type: ignore[arg-type]
    assert (found and found.value) == told


def test_a_phrase_for_peoples_is_for_no_country() -> None:
    book = PhraseBook([("of DEMONYM", "people"), ("by COUNTRY", "country")])
    told = {
        (words, kind): book.around(text(words), 1, 2, kind)  # type: ignore[arg-type]
        for words in ("of X", "by X")
        for kind in ("country", "demonym")
    }
    assert {place for place, found in told.items() if found} == {("of X", "demonym"), ("by X", "country")}


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("Budget", ("total",)),
        ("Project budget", ("total",)),
        ("Countries", ("country",)),
        ("Country", ("country",)),
        ("Country/ies (ISO)", ("country",)),
        ("Start and end", ("start", "end")),
        ("Weather", ()),
    ],
)
def test_what_a_label_asks_for(label: str, found: tuple[str, ...]) -> None:
    assert fields(label) == found


def test_a_sentence_is_no_label() -> None:
    words = " ".join(["on"] * (LONGEST - 1))
    assert LONGEST == 12
    assert fields(f"{words} budget") == ("total",)
    assert fields(f"{words} on budget") == ()
