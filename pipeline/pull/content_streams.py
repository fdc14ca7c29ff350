"""pdfminer's interpreter of content streams, spared what bears on no character.

pdfminer takes a stream apart token by token, which is most of the time of a second reading, and on a page of maps or
charts nearly all tokens are those of paths. Here one expression finds each operation, and what draws no character and
moves none is passed over. Streams that are not written as the standard has them, or that hold inline images, are left
to pdfminer, which bears with much.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import stream_value

NUMBER = rb"[-+]?+(?:\d++\.?+\d*+|\.\d++)"
NAME = rb"/[^\s\0()<>\[\]{}/%#]++"
LETTERS, CODES = rb"(?:[^()\\]++|\\[\s\S])*+", rb"(?:[\da-fA-F]{2})*+"
STRING = rb"\(%s\)|<%s>" % (LETTERS, CODES)
ARRAY = rb"\[(?:[\s\d.+-]++|%s)*+\]" % STRING
DICTIONARY = rb"<<(?:[^()<>%%]++|%s)*+>>" % STRING
OPERAND = b"|".join((NUMBER, NAME, STRING, ARRAY, DICTIONARY))
# Its operands and its name; BI begins an inline image.
OPERATION = re.compile(rb"\s*+((?:(?:%s)\s*+)*+)((?!BI\b)[A-Za-z][A-Za-z\d*]*+|')(?=[\s()<>\[\]/]|\Z)" % OPERAND)
SHOWN = re.compile(rb"\((%s)\)|<(%s)>|(%s)" % (LETTERS, CODES, NUMBER))
ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}

Operands = tuple[Any, ...]


class Interpreter(PDFPageInterpreter):
    """Has its device render the characters of a page."""

    def execute(self, streams: Sequence[object]) -> None:
        """Those of content streams, which are one; a form that draws itself is drawn once."""
        known = [each for each in map(stream_value, streams) if each.objid not in {None, *self.parent_stream_ids}]
        try:
            operations = list(_operations(b"\n".join(each.get_data() for each in known)))
        except ValueError:
            super().execute(streams)
            return
        self.stream_ids = {each.objid for each in known if each.objid is not None}
        for method, operands in operations:
            getattr(self, method)(*operands)


def _operations(content: bytes) -> Iterator[tuple[str, Operands]]:
    """The operations that bear on characters, as methods of the interpreter with their operands.

    Raises ValueError where the content is for pdfminer.
    """
    end = 0
    while found := OPERATION.match(content, end):
        end = found.end()
        if known := OPERATIONS.get(found[2]):
            method, read = known
            yield method, read(found[1])
    if content[end:].strip():
        raise ValueError("not written as the standard has it")


def _none(operands: bytes) -> Operands:
    return ()


def _numbers(count: int) -> Callable[[bytes], Operands]:
    def read(operands: bytes) -> Operands:
        numbers = tuple(map(float, operands.split()))
        if len(numbers) != count:
            raise ValueError(f"{len(numbers)} numbers, not {count}")
        return numbers

    return read


def _font(operands: bytes) -> Operands:
    name, size = operands.split()
    return name[1:].decode(), float(size)


def _name(operands: bytes) -> Operands:
    (name,) = operands.split()
    return (name[1:].decode(),)


def _string(operands: bytes) -> Operands:
    (string,) = _shown(operands)
    return (string,)


def _strings(operands: bytes) -> Operands:
    return (list(_shown(operands)),)


def _shown(operands: bytes) -> Iterator[bytes | float]:
    """Strings, and the numbers between them that move the next one."""
    for letters, codes, number in SHOWN.findall(operands):
        if number:
            yield float(number)
        elif codes:
            yield bytes.fromhex(codes.decode())
        else:
            yield ESCAPED.sub(_letter, letters) if b"\\" in letters else letters


def _letter(escaped: re.Match[bytes]) -> bytes:
    return bytes([int(escaped[1], 8)]) if escaped[1].isdigit() else ESCAPES.get(escaped[1], b"")


OPERATIONS: Mapping[bytes, tuple[str, Callable[[bytes], Operands]]] = {
    b"q": ("do_q", _none),
    b"Q": ("do_Q", _none),
    b"cm": ("do_cm", _numbers(6)),
    b"Do": ("do_Do", _name),
    b"BT": ("do_BT", _none),
    b"Tf": ("do_Tf", _font),
    b"Tc": ("do_Tc", _numbers(1)),
    b"Tw": ("do_Tw", _numbers(1)),
    b"Tz": ("do_Tz", _numbers(1)),
    b"TL": ("do_TL", _numbers(1)),
    b"Ts": ("do_Ts", _numbers(1)),
    b"Tm": ("do_Tm", _numbers(6)),
    b"Td": ("do_Td", _numbers(2)),
    b"TD": ("do_TD", _numbers(2)),
    b"T*": ("do_T_a", _none),
    b"Tj": ("do_Tj", _string),
    b"TJ": ("do_TJ", _strings),
    b"'": ("do__q", _string),
}
