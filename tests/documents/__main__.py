"""Writes the sample profiles into a folder: `python -m tests.documents raw`."""

import sys
from pathlib import Path

from tests.documents import DOCUMENTS
from tests.documents.drawing import pdf

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for document in DOCUMENTS:
        (folder / f"{document.name}.pdf").write_bytes(pdf(document))
