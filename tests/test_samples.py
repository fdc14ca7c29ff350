"""The sample profiles of raw/ from end to end: same bytes, every value in its place, every planted fault told."""

import filecmp
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd
import pdfplumber
import pytest
from click.testing import CliRunner

from pipeline.cli import main

ROOT = Path(__file__).parent.parent
MENTION_TABLES = ("money", "dates", "countries", "quantities")
DOCUMENTS = sorted(path.stem for path in (ROOT / "raw").glob("*.pdf"))


def test_same_bytes_again(tmp_path: Path) -> None:
    """What is committed in extracted/ is what a new run writes."""
    result = CliRunner().invoke(main, ["extract", str(ROOT / "raw"), "--out", str(tmp_path / "out"), "--force"])
    assert result.exit_code == 0, result.output
    committed = sorted(path.name for path in (ROOT / "extracted").iterdir())
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == committed
    assert filecmp.cmpfiles(ROOT / "extracted", tmp_path / "out", committed, shallow=False)[0] == committed


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).replace("-", "").split())


def cut(boxes: str, pages: list[pdfplumber.page.Page]) -> Iterator[str]:
    """The letters that pdfplumber finds in each of the boxes `page@x0,top,x1,bottom`."""
    for box in boxes.split(";"):
        number, corners = box.split("@")
        x0, top, x1, bottom = map(float, corners.split(","))
        inside = [
            char
            for char in pages[int(number) - 1].dedupe_chars(tolerance=1.5).chars
            if x0 <= (char["x0"] + char["x1"]) / 2 <= x1 and top <= (char["top"] + char["bottom"]) / 2 <= bottom
        ]
        yield "".join(char["text"] for char in sorted(inside, key=lambda char: char["x0"]))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_boxes_lie_over_their_words(document: str, samples: Mapping[str, pd.DataFrame]) -> None:
    """Cutting the page at a mention's boxes and reading it again, with the other reader, gives the mention."""
    with pdfplumber.open(ROOT / "raw" / f"{document}.pdf") as pdf:
        for table in MENTION_TABLES:
            rows = samples[table]
            for row in rows[rows["document"] == document].itertuples():
                assert squeezed("".join(cut(row.boxes, pdf.pages))) == squeezed(row.text), f"{table} {row.id}"


def test_offsets_index_the_section(samples: Mapping[str, pd.DataFrame]) -> None:
    sections = samples["sections"].set_index("id")
    for table in MENTION_TABLES:
        for row in samples[table].itertuples():
            section = sections.loc[row.section]
            heading = "" if pd.isna(section["heading"]) else section["heading"] + "\n\n"
            content = heading + ("" if pd.isna(section["text"]) else section["text"])
            assert content[row.char_start : row.char_end] == row.text
