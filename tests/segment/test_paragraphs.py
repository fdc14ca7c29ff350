"""Where a paragraph begins: what its lines say, how they are set, and where they stand."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.segment import paragraphs as layout
from pipeline.segment.lines.baselines import Line
from pipeline.segment.paragraphs import Piece, is_point, paragraphs
from pipeline.segment.tables.cells import Table
from tests.segment.placed import BOLD, TYPE, line, table

Pair = pytest.mark.parametrize
WIDE = "w" * 40  # a line that fills its column, 200 points wide


def pieces(*items: Line | Table, pages: Sequence[int] = ()) -> list[Piece]:
    return [Piece(page, item) for page, item in zip(pages or [1] * len(items), items, strict=True)]


def read(*items: Line | Table, pages: Sequence[int] = ()) -> list[str]:
    """The paragraphs, a bar between their lines."""
    parts = paragraphs(pieces(*items, pages=pages))
    return ["|".join(" ".join(held.text for held in piece.lines) for piece in part) for part in parts]


def begins(upper: Line | Table, lower: Line | Table, *, wide: bool = True) -> bool:
    """Whether the lower of two begins a paragraph; lines around that fill the column set the usual gap of 2 points."""
    around = [line(WIDE, 0, -24), line(WIDE, 0, -12)] if wide else []
    parts = list(paragraphs(pieces(*around, upper, lower)))
    return parts[-1][0].item is lower


ITALIC, BLUE = TYPE._replace(italic=True), TYPE._replace(colour="#0000ff")
SHORT, FULL = "Wages go on.", "W" * 39 + "."


def test_lines_of_a_table_are_paragraphs_of_their_own() -> None:
    row = table([line("a", 0, 12), line("b", 50, 12)])
    assert read(line("goes", 0, 0), row, line("on", 0, 24)) == ["goes", "a b", "on"]
    assert read() == []


@Pair(
    ("upper", "lower", "apart"),
    [
        (line(SHORT), line("Plans", 0, 12), True),
        (line(SHORT), line("plans", 0, 12), False),
        (line("Wages go on"), line("Plans", 0, 12), False),
        (line(FULL), line("Plans", 0, 12), False),
        (line("Wages in sub-"), line("Plans", 0, 20), False),
        (line("Wages go on", style=BOLD), line("Plans", 0, 12), True),
        (line("Wages go on", style=ITALIC), line("Plans", 0, 12), True),
        (line("Wages go on", style=BLUE), line("Plans", 0, 12), True),
        (line("W" * 40, style=BOLD), line("Plans", 0, 12), False),
        (line("Wages go on", style=TYPE._replace(font="Serif")), line("Plans", 0, 12), False),
    ],
    ids=["end", "small", "no end", "full", "hyphen", "bold", "italic", "colour", "bold and full", "font"],
)
def test_a_paragraph_begins_after_a_line_broken_early(upper: Line, lower: Line, apart: bool) -> None:
    assert begins(upper, lower) is apart


@Pair(("end", "apart"), [("w" * 33 + ".", False), ("w" * 32 + ".", True)])
def test_a_line_is_broken_early_if_the_next_word_had_place(end: str, apart: bool) -> None:
    """A blank of 5 points and a word of 25, before the edge at 200."""
    assert begins(line("W" + end[1:]), line("Plans", 0, 12)) is apart
    assert begins(line("W" + end[1:]), line("Plans go on", 0, 12)) is apart
    assert begins(line("w" * 33 + ".", -0.25), line("Plans", 0, 12))


@Pair(
    ("text", "top", "apart"),
    [
        (FULL, 15, False),
        (FULL, 15.25, True),
        ("w" * 40, 18, False),
        ("w" * 40, 18.25, True),
        ("w" * 40, 15.25, False),
    ],
)
def test_gaps_end_paragraphs(text: str, top: float, apart: bool) -> None:
    """The usual one is 2 points: after a sentence one that is 3 wider, else one that is 6 wider."""
    around = [line(WIDE, 0, -12 * n) for n in (5, 4, 3, 2, 1)]
    parts = list(paragraphs(pieces(*around, line(text), line("Plans", 0, top))))
    assert (parts[-1][0].lines[0].text == "Plans") is apart


@Pair(("top", "apart"), [(18, False), (18.5, True)])
def test_of_two_lines_a_wide_gap_parts_those_of_which_the_first_was_broken_early(top: float, apart: bool) -> None:
    """A sum and, below it, what it is for: the only gap is the usual one."""
    assert (len(read(line("EUR 3 million"), line("To " + WIDE, 0, top))) == 2) is apart
    assert len(read(line("W" * 43), line("To " + WIDE, 0, top))) == 1
    assert len(read(line("EUR 3 million"), line("to " + WIDE, 0, top))) == 1


def test_the_usual_gap_is_that_of_most_lines() -> None:
    tops = [0, 20, 40, 60, 72]
    assert read(*(line(FULL, 0, top) for top in tops)) == ["|".join([FULL] * 5)]
    assert len(read(*(line(FULL, 0, top) for top in (0, 12, 24, 36, 56)))) == 2


@Pair(
    ("top", "page", "gap"),
    [(12, 1, 0.2), (5.25, 1, -0.475), (5, 1, None), (12, 2, None), (30, 1, 2.0)],
)
def test_gaps_are_measured_in_ems_of_the_lower_line(top: float, page: int, gap: float | None) -> None:
    assert layout._gap(Piece(1, line("a")), Piece(page, line("b", 0, top))) == gap


def test_the_em_of_a_gap_is_that_of_the_first_line() -> None:
    lower = table([line("a", 0, 30), line("b", 50, 30, 20)])
    assert layout._gap(Piece(1, line("a")), Piece(1, lower)) == 2.0


@Pair(
    ("x", "text", "apart"),
    [
        (10, FULL, False),
        (10.25, FULL, True),
        (10.25, WIDE, False),
        (-5, "Wages", False),
        (-5.25, "Wages", True),
        (-5.25, WIDE, False),
    ],
    ids=["no indent", "indent", "indent within a sentence", "hardly out", "hanging", "full line"],
)
def test_indents_begin_paragraphs(x: float, text: str, apart: bool) -> None:
    assert begins(line(text), line("Plans", x, 12)) is apart


def test_a_line_hangs_from_its_bullet() -> None:
    """What is below the words behind it is not set in."""
    bullet = line("• " + "W" * 37 + ".")
    assert not begins(bullet, line("Plans", 20, 12))
    assert begins(bullet, line("Plans", 20.25, 12))
    assert layout._text_edge(line("•", 7)) == 7
    assert layout._text_edge(line("• a", 7)) == 17
    assert layout._text_edge(line("a b", 7)) == 7


@Pair(
    ("size", "apart"),
    [(11, False), (11.25, True), (9, False), (8.75, True)],
)
def test_type_of_another_size_begins_a_paragraph(size: float, apart: bool) -> None:
    assert begins(line("w" * 40), line("plans", 0, 12, size)) is apart


# ----------------------------------------------------------------------------------------------------- across columns


@Pair(
    ("items", "pages", "told"),
    [
        ([line(FULL), line("Plans", 300, 0)], (1, 1), [FULL, "Plans"]),
        ([line(FULL), line("Plans", 0, 0)], (1, 2), [FULL, "Plans"]),
        ([line(FULL), line("plans", 0, 0)], (1, 2), [f"{FULL}|plans"]),
        ([line(WIDE), line("Plans", 0, 0)], (1, 2), [f"{WIDE}|Plans"]),
        ([line(WIDE), line("Plans", 0, 0, 10.25)], (1, 2), [f"{WIDE}|Plans"]),
        ([line(WIDE), line("Plans", 0, 0, 10.5)], (1, 2), [WIDE, "Plans"]),
        ([line("• Wages;"), line("• Plans", 0, 12), line("Goes", 300, 0)], (1, 1, 1), ["• Wages;", "• Plans|Goes"]),
        ([line("• Wages"), line("• Plans", 0, 12), line("Goes", 300, 0)], (1, 1, 1), ["• Wages", "• Plans", "Goes"]),
        (
            [line("• Wages;"), line("• Plans;", 0, 12), line("Goes", 300, 0)],
            (1, 1, 1),
            ["• Wages;", "• Plans;", "Goes"],
        ),
        ([line("• Wages, on"), line("Goes", 300, 0)], (1, 1), ["• Wages, on", "Goes"]),
        ([line("Wages;"), line("Plans.", 0, 12), line("Goes", 300, 0)], (1, 1, 1), ["Wages;|Plans.", "Goes"]),
        (
            [line("• a;"), line("• b", 0, 12), line("c", 10, 24), line("Goes", 300, 0)],
            (1, 1, 1, 1),
            ["• a;", "• b|c|Goes"],
        ),
    ],
)
def test_across_columns_and_pages_the_end_of_a_sentence_is_enough(
    items: list[Line], pages: tuple[int, ...], told: list[str]
) -> None:
    """An item of a list goes on where the one before it ended with a mark."""
    assert read(*items, pages=pages) == told


@Pair(
    ("others", "edge"),
    [
        ([(0, 1)], 200),
        ([(29.75, 1)], 229.75),
        ([(30, 1)], 20),
        ([(-29.75, 1)], 170.25),
        ([(-30, 1)], 20),
        ([(0, 2)], 20),
    ],
)
def test_a_column_is_as_wide_as_lines_near_by_that_begin_with_it(others: list[tuple[float, int]], edge: float) -> None:
    wide = (line(WIDE, 100 + x, 12) for x, _ in others)
    held = pieces(line("goes", 100), *wide, pages=[1, *(page for _, page in others)])
    assert layout._right_edge(held, 0) == 100 + edge


@Pair(
    ("before", "after", "edge"),
    [(4, 0, 200), (5, 0, 20), (0, 4, 200), (0, 5, 20)],
)
def test_a_column_shows_in_four_lines_around(before: int, after: int, edge: float) -> None:
    short = [line("goes")] * 9
    held = [line(WIDE), *short[:before]] if before else [*short[: after or 1], line(WIDE)]
    assert layout._right_edge(pieces(*held), before) == edge


@Pair("place", [0, 8])
def test_how_wide_a_column_is_shows_around_the_upper_line(place: int) -> None:
    texts = ["w" * 20] * 4 + ["w" * 19 + ".", "Plans", "go", "on", "to"]
    texts[place] = WIDE
    parts = read(*(line(text, 0, 12 * n) for n, text in enumerate(texts)))
    assert len(parts) == 2
    assert len(read(*(line(text, 0, 12 * n) for n, text in enumerate(text.replace(WIDE, "w") for text in texts)))) == 1


# --------------------------------------------------------------------------------------------------------------- points


@Pair(
    ("item", "point"),
    [
        (line("• goes"), True),
        (line("1. goes"), True),
        (line("goes 1."), False),
        (replace(line("goes"), bullet=True), True),
        (table([line("• a"), line("b", 50)]), False),
    ],
)
def test_items_of_lists_begin_with_markers(item: Line | Table, point: bool) -> None:
    assert is_point(item) is point


def following(text: str, upper: str = "Wages in", *, before: str = "", after: str = "", away: int = 0) -> bool:
    """Whether a text below another is the next item; with one further up, or so many lines further down."""
    between = ["goes"] * away
    told = [*([before] if before else []), *between, upper, text, *between, after or "on"]
    held = [line(each) for each in told]
    place = next(n for n, each in enumerate(held) if each.text == text)
    return layout._is_next_point(pieces(*held), place, pieces(held[place - 1]))


@Pair(
    ("text", "context", "found"),
    [
        ("• goes", {}, True),
        ("a) goes", {}, True),
        ("goes", {}, False),
        ("12. goes", {}, False),
        ("12. goes", {"upper": "Wages."}, True),
        ("12. goes", {"upper": "11. Wages"}, True),
        ("12. goes", {"before": "11. Wages"}, True),
        ("12. goes", {"before": "11. Wages", "away": 2}, True),
        ("12. goes", {"before": "11. Wages", "away": 3}, False),
        ("12. goes", {"after": "13. Wages"}, False),
        ("- goes", {}, False),
        ("- goes", {"upper": "Wages:"}, True),
        ("- goes", {"before": "- Wages"}, True),
        ("- goes", {"after": "- Wages"}, True),
        ("- goes", {"after": "- Wages", "away": 7}, True),
        ("- goes", {"after": "- Wages", "away": 8}, False),
        ("(1) goes", {}, True),
    ],
)
def test_a_number_or_dash_begins_an_item_only_near_others(text: str, context: dict[str, str], found: bool) -> None:
    assert following(text, **context) is found  # type: ignore[arg-type]


def test_no_item_begins_beside_a_table() -> None:
    row = table([line("a"), line("b", 50)])
    for held in (pieces(row, line("• goes")), pieces(line("goes."), row)):
        assert not layout._is_next_point(held, 1, held[:1])


@Pair(
    ("text", "x", "apart"),
    [
        ("• Loans worth", 10, False),  # a line of the item broken early
        ("• Loans worth", 12.9, False),
        ("• Loans worth", 14, True),
        ("• Loans worth", 0, True),  # below the bullet
        ("• Loans.", 10, True),
    ],
)
def test_an_item_goes_on_below_its_words(text: str, x: float, apart: bool) -> None:
    assert begins(line(text, 0, 0), line("EUR 3 million were lent.", x, 12)) is apart


def test_every_item_is_a_paragraph() -> None:
    assert read(line("• a b"), line("c", 10, 12), line("• d", 0, 24)) == ["• a b|c", "• d"]
    assert read(line("• " + "w" * 38), line("Plans", 10, 12)) == ["• " + "w" * 38 + "|Plans"]
    assert read(line("• " + "w" * 38), line("• w", 0, 12), line("Plans", 0, 24)) == ["• " + "w" * 38, "• w", "Plans"]


@Pair(
    ("item", "dash", "apart"),
    [
        ("• " + "w" * 38, line("– 2022", 0, 12), False),
        ("• " + "w" * 38, line("– 2022", 4, 12), False),
        ("• " + "w" * 38, line("– 2022", 6, 12), True),  # an item of the item
        ("• " + "w" * 30, line("– 2022", 0, 12), True),  # there was room for the dash
        ("– " + "w" * 38, line("– 2022", 0, 12), True),
        ("w" * 40, line("– 2022", 0, 12), True),
    ],
)
def test_a_dash_below_another_mark_goes_on_with_a_full_item(item: str, dash: Line, apart: bool) -> None:
    parts = read(line(WIDE, 0, -12), line(item), dash, line("– 2023", dash.box.x0, 24))
    assert ("– 2022" in parts) is apart


@Pair(
    ("last", "below", "whole"),
    [
        ("• " + "w" * 38, "• d", True),
        ("• " + "w" * 30, "• d", False),  # there was room for the next word
        ("• " + "w" * 37 + ".", "• d", False),
        ("• " + "w" * 38, "– d", False),  # the list does not go on
        ("• " + "w" * 38, "d", False),
    ],
)
def test_an_item_goes_on_in_the_next_column_where_the_list_does(last: str, below: str, whole: bool) -> None:
    told = read(line("• " + "w" * 38), line(last, 0, 12), line("Plans", 300), line(below, 300, 12))
    assert (told[1] == f"{last}|Plans") is whole


# ---------------------------------------------------------------------------------------------------------------- facts


@Pair(
    ("items", "told"),
    [
        (["Budget: " + "w" * 32, "Period: 2019-2022"], 2),
        (["Budget: " + "w" * 32, "Period"], 1),
        (["w" * 40, "Period: 2019-2022"], 2),
        (["Budget", "Period"], 1),
        (["W" * 20 + ": USD 12,000" + "w" * 8, "Whatever: USD 5 million"], 2),
        (["Alder: " + "w" * 33, "Birch: plan"], 2),
        (["Alder: " + "w" * 33, "Birch plan"], 1),
        (["Alder " + "w" * 34, "Birch: plan"], 1),
        (["w" * 40, "Alder: " + "w" * 33, "Birch: plan"], 1),
        (["Mali | 2019 | " + "w" * 26, "Plans " + "w" * 30], 2),
        (["Mali | 2019 | " + "w" * 26, "Chad | 2020"], 1),
        (["w" * 40, "Mali | 2019 | goes"], 2),
        (["w" * 36 + " and", "Mali | 2019 | goes"], 1),
        (["w" * 35 + " Chad,", "Mali | 2019 | goes"], 1),
        (["w" * 40, "| 2019 | goes"], 1),
        (["Mali | 2019 |" + "w" * 25 + " |", "Goes on"], 1),
    ],
)
def test_facts_begin_paragraphs(items: list[str], told: int) -> None:
    assert len(read(*(line(text, 0, 12 * place) for place, text in enumerate(items)))) == told


def test_labels_in_other_type_begin_facts() -> None:
    assert len(read(line(WIDE), line("Period", 0, 12, style=BOLD))) == 2
    assert len(read(line(WIDE), line("Period", 0, 12))) == 1
    assert len(read(line(WIDE), line("Wages", 0, 12, style=BOLD))) == 1


def test_labelled_lines_begin_at_one_edge() -> None:
    labelled = line("Alder: " + "w" * 33)
    assert len(read(labelled, line("Birch: plan", 9.75, 12))) == 2
    assert len(read(labelled, line("Birch: plan", 10, 12))) == 1


@Pair(
    ("x", "text", "apart"),
    [(-30, "Period: " + "w" * 32, False), (-30.25, "Period: " + "w" * 32, True), (-30.25, "w" * 40, False)],
)
def test_what_hangs_far_out_below_a_fact_is_none_of_it(x: float, text: str, apart: bool) -> None:
    """A label of its own, then, in the next column."""
    assert (len(read(line(text), line("Plans", x, 12), line("w", x, 24))) == 2) is apart


def test_a_fact_ends_where_the_page_shows_it() -> None:
    assert read(line("Budget: EUR 5"), line("Plans", 0, 12), line(WIDE, 0, 24))[0] == "Budget: EUR 5"
    assert read(line("Budget"), line("Plans", 0, 12), line(WIDE, 0, 24))[0] != "Budget"


# ------------------------------------------------------------------------------------------------------------- captions


@Pair(
    ("caption", "figure", "found"),
    [
        (line("of homes", 0, 16, 10), line("65%", 0, 0, 14), True),
        (line("of homes", 0, 16, 10), line("Wage", 0, 0, 14), False),
        (line("of homes", 0, 16, 12.25), line("65%", 0, 0, 14), True),
        (line("of homes", 0, 16, 12.75), line("65%", 0, 0, 14), False),
        (line("of homes", 0, 23.75, 10), line("65%", 0, 0, 14), True),
        (line("of homes", 0, 24, 10), line("65%", 0, 0, 14), False),
        (line("of homes", 0, 9.25, 10), line("65%", 0, 0, 14), True),
        (line("of homes", 0, 9, 10), line("65%", 0, 0, 14), False),
    ],
)
def test_a_caption_stands_right_below_its_large_figure(caption: Line, figure: Line, found: bool) -> None:
    assert layout._is_caption(caption, pieces(figure)) is found


def test_a_caption_may_have_several_lines_but_no_larger_one() -> None:
    figure = line("65%", 0, 0, 14)
    assert layout._is_caption(line("in all", 0, 28), pieces(figure, line("of homes", 0, 16)))
    assert not layout._is_caption(line("in all", 0, 28), pieces(figure, line("of homes", 0, 16, 9)))
    row = table([line("65%", 0, 0, 14), line("b", 50, 0, 14)])
    assert not layout._is_caption(line("of homes", 0, 16), pieces(row))
    assert not layout._is_caption(line("of homes", 0, 16), pieces(figure, row))


def test_a_caption_begins_no_paragraph() -> None:
    assert read(line("65%", 0, 0, 14), line("Of homes", 0, 16)) == ["65%|Of homes"]
    assert read(line("Wages", 0, 0, 14), line("Of homes", 0, 16)) == ["Wages", "Of homes"]
