"""How lines become text: joins and hyphens, blocks with their spans, places of words, ids and links of sections."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.model import Block, BoundingBox, Fact, Facts, Link, Page, Paragraph, Span
from pipeline.model import Table as TableBlock
from pipeline.segment import compose
from pipeline.segment import text as writing
from pipeline.segment.headings import Heading
from pipeline.segment.lines.baselines import Line
from pipeline.segment.paragraphs import Piece
from pipeline.segment.sections import Draft
from pipeline.segment.tables.cells import Cell, Table
from pipeline.segment.text import Text, join, vocabulary, write, write_lines
from tests.segment.placed import BOLD, line, table, word

Pair = pytest.mark.parametrize
NONE: frozenset[str] = frozenset()


def pieces(*items: Line | Table, page: int = 1) -> list[Piece]:
    return [Piece(page, item) for item in items]


def read(*items: Line | Table, heading: str = "") -> tuple[str, list[object]]:
    """The text and its blocks, as they are written in it."""
    text = Text()
    if heading:
        text.add(f"{heading}\n\n")
    blocks = write(text, pieces(*items), NONE)
    return str(text), [_told(block, str(text)) for block in blocks]


def _told(block: Block, content: str) -> object:
    match block:
        case Paragraph(span, item):
            return ("item " if item else "") + content[span.start : span.end]
        case Facts(facts):
            return {content[label.start : label.end]: content[value.start : value.end] for label, value in facts}
        case TableBlock(caption, cells, _):
            told = [f"{cell.row},{cell.column}: {content[cell.span.start : cell.span.end]}" for cell in cells]
            return [caption and content[caption.start : caption.end], *told]


# ---------------------------------------------------------------------------------------------------------------- text


def test_a_text_knows_where_its_words_stand() -> None:
    text = Text()
    text.add("Head\n\n")
    text.line(3, line("wages go", 10).words)
    text.add(" ")
    text.line(4, line("on").words)
    assert str(text) == "Head\n\nwages go on"
    assert [(place.start, place.end, place.page, place.line) for place in text.places] == [
        (6, 11, 3, 0),
        (12, 14, 3, 0),
        (15, 17, 4, 1),
    ]
    assert (text.length, text.places[0].boxes.x0[text.places[0].first]) == (17, 10)


def test_the_last_character_can_be_taken_back() -> None:
    text = Text()
    text.line(1, line("go wages-").words)
    text.without_last()
    assert (str(text), text.length, text.places[-1].end) == ("go wages", 8, 8)
    assert (text.places[-1].start, text.places[0].end) == (3, 2)


# --------------------------------------------------------------------------------------------------------------- joins


@Pair(
    ("last", "first", "words", "told"),
    [
        ("wages", "go", "", "wages go"),
        ("and/", "or", "", "and/or"),
        ("co-", "operate", "cooperate", "cooperate"),
        ("co-", "operate", "", "co-operate"),
        ("co-", "operate", "cooperate co-operate", "co-operate"),
        ("co-", "Operate", "cooperate", "co-Operate"),
        ("mem-", "bers", "member", "members"),
        ("mem-", "ber", "members", "member"),
        ("organisa-", "tions", "", "organisations"),
        ("-", "operate", "operate", "- operate"),
        ("co-", "(operate)", "cooperate", "co- (operate)"),
        ("long-and-co-", "operate", "long-and-cooperate", "long-and-cooperate"),
        ("Co-", "operate-or", "co-operate-or cooperate", "Co-operate-or"),
        ("5-", "year", "", "5-year"),
        ("co-", "operate)", "cooperate", "cooperate)"),
        ("all/co-", "operate", "cooperate", "all/cooperate"),
        ("co-", "operate/on", "cooperate", "cooperate/on"),
    ],
)
def test_a_hyphen_goes_only_where_the_document_has_the_word(last: str, first: str, words: str, told: str) -> None:
    text = Text()
    text.line(1, [word(last)])
    join(text, word(last), word(first), frozenset(words.split()))
    text.line(1, [word(first)])
    assert str(text) == told


def test_the_words_of_a_document_are_whole() -> None:
    found = vocabulary([line("Wages Go-on and co-"), line("operate 5 times-"), line("- on -")])
    assert found == {"wages", "go-on", "and", "operate", "5", "on"}


def test_lines_are_written_with_their_span() -> None:
    text = Text()
    text.add("ab")
    span = write_lines(text, [(1, line("wages go")), (2, line("on"))], NONE)
    assert (span, str(text), [place.page for place in text.places]) == (Span(2, 13), "abwages go on", [1, 1, 2])
    assert write_lines(text, [], NONE) == Span(13, 13)
    text = Text()
    write_lines(text, [(1, line("in co-")), (1, line("operate on"))], frozenset({"cooperate"}))
    assert str(text) == "in cooperate on"


# --------------------------------------------------------------------------------------------------------------- blocks


def test_paragraphs_are_apart_by_a_blank_line() -> None:
    told = read(line("• Wages go"), line("on.", 10, 12), line("Plans go on.", 0, 60), line("And on.", 0, 120))
    assert told == (
        "• Wages go on.\n\nPlans go on.\n\nAnd on.",
        ["item • Wages go on.", "Plans go on.", "And on."],
    )
    assert read() == ("", [])


def test_facts_are_lines_of_their_own() -> None:
    told = read(line("Budget: US$ 5 million"), line("Period: 2019-2022", 0, 12), line("Wages go on.", 0, 60))
    assert told == (
        "Budget:\tUS$ 5 million\nPeriod:\t2019-2022\n\nWages go on.",
        [{"Budget:": "US$ 5 million", "Period:": "2019-2022"}, "Wages go on."],
    )
    told = read(line("Wages go on."), line("Budget: US$ 5 million", 0, 60))
    assert told == ("Wages go on.\n\nBudget:\tUS$ 5 million", ["Wages go on.", {"Budget:": "US$ 5 million"}])


def test_facts_that_follow_each_other_are_one_list() -> None:
    facts = [line("Budget: US$ 5 million", 0, 60), line("Period: 2019-2022", 0, 120)]
    assert read(line("Wages go on."), *facts)[1] == [
        "Wages go on.",
        {"Budget:": "US$ 5 million", "Period:": "2019-2022"},
    ]


def test_facts_between_bars() -> None:
    assert read(line("Budget: EUR 5 | Period: 2019-2022 |")) == (
        "Budget:\tEUR 5 |\nPeriod:\t2019-2022 |",
        [{"Budget:": "EUR 5", "Period:": "2019-2022"}],
    )


def test_a_value_goes_on_below_its_label() -> None:
    assert read(line("Budget: US$ 5"), line("million", 40, 12)) == (
        "Budget:\tUS$ 5 million",
        [{"Budget:": "US$ 5 million"}],
    )
    assert read(line("Budget:"), line("five million", 40, 12))[1] == [{"Budget:": "five million"}]
    assert read(line("Budget:"))[1] == ["Budget:"]
    bullet = replace(line("Budget: US$ 5"), bullet=True)
    assert read(bullet, line("million", 40, 12))[1] == ["item Budget: US$ 5 million"]


def test_a_figure_may_stand_before_its_label() -> None:
    large, label = line("US$ 41.8 million", 0, 0, 20), line("of all wages", 0, 22, 10)
    text = Text()
    (block,) = write(text, pieces(large, label), NONE)
    assert str(text) == "US$ 41.8 million\tof all wages"
    assert block == Facts((Fact(Span(17, 29), Span(0, 16)),))


def headed(*rows: Sequence[Line]) -> Table:
    """A table whose first row is one of heads."""
    found = table(*rows)
    kinds = ("cell" if cell.row else "head" for cell in found.cells)
    return replace(found, cells=tuple(map(lambda cell, kind: replace(cell, kind=kind), found.cells, kinds)))


ROWS = headed([line("Crop"), line("Sum", 60)], [line("Mali", 0, 12), line("5", 60, 12)])


@Pair(
    ("items", "heading", "caption"),
    [
        ([ROWS], "", None),
        ([ROWS], "Head", "Head"),
        ([line("Wages.", 0, -20), ROWS], "Head", "Wages."),
        ([line("Budget: US$ 5 million", 0, -20), ROWS], "Head", None),
    ],
)
def test_a_table_has_what_stands_over_it_for_its_caption(
    items: list[Line | Table], heading: str, caption: str | None
) -> None:
    told = read(*items, heading=heading)[1][-1]
    assert told == [caption, "0,0: Crop", "0,1: Sum", "1,0: Mali", "1,1: 5"]


def beside(x: float, top: float = 0, height: float = 12) -> Table:
    lower = top + height
    return headed([line("Crop", x, top), line("Sum", x + 60, top)], [line("Chad", x, lower), line("7", x + 60, lower)])


@Pair(
    ("other", "captions"),
    [
        (beside(100), ["Head", "Head"]),
        (beside(0, 40), ["Head", None]),
        (beside(100, 11), ["Head", None]),
        (beside(100, 10.75), ["Head", "Head"]),
        (beside(-200), ["Head", "Head"]),
        (beside(75), ["Head", None]),
        (beside(75.25), ["Head", "Head"]),
        (beside(-75), ["Head", None]),
        (beside(-75.25), ["Head", "Head"]),
        (beside(100, 7, 2), ["Head", "Head"]),
    ],
)
def test_tables_beside_each_other_have_one_caption(other: Table, captions: list[str | None]) -> None:
    assert [told[0] for told in read(ROWS, other, heading="Head")[1]] == captions  # type: ignore[index]


def test_tables_on_two_pages_are_not_beside_each_other() -> None:
    assert not writing._is_beside(Piece(1, ROWS), Piece(2, beside(100)))
    assert writing._is_beside(Piece(1, ROWS), Piece(1, beside(100)))


def test_the_caption_of_tables_beside_each_other_is_a_paragraph() -> None:
    told = read(ROWS, line("Wages.", 0, 40), replace(beside(100, 60)), heading="Head")[1]
    assert [part[0] if isinstance(part, list) else part for part in told] == ["Head", "Wages.", "Wages."]


def test_a_table_that_goes_on_is_one_table() -> None:
    more = replace(table([line("Chad"), line("7", 60)]), continues=True)
    text, told = read(line("Wages.", 0, -20), ROWS, more)
    assert text == "Wages.\n\nCrop\tSum\nMali\t5\nChad\t7"
    assert told == ["Wages.", ["Wages.", "0,0: Crop", "0,1: Sum", "1,0: Mali", "1,1: 5", "2,0: Chad", "2,1: 7"]]
    assert read(more)[1] == [[None, "0,0: Chad", "0,1: 7"]]


def test_a_cell_goes_on_on_the_next_page() -> None:
    name, figure = line("Wells for", 0, 12), (line("4,732,19", 60, 12), line("9", 60, 24))
    cells = (Cell((name,), 0, 0, rest=((2, line("Mali", 0)),)), Cell(figure, 0, 1))
    text = Text()
    writing._write_rows(text, 1, Table(cells, BoundingBox(0, 0, 1, 1), 1), NONE, 0)
    assert str(text) == "Wells for Mali\t4,732,199"
    assert [place.page for place in text.places] == [1, 1, 2, 1, 1]


@Pair(
    ("lines", "text"),
    [
        (("Competitiven", "ess"), "Competitiveness"),
        (("(Competitiven", "ess)"), "(Competitiveness)"),
        (("Competit-", "iveness"), "Competitiveness"),
        (("Ports", "Competi", "tiveness"), "Ports Competi tiveness"),  # the column is wider
        (("Competitiven", "Ess"), "Competitiven Ess"),
        (("Competitiven", "esses"), "Competitiven esses"),  # no word of the document
        (("A Competitiv", "eness"), "A Competitiv eness"),  # it would have begun on a line of its own
    ],
)
def test_a_word_that_the_edge_of_a_cell_breaks_is_whole(lines: Sequence[str], text: str) -> None:
    wide = line("Competitiven" if "Competi" in lines else max(lines, key=len), 0, 0)
    below = tuple(line(each, 0, 12 * place) for place, each in enumerate(lines, 2))
    written = Text()
    whole = Table((Cell((wide,), 0, 0), Cell(below, 1, 0)), BoundingBox(0, 0, 1, 1), 1)
    writing._write_rows(written, 1, whole, frozenset({"competitiveness"}), 0)
    assert str(written).split("\n")[1] == text


def test_cells_that_span_have_the_tabs_of_what_they_cover() -> None:
    cells = (
        Cell((line("Total"),), 0, 0, columns=2),
        Cell((line("a", 0, 12),), 1, 0, rows=2),
        Cell((line("b", 60, 12),), 1, 1),
        Cell((line("c", 60, 24), line("d", 60, 36)), 2, 1, kind="total"),
    )
    text = Text()
    text.add("x")
    found = writing._write_rows(text, 1, Table(cells, BoundingBox(0, 0, 1, 1), 1), NONE, 3)
    assert str(text) == "xTotal\t\na\tb\n\tc d"
    assert [(cell.span, cell.row, cell.column, cell.rows, cell.columns) for cell in found] == [
        (Span(1, 6), 3, 0, 1, 2),
        (Span(8, 9), 4, 0, 2, 1),
        (Span(10, 11), 4, 1, 1, 1),
        (Span(13, 16), 5, 1, 1, 1),
    ]
    assert found[3].kind == "total"


def test_tables_of_facts_are_facts() -> None:
    facts = table([line("Budget:"), line("US$ 5 million", 60)], [line("Period:", 0, 12), line("2019-2022", 60, 12)])
    assert read(facts)[1] == [{"Budget:": "US$ 5 million", "Period:": "2019-2022"}]


def test_lines_stay_in_their_order_around_facts_and_tables() -> None:
    large, label = line("US$ 41.8 million", 0, 30, 20), line("of all wages", 0, 52, 10)
    told = read(line("Wages go on."), large, label, line("Plans go on.", 0, 100), ROWS, line("And on.", 0, 140))[1]
    assert told[:3] == ["Wages go on.", {"of all wages": "US$ 41.8 million"}, "Plans go on."]
    assert told[4] == "And on."


# ------------------------------------------------------------------------------------------------------------ sections


def heading(held: Line) -> Heading:
    return Heading((held,), held.box)


def draft(name: str, *texts: str, page: int = 1, x: float = 0, top: float = 0) -> Draft:
    lines = [line(text, x, top + 12 * (place + 1)) for place, text in enumerate(texts)]
    head = heading(line(name, x, top, style=BOLD)) if name else None
    return Draft(page, "text", head, pieces(*lines, page=page))


def sections(
    *drafts: Draft, pages: Sequence[Page] = (Page(1, 600, 800, ()),)
) -> list[tuple[str, str, tuple[str, ...]]]:
    found = compose.sections("doc", pages, drafts, NONE)
    return [(section.heading, section.text, section.links) for section in found]


def test_a_section_has_heading_text_and_places() -> None:
    (first, second) = compose.sections("doc", [], [draft("Alder", "goes on"), draft("", "wages", "on")], NONE)
    assert (first.position, first.heading, first.text, first.parent) == (1, "Alder", "goes on", "")
    assert [place.start for place in first.places] == [0, 7, 12]
    assert (second.position, second.heading, second.text) == (2, "", "wages on")
    assert [place.start for place in second.places] == [0, 6]
    (empty,) = compose.sections("doc", [], [draft("Alder")], NONE)
    assert (empty.heading, empty.text) == ("Alder", "")


def test_a_section_stands_below_its_parent() -> None:
    large = Draft(1, "text", heading(line("Alder", 0, 0, 20)), pieces(line("goes", 0, 24)))
    found = list(compose.sections("doc", [], [large, draft("Birch", "on", top=50)], NONE))
    assert [section.parent for section in found] == ["", found[0].id]


def test_ids_are_made_of_headings_or_first_words() -> None:
    def ids(*drafts: Draft) -> list[str]:
        return [section.id for section in compose.sections("doc", [], drafts, NONE)]

    words = "one two three four five six seven eight"
    assert ids(draft("Alder", "a")) == ids(draft("Alder", "b"))
    assert ids(draft("", f"{words} nine")) == ids(draft("", f"{words} ten")) == ids(draft("", words))
    assert ids(draft("", words)) != ids(draft("", words.replace("eight", "nine")))
    assert len(set(ids(draft("Alder", "a"), draft("Alder", "b")))) == 2


# --------------------------------------------------------------------------------------------------------------- links


def linked(*boxes: tuple[float, float, str], number: int = 1) -> Page:
    """Links of ten points by ten that begin there."""
    links = tuple(Link((BoundingBox(x, top, x + 10, top + 10),), target) for x, top, target in boxes)
    return Page(number, 600, 800, (), links=links)


def targets(page: Page, *drafts: Draft) -> list[tuple[str, ...]]:
    return compose._links([page], drafts)


def test_links_are_told_in_reading_order_once_each() -> None:
    page = linked((30, 12, "b"), (0, 24, "c"), (0, 12, "a"), (15, 12, "a"))
    assert targets(page, draft("Alder", "wages goes", "on")) == [("a", "b", "c")]
    two = Page(1, 600, 800, (), links=(Link((BoundingBox(0, 12, 9, 22), BoundingBox(0, 24, 9, 34)), "a"),))
    assert targets(two, draft("Alder", "wages", "on")) == [("a",)]
    assert targets(linked((0, 12, "a"), (15, 12, "b"), (30, 12, "a")), draft("Alder", "wages goes")) == [
        ("a", "b", "a")
    ]


def test_links_go_to_the_section_whose_line_is_nearest() -> None:
    one, other = draft("", "wages", top=0), draft("", "plans", top=100)
    assert targets(linked((0, 60, "a"), (0, 63, "b")), one, other) == [("a",), ("b",)]
    assert targets(linked((0, 12, "a"), number=2), one, other) == [(), ()]
    assert targets(linked((0, 12, "a"), number=2), draft("", "on", page=2), one) == [("a",), ()]
    assert targets(linked(), one) == [()]


LINE = BoundingBox(100, 100, 200, 110)


@Pair(
    ("x", "y", "distance"),
    [
        (150, 105, 0),
        (100, 105, 0),
        (90, 105, 10),
        (210, 105, 10),
        (150, 95, 20.1),
        (150, 115, 20.1),
        (150, 108, 0.03),
        (150, 102, 0.03),
        (90, 115, 30.1),
    ],
)
def test_lines_above_and_below_are_further_away_than_those_beside(x: float, y: float, distance: float) -> None:
    link = BoundingBox(x - 5, y - 5, x + 5, y + 5)
    assert round(compose._distance(LINE, link), 6) == distance
