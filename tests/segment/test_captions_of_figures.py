"""Figures set large in a row, each over its caption: the caption begins where the figure does, or has its middle."""

import pytest

from pipeline.model import Facts
from pipeline.segment import segment
from tests.segment.typeset import TYPE, Typeset, prose

LARGE = TYPE._replace(size=24.0, bold=True, font="Sans-Bold", colour="#104080")


def facts(off: float, centred: bool) -> list[tuple[str, str]]:
    """Label and value of each fact on a page whose captions stand so far (points) from where they belong."""
    page = Typeset()
    page.column(40, 40, 500, prose("alder", 40))
    for x, figure, caption in (
        (60, "US$ 23.6 M", "budget of 2024"),
        (260, "1.2 million", "people"),
        (460, "61%", "is funded"),
    ):
        page.line(x, 200, figure, LARGE)
        middle = x + 6 * len(figure) - 2.5 * len(caption)
        page.line((middle if centred else x) + off, 216, caption)
    page.column(40, 300, 500, prose("birch", 40))
    sections = segment(page.source(), "sample").sections
    return [
        (section.content[slice(*fact.label)], section.content[slice(*fact.value)])
        for section in sections
        for block in section.blocks
        if isinstance(block, Facts)
        for fact in block.facts
    ]


@pytest.mark.parametrize(("off", "centred"), [(0, True), (0, False), (7, True), (7, False)])
def test_a_caption_centred_below_its_figure_or_set_at_its_edge_is_its_label(off: float, centred: bool) -> None:
    told = [("budget of 2024", "US$ 23.6 M"), ("people", "1.2 million"), ("is funded", "61%")]
    assert facts(off, centred) == told
