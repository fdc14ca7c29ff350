"""A font with one icon, a triangle that points right, on the letter `f`.

Brochures mark their headings with such icon fonts, and a text layer then tells the letter. The font is a TrueType
file of the tables that the format asks for (https://learn.microsoft.com/typography/opentype/spec/otff).
"""

import struct

EM, ASCENT, WIDTH = 1000, 800, 700
TRIANGLE = ((80, 0), (80, 720), (640, 360))


def icon_font() -> bytes:
    """The font file: glyph 0 is empty (`.notdef`), glyph 1 a blank, glyph 2 the triangle."""
    triangle = _outline(TRIANGLE)
    names = {1: "Icons", 2: "Regular", 4: "Icons", 6: "Icons"}
    tables = {
        b"OS/2": _os2(),
        b"cmap": _cmap({0x20: 1, 0x66: 2}),
        b"glyf": triangle,
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, EM, 0, 0, 0, 0, WIDTH, ASCENT, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, ASCENT, -200, 0, WIDTH, 0, 0, WIDTH, 1, *[0] * 7, 3),
        b"hmtx": struct.pack(">6H", WIDTH, 0, 300, 0, WIDTH, 80),
        b"loca": struct.pack(">4I", 0, 0, 0, len(triangle)),
        b"maxp": struct.pack(">I14H", 0x10000, 3, len(TRIANGLE), 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": _name(names),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _file(tables)


def _outline(points: tuple[tuple[int, int], ...]) -> bytes:
    xs, ys = zip(*points, strict=True)
    header = struct.pack(">hhhhhHH", 1, min(xs), min(ys), max(xs), max(ys), len(points) - 1, 0)
    on_curve = bytes([1] * len(points))
    steps = [struct.pack(f">{len(v)}h", *(b - a for a, b in zip((0, *v), v, strict=False))) for v in (xs, ys)]
    return _padded(header + on_curve + b"".join(steps))


def _cmap(glyphs: dict[int, int]) -> bytes:
    """Format 4, for Windows and Unicode: one segment a character, and the closing one."""
    codes = [*sorted(glyphs), 0xFFFF]
    deltas = [*((glyphs[code] - code) & 0xFFFF for code in codes[:-1]), 1]
    count = len(codes)
    body = struct.pack(">4H", count * 2, 4, 1, count * 2 - 4)
    body += struct.pack(f">{count}HH{count}H{count}H{count}H", *codes, 0, *codes, *deltas, *[0] * count)
    subtable = struct.pack(">HHH", 4, len(body) + 6, 0) + body
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + subtable


def _name(names: dict[int, str]) -> bytes:
    texts = [text.encode("utf-16-be") for text in names.values()]
    records, offset = b"", 0
    for number, text in zip(names, texts, strict=True):
        records += struct.pack(">6H", 3, 1, 0x409, number, len(text), offset)
        offset += len(text)
    return struct.pack(">HHH", 0, len(names), 6 + len(records)) + records + b"".join(texts)


def _os2() -> bytes:
    """Version 0. Weight 400, width 5, installable embedding."""
    metrics = struct.pack(">HhHHH", 0, WIDTH, 400, 5, 0)
    return metrics + bytes(58) + struct.pack(">HHHhhhHH", 0x40, 0x20, 0x66, ASCENT, -200, 0, ASCENT, 200)


def _file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    header = struct.pack(">IHHHH", 0x10000, count, 16 << power, power, (count - (1 << power)) * 16)
    directory, body, offset = b"", b"", 12 + 16 * count
    for tag, data in tables.items():
        padded = _padded(data)
        directory += struct.pack(">4sIII", tag, _checksum(padded), offset + len(body), len(data))
        body += padded
    return header + directory + body


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _checksum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
