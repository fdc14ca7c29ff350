"""The process that opens a PDF for the page: `python -m pipeline.review.pdf_child WHAT PATH [MORE]`.

Writes to its standard output a JPEG of a page, or the pickled sizes of all pages or sections of the document.
"""

from __future__ import annotations

import io
import pickle
import resource
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2

LONG_SIDE = 1800  # pixels: sharp on a laptop's screen, and the bound for pages as large as a house
MOST_PIXELS_PER_POINT = 2.5
QUALITY = 82  # of a JPEG: letters without a halo
MEGABYTES = 4096


def picture(path: Path, page: str) -> bytes:
    """A page as JPEG. `page` counts from 1."""
    document = pypdfium2.PdfDocument(path)
    shown = document[int(page) - 1]
    scale = min(LONG_SIDE / max(shown.get_size()), MOST_PIXELS_PER_POINT)
    image = shown.render(scale=scale).to_pil().convert("RGB")
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return stream.getvalue()


def sizes(path: Path) -> bytes:
    """Width and height of every page as shown, in points; 0 for a page that is broken."""
    document = pypdfium2.PdfDocument(path)
    return pickle.dumps(tuple(_size(document, index) for index in range(len(document))))


def _size(document: pypdfium2.PdfDocument, index: int) -> tuple[float, float]:
    try:
        width, height = document[index].get_size()
    except pypdfium2.PdfiumError:
        return 0.0, 0.0
    return width, height


def sections(path: Path, document: str) -> bytes:
    """The document's sections."""
    from pipeline.pull import read
    from pipeline.segment import segment

    return pickle.dumps(segment(read(path), document).sections)


ANSWERS: dict[str, Callable[..., bytes]] = {"picture": picture, "sizes": sizes, "sections": sections}

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    sys.stdout.buffer.write(ANSWERS[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:]))
