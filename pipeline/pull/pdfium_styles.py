"""What pdfium says of how a text object is drawn."""

from __future__ import annotations

import ctypes
import math
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.model import Style
from pipeline.pull.geometry import Frame
from pipeline.pull.letters import BOLD_NAME, ITALIC_NAME, family
from pipeline.pull.pdfium_calls import ADDRESS, NUMBER, addresses, plain_call

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
