"""The first reader: pdfium, through pypdfium2's raw calls.

Calls cost about a microsecond each, so what belongs to a whole text object (font, size, colour, direction) is asked
once an object and only letter, box and origin once a character.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfMatrix

from pipeline.model import Area, BoundingBox, Character, Dropped, Link, Page, Rule, Source, Style
from pipeline.pull.doubles import Drawn
from pipeline.pull.errors import Broken, Encrypted
from pipeline.pull.geometry import Frame, em_box
from pipeline.pull.letters import BOLD_NAME, ITALIC_NAME, family, letters

PASSWORD_ERRORS = {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
DRAWN = {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}
FORCE_BOLD, ITALIC = 1 << 18, 1 << 6
BOLD_WEIGHT = 600
# A drawn area up to this thick (points) is a rule; pdfium counts a line of one point as two.
RULE_THICKNESS = 3.0
# Filled paths smaller than this (points) are parts of a picture, not grounds for text.
GROUND_SIZE = 6.0
# Forms may draw forms; deeper nesting than any layout program makes is an attack.
FORM_DEPTH = 8


def _plain_call(call: Any, result: type) -> Any:
    """A call of (text page, index) without the pointer objects that pypdfium2's own signature makes: every character
    costs two of them."""
    address = ctypes.cast(call, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int)(address)


TEXT_OBJECT = _plain_call(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
UNICODE = _plain_call(pdfium.FPDFText_GetUnicode, ctypes.c_uint)


def read(path: Path) -> Source:
    """All pages of a PDF, in order.

    Raises Broken or Encrypted.
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _refusal(path, error) from error
    try:
        pages = tuple(_read_page(document, index) for index in range(len(document)))
        return Source(pages, _meta(document, "Title"), _language(document), _created(document))
    finally:
        document.close()


def _refusal(path: Path, error: pypdfium2.PdfiumError) -> Broken | Encrypted:
    if error.err_code in PASSWORD_ERRORS:
        return Encrypted(
            f"{path.name} is encrypted: remove its password, for example with "
            f"`qpdf --decrypt --password=… {path.name} open.pdf`, and run again."
        )
    return Broken(f"{path.name} is damaged or not a PDF, pdfium cannot open it: get the file again from its sender.")


def _meta(document: pypdfium2.PdfDocument, key: str) -> str:
    return str(document.get_metadata_value(key) or "").strip()


def _created(document: pypdfium2.PdfDocument) -> date | None:
    """The day in the metadata, which write it as D:YYYYMMDD…."""
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)", _meta(document, "CreationDate"))
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _language(document: pypdfium2.PdfDocument) -> str:
    length = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = (pdfium.FPDF_WCHAR * length)()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00")


def _read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Page(number=index + 1, width=0, height=0, characters=())
    try:
        left, bottom, right, top = page.get_bbox()
        frame = Frame(left, bottom, right, top, turn=page.get_rotation())
        characters, dropped = _characters(page, frame)
        areas, rules, pictures = _drawings(page, frame)
        width, height = frame.size
        return Page(
            number=index + 1,
            width=width,
            height=height,
            characters=characters,
            areas=areas,
            rules=rules,
            pictures=pictures,
            links=tuple(_links(document, page, frame)),
            dropped=dropped,
        )
    finally:
        page.close()


# ---------------------------------------------------------------------------------------------------------- characters


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


def _characters(page: pypdfium2.PdfPage, frame: Frame) -> tuple[tuple[Character, ...], tuple[Dropped, ...]]:
    textpage = page.get_textpage()
    try:
        runs = list(_runs(textpage, frame))
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


def _runs(textpage: pypdfium2.PdfTextPage, frame: Frame) -> Iterator[_Run]:
    """The text objects of a page in stream order; blanks and line ends that pdfium adds itself are left out."""
    raw, rectangle = ctypes.cast(textpage.raw, ctypes.c_void_p), pdfium.FS_RECTF()
    fonts: dict[int | None, _Font] = {}
    run, drawn_by = None, None
    for index in range(textpage.count_chars()):
        address = TEXT_OBJECT(raw, index)
        text = letters(UNICODE(raw, index)) if address else ""
        if not text or not pdfium.FPDFText_GetLooseCharBox(textpage, index, rectangle):
            continue
        if run is None or address != drawn_by:
            if run:
                yield run
            run, drawn_by = _run(textpage, index, fonts, rectangle, frame), address
            upright, size = run.style.rotation == 0, run.style.size
            baseline = _baseline(textpage, index, frame)
        box = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if upright:
            box = em_box(box, baseline, size)
        run.characters.append(Character(text, box, baseline, run.style))
    if run:
        yield run


def _baseline(textpage: pypdfium2.PdfTextPage, index: int, frame: Frame) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    return frame.point(x.value, y.value)[1]


def _run(
    textpage: pypdfium2.PdfTextPage, index: int, fonts: dict[int | None, _Font], rectangle: Any, frame: Frame
) -> _Run:
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
    return _Run(style, pdfium.FPDFTextObj_GetTextRenderMode(drawn_by) == INVISIBLE or alpha.value == 0, [])


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
    height = max(abs(rectangle.top - rectangle.bottom), 0.1)
    if matrix.b == 0 and not height / 3 < size < height * 3:
        size = height
    return round(size, 2)


# ------------------------------------------------------------------------------------- areas, rules, pictures and links


def _drawings(
    page: pypdfium2.PdfPage, frame: Frame
) -> tuple[tuple[Area, ...], tuple[Rule, ...], tuple[BoundingBox, ...]]:
    areas, rules, pictures = [], [], []
    for drawn, box in _objects(page, frame):
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            pictures.append(box)
        elif min(box.width, box.height) <= RULE_THICKNESS < max(box.width, box.height):
            rules.append(Rule(box))
        elif min(box.width, box.height) >= GROUND_SIZE and (colour := _fill(drawn)):
            areas.append(Area(box, colour))
    return tuple(areas), tuple(rules), tuple(pictures)


def _objects(page: pypdfium2.PdfPage, frame: Frame) -> Iterator[tuple[Any, BoundingBox]]:
    """Every path, image and shading of a page with its box on the page, those inside forms included."""
    count = pdfium.FPDFPage_CountObjects(page)
    for drawn, corners in _corners((pdfium.FPDFPage_GetObject(page, index) for index in range(count)), FORM_DEPTH):
        box = frame.clip(frame.box(*corners))
        if box:
            yield drawn, box


def _corners(objects: Iterable[Any], depth: int) -> Iterator[tuple[Any, tuple[float, float, float, float]]]:
    """The objects with left, bottom, right and top in the coordinates of what holds them; forms opened."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for drawn in objects:
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
            placed = PdfMatrix.from_raw(matrix)
            count = pdfium.FPDFFormObj_CountObjects(drawn)
            inside = (pdfium.FPDFFormObj_GetObject(drawn, index) for index in range(count))
            yield from ((inner, placed.on_rect(*corners)) for inner, corners in _corners(inside, depth - 1))
        elif kind in DRAWN and pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            yield drawn, (left.value, bottom.value, right.value, top.value)


def _fill(drawn: Any) -> str:
    """The colour that a path is filled with, empty where it is not."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(drawn, mode, stroke) or mode.value == pdfium.FPDF_FILLMODE_NONE:
        return ""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha) or alpha.value == 0:
        return ""
    return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, frame: Frame) -> Iterator[Link]:
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        target = _target(document, link)
        boxes = tuple(_link_boxes(link, frame))
        if target and boxes:
            yield Link(boxes, target)


def _target(document: pypdfium2.PdfDocument, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace").strip()


def _link_boxes(link: Any, frame: Frame) -> Iterator[BoundingBox]:
    quad = pdfium.FS_QUADPOINTSF()
    count = pdfium.FPDFLink_CountQuadPoints(link)
    for index in range(count):
        if pdfium.FPDFLink_GetQuadPoints(link, index, quad):
            yield frame.box(quad.x1, quad.y1, quad.x4, quad.y4)
    rectangle = pdfium.FS_RECTF()
    if count == 0 and pdfium.FPDFLink_GetAnnotRect(link, rectangle):
        yield frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
