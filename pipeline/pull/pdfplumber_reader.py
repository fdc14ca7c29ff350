"""The second reader: pdfplumber with pdfminer, which parse the file in Python and shares no code with pdfium.

It reads characters only: what the first reader saw is held against them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import fix_fontname_bytes
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.errors import DamagedDocument, EncryptedDocument
from pipeline.model import BoundingBox, Dropped, Page, Run, Source, Style
from pipeline.pull.coordinates import ASCENT, Frame, cut, em_squares
from pipeline.pull.glyphs import BOLD_NAME, ITALIC_NAME, Drawn, family, spelled

Around = Mapping[int, Iterable[BoundingBox]]
NEAR = 3  # points above and below a box: what is drawn twice with a shadow stands there, too


def read(path: Path, pages: Collection[int], *, around: Around, password: str) -> Source:
    """The pages with the given numbers, of those in `around` only what is level with one of their boxes; those that
    pdfplumber cannot read are left out.

    Raises DamagedDocument or EncryptedDocument.
    """
    try:
        document = _opened(path, pages, password)
    except PdfminerException as error:
        if _asks_for_password(error):
            raise EncryptedDocument(f"{path.name} is encrypted: remove its password and run again.") from error
        raise DamagedDocument(f"{path.name} is damaged: pdfplumber cannot open it.") from error
    # pdfplumber's own close() asks for all pages once more, and raises again where that is what is damaged.
    with closing(document.stream):
        return Source(tuple(_readable(document, around)), title=str(document.metadata.get("Title") or "").strip())


def _opened(path: Path, pages: Collection[int], password: str) -> Any:
    """The file; pdfminer writes a password in Latin-1, where many programs have written it in UTF-8."""
    try:
        return pdfplumber.open(path, pages=sorted(pages), password=password)
    except PdfminerException as error:
        if password.isascii() or not _asks_for_password(error):
            raise
        return pdfplumber.open(path, pages=sorted(pages), password=password.encode().decode("latin-1"))


def _asks_for_password(error: PdfminerException) -> bool:
    return bool(error.args) and isinstance(error.args[0], PDFPasswordIncorrect | PDFEncryptionError)


def _readable(document: Any, around: Around) -> Iterator[Page]:
    # pdfminer raises a good dozen kinds of exception on damaged pages (TypeError without a MediaBox, RecursionError,
    # KeyError, PDFSyntaxError …); this reader is the second opinion, and a page without one is told as such.
    try:
        pages = document.pages
    except Exception:
        return
    for page in pages:
        try:
            yield _read_page(page, around.get(page.page_number))
        except Exception:
            continue
        finally:
            page.close()


def _read_page(page: Any, near: Iterable[BoundingBox] | None) -> Page:
    view = _View(page, near)
    shown = BoundingBox(0, 0, view.visible.width, view.visible.height)
    kept, dropped, before = [], [], Drawn()
    for run in filter(None, map(view.run, _glyphs(page))):
        if before.again(run):
            dropped.append(Dropped(run.text, run.boxes.whole, "drawn twice"))
            continue
        for part, inside in cut(run, shown):
            if inside:
                kept.append(part)
            else:
                dropped.append(Dropped(part.text, part.boxes.whole, "off the page"))
    return Page(page.page_number, shown.width, shown.height, runs=tuple(kept), dropped=tuple(dropped))


def _levels(boxes: Iterable[BoundingBox]) -> frozenset[int]:
    """The whole points from the top of the page at which boxes lie, with those near them."""
    return frozenset(y for box in boxes for y in range(int(box.top) - NEAR, int(box.bottom) + NEAR + 1))


class _Texts(PDFPageAggregator):
    """pdfminer's device that lays out a page, for its characters alone: areas, lines and pictures are passed over."""

    def paint_path(self, *path: Any, **more: Any) -> None:
        """Nothing."""

    def render_image(self, *image: Any, **more: Any) -> None:
        """Nothing."""


def _glyphs(page: Any) -> Iterator[LTChar]:
    """The characters of a page, in stream order, as pdfminer has them. pdfplumber makes a dictionary of everything on
    the page and resolves each of its values, which takes more time than reading it."""
    manager = page.pdf.rsrcmgr
    device = _Texts(manager, pageno=page.page_number)
    PDFPageInterpreter(manager, device).process_page(page.page_obj)
    yield from _characters(device.get_result())


def _characters(container: Iterable[Any]) -> Iterator[LTChar]:
    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer):
            yield from _characters(item)


class _View:
    """A page as it is shown, for its characters one by one; `near` are the boxes that they have to be level with."""

    def __init__(self, page: Any, near: Iterable[BoundingBox] | None) -> None:
        # pdfplumber turns characters with their page but not the crop box, so its place is worked out from the file's
        # own.
        x0, y0, x1, y1 = page.page_obj.mediabox
        whole = Frame(x0, y0, x1, y1, turn=page.rotation)
        self.visible = whole.box(*page.page_obj.cropbox)
        self._top = whole.size[1] - self.visible.top
        self._bottom = page.height - self.visible.top
        self._levels = None if near is None else _levels(near)
        self._styles: dict[tuple[str | bytes, float, int], Style] = {}

    def run(self, glyph: LTChar) -> Run | None:
        """One character, a run of its own; None where it has no letter, or is upright and level with nothing near."""
        a, b, _, _, _, rise = glyph.matrix
        size, baseline = round(glyph.size, 2), self._top - rise
        rotation = round(-math.degrees(math.atan2(b, a))) % 360
        if self._levels is not None and rotation == 0 and int(baseline + (0.5 - ASCENT) * size) not in self._levels:
            return None
        left, bottom = self.visible.x0, self._bottom
        box = BoundingBox(glyph.x0 - left, bottom - glyph.y1, glyph.x1 - left, bottom - glyph.y0)
        text, boxes = spelled([(glyph.get_text(), box)])
        placed = em_squares(boxes.x0, boxes.x1, baseline, size) if rotation == 0 else boxes
        return Run(text, placed, baseline, self._style(glyph.fontname, size, rotation)) if text else None

    def _style(self, name: str | bytes, size: float, rotation: int) -> Style:
        key = name, size, rotation
        if key not in self._styles:
            font = family(fix_fontname_bytes(name) if isinstance(name, bytes) else name)
            bold, italic = bool(BOLD_NAME.search(font)), bool(ITALIC_NAME.search(font))
            self._styles[key] = Style(font=font, size=size, bold=bold, italic=italic, colour="", rotation=rotation)
        return self._styles[key]
