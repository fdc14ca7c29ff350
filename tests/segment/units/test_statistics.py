"""Figures in a row with their captions or names, condition by condition."""

import pytest

from pipeline.segment.statistics import LARGER, _caption, _name, statistics
from tests.segment.records import BOLD, PLAIN, centred, line

Cases = pytest.mark.parametrize
LARGE = BOLD._replace(size=20.0)  # on the baseline 100 from 84 to 104; its middle at 94
RED = PLAIN._replace(colour="#cc0000")
FIGURE = line("5,000", type_=LARGE)  # from 0 to 50, its middle at 25


def words(lines) -> list[str]:
    return [each.text for each in lines]


@Cases(
    ("below", "caption"),
    [
        ([line("wells", y=114)], ["wells"]),
        ([line("wells", y=121.9)], ["wells"]),
        ([line("wells", y=122)], []),
        ([line("wells", y=102)], ["wells"]),
        ([line("wells", y=101)], []),
        ([line("wells", x=50, y=114)], []),
        ([line("wells", x=7.9, y=114)], ["wells"]),
        ([line("wells of all people", x=8, y=114)], []),
        ([centred("wells of the people", 25, 114)], ["wells of the people"]),
        ([centred("wells of the people", 32.9, 114)], ["wells of the people"]),
        ([centred("wells of the people", 33, 114)], []),
        ([centred("wells of the people", 17, 114)], []),
        ([line("wells", y=117, type_=PLAIN._replace(size=14.2))], ["wells"]),
        ([line("wells", y=117, type_=PLAIN._replace(size=14.4))], []),
        ([line("wells", y=114), line("in Mali", y=126)], ["wells", "in Mali"]),
        ([line("in Mali", y=126), line("wells", y=114)], ["wells", "in Mali"]),
        ([line("wells", y=114), line("in Mali", y=131.9)], ["wells", "in Mali"]),
        ([line("wells", y=114), line("in Mali", y=132)], ["wells"]),
        ([line("wells", y=114), line("in Mali", y=126, type_=BOLD)], []),
        ([line("wells", y=114), line("in Mali", y=126, type_=RED)], []),
        ([line("wells", y=114), line("in Mali", y=126, type_=PLAIN._replace(size=11))], []),
        ([line("wells", y=114), line("in Mali", x=20, y=126)], []),
        ([], []),
    ],
    ids=[
        "below",
        "near",
        "far",
        "from its middle on",
        "above its middle",
        "beside",
        "at its edge",
        "set in",
        "centred",
        "off the middle",
        "further off",
        "off to the left",
        "smaller",
        "too large",
        "two lines",
        "in any order",
        "near each other",
        "apart",
        "bold below",
        "coloured below",
        "larger below",
        "set in below",
        "nothing",
    ],
)
def test_the_caption_below_a_figure(below, caption: list[str]) -> None:
    assert words(_caption(FIGURE, [FIGURE, *below])) == caption


def test_a_figure_is_larger_than_its_caption_by_that_factor() -> None:
    figure = line("5,000", type_=BOLD._replace(size=LARGER * 10))
    assert words(_caption(figure, [figure, line("wells", y=113)])) == ["wells"]


def band(*figures: str, captions: int | None = None) -> list:
    """Figures beside each other, so many of them with a caption."""
    lines = [line(figure, x=100 * place, type_=LARGE) for place, figure in enumerate(figures)]
    return lines + [line("wells", x=100 * place, y=114) for place in range(len(figures))][:captions]


@Cases(
    ("lines", "found"),
    [
        (band("5,000", "65%"), [["5,000", "wells"], ["65%", "wells"]]),
        (band("5,000"), []),
        (band("5,000", "65%", captions=1), []),
        (band("5,000", "Mali"), []),
        ([*band("5,000", "65%"), line("It is so.", y=400)], [["5,000", "wells"], ["65%", "wells"]]),
    ],
    ids=["two", "one", "one without caption", "one without figure", "among text"],
)
def test_figures_in_a_row(lines, found: list[list[str]]) -> None:
    panels = statistics(lines)
    assert [words(panel.lines) for panel in panels] == found
    assert [panel.box for panel in panels] == [panel.ground for panel in panels]
    assert all(panel.box.top == 84 and panel.box.bottom == 116 for panel in panels)


FIGURES = [centred("946", 50, 112)]  # from 42.5 to 57.5 and from 104 to 114; its middle at 109


@Cases(
    ("lines", "name"),
    [
        ([centred("Wells", 50, 100, BOLD)], ["Wells"]),
        ([centred("Wells", 50, 92.1, BOLD)], ["Wells"]),
        ([centred("Wells", 50, 92, BOLD)], []),
        ([centred("Wells", 50, 106.9, BOLD)], ["Wells"]),
        ([centred("Wells", 50, 107, BOLD)], []),
        ([centred("Wells", 57.9, 100, BOLD)], ["Wells"]),
        ([centred("Wells", 58, 100, BOLD)], []),
        ([centred("Wells", 42, 100, BOLD)], []),
        ([centred("Wells", 50, 100)], []),
        ([centred("Wells", 90, 100, BOLD)], []),
        ([centred("Wells", 50, 88, BOLD), centred("dug", 50, 100, BOLD)], ["Wells", "dug"]),
        ([centred("dug", 50, 100, BOLD), centred("Wells", 50, 88, BOLD)], ["Wells", "dug"]),
        ([centred("Wells", 50, 82.1, BOLD), centred("dug", 50, 100, BOLD)], ["Wells", "dug"]),
        ([centred("Wells", 50, 82, BOLD), centred("dug", 50, 100, BOLD)], ["dug"]),
        ([centred("Wells", 50, 100, BOLD), centred("dug", 50, 129.9)], []),
        ([centred("Wells", 50, 100, BOLD), centred("dug", 50, 130)], ["Wells"]),
        ([centred("Wells", 50, 100, BOLD), centred("dug", 50, 122)], []),
        ([centred("Wells", 50, 100, BOLD), centred("dug", 50, 121.9)], ["Wells"]),
        ([centred("Wells", 50, 100, BOLD), centred("dug", 90, 124)], ["Wells"]),
    ],
    ids=[
        "above",
        "near",
        "far",
        "into its figure",
        "beside its middle",
        "off the middle",
        "further off",
        "off to the left",
        "in its type",
        "beside",
        "two lines",
        "in any order",
        "near each other",
        "apart",
        "text below",
        "text further below",
        "text right below",
        "text level",
        "text beside",
    ],
)
def test_the_name_above_a_figure(lines, name: list[str]) -> None:
    assert words(_name(FIGURES[0], [*lines, *FIGURES], FIGURES)) == name


@Cases(("y", "name"), [(136.9, []), (137, ["Wells"])])
def test_no_other_figure_stands_below_it(y: float, name: list[str]) -> None:
    other, above = centred("12", 50, y), centred("Wells", 50, 100, BOLD)
    assert words(_name(FIGURES[0], [above, FIGURES[0], other], [*FIGURES, other])) == name


def test_a_figure_names_nothing() -> None:
    above = centred("12", 50, 100, BOLD)
    assert _name(FIGURES[0], [above, *FIGURES], [above, *FIGURES]) == []


def named(*figures: str) -> list:
    lines = [centred(figure, 50 + 100 * place, 112) for place, figure in enumerate(figures)]
    return lines + [centred("Wells", 50 + 100 * place, 100, BOLD) for place in range(len(figures))]


@Cases(
    ("lines", "count"),
    [(named("946", "12 k"), 2), (named("946"), 0), (named("946", "12 34 56"), 0), (named("946", "Mali"), 0)],
)
def test_names_over_figures_in_a_row(lines, count: int) -> None:
    assert [words(panel.lines)[0] for panel in statistics(lines)] == ["Wells"] * count


def test_a_figure_may_be_part_of_a_name() -> None:
    """Years that stand between a name and its figure."""
    columns = [[centred("Wells", x, 88, BOLD), centred("2019", x, 100, RED), centred("946", x, 112)] for x in (50, 150)]
    assert [words(panel.lines) for panel in statistics([line for column in columns for line in column])] == [
        ["Wells", "2019", "946"],
        ["Wells", "2019", "946"],
    ]


def test_a_figure_with_a_caption_is_no_figure_below_a_name() -> None:
    lines = [*band("5,000", "65%"), centred("Mali", 25, 80, BOLD), centred("Chad", 115, 80, BOLD)]
    assert [words(panel.lines) for panel in statistics(lines)] == [["5,000", "wells"], ["65%", "wells"]]


def test_a_caption_at_the_edge_of_its_figure_anywhere_on_the_page() -> None:
    figure, caption = line("5,000", x=100, type_=LARGE), line("wells of all the people", x=100, y=114)
    assert words(_caption(figure, [figure, caption])) == ["wells of all the people"]


def test_the_lines_of_a_name_stand_as_they_are_read() -> None:
    names = [centred(text, 50, y, BOLD) for text, y in (("Wells", 76), ("dug in", 88), ("Mali", 100))]
    assert words(_name(FIGURES[0], [*names, *FIGURES], FIGURES)) == ["Wells", "dug in", "Mali"]
