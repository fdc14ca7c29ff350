"""Cities and regions that give: which names stand beside one in a list."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.relate.local_givers import _beside
from tests.relate.records import phrases


@pytest.mark.parametrize(
    ("told", "i", "step", "found"),
    [
        ("guild[WHO] and union[WHO]", 2, -1, 0),
        ("guild[WHO] and union[WHO]", 0, 1, 2),
        ("guild[WHO] , and togo[PLACE]", 0, 1, 3),
        ("guild[WHO] gave union[WHO]", 0, 1, None),
        ("pays and union[WHO]", 2, -1, None),
        ("and union[WHO]", 1, -1, None),
        ("guild[WHO] and", 0, 1, None),
    ],
)
def test_the_name_beside_one(told: str, i: int, step: int, found: int | None) -> None:
    with spoken("en"):
        assert _beside(phrases(told), i, step) == found
