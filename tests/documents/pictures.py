"""Pictures without a camera: hills under a sky, as pixels, where a brochure has photographs."""

from collections.abc import Iterator
from itertools import groupby

END_OF_DATA = b"\x80"
LONGEST_RUN = 128


def landscape(width: int, height: int, layers: int) -> Iterator[bytes]:
    """Rows of one byte a pixel: 0 is the sky, and each further layer a hill before the last."""
    crests = [_crest(layer, layers, width, height) for layer in range(1, layers)]
    for y in range(height):
        yield bytes(
            max((layer for layer, crest in enumerate(crests, 1) if y >= crest[x]), default=0) for x in range(width)
        )


def _crest(layer: int, layers: int, width: int, height: int) -> list[int]:
    """How far down the hill begins, for each x: a parabola around a summit of its own."""
    summit = width * (layer * 37 % 100) // 100
    top = height * (15 + 65 * layer // layers) // 100
    return [top + height * (x - summit) ** 2 // (2 * width**2) for x in range(width)]


def run_lengths(row: bytes) -> bytes:
    """The row in PDF's RunLengthDecode filter (ISO 32000-1, 7.4.5): 257 minus the length, then the byte."""
    encoded = bytearray()
    for value, run in groupby(row):
        length = len(list(run))
        while length:
            part = min(length, LONGEST_RUN)
            encoded += bytes([257 - part, value]) if part > 1 else bytes([0, value])
            length -= part
    return bytes(encoded)
