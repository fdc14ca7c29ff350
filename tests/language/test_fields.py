"""What labels of columns and facts ask for: joined ones, longest entries, and what is no label."""

import pytest

from pipeline.language import fields
from pipeline.language.lexicon import spoken

ELEVEN = "one two three four five six seven eight nine ten eleven"


@pytest.mark.parametrize(
    ("language", "label", "asked"),
    [
        ("en", "Budget", ["total"]),
        ("en", "The budgets", ["total"]),
        ("en", "Project budget", ["total"]),  # of two entries as long, the later one
        ("en", "Start date", ["start"]),
        ("en", "Budget [in USD]", ["total"]),
        ("en", "Countries (and budget)", ["country"]),
        ("en", "Paid to date", ["spent"]),
        ("en", "Country and title", ["country", "title"]),
        ("en", "Country or region", ["country", "place"]),
        ("en", "Title/Country", ["title", "country"]),
        ("en", "Title & budget", ["title", "total"]),
        ("en", "Title; Duration", ["title", "duration"]),
        ("en", "Title, country and budget", ["title", "country", "total"]),
        ("en", "Title, title", ["title"]),
        ("en", "Country and colour", ["country"]),
        ("en", "Colour", []),
        ("en", "", []),
        ("en", f"{ELEVEN} budget", ["total"]),
        ("en", f"{ELEVEN} twelve budget", []),
        ("fr", "Pays et titre", ["country", "title"]),
        ("es", "País y título", ["country", "title"]),
        ("es", "Título e importe", ["title", "share"]),
    ],
)
def test_what_a_label_asks_for(language: str, label: str, asked: list[str]) -> None:
    with spoken(language):
        assert [*fields.fields(label)] == asked


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        ("Budget", True),
        ("The budgets", True),
        ("Countries (of the project)", True),
        ("Project", False),  # it may begin a heading
        ("Title", False),
        ("Budget of it", False),
        ("Colour", False),
    ],
)
def test_a_label_that_begins_no_heading(label: str, is_one: bool) -> None:
    with spoken("en"):
        assert fields.is_field(label) is is_one


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("countries", ("countr",)),
        ("country", ("countr",)),
        ("the sites", ("site",)),
        ("y s", ("y", "s")),
        ("es", ("es",)),  # nor of one letter
        ("ees", ("ee",)),
        ("donor–country 2019", ("donor", "-", "countr")),
        ("co-funding", ("co", "-", "funding")),
    ],
)
def test_the_stems_of_a_label(text: str, stems: tuple[str, ...]) -> None:
    with spoken("en"):
        assert fields._stems(text) == stems
