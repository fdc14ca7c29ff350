"""What is read on a page, whatever the order in which its lines are drawn."""

from collections.abc import Callable

from pipeline.model import Section
from pipeline.segment import segment
from tests.segment.typeset import Typeset

# Two columns on a page: their left edges and their width.
LEFT, RIGHT, WIDTH = 40.0, 310.0, 250.0
Layout = Callable[[Typeset], None]


def told(sections: tuple[Section, ...]) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in sections]


def read(layout: Layout) -> list[tuple[str, str]]:
    """Headings and texts, which must not depend on the order of the content stream."""
    page = Typeset()
    layout(page)
    sections = told(segment(page.source(), "layout").sections)
    for seed in range(5):
        assert told(segment(page.shuffled(seed).source(), "layout").sections) == sections, f"order {seed}"
    return sections
