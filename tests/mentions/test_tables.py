"""Heads of a table that speak of all of its columns; tables made by hand."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.mentions import nlp
from pipeline.mentions.tables import _over_years
from pipeline.model.blocks import Cell, Span, Table


def table(text: str, head_rows: int) -> Table:
    """Rows below each other, cells apart by a tab; the first column heads the rows."""
    cells, at = [], 0
    for row, line in enumerate(text.split("\n")):
        for column, words in enumerate(line.split("\t")):
            kind = "head" if row < head_rows else "cell"
            cells.append(Cell(Span(at, at + len(words)), row, column, kind))  # type: ignore[arg-type]
            at += len(words) + 1
    return Table(None, tuple(cells), stub=1)


@pytest.mark.parametrize(
    ("text", "head_rows", "over"),
    [
        ("\tEUR million\t\n\t2019\t2020\nCore\t5\t6", 2, ["EUR million"]),
        ("\tEUR million\tUSD\n\t2019\t2020\nCore\t5\t6", 2, []),  # two speak of a column each
        ("\tEUR million\t\n\tNorth\tSouth\nCore\t5\t6", 2, []),  # over no years
        ("\tEUR million\t\n\t2019\t5\nCore\t5\t6", 2, []),
        ("\tEUR million\t\nCore\t2019\t2020", 1, []),  # the years are no heads
        ("\t2019\t2020\nCore\t5\t6", 1, []),
        ("Donor\t2019\t2020\nCore\t5\t6", 1, []),
    ],
)
def test_a_head_alone_over_years_speaks_of_all_of_them(text: str, head_rows: int, over: list[str]) -> None:
    with spoken("en"):
        doc = nlp.doc_of(text)
        assert [tokens.text for tokens in _over_years(doc, table(text, head_rows))] == over
