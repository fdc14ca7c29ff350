"""One sample whole: every row that is read from it, and no other, stands in tests/whole/ as a person has read it."""

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from tests.documents.words import sections
from tests.test_sample_sections import printed
from tests.whole import whole

PATHS = sorted(Path(__file__).parent.joinpath("whole").glob("*.md"))
MARK = re.compile(r"\[([^\]]*)\]\((?:money|dates|countries|quantities) [^)]*\)")


def read(path: Path) -> str:
    """What the file tells of the document, without its own first words."""
    _, begins, rest = path.read_text(encoding="utf-8").partition("## Document")
    return begins + rest


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_these_rows_and_no_others(path: Path, samples: Mapping[str, pd.DataFrame]) -> None:
    """Where they are others now, read the difference against the sample's text in tests/documents/, as a stranger
    would, and put what is right into the file: `python -m tests.whole NAME` prints what is read."""
    assert whole(path.stem, samples) == read(path)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_words_are_those_that_were_typeset(path: Path) -> None:
    """Without its marks the file has the sample's own text, not what the pipeline made of it."""
    plain = MARK.sub(r"\1", read(path))
    for section in sections(f"{path.stem}.md"):
        assert f"{section.heading}\n\n{printed(section)}".strip() in plain, section.heading or section.paragraphs[0]
