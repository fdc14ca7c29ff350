"""What there is to draw of a page."""

from pipeline.segment.layout import layouts
from tests.segment.typeset import HEADING, Typeset, prose


def test_panels_headings_and_blocks_in_reading_order() -> None:
    page = Typeset()
    page.ground(300, 30, 580, 200)
    page.line(310, 60, "Project birch", HEADING)
    page.column(310, 70, 250, prose("birch"))
    page.line(40, 60, "Project alder", HEADING)
    page.column(40, 70, 230, prose("alder"))
    (layout,) = layouts(page.source())
    assert [round(box.x0) for box in layout.panels] == [310]
    assert [round(box.x0) for box in layout.headings] == [40, 310]
    assert [(round(box.x0), box.top < 60) for box in layout.blocks] == [
        (40, True),
        (40, False),
        (310, True),
        (310, False),
    ]
