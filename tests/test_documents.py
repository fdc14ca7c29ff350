"""The committed sample profiles are what their modules typeset."""

from pathlib import Path

import pytest

from tests.documents import DOCUMENTS
from tests.documents.drawing import pdf
from tests.documents.items import Document

RAW = Path(__file__).parents[1] / "raw"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_typesetting_again_gives_the_committed_bytes(document: Document) -> None:
    assert pdf(document) == (RAW / f"{document.name}.pdf").read_bytes()
