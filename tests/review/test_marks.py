"""From a box on a page to words: each letter is 10 points wide and 10 high, lines are 20 apart."""

import pytest

from pipeline.model import BoundingBox, Section
from pipeline.review.marks import EmptySelection, marked, typed
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


def test_words_that_begin_or_end_a_sentence_are_of_that_one_alone():
    assert marked([section()], 1, box(1, 6, 13)).text == "joined."
    assert marked([section()], 1, box(1, 6, 13)).quote == "Kenya joined."
    assert marked([section()], 1, box(1, 14, 20)).quote == "It has 3 ports."


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


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(0.2, 3.8, "Norway"), (7, 8, "gave"), (25, 32, "million"), (25, 33, "million."), (12, 13, "No")],
)
def test_words_at_the_beginning_and_the_end(start, end, text):
    assert marked([section()], 1, box(0, start, end)).text == text


def test_words_of_a_section_without_more():
    alone = Section("a", 1, "other", "", "Kenya", places("Kenya"))
    assert marked([alone], 1, box(0, 1, 2)).text == "Kenya"


TWICE = "It gave EUR 5. It gave EUR 5 again."


@pytest.mark.parametrize(
    ("near", "start"),
    [
        ("It gave EUR 5 again.", 15),
        ("It gave EUR 5.", 0),
        (TWICE, 0),
        ("gave EUR 5 again", 0),
        ("Elsewhere.", 0),
        ("", 0),
    ],
)
def test_words_that_a_person_has_typed_stand_in_the_text_that_is_near(near, start):
    where = Section("a", 1, "other", "", TWICE, places(TWICE))
    mark = typed([where], "It  gave\nEUR 5", near)
    assert (mark.char_start, mark.text) == (start, "It gave EUR 5")


def test_words_that_begin_what_is_near_are_those_of_its_section():
    mali, togo = (
        Section(text[:1], 1, "other", "", text, places(text)) for text in ("Mali got EUR 5.", "EUR 5 went to Togo.")
    )
    assert typed([mali, togo], "EUR 5", "EUR 5 went").section == togo.id
    assert typed([mali, togo], "EUR 5", "got EUR 5").section == mali.id
    assert typed([mali, togo], "EUR 5", "EUR").section == mali.id


@pytest.mark.parametrize("near", ["All of the EUR 5 went", "All of the EUR 5", "EUR 5 went to Togo, as was told."])
def test_what_is_near_stands_in_its_section_as_it_is(near):
    texts = ("EUR 5 once.", "All of the EUR 5 went to Togo, as was told.")
    once, all_of_it = (Section(text[:1], 1, "other", "", text, places(text)) for text in texts)
    assert typed([once, all_of_it], "EUR 5", near).section == all_of_it.id


@pytest.mark.parametrize("words", ["", "  ", "It took EUR 5"])
def test_words_that_stand_nowhere(words):
    with pytest.raises(EmptySelection, match="stand nowhere"):
        typed([section()], words, "")
