"""Amounts whose digits are no number: left open on pages read by OCR, kept on others where another style is meant."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import pull
from pipeline.mentions import find
from pipeline.mentions.money.garbled import WELL_WRITTEN
from pipeline.model import Document, Money, Source
from pipeline.segment import segment
from tests.pdfs import typeset
from tests.segment.typeset import Typeset


def money(tmp_path: Path, text: str, by_ocr: bool) -> Money:
    """The one amount of a page with that text."""
    read = pull.read(typeset(tmp_path / "page.pdf", text))
    source = Source(tuple(replace(page, by_ocr=by_ocr) for page in read.pages))
    document = Document(id="page", file="page.pdf", sha256="", status="ok")
    _, readings, _ = find(document, source, segment(source, "page"))
    (amount,) = (mention for reading in readings for mention in reading.of(Money))
    return amount


@pytest.mark.parametrize(
    "amount",
    ["US$ 600,00", "EUR 2,5 million", "EUR 600,0000", "US$ 1,200. 000", "EUR 9.990,00"],
)
def test_on_a_page_read_by_ocr_it_is_left_open(tmp_path: Path, amount: str) -> None:
    read = money(tmp_path, f"Irish Aid gave {amount} to the ports of Chad.", by_ocr=True)
    assert read.amount is None
    assert [doubt.field for doubt in read.doubts] == ["amount"]
    assert money(tmp_path, f"Irish Aid gave {amount} to the ports of Chad.", by_ocr=False).amount is not None


@pytest.mark.parametrize("amount", ["US$ 600,000", "EUR 2.5 million", "CHF 1 350 000", "$1.2m", "SEK 400-500 million"])
def test_numbers_as_english_writes_them_stand(tmp_path: Path, amount: str) -> None:
    read = money(tmp_path, f"Irish Aid gave {amount}, the ports say.", by_ocr=True)
    assert read.amount is not None


def test_number_that_runs_on_within_its_word_is_open_on_any_page(tmp_path: Path) -> None:
    read = money(tmp_path, "Irish Aid gave US$ 1O million to the ports of Chad.", by_ocr=False)
    assert read.text == "US$ 1"
    assert read.amount is None
    assert read.doubts[0].candidates == ("1",)


def test_number_with_a_glyph_that_stands_for_no_character_is_open(tmp_path: Path) -> None:
    document = Document(id="page", file="page.pdf", sha256="", status="ok")
    page = Typeset()
    page.line(40, 100, "Irish Aid gave EUR 4\ufffd5 million to the ports of Chad.")
    source = page.source()
    _, readings, _ = find(document, source, segment(source, "page"))
    (amount,) = (mention for reading in readings for mention in reading.of(Money))
    assert amount.amount is None
    assert amount.doubts[0].candidates == ("4",)


@pytest.mark.parametrize("word", ["4l.8", "1O", "2.S", "5,00", "1,2345", "1.200.00"])
def test_words_that_are_no_numbers(word: str) -> None:
    assert not WELL_WRITTEN.fullmatch(word)


@pytest.mark.parametrize("word", ["(US$41.8m),", "600,000.", "400-500", "$10-million", "EUR", "1’350’000", "12,34,567"])
def test_words_that_are(word: str) -> None:
    assert WELL_WRITTEN.fullmatch(word)


@pytest.mark.parametrize("amount", ["1.837, 32 €", "15 USD 50", "EUR 1.837, 32", "8293,589 euros"])
def test_a_number_that_a_blank_or_a_currency_cuts_is_left_open(tmp_path: Path, amount: str) -> None:
    read = money(tmp_path, f"The grant to the port of Lome: {amount}", by_ocr=False)
    assert (read.amount, [doubt.field for doubt in read.doubts]) == (None, ["amount"])


@pytest.mark.parametrize(
    "text", ["In 2012, 32 € was paid", "In 2015 USD 50 was paid", "In May 2020, EUR 1,200, 32 people say"]
)
def test_a_number_that_stands_before_or_after_an_amount_is_none_of_its_own(tmp_path: Path, text: str) -> None:
    assert money(tmp_path, f"{text} for the port of Lome.", by_ocr=False).amount is not None
