"""Heads that are centred over columns."""

import pytest

from pipeline.segment.tables.heads import spans
from tests.segment.records import box

FOUR = [(0.0, 20.0), (40.0, 60.0), (80.0, 100.0), (120.0, 140.0)]


def told(
    *middles: float, width: float = 10.0, columns: list[tuple[float, float]] = FOUR
) -> list[tuple[int, int]] | None:
    return spans([box(x - width / 2, 0, x + width / 2, 10) for x in middles], columns, 10.0)


@pytest.mark.parametrize(
    ("middles", "runs"),
    [
        pytest.param((30, 110), [(0, 1), (2, 3)], id="in the middle of two each"),
        pytest.param((45, 110), None, id="with the edge of a column"),
        pytest.param((15.5, 110), None, id="off the middle by more than a quarter"),
        pytest.param((18, 110), [(0, 1), (2, 3)], id="off the middle by less"),
        pytest.param((70,), [(0, 3)], id="over all"),
        pytest.param((), None, id="none"),
        pytest.param((10, 50, 90, 130), None, id="as many as columns"),
        pytest.param((10, 70, 130), [(0, 0), (1, 2), (3, 3)], id="over the two in the middle"),
        pytest.param((10, 50, 110), [(0, 0), (1, 1), (2, 3)], id="over the last two"),
    ],
)
def test_heads_go_over_the_columns_that_they_are_centred_on(
    middles: tuple[float, ...], runs: list[tuple[int, int]] | None
) -> None:
    assert told(*middles) == runs


@pytest.mark.parametrize(
    ("middle", "runs"), [(115, [(0, 1)]), (114.5, None), (145, [(0, 1)]), (145.5, None)]
)  # a quarter of the 60 points of two columns off their middle
def test_a_head_is_off_the_middle_by_a_quarter_at_most(middle: float, runs: list[tuple[int, int]] | None) -> None:
    assert told(middle, width=2.0, columns=[(100.0, 120.0), (150.0, 160.0)]) == runs


@pytest.mark.parametrize(("middle", "runs"), [(40, [(0, 2), (3, 3)]), (60, [(0, 2), (3, 3)]), (39, None), (61, None)])
def test_a_head_of_a_run_of_another_length_is_off_the_middle_by_a_tenth(
    middle: float, runs: list[tuple[int, int]] | None
) -> None:
    assert told(middle, 130, width=51.0) == runs


@pytest.mark.parametrize(
    ("width", "middle", "runs"),
    [
        pytest.param(54, 30, [(0, 1), (2, 3)], id="edges three points off those of the columns"),
        pytest.param(55, 30, None, id="edges nearer to them"),
    ],
)
def test_a_head_with_the_edge_of_a_column_is_its_own(
    width: float, middle: float, runs: list[tuple[int, int]] | None
) -> None:
    assert told(middle, 110, width=width) == runs
