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
from pdfminer.layout import LTChar
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfplumber.page import fix_fontname_bytes
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.errors import DamagedDocument, EncryptedDocument
from pipeline.model import BoundingBox, Boxes, Dropped, Page, Run, Source, Style
from pipeline.pull.content_streams import Interpreter
from pipeline.pull.coordinates import ASCENT, Frame, cut, em_squares
from pipeline.pull.glyphs import BOLD_NAME, ITALIC_NAME, Drawn, family, letters_of, shared_out

Around = Mapping[int, Iterable[BoundingBox]]
BLANK = 32  # the code that the space between words is added to
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
    drawn = _Runs(page, near)
    Interpreter(page.pdf.rsrcmgr, drawn).process_page(page.page_obj)
    shown = BoundingBox(0, 0, drawn.visible.width, drawn.visible.height)
    kept, dropped, before = [], [], Drawn()
    for run in drawn.runs:
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


class _Runs(PDFPageAggregator):
    """pdfminer's device for the characters of a page alone, each a run of its own, in stream order; of upright ones,
    only those that are level with one of the boxes `near`. pdfminer's own records, which take half of its time, are
    made for turned characters alone; pdfplumber's, of everything on the page, would take as long again."""

    def __init__(self, page: Any, near: Iterable[BoundingBox] | None) -> None:
        super().__init__(page.pdf.rsrcmgr, pageno=page.page_number)
        # pdfplumber turns characters with their page but not the crop box, so its place is worked out from the file's
        # own.
        x0, y0, x1, y1 = page.page_obj.mediabox
        whole = Frame(x0, y0, x1, y1, turn=page.rotation)
        self.visible = whole.box(*page.page_obj.cropbox)
        self.runs: list[Run] = []
        self._top = whole.size[1] - self.visible.top
        self._bottom = page.height - self.visible.top
        self._levels = None if near is None else _levels(near)
        self._glyphs: dict[tuple[PDFFont, int], tuple[str, float]] = {}
        self._styles: dict[tuple[str | bytes, float, int], Style] = {}

    def paint_path(self, *path: Any, **more: Any) -> None:
        """Nothing."""

    def render_image(self, *image: Any, **more: Any) -> None:
        """Nothing."""

    def render_string_horizontal(
        self,
        seq: Iterable[bytes | float],
        matrix: tuple[float, float, float, float, float, float],
        pos: tuple[float, float],
        font: PDFFont,
        *more: Any,
    ) -> tuple[float, float]:
        """Notes the characters of a string; gives where the next one begins, before the matrix."""
        (a, b, c, d, e, f), (fontsize, scaling, charspace, wordspace, _, dxscale, *_) = matrix, more
        if a <= 0 or b or c or dxscale <= 0:
            end: tuple[float, float] = super().render_string_horizontal(seq, matrix, pos, font, *more)
            return end
        x, y = pos
        size, baseline = round(abs(fontsize * d), 2), self._top - (y * d + f)
        style = self._style(font.fontname, size, 0) if self._is_near(baseline, size) else None
        spacing = 0.0
        for part in seq:
            if isinstance(part, bytes):
                for cid in font.decode(part):
                    x += spacing
                    text, width = self._glyph(font, cid)
                    advance = width * fontsize * scaling
                    if style and text:
                        left = x * a + e
                        self._note(text, (left, 0, left + a * advance, 0), baseline, style)
                    x += advance
                    if cid == BLANK:
                        x += wordspace
                    spacing = charspace
            elif isinstance(part, int | float):
                x -= part * dxscale
                spacing = charspace
        return x, y

    def render_char(
        self,
        matrix: tuple[float, float, float, float, float, float],
        font: PDFFont,
        fontsize: float,
        scaling: float,
        *more: Any,
    ) -> float:
        """Notes a character that is turned, mirrored or written downwards; gives how far it is to the next one."""
        rise, cid, *colours = more
        text, width = self._glyph(font, cid)
        char = LTChar(matrix, font, fontsize, scaling, rise, text, width, font.char_disp(cid), *colours)
        rotation = round(-math.degrees(math.atan2(matrix[1], matrix[0]))) % 360
        size, baseline = round(abs(char.size), 2), self._top - matrix[5]
        if text and (rotation or self._is_near(baseline, size)):
            self._note(text, char.bbox, baseline, self._style(font.fontname, size, rotation))
        return float(char.adv)

    def _glyph(self, font: PDFFont, cid: int) -> tuple[str, float]:
        """The letters of a glyph, and its width in ems."""
        known = self._glyphs.get((font, cid))
        if known is None:
            try:
                told = font.to_unichr(cid)
            except PDFUnicodeNotDefined:
                told = self.handle_undefined_char(font, cid)
            known = self._glyphs[font, cid] = letters_of(told), font.char_width(cid)
        return known

    def _is_near(self, baseline: float, size: float) -> bool:
        return self._levels is None or int(baseline + (0.5 - ASCENT) * size) in self._levels

    def _note(self, text: str, sides: tuple[float, float, float, float], baseline: float, style: Style) -> None:
        """Keeps the letters of a glyph with the given left, bottom, right and top side in pdfminer's coordinates."""
        left, bottom = self.visible.x0, self._bottom
        box = BoundingBox(sides[0] - left, bottom - sides[3], sides[2] - left, bottom - sides[1])
        boxes = Boxes.of(shared_out(box, len(text)))
        placed = boxes if style.rotation else em_squares(boxes.x0, boxes.x1, baseline, style.size)
        self.runs.append(Run(text, placed, baseline, style))

    def _style(self, name: str | bytes, size: float, rotation: int) -> Style:
        key = name, size, rotation
        if key not in self._styles:
            font = family(fix_fontname_bytes(name) if isinstance(name, bytes) else name)
            bold, italic = bool(BOLD_NAME.search(font)), bool(ITALIC_NAME.search(font))
            self._styles[key] = Style(font=font, size=size, bold=bold, italic=italic, colour="", rotation=rotation)
        return self._styles[key]
