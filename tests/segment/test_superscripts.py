"""Raised digits are marks of notes and no digits of the figure before them; units, powers and ordinals keep theirs."""

import pytest

from pipeline.segment import segment
from tests.segment.typeset import TYPE, Typeset

SMALL = TYPE._replace(size=6.0)


def read(*parts: str, rise: float = 3.5, size: float = 6.0) -> tuple[str, list[str]]:
    """What is read of a line whose every second part is raised, and the marks that left it."""
    page = Typeset()
    x = 40.0
    for place, part in enumerate(filter(None, parts)):
        style = TYPE._replace(size=size) if place % 2 else TYPE
        page.line(x, 100 - rise * (place % 2), part, style)
        x += 0.5 * style.size * len(part)
    found = segment(page.source(), "marks")
    return found.sections[0].text, [piece.text for piece in found.furniture if piece.reason == "mark of a note"]


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("It gave US$ 320", "1", " a month"), "It gave US$ 320 a month"),
        (("It gave EUR 4.5", "2", " million"), "It gave EUR 4.5 million"),
        (("In 2018 and 2021", "8", ""), "In 2018 and 2021"),
        (("It went to Kenya", "4", ", to Chad", "5", "."), "It went to Kenya, to Chad."),
        (("It reached 65", "6", "% of 5,000", "7", " women"), "It reached 65% of 5,000 women"),
        (("It gave CHF 200", "1,2", " in 2019", "3–5", " and 97,637", "10", ""), "It gave CHF 200 in 2019 and 97,637"),
        (("Needs", "*", " of 300", "†", " homes"), "Needs of 300 homes"),
        (("It gave US$ 320", "a", " and US$ 45", "b", ""), "It gave US$ 320 and US$ 45"),
        (("A sum of 2.5", "(1)", " million"), "A sum of 2.5 million"),
        (("It gave £30", "2", "; and CO", "3", ""), "It gave £30; and CO"),
        (("It gave $1,250", "12", " and 19", "99", ""), "It gave $1,250 and 19"),
    ],
)
def test_marks_of_notes_leave_words_and_figures(parts: tuple[str, ...], text: str) -> None:
    assert read(*parts) == (text, [part for part in parts[1::2] if part])


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("An area of 45 km", "2", " in the south"), "An area of 45 km2 in the south"),
        (("A tank of 30 m", "3", " for water"), "A tank of 30 m3 for water"),
        (("About 3 × 10", "6", " litres"), "About 3 × 10 6 litres"),
        (("The 1", "st", " and the 2", "nd", " phase"), "The 1st and the 2nd phase"),
        (("La 2", "e", " phase"), "La 2e phase"),
        (("A tile of 15", "2018", ""), "A tile of 15 2018"),
        (("It takes 3", "1", "/4 cups"), "It takes 3 1/4 cups"),
        (("A meal costs $19", "99", " a week"), "A meal costs $19 99 a week"),
    ],
)
def test_other_raised_characters_stay(parts: tuple[str, ...], text: str) -> None:
    assert read(*parts) == (text, [])


def test_lowered_digit_of_a_formula_stays() -> None:
    assert read("Less CO", "2", " by 2030", rise=-2.0) == ("Less CO2 by 2030", [])


@pytest.mark.parametrize(("rise", "size", "mark"), [(1.6, 8.3, True), (1.4, 8.3, False), (2.5, 8.5, False)])
def test_how_far_up_and_how_small_a_mark_is(rise: float, size: float, mark: bool) -> None:
    assert read("It gave US$ 320", "1", " a month", rise=rise, size=size)[1] == (["1"] if mark else [])


def test_raised_glyphs_are_marks_too() -> None:
    assert read("It gave US$ 320¹ a month in Kenya², to 45 km² of land") == (
        "It gave US$ 320 a month in Kenya, to 45 km² of land", ["¹", "²"],
    )  # fmt: skip


def test_number_before_a_note_stays() -> None:
    """At the foot of a page the same raised digit begins the note."""
    page = Typeset()
    page.line(40, 98, "1", SMALL)
    page.line(44, 100, "Net of tax, as the report of the year has it.")
    assert segment(page.source(), "note").sections[0].text.startswith("1")
