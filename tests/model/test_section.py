"""Parts of a section: their places end where they do, to the letter."""

import pytest

from pipeline.model import BoundingBox, Section
from tests.places import places

TEXT = "It gave (US$ 8 million), and 74 more."
SECTION = Section("a", 1, "other", "", TEXT, places(TEXT))


def box(start: int, end: int) -> BoundingBox:
    """Around the characters from start to end: each is 10 points wide."""
    return BoundingBox(10.0 * start, 0.0, 10.0 * end, 10.0)


@pytest.mark.parametrize("words", ["It", "US$ 8 million", "8", "million", "74", "more", "more.", TEXT])
def test_a_box_holds_the_words_and_no_letter_more(words: str) -> None:
    start = TEXT.index(words)
    (placed,) = SECTION.boxes(start, start + len(words))
    assert placed.box == box(start, start + len(words))


@pytest.mark.parametrize("words", ["US$", "8", "million", "74 more"])
def test_letters_are_those_of_the_words(words: str) -> None:
    start = TEXT.index(words)
    letters = list(SECTION.letters(start, start + len(words)))
    assert "".join(letter.text for letter in letters) == words.replace(" ", "")
    assert [letter.box for letter in letters] == [
        box(offset, offset + 1) for offset in range(start, start + len(words)) if TEXT[offset] != " "
    ]


def test_each_line_has_a_box() -> None:
    text = "It gave\n\nUS$ 8 million"
    section = Section("a", 1, "other", "It gave", "US$ 8 million", places(text))
    assert [placed.box.top for placed in section.boxes()] == [0, 20]
    assert [placed.box.x0 for placed in section.boxes(13, 22)] == [40]


def test_all_letters_of_a_section_where_no_part_is_asked_for() -> None:
    section = Section("s", 1, "other", "", "In Mali", places("In Mali"))
    assert "".join(letter.text for letter in section.letters()) == "InMali"
    assert [letter.offset for letter in section.letters(3)] == [3, 4, 5, 6]
    assert [letter.offset for letter in section.letters(1, 5)] == [1, 3, 4]
    assert [len(section.boxes(*part)) for part in ((), (3,), (0, 0))] == [1, 1, 0]
    assert [place.start for place in section.within()] == [0, 3]


def test_the_heading_stands_before_the_text() -> None:
    section = Section("a", 1, "other", "Safe ports", TEXT, places(TEXT))
    assert section.content[slice(*section.headline)] == "Safe ports"
    assert not SECTION.headline
