"""What pdfium says of how a text object is drawn."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator
from itertools import pairwise, repeat
from typing import Any, NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from pipeline.model import BoundingBox, Dropped, Run, Style, Tag
from pipeline.pull.coordinates import Frame, cut, em_squares
from pipeline.pull.glyphs import BOLD_NAME, ITALIC_NAME, Drawn, family, letters
from pipeline.pull.pdfium.ffi import ADDRESS, NUMBER, addresses, plain_call
from pipeline.pull.pdfium.graphics import PageObject
from pipeline.pull.pdfium.structure_tree import tags

INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
FORCE_BOLD, ITALIC = 1 << 18, 1 << 6
BOLD_WEIGHT = 600
# Points; a box this low is none: pdfium has no proper one for a hyphen at a line's end.
NO_BOX = 2.0

ORIGIN = plain_call(pdfium.FPDFText_GetCharOrigin, NUMBER, ADDRESS, NUMBER, ADDRESS, ADDRESS)
MATRIX = plain_call(pdfium.FPDFText_GetMatrix, NUMBER, ADDRESS, NUMBER, ADDRESS)
FONT_SIZE = plain_call(pdfium.FPDFText_GetFontSize, ctypes.c_double, ADDRESS, NUMBER)
FILL_COLOUR = plain_call(pdfium.FPDFText_GetFillColor, NUMBER, ADDRESS, NUMBER, *[ADDRESS] * 4)
FONT = plain_call(pdfium.FPDFTextObj_GetFont, ctypes.c_size_t, ADDRESS)
RENDER_MODE = plain_call(pdfium.FPDFTextObj_GetTextRenderMode, NUMBER, ADDRESS)


class _Font(NamedTuple):
    """What a font tells of all text that is set in it."""

    name: str
    bold: bool
    italic: bool


class Drawing(NamedTuple):
    """How a text object is drawn: its style, where its baseline begins (in the PDF's own coordinates), and whether it
    is drawn at all."""

    style: Style
    origin: tuple[float, float]
    invisible: bool


class Styles:
    """The styles of a page's text objects."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, frame: Frame) -> None:
        self._page, self._frame = ctypes.cast(textpage.raw, ctypes.c_void_p), frame
        self._matrix, self._origin, self._colour = pdfium.FS_MATRIX(), (ctypes.c_double * 2)(), (ctypes.c_uint * 4)()
        self._matrix_address = ctypes.addressof(self._matrix)
        self._origin_addresses = addresses(self._origin)
        self._colour_addresses = addresses(self._colour)
        self._fonts: dict[int, _Font] = {}
        self._styles: dict[tuple[Any, ...], Style] = {}

    def of(self, number: int, text_object: int, height: float) -> Drawing:
        """How a text object is drawn; `number` and `height` (points) are those of one of its characters."""
        page, matrix, colour = self._page, self._matrix, self._colour
        MATRIX(page, number, self._matrix_address)
        FILL_COLOUR(page, number, *self._colour_addresses)
        ORIGIN(page, number, *self._origin_addresses)
        size = _size(FONT_SIZE(page, number), matrix, height)
        key = FONT(text_object), size, matrix.a, matrix.b, *colour
        if key not in self._styles:
            self._styles[key] = self._style(key[0], size)
        invisible = colour[3] == 0 or RENDER_MODE(text_object) == INVISIBLE
        return Drawing(self._styles[key], (self._origin[0], self._origin[1]), invisible)

    def _style(self, address: int, size: float) -> Style:
        """A style from the font at an address and what pdfium has last told of a text object."""
        font = self._fonts.get(address) or self._fonts.setdefault(address, _font(address))
        red, green, blue, _ = self._colour
        return Style(
            font=font.name,
            size=round(size, 2),
            bold=font.bold,
            italic=font.italic,
            colour=f"#{red:02x}{green:02x}{blue:02x}",
            rotation=self._frame.rotation(self._matrix.a, self._matrix.b),
        )


def _font(address: int) -> _Font:
    font = ctypes.cast(address, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name, flags = family(buffer.value.decode("utf-8", "replace")), pdfium.FPDFFont_GetFlags(font)
    return _Font(
        name,
        bold=bool(flags & FORCE_BOLD or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT or BOLD_NAME.search(name)),
        italic=bool(flags & ITALIC or ITALIC_NAME.search(name)),
    )


def _size(font_size: float, matrix: Any, height: float) -> float:
    """The size as shown in points: InDesign writes size 1 and puts the real one into the matrix. Where a font's own
    units make nonsense of both (Type 3), the height of the glyph's box stands in."""
    size = font_size * math.hypot(matrix.c, matrix.d)
    if matrix.b == 0 and height > NO_BOX and not height / 3 < size < height * 3:
        return height
    return size


TEXT_OBJECT = plain_call(pdfium.FPDFText_GetTextObject, ctypes.c_size_t, ADDRESS, NUMBER)
UNICODE = plain_call(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ADDRESS, NUMBER)
LOOSE_BOX = plain_call(pdfium.FPDFText_GetLooseCharBox, NUMBER, ADDRESS, NUMBER, ADDRESS)

RIGHT_ANGLES = {90, 180, 270}
# Stands in pdfium's text for the hyphen of a line's end and for a glyph that has no letter; each alone it tells apart.
NEITHER = "\ufffe"


class Shown(NamedTuple):
    """A run, and the address of the object that draws it."""

    run: Run
    drawn_by: int


class _TextObject(NamedTuple):
    """The text of one object: one run, or one for each character where it is turned. Not all objects are visible."""

    address: int
    runs: list[Run]
    invisible: bool


class _Columns(NamedTuple):
    """A page's letters, and for each the number that pdfium gives to its glyph, the address of its text object, and a
    row of left, top, right and bottom in the PDF's own coordinates."""

    text: str
    number: NDArray[np.int64]
    drawn_by: NDArray[np.uint64]
    rectangles: NDArray[np.float32]


def runs(page: pypdfium2.PdfPage, drawn: Iterable[PageObject], frame: Frame) -> tuple[list[Shown], list[Dropped]]:
    """The text that a page draws, in stream order, and what is left out with the reason; `drawn` are its objects."""
    objects = {each.address: each for each in drawn if each.kind == pdfium.FPDF_PAGEOBJ_TEXT}
    textpage = page.get_textpage()
    try:
        texts = list(_text_objects(textpage, frame, tags(page, objects.values())))
    finally:
        textpage.close()
    # A scan with a text layer from OCR draws all of it invisibly: then that is the text.
    all_invisible = all(text.invisible for text in texts)
    kept: list[Shown] = []
    dropped: list[Dropped] = []
    before = Drawn()
    for text in texts:
        if text.invisible and not all_invisible:
            dropped += _dropped(text.runs, "invisible")
            continue
        clips = objects[text.address].clips if text.address in objects else ()
        shown, outside = _through(text.runs, [frame.page, *(frame.box(*clip) for clip in clips)])
        dropped += outside
        if shown and _again(shown, before):
            dropped += _dropped(shown, "drawn twice")
        else:
            kept += [Shown(run, text.address) for run in shown]
    return kept, dropped


def _dropped(runs: Iterable[Run], reason: str) -> list[Dropped]:
    return [Dropped(run.text, run.boxes.whole, reason) for run in runs]


def _through(runs: list[Run], windows: Iterable[BoundingBox]) -> tuple[list[Run], list[Dropped]]:
    """What of runs is to be seen through the page and then through each clip, and what is not."""
    outside: list[Dropped] = []
    for nth, window in enumerate(windows):
        parts = [part for run in runs for part in cut(run, window)]
        runs = [run for run, inside in parts if inside]
        outside += _dropped((run for run, inside in parts if not inside), "clipped" if nth else "off the page")
    return runs, outside


def _again(runs: list[Run], before: Drawn) -> bool:
    """Whether the same word has been drawn just here before. (Single letters that are drawn twice in a row pdfium
    leaves out itself.)"""
    whole = runs[0]._replace(text="".join(run.text for run in runs).strip()) if len(runs) > 1 else runs[0]
    return len(whole.text) > 1 and before.again(whole)


def _text_objects(textpage: pypdfium2.PdfTextPage, frame: Frame, tagged: dict[int, Tag]) -> Iterator[_TextObject]:
    """The text objects of a page in stream order."""
    text, number, drawn_by, rectangles = _columns(textpage)
    boxes = frame.boxes(rectangles)
    heights = abs(rectangles[:, 1] - rectangles[:, 3])
    styles = Styles(textpage, frame)
    starts = np.flatnonzero(np.diff(drawn_by, prepend=0)).tolist()
    for start, end in pairwise([*starts, len(text)]):
        address = int(drawn_by[start])
        style, origin, invisible = styles.of(int(number[start]), address, float(heights[start]))
        view = frame.upright(style.rotation)
        baseline = view.point(*origin)[1]
        if style.rotation == 0:
            placed = em_squares(boxes.x0[start:end], boxes.x1[start:end], baseline, style.size)
        elif style.rotation in RIGHT_ANGLES:
            upright = view.boxes(rectangles[start:end])
            placed = em_squares(upright.x0, upright.x1, baseline, style.size).turned(style.rotation, *view.size)
        else:
            placed = boxes.part(start, end)
        run = Run(text[start:end], placed, baseline, style, tagged.get(address))
        drawn = [run] if style.rotation == 0 else [run.part(at, at + 1) for at in range(end - start)]
        yield _TextObject(address, drawn, invisible)


def _columns(textpage: pypdfium2.PdfTextPage) -> _Columns:
    """What text objects draw; blanks and line ends that pdfium adds itself belong to none and are left out."""
    count = max(textpage.count_chars(), 0)
    page, every = repeat(ctypes.cast(textpage.raw, ctypes.c_void_p)), range(count)
    drawn_by = np.fromiter(map(TEXT_OBJECT, page, every), np.uint64, count)
    rectangles = np.zeros((count, 4), np.float32)
    first, size = rectangles.ctypes.data, 4 * rectangles.itemsize
    boxed = np.fromiter(map(LOOSE_BOX, page, every, range(first, first + count * size, size)), np.bool_, count)
    glyphs = _glyphs(textpage, count)
    written = {ord(glyph): letters(ord(glyph)) for glyph in set(glyphs)}
    codes = np.frombuffer(glyphs.encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = ((drawn_by != 0) & boxed).astype(int)
    for code, text in written.items():
        if len(text) != 1:
            lengths[codes == code] *= len(text)
    number = np.repeat(np.arange(count), lengths)
    text = codes[lengths > 0].tobytes().decode("utf-32-le", "surrogatepass").translate(written)
    return _Columns(text, number, drawn_by[number], _shared(rectangles[number], drawn_by[number]))


def _shared(rectangles: NDArray[np.float32], drawn_by: NDArray[np.uint64]) -> NDArray[np.float32]:
    """The rectangles; that of a ligature, which all its letters have, is shared out among them from left to right."""
    new = np.ones(len(rectangles), np.bool_)
    new[1:] = (rectangles[1:] != rectangles[:-1]).any(axis=1) | (drawn_by[1:] != drawn_by[:-1])
    if new.all():
        return rectangles
    glyph = np.cumsum(new) - 1
    letters, nth = np.bincount(glyph)[glyph], np.arange(len(new)) - np.flatnonzero(new)[glyph]
    several = letters > 1
    left, _, right, _ = rectangles[several].T
    width = (right - left) / letters[several]
    rectangles[several, 0] = left + nth[several] * width
    rectangles[several, 2] = left + (nth[several] + 1) * width
    return rectangles


def _glyphs(textpage: pypdfium2.PdfTextPage, count: int) -> str:
    """One code point for each of pdfium's characters."""
    page, buffer = ctypes.cast(textpage.raw, ctypes.c_void_p), (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(textpage, 0, count, buffer) == count + 1:
        text = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            if NEITHER not in text:
                return text
            return "".join(chr(UNICODE(page, index)) if glyph == NEITHER else glyph for index, glyph in enumerate(text))
    # Glyphs without a code point are missing from the text as a whole, and rare scripts take two places in it.
    return "".join(chr(UNICODE(page, index)) for index in range(count))
