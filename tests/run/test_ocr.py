"""Pages that are only a picture: told without --ocr, read with it and told as read so."""

import sys
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pypdfium2
import pytest

from pipeline import read_table
from pipeline.errors import UsageError
from pipeline.run import Options, run
from pipeline.run.task import Limits

SAMPLE = Path(__file__).parents[2] / "raw/republic-of-korea.pdf"
INSTALLED = find_spec("rapidocr_onnxruntime") is not None


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """The sample's second page as a picture of 200 dots an inch."""
    document = pypdfium2.PdfDocument(SAMPLE)
    document[1].render(scale=200 / 72).to_pil().save(tmp_path / "scan.pdf", resolution=200)
    document.close()
    return tmp_path / "scan.pdf"


def test_a_scan_is_told_how_to_be_read(scan: Path, tmp_path: Path) -> None:
    (outcome,) = run([scan], tmp_path / "out", Options())
    assert outcome.status == "no-text"
    assert "run again with --ocr" in outcome.error


def test_ocr_without_its_extra_is_refused(scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr_onnxruntime", None)  # as where it is not installed
    with pytest.raises(UsageError, match="pip install 'rapidocr-onnxruntime"):
        run([scan], tmp_path / "out", Options(ocr=True))


@pytest.mark.skipif(not INSTALLED, reason="needs the extra: pip install 'donor-profiles[ocr]'")
def test_a_scan_is_read_by_ocr_and_told(scan: Path, tmp_path: Path) -> None:
    run([scan], tmp_path / "out", Options())  # what is known of the file without OCR is not taken for this
    (outcome,) = run([scan], tmp_path / "out", Options(ocr=True, limits=Limits(seconds=500)))
    assert outcome.status == "ok", outcome.error
    money = read_table(tmp_path / "out" / "money.csv")
    assert {"41800000", "21200000", "8000000"} <= set(money["amount"].map(str))
    words = " ".join(read_table(tmp_path / "out" / "sections.csv")["text"].dropna())
    assert "trade unions" in words
    checks = read_table(tmp_path / "out" / "checks.csv")
    told = checks[checks["check"] == "read-by-ocr"]
    assert told["page"].tolist() == [1]
    assert told["severity"].tolist() == ["warning"]
    assert not checks["check"].isin(["textless-page", "read-differently"]).any()
    assert pd.notna(money["boxes"]).all()
