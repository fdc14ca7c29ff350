"""What pdfium says of a page's text.

Every call costs a third of a microsecond or more, so what belongs to a whole text object (font, size, colour,
direction) is asked once an object, only object and box once a character, and the letters all at once.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import pairwise, repeat
from typing import NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from pipeline.model import BoundingBox, Dropped, Run, Tag
from pipeline.pull.doubles import Drawn
from pipeline.pull.geometry import Frame, cut, em_squares
from pipeline.pull.letters import letters
from pipeline.pull.pdfium_calls import ADDRESS, NUMBER, plain_call
from pipeline.pull.pdfium_objects import PageObject
from pipeline.pull.pdfium_structure import tags
from pipeline.pull.pdfium_styles import Styles

TEXT_OBJECT = plain_call(pdfium.FPDFText_GetTextObject, ctypes.c_size_t, ADDRESS, NUMBER)
UNICODE = plain_call(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ADDRESS, NUMBER)
LOOSE_BOX = plain_call(pdfium.FPDFText_GetLooseCharBox, NUMBER, ADDRESS, NUMBER, ADDRESS)

RIGHT_ANGLES = {90, 180, 270}


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


def runs(
    page: pypdfium2.PdfPage, drawn: Iterable[PageObject], frame: Frame
) -> tuple[tuple[Run, ...], tuple[Dropped, ...]]:
    """The text that a page shows, in stream order, and what is left out with the reason; `drawn` are its objects."""
    objects = {each.address: each for each in drawn if each.kind == pdfium.FPDF_PAGEOBJ_TEXT}
    textpage = page.get_textpage()
    try:
        texts = list(_text_objects(textpage, frame, tags(page, objects.values())))
    finally:
        textpage.close()
    # A scan with a text layer from OCR draws all of it invisibly: then that is the text.
    all_invisible = all(text.invisible for text in texts)
    kept: list[Run] = []
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
            kept += shown
    return tuple(kept), tuple(dropped)


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
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(textpage, 0, count, buffer) == count + 1:
        text = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
    # Glyphs without a code point are missing from the text as a whole, and rare scripts take two places in it.
    page = ctypes.cast(textpage.raw, ctypes.c_void_p)
    return "".join(chr(UNICODE(page, index)) for index in range(count))
