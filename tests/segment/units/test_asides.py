"""Captions, footnotes and pull quotes in a text, condition by condition."""

import pytest

from pipeline.segment.asides import (
    LARGER,
    SMALLER,
    _beside,
    _goes_on,
    _has_figure,
    _in_column,
    _interrupting,
    _is_caption,
    _is_note,
    _is_pull_quote,
    _stands_below,
    _type,
    _usual_size,
    without_asides,
)
from pipeline.segment.paragraphs import Piece
from pipeline.segment.sections import Draft
from pipeline.segment.tables.cells import Table
from tests.segment.records import BOLD, PLAIN, box, cells, line, lines

Cases = pytest.mark.parametrize
ITALIC, SMALL, LARGE = PLAIN._replace(italic=True), PLAIN._replace(size=8.0), PLAIN._replace(size=14.0)
TABLE = Table(tuple(cells("Mali | 5,000")), box(0, 92, 200, 102))


def pieces(*items, page: int = 1) -> list[Piece]:
    return [Piece(page, item) for item in items]


def told(*items, pictures=()) -> list[tuple[str, str]]:
    """Place and text of what a section becomes."""
    found = without_asides([Draft(1, "text", None, pieces(*items))], {1: pictures})
    return [(each.place, " / ".join(piece.lines[0].text for piece in each.pieces)) for each in found]


TEXT = lines("We dig wells in the", "north of the land.")
OPEN, END = line("We dig wells in"), line("the north.", y=112)


# ---------------------------------------------------------------------------------------------------------------- whole


@Cases(
    ("speaker", "apart"),
    [
        ([line("Ada Moss, Norway", y=138, type_=SMALL)], True),
        ([line("Ada Moss,", y=138, type_=SMALL), line("Norway", y=148, type_=SMALL)], True),
        (
            [line(text, y=138 + 10 * n, type_=SMALL) for n, text in enumerate(("Ada Moss,", "Port Guild,", "Norway"))],
            False,
        ),
        ([line("Ada Moss said so.", y=138, type_=SMALL)], False),
        ([line("Ada Moss, Norway", y=160, type_=SMALL)], False),
        ([line("Ada Moss, Norway", y=138)], False),
    ],
)
def test_whose_words_a_pull_quote_has_is_set_apart_with_it(speaker, apart: bool) -> None:
    quote = line("“Our well has water.”", y=124, type_=LARGE)
    parts = told(OPEN, END, quote, *speaker, line("We dug more wells.", y=200, type_=BOLD))
    text = [text for place, text in parts if place == "text"]
    assert ("Ada Moss" not in text[0]) is apart


def test_a_text_without_asides() -> None:
    assert told(*TEXT) == [("text", "We dig wells in the / north of the land.")]
    assert told() == [("text", "")]
    assert told(TABLE) == [("text", "Mali")]
    assert told(*(line(text, type_=SMALL) for text in ("1 A note", "of ours"))) == [("text", "1 A note / of ours")]


def test_an_aside_follows_the_text_that_it_stood_in() -> None:
    caption = line("Wells of Mali", x=300, y=106, type_=ITALIC)
    assert told(OPEN, caption, END) == [("text", "We dig wells in / the north."), ("aside", "Wells of Mali")]
    note = line("1 By hand", y=140, type_=SMALL)
    assert told(OPEN, caption, END, note) == [
        ("text", "We dig wells in / the north."), ("aside", "Wells of Mali"), ("aside", "1 By hand"),
    ]  # fmt: skip


def test_pages_of_asides_and_headings_stay() -> None:
    drafts = [Draft(1, "panel", None, [*pieces(*TEXT), *pieces(line("* By hand", type_=SMALL), page=2)])]
    kept, aside = without_asides(drafts, {})
    assert (kept.page, kept.place, len(kept.pieces)) == (1, "panel", 2)
    assert (aside.page, aside.place, aside.heading) == (2, "aside", None)


def test_a_quote_stands_between_text() -> None:
    quote = line("“We drink of them”", y=130, type_=LARGE)
    assert told(*TEXT, quote, line("It rains.", y=150))[1:] == [("aside", "“We drink of them”")]
    assert len(told(*TEXT, quote)) == 1
    assert len(told(quote, *TEXT)) == 1


# ------------------------------------------------------------------------------------------------------------ stretches


@Cases(
    ("item", "type_"),
    [
        (line("dug"), (1, 20, False, False)),
        (line("dug", type_=BOLD), (1, 20, True, False)),
        (line("dug", type_=ITALIC), (1, 20, False, True)),
        (line("dug", type_=PLAIN._replace(size=10.3)), (1, 21, False, False)),
        (TABLE, (1, 0, False, False)),
    ],
)
def test_the_type_of_a_piece(item, type_: tuple) -> None:
    assert _type(Piece(1, item)) == type_


def test_the_usual_size() -> None:
    small, large = line("dug", type_=SMALL), line("dug", type_=LARGE)
    assert _usual_size([pieces(small, large), pieces(TABLE)]) == 14
    assert _usual_size([pieces(small, large, small)]) == 8
    assert _usual_size([pieces(TABLE)]) == 0


ASIDE = line("Wells of Mali", x=300, y=106, type_=ITALIC)


@Cases(
    ("items", "found"),
    [
        ((OPEN, ASIDE, END), {1}),
        ((OPEN, ASIDE, line("The north.", y=112)), set()),
        ((line("We dig wells."), ASIDE, END), set()),
        ((OPEN, ASIDE), set()),
        ((OPEN, ASIDE, line("the north.", y=112, type_=BOLD)), set()),
        ((OPEN, ASIDE, line("By A. Berg", x=300, y=118, type_=SMALL), END), {1, 2}),
        ((OPEN, line("5,000 wells", x=300, y=106, type_=ITALIC), END), set()),
        ((OPEN, ASIDE, line("5,000 wells", x=300, y=118, type_=BOLD), END), set()),
        ((OPEN, line("Wells Of Mali", y=112, type_=ITALIC), line("the north.", y=124)), set()),
        ((OPEN, line("Wells Of Mali", y=150, type_=ITALIC), line("the north.", y=162)), {1}),
        ((OPEN, line("Wells Of Mali", y=150, type_=BOLD), line("the north.", y=162)), set()),
        (
            (
                OPEN,
                line("Wells", y=150, type_=BOLD),
                line("Mali", x=90, y=150, type_=ITALIC),
                line("the north.", y=170),
            ),
            {1, 2},
        ),
        ((OPEN, TABLE, END), set()),
        ((TABLE, OPEN, TABLE), set()),
        ((line("Dug."), OPEN), set()),
    ],
    ids=[
        "a caption",
        "does not go on",
        "has ended",
        "nothing after",
        "another type after",
        "two types",
        "a figure",
        "a second figure",
        "words set off",
        "words set off further down",
        "a name in a list",
        "not all in the column",
        "a table with figures",
        "between tables",
        "one type",
    ],
)
def test_what_interrupts_a_sentence(items, found: set[int]) -> None:
    assert _interrupting([pieces(item) for item in items]) == found


def test_the_last_line_before_and_the_first_after_count() -> None:
    assert _interrupting([pieces(line("Dug."), OPEN), pieces(ASIDE), pieces(END, line("It rains."))]) == {1}
    assert _interrupting([pieces(OPEN, line("Dug.")), pieces(ASIDE), pieces(END)]) == set()
    assert _interrupting([pieces(OPEN), pieces(ASIDE), pieces(line("It rains."), END)]) == set()


def test_a_sentence_may_go_on_over_the_page() -> None:
    assert _interrupting([pieces(OPEN), pieces(ASIDE), pieces(END, page=2)]) == {1}


def test_a_table_of_words_between() -> None:
    words = Table(tuple(cells("Mali | Wells of ours there now")), box(0, 92, 200, 102))
    assert _interrupting([pieces(OPEN), pieces(words), pieces(END)]) == {1}


@Cases(
    ("lower", "below"),
    [
        (line("dug", y=112), True),
        (line("dug", y=117.9), True),
        (line("dug", y=118), False),
        (line("dug", y=112, x=9.9), True),
        (line("dug", y=112, x=10), False),
        (line("dug", y=112, x=-9.9), True),
        (line("dug", y=112, x=-10), False),
        (line("dug", y=112, type_=PLAIN._replace(size=10.25)), True),
        (line("dug", y=112, type_=PLAIN._replace(size=10.35)), False),
        (line("dug", y=112, type_=PLAIN._replace(size=9.65)), False),
        (line("dug", y=112, type_=BOLD), True),
        (TABLE, False),
    ],
)
def test_the_next_line_of_a_paragraph(lower, below: bool) -> None:
    assert _stands_below(line("Wells"), lower) is below
    assert not _stands_below(TABLE, lower)


@Cases(
    ("found", "in_column"),
    [
        (line("Mali", y=150), True),
        (line("Mali", x=0.2, y=150), True),
        (line("Mali", x=0.4, y=150), False),
        (line("Mali", x=-0.4, y=150), False),
        (line("Mali", y=150, type_=BOLD), True),
        (line("Mali", y=150, type_=ITALIC), False),
        (line("Mali", y=150, type_=PLAIN._replace(size=10.2)), True),
        (line("Mali", y=150, type_=PLAIN._replace(size=10.4)), False),
        (line("Mali", y=100), False),
        (line("Mali", y=100.1), True),
        (TABLE, False),
    ],
)
def test_a_name_in_a_list(found, in_column: bool) -> None:
    assert _in_column(found, line("Wells")) is in_column
    assert not _in_column(found, TABLE)


def test_a_figure_alone() -> None:
    assert _has_figure(pieces(line("Wells"), line("5,000")))
    assert not _has_figure(pieces(line("Wells")))


@Cases(
    ("upper", "lower", "on"),
    [
        (line("We dig"), line("wells"), True),
        (line("We dig."), line("wells"), False),
        (line("We dig"), line("Wells"), False),
        (TABLE, line("wells"), False),
        (line("We dig"), TABLE, False),
    ],
)
def test_a_sentence_goes_on(upper, lower, on: bool) -> None:
    assert _goes_on(upper, lower) is on


# ------------------------------------------------------------------------------------------- notes, quotes and captions


@Cases(
    ("text", "size", "note"),
    [
        ("¹ By hand", 8, True),
        ("* By hand", 8, True),
        ("12 By hand", 8, True),
        ("123 By hand", 8, False),
        ("a By hand", 8, True),
        ("12By hand", 8, False),
        ("Source: OECD", 8, True),
        ("By hand", 8, False),
        ("* By hand", 9.2, True),
        ("* By hand", 10 * SMALLER, False),
    ],
)
def test_a_note(text: str, size: float, note: bool) -> None:
    assert _is_note(pieces(line(text, type_=PLAIN._replace(size=size)), line("of ours")), 10) is note
    assert not _is_note(pieces(TABLE), 10)


@Cases(
    ("items", "quote"),
    [
        ((line("“We drink”", type_=LARGE),), True),
        ((line("“We drink", type_=LARGE), line("of them”", type_=LARGE)), True),
        ((line("“We drink", type_=LARGE),), False),
        ((line("“We drink”", type_=PLAIN._replace(size=10 * LARGER)),), True),
        ((line("“We drink”", type_=PLAIN._replace(size=11)),), False),
        ((TABLE,), False),
    ],
)
def test_a_pull_quote(items, quote: bool) -> None:
    assert _is_pull_quote(pieces(*items), 10) is quote


PICTURE = box(100, 200, 300, 400)


@Cases(
    ("count", "size", "caption"), [(1, 8, True), (4, 8, True), (5, 8, False), (1, 9.2, True), (1, 10 * SMALLER, False)]
)
def test_a_caption_is_short_and_small(count: int, size: float, caption: bool) -> None:
    found = pieces(*lines(*["Wells"] * count, x=150, y=390, type_=PLAIN._replace(size=size)))
    assert _is_caption(found, 10, {1: [box(0, 0, 1, 1), PICTURE]}) is caption
    assert not _is_caption(found, 10, {2: [PICTURE]})
    assert not _is_caption(pieces(TABLE), 10, {1: [PICTURE]})


@Cases(
    ("x", "y", "beside"),
    [
        (150, 300, True),
        (84, 300, True),
        (83.9, 300, False),
        (292, 300, True),
        (292.1, 300, False),
        (150, 422.3, True),
        (150, 422.5, False),
        (150, 182.5, True),
        (150, 182.4, False),
    ],
)
def test_a_caption_stands_at_its_picture(x: float, y: float, beside: bool) -> None:
    """Type of 8 points: within 16 points. A line of 24 points across, from 6.4 above its baseline to 1.6 below."""
    found = line("Wells!", x, y, SMALL)
    assert _beside(found, found, PICTURE) is beside


def test_the_first_line_is_near_from_below_and_the_last_from_above() -> None:
    first, last = line("Wells", 150, 150, SMALL), line("dug", 150, 190, SMALL)
    assert _beside(first, last, PICTURE)
    assert _beside(line("Wells", 150, 410, SMALL), line("dug", 150, 450, SMALL), PICTURE)


def test_columns_stand_anywhere_on_the_page() -> None:
    assert _stands_below(line("Wells", x=100), line("dug", x=100, y=112))
    assert _in_column(line("Mali", x=100, y=150), line("Wells", x=100))
