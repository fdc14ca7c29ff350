"""Pages drawn in letters in tests/segment/pages, each with what is read on it below a line of dots."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.segment.drawn import drawn, told

FOLDER = Path(__file__).parent / "pages"


def pages() -> Iterator[tuple[str, str, str]]:
    """Name, drawing and reading of each page."""
    for path in sorted(FOLDER.glob("*.txt")):
        for page in path.read_text(encoding="utf-8").split("==== ")[1:]:
            name, drawing = page.split("\n", 1)
            art, reading = drawing.split("\n....\n")
            yield name, art, reading.rstrip("\n")


@pytest.mark.parametrize(("art", "reading"), [pytest.param(art, reading, id=name) for name, art, reading in pages()])
def test_a_page_is_read_as_a_person_reads_it(art: str, reading: str) -> None:
    assert told(drawn(art)) == reading
