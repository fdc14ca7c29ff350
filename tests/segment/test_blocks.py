"""The form of sections: blocks and passages that hold every word once and nothing else."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.model import Section, Segmentation, Table
from pipeline.pull import read
from pipeline.segment import segment
from tests.segment.reading import LEFT, RIGHT, WIDTH
from tests.segment.typeset import HEADING, Typeset, prose

SAMPLES = sorted(Path("raw").glob("*.pdf"))


def assert_form(section: Section) -> None:
    """What holds for every section: passages follow each other with a blank line, a line end or a tab between them, and
    hold each word whole but for the bars between facts; cells tile their grid."""
    passages = list(section.passages())
    assert [passage.span for passage in passages] == sorted(passage.span for passage in passages)
    if passages:
        assert (passages[0].span.start, passages[-1].span.end) == (0, len(section.content))
    for upper, lower in pairwise(passages):
        assert re.fullmatch(r"\n\n|(?: \|)?\t*\n?\t*", section.content[upper.span.end : lower.span.start])
    filled = [passage.span for passage in passages if passage.span]
    for place in section.places:
        held = sum(span.start <= place.start and place.end <= span.end for span in filled)
        assert held == 1 or section.content[place.start : place.end] == "|"
    for table in (block for block in section.blocks if isinstance(block, Table)):
        covered = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        assert sorted(covered) == [(row, column) for row in range(table.rows) for column in range(table.columns)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_word_of_a_sample_is_in_one_passage(path: Path) -> None:
    for section in segment(read(path), path.stem).sections:
        assert_form(section)


def test_paragraphs_of_two_columns_are_passages() -> None:
    page = Typeset()
    page.column(LEFT, 40, WIDTH, "Clean water for schools", HEADING)
    page.column(LEFT, 70, WIDTH, prose("wells", 60) + "\n\n" + prose("pumps", 40))
    page.column(RIGHT, 70, WIDTH, prose("roofs", 60))
    (section,) = _segmented(page).sections
    assert_form(section)
    assert [section.content[passage.span.start : passage.span.end].split()[0] for passage in section.passages()] == [
        "Clean",
        "Wells",
        "Pumps",
        "Roofs",
    ]


def _segmented(page: Typeset) -> Segmentation:
    return segment(page.source(), "layout")
