"""PDF -> pages as images, their sizes, the document's sections; called in a process of its own."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pypdfium2

from pipeline import program

LONG_SIDE = 1800  # pixels: sharp on a laptop's screen, and the bound for pages as large as a house
MOST_PIXELS_PER_POINT = 2.5
QUALITY = 82  # of a JPEG: letters without a halo


def picture(path: Path, page: int) -> bytes:
    """A page as JPEG. `page` counts from 1."""
    document = _opened(path)
    shown = document[page - 1]
    scale = min(LONG_SIDE / max(shown.get_size()), MOST_PIXELS_PER_POINT)
    image = shown.render(scale=scale).to_pil().convert("RGB")
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return stream.getvalue()


def _opened(path: Path) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(path, password=program.password() or None)


def sizes(path: Path) -> bytes:
    """Width and height of every page as shown, in points; 0 for a page that is broken."""
    document = _opened(path)
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

    return pickle.dumps(segment(read(path, password=program.password()), document).sections)


def warm_up() -> str:
    """Nothing more is needed than what is imported above; the package's version."""
    return program.VERSION
