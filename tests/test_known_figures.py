"""Every figure that a person has checked (tests/known_figures/) is still read from the documents of raw/."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from pipeline.known_figures.file import KnownFigure, read, text
from pipeline.known_figures.verify import Difference, differences

PATHS = sorted(Path(__file__).parent.joinpath("known_figures").glob("*.csv"))
FIGURES = {path.stem: read(path) for path in PATHS}


@pytest.fixture(scope="module")
def different(samples: Mapping[str, pd.DataFrame]) -> dict[tuple[str, KnownFigure], Difference]:
    """What the documents tell otherwise, by document and figure."""
    missing = FIGURES.keys() - set(samples["documents"]["document"])
    assert not missing, f"raw/ lacks {', '.join(sorted(missing))}, of which tests/known_figures/ has figures"
    return {
        (document, difference.figure): difference
        for document, figures in FIGURES.items()
        for difference in differences(figures, of_document(document, samples))
    }


def of_document(document: str, tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    return {name: table[table["document"] == document] for name, table in tables.items()}


@pytest.mark.parametrize(
    ("document", "figure"),
    [
        pytest.param(document, figure, id=f"{document}-{line}")
        for document, figures in FIGURES.items()
        for line, figure in enumerate(figures, start=2)
    ],
)
def test_known_figure(document: str, figure: KnownFigure, different: dict[tuple[str, KnownFigure], Difference]) -> None:
    difference = different.get((document, figure))
    assert difference is None, f"{document}, {difference}"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_files_are_as_they_are_written(path: Path) -> None:
    assert text(FIGURES[path.stem]) == path.read_text(encoding="utf-8")


def test_a_figure_that_is_off_by_one_is_told(samples: Mapping[str, pd.DataFrame]) -> None:
    figure = next(f for f in FIGURES["ireland"] if (f.table, f.value) == ("contributions", "27800000"))
    (difference,) = differences([figure._replace(value="27800001")], of_document("ireland", samples))
    assert str(difference) == (
        'page 2, contributions.amount: the page says "EUR 27.8 million", so "27800001" is expected; found "27800000"'
    )
