"""Pictures with text in them that no character of the page tells: charts, maps, tables put in as images.

No letter is made out. A picture of text has few colours, and in it thin strokes stand beside each other in lines; a
photograph has many colours. Of 64 large pictures of 23 real reports nine of the ten with text are told so, and one that
has none (a microphone cut out on white).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from math import isqrt
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from pipeline.model import BoundingBox, Run
from pipeline.pull.pdfium.ffi import ADDRESS, NUMBER, addresses, plain_call
from pipeline.pull.pdfium.graphics import KIND, Cover

# A picture takes at least this share of its page, has less letters on it than this, and no more pixels, of which so
# many are enough.
SHARE, LETTERS, MOST_PIXELS, ENOUGH = 0.05, 20, 20_000_000, 1_000_000
# At least this share of its pixels has one of so many colours, of those that SHADES levels of red, green and blue make.
FEW_COLOURS, COLOURS, SHADES = 0.7, 4, 16
# For telling colours every so many pixels are enough.
SAMPLED = 4
# A stroke is so many pixels wide at most, as much darker or lighter than what stands on both sides of it, and these
# differ by less than ALIKE (of 255).
STROKE, CONTRAST, ALIKE = 6, 70, 25
# So many strokes beside each other, over so many rows of pixels, are a line of text, and so many lines are a text.
STROKES, LINE_PIXELS, LINES = 8, range(4, 41), 4

PIXEL_SIZE = plain_call(pdfium.FPDFImageObj_GetImagePixelSize, NUMBER, *[ADDRESS] * 3)


def with_text(covers: Iterable[Cover], runs: Sequence[Run], width: float, height: float) -> tuple[BoundingBox, ...]:
    """The large pictures among what covers a page of that size (points) in which text seems to stand, but for those
    that the page's own letters lie on."""
    return tuple(
        cover.box
        for cover in covers
        if KIND(cover.drawn_by) == pdfium.FPDF_PAGEOBJ_IMAGE
        and cover.box.width * cover.box.height >= SHARE * width * height
        and _letters_on(cover.box, runs) < LETTERS
        and (pixels := _pixels(cover.drawn_by)) is not None
        and shows_text(pixels)
    )


def _letters_on(box: BoundingBox, runs: Sequence[Run]) -> int:
    return sum(len(run.text) for run in runs if box.holds(*run.boxes.whole.middle))


def _pixels(image: int) -> NDArray[Any] | None:
    """The rows of pixels of an image, each of one or more shades (0 to 255); None where they cannot be had."""
    size = (ctypes.c_uint * 2)()
    if not PIXEL_SIZE(image, *addresses(size)) or not 0 < size[0] * size[1] <= MOST_PIXELS:
        return None
    bitmap = pdfium.FPDFImageObj_GetBitmap(ctypes.cast(image, pdfium.FPDF_PAGEOBJECT))
    if not bitmap:
        return None
    shades: NDArray[Any] = pypdfium2.PdfBitmap.from_raw(bitmap).to_numpy()  # pdfium's memory goes with the array
    step = max(isqrt(size[0] * size[1] // ENOUGH), 1)
    return shades.reshape(*shades.shape[:2], -1)[::step, ::step, :3]


def shows_text(pixels: NDArray[Any]) -> bool:
    """Whether text seems to stand in an image: few colours, and lines of strokes."""
    return _has_few_colours(pixels[::SAMPLED, ::SAMPLED]) and _lines(_grey(pixels)) >= LINES


def _grey(pixels: NDArray[Any]) -> NDArray[np.int16]:
    """The mean of the shades of each pixel, rounded down; numpy's `mean` takes ten times as long over so few."""
    summed = np.zeros(pixels.shape[:2], np.int16)
    for shade in range(pixels.shape[2]):
        summed += pixels[..., shade]
    return summed // np.int16(pixels.shape[2])


def _has_few_colours(pixels: NDArray[Any]) -> bool:
    levels = pixels.astype(int) * SHADES // 256
    codes = sum(levels[..., channel] * SHADES**channel for channel in range(levels.shape[2]))
    counts = np.sort(np.bincount(codes.ravel()))
    return bool(counts[-COLOURS:].sum() >= FEW_COLOURS * counts.sum())


def _lines(grey: NDArray[Any]) -> int:
    """How many lines of strokes there are."""
    strokes = np.zeros(grey.shape, bool)
    for wide in range(1, STROKE + 1):
        before, after = grey[:, : -wide - 1], grey[:, wide + 1 :]
        inside = slice((wide + 1) // 2, (wide + 1) // 2 + before.shape[1])
        strokes[:, inside] |= (abs(before - after) < ALIKE) & (abs(before - grey[:, inside]) > CONTRAST)
    begin = (strokes[:, 1:] & ~strokes[:, :-1]).sum(axis=1) >= STROKES
    edges = np.flatnonzero(np.diff(np.concatenate(([0], begin.astype(int), [0]))))
    return sum(int(end - start) in LINE_PIXELS for start, end in zip(edges[::2], edges[1::2], strict=True))
