"""Text that a page draws and does not show: keywords in white on white, drafts under a picture, layers switched off.

The records only show where that may be: text in the colour of the smallest area below it (or of paper), text that an
opaque area or a picture is drawn over later, and text in a layer. What is really there (a pattern, a shading, a picture
with a hole) the page's image tells: text is hidden where the page looks the same without it.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from pipeline.model import Area, BoundingBox, Boxes, Dropped, Run
from pipeline.pull.coordinates import cut
from pipeline.pull.pdfium.ffi import ADDRESS, NUMBER, plain_call
from pipeline.pull.pdfium.graphics import Cover, Drawings, PageObject
from pipeline.pull.pdfium.structure_tree import CONTENT
from pipeline.pull.pdfium.text import Shown

ON_ITS_COLOUR, COVERED, SWITCHED_OFF, TINY = (
    "in the colour of its ground", "under a picture or an area", "in a layer that is switched off", "too small to read",
)  # fmt: skip
PAPER = "#ffffff"
# Smaller type (points) nobody can read.
LEGIBLE = 1.0
# Points; text and what may cover it are held against each other in level strips of this height.
STRIP = 50.0
# Two colours look alike if no part of them differs by more than this (of 255).
ALIKE = 12
PIXELS_PER_POINT = 2.0
LARGEST = 4000  # pixels; larger pages are drawn with fewer to the point
LEAST_PIXELS = 4  # what is narrower shows its outermost pixels, too
BESIDE = 4  # pixels around what is looked at that are drawn with it

MARKS = plain_call(pdfium.FPDFPageObj_CountMarks, NUMBER, ADDRESS)
MARK = plain_call(pdfium.FPDFPageObj_GetMark, ADDRESS, ADDRESS, ctypes.c_ulong)
MARK_NAME = plain_call(pdfium.FPDFPageObjMark_GetName, NUMBER, ADDRESS, ADDRESS, ctypes.c_ulong, ADDRESS)
SET_ACTIVE = plain_call(pdfium.FPDFPageObj_SetIsActive, NUMBER, ADDRESS, NUMBER)
NAME_LENGTH = 32  # bytes in UTF-16; the name that tells of a layer has two letters


class _Doubted(NamedTuple):
    """Text that may be hidden, for the reason given; none where it is seen for sure."""

    text: Shown
    reason: str


def without_hidden(
    page: pypdfium2.PdfPage, texts: Sequence[Shown], drawn: Sequence[PageObject], drawings: Drawings
) -> tuple[tuple[Run, ...], list[Dropped]]:
    """The runs that a reader of the page sees, and the others; `drawn` are the page's objects in their order. The page
    is drawn only where its records leave a doubt."""
    doubted = list(_doubts(texts, drawn, drawings))
    doubts = [each.text for each in doubted if each.reason not in ("", TINY)]
    images = _with_and_without(page, doubts) if doubts else None
    shown, dropped = [], []
    for (run, _), reason in doubted:
        if reason and (images is None or reason == TINY or images.alike(run.boxes.whole)):
            dropped.append(Dropped(run.text, run.boxes.whole, reason))
        else:
            shown.append(run)
    return tuple(shown), dropped


def _doubts(texts: Sequence[Shown], drawn: Sequence[PageObject], drawings: Drawings) -> Iterator[_Doubted]:
    order = {each.address: nth for nth, each in enumerate(drawn)}
    outermost = {each.address: each.outermost for each in drawn}
    covers = _by_height(drawings.covers, order, min((order.get(text.drawn_by, 0) for text in texts), default=0))
    grounds = {PAPER, *(area.colour for area in drawings.areas)}
    pale = {
        colour
        for colour in {text.run.style.colour for text in texts}
        if any(_alike(colour, ground) for ground in grounds)
    }
    for text in texts:
        run, address = text
        if run.style.size < LEGIBLE:
            yield _Doubted(text, TINY)
        elif any(map(_in_layer, {address, outermost.get(address, address)})):
            yield _Doubted(text, SWITCHED_OFF)
        else:
            near = covers.get(int(run.boxes.top[0] // STRIP), ())
            later = [box for nth, box in near if nth > order.get(address, nth)]
            for part, under in _parted(run, later):
                pale_here = run.style.colour in pale and _on_its_colour(part, drawings)
                yield _Doubted(Shown(part, address), COVERED if under else ON_ITS_COLOUR if pale_here else "")


def _by_height(
    covers: Sequence[Cover], order: Mapping[int, int], first: int
) -> Mapping[int, Sequence[tuple[int, BoundingBox]]]:
    """The covers that come after the first text, with their place in the order, by the level strips that they reach."""
    strips: dict[int, list[tuple[int, BoundingBox]]] = {}
    for box, address in covers:
        if order[address] > first:
            for strip in range(int(box.top // STRIP) - 1, int(box.bottom // STRIP) + 1):
                strips.setdefault(strip, []).append((order[address], box))
    return strips


def _parted(run: Run, covers: Sequence[BoundingBox]) -> Iterator[tuple[Run, bool]]:
    """The parts of a run, each with whether one of the covers lies over it."""
    cover = next((cover for cover in covers if cover.shared(run.boxes.whole)), None)
    if cover is None:
        yield run, False
        return
    for part, under in cut(run, cover):
        yield from [(part, True)] if under else _parted(part, [other for other in covers if other is not cover])


def _in_layer(address: int) -> bool:
    """Whether an object is drawn in optional content. Of a tagged object the one mark is its tag's."""
    count = MARKS(address)
    if count == (CONTENT(address) >= 0):
        return False
    name, length = ctypes.create_string_buffer(NAME_LENGTH), ctypes.c_ulong()
    for nth in range(count):
        found = MARK_NAME(MARK(address, nth), ctypes.addressof(name), NAME_LENGTH, ctypes.addressof(length))
        if found and name.raw[: max(length.value - 2, 0)].decode("utf-16-le", "replace") == "OC":
            return True
    return False


def _on_its_colour(run: Run, drawings: Drawings) -> bool:
    middle = run.boxes.whole.middle
    if any(picture.holds(*middle) for picture in drawings.pictures):
        return False
    below: list[Area] = [area for area in drawings.areas if area.box.holds(*middle)]
    ground = min(below, key=lambda area: area.box.width * area.box.height).colour if below else PAPER
    return _alike(run.style.colour, ground)


def _alike(one: str, other: str) -> bool:
    parts = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return all(abs(mine - its) <= ALIKE for mine, its in parts)


class _Images(NamedTuple):
    """A part of a page drawn with some text and without it, and where it begins, in pixels."""

    one: NDArray[Any]
    other: NDArray[Any]
    scale: float
    left: int = 0
    top: int = 0

    def alike(self, box: BoundingBox) -> bool:
        """Whether the page looks the same within a box, whose outermost pixels may show what stands beside it."""
        x0, top, x1, bottom = (max(int(side * self.scale), 0) for side in box)
        edge = int(x1 - x0 > LEAST_PIXELS)
        rows = slice(top + edge - self.top, bottom + 1 - edge - self.top)
        columns = slice(x0 + edge - self.left, x1 + 1 - edge - self.left)
        one, other = (image[rows, columns].astype(int) for image in (self.one, self.other))
        return not one.size or bool(abs(one - other).max() <= ALIKE)


def _with_and_without(page: pypdfium2.PdfPage, texts: Sequence[Shown]) -> _Images:
    """The part of a page around some of its texts."""
    width, height = page.get_size()
    scale = min(PIXELS_PER_POINT, LARGEST / max(width, height))
    x0, top, x1, bottom = Boxes.of(text.run.boxes.whole for text in texts).whole
    # Whole points, so that the part has the very pixels that it has on the page.
    sides = x0, height - bottom, width - x1, top
    left, below, right, above = (max(int(side - BESIDE / scale), 0) for side in sides)
    one, other = (_image(page, texts, active, scale, (left, below, right, above)) for active in (True, False))
    return _Images(one, other, scale, math.ceil(left * scale), math.ceil(above * scale))


def _image(
    page: pypdfium2.PdfPage, texts: Sequence[Shown], active: bool, scale: float, crop: tuple[int, int, int, int]
) -> NDArray[Any]:
    for text in texts:
        SET_ACTIVE(text.drawn_by, active)
    image: NDArray[Any] = (
        page.render(scale=scale, crop=crop).to_numpy().copy()
    )  # pdfium's own memory goes with its bitmap
    return image
