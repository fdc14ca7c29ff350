"""What pdfium says of a page's characters.

Every call costs a third of a microsecond or more, so what belongs to a whole text object (font, size, colour,
direction) is asked once an object, and only object, letter and box once a character.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from itertools import groupby, repeat
from typing import Any, NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.model import BoundingBox, Character, Dropped, Style, Tag
from pipeline.pull.doubles import Drawn
from pipeline.pull.geometry import Frame, em_square
from pipeline.pull.letters import BOLD_NAME, ITALIC_NAME, family, letters
from pipeline.pull.pdfium_structure import tags

INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
FORCE_BOLD, ITALIC = 1 << 18, 1 << 6
BOLD_WEIGHT = 600
# Points; a box this low is none: pdfium has no proper one for a hyphen at a line's end.
NO_BOX = 2.0


def _plain_call(call: Any, result: type, *further: type) -> Any:
    """A call of (text page, index, …) without the pointer objects that pypdfium2's own signature makes: every character
    costs three of them."""
    address = ctypes.cast(call, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, *further)(address)


TEXT_OBJECT = _plain_call(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
UNICODE = _plain_call(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
LOOSE_BOX = _plain_call(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p)


class _Font(NamedTuple):
    """What a font tells of all text that is set in it."""

    name: str
    bold: bool
    italic: bool


class _Run(NamedTuple):
    """The characters of one text object, and whether it is drawn at all."""

    style: Style
    invisible: bool
    characters: list[Character]


def characters(page: pypdfium2.PdfPage, frame: Frame) -> tuple[tuple[Character, ...], tuple[Dropped, ...]]:
    """The characters that a page shows, in stream order, and those left out with the reason."""
    textpage = page.get_textpage()
    try:
        runs = list(_runs(textpage, frame, tags(page)))
    finally:
        textpage.close()
    # A scan with a text layer from OCR draws all of it invisibly: then that is the text.
    all_invisible = all(run.invisible for run in runs)
    kept: list[Character] = []
    dropped: list[Dropped] = []
    drawn = Drawn()
    for run in runs:
        reason = "invisible" if run.invisible and not all_invisible else _double(run, drawn)
        if not reason and frame.visible(run.characters[0].box) and frame.visible(run.characters[-1].box):
            kept.extend(run.characters)
            continue
        for character in run.characters:
            if reason or not frame.visible(character.box):
                dropped.append(Dropped(character.text, character.box, reason or "off the page"))
            else:
                kept.append(character)
    return tuple(kept), tuple(dropped)


def _double(run: _Run, drawn: Drawn) -> str:
    """`drawn twice` where the same word has been drawn just here before. (Single letters that are drawn twice in a row
    pdfium leaves out itself.)"""
    text = "".join(character.text for character in run.characters).strip()
    again = len(text) > 1 and drawn.again(text, run.characters[0].box, run.style.size)
    return "drawn twice" if again else ""


def _runs(textpage: pypdfium2.PdfTextPage, frame: Frame, tagged: dict[int, Tag]) -> Iterator[_Run]:
    """The text objects of a page in stream order; blanks and line ends that pdfium adds itself are left out."""
    count = textpage.count_chars()
    if count <= 0:
        return
    page, every = repeat(ctypes.cast(textpage.raw, ctypes.c_void_p)), range(count)
    objects = list(map(TEXT_OBJECT, page, every))
    texts = list(map(letters, map(UNICODE, page, every)))
    rectangles = (pdfium.FS_RECTF * count)()
    first, size = ctypes.addressof(rectangles), ctypes.sizeof(pdfium.FS_RECTF)
    boxed = list(map(LOOSE_BOX, page, every, range(first, first + count * size, size)))
    x0, top, x1, bottom = frame.sides(np.frombuffer(rectangles, dtype=np.float32).reshape(count, 4))
    fonts: dict[int | None, _Font] = {}
    drawn = (index for index in every if objects[index] and texts[index] and boxed[index])
    for _, group in groupby(drawn, key=objects.__getitem__):
        run = list(group)
        style, invisible = _style(textpage, run[0], fonts, rectangles[run[0]], frame)
        baseline = _baseline(textpage, run[0], frame)
        if style.rotation == 0:
            above, below = em_square(baseline, style.size)
            boxes = [BoundingBox(x0[index], above, x1[index], below) for index in run]
        else:
            boxes = [BoundingBox(x0[index], top[index], x1[index], bottom[index]) for index in run]
        written = [texts[index] for index in run]
        columns = zip(
            written, boxes, repeat(baseline), repeat(style), repeat(tagged.get(objects[run[0]])), strict=False
        )
        yield _Run(style, invisible, list(map(Character._make, columns)))


def _baseline(textpage: pypdfium2.PdfTextPage, index: int, frame: Frame) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    return frame.point(x.value, y.value)[1]


def _style(
    textpage: pypdfium2.PdfTextPage, index: int, fonts: dict[int | None, _Font], rectangle: Any, frame: Frame
) -> tuple[Style, bool]:
    """How the text object of a character is drawn, and whether it is invisible."""
    drawn_by, matrix = pdfium.FPDFText_GetTextObject(textpage, index), pdfium.FS_MATRIX()
    font_object = pdfium.FPDFTextObj_GetFont(drawn_by)
    address = ctypes.cast(font_object, ctypes.c_void_p).value
    if address not in fonts:
        fonts[address] = _font(font_object)
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFText_GetFillColor(textpage, index, red, green, blue, alpha)
    size = _size(pdfium.FPDFText_GetFontSize(textpage, index), matrix, rectangle)
    colour = f"#{red.value:02x}{green.value:02x}{blue.value:02x}"
    style = Style(
        font=fonts[address].name,
        size=size,
        bold=fonts[address].bold,
        italic=fonts[address].italic,
        colour=colour,
        rotation=frame.rotation(matrix.a, matrix.b),
    )
    return style, pdfium.FPDFTextObj_GetTextRenderMode(drawn_by) == INVISIBLE or alpha.value == 0


def _font(font: Any) -> _Font:
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name, flags = family(buffer.value.decode("utf-8", "replace")), pdfium.FPDFFont_GetFlags(font)
    return _Font(
        name,
        bold=bool(flags & FORCE_BOLD or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT or BOLD_NAME.search(name)),
        italic=bool(flags & ITALIC or ITALIC_NAME.search(name)),
    )


def _size(font_size: float, matrix: Any, rectangle: Any) -> float:
    """The size as shown in points: InDesign writes size 1 and puts the real one into the matrix. Where a font's own
    units make nonsense of both (Type 3), the height of the glyph's box stands in."""
    size = font_size * math.hypot(matrix.c, matrix.d)
    height = abs(rectangle.top - rectangle.bottom)
    if matrix.b == 0 and height > NO_BOX and not height / 3 < size < height * 3:
        size = height
    return round(size, 2)
