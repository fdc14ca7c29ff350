"""The second reader: pdfplumber with pdfminer, which parse the file in Python and shares no code with pdfium.

It reads characters only: what the first reader saw is held against them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator
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
from pipeline.pull.coordinates import Frame, cut, em_squares
from pipeline.pull.glyphs import BOLD_NAME, ITALIC_NAME, Drawn, family, spelled


def read(path: Path, pages: Collection[int], *, password: str = "") -> Source:
    """The pages with the given numbers; those that pdfplumber cannot read are left out.

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
        return Source(tuple(_readable(document)), title=str(document.metadata.get("Title") or "").strip())


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


def _readable(document: Any) -> Iterator[Page]:
    # pdfminer raises a good dozen kinds of exception on damaged pages (TypeError without a MediaBox, RecursionError,
    # KeyError, PDFSyntaxError …); this reader is the second opinion, and a page without one is told as such.
    try:
        pages = document.pages
    except Exception:
        return
    for page in pages:
        try:
            yield _read_page(page)
        except Exception:
            continue
        finally:
            page.close()


def _read_page(page: Any) -> Page:
    # pdfplumber turns characters with their page but not the crop box, so its place is worked out from the file's own.
    x0, y0, x1, y1 = page.page_obj.mediabox
    whole = Frame(x0, y0, x1, y1, turn=page.rotation)
    visible = whole.box(*page.page_obj.cropbox)
    shown = BoundingBox(0, 0, visible.width, visible.height)
    kept, dropped, before = [], [], Drawn()
    styles = Styles()
    for glyph in _glyphs(page):
        run = _run(glyph, page, whole, visible, styles)
        if not run.text:
            continue
        if before.again(run):
            dropped.append(Dropped(run.text, run.boxes.whole, "drawn twice"))
            continue
        for part, inside in cut(run, shown):
            if inside:
                kept.append(part)
            else:
                dropped.append(Dropped(part.text, part.boxes.whole, "off the page"))
    return Page(page.page_number, visible.width, visible.height, runs=tuple(kept), dropped=tuple(dropped))


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


class Styles(dict[tuple[str, float, int], Style]):
    """The styles of a page by the font's name, the size in points and the rotation in degrees."""

    def __missing__(self, key: tuple[str, float, int]) -> Style:
        name, size, rotation = key
        font = family(name)
        bold, italic = bool(BOLD_NAME.search(font)), bool(ITALIC_NAME.search(font))
        self[key] = Style(font=font, size=size, bold=bold, italic=italic, colour="", rotation=rotation)
        return self[key]


def _run(glyph: LTChar, page: Any, whole: Frame, visible: BoundingBox, styles: Styles) -> Run:
    """One character: a run of its own."""
    a, b, _, _, _, rise = glyph.matrix
    name, size = glyph.fontname, round(glyph.size, 2)
    baseline = whole.size[1] - rise - visible.top
    rotation = round(-math.degrees(math.atan2(b, a))) % 360
    style = styles[fix_fontname_bytes(name) if isinstance(name, bytes) else name, size, rotation]
    bottom = page.height - visible.top
    box = BoundingBox(glyph.x0 - visible.x0, bottom - glyph.y1, glyph.x1 - visible.x0, bottom - glyph.y0)
    text, boxes = spelled([(glyph.get_text(), box)])
    return Run(text, em_squares(boxes.x0, boxes.x1, baseline, size) if rotation == 0 else boxes, baseline, style)
