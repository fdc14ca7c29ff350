"""Heads that are centred over several columns, whose middles no word below stands under."""

import pytest

from pipeline.model import BoundingBox, Rule
from pipeline.segment.tables.heads import spans
from tests.segment.test_report_tables import figures
from tests.segment.test_tables import BOLD, whole
from tests.segment.typeset import Typeset

RIGHT = (180, 270, 360, 450)  # where the figures of each column end
ROWS = (
    ("Denmark", "1,200,000", "1,200,000", "1,500,000", "900,000"),
    ("Netherlands", "2,000,000", "1,750,000", "2,000,000", "2,000,000"),
    ("Kenya", "800,000", "400,000", "800,000", "800,000"),
)


def heads(drawn: str, upper: tuple[str, ...] = ("2022", "2023"), aligned: str = "right") -> list[list[str]]:
    """What heads each figure of the last row."""
    page = Typeset()
    style = BOLD
    if drawn == "bar":
        page.ground(40, 100, 460, 134, "#224466")
        style = BOLD._replace(colour="#ffffff")
        for row in range(0, 3, 2):
            page.ground(40, 134 + 16 * row, 460, 150 + 16 * row)
    width = 360 / len(upper)
    for place, head in enumerate(upper):
        middle = 90 + width * (place + 0.5)
        page.line(middle - 2.5 * len(head), 113, head, style)
        if drawn in ("bar", "rules"):
            page.rules.append(Rule(BoundingBox(94 + width * place, 117, 86 + width * (place + 1), 117.5)))
    page.line(44, 128, "Donor", style)
    for place, edge in enumerate(RIGHT):
        head = ("Pledged", "Paid")[place % 2]
        page.line(edge - 5 * len(head) if aligned == "right" else edge - 45, 128, head, style)
    if drawn in ("rules", "lines"):
        page.rules.append(Rule(BoundingBox(40, 133, 460, 133.5)))
    figures(page, ROWS, 146, RIGHT)
    section, table = whole(page)
    last = [cell for cell in table.cells if cell.row == table.rows - 1][1:]
    return [[section.content[slice(*head.span)] for head in table.heads(cell)] for cell in last]


@pytest.mark.parametrize(
    ("drawn", "aligned"),
    [*((d, "right") for d in ("bar", "rules", "lines", "white")), ("rules", "left"), ("white", "left")],
)
def test_a_head_holds_for_all_columns_that_it_is_centred_on(drawn: str, aligned: str) -> None:
    assert heads(drawn, aligned=aligned) == [[year, head] for year in ("2022", "2023") for head in ("Pledged", "Paid")]


FOUR = ((135, 180), (225, 270), (315, 360), (405, 450))


@pytest.mark.parametrize(
    ("middles", "told"),
    [
        ((180, 360), [(0, 1), (2, 3)]),  # where figures end at the right of their columns
        ((202, 382), [(0, 1), (2, 3)]),
        ((202, 416), [(0, 1), (2, 3)]),  # a quarter of the width off
        ((202, 417), None),
        ((169, 349), [(0, 1), (2, 3)]),
        ((168, 348), None),
        ((242, 427), [(0, 2), (3, 3)]),
        ((225, 427), [(0, 2), (3, 3)]),  # a tenth of the width off
        ((224, 427), None),
        ((292,), [(0, 3)]),
        ((382,), None),  # of the last two alone: not to be told
        ((248,), None),  # the own head of a column
        ((150, 240, 330, 420), None),
    ],
)
def test_heads_are_centred_on_runs_of_columns(middles: tuple[float, ...], told: list[tuple[int, int]] | None) -> None:
    assert spans([BoundingBox(middle - 4, 0, middle + 4, 10) for middle in middles], FOUR, 10) == told
