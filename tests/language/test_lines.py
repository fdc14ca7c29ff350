"""White space that parts what is said, and white space that parts words alone."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.language.lines import ends_cell, parts
from pipeline.language.plurals import is_plural
from pipeline.language.sentences import sentences
from pipeline.language.spans import Doc, place
from pipeline.mentions import nlp
from pipeline.model import Time


@pytest.fixture(autouse=True)
def english():
    with spoken("en"):
        yield


def read(text: str, formed: bool = False) -> Doc:
    return nlp.doc_of(text, () if formed else None)


@pytest.mark.parametrize(
    ("blank", "does_part", "parts_formed", "ends", "ends_formed"),
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
def test_what_parts(blank: str, does_part: bool, parts_formed: bool, ends: bool, ends_formed: bool) -> None:
    for formed, told, cell in ((False, does_part, ends), (True, parts_formed, ends_formed)):
        doc = read(f"one{blank}two", formed)
        (at,) = doc.blanks
        assert (parts(doc.texts[at], formed), ends_cell(doc.texts[at], formed)) == (told, cell)
        assert (doc.parting, doc.cell_ends) == ({at} if told else set(), {at} if cell else set())
        assert [doc.lower[i] for i in doc.places] == doc.words[: len(doc.places)]
        assert [word for word in doc.words if word.strip()] == ["one", "two"]
        assert len(doc.places) == 2 + told


@pytest.mark.parametrize(
    ("start", "end", "is_parted"),
    [(0, 3, False), (0, 5, True), (3, 5, True), (5, 8, False), (5, 5, False), (5, 3, False)],
)
def test_what_stands_between_two_characters(start: int, end: int, is_parted: bool) -> None:
    assert read("one\n\ntwo").parted(start, end) is is_parted


def test_where_a_span_stands_with_the_sentence_around_it() -> None:
    doc = read("It began.  In 2021 it grew. It fell in 2022.")
    sentences(doc)
    for word, start, sentence, sentence_start in (
        ("2021", 14, "In 2021 it grew.", 11),
        ("2022", 39, "It fell in 2022.", 28),
        ("It", 0, "It began.", 0),
    ):
        at = doc.texts.index(word)
        told = place(doc.span(at, at + 1))
        assert (told["text"], told["char_start"], told["char_end"]) == (word, start, start + len(word))
        assert (told["sentence"], told["sentence_start"]) == (sentence, sentence_start)


def test_the_tokens_that_mentions_stand_on() -> None:
    doc = read("It grew in May 2021 and fell.")
    assert (doc.taken(), doc.texts[3]) == (set(), "May")
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
    doc.leave([])
    doc.leave([date])
    assert doc.mentions == (date,)
    assert (doc.taken(), doc.taken("dates"), doc.taken("money")) == ({3, 4}, {3, 4}, set())
    doc.leave([date])
    assert len(doc.mentions) == 2


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
