"""What a section owns, where a panel belongs, and what stands under what."""

import pytest

from pipeline.segment.paragraphs import Piece
from pipeline.segment.sections import (
    SAME_SIZE,
    Draft,
    Leaf,
    _above,
    _around,
    _begins_below,
    _belongs,
    _heads,
    _kicker,
    _may_be_kicker,
    _stands_beside,
    _tells_several,
    drafts,
    lines_of,
    parents,
)
from pipeline.segment.tables.cells import Table
from tests.segment.records import BOLD, PLAIN, box, cells, line, lines
from tests.segment.units.outlined import HEADLINE, TEXT, draft, heading, outline

Cases = pytest.mark.parametrize
GREY = PLAIN._replace(colour="#666666")


def told(found: list[Draft]) -> list[tuple[str, str, str]]:
    """Place, heading and text of each section."""
    return [
        (each.place, each.name, " / ".join(line.text for piece in each.pieces for line in piece.lines))
        for each in found
    ]


def read(*items, turned=()) -> list[tuple[str, str, str]]:
    return told(drafts([Leaf(1, outline(*items), turned)]))


def several(*names: str):
    """A panel with a section of each name."""
    return outline(*(item for name in names for item in (heading(name), line(f"On {name.lower()}."))))


# -------------------------------------------------------------------------------------------------- what a heading owns


def test_a_heading_owns_what_follows_it() -> None:
    assert read(line("Front."), heading("Wells"), line("One."), line("Two."), heading("Roads")) == [
        ("text", "", "Front."), ("text", "Wells", "One. / Two."), ("text", "Roads", ""),
    ]  # fmt: skip


def test_it_goes_on_over_the_page_but_for_turned_text() -> None:
    pages = [Leaf(1, outline(heading("Wells"), line("One.")), [line("By A. Berg")]), Leaf(2, outline(line("Two.")), ())]
    found = drafts(pages)
    assert told(found) == [("text", "Wells", "One. / Two."), ("turned", "", "By A. Berg")]
    assert [[piece.page for piece in each.pieces] for each in found] == [[1, 2], [1]]
    assert [each.page for each in found] == [1, 1]


def test_a_panel_stands_for_itself_and_the_text_goes_on_after_it() -> None:
    panel = outline(heading("A voice"), line("We drink."))
    assert read(heading("Wells"), line(TEXT), panel, line(TEXT)) == [
        ("text", "Wells", f"{TEXT} / {TEXT}"), ("panel", "A voice", "We drink."),
    ]  # fmt: skip


def test_a_bar_behind_a_heading_is_no_panel() -> None:
    assert read(line(TEXT), outline(heading("Wells")), line("One.")) == [("text", "", TEXT), ("text", "Wells", "One.")]
    assert read(line(TEXT), outline(heading("Wells"), heading("Roads", 120)), line("One.")) == [
        ("text", "", TEXT), ("text", "Wells", ""), ("text", "Roads", "One."),
    ]  # fmt: skip


def test_all_the_text_that_a_heading_has_may_be_on_panels() -> None:
    first, second = outline(line("We drink from it.")), outline(line("We dug it."))
    assert read(heading("Wells"), first, second, line(TEXT), outline(line("We see."))) == [
        ("text", "Wells", f"We drink from it. / We dug it. / {TEXT}"), ("panel", "", "We see."),
    ]  # fmt: skip
    pages = [Leaf(1, outline(heading("Wells")), ()), Leaf(2, outline(outline(line("We dig.")), line(TEXT)), ())]
    assert told(drafts(pages)) == [("text", "Wells", f"We dig. / {TEXT}")]


def test_a_panel_with_sections_of_its_own_ends_with_the_last_of_them() -> None:
    """It carries most of the page's text; what follows it belongs to the section around it, if that began there."""
    assert read(heading("Wells"), line("One."), several("Roads", "Rails"), line("Two.")) == [
        ("text", "Wells", "One. / Two."), ("text", "Roads", "On roads."), ("text", "Rails", "On rails."),
    ]  # fmt: skip
    assert read(heading("Wells"), line("One."), several("Roads"), line("Two."))[1] == ("panel", "Roads", "On roads.")
    pages = [
        Leaf(1, outline(heading("Wells"), line(TEXT)), ()),
        Leaf(2, outline(several("Roads", "Rails"), line("2.")), ()),
    ]
    assert told(drafts(pages))[-1] == ("text", "Rails", "On rails. / 2.")


def test_a_head_with_facts_owns_what_stands_below_its_panel() -> None:
    panel = outline(heading("Wells"), line("Region: Kayes", y=120))
    assert read(line(TEXT), panel, line(TEXT, y=140))[1] == ("text", "Wells", f"Region: Kayes / {TEXT}")
    assert read(line(TEXT), panel, line(TEXT, y=90))[1] == ("panel", "Wells", "Region: Kayes")


# --------------------------------------------------------------------------------------------------------------- panels

AROUND = outline(line(" ".join(["wells"] * 12)))


@Cases(
    ("panel", "open_", "bare", "belongs"),
    [
        (outline(heading("Wells"), heading("Roads")), True, False, True),
        (outline(heading("Wells"), line("dug")), True, False, False),
        (outline(line(" ".join(["wells"] * 7))), True, False, True),
        (outline(line(" ".join(["wells"] * 6))), True, False, False),
        (outline(line(" ".join(["wells"] * 6))), True, True, True),
        (outline(line(" ".join(["wells"] * 6))), False, True, False),
        (outline(heading("Wells"), line("Budget: 2")), True, True, False),
        (outline(line("Budget: 2"), line("dug")), True, False, True),
        (outline(line("dug"), line("Budget: 2")), True, False, False),
        (outline(line("2,500", type_=HEADLINE), line("wells", y=114)), True, False, True),
    ],
    ids=[
        "headings alone",
        "a section",
        "most of the words",
        "half of them",
        "all of its heading",
        "no heading open",
        "a heading of its own",
        "a fact first",
        "a fact later",
        "a figure and its caption",
    ],
)
def test_a_panel_that_belongs_to_the_section_around_it(panel, open_: bool, bare: bool, belongs: bool) -> None:
    assert _belongs(panel, AROUND, draft("Wells") if open_ else None, bare) is belongs


def test_words_of_tables_and_of_panels_in_it_count() -> None:
    table = Table(tuple(cells("wells in Mali | wells in Chad and Niger")), box(0, 92, 200, 102))
    assert _belongs(outline(table), AROUND, None, False)
    assert _belongs(outline(outline(line(" ".join(["wells"] * 7)))), AROUND, None, False)


@Cases(
    ("panel", "tells"),
    [
        (several("Wells"), False),
        (several("Wells", "Roads"), True),
        (outline(heading("Wells"), heading("Roads")), False),
        (outline(heading("Wells"), outline(heading("Roads"), line("dug"))), True),
    ],
)
def test_a_panel_of_several_sections(panel, tells: bool) -> None:
    assert _tells_several(panel) is tells


HEAD = (heading("Wells"), line("Region: Kayes", y=120))  # its ground goes down to 122


@Cases(
    ("items", "below", "heads"),
    [
        (HEAD, line(TEXT, y=140), True),
        (HEAD, line(TEXT, y=130), True),
        (HEAD, line(TEXT, y=129), False),
        (HEAD, line(TEXT, x=62.5, y=140), False),
        (HEAD, line(TEXT, x=62, y=140), True),
        (HEAD[::-1], line(TEXT, y=140), False),
        (HEAD[:1], line(TEXT, y=140), False),
        ((*HEAD, line("dug", y=120)), line(TEXT, y=140), True),
        ((*HEAD, line("dug", y=120), line("built", y=120)), line(TEXT, y=140), False),
        ((*HEAD, heading("Roads"), line("dug", y=120)), line(TEXT, y=140), True),
    ],
    ids=[
        "below",
        "right below",
        "overlaps",
        "beside",
        "column",
        "no heading first",
        "no facts",
        "half facts",
        "fewer facts",
        "a second heading",
    ],
)
def test_the_head_of_what_stands_below(items, below, heads: bool) -> None:
    assert _heads(outline(*items), [line(TEXT, y=50), below]) is heads
    assert not _heads(outline(*items), [])


def test_the_first_item_below_counts() -> None:
    assert not _heads(outline(*HEAD), [line(TEXT, x=200, y=140), line(TEXT, y=160)])


# -------------------------------------------------------------------------------------------------------------- kickers


@Cases(
    ("line_", "may"),
    [
        (line("CHAD", y=100), True),
        (line("CHAD", y=96.5), True),
        (line("CHAD", y=96), False),
        (line("CHAD", x=-19, y=100), True),
        (line("CHAD", x=-20, y=100), False),
        (line("CHAD", y=100, type_=PLAIN._replace(size=16)), False),
        (line("CHAD", y=100, type_=PLAIN._replace(size=15.9)), True),
        (line("CHAD.", y=100), False),
        (line("CHAD", y=100, bullet=True), False),
        (line("Budget: 2", y=100), False),
        (line("a b c d e f", y=100), True),
        (line("a b c d e f g", y=100), False),
    ],
    ids=[
        "near",
        "just",
        "far",
        "column",
        "beside",
        "as large",
        "smaller",
        "sentence",
        "point",
        "fact",
        "six words",
        "seven",
    ],
)
def test_a_small_line_above_a_heading(line_, may: bool) -> None:
    below = heading("Wells", y=126.8, type_=HEADLINE._replace(size=16))  # from 114 on
    assert below.box.top == 114
    assert _may_be_kicker(line_, below) is may


def section(*texts, page: int = 1, at: int = 1) -> Draft:
    """One with the heading Roads on a page, and lines on another."""
    found = draft("Roads", page=page)
    found.pieces += [Piece(at, each) for each in texts]
    return found


KICKER, BELOW = line("CHAD", y=200), heading("Wells", y=216)  # 2.8 points lie between them


@Cases(
    ("above", "found"),
    [
        (line(TEXT, y=182.1, type_=GREY), True),
        (line(TEXT, y=182.2, type_=GREY), False),
        (line(TEXT, y=180), False),
        (line(TEXT, x=30, y=188), True),
    ],
    ids=["further above", "as near", "in its type", "beside"],
)
def test_it_stands_nearer_to_what_follows(above, found: bool) -> None:
    current = Draft(1, "text", None, [Piece(1, above), Piece(1, KICKER)])
    assert _kicker(current, 1, BELOW) == (current.pieces[1] if found else None)


def test_which_line_may_be_one() -> None:
    alone = Draft(1, "text", None, [Piece(1, KICKER)])
    assert _kicker(alone, 1, BELOW) is alone.pieces[0]
    assert _kicker(alone, 2, BELOW) is None
    assert _kicker(alone, 1, heading("Wells", y=216, run_in=True)) is None
    assert _kicker(None, 1, BELOW) is None
    beside = section(KICKER, line("Budget", x=200, y=200), line("5", x=200, y=212))
    assert _kicker(beside, 1, BELOW) is beside.pieces[0]
    table = Table(tuple(cells("CHAD")), box(0, 192, 20, 202))
    assert _kicker(Draft(1, "text", None, [Piece(1, table)]), 1, BELOW) is None


def test_a_kicker_moves_into_the_section_below_it() -> None:
    assert read(heading("Roads"), line("Dug.", y=120, type_=GREY), KICKER, BELOW, line("One.", y=230)) == [
        ("text", "Roads", "Dug."), ("text", "Wells", "CHAD / One."),
    ]  # fmt: skip
    assert read(KICKER, BELOW) == [("text", "Wells", "CHAD")]
    assert read(heading("Roads"), KICKER, BELOW) == [("text", "Roads", ""), ("text", "Wells", "CHAD")]


def test_the_last_line_above_in_its_column() -> None:
    one, other, beside = line("One.", y=120), line("Two.", y=112), line("Three.", x=50, y=190)
    current = section(one, other, beside)
    assert _above(KICKER, current.pieces, current, 1) is one
    assert _above(KICKER, [], current, 1) is current.heading.lines[0]
    assert _above(KICKER, [], current, 2) is None
    assert _above(KICKER, current.pieces[2:], Draft(1, "text"), 1) is None


# ----------------------------------------------------------------------------------------------- what stands under what


def sized(*sizes: float | None) -> list[Draft]:
    return [draft("Wells" if size else "", type_=BOLD._replace(size=size or 10)) for size in sizes]


@Cases(
    ("sizes", "expected"),
    [
        ((20, 14, 14), [None, 0, 0]),
        ((20, 14, 12, 14), [None, 0, 1, 0]),
        ((20, 14, 20, 14), [None, 0, None, 2]),
        ((14, 20, 14), [None, None, 1]),
        ((14, None, 12), [None, None, None]),
        ((10.79, 10), [None, None]),
        ((10 * SAME_SIZE, 10), [None, 0]),
        ((10, 10.79), [None, None]),
    ],
)
def test_a_section_stands_under_the_last_larger_heading(sizes: tuple, expected: list) -> None:
    assert parents(sized(*sizes)) == expected


def placed(place: str, page: int = 1, *texts, name: str = "") -> Draft:
    return Draft(page, place, heading(name) if name else None, [Piece(page, each) for each in texts])


def test_panels_and_asides_stand_under_the_last_heading() -> None:
    panel, aside, turned = (
        placed("panel", 1, line("dug")),
        placed("aside", 1, line("dug")),
        placed("turned", 1, line("A")),
    )
    one, two, none = draft("Wells", type_=BOLD._replace(size=20)), draft("Roads"), draft()
    assert parents([panel, one, panel, two, aside, panel]) == [None, None, 1, 1, 3, 3]
    assert parents([one, none, panel]) == [None, None, None]
    assert parents([one, turned, panel]) == [None, None, None]
    assert parents([one, placed("panel", 1, line("dug"), name="Rails"), two, panel]) == [None, 0, 0, 2]


def test_a_panel_stands_under_the_section_that_it_begins_beside() -> None:
    one = placed("text", 1, *lines("dug", "dug", "dug", y=120), name="Wells")
    two = placed("text", 1, line("built", y=260), name="Roads")
    two.heading = heading("Roads", y=240)
    panel = placed("panel", 1, line("Budget", x=200, y=130), line("5", x=200, y=142))
    low = placed("panel", 1, line("Budget", x=200, y=250))
    high = placed("panel", 1, line("Budget", x=200, y=80))
    assert parents([one, two, panel, low, high]) == [None, None, 0, 1, 1]
    assert parents([one, panel, two]) == [None, 0, None]


@Cases(("y", "x", "below"), [(110.1, 60, True), (110, 60, False), (150, 60, True), (150, 29, False), (150, 30, True)])
def test_a_section_that_begins_below_a_panel(y: float, x: float, below: bool) -> None:
    panel = placed("panel", 1, line("Budget", y=100))
    assert _begins_below(placed("text", 1, line("dug", x, y)), panel) is below
    assert not _begins_below(placed("text", 2, line("dug", x, y)), panel)
    assert not _begins_below(placed("text", 1, line("dug", x, y)), Draft(1, "panel"))


@Cases(("y", "beside"), [(99, False), (100, True), (129.9, True), (130, False)])
def test_a_panel_that_begins_beside_a_section(y: float, beside: bool) -> None:
    found = placed("text", 1, line("dug", y=100), line("dug", y=112))
    found.pieces.append(Piece(1, line("dug", y=120)))
    assert _stands_beside(placed("panel", 1, line("Budget", 200, y)), found) is beside
    assert not _stands_beside(placed("panel", 2, line("Budget", 200, y)), found)
    assert not _stands_beside(Draft(1, "panel"), found)


def test_lines_of_a_section() -> None:
    found = section(line("One."), Piece(2, line("Two.")).item, at=2)
    assert [(page, each.text) for page, each in lines_of(found)] == [(1, "Roads"), (2, "One."), (2, "Two.")]
    assert _around(found, 2) == box(0, 92, 20, 102)
    assert _around(found, 3) is None
    assert [each.text for _, each in lines_of(Draft(1, "text", None, [Piece(1, line("One."))]))] == ["One."]
