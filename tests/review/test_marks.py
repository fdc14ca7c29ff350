"""From a box on a page to words: each letter is 10 points wide and 10 high, lines are 20 apart."""

import pytest

from pipeline.model import BoundingBox, Section
from pipeline.review.marks import EmptySelection, marked
from tests.places import places

LINES = ("Norway gave No. 5 fund 8 million.", "Kenya joined. It has 3 ports.")
TEXT = "\n\n".join(LINES)


def section(id_="a", page=1, top=0.0):
    """A section whose two paragraphs are one printed line each."""
    return Section(id_, 1, "other", "", TEXT, places(TEXT, page, top=top))


def box(line, start, end):
    return BoundingBox(10 * start, 20 * line, 10 * end, 20 * line + 10)


def test_words():
    mark = marked([section()], 1, box(0, 23, 32))
    assert (mark.text, TEXT[mark.char_start : mark.char_end]) == ("8 million", "8 million")
    assert (mark.section, mark.page, mark.boxes) == ("a", 1, "1@230,0,320,10")


def test_words_that_the_box_cuts_are_whole():
    assert marked([section()], 1, box(0, 25.2, 30.8)).text == "million"


def test_the_quote_is_the_sentence():
    assert marked([section()], 1, box(1, 0, 5)).quote == "Kenya joined."
    assert marked([section()], 1, box(1, 21, 28)).quote == "It has 3 ports."


def test_a_quote_may_be_cut_but_holds_the_words():
    """ "No. 5" ends no sentence; marked words go over the place at which a quote could be cut."""
    assert marked([section()], 1, box(1, 6, 16)).quote == LINES[1]


def test_the_section_with_most_letters_in_the_box():
    above, below = section("above"), section("below", top=35)
    assert marked([above, below], 1, BoundingBox(0, 22, 330, 46)).section == "below"


@pytest.mark.parametrize(
    ("page", "where", "reason"),
    [
        (2, box(0, 0, 5), "no words"),
        (1, box(5, 0, 5), "no words"),
        (1, BoundingBox(0, 0, 300, 40), "several paragraphs"),
    ],
)
def test_no_mark(page, where, reason):
    with pytest.raises(EmptySelection, match=reason):
        marked([section()], page, where)
