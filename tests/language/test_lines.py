"""White space that parts what is said, and white space that parts words alone."""

import pytest

from pipeline.language import lines
from pipeline.language.lexicon import spoken
from pipeline.language.plurals import is_plural
from pipeline.language.spans import leave, place, taken, texts
from pipeline.mentions import nlp
from pipeline.model import Time


@pytest.fixture(autouse=True)
def english():
    with spoken("en"):
        yield


def read(text: str, formed: bool = False):
    doc = nlp.load().make_doc(text)
    doc._.formed = formed
    return doc


@pytest.mark.parametrize(
    ("space", "parts", "parts_formed", "ends_cell", "ends_cell_formed"),
    [
        ("\n", False, True, False, True),  # a line; the row of a table, or a label's value
        ("\n\n", True, True, False, False),
        ("\n \n", True, True, False, False),
        ("\t", True, True, True, True),  # a cell
        ("\t\t", True, True, True, True),
        ("\n\t", False, True, False, True),  # an indent; an empty cell
        ("\t\n", False, True, False, True),
        ("\n\t\n", True, True, False, False),
        ("   ", False, False, False, False),
        ("\n ", False, True, False, False),
    ],
)
def test_what_parts(space: str, parts: bool, parts_formed: bool, ends_cell: bool, ends_cell_formed: bool) -> None:
    for formed, does_part, ends in ((False, parts, ends_cell), (True, parts_formed, ends_cell_formed)):
        doc = read(f"one{space}two", formed)
        blank = next(token for token in doc if token.is_space)
        assert (lines.parts(blank), lines.ends_cell(blank)) == (does_part, ends)
        assert lines.has_cells(doc) is ends
        assert [*lines.breaks(doc)] == [blank.i] * does_part
        assert len(lines.words_of(doc)) == 2 + does_part
        one_line, places = lines.as_one_line(doc)
        assert [token.text for token in one_line] == [doc[i].text for i in places]
        assert [doc[i].text for i in places if not doc[i].is_space] == ["one", "two"]


@pytest.mark.parametrize(
    ("start", "end", "is_parted"),
    [(0, 3, False), (0, 5, True), (3, 5, True), (5, 8, False), (5, 5, False), (5, 3, False)],
)
def test_what_stands_between_two_characters(start: int, end: int, is_parted: bool) -> None:
    assert lines.parted(read("one\n\ntwo"), start, end) is is_parted


def test_where_a_span_stands_with_the_sentence_around_it() -> None:
    doc = nlp.load()("It began.  In 2021 it grew. It fell in 2022.")
    first, second = (next(t for t in doc if t.text == year) for year in ("2021", "2022"))
    for token, start, sentence, sentence_start in (
        (first, 14, "In 2021 it grew.", 11),
        (second, 39, "It fell in 2022.", 28),
        (doc[0], 0, "It began.", 0),
    ):
        told = place(doc[token.i : token.i + 1])
        assert (told["text"], told["char_start"], told["char_end"]) == (token.text, start, start + len(token.text))
        assert (told["sentence"], told["sentence_start"]) == (sentence, sentence_start)


def test_the_tokens_that_mentions_stand_on() -> None:
    doc = read("It grew in May 2021 and fell.")
    assert (taken(doc), texts(doc)[3]) == (set(), "May")
    date = Time(
        text="May 2021",
        char_start=11,
        char_end=19,
        sentence_start=0,
        rule="",
        sentence=doc.text,
        kind="month",
        value="2021-05",
    )
    leave(leave(doc, []), [date])
    assert doc._.mentions == (date,)
    assert (taken(doc), taken(doc, "dates"), taken(doc, "money")) == ({3, 4}, {3, 4}, set())
    leave(doc, [date])
    assert len(doc._.mentions) == 2


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("women", True),
        ("people", True),
        ("schools", True),
        ("kids", True),
        ("ids", False),  # too short to tell
        ("school", False),
        ("ab1s", False),
        ("access", False),
        ("process", False),
        ("status", False),
        ("sheep", False),
    ],
)
def test_a_plural_by_its_form(word: str, is_one: bool) -> None:
    assert is_plural(word) is is_one
