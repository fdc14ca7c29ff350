"""Every word of a page in one section or in the furniture, once."""

from dataclasses import replace

import pytest

from pipeline.check.pages import UnplacedWords
from pipeline.model import BoundingBox, Furniture

TEXT = """
## The safer ports project

Long-standing work for em-
ployment in Chad.
"""


@pytest.fixture
def placed(profile_of):
    """One section on page 1, with its page number as furniture."""
    furniture = Furniture(1, "7", BoundingBox(0, 0, 5, 5), "page number")
    sections = [replace(section, text=section.text) for section in profile_of(TEXT.replace("em-\n", "em")).sections]
    return replace(profile_of(TEXT), sections=tuple(sections), furniture=(furniture,))


def told(profile, page):
    return [(check.page, check.message) for check in UnplacedWords({1: page}).run(profile)]


def test_nothing_is_lost_where_lines_are_joined(placed):
    assert told(placed, "7 The safer ports project Long-standing work for em- ployment in Chad. •") == []


def test_a_lost_word(placed):
    page = "7 The safer ports project Long-standing work for em- ployment in Chad. Secretly more."
    assert told(placed, page) == [
        (1, 'The sections of page 1 do not hold what it draws: "em", "ployment", "Secretly" and "more" left out.')
    ]


def test_a_word_told_twice(placed):
    (found,) = told(placed, "The safer ports project Long-standing work for employment in Chad.")
    assert found == (1, 'The sections of page 1 do not hold what it draws: "7" told more often than drawn.')


def test_a_page_that_no_section_reaches(placed):
    (check,) = UnplacedWords({2: "Nobody read this"}).run(placed)
    assert (check.page, check.severity, check.check) == (2, "warning", "unplaced-words")
    assert '"Nobody", "read" and "this" left out' in check.message


@pytest.mark.parametrize(("number", "more"), [(8, False), (9, True)])
def test_a_message_quotes_eight_words(placed, number, more):
    lost = " ".join(f"lost{letter}" for letter in "abcdefghi"[:number])
    ((_, message),) = told(placed, f"7 The safer ports project Long-standing work for employment in Chad. {lost}")
    assert message.count("lost") == 8
    assert message.endswith("and more left out.") is more


def test_letters_that_no_word_tells(placed):
    """The words are the same, but for a letter that is drawn once more within another."""
    page = "7 The safer ports project Long-standing work for employment in Chad. ª"
    ((_, message),) = told(placed, page)
    assert message.endswith('"ª" left out.')
