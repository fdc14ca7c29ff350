"""The sections that the pipeline cuts out of a sample profile hold the words that were typeset into it."""

import re
from collections.abc import Mapping

import pandas as pd
import pytest

from tests.documents import DOCUMENTS
from tests.documents.flow import MARKUP
from tests.documents.words import Section, sections


def printed(section: Section) -> str:
    """The section's paragraphs without markup, as the sections table keeps them."""
    paragraphs = [
        "".join(match["link"] or match["bold"] or match["plain"] for match in MARKUP.finditer(text))
        for text in section.paragraphs
    ]
    texts = (f"• {text[2:]}" if text.startswith("- ") else text for text in paragraphs)
    return re.sub(r"(\t.*)\n(?=\n.*\t)", r"\1", "\n\n".join(texts))  # facts stand on lines of one passage


@pytest.mark.parametrize("name", [document.name for document in DOCUMENTS])
def test_sections_hold_the_words_that_were_typeset(name: str, samples: Mapping[str, pd.DataFrame]) -> None:
    """Hyphens at line ends, columns, pages, ligatures and the order of the stream leave no trace."""
    found = samples["sections"]
    found = found[found["document"] == name].fillna({"heading": "", "text": ""})
    for section in sections(f"{name}.md"):
        texts = found.loc[found["heading"] == section.heading, "text"]
        assert any(printed(section) in text for text in texts), section.heading or section.paragraphs[0]


@pytest.mark.parametrize("name", [document.name for document in DOCUMENTS])
def test_sections_come_in_the_order_of_reading(name: str, samples: Mapping[str, pd.DataFrame]) -> None:
    found = samples["sections"]
    headings = found.loc[found["document"] == name, "heading"].dropna()
    order = [section.heading for section in sections(f"{name}.md") if section.heading]
    assert [heading for heading in headings if heading] == order
