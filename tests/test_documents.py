"""The committed sample profiles are what their modules typeset, and as hard to read as they promise to be."""

from pathlib import Path

import pdfplumber
import pytest

from tests.documents import DOCUMENTS
from tests.documents.drawing import pdf
from tests.documents.items import Document

RAW = Path(__file__).parents[1] / "raw"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_typesetting_again_gives_the_committed_bytes(document: Document) -> None:
    assert pdf(document) == (RAW / f"{document.name}.pdf").read_bytes()


@pytest.mark.parametrize(
    ("name", "page", "in_the_stream"),
    [
        ("republic-of-korea", 2, ("Maize, poultry", "KOICA and the ILO", "Employment policy", "Women entrepreneurs")),
        ("ireland", 3, ("Decent jobs in", "No child at work", "SDG 8.7 calls", "Street vendors", "Hawassa Industrial")),
        ("luxembourg", 2, ("Nine out of ten", "gives DKK 15", "A stay in hospital", "Apprentices", "Health cover")),
    ],
)
def test_stream_order_is_not_reading_order(name: str, page: int, in_the_stream: tuple[str, ...]) -> None:
    """Bodies before their headings and in the opposite order, columns from right to left."""
    with pdfplumber.open(RAW / f"{name}.pdf") as file:
        stream = "".join(char["text"] for char in file.pages[page - 1].chars)
    positions = [stream.index(words) for words in in_the_stream]
    assert positions == sorted(positions)


def test_an_icon_before_each_heading_is_a_letter_in_the_text_layer() -> None:
    with pdfplumber.open(RAW / "republic-of-korea.pdf") as file:
        icons = [char["text"] for page in file.pages for char in page.chars if char["fontname"].endswith("Icons")]
    assert icons == ["f"] * 10


def test_a_link_over_two_lines_is_annotated_in_both_ways() -> None:
    with pdfplumber.open(RAW / "republic-of-korea.pdf") as file:
        targets = [link["uri"] for link in file.pages[2].hyperlinks]
    assert targets.count("https://www.ilo.org/empent/Projects/score/lang--en/index.htm") == 2
    with pdfplumber.open(RAW / "ireland.pdf") as file:
        (link,) = file.pages[0].hyperlinks
    assert len(link["data"]["QuadPoints"]) == 3 * 8, "three lines, four corners each"
