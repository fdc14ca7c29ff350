"""Pages that gave no words, or gave them by their image alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.checker import Checker
from pipeline.model import Check, Profile, Source


class TextlessPage(Checker):
    """A scanned page among others: what it says is in no table."""

    id = "textless-page"
    title = "A page without a text layer"
    template = "Page {page} has no text layer, so nothing on it was read; run again with --ocr."

    def __init__(self, source: Source) -> None:
        self._pages = [page.number for page in source.pages if page.pictures and not page.runs]

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each page that draws pictures and no characters."""
        for page in self._pages:
            yield replace(self.on_document(profile, page=page), page=page)


class ReadByOcr(Checker):
    """A page whose words were made out from its image: letters and figures may be wrong, blanks missing."""

    id = "read-by-ocr"
    title = "A page read by OCR"
    template = "Page {page} has no text layer and was read by OCR; hold every figure against the page."

    def __init__(self, source: Source) -> None:
        self._pages = [page.number for page in source.pages if page.by_ocr and page.runs]

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such page."""
        for page in self._pages:
            yield replace(self.on_document(profile, page=page), page=page)
