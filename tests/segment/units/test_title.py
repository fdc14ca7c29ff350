"""The title that a first page shows, condition by condition."""

import pytest

from pipeline.segment.tables.cells import Table
from pipeline.segment.title import title
from pipeline.segment.typography import LARGER
from tests.segment.records import BOLD, PLAIN, box, cells, line, lines
from tests.segment.units.outlined import heading, outline

Cases = pytest.mark.parametrize
LARGE = BOLD._replace(size=20.0)  # on the baseline 100 from 84 to 104
TEXT = lines(*["It is so."] * 5, y=400)


@Cases(
    ("items", "told"),
    [
        ([heading("Wells", type_=LARGE), *TEXT], "Wells"),
        ([*TEXT, heading("Wells", 600, LARGE)], "Wells"),
        ([line("Wells", type_=LARGE), line("of Mali", y=124, type_=LARGE), *TEXT], "Wells of Mali"),
        ([line("Wells", type_=LARGE), line("of Mali", y=140, type_=LARGE), *TEXT], "Wells of Mali"),
        ([line("Wells", type_=LARGE), line("of Mali", y=141, type_=LARGE), *TEXT], "Wells"),
        ([line("Wells", type_=LARGE), line("of Mali", y=122, type_=PLAIN._replace(size=15)), *TEXT], "Wells of Mali"),
        ([line("Wells", type_=LARGE), line("of Mali", y=122, type_=PLAIN._replace(size=14)), *TEXT], "Wells"),
        ([line("Wells", y=78, type_=PLAIN._replace(size=15)), line("Of Mali", type_=LARGE), *TEXT], "Wells Of Mali"),
        ([line("Wells", y=78, type_=PLAIN._replace(size=14)), line("Of Mali", type_=LARGE), *TEXT], "Of Mali"),
        ([line("Wells", y=60, type_=LARGE), line("Of Mali", type_=LARGE), *TEXT], "Wells Of Mali"),
        ([line("Wells", y=59, type_=LARGE), line("Of Mali", type_=LARGE), *TEXT], "Wells"),
        ([line("2019", y=76, type_=LARGE), line("Wells", type_=LARGE), *TEXT], "Wells"),
        ([line("2019", y=76, type_=LARGE._replace(size=30)), line("Wells", type_=LARGE), *TEXT], "Wells"),
        ([line("Ab c", y=76, type_=LARGE), line("Wells", type_=LARGE), *TEXT], "Wells"),
        ([line("Aid", type_=LARGE), *TEXT], "Aid"),
        ([line("12 34", type_=LARGE)], ""),
        ([], ""),
    ],
    ids=[
        "a heading",
        "at the end",
        "two lines",
        "near",
        "apart",
        "a little smaller",
        "smaller",
        "a little smaller above",
        "smaller above",
        "near above",
        "apart above",
        "year above",
        "larger year",
        "logo above",
        "a short word",
        "no word",
        "empty",
    ],
)
def test_what_is_set_largest(items, told: str) -> None:
    first = outline(*items) if items else None
    assert title("", [first] if first else []) == told
    assert title("Untitled-1", [first, outline(line("Roads", type_=LARGE._replace(size=40)))] if first else []) == told
    assert title("Roads", [first] if first else []) == "Roads"


@Cases(
    ("size", "count", "told"),
    [(10, 5, "Wells"), (10, 6, ""), (10 * LARGER, 6, "Wells"), (11, 6, "")],
)
def test_the_largest_type_of_a_page_of_text_is_larger_than_it(size: float, count: int, told: str) -> None:
    page = outline(
        line("Wells", type_=PLAIN._replace(size=size)), *lines(*["It is so."] * (count - 1), y=130, pitch=30)
    )
    assert title("", [page]) == told


def test_tables_hold_no_title() -> None:
    table = Table(tuple(cells("Mali | 5")), box(0, 92, 200, 102))
    assert title("", [outline(table, heading("Wells", 200, type_=LARGE), outline(*TEXT))]) == "Wells"
