"""Pages drawn in letters in tests/segment/pages, each with what is read on it below a line of dots.

After a page's name stand the ends between which that reading holds: of the distance of its lines (points), of the white
between its columns and of the sizes of its type (as shares of those drawn). A little beyond it is read otherwise, and
at the end itself, too, unless a `+` follows it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.segment.drawn import drawn, told

FOLDER = Path(__file__).parent / "pages"
NEAR = 0.004  # of an end


class Drawing(NamedTuple):
    """A page, what is read on it, and the ends of what may change."""

    name: str
    art: str
    reading: str
    ends: tuple[tuple[str, str], ...]


def drawings() -> Iterator[Drawing]:
    for path in sorted(FOLDER.glob("*.txt")):
        for page in path.read_text(encoding="utf-8").split("==== ")[1:]:
            title, drawing = page.split("\n", 1)
            art, reading = drawing.split("\n....\n")
            name, *ends = title.split(" | ")
            told_ends = ((what, end) for what, *both in map(str.split, ends) for end in both)
            yield Drawing(name, art, reading.rstrip("\n"), tuple(told_ends))


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in drawings()])
def test_a_page_is_read_as_a_person_reads_it(page: Drawing) -> None:
    assert told(drawn(page.art)) == page.reading


@pytest.mark.parametrize(
    ("page", "what", "end"),
    [pytest.param(page, what, end, id=f"{page.name}: {what} {end}") for page in drawings() for what, end in page.ends],
)
def test_a_reading_holds_as_far_as_its_ends(page: Drawing, what: str, end: str) -> None:
    at, usual = float(end.rstrip("+")), 12.5 if what == "pitch" else 1.0
    inwards = NEAR if at < usual else -NEAR
    holds = [told(drawn(page.art, **{what: at * share})) == page.reading for share in (1 + inwards, 1, 1 - inwards)]
    assert holds == [True, end.endswith("+"), False]
