"""The words of a page that is only a picture, by RapidOCR: a local engine whose package holds its models.

It reads figures well, but leaves out many blanks between words, so those are looked for in the image. What it gives is
never taken without a check that names the page. Imported only when a page is to be read so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from statistics import median
from typing import Any, NamedTuple

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from rapidocr_onnxruntime import RapidOCR

from pipeline.model import BoundingBox, Run, Style
from pipeline.pull.coordinates import em_squares
from pipeline.pull.glyphs import spelled

FONT = "OCR"
PIXELS_PER_POINT = 4.0
LARGEST = 5000  # pixels; larger pages are read with fewer to the point
# Of the height of the box that the engine draws round a line: the type's size, and where its baseline is.
SIZE, BASELINE = 0.85, 0.8
# Boxes of lines in one size of type differ by this share of their height.
ONE_SIZE = 0.25
# Of the height of a line: a stretch without ink that is wider is a blank, between two parts of a number only if it is
# wider still, because a 1 stands far from its neighbours, and "21 .2 million" would be read as 2 million.
BLANK, BLANK_IN_NUMBER = 0.19, 0.3
NUMBER = frozenset("0123456789.,")
# An o within or at the end of a number is a zero: "350,0o0" would be read as 350.
ZERO = re.compile(r"(?<=\d)[oO](?![^\W\d_])|(?<=\d[.,])[oO](?=\d)")
# Of the greatest difference from the ground of a line: what differs more is ink.
INK = 0.4

Pixels = NDArray[np.float64]


class _Line(NamedTuple):
    """One line that the engine found, in pixels: its letters, where each begins, and the box of all."""

    letters: Sequence[str]
    starts: Sequence[float]
    box: BoundingBox


def runs(page: pypdfium2.PdfPage) -> tuple[Run, ...]:
    """The text of a page as its image shows it, a run for each line."""
    scale = min(PIXELS_PER_POINT, LARGEST / max(page.get_size()))
    image = page.render(scale=scale).to_numpy()
    found, _ = _engine()(image, return_word_box=True)
    grey = image.mean(axis=2)
    lines = [_line(drawn, np.array(quads), grey) for _, _, _, quads, drawn, *_ in found or ()]
    usual = median(line.box.height for line in lines) if lines else 0
    return tuple(_run(line, usual, scale) for line in lines)


@cache
def _engine() -> RapidOCR:
    return RapidOCR(intra_op_num_threads=1)  # documents are read beside each other, and each counts what it takes


def _line(drawn: Sequence[str], quads: NDArray[Any], grey: Pixels) -> _Line:
    """The line with its blanks; each quad has the corners of one letter, clockwise from the top left."""
    left, right = quads[:, :, 0].min(axis=1), quads[:, :, 0].max(axis=1)
    box = BoundingBox(*map(float, (left.min(), quads[:, :, 1].min(), right.max(), quads[:, :, 1].max())))
    inked = _inked(grey[int(box.top) : int(box.bottom) + 1, int(box.x0) : int(box.x1) + 1])
    middles = ((left + right) / 2 - box.x0).astype(int)
    text = ZERO.sub("0", "".join(drawn))
    texts, starts = [], []
    for index, letter in enumerate(text):
        if index and letter != " " != text[index - 1]:
            share = BLANK_IN_NUMBER if NUMBER.issuperset(text[index - 1 : index + 1]) else BLANK
            if _gap(inked[middles[index - 1] : middles[index]]) > share * box.height:
                texts.append(" ")
                starts.append(float(right[index - 1]))
        texts.append(letter)
        starts.append(float(left[index]))
    return _Line(texts, starts, box)


def _inked(strip: Pixels) -> NDArray[np.bool_]:
    """Whether there is ink in each column of a strip of the page."""
    contrast = np.abs(strip - np.median(strip))
    inked: NDArray[np.bool_] = (contrast > INK * contrast.max()).any(axis=0)
    return inked


def _gap(inked: NDArray[np.bool_]) -> int:
    """The most columns without ink that stand together."""
    edges = np.concatenate([[-1], np.flatnonzero(inked), [len(inked)]])
    return int(np.diff(edges).max()) - 1


def _run(line: _Line, usual: float, scale: float) -> Run:
    """The line in points; `usual` is the height of most lines of the page, whose size all like it take."""
    height = usual if abs(line.box.height - usual) < ONE_SIZE * usual else line.box.height
    style = Style(FONT, round(SIZE * height / scale, 1), bold=False, italic=False, colour="#000000")
    baseline = (line.box.top + BASELINE * line.box.height) / scale
    # Letters reach to where the next begins: the engine knows where a letter is, but little of its width.
    edges = zip(line.starts, [*line.starts[1:], line.box.x1], strict=True)
    boxes = (BoundingBox(left / scale, 0, max(left, right) / scale, 0) for left, right in edges)
    text, placed = spelled(zip(line.letters, boxes, strict=True))
    return Run(text, em_squares(placed.x0, placed.x1, baseline, style.size), baseline, style)
