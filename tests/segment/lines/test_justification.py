"""Lines that gaps have torn are whole again: justified ones, scales behind large figures, signs of currencies."""

import pytest

from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.justification import whole_lines, with_scales, with_signs
from tests.segment.placed import line, texts

Pair = pytest.mark.parametrize


def justified(
    *widths: float,
    first: float = 0.0,
    last: float = 0.0,
    lower: float = 12,
    other: float = 10,
    words: tuple[str, ...] = ("wage", "plan", "goes", "onto"),
) -> list[Line]:
    """Words of 20 points with white of these widths between them, and a full line below that begins and ends so much
    further to the right."""
    pieces, x = [], 100.0
    for text, white in zip(words, [*widths, 0.0], strict=False):
        pieces.append(line(text, x))
        x += len(text) * 5 + white
    end = pieces[-1].box.x1 + last
    full = line("x" * 20, 100 + first, lower, other)
    box = full.box._replace(x1=end)
    return [*pieces, Line(full.words, box, full.baseline)]


def read(lines: list[Line]) -> list[str]:
    return sorted(found.text for found in whole_lines(lines) if "xx" not in found.text)


@Pair(
    ("lines", "joined"),
    [
        (justified(15, 15), True),
        (justified(15, 17.5), True),
        (justified(17.5, 15), True),
        (justified(15, 17.75), False),
        (justified(17.75, 15), False),
        (justified(15, 15, first=3), True),
        (justified(15, 15, first=3.25), False),
        (justified(15, 15, first=-3), True),
        (justified(15, 15, first=-3.25), False),
        (justified(15, 15, last=3), True),
        (justified(15, 15, last=3.25), False),
        (justified(15, 15, last=-3), True),
        (justified(15, 15, last=-3.25), False),
        (justified(15, 15, lower=60), True),
        (justified(15, 15, lower=60.25), False),
        (justified(15, 15, lower=-60), True),
        (justified(15, 15, lower=-60.25), False),
        (justified(15, 15, other=9), False),
        (justified(15), True),
        (justified(15, words=("wage", "4500")), False),
        (justified(15, words=("4500", "wage")), True),
        (justified(15, 15, words=("wage", "4500", "9000")), True),
    ],
)
def test_a_justified_line_has_equal_blanks_from_edge_to_edge(lines: list[Line], joined: bool) -> None:
    pieces = [piece.text for piece in lines[:-1]]
    assert read(lines) == ([" ".join(pieces)] if joined else sorted(pieces))


def test_a_single_word_is_no_torn_line() -> None:
    assert texts(whole_lines(justified())) == ["wage", "x" * 20]


def test_blanks_within_pieces_are_as_wide_as_those_between() -> None:
    """A blank of 5 points stands between the words of the first piece."""
    pieces = [line("wa ge", 100), line("plan", 132.5)]
    assert len(whole_lines([*pieces, line("x" * 11, 100, 12)])) == 2
    assert len(whole_lines([pieces[0], line("plan", 132.75), line("x" * 11, 100, 12)])) == 3


def test_as_many_pieces_as_possible_are_one_line() -> None:
    pieces = [line(text, x) for text, x in (("wage", 100), ("plan", 130), ("goes", 160), ("onto", 190))]
    near = [line("x" * 10, 100, 12), line("x" * 16, 100, 24), line("x" * 10, 160, 36)]
    assert texts(whole_lines([*pieces, *near])[:-3]) == ["onto", "wage plan goes"]


def test_blanks_of_other_widths_part_lines() -> None:
    pieces = [line(text, x) for text, x in (("wage", 100), ("plan", 135), ("goes", 200), ("onto", 235))]
    near = [line("x" * 11, 100, 12), line("x" * 11, 200, 12)]
    assert texts(whole_lines([*pieces, *near])[:2]) == ["wage plan", "goes onto"]


@Pair(("white", "count"), [(17.5, 2), (17.75, 4)])
def test_a_torn_line_is_measured_by_its_first_piece(white: float, count: int) -> None:
    pieces = [line("wage", 100), line("plan", 135, -8, 20), line("goes", 175 + white, -8, 20)]
    assert len(whole_lines([*pieces, line("x" * 26, 100, 12)])) == count


# -------------------------------------------------------------------------------------------------------------- scales


@Pair(
    ("figure", "scale", "joined"),
    [
        (line("41.8", 0, 0, 13), line("million", 30, 0, 10), True),
        (line("41.8", 0, 0, 13), line("Million", 30, 0, 10), True),
        (line("41.8", 0, 0, 13), line("homes", 30, 0, 10), False),
        (line("wage", 0, 0, 13), line("million", 30, 0, 10), False),
        (line("41.8", 0, 0, 12.75), line("million", 30, 0, 10), False),
        (line("41.8", 0, 0, 13), line("million", 26, 0, 10), False),
        (line("41.8", 0, 0, 13), line("million", 26.25, 0, 10), True),
        (line("41.8", 0, 0, 13), line("million", 38.75, 0, 10), True),
        (line("41.8", 0, 0, 13), line("million", 39, 0, 10), False),
        (line("41.8", 0, 0, 13), line("million", 30, 8, 10), True),
        (line("41.8", 0, 0, 13), line("million", 30, 8.25, 10), False),
        (line("41.8", 0, 5, 13), line("million", 30, 0, 10), True),
        (line("41.8", 0, 5.25, 13), line("million", 30, 0, 10), False),
    ],
)
def test_a_scale_is_joined_to_the_large_figure_before_it(figure: Line, scale: Line, joined: bool) -> None:
    found = texts(with_scales([scale, figure, line("on", 0, 50)]))
    apart = [scale.text, figure.text]
    assert found == [*([f"{figure.text} {scale.text}"] if joined else apart), "on"]


def test_a_scale_belongs_to_one_figure() -> None:
    two = [line("41.8", 0, 0, 20), line("12.5", 0, 5, 20), line("million", 45, 5, 10)]
    assert texts(with_scales(two)) == ["41.8 million", "12.5"]


# --------------------------------------------------------------------------------------------------------------- signs


@Pair(
    ("lines", "told"),
    [
        ([line("$", 0), line("4,500", 84.75)], ["$ 4,500"]),
        ([line("$", 0), line("4,500", 85)], ["$", "4,500"]),
        ([line("$", 0), line("wage", 20)], ["$", "wage"]),
        ([line("wage", 0), line("4,500", 40)], ["wage", "4,500"]),
        ([line("US$", 0), line("(4,500)", 40), line("12", 90)], ["US$ (4,500)", "12"]),
        ([line("$", 0), line("—", 40)], ["$ —"]),
        ([line("$", 0), line("4", 20), line("$", 50), line("5", 70)], ["$ 4", "$ 5"]),
        ([line("$", 200), line("4", 0, 12)], ["$", "4"]),
        ([line("4", 20), line("$", 0)], ["$ 4"]),
        ([line("b", 20), line("a", 0)], ["b", "a"]),
    ],
)
def test_the_sign_of_a_currency_is_joined_to_its_figure(lines: list[Line], told: list[str]) -> None:
    assert texts(with_signs(lines)) == told
