"""The sample profiles of raw/ from end to end: same bytes, every value in its place, every planted fault told."""

import filecmp
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pdfplumber
import pytest
from click.testing import CliRunner

from pipeline.cli.commands import main
from tests.documents import ireland, luxembourg, republic_of_korea
from tests.documents.planted import Fault

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


class Letter(NamedTuple):
    x: float  # its middle
    y: float
    text: str


def letters(path: Path) -> list[list[Letter]]:
    """What pdfplumber sees on each page, from left to right. Its search for what is drawn twice is quadratic: once a
    page."""
    with pdfplumber.open(path) as pdf:
        pages = [page.dedupe_chars(tolerance=1.5).chars for page in pdf.pages]
    return [
        [
            Letter((char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2, char["text"])
            for char in sorted(page, key=lambda char: char["x0"])
        ]
        for page in pages
    ]


def cut(boxes: str, pages: list[list[Letter]]) -> Iterator[str]:
    """The letters in each of the boxes `page@x0,top,x1,bottom`."""
    for box in boxes.split(";"):
        number, corners = box.split("@")
        x0, top, x1, bottom = map(float, corners.split(","))
        yield "".join(text for x, y, text in pages[int(number) - 1] if x0 <= x <= x1 and top <= y <= bottom)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_boxes_lie_over_their_words(document: str, samples: Mapping[str, pd.DataFrame]) -> None:
    """Cutting the page at a mention's boxes and reading it again, with the other reader, gives the mention."""
    pages = letters(ROOT / "raw" / f"{document}.pdf")
    for table in MENTION_TABLES:
        rows = samples[table]
        for row in rows[rows["document"] == document].itertuples():
            assert squeezed("".join(cut(row.boxes, pages))) == squeezed(row.text), f"{table} {row.id}"


def test_offsets_index_the_section(samples: Mapping[str, pd.DataFrame]) -> None:
    sections = samples["sections"].set_index("id")
    for table in MENTION_TABLES:
        for row in samples[table].itertuples():
            section = sections.loc[row.section]
            heading = "" if pd.isna(section["heading"]) else section["heading"] + "\n\n"
            content = heading + ("" if pd.isna(section["text"]) else section["text"])
            assert content[row.char_start : row.char_end] == row.text


def planted() -> list[tuple[str, Fault]]:
    modules = {"ireland": ireland, "luxembourg": luxembourg, "republic-of-korea": republic_of_korea}
    return [(document, fault) for document, module in modules.items() for fault in module.PLANTED]


def told(samples: Mapping[str, pd.DataFrame], severities: set[str]) -> list[tuple[str, str, str]]:
    """Document, check and message of every check of the severities."""
    checks = samples["checks"]
    rows = checks[checks["severity"].isin(severities)]
    return list(rows[["document", "check", "message"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(("document", "fault"), planted(), ids=lambda value: getattr(value, "check", value))
def test_planted_fault_is_told(document: str, fault: Fault, samples: Mapping[str, pd.DataFrame]) -> None:
    messages = [
        message for where, check, message in told(samples, {"warning"}) if (where, check) == (document, fault.check)
    ]
    assert any(fault.quotes[0] in message for message in messages), messages


def test_no_false_alarm(samples: Mapping[str, pd.DataFrame]) -> None:
    """Beside the planted faults stand an amount of two fiscal years, and five countries of fifteen."""
    expected = Counter((document, fault.check) for document, fault in planted())
    expected["luxembourg", "undecided-value"] = 1
    assert Counter((document, check) for document, check, _ in told(samples, {"error", "warning"})) == expected
    infos = Counter((document, check) for document, check, _ in told(samples, {"info"}))
    assert infos["luxembourg", "assumed-value"] == 1
    # a largest grant of all, aid beside the ILO's, a guarantee, what three funds add, relief handed to others
    gifts = {document: count for (document, check), count in infos.items() if check == "gift-without-row"}
    assert gifts == {"ireland": 2, "luxembourg": 2, "republic-of-korea": 1}
    # a project that names neither money nor time nor place, and one that is told by what was given to a fund
    kinds = {document: count for (document, check), count in infos.items() if check == "open-kind"}
    assert sum(kinds.values()) == 2
    assert {check for _, check in infos} == {"bare-project", "assumed-value", "gift-without-row", "open-kind"}
